"""Who had a story first, in each language, and how long after the very first.

By the time an outlet gives, which is when it reported; a poll comes by later. A time that is midnight is a day and no
time, and an article that gives none counts from when it was seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from worker.news.labels import Labels
from worker.news.wording import flatten_text

# Where the outlets write: midnight in Istanbul is 21:00 UTC, in Rome 22:00 or 23:00.
_MIDNIGHTS = frozenset({0, 21, 22, 23})


class Report(NamedTuple):
    """A report of a story."""

    outlet: str
    language: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FirstReport:
    """The first report of a story in a language."""

    language: str
    outlet: str
    at: datetime
    lag_seconds: int
    """After the first in any."""


def find_reported(dated_at: datetime | None, seen_at: datetime) -> datetime:
    """When an article was reported, as far as can be told; never after it was seen."""
    if dated_at is None or (dated_at.hour in _MIDNIGHTS and (dated_at.minute, dated_at.second) == (0, 0)):
        return seen_at
    return min(dated_at, seen_at)


def list_firsts(reports: Iterable[Report]) -> tuple[FirstReport, ...]:
    """The first report in each language, the very first one first; of two at one moment, the one given first."""
    firsts: dict[str, Report] = {}
    for report in sorted(reports, key=lambda one: one.at):
        firsts.setdefault(report.language, report)
    start = next(iter(firsts.values())).at if firsts else None
    lags = [int((one.at - (start or one.at)).total_seconds()) for one in firsts.values()]
    return tuple(
        FirstReport(one.language, one.outlet, one.at, lag) for one, lag in zip(firsts.values(), lags, strict=True)
    )


def describe_firsts(firsts: Sequence[FirstReport], labels: Labels) -> str:
    """ "it: ANSA; tr: AA, 2 h 10 min later"; empty for a story in one language: its sources say who was first."""
    if len(firsts) < 2:
        return ""
    return "; ".join(_describe_first(one, labels) for one in firsts)


def _describe_first(first: FirstReport, labels: Labels) -> str:
    named = f"{first.language}: {flatten_text(first.outlet) or labels.unnamed}"
    return f"{named}, {labels.later.format(lag=format_lag(first.lag_seconds, labels))}" if first.lag_seconds else named


def format_lag(seconds: int, labels: Labels) -> str:
    """ "40 min", "2 h 10 min", "3 d 4 h"."""
    day, hour, minute = labels.lags.split()
    minutes = seconds // 60
    parts = ((minutes // 1440, day), (minutes // 60 % 24, hour), (minutes % 60, minute))
    shown = [f"{count} {unit}" for count, unit in parts if count]
    return " ".join(shown[:2]) or f"0 {minute}"
