"""What outlets put under many of their articles, learnt from what arrives and remembered in SQL.

A feed's document shows it at once: twenty articles with one sentence at their ends. Of a short document the feed's
latest articles are looked at too; of a page that was read, the latest pages of its host. What an article has of it is
written into its row when it arrives, so that it is compared without (worker/news/asides.py) and `explain` can say so.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from db.furniture import insert_furniture, list_furniture, list_latest, list_read
from worker.news.furniture import Furniture, Sample, learn_furniture, list_lines, name_outlet

# A document with as many articles shows by itself what its outlet repeats.
ENOUGH = 10
# The latest that are read beside a short document, or beside a page.
LATEST = 12
Row = Mapping[str, Any]


def mark_furniture(
    session: Session, feed_id: int, rows: Sequence[dict[str, Any]], arrived: Iterable[dict[str, Any]], now: datetime
) -> None:
    """Learn from all entries of a document, and note of those that arrived what of them is furniture."""
    samples = [make_sample(row) for row in rows]
    if len(samples) < ENOUGH:
        samples += [make_sample(one._asdict()) for one in list_latest(session, feed_id, LATEST)]
    known = learn(session, samples, now)
    for row in arrived:
        row["furniture"] = list_own(make_sample(row), known)


def mark_page(session: Session, host: str, article_id: int, row: Row, now: datetime) -> list[str] | None:
    """What of an article with the text of its page is furniture, learnt from the pages of its host."""
    sample = make_sample(row)
    others = [make_sample(one._asdict()) for one in list_read(session, host, article_id, LATEST)]
    # A host is one outlet, whatever its feeds are called.
    return list_own(sample, learn(session, [sample, *(one._replace(outlet=sample.outlet) for one in others)], now))


def mark_all(rows: Sequence[dict[str, Any]]) -> None:
    """As `mark_furniture` of items that are all known at once, and of nothing else: those of a replay."""
    samples = [make_sample(row) for row in rows]
    known = add_learnt({}, learn_furniture(samples))
    for row, sample in zip(rows, samples, strict=True):
        row["furniture"] = list_own(sample, known)


def make_sample(row: Row) -> Sample:
    """What furniture is looked for in."""
    text = row["content"] if len(row["content"]) >= len(row["summary"]) else row["summary"]
    return Sample(name_outlet(row["source"]), row["title"], text)


def learn(session: Session, samples: Sequence[Sample], now: datetime) -> dict[str, set[int]]:
    """The furniture of the outlets of some articles: what is remembered, and what these show, which is from now on."""
    known = list_furniture(session, {one.outlet for one in samples if one.outlet})
    fresh = [one for one in learn_furniture(samples) if one.hash not in known[one.outlet]]
    insert_furniture(session, [one._asdict() | {"learnt_at": now} for one in fresh])
    return add_learnt(known, fresh)


def add_learnt(known: dict[str, set[int]], learnt: Iterable[Furniture]) -> dict[str, set[int]]:
    """`known` with what was learnt: outlet → hashes."""
    for one in learnt:
        known.setdefault(one.outlet, set()).add(one.hash)
    return known


def list_own(sample: Sample, known: Mapping[str, set[int]]) -> list[str] | None:
    """What of an article is furniture of its outlet; None for nothing."""
    lines = known.get(sample.outlet)
    return (
        [line for key, line in list_lines(sample.title, sample.text).items() if key in lines] or None if lines else None
    )
