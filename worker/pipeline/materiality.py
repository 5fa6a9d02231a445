"""Whether an article adds something for whoever knows some others of its story: sentences, names, figures.

Which others those are, the caller says. Ids do not tell: two workers may place or alert a story's articles in either
order.
"""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Article, ArticleEntity
from db.stories import choose_read
from worker.news import novelty
from worker.news.fingerprint import unite_shingles, unpack_shingles
from worker.news.novelty import Numbers, find_added, find_unsaid, is_material
from worker.news.types import UNKNOWN_LANGUAGE, RelationKind
from worker.pipeline.convert import restore_judgement

# As many as the query of a text of 200 words has; the index keeps the least hash of every window.
SAMPLE = 80


def measure_materiality(
    session: Session, article: Article, relation: RelationKind, known: Collection[int]
) -> tuple[bool, str]:
    """Whether an article adds something worth a message to the articles of the ids `known`, and what. Of very many the
    first, the latest and the nearest are read, 2 KB each."""
    known = choose_read(session, sorted(known), sample_hashes(article))
    before = find_known_entities(session, known) | list_countries(article)
    named = [row.text for row in article.entities if row.certainty >= 0.5 and row.entity not in before]
    added = find_new_sentences(session, article, known)
    return is_material(added, named, find_new_figures(session, article, known), relation)


def sample_hashes(article: Article) -> list[int]:
    """By which those that are nearest to an article are found: the least of its shingles, which the index has."""
    return sorted(unpack_shingles(article.shingles or b""))[:SAMPLE]


def find_known_entities(session: Session, known: Collection[int]) -> set[str]:
    """What some articles name."""
    return set(session.scalars(select(ArticleEntity.entity).where(ArticleEntity.article_id.in_(known)).distinct()))


def list_countries(article: Article) -> set[str]:
    """The countries an article names. One reporter writes "Italian", another "Leonardo of Rome": neither says more."""
    return {hit.entity for hit in restore_judgement(article).entities if hit.country}


def find_new_figures(session: Session, article: Article, known: Collection[int]) -> list[str]:
    """Figures of an article that none of some others has told, in digits or in words."""
    others = session.scalars(select(Article.fingerprint).where(Article.id.in_(known)))
    return novelty.find_new_figures(read_numbers(article.fingerprint), [read_numbers(packed) for packed in others])


def read_numbers(packed: Mapping[str, Any] | None) -> Numbers:
    """The numbers of an article, from what is kept of its fingerprint."""
    kept = packed or {}
    counts = (key for key in kept.get("keys", ()) if key.startswith(("n:", "k:")))
    return Numbers(frozenset(kept.get("figures", ())), frozenset(counts))


def find_new_sentences(session: Session, article: Article, known: Collection[int]) -> list[str]:
    """Those of the sentences an article added to its story that none of some others has said since, with their
    figures."""
    if not article.new_sentences:
        return []
    others = session.execute(select(Article.shingles, Article.fingerprint).where(Article.id.in_(known))).all()
    shingles = unite_shingles(row.shingles for row in others)
    said = {figure for row in others for figure in (row.fingerprint or {}).get("figures", ())}
    unsaid = find_unsaid((article.fingerprint or {}).get("figures", ()), said)
    language = article.language or UNKNOWN_LANGUAGE
    return [sentence for sentence in article.new_sentences if find_added(sentence, shingles, unsaid, language)]
