"""How likely two articles tell one event: the strongest signs they share, against what contradicts.

Words that are not shared say little: two reporters choose other words, and other details. What counts is how rare the
few strongest things in common are, whether names, days and numbers contradict, and how long the texts are, since long
ones share much by chance. The weights are fitted (benchmarks/dedup/fit.py).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from math import exp, log
from typing import NamedTuple

from worker.news.concepts import TURNS, UNEVENTFUL, WEAK_CONCEPTS
from worker.news.meaning import compare_meanings, unpack_meaning
from worker.news.types import StoryKeys

# How many of a thousand articles have a key of a kind, as far as is known before anything is counted, and for how many
# counted articles that belief stands: so that the first day of a new database judges as the hundredth does.
_BELIEF = 1_000
_PRIOR = {"e": 40, "f": 4, "n": 15, "k": 10, "s": 30, "d": 80, "q": 60, "c": 30, "t": 120, "p": 6}
_PRIOR_WEAK = 300
# What is read daily of the two countries: a boat and a coast guard are in two rescues of one day.
_DAILY, _PRIOR_DAILY = frozenset({"c:boat", "c:coastguard", "c:migrant"}), 100
_PRIOR_SMALL = {"f": 30, "n": 60, "k": 60}  # of one digit, or round: "two goals", "10 %"
_PRIOR_BARE, _FEW_DIGITS = 40, 2  # "38 million" here, "38 spectators" there
_ROUND = frozenset({"10", "20", "30", "50", "100", "24"})
_MOST_SIGNS, _MOST_OF_KIND = 6, 3  # more things in common are long texts
_MOST_NUMBERS = 4
_NUMBERS = "fnk"
_FEWEST_KEYS = 17  # two headlines that share two things share little, however short they are
_LEAST_HEADLINE = 6.0  # of a headline that says little by itself
_FREE_DAYS, _MOST_DAYS, _UNKNOWN_DAYS = 0.5, 2.0, 1.5
_DAY = 86_400


class Signs(NamedTuple):
    """What speaks for and against one event. Contradictions are 1 where both articles have such keys and none in
    common (sums: of one unit), else 0."""

    strongest: float
    """The rarest thing in common."""
    told: float
    """The three rarest that are no names: what happened."""
    named: float
    """The three rarest names and places: who and where."""
    opening: float
    """The six rarest that stand in the title or opening of either: what one of them is about."""
    openings: float
    """The rarest that stands in the title or opening of both."""
    entities: float
    names: float
    """Of entities and names together."""
    days: float
    sums: float
    """Figures of one unit."""
    counts: float
    """How many things are counted by both, and never alike."""
    scores: float
    periods: float
    numbers: float
    """How many more numbers are unlike than alike, of the one that has fewer, up to four."""
    headline: float
    """How much of the new one's headline the other one knows, by weight."""
    known: float
    """How much of the other one's headline the new one knows."""
    turn: float
    """Whether only one calls something off or puts it off."""
    length: float
    """The logarithm of the number of keys of the one that has fewer."""
    apart: float
    """Days between them beyond half a day, up to two: later reports tell of it as of something past."""
    texts: float
    """How near their texts are in meaning (meaning.py)."""
    titles: float
    """How near each title is to the other's text, compared with its own."""


class Profile:
    """The keys of an article, sorted out once."""

    __slots__ = ("keys", "kinds", "meaning", "names", "numbers", "opening", "terms", "title")

    def __init__(self, keys: StoryKeys) -> None:
        self.keys, self.title, self.opening = keys.keys, keys.title, keys.opening
        self.meaning = unpack_meaning(keys.meaning)
        self.kinds: dict[str, set[str]] = {kind: set() for kind in _PRIOR}
        for key in self.keys:
            self.kinds.setdefault(key[0], set()).add(key)
        # Without their kind: what opens a sentence in one article is a term there, and a name in another.
        self.names = {key[2:] for key in self.kinds["p"]}
        self.terms = {key[2:] for key in self.kinds["t"]}
        self.numbers = {key.split(":")[1] for kind in _NUMBERS for key in self.kinds[kind]}


class Rarity(dict[str, float]):
    """How much a key says, by how few articles have it; reckoned once for all candidates of an item.

    `stories`: how many of the stories that are near have a key. What several of them have tells none from the others,
    however rare it is elsewhere: of the clubs of one derby, or of a writer's set phrases, all reports tell.
    """

    def __init__(self, frequencies: Mapping[str, int], total: int, stories: Mapping[str, int] | None = None) -> None:
        self.frequencies, self.total, self.stories = frequencies, total, stories or {}

    def __missing__(self, key: str) -> float:
        prior = _guess_prior(key) / 1000
        known, near = self.frequencies.get(key, 0), self.stories.get(key, 0)
        if key[0] == "p":  # what is a name here may open sentences there
            known = max(known, self.frequencies.get(f"t:{key[2:]}", 0))
            near = max(near, self.stories.get(f"t:{key[2:]}", 0))
        seen = (max(0, known - 1) + prior * _BELIEF) / (self.total + _BELIEF)  # besides the one it is shared with
        # Never taken for rarer than believed: two articles are as alike beside a hundred others as beside a million.
        # With half of it, precision beside 100,000 others was .73 where it was .97 among 400 (docs/decisions/0017).
        self[key] = weight = max(0.0, -log(max(seen, prior)) - log(max(near, 1)))
        return weight


def _guess_prior(key: str) -> int:
    if key in WEAK_CONCEPTS:
        return _PRIOR_WEAK
    if key in _DAILY:
        return _PRIOR_DAILY
    kind = key[0]
    if kind in _PRIOR_SMALL:
        value = key.split(":")[1]
        if len(value) == 1 or value in _ROUND:
            return _PRIOR_SMALL[kind]
        if kind == "n" and len(value) <= _FEW_DIGITS:
            return _PRIOR_BARE
    return _PRIOR.get(kind, _PRIOR["t"])


def count_stories(told: Iterable[tuple[object, frozenset[str]]]) -> Counter[str]:
    """How many stories have each key, by (story, keys) of their reports."""
    stories: dict[object, set[str]] = {}
    for story, keys in told:
        stories.setdefault(story, set()).update(keys)
    return Counter(key for keys in stories.values() for key in keys)


def share_keys(one: Profile, other: Profile) -> set[str]:
    """What two articles have in common; a term of one that the other knows for a name counts as the name."""
    shared = set(one.keys & other.keys)
    shared |= {f"p:{name}" for name in (one.names & other.terms) | (one.terms & other.names)}
    return shared - {f"t:{key[2:]}" for key in shared if key[0] == "p"}


def weigh_signs(one: Profile, other: Profile, shared: set[str], rarity: Mapping[str, float], seconds: float) -> Signs:
    """What speaks for and against two articles, `seconds` apart, telling one event."""
    names = _list_strongest((key for key in shared if key[0] in "ep"), rarity, _MOST_OF_KIND)
    told = _list_strongest((key for key in shared if key[0] not in "ep"), rarity, _MOST_OF_KIND)
    opened = [[key for key in shared if _has(side.opening, key)] for side in (one, other)]
    opening = _list_strongest({*opened[0], *opened[1]}, rarity, _MOST_SIGNS)
    both_name = bool(one.kinds["e"] or one.names) and bool(other.kinds["e"] or other.names)
    units = _list_units(one.kinds["f"]) & _list_units(other.kinds["f"])
    counted = _list_units(one.kinds["k"]) & _list_units(other.kinds["k"])
    return Signs(
        strongest=max((rarity[key] for key in shared), default=0.0),
        told=sum(told),
        named=sum(names),
        opening=sum(opening),
        openings=max((rarity[key] for key in set(opened[0]).intersection(opened[1])), default=0.0),
        entities=_contradict(one, other, "e"),
        names=float(both_name and not names),
        days=_contradict(one, other, "d"),
        sums=float(bool(units - _list_units({key for key in shared if key[0] == "f"}))) if units else 0.0,
        counts=float(len(counted - _list_units({key for key in shared if key[0] == "k"}))),
        scores=_contradict(one, other, "s"),
        periods=_contradict(one, other, "q"),
        numbers=_count_unlike(one.numbers, other.numbers),
        headline=_cover_headline(one.title, shared, rarity),
        known=_cover_headline(other.title, shared, rarity),
        turn=float(bool((one.keys ^ other.keys) & TURNS)),
        length=log(max(_FEWEST_KEYS, min(len(one.keys), len(other.keys)))),
        apart=min(max(0.0, seconds / _DAY - _FREE_DAYS), _MOST_DAYS),
        **compare_meanings(one.meaning, other.meaning)._asdict(),
    )


def weigh_happenings(shared: Iterable[str]) -> float:
    """How much of what happened is shared, by the three rarest: neither who, in whose office, where nor when, nor what
    nearly every story has. As rare as is believed: on the day of a summit the summit is common, and it is what
    happened."""
    happened = _believe(key for key in shared if key[0] not in "epdq" and key not in UNEVENTFUL)
    return sum(_list_strongest(happened, happened, _MOST_OF_KIND))


def weigh_names(shared: Iterable[str]) -> float:
    """How much of who and where is shared, by the three rarest, as rare as is believed."""
    named = _believe(key for key in shared if key[0] in "ep")
    return sum(_list_strongest(named, named, _MOST_OF_KIND))


def _believe(keys: Iterable[str]) -> dict[str, float]:
    """How much keys say before anything is counted."""
    return {key: -log(_guess_prior(key) / 1000) for key in keys}


def _has(keys: frozenset[str], shared: str) -> bool:
    """Whether something shared is among the keys of one side; a name may be a term there."""
    return shared in keys or (shared[0] == "p" and f"t:{shared[2:]}" in keys)


def _list_strongest(keys: Iterable[str], rarity: Mapping[str, float], most: int) -> list[float]:
    """The weights of the rarest keys. A number with its unit, with what it counts and bare is one sign."""
    weights: dict[str, float] = {}
    for key in keys:
        sign = key.split(":")[1] if key[0] in _NUMBERS else key
        weights[sign] = max(rarity[key], weights.get(sign, 0.0))
    return sorted(weights.values(), reverse=True)[:most]


def _cover_headline(headline: frozenset[str], shared: set[str], rarity: Mapping[str, float]) -> float:
    whole = sum(rarity[key] for key in headline)
    known = sum(rarity[key] for key in headline if key in shared or (key[0] == "t" and f"p:{key[2:]}" in shared))
    return known / max(whole, _LEAST_HEADLINE)


def _contradict(one: Profile, other: Profile, kind: str) -> float:
    ours, theirs = one.kinds[kind], other.kinds[kind]
    return float(bool(ours) and bool(theirs) and ours.isdisjoint(theirs))


def _count_unlike(ours: set[str], theirs: set[str]) -> float:
    fewer = min(len(ours), len(theirs))
    return float(max(0, min(fewer - 2 * len(ours & theirs), _MOST_NUMBERS)))


def _list_units(keys: set[str]) -> set[str]:
    return {key.rpartition(":")[2] for key in keys}


# Fitted (benchmarks/dedup/fit.py), but for FIXED there, and none that lets a contradiction speak for one event.
BIASES = {True: 2.46, False: 2.87}
WEIGHTS = {
    True: Signs(
        strongest=0.20,
        told=0.16,
        named=0.10,
        opening=0.00,
        openings=0.27,
        entities=0.00,
        names=-1.50,
        days=-1.40,
        sums=-0.03,
        counts=-0.54,
        scores=-1.00,
        periods=0.00,
        numbers=-0.08,
        headline=1.93,
        known=0.07,
        turn=-4.00,
        length=-1.96,
        apart=-2.00,
        texts=3.58,
        titles=13.30,
    ),
    False: Signs(
        strongest=0.41,
        told=0.29,
        named=0.12,
        opening=0.03,
        openings=0.12,
        entities=-0.19,
        names=-1.50,
        days=-0.92,
        sums=-0.49,
        counts=-0.99,
        scores=-1.00,
        periods=-0.81,
        numbers=-0.43,
        headline=0.95,
        known=0.00,
        turn=-4.00,
        length=-2.06,
        apart=-2.00,
        texts=2.95,
        titles=15.40,
    ),
}
"""By whether both articles are in one language."""


def measure_likeness(signs: Signs, *, within: bool) -> float:
    """How likely it is one event, 0…1; `within`: both articles are in one language."""
    weighed = sum(weight * sign for weight, sign in zip(WEIGHTS[within], signs, strict=True))
    return 1 / (1 + exp(-(BIASES[within] + weighed)))


def count_seconds(one: datetime | None, other: datetime | None) -> float:
    """Between two moments; none where neither is known. Where one is not, a day and a half: a seed has no time, and is
    mostly of other days."""
    if one is None or other is None:
        return 0.0 if one is other else _UNKNOWN_DAYS * _DAY
    return abs((one - other).total_seconds())
