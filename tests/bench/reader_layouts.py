"""Score the reader on changed copies: ``python -m tests.bench.reader_layouts``.

The texts that the rules were developed on lose their bold, their header or their
line breaks, become HTML or are wrapped by hand. A reader that leans on one layout
shows it here. Values that a change takes away (the header's) are lost by nature.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import copy

from cases.reader import read_bulletin
from cases.reader.__main__ import stored_text
from cases.reader.output import as_json
from tests.reader.score import DEVELOPED, corpus, names, scorer

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
HAN = "\u4e00-\u9fff"
SHOWN = ("split", "title", "region", "month", "offence", "suspects", "people", "sure")


def without_bold(text: str) -> str:
    """No bold marks."""
    return text.replace("**", "")


def without_header(text: str) -> str:
    """No front matter, no headings."""
    return re.sub(r"^# .*$", "", FRONT_MATTER.sub("", text), flags=re.MULTILINE)


def in_one_line(text: str) -> str:
    """No line breaks, no pictures, no front matter."""
    return re.sub(r"\s*\n\s*", " ", PICTURE.sub("", FRONT_MATTER.sub("", text)))


def as_html(text: str) -> str:
    """Paragraphs, headings and bold as HTML, in one line."""
    parts = []
    for line in PICTURE.sub("<img src='a.png'>", FRONT_MATTER.sub("", text)).split(
        "\n"
    ):
        if heading := re.match(r"#+\s+(.*)", line):
            parts.append(f"<h1>{heading[1]}</h1>")
        elif line.strip():
            line = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", line)
            parts.append(f"<p>{line}</p>")
    return "".join(parts)


def wrapped(text: str) -> str:
    """Long lines wrapped at 35 characters."""
    lines = []
    for line in text.split("\n"):
        if len(line) > 60 and not line.startswith(("url", "![", "title")):
            lines += [line[start : start + 35] for start in range(0, len(line), 35)]
        else:
            lines.append(line)
    return "\n".join(lines)


def with_ascii_punctuation(text: str) -> str:
    """ASCII commas, colons and brackets."""
    return text.translate(str.maketrans("，：（）；", ",:();"))


def with_spaces_around_numbers(text: str) -> str:
    """Blanks between Chinese characters and digits."""
    return re.sub(rf"(?<=[{HAN}])(\d+)(?=[{HAN}])", r" \1 ", text)


def with_invisible_marks(text: str) -> str:
    """Zero-width spaces inside the words."""
    return re.sub(rf"([{HAN}]{{5}})(?=[{HAN}])", "\\1\u200b", text)


CHANGES: list[Callable[[str], str]] = [
    str,
    without_bold,
    without_header,
    in_one_line,
    as_html,
    wrapped,
    with_ascii_punctuation,
    with_spaces_around_numbers,
    with_invisible_marks,
]


def main() -> None:
    """Print F1 (for ``sure`` the precision) of some fields for every change."""
    folder = corpus()
    print(f"{'':<28}" + "".join(f"{name:>10}" for name in SHOWN))
    with tempfile.TemporaryDirectory() as gold:
        texts = {}
        for name in names(folder, DEVELOPED):
            texts[f"{name}.md"] = stored_text(folder / "bulletins" / f"{name}.md")
            copy(folder / "gold" / f"{name}.json", gold)
        for change in CHANGES:
            output = [
                as_json(read_bulletin(change(text)), name)
                for name, text in texts.items()
            ]
            for case in (case for one in output for case in one["cases"]):
                # A quotation is looked for without the breaks that were put in.
                case["text"] = case["text"].replace("\n", "").replace("\u200b", "")
            rows, _ = scorer(folder).score(Path(gold), output)
            values = [
                rows[name].precision if name == "sure" else rows[name].f1
                for name in SHOWN
            ]
            label = "as they are" if change is str else change.__name__
            print(
                f"{label.replace('_', ' '):<28}"
                + "".join(f"{value:>10.3f}" for value in values),
                flush=True,
            )


if __name__ == "__main__":
    main()
