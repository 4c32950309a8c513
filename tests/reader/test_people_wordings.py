"""Head counts in the press's many words for a catch, and those of a wider campaign."""

from __future__ import annotations

import pytest

from tests.reader.making import counted, doubts


def people(text):
    found = counted(text)[0]
    return found.value if found else None


@pytest.mark.parametrize(
    "text",
    [
        "警方集中收网，12名嫌疑人落马。",
        "12名团伙成员尽数被擒。",
        "12名骗子被民警当场按住。",
        "民警把12名嫌疑人堵在屋里，一并带走。",
        "团伙12人被连锅端。",
        "12名组织者被绳之以法。",
        "目前12人已锒铛入狱。",
        "严某一伙12人在警方的收网行动中悉数落网。",
        "严某等一干12人难逃法网。",
        "严某、贺某以及另外10人落网。",
        "严某连同11名同伙被抓。",
    ],
)
def test_the_press_has_many_words_for_a_catch(text):
    assert people(text) == 12


def test_one_with_a_doubled_name_and_company_is_one():
    found, coercive, _ = counted(
        "3名嫌疑人先后落网，严某某及其一名同伙已被刑事拘留，剩下1人取保候审。"
    )
    assert (found.value, coercive.value) == (3, 3)


def test_persons_first_named_after_a_count_come_on_top_of_it():
    text = "团伙13人悉数落网。写出软件的孟某、贺某浮出水面，民警将二人抓获。"
    found, _, notes = counted(text)
    assert (found.value, found.qualifier) == (15, "exact")
    assert doubts(notes)["people"] == "added-counts"
    assert people("孟某、贺某带头，团伙13人悉数落网。民警将二人押回。") == 13


@pytest.mark.parametrize(
    "text",
    [
        "9名嫌疑人被抓获。全省由此侦破同类刑事案件22起，查获违法犯罪人员127名。",
        "9名嫌疑人被抓获。到目前为止，诈骗等各类案件已办结176起，到案491名。",
    ],
)
def test_what_the_whole_province_caught_is_not_the_cases(text):
    assert people(text) == 9


def test_a_count_told_with_many_cases_is_doubted_beside_another():
    found, _, notes = counted(
        "民警抓获嫌疑人9名。循线深挖，侦破案件22起，抓获嫌疑人127名。"
    )
    assert found.value == 127
    assert doubts(notes)["people"] == "two-counts"


@pytest.mark.parametrize(
    "text",
    [
        "涉案男子被依法行政拘留。",
        "主播“小雨点”因直播涉黄被行政拘留。",
        "这名程序员最终获刑三年。",
        "一名程序员在系统里留下后门。法院判处其有期徒刑三年。",
        "一在校大学生被抓。",
    ],
)
def test_one_person_without_a_name_is_one(text):
    assert people(text) == 1


def test_a_fate_told_later_in_the_sentence_leaves_the_one_in_doubt():
    found, _, notes = counted("90后小伙盗刷话费，被法院判处有期徒刑三年。")
    assert found.value == 1
    assert doubts(notes)["people"] == "counted-names"


def test_offenders_told_by_their_deed_alone_are_not_counted():
    assert people("造谣者已被行政拘留。") is None


def test_the_rest_told_beside_names_are_counted_with_them_once():
    assert people("民警先后抓获严某、贺某、施某，以及另外两名嫌疑人。") == 5


def test_a_couple_told_by_both_is_two():
    assert people("夫妻档双双获刑。") == 2


def test_those_under_coercion_are_doubted_with_those_caught():
    text = "警方抓获嫌疑人9名。侦破案件22起，抓获嫌疑人127名，均已被刑事拘留。"
    _, coercive, notes = counted(text)
    assert coercive.value == 127
    assert doubts(notes) == {"people": "two-counts", "coercive": "two-counts"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("哥俩被警方抓获。", 2),
        ("这对夫妻被抓获归案。", 2),
        ("两口子被民警带走。", 2),
        ("三兄弟全部落网。", 3),
        ("警方抓获5个骗子。", 5),
        ("18嫌犯落网。", 18),
        ("一家五口全部落网。", 5),
    ],
)
def test_persons_are_counted_without_a_unit_too(text, value):
    assert people(text) == value


def test_what_offenders_suffer_is_a_catch_whatever_its_word():
    assert people("12名嫌疑人悉数被请进派出所。") == 12
    assert people("12名嫌疑人已被锁定。") is None


def test_a_measure_in_brackets_is_of_those_counted_before():
    assert counted("抓获嫌疑人18人（均已刑拘）。")[1].value == 18


def test_victims_told_by_one_of_them_are_no_offenders():
    text = "诱使王女士等十余人投入资金。严某等6人因诈骗罪获刑。"
    assert people(text) == 6


def test_a_rough_number_of_heads_is_read():
    found = counted("警方抓获30来名嫌疑人。")[0]
    assert (found.value, found.qualifier) == (30, "about")


@pytest.mark.parametrize(
    "text",
    [
        "严某骗取12名网友钱款，被警方抓获。",
        "严某纠集12名中学生刷单，被依法行政拘留。",
        "严某控制了12名教师的邮箱，被警方抓获。",
        "严某曾伙同3人盗窃被判刑，此次又被抓获。",
    ],
)
def test_whom_a_verb_wrongs_or_hires_is_no_offender_caught(text):
    assert people(text) == 1


def test_victims_set_free_are_not_caught():
    assert people("5人被抓，警方解救被拘禁人员12人。") == 5


@pytest.mark.parametrize(
    "text",
    [
        "警方抓获4人。目前，公安机关已依法对其采取刑事强制措施。",
        "警方抓获4人。目前，涉案人员被依法采取刑事强制措施。",
        "警方抓获4人。目前，嫌疑人因涉嫌诈骗罪被刑事拘留。",
    ],
)
def test_a_measure_told_of_those_caught_as_a_whole_is_of_all_in_doubt(text):
    _, coercive, notes = counted(text)
    assert coercive.value == 4
    assert doubts(notes) == {"coercive": "coercive-no-count"}


def test_a_measure_told_of_the_chief_ones_is_not_of_all():
    text = "警方抓获4人。目前，主要犯罪嫌疑人已被刑事拘留。"
    assert counted(text)[1] is None


def test_some_among_a_number_are_no_others():
    found, coercive, _ = counted("4名嫌疑人中有3名被刑事拘留。")
    assert (found.value, coercive.value) == (4, 3)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("专案组将潜逃的3名主犯抓获，至此，15名嫌疑人全部归案。", 15),
        ("12名嫌疑人被一举抓获。慑于压力，3名嫌疑人投案自首。", 15),
        ("12名嫌疑人被抓获，其中3人投案自首。", 12),
        ("严某归案后，供出3名同伙，3人陆续到案。", 4),
        ("5人被警方堵了个正着。", 5),
    ],
)
def test_counts_that_come_on_top_and_those_that_do_not(text, value):
    assert people(text) == value


def test_those_caught_by_name_after_a_further_lead_come_on_top():
    text = "警方抓获13人。审讯又牵出上家，民警赶赴外地，将软件作者孟某、贺某抓获。"
    assert people(text) == 15


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("警方解救被关押人员12人，抓获严某。", 1),
        ("曾志强等5人被抓获。", 5),
        ("一位老人报警后，警方抓获嫌疑人。", None),
        ("一名学生报警称被骗，嫌疑人已被抓获。", None),
        ("12名涉案人员账户被冻结。", None),
    ],
)
def test_who_is_freed_or_tells_the_police_is_not_caught(text, value):
    assert people(text) == value


def test_the_same_deed_done_many_times_is_no_wider_campaign():
    text = "严某一伙先后实施此类诈骗30余起，现已抓获嫌疑人3名。"
    assert people(text) == 3


@pytest.mark.parametrize(
    "text",
    [
        "法院以侵犯公民个人信息罪对12人定罪判刑。",
        "法院判令12名被告人承担刑事责任。",
        "检察院将此案12人诉至法院。",
        "12人被关进看守所。",
        "12人在机场被截住。",
    ],
)
def test_whom_courts_and_custody_take_is_counted(text):
    assert people(text) == 12


@pytest.mark.parametrize(
    "text",
    [
        "到案的有14名，含出资人6名、骨干2名。",
        "现已归案的14名，属于出资人的4名，属于骨干的3名。",
        "归案的14名里，出资人4名、骨干2名。",
        "警方抓获14人，主犯占4名，骨干占3名。",
    ],
)
def test_a_row_of_parts_adds_nothing(text):
    assert people(text) == 14


@pytest.mark.parametrize(
    "text",
    [
        "钱某连同3名帮手全部被抓。",
        "钱某和3名徒弟一起落网。",
        "钱某与手底下3个伙计全部归案。",
    ],
)
def test_whoever_comes_with_a_name_is_added_to_it(text):
    assert people(text) == 4


def test_heads_are_counted_after_the_clause_that_names_the_catch():
    assert people("买家众多，警方抓获的人数最多，有140余人。") == 140


def test_cases_that_this_one_led_to_have_their_own_offenders():
    text = "警方抓获嫌疑人16人。以此案为突破口，各省同步收网，另有230余人落网。"
    assert people(text) == 16


def test_a_next_strike_comes_on_top():
    text = "警方抓获12人。随后再下一城，把写软件的聂某、戚某、费某3人拿下。"
    assert people(text) == 15


@pytest.mark.parametrize(
    "text",
    [
        "钱某等2人为躲避刑事拘留逃往外地，终被警方抓获。",
        "骗子说机主将被逮捕。警方抓获钱某。",
    ],
)
def test_a_measure_feared_or_threatened_holds_nobody(text):
    assert counted(text)[1] is None


def test_all_under_coercion_in_other_words():
    text = "落网者共计14人，已全数由警方采取刑事强制措施。"
    assert counted(text)[1].value == 14


def test_those_dealt_with_are_more_than_the_parts_told_after():
    assert people("警方处理违法人员14名，其中行政拘留3人、罚款11人。") == 14


@pytest.mark.parametrize(
    "rest",
    [
        "另外那些涉案人员则被取保候审。",
        "至于其他嫌疑人，由警方办理了取保候审。",
        "余者取保候审。",
    ],
)
def test_one_arrested_and_the_rest_on_bail_are_all_under_coercion(rest):
    text = f"警方抓获14人。钱某已被批准逮捕，{rest}"
    assert counted(text)[1].value == 14


def test_the_rest_whose_guilt_is_still_examined_are_under_none():
    text = "警方抓获14人。钱某已被批准逮捕，至于其他嫌疑人，尚在审查。"
    assert counted(text)[1].value == 1


def test_who_is_caught_next_comes_on_top():
    assert people("警方带走骨干共14人。接着，买家80人先后归案。") == 94


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("该团伙14人中，9人获刑，其余5人由公安机关作出行政处罚。", 14),
        ("公司老板钱某、技术员孙某和9名客服全部落网。", 11),
        ("民警在某市、某县抓获钱某和9名客服。", 10),
    ],
)
def test_parts_with_fates_of_their_own_and_names_with_roles_add_up(text, value):
    assert people(text) == value


def test_a_decision_reaches_over_names_and_their_noun_to_the_number():
    text = "检察院批准逮捕钱某、孙某等犯罪嫌疑人9名，对情节较轻的3名不予批捕。"
    found, coercive, _ = counted(text)
    assert (found.value, coercive.value) == (12, 9)
