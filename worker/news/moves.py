"""What changed of what a story had told: a figure that took another's place, a day that was moved.

A figure "changed" only if unit, noun and status agree, and a day only where the report itself says that something was
put off or brought forward: a second claim beside the first is no change.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from worker.news.concepts import WEAK_CONCEPTS, concepts_of
from worker.news.dates import find_dates
from worker.news.novelty import ChangedFigure, find_changed_figures, find_claims
from worker.news.text import fold, sentences

# Prefixes of folded words, or words side by side.
_MOVES = (
    "postpon", "delay", "reschedul", "put off", "brought forward", "moved to", "moved from", "pushed back",
    "ertele", "one cek", "one al", "ileri bir tarihe", "tarihi degis",
    "rinvi", "posticip", "slitt", "anticipat", "spostat",
)  # fmt: skip
_MOST_OLD = 40_000
"""Characters of earlier reports that are read: what a story told last stands first."""


class Told(NamedTuple):
    """A text of the story as it was known, in its language."""

    text: str
    language: str


class MovedDay(NamedTuple):
    """A day that took another's place, as (month, day)."""

    old: tuple[int, int]
    new: tuple[int, int]


def find_changes(known: Sequence[Told], added: Sequence[str], language: str) -> list[ChangedFigure]:
    """The figures of what was added that took the place of a figure known before."""
    old = [claim for told in _bound(known) for claim in find_claims(told.text, told.language)]
    new = [claim for sentence in added for claim in find_claims(sentence, language)]
    return find_changed_figures(old, new)


def find_moved_days(known: Sequence[Told], added: Sequence[str], language: str) -> list[MovedDay]:
    """The days that what was added says were moved, each with the one it was before, if that is certain."""
    moves = [sentence for sentence in added if _tells_move(sentence)]
    if not moves:
        return []
    old = list(_read_days(known))
    found = [_read_move(sentence, old, language) for sentence in moves]
    return list(dict.fromkeys(move for move in found if move))


def _bound(known: Sequence[Told]) -> Iterator[Told]:
    left = _MOST_OLD
    for told in known:
        if left <= 0:
            return
        yield Told(told.text[:left], told.language)
        left -= len(told.text)


def _tells_move(sentence: str) -> bool:
    body = f" {fold(sentence)}"
    return any(f" {form}" in body for form in _MOVES)


class _NamedDay(NamedTuple):
    day: tuple[int, int]
    nouns: frozenset[str]


def _read_days(known: Iterable[Told]) -> Iterator[_NamedDay]:
    for told in _bound(list(known)):
        for sentence in sentences(told.text):
            days = _list_days(sentence)
            if days:
                nouns = concepts_of(sentence, told.language) - WEAK_CONCEPTS
                yield from (_NamedDay(day, nouns) for day in days)


def _list_days(sentence: str) -> list[tuple[int, int]]:
    return list(dict.fromkeys((day.month, day.day) for day in find_dates(fold(sentence))))


def _read_move(sentence: str, old: Sequence[_NamedDay], language: str) -> MovedDay | None:
    days = _list_days(sentence)
    before = {one.day for one in old}
    if len(days) == 2:
        first, second = days
        if (first in before) == (second in before):  # "from … to …", as all three languages put it
            return MovedDay(first, second)
        return MovedDay(first, second) if first in before else MovedDay(second, first)
    if len(days) != 1 or days[0] in before:
        return None
    nouns = concepts_of(sentence, language) - WEAK_CONCEPTS
    meant = {one.day for one in old if one.nouns & nouns}
    return MovedDay(meant.pop(), days[0]) if len(meant) == 1 else None
