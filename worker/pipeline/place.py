"""Placing an article: what it relates to, and the story it belongs to. Runs under the story lock."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from db.articles import insert_missing, insert_row
from db.candidates import (
    count_days,
    count_keys,
    find_by_keys,
    find_by_wording,
    index_keys,
    index_wording,
    load_worded,
    span_days,
)
from db.corrections import list_kept_apart
from db.models import Article, Link, Story
from db.stories import add_report, list_wordings
from worker.news.fingerprint import pack_shingles, query_hashes, shares_most, unite_shingles
from worker.news.novelty import find_added, find_unsaid
from worker.news.relation import relate_wording
from worker.news.story import relate_story
from worker.news.types import Candidate, Fingerprint, Item, Judgement, Relation, RelationKind, StoryKeys
from worker.news.veto import is_refilled
from worker.pipeline.convert import make_candidate, pack_fingerprint
from worker.pipeline.leads import (
    Namesakes,
    follow_own,
    is_replaced,
    look_around,
    mark_replaced,
    relate_own,
    relate_stand_in,
)
from worker.pipeline.resettle import choose_story, find_day, list_indexed

# Reports of one event in other words appear within four days of each other (docs/evidence.md).
STORY_DAYS = 4
# How far around a term's rarity is counted: long enough to be stable, bounded by days and by articles so that its cost
# stays flat (benchmarks/dedup/scaling.py: with a month of 1,000 a day it was most of the cost of an article).
RARITY_DAYS = 30
RARITY_ARTICLES = 5_000
# What two reports of one event share is rare: names, sums, places. Asking by the rarest keys finds them first, and
# costs a third less than asking by all (an article has some fifty).
RAREST_KEYS = 24


@dataclass(frozen=True)
class Subject:
    """An article with what was computed about it before SQL is asked."""

    article: Article
    item: Item
    judgement: Judgement
    fingerprint: Fingerprint | None = None
    """None for an article that nobody watches: it is compared with no other."""
    keys: StoryKeys = field(default_factory=StoryKeys)
    wanted: str | None = None
    """Why its page should be read, if it should."""

    @property
    def wording(self) -> Fingerprint:
        """The fingerprint of an article that is compared."""
        assert self.fingerprint is not None
        return self.fingerprint


@dataclass(frozen=True)
class Placed:
    """Where an article stands."""

    values: dict[str, Any]
    """The columns that say so, for whoever completes its row."""
    akin: tuple[int, ...] = ()
    """Other stories that may be the same one, the likeliest first (unite.py)."""


def place_article(session: Session, subject: Subject, now: datetime) -> Placed:
    """Relate an article, join or open its story, index it."""
    article = subject.article
    named = look_around(session, article)
    mark_replaced(session, article, named)
    relation, joined = find_relation(session, subject, named)
    story_id = choose_story(session, article, joined)
    if story_id is None:
        story_id = open_story(session, subject, now)
    elif story_id != article.story_id:
        add_report(session, story_id, article.id, subject.judgement.language, now)
    # What is judged anew may stay in a story that its whole text no longer resembles: what it adds there is told.
    told = joined or article.story_id
    added = find_additions(session, subject, told) if told else None
    if named.stand_ins:
        follow_own(session, article, named, story_id)
    index_article(session, subject)
    link_article(session, article.id, relation)
    values = {
        "relation": str(relation.kind),
        "relation_evidence": relation.evidence,
        "related_id": relation.of,
        "story_id": story_id,
        "new_sentences": added,
        "shingles": pack_shingles(subject.wording.shingles),
        "fingerprint": pack_fingerprint(subject.wording, subject.keys),
        "meaning": subject.keys.meaning,
    }
    return Placed(values, relation.akin)


def find_relation(session: Session, subject: Subject, named: Namesakes) -> tuple[Relation, int | None]:
    """The closest relation, by wording first, then by what it is about; and the story to join, if it joins one. A lead
    relates to the outlet's own item before all others, the own item to its leads only where nothing else is near."""
    if found := relate_stand_in(named):
        return found
    article = subject.article
    candidates = find_worded(session, subject)
    relation = relate_wording(subject.item, subject.wording, article.dated_at, candidates)
    if not relation.kind.joins_story and not article.seed:  # the words of a card are ours, and tell what, not how
        candidates, retold = find_same_story(session, subject)
        relation = retold if retold.kind is RelationKind.SAME_STORY else replace(relation, akin=retold.akin)
    if not relation.kind.joins_story and (found := relate_own(session, article, named)):
        return found
    stories = {one.article_id: one.story_id for one in candidates}
    return relation, stories.get(relation.of or 0) if relation.kind.joins_story else None


def find_worded(session: Session, subject: Subject) -> list[Candidate]:
    """What may have an article's wording, or stands at its address, or is its earlier form."""
    article = subject.article
    ids = find_by_wording(session, query_hashes(subject.wording))
    revised = [article.revises_id] if article.revises_id else []
    rows = load_worded(session, [*ids, *revised], article.canonical_url, article.content_hash)
    found = choose_candidates(session, rows, article)
    return [replace(one, revised=True) if one.article_id == article.revises_id else one for one in found]


def find_same_story(session: Session, subject: Subject) -> tuple[list[Candidate], Relation]:
    """The story an article tells in other words, if any, and what was compared."""
    candidates, frequencies, total = find_told(session, subject)
    if not candidates:
        return [], Relation(RelationKind.NEW, evidence="nothing like it was told within four days")
    dated_at = subject.article.dated_at
    relation = relate_story(subject.item, subject.keys, dated_at, candidates, frequencies, total, subject.wording)
    return candidates, relation


def find_told(session: Session, subject: Subject) -> tuple[list[Candidate], dict[str, int], int]:
    """What may tell the same as an article in other words; how many articles have each of its keys, and of how many."""
    near, frequencies, total = find_near(session, subject)
    return [one for one in near if not is_form_again(subject, one)], frequencies, total


def is_form_again(subject: Subject, older: Candidate) -> bool:
    """Whether an article is the form of an older one filled in again: by its figures and names, or because wording, of
    which they share most, says that it is no copy."""
    new, old = subject.wording, older.fingerprint
    if is_refilled(new, subject.item.text, old):
        return True
    if not shares_most(new, old):
        return False
    return relate_wording(subject.item, new, subject.article.dated_at, [older]).kind is RelationKind.NEW


def find_near(session: Session, subject: Subject) -> tuple[list[Candidate], dict[str, int], int]:
    """`find_told`, with those that are one form filled in twice."""
    article, keys = subject.article, subject.keys.keys
    around = article.dated_at or article.first_seen_at
    days, total = measure_around(session, around)
    frequencies = count_keys(session, keys, *span_days(around, days))
    rarest = sorted(frequencies, key=lambda key: (frequencies[key], key))[:RAREST_KEYS]
    near = choose_candidates(session, find_by_keys(session, rarest, *span_days(around, STORY_DAYS)), article)
    return near, frequencies, total


def measure_around(session: Session, around: datetime) -> tuple[int, int]:
    """The days before and after a moment that hold enough articles to know what is rare, and how many articles those
    are; counted once a transaction and then on (`count_on`), since it only scales."""
    known: dict[date, tuple[int, int]] = session.info.setdefault("told_around", {})
    day = around.date()
    if day not in known:
        for reach in (2 * STORY_DAYS, RARITY_DAYS):  # the nearer ones mostly hold enough
            counts = count_days(session, *span_days(around, reach))
            if sum(counts.values()) >= RARITY_ARTICLES:
                break
        known[day] = choose_span({(other - day).days: count for other, count in counts.items()})
    return known[day]


def count_on(session: Session, day: date) -> None:
    """Count an article that is placed by now among those around it."""
    known: dict[date, tuple[int, int]] = session.info.get("told_around", {})
    if day in known:
        days, total = known[day]
        known[day] = days, total + 1


def forget_counts(session: Session) -> None:
    """Count anew: what was counted on was rolled back."""
    session.info.pop("told_around", None)


def choose_span(counts: Mapping[int, int]) -> tuple[int, int]:
    """The least number of days on both sides that holds RARITY_ARTICLES, and what it holds. `counts`: by distance."""
    for days in range(STORY_DAYS, RARITY_DAYS + 1):
        total = sum(count for distance, count in counts.items() if abs(distance) <= days)
        if total >= RARITY_ARTICLES:
            break
    return days, total


def choose_candidates(session: Session, rows: Sequence[Row[Any]], article: Article) -> list[Candidate]:
    """Other articles as candidates, in the order of `rows`; without leads whose outlet's own item is here, and without
    the stories that a person took it out of. Of an article that is judged anew, those that joined its story after it
    are none: they relate to it already."""
    told = article.story_id if not article.seed else None
    apart = list_kept_apart(session, article) if article.story_id or article.revises_id else ()
    others = [row for row in rows if row.id != article.id and is_older(row, article.id, told)]
    chosen = [row for row in others if row.story_id not in apart and not is_replaced(row, article.id)]
    return [make_candidate(row) for row in chosen]


def is_older(row: Row[Any], article_id: int, told: int | None) -> bool:
    """Whether a candidate did not join the story `told` after the article."""
    return told is None or row.story_id != told or row.id < article_id


def open_story(session: Session, subject: Subject, now: datetime) -> int:
    """A story of its own."""
    article = subject.article
    row = {
        "first_article_id": article.id,
        "latest_article_id": article.id,
        "headline": article.title,
        "article_count": 1,
        "languages": [subject.judgement.language],
        "first_source": article.source,
        "first_seen_at": article.first_seen_at,
        "updated_at": now,
    }
    return insert_row(session, Story, row)


def find_additions(session: Session, subject: Subject, story_id: int) -> list[str] | None:
    """The sentences of an article that its story has not told yet, or not with these figures; None where it has told
    nothing. Of a seed none: a card's words are our own."""
    told = list_wordings(session, story_id, subject.article.id, query_hashes(subject.wording))
    if not told:
        return None
    if subject.article.seed:
        return []
    return list_added(subject.item.text, subject.wording.figures, told, subject.judgement.language)


def list_added(
    text: str, figures: Collection[str], told: Sequence[tuple[bytes, list[str]]], language: str
) -> list[str]:
    """The sentences of a text with these figures that its story, of this packed wording and these figures, has not told
    yet."""
    unsaid = find_unsaid(figures, {key for _, keys in told for key in keys})
    return find_added(text, unite_shingles(shingles for shingles, _ in told), unsaid, language)


def index_article(session: Session, subject: Subject) -> None:
    """Let later articles find this one."""
    article = subject.article
    index_wording(session, article.id, subject.wording.index, seed=article.seed)
    index_keys(session, article.id, find_day(article), list_indexed(article, subject.keys.keys))
    count_on(session, find_day(article))


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
