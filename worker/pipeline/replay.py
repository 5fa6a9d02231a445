"""Replay: items of a file through the real ingest and alert steps, into a scratch database that is thrown away.

In, one JSON object a line; out, one decision a line in the same order (docs/replay.md). Items are taken in the order of
time: `first_seen`, else `published`; one that gives neither stands after the item before it in the file.
"""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from sqlalchemy import select
from sqlalchemy.orm import Session

from config.files import data_path
from config.models import MOST_PRIOR, SubscriptionFile
from config.settings import Settings
from db.articles import insert_rows
from db.migrate import upgrade
from db.models import Article, Link
from db.session import Database, open_database
from db.subscriptions import find_matched_names
from worker.errors import UsageError
from worker.news.feed.entries import MAX_TEXT, MAX_TITLE
from worker.news.identity import canonical_url, hash_content
from worker.news.plain import take_title
from worker.news.redirect import unwrap_url
from worker.pipeline.alert import alert_judged
from worker.pipeline.assess import assess_ahead
from worker.pipeline.convert import make_item, pack_bearing, restore_judgement
from worker.pipeline.furniture import mark_all
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.prepare import sync_subscriptions
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime
from worker.pipeline.seeds import load_seeds
from worker.pipeline.telling import Lag, measure_lags

Progress = Callable[[int], None]
# One transaction a batch: larger than in production, since nobody else waits for the lock of a scratch database.
BATCH = 200
START = datetime(2000, 1, 1, tzinfo=UTC)


class Line(BaseModel):
    """One item of a replay, as it stands in the file."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str = Field(min_length=1)
    title: str
    url: str | None = None
    summary: str | None = ""
    content: str | None = ""
    language: str | None = None
    source: str | None = None
    published: datetime | None = None
    first_seen: datetime | None = None
    prior: float = Field(0.0, ge=-MOST_PRIOR, le=MOST_PRIOR)
    about: list[str] = []

    @field_validator("published", "first_seen")
    @classmethod
    def assume_utc(cls, value: datetime | None) -> datetime | None:
        """A time without its zone counts as UTC."""
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


@dataclass(frozen=True)
class ReplayOptions:
    """How a replay is run. `subscriptions` None: those of the configuration."""

    seeds: bool = True
    compare_all: bool = False
    lags: bool = False
    """Whether decisions say how long after the first report of its story an item came."""
    subscriptions: Sequence[SubscriptionFile] = ()


def read_lines(lines: Iterable[str], shown: str) -> list[Line]:
    """The items of a file. UsageError, one line, naming the first line that cannot be read."""
    items: list[Line] = []
    seen: set[str] = set()
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        item = read_line(text, f"{shown}:{number}")
        if item.id in seen:
            raise UsageError(f"{shown}:{number}: the id {item.id!r} stands here twice; give each item its own")
        seen.add(item.id)
        items.append(item)
    return items


def read_line(text: str, place: str) -> Line:
    """One item. UsageError naming the place and the mend."""
    try:
        return Line.model_validate_json(text)
    except ValidationError as error:
        problem = error.errors()[0]
        key = ".".join(map(str, problem["loc"])) or "line"
        raise UsageError(f"{place}: {key}: {problem['msg']}; each line is a JSON object with id and title") from None


@dataclass(frozen=True)
class Replay:
    """Items that wait to be taken through the steps."""

    runtime: Runtime
    items: Sequence[Line]
    lags: bool = False

    def run(self, progress: Progress) -> Iterator[dict[str, Any]]:
        """Let the steps take them; the decisions, in the order of the items."""
        while (done := ingest_arrived(self.runtime, BATCH)).judged or done.failed:
            progress(done.judged)
        while alert_judged(self.runtime, BATCH):
            pass
        with self.runtime.database.read() as session:
            yield from read_decisions(session, self.items, lags=self.lags)


@contextmanager
def open_replay(settings: Settings, rules: Rules, items: Sequence[Line], options: ReplayOptions) -> Iterator[Replay]:
    """A scratch database with the items in it, judged on the other cores from now on."""
    rows = make_rows(items)
    watched = [(one.name, one.query) for one in options.subscriptions if one.scope == "any"]
    rules = replace(rules, keep_all=options.compare_all)
    with assess_ahead(rules, watched, [make_item(Article(**row)) for row in rows]) as ahead, open_scratch() as database:
        runtime = Runtime(settings, database, rules, lambda: datetime.now(UTC), ahead)
        store_items(runtime, rows, options)
        yield Replay(runtime, items, options.lags)


@contextmanager
def open_scratch() -> Iterator[Database]:
    """A migrated database in a folder that goes when it is closed."""
    with (
        tempfile.TemporaryDirectory(prefix="galata-replay-") as folder,
        closing(open_database(f"sqlite:///{Path(folder) / 'scratch.db'}", durable=False)) as database,
    ):
        upgrade(database, data_path("alembic"))
        yield database


def store_items(runtime: Runtime, rows: Sequence[dict[str, Any]], options: ReplayOptions) -> None:
    """Seeds, subscriptions, and the items as arrived."""
    if options.seeds:
        load_seeds(runtime, data_path("seeds"))
    with runtime.database.write() as session, session.begin():
        sync_subscriptions(session, list(options.subscriptions), START)
        insert_rows(session, Article, rows)


def make_rows(items: Sequence[Line]) -> list[dict[str, Any]]:
    """Items as rows of `articles`, in the order of time."""
    times: list[datetime] = []
    for item in items:
        times.append(item.first_seen or item.published or (times[-1] if times else START))
    order = sorted(range(len(items)), key=times.__getitem__)
    rows = [make_row(items[place], times[place]) for place in order]
    mark_all(rows)
    return rows


def make_row(item: Line, seen_at: datetime) -> dict[str, Any]:
    """One item as a row, cut as a feed's entries are. An undated one has no `dated_at`: no window bounds it."""
    summary, content = (item.summary or "")[:MAX_TEXT], (item.content or "")[:MAX_TEXT]
    text = content if len(content) >= len(summary) else summary
    title = item.title[:MAX_TITLE].strip() or take_title(text)
    url = unwrap_url(item.url) if item.url else None
    return {
        "name": item.id,
        "identity": url or item.id,
        "url": url,
        "canonical_url": canonical_url(url) if url else None,
        "content_hash": hash_content(title, text),
        "title": title,
        "summary": summary,
        "content": content,
        "source": item.source,
        "declared_language": item.language,
        "published_at": item.published,
        "first_seen_at": seen_at,
        "dated_at": item.published or item.first_seen,
        "backlog": False,
        "bearing": pack_bearing(item.prior, item.about),
    }


def read_decisions(session: Session, items: Sequence[Line], *, lags: bool) -> Iterator[dict[str, Any]]:
    """What was decided, in the order of the items."""
    rows = {row.name: row for row in session.scalars(select(Article))}
    names = {row.id: row.name for row in rows.values()}
    links = {(link.article_id, link.other_id): link for link in session.scalars(select(Link))}
    matched = find_matched_names(session)
    late = find_lags(list(rows.values())) if lags else {}
    for item in items:
        row = rows[item.id]
        link = links.get((row.id, row.related_id or 0))
        decision = describe_decision(row, link, names, matched.get(row.id, []))
        yield decision | (describe_lag(late.get(row.id)) if lags else {})


def find_lags(rows: Iterable[Article]) -> dict[int, Lag]:
    """How long after the first report of its story each article was reported, by id; without those that say no time."""
    stories: dict[int, list[Article]] = {}
    for row in rows:
        if row.story_id is not None and row.dated_at is not None:
            stories.setdefault(row.story_id, []).append(row)
    return {article_id: lag for members in stories.values() for article_id, lag in measure_lags(members).items()}


def describe_lag(lag: Lag | None) -> dict[str, Any]:
    """What a decision says of it."""
    return {"lag_seconds": lag.seconds if lag else None, "first_in_language": lag.leads if lag else None}


def describe_decision(
    row: Article, link: Link | None, names: dict[int, str | None], matches: list[str]
) -> dict[str, Any]:
    """One line of the answer."""
    judgement = restore_judgement(row)
    return {
        "id": row.name,
        "language": row.language,
        "relevant": bool(row.relevant),
        "score": round(row.score or 0.0, 4),
        "evidence": (row.evidence or {}).get("evidence", []),
        "topics": [{"id": topic.id, "score": round(topic.score, 4)} for topic in judgement.topics],
        "entities": list(judgement.entity_ids),
        "relation": row.relation,
        "of": names.get(row.related_id) if row.related_id else None,
        "containment": {"of_new": link.of_new, "of_old": link.of_old} if link and link.of_new is not None else None,
        "story": row.story_id,
        "matches": matches,
        **({"error": row.error} if row.error else {}),
    }


def write_line(decision: dict[str, Any]) -> str:
    """A decision as a line of JSON."""
    return json.dumps(decision, ensure_ascii=False)
