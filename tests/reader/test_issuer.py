"""Whose cases a bulletin tells: invented texts, title first, then who publishes."""

from __future__ import annotations

import pytest

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import exported, listed

CASES = listed(["案例一：张某诈骗案", "案例二：李某诈骗案"])
STORY = "民警将张某抓获，张某对诈骗行为供认不讳。目前，张某已被依法刑事拘留。"

# Title, introduction and issuer of a bulletin that lists cases.
SEVERAL = [
    # The title's authority, whoever began or oversees the operation.
    (
        "淮安警方公布2起典型案例",
        "自公安部部署“净网2024”专项行动以来，淮安公安机关成效明显。",
        "淮安公安机关",
    ),
    (
        "扬州网警公布2起典型案例",
        "近期，扬州公安网安部门打击网络犯罪，现将典型案例公布如下。",
        "扬州公安网安部门",
    ),
    (
        "这些人被抓",
        "公安部部署开展专项行动以来，宁夏公安机关严打网络犯罪。现公布典型案例：",
        "宁夏公安机关",
    ),
    (
        "严打网络犯罪",
        "按照公安部统一部署，新疆生产建设兵团公安机关破获多起案件。",
        "新疆生产建设兵团公安机关",
    ),
    (
        "典型案例",
        "在公安部网安局指导下，保定市公安局网安支队打击犯罪，现公布如下：",
        "保定市公安局网安支队",
    ),
    (
        "典型案例",
        "由公安部挂牌督办的系列案告破，榆林市公安局今日通报案情。",
        "榆林市公安局",
    ),
    (
        "典型案例",
        "根据中央网信办统一安排，贵州省网信办依法查处一批网站，现公布：",
        "贵州省网信办",
    ),
    # Two that issue together.
    (
        "最高检、公安部联合发布典型案例",
        "近日，最高检、公安部发布典型案例。",
        "最高人民检察院、公安部",
    ),
    (
        "守护口岸平安",
        "近日，铁路公安机关和海关缉私部门公布2起典型案例。",
        "铁路公安机关和海关缉私部门",
    ),
    (
        "典型案例",
        "近日，湖北省高级人民法院、湖北省人民检察院联合发布2起典型案例。",
        "湖北省高级人民法院、湖北省人民检察院",
    ),
    (
        "典型案例",
        "近日，中央网信办、公安部联合公布2起典型案例。",
        "中央网信办、公安部",
    ),
    # Special forces.
    ("典型案例", "近期，铁路公安机关打击倒票犯罪，公布典型案例。", "铁路公安机关"),
    (
        "海关缉私部门公布典型案例",
        "今年以来，海关缉私部门严打走私。",
        "海关缉私部门",
    ),
    ("典型案例", "国家安全机关公布2起典型案例。", "国家安全机关"),
    ("典型案例", "近日，乌鲁木齐铁路公安局公布2起案例。", "乌鲁木齐铁路公安局"),
    # Local ones, in short forms.
    ("泸县公安通报2起案例", "近日，民警查处2起案件。", "泸县公安"),
    ("典型案例", "近日，天津市公安局和平分局公布2起案例。", "天津市公安局和平分局"),
    ("典型案例", "近日，阿左旗公安局公布2起案例。", "阿左旗公安局"),
    # The fuller name of the same authority, and the one that publishes itself.
    (
        "江西高院发布2件典型案例",
        "近日，江西省高级人民法院发布2件典型案例。",
        "江西省高级人民法院",
    ),
    (
        "天津一中院发布2件典型案例",
        "近日，天津市第一中级人民法院召开发布会，发布典型案例。",
        "天津市第一中级人民法院",
    ),
    (
        "达州检察机关发布2件典型案例",
        "近日，达州市人民检察院发布2件典型案例。",
        "达州市人民检察院",
    ),
    (
        "最高检、国家外汇管理局联合发布2件典型案例",
        "近日，两部门联合发布典型案例。",
        "最高人民检察院、国家外汇管理局",
    ),
    (
        "公安机关公布2起典型案例",
        "近期，公安机关网安部门打击网络谣言，现公布典型案例。",
        "公安机关网安部门",
    ),
    (
        "四川网信、公安部门联合通报2起案例",
        "近日，四川省委网信办会同公安机关查处一批人员，现将2起典型案例通报如下：",
        "四川省委网信办",
    ),
    # The ministry itself, though it directs others too.
    (
        "典型案例",
        "今年以来，公安部部署全国公安机关开展专项行动，公布了2起典型案例。",
        "公安部",
    ),
    ("公安机关公布2起案例", "公安部部署全国公安机关打击网络犯罪。", "公安机关"),
    (
        "两高联合发布典型案例",
        "为震慑犯罪，今日发布。",
        "最高人民法院、最高人民检察院",
    ),
    (
        "最高人民法院 最高人民检察院 公安部联合发布典型案例",
        "今日发布。",
        "最高人民法院、最高人民检察院、公安部",
    ),
    (
        "典型案例",
        "根据公安部和江西省公安厅统一部署，九江市公安局打击犯罪，现通报：",
        "九江市公安局",
    ),
    (
        "典型案例",
        "昨日，上海市公安局、上海市人民检察院联合召开新闻发布会。",
        "上海市公安局、上海市人民检察院",
    ),
    (
        "陕西警方公布2起典型案例",
        "今年以来，陕西省公安厅网安总队组织全省公安机关打击犯罪。",
        "陕西省公安厅",
    ),
    (
        "青岛网警公布2起典型案例",
        "今年以来，青岛市公安局网络安全保卫支队打击网络犯罪。",
        "青岛市公安局网络安全保卫支队",
    ),
    (
        "安徽公安机关“净网2023”十大案例",
        "安徽公安机关网安部门推进“净网2023”专项行动。",
        "安徽公安机关",
    ),
    (
        "国家版权局等三部门公布2起典型案例",
        "近日，国家版权局会同公安部、最高人民检察院公布2起典型案例。",
        "国家版权局、公安部、最高人民检察院",
    ),
    ("典型案例", "湖北、湖南公安机关联合公布2起案例。", "湖北、湖南公安机关"),
]


@pytest.mark.parametrize(("title", "intro", "issuer"), SEVERAL)
def test_issuer_of_several_cases(title: str, intro: str, issuer: str) -> None:
    reading = read_bulletin(f"{title}\n{intro}\n{CASES}")

    assert reading.issuer is not None
    assert reading.issuer.value == issuer


# Title, telling and issuer of a bulletin that tells one story.
ONE = [
    (
        "男子诈骗被抓",
        "近日，黄山市公安局屯溪分局接到报警。屯溪区人民检察院已对张某批准逮捕。",
        "黄山市公安局屯溪分局",
    ),
    (
        "昆山警方破获诈骗案",
        "近日，由公安部挂牌督办的诈骗案告破。昆山市公安局抓获张某。",
        "昆山市公安局",
    ),
    # The office that acts by its formal name, without its squad; not a speaker's.
    (
        "朝阳警方打掉跑分团伙",
        "近日，北京市公安局朝阳分局刑侦支队打掉一个团伙。",
        "北京市公安局朝阳分局",
    ),
    (
        "湖北孝感警方打掉外挂团伙",
        "近日，湖北省孝感市公安局孝南区分局打掉一个团伙。",
        "湖北省孝感市公安局孝南区分局",
    ),
    (
        "曲靖网警抓获张某",
        "近日，曲靖市公安局网安支队民警在工作中发现线索。",
        "曲靖市公安局",
    ),
    (
        "主播偷税",
        "近日，国家税务总局厦门市税务局稽查局查处一起偷税案。",
        "厦门市税务局稽查局",
    ),
    (
        "主播被抓",
        "近日，赣州警方接到报案。赣州市公安局网安支队民警李某说：张某骗了多人。",
        "赣州警方",
    ),
    # A branch under its short name; a district's office helps the city's.
    (
        "造谣者被拘",
        "近日，河南省商丘市公安局睢阳分局网安大队发现一段视频。睢阳公安分局核查。",
        "河南省商丘市公安局睢阳分局",
    ),
    (
        "系统瘫痪",
        "近日，绥化市公安局网安支队破获一起案件。肇东市公安局对医院的失职给予警告。",
        "绥化市公安局",
    ),
    (
        "一人被行拘",
        "近日，内蒙古兴安盟扎赉特旗公安局音德尔派出所抓获张某。",
        "内蒙古兴安盟扎赉特旗公安局",
    ),
    (
        "张某被判刑",
        "近日，永嘉县检察院办理一起诈骗案。永嘉县人民检察院对张某提起公诉。",
        "永嘉县人民检察院",
    ),
    (
        "诈骗团伙落网",
        "在山东省公安厅指导下，济宁市公安局任城区分局抓获张某。",
        "济宁市公安局任城区分局",
    ),
    (
        "跨省追捕",
        "近日，大理州公安局在昆明警方配合下抓获张某。",
        "大理州公安局",
    ),
    # Cited for its rules, or only told of the case.
    (
        "流量劫持者获刑",
        "近日，万州区检察院对张某提起公诉。2018年最高人民法院发布的案例明确了罪名。",
        "万州区检察院",
    ),
    (
        "程序员留后门",
        "近日，宜昌市西陵区人民检察院对张某提起公诉。去年，公司向宜昌市公安局报案。",
        "宜昌市西陵区人民检察院",
    ),
    # What befell somebody in the title was the deed of the city's or a branch's police.
    (
        "张某被温州警方抓获",
        "近日，温州市公安局鹿城分局接到报警。",
        "温州市公安局鹿城分局",
    ),
    (
        "一人被抓",
        "近日，柳州市公安局鱼峰分局刑侦大队民警李某介绍，一起诈骗案告破。",
        "柳州市公安局鱼峰分局",
    ),
    (
        "警惕骗局",
        "冒充北京市公安局民警的张某打来电话。长沙市公安局岳麓分局接警后立案。",
        "长沙市公安局岳麓分局",
    ),
]


@pytest.mark.parametrize(("title", "telling", "issuer"), ONE)
def test_issuer_of_a_story(title: str, telling: str, issuer: str) -> None:
    reading = read_bulletin(f"{title}\n{telling}{STORY}")

    assert reading.issuer is not None
    assert reading.issuer.value == issuer


def test_an_authority_abroad_issues_where_nobody_else_acts() -> None:
    told = (
        "美国司法部宣布，已逮捕犯罪嫌疑人张某。张某涉嫌制作木马程序，"
        "入侵他人计算机并窃取数据，非法获利百万美元。"
    )

    reading = read_bulletin(exported("某某卫士", "黑客被捕", told))

    assert reading.issuer.value == "美国司法部"


def test_the_authority_that_told_the_press_issues_the_story() -> None:
    told = (
        "记者从邢台市襄都区人民法院获悉，张某因诈骗罪被判处有期徒刑一年。"
        "2022年10月，襄都公安分局对该案立案侦查，抓获张某。"
    )

    reading = read_bulletin(exported("某某日报", "店主被判刑", told))

    assert reading.issuer.value == "邢台市襄都区人民法院"


@pytest.mark.parametrize(
    ("account", "opening"),
    [
        (
            "某某日报",
            "江苏省苏州市虎丘区人民检察院以侵犯公民个人信息罪对祝某提起公诉。",
        ),
        (
            "检察日报",
            "黎女士接到推销电话。苏州市虎丘区人民检察院对祝某批准逮捕。",
        ),
    ],
)
def test_a_procuratorate_that_opens_a_story_or_whose_paper_tells_it(
    account: str, opening: str
) -> None:
    told = opening + "此前，苏州市公安局虎丘分局将祝某抓获。" + STORY
    issuer = read_bulletin(exported(account, "内鬼落网记", told)).issuer
    assert issuer is not None
    assert issuer.value.endswith("苏州市虎丘区人民检察院")


def test_a_court_whose_judgment_opens_a_story_issues_it() -> None:
    told = (
        "日前，江苏省扬州市宝应县人民法院对一起诈骗案作出一审判决。"
        "2023年8月，钱女士到宝应县公安局网安大队报案，民警将张某抓获。"
        "张某因涉嫌诈骗罪被刑事拘留，后被判处有期徒刑三年。"
    )
    reading = read_bulletin(exported("某某周刊", "男子诈骗被判刑", told))
    assert reading.issuer is not None
    assert reading.issuer.value == "江苏省扬州市宝应县人民法院"


def test_mixed_digest_has_no_issuer_and_no_doubt() -> None:
    text = (
        "# 网络安全一周要闻\n\n小编  某某安全  2024-05-06 10:00\n\n"
        "1、工信部通报一批违规应用\n近日，工业和信息化部通报了一批违规应用。\n"
        "2、南昌警方抓获张某\n近日，南昌警方打掉一个诈骗团伙，抓获张某等5人。\n"
        "3、洛杉矶一医院遭勒索\n一家医院的系统遭勒索软件攻击。\n"
        "4、徐州警方抓获李某\n近日，徐州警方打掉一个黑客团伙，抓获李某等3人。\n"
    )

    reading = read_bulletin(text)
    assert reading.issuer is None
    assert "issuer" not in [one.field for one in reading.cautions if one.doubtful]


def test_court_whose_rules_are_cited_issues_nothing() -> None:
    text = f"典型案例\n依照最高法司法解释，这些行为是犯罪。\n{CASES}"

    assert read_bulletin(text).issuer is None
