"""What an article adds for whoever knows its story: known is what any of its articles said, and few of very many are
read for that."""

from dataclasses import replace

import pytest
from sqlalchemy import event, select

from db.articles import insert_rows
from db.models import Article, ArticleEntity, FingerprintRow
from db.stories import MOST_READ
from tests.pipeline.building import UPDATE, WIRE, Told, add_article, add_read_feed
from worker.news.fingerprint import make_fingerprint, pack_shingles
from worker.news.types import Item, RelationKind, StoryKeys
from worker.pipeline.convert import pack_fingerprint
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.materiality import measure_materiality
from worker.pipeline.runtime import Runtime

MEMBERS = 600
KNOWN = 260  # neither among the first nor among the latest


def fill_story(runtime: Runtime, story_id: int, article_id: int, said: Told) -> None:
    """Hundreds of reports of a story, one of which says what an article says."""
    told = make_fingerprint(Item(said.title, content=said.text))
    mute = make_fingerprint(Item("Nothing", content="Nothing was said here by anybody about anything at all today."))
    rows, postings = [], []
    for number in range(1, MEMBERS + 1):
        print_ = told if number == KNOWN else replace(mute, index=())
        packed = {
            "shingles": pack_shingles(print_.shingles),
            "fingerprint": pack_fingerprint(print_, StoryKeys(frozenset())),
        }
        rows.append({"id": 1000 + number, "identity": str(number), "content_hash": "0", "title": "Nothing",
                     "summary": "", "content": "", "first_seen_at": runtime.now(), "seed": False, "state": "done",
                     "attempts": 0, "backlog": False, "story_id": story_id, **packed})  # fmt: skip
        postings += [{"hash": one, "article_id": 1000 + number, "seed": False} for one in print_.index]
    with runtime.database.write() as session, session.begin():
        insert_rows(session, Article, rows)
        insert_rows(session, FingerprintRow, postings)
        names = session.scalars(select(ArticleEntity).where(ArticleEntity.article_id == article_id)).all()
        named = {"article_id": 1000 + KNOWN, "certainty": 1.0, "text": "", "reason": "alias", "mentions": 1}
        insert_rows(session, ArticleEntity, [named | {"entity": one.entity, "position": one.position} for one in names])


@pytest.mark.parametrize(
    ("title", "text", "says"),
    [
        (
            "Leonardo ve Baykar, Ronchi'de İHA üretecek",
            "Leonardo ile Baykar'ın ortak tesisinde üretim sonbaharda başlıyor. İtalyan ortak kanatları, Türk ortak "
            "gövdeleri yapacak.",
            (False, "the same story in other words"),
        ),
        (
            "Leonardo e Baykar, a Ronchi i droni dall'autunno",
            "La produzione di Leonardo e della turca Baykar parte in autunno. Anche Roketsan farà pezzi in Italia.",
            (True, "it names for the first time: Roketsan"),
        ),
    ],
)
def test_a_country_or_nationality_named_first_is_nothing_new(
    runtime: Runtime, title: str, text: str, says: tuple[bool, str]
) -> None:
    feed = add_read_feed(runtime)
    told = "The joint works of Leonardo and Baykar at Ronchi begin to build drones in the autumn, the partners said."
    first = add_article(runtime, feed, Told("Leonardo and Baykar to build drones at Ronchi from autumn", told))
    second = add_article(runtime, feed, Told(title, text))
    ingest_arrived(runtime)
    with runtime.database.read() as session:
        article = session.get_one(Article, second)
        assert {"TR", "IT"} <= {row.entity for row in article.entities}
        assert measure_materiality(session, article, RelationKind.SAME_STORY, [first]) == says


SOCCORSI = Told(
    "Migranti, 31 soccorsi al largo di Bodrum da guardia costiera turca e nave italiana",
    "Trentuno migranti sono stati soccorsi oggi dalla guardia costiera turca e da una nave italiana vicino a Bodrum, "
    "dopo un guasto al motore. Erano partiti da una spiaggia vicino a Datça ed erano diretti in Puglia.",
)


@pytest.mark.parametrize(
    ("told", "text", "says"),
    [
        (SOCCORSI, "saved 31 migrants from a dinghy off Bodrum", (False, "the same story in other words")),
        (
            replace(SOCCORSI, title="Migranti soccorsi al largo di Bodrum da guardia costiera turca e nave italiana"),
            "saved 31 migrants from a dinghy off Bodrum",
            (False, "the same story in other words"),
        ),
        (SOCCORSI, "saved 33 migrants from a dinghy off Bodrum", (True, "a new figure: 33 people")),
        (SOCCORSI, "asked 31 euros of each migrant saved off Bodrum", (True, "a new figure: EUR 31")),
    ],
)
def test_a_translation_brings_no_figure_that_was_told_in_words_or_without_its_unit(
    runtime: Runtime, told: Told, text: str, says: tuple[bool, str]
) -> None:
    feed = add_read_feed(runtime)
    first = add_article(runtime, feed, told)
    said = f"The Turkish coast guard and an Italian vessel {text} on Friday. Their engine had failed in high waves."
    second = add_article(runtime, feed, Told("Turkish coast guard and Italian vessel in rescue off Bodrum", said))
    ingest_arrived(runtime)
    with runtime.database.read() as session:
        article = session.get_one(Article, second)
        assert measure_materiality(session, article, RelationKind.SAME_STORY, [first]) == says


def test_of_a_very_large_story_few_are_read_and_what_one_said_is_known(runtime: Runtime) -> None:
    feed_id = add_read_feed(runtime)
    add_article(runtime, feed_id, Told(WIRE.title, WIRE.text))
    update = add_article(runtime, feed_id, UPDATE)
    ingest_arrived(runtime)
    with runtime.database.read() as session:
        article = session.get_one(Article, update)
        assert article.new_sentences
        story = article.story_id or 0
        others = list(session.scalars(select(Article.id).where(Article.story_id == story, Article.id != update)))
        assert measure_materiality(session, article, RelationKind.UPDATE, others)[0]
    fill_story(runtime, story, update, UPDATE)
    with runtime.database.read() as session:
        asked: list[int] = []
        event.listen(session.get_bind(), "before_cursor_execute", lambda *call: asked.append(len(call[3] or ())))
        article = session.get_one(Article, update)
        others = list(session.scalars(select(Article.id).where(Article.story_id == story, Article.id != update)))
        assert len(others) > 4 * MOST_READ
        material, why = measure_materiality(session, article, RelationKind.UPDATE, others)
        assert not material, why
        assert max(asked) <= 3 * MOST_READ, "no statement asks about all of them"
