"""Uniting: stories that a new article shows to be one. Runs under the story lock, when the article is placed.

What nobody was told of moves: into the earlier story, or into the one that was told. Where both were told both remain.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from db.candidates import count_keys, load_reports, span_days
from db.corrections import are_kept_apart
from db.models import Article, Link
from db.stories import JOINING, list_ids, list_members, list_wordings
from worker.news.asides import bare_text
from worker.news.types import Relation, RelationKind
from worker.news.union import MOST_ASKED, Agreement, compare_stories
from worker.pipeline.convert import make_candidate, make_item
from worker.pipeline.place import link_article, list_added, measure_around
from worker.pipeline.resettle import is_any_told, move_members, update_story


def unite_akin(session: Session, article: Article, story_id: int, akin: Sequence[int], now: datetime) -> None:
    """Make one story of that of an article and of those that are akin to it, where they are one."""
    around = article.dated_at or article.first_seen_at
    for other_id in dict.fromkeys(akin):
        earlier, later = min(story_id, other_id), max(story_id, other_id)
        found = compare(session, earlier, later, around)
        if found and not are_kept_apart(session, earlier, later):
            story_id = unite(session, earlier, later, found, now) or story_id


def compare(session: Session, earlier: int, later: int, around: datetime) -> Agreement | None:
    """Whether two stories are one, by their latest reports. None also where one is not there any more, or is of the
    seed corpus: what that tells, a card's words or a document, each report is compared with by itself."""
    seeded = exists().where(Article.story_id.in_((earlier, later)), Article.seed)
    if earlier == later or session.scalar(select(seeded)):
        return None
    ones, others = (
        [make_candidate(row) for row in load_reports(session, story_id, MOST_ASKED)] for story_id in (earlier, later)
    )
    days, total = measure_around(session, around)
    keys = frozenset[str]().union(*(one.keys.keys for one in (*ones, *others)))
    return compare_stories(ones, others, count_keys(session, keys, *span_days(around, days)), total)


def unite(session: Session, earlier: int, later: int, found: Agreement, now: datetime) -> int | None:
    """Make one story of two, unless both were told. The one that remains, the earlier if it can; None: both do."""
    coming, into, nearest = later, earlier, found.nearest.one
    if is_told(session, later):
        coming, into, nearest = earlier, later, found.nearest.other
        if is_told(session, earlier):
            return None
    relate_coming(session, coming, into, nearest.article_id, found.explain(nearest.label))
    move_members(session, coming, into)
    update_story(session, into, list_members(session, into), updated_at=now)
    return into


def is_told(session: Session, story_id: int) -> bool:
    """Whether somebody was told of a story."""
    return is_any_told(session, select(Article.id).where(Article.story_id == story_id))


def relate_coming(session: Session, coming: int, into: int, nearest: int, why: str) -> None:
    """Relations of the articles of a story that comes into another one: those that had joined nothing tell the same as
    it; what all of them add is what it has not told either."""
    told, first = list_wordings(session, into, 0, ()), list_ids(session, into)[0]
    chosen = select(Article).where(Article.story_id == coming).order_by(Article.id)
    for one in session.scalars(chosen.execution_options(populate_existing=True)):
        figures = (one.fingerprint or {}).get("figures", ())
        added = list_added(bare_text(make_item(one)), figures, told, one.language or "")
        if one.relation in JOINING:
            added = [sentence for sentence in one.new_sentences or () if sentence in added]
        else:
            # To what came before it, if anything there did.
            relate_first(session, one.id, nearest if nearest < one.id else min(first, nearest), why)
        session.execute(update(Article).where(Article.id == one.id).values(new_sentences=added))


def relate_first(session: Session, article_id: int, nearest: int, why: str) -> None:
    """Relate an article that had joined nothing."""
    values = {"relation": str(RelationKind.SAME_STORY), "related_id": nearest, "relation_evidence": why}
    session.execute(update(Article).where(Article.id == article_id).values(values))
    session.execute(delete(Link).where(Link.article_id == article_id, Link.other_id == nearest))
    link_article(session, article_id, Relation(RelationKind.SAME_STORY, nearest, evidence=why))
