"""An article that was placed before and is judged anew: its page was read, or its card was changed.

What has been told stays where it was told. An article that alone makes up a story nobody heard of may leave it for
another one, or for none.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from db.candidates import unindex_article
from db.models import Article, ArticleEntity, ArticleTopic, Link, Story
from db.outbox_models import DigestItem, Match
from db.stories import close_story
from worker.news.fingerprint import unpack_shingles
from worker.news.lead import make_headline_key

NEAR_MISS = "near_miss"
"""The place in a digest of what nearly concerned the pair: a title only, so that it may be told in full later."""


def forget_article(session: Session, article_id: int) -> None:
    """Forget what was indexed and found of an earlier form of an article."""
    unindex(session, session.get_one(Article, article_id, populate_existing=True))
    for model in (ArticleTopic, ArticleEntity, Link):
        session.execute(delete(model).where(model.article_id == article_id))
    nearly = DigestItem.article_id == article_id, DigestItem.place == NEAR_MISS
    session.execute(delete(DigestItem).where(*nearly))


def unindex(session: Session, article: Article) -> None:
    """Let nothing find an article by an earlier form of it. `article`: as it was when it was indexed."""
    keys = list_indexed(article, (article.fingerprint or {}).get("keys", ()))
    unindex_article(session, article.id, find_day(article), unpack_shingles(article.shingles or b""), keys)


def list_indexed(article: Article | Row[Any], keys: Collection[str]) -> list[str]:
    """The keys that an article is found by: what it is about, and its headline."""
    headline = make_headline_key(article.title, article.source)
    return [*keys, headline] if headline else list(keys)


def find_day(article: Article) -> date:
    """The day under which an article's keys stand."""
    return (article.dated_at or article.first_seen_at).date()


def choose_story(session: Session, article: Article, found: int | None) -> int | None:
    """The story an article belongs to, if the one it was found to tell is `found`; None: one of its own."""
    if article.story_id is None or article.seed or found in (None, article.story_id):
        return article.story_id or found
    if not is_free_to_leave(session, article):
        return article.story_id
    leave_story(session, article, found)
    return found


def is_free_to_leave(session: Session, article: Article) -> bool:
    """Whether an article is alone in its story, and nobody was told of it."""
    return not list_others(session, article) and not is_any_told(session, [article.id])


def is_any_told(session: Session, ids: Collection[int] | Select[int]) -> bool:
    """Whether somebody was told of one of the articles, or will be: by an alert, an update that waits or was rolled up
    into another one, or a digest."""
    sent = exists().where(Match.article_id.in_(ids), or_(Match.sent, Match.kind == "update"))
    digested = exists().where(DigestItem.article_id.in_(ids), DigestItem.place != NEAR_MISS)
    return bool(session.scalar(select(or_(sent, digested))))


def list_others(session: Session, article: Article) -> list[Article]:
    """The other articles of an article's story, oldest first."""
    chosen = select(Article).where(Article.story_id == article.story_id, Article.id != article.id)
    return list(session.scalars(chosen.order_by(Article.first_seen_at, Article.id)))


def leave_story(session: Session, article: Article, into: int | None) -> None:
    """Take an article out of its story; what subscriptions decided on it goes with it. An empty story goes, one that
    stays is told by its other articles."""
    old, others = article.story_id, list_others(session, article)
    session.execute(update(Match).where(Match.article_id == article.id).values(story_id=into))
    session.execute(update(Article).where(Article.id == article.id).values(story_id=None))
    article.story_id = None
    if not others:
        close_story(session, old, into)
        return
    update_story(session, old, others)


def move_members(session: Session, from_id: int, into: int) -> None:
    """Every article of a story into another one, with what it matched; the empty story goes."""
    for model in (Article, Match):
        session.execute(update(model).where(model.story_id == from_id).values(story_id=into))
    close_story(session, from_id, into)


def update_story(session: Session, story_id: int | None, members: Sequence[Article], **also: Any) -> None:
    """A story's own columns, as its articles have them; `also` sets further ones."""
    session.execute(update(Story).where(Story.id == story_id).values(**describe_story(members), **also))


def describe_story(members: Sequence[Article]) -> dict[str, Any]:
    """The columns of a story that are its articles'."""
    return {
        "first_article_id": members[0].id,
        "latest_article_id": members[-1].id,
        "headline": members[0].title,
        "article_count": len(members),
        "languages": list(dict.fromkeys(one.language for one in members if one.language)),
        "first_source": members[0].source,
        "first_seen_at": members[0].first_seen_at,
    }


def withdraw_article(session: Session, article: Article) -> dict[str, Any]:
    """The columns of an article in a story whose page shows that it concerns nobody: nobody else is told of it, and it
    leaves unless somebody was."""
    undecided = Match.article_id == article.id, ~Match.sent, Match.kind != "update"
    session.execute(delete(Match).where(*undecided))
    if is_any_told(session, [article.id]):
        return {}
    forget_article(session, article.id)
    leave_story(session, article, None)
    nothing = ("relation", "relation_evidence", "related_id", "new_sentences", "shingles", "fingerprint", "meaning")
    return dict.fromkeys(nothing) | {"story_id": None}
