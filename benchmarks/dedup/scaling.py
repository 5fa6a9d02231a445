"""What one candidate query and one insert cost with a thousand to a million articles known, on both databases.

Half of the articles that are asked about are copies of a recent one, half are new. Queries are those of the program;
the same-story question is what `find_same_story` asks: how rare the keys are, then the rarest of them.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from datetime import time as clock_time
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import Row
from sqlalchemy.orm import Session

from benchmarks.dedup.corpus import (
    INDEX_ROWS,
    QUERY_HASHES,
    Array,
    Corpus,
    draw_hashes,
    draw_keys,
    name_day,
    name_key,
    open_corpus,
)
from benchmarks.dedup.galata import DAY
from benchmarks.dedup.plot import draw_lines
from db.articles import insert_rows
from db.candidates import count_keys, find_by_keys, find_by_wording, index_keys, index_wording, span_days
from db.models import Article
from worker.pipeline.place import RAREST_KEYS, STORY_DAYS, measure_around

SIZES = (1_000, 10_000, 100_000, 1_000_000)
ASKED, WARM = 300, 40
NOON = clock_time(12)
MOST_BYTES = 1_200
PLOT = Path(__file__).parents[2] / "docs" / "dedup-scaling.svg"


class Cost(NamedTuple):
    """One measure at one size: milliseconds."""

    database: str
    what: str
    size: int
    p50: float
    p95: float


def time_calls(calls: Sequence[Callable[[], object]], runs: int = 2) -> tuple[float, float]:
    """p50 and p95 in milliseconds, of each call the better of its runs: a busy machine adds slices of 4 ms to any. The
    first calls only warm up."""
    times = []
    for call in calls:
        took = []
        for _ in range(runs):
            started = time.perf_counter()
            call()
            took.append((time.perf_counter() - started) * 1000)
        times.append(min(took))
    cuts = statistics.quantiles(times[WARM:], n=20)
    return cuts[9], cuts[18]


def make_questions(corpus: Corpus) -> list[list[int]]:
    """Query hashes of copies and of new articles, in turn."""
    asked = draw_hashes(np.random.default_rng(7), ASKED + WARM, QUERY_HASHES)
    copied = corpus.newest[np.arange(0, ASKED + WARM) % len(corpus.newest)]
    asked[::2, :INDEX_ROWS] = copied[::2]
    return [sorted(set(one)) for one in asked.tolist()]


def measure_size(corpus: Corpus) -> Iterator[Cost]:
    """All that is asked at one size."""
    keys = draw_keys(np.random.default_rng(8), ASKED + WARM)
    with corpus.database.read() as session:
        calls = [lambda one=one: find_by_wording(session, one) for one in make_questions(corpus)]
        yield Cost(corpus.name, "candidate query", corpus.size, *time_calls(calls))
        asked = [lambda row=row: ask_story(session, corpus, row) for row in keys]
        yield Cost(corpus.name, "same-story query", corpus.size, *time_calls(asked))
    with corpus.database.write() as session:
        first = corpus.size + 1
        add_articles(session, first, ASKED + WARM)
        hashes = draw_hashes(np.random.default_rng(9), ASKED + WARM, INDEX_ROWS)
        inserts = [lambda i=i: index_rows(session, first + i, hashes[i], keys[i]) for i in range(ASKED + WARM)]
        yield Cost(corpus.name, "insert", corpus.size, *time_calls(inserts, 1))
        session.rollback()


def ask_story(session: Session, corpus: Corpus, row: Array) -> list[Row[Any]]:
    """The same as place.find_same_story asks."""
    keys = {name_key(one) for one in row.tolist()}
    around = datetime.combine(name_day(corpus.size), NOON, UTC)
    days, _ = measure_around(session, around)
    frequencies = count_keys(session, keys, *span_days(around, days))
    rarest = sorted(frequencies, key=lambda key: (frequencies[key], key))[:RAREST_KEYS]
    return find_by_keys(session, rarest, *span_days(around, STORY_DAYS))


def add_articles(session: Session, first: int, count: int) -> None:
    """The articles that index rows are inserted for."""
    row = {"content_hash": "0", "title": "", "summary": "", "content": "", "first_seen_at": DAY, "seed": False}
    row |= {"backlog": False, "state": "done", "attempts": 0}
    insert_rows(session, Article, [row | {"id": first + i, "identity": str(i)} for i in range(count)])


def index_rows(session: Session, article: int, hashes: Array, keys: Array) -> None:
    """The same as place.index_article writes."""
    index_wording(session, article, hashes.tolist(), seed=False)
    index_keys(session, article, name_day(article), {name_key(one) for one in keys.tolist()})


def measure_database(name: str, largest: int, most_seconds: float) -> list[Cost]:
    """Every size up to `largest`, as long as the next is likely to be done in time."""
    costs: list[Cost] = []
    started = time.monotonic()
    with open_corpus(name) as corpus:
        for size in (one for one in SIZES if one <= largest):
            before = time.monotonic()
            if costs and (before - started) * 8 > most_seconds:
                print(f"  {size:,} articles left out: it would take more than {most_seconds:.0f} s")
                break
            corpus.grow(size)
            took = time.monotonic() - before
            costs += (found := list(measure_size(corpus)))
            shown = ", ".join(f"{one.what} {one.p50:.2f}/{one.p95:.2f}" for one in found)
            index, keys = (corpus.count_bytes(table) / size for table in ("fingerprints", "story_keys"))
            room = f"{index:.0f} + {keys:.0f} bytes an article"
            print(f"  {name:10} {size:>9,}  {shown} ms; {room}; loaded in {took:.0f} s", flush=True)
    return costs


def judge_growth(costs: Sequence[Cost]) -> Iterator[str]:
    """How p95 grew, against the goal."""
    for name, what in sorted({(one.database, one.what) for one in costs}):
        by_size = {one.size: one.p95 for one in costs if (one.database, one.what) == (name, what)}
        largest = max(by_size)
        if largest >= 10 * SIZES[0]:
            whole, last = by_size[largest] / by_size[SIZES[0]], by_size[largest] / by_size[largest // 10]
            met = "" if whole <= 10 and last <= 2 else "  MISSED"
            yield f"{name:10} {what:17} p95 × {whole:.1f} since {SIZES[0]:,}, × {last:.1f} since {largest // 10:,}{met}"


def main(largest: int = SIZES[-1], most_seconds: float = 1_500) -> None:
    """Print the costs; draw them if all sizes were measured."""
    print(
        f"{INDEX_ROWS} index rows, {QUERY_HASHES} query hashes; p50/p95; "
        f"bytes of fingerprints + story_keys, goal of the first {MOST_BYTES}"
    )
    costs = [cost for name in ("sqlite", "postgresql") for cost in measure_database(name, largest, most_seconds)]
    print("\n".join(judge_growth(costs)))
    if largest == SIZES[-1]:
        lines = {
            f"{name}, {what}": [(one.size, one.p95) for one in costs if (one.database, one.what) == (name, what)]
            for name, what in sorted({(one.database, one.what) for one in costs})
        }
        PLOT.write_text(draw_lines(lines, "articles known", "ms (p95)"), encoding="utf-8")
