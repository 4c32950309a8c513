"""What issuers do with their cases in other words, and operations that are none."""

import pytest

from cases.reader import read_bulletin

CASES = (
    "案例一：西宁市公安局城西分局侦破马某侵犯公民个人信息案，抓获4人，刑事拘留。\n\n"
    "案例二：海东市公安局乐都分局侦破冶某诈骗案，抓获2人，刑事拘留。"
)


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("青海省公安厅近日亮出成绩单，两起案件首次公开。", "青海省公安厅"),
        ("青海省公安厅3日推出两起典型案例。", "青海省公安厅"),
        ("青海省公安厅8月13日晒出两起案件。", "青海省公安厅"),
        (
            "记者从青海省公安厅（下称青海公安厅）举行的通气会上了解到两起案件。",
            "青海省公安厅",
        ),
        ("青海省公安厅举行新闻通气会，两起案件公开。", "青海省公安厅"),
    ],
)
def test_an_issuer_shows_its_cases(words, issuer):
    reading = read_bulletin(f"黑手被斩断\n\n{words}\n\n{CASES}")

    assert reading.issuer.value == issuer


def test_who_has_a_case_on_its_list_does_not_issue_it():
    reading = read_bulletin(
        "园区老板落网记\n\n最高检与公安部不久前挂牌督办了一批案件。湖南衡阳警方日前对外"
        "披露的这一起，同样由公安部挂牌。\n\n2021年10月，衡阳警方抓获贺某等50人，贺某犯"
        "诈骗罪，被判处无期徒刑。"
    )

    assert reading.issuer.value == "湖南衡阳警方"


def test_an_authority_below_a_heading_was_not_attacked():
    reading = read_bulletin(
        "一男子被刑拘\n\n网页篡改\n\n公安部网安局8月13日晒出一起黑客案。3月，衢州警方抓获"
        "上官某，上官某已被刑事拘留。"
    )

    assert reading.issuer.value == "公安部网安局"


@pytest.mark.parametrize(
    ("words", "campaign"),
    [
        ("夏季治安打击整治“百日行动”期间，", "夏季治安打击整治“百日行动”"),
        ("在“护航行动”中，", "护航行动"),
    ],
)
def test_an_operation_with_its_season(words, campaign):
    reading = read_bulletin(
        f"驾校被罚\n\n{words}文山警方检查一家驾校，该校信息外泄，被处以警告。"
    )

    assert reading.campaign.value == campaign


def test_an_event_is_no_operation():
    reading = read_bulletin(
        f"黑手被斩断\n\n青海省公安厅公布两起案件。\n\n{CASES}\n\n"
        "“护航行动”企业安全沙龙报名中"
    )

    assert reading.campaign is None


def test_accounts_that_are_closed_one_by_one():
    reading = read_bulletin(
        "处置一批违规账号\n\n近期，山西省网信办查处3起网络违规行为。\n\n"
        "一、账号“晋城快讯”发布不实信息，被依法禁言30天。\n\n"
        "二、账号“太原小灵通”冒充新闻媒体，被依法关闭。\n\n"
        "三、账号“老李说事”造谣传谣，被永久关闭。"
    )

    assert len(reading.cases) == 3


def test_police_of_the_net_that_patrol_are_an_authority():
    reading = read_bulletin(
        "这些谣言别信\n\n贵州网警巡查发现以下谣言。\n\n谣言一：网民陶某编造停课消息，遵义"
        "公安机关对其行政拘留。\n\n谣言二：网民崔某捏造食品有毒，安顺公安机关对其罚款。"
    )

    assert reading.issuer.value == "贵州网警"


def test_a_branch_of_which_only_a_speaker_comes_does_not_issue():
    reading = read_bulletin(
        "真骗子\n\n近日，陕西咸阳警方对外披露，他们打掉了一个诈骗团伙，16人落网。\n\n据咸阳市"
        "公安局秦都分局办案民警介绍，该团伙每天拨打电话6万余次。"
    )

    assert reading.issuer.value == "陕西咸阳警方"


def test_a_system_for_hiring_is_no_advert():
    reading = read_bulletin(
        "这些单位被罚\n\n宁州网安支队查处两家单位。\n\n案例一：某人力公司招聘系统敞开高危端口，"
        "被处以警告。\n\n案例二：某旅馆明文存放住客资料，被处以警告。"
    )

    assert len(reading.cases) == 2


@pytest.mark.parametrize(
    "said", ["6月19日发布消息称：", "19日通报，", "公布的情况显示，"]
)
def test_who_passes_on_what_a_local_authority_did_does_not_issue(said):
    reading = read_bulletin(
        f"空车拉满货\n\n公安部网安局{said}贵州遵义习水警方攻克一起黑客案，"
        "抓获管某等15人，管某已被刑事拘留。"
    )

    assert reading.issuer.value == "贵州遵义习水警方"


def test_a_branch_that_speaks_to_the_press_is_named_whole():
    reading = read_bulletin(
        "谁动了我的号\n\n荆州市公安局沙市分局日前向记者介绍，该局抓获倒卖账号的尹某等5人，"
        "5人已被刑事拘留。"
    )

    assert reading.issuer.value == "荆州市公安局沙市分局"


def test_the_office_of_the_very_place_stands_for_its_police():
    reading = read_bulletin(
        "慢充的秘密\n\n刘女士走进派出所报警。瑞昌市公安局由此联系运营商做了比对。\n\n"
        "32人已被瑞昌警方依法采取刑事强制措施，他们涉嫌掩饰、隐瞒犯罪所得罪。"
    )

    assert reading.issuer.value == "瑞昌市公安局"


def test_all_regulators_of_a_province_issue_as_its_system():
    cases = "\n\n".join(
        f"**{number}.{place}市网信办查处某公司案**\n\n{place}市网信办查明某公司未履行"
        "网络安全保护义务，对该公司处警告，并处罚款2万元。"
        for number, place in enumerate(("桐城", "宣城", "池州"), 1)
    )
    reading = read_bulletin(f"安徽网信系统2023年执法典型案例发布\n\n{cases}")

    assert reading.issuer.value == "安徽网信系统"
