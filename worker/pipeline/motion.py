"""Whether things move: heartbeats by progress, what lies in the broker, and who stands still, each named with its mend.

Progress, not presence: a worker that answers a ping and takes no messages shows here (docs/decisions/0007).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from config.errors import name_nearest
from config.settings import Settings
from db.leases import read_clock
from db.motion import WORKER, find_beat, list_beats, list_recent, record_beat
from db.session import Database
from worker.pipeline.runtime import Runtime

SCHEDULER, BEAT, CRON = "scheduler", "beat", "poll --once"
"""Heartbeats of a tick that a worker executed, of one that beat sent, and of a run that cron started."""
TICK_QUEUE = "ingest"
# What runs in a queue at least this often proves that somebody takes its messages. Three ticks: an idle installation
# writes a handful of rows a minute for it.
PULSE = timedelta(seconds=15)
# Ticks come every 5 s and pulses every 15; two minutes without one is no hiccup of a busy machine.
SILENCE, SILENCE_TICKS = timedelta(minutes=2), 3
# A task ends within this share of its rows' lease (worker/app.py limits it): who holds rows may be silent so long.
STEP_SHARE = 0.5
# Where cron runs `poll --once` a feed waits for the next run, at worst one interval and a tenth of jitter.
LATE_INTERVALS = 2
# The tick puts eight messages into a queue at most, and each is taken within seconds unless all workers are busy.
CROWDED = timedelta(minutes=5)


@dataclass(frozen=True)
class Beat:
    """Who made progress last, and how many seconds ago."""

    name: str
    at: datetime
    seconds: int
    detail: str | None


@dataclass(frozen=True)
class QueueDepth:
    """What waits in one queue of the broker."""

    name: str
    depth: int
    oldest_seconds: int | None
    """The age of its oldest message; none: it is empty, or its message does not say."""


@dataclass(frozen=True)
class Broker:
    """What the broker holds. `reachable` is none where only another process can look into it (memory://)."""

    url: str
    reachable: bool | None
    why: str = ""
    queues: tuple[QueueDepth, ...] = ()


@dataclass(frozen=True)
class Motion:
    """All that tells whether things move."""

    beats: tuple[Beat, ...]
    held: Mapping[str, int]
    """How many rows the workers of each queue hold."""
    broker: Broker | None = None

    def measure_silence(self, name: str) -> timedelta | None:
        """How long ago somebody made progress under a name; none: never."""
        return next((timedelta(seconds=one.seconds) for one in self.beats if one.name == name), None)

    def measure_wait(self, queue: str) -> timedelta | None:
        """How long the oldest message of a queue has waited; none: nothing waits, or nobody can tell."""
        queues = self.broker.queues if self.broker else ()
        ages = [one.oldest_seconds for one in queues if one.name == queue and one.oldest_seconds is not None]
        return timedelta(seconds=max(ages)) if ages else None


def note_progress(database: Database, details: Mapping[str, str], now: datetime | None = None) -> None:
    """Write down that progress was made under some names, each with its detail."""
    with database.write() as session, session.begin():
        moment = now or read_clock(session)
        for name in sorted(details):  # in one order, so that two workers never wait for each other
            record_beat(session, name, moment, details[name])


def list_quiet(runtime: Runtime, queues: tuple[str, ...]) -> list[str]:
    """The queues in which nothing has run of late."""
    with runtime.database.read() as session:
        recent = list_recent(session, queues, runtime.now() - PULSE)
    return [queue for queue in queues if queue not in recent]


def read_beats(session: Session, now: datetime) -> tuple[Beat, ...]:
    """Everybody's last progress."""
    rows = list_beats(session)
    return tuple(Beat(one.name, one.at, int((now - one.at).total_seconds()), one.detail) for one in rows)


def limit_silence(settings: Settings) -> timedelta:
    """How long beat, the scheduler or an idle queue may be silent."""
    return max(SILENCE, SILENCE_TICKS * timedelta(seconds=settings.tick_seconds))


def limit_step(settings: Settings) -> timedelta:
    """How long a queue may be silent whose workers hold rows: one step may take so long."""
    return max(limit_silence(settings), timedelta(seconds=settings.lease_seconds * STEP_SHARE) + PULSE)


def limit_cron(settings: Settings) -> timedelta:
    """How long after a run of `poll --once` the next one must come."""
    return LATE_INTERVALS * timedelta(seconds=settings.poll_interval_seconds)


def is_cron(motion: Motion) -> bool:
    """Whether cron polls: `poll --once` ran, and no tick was sent or run since."""
    cron = motion.measure_silence(CRON)
    others = (motion.measure_silence(name) for name in (BEAT, SCHEDULER))
    return cron is not None and all(cron < other for other in others if other is not None)


def limit_named(name: str, settings: Settings) -> timedelta:
    """How long may pass without progress under a name."""
    return limit_silence(settings) if name in (BEAT, SCHEDULER) else limit_step(settings)


def check_alive(database: Database, settings: Settings, name: str) -> tuple[bool, str]:
    """Whether there was progress under a name of late, and a line that says so."""
    with database.read() as session:
        now, found, known = read_clock(session), find_beat(session, name), [one.name for one in list_beats(session)]
    if found is None:
        return False, f"{name}: no such heartbeat{name_nearest(name, known)} (known: {', '.join(known) or 'none yet'})"
    seconds, limit = int((now - found.at).total_seconds()), limit_named(name, settings)
    alive = seconds <= limit.total_seconds()
    return alive, f"{name}: {seconds} s ago" + ("" if alive else f", which is more than {int(limit.total_seconds())} s")


def find_still(motion: Motion, settings: Settings) -> list[str]:
    """Who stands still, a line each. What follows from another's standing still is not named."""
    wrong = []
    if lost := motion.broker is not None and motion.broker.reachable is False:
        wrong.append(f"the broker {motion.broker.url} cannot be reached ({motion.broker.why}); is it running?")
    stopped = find_stopped(motion, settings)
    if stopped and not lost:
        wrong.append(stopped)
    return wrong if stopped or lost else [*wrong, *find_untaken(motion, settings)]


def find_stopped(motion: Motion, settings: Settings) -> str:
    """Why no tick comes, if none comes: `galata up` has ended, beat has, or no worker takes what beat sends."""
    if is_cron(motion):
        return find_stopped_cron(motion, settings)
    longest = limit_silence(settings)
    beat, scheduler = motion.measure_silence(BEAT), motion.measure_silence(SCHEDULER)
    if settings.is_embedded or beat is None:
        if scheduler is None or scheduler <= longest:
            return ""
        return f"the scheduler has not moved for {tell_minutes(scheduler)} (is `galata up` running?)"
    if beat > longest:
        return f"beat has sent no tick for {tell_minutes(beat)} (start `celery -A worker.app beat`, or `galata up`)"
    waited = scheduler if scheduler is not None else motion.measure_wait(TICK_QUEUE)
    if waited is None or waited <= longest:
        return ""
    return f"beat sends ticks, but no worker has run one for {tell_minutes(waited)} ({tell_start(TICK_QUEUE)})"


def find_stopped_cron(motion: Motion, settings: Settings) -> str:
    """Whether cron, which has taken over from a scheduler, has stopped too. Where there never was a scheduler nothing
    says how often it should run: its feeds are overdue by then."""
    silent = motion.measure_silence(CRON) or timedelta()
    scheduled = any(motion.measure_silence(name) is not None for name in (BEAT, SCHEDULER))
    if not scheduled or silent <= limit_cron(settings):
        return ""
    return f"`galata poll --once` has not run for {tell_minutes(silent)} (mend its cron job, or start `galata up`)"


def find_untaken(motion: Motion, settings: Settings) -> list[str]:
    """The queues whose messages nobody takes, or not fast enough, while ticks come: silence counts up to the last tick,
    for without one nothing is asked of anybody."""
    wrong = []
    tick = motion.measure_silence(SCHEDULER) or timedelta()
    for queue in motion.held:
        limit = limit_step(settings) if motion.held[queue] else limit_silence(settings)
        waited = motion.measure_wait(queue) or timedelta()
        ago = motion.measure_silence(queue)
        silent = None if ago is None else max(timedelta(), ago - tick)
        if (waited if silent is None else silent) > limit:
            silence = tell_minutes(waited if silent is None else silent)
            mend = "restart `galata up`" if settings.is_embedded else tell_start(queue)
            wrong.append(f"nobody has taken a message of queue {queue} for {silence} ({mend})")
        elif waited > CROWDED:
            wrong.append(f"a message of queue {queue} has waited {tell_minutes(waited)} (are its workers too few?)")
    return wrong


def tell_start(queue: str) -> str:
    """How to start who takes a queue's messages."""
    return f"start `celery -A worker.app worker -Q {queue}`"


def tell_minutes(gap: timedelta) -> str:
    """`3 min`."""
    return f"{gap // timedelta(minutes=1)} min"


def name_worker(node: str) -> str:
    """The heartbeat of a worker."""
    return f"{WORKER}{node}"
