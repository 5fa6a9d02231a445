"""Queries on labels: what the analyst said of articles, some of which retention has removed since."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Article, Label


def list_labels(session: Session) -> Sequence[Label]:
    """Every label, the latest first."""
    return session.scalars(select(Label).order_by(Label.labelled_at.desc(), Label.id.desc())).all()


def find_label(session: Session, article_id: int) -> Label | None:
    """What was said of an article."""
    return session.scalar(select(Label).where(Label.article_id == article_id))


def get_label(session: Session, label_id: int) -> Label | None:
    """A label by its own id."""
    return session.get(Label, label_id)


def hold_article(session: Session, article_id: int) -> None:
    """Let nobody else label an article until this transaction ends (SQLite's write lock has seen to it already)."""
    session.execute(select(Article.id).where(Article.id == article_id).with_for_update())
