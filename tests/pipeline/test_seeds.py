"""The seed corpus in SQL: loaded once, refreshed when a document changed, and what copies of it are recognised by."""

from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from db.models import Article, ArticleEntity, FingerprintRow, Story, StoryKeyRow
from tests.pipeline.building import (
    COPY,
    LATER,
    UPDATE,
    WIRE,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
    find_one,
    list_articles,
    list_kinds,
    list_rows,
)
from worker.errors import UsageError
from worker.pipeline.alert import alert_judged
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime
from worker.pipeline.seeds import load_seeds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document in full."""
    path = tmp_path / "corpus"
    path.mkdir()
    write_seed(path, WIRE.title, WIRE.text)
    return path


def write_seed(folder: Path, title: str, text: str) -> None:
    """The document as it is handed in."""
    (folder / "007_turin.md").write_text(f" date 2026-02-20 {title}\n\n{text}\n", encoding="utf-8")


def find_seed(runtime: Runtime) -> Article:
    """The one seed."""
    (seed,) = [one for one in list_articles(runtime.database) if one.seed]
    return seed


def count_index(runtime: Runtime, article_id: int) -> list[int]:
    """How many rows each index has of an article, and how many of them are marked as a seed's."""
    with runtime.database.read() as session:
        marked = select(func.count()).where(FingerprintRow.article_id == article_id, FingerprintRow.seed)
        return [session.scalar(marked) or 0] + [
            session.scalar(select(func.count()).select_from(model).where(model.article_id == article_id)) or 0
            for model in (FingerprintRow, StoryKeyRow, ArticleEntity)
        ]


def test_a_seed_that_no_encoder_read_is_read_anew_and_stays_in_its_story(runtime: Runtime, folder: Path) -> None:
    load_seeds(runtime, folder)
    before = find_seed(runtime)
    follow_up = add_article(runtime, add_read_feed(runtime), UPDATE)
    ingest_arrived(runtime)
    with runtime.database.write() as session, session.begin():  # as a version before the encoder left it
        session.execute(update(Article).where(Article.id == before.id).values(meaning=None))
    indexed = count_index(runtime, before.id)
    for _ in range(2):
        assert load_seeds(runtime, folder) == 0
        with runtime.database.read() as session:
            assert session.scalar(select(Article.meaning).where(Article.id == before.id))
    assert (find_seed(runtime).story_id, count_index(runtime, before.id)) == (before.story_id, indexed)
    assert find_one(runtime.database, Article, follow_up).story_id == before.story_id
    (story,) = list_rows(runtime.database, Story)
    assert (story.article_count, story.first_article_id) == (2, before.id)


def test_a_corpus_is_loaded_once(runtime: Runtime, folder: Path) -> None:
    assert load_seeds(runtime, folder) == 1
    assert load_seeds(runtime, folder) == 0
    seed = find_seed(runtime)
    assert (seed.name, seed.state, seed.relevant) == ("seed:007", "done", True)
    marked, *counts = count_index(runtime, seed.id)
    assert min(counts) > 0
    assert marked == counts[0], "every posting of a seed is marked"


def test_a_changed_document_is_refreshed_in_place(runtime: Runtime, folder: Path) -> None:
    load_seeds(runtime, folder)
    before = find_seed(runtime)
    write_seed(folder, UPDATE.title, UPDATE.text)
    assert load_seeds(runtime, folder) == 0, "none is new"
    after = find_seed(runtime)
    assert (after.id, after.story_id) == (before.id, before.story_id)
    assert after.content_hash != before.content_hash
    assert "310 people" in after.content
    marked, *counts = count_index(runtime, after.id)
    assert marked == counts[0] > 0
    assert load_seeds(runtime, folder) == 0


def test_a_refreshed_seed_stays_in_the_story_that_others_joined(runtime: Runtime, folder: Path) -> None:
    load_seeds(runtime, folder)
    copy = add_article(runtime, add_read_feed(runtime), COPY)
    ingest_arrived(runtime)
    write_seed(folder, UPDATE.title, UPDATE.text)
    load_seeds(runtime, folder)
    seed, story = find_seed(runtime), find_one(runtime.database, Article, copy).story_id
    assert seed.story_id == story
    assert [(one.id, one.article_count) for one in list_rows(runtime.database, Story)] == [(story, 2)]


def test_a_copy_of_a_seed_is_known_and_no_alert(runtime: Runtime, folder: Path, turnable: TurnableClock) -> None:
    """However old the seed is: no window bounds it."""
    load_seeds(runtime, folder)
    turnable.turn(days=900)
    desk, feed = add_subscription(runtime, "desk", "baykar"), add_read_feed(runtime)
    copy = add_article(runtime, feed, COPY)
    ingest_arrived(runtime)
    alert_judged(runtime)
    row, seed = find_one(runtime.database, Article, copy), find_seed(runtime)
    assert (row.related_id, row.story_id) == (seed.id, seed.story_id)
    assert "seed:007" in row.relation_evidence
    assert list_kinds(runtime.database, desk) == [("repeat", False)]
    update = add_article(runtime, feed, LATER)
    ingest_arrived(runtime)
    alert_judged(runtime)
    assert find_one(runtime.database, Article, update).relation == "update"
    assert list_kinds(runtime.database, desk)[1:] == [("first", True)], "what it adds is news"


def test_a_folder_that_is_none_is_refused_in_one_line(runtime: Runtime, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        load_seeds(runtime, tmp_path / "nothing")


def test_a_document_that_is_no_text_is_refused_by_name_and_loads_nothing(runtime: Runtime, folder: Path) -> None:
    (folder / "008.txt").write_bytes(b"\xff\xfe\x00caf\xe9")
    with pytest.raises(UsageError, match=r"008\.txt"):
        load_seeds(runtime, folder)
    assert list_articles(runtime.database) == []
