"""Thin tasks: each calls one step, then enqueues what follows. SQL knows what is due, so no task carries an argument.

Publishing is best effort: what a lost message would have started, the next tick finds waiting.
"""

import logging
import os
import threading
from contextlib import ExitStack
from math import ceil

from celery import Celery, current_app, shared_task
from kombu.exceptions import OperationalError

from worker.pipeline import alert, deliver, digest, ingest, poll, sweep
from worker.pipeline.runtime import Runtime, open_runtime

log = logging.getLogger(__name__)
# How many messages one tick may send for one step. Further work is found by the next tick; a queue that grows faster
# than it is worked off helps nobody.
MOST_PER_TICK = 8


class Process:
    """The runtime of this process: opened on first use, after the fork, shared by its threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.pid = 0
        self.runtime: Runtime | None = None
        self.stack = ExitStack()

    def get(self) -> Runtime:
        """The runtime, opened when there is none yet or when it was a parent's."""
        with self.lock:
            if self.runtime is None or self.pid != os.getpid():
                self.stack = ExitStack()
                self.runtime = self.stack.enter_context(open_runtime(current_app.conf.galata_settings))
                self.pid = os.getpid()
            return self.runtime

    def close(self) -> None:
        """Close what was opened."""
        with self.lock:
            self.stack.close()
            self.runtime = None


process = Process()


def enqueue(*names: str, app: Celery | None = None) -> None:
    """Ask for steps. A message nobody took before the next ticks is worthless: those ask again."""
    sender = app or current_app
    for name in names:
        try:
            sender.send_task(f"galata.{name}", expires=sender.conf.galata_settings.tick_seconds * 4)
        except (OperationalError, OSError) as error:
            log.warning("broker cannot be reached (%s); the next tick asks for %s again", error, name)


@shared_task(name="galata.tick", acks_late=False, ignore_result=True)
def tick() -> None:
    """Ask for every step that has work waiting."""
    waiting = sweep.sweep_left(process.get())
    for name, count, batch in (
        ("poll", waiting.polls, poll.BATCH),
        ("ingest", waiting.arrived, ingest.BATCH),
        ("alert", waiting.judged, alert.BATCH),
        ("digest", waiting.digests, 1_000),
        ("deliver", waiting.deliveries, deliver.BATCH),
    ):
        enqueue(*[name] * min(MOST_PER_TICK, ceil(count / batch)))


@shared_task(name="galata.poll", ignore_result=True)
def poll_feeds() -> None:
    """Poll a batch of due feeds."""
    polled = poll.poll_due(process.get())
    if any(one.new_entries for one in polled):
        enqueue("ingest")


@shared_task(name="galata.ingest", ignore_result=True)
def ingest_articles() -> None:
    """Judge a batch of arrived articles."""
    done = ingest.ingest_arrived(process.get())
    if done.judged >= ingest.BATCH:
        enqueue("ingest")
    if done.judged:
        enqueue("alert")


@shared_task(name="galata.alert", ignore_result=True)
def alert_articles() -> None:
    """Match a batch of judged articles with subscriptions."""
    if alert.alert_judged(process.get()):
        enqueue("deliver")


@shared_task(name="galata.digest", ignore_result=True)
def digest_slots() -> None:
    """Compose the digests whose time has come."""
    if digest.digest_due(process.get()):
        enqueue("deliver")


@shared_task(name="galata.deliver", ignore_result=True)
def deliver_messages() -> None:
    """Send a batch of the outbox."""
    if deliver.deliver_pending(process.get()).total() >= deliver.BATCH:
        enqueue("deliver")
