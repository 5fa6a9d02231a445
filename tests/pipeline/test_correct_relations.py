"""What articles are to each other once a person has told them apart or joined them: what each adds, why it is there."""

import pytest
from sqlalchemy import select, update

from db.models import Article
from db.outbox_models import Delivery
from tests.pipeline.building import (
    ACCORD,
    LATER,
    UPDATE,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
    find_one,
    list_kinds,
    list_rows,
)
from tests.pipeline.reading import follow
from worker.errors import UsageError
from worker.net.mail import render_text
from worker.pipeline.convert import unpack_message
from worker.pipeline.correct import join_stories, split_story
from worker.pipeline.explain import explain_article
from worker.pipeline.runtime import Runtime
from worker.pipeline.storylist import show_story

DIRECTOR = "The partners made Elif Saygun, an engineer from Izmir, its director."
BUDGET = "She will have a budget of 92 million euros for the first two years."
FAIR = Told(
    "Türkiye is the guest of the tourism fair in Rimini",
    "Türkiye is the guest of honour of the tourism fair in Rimini, Italy. Eighty hotels of the Aegean show rooms.",
)
NAMED = Told("A director for the drone plant near Turin", f"{WIRE.text} {DIRECTOR} {BUDGET}")


def tell_all(runtime: Runtime, *told: Told) -> tuple[list[int], int]:
    """Reports of one story by an outlet each: their ids, and the story's."""
    ids = []
    for place, one in enumerate(told):
        ids.append(add_article(runtime, add_read_feed(runtime, f"outlet-{place}"), one))
        follow(runtime)
    (story,) = {find_one(runtime.database, Article, one).story_id for one in ids}
    return ids, story


def test_an_update_of_what_was_told_apart_says_what_is_new_in_it(runtime: Runtime) -> None:
    desk = add_subscription(runtime, "desk", "entity:baykar")
    (_, second, third), story = tell_all(runtime, WIRE, UPDATE, NAMED)
    apart = split_story(runtime, story, [str(second), str(third)]).story_id
    moved = find_one(runtime.database, Article, third)
    assert (moved.story_id, moved.relation, moved.related_id) == (apart, "same_story", second)
    assert explain_article(runtime, str(third)).new_sentences == (DIRECTOR, BUDGET)
    follow(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("first", True), ("update", True)]
    mail = " ".join(render_text(unpack_message(list_rows(runtime.database, Delivery)[-1].payload)).split())
    assert f"New: {DIRECTOR}" in mail


def test_what_only_those_said_that_left_is_new_in_what_stays(runtime: Runtime) -> None:
    (first, second, third), story = tell_all(runtime, WIRE, UPDATE, LATER)
    assert find_one(runtime.database, Article, third).related_id == second
    assert explain_article(runtime, str(third)).new_sentences == (DIRECTOR, BUDGET)
    apart = split_story(runtime, story, [str(second)]).story_id
    stays = find_one(runtime.database, Article, third)
    assert (stays.story_id, stays.related_id) == (story, first)
    assert stays.relation_evidence == f"told apart from story {apart} by hand on {runtime.now():%Y-%m-%d}"
    new = explain_article(runtime, str(third)).new_sentences
    assert len(new) == 5, "the three of the report that left, and two of its own"
    assert new[-2:] == (DIRECTOR, BUDGET)


def test_after_a_join_nothing_is_said_to_be_told_apart_from_its_own_story(runtime: Runtime) -> None:
    (first, second, third), story = tell_all(runtime, WIRE, UPDATE, NAMED)
    apart = split_story(runtime, story, [str(second), str(third)]).story_id
    follow(runtime)
    join_stories(runtime, story, [apart])
    today = f"by hand on {runtime.now():%Y-%m-%d}"
    found = [find_one(runtime.database, Article, one) for one in (first, second, third)]
    assert {one.story_id for one in found} == {story}
    assert [one.relation for one in found] == ["new", "same_story", "same_story"]
    assert [one.relation_evidence for one in found[1:]] == [f"joined {today}"] * 2
    assert find_one(runtime.database, Article, second).related_id == first


def test_what_stayed_is_not_said_to_be_apart_from_what_came_back(runtime: Runtime) -> None:
    (first, second, third), story = tell_all(runtime, WIRE, UPDATE, NAMED)
    apart = split_story(runtime, story, [str(first)]).story_id
    follow(runtime)
    stays = find_one(runtime.database, Article, third)
    assert stays.relation_evidence == f"told apart from story {apart} by hand on {runtime.now():%Y-%m-%d}"
    join_stories(runtime, story, [apart])
    today = f"by hand on {runtime.now():%Y-%m-%d}"
    told = [find_one(runtime.database, Article, one).relation_evidence for one in (first, second, third)]
    assert told == [f"joined {today}", *[f"others were joined to its story {today}"] * 2]


def test_what_is_still_told_apart_from_a_third_story_says_so(runtime: Runtime) -> None:
    (_, second, third), story = tell_all(runtime, WIRE, UPDATE, NAMED)
    apart = split_story(runtime, story, [str(second), str(third)]).story_id
    other = add_article(runtime, add_read_feed(runtime, "accord"), ACCORD)
    follow(runtime)
    join_stories(runtime, find_one(runtime.database, Article, other).story_id, [apart])
    why = find_one(runtime.database, Article, third).relation_evidence
    assert why == f"told apart from story {story} by hand on {runtime.now():%Y-%m-%d}"


def test_a_seed_that_is_joined_by_hand_says_so_until_it_is_taken_out(runtime: Runtime, turnable: TurnableClock) -> None:
    (first,), story = tell_all(runtime, WIRE)
    other = add_article(runtime, add_read_feed(runtime, "accord"), ACCORD)
    follow(runtime)
    turnable.turn(hours=1)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == other).values(seed=True, name="seed:accord"))
    join_stories(runtime, story, [find_one(runtime.database, Article, other).story_id])
    today = f"by hand on {runtime.now():%Y-%m-%d}"
    seed = find_one(runtime.database, Article, other)
    assert (seed.relation, seed.related_id, seed.relation_evidence) == ("same_story", first, f"joined {today}")
    split_story(runtime, story, ["seed:accord"])
    with runtime.database.read() as session:
        (seed,) = session.scalars(select(Article).where(Article.seed)).all()
    why = f"told apart from story {story} {today}"
    assert (seed.relation, seed.related_id, seed.relation_evidence) == ("new", None, why)


def test_whoever_names_a_story_that_is_gone_learns_where_it_is(runtime: Runtime) -> None:
    stories = []
    for place, one in enumerate((WIRE, ACCORD, FAIR)):
        article = add_article(runtime, add_read_feed(runtime, f"outlet-{place}"), one)
        follow(runtime)
        stories.append(find_one(runtime.database, Article, article).story_id)
    first, second, third = stories
    join_stories(runtime, second, [third])
    join_stories(runtime, first, [second])
    for gone in (second, third):
        said = f"there is no story {gone} any more; it is part of story {first}"
        with pytest.raises(UsageError, match=said):
            show_story(runtime, gone)
        with pytest.raises(UsageError, match=said):
            split_story(runtime, gone, ["1"])
