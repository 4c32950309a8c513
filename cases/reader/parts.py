"""Passages that tell several cases, a paragraph each, below one heading.

A list by topics (出租银行卡, 架设设备) gives a topic two or three cases; each of these
paragraphs tells who did what and what came of it, about nobody of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cases.reader.announcements import goes_back
from cases.reader.commentary import divide
from cases.reader.lines import Line
from cases.reader.paragraphs import own_words, tells_own_case
from cases.reader.plans import ENDED, Passage, names_in
from cases.reader.signs import NAMED, case_score, signs_of
from cases.reader.turning import NEXT_CASE

# A paragraph that goes on with a story: 次日，…, 随后，…, 另一名嫌疑人….
GOES_ON = re.compile(
    r"(?:次日|当天|当日|同日|随后|随即|此后|之后|后经|最终|目前|其间|期间|同时|另一|另有|另外|经查|案发后"
    r"|到案后|到案|民警|警方|专案组|办案|检察官|法院|法官|审理|最后|截至|据悉|据了解|至此|而|与此同时)"
)
# Words for others of the same case.
SAME_CASE = re.compile(
    r"该案|本案|此案|同案|同伙|上述|该团伙|上家|下家|上线|下线|另案|涉案人员|全案|系列案|二审|上诉"
)
SHORTEST = 30


def parted(passage: Passage) -> Iterator[Passage]:
    """The passage, or its parts if each paragraph of it tells a case of its own.

    The heading stays with the first of them.
    """
    starts = _starts(passage.lines)
    if len(starts) < 2:
        yield passage
        return
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(passage.lines)
        lines = passage.lines[0 if place == 0 else start : stop]
        text = "\n".join(line.text for line in lines)
        score = case_score(signs_of(text))
        if place == 0:
            yield replace(passage, lines=lines)
        else:
            yield Passage(lines, score=score, plan=passage.plan)


def _starts(lines: tuple[Line, ...]) -> list[int]:
    """Where the cases of a passage begin: all its telling paragraphs, if each is a
    case of its own."""
    told = {id(line) for line, role, is_label in divide(lines) if role == "narrative"}
    places = [
        place
        for place, line in enumerate(lines)
        if id(line) in told and len(line) >= SHORTEST
    ]
    seen: set[str] = set()
    for place in places:
        text = lines[place].text
        names = names_in(text)
        if not names or names & seen or not _is_whole(text, is_first=not seen):
            return []
        seen |= names
    return places


def _is_whole(text: str, *, is_first: bool) -> bool:
    """Whether a paragraph tells a case from its beginning to its end."""
    if not (NAMED.search(text) and ENDED.search(text) and tells_own_case(text)):
        return False
    if is_first or NEXT_CASE.match(text):
        return True
    own = own_words(text)
    return not (GOES_ON.match(own) or SAME_CASE.search(text) or goes_back(text))
