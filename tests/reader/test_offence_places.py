"""What the words around an offence's name make of it: each row a text, the place."""

from __future__ import annotations

import pytest

from cases.reader.offence_places import place_of
from cases.reader.offence_words import LEVELS, hits

PLACES = [
    # a judgment or indictment
    ("法院以诈骗罪判处钱某有期徒刑三年。", "诈骗", "verdict"),
    ("被告人钱某犯诈骗罪、盗窃罪，数罪并罚。", "诈骗", "verdict"),
    ("检察院以诈骗罪对钱某提起公诉。", "诈骗", "verdict"),
    ("其行为构成诈骗罪。", "诈骗", "verdict"),
    ("应以诈骗罪追究刑事责任。", "诈骗", "verdict"),
    ("二人事前通谋，以诈骗罪论处。", "诈骗", "verdict"),
    # a suspicion
    ("钱某因涉嫌诈骗罪被刑事拘留。", "诈骗", "suspicion"),
    ("公安机关以诈骗罪移送审查起诉。", "诈骗", "suspicion"),
    ("钱某因寻衅滋事被行政拘留十日。", "寻衅滋事", "suspicion"),
    ("分局依法以寻衅滋事对其行政拘留。", "寻衅滋事", "suspicion"),
    ("涉嫌侵犯公民个人信息、诈骗等犯罪。", "侵犯公民个人信息", "suspicion"),
    ("钱某因涉嫌诈骗被依法刑事拘留。", "诈骗", "suspicion"),
    # the case that was solved
    ("警方破获一起利用软件实施的诈骗案。", "诈骗", "case"),
    # named, and no more
    ("这是一起诈骗案。", "诈骗", "named"),
    ("警方将一起特大诈骗案成功告破。", "诈骗", "case"),
    ("警方日前侦结一起诈骗案。", "诈骗", "case"),
    # found out, and no opinion
    ("民警发现有人实施电信网络诈骗。", "实施电信网络诈骗", "told"),
    # others' crimes
    ("钱某为诈骗团伙提供账号。", "诈骗", "served"),
    ("信息被用于电信网络诈骗。", "电信网络诈骗", "served"),
    ("部分账号流入境外诈骗团伙。", "诈骗", "served"),
    ("明知他人实施电信网络诈骗仍提供账户。", "实施电信网络诈骗", "served"),
    ("该软件被诈骗团伙广泛使用。", "诈骗", "served"),
    ("钱某为境外30余家赌博网站收取赌资。", "赌博", "served"),
    ("钱某为跨境赌博集团洗钱。", "赌博", "served"),
    ("该线路涉及电信网络诈骗案件40余起。", "电信网络诈骗", "served"),
    ("民警关联12起电信网络诈骗案件。", "电信网络诈骗", "served"),
    ("其账户涉及电诈案件6起。", "电诈案", "served"),
    # ... but not a fraud of their own
    ("钱某实施电信网络诈骗12起。", "实施电信网络诈骗", "told"),
    # what a rumour said
    ("孙某编造某公司电信网络诈骗的视频。", "电信网络诈骗", "content"),
    # no fact of this case
    ("民警提醒谨防电信网络诈骗。", "电信网络诈骗", "aside"),
    ("电信网络诈骗案件高发。", "电信网络诈骗", "aside"),
    ("民警在侦办一起诈骗案件时发现线索。", "诈骗", "aside"),
    ("办理电信网络诈骗案件三十起。", "电信网络诈骗", "aside"),
    ("民警从一起盗窃案入手，打掉该团伙。", "盗窃", "aside"),
    ("专班以一起普通诈骗案为突破口。", "诈骗", "aside"),
    ("该线索由一起敲诈勒索案牵出。", "敲诈勒索", "aside"),
    ("有观点认为应当定盗窃罪。", "盗窃", "aside"),
    ("周某因诈骗罪另案处理。", "诈骗", "aside"),
    ("吴某曾因盗窃罪被判刑。", "盗窃", "aside"),
    # words that only look like warnings: 交易, 反复
    ("钱某虚构交易实施电信网络诈骗。", "实施电信网络诈骗", "told"),
    ("钱某反复在网上实施电信网络诈骗。", "实施电信网络诈骗", "told"),
]


@pytest.mark.parametrize(("text", "words", "place"), PLACES)
def test_the_place_of_a_name(text, words, place):
    found = [hit for hit in hits(text) if text[hit.start : hit.end] == words]
    found.sort(key=lambda hit: LEVELS.index(hit.level))
    assert place_of(text, found[0]) == place
