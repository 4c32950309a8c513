"""Make the Django-side list of the reader's cautions from the reader's own table.

    python -m scripts.build_caution_wording

Run it after a change to cases/reader/cautions.py; a test compares the two.
"""

from __future__ import annotations

import json
from pathlib import Path

from cases.reader.cautions import MESSAGES

TARGET = Path(__file__).parent.parent / "cases" / "actions" / "reader_cautions.py"
HEAD = '''"""The reader's cautions, where the translators' tools find them.

Made by scripts/build_caution_wording.py from cases/reader/cautions.py.
"""

from django.utils.translation import gettext_lazy as _

READER_CAUTIONS = {
'''


def written() -> str:
    """The whole module as Python source."""
    lines = [
        f"    {json.dumps(code)}: _({json.dumps(message, ensure_ascii=False)}),\n"
        for code, message in MESSAGES.items()
    ]
    return HEAD + "".join(lines) + "}\n"


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
