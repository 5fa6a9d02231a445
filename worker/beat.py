"""The heartbeat of beat: that a tick was really sent, noted beside it, so that no database can hold beat up."""

import atexit
import contextlib
import logging
import threading
from typing import Any

from celery.signals import after_task_publish, beat_init
from sqlalchemy.exc import SQLAlchemyError

from config import ConfigError
from config.settings import Settings
from db.session import Database, describe_error, open_database
from worker.app import stop_start
from worker.pipeline.motion import BEAT, note_progress
from worker.pipeline.runtime import check_file
from worker.quiet import quieten_celery

log = logging.getLogger(__name__)
TICK = "galata.tick"
# Where ticks come every second, most of them need no row of their own.
PAUSE_SECONDS = 3.0
# A write that hangs is left behind: the process ends, and the database sees to the rest.
FAREWELL_SECONDS = 2.0


class BeatRecorder:
    """Notes in a thread of its own that ticks are sent. What cannot be noted is a line in the log."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.sent, self.stopping = threading.Event(), threading.Event()
        self.thread = threading.Thread(target=self.keep_noting, name="beat-recorder", daemon=True)

    def start(self) -> None:
        """Listen to what this process sends from now on."""
        self.thread.start()
        after_task_publish.connect(self.hear_tick, sender=TICK, weak=False, dispatch_uid=id(self))

    def stop(self) -> None:
        """Listen no more."""
        after_task_publish.disconnect(sender=TICK, dispatch_uid=id(self))
        self.stopping.set()
        self.sent.set()
        self.thread.join(FAREWELL_SECONDS)

    def hear_tick(self, **_: Any) -> None:
        """A tick has reached the broker."""
        self.sent.set()

    def keep_noting(self) -> None:
        """Until the end: wait for a tick, note it, rest."""
        while self.sent.wait() and not self.stopping.is_set():
            self.sent.clear()
            try:
                note_progress(self.database, {BEAT: ""})
            except SQLAlchemyError as error:
                log.error("the tick was sent, but that cannot be noted: %s", describe_error(error))
            self.stopping.wait(PAUSE_SECONDS)


@beat_init.connect
def record_beats(sender: Any = None, **_: Any) -> None:
    """In the process of `celery beat`: note its ticks until it ends."""
    settings: Settings = sender.app.conf.galata_settings
    quieten_celery()
    try:
        check_file(settings)
    except ConfigError as error:
        stop_start(error)
    recorder = BeatRecorder(open_database(settings.database_url))
    recorder.start()
    atexit.register(end_recorder, recorder)


def end_recorder(recorder: BeatRecorder) -> None:
    """Stop it and leave no connection behind."""
    recorder.stop()
    with contextlib.suppress(SQLAlchemyError):
        recorder.database.close()
