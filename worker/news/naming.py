"""Which words of a text are names, by how they are written: no list of names is asked."""

import re
from collections.abc import Sequence
from itertools import pairwise

from worker.news.identity import OUTLET_WORDS
from worker.news.stopwords import STOP_WORDS
from worker.news.text import Token, tokenize

_LEAST_LETTERS = 3
_MOST_CAPITALS = 0.6  # beyond, a headline writes all words so
_ENDS = frozenset(".!?:…\n•*")
_APOSTROPHES = ("'", "’")
_TITLES = "mr mrs ms dr sir sayin bay bayan sig signor signora dott"
_AGENCIES = "agi lapresse askanews italpress dha iha anka anadolu"
_NO_NAMES = STOP_WORDS.union(OUTLET_WORDS, _TITLES.split(), _AGENCIES.split())
_DATELINE = re.compile(r"(?:[^.!?\n]{0,50}?\s(?:--?|–|—)|\([^()\n]{1,40}\))\s")  # "ROMA, 6 MAG (ABC) - ", "(ABC) "


def find_dateline(body: str) -> int:
    """Where a text begins behind "ROMA, 6 MAG (ABC) - "."""
    dateline = _DATELINE.match(body)
    return dateline.end() if dateline else 0


def list_names(text: str, tokens: Sequence[Token]) -> set[Token]:
    """The words with a capital behind the dateline that have it within a sentence somewhere, before another such word,
    or before an apostrophe: "Bari'de"."""
    start = find_dateline(text)
    names = [one for one in tokens if one.start >= start and text[one.start].isupper() and _may_be_name(one.folded)]
    listed, certain = set(names), {one.folded for one in names if text[one.end : one.end + 1] in _APOSTROPHES}
    for one, other in pairwise(tokens):
        between = text[one.end : other.start]
        if other in listed and _ENDS.isdisjoint(between):
            certain.add(other.folded)
            certain.update([one.folded] if between == " " else ())
    return {one for one in names if one.folded in certain}


def list_titled(title: str) -> set[str]:
    """The names of a headline, folded; none of one that writes most words with a capital."""
    tokens = tokenize(title)
    capitals = sum(title[token.start].isupper() for token in tokens)
    return {one.folded for one in list_names(title, tokens)} if capitals <= _MOST_CAPITALS * len(tokens) else set()


def _may_be_name(word: str) -> bool:
    return word.isalpha() and len(word) >= _LEAST_LETTERS and word not in _NO_NAMES
