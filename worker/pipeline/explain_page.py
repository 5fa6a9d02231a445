"""Whether an article's page was read, what came of it, or why nobody wanted it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from db.models import Article
from db.pages import find_page
from worker.pipeline.convert import make_item, restore_judgement
from worker.pipeline.runtime import Runtime
from worker.pipeline.wanted import ask_page, make_wish
from worker.pipeline.watches import list_watches


@dataclass(frozen=True)
class PageFacts:
    """The page of an article whose feed has only an abstract."""

    state: str
    """wanted, read, unfit (not the article, or no more than the abstract), refused, failed; or not wanted."""
    why: str
    """Why it was wanted, or why it is not."""
    note: str = ""
    """What came of it so far."""
    words: int | None = None
    settled: datetime | None = None
    again: datetime | None = None
    """When it is asked for next."""


def describe_page(runtime: Runtime, session: Session, article: Article) -> PageFacts | None:
    """What came of reading an article's page; None for what no feed brought, or nobody judged yet."""
    row = find_page(session, article.id)
    if row is not None:
        again = None if row.settled_at else row.next_attempt_at
        return PageFacts(row.state, row.why, row.note or row.error or "", row.words, row.settled_at, again)
    if article.feed is None or article.score is None:
        return None
    wish = make_wish(runtime, list_watches(session))
    verdict = ask_page(article, make_item(article), restore_judgement(article), wish, runtime.now(session))
    return PageFacts("not wanted", verdict.why)
