"""The query string of the list: a fixed order, and links that change one part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus

# One order for every address, so that one list has one address.
NAMES = (
    "q",
    "city",
    "month",
    "published",
    "offence",
    "outcome",
    "campaign",
    "amount_from",
    "amount_to",
    "people_from",
    "people_to",
    "sort",
)


# Most values are slugs and months that hundreds of addresses of every list name.
quoted = lru_cache(maxsize=4_096)(quote_plus)


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a list is narrowed and sorted by, each value as it stands in the URL.

    ``path`` is the page that the addresses lead to. Page numbers are no part of
    it: every address that changes a filter starts again at the first page.
    """

    path: str
    values: Mapping[str, tuple[str, ...]]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        """The values of one argument, none when it is not given."""
        return self.values.get(name, ())

    def __bool__(self) -> bool:
        """Whether anything at all is asked for."""
        return any(self.values.values())

    @property
    def query(self) -> str:
        """The query string without its question mark."""
        return self._written(NAMES)

    @property
    def url(self) -> str:
        """The address of this list's first page."""
        return self._address(self.query)

    def page_url(self, number: int) -> str:
        """The address of one page of this list."""
        page = f"page={number}" if number > 1 else ""
        return self._address("&".join(filter(None, [self.query, page])))

    def replaced(self, name: str, values: Iterable[str]) -> Arguments:
        """The same with other values for one argument."""
        return Arguments(self.path, {**self.values, name: tuple(values)})

    def without(self, names: Iterable[str]) -> Arguments:
        """The same without some arguments."""
        return Arguments(self.path, {**self.values, **dict.fromkeys(names, ())})

    def kept(self, *, apart: Iterable[str]) -> list[tuple[str, str]]:
        """What a form that asks for the arguments ``apart`` has to hand on."""
        asked = set(apart)
        names = (name for name in NAMES if name not in asked)
        return [(name, value) for name in names for value in self[name]]

    def at(self, path: str) -> Arguments:
        """The same for another page that takes the same arguments."""
        return Arguments(path, self.values)

    def urls(self, name: str) -> ArgumentUrls:
        """A quick maker of addresses that differ in one argument."""
        place = NAMES.index(name)
        before, after = self._written(NAMES[:place]), self._written(NAMES[place + 1 :])
        before = f"{before}&" if before else ""
        return ArgumentUrls(
            path=self.path,
            before=before,
            name=name,
            chosen=frozenset(self[name]),
            after=f"&{after}" if after else "",
            start=f"{self.path}?{before}{name}=",
        )

    def _written(self, names: Sequence[str]) -> str:
        return "&".join(f"{name}={quoted(one)}" for name in names for one in self[name])

    def _address(self, query: str) -> str:
        return f"{self.path}?{query}" if query else self.path


@dataclass(frozen=True, slots=True)
class ArgumentUrls:
    """Addresses that differ in the values of one argument (a facet has hundreds).

    ``before`` and ``after`` are the other arguments as written, each with the & that
    parts them from this one; ``chosen`` are its values today. ``start`` is an address
    up to its first value.
    """

    path: str
    before: str
    name: str
    chosen: frozenset[str]
    after: str
    start: str

    def with_values(self, values: Iterable[str]) -> str:
        """The address with these values, in order, for the argument."""
        own = "&".join(f"{self.name}={quoted(one)}" for one in sorted(values))
        if own:
            return f"{self.path}?{self.before}{own}{self.after}"
        rest = "&".join(part for part in (self.before[:-1], self.after[1:]) if part)
        return f"{self.path}?{rest}" if rest else self.path

    def toggled(self, value: str, drops: Iterable[str] = ()) -> str:
        """The address with the value taken out, or put in and ``drops`` taken out.

        ``drops`` are what cannot stand beside it: what it lies in and what lies in
        it.
        """
        if not self.chosen:
            return f"{self.start}{quoted(value)}{self.after}"
        if value in self.chosen:
            return self.with_values(self.chosen - {value})
        return self.with_values((self.chosen - set(drops)) | {value})
