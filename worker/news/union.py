"""Are two stories one? What each pair of their reports leaves open, all pairs together may say.

Early reports of an event share little: one has the place, one the name. Each opens a story; a later one that has both
joins one of the two. Then whole stories are compared: two that tell one event are alike throughout, two of one kind
only here and there.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from worker.news.comparison import Report
from worker.news.likeness import Rarity
from worker.news.types import Candidate
from worker.news.veto import percent

MOST_ASKED = 6
"""Reports of a story that are compared: the latest, which know most."""
# Chosen on the reports that rules are set on: a mean of .42 over all pairs is one story, the fewer pairs the more; what
# one pair says by itself was decided when the later of the two came.
_ENOUGH, _UNSURE = 0.42, 1.5


class Union(NamedTuple):
    """That two stories are one."""

    of: int
    """The report of the earlier story that is most like one of the later's, by article id."""
    evidence: str


def unite_stories(
    earlier: Sequence[Candidate], later: Sequence[Candidate], frequencies: Mapping[str, int], total: int
) -> Union | None:
    """Whether two stories are one, by reports of both; None: they are not. `frequencies`, `total`: as in
    `relate_story`."""
    scores = list(_compare_pairs(earlier, later, Rarity(frequencies, total)))
    told = sum(score for score, _ in scores)
    if told < _ENOUGH * (len(scores) + _UNSURE):
        return None
    best, nearest = max(scores, key=lambda scored: scored[0])
    mean = percent(told / len(scores))
    why = f"its story and that of {nearest.label} are one: {len(scores)} pairs of their reports are {mean} alike"
    return Union(nearest.article_id, f"{why}, the nearest {percent(best)}")


def _compare_pairs(
    earlier: Sequence[Candidate], later: Sequence[Candidate], rarity: Rarity
) -> Iterator[tuple[float, Candidate]]:
    """How alike each pair is, with the report of the earlier story; pairs of other days left out."""
    reports = {one.article_id: _make_report(one, rarity) for one in (*earlier, *later)}
    for one, other in product(earlier, later):
        # As it was when the newer of the two came.
        newer, older = (other, one) if other.article_id > one.article_id else (one, other)
        report = reports[newer.article_id]
        if not report.is_far(older):
            yield report.compare(older).score, one


def _make_report(one: Candidate, rarity: Rarity) -> Report:
    return Report(one.keys, one.language, one.dated_at, one.fingerprint.shingles, rarity)
