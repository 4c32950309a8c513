"""The review page, as a person without script uses it."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from cases.actions.correcting import save_case
from cases.actions.values import values_of
from cases.models import Case
from tests.actions.telling import TEXT
from tests.admin.review_page import fields_of, page_of, send, shown_text

pytestmark = pytest.mark.django_db


def test_the_whole_text_is_there_with_its_values_marked(desk, bulletin):
    html = page_of(desk, bulletin)

    assert shown_text(html) == "\n".join(
        line for line in TEXT.split("\n") if line.strip()
    )
    for words in ("2024年8月", "公安机关", "200余万元", "石某"):
        assert re.search(rf'<span class="mark [^"]*"[^>]*>{words}</span>', html)


def test_noise_is_marked_as_left_out(desk, bulletin):
    assert re.search(r'<p data-start="\d+" class="noise">', page_of(desk, bulletin))


def test_a_value_leads_to_its_words(desk, bulletin, cases):
    html = page_of(desk, bulletin)
    evidence = cases[0].evidence.get(field="month")

    assert f'id="evidence-{evidence.pk}"' in html
    assert f'href="#evidence-{evidence.pk}"' in html


def test_only_doubtful_fields_stand_open(desk, bulletin, cases):
    html = page_of(desk, bulletin)

    opened = re.findall(r'id="case-(\d+)-(\w+)"[^>]* open>', html)
    assert opened == [(str(cases[2].pk), "people")]
    assert "two counts, 1 and 2: took 1" in html


def test_a_contradiction_asks_for_a_tick(desk, bulletin):
    html = page_of(desk, bulletin)

    assert html.count('class="question"') == 1
    assert "more people under coercive measures (5) than caught (4)" in html


def test_saving_the_page_as_it_is_changes_nothing(desk, bulletin, cases):
    page = page_of(desk, bulletin)

    for case in cases:
        before = values_of(case)
        response = send(desk, "save", case, page)
        assert response.status_code == 302
        assert values_of(Case.objects.get(pk=case.pk)) == before
        assert not case.events.exists()


def test_a_correction_is_saved_with_the_words_it_rests_on(desk, bulletin, cases):
    response = send(
        desk,
        "save",
        cases[0],
        page_of(desk, bulletin),
        people="2",
        words_people="于某某、石某",
    )

    assert response["Location"].endswith(f"#case-{cases[0].pk}")
    case = Case.objects.get(pk=cases[0].pk)
    evidence = case.evidence.current().get(field="people")
    assert (case.people, evidence.quote, evidence.origin) == (
        2,
        "于某某、石某",
        "editor",
    )


def test_every_field_can_be_corrected(desk, bulletin, cases):
    case = cases[0]

    send(
        desk,
        "save",
        case,
        page_of(desk, bulletin),
        title="另一标题",
        agency="盐湖公安",
        region="盐湖区",
        month="2024年7月",
        occurred_from="2023",
        occurred_to="2024-06",
        offences=["Theft", "fraud", ""],
        suspects="于某某，张某",
        people="5",
        people_qualifier="about",
        coercive="",
        outcome=["convicted", "arrested"],
        **{
            "amount-kind": ["gain", "loss"],
            "amount-qualifier": ["exact", "exact"],
            "amount-sum": ["1.5亿元", ""],
            "amount-currency": ["CNY", "CNY"],
        },
    )

    assert values_of(Case.objects.get(pk=case.pk)) == {
        "title": "另一标题",
        "agency": "盐湖公安",
        "region": "140802",
        "month": "2024-07",
        "occurred": ["2023", "2024-06"],
        "offences": ["theft", "fraud"],
        "suspects": ["于某某", "张某"],
        "people": {"count": 5, "qualifier": "about"},
        "coercive": None,
        "amount": [
            {
                "kind": "gain",
                "yuan": 150_000_000,
                "original": "",
                "currency": "CNY",
                "qualifier": "exact",
            }
        ],
        "outcome": ["convicted", "arrested"],
    }


def test_what_cannot_be_saved_comes_back_as_it_was_typed(desk, bulletin, cases):
    response = send(
        desk,
        "publish",
        cases[0],
        page_of(desk, bulletin),
        month="soon",
        region="朝阳区",
        title="新标题",
        words_people="not in the text",
        **{"amount-sum": ["a lot", ""]},
    )

    html = response.content.decode()
    assert response.status_code == 422
    for typed in ("soon", "朝阳区", "新标题", "not in the text", "a lot"):
        assert f'value="{typed}"' in html
    assert "Write a month like 2024-08." in html
    assert "北京市朝阳区 (110105)" in html
    assert "These words are not in the passage." in html
    assert Case.objects.get(pk=cases[0].pk).status == "draft"


def test_the_other_cases_are_shown_as_they_are_stored(desk, bulletin, cases):
    response = send(desk, "save", cases[0], page_of(desk, bulletin), month="soon")

    assert "郑某某侵犯公民个人信息案" in response.content.decode()


def test_publishing_leads_to_the_next_draft(desk, bulletin, cases):
    response = send(desk, "publish", cases[0], page_of(desk, bulletin))

    assert response["Location"].endswith(f"#case-{cases[1].pk}")
    assert Case.objects.get(pk=cases[0].pk).status == "published"


def test_a_refused_publication_keeps_the_corrections_on_the_page(desk, bulletin, cases):
    response = send(
        desk, "publish", cases[1], page_of(desk, bulletin), title="改过的标题"
    )

    html = response.content.decode()
    assert response.status_code == 422
    assert "Case 2 was not published: more people under coercive" in html
    assert 'value="改过的标题"' in html
    assert Case.objects.get(pk=cases[1].pk).title == "郑某某侵犯公民个人信息案"


def test_a_ticked_contradiction_is_published(desk, bulletin, cases):
    send(
        desk,
        "publish",
        cases[1],
        page_of(desk, bulletin),
        confirmed="coercive-over-people",
    )

    assert Case.objects.get(pk=cases[1].pk).status == "published"


def test_all_clean_drafts_are_published_with_one_button(desk, bulletin, cases):
    assert "Publish 1 case" in page_of(desk, bulletin)

    path = f"/en/admin/cases/bulletin/{bulletin.pk}/publish/"
    html = desk.post(path, follow=True).content.decode()

    assert "1 case is published." in html
    assert "Case 2 stays a draft: more people under coercive measures" in html
    assert "Case 3 stays a draft: to be checked first: People" in html


def test_a_doubt_can_be_ticked_off(desk, bulletin, cases):
    send(desk, "save", cases[2], page_of(desk, bulletin), checked="people")

    assert Case.objects.get(pk=cases[2].pk).checked_fields == ["people"]
    assert "Publish 2 cases" in page_of(desk, bulletin)


def test_a_doubt_is_not_published_unchecked(desk, bulletin, cases):
    response = send(desk, "publish", cases[2], page_of(desk, bulletin))

    html = response.content.decode()
    assert response.status_code == 422
    assert "Case 3 was not published: to be checked first: People" in html
    assert not cases[2].events.exists()

    send(desk, "publish", cases[2], page_of(desk, bulletin), checked="people")

    assert Case.objects.get(pk=cases[2].pk).status == "published"


def test_publishing_all_takes_what_was_ticked_along(desk, bulletin, cases):
    path = f"/en/admin/cases/bulletin/{bulletin.pk}/publish/"
    answers = [f"{cases[2].pk}:0:people", f"{cases[1].pk}:people", "x:0:people"]

    html = desk.post(path, {"answer": answers}, follow=True).content.decode()

    assert "2 cases are published." in html
    # The newest step of a case comes first.
    assert re.findall(r"fabu: (.*?)</li>", html) == [
        "published",
        "published",
        "checked: People",
    ]


def test_the_readers_value_stands_beside_the_editors_and_can_come_back(
    desk, bulletin, cases, editor
):
    save_case(case=cases[0], values={"month": "2024-07"}, by=editor)
    html = page_of(desk, bulletin)
    assert re.search("The reader found</span>\\s*<span>August 2024", html)

    path = reverse("admin:undo", args=[cases[0].pk, "month"])
    data = fields_of(html, cases[0]) | {f"case-{cases[0].pk}-agency": "运城市公安局"}
    desk.post(path, data)

    values = values_of(Case.objects.get(pk=cases[0].pk))
    assert (values["month"], values["agency"]) == ("2024-08", "运城市公安局")


def test_two_people_at_once_do_not_undo_each_other(desk, bulletin, cases, editor):
    page = page_of(desk, bulletin)
    save_case(case=cases[0], values={"month": "2024-07"}, by=editor)

    response = send(desk, "save", cases[0], page, title="新标题")

    html = response.content.decode()
    assert response.status_code == 422
    assert "Someone else changed this case" in html
    assert 'value="新标题"' in html

    assert send(desk, "save", cases[0], html).status_code == 302
    assert Case.objects.get(pk=cases[0].pk).title == "新标题"


def test_rejecting_and_returning(desk, bulletin, cases):
    page = page_of(desk, bulletin)
    refused = send(desk, "reject", cases[0], page)
    assert "Say why, in a few words." in refused.content.decode()

    mistyped = send(desk, "reject", cases[0], page, why="told twice", month="soon")
    assert 'value="told twice"' in mistyped.content.decode()

    send(desk, "reject", cases[0], page, why="told twice")
    assert Case.objects.get(pk=cases[0].pk).status_reason == "told twice"

    send(desk, "return", cases[0], page_of(desk, bulletin))
    assert Case.objects.get(pk=cases[0].pk).status == "draft"


def test_withdrawing_takes_a_public_reason(desk, bulletin, cases):
    send(desk, "publish", cases[0], page_of(desk, bulletin))

    send(desk, "withdraw", cases[0], page_of(desk, bulletin), why="acquitted")

    case = Case.objects.get(pk=cases[0].pk)
    assert (case.status, case.status_reason) == ("withdrawn", "acquitted")
    assert "acquitted" in page_of(desk, bulletin)


def test_an_editor_sees_public_cases_without_a_way_to_change_them(
    client, desk, bulletin, cases, editor
):
    send(desk, "publish", cases[0], page_of(desk, bulletin))
    client.force_login(editor)

    html = page_of(client, bulletin)

    assert html.count('<fieldset class="fields" disabled>') == 1
    assert "Save and publish" not in html
    assert "Publish 1 case" not in html
