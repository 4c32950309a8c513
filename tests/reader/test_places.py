"""Where a case was handled: invented sentences in the styles of many authorities."""

from __future__ import annotations

import pytest

from cases.reader.clean import normalise
from cases.reader.context import CaseContext, IssuerKind, Notes
from cases.reader.gazetteer import find_places, gazetteer, resolve
from cases.reader.places import read_region
from cases.reader.results import Place


def seat(*names: str) -> Place:
    """The place with these official names, province down."""
    code = resolve([gazetteer().named(name) for name in names]).division.code
    return gazetteer().place(code)


def read(
    narrative: str,
    heading: str | None = None,
    title: str = "",
    seats: tuple[Place, ...] = (),
    kind: IssuerKind = "police",
) -> tuple[str, str]:
    """The region as one string and the doubts' codes as another."""
    notes = Notes()
    case = CaseContext(
        narrative=normalise(narrative),
        heading=normalise(heading) if heading else None,
        bulletin_title=title,
        seats=seats,
        issuer_kind=kind,
    )
    _, region = read_region(case, notes)
    doubts = [one.code for one in notes.cautions if one.doubtful]
    return "".join(region.value.names) if region else "", " ".join(doubts)


# A narrative and the region that it tells, with nothing else known.
PLAIN = [
    # Police, from the ministry down to a sub-office.
    ("2024年5月，江苏公安网安部门侦查查明，王某等人窃取数据。", "江苏省"),
    ("近日，浙江温州乐清市公安局网安大队破获一起案件。", "浙江省温州市乐清市"),
    ("2023年3月，湖北仙桃网警在巡查中发现线索。", "湖北省仙桃市"),
    ("石河子公安机关接到报案后立案侦查。", "新疆维吾尔自治区石河子市"),
    ("河南济源警方成功侦破一起帮信案。", "河南省济源市"),
    ("恩施州公安局网安支队抓获李某。", "湖北省恩施土家族苗族自治州"),
    ("凉山州西昌市公安局对某网吧予以警告。", "四川省凉山彝族自治州西昌市"),
    ("内蒙古鄂尔多斯市公安局东胜分局查处一家公司。", "内蒙古自治区鄂尔多斯市东胜区"),
    ("锡林郭勒盟公安局抓获犯罪嫌疑人5名。", "内蒙古自治区锡林郭勒盟"),
    (
        "莫力达瓦旗公安局破获一起诈骗案。",
        "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗",
    ),
    ("北京警方日前打掉一个黑客团伙。", "北京市"),
    ("北京市公安局海淀分局中关村派出所接到报警。", "北京市海淀区"),
    ("上海市公安局浦东分局查获该团伙。", "上海市浦东新区"),
    ("天津市公安局滨海新区分局抓获张某。", "天津市滨海新区"),
    ("重庆市江北区公安分局破获非法侵入案。", "重庆市江北区"),
    ("重庆市公安局渝中区分局依法刑事拘留3人。", "重庆市渝中区"),
    ("广州市公安局番禺区分局网警大队抓获钟某。", "广东省广州市番禺区"),
    ("西安市公安局高新分局民警将赵某抓获。", "陕西省西安市"),
    ("苏州工业园区公安分局接到某公司报案。", "江苏省苏州市"),
    ("成都高新公安在巡查中发现异常。", "四川省成都市"),
    ("雄安新区公安局侦办一起案件。", "河北省"),
    ("新疆生产建设兵团公安局破获一起案件。", "新疆维吾尔自治区"),
    ("沈阳铁路公安局长春公安处立案侦查。", "吉林省长春市"),
    ("烟台市公安局蓬莱分局抓获犯罪嫌疑人刘某。", "山东省烟台市蓬莱区"),
    ("吉林市公安局昌邑分局破获该案。", "吉林省吉林市昌邑区"),
    ("吉林公安机关抓获犯罪嫌疑人。", "吉林省"),
    ("黔西南州兴义市公安局发现线索。", "贵州省黔西南布依族苗族自治州兴义市"),
    ("湖北省荆州市公安县公安局接到报警。", "湖北省荆州市公安县"),
    ("怀化市会同县公安局抓获周某。", "湖南省怀化市会同县"),
    ("青海海东平安区警方侦破案件。", "青海省海东市平安区"),
    ("襄樊市公安局破获案件。", "湖北省襄阳市"),
    ("河北省保定市莲池区公安分局立案。", "河北省保定市莲池区"),
    ("沭阳县公安局环城派出所将其抓获。", "江苏省宿迁市沭阳县"),
    ("记者从云南大理警方获悉，一个团伙被打掉。", "云南省大理白族自治州"),
    # Divisions that are no more: the text's own name stays.
    ("2019年，杭州市公安局江干区分局立案侦查。", "浙江省杭州市江干区"),
    ("2017年，山东省莱芜市公安局抓获孙某。", "山东省莱芜市"),
    ("2014年，上海市公安局闸北分局破获此案。", "上海市闸北区"),
    # Another authority helps, leads, tells or receives.
    ("在广东警方协助下，武汉市公安局洪山区分局抓获主犯。", "湖北省武汉市洪山区"),
    ("南京警方联合福建警方收网，抓获12人。", "江苏省南京市"),
    ("在公安部、山东省公安厅统一指挥下，潍坊公安机关开展收网。", "山东省潍坊市"),
    ("江苏省公安厅指导常州公安机关破获该案。", "江苏省常州市"),
    ("接到河南郑州警方移交的线索后，荆门市公安局立案侦查。", "湖北省荆门市"),
    ("民警赴云南瑞丽抓获李某，宁波市公安局将其刑事拘留。", "浙江省宁波市"),
    ("家住福建厦门的陈某被骗。合肥市公安局蜀山分局接警后破案。", "安徽省合肥市蜀山区"),
    ("湖南籍男子周某在东莞被合肥警方抓获。", "安徽省合肥市"),
    ("兰州市公安局城关分局将案件移送城关区人民检察院审查起诉。", "甘肃省兰州市城关区"),
    ("李某曾因诈骗被北京市朝阳区人民法院判刑。昆明警方将其抓获。", "云南省昆明市"),
    (
        "公安部网安局部署山西、陕西公安网安部门开展打击。太原警方抓获5人。",
        "山西省太原市",
    ),
    # Regulators.
    ("上海市网信办依法对某公司作出行政处罚。", "上海市"),
    ("吉林市市场监管局对该企业立案调查。", "吉林省吉林市"),
    ("吉林市场监管部门对该企业立案调查。", "吉林省"),
    ("湖南省通信管理局责令某平台限期改正。", "湖南省"),
    ("衡阳市互联网信息办公室约谈该公司负责人。", "湖南省衡阳市"),
    # Courts and procuratorates, when nobody else is named.
    ("江苏省南通市崇川区人民法院以诈骗罪判处黄某有期徒刑三年。", "江苏省南通市崇川区"),
    ("上海市第一中级人民法院二审维持原判。", "上海市"),
    ("杭州互联网法院审理了这起案件。", "浙江省杭州市"),
    ("深圳市南山区检察院对吴某提起公诉。", "广东省深圳市南山区"),
    ("广西壮族自治区高级人民法院公布了这起案例。", "广西壮族自治区"),
    # Nothing tells a seat.
    ("公安机关网安部门发现某APP违规，依法处罚。", ""),
    ("南宁某公司未履行义务，被公安机关警告。", ""),
    ("缅甸警方将王某移交中方。", ""),
    ("美国司法部起诉两名黑客。", ""),
    ("全国公安机关共破案3万起。", ""),
]


@pytest.mark.parametrize(("narrative", "region"), PLAIN)
def test_region_told_by_the_narrative(narrative: str, region: str) -> None:
    assert read(narrative)[0] == region


def test_same_named_districts_stay_open_without_context() -> None:
    assert read("近日，河东警方破获一起案件。") == ("", "ambiguous-place")


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("临沂河东警方破获侵犯公民个人信息案", "山东省临沂市河东区"),
        ("天津警方通报5起案例", "天津市河东区"),
    ],
)
def test_same_named_districts_are_told_apart_by_the_title(
    title: str, region: str
) -> None:
    assert read("近日，河东警方破获一起案件。", title=title)[0] == region


def test_same_named_districts_are_told_apart_by_the_issuers_seat() -> None:
    region = read("鼓楼警方抓获林某。", seats=(seat("福建省", "福州市"),))[0]

    assert region == "福建省福州市鼓楼区"


def test_city_whose_name_is_also_a_district_elsewhere_is_doubted() -> None:
    assert read("朝阳警方抓获郑某。") == ("辽宁省朝阳市", "ambiguous-place")


def test_district_of_the_texts_city_beats_a_city_elsewhere() -> None:
    assert read("朝阳警方抓获郑某。", seats=(seat("北京市"),)) == ("北京市朝阳区", "")


def test_branch_that_is_no_district_adds_nothing() -> None:
    seats = (seat("山西省", "长治市"),)

    assert read("长治市公安局五马分局抓获4人。") == ("山西省长治市", "")
    assert read("五马分局民警发现线索。", seats=seats) == ("山西省长治市", "")


def test_later_authority_inside_the_first_ones_place_is_more_precise() -> None:
    region = read("海南三亚警方发布通报。三亚市公安局海棠分局对潘某刑事拘留。")

    assert region == ("海南省三亚市海棠区", "")


def test_court_of_a_later_stage_does_not_replace_the_police() -> None:
    text = "绍兴警方抓获莫某。2024年6月，越城区人民法院判处其有期徒刑。"

    assert read(text)[0] == "浙江省绍兴市"


def test_court_tells_the_seat_in_a_courts_bulletin() -> None:
    text = "刘某被温州市公安局抓获。浙江省台州市黄岩区人民法院判处刘某有期徒刑二年。"

    assert read(text, kind="court") == ("浙江省台州市黄岩区", "")


def test_procuratorate_tells_the_seat_in_a_procuratorates_bulletin() -> None:
    text = (
        "公安机关移送四川省成都市武侯区人民检察院审查起诉。"
        "成都市武侯区人民检察院以诈骗罪提起公诉。"
    )

    assert read(text, kind="procuratorate") == ("四川省成都市武侯区", "")


@pytest.mark.parametrize(
    ("heading", "region", "doubts"),
    [
        ("江苏南京警方破获王某某侵犯公民个人信息案", "江苏省南京市", ""),
        ("王某某侵犯公民个人信息案（江苏南京）", "江苏省南京市", ""),
        ("福建泉州“5·27”电信网络诈骗案", "福建省泉州市", ""),
        ("安徽破获一起黑客案", "安徽省", "heading-place"),
        ("王某等人诈骗案", "", ""),
        ("南京某公司不履行网络安全保护义务案", "", ""),
    ],
)
def test_region_told_by_the_heading(heading: str, region: str, doubts: str) -> None:
    text = "犯罪嫌疑人王某等人非法获利，被公安机关抓获。"

    assert read(text, heading=heading) == (region, doubts)


def test_heading_of_another_province_wins_and_is_doubted() -> None:
    text = "常德警方抓获李某。"

    assert read(text, heading="广西柳州警方侦破李某案") == (
        "广西壮族自治区柳州市",
        "two-seats",
    )


def test_narrative_makes_the_heading_more_precise() -> None:
    text = "2023年5月，福建省南安市公安机关立案。"

    assert read(text, heading="福建泉州“5·27”电信网络诈骗案") == (
        "福建省泉州市南安市",
        "",
    )


def test_local_authority_handles_where_it_happened() -> None:
    text = "有网民称，最近来遵义的广东游客遇袭。经当地公安机关核查，系谣言。"

    assert read(text, heading="“贵州遇袭”谣言") == ("贵州省遵义市", "scene")


def test_issuers_seat_where_no_place_is_named() -> None:
    seats = (seat("江西省", "赣州市"),)

    assert read("民警抓获宋某。", seats=seats) == ("江西省赣州市", "")
    assert read("宋某被罚款五百元。", seats=seats) == ("江西省赣州市", "seat-of-issuer")


def test_several_provinces_police_give_no_region() -> None:
    text = "浙江、江苏等地公安机关同步收网，抓获80人。"

    assert read(text) == ("", "several-places")


def test_several_cities_of_one_province_give_the_province() -> None:
    text = "广州、深圳、佛山三地公安机关同步收网，抓获80人。"

    assert read(text) == ("广东省", "several-places")


def test_seat_outside_the_issuers_province_is_doubted() -> None:
    seats = (seat("山西省"),)

    assert read("邯郸警方抓获吴某。", seats=seats) == ("河北省邯郸市", "foreign-seat")


def test_agency_words_and_their_span_are_kept() -> None:
    text = "  近日，**山西运城**公安机关破获一案。"
    agency, region = read_region(CaseContext(normalise(text)), Notes())

    assert agency.value == "山西运城公安机关"
    assert [text[start:end] for start, end in region.spans] == ["山西运城**公安机关"]


def test_place_names_inside_other_words_are_not_places() -> None:
    found = [
        one.words for one in find_places("合作共赢，平安建设，公安机关会同网信部门")
    ]

    assert found == []
