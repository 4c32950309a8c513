"""What the About page and the document claim is what is measured."""

from __future__ import annotations

from cases.accuracy import FIGURES
from tests.reader.score import DEVELOPED, score

# A claim may lag behind by this much; then ``python -m tests.reader.accuracy``.
TOLERANCE = 0.01


def test_nothing_better_is_claimed_than_is_measured(corpus_folder):
    rows = score(corpus_folder, DEVELOPED).rows
    claimed = FIGURES[DEVELOPED]["fields"]

    too_good = {
        field: (figures["f1"], round(rows[field]["f1"], 3))
        for field, figures in claimed.items()
        if figures["f1"] > rows[field]["f1"] + TOLERANCE
    }
    assert too_good == {}
    assert set(claimed) == set(rows)
