"""What changed of what a reader was told: what an article puts right of the one it was written after, and figures and
days that others had told otherwise.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Article
from db.stories import list_texts
from worker.news.changes import Changes, find_changes, is_little_edited
from worker.news.moves import Told, find_moved_days
from worker.news.moves import find_changes as find_changed_figures
from worker.news.replaced import Addition, Replaced, gather_replaced
from worker.news.types import UNKNOWN_LANGUAGE, RelationKind
from worker.pipeline.convert import make_bare, make_candidate
from worker.pipeline.revisions import list_standing

# Earlier reports that are read for what changed since: the latest say how a story stands.
MOST_KNOWN = 12
# Forms of one page between two messages.
_MOST_FORMS = 50


class Said(NamedTuple):
    """An article, with those of its sentences that are news to a reader."""

    article: Article
    sentences: tuple[str, ...]

    @property
    def addition(self) -> Addition:
        """The same, for deciding. What has no sentence of news was changed in its headline."""
        language = self.article.language or UNKNOWN_LANGUAGE
        return Addition(self.sentences or (self.article.title,), language)


def list_sentences(said: Sequence[Said]) -> list[str]:
    """The sentences of all, each once."""
    return list(dict.fromkeys(sentence for one in said for sentence in one.sentences))


def find_replaced(session: Session, said: Sequence[Said], before: Collection[int]) -> Replaced:
    """What took another's place for a reader who was told the articles of the ids `before`: by what some articles put
    right, and by what they added. Found once for all subscriptions that were told the same."""
    known: dict[object, Replaced] = session.info.setdefault("replaced", {})
    asked = tuple((one.article.id, one.sentences) for one in said), frozenset(before)
    if asked not in known:
        known[asked] = _find_replaced(session, said, before)
    return known[asked]


def _find_replaced(session: Session, said: Sequence[Said], before: Collection[int]) -> Replaced:
    texts = list_texts(session, before, MOST_KNOWN)
    known = [Told(text, language or UNKNOWN_LANGUAGE) for text, language in texts]
    standing = list_standing([one.article for one in said])
    put_right = list(_list_put_right(session, standing, before))
    additions = [one.addition for one in said]
    figures = [pair for one in additions for pair in find_changed_figures(known, one.sentences, one.language)]
    moved = [day for one in additions for day in find_moved_days(known, one.sentences, one.language)]
    return gather_replaced(put_right, [(one.old, one.new) for one in figures], moved, additions)


def _list_put_right(session: Session, articles: Sequence[Article], before: Collection[int]) -> Iterator[Changes]:
    for article in articles:
        known = _find_known(session, article, before)
        if known is not None and (found := _compare(article, known)):
            yield found


def _compare(article: Article, known: Article) -> Changes | None:
    """What an article puts right of one that is known, as its relation was found (worker/news/relation.py): of the same
    page, whose last form may be a copy of one that did, or in an update that is else the same text."""
    new, old = make_candidate(article).fingerprint, make_candidate(known)
    same_page = article.canonical_url is not None and article.canonical_url == known.canonical_url
    edited = is_little_edited(new, len(new.shingles & old.fingerprint.shingles))
    if not same_page and not (edited and article.relation == RelationKind.UPDATE):
        return None
    return find_changes(make_bare(article)[0], new, old, f"{known.title}\n{known.summary}\n{known.content}")


def _find_known(session: Session, article: Article, before: Collection[int]) -> Article | None:
    """What an article was written after, of what is known: that may be a form before the one it relates to."""
    related = article.related_id
    for _ in range(_MOST_FORMS):
        if related is None or related in before:
            break
        related = session.scalar(select(Article.related_id).where(Article.id == related))
    return session.get(Article, related) if related in before else None
