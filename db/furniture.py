"""Queries on what outlets put under many of their articles."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, delete, func, select
from sqlalchemy.orm import Session

from db.articles import insert_missing
from db.models import Article, FurnitureRow
from db.page_models import ArticlePage

# Of an outlet; the oldest go. A footer changes once a year, affixes of titles with every section.
MOST_LINES = 200


def list_furniture(session: Session, outlets: Collection[str]) -> dict[str, set[int]]:
    """What is known of each of some outlets: the hashes of its lines."""
    known: dict[str, set[int]] = {outlet: set() for outlet in outlets}
    chosen = select(FurnitureRow.outlet, FurnitureRow.hash).where(FurnitureRow.outlet.in_(outlets))
    for outlet, line in session.execute(chosen):
        known[outlet].add(line)
    return known


def insert_furniture(session: Session, rows: Collection[dict[str, Any]]) -> None:
    """Remember lines; those that are known stay as they are, and of an outlet that has too many the oldest go."""
    # In one order, so that two workers never wait for each other.
    insert_missing(session, FurnitureRow, sorted(rows, key=lambda row: (row["outlet"], row["hash"])))
    for outlet in {row["outlet"] for row in rows}:
        own = FurnitureRow.outlet == outlet
        if (session.scalar(select(func.count()).select_from(FurnitureRow).where(own)) or 0) > MOST_LINES:
            latest = select(FurnitureRow.hash).where(own).order_by(FurnitureRow.learnt_at.desc(), FurnitureRow.hash)
            kept = session.scalars(latest.limit(MOST_LINES)).all()
            session.execute(delete(FurnitureRow).where(own, FurnitureRow.hash.not_in(kept)))


def list_lines(session: Session, outlet: str, limit: int) -> Sequence[str]:
    """What an outlet repeats, the latest learnt first."""
    chosen = select(FurnitureRow.line).where(FurnitureRow.outlet == outlet)
    return session.scalars(chosen.order_by(FurnitureRow.learnt_at.desc(), FurnitureRow.hash).limit(limit)).all()


def list_latest(session: Session, feed_id: int, limit: int) -> list[Row[Any]]:
    """(title, summary, content, source) of the latest articles of a feed."""
    chosen = select(Article.title, Article.summary, Article.content, Article.source).where(Article.feed_id == feed_id)
    return list(session.execute(chosen.order_by(Article.id.desc()).limit(limit)))


def list_read(session: Session, host: str, besides: int, limit: int) -> list[Row[Any]]:
    """(title, summary, content, source) of the articles whose pages were read at a host of late, besides one."""
    columns = Article.title, Article.summary, Article.content, Article.source
    read = ArticlePage.host == host, ArticlePage.state == "read", Article.id != besides
    chosen = select(*columns).join(ArticlePage, ArticlePage.article_id == Article.id).where(*read)
    return list(session.execute(chosen.order_by(ArticlePage.settled_at.desc(), ArticlePage.id.desc()).limit(limit)))


def list_carriers_of(session: Session, outlet: str, lines: Collection[int]) -> dict[int, int]:
    """Under how many articles of an outlet lines stood when they were learnt, by their hashes."""
    chosen = select(FurnitureRow.hash, FurnitureRow.carriers)
    found = session.execute(chosen.where(FurnitureRow.outlet == outlet, FurnitureRow.hash.in_(lines)))
    return {row[0]: row[1] for row in found}
