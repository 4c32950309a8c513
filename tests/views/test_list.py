"""The list page: what it shows, how many queries it takes, what breaks it."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest

from tests.factories import AmountFactory, BulletinFactory, CaseFactory, region

pytestmark = pytest.mark.django_db


def visible(html: str) -> str:
    """The words of a page on one line, without tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def case(**fields):
    """A published case with an amount."""
    one = CaseFactory(is_published=True, **fields)
    AmountFactory(case=one, yuan=150_000_000)
    return one


def test_a_card_tells_a_case(page):
    one = case(people=3, outcomes=["criminal-coercive"])
    one.copy.url = "https://example.org/source"
    one.copy.save()

    html = page("/en/")

    assert "1 case from 1 bulletin (chosen examples)" in visible(html)
    card = visible(html[html.index("<article") : html.index("</article>")])
    assert card == (
        "Yuncheng, Shanxi · August 2024 · Sabotaging a computer information system · "
        "3 people caught · CN¥150 million involved "
        "于某某等人破坏计算机信息系统案 "
        "2024年8月，运城公安机关抓获犯罪嫌疑人于某某等3人。 "
        "Police of Shanxi 山西公安机关 Bulletin of 10 February 2025 Source"
    )
    assert f'href="/en/cases/{one.pk}/"' in html
    assert 'href="https://example.org/source"' in html


def test_a_chinese_card_needs_no_line_above_its_title(page):
    case(people=30, people_qualifier="at-least", outcomes=["criminal-coercive"])

    html = page("/")

    card = visible(html[html.index("<article") : html.index("</article>")])
    assert card.startswith(
        "于某某等人破坏计算机信息系统案 运城市 2024年8月 破坏计算机信息系统 "
        "犯罪嫌疑人 30余人 涉案金额 1.5亿元 "
    )


def test_the_words_searched_for_are_marked(page):
    case(title="改动加油機案", text="警方抓获三人。他们改动加油机芯片。")

    html = page("/", q="加油机")

    assert "改动<mark>加油機</mark>案" in html
    assert "他们改动<mark>加油机</mark>芯片。" in html


def test_text_of_a_source_is_escaped(page):
    case(title="<script>案", text="警方<b>查明</b>。")

    html = page("/", q="案")

    assert "<script>案" not in html
    assert "&lt;script&gt;<mark>案</mark>" in html
    assert "警方&lt;b&gt;查明&lt;/b&gt;。" in html


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("query", "queries"),
    [
        # totals and all facets, the page's keys, its cards
        ("", 3),
        # cases that are counted one by one bring the page's keys along;
        # a facet whose own filter is chosen is counted by itself
        ("city=yuncheng&month=2024-08&offence=system-sabotage", 5),
        # and how many cases there are in all
        ("q=运城", 3),
        ("amount_from=1&people_to=3", 4),
    ],
)
def test_the_number_of_queries_is_constant(
    client, django_assert_num_queries, number, query, queries
):
    for _ in range(number):
        case(
            bulletin=BulletinFactory(campaign="净网2024"),
            outcomes=["arrested"],
            people=3,
        )

    with django_assert_num_queries(queries):
        response = client.get(f"/?{query}")

    assert response.content.decode().count("<article") == number


@pytest.mark.parametrize(("number", "options"), [(1, 2), (3, 5)])
def test_the_whole_tree_of_places_is_an_address(
    client, django_assert_num_queries, number, options
):
    for code in ["140800", "140100", "110108"][:number]:
        case(region=region(code))

    with django_assert_num_queries(1):
        response = client.get("/en/places/")

    assert visible(response.content.decode()).startswith("Place")
    assert response.content.decode().count("<li") == options
    assert response["Cache-Control"] == "public, no-cache"
    assert response["X-Robots-Tag"] == "noindex"


def test_all_months_are_an_address(client):
    case(month=date(2024, 8, 1))

    response = client.get("/en/months/?city=yuncheng")

    assert visible(response.content.decode()) == (
        "Month cases 2024 1 Within 2024 August 2024 1"
    )
    assert response["X-Robots-Tag"] == "noindex"


def test_the_export_of_a_page_has_its_cases(client):
    for number in range(25):
        case(title=f"案{number:02}", region=region("140802"))
    case(title="别处", region=region("110000"))
    query = "city=yuncheng&sort=added"

    first = client.get(f"/?{query}").content.decode()
    second = client.get(f"/?{query}&page=2").content.decode()
    export = client.get(f"/export.csv?{query}")
    text = b"".join(export.streaming_content).decode("utf-8-sig")

    titles = re.findall(r">(案\d\d)\s*</a></h2>", first + second)
    assert "25" in first[first.index("<h1") : first.index("</h1>")]
    assert titles == [f"案{number:02}" for number in reversed(range(25))]
    assert [row["title"] for row in csv.DictReader(io.StringIO(text))] == titles


def test_the_export_is_a_file_kept_out_of_search_engines(client):
    response = client.get("/export.csv")

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        response.headers["Content-Disposition"]
        == 'attachment; filename="casebook-cases.csv"'
    )
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert b"".join(response.streaming_content).startswith(b"\xef\xbb\xbfid,url,title,")


@pytest.mark.parametrize(
    "query",
    [
        "page=abc",
        "page=999999",
        "page=-1",
        "page=9999999999999999999999",
        "month=2024-13",
        "month=9999-12",
        "city=%00",
        "city=%ED%A0%80",
        "offence=%00&outcome=%00&campaign=%00&published=%00",
        "q=%00",
        "q=%ED%A0%80%F0%9F",
        "q='\"\\%25_:*%26|!()<>",
        "q=" + "%E9%AA%97" * 3000,
        "q=" + "a+" * 1500,
        "sort=%00",
        "sort=relevance",
        "&".join(f"city={number}" for number in range(300)),
        "city[]=1&city=[]&q[]=x",
        "nonsense=1",
    ],
)
@pytest.mark.parametrize("path", ["/", "/en/", "/export.csv"])
def test_bad_arguments_are_no_error(client, path, query):
    case()

    response = client.get(f"{path}?{query}")
    if response.streaming:
        b"".join(response.streaming_content)

    assert response.status_code == 200


def test_an_empty_list_names_the_filters_to_drop(page):
    case(region=region("140800"))

    html = page("/en/", city="beijing", month="2024-08")

    assert "No case matches all of this" in html
    assert "without Place “Beijing”" in html
    assert "1 case" in visible(html[html.index("without Place") :])


def test_an_empty_list_of_one_word_does_not_speak_of_several_filters(page):
    case()

    words = visible(page("/en/", q="ransomware"))

    assert words[words.index("No case matches") :].startswith(
        "No case matches this. Without it there would be: "
        "without Search “ransomware” 1 case The texts are in Chinese. A word in "
        "Latin letters finds places and offences by name, "
        "and what the texts themselves write so."
    )
    assert "The texts are in Chinese" not in visible(page("/en/", q="勒索"))


@pytest.mark.parametrize(
    ("asked", "first"),
    [("1", "案20"), ("0", "案20"), ("-1", "案20"), ("x", "案20"), ("99", "案00")],
)
def test_a_page_that_is_none_is_the_nearest(page, asked, first):
    for number in range(21):
        case(title=f"案{number:02}")

    html = page("/", page=asked)

    assert re.search("案[0-9]{2}", html[html.index("<article") :])[0] == first


def test_an_empty_list_that_no_single_filter_explains_leads_to_everything(page):
    case(people=3)

    html = page("/en/", city="beijing", people_from="9")

    words = visible(html[html.index('class="no-results"') :])
    assert "leaving out one filter would not change that. Clear all 1 case" in words


def test_a_range_is_a_form_that_hands_the_other_filters_on(page):
    case(people=3)

    html = page("/en/", city="yuncheng", people_from="2", sort="added")
    form = html[html.index("facet-people") :]
    form = form[form.index("<form") : form.index("</form>")]

    assert 'action="/en/#filters"' in form
    assert re.findall(r'<input type="\w+" name="(\w+)" value="(\w*)"', form) == [
        ("city", "yuncheng"),
        ("sort", "added"),
        ("people_from", "2"),
        ("people_to", ""),
    ]


def test_the_foot_of_the_sheet_says_what_it_leads_to(page):
    case()
    case()

    foot = page("/en/").partition('class="sheet-foot"')[2].partition("</p>")[0]

    assert visible("<p " + foot) == "View 2 cases"


def test_choosing_without_script_stays_among_the_filters(page):
    """The sheet of a phone is open where the address names it."""
    case()

    html = page("/")
    options = re.findall(r'<li[^>]*><a href="([^"]+)" rel="nofollow"', html)

    assert "/?city=shanxi#filters" in options
    assert "/?city=yuncheng" not in options


def test_an_empty_catalogue_says_so(page):
    assert "No case has been published here yet." in page("/en/")


def test_the_language_switch_keeps_page_and_filters(page):
    case()

    html = page("/", city="yuncheng", sort="added")

    assert 'href="/en/?city=yuncheng&amp;sort=added"' in html


def test_the_way_to_the_other_language_is_the_same_for_everybody(client):
    """A script shows it first to whom it concerns: pages can be kept by a cache."""
    case()

    html = client.get("/?city=yuncheng", headers={"Accept-Language": "en"}).content
    again = client.get("/?city=yuncheng", headers={"Accept-Language": "zh"})

    assert html == again.content
    assert "Accept-Language" not in again.headers.get("Vary", "")
    assert (
        '<a href="/en/?city=yuncheng" lang="en" hreflang="en" data-language>'
        "Read this page in English</a>"
    ) in html.decode()


def test_filtered_lists_stay_out_of_search_engines_and_name_their_address(page):
    case()

    plain = page("/")
    filtered = page("/", offence="system-sabotage", city="140800", sort="added")

    assert 'name="robots"' not in plain
    assert '<link rel="canonical" href="http://testserver/">' in plain
    assert '<meta name="robots" content="noindex">' in filtered
    assert (
        '<link rel="canonical" href="http://testserver/'
        '?city=yuncheng&amp;offence=system-sabotage">'
    ) in filtered


def test_links_that_change_the_list_are_not_to_be_followed(page):
    for _ in range(21):
        case()

    html = page("/", city="yuncheng")

    changing = [tag for tag in re.findall(r"<a [^>]+>", html) if 'href="/?' in tag]
    assert len(changing) >= 10
    assert [tag for tag in changing if "nofollow" not in tag] == []


def test_samples_are_called_samples(page):
    case(bulletin=BulletinFactory(is_sample=True))

    words = visible(page("/en/"))

    assert "1 of them is a sample" in words
    assert "于某某等人破坏计算机信息系统案 Sample" in words


def test_pages_follow_each_other_without_a_gap(page):
    for number in range(45):
        case(title=f"案{number:02}", month=date(2024, 8, 1))

    found = [
        title
        for number in (1, 2, 3)
        for title in re.findall(r">(案\d\d)\s*</a></h2>", page("/", page=number))
    ]

    assert found == [f"案{number:02}" for number in reversed(range(45))]


def test_only_reading_is_allowed(client):
    assert client.post("/").status_code == 405
    assert client.post("/export.csv").status_code == 405
    assert client.head("/").status_code == 200


def test_a_visitor_gets_no_cookie(client):
    case()

    for path in ("/", "/en/", "/bulletins/", "/regions/", "/about/", "/nowhere/"):
        response = client.get(path)
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")
