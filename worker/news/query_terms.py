"""What a query can ask of a document: words, a known thing, a field, a score. The leaves of its tree, frozen.

Every node can `find` itself in a document, name a `cover` (keys of which the document must have one, with what they
cost) and `tell_miss`, the sentence for those who wonder why an alert did not come.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Protocol

from worker.news.document import PREFIX_LETTERS, Document, Key, KeyKind, Place, Zone, ZoneName
from worker.news.text import fold

# A message marks a few words, not every "Italy" of a long article; NEAR sees them all.
_MARKS_PER_TERM = 20


class Found(NamedTuple):
    """The part of a query that matched, and where: one group of places for each of its terms."""

    rule: str
    groups: tuple[tuple[Place, ...], ...] = ()


class Cover(NamedTuple):
    """Keys of which a matching document has at least one. `cost`: how many documents have one, by rule of thumb."""

    cost: float
    keys: frozenset[Key]


class Node(Protocol):
    """A part of a query. `positive`: it asks for something, and does not only exclude."""

    @property
    def positive(self) -> bool: ...
    def find(self, document: Document) -> Found | None: ...
    def cover(self) -> Cover | None: ...
    def tell_miss(self, document: Document) -> str: ...


class Positional(Node, Protocol):
    """A part that stands somewhere, and so may stand near another."""

    def list_places(self, document: Document) -> list[Place]: ...


# --- Words ----------------------------------------------------------------------------------------------------------
# What a key costs to look at, a rule of thumb for how common it is: names are rare, long words rarer than short ones,
# and half of all documents share a language. Only the order matters; a wrong guess costs time, never a match.
_COSTS: dict[KeyKind, float] = {"entity": 1, "source": 5, "topic": 6, "prefix": 6, "country": 20, "lang": 40}


def _make_key(kind: KeyKind, value: str) -> Cover:
    cost = 16 / max(1, len(value)) if kind == "word" else _COSTS[kind]
    return Cover(cost, frozenset({Key(kind, value)}))


@dataclass(frozen=True, slots=True)
class Plain:
    """A whole word, in any of its inflected forms."""

    word: str
    kind: ClassVar[KeyKind] = "word"

    def list_positions(self, zone: Zone) -> Sequence[int]:
        return zone.stems.get(self.word, ())


@dataclass(frozen=True, slots=True)
class Exact:
    """A whole word in exactly this case; what follows an apostrophe does not count (TAI'nin)."""

    word: str
    written: str
    kind: ClassVar[KeyKind] = "word"

    def list_positions(self, zone: Zone) -> Sequence[int]:
        tokens = ((position, zone.tokens[position]) for position in zone.stems.get(self.word, ()))
        return [position for position, token in tokens if zone.text[token.start : token.end] == self.written]


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, four letters at least."""

    word: str
    kind: ClassVar[KeyKind] = "prefix"

    def list_positions(self, zone: Zone) -> Sequence[int]:
        return zone.list_starting(self.word)


Pattern = Plain | Exact | Prefix


@dataclass(frozen=True, slots=True)
class Words:
    """A word or a phrase, in one zone or in any but the source."""

    shown: str
    patterns: tuple[Pattern, ...]
    zone: ZoneName | None = None
    positive: ClassVar[bool] = True

    def list_places(self, document: Document) -> list[Place]:
        """Every place it stands at, zone by zone."""
        zones = document.select_zones(self.zone)
        last = len(self.patterns) - 1
        return [zone.place_tokens(at, at + last) for zone in zones for at in self._list_starts(zone)]

    def _list_starts(self, zone: Zone) -> Iterable[int]:
        starts = self.patterns[0].list_positions(zone)
        for offset, pattern in enumerate(self.patterns[1:], 1):
            if not starts:
                break
            allowed = frozenset(pattern.list_positions(zone))
            starts = [start for start in starts if start + offset in allowed]
        return starts

    def find(self, document: Document) -> Found | None:
        return _report_places(self.shown, self.list_places(document))

    def cover(self) -> Cover:
        return min((self._make_cover(pattern) for pattern in self.patterns), key=lambda cover: cover.cost)

    def _make_cover(self, pattern: Pattern) -> Cover:
        value = pattern.word[:PREFIX_LETTERS] if pattern.kind == "prefix" else pattern.word
        return _make_key("source" if self.zone == "source" else pattern.kind, value)

    def tell_miss(self, document: Document) -> str:
        if self.zone == "source":
            return f"{self.shown} is not its source ({document.item.source or 'unknown'})"
        return f"{self.shown} does not occur" + (f" in the {self.zone}" if self.zone else "")


def _report_places(shown: str, places: Sequence[Place]) -> Found | None:
    return Found(shown, (tuple(places[:_MARKS_PER_TERM]),)) if places else None


# --- Known things and fields ------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Named:
    """`entity:` a known thing, by any of its names, in any language."""

    shown: str
    entity: str
    positive: ClassVar[bool] = True

    def list_places(self, document: Document) -> list[Place]:
        """Every place it is named at, title before text."""
        hits = sorted(document.entities.get(self.entity, ()), key=lambda hit: (hit.field != "title", hit.start))
        zones = document.zones
        return [zones[hit.field].place_span(hit.start, hit.end) for hit in hits if hit.field in zones]

    def find(self, document: Document) -> Found | None:
        return _report_places(self.shown, self.list_places(document))

    def cover(self) -> Cover:
        return _make_key("entity", self.entity)

    def tell_miss(self, document: Document) -> str:
        for hit in document.doubtful.get(self.entity, ()):
            return f"{self.shown} is not certain: “{hit.text}” may be something else ({hit.reason})"
        return f"{self.shown} is not named"


@dataclass(frozen=True, slots=True)
class Country:
    """`country:` there is evidence for this side of the watched pair."""

    shown: str
    side: str
    positive: ClassVar[bool] = True

    def find(self, document: Document) -> Found | None:
        sides = document.countries
        evidence = [*sides.get(self.side, ()), *sides.get("both", ())]
        if not evidence:
            return None
        spans = ((document.zones.get(one.field), one.text) for one in evidence)
        places = [
            zone.place_span(at, at + len(text)) for zone, text in spans if zone and (at := zone.text.find(text)) >= 0
        ]
        return Found(self.shown, (tuple(places[:_MARKS_PER_TERM]),))

    def cover(self) -> Cover:
        return Cover(_COSTS["country"], frozenset({Key("country", self.side), Key("country", "both")}))

    def tell_miss(self, document: Document) -> str:
        sides = ", ".join(side.upper() for side in sorted(document.countries)) or "no country"
        return f"nothing speaks for {self.shown} (found: {sides})"


@dataclass(frozen=True, slots=True)
class Topic:
    """`topic:` it is tagged so."""

    shown: str
    topic: str
    positive: ClassVar[bool] = True

    def find(self, document: Document) -> Found | None:
        return Found(self.shown) if self.topic in document.topics else None

    def cover(self) -> Cover:
        return _make_key("topic", self.topic)

    def tell_miss(self, document: Document) -> str:
        return f"{self.shown} is not among its topics ({', '.join(document.topics) or 'none'})"


@dataclass(frozen=True, slots=True)
class Language:
    """`lang:` it is written in this language."""

    shown: str
    code: str
    positive: ClassVar[bool] = True

    def find(self, document: Document) -> Found | None:
        return Found(self.shown) if fold(document.judgement.language) == self.code else None

    def cover(self) -> Cover:
        return _make_key("lang", self.code)

    def tell_miss(self, document: Document) -> str:
        return f"{self.shown} is not its language ({document.judgement.language})"


@dataclass(frozen=True, slots=True)
class Score:
    """`score>=0.7`: how much it is about both countries, from `low` to `high`, the ends counted or not."""

    shown: str
    sign: str
    value: float
    positive: ClassVar[bool] = True

    def find(self, document: Document) -> Found | None:
        low, high = self.sign.startswith("<"), self.sign.startswith(">")
        holds = (
            (low and document.score < self.value)
            or (high and document.score > self.value)
            or (self.sign.endswith("=") and document.score == self.value)
        )
        return Found(self.shown) if holds else None

    def cover(self) -> None:
        return None

    def tell_miss(self, document: Document) -> str:
        return f"{self.shown} does not hold: the score is {document.score:.2f}"
