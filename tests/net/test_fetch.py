"""Fetching, seen from the server: what it is asked, and what becomes of what it answers."""

import asyncio
import contextlib
import gzip
from datetime import timedelta
from typing import Any

import pytest

from tests.net.fetching import ALLOW, BODY, NOW, fail, fetch
from tests.net.servers import WebServer, answer_names, make_reply, one_connection
from worker.errors import FetchError
from worker.net.fetch import FetchRequest, FetchResult, fetch_feed, fetch_many
from worker.net.hops import Limits
from worker.net.http import open_client


def test_a_new_feed_is_asked_for_once_and_without_conditions(server: WebServer) -> None:
    server.replies["/feed"] = make_reply(
        200, gzip.compress(BODY), "Content-Encoding: gzip", "Content-Type: application/rss+xml; charset=utf-8"
    )
    result = fetch(server.url("/feed"))
    assert (result.status, result.body, result.moved_to) == (200, BODY, None)
    assert result.content_type == "application/rss+xml; charset=utf-8"
    assert result.url == result.final_url == server.url("/feed")
    assert result.received_bytes == len(gzip.compress(BODY))
    assert result.duration_seconds > 0
    [seen] = server.requests
    assert seen.headers["user-agent"] == b"Galata/test (+mail@example.org)"
    assert seen.headers["accept-encoding"] == b"gzip"
    assert not {"if-none-match", "if-modified-since", "cookie", "referer", "authorization"} & set(seen.headers)


VALIDATORS = [
    ('W/"a-1"', "Mon, 02 Mar 2026 08:00:00 GMT"),
    ('"', "2026-03-02 08:00"),
    ("bare,with, commas", "Pzt, 02 Mar 2026 08:00:00 +0300"),
    ('"\xe7\xf6\xfe"', "0"),
]


@pytest.mark.parametrize(("etag", "modified"), VALIDATORS)
def test_validators_return_as_the_bytes_they_were(server: WebServer, etag: str, modified: str) -> None:
    server.replies["/feed"] = make_reply(200, BODY, f"ETag: {etag}", f"Last-Modified: {modified}")
    first = fetch(server.url("/feed"))
    fetch(FetchRequest(first.url, first.etag, first.last_modified))
    assert server.requests[1].headers["if-none-match"] == etag.encode("latin-1")
    assert server.requests[1].headers["if-modified-since"] == modified.encode("latin-1")


def test_unconditional_requests_send_no_validators(server: WebServer) -> None:
    server.replies["/feed"] = make_reply(200, BODY)
    result = fetch(FetchRequest(server.url("/feed"), '"1"', "yesterday", conditional=False))
    assert not {"if-none-match", "if-modified-since"} & set(server.requests[0].headers)
    assert (result.etag, result.last_modified) == (None, None)


def test_a_304_keeps_the_validators_it_does_not_replace(server: WebServer) -> None:
    server.replies["/feed"] = make_reply(304, b"", 'ETag: "2"')
    result = fetch(FetchRequest(server.url("/feed"), '"1"', "yesterday"))
    assert (result.status, result.body, result.etag, result.last_modified) == (304, None, '"2"', "yesterday")


def test_a_304_that_nobody_asked_for_is_an_error(server: WebServer) -> None:
    server.replies["/feed"] = make_reply(304)
    assert fail(server.url("/feed")).status == 304


STATUSES: list[tuple[int, str, bool]] = [
    (401, "forbidden_by_server", False),
    (403, "forbidden_by_server", False),
    (404, "not_found", False),
    (410, "gone", True),
    (418, "status", False),
    (429, "rate_limited", False),
    (500, "server", False),
    (503, "server", False),
    (204, "status", False),
]


@pytest.mark.parametrize(("status", "kind", "permanent"), STATUSES)
def test_other_statuses_are_errors_by_kind(server: WebServer, status: int, kind: str, permanent: bool) -> None:
    server.replies["/feed"] = make_reply(status, b"" if status == 204 else b"sorry")
    error = fail(server.url("/feed"))
    assert (error.status, error.kind, error.permanent) == (status, kind, permanent)
    assert error.url == server.url("/feed")


RETRIES: list[tuple[str, timedelta | None]] = [
    ("120", timedelta(seconds=120)),
    ("0", timedelta(0)),
    ("86401", timedelta(days=1)),
    ("9" * 5000, timedelta(days=1)),
    ("Mon, 02 Mar 2026 10:30:00 GMT", timedelta(hours=1)),
    ("Mon, 02 Mar 2027 10:30:00 GMT", timedelta(days=1)),
    ("Mon, 02 Mar 2020 10:30:00 GMT", None),
    ("-5", None),
    ("soon", None),
    ("١٢", None),
]


@pytest.mark.parametrize(("header", "wait"), RETRIES)
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_read_and_capped(server: WebServer, status: int, header: str, wait: timedelta | None) -> None:
    server.replies["/feed"] = make_reply(status, b"", f"Retry-After: {header}".encode().decode("latin-1"))
    assert fail(server.url("/feed")).retry_after == (NOW + wait if wait is not None else None)


AGES: list[tuple[list[str], int | None]] = [
    (["Cache-Control: public, max-age=7200"], 7200),
    (["Cache-Control: s-maxage=5, Max-Age = 60"], 60),
    (["Cache-Control: s-maxage=5"], None),
    (["Cache-Control: max-age=" + "9" * 30], 10 * 365 * 86400),
    (["Date: Mon, 02 Mar 2026 09:00:00 GMT", "Expires: Mon, 02 Mar 2026 10:00:00 GMT"], 3600),
    (["Expires: Mon, 02 Mar 2026 09:31:00 GMT"], 60),
    (["Expires: Mon, 02 Mar 2020 09:31:00 GMT"], 0),
    (["Expires: 0"], None),
    ([], None),
]


@pytest.mark.parametrize(("headers", "age"), AGES)
def test_how_long_an_answer_keeps(server: WebServer, headers: list[str], age: int | None) -> None:
    server.replies["/feed"] = make_reply(200, BODY, *headers)
    assert fetch(server.url("/feed")).max_age_seconds == age


@pytest.mark.parametrize(
    "url",
    [
        "",
        "feeds.example/a",
        "ftp://x.example/",
        "http:///a",
        "http://[::1",
        "file:///a",
        "http://a\x00b/",
        "http://127.0.0.1:99999999/",
        "http://xn--a/",
    ],
)
def test_what_is_no_web_address_is_an_error_for_good(url: str) -> None:
    error = fail(url)
    assert (error.kind, error.permanent) == ("url", True)


def test_names_that_do_not_resolve_and_ports_where_nobody_listens() -> None:
    assert fail("http://gone.example/").kind == "dns"
    assert fail("http://127.0.0.1:9/").kind == "connect"


def fail_tls(answer: bytes) -> tuple[FetchError, bool]:
    """Fetch over TLS from a port that answers the greeting so: the error, and whether the client hung up at once."""
    hung_up = asyncio.Event()

    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(4096)
        writer.write(answer)
        await reader.read()
        hung_up.set()

    async def run() -> tuple[FetchError, bool]:
        async with one_connection(script) as port, open_client(ALLOW, "Galata/test") as client:
            with pytest.raises(FetchError) as caught:
                asked = FetchRequest(f"https://127.0.0.1:{port}/")
                await fetch_feed(client, asked, now=NOW, limits=Limits(total_seconds=0.5))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(hung_up.wait(), 1)
            return caught.value, hung_up.is_set()

    return asyncio.run(run())


def test_tls_that_fails_or_hangs_is_named_and_leaves_no_socket_open() -> None:
    for answer, kind in ((b"HTTP/1.1 400 Bad Request\r\n\r\n", "tls"), (b"", "timeout")):
        error, hung_up = fail_tls(answer)
        assert error.kind == kind
        assert hung_up


def test_many_come_back_in_order_and_one_failure_stops_no_other(server: WebServer, other: WebServer) -> None:
    async def slow(request: Any, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.03)
        writer.write(make_reply(200, request.path.encode()))

    paths = [f"/{number}" for number in range(8)]
    server.replies |= dict.fromkeys(paths, slow)
    other.replies |= dict.fromkeys(paths, slow)
    urls = [web.url(path) for path in paths for web in (server, other)] + [
        "http://127.0.0.2/",
        "nonsense",
        server.url("/x"),
    ]
    results = asyncio.run(
        fetch_many([FetchRequest(url) for url in urls], now=NOW, allow=ALLOW, user_agent="Galata/test")
    )
    assert [result.url for result in results] == urls
    bodies = [result.body for result in results if isinstance(result, FetchResult)]
    assert bodies == [path.encode() for path in paths for _ in range(2)]
    assert [result.kind for result in results if isinstance(result, FetchError)] == ["forbidden", "url", "not_found"]
    assert (server.most_open, other.most_open) == (2, 2)


def test_at_most_so_many_are_open_at_once(server: WebServer) -> None:
    async def slow(request: Any, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.03)
        writer.write(make_reply(200))

    names = {f"h{number}_example": ["127.0.0.1"] for number in range(9)}
    server.replies["/"] = slow
    requests = [FetchRequest(server.url("/", name.replace("_", "."))) for name in names]
    results = asyncio.run(fetch_many(requests, now=NOW, allow=ALLOW, at_once=3, resolver=answer_names(**names)))
    assert all(isinstance(result, FetchResult) for result in results)
    assert server.most_open == 3
