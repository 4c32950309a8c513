"""Casebook's settings, middleware and all, with one empty view instead of its pages."""

from casebook.settings import *  # noqa: F403, TID251 -- but for what follows

ROOT_URLCONF = "tests.bench.scale.empty"
