"""Templates with gaps: rendered once for each language, filled for each page."""

from __future__ import annotations

import pytest
from django.template import TemplateDoesNotExist
from django.utils.safestring import mark_safe
from django.utils.translation import override

from cases.rendering.frames import Frame

CITE = (
    *("reference", "cited_title", "cited_source", "today", "added", "canonical"),
    *("number", "report_url"),
)


def filled(frame: Frame, **parts: str) -> str:
    """The frame with these parts, all others empty."""
    return frame.filled(**dict.fromkeys(CITE, "") | parts)


def test_parts_are_escaped_unless_they_are_html():
    html = filled(
        Frame("cases/cite.html", *CITE),
        reference="<b>&\"'",
        cited_source=mark_safe("<i>x</i>"),
    )

    assert ">&lt;b&gt;&amp;&quot;&#x27;</dd>" in html
    assert "<i>x</i>" in html
    assert "\0" not in html


def test_a_part_that_looks_like_a_gap_is_none():
    html = filled(
        Frame("cases/cite.html", *CITE), reference="\0number\0 {{ number }}", number="7"
    )

    assert "\0number\0 {{ number }}" in html


def test_each_language_has_its_own_and_is_rendered_once():
    frame = Frame("cases/cite.html", *CITE)
    with override("en"):
        english = filled(frame, number="7")
        assert filled(frame, number="8") == english.replace("case 7", "case 8").replace(
            "Case 7", "Case 8"
        )
    with override("zh-hans"):
        chinese = filled(frame, number="7")

    assert "Cite this case" in english
    assert "引用本案" in chinese
    frame.template = "none.html"
    with override("en"):
        assert filled(frame, number="7") == english
    with pytest.raises(TemplateDoesNotExist):
        filled(Frame("none.html"))


def test_a_part_that_is_missing_is_an_error():
    with pytest.raises(KeyError, match="reference"):
        Frame("cases/cite.html", *CITE).filled()
