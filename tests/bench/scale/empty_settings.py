"""Casebook's settings with nothing in it but one empty view: the measure of a page.

As little as Django does: no middleware, no database, no template.
"""

from casebook.settings import *  # noqa: F403, TID251 -- but for what follows

ROOT_URLCONF = "tests.bench.scale.empty"
MIDDLEWARE: list[str] = []
