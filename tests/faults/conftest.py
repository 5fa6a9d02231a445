"""What fault tests ask for: a newspaper, sinks, and the two forms of the program on them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.newspaper import Newspaper
from tests.faults.scene import Scene, make_scene
from tests.servers.restartable import Restartable, restartable_postgres, restartable_redis
from tests.servers.smtp import SmtpSink
from tests.servers.webhook import WebhookSink, running_webhook


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
def embedded(tmp_path: Path, paper: Newspaper, smtp_sink: SmtpSink, hooks: WebhookSink) -> Scene:
    """For `galata up` on SQLite; migrated."""
    scene = make_scene(tmp_path, paper, smtp_sink, hooks)
    scene.installation.run("galata", "migrate")
    return scene


@pytest.fixture
def distributed(
    tmp_path: Path, paper: Newspaper, smtp_sink: SmtpSink, hooks: WebhookSink, postgres_url: str, redis_url: str
) -> Scene:
    """For beat and workers, on the run's PostgreSQL and Redis; migrated."""
    scene = make_scene(tmp_path, paper, smtp_sink, hooks, url=postgres_url, broker=redis_url)
    scene.installation.run("galata", "migrate")
    return scene


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
    scene.installation.run("galata", "migrate")
    return scene


@pytest.fixture
def on_postgres(
    tmp_path: Path, paper: Newspaper, smtp_sink: SmtpSink, hooks: WebhookSink, postgres: Restartable, redis_url: str
) -> Scene:
    """The distributed form on `postgres`; migrated."""
    scene = make_scene(tmp_path, paper, smtp_sink, hooks, url=postgres.url, broker=redis_url)
    scene.installation.run("galata", "migrate")
    return scene
