"""Galata as it is: texts through the real steps into a scratch SQLite, and others related to them through its SQL."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from benchmarks.dedup.texts import Text
from config.settings import Settings
from db.articles import insert_rows
from db.models import Article
from worker.news.types import Relation, RelationKind
from worker.pipeline.assess import assess_item
from worker.pipeline.convert import make_item
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.leads import look_around
from worker.pipeline.place import Subject, find_relation
from worker.pipeline.replay import Line, make_row, open_scratch
from worker.pipeline.rules import Rules, load_rules
from worker.pipeline.runtime import Runtime

DAY = datetime(2026, 5, 6, 9, tzinfo=UTC)


def load_shipped_rules() -> Rules:
    """The shipped rules, told to compare whatever comes: what the texts tell need not be about the two countries."""
    return replace(load_rules(make_settings()), keep_all=True)


def make_settings() -> Settings:
    """The shipped settings, whatever the user's are."""
    nowhere = Path(tempfile.gettempdir()) / "galata-bench-settings"
    return Settings(data_dir=nowhere, config_dir=nowhere)


def make_line(name: str, text: Text, at: datetime = DAY) -> Line:
    """A text as a line of a replay; half the feeds carry articles whole, so nothing is kept from the comparison."""
    return Line(
        id=name,
        title=text.title,
        content=text.body,
        language=text.language,
        published=at,
        first_seen=at,
        url=f"https://{name}.example/{name}",
    )


@dataclass(frozen=True)
class Galata:
    """The texts it knows."""

    runtime: Runtime
    session: Session
    texts: Sequence[Text]

    def relate(self, text: Text, at: datetime = DAY + timedelta(hours=2)) -> tuple[Relation, int | None]:
        """How a text stands to what is known, and the story it would join; nothing is written. `of` is a place in
        what was learned."""
        line = make_line("asked", text, at)
        article = Article(id=0, **make_row(line, at))
        assessed = assess_item(self.runtime.rules, (), make_item(article))
        subject = Subject(article, assessed.item, assessed.judgement, assessed.fingerprint, assessed.keys)
        relation, story = find_relation(self.session, subject, look_around(self.session, article))
        return replace(relation, of=None if relation.of is None else relation.of - 1), story


@contextmanager
def open_galata(
    texts: Sequence[Text], rules: Rules, moments: Sequence[datetime] = ()
) -> Iterator[tuple[Galata, list[Relation]]]:
    """Galata that has read `texts`, one an instant or at their moments, and how each stood to those before it."""
    times = moments or [DAY] * len(texts)
    with open_scratch() as database:
        runtime = Runtime(make_settings(), database, rules, lambda: max(times) + timedelta(hours=1))
        rows = [
            make_row(make_line(f"t{i}", text, at), at) for i, (text, at) in enumerate(zip(texts, times, strict=True))
        ]
        with database.write() as session, session.begin():
            insert_rows(session, Article, rows)
        while ingest_arrived(runtime, 200).judged:
            pass
        with database.read() as session:
            yield Galata(runtime, session, texts), list(read_relations(session))


def read_relations(session: Session) -> Iterator[Relation]:
    """How each article was related when it came, in the order of ids."""
    for article in session.query(Article).order_by(Article.id):
        kind = RelationKind(article.relation or "")
        yield Relation(kind, article.related_id, evidence=article.relation_evidence or "")
