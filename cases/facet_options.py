"""What a facet is made of: options with counts, in groups or within each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import escape

# A tree of places with more options than this gets a box to search in it.
SEARCHABLE_FROM = 12
# So many options of a list page are there in any case, each with the list's address.
ALWAYS_LISTED = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of a year's bars: its place and size in the drawing, 0 to 20 high."""

    x: int
    height: int

    @property
    def y(self) -> int:
        """The bar's top, measured from the drawing's top."""
        return 20 - self.height


@dataclass(slots=True)  # frozen ones take three times as long to make
class Option:
    """One value of a facet.

    ``count`` is the number of cases that the list would show with this value
    alone in the facet, None when that was not counted; ``url`` chooses the value or
    takes it back. ``options`` lie within this one; ``is_cut`` says that there are some
    that the whole facet lists. ``is_open`` says that they are to be seen at once.
    ``names`` are what else a search among the options finds it by.
    """

    value: str
    label: str
    count: int | None
    url: str
    is_chosen: bool = False
    options: tuple[Option, ...] = ()
    is_open: bool = False
    is_cut: bool = False
    bars: tuple[Bar, ...] = ()
    names: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Options under one heading that cannot itself be chosen; ``slug`` has a hue."""

    slug: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One control: ``name`` is its argument; options stand in groups or directly.

    ``whole_url`` is where all of its options are when this leaves some out. Without
    ``is_counted`` no option has a number.
    """

    name: str
    label: str
    options: tuple[Option, ...] = ()
    groups: tuple[Group, ...] = field(default=())
    chosen: int = 0
    whole_url: str = ""
    is_counted: bool = True

    def __bool__(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.options or self.groups)

    @property
    def is_searchable(self) -> bool:
        """Whether it has so many names that they are worth a search."""
        within = sum(1 + len(option.options) for option in self.options)
        is_long = bool(self.whole_url) or within > SEARCHABLE_FROM
        return self.name == "city" and is_long


def fits(number: int, each: int, address: str, most: int) -> bool:
    """Whether options that may be left out still fit in a light page.

    ``each`` is what one takes beside the list's address, ``most`` what all of them may
    take where no filter is set, in bytes. A long address leaves less: it stands in
    every other option, too.
    """
    length = len(escape(address))
    return number * (each + length) <= most - ALWAYS_LISTED * length


def by_count(options: Iterable[Option]) -> tuple[Option, ...]:
    """Most cases first; equals keep their order."""
    return tuple(sorted(options, key=lambda option: -(option.count or 0)))


def uncounted(options: Iterable[Option]) -> tuple[Option, ...]:
    """The same options, in their order, without a number or a drawing of numbers."""
    return tuple(
        replace(option, count=None, bars=(), options=uncounted(option.options))
        for option in options
    )


def uncounted_facet(facet: Facet) -> Facet:
    """The same facet without numbers."""
    groups = [
        replace(group, options=uncounted(group.options)) for group in facet.groups
    ]
    options = uncounted(facet.options)
    return replace(facet, options=options, groups=tuple(groups), is_counted=False)
