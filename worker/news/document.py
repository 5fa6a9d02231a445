"""An item made ready for queries: tokenised once, however many subscriptions ask about it.

A document has zones (title, text, a summary of its own, the source); each knows which words may stand where.
"""

from bisect import bisect_left
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from worker.news.inflection import list_stems
from worker.news.text import Token, fold, tokenize
from worker.news.types import EntityHit, Evidence, Item, Judgement

ZoneName = Literal["title", "text", "summary", "source"]
KeyKind = Literal["word", "prefix", "source", "entity", "topic", "country", "lang"]
PREFIX_LETTERS = 4
"""The shortest wildcard, and so the length by which wildcards are indexed."""
# An entity hit below this stands for an ambiguity that was not resolved; as in Judgement.entity_ids.
_CERTAIN = 0.5


class Key(NamedTuple):
    """Something a document has and a query may need: how the matcher finds the few queries worth trying."""

    kind: KeyKind
    value: str


class Place(NamedTuple):
    """Where something stands: offsets into the zone's text, and the first and last token."""

    zone: ZoneName
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True)
class Zone:
    """One text of a document and its tokens."""

    name: ZoneName
    text: str
    language: str

    @cached_property
    def tokens(self) -> list[Token]:
        return tokenize(self.text)

    @cached_property
    def stems(self) -> dict[str, list[int]]:
        """Each form a query may give, with the tokens it may stand at."""
        found: dict[str, list[int]] = {}
        for position, token in enumerate(self.tokens):
            for stem in list_stems(token.folded, self.language, self._is_name(position)):
                found.setdefault(stem, []).append(position)
        return found

    @cached_property
    def _sorted(self) -> list[tuple[str, int]]:
        return sorted((token.folded, position) for position, token in enumerate(self.tokens))

    def list_starting(self, prefix: str) -> list[int]:
        """The tokens that begin with `prefix`, in order."""
        found, at = [], bisect_left(self._sorted, (prefix, 0))
        while at < len(self._sorted) and self._sorted[at][0].startswith(prefix):
            found.append(self._sorted[at][1])
            at += 1
        return sorted(found)

    def place_tokens(self, first: int, last: int) -> Place:
        """The place from one token to another, both included."""
        return Place(self.name, self.tokens[first].start, self.tokens[last].end, first, last)

    def place_span(self, start: int, end: int) -> Place:
        """The place of a span of characters, with the tokens it touches."""
        first = bisect_left(self.tokens, start + 1, key=lambda token: token.end)
        last = bisect_left(self.tokens, end, key=lambda token: token.start) - 1
        return Place(self.name, start, end, first, max(first, last))

    def _is_name(self, position: int) -> bool:
        """Capitalised within a sentence: "Leonardi", but not the "Droni" that opens one, nor a text in capitals."""
        token = self.tokens[position]
        if not self.text[token.start].isupper() or self.text[token.start : token.end].isupper():
            return False
        gap = self.text[self.tokens[position - 1].end : token.start] if position else "."
        return not set(gap) & set(".!?:\n")


@dataclass(frozen=True)
class Document:
    """An item, what was judged of it, and its score in 0…1 (the relevance's own, if not given)."""

    item: Item
    judgement: Judgement
    score: float = -1.0

    def __post_init__(self) -> None:
        if self.score < 0:
            object.__setattr__(self, "score", self.judgement.relevance.score)

    @cached_property
    def zones(self) -> dict[ZoneName, Zone]:
        """The texts that differ: a summary that is the whole text has no zone of its own."""
        item, host = self.item, _read_host(self.item.url)
        texts: dict[ZoneName, str] = {"title": item.title, "text": item.text}
        if item.summary != item.text:
            texts["summary"] = item.summary
        texts["source"] = f"{item.source or ''} {host}".strip()
        return {name: Zone(name, text, self.judgement.language) for name, text in texts.items() if text}

    def select_zones(self, name: ZoneName | None) -> list[Zone]:
        """The zones a term is looked for in: the one it asks for, or all but the source."""
        if name is None:
            return [zone for key, zone in self.zones.items() if key != "source"]
        if name == "summary" and name not in self.zones and self.item.summary:
            name = "text"
        return [self.zones[name]] if name in self.zones else []

    @cached_property
    def entities(self) -> dict[str, list[EntityHit]]:
        """What is named with certainty enough, by folded id."""
        return _group_hits(hit for hit in self.judgement.entities if hit.certainty >= _CERTAIN)

    @cached_property
    def doubtful(self) -> dict[str, list[EntityHit]]:
        """What may be named, but an ambiguity stands."""
        return _group_hits(hit for hit in self.judgement.entities if hit.certainty < _CERTAIN)

    @cached_property
    def countries(self) -> dict[str, list[Evidence]]:
        """What speaks for each side, by folded code (`tr`, `it`, `both`); penalties left out."""
        found: dict[str, list[Evidence]] = {}
        for evidence in self.judgement.relevance.evidence:
            if evidence.weight > 0:
                found.setdefault(fold(evidence.side), []).append(evidence)
        return found

    @cached_property
    def topics(self) -> tuple[str, ...]:
        return tuple(fold(topic.id) for topic in self.judgement.topics)

    def list_keys(self, kind: KeyKind) -> Set[str]:
        """Everything of a kind that a query may need. A superset will do: the query itself decides. Made when first
        asked for: words cost a reading of the whole text, and many queries need none."""
        if kind not in self._keys:
            self._keys[kind] = self._make_keys(kind)
        return self._keys[kind]

    @cached_property
    def _keys(self) -> dict[KeyKind, Set[str]]:
        return {}

    def _make_keys(self, kind: KeyKind) -> Set[str]:
        zones = self.select_zones(None)
        match kind:
            case "word":
                return frozenset().union(*(zone.stems for zone in zones))
            case "prefix":
                return frozenset(token.folded[:PREFIX_LETTERS] for zone in zones for token in zone.tokens)
            case "source":
                source = self.zones.get("source")
                return _list_source(source) if source else frozenset()
            case "entity":
                return self.entities.keys()
            case "topic":
                return frozenset(self.topics)
            case "country":
                return self.countries.keys()
            case "lang":
                return frozenset({fold(self.judgement.language)})


def _read_host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:  # "http://[": what a feed gave as a url is not always one
        return ""


def _list_source(zone: Zone) -> frozenset[str]:
    return frozenset(zone.stems) | {token.folded[:PREFIX_LETTERS] for token in zone.tokens}


def _group_hits(hits: Iterable[EntityHit]) -> dict[str, list[EntityHit]]:
    found: dict[str, list[EntityHit]] = {}
    for hit in hits:
        found.setdefault(fold(hit.entity), []).append(hit)
    return found
