"""The names by which a reader may ask for a row of a vocabulary."""

from __future__ import annotations

from typing import Any, Protocol

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.search import fold


class Named(Protocol):
    """A row that can be asked for by name."""

    def names(self) -> list[str]:
        """Every name of the row, in any language and spelling."""


class SearchNamesField(ArrayField):
    """The folded names of a row, worked out whenever the row is written.

    Written in bulk or one by one, they are always those of the row's other
    fields, so that nobody has to remember them.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **{
                "base_field": models.TextField(),
                "default": list,
                "editable": False,
                **options,
            }
        )

    def pre_save(self, model_instance: Any, add: bool) -> list[str]:
        """The folded names, each once."""
        folded = (fold(name).text for name in model_instance.names())
        names = list(dict.fromkeys(name for name in folded if name))
        setattr(model_instance, self.attname, names)
        return names
