"""Every code has its sentence."""

from __future__ import annotations

import pytest
from django.utils import translation

from cases.actions import wording
from cases.actions.reader_cautions import READER_CAUTIONS
from cases.documents import Problem, UnreadableDocument
from cases.privacy import Kind
from cases.reader.cautions import MESSAGES


def test_the_readers_cautions_are_known_word_for_word():
    with translation.override("en"):
        known = {code: str(message) for code, message in READER_CAUTIONS.items()}

    assert known == MESSAGES


def test_every_problem_of_a_file_has_a_sentence():
    with translation.override("en"):
        assert (
            wording.problem_words(UnreadableDocument(Problem.UNKNOWN_TYPE, ".wps"))
            == ".wps files are not read: save it as .txt, .html, .docx or .pdf"
        )
    assert set(wording.PROBLEMS) == set(Problem)


def test_every_kind_of_flag_has_a_name():
    assert set(wording.FLAG_KINDS) == {*Kind, "other"}


def test_a_caution_speaks_of_outcomes_by_name():
    with translation.override("en"):
        words = wording.caution_words(
            {"code": "several-outcomes", "values": ["criminal-coercive"]}
        )

    assert words == "several outcomes: criminal coercive measures"


@pytest.mark.parametrize(
    ("language", "values", "said"),
    [
        ("en", "theft、fraud", "several outcomes: Theft, Fraud"),
        ("zh-hans", "theft、fraud", "有多种处理结果：Theft、Fraud"),
        ("en", "李某、王某", "several outcomes: 李某、王某"),
    ],
)
def test_several_values_are_parted_as_the_language_does(language, values, said):
    names = {"theft": "Theft", "fraud": "Fraud"}

    with translation.override(language):
        words = wording.caution_words(
            {"code": "several-outcomes", "values": [values]}, names
        )

    assert words == said


def test_a_caution_of_an_older_reader_shows_what_it_has():
    assert wording.caution_words({"code": "gone", "values": ["3"]}) == "gone 3"
