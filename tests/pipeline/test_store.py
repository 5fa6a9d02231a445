"""Storing entries: what is the same, what is a revision, what another feed said already, and what a crash leaves."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from config.settings import Settings
from db.feeds import claim_due
from db.models import Article, ArticleFeed, Feed, Poll, Tombstone
from db.session import Database
from tests.net.servers import WebServer, make_reply
from tests.pipeline.building import (
    ACCORD,
    FOOTBALL,
    UPDATE,
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
from worker.news.types import Entry
from worker.pipeline import poll
from worker.pipeline.poll import poll_due
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime
from worker.pipeline.store import store_entries

LINK = "https://outlet.example/turin"


def store(runtime: Runtime, feed_id: int, *entries: Entry) -> int:
    """Store entries as a poll does. How many were new."""
    with runtime.database.write() as session, session.begin():
        return store_entries(session, session.get_one(Feed, feed_id), entries, runtime.now())


def count_carriers(runtime: Runtime, article_id: int) -> int:
    """How many feeds carried an article."""
    with runtime.database.read() as session:
        chosen = select(func.count()).select_from(ArticleFeed).where(ArticleFeed.article_id == article_id)
        return session.scalar(chosen) or 0


def test_a_changed_text_under_a_known_guid_is_a_revision(runtime: Runtime) -> None:
    feed_id = add_feed(runtime)
    assert store(runtime, feed_id, Entry("1", WIRE.title, LINK, WIRE.text)) == 1
    assert store(runtime, feed_id, Entry("1", WIRE.title, LINK, WIRE.text)) == 0
    assert store(runtime, feed_id, Entry("1", UPDATE.title, LINK, UPDATE.text)) == 1
    assert store(runtime, feed_id, Entry("1", WIRE.title, LINK, WIRE.text)) == 0, "back to what it was: known"
    first, revision = list_articles(runtime.database)
    assert (first.revises_id, revision.revises_id) == (None, first.id)


def test_spaces_and_quotes_make_no_revision(runtime: Runtime) -> None:
    feed_id = add_feed(runtime)
    store(runtime, feed_id, Entry("1", "The “Turin” plant", LINK, "It opened  on Monday."))
    assert store(runtime, feed_id, Entry("1", 'The "Turin" plant', LINK, "It opened on\nMonday.")) == 0


def test_one_article_in_two_feeds_is_one_row_carried_by_both(runtime: Runtime) -> None:
    one, two = add_feed(runtime, path="/one.xml"), add_feed(runtime, path="/two.xml")
    assert store(runtime, one, Entry("guid of one", WIRE.title, f"{LINK}?utm_source=one", WIRE.text)) == 1
    for _ in range(2):
        assert store(runtime, two, Entry("guid of two", WIRE.title, f"{LINK}?utm_source=two", WIRE.text)) == 0
    (article,) = list_articles(runtime.database)
    assert (article.feed_id, count_carriers(runtime, article.id)) == (one, 2)


def test_the_same_address_with_other_words_is_another_row(runtime: Runtime) -> None:
    one, two = add_feed(runtime, path="/one.xml"), add_feed(runtime, path="/two.xml")
    store(runtime, one, Entry("1", WIRE.title, LINK, WIRE.text))
    assert store(runtime, two, Entry("1", UPDATE.title, LINK, UPDATE.text)) == 1
    assert list_articles(runtime.database)[1].revises_id is None, (
        "guids of two feeds have nothing to do with each other"
    )


@pytest.mark.parametrize("address", ["https://outlet.example/turin?t={0}", None], ids=["address", "no address"])
def test_a_guid_that_changes_with_each_poll_makes_no_row_a_poll(
    runtime: Runtime, turnable: TurnableClock, address: str | None
) -> None:
    """Nor does one that changes together with something in the address that nobody knows for a tracker."""
    feed_id, at = add_feed(runtime), turnable.at
    stored = []
    for poll_number in range(3):
        link = address.format(poll_number) if address else None
        stored.append(store(runtime, feed_id, Entry(f"g{poll_number}", WIRE.title, link, WIRE.text, published_at=at)))
        turnable.turn(hours=1)
    assert stored == [1, 0, 0]
    assert store(runtime, feed_id, Entry("g9", UPDATE.title, None, UPDATE.text, published_at=at)) == 1


@pytest.mark.parametrize(
    ("title", "text", "link", "days"),
    [
        ("The week in pictures", "", "https://outlet.example/pictures?week=9", 0),
        (WIRE.title, WIRE.text, "https://outlet.example/another-page", 0),
        (WIRE.title, WIRE.text, "https://outlet.example/pictures?week=9", 7),
    ],
    ids=["a headline alone", "another page", "a week later"],
)
def test_the_same_words_elsewhere_are_an_article_of_their_own(
    runtime: Runtime, turnable: TurnableClock, title: str, text: str, link: str, days: int
) -> None:
    """Judged like any other, and kept with the reason why it says nothing new."""
    feed_id = add_feed(runtime)
    store(runtime, feed_id, Entry("1", title, "https://outlet.example/pictures?week=8", text))
    turnable.turn(days=days)
    assert store(runtime, feed_id, Entry("2", title, link, text)) == 1


@pytest.mark.parametrize(
    ("links", "kept"),
    [
        (("https://outlet.example/", "https://outlet.example"), [None, None]),
        (("https://outlet.example/news", "https://outlet.example/news/"), [None, None]),
        (("https://outlet.example/live-12#p1", "https://outlet.example/live-12#p2"), [None, None]),
        (("https://outlet.example/?p=1", "https://outlet.example/?p=2"), ["?p=1", "?p=2"]),
    ],
    ids=["front page", "section", "live page", "numbers"],
)
def test_an_address_of_several_articles_is_none_of_them(
    runtime: Runtime, links: tuple[str, str], kept: list[str | None]
) -> None:
    """Or two reports on the same people would be forms of one."""
    entries = [Entry(link, told.title, link, told.text) for link, told in zip(links, (WIRE, ACCORD), strict=True)]
    assert store(runtime, add_feed(runtime), *entries) == 2
    found = [one.canonical_url for one in list_articles(runtime.database)]
    assert found == [one and f"https://outlet.example{one}" for one in kept]


def test_an_article_that_stands_in_a_document_under_two_guids_is_stored_once(runtime: Runtime) -> None:
    twice = [Entry(guid, WIRE.title, f"{LINK}?utm_campaign={guid}", WIRE.text) for guid in ("top", "world")]
    assert store(runtime, add_feed(runtime), *twice) == 1


def test_an_entry_that_stands_twice_in_a_document_is_stored_once(runtime: Runtime, turnable: TurnableClock) -> None:
    feed_id, earlier = add_feed(runtime), turnable.at - timedelta(hours=3)
    twice = [Entry("1", WIRE.title, LINK, WIRE.text), Entry("1", WIRE.title, LINK, WIRE.text, published_at=earlier)]
    assert store(runtime, feed_id, *twice, Entry("2", ACCORD.title, None, ACCORD.text)) == 2
    assert [one.dated_at for one in list_articles(runtime.database)] == [earlier, turnable.at], "the earlier one stays"
    assert count_carriers(runtime, list_articles(runtime.database)[0].id) == 1


def test_the_older_of_a_document_goes_in_first(runtime: Runtime, turnable: TurnableClock) -> None:
    """An update is judged after what it updates, wherever the feed lists it."""
    feed_id = add_feed(runtime)
    ages = {"b": 5, "a": 1, "c": 9}
    entries = [
        Entry(name, name, None, name, published_at=turnable.at - timedelta(hours=age)) for name, age in ages.items()
    ]
    store(runtime, feed_id, *entries)
    assert [one.title for one in list_articles(runtime.database)] == ["c", "b", "a"]


@pytest.mark.parametrize(("ahead", "kept"), [(timedelta(hours=3), True), (timedelta(days=3), False)])
def test_an_entry_dated_in_the_future_counts_as_of_now(
    runtime: Runtime, turnable: TurnableClock, ahead: timedelta, kept: bool
) -> None:
    store(runtime, add_feed(runtime), Entry("1", "Planned", None, "text", published_at=turnable.at + ahead))
    (article,) = list_articles(runtime.database)
    assert article.dated_at == turnable.at
    assert article.published_at == (turnable.at + ahead if kept else None)


def test_what_retention_removed_does_not_return(runtime: Runtime) -> None:
    feed_id, entry = add_feed(runtime), Entry("1", WIRE.title, LINK, WIRE.text)
    store(runtime, feed_id, entry)
    with runtime.database.write() as session, session.begin():
        (article,) = session.scalars(select(Article))
        kept = {"feed_id": feed_id, "identity": article.identity, "content_hash": article.content_hash}
        session.add(Tombstone(**kept, removed_at=runtime.now()))
        session.delete(article)
    assert store(runtime, feed_id, entry) == 0
    assert store(runtime, feed_id, Entry("1", UPDATE.title, LINK, UPDATE.text)) == 1
    assert list_articles(runtime.database)[0].revises_id is None


def test_entries_of_any_length_fit_the_indexes(runtime: Runtime) -> None:
    """PostgreSQL refuses index rows beyond 2,704 bytes; what cannot be compressed gets there."""
    wide = "".join(random.Random(7).choices("şğüöçıİÖÜĞŞ漢字仮名交文", k=2_000))
    entry = Entry(wide, wide[:1_000], f"https://outlet.example/{wide[:1900]}", wide * 50, wide * 50)
    feed_id = add_feed(runtime)
    assert store(runtime, feed_id, entry) == 1
    assert store(runtime, feed_id, entry) == 0


def test_five_hundred_entries_at_once(runtime: Runtime) -> None:
    feed_id = add_feed(runtime)
    entries = [Entry(str(n), f"Title {n}", f"https://outlet.example/{n}", f"Text {n}") for n in range(1_100)]
    assert store(runtime, feed_id, *entries) == 1_100
    assert store(runtime, feed_id, *entries, Entry("x", "one more", None, "text")) == 1


# --- Crashes and lost leases ------------------------------------------------------------------------------------------
def die(*_: Any, **__: Any) -> None:
    """As if the process had been killed."""
    raise KeyboardInterrupt


@pytest.mark.parametrize("place", ["store_entries", "change_feed", "complete_row", "make_record"])
def test_a_crash_before_the_commit_leaves_the_old_validators_and_no_articles(
    runtime: Runtime, web: WebServer, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Wherever it dies between the answer and the commit; and the next poll asks for the same again."""
    web.replies["/feed.xml"] = serve_tagged(write_rss(write_item(WIRE, guid="1")), '"new"')
    feed_id = add_feed(runtime, web, etag='"old"')
    with monkeypatch.context() as patch:
        real: Callable[..., Any] = getattr(poll, place)
        patch.setattr(poll, place, lambda *args, **values: die(real(*args, **values)))
        with pytest.raises(KeyboardInterrupt):
            poll_due(runtime)
    feed = find_one(runtime.database, Feed, feed_id)
    assert (feed.etag, feed.body_hash, feed.last_polled_at) == ('"old"', None, None)
    assert list_articles(runtime.database) == []
    assert list_rows(runtime.database, Poll) == []
    assert poll_due(runtime) == [], "the dead one's lease holds"
    turnable.turn(seconds=runtime.settings.lease_seconds)
    assert [polled.new_entries for polled in poll_due(runtime)] == [1]
    assert find_one(runtime.database, Feed, feed_id).etag == '"new"'


def test_a_lease_lost_during_the_fetch_stores_nothing(
    runtime: Runtime, web: WebServer, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.replies["/feed.xml"] = serve_tagged(write_rss(write_item(WIRE, guid="1")), '"1"')
    feed_id, real = add_feed(runtime, web), poll.read_answer

    def read_late(*args: Any) -> Any:
        """Another worker claims the feed while this one parses."""
        answer = real(*args)
        with runtime.database.write() as session, session.begin():
            session.execute(update(Feed).values(lease_token="another's"))
        return answer

    monkeypatch.setattr(poll, "read_answer", read_late)
    assert [polled.outcome for polled in poll_due(runtime)] == ["lease_lost"]
    assert list_articles(runtime.database) == []
    assert list_rows(runtime.database, Poll) == []
    feed = find_one(runtime.database, Feed, feed_id)
    assert (feed.etag, feed.lease_token, feed.last_polled_at) == (None, "another's", None)


def test_nobody_claims_a_feed_while_its_entries_go_in(
    postgres_database: Database,
    settings: Settings,
    rules: Rules,
    turnable: TurnableClock,
    web: WebServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The lease runs out between the look at it and the commit. (On SQLite the write lock keeps others out.)"""
    runtime = Runtime(settings, postgres_database, rules, turnable)
    web.replies["/feed.xml"] = make_reply(200, write_rss(write_item(WIRE, guid="1")))
    add_feed(runtime, web)
    others: list[list[Feed]] = []

    def store_slowly(*args: Any) -> int:
        turnable.turn(seconds=settings.lease_seconds)
        with runtime.database.write() as session, session.begin():
            others.append(claim_due(session, turnable.at, turnable.at, 9))
        return store_entries(*args)

    monkeypatch.setattr(poll, "store_entries", store_slowly)
    assert [polled.outcome for polled in poll_due(runtime)] == ["new"]
    assert others == [[]]
    assert len(list_articles(runtime.database)) == 1


def test_what_sql_refuses_of_one_feed_stops_no_other(
    runtime: Runtime, web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, told in {"/bad.xml": WIRE, "/good.xml": FOOTBALL}.items():
        web.replies[name] = make_reply(200, write_rss(write_item(told, guid="1")))
        add_feed(runtime, web, name)

    def refuse(session: Session, feed: Feed, entries: Any, now: datetime) -> int:
        """A column that cannot be null, in the middle of a feed's transaction."""
        stored = store_entries(session, feed, entries, now)
        if feed.name == "bad.xml":
            session.execute(update(Article).where(Article.feed_id == feed.id).values(title=None))
        return stored

    monkeypatch.setattr(poll, "store_entries", refuse)
    assert {polled.feed: polled.outcome for polled in poll_due(runtime)} == {"bad.xml": "not_a_feed", "good.xml": "new"}
    assert [one.title for one in list_articles(runtime.database)] == [FOOTBALL.title]
    bad = next(feed for feed in list_rows(runtime.database, Feed) if feed.name == "bad.xml")
    assert bad.lease_token is None
    assert "while storing it" in bad.error


def test_dates_of_any_year_are_stored(runtime: Runtime) -> None:
    feed_id = add_feed(runtime)
    moments = [datetime(1990, 1, 1, tzinfo=UTC), datetime(9998, 12, 31, 23, 59, tzinfo=UTC)]
    for number, moment in enumerate(moments):
        assert store(runtime, feed_id, Entry(str(number), "t", None, str(number), published_at=moment)) == 1
