"""Rows for tests. Every default is written here; nothing is random.

Regions and offence types are the real ones, loaded once for the whole run:
``region("140800")`` and ``offence("fraud")`` fetch them.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256

import factory
from django.contrib.auth.models import Group, User
from factory.django import DjangoModelFactory

from cases.models import (
    Amount,
    Bulletin,
    Case,
    CaseOffence,
    Copy,
    Evidence,
    OffenceType,
    Region,
)
from cases.search import fold

PUBLISHED_AT = datetime(2025, 3, 1, 8, 0, tzinfo=UTC)


def region(code: str) -> Region:
    """The division with this six-digit code."""
    return Region.objects.get(code=code)


def offence(slug: str) -> OffenceType:
    """The offence type with this slug."""
    return OffenceType.objects.get(slug=slug)


class UserFactory(DjangoModelFactory):
    """A user without any role."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")


def user_with_role(role: str, **fields: object) -> User:
    """A user in the group ``editor`` or ``publisher``, who may enter the admin."""
    user = UserFactory(is_staff=True, **fields)
    user.groups.add(Group.objects.get(name=role))
    return user


class BulletinFactory(DjangoModelFactory):
    """A bulletin of the Shanxi police without a copy."""

    class Meta:
        model = Bulletin

    title = "山西公安公布典型案例"
    issuer = "山西公安机关"
    published = date(2025, 2, 10)
    created_by = factory.SubFactory(UserFactory)


class CopyFactory(DjangoModelFactory):
    """A copy whose bytes are its text in UTF-8."""

    class Meta:
        model = Copy

    bulletin = factory.SubFactory(BulletinFactory)
    account = "网安在线"
    published = factory.SelfAttribute("bulletin.published")
    encoding = "utf_8"
    text = "2024年8月，运城公安机关抓获犯罪嫌疑人于某某等3人。"
    content = factory.LazyAttribute(lambda copy: copy.text.encode())
    content_key = factory.Sequence(lambda n: sha256(str(n).encode()).hexdigest())
    created_by = factory.SelfAttribute("bulletin.created_by")


class CaseFactory(DjangoModelFactory):
    """A draft case of Yuncheng, August 2024, that is its copy's whole text.

    ``text=`` sets the passage, ``offences=["fraud", ...]`` the offence types, the
    primary one first, ``is_published=True`` makes it public.
    """

    class Meta:
        model = Case
        skip_postgeneration_save = True

    class Params:
        text = "2024年8月，运城公安机关抓获犯罪嫌疑人于某某等3人。"
        is_published = factory.Trait(
            status=Case.Status.PUBLISHED,
            status_at=PUBLISHED_AT,
            status_by=factory.SelfAttribute("bulletin.created_by"),
            published_at=PUBLISHED_AT,
        )

    bulletin = factory.SubFactory(BulletinFactory)
    copy = factory.SubFactory(
        CopyFactory,
        bulletin=factory.SelfAttribute("..bulletin"),
        text=factory.SelfAttribute("..text"),
    )
    number = factory.LazyAttribute(lambda case: case.bulletin.cases.count() + 1)
    title = "于某某等人破坏计算机信息系统案"
    passage_start = 0
    passage_end = factory.LazyAttribute(lambda case: len(case.copy.text))
    region = factory.LazyFunction(lambda: region("140800"))
    month = date(2024, 8, 1)
    listed_month = factory.LazyAttribute(
        lambda case: case.month or case.bulletin.published.replace(day=1)
    )
    listed_month_basis = factory.LazyAttribute(
        lambda case: "stated" if case.month else "published"
    )
    shown_title = factory.LazyAttribute(lambda case: case.title or "")
    shown_text = factory.LazyAttribute(lambda case: case.copy.text)
    search_text = factory.LazyAttribute(
        lambda case: fold(f"{case.shown_title}\n{case.shown_text}").text
    )

    @factory.post_generation
    def offences(self, create: bool, slugs: list[str] | None) -> None:
        """File the case under these offence types (system-sabotage when not said)."""
        if slugs is None:
            slugs = ["system-sabotage"]
        for position, slug in enumerate(slugs):
            CaseOffence.objects.create(
                case=self, offence_type=offence(slug), position=position
            )


class AmountFactory(DjangoModelFactory):
    """The primary sum of a case: ten thousand yuan involved."""

    class Meta:
        model = Amount

    case = factory.SubFactory(CaseFactory)
    kind = Amount.Kind.INVOLVED
    yuan = 10_000
    is_primary = True


class EvidenceFactory(DjangoModelFactory):
    """The reader's evidence for the month, the first seven characters of the text."""

    class Meta:
        model = Evidence

    case = factory.SubFactory(CaseFactory)
    field = "month"
    value = "2024-08"
    start = 0
    end = 7
    quote = factory.LazyAttribute(
        lambda evidence: evidence.case.copy.text[evidence.start : evidence.end]
    )
    origin = Evidence.Origin.READER
    reader_version = "1"
    rule = "dates.authority"
