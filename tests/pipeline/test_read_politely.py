"""Read, politely: one page a host at a time, robots.txt obeyed, nothing asked for in vain more than three times."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from db.leases import expire_leases, lease_end
from db.models import Article
from db.page_models import ArticlePage, Host
from db.pages import claim_pages
from tests.net.servers import WebServer, make_reply, running_server
from tests.pipeline.building import (
    ACCORD,
    COPY,
    UPDATE,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    find_one,
    list_rows,
)
from tests.pipeline.reading import (
    ABSTRACT,
    HTML,
    add_abstract_feed,
    count_asked,
    find_page,
    follow,
    serve_page,
    write_page,
)
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.read import find_pause, read_wanted
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import find_waiting, sweep_left

WHOLE = WIRE.title, WIRE.text


@pytest.mark.parametrize(
    ("reply", "robots", "state", "note"),
    [
        (make_reply(404), b"", "refused", "404"),
        (make_reply(200, b"%PDF-1.7", "Content-Type: application/pdf"), b"", "refused", "application/pdf"),
        (make_reply(200, write_page("Please accept", "We and our partners value you. " * 20), HTML), b"", "unfit", ""),
        (make_reply(200, write_page(*WHOLE), HTML), b"User-agent: *\nDisallow: /\n", "refused", "robots"),
    ],
    ids=["gone", "no page", "cookie wall", "forbidden"],
)
def test_a_page_that_is_not_to_be_had_is_asked_for_once(
    runtime: Runtime, web: WebServer, turnable: TurnableClock, reply: bytes, robots: bytes, state: str, note: str
) -> None:
    web.replies |= {"/a": reply, "/robots.txt": make_reply(200, robots, "Content-Type: text/plain")}
    article = add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=web.url("/a"))
    follow(runtime)
    assert read_wanted(runtime) == {state: 1}
    page = find_page(runtime)
    assert note in (page.note or "")
    turnable.turn(days=1)
    assert not read_wanted(runtime)
    assert count_asked(web, "/a") == (not note.startswith("robots"))
    kept = find_one(runtime.database, Article, article)
    assert (kept.state, kept.content, kept.relevant) == ("done", "", True)


def test_an_outlet_that_is_away_is_asked_three_times(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    web.replies["/a"] = make_reply(500)
    add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=web.url("/a"))
    follow(runtime)
    for minutes in (10, 60):
        assert read_wanted(runtime) == {"later": 1}
        turnable.turn(minutes=minutes - 1)
        assert not read_wanted(runtime)
        turnable.turn(minutes=1)
    assert read_wanted(runtime) == {"failed": 1}
    turnable.turn(days=1)
    assert not read_wanted(runtime)
    assert (find_page(runtime).state, count_asked(web, "/a")) == ("failed", 3)


def test_retry_after_holds_for_the_whole_host(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    web.replies["/a"] = make_reply(429, b"", "Retry-After: 1800")
    feed = add_abstract_feed(runtime)
    add_article(runtime, feed, ABSTRACT, url=web.url("/a"))
    add_article(runtime, feed, ACCORD, url=serve_page(web, "/b", ACCORD))
    follow(runtime)
    assert read_wanted(runtime) == {"later": 1}
    turnable.turn(minutes=29)
    assert not read_wanted(runtime)
    assert find_pause(runtime) == 60.0
    turnable.turn(minutes=1)
    assert read_wanted(runtime)


def test_a_host_is_asked_for_one_page_at_a_time_and_once_for_its_robots(
    runtime: Runtime, web: WebServer, turnable: TurnableClock
) -> None:
    feed = add_abstract_feed(runtime)
    for number, told in enumerate((ABSTRACT, ACCORD, Told(UPDATE.title, "Italy and Türkiye expect 310 jobs."))):
        add_article(runtime, feed, told, url=serve_page(web, f"/{number}", told))
    follow(runtime)
    assert find_waiting(runtime).pages == 1
    assert read_wanted(runtime).total() == 1
    assert not read_wanted(runtime)
    assert find_pause(runtime) == runtime.settings.page_interval_seconds
    for _ in range(2):
        turnable.turn(seconds=runtime.settings.page_interval_seconds)
        assert read_wanted(runtime).total() == 1
    assert find_pause(runtime) is None
    assert count_asked(web, "/robots.txt") == 1
    turnable.turn(days=2)
    add_article(runtime, feed, COPY, url=serve_page(web, "/3", COPY))
    add_article(runtime, feed, Told("Italy and Türkiye agree", "A short one."), url=serve_page(web, "/4", COPY))
    follow(runtime)
    read_wanted(runtime)
    assert count_asked(web, "/robots.txt") == 2


def test_robots_may_ask_for_more_time(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    robots = b"User-agent: *\nCrawl-delay: 30\n"
    web.replies["/robots.txt"] = make_reply(200, robots, "Content-Type: text/plain")
    feed = add_abstract_feed(runtime)
    add_article(runtime, feed, ABSTRACT, url=serve_page(web, "/a", WIRE))
    add_article(runtime, feed, ACCORD, url=serve_page(web, "/b", ACCORD))
    follow(runtime)
    assert read_wanted(runtime).total() == 1
    turnable.turn(seconds=29)
    assert not read_wanted(runtime)
    turnable.turn(seconds=1)
    assert read_wanted(runtime).total() == 1
    assert find_one_host(runtime).delay_seconds == 30


def find_one_host(runtime: Runtime) -> Host:
    """The one host that was ever asked."""
    with runtime.database.read() as session:
        return session.scalars(select(Host)).one()


def test_a_reader_that_dies_is_followed_by_another(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        held = {"lease_token": "dead", "lease_until": runtime.now() + timedelta(minutes=10), "attempts": 1}
        session.execute(update(ArticlePage).values(**held))
    assert not read_wanted(runtime)
    turnable.turn(minutes=11)
    assert read_wanted(runtime) == {"read": 1}


def test_a_page_that_kills_its_reader_is_given_up(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    die_reading(runtime)
    die_reading(runtime)
    assert not read_wanted(runtime), "the second death in a row makes it wait"
    turnable.turn(minutes=15)
    die_reading(runtime)
    sweep_left(runtime)
    page = find_page(runtime)
    assert (page.state, page.note) == ("failed", "reading it ended the worker three times; see the log")
    assert count_asked(web, "/a") == 0


def die_reading(runtime: Runtime) -> None:
    """A reader claims the page and dies, and the next one knows it."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        assert len(claim_pages(session, now, lease_end(now, 600), 8, timedelta())) == 1
        expire_leases(session, ArticlePage)


def test_two_readers_at_once_ask_a_host_for_one_page(runtime: Runtime, web: WebServer) -> None:
    feed = add_abstract_feed(runtime)
    for number, told in enumerate((WIRE, ACCORD, Told(UPDATE.title, "Italy and Türkiye expect 310 jobs."))):
        add_article(runtime, feed, told, url=serve_page(web, f"/{number}", told))
    follow(runtime)
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda _: read_wanted(runtime).total(), range(2)))
    assert sorted(outcomes) == [0, 1]
    assert (web.most_open, count_asked(web, "/robots.txt")) == (1, 1)


def test_a_page_that_takes_long_keeps_its_host_from_being_asked_for_another(
    runtime: Runtime, web: WebServer, turnable: TurnableClock
) -> None:
    """Longer than the time between two pages: somebody is still at the first."""
    feed = add_abstract_feed(runtime)
    add_article(runtime, feed, ABSTRACT, url=serve_page(web, "/a", WIRE))
    add_article(runtime, feed, ACCORD, url=serve_page(web, "/b", ACCORD))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        held = {"lease_token": "slow", "lease_until": runtime.now() + timedelta(minutes=10)}
        session.execute(update(ArticlePage).where(ArticlePage.url == web.url("/a")).values(**held))
    turnable.turn(minutes=1)
    assert not read_wanted(runtime)
    turnable.turn(minutes=10)
    assert read_wanted(runtime).total() == 1


def test_the_switches_keep_pages_from_being_read(runtime: Runtime, web: WebServer) -> None:
    add_article(runtime, add_read_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    assert list_rows(runtime.database, ArticlePage) == []


def test_no_page_is_asked_for_while_others_work_on_its_article(runtime: Runtime, web: WebServer) -> None:
    article = add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    ingest_arrived(runtime)
    assert find_one(runtime.database, Article, article).state == "judged"
    assert not read_wanted(runtime)
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        until = runtime.now() + timedelta(minutes=1)
        session.execute(update(Article).where(Article.id == article).values(lease_token="held", lease_until=until))
    assert not read_wanted(runtime)


def test_a_host_that_leads_to_another_waits_for_both(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    """outlet.example leads to www.outlet.example, whose robots.txt asks for a minute."""
    robots = b"User-agent: *\nCrawl-delay: 60\n"
    with running_server("127.0.0.3") as other:
        other.replies["/robots.txt"] = make_reply(200, robots, "Content-Type: text/plain")
        feed = add_abstract_feed(runtime)
        for path, told in (("/a", WIRE), ("/b", ACCORD)):
            web.replies[path] = make_reply(301, b"", f"Location: {serve_page(other, path, told)}")
            add_article(runtime, feed, Told(told.title, f"{told.text.split('. ')[0]}."), url=web.url(path))
        follow(runtime)
        assert read_wanted(runtime).total() == 1
        turnable.turn(seconds=59)
        assert not read_wanted(runtime)
        turnable.turn(seconds=1)
        assert read_wanted(runtime).total() == 1
    with runtime.database.read() as session:
        assert sorted(session.scalars(select(Host.delay_seconds))) == [0, 60]
