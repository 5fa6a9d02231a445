"""The whole program in one process: beat in a thread, a worker on a pool of threads, the broker in memory.

A file lock in the data folder makes sure that it is alone on its database, so that the leases of a killed predecessor
can be ended at once instead of being waited for.
"""

import fcntl
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from celery import Celery
from celery.beat import EmbeddedService

from config import ConfigError
from config.settings import Settings
from worker.app import QUEUES, make_app
from worker.tasks import process

log = logging.getLogger(__name__)
# Polling is waiting for the network, which asyncio does inside one task; four threads keep polling, judging and
# delivering from waiting for each other on two cores.
THREADS = 4


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


def run_embedded(settings: Settings) -> None:
    """Run beat and worker until SIGTERM or Ctrl-C."""
    app = make_app(settings)
    beat = start_beat(app)
    try:
        make_worker(app).start()
    finally:
        beat.stop(wait=True)
        process.close()


def start_beat(app: Celery) -> Any:
    """Beat in a thread, its schedule in memory: which tick was last is nothing that a restart needs to know."""
    service = EmbeddedService(app, thread=True, max_interval=1, scheduler_cls="celery.beat:Scheduler")
    service.start()
    return service


def make_worker(app: Celery) -> Any:
    """A worker for all queues on a pool of threads. Time limits do not hold there: every step keeps its own."""
    return app.Worker(
        pool="threads",
        concurrency=THREADS,
        queues=list(QUEUES),
        loglevel=app.conf.galata_settings.log_level,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
        quiet=True,
    )
