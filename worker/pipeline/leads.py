"""Leads and the outlets' own items: whichever comes first, one of them is shown (docs/decisions/0011-leads.md).

A lead that comes after the outlet's own item is a duplicate of it. The own item that comes after a lead joins its story
and brings the text; the lead becomes its duplicate, and follows it into its story if nobody was told of it yet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from db.articles import insert_missing
from db.candidates import find_namesakes, span_days
from db.models import Article, Link, Story
from db.outbox_models import Match
from db.stories import list_ids
from worker.news.lead import (
    HEADLINE_WINDOW,
    Sighting,
    explain_stand_in,
    is_clipping,
    is_lead,
    is_publisher,
    make_headline_key,
)
from worker.news.types import Relation, RelationKind
from worker.pipeline.resettle import is_any_told, move_members

DUPLICATE = str(RelationKind.DUPLICATE)


@dataclass(frozen=True)
class Namesakes:
    """Who stands in for whom, of an article and those under its headline or at its address."""

    own: tuple[Any, str] | None
    """What the article only stands in for, with the sentence that says why."""
    stand_ins: tuple[tuple[Any, str], ...]
    """What stood in for the article, the oldest first."""

    @property
    def ids(self) -> list[int]:
        """Of the articles that stood in."""
        return [row.id for row, _ in self.stand_ins]


def look_around(session: Session, article: Article) -> Namesakes:
    """What an article stands in for, and what stood in for it. `own` is the outlet a lead names before any other."""
    key = make_headline_key(article.title, article.source)
    days = span_days(article.dated_at or article.first_seen_at, HEADLINE_WINDOW.days)
    rows = [row for row in find_namesakes(session, key, article.canonical_url, *days) if row.id != article.id]
    me = sight(article)
    own = [(row, why) for row in rows if (why := explain_stand_in(me, sight(row)))]
    known = {row.id: row for row in rows}
    stood = [
        (row, why)
        for row in rows
        if (why := explain_stand_in(sight(row), me)) and is_nearer(article, row, known.get(row.related_id))
    ]
    return Namesakes(min(own, key=lambda pair: rank_own(me, pair[0]), default=None), tuple(stood))


def rank_own(me: Sighting, row: Any) -> tuple[bool, bool, int]:
    """The order in which items are taken for what a lead stands for: no clipping, of the outlet it names, the first."""
    return is_clipping(row.identity), not is_publisher(me.source, row.source, row.url), row.id


def is_nearer(article: Article, row: Any, current: Any) -> bool:
    """Whether an article is more of a lead's own item than the one that has that place; a revision of that is not."""
    if row.relation != DUPLICATE or current is None:
        return True
    lead = sight(row)
    if explain_stand_in(lead, sight(current)) is None:
        return True
    return rank_own(lead, article)[:2] < rank_own(lead, current)[:2]


def sight(article: Any) -> Sighting:
    """An article's row, as far as standing in goes."""
    at = article.dated_at or article.first_seen_at
    return Sighting(article.identity, article.title, article.source, article.url, at)


def relate_stand_in(named: Namesakes) -> tuple[Relation, int | None] | None:
    """The relation of an article that stands in for another, and the story to join."""
    if named.own is None:
        return None
    row, why = named.own
    return Relation(RelationKind.DUPLICATE, row.id, evidence=why), row.story_id


def relate_own(session: Session, article: Article, named: Namesakes) -> tuple[Relation, int | None] | None:
    """The relation of the outlet's own item, where nothing but what stood in for it tells the same: it brings the text,
    unless others of that story have brought one. An article that is judged anew keeps the lead it had, and gets none
    that came after it."""
    waited = [row for row, _ in named.stand_ins if article.story_id is None or row.id == article.related_id]
    if not waited:
        return None
    row = waited[0]
    known = "its headline alone" if is_lead(row.url) else "a snippet"
    why = f"the outlet's own item of “{row.title}”, which was known by {known}"
    alone = set(list_ids(session, row.story_id)) <= {*named.ids, article.id}
    return Relation(RelationKind.UPDATE if alone else RelationKind.SAME_STORY, row.id, evidence=why), row.story_id


def is_replaced(row: Any, article_id: int) -> bool:
    """Whether a candidate stood in for the article, or is a lead whose outlet's own item is here: none of these is
    compared with any more."""
    return bool(row.relation == DUPLICATE and (row.related_id == article_id or is_lead(row.canonical_url)))


# --- Writing down -----------------------------------------------------------------------------------------------------
def mark_replaced(session: Session, article: Article, named: Namesakes) -> None:
    """What stood in for an article is its duplicate from now on."""
    for row, why in named.stand_ins:
        values = {"relation": DUPLICATE, "related_id": article.id, "relation_evidence": why}
        session.execute(update(Article).where(Article.id == row.id).values(values))
        link = {"article_id": row.id, "other_id": article.id, "relation": DUPLICATE, "evidence": why}
        insert_missing(session, Link, [link | {"of_new": None, "of_old": None}])


def follow_own(session: Session, article: Article, named: Namesakes, story_id: int) -> None:
    """Show the story of an article by the article; what stood in for it comes along unless somebody was told of it."""
    story = session.get_one(Story, story_id, populate_existing=True)  # `add_report` writes past the session
    for other_id in {row.story_id for row, _ in named.stand_ins} - {story_id, None}:
        members = list_ids(session, other_id)
        if set(members) <= set(named.ids) and not is_any_told(session, members):
            move_members(session, other_id, story.id)
            story.article_count += len(members)
    if story.first_article_id in named.ids:
        story.first_article_id, story.headline, story.first_source = article.id, article.title, article.source
    session.flush()


# --- Showing ----------------------------------------------------------------------------------------------------------
def find_own(session: Session, article: Article) -> Article | None:
    """The outlet's own item that an article stands in for; asked of the links, which are newer than a claimed row."""
    if not is_lead(article.url) and not is_clipping(article.identity):
        return None
    linked = select(Link.other_id).where(Link.article_id == article.id, Link.relation == DUPLICATE)
    others = session.scalars(select(Article).where(Article.id.in_(linked)))
    me = sight(article)
    own = [other for other in others if explain_stand_in(me, sight(other))]
    return min(own, key=lambda other: rank_own(me, other), default=None)


def map_own(articles: Sequence[Article], members: Sequence[Article]) -> dict[int, Article]:
    """Of those of the articles that stand in for one of the members: id → that member."""
    known = {one.id: one for one in members}
    return {
        one.id: known[one.related_id]
        for one in articles
        if one.relation == DUPLICATE
        and one.related_id in known
        and explain_stand_in(sight(one), sight(known[one.related_id]))
    }


def load_own(session: Session, articles: Sequence[Article]) -> dict[int, Article]:
    """`map_own` of articles of any stories: what was told stays in its story, and the own item may be in another."""
    related = {one.related_id for one in articles if one.relation == DUPLICATE and one.related_id}
    return map_own(articles, list(session.scalars(select(Article).where(Article.id.in_(related)))))


def list_shown(members: Sequence[Article]) -> list[Article]:
    """The members of a story without those that only stand in for another of them."""
    replaced = map_own(members, members)
    return [one for one in members if one.id not in replaced]


def list_elsewhere(members: Sequence[Article]) -> list[Article]:
    """Leads whose headline another outlet was found to have, too: who they name reported it as well."""
    own = map_own(members, members)
    leads = [one for one in members if one.id in own and is_lead(one.url)]
    return [one for one in leads if not is_publisher(one.source, own[one.id].source, own[one.id].url)]


def is_told_otherwise(session: Session, subscription_id: int, article_id: int) -> bool:
    """Whether a subscription was told of an article by what stood in for it."""
    stood = select(Link.article_id).where(Link.other_id == article_id, Link.relation == DUPLICATE)
    told = exists().where(Match.subscription_id == subscription_id, Match.sent, Match.article_id.in_(stood))
    return bool(session.scalar(select(told)))
