"""The subscriptions that are asked now. One whose query can no longer be read is left out and logged, alone."""

import logging
from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy.orm import Session

from db.outbox_models import Subscription
from db.subscriptions import list_subscriptions
from worker.errors import QueryError
from worker.news.query import parse_query

log = logging.getLogger(__name__)


def list_watches(session: Session) -> list[Subscription]:
    """The enabled, unpaused subscriptions with a query that can be read, by name."""
    return [one for one in list_subscriptions(session, active=True) if is_readable(one.name, one.query)]


def pick_queries(subscriptions: Sequence[Subscription], *, relevant: bool) -> list[tuple[str, str]]:
    """(name, query) of those an article may concern: all if it is about both countries, else those of scope `any`."""
    return [(one.name, one.query) for one in subscriptions if relevant or one.scope == "any"]


@lru_cache(maxsize=1024)
def is_readable(name: str, query: str) -> bool:
    """Whether a query can be read. What cannot was checked by an older program, or written into SQL by hand; the cache
    keeps the log from saying so with every batch."""
    try:
        parse_query(query)
    except QueryError as error:
        log.error("subscription %s is not asked: %s; mend its query", name, error)
        return False
    return True
