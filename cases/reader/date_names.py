"""Whose names in a text are offenders', as far as its dates need it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from cases.reader.name_rows import weigh_names
from cases.reader.names import Name, find_names

# What a name's mentions weigh together at most that is no offender's: 市民孙某被骗.
BYSTANDER = -2.0

# What a victim does or what befalls him, right behind his name.
_VICTIM_AFTER = re.compile(
    r"(?:就|也|才|突然|随即|立即|便|遂)?(?:遭遇|遭到|被骗|被盗|报警|报案|受骗|上当|损失|察觉被骗"
    r"|发现(?:自己)?(?:被骗|受骗|上当)|接到[^，。；]{0,16}电话|收到[^，。；]{0,12}短信)"
)
_VICTIM_BEFORE = re.compile(r"(?:被害人|受害人|受害者|事主|失主|报警人|报案人)$")


# 他 at the head of a clause, and others whom it may mean.
_PRONOUN = re.compile(r"(?<=[，。；：\n])(?P<pronoun>他|她)们?(?!的|人)")
_OTHERS = re.compile(
    r"女士|先生|阿姨|大[爷妈]|奶奶|爷爷|老[人伯]|被害人|受害人|受害者|事主|失主|店主|家长"
    r"|民警|警官|所长|队长|检察官|法官|记者|律师"
)
_PRONOUN_REACH = 100


def offenders_names(text: str, known: Collection[str]) -> list[Name]:
    """The names in a text that are ``known`` as offenders'; where none is, those
    that are no victim's. 他 behind such a name is one too: 普某夜里值班。12月，他
    """
    names = find_names(text)
    if known:
        named = [name for name in names if name.name in known]
    else:
        victims = _victims(text, names)
        named = [name for name in names if name.name not in victims]
    named = sorted([*named, *_nicknamed(text)], key=lambda name: name.start)
    return sorted([*named, *_pronouns(text, names, named)], key=lambda name: name.start)


def _nicknamed(text: str) -> Iterator[Name]:
    """Every mention of those called 小俞, 老何 who are told to be caught or judged."""
    caught = {match["before"] or match["after"] for match in _CAUGHT.finditer(text)}
    for match in _NICKNAME.finditer(text) if caught else ():
        if match[0] in caught:
            yield Name(*match.span(), match[0])


# 小俞, 老何; no 小区, 老师.
_NICKNAME = re.compile(
    r"(?:小(?![区时学组伙程额型心孩店票路说镇贩偷姐哥朋吃米车]|女孩|男孩)"
    r"|老(?![板人师乡年家公婆百旧虎赖大总早城]))[\u4e00-\u9fff]"
)
# 带走了小俞, 对小何提起公诉; 小何被抓, 小何投案
_CAUGHT = re.compile(
    r"(?:抓获|抓住|带走|逮捕|传唤|判处|拘留|起诉)了?(?P<before>[小老][\u4e00-\u9fff])"
    r"|(?P<after>[小老][\u4e00-\u9fff])(?=[^，。；]{0,8}?"
    r"(?:被[^，。；]{0,10}(?:抓|判|拘|带走|捕|传唤|处罚)|因涉嫌|提起公诉|有期徒刑|投案|自首"
    r"|落网|到案|归案|供述|获刑|认罪|系初犯))"
)


def _pronouns(
    text: str, names: Sequence[Name], offenders: Sequence[Name]
) -> Iterator[Name]:
    """The pronouns that stand for the offender named last before them."""
    persons = sorted(
        [
            *((name.start, name) for name in names),
            *((match.start(), None) for match in _OTHERS.finditer(text)),
        ],
        key=lambda person: person[0],
    )
    starts = [start for start, _ in persons]
    own = set(offenders)
    since = 0  # the end of the last pronoun, and whom it meant
    meant: Name | None = None
    for match in _PRONOUN.finditer(text):
        index = bisect_left(starts, match.start()) - 1
        if index >= 0 and starts[index] >= since:
            since, meant = starts[index], persons[index][1]
        if meant in own and match.start() - since <= _PRONOUN_REACH:
            yield Name(*match.span("pronoun"), match["pronoun"])
            since = match.end()


def _victims(text: str, names: Sequence[Name]) -> set[str]:
    """The names that the words around them give to victims and other bystanders."""
    told: defaultdict[str, float] = defaultdict(float)
    victims = set()
    for name, (points, _) in zip(names, weigh_names(text, names, False), strict=True):
        told[name.name] += points
        if _VICTIM_BEFORE.search(
            text, max(0, name.start - 4), name.start
        ) or _VICTIM_AFTER.match(text, name.end):
            victims.add(name.name)
    return victims | {name for name, points in told.items() if points <= BYSTANDER}
