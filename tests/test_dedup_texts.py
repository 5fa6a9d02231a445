"""The texts that duplicates are measured with: every form can be filled, every change is what its name says."""

import json
import random
from pathlib import Path

import pytest

from benchmarks.dedup.edits import EDITS, Edit
from benchmarks.dedup.forms import FORMS, KINDS, TIMES, fill_forms
from benchmarks.dedup.given import HALVES, find_desk, join_short, read_texts
from benchmarks.dedup.texts import LANGUAGES, Desk, write_articles
from benchmarks.dedup.wear import WEAR, drop_word, hit_each, insert_word, replace_word
from worker.news.text import words


def test_every_form_is_filled_every_day() -> None:
    filled = fill_forms(random.Random(1))
    assert len(filled) == len(LANGUAGES) * len(KINDS) * TIMES
    assert all(len(FORMS[language]["forms"]) == len(KINDS) for language in LANGUAGES)
    assert not [one for one in filled if set("{}|") & set(one.text.title + one.text.body)]
    assert len({one.text.body for one in filled}) == len(filled)


@pytest.mark.parametrize("edit", [*EDITS, *WEAR], ids=lambda edit: edit.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_leaves_a_text(language: str, edit: Edit) -> None:
    chance = random.Random(2)
    text, *others = write_articles(language, 5, chance)
    changed = edit.change(text, find_desk(text, others, chance))
    assert changed.language == language
    assert len(words(changed.body)) >= 5
    assert changed.title.strip()


@pytest.mark.parametrize(("way", "length"), [(replace_word, 70), (drop_word, 60), (insert_word, 80)])
def test_one_word_in_seven_is_hit(way: object, length: int) -> None:
    assert callable(way)
    text = write_articles("en", 1, random.Random(3))[0]
    text = type(text)("en", text.title, (" ".join(f"word{i}" for i in range(70)),))
    changed = hit_each(7, way)(text, Desk("en", random.Random(4)))
    assert abs(len(changed.body.split()) - length) <= 1
    kept = set(text.body.split()) & set(changed.body.split())
    assert len(kept) == (70 if length == 80 else 60)


def test_a_folder_is_read_in_halves_by_title(tmp_path: Path) -> None:
    lines = [{"language": "tr", "title": f"{i}. haber", "text": "Bu kez değil. " * 8} for i in range(40)]
    (tmp_path / "some.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    halves = [read_texts(tmp_path, half) for half in HALVES]
    assert sorted(one.title for half in halves for one in half) == sorted(line["title"] for line in lines)
    assert all(len(half) >= 10 for half in halves)


def test_short_sentences_go_together() -> None:
    assert join_short(["Not now.", "a " * 9, "b " * 12]) == ["Not now. " + "a " * 9, "b " * 12]
