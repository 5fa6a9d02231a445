"""Names in a row with those of other countries: "Greece, Türkiye, Spain and Italy" is about none of the four.

Where two others stand close by, a name is one of many and counts little. In an item whose title names neither watched
country one other is enough; where it names both, it takes three. The countries are data: config/watch.toml.
"""

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from worker.news.scan import Phrases, Prepared, make_pattern
from worker.news.text import find_sentences
from worker.news.types import EntityHit, Field


@dataclass(frozen=True, slots=True)
class Others:
    """The countries that are not watched, and when a name between theirs is named in passing."""

    countries: tuple[tuple[str, ...], ...] = ()
    """Of each its names, adjectives, capital and leaders, in all languages; a term may end in `*`."""
    near: int = 80
    """Characters on either side."""
    at_least: int = 2
    """Distinct countries it takes; one less where the title names neither side, one more where it names both."""
    factor: float = 0.35
    """What is left of a name's weight then."""
    unless: tuple[str, ...] = ()
    """Ids of entities that make it about the pair, however many take part."""


class _Place(NamedTuple):
    """Where another country is named."""

    start: int
    written: str
    country: int


class RowFinder:
    """Finds the hits that stand in a row."""

    def __init__(self, others: Others) -> None:
        self._others = others
        numbered = [(term, i) for i, terms in enumerate(others.countries) for term in terms]
        self._countries: Mapping[str, int] = {_normalize(term): i for term, i in numbered}
        self._phrases = Phrases(self._countries)

    def find(
        self, fields: Mapping[Field, Prepared], hits: Sequence[EntityHit], language: str, titled: int
    ) -> dict[EntityHit, tuple[str, ...]]:
        """Those of the hits that are named in passing, with the others beside them as written.

        `titled`: how many sides the title names.
        """
        if any(hit.entity in self._others.unless for hit in hits):
            return {}
        places = {field: self._locate(prepared, language) for field, prepared in fields.items()}
        needed = self._others.at_least - 1 + titled
        beside = {hit: self._list_near(hit, places[hit.field]) for hit in hits}
        return {hit: others for hit, others in beside.items() if len(others) >= needed}

    def _locate(self, prepared: Prepared, language: str) -> list[_Place]:
        found = self._phrases.find(prepared.spaced, language)
        spans = (
            (*prepared.locate(f.start, prepared.spaced.index(" ", f.end)), self._countries[f.phrase]) for f in found
        )
        return [_Place(start, prepared.original[start:end], country) for start, end, country in spans]

    def _list_near(self, hit: EntityHit, places: Sequence[_Place]) -> tuple[str, ...]:
        first, last = hit.start - self._others.near, hit.end + self._others.near
        return tuple({p.country: p.written for p in places if first <= p.start <= last}.values())


def _normalize(term: str) -> str:
    return make_pattern(term)[1:] + ("*" if term.endswith("*") else "")


def stand_apart(sides: Sequence[Sequence[EntityHit]], lead: str) -> bool:
    """Whether no sentence of the lead names both sides. Hits are of the text."""
    ends = [end for _, end in find_sentences(lead)]
    first, second = ({bisect(ends, hit.start) for hit in hits if hit.start < len(lead)} for hits in sides)
    return bool(first and second) and first.isdisjoint(second)
