"""Queries on corrections: which articles a person said tell different stories, or the same one."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from db.articles import insert_missing
from db.models import Article, Correction

_Ids = Collection[int] | Select[int]


def record_corrections(
    session: Session, pairs: Iterable[tuple[int, int]], *, together: bool, note: str | None, now: datetime
) -> None:
    """Remember what was said of pairs of articles; what was said of them before is forgotten."""
    ordered = sorted({(min(pair), max(pair)) for pair in pairs})
    for one, other in ordered:
        session.execute(delete(Correction).where(Correction.article_id == one, Correction.other_id == other))
    rows = [
        {"article_id": one, "other_id": other, "together": together, "note": note, "made_at": now}
        for one, other in ordered
    ]
    insert_missing(session, Correction, rows)


def forget_between(session: Session, ones: Collection[int], others: Collection[int]) -> None:
    """Forget what was said of pairs between two sets of articles."""
    session.execute(delete(Correction).where(_is_between(ones, others)))


def _is_between(ones: _Ids, others: _Ids) -> ColumnElement[bool]:
    first, second = Correction.article_id, Correction.other_id
    return or_(and_(first.in_(ones), second.in_(others)), and_(first.in_(others), second.in_(ones)))


def find_joining(session: Session, ones: Collection[int], others: Collection[int]) -> datetime | None:
    """When two sets of articles were last joined by hand, if they were."""
    return session.scalar(select(func.max(Correction.made_at)).where(_is_between(ones, others), Correction.together))


def list_kept_apart(session: Session, article: Article) -> set[int]:
    """Ids of the stories that an article was taken out of by hand; where nothing was said of it, those of its latest
    form of which something was. What an earlier one was told apart from may be where the later ones belong."""
    forms = set(
        session.scalars(
            select(Article.id).where(
                Article.feed_id == article.feed_id, Article.identity == article.identity, Article.id <= article.id
            )
        )
    )
    said = or_(Correction.article_id.in_(forms), Correction.other_id.in_(forms)), ~Correction.together
    pairs = [(one.article_id, one.other_id) for one in session.scalars(select(Correction).where(*said))]
    latest = max((one for pair in pairs for one in pair if one in forms), default=None)
    others = {one for pair in pairs if latest in pair for one in pair} - {latest}
    named = select(Article.story_id).where(Article.id.in_(others), Article.story_id.is_not(None))
    return set(session.scalars(named)) if others else set()


def are_kept_apart(session: Session, one: int, other: int) -> bool:
    """Whether a person said of articles of two stories that they tell different ones."""
    ones, others = (select(Article.id).where(Article.story_id == story) for story in (one, other))
    said = select(Correction.id).where(_is_between(ones, others), ~Correction.together)
    return session.scalar(said.limit(1)) is not None


def list_corrections(session: Session, ids: Collection[int]) -> Sequence[Correction]:
    """What was said of some articles, the latest first."""
    chosen = select(Correction).where(or_(Correction.article_id.in_(ids), Correction.other_id.in_(ids)))
    return session.scalars(chosen.order_by(Correction.made_at.desc(), Correction.id)).all()
