"""A case's facts, passage, timeline and related cases as HTML."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from cases.facts import Fact, Stretch, Value
from cases.rendering.beside import timeline
from cases.rendering.facts import facts, stretches
from cases.timeline import Step


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


def test_words_lead_to_the_values_read_from_them():
    html = stretches(
        [
            Stretch("警方<"),
            Stretch("抓获3人", ("people-1", "outcome-1"), "words-1", "People, <b>"),
        ]
    )

    assert html == (
        '警方&lt;<a class="words" id="words-1" href="#people-1" '
        'title="People, &lt;b&gt;" data-values="people-1 outcome-1">抓获3人</a>'
    )


def test_a_value_leads_to_its_words_and_to_more_cases():
    html = facts(
        [
            Fact("month", "Month", ()),
            Fact(
                "region",
                "Place",
                (
                    Value("region-1", "Yuncheng", url="/r/", words="w-2", note="<n>"),
                    Value("region-2", "运城", is_chinese=True, gloss="Yuncheng"),
                ),
            ),
        ]
    )

    assert html == (
        '<div class="fact fact-region">\n<dt>Place</dt>\n'
        '<dd id="region-1" data-value="region-1">\n'
        '<a class="value" href="#w-2">Yuncheng</a>\n'
        '<a class="more" href="/r/">more cases</a>\n<small>&lt;n&gt;</small>\n</dd>\n'
        '<dd id="region-2" data-value="region-2">\n'
        '<span class="gloss">Yuncheng</span>\n<span lang="zh-Hans">运城</span>\n</dd>\n'
        "</div>\n"
    )


def test_masked_names_are_explained():
    suspects = Fact("suspects", "Named", (Value("suspects-1", "张某"),))

    html = facts([suspects])

    assert (
        '<dd class="fact-note"><small><span lang="zh-Hans">某</span> stands for a name '
        "that the source hides.</small></dd>"
    ) in html


def test_a_step_that_is_not_stated_says_so():
    html = timeline(
        [
            Step("Offending", ""),
            Step("Acted", "August 2024", "2024-08"),
            Step("Added", "2020"),
        ]
    )

    assert (
        '<li class="is-unstated">\n<span>Offending</span>\n<b>not stated</b>\n</li>\n'
        '<li>\n<span>Acted</span>\n<time datetime="2024-08">August 2024</time>\n</li>\n'
        "<li>\n<span>Added</span>\n<b>2020</b>\n</li>\n"
    ) in html
