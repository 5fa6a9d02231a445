"""One pass over a text that finds thousands of phrases: what entities, topics and penalties share.

A text is folded, and everything that is no letter or digit becomes a space, character by character. Then a phrase is
found as " phrase" by an Aho-Corasick automaton: "dell'Italia", "italo-turco" and "Türkiye'nin" begin and end at spaces
without a rule of their own.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import NamedTuple

import ahocorasick

from worker.news.text import Folded, find_sentences, fold, fold_with_offsets
from worker.news.types import UNKNOWN_LANGUAGE

# Beyond this an article is a live blog or an attack; what it is about stands before. Also bounds the cost of an item.
MAX_LENGTH = 20_000
# A headline of more is a text without markup; what it is about stands in front.
LONGEST_TITLE = 600
# The lead is the first three sentences; the bounds keep a list of fragments or one endless sentence from being it.
_LEAD_SENTENCES, _LEAD_LEAST, _LEAD_MOST = 3, 250, 900
# Case endings as they are written without an apostrophe ("Ankarada", "Turkler"). One-letter endings and those with n
# are left out for single words: with them "Roma" would be in "Roman" and "romanda" (novel), "Türk" in "türkü".
_BARE_ENDING = re.compile(
    r"(?:l[ae]r(?:[iae]|in|l[ae]|d[ae]n?)?|[iu]n|y[iuae]|[dt][ae](?:n|ki)?|l[iu](?:l[ae]r)?|y?l[ae]) "
)
# After several words a possessive leads: "Savunma Bakanlığı" + "ndan".
_BARE_POSSESSIVE = re.compile(r"n?(?:[iu]n|[iuae]|[dt][ae]n?|[dt][ae]ki|ca|ce|y?l[ae]) ")
_SHORTEST_INFLECTED = 4
# Long names may end so all the same: from six letters on no word of another meaning was met ("Türkiyenin", "Meloninin";
# but "Romanin" is of the novel), and of one letter behind a consonant from seven on ("Erdoğana"; Baykara is a family).
_VOWEL_ENDING, _LONG_VOWEL = re.compile(r"(?:n[iu]n(?:ki)?|[dt][ae]kil[ae]r(?:[iae]|in)?) "), 6
_LETTER_ENDING, _LONG_CONSONANT = re.compile(r"(?:[iuae]|[iu]nki) "), 7
_LONG_WORD = re.compile(r"(?<!\S)([^\W\d_])\S{3}")


class _SpaceTable(dict[int, str]):
    def __missing__(self, point: int) -> str:
        character = chr(point)
        self[point] = spaced = character if character.isalnum() else " "
        return spaced


_ASCII_SPACES = {i: chr(i) if chr(i).isalnum() else " " for i in range(128)}


def space_out(folded: str) -> str:
    """A folded text with every separator as one space, and one more at both ends; no other offset moves."""
    # A table of its own for the rest, thrown away: it must not grow with what strangers write.
    table = _ASCII_SPACES if folded.isascii() else _SpaceTable(_ASCII_SPACES)
    return f" {folded.translate(table)} "


class Prepared:
    """A title or text, folded once for all who scan it. `spaced[i + 1]` is `folded.text[i]`."""

    def __init__(self, original: str) -> None:
        self.original = original[:MAX_LENGTH]
        self.folded: Folded = fold_with_offsets(self.original)
        self.spaced = space_out(self.folded.text)

    def cut(self, length: int) -> "Prepared":
        """Its first `length` characters, without folding them again where that can be spared."""
        short = Prepared("" if self.folded.plain else self.original[:length])
        if self.folded.plain:
            short.original, short.folded = self.original[:length], Folded(self.folded.text[:length], None)
            short.spaced = self.spaced[: len(short.original) + 1] + " "
        return short

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of a stretch of `spaced`."""
        if self.folded.plain:
            return start - 1, end - 1
        return self.folded.original(start - 1), self.folded.original(end - 1)

    @cached_property
    def lead(self) -> int:
        """How many characters of a text are its lead."""
        ends = [end for _, end in islice(find_sentences(self.original[:_LEAD_MOST]), _LEAD_SENTENCES)]
        return min(len(self.original), max(ends[-1], _LEAD_LEAST))

    @cached_property
    def caseless(self) -> bool:
        """Whether capitals tell nothing here: all letters are small, or all large."""
        return self.original.islower() or self.original.isupper()

    @cached_property
    def title_case(self) -> bool:
        """Whether it is written Like This, so that a capital letter marks no name."""
        letters = _LONG_WORD.findall(self.original, 0, _LEAD_MOST)
        # Four words and nine in ten: "Leonardo Rossi a Roma" has capitals because it has names.
        return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.9 * len(letters)


class Found(NamedTuple):
    """A phrase in a spaced text: its place, and what it was listed as."""

    start: int
    end: int
    phrase: str


class Phrases:
    """Phrases to find, all at once. A trailing `*` stands for any ending of the last word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        patterns: dict[str, list[tuple[str, bool]]] = {}
        for phrase in sorted(set(phrases)):
            patterns.setdefault(make_pattern(phrase), []).append((phrase, phrase.endswith("*")))
        patterns.pop(" ", None)
        for pattern, listed in patterns.items():
            self._automaton.add_word(pattern, (len(pattern) - 1, tuple(listed)))
        if patterns:
            self._automaton.make_automaton()

    def find(self, spaced: str, language: str = UNKNOWN_LANGUAGE) -> Iterator[Found]:
        """Every phrase that stands there as whole words, overlapping ones too, in the order of their ends.

        Turkish (and undetermined) text may add a case ending to the last word.
        """
        if not self._automaton:
            return
        inflects = language in ("tr", UNKNOWN_LANGUAGE)
        for last, (length, listed) in self._automaton.iter(spaced):
            end = last + 1
            ended = spaced[end] == " " or (
                inflects and length >= _SHORTEST_INFLECTED and _takes_ending(spaced, end, length)
            )
            for phrase, prefix in listed:
                if prefix or ended:
                    yield Found(end - length, end, phrase)


def make_pattern(phrase: str) -> str:
    """How a phrase stands in a spaced text: one space before it, between its words as many as it has separators."""
    return " " + space_out(fold(phrase)).strip()


def _takes_ending(spaced: str, end: int, length: int) -> bool:
    if _BARE_ENDING.match(spaced, end):
        return True
    vowel = spaced[end - 1] in "aeiou"
    longer, least = (_VOWEL_ENDING, _LONG_VOWEL) if vowel else (_LETTER_ENDING, _LONG_CONSONANT)
    if length >= least and longer.match(spaced, end):
        return True
    return " " in spaced[end - length : end] and _BARE_POSSESSIVE.match(spaced, end) is not None


def select_terms(terms: Mapping[str, tuple[str, ...]], language: str) -> frozenset[str]:
    """The terms that count in a text of this language: its own; all of them when it is none of those listed."""
    chosen = [terms[language]] if language in terms else list(terms.values())
    return frozenset(term for listed in chosen for term in listed)
