"""Which known things an item names, and how sure that is.

All names of all entities are found in one pass; the longest wins ("Arda Güler" is no minister); capitals are checked on
the original; what may be something else is settled in `ambiguity`. Entities are data: config/entities.toml.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple

from worker.news.kinds import KindFinder, Kinds
from worker.news.scan import Found, Phrases, Prepared, make_pattern
from worker.news.types import UNKNOWN_LANGUAGE

Kind = Literal["alias", "misspelling", "decoy"]
Doubt = Literal["none", "doubtful", "ambiguous"]
# What an item is about is named within its first hundreds of names; the rest would only cost time.
_MOST_NAMES = 500


@dataclass(frozen=True, slots=True)
class Entity:
    """A known thing and its names. Names may end in `*` for any ending."""

    id: str
    type: str
    canonical: str
    countries: tuple[str, ...] = ()
    """ISO 3166 codes; a thing of both watched countries has both. No person has two."""
    role: str = ""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By language; they count in texts of every language unless `local`."""
    misspellings: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    """Names that may well be something else: uncertain until context, a title or a longer name settles them."""
    ambiguous_in: tuple[str, ...] = ()
    """The languages in which they are; none listed: in all."""
    doubtful: tuple[str, ...] = ()
    """Names that are certain until a word of `against` stands nearby."""
    not_names: tuple[str, ...] = ()
    """Longer names that contain one of ours and are something else."""
    case: Literal["any", "capital", "exact"] = "any"
    """How a name of one word must be written: capitalised, or exactly as listed."""
    local: bool = False
    """Whether aliases count only in texts of their own language."""
    given_name: bool = False
    """Whether the ambiguous name is also a first name: a capitalised word behind it makes it a person."""
    needs_countries: bool = False
    """Whether the ambiguous names count once all its countries are named otherwise."""
    settled_by: tuple[str, ...] = ()
    """Words right before an ambiguous name that settle it, such as the article of "della Leonardo"."""
    context: tuple[str, ...] = ()
    """Words near an ambiguous name that settle it."""
    against: tuple[str, ...] = ()
    """Words near an ambiguous or doubtful name that speak for something else."""
    weak: bool = False
    """Whether naming it says nothing of a country (sources, blocs, seas)."""
    sport: bool = False
    weight: float | None = None
    """How much it speaks for its country, instead of what its type does."""
    valid_from: date | None = None
    valid_to: date | None = None
    """The term of the office in `role`."""


class Name(NamedTuple):
    """One way to write an entity, or (a decoy) to write something else with its word."""

    entity: Entity
    written: str
    kind: Kind
    doubt: Doubt
    languages: frozenset[str]
    """Empty: all."""
    words: tuple[str, ...]
    spellings: frozenset[str]

    def fits_all(self) -> bool:
        """Whether it is this name in texts of every language, however it is written."""
        return not self.languages and self._fits_any_case()

    def _fits_any_case(self) -> bool:
        return self.kind == "decoy" or len(self.words) > 1 or self.entity.case == "any"

    def fits(self, prepared: Prepared, found: Found, language: str) -> bool:
        """Whether what was found there, in a text of this language, can be this name."""
        if self.languages and language not in self.languages and language != UNKNOWN_LANGUAGE:
            return False
        if self._fits_any_case():
            return True
        start, end = prepared.locate(found.start, found.end)
        if prepared.caseless:
            return end - start > 2 or self.entity.case == "capital"
        original = prepared.original[start:end]
        return original[0].isupper() if self.entity.case == "capital" else original in self.spellings


class Candidate(NamedTuple):
    """A name where it stands; offsets into the spaced text."""

    name: Name
    start: int
    end: int


class NameFinder:
    """Finds the names of all entities in a title or text."""

    def __init__(self, entities: Sequence[Entity], kinds: Kinds | None = None) -> None:
        self.kinds = KindFinder(kinds or Kinds())
        self._names: dict[str, list[tuple[Name, bool]]] = {}  # and whether it fits everywhere, as most do
        for entity in entities:
            for name in list_names(entity):
                self._names.setdefault(name.written, []).append((name, name.fits_all()))
        self._phrases = Phrases(self._names)

    def find(self, prepared: Prepared, language: str) -> list[Candidate]:
        """Names in the order they stand, the longest where they overlap; one place may name several entities."""
        found = islice(self._phrases.find(prepared.spaced, language), _MOST_NAMES)
        candidates = [
            Candidate(name, place.start, place.end)
            for place in found
            for name, fits in self._names[place.phrase]
            if fits or name.fits(prepared, place, language)
        ]
        return _keep_longest(candidates)


def _keep_longest(candidates: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end, c.name.kind == "misspelling")):
        if not kept or candidate.start >= kept[-1].end or _adds_entity(candidate, kept):
            kept.append(candidate)
    return kept


def _adds_entity(candidate: Candidate, kept: list[Candidate]) -> bool:
    """Whether it names one thing more in the very place of the last: "italo-turco" is of both countries."""
    last = kept[-1]
    if (candidate.start, candidate.end) != (last.start, last.end) or last.name.kind == "decoy":
        return False
    return all(k.name.entity is not candidate.name.entity for k in kept[-4:] if k.start == candidate.start)


def list_names(entity: Entity) -> Iterable[Name]:
    """Every way to write an entity, once each; decoys first, so that they win over a name of the same letters."""
    spellings = frozenset(alias for listed in entity.aliases.values() for alias in listed)
    doubts: dict[str, Doubt] = {make_pattern(name): "doubtful" for name in entity.doubtful}
    doubts |= {make_pattern(name): "ambiguous" for name in entity.ambiguous}
    names: dict[str, Name] = {}
    for written, kind, language in _list_written(entity):
        pattern = make_pattern(written)
        languages = frozenset({language} if language else ())
        if pattern in names:
            known = names[pattern]
            merged = known.languages | languages if known.languages and languages else frozenset[str]()
            names[pattern] = known._replace(languages=merged)
        else:
            doubt = doubts.get(pattern, "none")
            names[pattern] = Name(entity, written, kind, doubt, languages, tuple(pattern.split()), spellings)
    return names.values()


def _list_written(entity: Entity) -> Iterable[tuple[str, Kind, str]]:
    for written in entity.not_names:
        yield written, "decoy", ""
    for language, listed in entity.aliases.items():
        for written in listed:
            yield written, "alias", language if entity.local else ""
    for written in entity.misspellings:
        yield written, "misspelling", ""
