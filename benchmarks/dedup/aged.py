"""What the two indexes take of a year of articles, when the keys of those that nobody asks about go.

Articles of ours, each many times over as in `speed`, come in the order of their days and are indexed by the program; at
the end of each day what is old goes, as by the sweeps of that day.
"""

import contextlib
import random
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from benchmarks.dedup.corpus import Corpus, open_corpus
from benchmarks.dedup.galata import DAY, load_shipped_rules, make_settings
from benchmarks.dedup.scaling import MOST_BYTES
from benchmarks.dedup.speed import MODELS, assess_texts, salt_hashes, salt_keys
from benchmarks.dedup.texts import LANGUAGES, write_articles
from db.articles import insert_rows
from db.candidates import index_keys, index_wording
from db.models import Article
from worker.pipeline.aging import KEPT, forget_aged
from worker.pipeline.assess import Assessed
from worker.pipeline.convert import pack_fingerprint
from worker.pipeline.resettle import list_indexed
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime

DAYS = 365
TOLD = 73  # a fifth of a year


class Indexed:
    """What is indexed of an article."""

    def __init__(self, number: int, day: datetime, model: tuple[dict[str, Any], Assessed]) -> None:
        given, assessed = model
        assert assessed.fingerprint is not None
        turn = 1 + number // MODELS
        self.keys = salt_keys(assessed.keys, turn)
        self.hashes = set(salt_hashes(assessed.fingerprint.index, turn))
        self.row = {"id": number + 1, "identity": f"k{number}", "content_hash": str(number), "title": given["title"],
                    "summary": "", "content": "", "first_seen_at": day, "dated_at": day, "seed": False,
                    "backlog": False, "state": "done", "attempts": 0,
                    "fingerprint": pack_fingerprint(assessed.fingerprint, self.keys)}  # fmt: skip


def list_days(rules: Rules, count: int) -> Iterator[tuple[datetime, list[Indexed]]]:
    """A year of articles, by day."""
    chance = random.Random(11)
    models = assess_texts(rules, [text for one in LANGUAGES for text in write_articles(one, MODELS // 3, chance)])
    chance.shuffle(models)
    for passed in range(DAYS):
        day = DAY + timedelta(days=passed)
        numbers = range(count * passed // DAYS, count * (passed + 1) // DAYS)
        yield day, [Indexed(number, day, models[number % MODELS]) for number in numbers]


def write_day(corpus: Corpus, day: datetime, articles: list[Indexed]) -> None:
    """The same as placing writes."""
    with corpus.database.write() as session, session.begin():
        insert_rows(session, Article, [one.row for one in articles])
        for one in articles:
            number = one.row["id"]
            index_wording(session, number, one.hashes, seed=False)
            index_keys(session, number, day.date(), list_indexed(Article(**one.row), one.keys.keys))
    corpus.size += len(articles)


def tell_room(corpus: Corpus, passed: int, took: list[float]) -> str:
    wording, keys = (corpus.count_bytes(table) / corpus.size for table in ("fingerprints", "story_keys"))
    step = f"; a step took {1000 * median(took):.0f} ms, {1000 * max(took):.0f} at most" if took else ""
    missed = "  MISSED" if wording + keys > MOST_BYTES and corpus.name == "sqlite" else ""
    return (f"  {corpus.name:10} day {passed:3}, {corpus.size:>7,} articles: {wording:.0f} + {keys:.0f} = "
            f"{wording + keys:.0f} bytes an article{step}{missed}")  # fmt: skip


def measure_year(name: str, rules: Rules, count: int) -> None:
    """Print the room of the two indexes five times a year."""
    with open_corpus(name) as corpus:
        now = [DAY]
        runtime = Runtime(make_settings(), corpus.database, rules, lambda: now[0])
        took: list[float] = []
        for passed, (day, articles) in enumerate(list_days(rules, count), 1):
            write_day(corpus, day, articles)
            now[0] = day + timedelta(hours=23)
            forgotten = 1
            while forgotten:
                started = time.perf_counter()
                forgotten = forget_aged(runtime)
                took += [time.perf_counter() - started] * bool(forgotten)
            if passed % TOLD == 0 or passed == KEPT.days:
                with contextlib.closing(corpus.database.engine.raw_connection()) as connection:
                    corpus.settle(connection.driver_connection)
                print(tell_room(corpus, passed, took), flush=True)


def main(count: int = 100_000) -> None:
    """On both databases; PostgreSQL's own housekeeping is done when the room is told."""
    rules = load_shipped_rules()
    print(f"keys kept {KEPT.days} days; wording + keys; goal {MOST_BYTES}")
    measure_year("sqlite", rules, count)
    measure_year("postgresql", rules, count)
