"""A catalogue by its seed: which bulletins there are, of when, with which cases.

Every bulletin has a random number generator of its own, so that any part of a
catalogue can be made alone, in any process, and is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from tests.bench.scale.telling import Teller, Told
from tests.bench.scale.vocabulary import make_vocabulary

FIRST_DAY = date(2015, 1, 1)
MONTHS = 138
DAYS = 4_190
FEWEST, MOST = 8, 12  # cases a bulletin
# Of bulletins: not dated; in a campaign, which has a name and the year.
UNDATED = 0.03
IN_A_CAMPAIGN = 0.4
CAMPAIGNS = ("净网", "护网", "清朗", "断卡", "打猫", "利剑")
# Of cases: not, or no longer, public.
DRAFTS = 0.01
WITHDRAWN = 0.003


def first_of(months: int) -> date:
    """The first day of the month so many months after the first."""
    year, month = divmod(months, 12)
    return date(FIRST_DAY.year + year, month + 1, 1)


def months_until(day: date) -> int:
    """How many months the day's month comes after the first."""
    return (day.year - FIRST_DAY.year) * 12 + day.month - 1


def written_month(months: int) -> str:
    """The month so many months after the first, as bulletins write it."""
    first = first_of(months)
    return f"{first.year}年{first.month}月"


@dataclass(frozen=True, slots=True)
class Issue:
    """One bulletin: its key, date and campaign, and the case keys from ``first_case``.

    ``published`` is None when it is not dated; it was imported then as well.
    ``statuses`` are those of its cases.
    """

    pk: int
    day: date
    published: date | None
    imported: datetime
    campaign: str
    first_case: int
    cases: list[Told]
    statuses: list[str]


class Catalogue:
    """A catalogue of exactly ``cases`` cases, by its seed.

    Bulletins lie in the order of their dates, more of them in later years, and the
    primary keys follow: what is imported first has the lowest. ``sizes`` are their
    numbers of cases. Keys begin after those of ``after``, a bulletin's and a case's.
    """

    def __init__(
        self, seed: int, cases: int, *, after: tuple[int, int] = (0, 0)
    ) -> None:
        self.seed = seed
        self.cases = cases
        self.vocabulary = make_vocabulary(seed, MONTHS)
        self._teller = Teller(self.vocabulary)
        random = Random(f"{seed}:sizes")
        self.sizes: list[int] = []
        left = cases
        while left:
            self.sizes.append(min(random.randint(FEWEST, MOST), left))
            left -= self.sizes[-1]
        self._before = [0, *accumulate(self.sizes)]
        self._after = after

    def parts(self, bulletins: int) -> list[range]:
        """All bulletins' numbers, from 0, in ranges of so many each."""
        return [
            range(start, min(start + bulletins, len(self.sizes)))
            for start in range(0, len(self.sizes), bulletins)
        ]

    def issue(self, number: int) -> Issue:
        """The bulletin of this number."""
        random = Random(f"{self.seed}:{number}")
        share = ((number + 0.5) / len(self.sizes)) ** 0.6
        days = round(share * DAYS + random.gauss(0, 8))
        day = FIRST_DAY + timedelta(days=min(max(days, 0), DAYS))
        months = months_until(day)
        in_campaign = random.random() < IN_A_CAMPAIGN
        size = self.sizes[number]
        return Issue(
            pk=self._after[0] + number + 1,
            day=day,
            published=None if random.random() < UNDATED else day,
            imported=datetime.combine(day, time(4), UTC) + timedelta(days=2),
            campaign=f"{random.choice(CAMPAIGNS)}{day.year}" if in_campaign else "",
            first_case=self._after[1] + self._before[number] + 1,
            cases=[
                self._teller.tell(
                    random,
                    self.vocabulary.bursts[months],
                    lambda back: written_month(max(months - back, 0)),
                )
                for _ in range(size)
            ],
            statuses=[_status(random) for _ in range(size)],
        )


def _status(random: Random) -> str:
    drawn = random.random()
    if drawn < DRAFTS:
        return "draft"
    return "withdrawn" if drawn < DRAFTS + WITHDRAWN else "published"
