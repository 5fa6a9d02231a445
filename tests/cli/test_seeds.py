"""galata seeds: cards that recognise a document and hold none of its sentences."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from db.articles import find_article
from tests.cli.conftest import Cli
from worker.pipeline.cards import read_card

STORY = """ date 2025-03-14 The Italian company Leonardo and Turkish drone maker Baykar said on Friday that they would
open a joint workshop in Bursa, where engineers of both firms are to test small engines for aircraft without a pilot.

Prime Minister Giorgia Meloni called it a good day for two neighbours across the sea, and President Recep Tayyip Erdoğan
promised that the road to the workshop would be finished before winter. The first 14 engines are expected in October.
"""


def write_story(folder: Path, name: str = "007_workshop_in_bursa.txt", text: str = STORY) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def list_seeds(cli: Cli) -> dict[str, Any]:
    return {one["name"]: one for one in json.loads(cli.run("seeds", "list", "--json").out)}


def test_a_card_goes_where_it_is_loaded_from(cli: Cli, tmp_path: Path) -> None:
    out = cli.run("seeds", "add", str(write_story(tmp_path))).out
    path = cli.config / "seeds" / "007.toml"
    assert f"→ {path}" in out
    cli.run("migrate")
    seed = list_seeds(cli)["seed:007"]
    assert (seed["dated"], seed["language"], seed["whole"]) == ("2025-03-14", "en", False)
    assert "defence" in seed["topics"][0]


def test_a_card_has_a_title_of_our_own_and_no_sentence(cli: Cli, tmp_path: Path) -> None:
    cli.run("seeds", "add", str(write_story(tmp_path)), "--to", str(tmp_path / "cards"))
    path = tmp_path / "cards" / "007.toml"
    card = tomllib.loads(path.read_text(encoding="utf-8"))
    assert card["title"].endswith("(14 Mar 2025)")
    assert "Leonardo" in card["title"] and "Baykar" in card["title"]
    assert "Türkiye" not in card["title"]
    words = STORY.split()
    runs = [" ".join(words[at : at + 4]) for at in range(len(words) - 3)]
    text = path.read_text(encoding="utf-8")
    assert [run for run in runs if run in text] == []


def test_a_loaded_card_recognises_the_document(cli: Cli, tmp_path: Path) -> None:
    cli.run("seeds", "add", str(write_story(tmp_path)))
    cli.run("migrate")
    whole = tmp_path / "whole"
    whole.mkdir()
    write_story(whole, "copy.txt")
    cli.run("seeds", "load", str(whole))
    found = cli.ask(lambda s: find_article(s, "seed:copy"))
    assert found.relation == "duplicate"
    assert found.related_id == cli.ask(lambda s: find_article(s, "seed:007")).id


def test_what_its_maker_says_of_a_document_stands(cli: Cli, tmp_path: Path) -> None:
    options = ("--title", "Bir atölye", "--summary", "Kısa.", "--outlet", "Example", "--language", "tr")
    cli.run("seeds", "add", str(write_story(tmp_path)), *options, "--date", "2024-01-02", "--name", "atelier")
    card = read_card(cli.config / "seeds" / "atelier.toml")
    assert (card.title, card.summary, card.outlet, card.language) == ("Bir atölye", "Kısa.", "Example", "tr")
    assert str(card.date) == "2024-01-02"


def test_the_same_document_is_written_again_and_another_is_not(cli: Cli, tmp_path: Path) -> None:
    path = write_story(tmp_path)
    cli.run("seeds", "add", str(path))
    cli.run("seeds", "add", str(path), "--title", "Better")
    assert read_card(cli.config / "seeds" / "007.toml").title == "Better"
    path.write_text(STORY.replace("engines", "propellers").replace("workshop", "hangar"), encoding="utf-8")
    assert "replace it with --force" in cli.fail("seeds", "add", str(path))
    assert read_card(cli.config / "seeds" / "007.toml").title == "Better"
    cli.run("seeds", "add", str(path), "--force")
    assert read_card(cli.config / "seeds" / "007.toml").title != "Better"


@pytest.mark.parametrize(
    ("name", "text", "options", "said"),
    [
        ("005_x.txt", STORY, [], "is called seed:005 already; choose another --name"),
        ("007_x.txt", "Two words", [], "has 2 words, too few to be recognised by"),
        ("007_x.txt", STORY, ["--name", "../evil"], "choose letters, digits and hyphens with --name"),
        ("007_x.txt", STORY, ["--language", "Turkish"], "two small letters"),
    ],
)
def test_what_cannot_be_a_card_is_refused(
    cli: Cli, tmp_path: Path, name: str, text: str, options: list[str], said: str
) -> None:
    assert said in cli.fail("seeds", "add", str(write_story(tmp_path, name, text)), *options)
    assert not (cli.config / "seeds").exists()


def test_of_several_documents_all_become_cards_or_none(cli: Cli, tmp_path: Path) -> None:
    first, second = write_story(tmp_path), write_story(tmp_path, "008_broken.txt")
    second.write_bytes(b"\xff\xfe broken")
    assert "save it as UTF-8" in cli.fail("seeds", "add", str(first), str(second))
    assert "two of the files would be called seed:007" in cli.fail(
        "seeds", "add", str(first), str(write_story(tmp_path, "007_other.txt"))
    )
    assert "give one FILE with them" in cli.fail("seeds", "add", str(first), str(second), "--name", "x")
    assert not (cli.config / "seeds").exists()


def test_a_folder_is_loaded_once(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    write_story(folder)
    assert cli.run("seeds", "load", str(folder)).out == f"1 document in {folder}, 1 of them new.\n"
    assert cli.run("seeds", "load", str(folder)).out == f"1 document in {folder}, 0 of them new.\n"
    assert list_seeds(cli)["seed:007"]["whole"]
    assert "not a folder" in cli.fail("seeds", "load", str(tmp_path / "missing"))


def test_the_list_counts_what_was_recognised(demo_cli: Cli) -> None:
    assert list_seeds(demo_cli)["seed:005"]["reports"] == 2
    assert "seed:005" in demo_cli.run("seeds", "list").out
