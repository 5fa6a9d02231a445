"""Texts of our own to measure with: articles by a seed, forms filled in, round-ups. Nothing of them is anybody's.

An article is written at a desk: a third of all phrases, so that two articles of a desk share about as much wording as
two reports of one outlet on one subject. Lengths are those of feeds and pages: 60 to 350 words.
"""

import random
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
LANGUAGES = ("en", "tr", "it")
LENGTHS = (5, 8, 8, 11, 11, 14, 18)
SLOT = re.compile(r"\{(\w+)\}")
SHARE_OF_DESK = 0.35
SHORTEST_LEAD = 10  # words: an abstract of one sentence is no headline
OF = {"en": "of", "it": "di"}
PLACES = WORDS["names"]["places"].split("|")


@dataclass(frozen=True)
class Text:
    """An article as its outlet has it."""

    language: str
    title: str
    sentences: tuple[str, ...]

    @property
    def body(self) -> str:
        return " ".join(self.sentences)


class Desk:
    """Writes articles of one field. What an article is about, a thing at a place, is its own: two reports about one
    thing by one person would rightly be taken for one story."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self.language, self.chance = language, chance
        self.phrases = {
            slot: chance.sample(options, min(len(options), max(4, int(len(options) * SHARE_OF_DESK))))
            for slot, options in list_phrases(language).items()
        }
        self.words = list_words(language)
        self.choose_subject()

    def choose_subject(self) -> None:
        thing, place = self.chance.choice(list_phrases(self.language)["what"]), self.chance.choice(PLACES)
        self.phrases["what"] = [
            f"{place} ilindeki {thing}" if self.language == "tr" else f"{thing} {OF[self.language]} {place}"
        ]

    def write_sentence(self, about: str = "") -> str:
        """A sentence; one that has the slot `about`, if one is named."""
        frame = self.chance.choice([one for one in WORDS[self.language]["frames"] if about in one])
        return lift_first(SLOT.sub(lambda slot: self.fill_slot(slot[1]), frame))

    def fill_slot(self, slot: str) -> str:
        name = slot.removesuffix("_first").rstrip("2")
        phrase = SLOT.sub(lambda _: str(self.chance.randint(11, 9800)), self.chance.choice(self.phrases[name]))
        return lift_first(phrase) if slot.endswith("_first") else phrase

    def write_sentences(self, count: int) -> list[str]:
        written: dict[str, None] = {}
        while len(written) < count:
            written[self.write_sentence()] = None
        return list(written)

    def write_text(self) -> Text:
        self.choose_subject()
        lead = self.write_sentence("{what}")
        while len(lead.split()) < SHORTEST_LEAD:
            lead = self.write_sentence("{what}")
        sentences = list(dict.fromkeys([lead, *self.write_sentences(self.chance.choice(LENGTHS) - 1)]))
        return Text(self.language, write_title(sentences[0]), tuple(sentences))


def list_phrases(language: str) -> dict[str, list[str]]:
    """What fills the slots."""
    words = WORDS[language]
    return {name: words[name].split("|") for name in words if isinstance(words[name], str)}


def list_words(language: str) -> list[str]:
    """Words to edit with: those of all phrases."""
    phrases = list_phrases(language)
    slots = [phrases[name] for name in ("who", "what", "where", "when", "why", "clause")]
    return sorted({word for slot in slots for phrase in slot for word in phrase.split()})


def lift_first(text: str) -> str:
    """With a capital first letter, Turkish i included."""
    for i, letter in enumerate(text):
        if letter.isalpha():
            return (
                text[:i] + ("İ" if letter == "i" and any(c in text for c in "ığşİ") else letter.upper()) + text[i + 1 :]
            )
    return text


def write_title(sentence: str) -> str:
    """The first ten words."""
    return " ".join(sentence.split()[:10]).rstrip(",.;:")


def write_articles(language: str, count: int, chance: random.Random) -> list[Text]:
    """Articles of as many desks as a quarter of them."""
    desks = [Desk(language, chance) for _ in range(max(1, count // 4))]
    return [desks[i % len(desks)].write_text() for i in range(count)]


def fill_form(language: str, form: str, chance: random.Random) -> Text:
    """A form of an outlet, with another place, day and numbers."""
    names = WORDS["names"]
    two = chance.sample(PLACES, 2)
    day = chance.choice(names[f"days_{language}"].split("|"))
    text = form.replace("{p}", two[0]).replace("{q}", two[1]).replace("{d}", day)
    text = SLOT.sub(lambda _: str(chance.choice([chance.randint(2, 9), chance.randint(10, 59)])), text)
    sentences = tuple(re.split(r"(?<=[.]) (?=[A-ZÇĞİÖŞÜ])", text))
    return Text(language, write_title(sentences[0]), sentences)


def write_roundup(language: str, leads: list[str], chance: random.Random) -> Text:
    """The first sentences of several articles under one title."""
    title = chance.choice(list_phrases(language)["roundup"])
    return Text(language, title, tuple(leads))
