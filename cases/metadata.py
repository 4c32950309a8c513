"""What pages say to machines about themselves, in the words of schema.org.

Each is a JSON-LD object without names of persons: titles stand here as they do on the
pages, where names are masked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db.models import Count, Max, Min
from django.utils.timezone import localdate, localtime
from django.utils.translation import get_language, gettext

from cases import display, headings
from cases.changes import with_changes
from cases.models import Bulletin, Case, OffenceType, Region
from cases.models.addresses import path_of
from cases.models.case_queries import CaseQuerySet

Data = dict[str, Any]
# Makes a path an address.
Address = Callable[[str], str]

# By the language of the page: as HTML and schema.org write it.
LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}


def _object(kind: str, **said: Any) -> Data:
    """An object of schema.org less what is not known."""
    return {"@type": kind} | {name: value for name, value in said.items() if value}


def _whole(said: Data) -> Data:
    return {"@context": "https://schema.org"} | said


def _site(address: Address) -> Data:
    return _object("WebSite", name=gettext("Casebook"), url=address(path_of("cases")))


def site_metadata(address: Address) -> Data:
    """The catalogue, for its first page; other lists are not indexed."""
    return _whole(
        _site(address)
        | {
            "alternateName": ["案件簿", "Casebook"],
            "inLanguage": LANGUAGES[get_language() or "zh-hans"],
        }
    )


def trail(address: Address, *steps: tuple[str, str]) -> Data:
    """The way to a page from the first one, as (name, path), the page itself last."""
    whole = [(gettext("Casebook"), path_of("cases")), *steps]
    items = [
        _object("ListItem", position=position, name=name, item=address(path))
        for position, (name, path) in enumerate(whole, start=1)
    ]
    return _whole(_object("BreadcrumbList", itemListElement=items))


def region_trail(address: Address, region: Region) -> Data:
    """The way to a division by what it lies in."""
    line = [region.province, region.city, region]
    codes = list(dict.fromkeys(one.code for one in line if one))
    named = {one.code: one for one in line if one}
    return trail(
        address,
        (gettext("Places"), path_of("regions")),
        *((named[code].label(), named[code].get_absolute_url()) for code in codes),
    )


def offence_trail(address: Address, offence: OffenceType) -> Data:
    """The way to an offence type."""
    return trail(
        address,
        (gettext("Offences"), path_of("offences")),
        (offence.label(), offence.get_absolute_url()),
    )


def bulletin_trail(address: Address, bulletin: Bulletin) -> Data:
    """The way to a bulletin."""
    return trail(address, *_to_bulletin(bulletin))


def case_trail(address: Address, case: Case) -> Data:
    """The way to a case by its bulletin."""
    here = (headings.heading(case), case.get_absolute_url())
    return trail(address, *_to_bulletin(case.bulletin), here)


def _to_bulletin(bulletin: Bulletin) -> Sequence[tuple[str, str]]:
    return (
        (gettext("Bulletins"), path_of("bulletins")),
        (bulletin.title, bulletin.get_absolute_url()),
    )


def case_metadata(address: Address, case: Any) -> Data:
    """A case's page and the bulletin that it was read from.

    ``case`` has ``changed_at`` (cases.changes).
    """
    place = case.region and _object(
        "AdministrativeArea",
        name=display.full_place(case.region),
        identifier=case.region_id,
    )
    url = address(case.get_absolute_url())
    return _whole(
        _object(
            "WebPage",
            url=url,
            name=headings.heading(case),
            inLanguage=LANGUAGES[get_language() or "zh-hans"],
            datePublished=localtime(case.published_at).isoformat(),
            dateModified=localtime(case.changed_at).isoformat(),
            keywords=[one.offence_type.label() for one in case.case_offences.all()],
            spatialCoverage=place,
            temporalCoverage=case.month and f"{case.month:%Y-%m}",
            isBasedOn=_source(case),
            isPartOf=_site(address),
        )
    )


def _source(case: Case) -> Data:
    bulletin = case.bulletin
    issuer = bulletin.issuer and _object("GovernmentOrganization", name=bulletin.issuer)
    return _object(
        "CreativeWork",
        name=bulletin.title,
        url=case.copy.url,
        datePublished=bulletin.published and bulletin.published.isoformat(),
        author=issuer,
        inLanguage="zh-Hans",
    )


def citation(case: Case, url: str) -> list[tuple[str, str]]:
    """What reference managers read from a case's page, as (name, content).

    The issuer is its author, the bulletin's date its date; samples, which are the
    catalogue's own words, have neither.
    """
    bulletin = case.bulletin
    said = [("citation_title", headings.heading(case))]
    if not bulletin.is_sample:
        said.append(("citation_author", bulletin.issuer))
        if bulletin.published:
            day = f"{bulletin.published:%Y/%m/%d}"
            said.append(("citation_publication_date", day))
    said += [
        ("citation_publisher", "案件簿"),
        ("citation_language", "zh"),
        ("citation_public_url", url),
        ("DC.source", case.copy.url),
    ]
    return [(name, content) for name, content in said if content]


def dataset_metadata(
    address: Address, cases: CaseQuerySet, columns: Iterable[tuple[str, str]]
) -> Data | None:
    """The export as a data set, by its columns' names and meanings; one query.

    ``cases`` are those that it holds; None when it holds none.
    """
    known = with_changes(cases).aggregate(
        cases=Count("pk"),
        first=Min("month"),
        last=Max("month"),
        changed=Max("changed_at"),
    )
    if not known["cases"]:
        return None
    months = (known["first"], known["last"])
    return _whole(
        _object(
            "Dataset",
            name=gettext("Cybercrime cases read out of Chinese authorities’ bulletins"),
            description=gettext(
                "One row a case, with place, month, offences, numbers of people, sums "
                "of money, outcomes and source. The cases are examples that "
                "authorities chose to publish, no sample of crime and no statistics."
            ),
            url=address(path_of("data")),
            license=address(path_of("about") + "#licence"),
            isAccessibleForFree=True,
            creator=_object("Organization", name=gettext("Casebook")),
            dateModified=localdate(known["changed"]).isoformat(),
            temporalCoverage=all(months)
            and "/".join(f"{month:%Y-%m}" for month in months),
            spatialCoverage=_object("Country", name=gettext("China"), identifier="CN"),
            inLanguage="zh-Hans",
            variableMeasured=[
                _object("PropertyValue", name=name, description=meaning)
                for name, meaning in columns
            ],
            distribution=_object(
                "DataDownload",
                encodingFormat="text/csv",
                contentUrl=address(path_of("export")),
            ),
            includedInDataCatalog=_object(
                "DataCatalog",
                name=gettext("Casebook"),
                url=address(path_of("cases")),
            ),
        )
    )
