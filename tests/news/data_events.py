"""Reports as real feeds have them, of families of look-alike events and of others, in our own words.

Unlike `data_pairs` they were written without knowledge of the rules: by angle, length and detail each is another
journalist's. The rules were set on the files called `tune`; those called `held` are for measuring only. The long ones
are whole articles, of 120 to 340 words, as are a quarter of `affairs` and `life`, the others mostly abstracts. Each of
`affairs` and `life` has a writer of its own: what two of them tell of one day may be one event. In `general` no two
tell one event: ordinary news, as likely to be taken for each other as any.
"""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

# The files that rules may be set on, and those on which nothing is.
TUNED = ("tune", "affairs_tune", "life_tune", "long_tune")
HELD = ("held", "affairs_held", "life_held", "long_held")
GENERAL = ("general_tune", "general_held")


class EventReport(NamedTuple):
    """One outlet's report."""

    event: str
    """Its family and a number within it: `F07.2`; `S12` and `M12`, families of their own."""
    language: str
    dated_at: datetime
    title: str
    text: str

    @property
    def family(self) -> str:
        return self.event.partition(".")[0]

    @property
    def is_single(self) -> bool:
        """Whether no other report tells its event."""
        return self.event[0] in "SM"


class EventPair(NamedTuple):
    """Two reports, the older first."""

    older: EventReport
    newer: EventReport

    @property
    def same(self) -> bool:
        return self.older.event == self.newer.event

    @property
    def akin(self) -> bool:
        """Whether both are of one family."""
        return self.older.family == self.newer.family


def read_events(name: str) -> tuple[EventReport, ...]:
    """The reports of a file, such as `tune` or `long_held`, the oldest first."""
    rows = tomllib.loads(Path(__file__).with_name(f"data_events_{name}.toml").read_text("utf-8"))["report"]
    reports = [
        EventReport(row["event"], row["language"], read_time(row["at"]), row["title"], row["text"]) for row in rows
    ]
    return tuple(sorted(reports, key=lambda report: report.dated_at))


def read_time(written: str | datetime) -> datetime:
    at = datetime.fromisoformat(written) if isinstance(written, str) else written
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def list_event_pairs(reports: Sequence[EventReport]) -> Iterator[EventPair]:
    """Every pair, within families and across them."""
    for older, newer in combinations(reports, 2):
        yield EventPair(older, newer)
