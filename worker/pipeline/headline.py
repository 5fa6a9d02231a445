"""Which of its articles a story is shown by: the same choice in digests, lists and explanations.

A story's row names its first article; that is an index of what came first, and what a reader is shown is chosen here.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from db.models import Article
from db.stories import count_tokens
from worker.news.headline import Told, choose_headline
from worker.news.identity import strip_outlet
from worker.news.lead import is_lead
from worker.news.types import UNKNOWN_LANGUAGE, RelationKind
from worker.pipeline.revisions import find_latest
from worker.pipeline.telling import find_time


def choose_shown(articles: Sequence[Article], tokens: Mapping[int, int], languages: Sequence[str] = ()) -> Article:
    """The article a reader is shown: no seed, in a language they read (any if none is named), no lead, no mere copy; of
    these the fullest of the outlet that reported first, as its page tells it now. `tokens`: how long their texts are.
    """

    def rank(article: Article) -> tuple[bool, bool, bool, bool]:
        foreign = bool(languages) and article.language not in languages
        return bool(article.seed), foreign, is_lead(article.url), is_folded(article)

    best = min(map(rank, articles))
    fit = {one.id: one for one in articles if rank(one) == best}
    told = [describe_told(one, tokens.get(one.id, 0)) for one in fit.values()]
    return find_latest(articles)[choose_headline(told).article_id]


def describe_told(article: Article, tokens: int) -> Told:
    """An article, as far as the choice of a headline needs it."""
    language = article.language or UNKNOWN_LANGUAGE
    return Told(article.id, article.title, article.source or "", language, find_time(article), tokens)


def is_folded(article: Article) -> bool:
    """Whether an article repeats what its story has."""
    return article.relation is not None and RelationKind(article.relation).adds_nothing


def read_title(article: Article) -> str:
    """A title without the outlet's name that aggregators put behind it."""
    return strip_outlet(article.title, article.source)


def name_stories(session: Session, members: Mapping[int, Sequence[Article]]) -> dict[int, str]:
    """The headlines of some stories, each with its articles, by the story's id."""
    tokens = count_tokens(session, list(members))
    return {story: read_title(choose_shown(articles, tokens)) for story, articles in members.items() if articles}
