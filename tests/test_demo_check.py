"""How a run is held against what the demonstration plants, and that the page about it lists the same."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from worker.demo.check import Decision, find_surprises
from worker.demo.editions import EXPECTED, Expectation

ROOT = Path(__file__).parents[1]


def decide_rightly() -> list[Decision]:
    return [Decision(e.feed, e.identity_at("http://x"), e.edition, e.relevant, e.relation, e.story) for e in EXPECTED]


def test_a_right_run_holds_no_surprise() -> None:
    assert find_surprises(decide_rightly(), "http://x") == []


def test_it_does_not_matter_which_copy_came_first() -> None:
    run = decide_rightly()
    wire, edited = run[0], run[2]
    assert (wire.relation, edited.relation) == ("new", "near_duplicate")
    run[0], run[2] = replace(wire, relation="near_duplicate"), replace(edited, relation="new")
    assert find_surprises(run, "http://x") == []


def test_a_copy_without_its_footer_may_count_as_the_same_text() -> None:
    run = decide_rightly()
    wire, copy = run[0], run[1]
    run[0], run[1] = replace(wire, relation="duplicate"), replace(copy, relation="new")
    assert find_surprises(run, "http://x") == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"relevant": False}, "left out, wrongly"),
        ({"relation": "overlap"}, "story venture (first): near_duplicate, near_duplicate, overlap"),
        ({"story": "another"}, "story venture: in 2 pieces"),
        ({"story": "trade"}, "stories trade, venture: merged"),
        ({"identity": "else"}, "not seen"),
        ({"identity": "else"}, "not expected"),
    ],
)
def test_a_wrong_run_is_told_apart(change: dict[str, Any], says: str) -> None:
    run = decide_rightly()
    run[0] = replace(run[0], **change)
    assert any(says in surprise for surprise in find_surprises(run, "http://x"))


def test_the_page_lists_every_expectation() -> None:
    page = (ROOT / "docs/demo.md").read_text(encoding="utf-8")
    missing = [row for row in map(write_row, EXPECTED) if row not in page]
    assert missing == []
    assert page.count("| first | ") + page.count("| second | ") == len(EXPECTED)


def write_row(wanted: Expectation) -> str:
    relation = f"{wanted.relation} or {wanted.also}" if wanted.also else wanted.relation
    decision = f"{relation} | {wanted.story}" if wanted.relevant else "left out | "
    return f"| {wanted.feed} | `{wanted.identity}` | {wanted.edition} | {decision} | {wanted.note} |\n"
