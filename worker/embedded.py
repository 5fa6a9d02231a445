"""The whole program in one process: beat and pages in a thread each, a worker on a pool of threads, the broker in
memory.

A file lock in the data folder makes sure that it is alone on its database, so that the leases of a killed predecessor
can be ended at once instead of being waited for. On Redis it is the same, with other workers beside it.
"""

import fcntl
import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import Any

from celery import Celery
from celery.beat import Scheduler
from celery.worker import WorkController
from celery.worker import state as worker_state
from kombu.exceptions import OperationalError

from config import ConfigError
from config.settings import Settings
from config.urls import mask_url
from worker.app import QUEUES, make_app
from worker.beat import BeatRecorder
from worker.broker import read_broker
from worker.pipeline.runtime import Runtime, ask_cause
from worker.quiet import quieten_celery
from worker.tasks import enqueue, process
from worker.web.listen import serve_site
from worker.web.site import make_site

log = logging.getLogger(__name__)
# How long unfinished work may go on after SIGTERM or Ctrl-C. Docker kills after ten seconds, and what is cut off is
# taken over at the next start, as after a kill.
GRACE_SECONDS = 8.0
# How often beat looks at its schedule at least; the tick itself comes every settings.tick_seconds.
LONGEST_NAP = 1.0


@contextmanager
def hold_alone(settings: Settings) -> Iterator[None]:
    """Be the only embedded process on a data folder. ConfigError when another holds it."""
    path = settings.data_dir / "galata.lock"
    with path.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConfigError(
                f"{path}: another `galata up` runs on this data folder; stop it or set GALATA_DATA_DIR"
            ) from None
        yield


def run_embedded(runtime: Runtime, listener: socket.socket, announce: Callable[[], None]) -> None:
    """Run beat, worker and pages on a runtime until SIGTERM or Ctrl-C. `announce` is called when these would end it
    well."""
    app, stopping = make_app(runtime.settings), threading.Event()
    process.adopt(runtime)
    quieten_celery()
    app.finalize()
    app.set_default()  # for every thread of the pool
    worker = make_worker(app)
    process.node = worker.hostname
    beat = threading.Thread(target=keep_beating, args=(app, runtime, stopping), name="beat", daemon=True)
    site = make_site(runtime, partial(read_broker, runtime.settings, inside=True))
    with handle_signals(app, stopping), serve_site(site, listener):
        announce()
        beat.start()
        try:
            worker.start()
        finally:
            stopping.set()
            beat.join()
            process.close()
    if worker.exitcode:
        raise SystemExit(worker.exitcode)


def check_broker(settings: Settings) -> None:
    """ConfigError when the broker cannot be reached. Tried once: later losses are waited out."""
    with make_app(settings).connection_for_write() as connection:
        try:
            connection.ensure_connection(max_retries=1, interval_start=0, timeout=5)
        except (OperationalError, OSError) as error:
            why = " ".join(str(error).split())
            raise ConfigError(
                f"GALATA_BROKER_URL: {mask_url(settings.broker_url)} cannot be reached ({why}); {ask_cause(why)}"
            ) from None


def keep_beating(app: Celery, runtime: Runtime, stopping: threading.Event) -> None:
    """Beat: the first tick at once, then by the schedule. No error ends it."""
    scheduler = Scheduler(app=app, max_interval=LONGEST_NAP)
    recorder = BeatRecorder(runtime.database)
    recorder.start()
    enqueue(app, "tick")
    while not stopping.is_set():
        nap = LONGEST_NAP
        try:
            nap = scheduler.tick()
        except Exception:
            log.exception("the tick could not be sent; the next one follows")
        stopping.wait(min(nap, LONGEST_NAP))
    recorder.stop()


def make_worker(app: Celery) -> Any:
    """A worker for all queues on a pool of threads. Time limits do not hold there: every step keeps its own."""
    return WorkController(
        app=app,
        hostname=f"up@{socket.gethostname()}",
        pool_cls="threads",
        concurrency=sum(process.turns.values()),  # a thread for every turn: no step waits for another's network
        queues=list(QUEUES),
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )


@contextmanager
def handle_signals(app: Celery, stopping: threading.Event) -> Iterator[None]:
    """SIGTERM and Ctrl-C end the worker: what runs may finish for a while, a second Ctrl-C does not wait for it."""

    def stop(number: int, _frame: FrameType | None) -> None:
        if stopping.is_set():
            os._exit(128 + number)
        stopping.set()
        worker_state.should_stop = 0
        threading.Thread(target=hasten_end, args=(app,), name="grace", daemon=True).start()

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        worker_state.should_stop = None
        for number, handler in before.items():
            signal.signal(number, handler)


def hasten_end(app: Celery) -> None:
    """End the process when its work has not ended by itself; SQL's leases tell the next one what was under way."""
    # Any messages will do: without one the worker looks for two seconds before it sees its end, and without another
    # Celery 5.6.3 looks for as long once more when it has seen it.
    enqueue(app, "tick", "tick")
    threading.Event().wait(GRACE_SECONDS)
    log.warning("some work did not end within %.0f s; it is taken over at the next start", GRACE_SECONDS)
    logging.shutdown()
    os._exit(0)
