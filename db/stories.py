"""Queries on stories: what a story holds, who tells it, where an article that was told elsewhere belongs."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, or_, select, text, update
from sqlalchemy.orm import Session, aliased, defer

from db.articles import insert_missing
from db.candidates import find_by_wording
from db.models import Article, FormerStory, Link, Story
from db.outbox_models import Match

STORY_LOCK = 420_250_430
# How many articles of a story are read, 2 KB each, to say what a new one adds: of 2,000 it took 0.2 s under the lock.
MOST_READ, FIRST_READ, NEAR_READ = 150, 20, 30
# What nobody asks of the other articles of a story.
_TEXTS = (Article.summary, Article.content, Article.shingles, Article.fingerprint, Article.evidence)
_ARTICLE = Article.__table__.c
_STORIES: Any = Story.__table__
# Made once, as in db/candidates.py: both are asked for each article that joins a story.
_READ = (
    select(_ARTICLE.id, _ARTICLE.shingles, _ARTICLE.fingerprint)
    .where(_ARTICLE.story_id == bindparam("story_id"))
    .order_by(_ARTICLE.id)
    .limit(MOST_READ + 1)
)
_ADD_REPORT = (
    update(_STORIES)
    .where(_STORIES.c.id == bindparam("story_id"))
    .values(
        article_count=_STORIES.c.article_count + 1,
        latest_article_id=bindparam("article_id"),
        updated_at=bindparam("now"),
    )
    .returning(_STORIES.c.languages)
)


def lock_stories(session: Session) -> None:
    """Let one transaction at a time decide which story an article joins. SQLite's write lock does so by itself."""
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": STORY_LOCK})


def try_lock_stories(session: Session) -> bool:
    """The same for what can wait: False where another transaction decides at this moment."""
    if session.get_bind().dialect.name == "sqlite":
        return True
    return bool(session.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": STORY_LOCK}))


def add_report(session: Session, story_id: int, article_id: int, language: str, now: datetime) -> None:
    """Count one more article in a story, the latest."""
    values = {"story_id": story_id, "article_id": article_id, "now": now}
    languages = session.connection().execute(_ADD_REPORT, values).scalar_one()
    if language not in languages:
        told = update(_STORIES).where(_STORIES.c.id == story_id).values(languages=[*languages, language])
        session.connection().execute(told)


def list_wordings(
    session: Session, story_id: int, besides: int, hashes: Sequence[int]
) -> list[tuple[bytes, list[str]]]:
    """The packed wording and the figures of a story's articles besides one. Of a very large story those of the first,
    of the latest and of those that share most of `hashes`: what only others had may then be taken for new."""
    rows = session.connection().execute(_READ, {"story_id": story_id}).all()
    if len(rows) > MOST_READ:
        ids = choose_read(session, list_ids(session, story_id), hashes)
        chosen = select(_ARTICLE.id, _ARTICLE.shingles, _ARTICLE.fingerprint).where(_ARTICLE.id.in_(ids))
        rows = session.connection().execute(chosen).all()
    told = [row for row in rows if row.id != besides and row.shingles]
    return [(row.shingles, (row.fingerprint or {}).get("figures", [])) for row in told]


def list_ids(session: Session, story_id: int) -> Sequence[int]:
    """Ids of a story's articles, in their order."""
    return session.scalars(select(Article.id).where(Article.story_id == story_id).order_by(Article.id)).all()


def choose_read(session: Session, ids: Sequence[int], hashes: Sequence[int]) -> Sequence[int]:
    """Of the ids, in order, of a story's articles those that are read: all, or of very many the first, the latest and
    those that share most of `hashes`."""
    if len(ids) <= MOST_READ:
        return ids
    near = set(ids).intersection(find_by_wording(session, hashes, NEAR_READ))
    return sorted({*ids[:FIRST_READ], *ids[FIRST_READ + NEAR_READ - MOST_READ :], *near})


JOINING = ("duplicate", "near_duplicate", "excerpt", "update", "same_story")
_MOST_HOPS = 3


def map_homes(session: Session, articles: Collection[Article]) -> dict[int, int]:
    """Article → the story that it tells, where that is not the one it is in: what was told by its abstract is linked
    and not moved when its page shows that it was no story of its own, and others may have joined it there."""
    joining = [one for one in articles if one.related_id and one.relation in JOINING]
    related = _map_stories(session, {one.related_id for one in joining if one.related_id})
    homes = {one.id: related.get(one.related_id or 0) for one in joining}
    told = {one.id: homes.get(one.id) or one.story_id for one in articles}
    for _ in range(_MOST_HOPS):
        onward = _map_onward(session, {story for story in told.values() if story})
        if not onward:
            break
        told = {article_id: onward.get(story or 0, story) for article_id, story in told.items()}
    return {one.id: home for one in articles if (home := told[one.id]) and home != one.story_id}


def _map_stories(session: Session, ids: Collection[int]) -> dict[int, int]:
    chosen = select(Article.id, Article.story_id).where(Article.id.in_(ids), Article.story_id.is_not(None))
    return {row[0]: row[1] or 0 for row in session.execute(chosen)}


def _map_onward(session: Session, stories: Collection[int]) -> dict[int, int]:
    """Story → the other one that its first article was found to tell."""
    first, other = aliased(Article), aliased(Article)
    chosen = (
        select(Story.id, other.story_id)
        .join(first, first.id == Story.first_article_id)
        .join(other, other.id == first.related_id)
        .where(Story.id.in_(stories), first.relation.in_(JOINING), other.story_id != Story.id)
    )
    return {row[0]: row[1] or 0 for row in session.execute(chosen)}


def list_linked(session: Session, story_ids: Collection[int]) -> Sequence[int]:
    """Other stories that were found to tell the same as some, when they had been told already: see `map_homes`."""
    first, other = aliased(Article), aliased(Article)
    chosen = (
        select(Story.id)
        .join(first, first.story_id == Story.id)  # by an index; `first_article_id` has none
        .join(other, other.id == first.related_id)
        .where(Story.first_article_id == first.id, first.relation.in_(JOINING))
        .where(other.story_id.in_(story_ids), Story.id.not_in(story_ids))
    )
    return session.scalars(chosen.order_by(Story.id)).all()


def find_home(session: Session, article: Article) -> int | None:
    """The story that an article tells, where that is not the one it is in."""
    return map_homes(session, [article]).get(article.id)


def list_decided(session: Session, story_id: int, besides: int, hashes: Sequence[int]) -> list[int]:
    """Ids of a story's articles that subscriptions have been asked about, besides one; seeds among them, and those that
    are being judged anew. Of a very large story of those that `choose_read` chooses by `hashes`."""
    ids = [one for one in choose_read(session, list_ids(session, story_id), hashes) if one != besides]
    matched = exists().where(Match.article_id == Article.id)
    decided = or_(Article.state == "done", matched)
    return list(session.scalars(select(Article.id).where(Article.id.in_(ids), decided)))


def list_members(session: Session, story_id: int) -> list[Article]:
    """A story's articles, oldest first, without their texts: of 2,000 reports those would be 10 MB."""
    chosen = select(Article).where(Article.story_id == story_id).order_by(Article.first_seen_at, Article.id)
    return list(session.scalars(chosen.options(*map(defer, _TEXTS))))


def group_members(session: Session, story_ids: Collection[int]) -> dict[int, list[Article]]:
    """The articles of some stories by story, oldest first, without their texts."""
    chosen = select(Article).where(Article.story_id.in_(story_ids)).order_by(Article.first_seen_at, Article.id)
    groups: dict[int, list[Article]] = {}
    for one in session.scalars(chosen.options(*map(defer, _TEXTS))):
        groups.setdefault(one.story_id or 0, []).append(one)
    return groups


def count_tokens(session: Session, story_ids: Collection[int]) -> dict[int, int]:
    """How many words the text of each article of some stories has, by article."""
    counted = Article.fingerprint["tokens"].as_integer()
    rows = session.execute(select(Article.id, counted).where(Article.story_id.in_(story_ids)))
    return {row[0]: row[1] or 0 for row in rows}


def list_texts(session: Session, ids: Collection[int], limit: int) -> list[tuple[str, str | None]]:
    """(text, language) of the latest of some articles, the latest first."""
    chosen = select(Article.content, Article.summary, Article.language).where(Article.id.in_(ids))
    rows = session.execute(chosen.order_by(Article.first_seen_at.desc(), Article.id.desc()).limit(limit))
    return [(max(row.content, row.summary, key=len), row.language) for row in rows]


def count_reports(session: Session, story_id: int) -> int:
    """How many articles of a story are not of the seed corpus."""
    chosen = select(func.count()).select_from(Article).where(Article.story_id == story_id, ~Article.seed)
    return session.scalar(chosen) or 0


def list_links(session: Session, article_id: int) -> Sequence[Link]:
    """What an article was found to resemble, and what was found to resemble it."""
    chosen = select(Link).where((Link.article_id == article_id) | (Link.other_id == article_id))
    return session.scalars(chosen.order_by(Link.article_id, Link.other_id)).all()


def find_story(session: Session, story_id: int) -> Story | None:
    """A story by id."""
    return session.get(Story, story_id)


def close_story(session: Session, story_id: int | None, into: int | None) -> None:
    """Remove a story that has no articles any more; `into`: the one that they went to."""
    removed = session.scalar(delete(Story).where(Story.id == story_id).returning(Story.id))
    if removed is not None and into is not None:
        insert_missing(session, FormerStory, [{"id": removed, "into_id": into}])


def find_heir(session: Session, story_id: int) -> int | None:
    """The story that one which is gone became part of, at last."""
    seen: set[int] = set()
    at: int | None = story_id
    while at is not None and at not in seen:
        seen.add(at)
        if find_story(session, at) is not None:
            return at
        at = session.scalar(select(FormerStory.into_id).where(FormerStory.id == at))
    return None


def list_recent_stories(session: Session, since: datetime) -> Sequence[Story]:
    """Stories that a report of a feed was added to since a moment, the latest first."""
    told = exists().where(Article.story_id == Story.id, ~Article.seed)
    return session.scalars(select(Story).where(Story.updated_at >= since, told).order_by(Story.updated_at.desc())).all()
