"""What the tests of fetching share: a moment, a body, and fetching one feed through a client of its own."""

import asyncio
from datetime import UTC, datetime

import pytest

from tests.net.servers import answer_names
from worker.errors import FetchError
from worker.net.fetch import FetchRequest, FetchResult, fetch_feed
from worker.net.hops import Limits
from worker.net.http import open_client

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
BODY = b"<rss><channel><title>Liman</title></channel></rss>"
USUAL = Limits()
ALLOW = ["127.0.0.1/32", "127.0.0.3/32"]


def fetch(request: FetchRequest | str, limits: Limits = USUAL, **names: list[str]) -> FetchResult:
    """Fetch; `names` are what the resolver knows besides addresses."""

    async def run() -> FetchResult:
        async with open_client(ALLOW, "Galata/test (+mail@example.org)", answer_names(**names)) as client:
            asked = FetchRequest(request) if isinstance(request, str) else request
            return await fetch_feed(client, asked, now=NOW, limits=limits)

    return asyncio.run(run())


def fail(request: FetchRequest | str, limits: Limits = USUAL, **names: list[str]) -> FetchError:
    """The error of a fetch that fails, in one line."""
    with pytest.raises(FetchError) as caught:
        fetch(request, limits, **names)
    assert "\n" not in str(caught.value)
    return caught.value
