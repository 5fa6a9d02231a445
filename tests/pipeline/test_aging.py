"""The same-story index forgets what nobody asks for any more; nothing that was decided, nor what a copy is found by."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import func, select, update

from config.files import data_path
from db.candidates import count_days
from db.models import Article, FingerprintRow, StoryKeyRow
from db.stories import lock_stories
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
    find_one,
)
from worker.pipeline.aging import KEPT, forget_aged
from worker.pipeline.alert import alert_judged
from worker.pipeline.correct import split_story
from worker.pipeline.explain import explain_article
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime
from worker.pipeline.seeds import load_seeds
from worker.pipeline.sweep import sweep_left

RETOLD = Told(
    "Torino, Leonardo e Baykar inaugurano la fabbrica di droni",
    "Leonardo e Baykar hanno inaugurato lunedì vicino a Torino uno stabilimento per droni, con i ministri di Italia e "
    "Turchia. A regime ne usciranno 48 velivoli l'anno.",
)


def count_rows(runtime: Runtime, model: type[StoryKeyRow] | type[FingerprintRow], article_id: int) -> int:
    with runtime.database.read() as session:
        return session.scalar(select(func.count()).select_from(model).where(model.article_id == article_id)) or 0


def test_the_tick_waits_for_no_worker_that_places_articles(runtime: Runtime, turnable: TurnableClock) -> None:
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    ingest_arrived(runtime)
    turnable.turn(days=KEPT.days + 1)
    if runtime.database.engine.dialect.name == "postgresql":  # SQLite has one writer
        with runtime.database.write() as session, session.begin():
            lock_stories(session)
            assert forget_aged(runtime) == 0
    assert count_rows(runtime, StoryKeyRow, first) > 0
    assert forget_aged(runtime) == 1


def test_keys_go_when_nobody_can_ask_for_them(runtime: Runtime, turnable: TurnableClock) -> None:
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    ingest_arrived(runtime)
    day, wording = turnable().date(), count_rows(runtime, FingerprintRow, first)
    turnable.turn(days=KEPT.days)
    other = add_article(runtime, add_read_feed(runtime, "other"), ACCORD)
    ingest_arrived(runtime)
    sweep_left(runtime)
    assert count_rows(runtime, StoryKeyRow, first) > 10, "kept for all days that are promised"
    turnable.turn(days=1)
    sweep_left(runtime)
    assert count_rows(runtime, StoryKeyRow, first) == 0
    assert count_rows(runtime, StoryKeyRow, other) > 10
    assert count_rows(runtime, FingerprintRow, first) == wording > 10
    with runtime.database.read() as session:
        assert count_days(session, day, turnable().date()) == {day + KEPT: 1}, "nor is it counted"


def test_a_copy_is_found_at_any_age_and_explained(runtime: Runtime, turnable: TurnableClock) -> None:
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    told = add_article(runtime, add_read_feed(runtime, "other"), RETOLD)
    ingest_arrived(runtime)
    assert find_one(runtime.database, Article, told).relation == "same_story"
    turnable.turn(days=KEPT.days + 1)
    assert forget_aged(runtime) == 2
    copy = add_article(runtime, add_read_feed(runtime, "third"), WIRE)
    ingest_arrived(runtime)
    row = find_one(runtime.database, Article, copy)
    assert (row.relation, row.related_id) == ("duplicate", first)
    explained = explain_article(runtime, str(told))
    assert explained.aged
    assert not explain_article(runtime, str(copy)).aged
    assert [one.id for one in explained.neighbours] == [first]
    assert explained.story is not None
    assert len(explained.story.members) == 3


def test_what_was_forgotten_may_be_judged_anew_and_told_apart(runtime: Runtime, turnable: TurnableClock) -> None:
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    told = add_article(runtime, add_read_feed(runtime, "other"), RETOLD)
    ingest_arrived(runtime)
    turnable.turn(days=KEPT.days + 1)
    assert forget_aged(runtime) == 2
    with runtime.database.write() as session, session.begin():  # as when its page was read
        session.execute(update(Article).where(Article.id == told).values(state="arrived"))
    assert ingest_arrived(runtime).again == 1
    row, other = (find_one(runtime.database, Article, one) for one in (told, first))
    assert row.story_id == other.story_id
    assert forget_aged(runtime) == 1, "it was indexed anew"
    alert_judged(runtime)
    assert split_story(runtime, row.story_id, [str(told)]).articles == 1


def test_seeds_are_never_forgotten(runtime: Runtime, turnable: TurnableClock) -> None:
    assert load_seeds(runtime, data_path("seeds"))
    with runtime.database.read() as session:
        before = session.scalar(select(func.count()).select_from(StoryKeyRow))
    turnable.turn(days=3 * KEPT.days)
    add_article(runtime, add_read_feed(runtime), RETOLD)  # something that was known long ago
    turnable.turn(days=3 * KEPT.days)
    assert forget_aged(runtime) == 0
    with runtime.database.read() as session:
        assert session.scalar(select(func.count()).select_from(StoryKeyRow)) == before


def test_what_came_late_is_found_as_long_as_what_came_in_time(runtime: Runtime, turnable: TurnableClock) -> None:
    """Feeds are added with months of backlog; two of them still tell one story."""
    old = add_article(runtime, add_read_feed(runtime), ACCORD)
    ingest_arrived(runtime)
    turnable.turn(days=KEPT.days + 30)
    long_ago = turnable() - KEPT - timedelta(days=20)
    late = add_article(runtime, add_read_feed(runtime, "late"), WIRE, published_at=long_ago)
    ingest_arrived(runtime)
    sweep_left(runtime)
    assert count_rows(runtime, StoryKeyRow, old) == 0
    turnable.turn(days=KEPT.days - 1)
    sweep_left(runtime)
    told = add_article(runtime, add_read_feed(runtime, "other"), RETOLD, published_at=long_ago)
    ingest_arrived(runtime)
    assert find_one(runtime.database, Article, told).related_id == late
    turnable.turn(days=2)
    sweep_left(runtime)
    assert count_rows(runtime, StoryKeyRow, late) == 0
    assert count_rows(runtime, StoryKeyRow, told) > 10


def test_a_step_is_bounded_and_the_oldest_go_first(runtime: Runtime, turnable: TurnableClock) -> None:
    feed = add_read_feed(runtime)
    articles = []
    for told in (WIRE, COPY, UPDATE, LATER, ACCORD):
        articles.append(add_article(runtime, feed, told))
        turnable.turn(days=1)
    ingest_arrived(runtime)
    turnable.turn(days=KEPT.days)
    left = []
    while forget_aged(runtime, limit=2):
        left.append([one for one in articles if count_rows(runtime, StoryKeyRow, one)])
    assert left == [articles[2:], articles[4:], []]


def test_two_may_sweep_at_once(runtime: Runtime, turnable: TurnableClock) -> None:
    feed = add_read_feed(runtime)
    articles = [add_article(runtime, feed, told) for told in (WIRE, COPY, UPDATE, LATER, ACCORD)]
    ingest_arrived(runtime)
    turnable.turn(days=KEPT.days + 1)
    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(lambda _: forget_aged(runtime), range(2))) == len(articles)
    assert not any(count_rows(runtime, StoryKeyRow, one) for one in articles)
