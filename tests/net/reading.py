"""What the tests of reading pages share: a page of our own, and reading it from a server on loopback."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tests.net.servers import Reply, WebServer, answer_names, make_reply
from worker.errors import FetchError
from worker.net.article import Page, PageLimits, PageRequest, Reading, VisitedHost, read_pages

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ALLOW = ["127.0.0.1/32", "127.0.0.3/32"]
USUAL = PageLimits()
PAGES = Path(__file__).parent.parent / "data" / "pages"
SENTENCE = "The harbour master said that the new quay would open in spring and that the ferries would come back."
HTML = "Content-Type: text/html; charset=utf-8"


def make_page(*paragraphs: str, head: str = "") -> bytes:
    """A small article; without paragraphs, four of the same sentence with a number."""
    said = paragraphs or tuple(f"{SENTENCE} This is said for the {n}th time." for n in range(4))
    text = "".join(f"<p>{paragraph}</p>" for paragraph in said)
    body = f"<html lang=en><head><title>Quay</title>{head}</head><body><article>{text}</article></body></html>"
    return body.encode()


def serve_page(server: WebServer, path: str = "/page", body: bytes | None = None, robots: Reply | None = None) -> str:
    """Put a page (and a robots.txt) on the server; returns its url."""
    server.replies[path] = make_reply(200, make_page() if body is None else body, HTML)
    if robots is not None:
        server.replies["/robots.txt"] = robots
    return server.url(path)


def read_all(
    *requests: PageRequest | str, limits: PageLimits = USUAL, kept: Mapping[str, str] = {}, **names: list[str]
) -> list[Reading]:
    """Read a batch; `names` are what the resolver knows besides addresses."""
    asked = [PageRequest(one) if isinstance(one, str) else one for one in requests]
    agent, resolver = "Galata/test (+mail@example.org)", answer_names(**names)
    coming = read_pages(asked, now=NOW, kept=kept, allow=ALLOW, user_agent=agent, limits=limits, resolver=resolver)
    readings = asyncio.run(coming)
    assert [(one.page is None) != (one.error is None) for one in readings] == [True] * len(asked)
    assert all("\n" not in str(one.error) for one in readings)
    return readings


def read_one(request: PageRequest | str, limits: PageLimits = USUAL, **names: list[str]) -> Page:
    """Read a page that can be read."""
    [reading] = read_all(request, limits=limits, kept={}, **names)
    if reading.error is not None:
        raise reading.error
    assert reading.page is not None
    return reading.page


def fail_one(request: PageRequest | str, limits: PageLimits = USUAL, **names: list[str]) -> FetchError:
    """The error of a page that cannot be read."""
    [reading] = read_all(request, limits=limits, kept={}, **names)
    assert reading.error is not None, reading.page
    return reading.error


def find_visited(reading: Reading) -> VisitedHost:
    """The one host that a page led to."""
    [visited] = reading.visited
    return visited
