"""Servers that mean harm, or are broken: what they cost is bounded, and they come out as one error."""

import asyncio
import gzip
import os
import time
import tracemalloc
import zlib
from datetime import UTC, datetime

import pytest

from tests.net.servers import Reply, WebServer, make_drip, make_reply
from worker.errors import FetchError
from worker.net.fetch import FetchRequest, FetchResult, fetch_feed
from worker.net.hops import Limits
from worker.net.http import open_client

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"


def fail(server: WebServer, reply: Reply, **limits: float) -> FetchError:
    async def run() -> FetchResult:
        async with open_client(["127.0.0.1/32"], "Galata/test") as client:
            asked = FetchRequest(server.url("/"))
            return await fetch_feed(client, asked, now=NOW, limits=Limits(**limits))  # type: ignore[arg-type]

    server.replies["/"] = reply
    with pytest.raises(FetchError) as caught:
        asyncio.run(run())
    assert caught.value.url == server.url("/")
    return caught.value


DRIPS = {
    "silence": make_drip(b"", b""),
    "status line": make_drip(b"HTTP/1.1 200 O", b"K"),
    "headers": make_drip(HEAD, b"X-Drip: 1\r\n"),
    "one header": make_drip(HEAD + b"X-Drip: ", b"a"),
    "body": make_drip(HEAD + b"\r\n", b"a"),
    "chunks": make_drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
}


@pytest.mark.parametrize("name", DRIPS)
def test_the_deadline_holds_over_every_kind_of_drip(server: WebServer, name: str) -> None:
    started = time.monotonic()
    assert fail(server, DRIPS[name], total_seconds=0.4).kind == "timeout"
    assert time.monotonic() - started < 2


def test_the_deadline_holds_over_a_chain_of_slow_redirects(server: WebServer) -> None:
    async def redirect(request: object, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.15)
        writer.write(make_reply(302, b"", "Location: /"))

    assert fail(server, redirect, total_seconds=0.4).kind == "timeout"
    assert len(server.requests) in (2, 3)


def test_an_endless_body_ends_at_the_limit(server: WebServer) -> None:
    reply = make_drip(HEAD + b"\r\n", b"a" * 50_000, pause=0)
    assert fail(server, reply, max_bytes=200_000).kind == "too_large"


def test_a_bomb_costs_bounded_memory(server: WebServer) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
    tracemalloc.start()
    error = fail(server, make_reply(200, bomb, "Content-Encoding: gzip"), max_bytes=1 << 20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.kind == "too_large"
    assert peak < 8 << 20


ENCODINGS = [
    ["Content-Encoding: gzip, gzip"],
    ["Content-Encoding: gzip"] * 2,
    ["Content-Encoding: br"],
    ["Content-Encoding: zstd"],
]


@pytest.mark.parametrize("headers", ENCODINGS)
def test_stacked_and_unasked_encodings_are_refused(server: WebServer, headers: list[str]) -> None:
    body = gzip.compress(gzip.compress(b"<rss/>"))
    assert fail(server, make_reply(200, body, *headers)).kind == "encoding"


def test_a_truncated_gzip_is_no_silent_200(server: WebServer) -> None:
    cut = gzip.compress(os.urandom(5000))[:-100]
    assert fail(server, make_reply(200, cut, "Content-Encoding: gzip")).kind == "encoding"


BROKEN = {
    "nothing": b"",
    "half a head": HEAD,
    "a short body": HEAD + b"Content-Length: 100\r\n\r\nshort",
    "a cut chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\nshort",
    "no HTTP": b"SSH-2.0-Banner\r\n",
    "a bad length": HEAD + b"Content-Length: many\r\n\r\n",
    "a NUL in a header": HEAD + b"ETag: \0\r\n\r\n",
    "a huge head": HEAD + b"X: " + b"a" * 200_000 + b"\r\n\r\n",
    "endless 1xx": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50,
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_answers_are_one_kind_of_error(server: WebServer, name: str) -> None:
    error = fail(server, BROKEN[name], total_seconds=5)
    assert error.kind == "network"
    assert not error.permanent
    assert "\n" not in str(error)
