"""Labelled items: those of tests/data/relevance, a JSON object a line, and the tables of `data_items`.

Half of the former is held out: no rule is mended by its failures, so that the figures on it say how well rules do on
what they have not seen. The benchmark `relevance_quality` prints them.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.news.data_items import CASES, KNOWN_MISSES
from worker.news.types import Item

FOLDER = Path(__file__).resolve().parents[1] / "data" / "relevance"


class Labelled(NamedTuple):
    """An item with what a reader says of it."""

    item: Item
    group: str
    relevant: bool
    leonardo: bool
    held_out: bool
    topics: frozenset[str] | None = None
    """What it must be tagged with; None: nobody said."""
    also: frozenset[str] = frozenset()
    """What it may be tagged with as well."""


def load_items() -> list[Labelled]:
    """All labelled items, those of the tests as not held out."""
    tables = (case for case in (*CASES, *KNOWN_MISSES))
    seen = [Labelled(case.item, "tests", case.relevant, case.leonardo, held_out=False) for case in tables]
    return [*seen, *(item for path in sorted(FOLDER.glob("*.jsonl")) for item in read_file(path))]


def read_file(path: Path) -> Iterator[Labelled]:
    """The items of one file, a JSON object a line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        item = Item(title=row["title"], summary=row.get("summary", ""), language=row["language"])
        topics = frozenset(row["topics"]) if "topics" in row else None
        also = frozenset(row.get("also", ()))
        yield Labelled(item, path.stem, row["relevant"], row["leonardo"], row["held_out"], topics, also)
