"""Splitting an article into the passages that each tell one case.

Several readings of the article's layout compete: every rising run of numbers,
headings that name cases, paragraphs that each open with another authority; a
digest; one story. The best plan of several cases wins if it is good enough, and
each of its passages must still look like a case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from cases.reader.commentary import label_of
from cases.reader.digests import find_news, has_sections, is_digest
from cases.reader.headings import is_heading
from cases.reader.lines import Line
from cases.reader.listings import listed_plans
from cases.reader.numbering import FAMILIES
from cases.reader.parts import parted
from cases.reader.plans import (
    CLEAR_CASE,
    GOOD_PLAN,
    SURE_CASE,
    Passage,
    Plan,
    names_case,
)
from cases.reader.sentences import cut_cases
from cases.reader.signs import CATCHING, NAMED
from cases.reader.stories import find_story
from cases.reader.titles import title_parts

__all__ = ["Passage", "find_passages"]

# An item of a good plan that scores less, and whose heading names no case, is
# something else among cases: advice, a closing word.
LEAST_SCORE = 0.12
# A suit between two parties, among cases of offences: 王某与某公司名誉权纠纷案
CIVIL_SUIT = re.compile(r"纠纷(?:一案|案件?|系列案)?[。；：:]?$")


class _Section(NamedTuple):
    """One of several articles glued into one: its heading, lines and title."""

    heading: Line | None
    lines: Sequence[Line]
    title: str


def find_passages(lines: Sequence[Line], title: str) -> list[Passage]:
    """The passages of an article's lines that tell cases, in order."""
    sections = _glued(lines, title_parts(title))
    if not sections:
        return _split(lines, title)
    return [passage for section in sections for passage in _of_section(section)]


def _split(lines: Sequence[Line], title: str) -> list[Passage]:
    """The passages of one article."""
    cut = cut_cases(lines)
    good = [plan for plan in listed_plans(cut, title) if plan.score >= GOOD_PLAN]
    listed = [passage for plan in _choose(good) for passage in plan.passages]
    if not listed or (is_digest(title) and not any(map(_is_list_of_cases, good))):
        listed = find_news(lines, title) or listed
    if listed:
        kept = _trimmed(listed)
        if is_digest(title) and kept and kept[0].plan != "digest":
            kept = _with_news_beside(kept, lines, title)
        return [part for passage in kept for part in parted(passage)]
    return find_story(lines, title) if lines else []


def _is_list_of_cases(plan: Plan) -> bool:
    """Whether a list in a digest is one of cases: the text says so, by their number or
    in words that might also go before other news (梳理如下), where most are some."""
    of_cases = plan.features["promised"] and plan.features["cases"] >= MOST
    return bool(plan.features["announced"] or plan.features["family"] or of_cases)


MOST = 0.6  # of a list's items


def _with_news_beside(
    listed: list[Passage], lines: Sequence[Line], title: str
) -> list[Passage]:
    """A digest's list of cases, and the cases among the other pieces of news that stand
    before and behind it in the digest's sections."""
    before = [line for line in lines if line.span[1] <= listed[0].span[0]]
    if not has_sections(before):
        return listed
    *earlier, last = listed
    told = _without_tail(last.lines, None)
    cases = [*earlier, replace(last, lines=told)]
    behind = [line for line in lines if line.span[0] >= cases[-1].span[1]]
    return [*find_news(before, title), *cases, *find_news(behind, title)]


def _choose(plans: Sequence[Plan]) -> list[Plan]:
    """The best plans that do not overlap and tell of different cases, in the order
    of the text."""
    chosen: list[Plan] = []
    whole = [plan for plan in plans if not any(_misses(plan, one) for one in plans)]
    for plan in sorted(whole, key=lambda plan: -plan.score):
        if all(
            plan.last <= other.first or other.last <= plan.first for other in chosen
        ):
            chosen.append(plan)
    fullest = sorted(chosen, key=lambda plan: -plan.length)
    once = [
        plan
        for place, plan in enumerate(fullest)
        if not any(_tells_again(plan, other) for other in fullest[:place])
    ]
    return sorted(once, key=lambda plan: plan.first)


def _misses(plan: Plan, finer: Plan) -> bool:
    """Whether a finer plan, about as good, has the plan's items and between them
    others that are clearly cases as well, or numbered alike in the next group; what
    stands before a list's first number is its introduction."""
    if plan.name in FAMILIES and finer.name != plan.name and finer.first < plan.first:
        return False
    if _is_of_groups(plan, finer):
        return True
    starts = set(plan.heads)
    # Paragraphs stand somewhere below the label or number of their item.
    is_below = plan.name in PARAGRAPHS and finer.name not in PARAGRAPHS
    others = [
        passage.score
        for start, stop, passage in zip(
            finer.heads, finer.ends, finer.passages, strict=True
        )
        if starts.isdisjoint(range(start, stop if is_below else start + 1))
    ]
    return (
        len(finer.items) == len(starts) + len(others)
        and min(others, default=0.0)
        >= (SURE_CASE if finer.name == plan.name else CLEAR_CASE)
        and finer.score >= plan.score - ABOUT_AS_GOOD
    )


def _is_of_groups(plan: Plan, finer: Plan) -> bool:
    """Whether a plan's headings are those of groups: right below each stands the
    heading of a case, and of all its groups some hold several."""
    starts = set(finer.heads)
    return (
        len(finer.items) > len(plan.items)
        and all(head + 1 in starts for head in plan.heads)
        and finer.heads[0] == plan.heads[0] + 1
        and all(one.heading is not None for one in finer.passages)
        and min(one.score for one in finer.passages) >= CLEAR_CASE
    )


ABOUT_AS_GOOD = 1.0
PARAGRAPHS = frozenset({"authorities", "paragraphs"})

# -- cases told twice: a table of contents, a summary above the details ---------

LONGEST_NAME = 60
SHORTEST_NAME = 5
OPENING_LENGTH = 200
MOST_AGAIN = 0.6  # of its items
LONGEST_SUMMARY = 0.6  # of the length of the details


def _tells_again(plan: Plan, fuller: Plan) -> bool:
    """Whether most items of a plan are items of a fuller one, named or summed up."""
    if plan.length > fuller.length * LONGEST_SUMMARY:
        return False
    others = [_letters(passage.text[:OPENING_LENGTH]) for passage in fuller.passages]
    names = [_letters(_name(passage)) for passage in fuller.passages]
    again = 0
    for passage in plan.passages:
        name = _letters(_name(passage))[:LONGEST_NAME]
        again += len(name) >= SHORTEST_NAME and any(
            name in opening or (len(other) >= SHORTEST_NAME and other in name)
            for opening, other in zip(others, names, strict=True)
        )
    return again >= len(plan.passages) * MOST_AGAIN


def _name(passage: Passage) -> str:
    """A passage's heading or, without one, its first line."""
    if passage.heading is not None:
        return passage.heading.text
    return passage.lines[0].text if passage.lines else ""


# -- articles glued together --------------------------------------------------


def _glued(lines: Sequence[Line], parts: Sequence[str]) -> list[_Section]:
    """Where the articles of a glued title begin: each title stands again as a
    line of its own. Empty for a plain title, and when no such line is found."""
    if len(parts) < 2:
        return []
    places: list[tuple[int, str]] = []
    start = 0
    for part in parts:
        wanted = _letters(part)
        for place in range(start, len(lines)):
            if _is_same_title(_letters(lines[place].text), wanted):
                places.append((place, part))
                start = place + 1
                break
    if not places:
        return []
    sections: list[_Section] = []
    if places[0][0] > 0 and places[0][1] != parts[0]:
        sections.append(_Section(None, lines[: places[0][0]], parts[0]))
    for (place, part), (after, _) in pairwise([*places, (len(lines), "")]):
        sections.append(_Section(lines[place], lines[place + 1 : after], part))
    return sections if len(sections) > 1 or places[0][0] > 0 else []


def _is_same_title(letters: str, wanted: str) -> bool:
    """Whether a line's letters are a title, or most of it."""
    if not letters or len(letters) > len(wanted) + 12:
        return False
    alike = letters in wanted or wanted in letters
    return letters == wanted or (alike and len(letters) >= 8)


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _of_section(section: _Section) -> list[Passage]:
    """The cases of one of the articles; a story takes the article's own title as
    its heading."""
    found = _split(section.lines, section.title)
    if (
        section.heading is not None
        and len(found) == 1
        and found[0].plan in {"story", "section"}
    ):
        return [
            replace(
                found[0],
                lines=tuple(section.lines),
                heading=section.heading.view,
                is_story=False,
            )
        ]
    return found


# -- ends ---------------------------------------------------------------------


def _trimmed(passages: Sequence[Passage]) -> list[Passage]:
    """Passages that look like cases, the last one without what follows it."""
    kept: list[Passage] = []
    earlier: list[int] = []
    for passage, following in pairwise([*passages, None]):
        assert passage is not None
        heading = passage.heading.text if passage.heading else ""
        if passage.score < LEAST_SCORE and not names_case(heading):
            continue
        if CIVIL_SUIT.search(heading):
            continue
        if following is None and kept and _is_cut_off(passage):
            continue
        lines = passage.lines
        if following is None or following.plan != passage.plan:
            lines = _without_tail(lines, max(earlier) if len(earlier) >= 2 else None)
        earlier.append(len(passage.lines))
        if lines or passage.heading is not None:
            kept.append(replace(passage, lines=lines))
    return kept


# A text that is cut off in a heading leaves less than this.
SHORTEST_PASSAGE = 60


def _is_cut_off(passage: Passage) -> bool:
    """Whether the last passage is the beginning of a heading and no more."""
    text = passage.text
    ends = any(mark in text for mark in "。！？；")
    return passage.heading is None and len(text) < SHORTEST_PASSAGE and not ends


def _without_tail(lines: tuple[Line, ...], budget: int | None) -> tuple[Line, ...]:
    """The last item's lines without what follows it: another section, or more
    paragraphs than any earlier item has that tell of nobody."""
    for place in range(1, len(lines)):
        line = lines[place]
        if label_of(line.text) is not None:
            continue
        if budget is None:
            if line.is_marked and is_heading(line):
                return _without_labels(lines[:place])
        elif place >= budget and not (
            CATCHING.search(line.text) or NAMED.search(line.text)
        ):
            return _without_labels(lines[:place])
    return lines


def _without_labels(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without labels at their end, of which nothing is left."""
    end = len(lines)
    while end > 1 and label_of(lines[end - 1].text) is not None:
        end -= 1
    return lines[:end]
