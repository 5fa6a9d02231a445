"""By which of its articles a story is shown: the same everywhere, and never by what was read before there was news."""

from pathlib import Path

import pytest

from db.models import Article
from db.stories import find_story
from tests.pipeline.building import (
    UPDATE,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
    find_one,
)
from tests.pipeline.reading import follow
from worker.pipeline.correct import split_story
from worker.pipeline.digest import preview_digest
from worker.pipeline.explain import explain_article
from worker.pipeline.runtime import Runtime
from worker.pipeline.seeds import load_seeds
from worker.pipeline.storylist import list_facts

DAILY = "daily 08:00 Europe/Rome"
ABSTRACT = Told("Drone plant opens", f"{WIRE.text.split('. ')[0]}.")


def load_seed(runtime: Runtime, folder: Path, told: Told) -> None:
    """A seed, in full."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "007_turin.md").write_text(f" date 2026-02-28 {told.title}\n\n{told.text}\n", encoding="utf-8")
    load_seeds(runtime, folder / "corpus")


def list_shown(runtime: Runtime, article: int) -> set[str]:
    """How digest, list and explanation call the one story there is."""
    message = preview_digest(runtime, "daily", ())
    assert message is not None
    told = {block.headline for section in message.sections for block in section.blocks}
    listed = {one.headline for one in list_facts(runtime, days=3)}
    explained = explain_article(runtime, str(article)).story
    assert explained is not None
    return told | listed | {explained.headline}


def test_a_story_has_one_headline_wherever_it_is_shown(runtime: Runtime, turnable: TurnableClock) -> None:
    """The first outlet's fullest report, though its abstract came first."""
    add_subscription(runtime, "daily", schedule=DAILY)
    feed = add_read_feed(runtime)
    first = add_article(runtime, feed, ABSTRACT)
    follow(runtime)
    turnable.turn(hours=1)
    second = add_article(runtime, feed, UPDATE)
    follow(runtime)
    assert find_one(runtime.database, Article, first).story_id == find_one(runtime.database, Article, second).story_id
    assert list_shown(runtime, first) == {UPDATE.title}


def test_a_story_that_began_with_a_seed_is_shown_by_what_is_new(runtime: Runtime, tmp_path: Path) -> None:
    add_subscription(runtime, "daily", schedule=DAILY)
    load_seed(runtime, tmp_path, WIRE)
    article = add_article(runtime, add_read_feed(runtime), UPDATE)
    follow(runtime)
    story = find_one(runtime.database, Article, article).story_id
    with runtime.database.read() as session:
        row = find_story(session, story)
        assert row is not None
        assert row.headline == WIRE.title, "its row says what it began with"
    assert list_shown(runtime, article) == {UPDATE.title}
    done = split_story(runtime, story, [str(article)])
    assert done.headline == UPDATE.title


@pytest.mark.parametrize(
    ("language", "known"),
    [
        ("en", "(read before, 28 Feb 2026)"),
        ("tr", "(daha önce okundu, 28 Şub 2026)"),
        ("it", "(già letta, 28 feb 2026)"),
    ],
)
def test_a_seed_is_named_as_read_before(runtime: Runtime, tmp_path: Path, language: str, known: str) -> None:
    add_subscription(runtime, "daily", schedule=DAILY)
    load_seed(runtime, tmp_path, WIRE)
    add_article(runtime, add_read_feed(runtime), UPDATE)
    follow(runtime)
    message = preview_digest(runtime, "daily", (language,))
    assert message is not None
    assert f"{WIRE.title} {known}" in [line.text for line in message.sections[0].blocks[0].lines]
