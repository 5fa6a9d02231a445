"""The contract of `galata replay` (docs/replay.md), on items of our own and, where they lie, on the seed documents."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.running import run_galata

ROOT = Path(__file__).parent.parent.parent
ORIGINALS = ROOT / os.environ.get("GALATA_SEED_ORIGINALS", "../shared/seeds")
KEYS = {
    "id", "language", "relevant", "score", "evidence", "topics", "entities", "relation", "of", "containment", "story",
    "matches",
}  # fmt: skip
WIRE = (
    "Italian shipbuilder Fincantieri and the Turkish yard Sedef signed an outline deal in Istanbul on Tuesday to build "
    "two ferries for the Adriatic. The first of the ships is to sail from Trieste in the spring of 2028, the companies "
    "said, and both will carry 400 trucks. Engines come from a plant near Trieste, steel from İskenderun. Ministers of "
    "both countries watched the signing at the yard in Tuzla, where 600 people work."
)
ADDED = (
    " On Wednesday the yard said that a third ship was agreed, for 120 million euros, with delivery in 2029. The union "
    "of metal workers in Trieste welcomed the order and asked for ninety more places before the summer, among them "
    "thirty for apprentices from the two cities."
)


def replay(items: list[dict[str, Any]], tmp_path: Path, *options: str) -> list[dict[str, Any]]:
    file = tmp_path / "items.jsonl"
    file.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items), encoding="utf-8")
    done = run_galata("replay", *options, str(file), environment={"GALATA_CONFIG_DIR": str(tmp_path / "none")})
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_item_is_answered_in_order_with_every_key(tmp_path: Path) -> None:
    items = [
        {"id": "update", "title": "Ferries", "content": WIRE + ADDED, "published": "2026-03-04T10:00:00Z"},
        {"id": "first", "title": "Ferries", "content": WIRE, "published": "2026-03-03T10:00:00Z", "language": "en"},
        {"id": "copy", "title": "Two ferries", "content": WIRE, "published": "2026-03-03T12:00:00+02:00"},
        {"id": "recipe", "title": "Roast turkey with Italian herbs", "content": "Baste it every half hour."},
        {"id": "untitled", "title": "", "content": "Baykar and Leonardo will fly a drone over Liguria. It is new."},
    ]
    update, first, copy, recipe, untitled = replay(items, tmp_path, "--no-seeds")
    assert [set(one) for one in (update, first, copy, recipe, untitled)] == [KEYS] * 5
    assert (first["relation"], first["of"]) == ("new", None)
    assert (copy["relation"], copy["of"]) == ("duplicate", "first")  # 10:00 UTC, as the first, but later in the file
    assert (update["relation"], update["of"], update["story"]) == ("update", "first", first["story"])
    assert update["containment"]["of_old"] == 1.0
    assert 0.5 < update["containment"]["of_new"] < 1.0
    assert (recipe["relevant"], recipe["relation"], recipe["story"], recipe["of"]) == (False, None, None, None)
    assert untitled["relevant"]
    assert {"baykar", "leonardo"} <= set(untitled["entities"])
    assert {"baykar", "leonardo", "daily-digest"} == set(untitled["matches"])
    assert {"side", "entity", "text", "field", "weight"} == set(first["evidence"][0])


def test_all_compares_irrelevant_items_too(tmp_path: Path) -> None:
    text = "The flamingos of the salt lake were counted on Sunday by forty volunteers with telescopes and flasks."
    items = [{"id": "a", "title": "Birds", "content": text}, {"id": "b", "title": "Birds", "content": text}]
    plain, compared = replay(items, tmp_path), replay(items, tmp_path, "--all")
    assert [one["relation"] for one in plain] == [None, None]
    assert [one["relation"] for one in compared] == ["new", "duplicate"]


def test_subscriptions_of_a_file_are_matched(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[subscriptions]]\nname = "ships"\nquery = "ferr*"\nscope = "any"\nrecipients = [{ to = "file:desk" }]\n'
    )
    items = [{"id": "1", "title": "A ferry for Malta", "content": "It is white."}]
    (one,) = replay(items, tmp_path, "--subscriptions", str(own))
    assert one["matches"] == ["ships"]


def test_a_bad_line_is_named_and_nothing_is_printed() -> None:
    done = run_galata("replay", "-", stdin='{"id": "1", "title": "x"}\n{"id": 2}\n')
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert ":2: title" in done.stderr


def read_originals() -> list[dict[str, Any]]:
    files = sorted(ORIGINALS.glob("*.txt"))
    return [{"id": path.name[:3], "title": "", "content": path.read_text(encoding="utf-8")} for path in files]


needs_originals = pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the seed documents are not ours to keep")


@needs_originals
def test_the_seed_documents_among_themselves(tmp_path: Path) -> None:
    items = read_originals()
    in_time = [items[0], items[2], items[3], items[1], items[4]]
    said = {one["id"]: one for one in replay(in_time, tmp_path, "--no-seeds")}
    assert (said["001"]["relation"], said["001"]["of"]) == ("update", "003")
    assert said["001"]["story"] == said["003"]["story"]
    assert len({one["story"] for one in said.values()}) == 4
    assert all(one["relevant"] and len(one["topics"]) >= 2 for one in said.values())
    wanted = {
        "000": {"akar", "crosetto", "erdogan", "meloni", "soylu", "piantedosi"},
        "001": {"erdogan", "meloni", "leonardo", "baykar", "bayraktar_s", "cingolani"},
        "002": {"crosetto", "erdogan", "guler", "leonardo", "baykar", "tai"},
        "003": {"erdogan", "meloni", "leonardo", "baykar"},
        "004": {"tajani", "fidan"},
    }
    for name, entities in wanted.items():
        assert entities <= set(said[name]["entities"])


@needs_originals
def test_the_seed_documents_against_their_cards(tmp_path: Path) -> None:
    items = read_originals()
    half = items[3]["content"]
    items.append({"id": "half", "title": "", "content": half[: len(half) // 2]})
    said = {one["id"]: one for one in replay(items, tmp_path)}
    for name in ("000", "001", "002", "003", "004"):
        assert said[name]["relation"] in ("duplicate", "near_duplicate")
        assert said[name]["of"] == f"seed:{name}"
    assert (said["half"]["relation"], said["half"]["of"]) == ("excerpt", "seed:003")


def test_an_item_may_say_what_its_feed_is_about(tmp_path: Path) -> None:
    item: dict[str, Any] = {"title": "Ambassador opens design week in Ankara", "language": "en"}
    items: list[dict[str, Any]] = [
        {"id": "plain", **item},
        {"id": "told", **item, "about": ["IT"]},
        {"id": "p", **item, "prior": 0.3},
    ]
    plain, told, prior = replay(items, tmp_path, "--no-seeds")
    assert [one["relevant"] for one in (plain, told, prior)] == [False, True, False]
    assert {"side": "IT", "entity": "feed", "text": "its feed", "field": "feed", "weight": 0.55} in told["evidence"]


def test_an_item_of_any_length_is_answered(tmp_path: Path) -> None:
    huge = "Leonardo Baykar " * 300_000
    (answer,) = replay([{"id": "huge", "title": huge, "content": huge}], tmp_path, "--no-seeds")
    assert answer["relevant"] and {"leonardo", "baykar"} <= set(answer["entities"])
