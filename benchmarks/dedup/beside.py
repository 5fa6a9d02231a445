"""The labelled reports in a database that is full already: what is rare among a hundred is not rare among many.

The known articles are those of speed.py, a thousand a day up to the last report of a file; none tells of its events.
"""

import contextlib
import functools
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from benchmarks.dedup.corpus import open_corpus
from benchmarks.dedup.galata import load_shipped_rules, make_settings
from benchmarks.dedup.speed import Models, fill_database, make_models
from db.articles import insert_rows
from db.models import Article
from db.session import open_database
from tests.news.data_events import GENERAL, HELD, TUNED, EventReport, list_event_pairs, read_events
from tests.news.tell_events import Counted, count, count_joined, make_lines
from tests.servers.databases import copy_file
from worker.pipeline.assess import Assess, assess_item
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.replay import make_rows
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime

KNOWN = 20_000


@contextlib.contextmanager
def fill_beside(models: Models, reports: Sequence[EventReport], known: int) -> Iterator[Path]:
    """A database of so many other articles, the latest of the day of the last report."""
    with open_corpus("sqlite") as corpus:
        fill_database(corpus.database, models, known, max(one.dated_at for one in reports))
        corpus.database.engine.dispose()  # writes out what is in its log
        yield Path(corpus.database.engine.url.database or "")


def tell_beside(rules: Rules, assess: Assess, filled: Path, reports: Sequence[EventReport]) -> list[object]:
    """The story of each report, in a copy of a database."""
    last = max(one.dated_at for one in reports)
    lines = make_lines(reports)
    url = copy_file(str(filled), filled.with_name("copy.db"))
    with contextlib.closing(open_database(url, durable=False)) as database:
        runtime = Runtime(make_settings(), database, rules, lambda: last + timedelta(hours=1), assess)
        with database.write() as session, session.begin():
            insert_rows(session, Article, make_rows(lines))
        while ingest_arrived(runtime).judged:
            pass
        with database.read() as session:
            named = select(Article.name, Article.story_id).where(Article.name.is_not(None))
            stories = {row.name: row.story_id for row in session.execute(named)}
    return [stories[one.id] for one in lines]


def judge_pairs(reports: Sequence[EventReport], told: Sequence[object], *, within: bool) -> Iterator[tuple[bool, bool]]:
    """Whether two reports have one story and tell one event: pairs in one language, or in two."""
    stories = dict(zip(reports, told, strict=True))
    for pair in list_event_pairs(reports):
        if (pair.older.language == pair.newer.language) is within:
            yield stories[pair.older] == stories[pair.newer], pair.same


def tell_all(rules: Rules, models: Models, reports: Sequence[EventReport], known: int) -> list[object]:
    """The story of each report, beside so many other articles."""
    with fill_beside(models, reports, known) as filled:
        return tell_beside(rules, functools.partial(assess_item, rules, ()), filled, reports)


def measure(rules: Rules, models: Models, names: Sequence[str], known: int) -> dict[bool, Counted]:
    """Pairs of all reports of some files, by whether they are in one language."""
    found: dict[bool, list[tuple[bool, bool]]] = {True: [], False: []}
    for name in names:
        reports = read_events(name)
        told = tell_all(rules, models, reports, known)
        for within, pairs in found.items():
            pairs += judge_pairs(reports, told, within=within)
    return {within: count(pairs) for within, pairs in found.items()}


def main(known: int = KNOWN) -> None:
    """Print what the rules were set on, then what is held out."""
    rules = load_shipped_rules()
    models = make_models(rules)
    for title, names in (("tuned on", TUNED), ("held out", HELD)):
        for within, counted in measure(rules, models, names, known).items():
            print(f"  {title}, {'within a language' if within else 'across'}: {counted.describe()}", flush=True)
    for name in GENERAL:
        stories = tell_all(rules, models, read_events(name), known)
        joined = count_joined(stories) + len(set(stories).intersection(range(1, known + 1)))  # ids of what is known
        print(f"  {joined} of {len(stories)} reports of ordinary news joined another article, {name}", flush=True)
