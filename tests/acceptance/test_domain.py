"""The pair is data: the program watches an invented one (tests/data/domain) and needs nothing of the real one."""

import ast
import json
import shutil
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.running import run_galata

REPOSITORY = Path(__file__).parents[2]
DOMAIN = REPOSITORY / "tests" / "data" / "domain"
ITEMS = [json.loads(line) for line in (DOMAIN / "items.jsonl").read_text(encoding="utf-8").splitlines()]
# Ids of the shipped files. What a mistaken query is shown as an example may stay.
OF_THE_PAIR = {"TR", "IT", "Türkiye", "Turkey", "Italy", "leonardo", "baykar"}
EXAMPLES = {"worker/news/query_grammar.py"}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A configuration folder with all five data files, and a data folder of its own."""
    shutil.copytree(DOMAIN, tmp_path / "config")
    return {"GALATA_CONFIG_DIR": str(tmp_path / "config"), "GALATA_DATA_DIR": str(tmp_path / "data")}


def run(environment: dict[str, str], *arguments: str) -> str:
    done = run_galata(*arguments, environment=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


def replay(environment: dict[str, str]) -> dict[str, dict[str, Any]]:
    out = run(environment, "replay", str(DOMAIN / "items.jsonl"))
    return {one["id"]: one for one in map(json.loads, out.splitlines())}


def test_the_files_are_right_and_a_wrong_one_is_named(environment: dict[str, str]) -> None:
    assert "right" in run(environment, "config", "check")
    folder = Path(environment["GALATA_CONFIG_DIR"])
    feeds, watch = (folder / name for name in ("feeds.toml", "watch.toml"))
    feeds.write_text(feeds.read_text(encoding="utf-8").replace('"QS"', '"IT"'), encoding="utf-8")
    watch.write_text(watch.read_text(encoding="utf-8").replace("herring catch", "regatta"), encoding="utf-8")
    done = run_galata("config", "check", environment=environment)
    assert done.returncode == 2
    sides, example = done.stderr.splitlines()
    assert sides.endswith("feeds.toml:11: feeds[1].about: 'IT' is not watched; the sides of watch.toml are NV and QS")
    assert "watch.toml:37: examples[0]: the example 'Norvalia and Quessia share the regatta' should be kept" in example
    assert "it is a regatta (regatta)" in example


def test_items_are_judged_tagged_matched_and_compared(environment: dict[str, str]) -> None:
    found = replay(environment)
    assert {key for key, one in found.items() if one["relevant"]} == {one["id"] for one in ITEMS if one["relevant"]}
    assert {one["id"]: [topic["id"] for topic in found[one["id"]]["topics"]] for one in ITEMS} == {
        one["id"]: one["topics"] for one in ITEMS
    }
    assert (found["copy"]["relation"], found["copy"]["of"]) == ("duplicate", "accord")
    assert found["leaders"]["entities"] == ["velk", "brume"]
    assert {"norvalia", "quessia"} == set(found["compound"]["entities"])
    assert found["elsewhere"]["entities"] == []
    assert {key for key, one in found.items() if "halvor" in one["matches"]} == {"yard", "compound"}
    assert {one["side"] for key in found for one in found[key]["evidence"]} == {"NV", "QS", "both"}


def test_it_is_evaluated(environment: dict[str, str]) -> None:
    run(environment, "migrate")
    found = json.loads(run(environment, "evaluate", "--json", "--items", str(DOMAIN / "items.jsonl")))
    assert found["misses"] == []
    overall = {one["measure"]: one["f1"] for one in found["scores"] if one["part"] == "all"}
    assert overall == {"relevance": 1.0, "topics": 1.0}
    assert {one["part"] for one in found["scores"] if one["measure"] == "topics"} == {"all", "fishery", "lighthouses"}


def test_messages_name_it(environment: dict[str, str]) -> None:
    run(environment, "migrate")
    run(environment, "channels", "test", "file:desk")
    (mail,) = Path(environment["GALATA_DATA_DIR"]).rglob("*.eml")
    subject = str(message_from_bytes(mail.read_bytes(), policy=policy.default)["subject"])
    assert "Norvalia–Quessia" in subject


def list_constants(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}


def test_no_module_holds_a_name_of_the_pair() -> None:
    """Whole strings: a docstring may tell of the pair, and the demonstration is about it."""
    modules = [path for path in (REPOSITORY / "worker").rglob("*.py") if "demo" not in path.parts]
    found = {str(path.relative_to(REPOSITORY)) for path in modules if OF_THE_PAIR & list_constants(path)}
    assert found == EXAMPLES
