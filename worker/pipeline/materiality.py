"""Whether an article adds something to its story: sentences, names, figures that no earlier article of it has."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Article, ArticleEntity
from worker.news.novelty import is_material
from worker.news.types import RelationKind


def measure_materiality(session: Session, article: Article, relation: RelationKind) -> tuple[bool, str]:
    """Whether an article adds something worth a message, and what."""
    known = find_known_entities(session, article)
    named = [row.entity for row in article.entities if row.certainty >= 0.5 and row.entity not in known]
    return is_material(article.new_sentences or [], named, find_new_figures(session, article), relation)


def find_known_entities(session: Session, article: Article) -> set[str]:
    """What the earlier articles of its story name."""
    return set(
        session.scalars(
            select(ArticleEntity.entity)
            .join(Article, Article.id == ArticleEntity.article_id)
            .where(Article.story_id == article.story_id, Article.id < article.id)
            .distinct()
        )
    )


def find_new_figures(session: Session, article: Article) -> list[str]:
    """Figures of an article that no earlier one of its story has."""
    earlier = session.query(Article.fingerprint).where(Article.story_id == article.story_id, Article.id < article.id)
    known = {figure for (packed,) in earlier for figure in (packed or {}).get("figures", ())}
    return [one for one in (article.fingerprint or {}).get("figures", ()) if one not in known]
