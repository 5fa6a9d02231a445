"""What changed of what a story had told: what an article puts right of the one it was written after, and figures and
days that others had told otherwise.
"""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy.orm import Session

from db.models import Article
from db.stories import list_texts
from worker.news.changes import Changes, find_changes, is_little_edited
from worker.news.moves import Told, find_moved_days
from worker.news.moves import find_changes as find_changed_figures
from worker.news.replaced import Replaced
from worker.news.types import UNKNOWN_LANGUAGE, RelationKind
from worker.pipeline.convert import make_bare, make_candidate

# Earlier reports that are read for what changed since: the latest say how a story stands.
MOST_KNOWN = 12
# Forms of one page between two digests.
_MOST_FORMS = 50


def find_replaced(
    session: Session, articles: Sequence[Article], before: Collection[int], added: Sequence[str], language: str
) -> Replaced:
    """What took another's place in a story that was told by the articles of the ids `before`: by what some articles put
    right, and by what they added to it, sentences in a language."""
    put_right = list(_list_put_right(session, articles, before))
    known = [Told(text, language or UNKNOWN_LANGUAGE) for text, language in list_texts(session, before, MOST_KNOWN)]
    figures = {one.new: one.old for changes in put_right for one in changes.figures}
    for one in find_changed_figures(known, added, language):
        figures.setdefault(one.new, one.old)
    return Replaced(
        figures=tuple((old, new) for new, old in figures.items()),
        names=tuple(dict.fromkeys((one.old, one.new) for changes in put_right for one in changes.names)),
        moved=tuple(find_moved_days(known, added, language)),
        dates=tuple(dict.fromkeys((one.old, one.new) for changes in put_right for one in changes.days)),
    )


def _list_put_right(session: Session, articles: Sequence[Article], before: Collection[int]) -> Iterator[Changes]:
    for article in articles:
        known = _find_known(session, article, before) if article.relation == RelationKind.UPDATE else None
        if known is not None and (found := _compare(article, known)):
            yield found


def _compare(article: Article, known: Article) -> Changes | None:
    """What an article puts right of one that is known, as its relation was found (worker/news/relation.py): of the same
    page, or where it is else the same text."""
    new, old = make_candidate(article).fingerprint, make_candidate(known)
    same_page = article.canonical_url is not None and article.canonical_url == known.canonical_url
    if not same_page and not is_little_edited(new, len(new.shingles & old.fingerprint.shingles)):
        return None
    return find_changes(make_bare(article)[0], new, old)


def _find_known(session: Session, article: Article, before: Collection[int]) -> Article | None:
    """What an article was written after, of what is known: that may be a form before the one it relates to."""
    for _ in range(_MOST_FORMS):
        other = session.get(Article, article.related_id) if article.related_id else None
        if other is None or other.id in before:
            return other
        article = other
    return None
