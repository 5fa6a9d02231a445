"""Forms of one page: its outlet wrote it anew, and what counts is what it says now."""

from collections.abc import Sequence

from db.models import Article
from worker.news.fingerprint import unpack_shingles
from worker.news.novelty import find_added, find_unsaid
from worker.news.types import UNKNOWN_LANGUAGE


def find_latest(articles: Sequence[Article]) -> dict[int, Article]:
    """Article → the latest form of its page among the articles of a story: under its guid, or at its address."""
    revised = {one.revises_id: one for one in articles if one.revises_id}
    latest: dict[int, Article] = {}
    standing: dict[str, Article] = {}
    for one in sorted(articles, key=lambda one: one.id, reverse=True):
        later = revised.get(one.id) or standing.get(one.canonical_url or "")
        latest[one.id] = latest[later.id] if later else one
        if one.canonical_url:
            standing.setdefault(one.canonical_url, latest[one.id])
    return latest


def list_standing(articles: Sequence[Article]) -> list[Article]:
    """The articles that no later one among them takes the place of, in their order."""
    latest = find_latest(articles)
    return [one for one in articles if latest[one.id].id == one.id]


def list_said(form: Article, latest: Article) -> list[str]:
    """The sentences that a form of a page added to its story and that the latest form still says, in about its words
    and with its figures."""
    sentences = form.new_sentences or []
    if form.id == latest.id:
        return list(sentences)
    known = frozenset(unpack_shingles(latest.shingles or b""))
    gone = find_unsaid(read_figures(form), read_figures(latest))
    language = form.language or UNKNOWN_LANGUAGE
    return [one for one in sentences if not find_added(one, known, gone, language)]


def read_figures(article: Article) -> list[str]:
    """The keys of an article's figures and dates."""
    return list((article.fingerprint or {}).get("figures", ()))
