"""``{% once %}`` renders once for each language and never again."""

from __future__ import annotations

from django.template import Context, Template
from django.utils.translation import override


def test_what_stands_in_it_is_rendered_once_for_each_language():
    template = Template("{% load once %}{% once %}{{ said }}{% endonce %} {{ said }}")

    def rendered(said: str) -> str:
        return template.render(Context({"said": said}))

    with override("en"):
        first = rendered("Cases"), rendered("Lists")
    with override("zh-hans"):
        second = rendered("<案件>"), rendered("x")

    assert first == ("Cases Cases", "Cases Lists")
    assert second == ("&lt;案件&gt; &lt;案件&gt;", "&lt;案件&gt; x")
