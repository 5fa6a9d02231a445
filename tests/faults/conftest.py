"""What fault tests ask for: a newspaper, sinks, and the two forms of the program on them."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.newspaper import Newspaper
from tests.faults.scene import Scene, make_scene
from tests.servers.databases import copy_file
from tests.servers.restartable import Restartable, restartable_postgres, restartable_redis
from tests.servers.smtp import SmtpSink
from tests.servers.webhook import WebhookSink, running_webhook


@pytest.fixture
def moments() -> random.Random:
    """Chance, that can be repeated by the seed that pytest shows with a failure."""
    seed = os.environ.get("GALATA_TEST_SEED") or str(random.SystemRandom().randrange(10**6))
    print(f"GALATA_TEST_SEED={seed}")  # noqa: T201  pytest shows it
    return random.Random(seed)


@pytest.fixture
def paper() -> Iterator[Newspaper]:
    """Four feeds with nothing in them yet."""
    with Newspaper() as paper:
        yield paper


@pytest.fixture
def hooks() -> Iterator[WebhookSink]:
    """A receiver of webhooks."""
    with running_webhook() as sink:
        yield sink


@pytest.fixture
def bare_embedded(tmp_path: Path, paper: Newspaper, smtp_sink: SmtpSink, hooks: WebhookSink) -> Scene:
    """For `galata up` on SQLite; nothing is there yet."""
    return make_scene(tmp_path, paper, smtp_sink, hooks)


@pytest.fixture
def embedded(bare_embedded: Scene, sqlite_template: str) -> Scene:
    """The same, migrated."""
    data = bare_embedded.installation.folder / "data"
    data.mkdir()
    copy_file(sqlite_template, data / "galata.db")
    bare_embedded.installation.prepare()
    return bare_embedded


@pytest.fixture
def bare_distributed(
    tmp_path: Path, paper: Newspaper, smtp_sink: SmtpSink, hooks: WebhookSink, postgres_url: str, redis_url: str
) -> Scene:
    """For beat and workers, on the run's PostgreSQL and Redis; nothing is there yet."""
    return make_scene(tmp_path, paper, smtp_sink, hooks, url=postgres_url, broker=redis_url)


@pytest.fixture
def distributed(bare_distributed: Scene) -> Scene:
    """The same, migrated."""
    bare_distributed.installation.prepare()
    return bare_distributed


@pytest.fixture
def broker() -> Iterator[Restartable]:
    """A Redis of this test's own, to be killed."""
    with restartable_redis() as server:
        yield server


@pytest.fixture
def postgres() -> Iterator[Restartable]:
    """A PostgreSQL of this test's own, to be killed."""
    with restartable_postgres() as server:
        yield server


@pytest.fixture
def on_broker(
    tmp_path: Path, paper: Newspaper, smtp_sink: SmtpSink, hooks: WebhookSink, postgres_url: str, broker: Restartable
) -> Scene:
    """The distributed form on `broker`; migrated."""
    scene = make_scene(tmp_path, paper, smtp_sink, hooks, url=postgres_url, broker=broker.url)
    scene.installation.prepare()
    return scene


@pytest.fixture
def on_postgres(
    tmp_path: Path, paper: Newspaper, smtp_sink: SmtpSink, hooks: WebhookSink, postgres: Restartable, redis_url: str
) -> Scene:
    """The distributed form on `postgres`; migrated."""
    scene = make_scene(tmp_path, paper, smtp_sink, hooks, url=postgres.url, broker=redis_url)
    scene.installation.prepare()
    return scene


@pytest.fixture
def on_both(
    tmp_path: Path,
    paper: Newspaper,
    smtp_sink: SmtpSink,
    hooks: WebhookSink,
    postgres: Restartable,
    broker: Restartable,
) -> Scene:
    """The distributed form on `postgres` and `broker`; migrated."""
    scene = make_scene(tmp_path, paper, smtp_sink, hooks, url=postgres.url, broker=broker.url)
    scene.installation.prepare()
    return scene
