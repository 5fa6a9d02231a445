"""How many articles a second one core takes through the ingest step with 100,000 known, all or some of them compared.

What is known is made of articles of ours, each many times over: a tenth of its hashes and keys stay those of the
others, so that queries meet as many postings as in news; the rest is its own. What comes is new, one in ten a copy.
"""

import contextlib
import json
import random
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from sqlalchemy import func, select

from benchmarks.dedup.corpus import ARTICLES_A_DAY, load_rows, open_corpus
from benchmarks.dedup.edits import EDITS
from benchmarks.dedup.galata import DAY, load_shipped_rules, make_line, make_settings
from benchmarks.dedup.texts import LANGUAGES, Desk, Text, write_articles
from db.articles import insert_rows
from db.base import EPOCH
from db.candidates import EVERY_ARTICLE, hash_key
from db.models import Article
from db.session import Database
from worker.news.fingerprint import pack_shingles
from worker.news.types import StoryKeys
from worker.pipeline.assess import Assessed, assess_item
from worker.pipeline.convert import make_item, pack_fingerprint
from worker.pipeline.ingest import BATCH, ingest_arrived
from worker.pipeline.replay import make_row
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime

KNOWN, MODELS, ARRIVING = 100_000, 900, 600
GOAL = 150
MASK = (1 << 48) - 1
KEPT_OF = 10
Models = list[tuple[dict[str, Any], Assessed]]


def assess_texts(rules: Rules, texts: Sequence[Text]) -> Models:
    """Each with its row."""
    rows = [make_row(make_line(f"m{i}", text), DAY) for i, text in enumerate(texts)]
    return [(row, assess_item(rules, (), make_item(Article(**row)))) for row in rows]


def salt_hashes(hashes: Sequence[int], turn: int) -> list[int]:
    """Those of a copy: a tenth as they were."""
    given = np.array(hashes, dtype=np.uint64)
    salt = np.uint64(turn * 0x9E3779B97F4A7 & MASK)
    return list(np.where(given % KEPT_OF == turn % KEPT_OF, given, given ^ salt).tolist())


def salt_keys(keys: StoryKeys, turn: int) -> StoryKeys:
    own, title, opening = (
        frozenset(salt_key(key, turn) for key in zone) for zone in (keys.keys, keys.title, keys.opening)
    )
    return StoryKeys(own, title, opening, keys.meaning)


def salt_key(key: str, turn: int) -> str:
    return key if zlib.crc32(key.encode()) % KEPT_OF == turn % KEPT_OF or key[0] in "dq" else f"{key}{turn}"


def make_known(models: Models, count: int, until: datetime) -> Iterator[dict[str, list[Any]]]:
    """Rows of the four tables, a day's articles at a time, up to a moment."""
    for start in range(0, count, ARTICLES_A_DAY):
        day = until - timedelta(days=(count - start) // ARTICLES_A_DAY)
        tables: dict[str, list[Any]] = {"articles": [], "stories": [], "fingerprints": [], "story_keys": []}
        for i in range(start, min(count, start + ARTICLES_A_DAY)):
            row, assessed = models[i % len(models)]
            add_known(tables, i + 1, 1 + i // len(models), (row, assessed, str(day.replace(tzinfo=None)) + ".000000"))
        yield tables


def add_known(
    tables: dict[str, list[Any]], number: int, turn: int, given: tuple[dict[str, Any], Assessed, str]
) -> None:
    row, assessed, day = given
    print_ = assessed.fingerprint
    assert print_ is not None
    packed = pack_fingerprint(print_, salt_keys(assessed.keys, turn))
    shingles = pack_shingles(salt_hashes(sorted(print_.shingles), turn))
    tables["articles"].append(
        (number, f"k{number}", f"{print_.content_hash[:40]}{number}", row["title"], row["content"],
         row["declared_language"],
         day, day, "done", number, shingles, json.dumps(packed), assessed.keys.meaning)
    )  # fmt: skip
    tables["stories"].append((number, row["title"], 1, "[]", day, day))
    tables["fingerprints"] += [(one, number, 0) for one in set(salt_hashes(print_.index, turn))]
    tables["story_keys"] += [
        (key, number_day(day[:10]), number) for key in {hash_key(one) for one in (*packed["keys"], EVERY_ARTICLE)}
    ]


def number_day(day: str) -> int:
    return (date.fromisoformat(day) - EPOCH).days


COLUMNS = {
    "articles": "id, identity, content_hash, title, content, language, first_seen_at, dated_at, state, story_id,"
    " shingles, fingerprint, meaning, summary, seed, backlog, attempts",
    "stories": "id, headline, article_count, languages, first_seen_at, updated_at",
    "fingerprints": "hash, article_id, seed",
    "story_keys": "key, day, article_id",
}
FIXED = {"articles": ", '', 0, 0, 0"}


def make_models(rules: Rules) -> Models:
    """What known articles are made of."""
    chance = random.Random(11)
    models = [text for language in LANGUAGES for text in write_articles(language, MODELS // 3, chance)]
    chance.shuffle(models)
    return assess_texts(rules, models)


def fill_database(database: Database, models: Models, count: int, until: datetime = DAY) -> None:
    """Known articles into an empty database."""
    for tables in make_known(models, count, until):
        for table, rows in tables.items():
            load_rows(database, table, COLUMNS[table], rows, FIXED.get(table, ""))


def make_arriving() -> list[dict[str, Any]]:
    """New articles, one in ten a copy of the one before."""
    chance = random.Random(12)
    texts = [text for language in LANGUAGES for text in write_articles(language, ARRIVING // 3, chance)]
    chance.shuffle(texts)
    for i in range(1, len(texts), 10):
        texts[i] = EDITS[3].change(texts[i - 1], Desk(texts[i - 1].language, chance))
    return [make_row(make_line(f"a{i}", text), DAY) for i, text in enumerate(texts)]


def time_ingest(runtime: Runtime) -> tuple[int, float, float]:
    """How many were judged, in which time, with how much of a processor."""
    with runtime.database.write() as session, session.begin():
        insert_rows(session, Article, make_arriving())
    started, busy, judged = time.perf_counter(), time.process_time(), 0
    while (done := ingest_arrived(runtime, BATCH)).judged:
        judged += done.judged
        assert not done.failed, done.failed[:1]
    return judged, time.perf_counter() - started, time.process_time() - busy


def count_compared(database: Database) -> int:
    """How many of those that came were compared: the others are judged, and done with."""
    with database.read() as session:
        arrived = Article.identity.not_like("k%"), Article.story_id.is_not(None)
        return session.scalar(select(func.count()).select_from(Article).where(*arrived)) or 0


def measure(rules: Rules, models: Models, known: int) -> float:
    """Print articles a second of processor time."""
    with contextlib.ExitStack() as stack:
        database = stack.enter_context(open_corpus("sqlite")).database
        fill_database(database, models, known)
        runtime = Runtime(make_settings(), database, rules, lambda: DAY + timedelta(hours=1))
        judged, took, busy = time_ingest(runtime)
        compared = count_compared(database)
    rate = judged / busy
    print(f"{judged} articles, {compared} compared, {known:,} known: {rate:.0f} a second of one core "
          f"({took:.1f} s, {busy:.1f} s of them busy); goal {GOAL}{'' if rate >= GOAL else '  MISSED'}")  # fmt: skip
    return rate


def main(known: int = KNOWN) -> None:
    """All compared, as where each concerns the pair; then as they come, by the shipped rules of relevance."""
    rules = load_shipped_rules()
    models = make_models(rules)
    for one in (rules, replace(rules, keep_all=False)):
        measure(one, models, known)
