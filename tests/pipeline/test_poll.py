"""Poll: what a feed says goes into SQL once, with the validators that came with it; one bad feed stops no other."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import Feed, Poll
from tests.net.servers import WebServer, make_reply
from tests.pipeline.building import (
    ACCORD,
    FOOTBALL,
    WIRE,
    TurnableClock,
    add_feed,
    find_one,
    list_articles,
    list_rows,
    serve_tagged,
    write_item,
    write_rss,
)
from worker.demo.server import DemoServer
from worker.pipeline.poll import poll_due
from worker.pipeline.runtime import Runtime

BODY = write_rss(write_item(WIRE, guid="1"), write_item(ACCORD, guid="2"))
MORE = write_rss(write_item(FOOTBALL, guid="3"), write_item(WIRE, guid="1"), write_item(ACCORD, guid="2"))
# What outlets send as validators: quotes missing, weak, with characters beyond ASCII, dates that are none.
ODD_TAG, ODD_DATE = 'W/"a-é,  b"', "yesterday, about noon"


def poll_again(runtime: Runtime, feed_id: int) -> str:
    """Let a feed be due and poll it. The outcome."""
    with runtime.database.write() as session, session.begin():
        session.execute(update(Feed).where(Feed.id == feed_id).values(next_poll_at=runtime.now()))
    (polled,) = poll_due(runtime)
    return polled.outcome


def test_the_first_poll_is_backlog_and_the_second_brings_the_rest(
    runtime: Runtime, web: WebServer, turnable: TurnableClock
) -> None:
    web.replies["/feed.xml"] = serve_tagged(BODY, '"1"')
    feed_id = add_feed(runtime, web)
    (polled,) = poll_due(runtime)
    assert (polled.outcome, polled.entries, polled.new_entries) == ("new", 2, 2)
    assert [one.backlog for one in list_articles(runtime.database)] == [True, True]
    turnable.turn(hours=2)
    assert poll_again(runtime, feed_id) == "not_modified"
    assert web.requests[-1].headers["if-none-match"] == b'"1"'
    web.replies["/feed.xml"] = serve_tagged(MORE, '"2"')
    assert poll_again(runtime, feed_id) == "new"
    assert [(one.title, one.backlog) for one in list_articles(runtime.database)[2:]] == [(FOOTBALL.title, False)]
    assert [(one.outcome, one.new_entries) for one in list_rows(runtime.database, Poll)] == [
        ("new", 2),
        ("not_modified", 0),
        ("new", 1),
    ]


def test_a_changed_body_with_the_same_entries_brings_nothing(runtime: Runtime, web: WebServer) -> None:
    web.replies["/feed.xml"] = make_reply(200, BODY)
    feed_id = add_feed(runtime, web)
    poll_due(runtime)
    web.replies["/feed.xml"] = make_reply(200, BODY.replace(b"</channel>", b"<!-- built at noon --></channel>"))
    assert poll_again(runtime, feed_id) == "unchanged"
    assert poll_again(runtime, feed_id) == "unchanged", "the same bytes, not parsed again"
    assert len(list_articles(runtime.database)) == 2


def test_validators_are_kept_byte_for_byte_and_dropped_when_a_server_drops_them(
    runtime: Runtime, web: WebServer
) -> None:
    web.replies["/feed.xml"] = make_reply(200, BODY, f"ETag: {ODD_TAG}", f"Last-Modified: {ODD_DATE}")
    feed_id = add_feed(runtime, web)
    poll_due(runtime)
    feed = find_one(runtime.database, Feed, feed_id)
    assert (feed.etag, feed.last_modified) == (ODD_TAG, ODD_DATE)
    web.replies["/feed.xml"] = make_reply(200, MORE)
    poll_again(runtime, feed_id)
    sent = web.requests[-1].headers
    assert sent["if-none-match"] == ODD_TAG.encode("latin-1")
    assert sent["if-modified-since"] == ODD_DATE.encode()
    feed = find_one(runtime.database, Feed, feed_id)
    assert (feed.etag, feed.last_modified) == (None, None)
    poll_again(runtime, feed_id)
    assert "if-none-match" not in web.requests[-1].headers


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (make_reply(500, b"", 'ETag: "of the error page"'), "server"),
        (make_reply(200, b"<html><title>Down</title>", 'ETag: "of a page"'), "not_a_feed"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<rss>", "network"),
    ],
)
def test_validators_stay_when_what_came_cannot_be_read(
    runtime: Runtime, web: WebServer, reply: bytes, outcome: str
) -> None:
    web.replies["/feed.xml"] = make_reply(200, BODY, 'ETag: "good"')
    feed_id = add_feed(runtime, web)
    poll_due(runtime)
    web.replies["/feed.xml"] = reply
    assert poll_again(runtime, feed_id) == outcome
    feed = find_one(runtime.database, Feed, feed_id)
    assert feed.etag == '"good"'
    assert feed.error
    assert feed.failure_weight > 0
    assert len(list_articles(runtime.database)) == 2
    web.replies["/feed.xml"] = serve_tagged(MORE, '"better"')
    assert poll_again(runtime, feed_id) == "new"
    feed = find_one(runtime.database, Feed, feed_id)
    assert (feed.etag, feed.error, feed.failure_weight) == ('"better"', None, 0.0)


def test_a_first_answer_that_cannot_be_read_leaves_no_validator(runtime: Runtime, web: WebServer) -> None:
    """Else the next poll would be answered by 304, and what stood in the feed would never be read."""
    web.replies["/feed.xml"] = make_reply(200, b"<html>soon</html>", 'ETag: "1"', "Last-Modified: today")
    feed_id = add_feed(runtime, web)
    poll_due(runtime)
    feed = find_one(runtime.database, Feed, feed_id)
    assert (feed.etag, feed.last_modified, feed.body_hash, feed.last_success_at) == (None, None, None, None)
    web.replies["/feed.xml"] = make_reply(200, BODY)
    assert poll_again(runtime, feed_id) == "new"
    assert all(one.backlog for one in list_articles(runtime.database)), "this is the first fetch that was read"


def test_one_broken_feed_stops_no_other(runtime: Runtime, web: WebServer) -> None:
    web.replies |= {"/good.xml": make_reply(200, BODY), "/page.xml": make_reply(200, b"<html>hello</html>")}
    web.replies |= {"/down.xml": make_reply(500), "/cut.xml": b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"}
    paths = ["/page.xml", "/down.xml", "/cut.xml", "/gone.xml", "/good.xml"]
    for path in paths:
        add_feed(runtime, web, path)
    outcomes = {polled.feed: polled.outcome for polled in poll_due(runtime)}
    assert outcomes == {
        "page.xml": "not_a_feed",
        "down.xml": "server",
        "cut.xml": "network",
        "gone.xml": "not_found",
        "good.xml": "new",
    }
    for feed in list_rows(runtime.database, Feed):
        assert feed.lease_token is None
        assert feed.next_poll_at > runtime.now()
        assert feed.last_polled_at == runtime.now()


def test_retry_after_is_obeyed(runtime: Runtime, web: WebServer) -> None:
    web.replies["/feed.xml"] = make_reply(503, b"", "Retry-After: 20000")
    feed_id = add_feed(runtime, web)
    poll_due(runtime)
    feed = find_one(runtime.database, Feed, feed_id)
    assert feed.next_poll_at >= runtime.now() + timedelta(seconds=20000)
    assert feed.last_status == 503
    assert poll_due(runtime) == [], "it is not due"


def test_a_feed_that_asks_for_fewer_polls_gets_fewer(runtime: Runtime, web: WebServer) -> None:
    web.replies["/feed.xml"] = serve_tagged(write_rss(write_item(WIRE, guid="1"), ttl=600), '"1"')
    feed_id = add_feed(runtime, web)
    poll_due(runtime)
    assert find_one(runtime.database, Feed, feed_id).next_poll_at >= runtime.now() + timedelta(minutes=600)
    assert poll_again(runtime, feed_id) == "not_modified"
    next_poll = find_one(runtime.database, Feed, feed_id).next_poll_at
    assert next_poll >= runtime.now() + timedelta(minutes=600), "a 304 brings no ttl; it is remembered"


def test_the_demonstration_outlets_by_their_editions(runtime: Runtime, turnable: TurnableClock) -> None:
    """Twelve outlets with gzip, weak validators, a page instead of a feed, an outage, and an edition that turns."""
    with DemoServer(clock=turnable) as server:
        for feed in server.feeds():
            add_feed(runtime, url=feed.url, name=feed.name, language=feed.language)
        outcomes = Counter(polled.outcome for polled in poll_due(runtime))
        assert outcomes == {"new": len(server.feeds()) - 1, "not_a_feed": 1}
        stored = len(list_articles(runtime.database))
        turnable.turn(hours=30)
        outcomes = Counter(polled.outcome for polled in poll_due(runtime))
        assert outcomes == {"not_modified": len(server.feeds()) - 1, "not_a_feed": 1}
        assert len(list_articles(runtime.database)) == stored
        server.edition = "second"
        turnable.turn(hours=30)
        outcomes = Counter(polled.outcome for polled in poll_due(runtime))
    assert (outcomes["not_a_feed"], outcomes["server"]) == (1, 1)
    assert outcomes["new"] > 5
    assert {one.backlog for one in list_articles(runtime.database)[stored:]} == {False}
