"""A passage that somebody marked, read as one case of its bulletin."""

from datetime import date

from cases.reader import read_bulletin, read_case
from tests.reader.bulletin_texts import telling

PLAIN = "3月，网警支队抓获诈骗嫌疑人张某、李某。"
TEXT = (
    "# 长治市公安局公布一周工作情况\n 网安圈   2024-10-02 10:07\n\n"
    "本周天气转凉，各单位组织了训练。\n\n"
    f"**二、张某等人诈骗案**\n\n{PLAIN}\n\n扫码关注公众号\n\n目前，案件正在侦办中。\n\n"
    "典型意义\n\n杭州市公安局曾于2021年5月抓获王某。\n"
)


def span_of(text, first, last):
    """From the first words to the end of the last ones."""
    return text.index(first), text.index(last) + len(last)


def test_date_and_seat_are_the_bulletins():
    case = read_case(TEXT, span_of(TEXT, PLAIN, PLAIN))

    assert case.region.value.names == ("山西省", "长治市")
    assert case.month.value == "2024-03"
    assert [found.value for found in case.suspects] == ["张某", "李某"]
    assert TEXT[slice(*case.month.spans[0])] == "3月"


def test_a_given_date_comes_before_the_bulletins():
    span = span_of(TEXT, PLAIN, PLAIN)

    case = read_case(TEXT, span, published=date(2022, 4, 1))
    assert case.month.value == "2022-03"


def test_heading_advert_and_comment_are_told_apart():
    span = span_of(TEXT, "二、张某", "抓获王某。")

    case = read_case(TEXT, span)
    assert case.span == span
    assert case.title.value == "张某等人诈骗案"
    assert [TEXT[slice(*noise)] for noise in case.noise] == ["扫码关注公众号"]
    assert case.month.value == "2024-03"
    assert "扫码" not in case.text


def test_a_passage_cut_inside_a_line_has_no_words_around_it():
    text = telling("南京", "张") + telling("苏州", "李")
    half = len(text) // 2

    case = read_case(text, (half, len(text)))
    assert case.region.value.names == ("江苏省", "苏州市")
    assert [found.value for found in case.suspects] == ["李某"]


def test_a_passage_behind_the_end_of_the_article_is_read():
    told = telling("南京", "张")
    text = f"某市通报\n{told}\n推荐阅读\n{telling('苏州', '李')}"

    case = read_case(text, (text.index("2024年3月，苏州"), len(text)))
    assert case.region.value.names == ("江苏省", "苏州市")


def test_words_that_tell_no_case_are_no_error():
    text = "一周要闻\n天气转凉，请添衣。"

    case = read_case(text, (5, len(text)))
    assert (case.span, case.text) == ((5, len(text)), "天气转凉，请添衣。")
    assert case.region is None


def test_a_case_that_the_reader_found_reads_the_same_marked():
    text = "省公安厅公布典型案例\n" + "\n".join(
        f"案例{number}：{surname}某诈骗案\n{telling(place, surname)}"
        for number, place, surname in (("一", "南京", "张"), ("二", "苏州", "李"))
    )

    for case in read_bulletin(text).cases:
        marked = read_case(text, case.span)
        assert {name: found.value for name, found in marked.found()} == {
            name: found.value for name, found in case.found()
        }
