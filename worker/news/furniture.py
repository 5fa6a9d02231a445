"""What an outlet puts under many of its articles, or around their titles, told by that it does: no list knows it.

A sentence is furniture if it stands at the edge of three articles of one outlet that have hardly anything else in
common; of two, if it names the outlet, or if it is long and they have even less in common. Copies and forms
of one article have all in common, and are one. "… | Haberler" is an affix if most titles of the outlet have it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from xxhash import xxh3_64_intdigest

from worker.news.identity import squeeze_name
from worker.news.reading import list_stems
from worker.news.text import find_sentences, words

# Chosen on feeds of our own (tests/news/test_furniture.py): two that have one sentence in common may tell of one thing.
_FEWEST, _FEWEST_NAMED = 3, 2
_SHARE = 0.1  # of the outlet's articles that are looked at
_ALIKE = 0.34  # of the words of the one that has fewer
# Words of a line, and of what two articles say besides; of these they share two countries at most.
_LONG_LINE, _FULL_REST, _UNLIKE = 15, 5, 0.3
_SHORTEST, _LONGEST = 4, 60  # words
_FIRST, _LAST = 2, 8  # sentences
_HEAD, _TAIL = 800, 2000  # characters in which those stand
_SHORTEST_NAME = 5  # letters of an outlet: "ANSA" stands in too much
_MOST_CARRIERS = 12  # that are compared with each other
_AFFIX_SHARE = 0.6
_AFFIX_WORDS = 4
_AFFIX = re.compile(r"\s+[-–—|·•»]\s+")
_MASK = (1 << 48) - 1


class Sample(NamedTuple):
    """An article of an outlet, as far as its furniture is looked for."""

    outlet: str
    """As `name_outlet` has it."""
    title: str
    text: str


class Furniture(NamedTuple):
    """A sentence, or an affix of titles with the blanks around it, and under how many unlike articles it was seen."""

    outlet: str
    hash: int
    line: str
    carriers: int


def name_outlet(source: str | None) -> str:
    """What an outlet is known by here; empty for none."""
    return squeeze_name(source or "")[:100]


def hash_line(line: str) -> int:
    """48 bits that agree when two lines agree in their folded words; an affix is another than a sentence."""
    kind = "affix" if line != line.strip() else "line"
    return xxh3_64_intdigest(f"{kind} {' '.join(words(line))}".encode()) & _MASK


def list_lines(title: str, text: str) -> dict[int, str]:
    """What of an item may be furniture: the sentences at its edges, and what stands around its title; by hash."""
    lines = [*list_edges(text), *_list_affixes(title)]
    return {hash_line(line): line for line in lines}


def list_edges(text: str) -> list[str]:
    """The first and the last sentences of a text, long enough to mean something."""
    if len(text) <= _HEAD + _TAIL:
        parts = _split(text)
        parts = parts if len(parts) <= _FIRST + _LAST else [*parts[:_FIRST], *parts[-_LAST:]]
    else:  # what is cut through is no sentence
        parts = [*_split(text[:_HEAD])[:-1][:_FIRST], *_split(text[-_TAIL:])[1:][-_LAST:]]
    return [part for part in parts if _SHORTEST <= len(words(part)) <= _LONGEST]


def _split(text: str) -> list[str]:
    return [part for start, end in find_sentences(text) if (part := text[start:end].strip())]


def _list_affixes(title: str) -> Iterator[str]:
    parts = list(_AFFIX.finditer(title))
    if parts:
        yield from (affix for affix in (title[parts[-1].start() :], title[: parts[0].end()]) if _is_short(affix))


def _is_short(affix: str) -> bool:
    return 0 < len(words(affix)) <= _AFFIX_WORDS


def learn_furniture(samples: Iterable[Sample]) -> list[Furniture]:
    """What the outlets of some articles put under several of them, or around most of their titles."""
    outlets: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        if sample.outlet:
            outlets[sample.outlet].append(sample)
    return [
        one
        for outlet, group in outlets.items()
        if len(group) >= _FEWEST_NAMED
        for one in (*_learn_lines(outlet, group), *_learn_affixes(outlet, group))
    ]


def _learn_lines(outlet: str, group: Sequence[Sample]) -> Iterator[Furniture]:
    carried: dict[int, list[int]] = defaultdict(list)
    lines: dict[int, str] = {}
    for place, sample in enumerate(group):
        for line in dict.fromkeys(list_edges(sample.text)):
            key = hash_line(line)
            lines.setdefault(key, line)
            if place not in carried[key][-1:]:
                carried[key].append(place)
    shared = {key for key, places in carried.items() if len(places) >= _FEWEST_NAMED}
    rests = _Rests(group, shared)
    for key in shared:
        if len(carried[key]) < _SHARE * len(group):
            continue
        named = len(outlet) >= _SHORTEST_NAME and outlet in squeeze_name(lines[key])
        unlike = rests.count_unlike(carried[key], _ALIKE)
        long = (
            len(words(lines[key])) >= _LONG_LINE
            and rests.count_unlike(carried[key], _UNLIKE, _FULL_REST) >= _FEWEST_NAMED
        )
        if unlike >= (_FEWEST_NAMED if named else _FEWEST) or long:
            yield Furniture(outlet, key, lines[key], len(carried[key]))


class _Rests:
    """What the articles of an outlet say besides the lines that several of them have."""

    def __init__(self, group: Sequence[Sample], shared: set[int]) -> None:
        self._group, self._shared = group, shared
        self._stems: dict[int, frozenset[str]] = {}

    def count_unlike(self, places: Sequence[int], alike: float, least: int = 0) -> int:
        """How many of these articles, of those with so many words, share at most a part of them with each other."""
        unlike: list[frozenset[str]] = []
        for place in places[:_MOST_CARRIERS]:
            stems = self._list_stems(place)
            if len(stems) >= least and all(
                len(stems & other) <= alike * min(len(stems), len(other)) for other in unlike
            ):
                unlike.append(stems)
        return len(unlike)

    def _list_stems(self, place: int) -> frozenset[str]:
        if place not in self._stems:
            sample = self._group[place]
            own = [part for part in _split(sample.text[:_HEAD]) if hash_line(part) not in self._shared]
            self._stems[place] = list_stems(" ".join([sample.title, *own]))
        return self._stems[place]


def _learn_affixes(outlet: str, group: Sequence[Sample]) -> Iterator[Furniture]:
    titles = dict.fromkeys(sample.title for sample in group)
    counts = Counter(affix for title in titles for affix in _list_affixes(title))
    for affix, count in counts.items():
        if count >= max(_FEWEST, _AFFIX_SHARE * len(titles)):
            yield Furniture(outlet, hash_line(affix), affix, count)
