"""The reader over real bulletins, against what a careful librarian read.

``floors.json`` holds the least F1 of every field, for the texts that the rules
were developed on and for those set aside; the row ``sure`` has precision and
recall. Without the corpus the tests are skipped, but not on the build server.
"""

import json
from pathlib import Path

import pytest

from cases.reader import read_bulletin
from cases.reader.__main__ import stored_text
from cases.reader.output import as_json
from tests.reader.score import score

FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))
PARTS = [part for part in FLOORS if FLOORS[part]]


@pytest.mark.parametrize("part", PARTS)
def test_scores_do_not_fall_below_their_floors(corpus_folder, part):
    rows = score(corpus_folder, part).rows
    below = {
        f"{field} {measure}": (round(rows[field][measure], 3), floor)
        for field, floors in FLOORS[part].items()
        for measure, floor in floors.items()
        if rows[field][measure] < floor
    }

    assert below == {}


def test_a_bulletin_of_ten_cases_is_read_whole(corpus_folder):
    gold = json.loads((corpus_folder / "gold" / "00.json").read_text("utf-8"))
    text = stored_text(corpus_folder / "bulletins" / "00.md")
    found = as_json(read_bulletin(text), "00.md")

    names = ("title", "published", "account", "issuer", "campaign", "source")
    assert {n: found[n] for n in names} == {n: gold[n] for n in names}
    assert len(found["cases"]) == 10
    for case, expected in zip(found["cases"], gold["cases"], strict=True):
        assert expected.pop("quote") in case["text"]
        assert sorted(case["outcome"]) == sorted(expected.pop("outcome"))
        assert {name: case[name] for name in expected} == expected
