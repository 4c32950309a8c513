"""Where a case was handled: invented sentences in the styles of many authorities."""

from __future__ import annotations

import pytest

from cases.reader.clean import normalise
from cases.reader.context import CaseContext, Notes
from cases.reader.gazetteer import find_places
from cases.reader.places import read_region
from tests.reader.making import read_place, seat

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
    ("深圳市市场监管局龙华监管局对该公司罚款30万元。", "广东省深圳市龙华区"),
    # Zones that are no divisions, the Corps, offices of special places.
    ("宜宾市三江新区公安分局抓获王某。", "四川省宜宾市"),
    ("郑州航空港经济综合实验区公安分局抓获王某。", "河南省郑州市"),
    ("深汕特别合作区公安分局抓获王某。", "广东省深圳市"),
    ("兵团第八师公安机关侦破一起案件。", "新疆维吾尔自治区石河子市"),
    ("黑龙江大兴安岭地区行署公安局抓获王某。", "黑龙江省大兴安岭地区"),
    ("澳门司法警察局抓获王某。", "澳门特别行政区"),
    # Taiwan is listed as a whole; 北市 is a district elsewhere.
    ("近日，臺北市警方抓獲王某。", "台湾省"),
    ("近日，高雄警方抓获王某。", "台湾省"),
    # Today's bearer of a name that a place long gone bore at a higher level.
    ("近日，思茅警方抓获王某。", "云南省普洱市思茅区"),
    ("近日，巢湖警方抓获王某。", "安徽省合肥市巢湖市"),
    # What the text leaves unnamed.
    ("江苏某地公安机关抓获王某。", "江苏省"),
    ("四川成都某区公安机关抓获王某。", "四川省成都市"),
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

# The same, in longer or more twisted words.
TWISTED = [
    (
        "自称北京市公安局民警的男子致电陈某，称其涉嫌洗钱。陈某报警后，常州市公安局新北分局立案侦查。",
        "江苏省常州市新北区",
    ),
    (
        "李某系衡水市公安局桃城分局辅警，利用职务便利查询车辆信息。2022年3月，石家庄警方将其抓获。",
        "河北省石家庄市",
    ),
    ("深圳某科技公司安全团队协助广东佛山警方打掉一个薅羊毛团伙。", "广东省佛山市"),
    ("王某入侵贵阳市某医院系统。贵州贵阳警方接报后立案。", "贵州省贵阳市"),
    ("近日，江苏省宿迁市公安局宿城分局成功侦破“3·15”帮信案。", "江苏省宿迁市宿城区"),
    ("2023年6月12日，周某到义乌市公安局北苑派出所报案称被骗。", "浙江省金华市义乌市"),
    ("张某到东阳市公安局投案自首。", "浙江省金华市东阳市"),
    (
        "案发后，犯罪嫌疑人逃往广西，2024年1月被南宁警方抓获并移交杭州警方。",
        "浙江省杭州市",
    ),
    ("衢州网警在工作中发现，衢州某企业网站被篡改。", "浙江省衢州市"),
    (
        "湖南郴州永兴县公安局依据《中华人民共和国数据安全法》对该公司予以警告。",
        "湖南省郴州市永兴县",
    ),
    ("四川省成都市网信办会同市公安局约谈该平台。", "四川省成都市"),
    ("成都市公安局天府新区分局抓获犯罪嫌疑人刘某。", "四川省成都市"),
    ("大连市公安局高新园区分局破获非法获取计算机信息系统数据案。", "辽宁省大连市"),
    ("新疆阿克苏地区库车市公安局抓获3人。", "新疆维吾尔自治区阿克苏地区库车市"),
    ("喀什市公安局网安大队抓获艾某。", "新疆维吾尔自治区喀什地区喀什市"),
    ("西藏拉萨公安机关抓获扎某。", "西藏自治区拉萨市"),
    ("香港警方拘捕5人。", "香港特别行政区"),
    ("延边州珲春市公安局破获一起案件。", "吉林省延边朝鲜族自治州珲春市"),
    ("三沙市公安局查处一起案件。", "海南省三沙市"),
    ("儋州市公安局抓获谢某。", "海南省儋州市"),
    ("海南琼海警方抓获王某。", "海南省琼海市"),
    ("黑龙江省大兴安岭地区公安局破案。", "黑龙江省大兴安岭地区"),
    ("伊犁州公安局破获一起案件。", "新疆维吾尔自治区伊犁哈萨克自治州"),
    ("巴彦淖尔市临河区公安分局抓获王某。", "内蒙古自治区巴彦淖尔市临河区"),
    ("沈阳市公安局沈北新区分局抓获王某。", "辽宁省沈阳市沈北新区"),
    ("济南市公安局市中区分局立案。济南市中警方抓获王某。", "山东省济南市市中区"),
    ("青岛西海岸公安抓获王某。", "山东省青岛市黄岛区"),
    ("福州市公安局鼓楼分局抓获林某。", "福建省福州市鼓楼区"),
    ("宜春市袁州区人民法院公开审理了此案。", "江西省宜春市袁州区"),
    ("太原市迎泽公安分局网安大队对某物业公司罚款。", "山西省太原市迎泽区"),
    ("平凉崆峒公安抓获马某。", "甘肃省平凉市崆峒区"),
    ("安康市公安局汉滨分局破案。安康警方提醒。", "陕西省安康市汉滨区"),
    ("镇江句容公安网安部门发现，句容市某学校系统弱口令。", "江苏省镇江市句容市"),
    ("南通市公安局通州分局抓获冯某。", "江苏省南通市通州区"),
    ("北京通州警方抓获冯某。", "北京市通州区"),
    ("日照市公安局东港分局接到报警。", "山东省日照市东港区"),
    ("辽宁朝阳警方抓获冯某。", "辽宁省朝阳市"),
    ("中山市公安局小榄分局抓获冯某。", "广东省中山市"),
    ("东莞市公安局虎门分局抓获冯某。", "广东省东莞市"),
    ("嘉峪关公安网安部门查处。", "甘肃省嘉峪关市"),
    ("经日照警方缜密侦查，犯罪嫌疑人被抓获。", "山东省日照市"),
    ("据@平安襄阳 通报，襄阳市公安局樊城分局抓获梁某。", "湖北省襄阳市樊城区"),
    ("在杭州的张某被骗后向杭州市公安局余杭区分局报案。", "浙江省杭州市余杭区"),
    (
        "江西赣州公安机关网安部门联合福建龙岩公安机关网安部门，抓获犯罪嫌疑人。",
        "江西省赣州市",
    ),
    ("石家庄市公安局网安支队与正定县公安局成立专案组。", "河北省石家庄市"),
    ("阜阳市颍州区市场监管局查处一起刷单案。", "安徽省阜阳市颍州区"),
    ("上海市市场监管局对某公司处罚款20万元。", "上海市"),
    ("国家安全机关依法对其采取强制措施。", ""),
    ("某法院经审理认为，被告人构成诈骗罪。", ""),
    ("近期，重庆两江新区公安机关查处某公司。", "重庆市两江新区"),
    ("重庆市公安局两江新区分局（礼嘉派出所）破案。", "重庆市两江新区"),
    ("江门市公安局蓬江分局、深圳市公安局龙岗分局联合收网。", "广东省江门市蓬江区"),
    (
        "经查，李某在山东省烟台市芝罘区通过网络散布谣言，被烟台公安芝罘分局行政拘留。",
        "山东省烟台市芝罘区",
    ),
    (
        "（湖北孝感）王某破坏计算机信息系统案。孝感市公安局孝南区分局接报。",
        "湖北省孝感市孝南区",
    ),
    ("贵州黔东南州凯里市公安局", "贵州省黔东南苗族侗族自治州凯里市"),
    ("黄冈市麻城市公安局", "湖北省黄冈市麻城市"),
    ("长沙县公安局", "湖南省长沙市长沙县"),
    ("无锡市公安局经济开发区分局、江阴市公安局", "江苏省无锡市"),
    ("株洲市网络安全保卫支队", "湖南省株洲市"),
    (
        "被告人孙某原系南京市某派出所民警。2023年，南京市公安局建邺分局立案。",
        "江苏省南京市建邺区",
    ),
    ("甘肃省张掖市甘州区网安大队", "甘肃省张掖市甘州区"),
    ("攀枝花警方跨省抓捕，在云南警方配合下，在昆明抓获嫌疑人。", "四川省攀枝花市"),
    ("揭阳普宁公安破获案件", "广东省揭阳市普宁市"),
    ("浙江省公安厅交办线索后，丽水市公安局莲都区分局立案", "浙江省丽水市莲都区"),
    (
        "公安部挂牌督办，江苏、安徽、山东三省公安机关开展集中收网。江苏徐州警方作为主侦单位抓获30人。",
        "江苏省徐州市",
    ),
]


@pytest.mark.parametrize(("narrative", "region"), [*PLAIN, *TWISTED])
def test_region_told_by_the_narrative(narrative: str, region: str) -> None:
    assert read_place(narrative)[0] == region


def test_later_authority_inside_the_first_ones_place_is_more_precise() -> None:
    region = read_place("海南三亚警方发布通报。三亚市公安局海棠分局对潘某刑事拘留。")

    assert region == ("海南省三亚市海棠区", "")


def test_court_of_a_later_stage_does_not_replace_the_police() -> None:
    text = "绍兴警方抓获莫某。2024年6月，越城区人民法院判处其有期徒刑。"

    assert read_place(text)[0] == "浙江省绍兴市"


def test_court_tells_the_seat_in_a_courts_bulletin() -> None:
    text = "刘某被温州市公安局抓获。浙江省台州市黄岩区人民法院判处刘某有期徒刑二年。"

    assert read_place(text, kind="court") == ("浙江省台州市黄岩区", "")


def test_procuratorate_tells_the_seat_in_a_procuratorates_bulletin() -> None:
    text = (
        "公安机关移送四川省成都市武侯区人民检察院审查起诉。"
        "成都市武侯区人民检察院以诈骗罪提起公诉。"
    )

    assert read_place(text, kind="procuratorate") == ("四川省成都市武侯区", "")


@pytest.mark.parametrize(
    ("heading", "region", "doubts"),
    [
        ("江苏南京警方破获王某某侵犯公民个人信息案", "江苏省南京市", ""),
        ("王某某侵犯公民个人信息案（江苏南京）", "江苏省南京市", ""),
        ("福建泉州“5·27”电信网络诈骗案", "福建省泉州市", ""),
        ("安徽破获一起黑客案", "安徽省", "heading-place"),
        ("王某等人诈骗案", "", ""),
        ("南京某公司不履行安全保护义务案", "江苏省南京市", "heading-place"),
        ("江苏一男子诈骗案", "", ""),
    ],
)
def test_region_told_by_the_heading(heading: str, region: str, doubts: str) -> None:
    text = "犯罪嫌疑人王某等人非法获利，被公安机关抓获。"

    assert read_place(text, heading=heading) == (region, doubts)


def test_heading_of_another_province_wins_and_is_doubted() -> None:
    text = "常德警方抓获李某。"

    assert read_place(text, heading="广西柳州警方侦破李某案") == (
        "广西壮族自治区柳州市",
        "two-seats",
    )


def test_narrative_makes_the_heading_more_precise() -> None:
    text = "2023年5月，福建省南安市公安机关立案。"

    assert read_place(text, heading="福建泉州“5·27”电信网络诈骗案") == (
        "福建省泉州市南安市",
        "",
    )


def test_local_authority_handles_where_it_happened() -> None:
    text = "有网民称，最近来遵义的广东游客遇袭。经当地公安机关核查，系谣言。"

    assert read_place(text, heading="“贵州遇袭”谣言") == ("贵州省遵义市", "scene")


def test_company_in_a_local_issuers_heading_leaves_the_seat_with_the_issuer() -> None:
    seats = (seat("浙江省"),)

    assert read_place(
        "省通信管理局责令该公司整改。", heading="宁波某公司未履行义务案", seats=seats
    ) == ("浙江省", "")


def test_issuers_seat_where_no_place_is_named() -> None:
    seats = (seat("江西省", "赣州市"),)

    assert read_place("民警抓获宋某。", seats=seats) == ("江西省赣州市", "")
    assert read_place("宋某被罚款五百元。", seats=seats) == (
        "江西省赣州市",
        "seat-of-issuer",
    )


def test_several_provinces_police_give_no_region() -> None:
    text = "浙江、江苏等地公安机关同步收网，抓获80人。"

    assert read_place(text) == ("", "several-places")


def test_several_cities_of_one_province_give_the_province() -> None:
    text = "广州、深圳、佛山三地公安机关同步收网，抓获80人。"

    assert read_place(text) == ("广东省", "several-places")


def test_seat_outside_the_issuers_province_is_doubted() -> None:
    seats = (seat("山西省"),)

    assert read_place("邯郸警方抓获吴某。", seats=seats) == (
        "河北省邯郸市",
        "foreign-seat",
    )


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


@pytest.mark.parametrize(
    ("narrative", "seats", "region"),
    [
        ("公安网安部门依法作出行政处罚。", ("江苏省",), "江苏省"),
        ("市网信办约谈了该企业。", ("浙江省", "台州市"), "浙江省台州市"),
        ("某市公安局网安支队检查某医院。", ("四川省",), "四川省"),
        ("市公安局和平分局抓获李某。", ("辽宁省", "沈阳市"), "辽宁省沈阳市和平区"),
        ("美国联邦调查局逮捕了一名黑客。", ("江苏省",), ""),
    ],
)
def test_authority_without_a_place_sits_where_the_issuer_does(
    narrative: str, seats: tuple[str, ...], region: str
) -> None:
    assert read_place(narrative, seats=(seat(*seats),))[0] == region


def test_story_whose_title_alone_names_the_place_is_doubted() -> None:
    case = CaseContext(
        narrative=normalise("民警抓获李某等9人。"),
        bulletin_title="涉案1亿元！江苏扬州破获一起网络赌博案",
        is_story=True,
    )
    notes = Notes()
    _, region = read_region(case, notes)

    assert region is not None
    assert region.value.names == ("江苏省", "扬州市")
    assert [one.code for one in notes.cautions] == ["heading-place"]


def test_case_sent_to_a_procuratorate_lies_where_that_sits() -> None:
    text = "公安机关将案件移送江苏省南京市鼓楼区人民检察院审查起诉。"

    assert read_place(text) == ("江苏省南京市鼓楼区", "handed-over")
    assert read_place(text, kind="procuratorate") == ("江苏省南京市鼓楼区", "")


def test_two_cities_police_are_doubted_unless_the_title_confirms_one() -> None:
    text = "惠州警方抓获李某。韶关警方抓获王某。"

    assert read_place(text) == ("广东省惠州市", "two-seats")
    assert read_place(text, title="广东惠州警方打掉一团伙") == ("广东省惠州市", "")


@pytest.mark.parametrize(
    ("narrative", "heading"),
    [
        ("【昆山】5月8日，花桥派出所抓获王某。", None),
        ("5月8日，花桥派出所抓获王某。", "昆山一男子冒充客服行骗被抓"),
    ],
)
def test_a_place_of_the_seat_that_labels_an_item_is_where_it_was_handled(
    narrative: str, heading: str | None
) -> None:
    around = seat("江苏省", "苏州市")

    assert read_place(narrative, heading, seats=(around,)) == ("江苏省苏州市昆山市", "")


def test_a_place_elsewhere_that_labels_an_item_is_not() -> None:
    around = seat("江苏省", "苏州市")

    assert read_place("【义乌】派出所抓获王某。", seats=(around,))[0] == "江苏省苏州市"
