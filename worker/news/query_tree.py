"""How the parts of a query join: all of them, one of them, not this one, near each other. The branches of its tree."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, TypeGuard

from worker.news.document import Document, Place
from worker.news.query_terms import Cover, Found, Named, Node, Positional, Words

_Chain = tuple[Place, ...]
_BY_PLACE = {"title": 0, "text": 1, "summary": 2, "source": 3}


@dataclass(frozen=True, slots=True)
class Everything:
    """The empty query."""

    positive: ClassVar[bool] = True

    def find(self, document: Document) -> Found | None:  # noqa: ARG002 - every document is as good as another
        return Found("")

    def cover(self) -> None:
        return None

    def tell_miss(self, document: Document) -> str:
        return f"an empty query matches everything, {document.item.title!r} too"


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there."""

    shown: str
    part: Node
    positive: ClassVar[bool] = False

    def find(self, document: Document) -> Found | None:
        return None if self.part.find(document) else Found("")

    def cover(self) -> None:
        return None

    def tell_miss(self, document: Document) -> str:
        found = self.part.find(document)
        for place in (place for group in found.groups for place in group) if found else ():
            return f"{self.shown} excludes it: “{document.zones[place.zone].text[place.start : place.end]}” occurs"
        return f"{self.shown} excludes it"


@dataclass(frozen=True, slots=True)
class All:
    """Every part, in any order."""

    parts: tuple[Node, ...]

    @property
    def positive(self) -> bool:
        return any(part.positive for part in self.parts)

    def find(self, document: Document) -> Found | None:
        results = []
        for part in self.parts:
            found = part.find(document)
            if found is None:
                return None
            results.append(_wrap_rule(part, found))
        rule = " ".join(result.rule for result in results if result.rule)
        return Found(rule, tuple(group for result in results for group in result.groups))

    def cover(self) -> Cover | None:
        covers = [cover for part in self.parts if (cover := part.cover())]
        return min(covers, key=lambda cover: cover.cost, default=None)

    def tell_miss(self, document: Document) -> str:
        """What is missing first, then what was there."""
        missed, matched = [], []
        for part in self.parts:
            found = part.find(document)
            if found is None:
                missed.append(part.tell_miss(document))
            elif found.rule:
                matched.append(f"{found.rule} matched")
        return "; ".join(missed + matched)


def _wrap_rule(part: Node, found: Found) -> Found:
    """Several alternatives within a longer rule keep their brackets."""
    if isinstance(part, Either) and " OR " in found.rule:
        return found._replace(rule=f"({found.rule})")
    return found


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part."""

    parts: tuple[Node, ...]

    @property
    def positive(self) -> bool:
        return all(part.positive for part in self.parts)

    def list_places(self, document: Document) -> list[Place]:
        """Of parts that all have places: those of each."""
        return [place for part in self.parts if is_positional(part) for place in part.list_places(document)]

    def find(self, document: Document) -> Found | None:
        results = [found for part in self.parts if (found := part.find(document))]
        if not results:
            return None
        rule = " OR ".join(result.rule for result in results if result.rule)
        return Found(rule, tuple(group for result in results for group in result.groups))

    def cover(self) -> Cover | None:
        covers = [part.cover() for part in self.parts]
        known = [cover for cover in covers if cover]
        if len(known) < len(covers):
            return None
        return Cover(sum(c.cost for c in known), frozenset().union(*(c.keys for c in known)))

    def tell_miss(self, document: Document) -> str:
        return " and ".join(part.tell_miss(document) for part in self.parts)


def is_positional(node: Node) -> TypeGuard[Positional]:
    """Whether a part may stand beside NEAR: words, things, and alternatives of these."""
    return isinstance(node, Words | Named) or (isinstance(node, Either) and all(map(is_positional, node.parts)))


@dataclass(frozen=True, slots=True)
class Near:
    """Parts within so many words of each other, in either order; a chain holds link by link.

    `distances[i]` bounds the words from part i to part i + 1; 1 means side by side.
    """

    shown: str
    parts: tuple[Positional, ...]
    distances: tuple[int, ...]
    positive: ClassVar[bool] = True

    def find(self, document: Document) -> Found | None:
        chains: list[_Chain] = [(place,) for place in self.parts[0].list_places(document)]
        for part, distance in zip(self.parts[1:], self.distances, strict=True):
            chains = _extend_chains(chains, part.list_places(document), distance)
        if not chains:
            return None
        return Found(self.shown, tuple((place,) for place in chains[0]))

    def cover(self) -> Cover | None:
        return All(self.parts).cover()

    def tell_miss(self, document: Document) -> str:
        if any(part.find(document) is None for part in self.parts):
            return All(self.parts).tell_miss(document)
        return f"{self.shown}: they occur, but not that near"


def _extend_chains(chains: Sequence[_Chain], places: Sequence[Place], distance: int) -> list[_Chain]:
    """Each place near the end of some chain, with the nearest such chain. Searching sorted ends keeps it n log n."""
    by_zone = {}
    for zone, group in groupby(sorted(chains, key=lambda c: _BY_PLACE[c[-1].zone]), key=lambda c: c[-1].zone):
        members = list(group)
        by_zone[zone] = (
            sorted(members, key=lambda chain: chain[-1].last),
            sorted(members, key=lambda chain: chain[-1].first),
        )
    extended = []
    for place in sorted(places, key=lambda p: (_BY_PLACE[p.zone], p.first)):
        chain = _find_nearest(*by_zone.get(place.zone, ([], [])), place, distance)
        if chain:
            extended.append((*chain, place))
    return extended


def _find_nearest(by_last: list[_Chain], by_first: list[_Chain], place: Place, distance: int) -> _Chain | None:
    """The nearest chain that ends before the place, else the nearest that ends after; overlapping ones do not count."""
    before = bisect_left(by_last, place.first, key=lambda chain: chain[-1].last) - 1
    if before >= 0 and place.first - by_last[before][-1].last <= distance:
        return by_last[before]
    after = bisect_right(by_first, place.last, key=lambda chain: chain[-1].first)
    if after < len(by_first) and by_first[after][-1].first - place.last <= distance:
        return by_first[after]
    return None
