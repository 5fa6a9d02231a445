"""Placing an article: what it relates to, and the story it belongs to. Runs under the story lock."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.articles import insert_missing, insert_rows
from db.models import Article, FingerprintRow, Link, Story, StoryKeyRow
from db.stories import (
    count_keys,
    count_told,
    find_by_keys,
    find_by_wording,
    find_identical,
    list_keys,
    list_shingles,
    span_days,
)
from worker.news.fingerprint import query_hashes, unpack_shingles
from worker.news.novelty import new_sentences
from worker.news.relation import relate_wording
from worker.news.story import relate_story
from worker.news.types import Candidate, Fingerprint, Item, Judgement, Relation, RelationKind, StoryKeys
from worker.pipeline.convert import make_candidate

# Reports of one event in other words appear within four days of each other (research/dedup.md, step 7).
STORY_DAYS = 4
# How far back a term's rarity is counted: long enough to be stable, bounded so that its cost stays flat.
RARITY_DAYS = 30


def place_article(
    session: Session,
    article: Article,
    item: Item,
    judgement: Judgement,
    fingerprint: Fingerprint,
    keys: StoryKeys,
    now: datetime,
) -> Relation:
    """Relate an article, join or open its story, and add it to both indexes."""
    relation = find_relation(session, article, item, fingerprint, keys)
    other = session.get(Article, relation.of) if relation.of is not None else None
    joined = other.story_id if other is not None and relation.kind.joins_story else None
    story_id = joined or open_story(session, article, judgement, now)
    added = find_additions(session, article, item, story_id) if joined else None
    if joined:
        extend_story(session, joined, article, judgement, now)
    session.execute(
        update(Article)
        .where(Article.id == article.id)
        .values(
            relation=str(relation.kind),
            relation_evidence=relation.evidence,
            related_id=relation.of,
            story_id=story_id,
            new_sentences=added,
        )
    )
    index_article(session, article, fingerprint, keys)
    link_article(session, article.id, relation)
    return relation


def find_relation(
    session: Session, article: Article, item: Item, fingerprint: Fingerprint, keys: StoryKeys
) -> Relation:
    """The closest relation: by wording first, then by what it is about."""
    ids = find_by_wording(session, query_hashes(fingerprint))
    same = find_identical(session, article.canonical_url, article.content_hash)
    revised = [article.revises_id] if article.revises_id else []
    ids = list(dict.fromkeys([*ids, *same, *revised]))
    relation = relate_wording(item, fingerprint, article.dated_at, load_candidates(session, ids, article.id))
    if relation.kind.joins_story:
        return relation
    retold = find_same_story(session, article, item, keys)
    return retold if retold.kind is RelationKind.SAME_STORY else relation


def find_same_story(session: Session, article: Article, item: Item, keys: StoryKeys) -> Relation:
    """The story an article tells in other words, if any."""
    around = article.dated_at or article.first_seen_at
    first, last = span_days(around, STORY_DAYS)
    ids = find_by_keys(session, keys.keys, first, last)
    if not ids:
        return Relation(RelationKind.NEW, evidence="nothing like it was told within four days")
    known = list_keys(session, ids)
    since, until = span_days(around, RARITY_DAYS)
    reach = timedelta(days=RARITY_DAYS)
    return relate_story(
        item,
        keys,
        article.dated_at,
        load_candidates(session, ids, article.id, known),
        count_keys(session, keys.keys, since, until),
        count_told(session, around - reach, around + reach),
    )


def load_candidates(
    session: Session, ids: Sequence[int], article_id: int, keys: dict[int, frozenset[str]] | None = None
) -> list[Candidate]:
    """Older articles as candidates, in the order of `ids`."""
    rows = {row.id: row for row in session.query(Article).where(Article.id.in_(ids))} if ids else {}
    found = [rows[one] for one in ids if one in rows and one != article_id and rows[one].shingles is not None]
    return [make_candidate(row, (keys or {}).get(row.id, frozenset())) for row in found]


def open_story(session: Session, article: Article, judgement: Judgement, now: datetime) -> int:
    """A story of its own."""
    story = Story(
        first_article_id=article.id,
        latest_article_id=article.id,
        headline=article.title,
        article_count=1,
        languages=[judgement.language],
        first_source=article.source,
        first_seen_at=article.first_seen_at,
        updated_at=now,
    )
    session.add(story)
    session.flush()
    return story.id


def extend_story(session: Session, story_id: int, article: Article, judgement: Judgement, now: datetime) -> None:
    """One more article in a story."""
    story = session.get_one(Story, story_id)
    story.article_count += 1
    story.latest_article_id, story.updated_at = article.id, now
    if judgement.language not in story.languages:
        story.languages = [*story.languages, judgement.language]
    session.flush()


def find_additions(session: Session, article: Article, item: Item, story_id: int) -> list[str]:
    """The sentences of an article that its story has not told yet."""
    known: set[int] = set()
    for packed in list_shingles(session, story_id, article.id):
        known |= unpack_shingles(packed)
    return new_sentences(item.text, known)


def index_article(session: Session, article: Article, fingerprint: Fingerprint, keys: StoryKeys) -> None:
    """Let later articles find this one."""
    marks: dict[str, Any] = {"article_id": article.id, "seed": article.seed}
    insert_rows(session, FingerprintRow, [{"hash": one, **marks} for one in sorted(set(fingerprint.index))])
    day = (article.dated_at or article.first_seen_at).date()
    insert_rows(session, StoryKeyRow, [{"key": k, "day": day, "article_id": article.id} for k in sorted(keys.keys)])


def link_article(session: Session, article_id: int, relation: Relation) -> None:
    """Keep the relation with its evidence."""
    if relation.of is None:
        return
    link = {
        "article_id": article_id,
        "other_id": relation.of,
        "relation": str(relation.kind),
        "of_new": relation.of_new,
        "of_old": relation.of_old,
        "evidence": relation.evidence,
    }
    insert_missing(session, Link, [link])
