"""The invented catalogue: the same by its seed, as skewed and gappy as a real one."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest
from django.contrib.auth.models import User
from django.db import connection

from cases.models import Case, CaseOffence, Evidence, OffenceType
from cases.search import fold
from tests.bench.scale.catalogue import Catalogue
from tests.bench.scale.copying import copy_lines, copy_rows
from tests.bench.scale.rows import TABLES, Keys, Part, make_part
from tests.bench.scale.telling import Told


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(seed=1, cases=5_000)


@pytest.fixture(scope="module")
def told(catalogue: Catalogue) -> list[Told]:
    numbers = range(0, len(catalogue.sizes), 2)
    return list(chain.from_iterable(catalogue.issue(one).cases for one in numbers))


def keys_of(catalogue: Catalogue) -> Keys:
    slugs = [one.slug for one in catalogue.vocabulary.offences]
    return Keys({slug: at for at, slug in enumerate(slugs)}, user=1)


def lines_of(part: Part) -> dict[str, bytes]:
    return {table: copy_lines(rows) for table, rows in part.rows.items()}


def share(told: list[Told], name: str) -> float:
    return sum(getattr(one, name) is None for one in told) / len(told)


def test_there_are_as_many_cases_as_asked_for(catalogue: Catalogue) -> None:
    assert sum(catalogue.sizes) == 5_000
    assert set(catalogue.sizes[:-1]) == {8, 9, 10, 11, 12}


def test_the_same_seed_gives_the_same_rows(catalogue: Catalogue) -> None:
    keys = keys_of(catalogue)
    again = Catalogue(seed=1, cases=5_000)

    whole = make_part(catalogue, range(6), keys)
    parts = [make_part(again, range(3), keys), make_part(again, range(3, 6), keys)]

    assert lines_of(whole) == {
        table: b"".join(lines_of(part)[table] for part in parts) for table in TABLES
    }


def test_another_seed_gives_other_rows(catalogue: Catalogue) -> None:
    other = Catalogue(seed=2, cases=5_000)

    assert other.issue(0).cases[0].text != catalogue.issue(0).cases[0].text


@pytest.mark.parametrize(
    ("name", "rate"), [("month_back", 0.56), ("city", 0.29), ("title", 0.18)]
)
def test_as_much_is_not_stated_as_in_real_bulletins(
    told: list[Told], name: str, rate: float
) -> None:
    assert share(told, name) == pytest.approx(rate, abs=0.03)


def test_passages_are_as_long_as_real_ones(told: list[Told]) -> None:
    lengths = [len(one.text) for one in told]

    assert min(lengths) > 100
    assert max(lengths) < 650
    assert 280 < sum(lengths) / len(lengths) < 380


def test_cities_and_offences_are_skewed(told: list[Told]) -> None:
    cities = Counter(one.city for one in told if one.city)
    offences = Counter(chain.from_iterable(one.offences for one in told))

    assert cities.most_common(1)[0][1] > 20 * sorted(cities.values())[100]
    assert offences.most_common(1)[0][1] > 10 * min(offences.values())


def test_marks_are_the_words_of_their_values(told: list[Told]) -> None:
    (suspects,) = {
        one.text[mark.start : mark.end] == mark.value
        for one in told
        for mark in one.marks
        if mark.field == "suspects"
    }
    assert suspects
    fields = Counter(mark.field for one in told for mark in one.marks)
    assert 5 < sum(fields.values()) / len(told) < 8


def test_a_word_may_be_common_once_and_gone_today(catalogue: Catalogue) -> None:
    bursts = catalogue.vocabulary.bursts
    today = {burst.word for burst in bursts[-1]}
    gone = [burst for burst in chain.from_iterable(bursts) if burst.word not in today]

    assert max(burst.share for burst in gone if burst.last < len(bursts) - 20) > 0.4


@pytest.mark.django_db
def test_the_database_takes_the_rows_with_all_its_rules(catalogue: Catalogue) -> None:
    user = User.objects.create(username="bench")
    keys = Keys(dict(OffenceType.objects.values_list("slug", "pk")), user.pk)
    part = make_part(catalogue, range(30, 36), keys)

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in TABLES:
            copy_rows(cursor.connection, table, part.rows[table])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    first = Case.objects.order_by("pk")[0]
    assert first.search_text == fold(f"{first.shown_title}\n{first.shown_text}").text
    assert first.copy.text[first.passage_start : first.passage_end] == first.shown_text
    assert Case.objects.published().count() == len(part.public)
    assert CaseOffence.objects.filter(position=0).count() == Case.objects.count()
    assert (
        Evidence.objects.filter(case=first, field="suspects").get().value
        == (first.suspects[0])
    )
