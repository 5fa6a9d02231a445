"""Web servers that any test here may ask for."""

from collections.abc import Iterator

import pytest

from tests.net.servers import WebServer, running_server


@pytest.fixture
def server() -> Iterator[WebServer]:
    """A web server on 127.0.0.1."""
    with running_server() as web:
        yield web


@pytest.fixture
def other() -> Iterator[WebServer]:
    """Another origin, on 127.0.0.3."""
    with running_server("127.0.0.3") as web:
        yield web
