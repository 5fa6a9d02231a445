"""Two workers with two copies of one wire story, at the same moment: one story, whoever is first."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import delete

from db.models import Article, ArticleEntity, ArticleFeed, ArticleTopic, FingerprintRow, Link, Story, StoryKeyRow
from tests.pipeline.building import ACCORD, COPY, WIRE, add_article, add_read_feed, list_articles, list_rows
from worker.news.fingerprint import make_fingerprint
from worker.news.types import Fingerprint, Item
from worker.pipeline import assess
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime

# The long form took 80 s on SQLite and 87 s on PostgreSQL, on a busy machine.
ROUNDS = (20, pytest.param(1_000, marks=(pytest.mark.long, pytest.mark.timeout(1_200))))


@pytest.fixture
def together(monkeypatch: pytest.MonkeyPatch) -> Barrier:
    """Both workers have judged before either places: the window in which neither can see the other's article."""
    start = Barrier(2)

    def meet(item: Item) -> Fingerprint:
        start.wait(10)
        return make_fingerprint(item)

    monkeypatch.setattr(assess, "make_fingerprint", meet)
    return start


def clear_articles(runtime: Runtime) -> None:
    """Forget every article and story."""
    with runtime.database.write() as session, session.begin():
        for model in (Link, StoryKeyRow, FingerprintRow, ArticleTopic, ArticleEntity, ArticleFeed, Article, Story):
            session.execute(delete(model))


@pytest.mark.parametrize("rounds", ROUNDS)
def test_two_copies_at_once_end_in_one_story(runtime: Runtime, together: Barrier, rounds: int) -> None:
    feeds = [add_read_feed(runtime, name) for name in ("one", "two")]
    for turn in range(rounds):
        for feed, told in zip(feeds, (WIRE, COPY), strict=True):
            add_article(runtime, feed, told)
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(lambda _: ingest_arrived(runtime, limit=1), range(2)))
        assert [(one.judged, one.failed) for one in done] == [(1, []), (1, [])], f"round {turn}"
        articles, stories = list_articles(runtime.database), list_rows(runtime.database, Story)
        assert len(stories) == 1, f"round {turn}: {[one.relation for one in articles]}"
        assert stories[0].article_count == 2
        assert sorted(one.relation == "new" for one in articles) == [False, True]
        clear_articles(runtime)


def test_two_stories_at_once_stay_two(runtime: Runtime, together: Barrier) -> None:
    feeds = [add_read_feed(runtime, name) for name in ("one", "two")]
    for feed, told in zip(feeds, (WIRE, ACCORD), strict=True):
        add_article(runtime, feed, told)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: ingest_arrived(runtime, limit=1), range(2)))
    assert len(list_rows(runtime.database, Story)) == 2
