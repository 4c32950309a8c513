"""What the tests of the actions share."""

from __future__ import annotations

from tests.desk import bulletin, cases, editor, publisher

__all__ = ["bulletin", "cases", "editor", "publisher"]
