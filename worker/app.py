"""The Celery application: queues, limits and the beat schedule.

`celery -A worker.app worker -Q poll,ingest,deliver` and `celery -A worker.app beat` work as Celery users expect; the
application is made when it is asked for, never at import. The embedded form is worker/embedded.py.

The tick goes to `ingest`: some worker must consume that queue, while `poll` and `deliver` may have machines of their
own. A worker waits for its tasks at SIGTERM; with REMAP_SIGTERM=SIGQUIT in its environment (docker stop, systemd) it
waits SOFT_SHUTDOWN seconds, if it has any, and gives back to the broker what is not finished then.
"""

import sys
from typing import Any, NoReturn

from celery import Celery

from config import ConfigError
from config.settings import Settings, load_settings
from worker.pipeline.motion import STEP_SHARE

QUEUES = ("poll", "ingest", "deliver")
# A task ends before its rows' lease does, the lease before the broker hands the message out again: so a row is never
# worked on twice at a time (docs/evidence.md). With the 600 seconds of settings.lease_seconds: 300, 240 and 1800.
HARD_SHARE, SOFT_SHARE, VISIBLE_LEASES = STEP_SHARE, 0.4, 3
# Longer than a batch of polls usually takes; containers need a stop_grace_period above it.
SOFT_SHUTDOWN = 25
# A message that nobody took in this time is thrown away when it is found: the tick has asked again by then. Clocks of
# two machines may differ by seconds, and an expiry below that would throw everything away.
STALE_SECONDS = 60
ROUTES = {
    "galata.tick": {"queue": "ingest"},
    "galata.poll": {"queue": "poll"},
    "galata.read": {"queue": "poll"},
    "galata.ingest": {"queue": "ingest"},
    "galata.alert": {"queue": "ingest"},
    "galata.digest": {"queue": "ingest"},
    "galata.deliver": {"queue": "deliver"},
}
REDIS_OPTIONS = {
    "unacked_restore_interval": 10,
    "socket_timeout": 15,
    "socket_connect_timeout": 5,
    "socket_keepalive": True,
    "health_check_interval": 25,
    "global_keyprefix": "galata:",
}
# Results are SQL's, tasks carry nothing, times are UTC: the same at every size.
COMMON: dict[str, Any] = {
    "task_default_queue": "ingest",
    "task_create_missing_queues": True,
    "task_routes": ROUTES,
    "task_acks_late": True,
    "task_reject_on_worker_lost": False,
    "task_ignore_result": True,
    "result_backend": None,
    "result_expires": None,
    "task_publish_retry": False,
    "task_serializer": "json",
    "accept_content": ["json"],
    "timezone": "UTC",
    "enable_utc": True,
    "worker_hijack_root_logger": False,
    "worker_cancel_long_running_tasks_on_connection_loss": False,
    "broker_connection_retry_on_startup": True,
    "broker_connection_max_retries": None,
    "beat_max_loop_interval": 5,
    "beat_scheduler": "celery.beat:Scheduler",
    # How long a worker on threads sleeps between two looks at its timers, and so at its own end; a second by default.
    "worker_timer_precision": 0.25,
}
# No soft shutdown on idle: it keeps an idle worker for all its seconds, for the sake of tasks with a countdown, of
# which there are none.
ON_REDIS: dict[str, Any] = {
    "worker_prefetch_multiplier": 1,
    "worker_disable_prefetch": True,
    "worker_soft_shutdown_timeout": SOFT_SHUTDOWN,
    "worker_max_tasks_per_child": 1000,
    "worker_max_memory_per_child": 600_000,  # kB; one with all rules, names and the encoder takes 320 MB
}
# The same as memory://; kombu warns about every connection to an url without a host.
MEMORY_URL = "memory://localhost//"
IN_MEMORY: dict[str, Any] = {
    "broker_read_url": MEMORY_URL,
    "broker_write_url": MEMORY_URL,
    # On threads without an event loop, Celery gives a message's place back only every two seconds: 3 tasks a second
    # when places are counted, 2,000 when they are not. What is taken early waits nowhere (worker/tasks.py).
    "worker_prefetch_multiplier": 0,
    # kombu looks into these queues once a second by default, which a report on its way through four steps would wait
    # for four times. At 50 ms waiting costs 0.9 % of a core, at 10 ms 2.1 %.
    "broker_transport_options": {"polling_interval": 0.05},
}


def make_app(settings: Settings) -> Celery:
    """An application on the broker of the settings. Results are SQL's; none are kept in the broker."""
    app = Celery("galata", include=["worker.tasks", "worker.beat"])
    # Both urls by name: a CELERY_BROKER_URL in the environment, of some other program, would stand above `broker_url`.
    urls = {"broker_read_url": settings.broker_url, "broker_write_url": settings.broker_url}
    sized = IN_MEMORY if settings.is_embedded else ON_REDIS | urls | limit_times(settings.lease_seconds)
    app.conf.update(**COMMON, **sized, beat_schedule=make_schedule(settings), galata_settings=settings)
    return app


def limit_times(lease: int) -> dict[str, Any]:
    """How long a task may run, and when Redis hands out again what nobody acknowledged, for a lease in seconds."""
    return {
        "task_time_limit": lease * HARD_SHARE,
        "task_soft_time_limit": lease * SOFT_SHARE,
        "broker_transport_options": REDIS_OPTIONS | {"visibility_timeout": lease * VISIBLE_LEASES},
    }


def make_schedule(settings: Settings) -> dict[str, Any]:
    """One entry: the tick. What is due, and when, is SQL's to know; so beat needs no file to remember its last tick."""
    period = settings.tick_seconds
    return {"tick": {"task": "galata.tick", "schedule": period, "options": {"expires": max(STALE_SECONDS, 2 * period)}}}


def load_app() -> Celery:
    """The application for Celery's own commands. Exits 2 with one line where it could do nothing."""
    try:
        settings = load_settings()
        if settings.is_embedded:
            raise ConfigError(
                "GALATA_BROKER_URL is memory://, which no other process can see: a worker or beat of its own would "
                "wait for ever; set redis://host:6379/0, or run `galata up`, which is all of them in one process"
            )
    except ConfigError as error:
        stop_start(error)
    return make_app(settings)


def stop_start(error: ConfigError) -> NoReturn:
    """End one of Celery's commands as ours end: a line for each mistake, exit status 2."""
    for line in str(error).splitlines():
        print(f"galata: {line}", file=sys.stderr)  # noqa: T201  Celery's command line has no error channel of ours
    raise SystemExit(2)


def __getattr__(name: str) -> Any:
    """`worker.app.app`, made on first use."""
    if name != "app":
        raise AttributeError(name)
    globals()["app"] = made = load_app()
    return made
