"""Ingest: what arrived is judged, related and joined; what fails is tried three times, and stops nothing else."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.articles import MOST_DEATHS
from db.models import Article, ArticleEntity, FingerprintRow, Link, Story, StoryKeyRow
from db.outbox_models import Subscription
from tests.pipeline.building import (
    ACCORD,
    COPY,
    FOOTBALL,
    RECIPE,
    UPDATE,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
    find_one,
    list_articles,
    list_rows,
)
from worker.news.judge import Judge
from worker.news.types import Item, Judgement
from worker.pipeline import ingest
from worker.pipeline.assess import Assessed, assess_item
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import sweep_left


def count_rows(runtime: Runtime, model: Any, article_id: int) -> int:
    """How many rows of a table belong to an article."""
    with runtime.database.read() as session:
        return session.scalar(select(func.count()).select_from(model).where(model.article_id == article_id)) or 0


def test_a_copy_joins_its_story_and_adds_nothing(runtime: Runtime) -> None:
    first = add_article(runtime, add_read_feed(runtime, "one"), WIRE)
    copy = add_article(runtime, add_read_feed(runtime, "two"), COPY)
    done = ingest_arrived(runtime)
    assert (done.judged, done.kept, done.failed) == (2, 2, [])
    one, two = (find_one(runtime.database, Article, row) for row in (first, copy))
    assert (one.state, two.state, one.relation) == ("judged", "judged", "new")
    assert two.relation in ("duplicate", "near_duplicate")
    assert (two.related_id, two.story_id, two.new_sentences) == (first, one.story_id, [])
    (story,) = list_rows(runtime.database, Story)
    assert (story.article_count, story.first_article_id, story.latest_article_id) == (2, first, copy)
    with runtime.database.read() as session:
        (link,) = session.scalars(select(Link))
        assert (link.article_id, link.other_id, link.relation) == (copy, first, two.relation)
        assert (link.of_new or 0) > 0.5
        assert link.evidence == two.relation_evidence


def test_an_update_joins_with_the_sentences_it_adds(runtime: Runtime, turnable: TurnableClock) -> None:
    first = add_article(runtime, add_read_feed(runtime, "one"), WIRE)
    ingest_arrived(runtime)
    turnable.turn(hours=3)
    update = add_article(runtime, add_read_feed(runtime, "two"), UPDATE)
    ingest_arrived(runtime)
    row = find_one(runtime.database, Article, update)
    assert (row.relation, row.related_id) == ("update", first)
    assert row.story_id == find_one(runtime.database, Article, first).story_id
    assert len(row.new_sentences) == 3
    assert row.new_sentences[0].startswith("The head of the works council")


def test_a_revision_of_the_same_page_is_related_to_it(runtime: Runtime) -> None:
    feed = add_read_feed(runtime)
    first = add_article(runtime, feed, WIRE, "1", url="https://outlet.example/turin")
    ingest_arrived(runtime)
    revision = add_article(runtime, feed, UPDATE, "1", url="https://outlet.example/turin")
    ingest_arrived(runtime)
    row = find_one(runtime.database, Article, revision)
    assert (row.revises_id, row.relation, row.related_id) == (first, "update", first)


def test_a_correction_is_one_of_its_own_page_whoever_copied_that(runtime: Runtime) -> None:
    feed, url = add_read_feed(runtime), "https://outlet.example/turin"
    first = add_article(runtime, feed, WIRE, "1", url=url)
    add_article(runtime, add_read_feed(runtime, "two"), COPY)
    second = add_article(runtime, feed, Told(WIRE.title, WIRE.text.replace("48 air", "54 air")), "1", url=url)
    third = add_article(runtime, feed, Told(WIRE.title, WIRE.text.replace("48 air", "60 air")), "1", url=url)
    ingest_arrived(runtime)
    rows = [find_one(runtime.database, Article, one) for one in (second, third)]
    assert [(row.relation, row.related_id) for row in rows] == [("update", first), ("update", second)]
    assert rows[1].relation_evidence.endswith("with a figure changed: 54 → 60")


def test_other_news_opens_a_story_of_its_own(runtime: Runtime) -> None:
    feed = add_read_feed(runtime)
    ids = [add_article(runtime, feed, told) for told in (WIRE, ACCORD)]
    ingest_arrived(runtime)
    one, two = (find_one(runtime.database, Article, row) for row in ids)
    assert one.story_id != two.story_id
    assert count_rows(runtime, ArticleEntity, ids[0]) >= 4
    assert {"leonardo", "baykar"} <= {row.entity for row in list_entities(runtime, ids[0])}


def list_entities(runtime: Runtime, article_id: int) -> list[ArticleEntity]:
    """The known things of an article."""
    with runtime.database.read() as session:
        return list(session.scalars(select(ArticleEntity).where(ArticleEntity.article_id == article_id)))


def test_what_is_irrelevant_is_kept_with_its_reason_and_not_indexed(runtime: Runtime) -> None:
    article_id = add_article(runtime, add_read_feed(runtime), RECIPE)
    done = ingest_arrived(runtime)
    assert (done.judged, done.kept) == (1, 0)
    row = find_one(runtime.database, Article, article_id)
    assert (row.state, row.relevant, row.story_id, row.shingles, row.relation) == ("done", False, None, None, None)
    assert row.title == RECIPE.title
    assert row.score is not None
    assert row.evidence["reason"]
    assert [count_rows(runtime, model, article_id) for model in (FingerprintRow, StoryKeyRow, ArticleEntity)] == [0] * 3


@pytest.mark.parametrize(("changes", "state"), [({}, "judged"), ({"paused": True}, "done"), ({"query": "("}, "done")])
def test_a_subscription_of_any_scope_makes_irrelevant_news_worth_indexing(
    runtime: Runtime, changes: dict[str, object], state: str
) -> None:
    """Unless it is paused; and one whose query cannot be read is passed over."""
    subscription = add_subscription(runtime, "cups", "goalkeeper", scope="any")
    with runtime.database.write() as session, session.begin():
        row = session.get_one(Subscription, subscription)
        for name, value in changes.items():
            setattr(row, name, value)
    feed = add_read_feed(runtime)
    wanted, other = add_article(runtime, feed, FOOTBALL), add_article(runtime, feed, RECIPE)
    assert ingest_arrived(runtime).failed == []
    article = find_one(runtime.database, Article, wanted)
    assert (article.state, article.relevant) == (state, False)
    assert bool(article.story_id) == (state == "judged")
    assert find_one(runtime.database, Article, other).state == "done"


# --- What fails -------------------------------------------------------------------------------------------------------
@pytest.fixture
def failing_title(monkeypatch: pytest.MonkeyPatch) -> str:
    """Judging an article of this title raises, as a bug on odd input would."""
    real = Judge.judge

    def judge(self: Judge, item: Item) -> Judgement:
        if item.title == ACCORD.title:
            raise ZeroDivisionError("odd input")
        return real(self, item)

    monkeypatch.setattr(Judge, "judge", judge)
    return ACCORD.title


def test_a_failing_judgement_is_tried_three_times_and_set_aside(runtime: Runtime, failing_title: str) -> None:
    feed = add_read_feed(runtime)
    bad, good = add_article(runtime, feed, ACCORD), add_article(runtime, feed, WIRE)
    states = []
    for _ in range(4):
        done = ingest_arrived(runtime)
        states.append((done.judged, len(done.failed), find_one(runtime.database, Article, bad).state))
    assert states == [(1, 1, "arrived"), (0, 1, "arrived"), (0, 1, "poison"), (0, 0, "poison")]
    assert find_one(runtime.database, Article, good).state == "judged"
    row = find_one(runtime.database, Article, bad)
    assert "odd input" in row.error
    assert row.lease_token is None


def test_a_failing_placement_leaves_no_half_and_stops_no_other(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It fails in SQL, in the middle of the batch's transaction, after its tags went in."""
    feed, real = add_read_feed(runtime), ingest.insert_tags
    bad, good = add_article(runtime, feed, ACCORD), add_article(runtime, feed, WIRE)

    def insert_twice(session: Session, judged: Sequence[tuple[int, Judgement]]) -> None:
        real(session, [*judged, *(one for one in judged if one[0] == bad)])

    monkeypatch.setattr(ingest, "insert_tags", insert_twice)
    done = ingest_arrived(runtime)
    assert (done.judged, len(done.failed)) == (1, 1)
    assert (find_one(runtime.database, Article, good).state, find_one(runtime.database, Article, bad).state) == (
        "judged",
        "arrived",
    )
    assert count_rows(runtime, ArticleEntity, bad) == 0
    monkeypatch.undo()
    assert ingest_arrived(runtime).judged == 1


def test_a_worker_that_comes_back_late_changes_nothing(runtime: Runtime, turnable: TurnableClock) -> None:
    article_id = add_article(runtime, add_read_feed(runtime), WIRE)
    real = runtime.rules.judge.judge

    class SlowJudge(Judge):
        """Judges for longer than its lease; meanwhile another worker does the work."""

        def __init__(self) -> None:
            self.slept = False

        def judge(self, item: Item) -> Judgement:
            if not self.slept:
                self.slept = True
                turnable.turn(seconds=runtime.settings.lease_seconds)
                assert ingest_arrived(slow).judged == 1
            return real(item)

    slow = replace(runtime, rules=replace(runtime.rules, judge=SlowJudge()))
    ingest_arrived(slow)
    assert len(list_rows(runtime.database, Story)) == 1
    assert find_one(runtime.database, Article, article_id).state == "judged"


def test_what_died_without_a_word_is_set_aside_by_the_sweep(runtime: Runtime, turnable: TurnableClock) -> None:
    article_id = add_article(runtime, add_read_feed(runtime), WIRE)

    class Killed(BaseException):
        """As if the process had been killed."""

    class DeadlyJudge(Judge):
        """Takes the worker down."""

        def __init__(self) -> None:
            """No rules."""

        def judge(self, item: Item) -> Judgement:
            raise Killed

    deadly = replace(runtime, rules=replace(runtime.rules, judge=DeadlyJudge()))
    for attempt in range(1, MOST_DEATHS + 1):
        assert sweep_left(runtime).arrived == 1
        with pytest.raises(Killed):
            ingest_arrived(deadly)
        assert find_one(runtime.database, Article, article_id).attempts == attempt
        assert ingest_arrived(runtime).judged == 0, "the dead one's lease holds"
        turnable.turn(seconds=runtime.settings.lease_seconds)
    assert sweep_left(runtime).arrived == 0
    assert find_one(runtime.database, Article, article_id).state == "poison"
    assert [one.state for one in list_articles(runtime.database)] == ["poison"]


def test_what_another_worker_finished_meanwhile_is_left_alone(
    runtime: Runtime, turnable: TurnableClock, caplog: pytest.LogCaptureFixture
) -> None:
    row = add_article(runtime, add_read_feed(runtime), WIRE)

    def judge_late(item: Item) -> Assessed:
        turnable.turn(seconds=runtime.settings.lease_seconds + 1)
        assert ingest_arrived(runtime).judged == 1  # by another worker, once the lease has ended
        return assess_item(runtime.rules, (), item)

    done = ingest_arrived(replace(runtime, ahead=judge_late))
    assert (done.judged, done.failed) == (0, [])
    assert find_one(runtime.database, Article, row).state == "judged"
    assert len(list_rows(runtime.database, Story)) == 1
    assert [one.levelname for one in caplog.records] == ["WARNING"]
