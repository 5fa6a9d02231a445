"""Why an article was kept, tagged, joined to a story and told, or not: everything that was decided, with its evidence.

Facts only, gathered from rows, so that the command and the pages show the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from db.articles import list_carriers, load_articles
from db.corrections import list_corrections
from db.furniture import list_carriers_of
from db.labels import find_label
from db.models import Article, Correction
from db.stories import find_story, list_members
from worker.errors import UsageError
from worker.news.asides import list_asides
from worker.news.furniture import hash_line, name_outlet
from worker.news.lead import is_lead
from worker.news.reporters import FirstReport
from worker.news.types import Evidence, Judgement
from worker.pipeline.addresses import find_named
from worker.pipeline.aging import is_aged
from worker.pipeline.convert import make_item, restore_judgement
from worker.pipeline.explain_near import (
    Neighbour,
    Refused,
    gather_neighbours,
    gather_refused,
    pick_end,
    tell_hand,
)
from worker.pipeline.explain_page import PageFacts, describe_page
from worker.pipeline.explain_told import NotTold, Told, gather_told, list_silent
from worker.pipeline.headline import name_stories
from worker.pipeline.label import LabelFacts, describe_label
from worker.pipeline.leads import find_own
from worker.pipeline.runtime import Runtime
from worker.pipeline.telling import find_firsts


@dataclass(frozen=True)
class ArticleFacts:
    """What arrived, and how far it came."""

    id: int
    name: str | None
    """`seed:003`; None for what a feed brought."""
    title: str
    url: str | None
    source: str | None
    language: str | None
    declared_language: str | None
    published: datetime | None
    first_seen: datetime
    state: str
    """arrived, judged, done or poison."""
    attempts: int
    error: str | None
    backlog: bool
    revises: int | None
    carriers: tuple[str, ...]
    headline_only: bool
    """A lead, whose text is at an outlet that has not been found."""


@dataclass(frozen=True)
class NamedEntity:
    """A known thing that is named, and why the word means it."""

    id: str
    name: str
    text: str
    reason: str
    certainty: float
    mentions: int


@dataclass(frozen=True)
class NamedTopic:
    """A topic, and the terms that made it so."""

    id: str
    name: str
    score: float
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Member:
    """An article of the story."""

    id: int
    title: str
    source: str | None
    language: str | None
    first_seen: datetime
    relation: str | None
    seed: bool
    self: bool
    """Whether it is the article that is explained."""
    lead: bool
    """Whether its link is an aggregator's."""


@dataclass(frozen=True)
class StoryFacts:
    """The story an article belongs to, its members in the order of time."""

    id: int
    headline: str
    firsts: tuple[FirstReport, ...]
    """Who reported it first in each language, the very first one first."""
    members: tuple[Member, ...]
    corrections: tuple[str, ...]
    """What a person said of the article and others: a sentence each."""


@dataclass(frozen=True)
class LeftAside:
    """Words of an article that are no news, and why: a footer, a caption, what its outlet repeats."""

    text: str
    why: str


@dataclass(frozen=True)
class Explanation:
    """All that was decided about one article."""

    article: ArticleFacts
    relevant: bool | None
    """None: not judged yet."""
    score: float | None
    reason: str
    evidence: tuple[Evidence, ...]
    topics: tuple[NamedTopic, ...]
    entities: tuple[NamedEntity, ...]
    relation: str | None
    relation_evidence: str | None
    asides: tuple[LeftAside, ...]
    """What of it is no news, and was not compared."""
    new_sentences: tuple[str, ...]
    neighbours: tuple[Neighbour, ...]
    refused: tuple[Refused, ...]
    """Older ones that were near, and are something else."""
    aged: bool
    """Whether those that were near in other words are no longer known."""
    story: StoryFacts | None
    told: tuple[Told, ...]
    not_told: tuple[NotTold, ...]
    label: LabelFacts | None
    """What the analyst says of it."""
    page: PageFacts | None
    """None: no feed brought it, or it was not judged yet."""


def explain_article(runtime: Runtime, key: str) -> Explanation:
    """Explain an article by id, url or name (`seed:003`). UsageError when there is none."""
    with runtime.database.read() as session:
        article = find_any(session, key)
        judgement = restore_judgement(article)
        told = gather_told(session, article)
        return Explanation(
            article=describe_article(session, article),
            relevant=article.relevant,
            score=article.score,
            reason=judgement.relevance.reason,
            evidence=judgement.relevance.evidence,
            topics=name_topics(runtime, judgement),
            entities=name_entities(runtime, judgement),
            relation=article.relation,
            relation_evidence=article.relation_evidence,
            asides=tell_asides(session, article),
            new_sentences=tuple(article.new_sentences or ()),
            neighbours=gather_neighbours(session, article),
            refused=gather_refused(session, article, runtime.rules.watch.everywhere),
            aged=is_aged(article, runtime.now()),
            story=describe_story(session, article),
            told=told,
            not_told=list_silent(session, article, judgement, {one.subscription for one in told}),
            label=read_label(session, article),
            page=describe_page(runtime, session, article),
        )


def find_any(session: Session, key: str) -> Article:
    """An article by id, url in any spelling, or name."""
    row = find_named(session, key)
    if row is None:
        raise UsageError(f"no article is known by {key!r}; give an id, the address of an article, or seed:NAME")
    (article,) = load_articles(session, [row.id])
    return article


def read_label(session: Session, article: Article) -> LabelFacts | None:
    """What the analyst says of an article."""
    row = find_label(session, article.id)
    return describe_label(row) if row else None


def describe_article(session: Session, article: Article) -> ArticleFacts:
    """An article's row as facts."""
    return ArticleFacts(
        id=article.id,
        name=article.name,
        title=article.title,
        url=article.url,
        source=article.source,
        language=article.language,
        declared_language=article.declared_language,
        published=article.published_at,
        first_seen=article.first_seen_at,
        state=article.state,
        attempts=article.attempts,
        error=article.error,
        backlog=article.backlog,
        revises=article.revises_id,
        carriers=tuple(list_carriers(session, article.id)),
        headline_only=is_lead(article.url) and find_own(session, article) is None,
    )


def tell_asides(session: Session, article: Article) -> tuple[LeftAside, ...]:
    """What was left aside when an article was compared; of what its outlet repeats, how often that was seen. Nothing
    where nobody compared it."""
    if article.shingles is None or article.seed:
        return ()
    found = list_asides(make_item(article))
    outlet = name_outlet(article.source)
    counts = list_carriers_of(session, outlet, [hash_line(line) for line in article.furniture or ()])
    seen = {line.strip(): counts[key] for line in article.furniture or () if (key := hash_line(line)) in counts}
    often = {words: f" ({count} when it was first noticed)" for words, count in seen.items()}
    return tuple(LeftAside(words, why + often.get(words, "")) for words, why in found)


def name_topics(runtime: Runtime, judgement: Judgement) -> tuple[NamedTopic, ...]:
    """Topics with their labels, strongest first."""
    label = runtime.rules.name_topic
    return tuple(NamedTopic(one.id, label(one.id), one.score, one.terms) for one in judgement.topics)


def name_entities(runtime: Runtime, judgement: Judgement) -> tuple[NamedEntity, ...]:
    """Each thing once, in the order of its first mention, by its most certain one."""
    found: dict[str, NamedEntity] = {}
    for hit in judgement.entities:
        known = found.get(hit.entity)
        mentions = known.mentions + 1 if known else 1
        if known and known.certainty >= hit.certainty:
            text, reason, certainty = known.text, known.reason, known.certainty
        else:
            text, reason, certainty = hit.text, hit.reason, hit.certainty
        name = runtime.rules.name_entity(hit.entity)
        found[hit.entity] = NamedEntity(hit.entity, name, text, reason, certainty, mentions)
    return tuple(found.values())


def describe_story(session: Session, article: Article) -> StoryFacts | None:
    """The story with its members; None for what was left out."""
    story = find_story(session, article.story_id) if article.story_id else None
    if story is None:
        return None
    members: Sequence[Article] = list_members(session, story.id)
    corrections = list_corrections(session, [article.id])
    return StoryFacts(
        id=story.id,
        headline=name_stories(session, {story.id: members}).get(story.id, story.headline),
        firsts=find_firsts(members),
        members=tuple(
            Member(
                id=one.id,
                title=one.title,
                source=one.source,
                language=one.language,
                first_seen=one.first_seen_at,
                relation=one.relation,
                seed=one.seed,
                self=one.id == article.id,
                lead=is_lead(one.url),
            )
            for one in members
        ),
        corrections=tuple(tell_corrections(corrections, article.id)),
    )


def tell_corrections(corrections: Iterable[Correction], article_id: int) -> Iterator[str]:
    """`told apart from articles 9 and 12 by hand on 2026-11-26 (another meeting)`."""
    said: dict[tuple[str, str], list[int]] = {}
    for one in corrections:
        what = "joined with" if one.together else "told apart from"
        said.setdefault((what, tell_hand(one)), []).append(pick_end(one, article_id))
    for (what, how), others in said.items():
        *most, last = map(str, sorted(others))
        named = f"articles {', '.join(most)} and {last}" if most else f"article {last}"
        yield f"{what} {named} {how}"
