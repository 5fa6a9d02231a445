"""What happens in the news and where, found in folded words by the lexicon: strike, sciopero and grev are `c:strike`,
Germany, Almanya and tedesco are `e:germany`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from worker.news.lexicon import CONCEPTS, PLACES
from worker.news.text import words

# What is planned, and can be called off or put off.
PLANNED = frozenset(
    f"c:{name}"
    for name in (
        "strike",
        "summit",
        "visit",
        "meet",
        "exercise",
        "conference",
        "match",
        "protest",
        "tournament",
        "launch",
    )
)
# What runs until it is called off by what was planned: "800 flights cancelled", of a strike that is held.
DISTURBED = frozenset({"c:ferry", "c:flight", "c:rail"})
# To share a prime minister is to share whom it is about, and to share drones of a drone maker what it makes: either is
# in the news daily, and neither is what happened.
_SUBJECTS = frozenset(
    f"c:{name}"
    for name in (
        "airplane",
        "ambassador",
        "ceo",
        "chancellor",
        "defenceministry",
        "drone",
        "fighterjet",
        "foreignminister",
        "foreignministry",
        "governor",
        "helicopter",
        "interior",
        "jointventure",
        "justiceministry",
        "king",
        "mayor",
        "missile",
        "pope",
        "primeminister",
        "prince",
        "radar",
        "submarine",
        "treasury",
        "undersecretary",
        "vicepresident",
        "warship",
    )
)
Phrase = tuple[str, ...]
_STEM = 3  # characters of a first word by which rows are looked up
_LANGUAGES = ("en", "tr", "it")
# Of two reports of which only one has one of these, one tells of a plan and the other of its end.
TURNS = frozenset({"c:cancel", "c:postpone"})


class Mention(NamedTuple):
    """A concept or place, and the words that name it."""

    key: str
    start: int
    end: int


class _Row(NamedTuple):
    phrase: Phrase
    key: str


def _read_rows(rows: str, kind: str) -> Iterator[tuple[str, str, bool]]:
    """(key, its terms in the three languages, whether it is weak)."""
    for row in filter(None, rows.splitlines()):
        name, _, terms = row.partition(":")
        yield f"{kind}:{name.lstrip('~')}", terms, name.startswith("~")


def _read_phrase(term: str) -> Phrase:
    """The words of a term; of several the short ones are whole: "iş kur" is no "işte kurul"."""
    parts = term.split()
    return tuple(f"={part}" if len(parts) > 1 and len(part) <= _STEM else part for part in parts)


def _make_lexicon() -> tuple[Mapping[str, Mapping[str, Sequence[_Row]]], frozenset[str]]:
    lexicon: dict[str, dict[str, list[_Row]]] = {language: {} for language in _LANGUAGES}
    weak = set()
    for key, terms, is_weak in (*_read_rows(CONCEPTS, "c"), *_read_rows(PLACES, "e")):
        if is_weak:
            weak.add(key)
        for language, listed in zip(_LANGUAGES, terms.split(";"), strict=True):
            for term in listed.split(","):
                phrase = _read_phrase(term)
                lexicon[language].setdefault(phrase[0].lstrip("=")[:_STEM], []).append(_Row(phrase, key))
    return lexicon, frozenset(weak)


_LEXICON, WEAK_CONCEPTS = _make_lexicon()
"""Concepts of nearly every story."""
UNEVENTFUL = WEAK_CONCEPTS | _SUBJECTS
"""Concepts that two events may well share."""


def find_mentions(tokens: Sequence[str], language: str) -> list[Mention]:
    """Concepts and places named in folded words, in order; of two that overlap the longer: a hunger strike is no
    strike. An unknown language is read as all three."""
    languages: Iterable[str] = (language,) if language in _LEXICON else _LANGUAGES
    found = [mention for one in languages for mention in _scan_words(tokens, one)]
    longest: dict[int, int] = {}
    for one in found:
        for place in range(one.start, one.end):
            longest[place] = max(one.end - one.start, longest.get(place, 0))
    return [one for one in found if one.end - one.start >= longest[one.start]]


def find_concepts(tokens: Sequence[str], language: str) -> frozenset[str]:
    """Ids (`c:strike`) of the concepts named in folded words."""
    return frozenset(one.key for one in find_mentions(tokens, language) if one.key[0] == "c")


def concepts_of(text: str, language: str) -> frozenset[str]:
    """`find_concepts` of a text."""
    return find_concepts(words(text), language)


def _scan_words(tokens: Sequence[str], language: str) -> Iterator[Mention]:
    for i, (token, following) in enumerate(zip(tokens, [*tokens[1:], ""], strict=False)):
        alone, longer = _look_up(token, language)
        for _, key in alone:
            yield Mention(key, i, i + 1)
        for phrase, key in longer.get(following[:1], ()):
            if _follows(tokens, i + 1, phrase[1:]):
                yield Mention(key, i, i + len(phrase))


@lru_cache(maxsize=32_768)
def _look_up(token: str, language: str) -> tuple[Sequence[_Row], Mapping[str, Sequence[_Row]]]:
    """The rows whose term is a word like this one, and those whose term begins with it, by the letter that the next
    word must begin with: of a hundred phrases after "in" that leaves a few."""
    rows = _LEXICON[language]
    found = [row for n in range(1, _STEM + 1) for row in rows.get(token[:n], ())] if token else []
    alone: list[_Row] = []
    longer: dict[str, list[_Row]] = {}
    for row in dict.fromkeys(row for row in found if _starts_with(token, row.phrase[0])):
        if len(row.phrase) == 1:
            alone.append(row)
        else:
            longer.setdefault(row.phrase[1].lstrip("=")[:1], []).append(row)
    return alone, longer


def _starts_with(token: str, term: str) -> bool:
    return token == term[1:] if term.startswith("=") else token.startswith(term)


def _follows(tokens: Sequence[str], start: int, rest: Phrase) -> bool:
    if start >= len(tokens) or not _starts_with(tokens[start], rest[0]):
        return False
    ahead = tokens[start + 1 : start + len(rest)]
    return len(ahead) == len(rest) - 1 and all(map(_starts_with, ahead, rest[1:]))
