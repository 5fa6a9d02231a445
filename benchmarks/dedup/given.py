"""Texts of others to measure with: a folder of JSON lines (`language`, `title`, `text`), halved by their titles.

They are read where they are and nothing of them is kept: what the project keeps is our own (docs/contributing.md).
"""

import json
import random
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from benchmarks.dedup.texts import LANGUAGES, SHORTEST_LEAD, Desk, Text
from worker.news.text import sentences

HALVES = ("tune", "report")


class Shelf(Desk):
    """A desk that writes with the sentences and words of other texts of its language."""

    def __init__(self, language: str, chance: random.Random, others: Sequence[Text]) -> None:
        super().__init__(language, chance)
        self.others = others
        self.words = [word for text in chance.sample(others, min(20, len(others))) for word in text.body.split()]

    def write_sentence(self, _about: str = "") -> str:
        """A sentence of any of the others."""
        return self.chance.choice(self.chance.choice(self.others).sentences)


def read_texts(folder: Path, half: str) -> list[Text]:
    """The texts of one half, those of a language together."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    texts = [read_text(json.loads(line)) for line in lines]
    return sorted(
        (one for one in texts if choose_half(one.title) == half), key=lambda one: LANGUAGES.index(one.language)
    )


def read_text(line: dict[str, str]) -> Text:
    return Text(line["language"], line["title"], tuple(join_short(sentences(line["text"]))))


def join_short(parts: Sequence[str]) -> list[str]:
    """The sentences, each of as many words as a lead has: columns open with two ("Not this time.")."""
    joined: list[str] = []
    for part in parts:
        if joined and len(joined[-1].split()) < SHORTEST_LEAD:
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    return joined


def choose_half(title: str) -> str:
    return HALVES[sha256(title.encode()).digest()[0] % 2]


def find_desk(text: Text, texts: Sequence[Text], chance: random.Random) -> Shelf:
    """A shelf of all the texts of its language but this one."""
    return Shelf(text.language, chance, [one for one in texts if one.language == text.language and one is not text])
