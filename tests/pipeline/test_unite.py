"""Stories that are one after all: what was not told moves, what was told is linked; what a person parted stays."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import delete, select, update

from db.articles import claim_articles, insert_row, select_judged
from db.corrections import record_corrections
from db.models import Article, FormerStory, Link, Story
from db.outbox_models import Delivery, Match, Subscription
from db.stories import lock_stories
from tests.pipeline.building import (
    LATER,
    WIRE,
    Told,
    add_article,
    add_read_feed,
    add_subscription,
    find_one,
    list_kinds,
    list_rows,
)
from tests.pipeline.reading import follow
from worker.pipeline.alert import Report, try_article
from worker.pipeline.digest import write_digest
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.resettle import describe_story
from worker.pipeline.runtime import Runtime
from worker.pipeline.unite import unite_akin
from worker.pipeline.watches import list_watches

RETOLD = (
    Told(
        "Leonardo and Baykar start drone plant at Turin",
        "Italy's Leonardo and Turkey's Baykar have begun to build unmanned aircraft at a new plant outside Turin, "
        "opened on Monday with ministers of both countries watching. Once a second line is in place it can deliver 48 "
        "airframes a year. Unions were promised in writing that no job will leave.",
    ),
    Told(
        "Turin plant of Leonardo and Baykar to build 48 drones a year",
        "Ministers from Italy and Türkiye came to Turin on Monday for the opening of a drone plant that Leonardo runs "
        "with Baykar. It is meant to make 48 airframes a year once it has two lines. Workers have a written pledge, "
        "and the region has paid for a new road to the gate.",
    ),
)


def part(runtime: Runtime, *ids: int) -> int:
    """Put articles into a story of their own, as if nothing near had been known when they came. The story's id."""
    with runtime.database.write() as session, session.begin():
        parted = [session.get_one(Article, one) for one in ids]
        before = session.get_one(Story, parted[0].story_id)
        story_id = insert_row(session, Story, {**describe_story(parted), "updated_at": runtime.now()})
        before.article_count -= len(parted)
        before.latest_article_id = before.first_article_id
        for one in parted:
            one.story_id, one.relation, one.related_id, one.new_sentences = story_id, "new", None, None
        session.flush()
        session.execute(delete(Link).where(Link.article_id.in_(ids)))
        session.execute(update(Match).where(Match.article_id.in_(ids)).values(story_id=story_id))
        return story_id


def tell_apart(runtime: Runtime, *later: Told, alert_first: bool = False) -> tuple[Article, Article]:
    """A wire in one story, two reports in other words in another; the first of each. The wire is matched before the
    others come, or with them."""
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    ingest_arrived(runtime)
    if alert_first:
        follow(runtime)
    others = [add_article(runtime, add_read_feed(runtime, f"other{i}"), one) for i, one in enumerate(later or RETOLD)]
    ingest_arrived(runtime)
    part(runtime, *others)
    return reload(runtime, first, others[0])


def reload(runtime: Runtime, first: int, second: int) -> tuple[Article, Article]:
    return find_one(runtime.database, Article, first), find_one(runtime.database, Article, second)


def ask(runtime: Runtime, article: Article, akin: Sequence[int | None]) -> None:
    """Ask whether the story of an article and those akin to it are one."""
    with runtime.database.write() as session, session.begin():
        lock_stories(session)
        unite_akin(session, article, article.story_id or 0, [one for one in akin if one], runtime.now())


def test_what_nobody_was_told_of_moves_into_the_earlier_story(runtime: Runtime) -> None:
    digest = add_subscription(runtime, "morning", "", schedule="daily 07:00 Europe/Istanbul")
    first, second = tell_apart(runtime)
    follow(runtime)
    ask(runtime, second, [first.story_id])
    one, other = reload(runtime, first.id, second.id)
    assert (other.story_id, other.relation, other.related_id) == (one.story_id, "same_story", one.id)
    assert other.relation_evidence is not None
    assert other.relation_evidence.startswith(f"its story and that of “{WIRE.title}” (outlet) are one: 2 pairs")
    assert other.new_sentences is not None
    assert [sentence.split()[0] for sentence in other.new_sentences] == ["Italy's", "Once", "Unions"]
    (story,) = list_rows(runtime.database, Story)
    (gone,) = list_rows(runtime.database, FormerStory)
    assert gone.into_id == story.id
    assert (story.id, story.article_count, story.latest_article_id) == (one.story_id, 3, other.id + 1)
    assert {row.story_id for row in list_rows(runtime.database, Match)} == {one.story_id}
    assert list_kinds(runtime.database, digest) == [("repeat", False)] * 3
    with runtime.database.read() as session:
        links = session.execute(select(Link.article_id, Link.other_id, Link.relation).order_by(Link.article_id)).all()
    assert [tuple(row) for row in links] == [(row, one.id, "same_story") for row in (other.id, other.id + 1)]


def test_what_was_told_stays_and_the_other_story_comes(runtime: Runtime) -> None:
    first, second = tell_apart(runtime)
    with runtime.database.write() as session, session.begin():  # matched, though of no use to anybody
        session.execute(update(Article).where(Article.id == first.id).values(state="done"))
    desk = add_subscription(runtime, "desk", "entity:baykar")
    follow(runtime)
    assert list_kinds(runtime.database, desk)[0] == ("first", True)
    ask(runtime, second, [first.story_id])
    one, other = reload(runtime, first.id, second.id)
    assert (one.story_id, one.relation, one.related_id) == (second.story_id, "same_story", second.id)
    assert (other.story_id, other.relation) == (second.story_id, "new")


def test_what_both_told_remains_two_stories(runtime: Runtime) -> None:
    desk = add_subscription(runtime, "desk", "entity:baykar")
    first, second = tell_apart(runtime, alert_first=True)
    follow(runtime)
    assert [kind for kind, _ in list_kinds(runtime.database, desk)].count("first") == 2
    ask(runtime, second, [first.story_id])
    one, other = reload(runtime, first.id, second.id)
    assert (one.story_id, other.story_id) == (first.story_id, second.story_id)
    assert (one.relation, other.relation) == ("new", "new")


def test_what_a_person_told_apart_is_never_united(runtime: Runtime) -> None:
    first, second = tell_apart(runtime)
    with runtime.database.write() as session, session.begin():
        record_corrections(session, [(first.id, second.id)], together=False, note=None, now=runtime.now())
    ask(runtime, second, [first.story_id])
    assert reload(runtime, first.id, second.id)[1].story_id == second.story_id


def test_a_story_of_the_seed_corpus_is_united_with_none(runtime: Runtime) -> None:
    first, second = tell_apart(runtime)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == first.id).values(seed=True))
    ask(runtime, second, [first.story_id])
    assert reload(runtime, first.id, second.id)[1].story_id == second.story_id


def test_a_story_that_is_gone_or_tells_something_else_changes_nothing(runtime: Runtime) -> None:
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    second = add_article(runtime, add_read_feed(runtime, "other"), LATER)
    follow(runtime)
    part(runtime, second)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Article).where(Article.id == second).values(dated_at=runtime.now() - timedelta(days=30)))
    one, other = reload(runtime, first, second)
    ask(runtime, other, [one.story_id, 10_000])
    assert reload(runtime, first, second)[1].story_id == other.story_id


def test_what_was_claimed_before_its_story_moved_is_told_in_the_new_one(runtime: Runtime) -> None:
    add_subscription(runtime, "morning", "", schedule="daily 07:00 Europe/Istanbul")
    first, second = tell_apart(runtime)
    with runtime.database.write() as session, session.begin():
        until = runtime.now() + timedelta(minutes=5)
        claimed = {one.id: one for one in claim_articles(session, select_judged(runtime.now()), until, 10)}
    ask(runtime, second, [first.story_id])
    with runtime.database.write() as session, session.begin():
        lock_stories(session)
        for one in claimed.values():
            try_article(runtime, Report(session, one, runtime.now()), list_watches(session))
    assert [row.story_id for row in list_rows(runtime.database, Match)] == [first.story_id] * 3
    assert [row.state for row in list_rows(runtime.database, Article)] == ["done"] * 3


def test_what_was_new_in_its_story_is_new_no_more_where_the_other_has_told_it(runtime: Runtime) -> None:
    known, fresh = WIRE.text.split(". ")[4] + ".", "A choir of pupils sang at the gate for an hour."
    longer = Told(RETOLD[1].title, f"{RETOLD[1].text} {known} {fresh}")
    first, second = tell_apart(runtime, RETOLD[0], longer)
    with runtime.database.write() as session, session.begin():
        update_of = {"relation": "update", "related_id": second.id, "new_sentences": [known, fresh]}
        session.execute(update(Article).where(Article.id == second.id + 1).values(update_of))
    ask(runtime, second, [first.story_id])
    moved = find_one(runtime.database, Article, second.id + 1)
    assert (moved.story_id, moved.relation, moved.related_id) == (first.story_id, "update", second.id)
    assert moved.new_sentences == [fresh]


def test_a_story_is_not_united_with_itself(runtime: Runtime) -> None:
    first, second = tell_apart(runtime)
    ask(runtime, second, [second.story_id])
    assert reload(runtime, first.id, second.id)[1].story_id == second.story_id
    assert {row.relation for row in list_rows(runtime.database, Article)} == {"new"}


def test_a_later_report_makes_one_story_of_two_and_the_digest_tells_one(runtime: Runtime) -> None:
    morning = add_subscription(runtime, "morning", "", schedule="daily 07:00 Europe/Istanbul")
    first, second = tell_apart(runtime, RETOLD[0])
    third = add_article(runtime, add_read_feed(runtime, "third"), RETOLD[1])
    follow(runtime)
    one, other = reload(runtime, first.id, second.id)
    last = find_one(runtime.database, Article, third)
    assert (other.story_id, last.story_id, other.relation) == (one.story_id, one.story_id, "same_story")
    with runtime.database.write() as session, session.begin():
        assert write_digest(runtime, session, session.get_one(Subscription, morning), runtime.now(), forced=True)
    (message,) = list_rows(runtime.database, Delivery)
    (block,) = [block for section in message.payload["sections"] for block in section["blocks"]]
    assert (block["headline"], block["status"]) == (WIRE.title, "new")
    assert "outlet (en) first; other0 (en), third (en)" in [line["text"] for line in block["lines"]]
