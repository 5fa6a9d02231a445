"""Redirects by hand: how far, where to, and what another origin gets to see."""

from dataclasses import replace

import pytest

from tests.net.fetching import BODY, fail, fetch
from tests.net.servers import WebServer, make_reply, running_server
from worker.errors import ForbiddenAddress
from worker.net.fetch import FetchRequest


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [((301,), True), ((308, 301), True), ((302,), False), ((301, 302), False), ((307, 308), False), ((303,), False)],
)
def test_a_feed_has_moved_if_every_hop_says_so(server: WebServer, statuses: tuple[int, ...], moved: bool) -> None:
    for number, status in enumerate(statuses):
        server.replies[f"/{number}"] = make_reply(status, b"", f"Location: /{number + 1}")
    end = f"/{len(statuses)}"
    server.replies[end] = make_reply(200, BODY)
    result = fetch(server.url("/0"))
    assert (result.final_url, result.url) == (server.url(end), server.url("/0"))
    assert result.moved_to == (server.url(end) if moved else None)


def test_redirects_end_at_the_limit(server: WebServer) -> None:
    for number in range(9):
        server.replies[f"/{number}"] = make_reply(302, b"", f"Location: /{number + 1}")
    server.replies["/5"] = make_reply(200, BODY)
    assert fetch(server.url("/0")).final_url == server.url("/5")
    server.replies["/5"] = make_reply(302, b"", "Location: /6")
    server.requests.clear()
    assert fail(server.url("/0")).kind == "redirect"
    assert len(server.requests) == 6


BAD_TARGETS = [
    "file:///etc/passwd",
    "ftp://x.example/",
    "gopher://x",
    "javascript:1",
    "http://",
    "http://a:b@x.example/",
    "http://x.example:99999/",
    "http://[::1/",
    "http://xn--a/",
    "",
]


@pytest.mark.parametrize("target", BAD_TARGETS)
def test_redirects_elsewhere_are_refused(server: WebServer, target: str) -> None:
    server.replies["/"] = make_reply(301, b"", f"Location: {target}")
    error = fail(server.url("/"))
    assert error.kind == "redirect"
    assert not error.permanent, "the server may mend it"
    assert error.url == server.url("/")
    assert "a:b" not in str(error)


def test_a_redirect_to_a_forbidden_address_is_not_followed(server: WebServer) -> None:
    with running_server("127.0.0.2") as inside:
        server.replies["/"] = make_reply(302, b"", f"Location: {inside.url('/secret')}")
        error = fail(server.url("/"))
        assert isinstance(error, ForbiddenAddress)
        assert error.url == server.url("/")
        assert inside.url("/secret") in str(error)
        assert inside.connections == 0


def test_another_origin_sees_neither_validators_nor_credentials(server: WebServer, other: WebServer) -> None:
    server.replies["/feed"] = make_reply(301, b"", f"Location: {other.url('/feed')}")
    other.replies["/feed"] = make_reply(302, b"", f"Location: {server.url('/end')}")
    server.replies["/end"] = make_reply(200, BODY, 'ETag: "9"')
    url = server.url("/feed").replace("://", "://anna:pw%40@")
    result = fetch(FetchRequest(url, '"1"', "yesterday"))
    kept = {"if-none-match", "if-modified-since", "authorization"}
    assert kept <= set(server.requests[0].headers)
    assert not kept & set(other.requests[0].headers)
    assert not kept & set(server.requests[1].headers)
    assert result.body == BODY
    assert result.etag is None, "the origin asked next time never said this"


def test_the_same_origin_keeps_both_and_no_url_shows_the_password(server: WebServer) -> None:
    server.replies["/feed"] = make_reply(301, b"", "Location: /end")
    server.replies["/end"] = make_reply(200, BODY, 'ETag: "9"')
    result = fetch(FetchRequest(server.url("/feed").replace("://", "://anna:pw@"), '"1"'))
    assert server.requests[1].headers["authorization"] == b"Basic YW5uYTpwdw=="
    assert server.requests[1].headers["if-none-match"] == b'"1"'
    assert result.etag == '"9"'
    assert result.moved_to is None, "stored, it would lose the password"
    assert "pw" not in repr(replace(result, body=None))


@pytest.mark.parametrize("path", ["/404", "/drop", "/zip"])
def test_errors_show_no_password(server: WebServer, path: str) -> None:
    server.replies |= {"/drop": b"", "/zip": make_reply(200, b"x", "Content-Encoding: gzip")}
    error = fail(server.url(path).replace("://", "://anna:pw@"))
    assert "pw" not in f"{error}{error.url}{error.why}"
