"""A batch of pages as a whole: it ends in time, and tells of every host that it came to."""

import asyncio
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.net.reading import HTML, NOW, fail_one, read_all, serve_page
from tests.net.servers import SeenRequest, WebServer, make_drip, make_reply
from worker.net import extractor
from worker.net.article import PageLimits, PageRequest, VisitedHost
from worker.net.hops import find_host
from worker.net.robots import RobotsCopy

DAY = 24 * 3600
DENY = "User-agent: *\nDisallow: /end\n"
SLOW = "User-agent: *\nCrawl-delay: 7\n"
OVER = "the batch's time was over before its turn came"


def send_on(server: WebServer, path: str, target: str) -> PageRequest:
    """A page that is somewhere else."""
    server.replies[path] = make_reply(302, b"", f"Location: {target}")
    return PageRequest(server.url(path), robots="")


def name(server: WebServer) -> str:
    return f"{server.host}:{server.port}"


# --- In time ----------------------------------------------------------------------------------------------------------
def test_pages_that_wait_for_one_slow_host_are_left_for_another_time(server: WebServer, other: WebServer) -> None:
    """Each alone is within its time, and none is at fault."""

    async def answer_late(request: SeenRequest, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.7)
        writer.write(make_reply(404))

    other.replies |= {f"/{number}": answer_late for number in range(8)}
    asked = [send_on(server, f"/{number}", other.url(f"/{number}")) for number in range(8)]
    began = time.monotonic()
    readings = read_all(*asked, limits=PageLimits(batch_seconds=3), kept={name(other): ""})
    assert time.monotonic() - began < 5, "all of them take 5.6 s"
    errors = [reading.error for reading in readings if reading.error is not None]
    kinds = [error.kind for error in errors]
    assert len(errors) == 8
    assert set(kinds) == {"not_found", "timeout"}
    assert kinds.count("timeout") >= 4
    assert {(error.why, error.permanent) for error in errors if error.kind == "timeout"} == {(OVER, False)}
    for reading, kind in zip(readings, kinds, strict=True):
        assert (reading.visited[-1].host == name(other)) or kind == "timeout"
    wait_until_closed(other)


def wait_until_closed(server: WebServer) -> None:
    """Nothing is left open, soon."""
    ends = time.monotonic() + 10
    while server.open_now and time.monotonic() < ends:
        time.sleep(0.02)
    assert server.open_now == 0


# Answers one page, and is lost in thought over the next.
ONCE = """
import json, os, sys, time
open(sys.argv[1], "w").write(str(os.getpid()))
sys.stdin.buffer.read(json.loads(sys.stdin.buffer.readline())["bytes"])
print(json.dumps({"text": "The quay."}), flush=True)
time.sleep(60)
"""


def test_what_was_read_is_kept_when_the_time_is_over_and_the_child_ended(
    server: WebServer, other: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, pid = tmp_path / "child.py", tmp_path / "pid"
    program.write_text(ONCE, encoding="utf-8")
    monkeypatch.setattr(extractor, "COMMAND", (str(program), str(pid)))
    other.replies["/drip"] = make_drip(f"HTTP/1.1 200 OK\r\n{HTML}\r\n\r\n".encode(), b"a")
    asked = [PageRequest(serve_page(server, f"/{number}"), robots="") for number in range(3)]
    readings = read_all(*asked, PageRequest(other.url("/drip"), robots=""), limits=PageLimits(batch_seconds=3))
    assert sorted(reading.page.text for reading in readings if reading.page) == ["The quay."]
    assert [reading.error.why for reading in readings if reading.error] == [OVER] * 3
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text(encoding="utf-8")), 0)
    wait_until_closed(server)
    wait_until_closed(other)


def test_a_batch_has_time_for_what_a_page_may_take() -> None:
    limits = PageLimits()
    assert limits.total_seconds + limits.extract_seconds < limits.batch_seconds < 240, "the time that a task has"


# --- Every host -------------------------------------------------------------------------------------------------------
def test_every_host_on_the_way_is_told_of_the_last_one_last(server: WebServer, other: WebServer) -> None:
    serve_page(other, "/end", robots=make_reply(200, SLOW.encode(), "Cache-Control: max-age=3600"))
    [reading] = read_all(send_on(server, "/page", other.url("/end")))
    assert reading.page is not None
    assert reading.visited == (
        VisitedHost(name(server), None, 0.0),
        VisitedHost(name(other), RobotsCopy(SLOW, 3600), 7.0),
    )


def test_a_host_that_is_come_to_again_is_the_last(server: WebServer, other: WebServer) -> None:
    """As where a page is asked for by way of a consent page: whose Retry-After it is, is never in doubt."""
    send_on(server, "/page", other.url("/consent"))
    send_on(other, "/consent", server.url("/end"))
    server.replies["/end"] = make_reply(429, b"", "Retry-After: 60")
    [reading] = read_all(server.url("/page"))
    assert reading.error is not None
    assert (reading.error.kind, [one.host for one in reading.visited]) == ("rate_limited", [name(other), name(server)])
    assert reading.error.retry_after is not None
    assert reading.error.retry_after > NOW


def test_a_kept_copy_of_where_a_redirect_leads_is_believed(server: WebServer, other: WebServer) -> None:
    serve_page(other, "/end", robots=make_reply(500))
    serve_page(other, "/else")
    ways = [send_on(server, path, other.url(path)) for path in ("/end", "/else")]
    [closed, opened] = read_all(*ways, kept={name(other): DENY + SLOW, "third.example": "", name(server): DENY})
    assert closed.error is not None
    assert closed.error.kind == "robots"
    assert opened.page is not None
    assert opened.visited == (VisitedHost(name(server), None, 0.0), VisitedHost(name(other), None, 7.0))
    assert [seen.path for seen in other.requests] == ["/else"]
    assert [seen.path for seen in server.requests] == ["/end", "/else"], "what a request brings itself is believed more"


def test_a_kept_copy_of_the_first_host_is_believed(server: WebServer) -> None:
    [reading] = read_all(serve_page(server, "/end"), kept={name(server): DENY})
    assert reading.error is not None
    assert (reading.error.kind, reading.visited) == ("robots", (VisitedHost(name(server), None, 0.0),))
    assert server.requests == []


def test_a_url_that_leads_nowhere_visits_no_host(server: WebServer) -> None:
    long = f"http://{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.example/"
    for url, visited in (("mailto:x@example.org", 0), (long, 0), (send_on(server, "/page", long), 1)):
        [reading] = read_all(url)
        assert reading.error is not None
        assert (reading.error.kind, reading.error.permanent, len(reading.visited)) == ("url", True, visited)


def test_a_host_in_trouble_is_told_of(server: WebServer, other: WebServer) -> None:
    other.replies["/robots.txt"] = make_reply(503, b"", "Retry-After: 60")
    [reading] = read_all(send_on(server, "/page", other.url("/end")))
    assert reading.error is not None
    assert reading.error.kind == "robots"
    assert reading.visited[-1] == VisitedHost(name(other), None, 0.0)


HOSTS = [
    ("https://Outlet.Example/a?b#c", "outlet.example"),
    ("http://outlet.example:80/", "outlet.example"),
    ("https://outlet.example:443", "outlet.example"),
    ("https://outlet.example:80/", "outlet.example:80"),
    ("http://anna:pw@outlet.example:8080/", "outlet.example:8080"),
    ("https://GÜNDEM.example/", "xn--gndem-kva.example"),
    ("https://xn--gndem-kva.example/", "xn--gndem-kva.example"),
    ("http://[2001:DB8::1]:8080/", "[2001:db8::1]:8080"),
    ("http://127.0.0.1/", "127.0.0.1"),
    (f"http://{'a.' * 126}a/", "a." * 126 + "a"),
    (f"http://{'a.' * 126}aa/", ""),
    ("ftp://outlet.example/", ""),
    ("//outlet.example/", ""),
    ("outlet.example", ""),
    ("mailto:desk@outlet.example", ""),
    ("http:///a", ""),
    ("http://outlet.example:99999/", ""),
    ("http://xn--zz--.example/", ""),
    ("http://[::1/", ""),
    ("http://\ud800.example/", ""),
    ("http://outlet\0.example/", ""),
    ("", ""),
]


@pytest.mark.parametrize(("url", "host"), HOSTS)
def test_a_host_has_one_name(url: str, host: str) -> None:
    assert find_host(url) == host


@given(st.text() | st.text().map("http://".__add__) | st.from_regex(r"https?://[^/]{0,300}(:\d{0,7})?/?"))
def test_whatever_is_called_a_url_has_a_host_or_none(url: str) -> None:
    found = find_host(url)
    assert found.isascii()
    assert found == found.lower()
    assert len(found) <= 253
    assert find_host(f"http://{found}/") in (found, found.removesuffix(":80")), "a name stays what it is"


def test_the_ports_of_a_host_are_hosts_of_their_own(server: WebServer) -> None:
    error = fail_one(PageRequest(server.url("/a"), robots="User-agent: *\nDisallow: /a"))
    assert f"robots.txt of {find_host(server.url('/'))} does not" in error.why
