"""Reading pages, seen from the server and from the caller."""

import asyncio
import gzip
import threading
from datetime import timedelta

import pytest

from tests.net.reading import ALLOW, HTML, NOW, SENTENCE, USUAL, fail_one, make_page, read_all, read_one, serve_page
from tests.net.servers import SeenRequest, WebServer, make_reply, running_server
from worker.errors import ForbiddenAddress
from worker.net.article import PageRequest, Reading, read_pages


def list_paths(server: WebServer) -> list[str]:
    return [seen.path for seen in server.requests]


def test_a_page_becomes_text(server: WebServer) -> None:
    head = '<meta property="article:content_tier" content="metered">'
    server.replies["/page"] = make_reply(200, gzip.compress(make_page(head=head)), HTML, "Content-Encoding: gzip")
    page = read_one(server.url("/page"))
    assert (page.url, page.paywalled) == (server.url("/page"), True)
    assert page.text.split("\n\n") == [f"{SENTENCE} This is said for the {n}th time." for n in range(4)]


def test_the_server_sees_who_asks_and_nothing_else(server: WebServer) -> None:
    serve_page(server)
    read_one(server.url("/page"))
    robots, page = server.requests
    assert (robots.path, page.path) == ("/robots.txt", "/page")
    for seen in server.requests:
        assert seen.headers["user-agent"] == b"Galata/test (+mail@example.org)"
        assert not {"cookie", "referer", "authorization", "if-none-match"} & set(seen.headers)
    assert page.headers["accept"].startswith(b"text/html")


def test_readings_come_in_the_order_of_requests(server: WebServer, other: WebServer) -> None:
    good = serve_page(other)
    readings = read_all(server.url("/gone"), good, "http://nowhere.invalid/", "mailto:x@example.org", good)
    assert [reading.error and reading.error.kind for reading in readings] == ["not_found", None, "robots", "url", None]
    assert [reading.url for reading in readings][1:] == [good, "http://nowhere.invalid/", "mailto:x@example.org", good]


def test_an_empty_batch_starts_nothing() -> None:
    assert read_all() == []


def test_a_host_is_asked_for_one_thing_at_a_time(server: WebServer, other: WebServer) -> None:
    async def answer_late(request: SeenRequest, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.03)
        writer.write(make_reply(200, make_page(), HTML))

    for web in (server, other):
        web.replies |= {f"/{n}": answer_late for n in range(4)} | {"/robots.txt": answer_late}
        other.replies["/away"] = make_reply(302, b"", f"Location: {server.url('/3')}")
    pages = [web.url(f"/{n}") for n in range(4) for web in (server, other)]
    readings = read_all(*pages, other.url("/away"))
    assert all(reading.page and reading.page.text for reading in readings)
    assert (server.most_open, other.most_open) == (1, 1)
    assert list_paths(server).count("/robots.txt") == list_paths(other).count("/robots.txt") == 1


def test_waiting_for_a_turn_is_no_fault_of_the_page(server: WebServer) -> None:
    async def answer_late(request: SeenRequest, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.25)
        writer.write(make_reply(200, make_page(), HTML))

    server.replies |= {f"/{n}": answer_late for n in range(6)}
    limits = type(USUAL)(total_seconds=1.2)
    readings = read_all(*(PageRequest(server.url(f"/{n}"), robots="") for n in range(6)), limits=limits)
    assert [reading.error for reading in readings] == [None] * 6


STATUSES = [
    (204, "status", False),
    (304, "status", False),
    (400, "status", True),
    (401, "forbidden_by_server", True),
    (402, "forbidden_by_server", True),
    (403, "forbidden_by_server", True),
    (404, "not_found", True),
    (408, "status", False),
    (410, "gone", True),
    (429, "rate_limited", False),
    (451, "forbidden_by_server", True),
    (500, "server", False),
    (503, "server", False),
]


@pytest.mark.parametrize(("status", "kind", "permanent"), STATUSES)
def test_every_other_status_is_an_error(server: WebServer, status: int, kind: str, permanent: bool) -> None:
    server.replies["/page"] = make_reply(status, b"", "Retry-After: 120")
    error = fail_one(PageRequest(server.url("/page"), robots=""))
    assert (error.status, error.kind, error.permanent) == (status, kind, permanent)
    assert error.retry_after == NOW + timedelta(seconds=120)


@pytest.mark.parametrize("kind", ["application/pdf", "video/mp4", "application/rss+xml", "text/plain", "image/png"])
def test_only_web_pages_are_read(server: WebServer, kind: str) -> None:
    server.replies["/page"] = make_reply(200, make_page(), f"Content-Type: {kind}; charset=utf-8")
    error = fail_one(PageRequest(server.url("/page"), robots=""))
    assert (error.kind, error.permanent) == ("content_type", True)
    assert kind in str(error)


@pytest.mark.parametrize(
    "headers", [[], ["Content-Type: TEXT/HTML"], ["Content-Type: application/xhtml+xml; charset=x"]]
)
def test_what_may_be_a_page_is_read(server: WebServer, headers: list[str]) -> None:
    server.replies["/page"] = make_reply(200, make_page(), *headers)
    assert SENTENCE in read_one(PageRequest(server.url("/page"), robots="")).text


def test_redirects_end_where_the_page_is(server: WebServer, other: WebServer) -> None:
    server.replies["/page"] = make_reply(301, b"", f"Location: {other.url('/end')}")
    serve_page(other, "/end")
    page = read_one(server.url("/page").replace("://", "://anna:pw@"))
    assert page.url == server.url("/page")
    assert SENTENCE in page.text
    assert "authorization" in server.requests[1].headers
    assert not any("authorization" in seen.headers for seen in [server.requests[0], *other.requests])


def test_a_redirect_loop_ends(server: WebServer) -> None:
    server.replies["/page"] = make_reply(302, b"", "Location: /page")
    error = fail_one(server.url("/page"))
    assert (error.kind, error.permanent) == ("redirect", False)
    assert len(server.requests) == 7


def test_a_page_may_not_lead_to_a_forbidden_address(server: WebServer) -> None:
    with running_server("127.0.0.2") as inside:
        server.replies["/page"] = make_reply(302, b"", f"Location: {inside.url('/secret')}")
        error = fail_one(server.url("/page"))
        direct = fail_one(inside.url("/secret"))
        named = fail_one("http://outlet.example/", outlet_example=["127.0.0.2"])
        kept = fail_one(PageRequest(inside.url("/secret"), robots=""))
        assert inside.connections == 0
    for found in (error, direct, named, kept):
        assert isinstance(found, ForbiddenAddress)
        assert found.permanent
    assert (error.url, inside.url("/secret") in str(error)) == (server.url("/page"), True)
    assert "redirects" not in str(direct)


def test_errors_show_no_password(server: WebServer) -> None:
    server.replies |= {"/zip": make_reply(200, b"x", "Content-Encoding: gzip"), "/drop": b""}
    for path in ("/none", "/zip", "/drop"):
        [reading] = read_all(server.url(path).replace("://", "://anna:pw@"))
        assert "pw" not in f"{reading}{reading.error}"


def test_pages_are_read_from_a_thread(server: WebServer) -> None:
    """As `galata up` does: its workers are threads."""
    found: list[Reading] = []
    url = serve_page(server)

    def run() -> None:
        found.extend(asyncio.run(read_pages([PageRequest(url)], now=NOW, allow=ALLOW)))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(60)
    assert found[0].page is not None
    assert SENTENCE in found[0].page.text
