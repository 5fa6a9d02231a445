"""Are two stories one? What each pair of their reports leaves open, all pairs together may say.

Early reports of an event share little: one has the place, one the name. Each opens a story; a later one that has both
joins one of the two. Then whole stories are compared: two that tell one event are alike throughout, two of one kind
only here and there.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from worker.news.comparison import Report
from worker.news.fingerprint import shares_most
from worker.news.likeness import Rarity
from worker.news.types import Candidate
from worker.news.veto import percent

MOST_ASKED = 6
"""Reports of a story that are compared: the latest, which know most."""
# Chosen on the reports that rules are set on: a mean of .42 over all pairs is one story, the fewer pairs the more; what
# one pair says by itself was decided when the later of the two came.
_ENOUGH, _UNSURE = 0.42, 1.5


class Pair(NamedTuple):
    """A report of one story and one of another."""

    one: Candidate
    other: Candidate
    score: float
    """How alike they are, 0…1."""


class Agreement(NamedTuple):
    """That two stories are one."""

    nearest: Pair
    pairs: int
    mean: float

    def explain(self, label: str) -> str:
        """Why, for a report of one of the stories; `label` names one of the other."""
        alike = f"{self.pairs} pairs of their reports are {percent(self.mean)} alike"
        return f"its story and that of {label} are one: {alike}, the nearest {percent(self.nearest.score)}"


def compare_stories(
    ones: Sequence[Candidate], others: Sequence[Candidate], frequencies: Mapping[str, int], total: int
) -> Agreement | None:
    """Whether two stories are one, by reports of both; None: they are not. `frequencies`, `total`: as in
    `relate_story`."""
    pairs = list(_compare_pairs(ones, others, Rarity(frequencies, total)))
    told = sum(pair.score for pair in pairs)
    if told < _ENOUGH * (len(pairs) + _UNSURE):
        return None
    return Agreement(max(pairs, key=lambda pair: pair.score), len(pairs), told / len(pairs))


def _compare_pairs(ones: Sequence[Candidate], others: Sequence[Candidate], rarity: Rarity) -> Iterator[Pair]:
    """Each pair, but for those of other days and those that wording told apart: a form filled in again."""
    reports = {one.article_id: _make_report(one, rarity) for one in (*ones, *others)}
    for one, other in product(ones, others):
        # As it was when the newer of the two came.
        newer, older = (other, one) if other.article_id > one.article_id else (one, other)
        report = reports[newer.article_id]
        if not report.is_far(older) and not shares_most(one.fingerprint, other.fingerprint):
            yield Pair(one, other, report.compare(older).score)


def _make_report(one: Candidate, rarity: Rarity) -> Report:
    return Report(one.keys, one.language, one.dated_at, one.fingerprint.shingles, rarity)
