"""Read: an abstract is told at once, its page is asked for politely, and what came is judged and placed again."""

from datetime import timedelta
from html import escape

import pytest
from sqlalchemy import select, update

from db.models import Article, FingerprintRow, Link, Story
from db.outbox_models import Delivery, DigestItem, Match, Subscription
from db.page_models import ArticlePage, Host
from tests.net.servers import WebServer, make_reply
from tests.pipeline.building import (
    ACCORD,
    COPY,
    UPDATE,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
    find_one,
    list_articles,
    list_kinds,
    list_rows,
)
from worker.pipeline.alert import alert_judged
from worker.pipeline.digest import write_digest
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.read import find_pause, read_wanted
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import find_waiting, sweep_left

HTML = "Content-Type: text/html; charset=utf-8"
ABSTRACT = Told(WIRE.title, WIRE.text.split(". ", maxsplit=1)[0] + ".")
# Names one country alone; its page tells of the other.
VEILED = Told(
    "Leonardo to open a second drone hall next to its plant",
    "The defence company expects the first airframes in the summer.",
)
UNVEILED = (
    "Leonardo will open a second hall for drones next to its plant near Turin with its partner Baykar of Türkiye, the "
    "ministers of Italy and Türkiye said in Ankara on Monday. The defence company expects the first airframes in the "
    "summer. Engineers of both companies have shared the design of the wing since the autumn. The regional government "
    "paid for the road that leads to the gate. The unions asked for a written promise that the jobs stay, and were "
    "given one."
)


def write_page(title: str, text: str, *, links: int = 12) -> bytes:
    """An outlet's page: menu, article, what else it has."""
    body = "".join(f"<p>{escape(one)}.</p>" for one in text.removesuffix(".").split(". "))
    menu = "".join(f'<li><a href="/s/{one}">Section {one}</a></li>' for one in range(links))
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{escape(title)} | Outlet</title></head><body><nav><ul>{menu}</ul>"
        f"</nav><main><article><h1>{escape(title)}</h1>{body}</article></main><aside><h2>More</h2><ul>{menu}</ul>"
        "</aside><footer><p>All rights reserved.</p></footer></body></html>"
    ).encode()


def serve_page(web: WebServer, path: str, told: Told) -> str:
    """An article's page on the server; its url."""
    web.replies[path] = make_reply(200, write_page(told.title, told.text), HTML)
    return web.url(path)


def count_asked(web: WebServer, path: str) -> int:
    """How often the server was asked for a path."""
    return sum(one.path == path for one in web.requests)


def follow(runtime: Runtime) -> None:
    """Judge and match what waits."""
    while ingest_arrived(runtime).judged or alert_judged(runtime):
        pass


def find_page(runtime: Runtime) -> ArticlePage:
    """The one page that was ever wanted."""
    (page,) = list_rows(runtime.database, ArticlePage)
    assert isinstance(page, ArticlePage)
    return page


def test_an_abstract_is_told_at_once_and_its_text_replaces_it(runtime: Runtime, web: WebServer) -> None:
    feed, desk = add_read_feed(runtime), add_subscription(runtime, "desk", "entity:baykar")
    article = add_article(runtime, feed, ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True)]
    assert find_page(runtime).why == "it is about both countries, and its feed has 13 words of it"
    before = find_one(runtime.database, Article, article)
    assert read_wanted(runtime) == {"read": 1}
    assert find_one(runtime.database, Article, article).state == "arrived"
    follow(runtime)
    after = find_one(runtime.database, Article, article)
    assert (after.state, after.story_id, after.relation) == ("done", before.story_id, "new")
    assert "48 airframes" in after.content
    assert "Section 3" not in after.content
    assert "All rights reserved" not in after.content
    assert after.fingerprint["tokens"] > 3 * before.fingerprint["tokens"]
    assert list_kinds(runtime.database, desk) == [("first", True)]
    assert len(list_rows(runtime.database, Delivery)) == 1
    page = find_page(runtime)
    assert (page.state, page.words, page.lease_token) == ("read", 79, None)
    assert not read_wanted(runtime)


def test_what_is_read_is_found_by_its_whole_wording(runtime: Runtime, web: WebServer) -> None:
    """A copy that comes after the text resembles the text; of the abstract it would have been an update."""
    feed = add_read_feed(runtime)
    first = add_article(runtime, feed, ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    read_wanted(runtime)
    follow(runtime)
    copy = add_article(runtime, add_read_feed(runtime, "other"), COPY)
    follow(runtime)
    found = find_one(runtime.database, Article, copy)
    assert (found.relation, found.related_id) == ("near_duplicate", first)
    with runtime.database.read() as session:
        rows = list(session.scalars(select(FingerprintRow.hash).where(FingerprintRow.article_id == first)))
    assert len(rows) == len(set(rows)) > 5


def test_what_names_only_what_is_watched_is_read_and_then_kept(runtime: Runtime, web: WebServer) -> None:
    feed, desk = add_read_feed(runtime), add_subscription(runtime, "desk", "entity:leonardo")
    article = add_article(runtime, feed, VEILED, url=serve_page(web, "/a", Told(VEILED.title, UNVEILED)))
    follow(runtime)
    assert not find_one(runtime.database, Article, article).relevant
    assert list_kinds(runtime.database, desk) == []
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    kept = find_one(runtime.database, Article, article)
    assert (kept.relevant, kept.relation) == (True, "new")
    assert list_kinds(runtime.database, desk) == [("first", True)]


def test_nobody_watches_it_and_nobody_reads_it(runtime: Runtime, web: WebServer) -> None:
    add_article(runtime, add_read_feed(runtime), VEILED, url=serve_page(web, "/a", ACCORD))
    follow(runtime)
    assert list_rows(runtime.database, ArticlePage) == []
    assert not read_wanted(runtime)


def test_a_near_miss_that_its_page_makes_a_report_is_told_in_the_next_digest(runtime: Runtime, web: WebServer) -> None:
    feed, daily = add_read_feed(runtime), add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    add_subscription(runtime, "desk", "entity:leonardo")
    article = add_article(runtime, feed, VEILED, url=serve_page(web, "/a", Told(VEILED.title, UNVEILED)))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == article).values(score=0.5))
        write_digest(runtime, session, session.get_one(Subscription, daily), runtime.now(), forced=True)
    read_wanted(runtime)
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        assert not list(session.scalars(select(DigestItem)))
        slot = runtime.now() + timedelta(minutes=1)
        write_digest(runtime, session, session.get_one(Subscription, daily), slot, forced=True)
        (item,) = session.scalars(select(DigestItem))
        assert (item.article_id, item.place) == (article, "story")


def test_an_untold_article_leaves_a_story_that_its_page_denies(runtime: Runtime, web: WebServer) -> None:
    """Its abstract names both; its page, three times as long, is about neither."""
    feed = add_read_feed(runtime)
    article = add_article(runtime, feed, ABSTRACT, url=web.url("/a"))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == article).values(title="A quiet day at the harbour"))
    page = Told("A quiet day at the harbour", ABSTRACT.text.replace("Italy", "Malta").replace("Türkiye", "Cyprus"))
    plain = page.text.replace("Leonardo and Baykar", "Two companies").replace("near Turin", "near the sea")
    serve_page(web, "/a", Told(page.title, " ".join([plain] * 8)))
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    left = find_one(runtime.database, Article, article)
    assert (left.relevant, left.story_id, left.relation, left.state) == (False, None, None, "done")
    assert list_rows(runtime.database, Story) == []
    with runtime.database.read() as session:
        assert not session.scalars(select(FingerprintRow)).all()


def test_a_told_article_stays_in_its_story_whatever_its_page_says(runtime: Runtime, web: WebServer) -> None:
    feed = add_read_feed(runtime)
    add_subscription(runtime, "desk", "entity:baykar")
    article = add_article(runtime, feed, ABSTRACT, url=web.url("/a"))
    follow(runtime)
    plain = ABSTRACT.text.replace("Leonardo and Baykar", "Two companies").replace("near Turin", "near the sea")
    plain = plain.replace("Italy", "Malta").replace("Türkiye", "Cyprus")
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == article).values(title="A quiet day at the harbour"))
    serve_page(web, "/a", Told("A quiet day at the harbour", " ".join([plain] * 8)))
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    stays = find_one(runtime.database, Article, article)
    assert (stays.relevant, stays.relation, stays.state) == (False, "new", "done")
    assert stays.story_id is not None


def test_an_untold_abstract_joins_the_story_that_its_text_tells(runtime: Runtime, web: WebServer) -> None:
    first = add_article(runtime, add_read_feed(runtime, full_text=False), WIRE)
    teaser = Told("Italy and Türkiye: what the week brings for industry", "New plants, new partners and old doubts.")
    later = add_article(
        runtime, add_read_feed(runtime, "other"), teaser, url=serve_page(web, "/b", Told(teaser.title, WIRE.text))
    )
    web.replies["/b"] = make_reply(200, write_page(teaser.title, f"{teaser.text} {COPY.text}"), HTML)
    follow(runtime)
    apart = [one.story_id for one in list_articles(runtime.database)]
    assert len(set(apart)) == 2
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    one, other = (find_one(runtime.database, Article, row) for row in (first, later))
    assert one.story_id == other.story_id == apart[0]
    assert other.related_id == first
    (story,) = list_rows(runtime.database, Story)
    assert (story.article_count, story.latest_article_id) == (2, later)


def test_a_told_abstract_is_linked_to_the_story_that_its_text_tells(runtime: Runtime, web: WebServer) -> None:
    first = add_article(runtime, add_read_feed(runtime, full_text=False), WIRE)
    teaser = Told("Italy and Türkiye: what the week brings for industry", "New plants, new partners and old doubts.")
    later = add_article(runtime, add_read_feed(runtime, "other"), teaser, url=web.url("/b"))
    web.replies["/b"] = make_reply(200, write_page(teaser.title, f"{teaser.text} {COPY.text}"), HTML)
    add_subscription(runtime, "all")
    follow(runtime)
    apart = [one.story_id for one in list_articles(runtime.database)]
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    assert [one.story_id for one in list_articles(runtime.database)] == apart
    with runtime.database.read() as session:
        link = session.get(Link, (later, first))
    assert link is not None


def test_what_the_text_adds_to_a_told_story_is_told_once(
    runtime: Runtime, web: WebServer, turnable: TurnableClock
) -> None:
    """By its abstract it repeats; its page brings names, figures and a date."""
    desk = add_subscription(runtime, "desk", "entity:baykar")
    add_article(runtime, add_read_feed(runtime, full_text=False), WIRE)
    follow(runtime)
    turnable.turn(hours=1)
    repeat = Told(UPDATE.title, ABSTRACT.text)
    add_article(runtime, add_read_feed(runtime, "other"), repeat, url=serve_page(web, "/b", UPDATE))
    follow(runtime)
    assert [kind for kind, _ in list_kinds(runtime.database, desk)] == ["first", "repeat"]
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("update", True)]
    assert len(list_rows(runtime.database, Match)) == 2
    follow(runtime)
    assert len(list_rows(runtime.database, Delivery)) == 2


@pytest.mark.parametrize(
    ("reply", "robots", "note"),
    [
        (make_reply(404), b"", "404"),
        (make_reply(200, b"%PDF-1.7", "Content-Type: application/pdf"), b"", "application/pdf"),
        (make_reply(200, write_page("Please accept", "We and our partners value your privacy. " * 20), HTML), b"", ""),
        (make_reply(200, write_page(WIRE.title, WIRE.text), HTML), b"User-agent: *\nDisallow: /\n", "robots"),
    ],
    ids=["gone", "no page", "cookie wall", "forbidden"],
)
def test_a_page_that_is_not_to_be_had_is_asked_for_once(
    runtime: Runtime, web: WebServer, turnable: TurnableClock, reply: bytes, robots: bytes, note: str
) -> None:
    web.replies |= {"/a": reply, "/robots.txt": make_reply(200, robots, "Content-Type: text/plain")}
    article = add_article(runtime, add_read_feed(runtime), ABSTRACT, url=web.url("/a"))
    follow(runtime)
    assert read_wanted(runtime) == {"refused": 1}
    page = find_page(runtime)
    assert note in (page.note or "")
    turnable.turn(days=1)
    assert not read_wanted(runtime)
    assert count_asked(web, "/a") == (not note.startswith("robots"))
    kept = find_one(runtime.database, Article, article)
    assert (kept.state, kept.content, kept.relevant) == ("done", "", True)


def test_an_outlet_that_is_away_is_asked_three_times(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    web.replies["/a"] = make_reply(500)
    add_article(runtime, add_read_feed(runtime), ABSTRACT, url=web.url("/a"))
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
    feed = add_read_feed(runtime)
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
    feed = add_read_feed(runtime)
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
    feed = add_read_feed(runtime)
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
    add_article(runtime, add_read_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        held = {"lease_token": "dead", "lease_until": runtime.now() + timedelta(minutes=10), "attempts": 1}
        session.execute(update(ArticlePage).values(**held))
    assert not read_wanted(runtime)
    turnable.turn(minutes=11)
    assert read_wanted(runtime) == {"read": 1}


def test_a_page_that_kills_its_reader_is_given_up(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    add_article(runtime, add_read_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        held = {"lease_token": "dead", "lease_until": runtime.now() + timedelta(minutes=10), "attempts": 3}
        session.execute(update(ArticlePage).values(**held))
    turnable.turn(minutes=11)
    sweep_left(runtime)
    page = find_page(runtime)
    assert (page.state, page.note) == ("failed", "reading it ended the worker three times; see the log")
    assert count_asked(web, "/a") == 0


def test_the_switches_keep_pages_from_being_read(runtime: Runtime, web: WebServer) -> None:
    add_article(runtime, add_read_feed(runtime, full_text=False), ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    assert list_rows(runtime.database, ArticlePage) == []
