"""The reader's remarks to an editor, one English template a code.

The desk shows them translated: its catalogue has every template of this table.
"""

from __future__ import annotations

from cases.reader.results import Caution

MESSAGES: dict[str, str] = {
    "not-read": "the text could not be read ({0})",
    "section-heading": "the heading may be a section's, not the case's: {0}",
    "long-text": "a very long text: only its first {0} lines were read",
    "long-passage": "a very long passage: only its first {0} characters were read",
    "rule-failed": "a rule failed here ({0}): please fill it in",
    "heading-outcome": "{0} is told in the heading only",
    "weak-outcome": "the outcome is read from these words: {0}",
    "weak-sum": "{0} may be a part or another kind of sum",
    "no-count": "persons are counted, but not who was caught",
    "heading-count": "{0} is counted in the heading only",
    "no-outcome": "no outcome found: the case may be cut off or told elsewhere",
    "several-outcomes": "several outcomes: {0}",
    "several-stages": "both {0} and {1}: the text may tell several stages",
    "seized-only": "only seized money is named: {0}",
    "several-sums": "two sums of one kind, {0} and {1}: took {0}",
    "unplaced-sum": "{0} is named, but not what it counts",
    "vague-sum": "{0} gives no figure: took {1}",
    "unsure-role": "{0}: the text does not say plainly whether an offender",
    "many-names": "{0} names: check who is an offender",
    "unclear-date": "{0} may be the date of the offence or of an official act",
    "notice-date": "{0} is the date of the notice; no earlier act is dated",
    "year-inferred": "{0}: the year is taken from the date before it",
    "single-date": "one date of the offence, {0}: it may have gone on longer",
    "several-dates": "several dates of the offence: took {0} to {1}",
    "two-seats": "two authorities may have handled it: {0} and {1}",
    "ambiguous-place": "several places bear the name in {0}",
    "foreign-seat": "{0} is not of the province whose authority tells the case",
    "heading-place": "no authority names its place: took {0} from the heading",
    "several-places": "several places' authorities handled it: {0}",
    "scene": "the local authority handled it: took {0}, where it happened",
    "handed-over": "no handling authority is placed: took {0}, to whom it was sent",
    "seat-of-issuer": "no authority is named: took {0}, the issuer's seat",
    "credited-issuer": "no authority is named in the text: took {0}, who published it",
    "added-counts": "groups added up: {0}",
    "named-count": "{0} are named together; how many were caught is not said",
    "counted-names": "{0} names counted; the text gives no number",
    "caught-after": "{0} were caught after others, whose number is not told",
    "coercive-no-count": "coercive measures are told without a number",
    "no-offence": "no offence type of the list was recognised",
    "weak-offence": "{0} is read from weak words",
    "several-offences": "{0} or {1} may be the main offence",
    "further-offences": "further offences are uncertain: {0}",
    "few-words": "{0} is told in few words: further offences may be missing",
    "told-once": "{0} is told only once in a long story: it may be a part",
    "two-counts": "two counts, {0} and {1}: took {2}",
}


def sentence(caution: Caution) -> str:
    """The remark in English, as the command prints it.

    >>> sentence(Caution("people", "two-counts", ("53", "28", "53")))
    'two counts, 53 and 28: took 53'
    """
    return MESSAGES[caution.code].format(*caution.values)
