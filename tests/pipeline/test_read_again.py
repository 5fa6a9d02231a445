"""What an article's page changes of what was decided by its abstract, and what it must not: the odd turns."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from db.models import Article, Feed, Link, Story
from db.outbox_models import Delivery, Match, Subscription
from db.page_models import ArticlePage, Host
from tests.net.servers import SeenRequest, WebServer, make_reply
from tests.pipeline.building import (
    ACCORD,
    COPY,
    LATER,
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
from tests.pipeline.reading import (
    ABSTRACT,
    HTML,
    QUIET,
    add_abstract_feed,
    count_asked,
    find_page,
    follow,
    serve_page,
    write_page,
)
from worker.news import reading
from worker.pipeline import read
from worker.pipeline.alert import alert_judged
from worker.pipeline.digest import write_digest
from worker.pipeline.explain import explain_article
from worker.pipeline.read import read_wanted
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import sweep_left

DAILY = "daily 08:00 Europe/Rome"


def write_next(runtime: Runtime, daily: int) -> str:
    """The next digest of a subscription, as JSON."""
    with runtime.database.write() as session, session.begin():
        slots = session.scalar(select(func.count()).select_from(Delivery)) or 0
        slot = runtime.now() + timedelta(seconds=slots)
        write_digest(runtime, session, session.get_one(Subscription, daily), slot, forced=True)
    return str(list_rows(runtime.database, Delivery)[-1].payload)


def deny(runtime: Runtime, web: WebServer, article: int) -> None:
    """Let the page of an abstract show that it is about neither country."""
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == article).values(title=QUIET.title))
    serve_page(web, "/a", QUIET)
    assert read_wanted(runtime)["read"] == 1
    follow(runtime)
    assert not find_one(runtime.database, Article, article).relevant


# --- What its page denies ---------------------------------------------------------------------------------------------
def test_who_was_not_told_yet_is_not_told_of_what_its_page_denies(runtime: Runtime, web: WebServer) -> None:
    desk, daily = add_subscription(runtime, "desk", "entity:baykar"), add_subscription(runtime, "daily", schedule=DAILY)
    article = add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=web.url("/a"))
    follow(runtime)
    deny(runtime, web, article)
    assert list_kinds(runtime.database, desk) == [("first", True)]
    assert list_kinds(runtime.database, daily) == []
    assert QUIET.title not in write_next(runtime, daily)


def test_an_untold_article_leaves_a_story_that_others_tell(runtime: Runtime, web: WebServer) -> None:
    article = add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=web.url("/a"))
    other = add_article(runtime, add_read_feed(runtime, "other"), WIRE)
    add_subscription(runtime, "daily", schedule=DAILY)
    follow(runtime)
    story = find_one(runtime.database, Article, article).story_id
    assert find_one(runtime.database, Article, other).story_id == story
    deny(runtime, web, article)
    (left,) = list_rows(runtime.database, Story)
    assert (left.id, left.article_count, left.first_article_id, left.headline) == (story, 1, other, WIRE.title)
    assert find_one(runtime.database, Article, article).story_id is None
    assert {match.article_id for match in list_rows(runtime.database, Match)} == {other}


def test_a_withdrawn_article_is_said_to_be_told_to_nobody(runtime: Runtime, web: WebServer) -> None:
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    article = add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=web.url("/a"))
    follow(runtime)
    deny(runtime, web, article)
    write_next(runtime, daily)
    assert [one.subscription for one in explain_article(runtime, str(article)).told] == []


# --- What it adds -----------------------------------------------------------------------------------------------------
def test_what_was_rolled_up_is_not_told_again(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    """An update waits, another comes, both go out as one; then the page of the first is read."""
    desk, feed = add_subscription(runtime, "desk", "entity:baykar"), add_read_feed(runtime)
    for told in (WIRE, UPDATE):
        add_article(runtime, feed, told)
        follow(runtime)
        turnable.turn(minutes=10)
    wire, news = WIRE.text.split(". "), LATER.text.removeprefix(UPDATE.text).strip()
    short = Told(LATER.title, f"{'. '.join(wire[:2])}. {news}")
    web.replies["/a"] = make_reply(503)
    add_article(runtime, add_abstract_feed(runtime, "short"), short, url=web.url("/a"))
    follow(runtime)
    assert read_wanted(runtime) == {"later": 1}
    turnable.turn(minutes=20)
    add_article(runtime, feed, Told("Plant near Turin", f"{UPDATE.text} It hires 700 people by 3 September."))
    follow(runtime)
    turnable.turn(minutes=100)
    alert_judged(runtime)
    kinds, sent = list_kinds(runtime.database, desk), len(list_rows(runtime.database, Delivery))
    assert kinds.count(("update", False)) == 1, "rolled up into the one that came after it"
    serve_page(web, "/a", Told(short.title, f"{short.text} {'. '.join(wire[2:])}"))
    turnable.turn(minutes=30)
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    turnable.turn(hours=3)
    alert_judged(runtime)
    assert list_kinds(runtime.database, desk) == kinds
    assert len(list_rows(runtime.database, Delivery)) == sent


def test_a_text_that_goes_far_beyond_its_abstract_is_new_in_the_digest(runtime: Runtime, web: WebServer) -> None:
    """By its abstract it was an excerpt of the story; its whole text resembles the story no more, and is in it."""
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    add_article(runtime, add_read_feed(runtime), WIRE)
    follow(runtime)
    write_next(runtime, daily)
    page = (
        f"{ABSTRACT.text} The port of Mersin handled 2.4 million containers last year. A museum of shipping in Genoa "
        "lent 31 models to Ankara for an exhibition of the sea. The curator Selin Aktan said visitors came from 19 "
        "cities. A second exhibition follows on 4 May in Bari. Students of naval design drew the posters and were paid "
        "with a journey on the night ferry. A school in Izmir copied the models in paper, and the mayor kept one. The "
        "insurance of the crates cost 92 million lira, and Baykar paid for the lamps above them."
    )
    url = serve_page(web, "/a", Told("Industry notes: Baykar", page))
    add_article(runtime, add_abstract_feed(runtime, "o"), Told("Industry notes: Baykar", ABSTRACT.text), url=url)
    follow(runtime)
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    assert "Selin Aktan" in write_next(runtime, daily)


def test_who_joined_a_story_since_is_not_what_its_opener_repeats(runtime: Runtime, web: WebServer) -> None:
    first = add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    second = add_article(runtime, add_read_feed(runtime, "other"), COPY)
    follow(runtime)
    assert find_one(runtime.database, Article, second).related_id == first
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    opener = find_one(runtime.database, Article, first)
    assert (opener.relation, opener.related_id) == ("new", None)


def test_what_was_decided_and_linked_goes_along_to_another_story(runtime: Runtime, web: WebServer) -> None:
    teaser = Told("Italy and Türkiye: what the week brings for industry", "New plants, new partners and old doubts.")
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    later = add_article(runtime, add_abstract_feed(runtime, "other"), teaser, url=web.url("/b"))
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        session.add(Link(article_id=later, other_id=first, relation="overlap", evidence="of the abstract"))
    web.replies["/b"] = make_reply(200, write_page(teaser.title, f"{teaser.text} {COPY.text}"), HTML)
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    story = find_one(runtime.database, Article, first).story_id
    assert {match.story_id for match in list_rows(runtime.database, Match)} == {story}
    with runtime.database.read() as session:
        assert [link.evidence for link in session.scalars(select(Link))] != ["of the abstract"]
    assert write_next(runtime, daily).count(WIRE.title) >= 1


# --- What must not happen ---------------------------------------------------------------------------------------------
ODD = ["https://[www.outlet.it]/a", "http://exa℀mple.com/a", f"https://{'ü' * 900}.example/a"]


@pytest.mark.parametrize("url", ODD, ids=["bracket", "sign", "long"])
def test_an_odd_address_harms_no_article(runtime: Runtime, url: str) -> None:
    feed = add_abstract_feed(runtime)
    add_article(runtime, feed, ABSTRACT, url=url)
    add_article(runtime, feed, ACCORD)
    follow(runtime)
    assert [one.state for one in list_articles(runtime.database)] == ["done", "done"]
    assert [page.url for page in list_rows(runtime.database, ArticlePage)] != [url]


def test_a_text_that_comes_while_its_article_is_busy_comes_again(
    runtime: Runtime, web: WebServer, turnable: TurnableClock
) -> None:
    article = add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=web.url("/a"))
    follow(runtime)

    async def reply(request: SeenRequest, writer: object) -> None:
        with runtime.database.write() as session, session.begin():
            session.execute(update(Article).where(Article.id == article).values(state="judged"))
        writer.write(make_reply(200, write_page(WIRE.title, WIRE.text), HTML))  # type: ignore[attr-defined]  # a stream

    web.replies["/a"] = reply
    assert read_wanted(runtime) == {"later": 1}
    assert (find_page(runtime).state, find_one(runtime.database, Article, article).content) == ("wanted", "")
    follow(runtime)
    serve_page(web, "/a", WIRE)
    turnable.turn(minutes=1)
    assert read_wanted(runtime) == {"read": 1}
    assert "48 airframes" in find_one(runtime.database, Article, article).content


def test_a_page_that_changes_with_every_poll_is_read_once_an_hour(
    runtime: Runtime, web: WebServer, turnable: TurnableClock
) -> None:
    feed, url = add_abstract_feed(runtime), serve_page(web, "/a", WIRE)
    for number in range(4):
        told = Told(ABSTRACT.title, f"{ABSTRACT.text} {number} readers like it.")
        add_article(runtime, feed, told, guid="one", url=url)
        follow(runtime)
        read_wanted(runtime)
        turnable.turn(minutes=10)
        follow(runtime)
    assert count_asked(web, "/a") == 1
    turnable.turn(minutes=60)
    assert read_wanted(runtime).total() == 1


def test_a_switch_that_is_turned_off_holds_for_what_is_wanted_already(runtime: Runtime, web: WebServer) -> None:
    add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Feed).values(full_text=False))
    assert not read_wanted(runtime)
    sweep_left(runtime)
    page = find_page(runtime)
    assert (page.state, page.note) == ("refused", "a feed that carries it says full_text = false")
    assert count_asked(web, "/a") == 0


def test_the_page_of_an_article_that_was_set_aside_is_given_up(runtime: Runtime, web: WebServer) -> None:
    article = add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == article).values(state="poison"))
    sweep_left(runtime)
    assert (find_page(runtime).state, find_page(runtime).note) == ("refused", "its article was set aside")


def test_a_page_that_cannot_be_stored_stops_no_other(
    runtime: Runtime, web: WebServer, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = add_abstract_feed(runtime)
    for number, told in enumerate((WIRE, ACCORD)):
        add_article(runtime, feed, Told(told.title, told.text.split(". ")[0]), url=serve_page(web, f"/{number}", told))
    follow(runtime)
    with runtime.database.write() as session, session.begin():  # as if they were of two hosts
        session.add(Host(name="other.example", delay_seconds=0.0))
        session.execute(update(ArticlePage).where(ArticlePage.url == web.url("/1")).values(host="other.example"))
    choose = reading.choose_text

    def fail_once(*given: object, **named: object) -> object:
        monkeypatch.setattr(read, "choose_text", choose)
        raise ValueError("a page that nobody thought of")

    monkeypatch.setattr(read, "choose_text", fail_once)
    assert sorted(read_wanted(runtime).elements())[0] == "later"
    follow(runtime)
    turnable.turn(minutes=11)
    read_wanted(runtime)
    assert {page.state for page in list_rows(runtime.database, ArticlePage)} <= {"read", "unfit"}
