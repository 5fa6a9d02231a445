"""The labelled reports in a database that is full already: what is rare among a hundred is not rare among many.

The known articles are those of speed.py, a thousand a day up to the last report of a file; none tells of its events.
"""

import contextlib
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from benchmarks.dedup.corpus import open_corpus
from benchmarks.dedup.galata import load_shipped_rules, make_settings
from benchmarks.dedup.speed import Models, fill_database, make_models
from db.articles import insert_rows
from db.models import Article
from tests.news.data_events import HELD, TUNED, EventReport, list_event_pairs, read_events
from tests.news.tell_events import Counted, count, make_lines
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.replay import make_rows
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime

KNOWN = 20_000


def tell_beside(rules: Rules, models: Models, reports: Sequence[EventReport], known: int) -> list[object]:
    """The story of each report, beside so many other articles."""
    last = max(one.dated_at for one in reports)
    lines = make_lines(reports)
    with contextlib.ExitStack() as stack:
        database = stack.enter_context(open_corpus("sqlite")).database
        fill_database(database, models, known, last)
        runtime = Runtime(make_settings(), database, rules, lambda: last + timedelta(hours=1))
        with database.write() as session, session.begin():
            insert_rows(session, Article, make_rows(lines))
        while ingest_arrived(runtime).judged:
            pass
        with database.read() as session:
            named = select(Article.name, Article.story_id).where(Article.name.is_not(None))
            stories = {row.name: row.story_id for row in session.execute(named)}
    return [stories[one.id] for one in lines]


def measure(rules: Rules, models: Models, names: Sequence[str], known: int) -> dict[bool, Counted]:
    """Pairs of all reports of some files, by whether they are in one language."""
    found: dict[bool, list[tuple[bool, bool]]] = {True: [], False: []}
    for name in names:
        reports = read_events(name)
        stories = dict(zip(reports, tell_beside(rules, models, reports, known), strict=True))
        for pair in list_event_pairs(reports):
            within = pair.older.language == pair.newer.language
            found[within].append((stories[pair.older] == stories[pair.newer], pair.same))
    return {within: count(pairs) for within, pairs in found.items()}


def main(known: int = KNOWN) -> None:
    """Print what the rules were set on, then what is held out."""
    rules = load_shipped_rules()
    models = make_models(rules)
    for title, names in (("tuned on", TUNED), ("held out", HELD)):
        for within, counted in measure(rules, models, names, known).items():
            print(f"  {title}, {'within a language' if within else 'across'}: {counted.describe()}", flush=True)
