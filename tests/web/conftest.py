"""A site that listens on a free port of loopback, on both databases."""

import contextlib
import socket
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from config.settings import Settings
from db.session import Database
from tests.shipped import load_shipped
from worker.pipeline.motion import Broker, QueueDepth
from worker.pipeline.runtime import Runtime
from worker.web.listen import name_address, open_listener, serve_site
from worker.web.site import make_site

WELL = Broker("redis://broker:6379/0", True, queues=(QueueDepth("poll", 3, 4), QueueDepth("deliver", 0, None)))
Serve = Callable[..., contextlib.AbstractContextManager[httpx.Client]]


@contextlib.contextmanager
def serve(database: Database, broker: Broker | Callable[[], Broker] = WELL, **values: Any) -> Iterator[httpx.Client]:
    """A client of a site that listens; `values` are settings."""
    settings = Settings.model_validate({"web_port": 0, **values})
    read_broker = broker if callable(broker) else lambda: broker
    with open_listener(settings) as listener:
        site = make_site(Runtime(settings, database, load_shipped()), read_broker)
        with serve_site(site, listener), httpx.Client(base_url=name_local(listener), timeout=30) as client:
            yield client


def name_local(listener: socket.socket) -> str:
    """Its address on loopback, wherever else it listens."""
    return name_address(listener).replace("0.0.0.0", "127.0.0.1")


@pytest.fixture
def client(settings_env: pytest.MonkeyPatch, database: Database) -> Iterator[httpx.Client]:
    """A client of a site without a token."""
    with serve(database) as made:
        yield made
