"""Pages saved from a browser."""

from __future__ import annotations

import pytest

from cases.documents.apart import Converted
from cases.documents.document import UnreadableDocument
from cases.documents.pages import read_page
from cases.reader import read_bulletin

TELLING = (
    "2024年{n}月，河东市公安局抓获犯罪嫌疑人王某某等{n}人，涉案金额{n}万余元，"
    "均已采取刑事强制措施。"
)
MESSENGER = """<!DOCTYPE html>
<!-- saved from url=(0099)https://mp.weixin.qq.com/s?__biz=MzA==&amp;mid=26 -->
<html><head><meta charset="utf-8"><title></title>
<meta property="og:title" content="河东警方公布1起典型案例">
<meta property="og:url" content="http://mp.weixin.qq.com/s?__biz=MzA==&amp;mid=26&amp;idx=1&amp;sn=ab12&amp;chksm=ff&amp;scene=58#rd">
<script>var ct = "1739199600"; var nickname = htmlDecode("河东网警");</script></head>
<body><h1 id="activity-name">
  河东警方公布1起典型案例  </h1><em id="publish_time"></em>
<div id="js_content" style="visibility: hidden; opacity: 0;"><section>
<p><strong>案例一：于某某侵犯公民个人信息案</strong></p>
<p>2024年8月，运城公安机关抓获犯罪嫌疑人<span>3人</span>。</p><p><br></p>
<img data-src="https://example.org/a.png"><p style="display:none">看不见</p>
</section></div><div class="like">点赞 在看</div></body></html>"""
CASES = "".join(f"<p>　　案例{n}：{TELLING.format(n=n)}</p>" for n in range(3, 9))
GOVERNMENT = f"""<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>河东市公安局公布典型案例_河东市人民政府</title>
<meta name="ArticleTitle" content="河东市公安局公布典型案例">
<meta name="PubDate" content="2024-03-05 10:12">
<meta name="ContentSource" content="河东市公安局"></head>
<body><div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a></div>
<div class="box">{CASES}
</div><div class="footer">主办单位 备案号</div></body></html>"""


def test_a_messengers_article_has_its_header_whether_its_script_ran_or_not():
    assert read_page(MESSENGER.encode()) == Converted(
        "---\n"
        "title: 河东警方公布1起典型案例\n"
        "url: https://mp.weixin.qq.com/s?__biz=MzA==&mid=26&idx=1&sn=ab12\n"
        "source: 河东网警\n"
        "date: 2025-02-10\n"
        "---\n\n"
        "# 河东警方公布1起典型案例\n\n"
        "案例一：于某某侵犯公民个人信息案\n\n"
        "2024年8月，运城公安机关抓获犯罪嫌疑人3人。\n",
        "utf_8",
        "https://mp.weixin.qq.com/s?__biz=MzA==&mid=26&idx=1&sn=ab12",
    )


def test_the_page_after_its_script_ran_gives_the_same_text():
    filled = MESSENGER.replace(
        '<em id="publish_time"></em>',
        '<em id="publish_time">2025年2月10日 23:00</em><a id="js_name"> 河东网警 </a>',
    ).replace(' style="visibility: hidden; opacity: 0;"', "")

    assert read_page(filled.encode()) == read_page(MESSENGER.encode())


def test_a_governments_page_loses_its_menus_and_keeps_every_paragraph():
    made = read_page(GOVERNMENT.encode("gb18030"))

    assert made.encoding == "gb18030"
    assert made.text.startswith(
        "---\ntitle: 河东市公安局公布典型案例\nsource: 河东市公安局\n"
        "date: 2024-03-05\n---\n\n# 河东市公安局公布典型案例\n\n"
    )
    assert [n for n in range(3, 9) if TELLING.format(n=n) in made.text] == [
        *range(3, 9)
    ]
    assert "备案号" not in made.text


@pytest.mark.parametrize("page", [MESSENGER, GOVERNMENT])
def test_the_reader_knows_the_header(page):
    reading = read_bulletin(read_page(page.encode()).text)

    assert (reading.title.value, reading.published.value, reading.account.value) in {
        ("河东警方公布1起典型案例", "2025-02-10", "河东网警"),
        ("河东市公安局公布典型案例", "2024-03-05", "河东市公安局"),
    }


def test_a_page_that_says_nothing_of_itself_is_dated_by_its_line():
    page = (
        "<h1>河东警方通报</h1><p>发布时间：2024/3/5 来源：河东网警</p>"
        f"<p>{TELLING.format(n=3)}</p>"
    )

    made = read_page(page.encode("gb18030"))

    assert made.text.startswith("---\ntitle: 河东警方通报\ndate: 2024-03-05\n---\n")


def test_a_cases_title_in_a_heading_stays_in_the_article():
    page = GOVERNMENT.replace("<p>　　案例4：", "<h3>案例4：某案</h3><p>")

    assert "\n\n### 案例4：某案\n\n" in read_page(page.encode("gb18030")).text


def test_numbers_that_a_browser_draws_are_written():
    page = "<ol start=2><li>甲<li><p>乙</p></ol><h2>丙</h2>丁<br>戊"

    assert read_page(page.encode()).text == "2. 甲\n\n3. 乙\n\n## 丙\n\n丁\n\n戊\n"


@pytest.mark.parametrize("page", [b"<p> </p>", b"<script>1</script>", b"<html></html>"])
def test_a_page_without_words_is_refused(page):
    with pytest.raises(UnreadableDocument):
        read_page(page)


def test_deep_nesting_is_no_trouble():
    assert read_page(b"<div>" * 5_000 + b"word").text == "word\n"
