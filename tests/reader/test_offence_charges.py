"""Charges: the names of crimes, in suspicions and judgments, and what stands beside
them. Rows: heading, telling, types with the primary one first."""

from __future__ import annotations

import pytest

from cases.reader.context import Notes
from cases.reader.offences import read_offences
from tests.reader.making import make_case, offences_of, words

CHARGES = [
    ("非法侵入计算机信息系统罪", "illegal-intrusion"),
    ("非法获取计算机信息系统数据罪", "illegal-data-acquisition"),
    ("非法控制计算机信息系统罪", "illegal-control"),
    ("提供侵入、非法控制计算机信息系统程序、工具罪", "intrusion-tools"),
    ("破坏计算机信息系统罪", "system-sabotage"),
    ("非法利用信息网络罪", "illegal-network-use"),
    ("帮助信息网络犯罪活动罪", "aiding-network-crime"),
    ("拒不履行信息网络安全管理义务罪", "security-duty-failure"),
    ("侵犯公民个人信息罪", "personal-information"),
    ("非法使用窃听、窃照专用器材罪", "surveillance-devices"),
    ("诈骗罪", "fraud"),
    ("合同诈骗罪", "fraud"),
    ("保险诈骗罪", "insurance-fraud"),
    ("敲诈勒索罪", "extortion"),
    ("盗窃罪", "theft"),
    ("组织、领导传销活动罪", "pyramid-selling"),
    ("洗钱罪", "money-laundering"),
    ("掩饰、隐瞒犯罪所得、犯罪所得收益罪", "money-laundering"),
    ("非法吸收公众存款罪", "illegal-fundraising"),
    ("集资诈骗罪", "illegal-fundraising"),
    ("信用卡诈骗罪", "credit-card-crime"),
    ("妨害信用卡管理罪", "credit-card-crime"),
    ("非法经营罪", "illegal-business"),
    ("侵犯著作权罪", "intellectual-property"),
    ("假冒注册商标罪", "intellectual-property"),
    ("销售假药罪", "counterfeit-goods"),
    ("虚假广告罪", "false-advertising"),
    ("编造、故意传播虚假信息罪", "online-rumour"),
    ("诽谤罪", "online-violence"),
    ("侮辱罪", "online-violence"),
    ("寻衅滋事罪", "provocation"),
    ("开设赌场罪", "gambling"),
    ("组织卖淫罪", "prostitution"),
    ("引诱、容留、介绍卖淫罪", "prostitution"),
    ("制作、复制、出版、贩卖、传播淫秽物品牟利罪", "obscene-material"),
    ("组织考试作弊罪", "exam-cheating"),
    ("伪造、买卖国家机关证件罪", "document-forgery"),
    ("组织、领导、参加黑社会性质组织罪", "organised-crime"),
    ("组织他人偷越国（边）境罪", "illegal-border-crossing"),
    ("贩卖毒品罪", "drugs"),
    ("非法买卖枪支罪", "weapons"),
    ("污染环境罪", "pollution"),
    ("为境外刺探国家秘密罪", "espionage"),
]


@pytest.mark.parametrize(("charge", "slug"), CHARGES)
def test_a_charge_in_the_telling(charge, slug):
    found, _ = offences_of(f"钱某因涉嫌{charge}被采取刑事强制措施。")
    assert found == [slug]


@pytest.mark.parametrize(("charge", "slug"), CHARGES)
def test_a_charge_in_a_judgment(charge, slug):
    found, _ = offences_of(f"法院以{charge}判处钱某有期徒刑三年。")
    assert found == [slug]


JUDGED = [
    # a judgment adds nothing to its charges
    (
        None,
        "钱某盗刷优惠券出售。法院以诈骗罪判处钱某有期徒刑三年。",
        ["fraud"],
    ),
    # every charge of a heading, crimes outside of the list too
    (
        "钱某虚开发票、侵犯公民个人信息案",
        "法院以虚开发票罪、侵犯公民个人信息罪判处钱某有期徒刑五年。",
        ["other", "personal-information"],
    ),
    (
        "钱某等人诈骗、偷越国境案",
        "法院以诈骗罪、组织他人偷越国境罪判处钱某有期徒刑。",
        ["fraud", "illegal-border-crossing"],
    ),
    # a crime outside of the list is no type where the telling shows one
    (
        None,
        "钱某雇用刷手给同行刷差评，被以损害商业信誉罪判处有期徒刑。",
        ["water-army"],
    ),
    # the line below a court's heading tells what else was done
    (
        "钱某敲诈勒索案\n——以有偿删帖方式敲诈勒索",
        "钱某以删帖为由索要钱款，以敲诈勒索罪被判处有期徒刑。",
        ["extortion", "water-army"],
    ),
    # an opinion that was not followed
    (
        None,
        "有观点认为构成职务侵占罪。检察机关以盗窃罪对钱某提起公诉。",
        ["theft"],
    ),
    (
        None,
        "警方以涉嫌破坏计算机信息系统罪移送起诉，检察院改变定性后以诈骗罪提起公诉。",
        ["fraud"],
    ),
    # a row of charges before 一案; helping with an offence
    (
        None,
        "日前，检察院提起公诉的钱某等12人敲诈勒索、诈骗一案开庭审理。",
        ["extortion", "fraud"],
    ),
    # beside a charge of the means or the gain, what was done
    (
        None,
        "钱某有偿删帖1700余条，法院以非法经营罪判处其有期徒刑四年。",
        ["illegal-business", "water-army"],
    ),
    (
        None,
        "钱某入侵系统，利用漏洞窃取考生数据，以侵犯公民个人信息罪被判处有期徒刑。",
        ["personal-information", "illegal-data-acquisition"],
    ),
    (None, "法院以传授犯罪方法罪判处钱某有期徒刑一年。", ["other"]),
    # the judgment names a type of the list, the heading a crime outside of it
    (
        "祝某虚假诉讼案",
        "祝某伪造借条起诉他人，法院以诈骗罪判处祝某有期徒刑五年。",
        ["fraud"],
    ),
    # whom others abused because his details were published
    (
        "邬某侵犯公民个人信息案",
        "邬某公布同学住址，煽动网民辱骂对方，以侵犯公民个人信息罪被判处有期徒刑。",
        ["personal-information", "online-violence"],
    ),
    # the case that was solved comes before a suspicion further on
    (
        None,
        "警方侦破一起开设赌场案，4人被提起公诉。祁某因涉嫌寻衅滋事罪被拘留。",
        ["gambling", "provocation"],
    ),
]


@pytest.mark.parametrize(("heading", "text", "slugs"), JUDGED)
def test_a_judgment_tells_the_types(heading, text, slugs):
    assert offences_of(text, heading)[0] == slugs


def test_the_span_shows_the_charge():
    text = "钱某因涉嫌 **诈骗罪** 被刑事拘留。"
    case, notes = make_case(text), Notes()
    [found] = read_offences(case, notes)
    assert (words(found, text), found.rule) == (["诈骗"], "offences.suspicion")
