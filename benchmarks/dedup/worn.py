"""How well copies, updates and parts are found among texts of any folder, worn as texts are; Galata alone.

`python -m benchmarks.dedup worn --texts DIR`: without a folder, texts of our own. `forms`: what outlets fill in again.
"""

import random
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from rich.progress import track

from benchmarks.dedup.edits import EDITS, Edit
from benchmarks.dedup.forms import Filled, fill_forms
from benchmarks.dedup.galata import load_shipped_rules, open_galata
from benchmarks.dedup.given import HALVES, find_desk, read_texts
from benchmarks.dedup.quality import Asked, Measured, Score, note_asked, note_false
from benchmarks.dedup.texts import LANGUAGES, Text, write_articles
from benchmarks.dedup.wear import WEAR
from worker.news.types import Relation, RelationKind

ALL = (*EDITS, *WEAR)
SEEDS = {"tune": 15, "report": 16}
TEMPLATES_GOAL, NEWS_GOAL = 0.03, 0.005


def list_texts(folder: Path | None, half: str, count: int) -> tuple[list[Text], list[Text]]:
    """The texts of a half, and of the other, whose sentences are added to them."""
    other = HALVES[half == HALVES[0]]
    if folder:
        return read_texts(folder, half), read_texts(folder, other)
    mine, others = (random.Random(SEEDS[one]) for one in (half, other))
    return tuple(
        [text for one in LANGUAGES for text in write_articles(one, count, chance)] for chance in (mine, others)
    )  # type: ignore[return-value] # two of them


def wear_texts(texts: Sequence[Text], others: Sequence[Text], edits: Sequence[Edit], seed: int) -> list[Asked]:
    """Every text in every state."""
    asked = []
    for i, text in enumerate(texts):
        desk = find_desk(text, others, random.Random(f"{seed} {i}"))
        asked += [Asked(edit, edit.change(text, desk), i) for edit in edits]
    return asked


def measure_texts(texts: Sequence[Text], asked: Sequence[Asked], *, verbose: bool) -> Measured:
    merged, right, false = Score(), Score(), Score()
    with open_galata(texts, load_shipped_rules()) as (galata, relations):
        for text, relation in zip(texts, relations, strict=True):
            note_both(false, "general news", text, relation, verbose)
        for one in track(asked, "Galata", transient=True):
            note_asked(galata, one, (merged, right), verbose)
    return Measured("Galata", merged, right, false)


def note_both(false: Score, name: str, text: Text, relation: Relation, verbose: bool) -> None:
    """A false merge; by wording alone besides."""
    note_false(false, name, text, relation, verbose)
    by_wording = relation.kind.joins_story and relation.kind is not RelationKind.SAME_STORY
    false.note(f"{name}, by wording", text.language, by_wording)


WITHIN = "templates, within a language"


def measure_forms(filled: Sequence[Filled], *, verbose: bool) -> Score:
    """By kind and in all; and without those that joined a form of another language: the weather of one town on one day
    is the same in two."""
    false = Score()
    moments: list[datetime] = [one.at for one in filled]
    with open_galata([one.text for one in filled], load_shipped_rules(), moments) as (_, relations):
        for one, relation in zip(filled, relations, strict=True):
            note_both(false, "templates", one.text, relation, verbose)
            false.note(one.kind, one.text.language, relation.kind.joins_story)
            within = relation.of is not None and filled[relation.of - 1].text.language == one.text.language
            false.note(WITHIN, one.text.language, relation.kind.joins_story and within)
    return false


def print_row(name: str, score: Score, right: Score | None, goal: float | None) -> None:
    shares = [score.share(name, one) for one in LANGUAGES]
    good = " / ".join(f"{right.share(name, one):.3f}" for one in LANGUAGES) if right else ""
    missed = "  MISSED" if goal and min(shares) < goal else ""
    spread = " / ".join(f"{share:.3f}" for share in shares)
    print(f"{name:34} {f'≥ {goal:.2f}' if goal else '':6} {score.share(name):.3f}   {spread}   right {good}{missed}")


def print_false(false: Score, names: Sequence[str]) -> None:
    for name in names:
        spread = " / ".join(f"{false.hits[name, one]} of {false.total[name, one]}" for one in LANGUAGES)
        print(f"{name:34} {false.share(name):7.2%}   {spread}")


def main(folder: Path | None = None, count: int = 40, half: str = "report") -> None:
    """Print the tables. `half="tune"` shows what is wrong, one line a mistake."""
    texts, others = list_texts(folder, half, count)
    print(f"{half} half: {len(texts)} texts", {one: sum(text.language == one for text in texts) for one in LANGUAGES})
    asked = wear_texts(texts, others, ALL, SEEDS[half])
    measured = measure_texts(texts, asked, verbose=half == "tune")
    print("merge recall: all, then " + " / ".join(LANGUAGES) + "; relation right")
    for edit in ALL:
        print_row(edit.name, measured.merged, measured.right, edit.goal)
    print_false(measured.false, ("general news", "general news, by wording"))


def main_forms(half: str = "report") -> None:
    """Print how many filled forms joined another."""
    filled = fill_forms(random.Random(SEEDS[half]))
    false = measure_forms(filled, verbose=half == "tune")
    print(f"{half} half: {len(filled)} filled forms; false merges: all, then " + " / ".join(LANGUAGES))
    print_false(false, ("templates", WITHIN, "templates, by wording", *dict.fromkeys(one.kind for one in filled)))
