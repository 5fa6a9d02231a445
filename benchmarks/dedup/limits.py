"""Where the limits of `story` and `union` stand, and what others would do to the reports that rules are set on.

Each pair of limits is tried on the reports by themselves and beside 20,000 other articles (beside.py), within a
language. Marked is the best mean F1 of both, of those whose precision is .90 in both. Differences of a hundredth are
chance: of 429 pairs that are the same many are of one story.
"""

import contextlib
import functools
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple
from unittest.mock import patch

from benchmarks.dedup.beside import KNOWN, fill_beside, judge_pairs, tell_beside
from benchmarks.dedup.galata import load_shipped_rules
from benchmarks.dedup.speed import Models, make_models
from tests.news.data_events import TUNED, read_events
from tests.news.tell_events import Counted, count
from worker.news import story, union
from worker.pipeline.assess import assess_item
from worker.pipeline.rules import Rules

STORY = (0.60, 0.62, 0.64, 0.66, 0.68)
UNION = (0.40, 0.42, 0.44, 0.46, 0.48)
LEAST_PRECISION = 0.90


class Limits(NamedTuple):
    """From how much on it is one story."""

    story: float
    """One report and one story."""
    union: float
    """Two stories."""


class Tried(NamedTuple):
    """What limits came to within a language."""

    alone: Counted
    beside: Counted

    @property
    def precise(self) -> bool:
        return min(self.alone.precision, self.beside.precision) >= LEAST_PRECISION

    @property
    def mean(self) -> float:
        return (self.alone.f1 + self.beside.f1) / 2


@contextlib.contextmanager
def set_limits(limits: Limits) -> Iterator[None]:
    with patch.object(story, "_ENOUGH", limits.story), patch.object(union, "_ENOUGH", limits.union):
        yield


def try_limits(rules: Rules, models: Models, known: int, grid: Sequence[Limits]) -> list[Counted]:
    """What each of the limits comes to within a language, beside so many other articles, in the order of `grid`."""
    found: list[list[tuple[bool, bool]]] = [[] for _ in grid]
    assess = functools.cache(functools.partial(assess_item, rules, ()))
    for name in TUNED:
        reports = read_events(name)
        with fill_beside(models, reports, known) as filled:
            for limits, pairs in zip(grid, found, strict=True):
                with set_limits(limits):
                    pairs += judge_pairs(reports, tell_beside(rules, assess, filled, reports), within=True)
    return [count(pairs) for pairs in found]


def describe(counted: Counted) -> str:
    return f"P {counted.precision:.3f} R {counted.recall:.3f} F1 {counted.f1:.3f}"


def main(known: int = KNOWN) -> None:
    """Print what all limits come to, the best and the shipped ones marked."""
    rules = load_shipped_rules()
    models = make_models(rules)
    grid = [Limits(*pair) for pair in product(STORY, UNION)]
    shipped = Limits(story._ENOUGH, union._ENOUGH)
    grid += [shipped] * (shipped not in grid)
    alone, beside = (try_limits(rules, models, count, grid) for count in (0, known))
    tried = dict(zip(grid, map(Tried, alone, beside), strict=True))
    precise = [limits for limits in grid if tried[limits].precise]
    best = max(precise, key=lambda limits: tried[limits].mean, default=None)
    for limits, one in tried.items():
        marks = " best" * (limits == best) + " shipped" * (limits == shipped)
        print(f"  story {limits.story:.2f} union {limits.union:.2f}: alone {describe(one.alone)}; "
              f"beside {known:,} {describe(one.beside)}; mean F1 {one.mean:.3f}{marks}", flush=True)  # fmt: skip
