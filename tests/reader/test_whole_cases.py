"""Whole cases as police, procuratorates, courts and regulators tell them.

All in whole_cases.json are invented and published on 2024-10-15. What a row does
not state must not be read out of its text; offences are compared only where the
row names them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.reader.amounts import read_amounts
from cases.reader.context import Notes
from cases.reader.dates import read_dates
from cases.reader.offences import read_offences
from cases.reader.outcomes import read_outcomes
from cases.reader.people import read_people
from cases.reader.results import Found
from cases.reader.suspects import read_suspects
from tests.reader.making import make_case

ROWS = json.loads(
    Path(__file__).with_name("whole_cases.json").read_text(encoding="utf-8")
)
PIECES = [
    "2023年5月",
    "今年8月",
    "以来",
    "犯罪嫌疑人",
    "钱某",
    "孙某媛",
    "等",
    "12",
    "三十余",
    "名",
    "人",
    "1000余万",
    "元",
    "涉案金额",
    "获利",
    "抓获",
    "刑事拘留",
    "判处",
    "有期徒刑",
    "被",
    "公安机关",
    "诈骗",
    "“",
    "”",
    "《",
    "》",
    "，",
    "。",
    "\n",
    "第",
    "月",
    "亿",
    "至",
]


def read_all(case):
    """Every field of a case, read in the order in which fields lean on others."""
    notes = Notes()
    outcomes = notes.found["outcomes"] = read_outcomes(case, notes)
    suspects = notes.found["suspects"] = read_suspects(case, notes)
    dates = read_dates(case, notes)
    people = read_people(case, notes)
    return (
        outcomes,
        suspects,
        *dates,
        *people,
        read_amounts(case, notes),
        read_offences(case, notes),
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:14])
def test_a_case_is_read_as_a_careful_reader_reads_it(row):
    case = make_case(
        row["text"], row.get("heading"), is_story=row.get("is_story", False)
    )
    outcomes, suspects, month, occurred, people, coercive, amounts, offences = read_all(
        case
    )
    read = {
        "outcomes": [found.value for found in outcomes],
        "suspects": [found.value for found in suspects],
        "month": month.value if month else None,
        "occurred": list(occurred.value) if occurred else None,
        "people": people.value if people else None,
        "coercive": coercive.value if coercive else None,
        "yuan": amounts[0].value.yuan if amounts else None,
        "offences": [found.value for found in offences],
    }
    told = {key: row.get(key) for key in read} | {
        key: row.get(key, []) for key in ("outcomes", "suspects")
    }
    told["offences"] = row.get("offences", read["offences"])
    assert read == told


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_text_is_read_and_every_span_lies_in_it(text):
    for value in read_all(make_case(text, text[:20] or None)):
        founds = value if isinstance(value, tuple) else (value,)
        for found in founds:
            assert found is None or isinstance(found, Found)
            for start, end in found.spans if found else ():
                assert 0 <= start < end <= len(text)
