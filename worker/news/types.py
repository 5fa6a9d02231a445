"""The values that pass between the rooms, frozen, and free of any database or network.

Texts are Unicode as the outlet wrote them (folding happens inside `text`), times are aware and in UTC, languages are
ISO 639-1 codes or `und`, scores and containments lie in 0…1.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, NamedTuple

from worker.news.reasons import Ground

UNKNOWN_LANGUAGE = "und"
Field = Literal["title", "text"]
Scope = Literal["pair", "any"]


# --- What a feed said -------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, as plain text: markup removed, dates in UTC."""

    identity: str
    """The guid; else the url; else a hash of title and text."""
    title: str
    url: str | None = None
    summary: str = ""
    content: str = ""
    language: str | None = None
    """As declared by the entry or its feed; not detected."""
    published_at: datetime | None = None
    source: str | None = None
    """The outlet, where the feed is an aggregator's."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed document, with what it asks of those who poll it."""

    title: str
    entries: tuple[Entry, ...]
    language: str | None = None
    min_interval_seconds: int | None = None
    """From ttl or sy:updatePeriod: a lower bound for polling."""
    skip_hours: frozenset[int] = frozenset()
    """Hours (GMT, 0…23) in which the outlet asks not to be polled."""
    skip_days: frozenset[int] = frozenset()
    """Weekdays (Monday is 0, GMT)."""
    warnings: tuple[str, ...] = ()
    """What was wrong and mended: a wrong charset, a control character, entries left out."""


# --- What is judged, and how ------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Item:
    """What is judged: an article of a feed, a seed document or a line of a replay."""

    title: str
    summary: str = ""
    content: str = ""
    language: str | None = None
    source: str | None = None
    """The outlet's name."""
    url: str | None = None
    published_at: datetime | None = None
    prior: float = 0.0
    """What its feed adds to the score of an item that names both sides."""
    about: tuple[str, ...] = ()
    """The sides whose doings its feed tells, named or not."""
    furniture: tuple[str, ...] = ()
    """Sentences of it that its outlet puts under other articles too, and what it puts around titles."""

    @property
    def text(self) -> str:
        """The fullest wording the item carries besides its title."""
        return self.content if len(self.content) >= len(self.summary) else self.summary


class EntityHit(NamedTuple):
    """A known thing named in an item."""

    entity: str
    start: int
    end: int
    """Offsets into the original title or text, as `field` says."""
    text: str
    field: Field
    reason: str
    """Why it is this thing: `alias`, `misspelling`, `context: drone`, …"""
    certainty: float = 1.0
    """1 when the name alone is enough; less while an ambiguity stands."""
    country: bool = False
    """Whether it is a country, by name or as a nationality."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reason to count an item for one side of the watched pair (`TR`, `IT`) or for the pair itself (`both`)."""

    side: str
    entity: str
    text: str
    field: Field | Literal["feed"]
    weight: float
    """Positive speaks for the side; negative is a penalty (a transfer, a recipe)."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """Is it about both countries? With the evidence, and one sentence that says why."""

    relevant: bool
    score: float
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    ground: Ground | None = None
    """The reason as a value, to be told in any language; None: judged before there were any."""


@dataclass(frozen=True, slots=True)
class TopicScore:
    """A topic an item is tagged with, and the terms that made it so."""

    id: str
    score: float
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What can be said of an item by itself, before anything else is known."""

    language: str
    relevance: Relevance
    entities: tuple[EntityHit, ...] = ()
    topics: tuple[TopicScore, ...] = ()
    """Strongest first; empty when none fits."""

    @property
    def entity_ids(self) -> tuple[str, ...]:
        """Distinct entities, in the order they are first named (title before text), uncertain ones left out."""
        return tuple(dict.fromkeys(hit.entity for hit in self.entities if hit.certainty >= 0.5))


# --- Has it been said? ------------------------------------------------------------------------------------------------
class RelationKind(StrEnum):
    """How a new article stands to an older one, the closest first."""

    DUPLICATE = "duplicate"
    NEAR_DUPLICATE = "near_duplicate"
    EXCERPT = "excerpt"
    UPDATE = "update"
    OVERLAP = "overlap"
    SAME_STORY = "same_story"
    NEW = "new"

    @property
    def joins_story(self) -> bool:
        """Whether an article in this relation belongs to the story of the other."""
        return self not in (RelationKind.OVERLAP, RelationKind.NEW)

    @property
    def adds_nothing(self) -> bool:
        """Whether a reader of the other article has read this one."""
        return self in (RelationKind.DUPLICATE, RelationKind.NEAR_DUPLICATE, RelationKind.EXCERPT)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The wording of an item, as hashes: enough to recognise copies, excerpts and updates, not to read it."""

    shingles: frozenset[int]
    """A hash (48 bits) of every run of three words."""
    index: tuple[int, ...]
    """The winnowed part of `shingles` that is kept in SQL to find candidates by."""
    content_hash: str
    """Hex digest of the folded title and text."""
    tokens: int
    figures: frozenset[str] = frozenset()
    """Numbers of the text, normalised."""
    lead: frozenset[str] = frozenset()
    """Words of the title and the first sentences, folded."""
    names: frozenset[str] = frozenset()
    """Words of the first sentences that are written with a capital, folded. Not kept in SQL: of a new item only."""
    named: frozenset[str] = frozenset()
    """Those of the words of `lead` that are names."""
    query: tuple[int, ...] = ()
    """The denser winnowing of a new item, to look others up by; what is read back from SQL has none."""


@dataclass(frozen=True, slots=True)
class StoryKeys:
    """What an article is about, as keys that survive other words and languages; worker/news/keys.py has their kinds."""

    keys: frozenset[str] = frozenset()
    title: frozenset[str] = frozenset()
    """Those of `keys` that stand in the title."""
    opening: frozenset[str] = frozenset()
    """Those of `keys` that stand in the title or the first sentence or two."""
    meaning: bytes = b""
    """What a sentence encoder makes of it: worker/news/meaning.py."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An older article that may have said the same."""

    article_id: int
    fingerprint: Fingerprint
    label: str
    """How a reader knows it: its title and outlet, or `seed:003`."""
    story_id: int | None = None
    dated_at: datetime | None = None
    """None: no time window bounds it (seeds, undated replays)."""
    language: str = UNKNOWN_LANGUAGE
    url: str | None = None
    keys: StoryKeys = StoryKeys()
    revised: bool = False
    """Whether the new article is the next form of this one: its outlet gave both one name."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How a new article relates to what is known, with evidence that reads as a sentence."""

    kind: RelationKind
    of: int | None = None
    """The other article's id; None only for `new`."""
    of_new: float | None = None
    """Share of the new article's wording that stands in the other."""
    of_old: float | None = None
    """Share of the other's wording that stands in the new one."""
    evidence: str = ""
    akin: tuple[int, ...] = ()
    """Other stories, by id, that may tell the same: as a whole they are compared once the article is placed."""


# --- Who wants to know? -----------------------------------------------------------------------------------------------
MatchKind = Literal["first", "update", "repeat"]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A few words around what matched; `marks` are (start, end) within `text`."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class QueryMatch:
    """That a query matches an item, by which of its terms, and where."""

    rule: str
    """The part of the query that matched, as written."""
    snippet: Snippet
