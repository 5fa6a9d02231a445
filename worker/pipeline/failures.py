"""An article whose step fails: given back with its error, tried three times, then set aside as poison. One whose
worker dies is tried five times."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db.articles import MAX_ATTEMPTS, is_exhausted
from db.leases import complete_row
from db.models import Article


def is_database_lost(error: Exception) -> bool:
    """Whether the connection died: no fault of the article at hand, and nothing can be noted in a session without one.
    Its lease runs out, and it is begun anew."""
    return isinstance(error, DBAPIError) and error.connection_invalidated


def note_failure(session: Session, article: Article, error: Exception) -> str:
    """Give a claimed article back with its error; after three attempts it is poison. One line that says what failed."""
    state = "poison" if article.attempts >= MAX_ATTEMPTS else article.state
    complete_row(session, Article, article.id, article.lease_token or "", state=state, error=repr(error)[:500])
    return f"article {article.id} ({article.url or article.title}): {error!r}"


def set_aside(session: Session, now: datetime) -> None:
    """Poison: articles whose step died five times without a word. The condition stands in the statement itself, so
    that one whose worker comes back late and completes it meanwhile stays completed."""
    session.execute(
        update(Article)
        .where(*is_exhausted(now))
        .values(state="poison", lease_token=None, lease_until=None, error="its step died five times; see the log")
        .execution_options(synchronize_session=False)
    )
