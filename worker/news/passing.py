"""Names in a row with those of other countries: "Greece, Türkiye, Spain and Italy" is about none of the four.

Where two others stand close by, a name is one of many and counts little. In an item whose title names neither watched
country one other is enough; where it names both, it takes three. Where both sides stand in one enumeration with two
others, and behind one ("Macron, Meloni, Erdogan and Starmer"), that decides. The countries are data: config/watch.toml.
"""

import re
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

    @property
    def end(self) -> int:
        return self.start + len(self.written)


# What may stand between two members of an enumeration: a case ending, a separator, a title, a first name.
_BETWEEN = re.compile(
    r"(?:['’]?[a-zçğıöşü]{1,6})?\s*(?:[,;/&·]|[-–—]|\b(?:and|ve|e|ed|ile)\b)+\s*(?:(?:and|ve|e|ed|ile)\s+)?"
    r"(?:(?:the|la|il|le|i|gli|l['’]|president|prime minister|premier|chancellor|king|presidente|cancelliere|PM|"
    r"[Cc]umhurbaşkanı|[Bb]aşbakanı|[A-ZÇĞİÖŞÜ][a-zçğıöşü]+)\s*){0,3}"
)
_ENUMERATED = 2  # others it takes in an enumeration that holds both sides


class RowFinder:
    """Finds the hits that stand in a row."""

    def __init__(self, others: Others) -> None:
        self._others = others
        numbered = [(term, i) for i, terms in enumerate(others.countries) for term in terms]
        self._countries: Mapping[str, int] = {_normalize(term): i for term, i in numbered}
        self._phrases = Phrases(self._countries)

    def find(
        self,
        fields: Mapping[Field, Prepared],
        hits: Sequence[EntityHit],
        language: str,
        titled: int,
        sides: Sequence[Sequence[EntityHit]] = ((), ()),
    ) -> dict[EntityHit, tuple[str, ...]]:
        """Those of the hits that are named in passing, with the others beside them as written.

        `titled`: how many sides the title names; `sides`: those of the hits that speak for each.
        """
        if any(hit.entity in self._others.unless for hit in hits):
            return {}
        places = {field: self._locate(prepared, language) for field, prepared in fields.items()}
        needed = self._others.at_least - 1 + titled
        beside = {hit: self._list_near(hit, places[hit.field]) for hit in hits}
        listed = {hit: others for hit, others in beside.items() if len(others) >= needed}
        for field, found in places.items():
            if len(found) >= _ENUMERATED:
                listed |= _find_enumerated(
                    fields[field].original, found, [[h for h in s if h.field == field] for s in sides]
                )
        return listed

    def _locate(self, prepared: Prepared, language: str) -> list[_Place]:
        found = self._phrases.find(prepared.spaced, language)
        spans = (
            (*prepared.locate(f.start, prepared.spaced.index(" ", f.end)), self._countries[f.phrase]) for f in found
        )
        return [_Place(start, prepared.original[start:end], country) for start, end, country in spans]

    def _list_near(self, hit: EntityHit, places: Sequence[_Place]) -> tuple[str, ...]:
        first, last = hit.start - self._others.near, hit.end + self._others.near
        return tuple({p.country: p.written for p in places if first <= p.start <= last}.values())


def _find_enumerated(
    original: str, others: Sequence[_Place], sides: Sequence[Sequence[EntityHit]]
) -> dict[EntityHit, tuple[str, ...]]:
    """The hits of both sides that stand in one enumeration with others, and behind one: who stands first acts."""
    for run in _split_runs(original, [*others, *(hit for hits in sides for hit in hits)]):
        names = {one.country: one.written for one in run if isinstance(one, _Place)}
        hits = [one for one in run if isinstance(one, EntityHit)]
        others_first = isinstance(run[0], _Place)
        if others_first and len(names) >= _ENUMERATED and all(any(hit in side for hit in hits) for side in sides):
            return dict.fromkeys(hits, tuple(names.values()))
    return {}


def _split_runs(original: str, members: Sequence[_Place | EntityHit]) -> list[list[_Place | EntityHit]]:
    """The members in the order they stand, those together between which nothing but separators and titles stands."""
    runs: list[list[_Place | EntityHit]] = []
    for member in sorted(members, key=lambda one: (one.start, -one.end)):
        if runs and _follows(original, runs[-1][-1].end, member.start):
            runs[-1].append(member)
        else:
            runs.append([member])
    return runs


def _follows(original: str, end: int, start: int) -> bool:
    return start <= end or _BETWEEN.fullmatch(original, end, start) is not None


def _normalize(term: str) -> str:
    return make_pattern(term)[1:] + ("*" if term.endswith("*") else "")


def stand_apart(sides: Sequence[Sequence[EntityHit]], lead: str) -> bool:
    """Whether no sentence of the lead names both sides. Hits are of the text."""
    ends = [end for _, end in find_sentences(lead)]
    first, second = ({bisect(ends, hit.start) for hit in hits if hit.start < len(lead)} for hits in sides)
    return bool(first and second) and first.isdisjoint(second)
