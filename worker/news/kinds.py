"""Kinds of things that bear a country's name: Italian parsley, caffè turco, Türk halısı say nothing of the country.

An adjective of a country beside the word for food, a plant, an animal, cloth or furniture names a kind. Which words
those are, and which (exports, growers, court) show that it is news of the trade after all, is data: config/watch.toml.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from worker.news.scan import make_pattern
from worker.news.types import UNKNOWN_LANGUAGE

KIND = "kind: "  # begins the reason of a hit that is part of the name of one
# Where the thing stands: "Italian coffee", "İtalyan kahvesi", but "caffè italiano".
_BEHIND, _BEFORE = ("en", "tr"), ("it",)
_LONGEST_WORD = 24
# What a listed word may end in: a plural; in Turkish also the possessive of compounds and its cases ("kahvesiyle").
_ENDINGS = {
    "en": re.compile("(?:e?s)?"),
    "tr": re.compile("(?:l[ae]r)?(?:s?[iu])?(?:n?[iu]n|n?[dt][ae]n?|y?l[ae]|n?[iuae]|y[iuae])?"),
    "it": re.compile(""),
}
_SHORTEST, _REMEMBERED = 3, 8_192


@dataclass(frozen=True, slots=True)
class Kinds:
    """The words by which kinds are known. Terms may end in `*` for any ending."""

    adjectives: tuple[str, ...] = ()
    """Names of countries before which (in Italian: behind which) the thing may stand, one word between included."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Single words for things, by language."""
    unless: tuple[str, ...] = ()
    """Words nearby that show the trade in the thing, or the law, to be the subject."""


class KindFinder:
    """Tells whether a name is part of the name of a kind."""

    def __init__(self, kinds: Kinds) -> None:
        self.unless = kinds.unless
        self._adjectives = frozenset(make_pattern(adjective).strip() for adjective in kinds.adjectives)
        self._whole = {lang: _fold_terms(terms, prefix=False) for lang, terms in kinds.terms.items()}
        self._begun = {lang: _fold_terms(terms, prefix=True) for lang, terms in kinds.terms.items()}
        self._knows = lru_cache(_REMEMBERED)(self._compare_word)

    def find(self, spaced: str, start: int, end: int, name: str, language: str) -> tuple[int, int] | None:
        """Where in `spaced` the kind stands that the name at start…end is part of; `name`: its folded words."""
        if spaced[end] != " ":
            return None  # a case ending: "İtalyanların"
        adjective = name in self._adjectives
        if language in _BEHIND or language == UNKNOWN_LANGUAGE:
            words = spaced[end + 1 : end + 1 + 2 * _LONGEST_WORD].split(" ", 2)[: 2 if adjective else 1]
            for number, word in enumerate(words):
                if self._knows(word, language):
                    return start, end + sum(map(len, words[: number + 1])) + number + 1
        if adjective and (language in _BEFORE or language == UNKNOWN_LANGUAGE):
            word = spaced[max(0, start - 1 - _LONGEST_WORD) : start - 1].rpartition(" ")[2]
            if self._knows(word, language):
                return start - 1 - len(word), end
        return None

    def _compare_word(self, word: str, language: str) -> bool:
        spoken = self._whole.keys() & {language} or self._whole.keys()
        return any(self._is_thing(word, one) for one in spoken)

    def _is_thing(self, word: str, language: str) -> bool:
        whole, begun, endings = self._whole[language], self._begun[language], _ENDINGS.get(language, _ENDINGS["it"])
        for length in range(_SHORTEST, len(word) + 1):
            stem = word[:length]
            if stem in begun or (stem in whole and endings.fullmatch(word, length)):
                return True
        return False


def _fold_terms(terms: tuple[str, ...], *, prefix: bool) -> frozenset[str]:
    return frozenset(make_pattern(term).strip() for term in terms if term.endswith("*") is prefix)
