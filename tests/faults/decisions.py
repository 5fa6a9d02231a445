"""Everything that was decided in a run, by names that are the same in another: for comparing two forms row by row."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.models import Article, Feed, Link
from db.outbox_models import Delivery, Digest, DigestItem, Match, Subscription
from db.session import Database

Key = tuple[str, str, str]
Names = dict[int, Key]
Rows = dict[Any, Any]
# Two runs do the same at different times, and number their stories as they come.
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
MOMENTS = re.compile(rf"\d{{4}}-\d\d-\d\d \d\d:\d\d( UTC)?|\b\d\d:\d\d\b|\b\d+ ({MONTHS})\w*( \d{{4}})?")


def read_decisions(database: Database) -> dict[str, Rows]:
    """What was decided, by kind of row."""
    readers: dict[str, Callable[[Session, Names], Rows]] = {
        "articles": read_articles,
        "links": read_links,
        "stories": read_stories,
        "matches": read_matches,
        "digests": read_digests,
        "messages": read_messages,
    }
    with database.read() as session:
        names = name_articles(session)
        return {kind: read(session, names) for kind, read in readers.items()}


def find_differences(one: dict[str, Rows], other: dict[str, Rows]) -> list[str]:
    """A line for each row that differs."""
    return [
        f"{kind} {key}: {one[kind].get(key)!r} / {other[kind].get(key)!r}"
        for kind in one
        for key in sorted(one[kind].keys() | other[kind].keys(), key=str)
        if one[kind].get(key) != other[kind].get(key)
    ]


def name_articles(session: Session) -> Names:
    """Each article by feed, identity and content, a seed by its name."""
    rows = session.execute(select(Article, Feed.name).outerjoin(Feed, Feed.id == Article.feed_id))
    return {row[0].id: (row[1] or "", row[0].name or row[0].identity, row[0].content_hash) for row in rows}


def read_articles(session: Session, names: Names) -> Rows:
    """Language, relevance with evidence, topics, entities, relation and of what, what is new."""
    related = selectinload(Article.topics), selectinload(Article.entities)
    return {
        names[one.id]: {
            "state": one.state,
            "language": one.language,
            "relevant": (one.relevant, one.score, one.evidence),
            "relation": (one.relation, names.get(one.related_id or 0), one.relation_evidence),
            "topics": sorted((topic.topic, topic.score, topic.terms) for topic in one.topics),
            "entities": [(row.entity, row.certainty, row.text, row.reason, row.mentions) for row in one.entities],
            "new": one.new_sentences,
        }
        for one in session.scalars(select(Article).options(*related))
    }


def read_links(session: Session, names: Names) -> Rows:
    """How articles stand to each other."""
    return {
        (names[one.article_id], names[one.other_id]): (one.relation, one.of_new, one.of_old, one.evidence)
        for one in session.scalars(select(Link))
    }


def read_stories(session: Session, names: Names) -> Rows:
    """Which articles are one story: each by the first of its members' names."""
    return {min(members): members for members in group_stories(session, names).values()}


def group_stories(session: Session, names: Names) -> dict[int, list[Key]]:
    """The members of each story, by name."""
    groups: dict[int, list[Key]] = {}
    for article_id, story_id in session.execute(select(Article.id, Article.story_id)):
        if story_id is not None:
            groups.setdefault(story_id, []).append(names[article_id])
    return {story: sorted(members) for story, members in groups.items()}


def read_matches(session: Session, names: Names) -> Rows:
    """What each subscription was told, or not, and why."""
    rows = session.execute(select(Match, Subscription.name).join(Subscription))
    return {
        (row[1], names[row[0].article_id]): (
            row[0].kind,
            row[0].sent,
            forget_moments(row[0].reason),
            row[0].rule,
            row[0].snippet,
        )
        for row in rows
    }


def read_digests(session: Session, names: Names) -> Rows:
    """What each digest covered, in the order of the slots."""
    rows = session.execute(select(Digest, Subscription.name).join(Subscription).order_by(Digest.slot, Digest.id)).all()
    items: dict[int, list[tuple[Key, str]]] = {}
    for one in session.scalars(select(DigestItem)):
        items.setdefault(one.digest_id, []).append((names[one.article_id], one.place))
    return {(row[1], place): sorted(items.get(row[0].id, [])) for place, row in enumerate(rows)}


def read_messages(session: Session, names: Names) -> Rows:
    """Every message, whole, by who gets it and what it is about: without times and the numbers of stories."""
    rows = session.scalars(select(Delivery).options(selectinload(Delivery.recipient)).order_by(Delivery.id)).all()
    found: Rows = {}
    for one in rows:
        text = forget_moments(str({**one.payload, "created_at": None, "thread": None}))
        found.setdefault((one.recipient.address, one.kind, forget_moments(one.subject)), []).append(text)
    return found


def forget_moments(text: str) -> str:
    """Without times of day and dates."""
    return MOMENTS.sub("…", text)
