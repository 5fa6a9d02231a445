"""What took another's place in a story since its reader was told of it, as a message says it."""

from collections.abc import Iterable
from dataclasses import dataclass

from worker.news.figures import describe_figure
from worker.news.labels import Labels
from worker.news.message import Line
from worker.news.moves import MovedDay
from worker.news.wording import flatten_text

Pair = tuple[str, str]
"""The old and the new."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """Each thing once, as a pair."""

    figures: tuple[Pair, ...] = ()
    """As keys (`f:12:PERSON`)."""
    names: tuple[Pair, ...] = ()
    moved: tuple[MovedDay, ...] = ()
    """Days that were put off or brought forward."""
    dates: tuple[Pair, ...] = ()
    """Days and hours that were put right, as they are written."""

    def write_figures(self, labels: Labels) -> list[str]:
        """`3 people → 7 people`, in the words of the message."""
        return [_join(describe_figure(key, labels.units) for key in pair) for pair in self.figures]

    def write_names(self) -> str:
        """`Palermo → Catania`."""
        return "; ".join(map(_join, self.names))

    def write_dates(self, labels: Labels) -> str:
        """`17 Apr → 29 Apr`. A day that was moved may be put right in the same sentence: it is said once."""
        months = labels.months.split()
        moved = [_join(f"{day} {months[month - 1]}" for month, day in one) for one in self.moved]
        return "; ".join(moved or map(_join, self.dates))

    def list_lines(self, labels: Labels) -> list[Line]:
        """A line for each kind of thing."""
        lines = (
            Line(labels.figures, flatten_text("; ".join(self.write_figures(labels)))),
            Line(labels.names, flatten_text(self.write_names())),
            Line(labels.dates, flatten_text(self.write_dates(labels))),
        )
        return [line for line in lines if line.text]


def _join(pair: Iterable[str]) -> str:
    return " → ".join(pair)
