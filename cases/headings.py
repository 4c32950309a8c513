"""What a case is called, and where its telling goes on behind that."""

from __future__ import annotations

from cases.display import Told
from cases.reader.numbering import label_end

# What a heading has beside the title: 案例十二：, （一）, 01; behind it a full stop.
LONGEST_NUMBERING = 8
LONGEST_CLAUSE = 40
CLAUSE_ENDS = "，。；！？\n"


def title_span(case: Told) -> tuple[int, int] | None:
    """Where the title stands in the shown text, if it is a heading of its own.

    None when the passage begins with prose, even prose that has the title in it.
    """
    text, title = case.shown_text, case.shown_title
    start = text.find(title) if title else -1
    if start < 0:
        return None
    end = start + len(title)
    before, after = text[:start].strip(), text[end:].partition("\n")
    numbering = sum(map(str.isalnum, before))
    if numbering > LONGEST_NUMBERING or any(map(str.isalnum, after[0])):
        return None
    return (start, end) if after[2].strip() else None


def body_start(case: Told) -> int:
    """Where the shown text goes on after a heading; 0 without one."""
    span = title_span(case)
    return case.shown_text.index("\n", span[1]) + 1 if span else 0


def telling_start(case: Told) -> int:
    """Where the shown text goes on after its heading or the sentence that has it.

    Many bulletins put title and text in one paragraph: 一、某地警方侦破某某案。经查…
    """
    start = body_start(case)
    title_start = case.shown_text.find(case.shown_title)
    if start or not case.shown_title or not 0 <= title_start <= LONGEST_CLAUSE:
        return start
    end = title_start + len(case.shown_title)
    return end + 1 if case.shown_text[end : end + 1] == "。" else 0


def heading(case: Told) -> str:
    """The title as printed, else the first clause of the passage behind its number.

    ``case.shown_title`` tells which: it is empty when the source gives none.
    """
    if case.shown_title:
        return case.shown_title
    text = case.shown_text.strip()
    text = text[label_end(text) :].lstrip()
    ends = [at for at in map(text.find, CLAUSE_ENDS) if at > 0]
    clause = text[: min(ends)] if ends else text
    # A month alone says nothing of a case; the next clause does.
    if len(clause) < 12 and len(ends) and len(text) > len(clause) + 1:
        rest = text[len(clause) + 1 :]
        ends = [at for at in map(rest.find, CLAUSE_ENDS) if at > 0]
        clause = f"{clause}{text[len(clause)]}{rest[: min(ends)] if ends else rest}"
    if len(clause) > LONGEST_CLAUSE:
        return clause[:LONGEST_CLAUSE] + "…"
    return clause
