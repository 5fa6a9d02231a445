"""Thin tasks: each calls one step, then enqueues what follows. SQL knows what is due, so no task carries an argument.

Publishing is best effort: what a lost message would have started, the next tick finds waiting.
"""

import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from math import ceil
from typing import Any

from celery import Celery, shared_task
from celery.signals import (
    celeryd_init,
    worker_process_shutdown,
    worker_ready,
    worker_shutdown,
    worker_shutting_down,
)
from sqlalchemy.exc import DBAPIError

from config import ConfigError
from config.settings import Settings
from db.session import describe_error
from worker.app import QUEUES, ROUTES, STALE_SECONDS, stop_start
from worker.broker import BROKER_ERRORS, count_messages
from worker.pipeline import alert, deliver, digest, ingest, poll, read, sweep
from worker.pipeline.motion import list_quiet
from worker.pipeline.runtime import Runtime, open_runtime
from worker.pipeline.sweep import Waiting
from worker.progress import Progress
from worker.quiet import quieten_celery

log = logging.getLogger(__name__)
# How many messages may wait in one queue for the tick to add no more. A queue that grows faster than it is worked off
# helps nobody; further work is found by the next tick, or by a step that asks for itself again.
MOST_WAITING = 8
# How many threads of one process may be at one step: slow feeds then leave threads to the others, and on SQLite the
# story lock lets one place articles at a time anyway. (Each child of a prefork worker has one thread.)
AT_ONCE = {"poll": 2}


class Process:
    """The runtime of this process: opened on first use, after the fork, shared by its threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.pid = 0
        self.node = ""
        """The worker's name among the heartbeats, known before it forks."""
        self.runtime: Runtime | None = None
        self.progress = Progress()
        self.stack = ExitStack()
        self.turns = {name.removeprefix("galata."): 1 for name in ROUTES} | AT_ONCE

    def get(self, settings: Settings) -> Runtime:
        """The runtime, opened when there is none yet or when it was a parent's."""
        with self.lock:
            if self.runtime is None or self.pid != os.getpid():
                self.stack = ExitStack()
                self.runtime = self.stack.enter_context(open_runtime(settings))
                self.pid, self.progress = os.getpid(), Progress()
            return self.runtime

    def adopt(self, runtime: Runtime) -> None:
        """Use a runtime that somebody else closes."""
        with self.lock:
            self.runtime, self.pid, self.progress = runtime, os.getpid(), Progress()

    def close(self) -> None:
        """Close what was opened here."""
        with self.lock:
            self.stack.close()
            self.runtime = None

    @contextmanager
    def take_turn(self, step: str) -> Iterator[bool]:
        """Whether there is room for one more thread at a step; it is taken for the length of the block."""
        with self.lock:
            taken = self.turns[step] > 0
            self.turns[step] -= taken
        try:
            yield taken
        finally:
            with self.lock:
                self.turns[step] += taken


process = Process()


def make_task(step: str, **options: Any) -> Callable[[Callable[[Celery, Runtime], None]], Any]:
    """The Celery task of a step. A database that is away is one line in the log: the next tick tries again."""

    def decorate(work: Callable[[Celery, Runtime], None]) -> Any:
        def run(self: Any) -> None:
            with process.take_turn(step) as taken:
                if not taken:
                    return
                try:
                    runtime = process.get(self.app.conf.galata_settings)
                    work(self.app, runtime)
                    process.progress.note_step(runtime, process.node, step)
                except (ConfigError, DBAPIError) as error:
                    log.error("%s: %s; the next tick tries again", step, describe_error(error))

        run.__doc__ = work.__doc__
        return shared_task(run, name=f"galata.{step}", bind=True, ignore_result=True, **options)

    return decorate


def tell_count(count: int, thing: str) -> str:
    """`1 feed`, `2 feeds`."""
    return f"{count} {thing}{'s' * (count != 1)}"


def enqueue(app: Celery, *steps: str) -> None:
    """Ask for steps."""
    for step in steps:
        try:
            app.send_task(f"galata.{step}", expires=max(STALE_SECONDS, 2 * app.conf.galata_settings.tick_seconds))
        except BROKER_ERRORS as error:
            log.warning("the broker cannot be reached (%s); the next tick asks for %s again", error, step)


def plan_steps(waiting: Waiting, queued: dict[str, int], quiet: Sequence[str] = ()) -> list[str]:
    """The steps to ask for: one for each batch of what waits, as far as their queues have room, and one in each queue
    that is empty and has been quiet, so that it shows whether somebody takes its messages."""
    batches = (
        ("deliver", waiting.deliveries, deliver.BATCH),
        ("alert", waiting.judged, alert.BATCH),
        ("digest", waiting.digests, 1_000),
        ("ingest", waiting.arrived, ingest.BATCH),
        ("poll", waiting.polls, poll.BATCH),
        ("read", waiting.pages, read.BATCH),
    )
    room = {queue: max(0, MOST_WAITING - queued[queue]) for queue in QUEUES}
    steps = []
    for step, count, batch in batches:
        queue = ROUTES[f"galata.{step}"]["queue"]
        wanted = min(ceil(count / batch), room[queue])
        room[queue] -= wanted
        steps += [step] * wanted
    asked = {ROUTES[f"galata.{step}"]["queue"] for step in steps}
    return steps + [queue for queue in quiet if queue not in asked and not queued[queue]]


@make_task("tick", acks_late=False)
def tick(app: Celery, runtime: Runtime) -> None:
    """Ask for every step that has work waiting, and for one in each queue in which nothing has run of late."""
    waiting, quiet = sweep.sweep_left(runtime), list_quiet(runtime, QUEUES)
    if not waiting and not quiet:
        return
    try:
        queued = {queue: count_messages(app, queue) for queue in QUEUES}
    except BROKER_ERRORS as error:
        log.warning("the broker cannot be asked what waits (%s); the next tick tries again", error)
        return
    enqueue(app, *plan_steps(waiting, queued, quiet))


@make_task("poll")
def poll_feeds(app: Celery, runtime: Runtime) -> None:
    """Poll a batch of due feeds."""
    polled = poll.poll_due(runtime)
    if not polled:
        return
    new, failed = sum(one.new_entries for one in polled), sum(one.failed for one in polled)
    level = logging.INFO if new or failed else logging.DEBUG
    log.log(level, "polled %s, %d new%s", tell_count(len(polled), "feed"), new, f", {failed} failed" if failed else "")
    enqueue(app, *(["ingest"] if new else []), "poll")


@make_task("read")
def read_articles(app: Celery, runtime: Runtime) -> None:
    """Read a batch of pages that are wanted."""
    if outcomes := read.read_wanted(runtime):
        log.info("pages: %s", ", ".join(f"{name} {count}" for name, count in sorted(outcomes.items())))
        enqueue(app, *(["ingest"] if outcomes["read"] else []), "read")


@make_task("ingest")
def ingest_articles(app: Celery, runtime: Runtime) -> None:
    """Judge a batch of arrived articles."""
    done = ingest.ingest_arrived(runtime)
    if done.judged or done.again or done.failed:
        more = f", {done.again} once more by the whole text" if done.again else ""
        more += f", {len(done.failed)} failed" if done.failed else ""
        log.info("judged %d, kept %d%s", done.judged, done.kept, more)
        enqueue(app, "alert", "ingest")


@make_task("alert")
def alert_articles(app: Celery, runtime: Runtime) -> None:
    """Match a batch of judged articles with subscriptions."""
    if alert.alert_judged(runtime):
        enqueue(app, "deliver", "alert")


@make_task("digest")
def digest_slots(app: Celery, runtime: Runtime) -> None:
    """Compose the digests whose time has come."""
    if count := digest.digest_due(runtime):
        log.info("composed %s", tell_count(count, "digest"))
        enqueue(app, "deliver")


@make_task("deliver")
def deliver_messages(app: Celery, runtime: Runtime) -> None:
    """Send a batch of the outbox."""
    if outcomes := deliver.deliver_pending(runtime):
        log.info("%s", ", ".join(f"{name} {count}" for name, count in sorted(outcomes.items())))
        enqueue(app, "deliver")


@celeryd_init.connect
def check_start(sender: str = "", conf: Any = None, **_: Any) -> None:
    """A worker of Celery's own command line ends at once, and says why, when its tasks could do nothing."""
    process.node = sender
    quieten_celery()
    try:
        with open_runtime(conf.galata_settings):
            pass
    except ConfigError as error:
        stop_start(error)


@worker_ready.connect
def take_no_more_at_the_end(sender: Any = None, **_: Any) -> None:
    """A worker that is told to stop takes no further message. Celery 5.6.3 asks the pool whether there is room for one,
    and in a soft shutdown the pool is gone first: a message at that moment ended the worker with a traceback and status
    1 (tests/test_compose.py). A limit below none stands before the pool's; what was under way is asked for again."""

    def close_door(**_: Any) -> None:
        sender.controller.max_concurrency = -1

    worker_shutting_down.connect(close_door, weak=False, dispatch_uid="galata.close_door")


@worker_process_shutdown.connect
@worker_shutdown.connect
def close_process(**_: Any) -> None:
    """Close what this process opened, be it a prefork child or a worker with threads."""
    process.close()
