"""Labelled items: those of tests/data/relevance, a JSON object a line, and the tables of `data_items`.

Half of the former is held out: rules are mended by the failures of the other half. Once they were mended by its own
too (at precision .96 and recall .92, from .76 and .89), so it flatters the rules, as does that items and rules have one
author. What to expect of items nobody had in mind, three batches of hard ones say, judged the moment they were written:
`fresh` precision .69 recall .73, `unseen` .65 and .71, `blind` .89 and .89; with the rules before .61 and .73, .56 and
.67, .61 and .78. The first two have taught us since; from `blind` nothing was learnt. `headlines` are written as real
headlines look, after some hundreds had been read, and `desks` for topics, where the telling word is missing or belongs
to another subject; their held-out halves have taught nothing (docs/benchmarks.md).
`benchmarks.relevance_quality` prints all.
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
