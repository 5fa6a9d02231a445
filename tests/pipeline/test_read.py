"""Read: an abstract is told at once; with its text an article is judged and placed again, what was told stays told."""

from datetime import timedelta

from sqlalchemy import select, update

from db.models import Article, FingerprintRow, Link, Story
from db.outbox_models import Delivery, DigestItem, Match, Subscription
from db.page_models import ArticlePage
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
from tests.pipeline.reading import (
    ABSTRACT,
    HTML,
    QUIET,
    UNVEILED,
    VEILED,
    add_abstract_feed,
    find_page,
    follow,
    serve_page,
    write_page,
)
from worker.pipeline.digest import write_digest
from worker.pipeline.read import read_wanted
from worker.pipeline.runtime import Runtime


def test_an_abstract_is_told_at_once_and_its_text_replaces_it(runtime: Runtime, web: WebServer) -> None:
    feed, desk = add_abstract_feed(runtime), add_subscription(runtime, "desk", "entity:baykar")
    article = add_article(runtime, feed, ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True)]
    assert find_page(runtime).why == "it is about both countries, and its feed has 22 words of it"
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
    (message,) = list_rows(runtime.database, Delivery)
    assert message.match_id is not None, "the match of which it tells is the one that was decided then"
    page = find_page(runtime)
    assert (page.state, page.words, page.lease_token) == ("read", 93, None)
    assert not read_wanted(runtime)


def test_what_is_read_is_found_by_its_whole_wording(runtime: Runtime, web: WebServer) -> None:
    """A copy that comes after the text resembles the text; of the abstract it would have been an update."""
    feed = add_abstract_feed(runtime)
    first = add_article(runtime, feed, ABSTRACT, url=serve_page(web, "/a", WIRE))
    follow(runtime)
    read_wanted(runtime)
    follow(runtime)
    copy = add_article(runtime, add_abstract_feed(runtime, "other"), COPY)
    follow(runtime)
    found = find_one(runtime.database, Article, copy)
    assert (found.relation, found.related_id) == ("near_duplicate", first)
    with runtime.database.read() as session:
        rows = list(session.scalars(select(FingerprintRow.hash).where(FingerprintRow.article_id == first)))
    assert len(rows) == len(set(rows)) > 5


def test_what_names_only_what_is_watched_is_read_and_then_kept(runtime: Runtime, web: WebServer) -> None:
    feed, desk = add_abstract_feed(runtime), add_subscription(runtime, "desk", "entity:leonardo")
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
    add_article(runtime, add_abstract_feed(runtime), VEILED, url=serve_page(web, "/a", ACCORD))
    follow(runtime)
    assert list_rows(runtime.database, ArticlePage) == []
    assert not read_wanted(runtime)


def test_a_near_miss_that_its_page_makes_a_report_is_told_in_the_next_digest(runtime: Runtime, web: WebServer) -> None:
    feed, daily = add_abstract_feed(runtime), add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
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
    feed = add_abstract_feed(runtime)
    article = add_article(runtime, feed, ABSTRACT, url=web.url("/a"))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == article).values(title=QUIET.title))
    serve_page(web, "/a", QUIET)
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    left = find_one(runtime.database, Article, article)
    assert (left.relevant, left.story_id, left.relation, left.state) == (False, None, None, "done")
    assert list_rows(runtime.database, Story) == []
    with runtime.database.read() as session:
        assert not session.scalars(select(FingerprintRow)).all()


def test_a_told_article_stays_in_its_story_whatever_its_page_says(runtime: Runtime, web: WebServer) -> None:
    feed = add_abstract_feed(runtime)
    add_subscription(runtime, "desk", "entity:baykar")
    article = add_article(runtime, feed, ABSTRACT, url=web.url("/a"))
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == article).values(title=QUIET.title))
    serve_page(web, "/a", QUIET)
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    stays = find_one(runtime.database, Article, article)
    assert (stays.relevant, stays.relation, stays.state) == (False, "new", "done")
    assert stays.story_id is not None


def test_an_untold_abstract_joins_the_story_that_its_text_tells(runtime: Runtime, web: WebServer) -> None:
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    teaser = Told("Italy and Türkiye: what the week brings for industry", "New plants, new partners and old doubts.")
    later = add_article(
        runtime, add_abstract_feed(runtime, "other"), teaser, url=serve_page(web, "/b", Told(teaser.title, WIRE.text))
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
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    teaser = Told("Italy and Türkiye: what the week brings for industry", "New plants, new partners and old doubts.")
    later = add_article(runtime, add_abstract_feed(runtime, "other"), teaser, url=web.url("/b"))
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
    add_article(runtime, add_read_feed(runtime), WIRE)
    follow(runtime)
    turnable.turn(hours=1)
    repeat = Told(UPDATE.title, ABSTRACT.text)
    add_article(runtime, add_abstract_feed(runtime, "other"), repeat, url=serve_page(web, "/b", UPDATE))
    follow(runtime)
    assert [kind for kind, _ in list_kinds(runtime.database, desk)] == ["first", "repeat"]
    assert read_wanted(runtime) == {"read": 1}
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("update", True)]
    assert len(list_rows(runtime.database, Match)) == 2
    follow(runtime)
    assert len(list_rows(runtime.database, Delivery)) == 2


def test_two_abstracts_of_one_text_are_one_story_in_the_digest_and_have_one_follow_up(
    runtime: Runtime, web: WebServer, turnable: TurnableClock
) -> None:
    """Both were told at once, as what they seemed to be; nobody is told a third time."""
    desk = add_subscription(runtime, "desk")
    daily = add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    teaser = Told("Italy and Türkiye: what the week brings for industry", "New plants, new partners and old doubts.")
    web.replies["/b"] = make_reply(200, write_page(teaser.title, f"{teaser.text} {COPY.text}"), HTML)
    add_article(runtime, add_abstract_feed(runtime), ABSTRACT, url=serve_page(web, "/a", WIRE))
    add_article(runtime, add_abstract_feed(runtime, "other"), teaser, url=web.url("/b"))
    follow(runtime)
    for _ in range(2):
        read_wanted(runtime)
        turnable.turn(seconds=10)
        follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("first", True)]
    add_article(runtime, add_read_feed(runtime, "third"), Told("Plant near Turin opens", COPY.text))
    follow(runtime)
    assert list_kinds(runtime.database, desk)[2:] == [("repeat", False)]
    with runtime.database.write() as session, session.begin():
        write_digest(runtime, session, session.get_one(Subscription, daily), runtime.now(), forced=True)
    (digest,) = [row.payload for row in list_rows(runtime.database, Delivery) if row.kind == "digest"]
    headlines = [block["headline"] for section in digest["sections"] for block in section["blocks"]]
    assert len(headlines) == 1, headlines
