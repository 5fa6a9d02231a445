"""Is an item about both watched countries? A score that explains itself.

Each side gathers evidence: E = 1 - Π(1 - weight · field · certainty) over the distinct things named. The score is
√(E · E'), so one side alone is nothing; a thing of both countries speaks for both; club football, recipes and the like
take away. On 245 items nobody had seen, a prototype of this had precision .84 and recall .92, "both words" .57 and .33
(docs/evidence.md). The pair and every weight are data: config/watch.toml.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod, sqrt
from typing import Literal

from worker.news.entities import Entity
from worker.news.kinds import KIND, Kinds
from worker.news.passing import Others, RowFinder, stand_apart
from worker.news.penalty import Penalty, PenaltyBook
from worker.news.reasons import ITS_FEED, Ground, Names, tell_ground
from worker.news.scan import Prepared
from worker.news.types import EntityHit, Evidence, Item, Relevance

Zone = Literal["title", "lead", "deep"]
_NAMED = 3  # names a reason lists for each side
# The evidence that is not of the item but of the feed it came with.
FEED: Literal["feed"] = "feed"
_FOR, _AGAINST = f"{ITS_FEED} speaks for it", f"{ITS_FEED} speaks against it"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its code as in `Entity.countries`, and how a reader calls it."""

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    """By language, where it is another."""


@dataclass(frozen=True, slots=True)
class WatchExample:
    """A headline beside the rules, and whether it is about the pair."""

    text: str
    relevant: bool
    language: str | None = None
    summary: str = ""
    penalty: str = ""
    """The penalty that it must take, whatever else speaks against it."""

    @property
    def item(self) -> Item:
        """What is judged of it."""
        return Item(title=self.text, summary=self.summary, language=self.language)


@dataclass(frozen=True, slots=True)
class Watch:
    """The watched pair and how it is scored; weights, caps and threshold lie in 0…1."""

    sides: tuple[Side, Side]
    threshold: float
    type_weights: Mapping[str, float]
    """By `Entity.type`."""
    default_weight: float = 0.5
    title_weight: float = 1.0
    lead_weight: float = 0.75
    deep_weight: float = 0.25
    """Of a name behind the lead."""
    deep_cap: float = 0.3
    """The most that names behind the lead can make of E: √(1 · .3) stays below the threshold."""
    often: int = 5
    """Names of a side behind the lead from which on the item is about it after all…"""
    often_cap: float = 0.5
    """…and what they make of E then."""
    apart: float = 1.0
    """What is left of the score where the title names neither side and no sentence of the lead names both."""
    about: float = 0.55
    """How much a feed that tells of a side's doings speaks for it (docs/decisions/0012)."""
    bilateral: float = 0.7
    """Of a thing of both countries, in title or lead."""
    everywhere: tuple[str, ...] = ()
    """Ids of entities that are named in nearly every item about the pair, so that they tell no story from another."""
    penalties: tuple[Penalty, ...] = ()
    kinds: Kinds = field(default_factory=Kinds)
    others: Others = field(default_factory=Others)
    examples: tuple[WatchExample, ...] = ()
    """Checked by `galata config check`, counted by `galata evaluate`."""

    @property
    def words(self) -> Names:
        """What readers of each language call the sides and the penalties."""
        return Names(
            {side.id: {"en": side.name, **side.names} for side in self.sides},
            {penalty.name: {"en": penalty.says, **penalty.says_in} for penalty in self.penalties},
        )


@dataclass(slots=True)
class _Tally:
    """What speaks for one side."""

    evidence: dict[str, Evidence] = field(default_factory=dict)
    """The strongest of each entity."""
    deep: set[str] = field(default_factory=set)
    """Entities named behind the lead only."""
    deep_names: int = 0
    doubted: str = ""
    """A name that may be something else, or the reason why it is a kind of thing."""

    def add(self, side: str, hit: EntityHit, worth: float, zone: Zone) -> None:
        self.deep_names += zone == "deep"
        if hit.certainty < 1:
            self.doubted = hit.reason if hit.reason.startswith(KIND) else hit.text
        known = self.evidence.get(hit.entity)
        if known is None or worth > known.weight + 0.0001:  # more than rounding
            self.evidence[hit.entity] = Evidence(side, hit.entity, hit.text, hit.field, round(worth, 4))
            (self.deep.add if zone == "deep" else self.deep.discard)(hit.entity)

    def list_strongest(self) -> list[Evidence]:
        return sorted(self.evidence.values(), key=lambda evidence: -evidence.weight)


class RelevanceScorer:
    """Scores items for one watched pair."""

    def __init__(self, watch: Watch, entities: Sequence[Entity]) -> None:
        self._watch = watch
        self._ids = tuple(side.id for side in watch.sides)
        self._words = watch.words
        self._entities = {entity.id: entity for entity in entities}
        self._sides = {entity.id: tuple(c for c in entity.countries if c in self._ids) for entity in entities}
        self._weights = {entity.id: self._weigh_entity(entity) for entity in entities}
        self._factors = {"title": watch.title_weight, "lead": watch.lead_weight, "deep": watch.deep_weight}
        self._book = PenaltyBook(watch.penalties)
        self._rows = RowFinder(watch.others)

    def score(
        self,
        title: Prepared,
        text: Prepared,
        hits: Sequence[EntityHit],
        language: str,
        about: Collection[str] = (),
        prior: float = 0.0,
    ) -> Relevance:
        """Relevance with its evidence, strongest first, and a sentence that says why. `about`, `prior`: as in Item."""
        named = self._tally_hits(hits, text, about)
        if not all(tally.evidence for tally in named):
            return self._dismiss(named)
        lead = text.cut(text.lead)
        titled = sum(any(e.field == "title" for e in tally.evidence.values()) for tally in named)
        sides = self._group_hits(hits)
        row = self._rows.find({"title": title, "text": lead}, hits, language, self._count_acting(named, titled), sides)
        if row:
            named = self._tally_hits(hits, text, about, row)
        base = sqrt(prod(map(self._sum_side, named)))
        if not titled and stand_apart(sides, lead.original):
            base *= self._watch.apart
        taken = self._take_penalties(title, lead, hits, language, titled, self._is_play(named))
        own = base + sum(evidence.weight for evidence in taken)
        score = min(1.0, max(0.0, own + prior))
        relevant = score >= self._watch.threshold
        if relevant:
            ground = self._ground_relevant(named)
        elif own >= self._watch.threshold:
            ground = Ground("feed", self._name_sides(named))
        else:
            ground = self._ground_irrelevant(named, taken, row)
        evidence = sorted((e for t in named for e in t.evidence.values()), key=lambda e: -e.weight)
        return self._tell(relevant, round(score, 3), (*evidence, *taken, *_weigh_prior(prior)), ground)

    # --- What speaks for a side ---------------------------------------------------------------------------------------
    def _weigh_entity(self, entity: Entity) -> float:
        """How much naming it speaks for its countries; 0 when it says nothing of the watched ones."""
        watched = self._sides[entity.id]
        if entity.weak or not watched:
            return 0.0
        usual = self._watch.type_weights.get(entity.type, self._watch.default_weight)
        return entity.weight if entity.weight is not None else self._watch.bilateral if len(watched) > 1 else usual

    def _tally_hits(
        self, hits: Sequence[EntityHit], text: Prepared, about: Collection[str], row: Collection[EntityHit] = ()
    ) -> list[_Tally]:
        """What speaks for each side; `row`: those of the hits that count little. A feed speaks for its side only once
        the item names one: by itself it says nothing of an item."""
        tallies = {side: _Tally() for side in self._ids}
        for hit in hits:
            if (weight := self._weights.get(hit.entity, 0.0)) > 0:
                share = self._watch.others.factor if row and hit in row else 1.0
                self._tally_hit(hit, weight, share, tallies, text.lead)
        if any(tally.evidence for tally in tallies.values()):
            for side in tallies.keys() & about:
                tallies[side].evidence[FEED] = Evidence(side, FEED, ITS_FEED, FEED, self._watch.about)
        return [tallies[side] for side in self._ids]

    def _tally_hit(self, hit: EntityHit, weight: float, share: float, tallies: Mapping[str, _Tally], lead: int) -> None:
        zone: Zone = "title" if hit.field == "title" else "lead" if hit.start < lead else "deep"
        sides = self._sides[hit.entity]
        # What is of both countries is about both in the lead as well as in the title, and in a row with others too.
        bilateral = len(sides) > 1
        factor = 1.0 if bilateral and zone == "lead" else self._factors[zone]
        worth = weight * factor * hit.certainty * (1.0 if bilateral else share)
        for side in sides:
            tallies[side].add(side, hit, worth, zone)

    def _group_hits(self, hits: Sequence[EntityHit]) -> list[list[EntityHit]]:
        """The hits that speak for each side."""
        counted = [hit for hit in hits if self._weights.get(hit.entity, 0.0) > 0]
        return [[hit for hit in counted if side in self._sides[hit.entity]] for side in self._ids]

    def _count_acting(self, named: Sequence[_Tally], titled: int) -> int:
        """`titled`, but one less where the title names both and one of them by its places only: a list of cities."""
        by_place = [
            all(self._entities[e.entity].type == "place" for e in tally.evidence.values() if e.field == "title")
            for tally in named
        ]
        return titled - 1 if titled > 1 and any(by_place) else titled

    def _sum_side(self, tally: _Tally) -> float:
        near = prod(1 - e.weight for entity, e in tally.evidence.items() if entity not in tally.deep)
        deep = 1 - prod(1 - tally.evidence[entity].weight for entity in tally.deep)
        # Named often it is a subject, however late; then the weights of single names no longer matter.
        often = tally.deep_names >= self._watch.often
        return 1 - near * (1 - (self._watch.often_cap if often else min(deep, self._watch.deep_cap)))

    def _take_penalties(
        self, title: Prepared, lead: Prepared, hits: Sequence[EntityHit], language: str, titled: int, play: bool
    ) -> list[Evidence]:
        certain = [hit for hit in hits if hit.certainty >= 0.5]
        clubs = {hit.text for hit in certain if self._entities[hit.entity].sport}
        return self._book.take(
            title, lead, {hit.entity for hit in certain}, clubs, language, titled, play and bool(clubs)
        )

    def _is_play(self, named: Sequence[_Tally]) -> bool:
        """Whether the title names clubs and places only: "Fenerbahce beat Napoli in Istanbul"."""
        titled = [self._entities[e.entity] for tally in named for e in tally.evidence.values() if e.field == "title"]
        return any(e.sport and e.type == "organisation" for e in titled) and all(
            e.sport or e.type == "place" for e in titled
        )

    # --- Why ----------------------------------------------------------------------------------------------------------
    def _tell(self, relevant: bool, score: float, evidence: tuple[Evidence, ...], ground: Ground) -> Relevance:
        return Relevance(relevant, score, evidence, tell_ground(ground, self._words), ground)

    def _dismiss(self, named: Sequence[_Tally]) -> Relevance:
        present = tuple((side, ()) for side, tally in zip(self._ids, named, strict=True) if tally.evidence)
        evidence = tuple(e for tally in named for e in tally.list_strongest())
        ground = Ground("one", present) if present else Ground("neither", tuple((side, ()) for side in self._ids))
        return self._tell(False, 0.0, evidence, ground)

    def _ground_relevant(self, named: Sequence[_Tally]) -> Ground:
        first, second = (tally.list_strongest()[0] for tally in named)
        if first.entity == second.entity != FEED:
            return Ground("shared", words=(first.text,))
        return Ground("both", self._name_sides(named))

    def _ground_irrelevant(
        self, named: Sequence[_Tally], taken: Sequence[Evidence], row: Mapping[EntityHit, tuple[str, ...]]
    ) -> Ground:
        if taken:
            return Ground("penalty", words=(taken[0].text,), penalty=taken[0].entity)
        sides = self._name_sides(named)
        if row:
            others = dict.fromkeys(other for beside in row.values() for other in beside)
            return Ground("row", sides, tuple([*others][:_NAMED]))
        doubted = next((tally.doubted for tally in named if tally.doubted), "")
        if doubted.startswith(KIND):
            return Ground("kind", sides, (doubted.removeprefix(KIND),))
        return Ground("doubt", sides, (doubted,)) if doubted else Ground("passing", sides)

    def _name_sides(self, named: Sequence[_Tally]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple((side, _list_names(tally)) for side, tally in zip(self._ids, named, strict=True))


def _weigh_prior(prior: float) -> tuple[Evidence, ...]:
    return (Evidence("both", FEED, _FOR if prior > 0 else _AGAINST, FEED, prior),) if prior else ()


def _list_names(tally: _Tally) -> tuple[str, ...]:
    return tuple(dict.fromkeys(evidence.text for evidence in tally.list_strongest()[:_NAMED]))
