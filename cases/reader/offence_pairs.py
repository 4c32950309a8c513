"""How offence types stand to each other: which says nothing of its own beside which,
and which is listed beside a charge that names only a part of what was done.
"""

from __future__ import annotations

# Offences that consist in serving others' crimes: for these the others' crimes say
# more about the case and are kept.
SERVANTS = frozenset(
    {"aiding-network-crime", "money-laundering", "illegal-network-use"}
)
# Offences that are mostly a means to another: told alone, more may have been done.
SELDOM_ALONE = frozenset(
    {
        "aiding-network-crime",
        "illegal-control",
        "illegal-data-acquisition",
        "illegal-network-use",
        "intrusion-tools",
        "pollution",
        "provocation",
    }
)
AIDING = "aiding-network-crime"
DUTY = "security-duty-failure"
# ... but not fraud, whose gangs are served by all who sell cards, lines or accounts,
# unless its calls went through the offenders' hands.
TOO_COMMON = "fraud"
# Whose proceeds are laundered, and how: of a case of laundering they are no charges.
LAUNDERING = "money-laundering"
UPSTREAM = frozenset({"fraud", "extortion", "aiding-network-crime", "theft"})
# Whom those who aid serve most.
SERVED = frozenset({"fraud", "gambling", "obscene-material", "prostitution"})
# Words of these are used of other offences too: beside one they need a charge.
NEEDS_CHARGE = frozenset({"theft", "illegal-business"})
# Charges that name only the means or the gain, with what was done beside: posts
# removed for money are judged as illegal business, negative ones as extortion.
BESIDE = frozenset(
    {
        ("illegal-business", "water-army"),
        ("extortion", "water-army"),
        ("extortion", "online-rumour"),
        ("other", "water-army"),
        ("pollution", "system-sabotage"),
        # A device is locked, and money asked for the key.
        ("system-sabotage", "extortion"),
        ("illegal-control", "extortion"),
        ("personal-information", "illegal-data-acquisition"),
        ("personal-information", "online-violence"),
        ("provocation", "online-violence"),
    }
)
# Charges that many different deeds are judged as: a case that its heading calls by the
# deed itself (刷量控评案, judged as illegal business) is filed under the deed first.
CATCH_ALL = frozenset(
    {"provocation", "illegal-business", "illegal-network-use", "other"}
)
# What picking quarrels and provoking trouble consists in on the internet.
DISORDERS = ("online-rumour", "online-violence", "water-army")
# Who did it, rather than what: each of their deeds is told in its own words.
BY_WHOM = frozenset({"water-army"})
# What is done for the sake of another offence: a heading that names it says how.
MERE_MEANS = frozenset({"document-forgery"})
# Of these even a word in passing tells what the charge was for.
MEANS = frozenset({("illegal-business", "water-army"), ("other", "water-army")})
# Who had access broke into nothing: data count beside only where a break-in is told.
BREAK_INS = frozenset({"illegal-intrusion", "illegal-control"})
# A type whose words are part of another's says nothing of its own beside it.
SHADOWS = (
    # Breaking in is how it was done: article 285(1) is for systems of state alone.
    ("intrusion-tools", "illegal-intrusion"),
    ("illegal-data-acquisition", "illegal-intrusion"),
    ("illegal-control", "illegal-intrusion"),
    ("system-sabotage", "illegal-intrusion"),
    ("personal-information", "illegal-intrusion"),
    ("online-rumour", "false-advertising"),
    ("online-violence", "online-rumour"),
    ("insurance-fraud", "fraud"),
    ("fraud", "false-advertising"),
    # What is not genuine may be the bait: 用冒牌机换取正品
    ("fraud", "intellectual-property"),
    ("credit-card-crime", "theft"),
    ("credit-card-crime", "aiding-network-crime"),
    ("intellectual-property", "counterfeit-goods"),
    ("document-forgery", "counterfeit-goods"),
    ("exam-cheating", "personal-information"),
    ("exam-cheating", "surveillance-devices"),
    ("exam-cheating", "intrusion-tools"),
)


def shadows_of(slugs: set[str]) -> set[str]:
    """The types that say nothing of their own beside those.

    >>> shadows_of({"insurance-fraud"})
    {'fraud'}
    """
    return {shadow for lord, shadow in SHADOWS if lord in slugs}
