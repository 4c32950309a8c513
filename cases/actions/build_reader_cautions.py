"""Make the Django-side list of the reader's cautions from the reader's own table.

    python -m cases.actions.build_reader_cautions

Run it after a change to cases/reader/cautions.py; a test compares the two.
"""

from __future__ import annotations

import json
from pathlib import Path

from cases.reader.cautions import MESSAGES

TARGET = Path(__file__).parent / "reader_cautions.py"
HEAD = '''"""The reader's cautions, where the translators' tools find them.

Made by build_reader_cautions.py from cases/reader/cautions.py.
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
