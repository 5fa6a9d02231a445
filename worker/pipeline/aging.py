"""Aging: the keys by which an article is found as the same story go when nobody can ask for them any more.

Wording stays: a verbatim copy is one at any age. So does everything that was decided (docs/decisions/0018).
"""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from db.aged import list_aged
from db.candidates import unindex_article
from db.models import Article
from db.stories import try_lock_stories
from worker.pipeline.place import RARITY_DAYS
from worker.pipeline.resettle import find_day, list_indexed
from worker.pipeline.runtime import Runtime

# What comes on its day asks four days around for stories, and thirty for how rare words are. What comes a month late
# finds all of that, too, and what comes later whatever came within these days itself.
LATE_DAYS = 30
KEPT = timedelta(days=RARITY_DAYS + LATE_DAYS)
# A step holds the story lock for some 45 ms, a tenth of a batch of ingest; one a tick makes a million articles a day.
STEP = 100


def find_horizon(now: datetime) -> date:
    """The first day whose keys are kept, however long they were known."""
    return (now - KEPT).date()


def is_aged(article: Article, now: datetime) -> bool:
    """Whether an article was compared, and those that were near it in other words may no longer be found."""
    return article.shingles is not None and not article.seed and find_day(article) < find_horizon(now)


def forget_aged(runtime: Runtime, limit: int = STEP) -> int:
    """Remove the keys of up to `limit` articles that are dated, and were known, before KEPT. How many articles."""
    before = runtime.now() - KEPT
    with runtime.database.read() as session:
        if not list_aged(session, before, 1):
            return 0
    with runtime.database.write() as session, session.begin():
        return remove_keys(session, before, limit)


def remove_keys(session: Session, before: datetime, limit: int) -> int:
    """The same under the story lock, under which articles are indexed: none is being indexed anew meanwhile. Nothing
    while another holds it: the tick, on which all work waits, does not wait for this."""
    if not try_lock_stories(session):
        return 0
    aged = list_aged(session, before, limit)
    for row in aged:
        unindex_article(session, row.id, row.day, (), list_indexed(row, (row.fingerprint or {}).get("keys", ())))
    return len(aged)
