"""Facets as HTML: what an option says, where it leads, what it holds."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from cases.facet_options import Bar, Facet, Group, Option
from cases.range_facets import RangeFacet
from cases.rendering.facets import facet, range_facet


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def options(html: str) -> str:
    """The first list of a facet."""
    return html[html.index("<ul>") : html.index("</details>")].strip()


def test_an_option_is_a_link_with_its_count():
    html = facet(
        Facet("outcome", "Outcome", (Option("caught", "caught", 3, "/?a=1&b=2"),))
    )

    assert html == (
        '<details class="facet facet-outcome">\n'
        '<summary>Outcome<span class="unit">cases</span></summary>\n'
        '<ul><li><a href="/?a=1&amp;b=2#filters" rel="nofollow">caught <b>3</b></a>'
        "</li></ul>\n</details>\n"
    )


def test_a_chosen_option_is_marked_and_opens_its_facet():
    html = facet(
        Facet(
            "outcome",
            "Outcome",
            (Option("caught", "caught", 3, "/", is_chosen=True),),
            chosen=1,
        )
    )

    assert html.startswith('<details class="facet facet-outcome" open>')
    assert '<span class="chosen-count">1 chosen</span>' in html
    assert '<a href="/#filters" rel="nofollow" aria-current="true">' in html


def test_what_lies_within_stands_in_a_list_of_its_own():
    city = Option("yuncheng", "Yuncheng", 2, "/?city=yuncheng")
    html = facet(
        Facet(
            "city",
            "Place",
            (
                Option("shanxi", "Shanxi", 3, "/?city=shanxi", options=(city,)),
                Option("hebei", "Hebei", 1, "/?city=hebei", is_cut=True),
            ),
        )
    )

    assert (
        '<details><summary><span class="visually-hidden">Within Shanxi</span></summary>'
        '<ul><li><a href="/?city=yuncheng#filters" rel="nofollow">Yuncheng <b>2</b></a>'
        "</li></ul></details>"
    ) in html
    assert (
        '<details class="is-cut"><summary><span class="visually-hidden">Within Hebei'
        "</span></summary></details>"
    ) in html


def test_the_months_of_a_year_are_one_drawing():
    year = Option("2024", "2024", 3, "/", bars=(Bar(0, 10), Bar(8, 0), Bar(16, 20)))

    html = facet(Facet("month", "Month", (year,)))

    assert '<path d="M0 20v-10h6v10zM16 20v-20h6v20z"/>' in html


def test_groups_have_headings():
    group = Group("property", "Property", (Option("fraud", "Fraud", 1, "/"),))

    html = facet(Facet("offence", "Offence", groups=(group,)))

    assert '<h3 class="group group-property">Property</h3>' in html


def test_everything_given_is_escaped():
    bad = "<b title='\"'>"
    html = facet(
        Facet(
            "campaign",
            bad,
            (Option(bad, bad, 1, "/?x=<", names=bad),),
            groups=(Group("other", bad, ()),),
            whole_url="/?x=<",
        )
    )

    assert "<b title" not in html
    assert "x=<" not in html
    assert html.count("&lt;b title=&#x27;&quot;&#x27;&gt;") == 4


def test_chinese_on_an_english_page_is_marked():
    html = facet(Facet("campaign", "Campaign", (Option("净网", "净网", 1, "/"),)))

    assert '<span lang="zh-Hans">净网</span> <b>1</b>' in html
    with override("zh-hans"):
        html = facet(Facet("campaign", "行动", (Option("净网", "净网", 1, "/"),)))
    assert "lang=" not in html


def test_a_range_hands_on_the_other_arguments():
    html = range_facet(
        RangeFacet(
            name="people",
            label="People",
            counts="Offenders.",
            note="1 of 3 cases states none.",
            unit="people",
            start="2",
            end="",
            options=(Option("2-9", "2 to 9", 2, "/"),),
            kept=(("q", '"x"'),),
            chosen=1,
        )
    )

    assert html.startswith('<details class="facet facet-people" open>')
    assert '<form class="range" action="/en/#filters" method="get">' in html
    assert '<input type="hidden" name="q" value="&quot;x&quot;">' in html
    assert '<input type="text" name="people_from" value="2" maxlength="30"' in html
    assert '<input type="text" name="people_to" value="" maxlength="30"' in html
    assert '<p class="facet-note">1 of 3 cases states none.</p>' in html
