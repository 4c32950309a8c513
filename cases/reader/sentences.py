"""Cutting paragraphs that tell several cases one after another.

News tells of a campaign's cases in one paragraph, a sentence or two each:
其中，甲县一家民宿…，被甲县公安局责令改正；乙县一家旅行社…，被乙县公安局罚款。
Such a paragraph becomes as many lines as it has cases, so that the layouts of
paragraphs can take them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cases.reader.announcements import GOING_ON, PROMISED, leads_in
from cases.reader.lines import Line
from cases.reader.numbering import words_start
from cases.reader.paragraphs import (
    BY_OFFENDER,
    BY_OPERATOR,
    BY_TIME,
    own_words,
    tells_own_case,
)
from cases.reader.plans import names_in
from cases.reader.scenes import opening_place
from cases.reader.signs import CATCHING, GENERAL
from cases.reader.turning import SEVERAL

# Sentences and the clauses of a list; a date behind a colon begins the list.
SENTENCE = re.compile(
    r"(?:[^。！？；\n：]|：(?!(?:20\d\d年)?\d{1,2}月)){1,600}(?:[。！？；：]+[”』」]?)?"
)
SHORTEST_PARAGRAPH = 80
LONGEST_PARAGRAPH = 3000
OPENING_LENGTH = 40
# 两起案件, 多起, 其中: what is said of several cases right before them.
SAID_BEFORE = re.compile(r"[多数几两二三四五六七八九十\d]起|[两二三四五六]案|其中")


def cut_cases(lines: Sequence[Line]) -> list[Line]:
    """The lines, each paragraph that tells several cases cut where they begin."""
    found: list[Line] = []
    for line in lines:
        before = found[-1].text if found else ""
        cuts = _cuts(line, before)
        for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
            found.append(
                replace(line, view=line.view.cut(start, end), lead=0) if cuts else line
            )
    return found


def _cuts(line: Line, before: str) -> list[int]:
    """Where cases begin inside a paragraph; empty unless there are several."""
    text = line.text
    is_read = SHORTEST_PARAGRAPH <= len(text) <= LONGEST_PARAGRAPH
    if not is_read or line.is_marked or words_start(text):
        return []
    parts = _parts(text)
    told = [part for part in parts if tells_own_case(text[slice(*part)])]
    if len(told) < 2 or told[-1] != parts[-1] or parts.index(told[0]) > 1:
        return []
    cases = [text[slice(*part)] for part in told]
    lead = text[: told[0][0]] + cases[0][:OPENING_LENGTH]
    is_said = bool(
        SAID_BEFORE.search(lead) or PROMISED.search(lead) or SEVERAL.search(lead)
    ) or (told[0][0] == 0 and leads_in(before))
    if _share_names(cases) or not (is_said or _are_apart(cases)):
        return []
    return [start for start, _ in told if start > 0]


def _parts(text: str) -> list[tuple[int, int]]:
    """Ranges of a paragraph, each from a sentence that may open a case to the next
    one behind which a case is complete."""
    parts: list[tuple[int, int]] = []
    for sentence in SENTENCE.finditer(text):
        start, end = sentence.span()
        if parts and (
            not _opens(sentence[0])
            or (
                not (len(parts) == 1 and _is_lead(text[slice(*parts[0])]))
                and not tells_own_case(text[slice(*parts[-1])])
            )
        ):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return parts


def _opens(sentence: str) -> bool:
    """Whether a sentence opens as a case does: with a date, a place, an offender."""
    words = own_words(sentence)
    if GOING_ON.match(words):
        return False
    return bool(
        BY_TIME.match(words)
        or BY_OFFENDER.match(words)
        or BY_OPERATOR.match(words)
        or opening_place(words)
    )


def _is_lead(words: str) -> bool:
    """Whether words only lead in to cases: totals, 连续侦破多起网络案件：."""
    return bool(GENERAL.search(words)) or leads_in(words) or not CATCHING.search(words)


def _share_names(cases: Sequence[str]) -> bool:
    """Whether somebody named in one case is named in another."""
    seen: set[str] = set()
    for words in cases:
        names = names_in(words)
        if names & seen:
            return True
        seen |= names
    return False


def _are_apart(cases: Sequence[str]) -> bool:
    """Whether each case opens with a place of its own, in which no other's lies."""
    codes = [_seat(words) for words in cases]
    return all(codes) and not any(
        one.startswith(other.rstrip("0")) or other.startswith(one.rstrip("0"))
        for place, one in enumerate(codes)
        for other in codes[:place]
    )


def _seat(words: str) -> str:
    """The code of the place that opens a case; empty without one."""
    own = own_words(words)
    when = BY_TIME.match(own)
    return opening_place(own[when.end() if when else 0 :])
