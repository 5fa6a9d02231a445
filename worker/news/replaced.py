"""What took another's place in a story since its reader was told of it, as a message says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from worker.news.changes import Changes
from worker.news.dates import find_dates
from worker.news.figures import describe_figure, figure_keys
from worker.news.labels import Labels
from worker.news.message import Line
from worker.news.moves import MovedDay
from worker.news.numerals import read_in_words
from worker.news.text import fold, words
from worker.news.wording import flatten_text

# As many as one takes in at a glance: more are a table, and stand in the text.
_MOST = 4
Pair = tuple[str, str]
"""The old and the new."""


class Addition(NamedTuple):
    """Sentences that a reader has not read, in their language."""

    sentences: Sequence[str]
    language: str

    def tells(self, text: str) -> bool:
        """Whether a name, a day or an hour stands in one of them, as it is written."""
        return any(text in " ".join(one.split()) for one in self.sentences)

    def tells_figure(self, key: str) -> bool:
        """Whether a figure does, or its number in words."""
        value = key.split(":")[1]
        return any(
            key in figure_keys(one, self.language) or value in read_in_words(one, self.language)
            for one in self.sentences
        )


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
        return [_join(describe_figure(key, labels.units) for key in pair) for pair in self.figures[:_MOST]]

    def write_names(self) -> str:
        """`Palermo → Catania`."""
        return "; ".join(map(_join, self.names[:_MOST]))

    def write_dates(self, labels: Labels) -> str:
        """`17 Apr → 29 Apr`. A day that was moved may be put right in the same sentence: it is said once."""
        months = labels.months.split()
        written = {(day.month, day.day) for _, new in self.dates for day in find_dates(fold(new))}
        moved = [
            _join(f"{day} {months[month - 1]}" for month, day in one) for one in self.moved if one.new not in written
        ]
        return "; ".join([*moved, *map(_join, self.dates)][:_MOST])

    def list_lines(self, labels: Labels) -> list[Line]:
        """A line for each kind of thing."""
        lines = (
            Line(labels.figures, flatten_text("; ".join(self.write_figures(labels)))),
            Line(labels.names, flatten_text(self.write_names())),
            Line(labels.dates, flatten_text(self.write_dates(labels))),
        )
        return [line for line in lines if line.text]


def gather_replaced(
    put_right: Sequence[Changes], figures: Iterable[Pair], moved: Iterable[MovedDay], additions: Sequence[Addition]
) -> Replaced:
    """What articles put right, and which other figures and days took another's place. Of what they put right only what
    stands in a sentence that is news: a page that lags behind puts right what its reader knows."""
    right = [(one.old, one.new) for changes in put_right for one in changes.figures]
    right = [pair for pair in right if any(one.tells_figure(pair[1]) for one in additions)]
    ends = {key for pair in right for key in pair}
    right += [pair for pair in figures if ends.isdisjoint(pair)]
    names = [(one.old, one.new) for changes in put_right for one in changes.names]
    dates = [(one.old, one.new) for changes in put_right for one in changes.days]
    told = [[pair for pair in pairs if any(one.tells(pair[1]) for one in additions)] for pairs in (names, dates)]
    return Replaced(_drop_bare(right), _drop_parts(told[0]), tuple(dict.fromkeys(moved)), _drop_parts(told[1]))


def _drop_bare(figures: Iterable[Pair]) -> tuple[Pair, ...]:
    """Without those that another has with a unit: "3 → 5" beside "3 people → 5 people"."""
    found = list(dict.fromkeys(figures))
    united = {tuple(key.rpartition(":")[0] for key in pair) for pair in found if not pair[1].endswith(":")}
    values = {pair: tuple(key.rpartition(":")[0] for key in pair) for pair in found}
    return tuple(pair for pair in found if not pair[1].endswith(":") or values[pair] not in united)


def _drop_parts(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Without those that are a part of another: "Rossi → Bianchi" beside "Mario Rossi → Luca Bianchi"."""
    read = {pair: [set(words(side)) for side in pair] for pair in pairs}
    return tuple(one for one, sides in read.items() if not any(_is_part(sides, whole) for whole in read.values()))


def _is_part(sides: Sequence[set[str]], whole: Sequence[set[str]]) -> bool:
    return sides != whole and all(side <= other for side, other in zip(sides, whole, strict=True))


def _join(pair: Iterable[str]) -> str:
    return " → ".join(pair)
