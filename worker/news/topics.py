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
# The worth of a distinct word by place, alone and beside another topic, so that 1 - Π(1 - worth) reaches ½ with one
# term or two hints of a headline, one term of a summary, two terms or a term and two hints of a lead, or five terms of
# the rest of a text.
_Place = Literal["title", "summary", "lead", "deep"]
_Worth = tuple[float, float]
_WORTH: dict[_Place, dict[Strength, _Worth]] = {
    "title": {"term": (0.7, 0.7), "alone": (0.7, 0.32), "hint": (0.32, 0.32), "against": (0.0, 0.0)},
    "summary": {"term": (0.5, 0.5), "alone": (0.5, 0.2), "hint": (0.2, 0.2), "against": (0.0, 0.0)},
    "lead": {"term": (0.32, 0.32), "alone": (0.32, 0.14), "hint": (0.14, 0.14), "against": (0.0, 0.0)},
    "deep": {"term": (0.14, 0.14), "alone": (0.05, 0.05), "hint": (0.05, 0.05), "against": (0.0, 0.0)},
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
    labels: Mapping[str, str] = field(default_factory=dict)
    """What `label` is for readers of other languages."""


class _Word(NamedTuple):
    """A word of a topic where it stands."""

    start: int
    end: int
    phrase: str
    strength: Strength


class _Lexicon:
    """The words that count in texts of one language, and what each is to which topics."""

    def __init__(self, topics: Sequence[Topic], language: str | None) -> None:
        self._uses: dict[str, list[tuple[int, Strength]]] = {}
        for number, topic in enumerate(topics):
            for phrase, strength in _list_phrases(topic, language):
                self._uses.setdefault(phrase, []).append((number, strength))
        self._phrases = Phrases(self._uses)

    def collect(self, prepared: Prepared, language: str) -> dict[int, list[_Word]]:
        """The words of each topic in the order of their ends."""
        found: dict[int, list[_Word]] = {}
        for start, end, phrase in self._phrases.find(prepared.spaced, language):
            for topic, strength in self._uses[phrase]:
                found.setdefault(topic, []).append(_Word(start, end, phrase, strength))
        return found


_Signs = dict[str, _Worth]  # the words that show a topic in an item, each with its best worth


class TopicFinder:
    """Tags items with topics."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._ids = [topic.id for topic in topics]
        languages = {language for topic in topics for language in topic.terms}
        self._lexicons = {language: _Lexicon(topics, language) for language in languages}
        self._lexicons[UNKNOWN_LANGUAGE] = _Lexicon(topics, None)

    def find(self, title: Prepared, text: Prepared, language: str) -> tuple[TopicScore, ...]:
        """The item's topics with their scores (½…1) and words, strongest first; at most four."""
        lexicon = self._lexicons.get(language)
        if lexicon is None:
            return ()
        signs: dict[int, _Signs] = {}
        _weigh_words(signs, lexicon.collect(title, language), len(title.original), "title", "title")
        titled = {t: _sum_beside(words) for t, words in signs.items() if _sum_alone(words) >= _THRESHOLD}
        words = lexicon.collect(text, language)
        if len(text.original) <= _SUMMARY:
            _weigh_words(signs, words, _SUMMARY, "summary", "summary")
        elif words:
            _weigh_words(signs, words, text.lead, "lead", "deep")
        return self._rank_topics(signs, titled)

    def _rank_topics(self, signs: Mapping[int, _Signs], titled: Mapping[int, float]) -> tuple[TopicScore, ...]:
        """`titled`: the topics that the title shows by itself, with what it makes of them beside others."""
        strongest = max(titled.values(), default=0.0)
        ranked = [
            TopicScore(self._ids[topic], round(score, 3), _list_strongest(words))
            for topic, words in signs.items()
            if (score := _sum_alone(words)) >= _THRESHOLD
            and (titled.get(topic, 0.0) == strongest or _sum_beside(words) >= _BESIDE)
        ]
        return tuple(sorted(ranked, key=lambda s: (-s.score, s.id))[:_MOST_TOPICS])


def _weigh_words(
    signs: dict[int, _Signs], found: Mapping[int, list[_Word]], border: int, before: _Place, behind: _Place
) -> None:
    """Note the best worth of each word of each topic; `before` and `behind` name the places around `border`."""
    near, far = _WORTH[before], _WORTH[behind]
    for topic, words in found.items():
        known = signs.setdefault(topic, {})
        for start, _, phrase, strength in _keep_longest(words):
            worth = (near if start <= border else far)[strength]
            if phrase not in known or worth > known[phrase]:
                known[phrase] = worth


def _sum_alone(words: _Signs) -> float:
    return 1 - prod([1 - worth for worth, _ in words.values()])


def _sum_beside(words: _Signs) -> float:
    return 1 - prod([1 - worth for _, worth in words.values()])


def _list_strongest(words: _Signs) -> tuple[str, ...]:
    strongest = sorted((word for word in words if words[word][0]), key=lambda word: -words[word][0])
    return tuple(word.rstrip("*") for word in strongest)


def _list_phrases(topic: Topic, language: str | None) -> Iterable[tuple[str, Strength]]:
    """The words of a topic in one language, in all where it is None, each once with each strength."""
    kinds: dict[Strength, Mapping[str, tuple[str, ...]]]
    kinds = {"term": topic.terms, "alone": topic.alone, "hint": topic.hints, "against": {"": topic.against}}
    chosen = (
        (_normalize_term(phrase), strength)
        for strength, listed in kinds.items()
        for spoken, phrases in listed.items()
        if not spoken or language in (None, spoken)
        for phrase in phrases
    )
    return dict.fromkeys(chosen)


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
