"""Who stands still is named, with the mend, and nobody else: the verdict on facts, and the facts on both databases."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from config.settings import Settings
from db.models import Article, Feed
from db.motion import count_held, find_oldest, list_beats, record_beat
from db.outbox_models import Heartbeat
from db.session import Database
from tests.faults.installation import make_runtime as make_bare
from tests.shipped import load_shipped
from worker.pipeline.motion import (
    Beat,
    Broker,
    Motion,
    QueueDepth,
    check_alive,
    find_still,
    list_quiet,
    note_progress,
)
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import sweep_left

QUEUES = ("poll", "ingest", "deliver")
IDLE = dict.fromkeys(QUEUES, 0)
WELL = {"beat": 1, "scheduler": 2, "poll": 14, "ingest": 2, "deliver": 14}
URL = "redis://broker:6379/0"


def make_motion(
    seconds: dict[str, int | None], held: dict[str, int] | None = None, ages: dict[str, int] | None = None
) -> Motion:
    """Heartbeats of so many seconds ago (none: never), rows held, ages of the oldest messages."""
    when = datetime(2026, 3, 2)  # noqa: DTZ001  not looked at
    beats = [Beat(name, when, age, None) for name, age in (WELL | seconds).items() if age is not None]
    queues = tuple(QueueDepth(queue, int(queue in (ages or {})), (ages or {}).get(queue)) for queue in QUEUES)
    return Motion(tuple(beats), IDLE | (held or {}), Broker(URL, True, queues=queues))


CASES = [
    ("all move", make_motion({}), []),
    ("a busy moment", make_motion({"poll": 110, "beat": 100, "scheduler": 115}), []),
    ("beat ended a moment ago", make_motion({"beat": 113, "scheduler": 113, "poll": 123, "deliver": 125}), []),
    ("nothing ran here yet", Motion((), IDLE, Broker(URL, True)), []),
    (
        "beat has ended",
        make_motion({"beat": 190, "scheduler": 188, "poll": 188, "deliver": 188}),
        ["beat has sent no tick for 3 min (start `celery -A worker.app beat`, or `galata up`)"],
    ),
    (
        "nobody takes ticks",
        make_motion({"scheduler": 188, "ingest": 188, "poll": 180, "deliver": 180}),
        ["beat sends ticks, but no worker has run one for 3 min (start `celery -A worker.app worker -Q ingest`)"],
    ),
    (
        "nobody has ever taken a tick",
        make_motion({name: None for name in WELL if name != "beat"}, ages={"ingest": 130}),
        ["beat sends ticks, but no worker has run one for 2 min (start `celery -A worker.app worker -Q ingest`)"],
    ),
    (
        "nobody takes deliveries",
        make_motion({"deliver": 123}),
        ["nobody has taken a message of queue deliver for 2 min (start `celery -A worker.app worker -Q deliver`)"],
    ),
    (
        "nobody has ever taken deliveries",
        make_motion({"deliver": None}, ages={"deliver": 121}),
        ["nobody has taken a message of queue deliver for 2 min (start `celery -A worker.app worker -Q deliver`)"],
    ),
    ("a long step", make_motion({"deliver": 290}, held={"deliver": 50}), []),
    (
        "a step longer than its time limit",
        make_motion({"deliver": 320}, held={"deliver": 50}),
        ["nobody has taken a message of queue deliver for 5 min (start `celery -A worker.app worker -Q deliver`)"],
    ),
    (
        "too few workers",
        make_motion({"poll": 3}, ages={"poll": 301}),
        ["a message of queue poll has waited 5 min (are its workers too few?)"],
    ),
]


@pytest.mark.parametrize(("motion", "said"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_stands_still_is_named_alone(settings_env: pytest.MonkeyPatch, motion: Motion, said: list[str]) -> None:
    assert find_still(motion, Settings(broker_url=URL)) == said


def test_a_lost_broker_is_named_instead_of_what_follows_from_it(settings_env: pytest.MonkeyPatch) -> None:
    lost = Broker(URL, False, why="Connection refused")
    stopped = Motion(make_motion({"beat": 200, "scheduler": 200}).beats, IDLE, lost)
    said = [f"the broker {URL} cannot be reached (Connection refused); is it running?"]
    assert find_still(stopped, Settings(broker_url=URL)) == said
    elsewhere = Motion(make_motion({"deliver": 200}).beats, IDLE, lost)
    assert find_still(elsewhere, Settings(broker_url=URL)) == said, "without it no queue can be taken from"


@pytest.mark.parametrize("beats", [{"beat": 200, "scheduler": 190}, {"scheduler": 190, "beat": None}])
def test_one_process_is_told_of_as_one(settings_env: pytest.MonkeyPatch, beats: dict[str, int | None]) -> None:
    said = ["the scheduler has not moved for 3 min (is `galata up` running?)"]
    assert find_still(make_motion(beats), Settings()) == said
    assert find_still(make_motion({"poll": 130}), Settings()) == [
        "nobody has taken a message of queue poll for 2 min (restart `galata up`)"
    ]


LATE_CRON = "`galata poll --once` has not run for 121 min (mend its cron job, or start `galata up`)"
UP_ENDED = ["the scheduler has not moved for 120 min (is `galata up` running?)"]


@pytest.mark.parametrize(
    ("beats", "said"),
    [
        ({"beat": 90_000, "scheduler": 90_000, "poll --once": 7200}, []),
        ({"beat": None, "scheduler": 90_000, "poll --once": 3}, []),
        ({"beat": 90_000, "scheduler": 90_000, "poll --once": 7260}, [LATE_CRON]),
        ({"beat": 7200, "scheduler": 7200, "poll --once": 90_000}, UP_ENDED),
        ({"beat": 7200, "scheduler": 7200, "poll --once": 7200}, UP_ENDED),
        (dict.fromkeys(WELL) | {"poll --once": 90_000}, []),
    ],
)
def test_cron_that_runs_since_the_scheduler_ended_has_taken_over(
    settings_env: pytest.MonkeyPatch, beats: dict[str, int | None], said: list[str]
) -> None:
    gone: dict[str, int | None] = dict.fromkeys(QUEUES, 90_000)
    assert find_still(make_motion(gone | beats), Settings()) == said


def test_a_worker_that_takes_no_ticks_is_named_though_somebody_polled_by_hand(settings_env: pytest.MonkeyPatch) -> None:
    motion = make_motion({"beat": 1, "scheduler": 188, "poll --once": 60})
    assert find_still(motion, Settings(broker_url=URL)) == [
        "beat sends ticks, but no worker has run one for 3 min (start `celery -A worker.app worker -Q ingest`)"
    ]


def test_slow_ticks_need_patience(settings_env: pytest.MonkeyPatch) -> None:
    slow = Settings(broker_url=URL, tick_seconds=600)
    assert find_still(make_motion(dict.fromkeys(WELL, 1700)), slow) == []
    assert len(find_still(make_motion(dict.fromkeys(WELL, 1801)), slow)) == 1


@pytest.fixture
def runtime(settings_env: pytest.MonkeyPatch, database: Database) -> Runtime:
    return Runtime(Settings(), database, load_shipped())


def test_progress_is_noted_by_name_and_quiet_queues_are_found(runtime: Runtime) -> None:
    note_progress(runtime.database, {"poll": "poll", "worker a@b": "poll, tick"})
    note_progress(runtime.database, {"deliver": ""}, runtime.now() - timedelta(seconds=20))
    with runtime.database.read() as session:
        beats = {one.name: one.detail for one in list_beats(session)}
    assert beats == {"poll": "poll", "worker a@b": "poll, tick", "deliver": None}
    assert list_quiet(runtime, QUEUES) == ["ingest", "deliver"]


def test_workers_of_yesterday_are_forgotten_and_nobody_else(runtime: Runtime) -> None:
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        for name in ("worker old@host", "workerless", "poll --once"):
            record_beat(session, name, now - timedelta(hours=25))
        record_beat(session, "worker new@host", now - timedelta(hours=23))
    sweep_left(runtime)
    with runtime.database.read() as session:
        names = set(session.scalars(select(Heartbeat.name)))
    assert names == {"workerless", "poll --once", "worker new@host", "scheduler"}


def test_the_oldest_row_of_each_step_is_found_and_held_ones_are_counted(runtime: Runtime, clock: datetime) -> None:
    held = clock + timedelta(minutes=5)
    with runtime.database.write() as session, session.begin():
        for number in range(1, 4):
            due = clock - timedelta(minutes=number)
            session.add(Feed(name=f"{number}", url=f"u:{number}", origin="user", next_poll_at=due))
            session.add(
                Article(
                    identity=f"{number}",
                    content_hash="x",
                    title="x",
                    state="arrived",
                    first_seen_at=due,
                    lease_token="t" if number == 3 else None,
                    lease_until=held if number == 3 else None,
                )
            )
    with runtime.database.read() as session:
        oldest = find_oldest(session, clock)
        assert count_held(session, clock) == {"poll": 0, "ingest": 1, "deliver": 0}
        assert count_held(session, held) == IDLE, "a lease that has run out holds nothing"
    assert oldest == {
        "polls": clock - timedelta(minutes=3),
        "arrived": clock - timedelta(minutes=2),
        "judged": None,
        "digests": None,
        "deliveries": None,
    }


@pytest.mark.parametrize(
    ("name", "seconds", "alive"),
    [("beat", 119, True), ("beat", 125, False), ("worker a@b", 310, True), ("worker a@b", 325, False)],
)
def test_one_heartbeat_can_be_asked_of(runtime: Runtime, name: str, seconds: int, alive: bool) -> None:
    note_progress(runtime.database, {name: ""}, make_bare(runtime.database).now() - timedelta(seconds=seconds))
    found, line = check_alive(runtime.database, runtime.settings, name)
    assert found is alive
    assert line.startswith(f"{name}: {str(seconds)[:2]}")


def test_an_unknown_heartbeat_is_answered_with_the_known_ones(runtime: Runtime) -> None:
    assert check_alive(runtime.database, runtime.settings, "beat") == (
        False,
        "beat: no such heartbeat (known: none yet)",
    )
    note_progress(runtime.database, {"worker a@b": "", "poll": ""})
    alive, line = check_alive(runtime.database, runtime.settings, "worker a@c")
    assert not alive
    assert line == "worker a@c: no such heartbeat, did you mean 'worker a@b'? (known: poll, worker a@b)"
