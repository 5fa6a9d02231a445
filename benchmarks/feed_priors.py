"""What a feed's `about` and `prior` are worth: items as such feeds bring them, judged at each weight.

Items: tests/data/bearing.jsonl, of our own words; those of an outlet that only stands in a country are asked too, with
an `about` that they should not have. docs/decisions/0012-feed-priors.md tells what was decided.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.relevance_quality import Counts
from tests.news.labelled import load_items
from tests.news.load_rules import load_entities, load_topics, load_watch
from worker.news.judge import Judge
from worker.news.types import Item

FILE = Path(__file__).resolve().parents[1] / "tests" / "data" / "bearing.jsonl"
WEIGHTS = (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
PRIORS = (0.0, 0.5, 1.0, 1.5)
Row = tuple[str, bool, Item]


def load_rows(batch: int) -> list[Row]:
    """Each item with its feed and what a reader says of it. The second batch was written once the weight was chosen."""
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    return [make_row(row) for row in rows if row["batch"] == batch]


def make_row(row: dict[str, object]) -> Row:
    """One line of the file."""
    known = {key: row[key] for key in ("title", "summary", "language", "prior") if key in row}
    about = row.get("about", ())
    item = Item(**known, about=tuple(about))  # type: ignore[arg-type]  # as written in the file
    return str(row["feed"]), bool(row["relevant"]), item


def count_rows(judge: Judge, rows: Iterable[Row]) -> Counts:
    """Kept or left out."""
    pairs = [(wanted, judge.judge(item).relevance.relevant) for _, wanted, item in rows]
    return Counts(*(pairs.count(pair) for pair in ((True, True), (False, True), (True, False))))


def count_outlets(judge: Judge) -> str:
    """How many irrelevant items would be kept, were their feed said to be about a side it is not about."""
    others = [one.item for one in load_items() if not one.relevant]
    wrong = sum(
        judge.judge(replace(item, about=(side,))).relevance.relevant for item in others for side in ("TR", "IT")
    )
    return f"{wrong} of {2 * len(others)}"


def main() -> None:
    """Print the tables."""
    rows, watch = load_rows(1), load_watch()
    print("about: weight, embassies and chambers, irrelevant items kept if said of an ordinary outlet")
    for weight in WEIGHTS:
        judge = Judge(replace(watch, about=weight), load_entities(), load_topics())
        for batch in (1, 2):
            told = [row for row in load_rows(batch) if row[2].about]
            print(f"  {weight:4.2f} batch {batch}: {count_rows(judge, told).describe()}")
        print(f"       {count_outlets(judge)}")
    print("prior: share of what the file says, then each feed")
    judge = Judge(watch, load_entities(), load_topics())
    for share in PRIORS:
        scaled = [(feed, wanted, replace(item, prior=share * item.prior)) for feed, wanted, item in rows if item.prior]
        print(f"  {share:4.1f}  {count_rows(judge, scaled).describe()}")
        for name in sorted({feed for feed, _, _ in scaled}):
            print(f"        {name:8} {count_rows(judge, (row for row in scaled if row[0] == name)).describe()}")


if __name__ == "__main__":
    main()
