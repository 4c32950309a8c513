"""The same cases in other layouts: in one line, cut off, wrapped, as HTML."""

from cases.reader import read_bulletin
from tests.reader.bulletin_texts import FOUR, NAMES, judged, listed, telling
from tests.reader.making import titles

ONE_LINE = "近日，省公安厅公布3起典型案例。" + "".join(
    f"案例{number}：{name}。{telling(*place)}"
    for number, name, place in zip("一二三", NAMES, FOUR, strict=False)
)


def test_all_in_one_line():
    assert titles(ONE_LINE) == NAMES


def test_all_in_one_line_with_chinese_numbers():
    text = ONE_LINE
    for number in "一二三":
        text = text.replace(f"案例{number}：", f"{number}、")

    assert titles(text) == NAMES


def test_no_punctuation_at_all():
    text = ONE_LINE
    for mark in "，。：":
        text = text.replace(mark, " ")

    assert len(read_bulletin(text).cases) == 3


def test_a_subtitle_and_labels_in_one_line():
    text = "最高法发布2件典型案例 " + " ".join(
        f"案例{number} {surname}某诈骗案 ——冒充客服 "
        + judged(surname, "诈骗", "某市法院")
        for number, surname in (("一", "张"), ("二", "李"))
    ).replace("\n", " ")

    assert titles(text) == ["张某诈骗案", "李某诈骗案"]


def test_lines_wrapped_by_hand():
    lines = ONE_LINE.replace("案例", "\n案例").splitlines()
    text = "\n".join(
        line[start : start + 30] for line in lines for start in range(0, len(line), 30)
    )

    cases = read_bulletin(text).cases
    assert [case.title.value for case in cases] == NAMES
    assert [case.people.value for case in cases] == [5, 5, 5]


def test_a_text_cut_off_in_the_middle():
    text = (
        "某省公布10起典型案例\n"
        + listed(["一、" + NAMES[0]])
        + "\n\n二、"
        + NAMES[1]
        + "\n\n"
        "2024年5月，苏州公安机关工作发现，犯罪嫌疑人李某等人利用外"
    )

    assert titles(text) == NAMES[:2]


def test_a_text_cut_off_in_a_heading():
    text = (
        "某省公布10起典型案例\n"
        + listed(["一、南京警方侦破" + NAMES[0], "二、苏州警方侦破" + NAMES[1]])
        + "\n\n三、无锡警方侦破王某诈"
    )

    assert titles(text) == NAMES[:2]


def test_html():
    text = "<h1>公布2起典型案例</h1><p>近日，公安厅公布。</p>" + "".join(
        f"<p><strong>案例{number}</strong></p><p><strong>{name}</strong></p>"
        f"<p>{telling(*place)}</p>"
        for number, name, place in zip("一二", NAMES, FOUR, strict=False)
    )

    assert titles(text) == NAMES[:2]


def test_traditional_characters():
    text = (
        "警方公佈2宗典型案例\n案例一：張某詐騙案\n2024年3月，南京公安機關抓獲犯罪嫌疑人"
        "張某等5人。\n案例二：李某詐騙案\n2024年4月，蘇州公安機關抓獲犯罪嫌疑人李某。"
    )

    cases = read_bulletin(text).cases
    assert titles(text) == ["張某詐騙案", "李某詐騙案"]
    assert [case.offences[0].value for case in cases] == ["fraud", "fraud"]
