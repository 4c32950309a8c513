"""A review page as tests read it and send its forms."""

from __future__ import annotations

import re
from html import unescape


def page_of(client, bulletin) -> str:
    """The review page in English."""
    response = client.get(f"/en/admin/cases/bulletin/{bulletin.pk}/review/")
    assert response.status_code == 200
    return response.content.decode()


def fields_of(html: str, case) -> dict[str, list[str]]:
    """What the browser would send of a case's form, as the page is."""
    form = re.search(
        rf'<form class="draft-form"[^>]*data-case="{case.pk}">.*?</form>', html, re.S
    )[0]
    sent: dict[str, list[str]] = {}

    def add(tag: str, value: str) -> None:
        name = re.search(r'name="([^"]+)"', tag)
        if name:
            sent.setdefault(name[1], []).append(unescape(value))

    for tag in re.findall(r"<input[^>]*>", form):
        value = re.search(r'value="([^"]*)"', tag)
        if "checkbox" not in tag or " checked" in tag:
            add(tag, value[1] if value else "")
    for tag, options in re.findall(r"(<select[^>]*>)(.*?)</select>", form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        add(tag, (chosen or re.search(r'value="([^"]*)"', options))[1])
    return sent


def send(client, name, case, page, **changes):
    """Press a button of a case's form after changing fields."""
    data = fields_of(page, case)
    data |= {
        f"case-{case.pk}-{field}": value if isinstance(value, list) else [value]
        for field, value in changes.items()
    }
    return client.post(f"/en/admin/cases/case/{case.pk}/{name}/", data)


def shown_text(html: str) -> str:
    """The marked text of the page, without its marks."""
    lines = re.findall(r'<p data-start="\d+"[^>]*>(.*?)</p>', html, re.S)
    return "\n".join(re.sub(r"<[^>]+>", "", line) for line in lines)
