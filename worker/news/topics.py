"""What an item is about: topics by the words that stand in it, with the words that made it so.

A topic's `terms` are enough for a headline; its `hints` (visit, port, company) need company. What stands `alone`
(ambassador, ship) is enough where the title shows nothing else, and a hint beside another topic: an ambassador who
speaks of trade makes no news of diplomacy. A text has many words, so there a term counts less, and behind the lead less
again: it takes several. Topics are data: config/topics.toml.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import Literal, NamedTuple

from worker.news.scan import Phrases, Prepared, make_pattern
from worker.news.types import UNKNOWN_LANGUAGE, TopicScore

Strength = Literal["term", "alone", "hint", "against"]
_THRESHOLD = 0.5
# What a topic needs beside a stronger one that the title shows: a term of the title, three hints of it, or a term of
# the summary and a hint. A word in passing is no second subject. Real headlines: docs/benchmarks.md.
_BESIDE = 0.6
_MOST_TOPICS = 4  # more tags than that say nothing
# The worth of a distinct word by place, so that 1 - Π(1 - worth) reaches ½ with one term or two hints of a headline,
# one term of a summary, two terms or a term and two hints of a lead, or five terms of the rest of a text.
_Place = Literal["title", "summary", "lead", "deep"]
_WORTH: dict[Strength, dict[_Place, float]] = {
    "term": {"title": 0.7, "summary": 0.5, "lead": 0.32, "deep": 0.14},
    "alone": {"title": 0.7, "summary": 0.5, "lead": 0.32, "deep": 0.05},
    "hint": {"title": 0.32, "summary": 0.2, "lead": 0.14, "deep": 0.05},
    "against": {"title": 0.0, "summary": 0.0, "lead": 0.0, "deep": 0.0},
}
_SUMMARY = 300  # characters: a text of a sentence or two, in which no word stands by chance


@dataclass(frozen=True, slots=True)
class Example:
    """A headline beside a topic, and whether it is about it."""

    text: str
    expect: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and the words that show it, by language; `mis*` stands for any word that begins so."""

    id: str
    label: str
    terms: Mapping[str, tuple[str, ...]]
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    against: tuple[str, ...] = ()
    """Longer phrases that hold one of the words and are about something else."""
    examples: tuple[Example, ...] = ()
    """Checked by `galata config check`, so that a change of words shows what it gained and lost."""
    alone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Terms that are hints beside a topic that the title shows."""


class _Use(NamedTuple):
    """What a phrase is to a topic."""

    topic: int
    strength: Strength
    language: str
    """Empty: any."""


class _Word(NamedTuple):
    """A word of a topic where it stands."""

    start: int
    end: int
    phrase: str
    strength: Strength


class _Signs:
    """What shows a topic in an item: its words with the best worth of each, alone and beside another topic."""

    def __init__(self) -> None:
        self.alone: dict[str, float] = {}
        self.beside: dict[str, float] = {}

    def add(self, word: _Word, place: _Place) -> None:
        strength = word.strength
        for known, kind in ((self.alone, strength), (self.beside, "hint" if strength == "alone" else strength)):
            known[word.phrase] = max(known.get(word.phrase, 0.0), _WORTH[kind][place])

    def list_strongest(self) -> tuple[str, ...]:
        strongest = sorted((word for word in self.alone if self.alone[word]), key=lambda word: -self.alone[word])
        return tuple(word.rstrip("*") for word in strongest)


def _sum_words(words: Mapping[str, float]) -> float:
    return 1 - prod(1 - worth for worth in words.values())


class TopicFinder:
    """Tags items with topics."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._ids = [topic.id for topic in topics]
        self._uses: dict[str, list[_Use]] = {}
        for number, topic in enumerate(topics):
            for strength, language, phrase in _list_phrases(topic):
                self._uses.setdefault(phrase, []).append(_Use(number, strength, language))
        self._phrases = Phrases(self._uses)

    def find(self, title: Prepared, text: Prepared, language: str) -> tuple[TopicScore, ...]:
        """The item's topics with their scores (½…1) and words, strongest first; at most four."""
        signs: dict[int, _Signs] = {}
        self._weigh_words(signs, title, language, len(title.original), "title", "title")
        titled = {t: _sum_words(s.beside) for t, s in signs.items() if _sum_words(s.alone) >= _THRESHOLD}
        if len(text.original) <= _SUMMARY:
            self._weigh_words(signs, text, language, _SUMMARY, "summary", "summary")
        else:
            self._weigh_words(signs, text, language, text.lead, "lead", "deep")
        return self._rank_topics(signs, titled)

    def _weigh_words(
        self, signs: dict[int, _Signs], prepared: Prepared, language: str, border: int, before: _Place, behind: _Place
    ) -> None:
        """Note the best worth of each word of each topic; `before` and `behind` name the places around `border`."""
        for topic, words in self._collect_words(prepared, language).items():
            sign = signs.setdefault(topic, _Signs())
            for word in _keep_longest(words):
                sign.add(word, before if word.start <= border else behind)

    def _collect_words(self, prepared: Prepared, language: str) -> dict[int, list[_Word]]:
        found: dict[int, list[_Word]] = {}
        for start, end, phrase in self._phrases.find(prepared.spaced, language):
            for topic, strength, spoken in self._uses[phrase]:
                if not spoken or language in (spoken, UNKNOWN_LANGUAGE):
                    found.setdefault(topic, []).append(_Word(start, end, phrase, strength))
        return found

    def _rank_topics(self, signs: Mapping[int, _Signs], titled: Mapping[int, float]) -> tuple[TopicScore, ...]:
        """`titled`: the topics that the title shows by itself, with what it makes of them beside others."""
        strongest = max(titled.values(), default=0.0)
        ranked = [
            TopicScore(self._ids[topic], round(score, 3), sign.list_strongest())
            for topic, sign in signs.items()
            if (score := _sum_words(sign.alone)) >= _THRESHOLD
            and (titled.get(topic, 0.0) == strongest or _sum_words(sign.beside) >= _BESIDE)
        ]
        return tuple(sorted(ranked, key=lambda s: (-s.score, s.id))[:_MOST_TOPICS])


def _list_phrases(topic: Topic) -> Iterable[tuple[Strength, str, str]]:
    for language, terms in topic.terms.items():
        yield from (("term", language, _normalize_term(term)) for term in terms)
    for language, alone in topic.alone.items():
        yield from (("alone", language, _normalize_term(term)) for term in alone)
    for language, hints in topic.hints.items():
        yield from (("hint", language, _normalize_term(hint)) for hint in hints)
    yield from (("against", "", _normalize_term(phrase)) for phrase in topic.against)


def _normalize_term(term: str) -> str:
    """One spelling for terms that match the same, so that a word listed in two languages counts once."""
    return make_pattern(term)[1:] + ("*" if term.endswith("*") else "")


def _keep_longest(words: list[_Word]) -> list[_Word]:
    """Of overlapping words the longest: "savunma sanayii" is one word of its topic, not two."""
    if len(words) == 1:
        return words
    kept: list[_Word] = []
    for word in sorted(words, key=lambda w: (w.start, -w.end)):
        if not kept or word.start >= kept[-1].end:
            kept.append(word)
    return kept
