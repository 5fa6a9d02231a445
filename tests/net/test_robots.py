"""robots.txt: what is asked, what is kept, and what it forbids."""

from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.net.reading import NOW, fail_one, find_visited, read_all, read_one, serve_page
from tests.net.servers import WebServer, make_drip, make_reply, running_server
from worker.errors import ForbiddenAddress
from worker.net import robots
from worker.net.article import PageRequest
from worker.net.hops import Limits
from worker.net.robots import RobotsCopy, RobotsRules

DENY = b"User-agent: *\nDisallow: /\n"
DAY = 24 * 3600


def allow(text: str, path: str) -> bool:
    return RobotsRules(text).allow(httpx.URL(f"https://outlet.example{path}"))


RULES = [
    ("", "/a", True),
    ("User-agent: *\nDisallow: /", "/a", False),
    ("User-agent: *\nDisallow:", "/a", True),
    ("User-agent: *\nDisallow: /\n\nUser-agent: galata\nDisallow: /private", "/a", True),
    ("User-agent: *\nDisallow:\n\nUser-agent: GALATA/1.0\nDisallow: /a", "/a", False),
    ("User-agent: Gala\nDisallow: /", "/a", True),
    ("User-agent: Galatasaray\nDisallow: /", "/a", True),
    ("User-agent: Other\nUser-agent: Galata\nDisallow: /a # here", "/a/b", False),
    ("User-agent: Other\nDisallow: /\nUser-agent: Another\nDisallow: /", "/a", True),
    ("User-agent: *\nDisallow: /news/\nAllow: /news/open/", "/news/open/1", True),
    ("User-agent: *\nDisallow: /*?print=", "/a?x=1&print=1", True),
    ("User-agent: *\nDisallow: /*print=", "/a?x=1&print=1", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
    ("User-agent: *\nDisallow: /haber/şehir", "/haber/%C5%9Fehir/1", False),
    ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", False),
    ("Disallow: /", "/a", True),
]


@pytest.mark.parametrize(("text", "path", "allowed"), RULES)
def test_rules_are_read_as_the_standard_says(text: str, path: str, allowed: bool) -> None:
    assert allow(text, path) is allowed


DELAYS = [
    ("User-agent: *\nCrawl-delay: 7", 7),
    ("User-agent: *\nRequest-rate: 2/10s", 5),
    ("User-agent: *\nCrawl-delay: 1\nRequest-rate: 1/1m", 60),
    ("User-agent: *\nCrawl-delay: 86400", 120),
    ("User-agent: *\nCrawl-delay: -1", 0),
    ("User-agent: *\nCrawl-delay: soon", 0),
    ("User-agent: Other\nCrawl-delay: 7", 0),
    ("User-agent: *\nCrawl-delay: 9\n\nUser-agent: Galata\nCrawl-delay: 3", 3),
    ("", 0),
]


@pytest.mark.parametrize(("text", "seconds"), DELAYS)
def test_delays_are_read_within_bounds(text: str, seconds: float) -> None:
    assert RobotsRules(text).delay_seconds == seconds


@given(st.text(alphabet="user-agentdisallow: /*$#%gGzğ\n\r\x85\u2028\ufeff", max_size=200), st.text(max_size=30))
def test_no_text_breaks_the_reading(text: str, path: str) -> None:
    rules = RobotsRules(f"User-agent: *\n{text}")
    rules.allow(httpx.URL("https://outlet.example/", params={"q": path}))
    assert 0 <= rules.delay_seconds <= 120


@pytest.mark.timeout(20)
def test_a_robots_txt_made_to_cost_costs_little() -> None:
    """Unjoined, the first is 225 million rules."""
    groups = "".join(f"User-agent: a{n}\n" for n in range(15_000)) + "".join(f"Allow: /{n}\n" for n in range(15_000))
    stars = "User-agent: *\n" + "".join(f"Disallow: /*{n}*a*a*a*b\n" for n in range(15_000))
    for text in (groups, stars, "User-agent: *\nDisallow: /" + "*a" * 200_000 + "b"):
        assert allow(text, "/" + "a" * 2_000)


def test_a_forbidden_page_is_not_asked_for(server: WebServer) -> None:
    [reading] = read_all(serve_page(server, robots=make_reply(200, DENY)))
    assert reading.error is not None
    assert (reading.error.kind, reading.error.permanent) == ("robots", True)
    assert f"127.0.0.1:{server.port}" in reading.error.why
    assert "full_text = false" in reading.error.why
    assert [seen.path for seen in server.requests] == ["/robots.txt"]
    assert find_visited(reading).robots == RobotsCopy(DENY.decode(), DAY)


def test_a_kept_copy_is_believed_and_nobody_asked(server: WebServer) -> None:
    url = serve_page(server, robots=make_reply(200, DENY))
    open_page, closed_page = (
        read_all(PageRequest(url, robots=""))[0],
        read_all(PageRequest(url, robots=DENY.decode()))[0],
    )
    assert (open_page.error, find_visited(open_page).robots) == (None, None)
    assert (closed_page.page, find_visited(closed_page).robots) == (None, None)
    assert [seen.path for seen in server.requests] == ["/page"]


def test_the_copy_comes_back_with_every_page_of_the_batch(server: WebServer) -> None:
    text = b"User-agent: *\nCrawl-delay: 4\nDisallow: /closed\n"
    url = serve_page(server, robots=make_reply(200, text, "Cache-Control: max-age=3600"))
    readings = read_all(url, server.url("/closed"), server.url("/none"))
    assert {find_visited(reading).robots for reading in readings} == {RobotsCopy(text.decode(), 3600)}
    assert [reading.error and reading.error.kind for reading in readings] == [None, "robots", "not_found"]
    assert {find_visited(reading).delay_seconds for reading in readings} == {4}
    assert [seen.path for seen in server.requests].count("/robots.txt") == 1


@pytest.mark.parametrize(("age", "seconds"), [("max-age=0", 600), ("max-age=1200", 1200), ("max-age=999999", DAY)])
def test_copies_are_kept_ten_minutes_to_a_day(server: WebServer, age: str, seconds: int) -> None:
    server.replies["/robots.txt"] = make_reply(200, b"", f"Cache-Control: {age}")
    [reading] = read_all(server.url("/none"))
    assert find_visited(reading).robots == RobotsCopy("", seconds)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_no_robots_txt_allows_all(server: WebServer, status: int) -> None:
    server.replies["/robots.txt"] = make_reply(status, DENY)
    [reading] = read_all(server.url("/none"))
    assert reading.error is not None
    assert (reading.error.kind, find_visited(reading).robots) == ("not_found", RobotsCopy("", DAY))
    assert [seen.path for seen in server.requests] == ["/robots.txt", "/none"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_host_in_trouble_is_left_alone_for_now(server: WebServer, status: int) -> None:
    [reading, other] = read_all(serve_page(server, robots=make_reply(status, b"", "Retry-After: 60")), server.url("/b"))
    assert reading.error is not None
    assert other.error is not None
    assert (other.error.kind, other.error.url) == ("robots", server.url("/b"))
    assert (reading.error.kind, reading.error.permanent, reading.error.status) == ("robots", False, status)
    assert reading.error.retry_after == NOW + timedelta(seconds=60)
    assert find_visited(reading).robots is None
    assert reading.error.why.count("its rules could not be read, so no page is asked for now: ") == 1
    assert str(status) in reading.error.why
    assert [seen.path for seen in server.requests] == ["/robots.txt"]


def test_a_host_that_does_not_answer_is_left_alone_for_now(server: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(robots, "ROBOTS_LIMITS", Limits(total_seconds=0.3))
    for reply in (b"", make_drip(b"HTTP/1.1 200 OK\r\n\r\n", b"a"), make_reply(200, b"x", "Content-Encoding: gzip")):
        error = fail_one(serve_page(server, robots=reply))
        assert (error.kind, error.permanent) == ("robots", False)


def test_only_the_beginning_of_a_large_one_counts(server: WebServer) -> None:
    text = b"User-agent: *\nDisallow: /early\n" + b"# filling\n" * 60_000 + b"Disallow: /page\n"
    [early, late] = read_all(server.url("/early"), serve_page(server, robots=make_reply(200, text)))
    assert early.error is not None
    assert early.error.kind == "robots"
    assert late.error is None
    copy = find_visited(early).robots
    assert copy is not None
    assert 480 * 1024 < len(copy.text) <= 500 * 1024


def test_an_endless_one_ends(server: WebServer) -> None:
    endless = make_drip(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /page\n", b"# filling\n" * 5_000, pause=0)
    assert fail_one(serve_page(server, robots=endless)).kind == "robots"


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><p>Disallow: /", b"\xef\xbb\xbf \n<html>", b"\0\xff\xfe"])
def test_what_is_sent_in_place_of_one_allows_all_and_can_be_stored(server: WebServer, body: bytes) -> None:
    server.replies["/robots.txt"] = make_reply(200, body)
    [reading] = read_all(server.url("/none"))
    copy = find_visited(reading).robots
    assert reading.error is not None
    assert copy is not None
    assert reading.error.kind == "not_found"
    assert "\0" not in copy.text
    assert "<" not in copy.text


def test_redirects_of_robots_txt_are_followed(server: WebServer, other: WebServer) -> None:
    other.replies["/rules"] = make_reply(200, DENY)
    url = serve_page(server, robots=make_reply(301, b"", f"Location: {other.url('/rules')}"))
    assert fail_one(url).kind == "robots"
    server.replies["/robots.txt"] = make_reply(302, b"", "Location: /robots.txt")
    assert read_one(url).text, "too many redirects mean that there is none"


def test_robots_txt_may_not_lead_to_a_forbidden_address(server: WebServer) -> None:
    with running_server("127.0.0.2") as inside:
        error = fail_one(serve_page(server, robots=make_reply(302, b"", f"Location: {inside.url('/x')}")))
        assert inside.connections == 0
    assert not isinstance(error, ForbiddenAddress), "the page itself is not forbidden"
    assert (error.kind, error.permanent) == ("robots", False)


def test_every_host_on_the_way_is_asked(server: WebServer, other: WebServer) -> None:
    url = serve_page(server, robots=make_reply(200, b""))
    server.replies["/page"] = make_reply(302, b"", f"Location: {other.url('/end')}")
    serve_page(other, "/end", robots=make_reply(200, DENY))
    [reading] = read_all(url)
    assert reading.error is not None
    assert (reading.error.kind, reading.error.permanent) == ("robots", True)
    assert f"127.0.0.3:{other.port}" in reading.error.why
    assert [seen.path for seen in other.requests] == ["/robots.txt"]
    assert [one.robots for one in reading.visited] == [RobotsCopy("", DAY), RobotsCopy(DENY.decode(), DAY)]
