"""Statements that PostgreSQL plans once a connection instead of once a page.

What a page asks of half a dozen tables takes longer to plan than to answer: a case
0.5 ms and 0.1. The same words come with every page, so they are prepared. Only for
statements whose best plan is the same for all values: what a list is narrowed by is
planned each time, since a rare word and a common one want different indexes.
"""

from __future__ import annotations

from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection

_numbers = count(1)


class Prepared:
    """A statement with the type of each of its parameters, by name.

    By SQL rather than by the driver, which prepares another statement for each size of
    a number and for each parameter that is NULL.
    """

    def __init__(self, statement: str, **types: str) -> None:
        places = {name: f"${place}" for place, name in enumerate(types, start=1)}
        self.statement = (statement % places).replace("%", "%%")
        self.types = ", ".join(types.values())
        self.values = ", ".join(f"%({name})s" for name in types)
        # Its name in each open connection.
        self.names: WeakKeyDictionary[Any, str] = WeakKeyDictionary()

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        """What it finds with these values; one query, the first one as well."""
        with connection.cursor() as cursor:
            name = self.names.get(connection.connection)
            if name:
                cursor.execute(f"EXECUTE {name} ({self.values})", values)
                return cursor.fetchall()
            # Never the same name again: a first try may end between the two.
            name = f"casebook_{next(_numbers)}"
            cursor.execute(
                f"PREPARE {name} ({self.types}) AS {self.statement};"
                f" EXECUTE {name} ({self.values})",
                values,
            )
            cursor.nextset()
            self.names[connection.connection] = name
            return cursor.fetchall()
