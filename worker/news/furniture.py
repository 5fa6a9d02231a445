"""What an outlet puts under many of its articles, or around their titles, told by that it does: no list knows it.

A sentence is furniture if it opens or closes three articles of one outlet that have hardly anything else in common; or
two, if it names the outlet, or is long and they have even less in common. Copies, forms and updates of one article are
one; a round-up, which repeats what others open with, is none. "… | Haberler" is an affix if most titles of the outlet
have it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from xxhash import xxh3_64_intdigest

from worker.news.identity import squeeze_name
from worker.news.reading import list_stems
from worker.news.roundup import is_roundup
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
_MOST_LINES = 6  # of furniture in an article; what two share beyond is a text
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
    opening, closing = find_edges(text)
    return [*opening, *(line for line in closing if line not in opening)]


def find_edges(text: str) -> tuple[list[str], list[str]]:
    """The first sentences of a text, and the last ones; what opens it closes none but a text of one sentence."""
    if len(text) <= _HEAD + _TAIL:
        head = tail = _split(text)
        tail = tail[1:] or tail
    else:  # what is cut through is no sentence
        head, tail = _split(text[:_HEAD])[:-1], _split(text[-_TAIL:])[1:]
    opening, closing = ([one for one in part if _is_line(one)] for part in (head[:_FIRST], tail[-_LAST:]))
    return opening, closing


def _is_line(sentence: str) -> bool:
    return _SHORTEST <= len(words(sentence)) <= _LONGEST


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
        if sample.outlet and not is_roundup(sample.title, sample.text):
            outlets[sample.outlet].append(sample)
    return [
        one
        for outlet, group in outlets.items()
        if len(group) >= _FEWEST_NAMED
        for one in (*_learn_lines(outlet, group), *_learn_affixes(outlet, group))
    ]


def _learn_lines(outlet: str, group: Sequence[Sample]) -> Iterator[Furniture]:
    carried, lines = _find_carriers(group)
    least = max(_FEWEST_NAMED, _SHARE * len(group))
    often = {key: sides for key, sides in carried.items() if max(map(len, sides)) >= least}
    if not often:
        return
    carriers = _Carriers(group, {key: lines[key] for key in often})
    for key, sides in often.items():
        places, most = sorted({*sides[0], *sides[1]}), max(map(len, sides))
        named = len(outlet) >= _SHORTEST_NAME and outlet in squeeze_name(lines[key])
        needed = _FEWEST_NAMED if named else _FEWEST
        long = len(words(lines[key])) >= _LONG_LINE and carriers.count_articles(places, _UNLIKE, _FULL_REST) > 1
        if (most >= needed and carriers.count_articles(places, _ALIKE) >= needed) or long:
            yield Furniture(outlet, key, lines[key], most)


def _find_carriers(group: Sequence[Sample]) -> tuple[dict[int, tuple[list[int], list[int]]], dict[int, str]]:
    """Which articles each line opens, and which it closes; and the lines, by hash."""
    carried: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    lines: dict[int, str] = {}
    for place, sample in enumerate(group):
        for side, part in enumerate(find_edges(sample.text)):
            for key, line in {hash_line(line): line for line in part}.items():
                lines.setdefault(key, line)
                carried[key][side].append(place)
    return carried, lines


class _Carriers:
    """Articles of an outlet, as far as it is asked whether they have more in common than the lines that several have.

    An article and its update share most of their lines, too: there the title, or what was added, speaks of what the
    shared lines speak of. A footer has nothing to do with what stands above it.
    """

    def __init__(self, group: Sequence[Sample], shared: Mapping[int, str]) -> None:
        self._lines = {key: list_stems(line) for key, line in shared.items()}
        parts = [[(hash_line(part), part) for part in _split(sample.text[:_HEAD])] for sample in group]
        edges = [{hash_line(line) for line in list_edges(sample.text)} for sample in group]
        self._shared = [frozenset(keys & shared.keys()) for keys in edges]
        self._rests = [
            list_stems(" ".join([sample.title, *(part for key, part in own if key not in shared)]))
            for sample, own in zip(group, parts, strict=True)
        ]

    def count_articles(self, places: Sequence[int], alike: float, least: int = 0) -> int:
        """How many articles these are, of those with so many words of their own: two that share more than a part of
        them are one, and so are two that are one with a third."""
        groups: list[set[int]] = []
        for place in places[:_MOST_CARRIERS]:
            if len(self._rests[place]) >= least:
                near = [one for one in groups if not all(self._are_unlike(place, other, alike) for other in one)]
                groups = [one for one in groups if one not in near] + [{place}.union(*near)]
        return len(groups)

    def _are_unlike(self, one: int, other: int, alike: float) -> bool:
        common = self._shared[one] & self._shared[other]
        said = frozenset[str]().union(*(self._lines[key] for key in common))
        pairs = combinations((self._rests[one], self._rests[other], said), 2)
        return len(common) <= _MOST_LINES and all(len(a & b) <= alike * min(len(a), len(b)) for a, b in pairs)


def _learn_affixes(outlet: str, group: Sequence[Sample]) -> Iterator[Furniture]:
    titles = dict.fromkeys(sample.title for sample in group)
    counts = Counter(affix for title in titles for affix in _list_affixes(title))
    for affix, count in counts.items():
        if count >= max(_FEWEST, _AFFIX_SHARE * len(titles)):
            yield Furniture(outlet, hash_line(affix), affix, count)
