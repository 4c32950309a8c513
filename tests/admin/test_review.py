"""The review page, as a person without script uses it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.actions.correcting import save_bulletin, save_case
from cases.actions.values import values_of
from cases.models import Case
from tests.actions.telling import TEXT
from tests.factories import BulletinFactory, CaseFactory

pytestmark = pytest.mark.django_db


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


def flag_of(html: str, step: str) -> str:
    """The value of the first button of a flag for a step."""
    return re.search(rf'formaction="[^"]*/{step}/" name="flag" value="([^"]+)"', html)[
        1
    ]


@pytest.fixture
def named(bulletin, cases, editor):
    """The third case with a suspect in full, who stands twice in its passage."""
    save_case(case=cases[2], values={"suspects": ["高某某", "孩童"]}, by=editor)
    save_case(case=cases[2], values={"title": "高某某案，电话13800138000"}, by=editor)
    return cases[2]


def test_flags_are_told_with_what_to_do(desk, bulletin, named):
    html = page_of(desk, bulletin)

    assert "mobile phone number" in html
    assert "among the suspects only: correct the field" in html


def test_flagged_words_are_blacked_out_or_let_stand(desk, publisher):
    case = CaseFactory(
        text="运城公安机关抓获王小明。王小明，电话13800138000。",
        bulletin__created_by=publisher,
    )
    case.bulletin.primary_copy = case.copy
    case.bulletin.save()
    html = page_of(desk, case.bulletin)
    assert "in 2 places" not in html
    value = flag_of(html, "redact")

    data = fields_of(html, case) | {"flag": value}
    desk.post(reverse("admin:case-redact", args=[case.pk]), data)

    case = Case.objects.get(pk=case.pk)
    assert "█" in case.shown_text


def test_letting_words_stand_takes_a_reason(desk, publisher):
    case = CaseFactory(text="举报电话13800138000。", bulletin__created_by=publisher)
    case.bulletin.primary_copy = case.copy
    case.bulletin.save()
    html = page_of(desk, case.bulletin)
    path = reverse("admin:case-override", args=[case.pk])
    data = fields_of(html, case) | {"flag": flag_of(html, "override")}

    refused = desk.post(path, data)
    assert refused.status_code == 422

    desk.post(path, data | {f"case-{case.pk}-why-0": "the police's own number"})
    decision = case.copy.privacy_decisions.get()
    assert (decision.decision, decision.reason) == (
        "override",
        "the police's own number",
    )


def test_words_are_blacked_out_wherever_they_stand(desk, bulletin, cases):
    path = reverse("admin:bulletin-black-out", args=[bulletin.pk])

    desk.post(path, {"words-words": "于某某"})

    case = Case.objects.get(pk=cases[0].pk)
    assert "于某某" not in case.shown_text + case.shown_title
    assert case.suspects == ["███", "石某"]

    refused = desk.post(path, {"words-words": "无此人"})
    assert refused.status_code == 422


def test_a_passage_is_marked_by_its_first_and_last_words(desk, bulletin, cases):
    path = reverse("admin:bulletin-mark", args=[bulletin.pk])

    desk.post(path, {"passage-first": "关注", "passage-last": "我们"})

    case = bulletin.cases.get(number=4)
    assert TEXT[case.passage_start : case.passage_end] == "关注我们"


def test_or_by_its_offsets(desk, bulletin):
    path = reverse("admin:bulletin-mark", args=[bulletin.pk])
    start = TEXT.index("关注我们")

    desk.post(path, {"passage-start": start, "passage-end": start + 4})

    assert bulletin.cases.get(number=4).passage_start == start


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"passage-first": "关注"},
        {"passage-first": "没有", "passage-last": "我们"},
        {"passage-first": "关注", "passage-last": "没有"},
        {"passage-start": "5", "passage-end": "3"},
        {"passage-start": "0", "passage-end": "99999"},
        {"passage-first": "案例一", "passage-last": "我们"},
    ],
)
def test_a_passage_that_cannot_be_marked_says_why(desk, bulletin, typed):
    response = desk.post(reverse("admin:bulletin-mark", args=[bulletin.pk]), typed)

    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert bulletin.cases.count() == 3


def test_the_form_says_whose_passage_cannot_be_moved(desk, bulletin, cases):
    said = "Only a draft’s passage can be moved: withdraw a public case and return it"
    assert said not in page_of(desk, bulletin)

    send(desk, "publish", cases[0], page_of(desk, bulletin))

    assert said in page_of(desk, bulletin)


def test_a_moved_passage_can_be_put_back(desk, bulletin, cases):
    path = reverse("admin:bulletin-mark", args=[bulletin.pk])
    case = cases[0]
    before = (case.passage_start, case.passage_end)
    button = "Back to the passage before"
    assert button not in page_of(desk, bulletin)
    desk.post(
        path,
        {
            "passage-start": before[0],
            "passage-end": before[1] - 20,
            "passage-case": case.pk,
        },
    )

    html = page_of(desk, bulletin)
    (form,) = re.findall(r'<form class="moved".*?</form>', html, re.S)
    fields = dict(re.findall(r'name="(passage-\w+)" value="(\d+)"', form))
    desk.post(path, fields)

    case.refresh_from_db()
    assert (button in form, (case.passage_start, case.passage_end)) == (True, before)


def test_what_is_said_of_the_bulletin_is_saved(desk, bulletin):
    desk.post(
        reverse("admin:bulletin-save", args=[bulletin.pk]),
        {"bulletin-title": "新题", "bulletin-published": "2025-01-09"},
    )

    bulletin.refresh_from_db()
    assert (bulletin.title, str(bulletin.published)) == ("新题", "2025-01-09")


def test_an_import_is_undone(desk, bulletin):
    response = desk.post(reverse("admin:bulletin-discard", args=[bulletin.pk]))

    assert response["Location"] == reverse("admin:index")
    assert not type(bulletin).objects.exists()


def test_a_bulletin_that_is_gone_is_not_found(desk):
    assert desk.get(reverse("admin:bulletin-review", args=[0])).status_code == 404


@pytest.mark.parametrize("more", [0, 7])
def test_the_number_of_queries_does_not_grow_with_the_cases(
    desk, bulletin, cases, editor, more, django_assert_num_queries
):
    for _number in range(more):
        case = CaseFactory(bulletin=bulletin, copy=cases[0].copy, passage_end=20)
        save_case(case=case, values={"month": "2024-01"}, by=editor)
    path = reverse("admin:bulletin-review", args=[bulletin.pk])
    desk.get(path)

    with django_assert_num_queries(17):
        desk.get(path)


@pytest.fixture
def resembling(bulletin):
    """The made-up bulletin, which seems to be a copy of an older one."""
    original = BulletinFactory(title="原通报", created_by=bulletin.created_by)
    bulletin.likely_copy_of = original
    bulletin.save()
    return original


def test_a_likely_copy_asks_before_anything_else(desk, bulletin, resembling):
    html = page_of(desk, bulletin)

    assert "Most of these cases are in another bulletin already" in html
    assert "Publish 1 case" not in html


def test_a_likely_copy_is_joined_to_the_other_bulletin(desk, bulletin, resembling):
    response = desk.post(reverse("admin:bulletin-join", args=[bulletin.pk]))

    assert response["Location"] == reverse(
        "admin:bulletin-review", args=[resembling.pk]
    )
    assert resembling.copies.get().text == TEXT


def test_or_kept_apart(desk, bulletin, resembling):
    desk.post(reverse("admin:bulletin-keep-apart", args=[bulletin.pk]))

    assert "Publish 1 case" in page_of(desk, bulletin)


def test_an_unread_bulletin_says_why_and_can_be_read_again(desk, bulletin):
    bulletin.cases.all().delete()
    bulletin.state, bulletin.reading_error = "unread", "ValueError: no such line"
    bulletin.save()
    assert "ValueError: no such line" in page_of(desk, bulletin)

    desk.post(reverse("admin:bulletin-read-again", args=[bulletin.pk]))

    assert bulletin.cases.count() == 3
    assert "ValueError" not in page_of(desk, bulletin)


def test_another_accounts_text_is_added_as_a_copy(desk, bulletin):
    path = reverse("admin:bulletin-add-copy", args=[bulletin.pk])
    text = "平安周刊转载：" + TEXT

    desk.post(
        path,
        {
            "copy-file": SimpleUploadedFile("转载.md", text.encode()),
            "copy-account": "平安周刊",
            "copy-published": "2025-01-20",
        },
    )

    bulletin.refresh_from_db()
    assert [copy.account for copy in bulletin.copies.all()] == ["平安周刊", "网安在线"]
    assert str(bulletin.published) == "2025-01-20"

    refused = desk.post(path, {"copy-file": SimpleUploadedFile("空.md", b" ")})
    assert refused.status_code == 422


def test_the_history_of_a_bulletin_tells_what_changed(desk, bulletin, editor):
    values = {"title": "山西公安通报", "account": "晋网在线"}
    save_bulletin(
        bulletin=bulletin, copy=bulletin.primary_copy, values=values, by=editor
    )

    html = page_of(desk, bulletin)

    assert re.findall(r"bianji: (corrected.*?)</li>", html) == [
        "corrected: account, 网安在线 → 晋网在线",
        "corrected: title, 河东警方公布三起典型案例 → 山西公安通报",
    ]
