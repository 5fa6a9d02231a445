"""Sweep: what waits, whoever was meant to come for it. What a flushed broker or a killed worker left is found here, and
the house is kept: what nobody can ask for goes."""

from dataclasses import astuple, dataclass
from datetime import timedelta

from db.articles import count_waiting, select_arrived, select_judged
from db.deliveries import select_pending
from db.feeds import count_due
from db.leases import expire_leases
from db.models import Article, Feed
from db.motion import forget_workers, record_beat
from db.outbox_models import Delivery
from db.page_models import ArticlePage
from db.pages import count_hosts, give_up_pages
from db.subscriptions import select_due, select_held
from worker.pipeline.aging import forget_aged
from worker.pipeline.failures import set_aside
from worker.pipeline.outcome import settle_outbox
from worker.pipeline.runtime import Runtime

# Containers get a new name with each start; a day later nobody asks any more what became of the old one.
WORKER_DAYS = timedelta(days=1)


@dataclass(frozen=True)
class Waiting:
    """How many rows wait for each step, now."""

    polls: int
    arrived: int
    judged: int
    """Articles to be matched, and updates that were held back until now."""
    digests: int
    deliveries: int
    pages: int = 0
    """Hosts that may be asked for a page now: so many pages can be read at once."""

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return any(astuple(self))


def find_waiting(runtime: Runtime) -> Waiting:
    """What is due now. Reads only."""
    now = runtime.now()
    with runtime.database.read() as session:
        return Waiting(
            polls=count_due(session, now),
            arrived=count_waiting(session, select_arrived(now)),
            judged=count_waiting(session, select_judged(now)) + count_waiting(session, select_held(now)),
            digests=count_waiting(session, select_due(now)),
            deliveries=count_waiting(session, select_pending(now)),
            pages=count_hosts(session, now) if runtime.settings.full_text else 0,
        )


def sweep_left(runtime: Runtime, who: str = "scheduler") -> Waiting:
    """Set poison aside, settle what was lost in sending, note that `who` moves (the scheduler, or a run by cron,
    which nobody expects to move every few seconds), and forget some of what nobody asks for; then what waits."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        set_aside(session, now)
        give_up_pages(session, now)
        settle_outbox(runtime.settings, session, now)
        forget_workers(session, now - WORKER_DAYS)
        record_beat(session, who, now)
    forget_aged(runtime)
    return find_waiting(runtime)


def release_predecessor(runtime: Runtime) -> int:
    """End the leases of a process that is known to be dead: the embedded form, alone on its database, starts with this
    instead of waiting for them to run out. How many there were."""
    with runtime.database.write() as session, session.begin():
        count = sum(expire_leases(session, model) for model in (Feed, Article, ArticlePage, Delivery))
        settle_outbox(runtime.settings, session, runtime.now(session))
    return count
