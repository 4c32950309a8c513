"""What is said of the bulletin: issuer, campaign, source."""

import pytest

from cases.reader import read_bulletin
from cases.reader.campaigns import read_campaign
from cases.reader.clean import normalise
from tests.reader.bulletin_texts import listed

CASES = listed(["案例一：张某诈骗案", "案例二：李某诈骗案"])


@pytest.mark.parametrize(
    ("beginning", "issuer"),
    [
        ("公安部公布2起典型案例\n近日，公安部公布典型案例。", "公安部"),
        ("最高法发布2件典型案例\n今日发布。", "最高人民法院"),
        ("最高检、公安部联合督办案件\n现公布。", "最高人民检察院、公安部"),
        (
            "江苏公安公布典型案例\n2024年，江苏公安机关深入打击网络犯罪，现公布：",
            "江苏公安机关",
        ),
        ("网信部门公开曝光典型案例\n近期，网信部门查处一批账号。", "网信部门"),
        ("这些事不能做\n近日，南京市公安局发布2起典型案例。", "南京市公安局"),
    ],
)
def test_issuer_of_several_cases(beginning, issuer):
    assert read_bulletin(f"{beginning}\n{CASES}").issuer.value == issuer


@pytest.mark.parametrize(
    ("story", "issuer"),
    [
        (
            "警方打掉一团伙\n近日，江苏南京江宁公安打掉一诈骗团伙，抓获张某等5人。",
            "江苏南京江宁公安",
        ),
        (
            "男子被判三年\n近日，南京市江宁区人民法院以诈骗罪判处张某有期徒刑三年。",
            "南京市江宁区人民法院",
        ),
        (
            "男子被抓\n公安部网安局今日公布一则案例：无锡警方抓获张某，依法刑事拘留。",
            "公安部网安局",
        ),
    ],
)
def test_issuer_of_a_story(story, issuer):
    assert read_bulletin(story).issuer.value == issuer


def test_no_issuer_without_an_authoritys_name():
    text = (
        "男子逃单28万\n据某频道报道，陈某套取加油费28万元。"
        "最终，法院判处陈某有期徒刑四年。"
    )

    reading = read_bulletin(text)
    assert len(reading.cases) == 1
    assert reading.issuer is None


@pytest.mark.parametrize(
    ("words", "campaign"),
    [
        ("深入开展“净网2024”专项行动", "净网2024"),
        ("依托“净网”专项行动", "净网"),
        ("“清朗·优化营商网络环境”专项行动开展以来", "清朗·优化营商网络环境"),
        ("“夏季行动”开展以来，结合“净网2023”专项行动", "净网2023"),
        ("在全国夏季治安打击整治专项行动中", "夏季治安打击整治专项行动"),
        ("在断卡行动中", "断卡"),
        ("净网2022专项行动", "净网2022"),
        ("“夏季行动·靖网清链”", "夏季行动·靖网清链"),
        ("深入推进夏季治安打击整治行动和“云剑”行动", "云剑"),
        ("按照“铸剑网安”2024年专项行动部署", "铸剑网安"),
        ("2024民生领域案件查办“铁拳”行动", "铁拳"),
        ("“网剑”2024集中行动中", "网剑"),
        ("“昆仑—2024”专项行动", "昆仑—2024"),
        ("“断流”专案行动", "断流"),
        ("‘清朗·网络戾气整治’专项行动", "清朗·网络戾气整治"),
        ("“百日攻坚”会战", "百日攻坚"),
        ("“冬季攻势”打响以来", "冬季攻势"),
        ("“雷霆出击”集中收网行动", "雷霆出击"),
        ("“守护花季”系列专项整治行动", "守护花季"),
        ("“云剑”“断卡”“净网2024”等专项行动", "净网2024"),
        ("“净网”“护网”等专项行动", "净网"),
        ("“剑网2024”专项行动启动", "剑网2024"),
        ("护苗2024·开学季专项行动", "护苗2024"),
        ("在“护网—2025”专项工作中", "护网—2025"),
        ("“亮剑太湖·2024”消费领域个人信息专项执法行动", "亮剑太湖·2024"),
        ("“砺剑”夏季攻势", "砺剑"),
        ("“护蕾·雷霆行动”开展以来", "护蕾·雷霆行动"),
        ("2020年以来，公安机关深入推进“净网”系列专项行动，累计破案3万起", None),
        ("FBI牵头“终局行动”", None),
        ("开展“一案双查”工作", None),
        ("“全民反诈在行动”集中宣传月", None),
        ("“反诈宣传周”活动", None),
        ("“网络安全法”执法行动", None),
        ("“扫黑除恶”常态化", None),
        ("某公司“双十一”促销行动", None),
        ("打击“网络水军”专项行动", None),
        ("打击整治“网络谣言”专项行动", None),
        ("一次行动中抓获3人", None),
        ("开展“清网护苗”百日攻坚战", "清网护苗"),
        ("净网·护网2024专项行动中", "净网·护网2024"),
        ("“护网2024”网络安全监督检查专项行动", "护网2024"),
        ("“荒野行动”“和平行动”等游戏的外挂", None),
        # without marks or a year; customs, markets, prosecutors
        ("结合断源行动，网警抓获钱某", "断源"),
        ("在国门利剑2024联合行动中", "国门利剑2024"),
        ("“守护消费”铁拳行动", "守护消费"),
        ("“检护民生”专项整治开展以来", "检护民生"),
        ("治安打击整治冬季行动中", "治安打击整治冬季行动"),
        ("代号为“惊蛰”的收网一役", "惊蛰"),
        ("代号“5·12”专案", None),
        ("从代号“灰鸽”的仓库里下载程序", None),
        ("在“公民个人信息保护系列专项行动”中", "公民个人信息保护系列专项行动"),
        # a quotation in the name
        ("“清朗·整治‘黑嘴’乱象”专项行动", "清朗·整治‘黑嘴’乱象"),
        # called by what it is against
        ("在打击整治养老诈骗专项行动中", "打击整治养老诈骗专项行动"),
        ("全面开展网络黑产打击整治专项行动", "网络黑产打击整治专项行动"),
        ("开展“打击整治虚假招聘”专项行动", "打击整治虚假招聘专项行动"),
        ("打击治理跨境洗钱三年行动", "打击治理跨境洗钱三年行动"),
        ("打击整治网络赌博，推进“净风”专项行动", "净风"),
        ("开展打击整治虚假招聘专项行动，同步推进“断卡”行动", "断卡"),
        ("深入开展打击网络违法犯罪专项行动", None),
        ("集中打击整治专项行动", None),
        ("推进打击网络黑客犯罪专项工作", None),
        ("严厉打击跨境赌博专项行动", "打击跨境赌博专项行动"),
        ("开展App侵害权益专项整治行动", "App侵害权益专项整治行动"),
        ("在冬季严打整治百日会战中", "冬季严打整治百日会战"),
        ("以“百日攻坚战”为契机", "百日攻坚战"),
        ("“春雷行动2023”", "春雷行动2023"),
        ("“7·23”收网行动", None),
        ("“两卡”整治专项行动", None),
    ],
)
def test_campaign(words, campaign):
    found = read_campaign([normalise(words)])

    assert (found and found.value) == campaign


@pytest.mark.parametrize(
    "words",
    [
        "今年，中央网信办开展“清朗·网络直播乱象整治”专项行动。",
        "中央网信办去年还打了一场“清朗”战役。",
    ],
)
def test_a_nationwide_operation_in_the_background_of_a_story_is_none(words):
    text = f"主播被拘留\n近日，三亚市公安局对孟某处以行政拘留10日。\n{words}"

    assert read_bulletin(text).campaign is None


@pytest.mark.parametrize(
    "words",
    [
        "在公安部部署开展的“净网2024”专项行动中，三亚警方抓获嫌疑人孟某。",
        "根据公安部统一部署，三亚市公安局深入推进“净网2024”专项行动，抓获嫌疑人孟某。",
        "三亚警方抓获嫌疑人孟某。下一步，三亚警方将持续推进“净网2024”专项行动。",
    ],
)
def test_an_operation_in_which_the_storys_authority_takes_part(words):
    assert read_bulletin(f"黑客落网\n{words}").campaign.value == "净网2024"


@pytest.mark.parametrize(("year", "campaign"), [(2023, "净网"), (2024, None)])
def test_an_operation_of_the_year_of_publication_is_no_history(year, campaign):
    words = "2023年以来，江苏公安机关推进“净网”系列专项行动"
    found = read_campaign([normalise(words)], year=year)

    assert (found and found.value) == campaign


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("（来源：公安部网站）", "公安部网站"),
        ("文章来源丨江苏网警、某某日报", "江苏网警、某某日报"),
        ("素材|江苏网警", "江苏网警"),
        ("来源：江苏网警 编辑：李某", "江苏网警"),
        ("（作者单位：南京市人民检察院；文中人物均为化名）", "南京市人民检察院"),
    ],
)
def test_source(line, source):
    text = f"公布典型案例\n近日，江苏公安机关公布。\n{CASES}\n{line}"

    assert read_bulletin(text).source.value == source


def test_source_behind_the_end():
    text = f"公布典型案例\n近日，江苏公安机关公布。\n{CASES}\n推荐阅读\n某文\n"
    text += "文章来源：江苏网警"

    assert read_bulletin(text).source.value == "江苏网警"
