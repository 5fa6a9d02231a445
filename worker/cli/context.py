"""What every command begins with: settings, logging, a runtime."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from config.settings import Settings, load_settings
from worker.pipeline.runtime import Runtime, open_runtime


def start_logging(level: str = "WARNING") -> None:
    """Log to stderr. Libraries speak only when something is wrong."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True)
    quieten("httpx", "httpcore", "alembic")


def quieten(*libraries: str) -> None:
    """Let libraries speak only when something is wrong."""
    for name in libraries:
        logging.getLogger(name).setLevel(logging.WARNING)


@contextmanager
def open_command(settings: Settings | None = None, *, migrated: bool = True) -> Iterator[Runtime]:
    """A runtime for a command."""
    start_logging()
    with open_runtime(settings or load_settings(), migrated=migrated) as runtime:
        yield runtime
