"""Forms of one page: its outlet wrote it anew, and what counts is what it says now."""

from collections.abc import Sequence

from db.models import Article


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
