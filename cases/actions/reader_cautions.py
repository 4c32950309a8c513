"""The reader's cautions, where the translators' tools find them.

Made by scripts/build_caution_wording.py from cases/reader/cautions.py.
"""

from django.utils.translation import gettext_lazy as _

READER_CAUTIONS = {
    "not-read": _("the text could not be read ({0})"),
    "section-heading": _("the heading may be a section's, not the case's: {0}"),
    "long-passage": _("a very long passage: only its first {0} characters were read"),
    "rule-failed": _("a rule failed here ({0}): please fill it in"),
    "heading-outcome": _("{0} is told in the heading only"),
    "weak-outcome": _("the outcome is read from these words: {0}"),
    "weak-sum": _("{0} may be a part or another kind of sum"),
    "no-count": _("persons are counted, but not who was caught"),
    "heading-count": _("{0} is counted in the heading only"),
    "no-outcome": _("no outcome found: the case may be cut off or told elsewhere"),
    "several-outcomes": _("several outcomes: {0}"),
    "several-stages": _("both {0} and {1}: the text may tell several stages"),
    "seized-only": _("only seized money is named: {0}"),
    "several-sums": _("two sums of one kind, {0} and {1}: took {0}"),
    "unplaced-sum": _("{0} is named, but not what it counts"),
    "vague-sum": _("{0} gives no figure: took {1}"),
    "unsure-role": _("{0}: the text does not say plainly whether an offender"),
    "many-names": _("{0} names: check who is an offender"),
    "unclear-date": _("{0} may be the date of the offence or of an official act"),
    "notice-date": _("{0} is the date of the notice; no earlier act is dated"),
    "year-inferred": _("{0}: the year is taken from the date before it"),
    "single-date": _("one date of the offence, {0}: it may have gone on longer"),
    "several-dates": _("several dates of the offence: took {0} to {1}"),
    "two-seats": _("two authorities may have handled it: {0} and {1}"),
    "ambiguous-place": _("several places bear the name in {0}"),
    "foreign-seat": _("{0} is not of the province whose authority tells the case"),
    "heading-place": _("no authority names its place: took {0} from the heading"),
    "several-places": _("several places' authorities handled it: {0}"),
    "scene": _("the local authority handled it: took {0}, where it happened"),
    "handed-over": _("no handling authority is placed: took {0}, to whom it was sent"),
    "seat-of-issuer": _("no authority is named: took {0}, the issuer's seat"),
    "credited-issuer": _(
        "no authority is named in the text: took {0}, who published it"
    ),
    "added-counts": _("groups added up: {0}"),
    "named-count": _("{0} are named together; how many were caught is not said"),
    "counted-names": _("{0} names counted; the text gives no number"),
    "coercive-no-count": _("coercive measures are told without a number"),
    "no-offence": _("no offence type of the list was recognised"),
    "weak-offence": _("{0} is read from weak words"),
    "several-offences": _("{0} or {1} may be the main offence"),
    "further-offences": _("further offences are uncertain: {0}"),
    "two-counts": _("two counts, {0} and {1}: took {2}"),
}
