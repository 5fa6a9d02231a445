"""galata label and galata evaluate as their callers see them: a table, tab-separated text, JSON, an exit status."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import update

from config.files import data_path
from db.models import Article, Label
from tests.cli.conftest import Cli
from tests.cli.test_commands import run_galata, run_in_terminal
from tests.cli.test_explain import find_id
from tests.shipped import load_shipped
from worker.pipeline import rules, runtime


@pytest.fixture
def kept(demo_cli: Cli) -> int:
    """An article that was kept."""
    return find_id(demo_cli, identity="tag:anatolianwire.example,2025:2047")


@pytest.fixture
def left_out(demo_cli: Cli) -> int:
    """One that was left out."""
    return find_id(demo_cli, identity="tag:anatolianwire.example,2025:2035")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped rules without the examples beside those of relevance, so that a test counts its own items alone."""
    shipped = load_shipped()
    monkeypatch.setattr(runtime, "load_rules", lambda _: replace(shipped, watch=replace(shipped.watch, examples=())))


def evaluate(cli: Cli, *arguments: str, status: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(cli.run("evaluate", "--json", *arguments, status=status).out)
    return found


def test_labels_are_made_listed_and_taken_back(demo_cli: Cli, kept: int, left_out: int) -> None:
    assert (
        f"{kept} is labelled irrelevant, topic:energy, not topic:sport: "
        in demo_cli.run(
            "label", str(kept), "wrong", "--topic", "energy", "--not-topic", "sport", "--note", "tab\there"
        ).out
    )
    demo_cli.run("label", "--note", "options first", str(left_out), "right")
    header, first, second = (line.split("\t") for line in demo_cli.run("label", "list").lines)
    assert header == ["article", "label", "title", "language", "labelled", "note"]
    assert (first[0], first[1], first[5]) == (str(left_out), "irrelevant", "options first")
    assert (second[0], second[1], second[5]) == (str(kept), "irrelevant, topic:energy, not topic:sport", "tab here")
    listed = json.loads(demo_cli.run("label", "list", "--json").out)
    assert [(one["key"], one["relevant"], one["topics"]) for one in listed][1] == (str(kept), False, ["energy"])
    assert "not labelled any more" in demo_cli.run("label", "remove", str(kept)).out
    assert len(demo_cli.run("label", "list").lines) == 2


def test_the_long_form_does_the_same(demo_cli: Cli, kept: int) -> None:
    demo_cli.run("label", "mark", str(kept), "right")
    assert [one["relevant"] for one in json.loads(demo_cli.run("label", "list", "--json").out)] == [True]


def test_mistakes_are_one_line(demo_cli: Cli, kept: int) -> None:
    assert "did you mean 'space'" in demo_cli.fail("label", str(kept), "--topic", "spce")
    assert "nothing is labelled by" in demo_cli.fail("label", "remove", str(kept))
    wrong = run_galata(demo_cli, "label", str(kept), "wrnog")
    assert wrong.returncode == 2 and "'wrnog' is not one of 'relevant', 'irrelevant', 'right', 'wrong'" in wrong.stderr
    assert wrong.stderr.count("\n") == 1
    assert "none of watch.toml" in demo_cli.fail("evaluate", "--against", str(demo_cli.folder / "nothing"))


def test_explain_shows_the_label(demo_cli: Cli, kept: int) -> None:
    assert "  label " not in demo_cli.run("explain", str(kept)).out
    demo_cli.run("label", str(kept), "wrong", "--note", "not ours")
    assert re.search(r"^  label +irrelevant \(“not ours”\), on 20", demo_cli.run("explain", str(kept)).out, re.M)
    assert json.loads(demo_cli.run("explain", str(kept), "--json").out)["label"]["relevant"] is False


@pytest.mark.usefixtures("bare")
def test_an_evaluation_names_scores_and_misses(demo_cli: Cli, kept: int, left_out: int) -> None:
    demo_cli.run("label", str(kept), "right")
    demo_cli.run("label", str(left_out), "wrong", "--topic", "energy")
    found = evaluate(demo_cli)
    scores = {(one["measure"], one["part"]): one for one in found["scores"]}
    assert scores["relevance", "all"] == {
        "measure": "relevance", "part": "all", "items": 2, "right": 1, "wrong": 0, "missed": 1,
        "precision": 1.0, "recall": 0.5, "f1": pytest.approx(2 / 3),
    }  # fmt: skip
    assert ("relevance", "en") in scores and scores["topics", "energy"]["missed"] == 1
    assert (found["labels"], found["before"], found["gained"], found["lost"]) == (2, None, [], [])
    assert [(one["item"], one["part"]) for one in found["misses"]] == [(str(left_out), "en"), (str(left_out), "energy")]
    assert "only Türkiye is named (TR " in found["misses"][0]["because"]


@pytest.mark.usefixtures("bare")
def test_a_pipe_gets_a_table_after_another(demo_cli: Cli, left_out: int) -> None:
    demo_cli.run("label", str(left_out), "wrong")
    answer = demo_cli.run("evaluate")
    scores, misses = answer.out.rstrip().split("\n\n")
    assert scores.splitlines()[0].split("\t")[:3] == ["what", "n", "precision"]
    assert scores.splitlines()[1] == "relevance\t1\t–\t0.000\t0.000\t0\t1"
    assert [line.split("\t")[0] for line in misses.splitlines()] == ["item", str(left_out)]
    assert re.fullmatch(r"1 label and \d\d+ examples of the rules; 1 miss\n", answer.err)


@pytest.mark.usefixtures("bare")
def test_a_gate_ends_with_1_and_says_why(demo_cli: Cli, kept: int, left_out: int) -> None:
    unlabelled = run_galata(demo_cli, "evaluate", "--fail-below", "1")
    assert unlabelled.returncode == 0 and "no label says what is relevant yet" in unlabelled.stderr
    demo_cli.run("label", str(kept), "right")
    demo_cli.run("label", str(left_out), "wrong")
    answer = demo_cli.run("evaluate", "--fail-below", "0.7", status=1)
    assert answer.err.splitlines()[-1] == "relevance: F1 0.667 is below 0.7"
    demo_cli.run("evaluate", "--fail-below", "0.66")
    assert run_galata(demo_cli, "evaluate", "--fail-below", "1.1").returncode == 2


def test_a_changed_file_says_what_it_gained_and_lost(
    demo_cli: Cli, kept: int, left_out: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo_cli.run("label", str(kept), "right")
    demo_cli.run("label", str(left_out), "right")
    watch = (data_path("config") / "watch.toml").read_text(encoding="utf-8")
    own = demo_cli.config / "watch.toml"
    own.write_text(watch.replace("threshold = 0.55", "threshold = 1.0"), encoding="utf-8")
    monkeypatch.setattr(runtime, "load_rules", rules.load_rules)  # this configuration's, not the shipped
    found = evaluate(demo_cli, "--against", "shipped")
    assert found["gained"] == []
    assert [(one["item"], one["wanted"], one["decided"]) for one in found["lost"] if one["item"] != "example"] == [
        (str(kept), True, False)
    ]
    assert next(one for one in found["lost"] if one["item"] == str(kept))["because_before"].split(",")[1] == (
        " names both: Baykar"
    )
    assert found["before"][0]["f1"] == 1 and found["scores"][0]["f1"] == 0
    out = demo_cli.run("evaluate", "--against", "shipped").out
    assert re.search(rf"^lost\t{kept}\t", out, re.M) and out.split("\t")[5] == "before"
    own.write_text(watch.replace("threshold = 0.55", "threshold = oops"), encoding="utf-8")
    assert f"{own}:" in demo_cli.fail("evaluate")


def test_a_terminal_gets_tables_and_no_command_of_a_feed(demo_cli: Cli, left_out: int) -> None:
    demo_cli.run("label", str(left_out), "wrong", "--note", "[/bold] \x1b]0;owned\x07")
    with demo_cli.write() as session:
        session.execute(update(Label).values(title="[/red] \x1b[31mTürkiye\x07 ends"))
        session.execute(update(Article).where(Article.id == left_out).values(title="[/red] \x1b[31mx"))
    shown = run_in_terminal(demo_cli, "label", "list") + run_in_terminal(demo_cli, "evaluate", "--against", "shipped")
    assert "\x07" not in shown and "\x1b[31m" not in shown and "\x1b]" not in shown
    assert "should be relevant (“[/bold]" in shown and re.search(r"organised_crime_terrorism +\d", shown)
    assert "[/red]" in shown and "\x1b[1m" in shown and "\t" not in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert [line for line in plain.splitlines() if len(line.rstrip()) > 80] == []


ITEMS = (
    {"id": "one", "title": "", "summary": "Rome and Ankara sign a gas deal. More later.", "relevant": True},
    {"id": "two", "title": "Erdogan hosts Meloni", "language": "en", "relevant": False, "topics": ["space"]},
)


@pytest.mark.usefixtures("bare")
def test_items_of_files_are_asked_too(cli: Cli) -> None:
    file = cli.folder / "items.jsonl"
    file.write_text("\n\n".join(map(json.dumps, ITEMS)), encoding="utf-8")
    found = evaluate(cli, "--items", str(file))
    assert (found["labels"], found["items"], found["scores"][0]["items"]) == (0, 2, 2)
    wrong = {(one["item"], one["part"], one["wanted"]) for one in found["misses"]}
    assert wrong == {("two", "en", False), ("two", "space", True), ("two", "diplomacy_summits", False)}
    assert "2 items of files" in cli.run("evaluate", "--items", str(file)).err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[", "Invalid JSON"),
        ('{"id": "x", "title": "y", "relevant": "yes"}', "items.jsonl:2: relevant: Input should be a valid boolean"),
        ('{"title": "y", "relevant": true}', "items.jsonl:2: id: Field required"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(cli: Cli, line: str, said: str) -> None:
    file = cli.folder / "items.jsonl"
    file.write_text(f"\n{line}\n", encoding="utf-8")
    assert said in cli.fail("evaluate", "--items", str(file))
