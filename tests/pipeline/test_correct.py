"""Stories corrected by hand: what was told apart stays apart, what was joined stays joined, nobody misses a first."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from db.models import Article, Story
from db.outbox_models import Delivery, DigestItem, Match, Subscription
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
from tests.pipeline.reading import follow
from worker.errors import UsageError
from worker.pipeline.correct import join_stories, split_story
from worker.pipeline.digest import write_digest
from worker.pipeline.explain import explain_article
from worker.pipeline.runtime import Runtime


def tell_both(runtime: Runtime) -> tuple[int, int, int]:
    """A report and its copy by another outlet: their ids, and their story's."""
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    follow(runtime)
    second = add_article(runtime, add_read_feed(runtime, "other"), COPY)
    follow(runtime)
    one, other = (find_one(runtime.database, Article, row) for row in (first, second))
    assert one.story_id == other.story_id
    return first, second, one.story_id


def test_what_is_told_apart_is_a_story_of_its_own_and_its_readers_hear_of_it(runtime: Runtime) -> None:
    desk = add_subscription(runtime, "desk", "entity:baykar")
    first, second, story = tell_both(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False)]
    done = split_story(runtime, story, [str(second)], "another plant")
    assert (done.articles, done.asked_again) == (1, 1)
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("first", True)]
    assert len(list_rows(runtime.database, Delivery)) == 2
    one, other = (find_one(runtime.database, Article, row) for row in (first, second))
    assert (one.story_id, other.story_id) == (story, done.story_id)
    assert (other.relation, other.related_id) == ("new", None)
    rows = {row.id: row for row in list_rows(runtime.database, Story)}
    assert [(row.article_count, row.first_article_id) for row in rows.values()] == [(1, first), (1, second)]
    facts = explain_article(runtime, str(second)).story
    assert facts is not None
    assert facts.corrections == (
        f"told apart from article {first} by hand on {runtime.now():%Y-%m-%d} (another plant)",
    )


def test_what_was_found_of_two_that_were_told_apart_holds_no_longer(runtime: Runtime) -> None:
    first, second, story = tell_both(runtime)
    split_story(runtime, story, [str(second)], "another plant")
    why = f"told apart by hand on {runtime.now():%Y-%m-%d} (another plant)"
    for one, other in ((first, second), (second, first)):
        found = [(near.id, near.told_apart, near.evidence) for near in explain_article(runtime, str(one)).neighbours]
        assert found == [(other, True, why)]
    join_stories(runtime, story, [find_one(runtime.database, Article, second).story_id])
    (near,) = explain_article(runtime, str(second)).neighbours
    assert not near.told_apart


def test_what_tells_a_third_story_still_tells_it(runtime: Runtime) -> None:
    first, second, story = tell_both(runtime)
    third = add_article(runtime, add_read_feed(runtime, "third"), ACCORD)
    follow(runtime)
    with runtime.database.write() as session, session.begin():  # as when its page shows it after it was told
        found = {"relation": "same_story", "related_id": third}
        session.execute(update(Article).where(Article.id == first).values(found))
    split_story(runtime, story, [str(second)])
    one, other = (find_one(runtime.database, Article, row) for row in (first, second))
    assert (one.relation, one.related_id) == ("same_story", third)
    assert (other.relation, other.related_id) == ("new", None)


def test_a_later_form_of_what_was_told_apart_does_not_go_back(runtime: Runtime, turnable: TurnableClock) -> None:
    add_article(runtime, add_read_feed(runtime), WIRE)
    follow(runtime)
    feed = add_read_feed(runtime, "other")
    second = add_article(runtime, feed, COPY, guid="copy")
    follow(runtime)
    story = find_one(runtime.database, Article, second).story_id
    apart = split_story(runtime, story, [str(second)]).story_id
    follow(runtime)
    turnable.turn(hours=1)
    # Word for word the first outlet's text: without the correction it would go there.
    again = add_article(runtime, feed, Told(WIRE.title, WIRE.text), guid="copy")
    follow(runtime)
    found = find_one(runtime.database, Article, again)
    assert (found.revises_id, found.story_id) == (second, apart)


def test_a_third_form_goes_where_the_second_was_put(runtime: Runtime, turnable: TurnableClock) -> None:
    """Its first form stands where the second was told apart from: what was said of the second counts."""
    feed = add_read_feed(runtime)
    forms = []
    for text in (WIRE.text, f"{WIRE.text} It rained.", f"{WIRE.text} It rained, and the sun came out."):
        forms.append(add_article(runtime, feed, Told(WIRE.title, text), guid="wire"))
        follow(runtime)
        if len(forms) == 2:
            story = find_one(runtime.database, Article, forms[0]).story_id
            apart = split_story(runtime, story, [str(forms[1])]).story_id
            follow(runtime)
        turnable.turn(hours=1)
    found = find_one(runtime.database, Article, forms[2])
    assert (found.revises_id, found.story_id) == (forms[1], apart)


def test_what_stays_is_asked_about_when_what_it_was_told_by_leaves(runtime: Runtime) -> None:
    desk = add_subscription(runtime, "desk", "entity:baykar")
    first, _, story = tell_both(runtime)
    split_story(runtime, story, [str(first)])
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("first", True)]


def test_what_stood_under_another_headline_is_told_in_the_next_digest(runtime: Runtime) -> None:
    daily = add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    first, second, story = tell_both(runtime)
    with runtime.database.write() as session, session.begin():
        write_digest(runtime, session, session.get_one(Subscription, daily), runtime.now(), forced=True)
        places = {one.article_id: one.place for one in session.scalars(select(DigestItem))}
    assert places[second] == "story", "under the headline of the first"
    split_story(runtime, story, [str(second)])
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        assert first in set(session.scalars(select(DigestItem.article_id)))
        slot = runtime.now() + timedelta(minutes=1)
        write_digest(runtime, session, session.get_one(Subscription, daily), slot, forced=True)
    (_, again) = list_rows(runtime.database, Delivery)
    assert COPY.title in str(again.payload)
    assert WIRE.title not in str(again.payload)


def test_what_an_alert_told_is_still_in_the_next_digest(runtime: Runtime) -> None:
    desk = add_subscription(runtime, "desk", "entity:baykar")
    daily = add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    first, second, story = tell_both(runtime)
    split_story(runtime, story, [str(first)])
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("first", True)]
    with runtime.database.write() as session, session.begin():
        write_digest(runtime, session, session.get_one(Subscription, daily), runtime.now(), forced=True)
        places = {one.article_id: one.place for one in session.scalars(select(DigestItem))}
    assert places == {first: "story", second: "story"}


def test_an_update_that_leaves_was_the_first_report_of_its_story(runtime: Runtime, turnable: TurnableClock) -> None:
    desk = add_subscription(runtime, "desk", "entity:baykar")
    add_article(runtime, add_read_feed(runtime), WIRE)
    follow(runtime)
    turnable.turn(hours=5)
    update_id = add_article(runtime, add_read_feed(runtime, "other"), UPDATE)
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("update", True)]
    story = find_one(runtime.database, Article, update_id).story_id
    split_story(runtime, story, [str(update_id)])
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("first", True)]
    assert len(list_rows(runtime.database, Delivery)) == 2, "nobody is told of it again"


def test_what_was_joined_and_taken_back_is_not_told_again(runtime: Runtime, turnable: TurnableClock) -> None:
    daily = add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    second = add_article(runtime, add_read_feed(runtime, "other"), ACCORD)
    follow(runtime)
    with runtime.database.write() as session, session.begin():
        write_digest(runtime, session, session.get_one(Subscription, daily), runtime.now(), forced=True)
    turnable.turn(minutes=5)
    one, other = (find_one(runtime.database, Article, row).story_id for row in (first, second))
    join_stories(runtime, one, [other])
    split_story(runtime, one, [str(second)])
    with runtime.database.read() as session:
        assert set(session.scalars(select(DigestItem.article_id))) == {first, second}


def test_joined_stories_are_one_and_were_told_once(runtime: Runtime, turnable: TurnableClock) -> None:
    desk = add_subscription(runtime, "desk", "")
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    second = add_article(runtime, add_read_feed(runtime, "other"), ACCORD)
    follow(runtime)
    apart = [one.story_id or 0 for one in list_articles(runtime.database)]
    assert len(set(apart)) == 2
    done = join_stories(runtime, apart[0], [apart[1]])
    assert (done.articles, done.moved) == (2, 1)
    assert list_kinds(runtime.database, desk) == [("first", True), ("update", True)]
    (story,) = list_rows(runtime.database, Story)
    assert (story.article_count, story.first_article_id, story.latest_article_id) == (2, first, second)
    joined = find_one(runtime.database, Article, second)
    assert (joined.relation, joined.related_id, len(joined.new_sentences)) == ("same_story", first, 3)
    turnable.turn(hours=1)
    copy = add_article(runtime, add_read_feed(runtime, "third"), Told(ACCORD.title, ACCORD.text + " It rained."))
    follow(runtime)
    assert find_one(runtime.database, Article, copy).story_id == apart[0]
    assert {match.story_id for match in list_rows(runtime.database, Match)} == {apart[0]}


def test_splitting_takes_back_a_join_and_joining_a_split(runtime: Runtime) -> None:
    _, second, story = tell_both(runtime)
    apart = split_story(runtime, story, [str(second)]).story_id
    follow(runtime)
    join_stories(runtime, story, [apart])
    facts = explain_article(runtime, str(second)).story
    assert facts is not None
    assert [line.split(" ")[0] for line in facts.corrections] == ["joined"]
    split_story(runtime, story, [str(second)])
    facts = explain_article(runtime, str(second)).story
    assert facts is not None
    assert [line.split(" ")[0] for line in facts.corrections] == ["told"]


def test_mistakes_are_named_and_change_nothing(runtime: Runtime) -> None:
    first, second, story = tell_both(runtime)
    for keys, why in (
        ([str(first), str(second)], "has no other articles"),
        (["999"], "no article is known by '999'"),
    ):
        with pytest.raises(UsageError, match=why):
            split_story(runtime, story, keys)
    with pytest.raises(UsageError, match="there is no story 999"):
        join_stories(runtime, story, [999])
    with pytest.raises(UsageError, match="cannot be joined to itself"):
        join_stories(runtime, story, [story])
    stranger = add_article(runtime, add_read_feed(runtime, "third"), ACCORD)
    follow(runtime)
    other = find_one(runtime.database, Article, stranger).story_id
    for key, named in ((str(stranger), f"article {stranger}"), ("seed:named", "seed:named")):
        with runtime.database.write() as session, session.begin():
            session.execute(update(Article).where(Article.id == stranger).values(name="seed:named"))
        said = f"{named} is not in story {story} but in story {other}; story {story} has {first}, {second}"
        with pytest.raises(UsageError, match=said):
            split_story(runtime, story, [key])
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == second).values(state="arrived"))
    with pytest.raises(UsageError, match=f"article {second} of story {story} is being worked on; try again"):
        split_story(runtime, story, [str(second)])
    assert [one.story_id for one in list_articles(runtime.database)][:2] == [story, story]
