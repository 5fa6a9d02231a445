"""Is it the same story, in other words or another language?

Within a language rare terms of title and lead decide, across languages names, figures, days and concepts. Precision
first: a wrong merge hides news, a missed one only repeats it. What contradicts weighs more than what agrees: two days,
two sums, two quarters, a strike and its end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log, sqrt

from worker.news.concepts import TURNS, WEAK_CONCEPTS
from worker.news.figures import describe_figure
from worker.news.headline import Headline, Told, choose_headline
from worker.news.keys import make_keys
from worker.news.language import detect_language
from worker.news.types import UNKNOWN_LANGUAGE, Candidate, Item, Relation, RelationKind, StoryKeys

__all__ = ["Headline", "Told", "choose_headline", "make_keys", "relate_story"]

_SAMPLE = 500
_WINDOW = timedelta(days=4)
# How many of a thousand articles have a key of a kind, as far as is known before anything is counted: so that the first
# day of a new database judges as the hundredth does.
_BELIEF = 1000
_PRIOR = {"e": 80, "f": 4, "n": 15, "d": 60, "q": 60, "c": 30, "t": 8, "p": 8}
_PRIOR_WEAK = 300
_LEAD_WEIGHT = 0.8  # of the other article it is not kept which keys stood in its title
# Set on families A–F of tests/news/data_pairs.toml, where the nearest look-alikes reach .30 and .49; measured on G–M.
_ENOUGH_WITHIN = 0.38
_ENOUGH_ACROSS = 0.5
_WITHOUT_NUMBERS = 0.12  # more, where no figure and no day is shared
# Four known things in common are as good as a number: two leaders, a place and what they meet for.
_MANY_NAMES = 4
_WITH_MANY_NAMES = 0.05  # less, across languages
# Two actors and their offices are no event: something rare besides names must be shared, too.
_FEWEST_SIGNS = 2
_EVENT_WEIGHT = 5.0
_ACTORS = 2
_PARTICULAR = 3  # characters of a value: "4.2", "8.1e9"
# What contradicts, by kind of key: both articles speak of periods (days, sums, known things), and of none in common.
_CONTRADICTED = {"q": 0.5, "d": 0.75, "f": 0.7, "e": 0.75}


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How near two articles are in what they tell, 0…1, and by which keys."""

    score: float
    shared: frozenset[str]
    enough: bool


def relate_story(
    item: Item,
    keys: StoryKeys,
    dated_at: datetime | None,
    candidates: Sequence[Candidate],
    frequencies: Mapping[str, int],
    total: int,
) -> Relation:
    """SAME_STORY with the nearest candidate (among equals the first given), or NEW.

    `frequencies` says how many of `total` recent articles have a key; keys it lacks are taken for rare. `dated_at`
    None, on either side, lifts the window of four days.
    """
    language = detect_language(
        f"{item.title} {item.text[:_SAMPLE]}", item.language
    )  # feeds declare "tr-TR", or nothing
    best: tuple[_Likeness, Candidate] | None = None
    rarity = _Rarity(frequencies, total)
    for candidate in candidates:
        if _is_far(dated_at, candidate.dated_at):
            continue
        likeness = _compare_keys(keys, candidate, language, rarity)
        if likeness.enough and (best is None or likeness.score > best[0].score):
            best = likeness, candidate
    if best is None:
        return Relation(RelationKind.NEW, evidence="no article of these days tells the same")
    return Relation(RelationKind.SAME_STORY, best[1].article_id, evidence=_explain_likeness(*best))


def refuse_story(
    item: Item,
    keys: StoryKeys,
    dated_at: datetime | None,
    candidates: Sequence[Candidate],
    frequencies: Mapping[str, int],
    total: int,
) -> dict[int, str]:
    """Why each of the candidates does not tell the same as an article, by article id; those that do are left out."""
    language = detect_language(f"{item.title} {item.text[:_SAMPLE]}", item.language)
    rarity = _Rarity(frequencies, total)
    found = {one.article_id: _refuse_candidate(keys, dated_at, one, language, rarity) for one in candidates}
    return {article_id: why for article_id, why in found.items() if why}


def _refuse_candidate(
    keys: StoryKeys, dated_at: datetime | None, candidate: Candidate, language: str, rarity: "_Rarity"
) -> str | None:
    if _is_far(dated_at, candidate.dated_at):
        return "it is of other days"
    likeness = _compare_keys(keys, candidate, language, rarity)
    if likeness.enough:
        return None
    ours, theirs = _merge_names(keys.keys, candidate.keys)
    if turns := (ours ^ theirs) & TURNS:
        return f"one of the two tells of {', '.join(sorted(key[2:] for key in turns))}, the other does not"
    shared = _name_shared(likeness.shared)
    if not shared or not likeness.score:
        return f"it shares {shared or 'nothing particular'}, which is no event"
    within = language == candidate.language != UNKNOWN_LANGUAGE
    needed = _ENOUGH_WITHIN if within else _ENOUGH_ACROSS
    needed += 0 if any(key[0] in "fnd" for key in likeness.shared) else _WITHOUT_NUMBERS
    return f"{likeness.score:.0%} alike, where {needed:.0%} are needed: {shared}".replace("%", " %")


def _is_far(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and abs(one - other) > _WINDOW


class _Rarity(dict[str, float]):
    """How much a key says, by how few articles have it; reckoned once for all candidates of an item."""

    def __init__(self, frequencies: Mapping[str, int], total: int) -> None:
        self.frequencies, self.total = frequencies, total

    def __missing__(self, key: str) -> float:
        self[key] = weight = _weigh_rarity(key, self.frequencies, self.total)
        return weight


def _compare_keys(keys: StoryKeys, candidate: Candidate, language: str, rarity: _Rarity) -> _Likeness:
    ours, theirs = _merge_names(keys.keys, candidate.keys)
    shared = ours & theirs
    within = language == candidate.language != UNKNOWN_LANGUAGE
    if (ours ^ theirs) & TURNS or not _is_anchored(shared, within) or not _tells_event(shared, rarity):
        return _Likeness(0.0, shared, False)
    score = _measure_cosine(keys, rarity, ours, theirs, within) * _weigh_contradictions(ours, theirs)
    enough = _ENOUGH_WITHIN if within else _ENOUGH_ACROSS
    if len(_keep_kind(shared, "e")) >= _MANY_NAMES:
        enough -= 0.0 if within else _WITH_MANY_NAMES
    elif not any(key[0] in "fnd" for key in shared):
        enough += _WITHOUT_NUMBERS
    return _Likeness(score, shared, score >= enough)


def _merge_names(ours: frozenset[str], theirs: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """A name that opens a sentence in one article is a name in the other: its term counts once, as the name it is."""
    names = {key[2:] for key in ours | theirs if key[0] == "p"}
    merged = [
        {f"p:{key[2:]}" if key[0] == "t" and key[2:] in names else key for key in keys} for keys in (ours, theirs)
    ]
    return frozenset(merged[0]), frozenset(merged[1])


def _is_anchored(shared: frozenset[str], within: bool) -> bool:
    """Across languages something particular must be shared: a name, a place or a sum. "47 migrants, a boat" is none."""
    return within or any(key[0] in "ep" or (key[0] == "f" and _is_particular(key)) for key in shared)


def _is_particular(figure: str) -> bool:
    """Whether a figure is hardly met by chance: "8.1 billion dollars"; not "61 people", nor "7 km" of any quake."""
    value, unit = figure[2:].rsplit(":", 1)
    return unit != "PERSON" and len(value) >= _PARTICULAR


def _weigh_rarity(key: str, frequencies: Mapping[str, int], total: int) -> float:
    prior = _PRIOR_WEAK if key in WEAK_CONCEPTS else _PRIOR.get(key[0], _PRIOR["t"])
    return max(0.0, log((total + _BELIEF) / (frequencies.get(key, 0) + prior)))


def _measure_cosine(
    keys: StoryKeys, rarity: _Rarity, ours: frozenset[str], theirs: frozenset[str], within: bool
) -> float:
    shared = ours & theirs

    def sum_squares(some: frozenset[str]) -> float:
        # Across languages a term that is not shared says nothing: it could not be.
        counted = some if within else [key for key in some if key[0] != "t" or key in shared]
        return sum((rarity[key] * keys.weights.get(key, _LEAD_WEIGHT)) ** 2 for key in counted)

    dot = sum_squares(shared)
    return dot / sqrt(sum_squares(ours) * sum_squares(theirs)) if dot else 0.0


def _weigh_contradictions(ours: frozenset[str], theirs: frozenset[str]) -> float:
    factor = 1.0
    for kind, penalty in _CONTRADICTED.items():
        one, other = _keep_kind(ours, kind), _keep_kind(theirs, kind)
        if one and other and not one & other and (kind != "f" or _list_units(one) & _list_units(other)):
            factor *= penalty
    return factor


def _keep_kind(keys: frozenset[str], kind: str) -> set[str]:
    return {key for key in keys if key[0] == kind}


def _list_units(figures: set[str]) -> set[str]:
    return {key.rpartition(":")[2] for key in figures}


def _tells_event(shared: frozenset[str], rarity: Mapping[str, float]) -> bool:
    """Whether what is shared says that something happened, and not only who was there: two names and two offices are
    every meeting of two ministers, a third name is a place or a thing."""
    names = sorted(rarity[key] for key in _keep_kind(shared, "e"))
    # "Radar" is a concept and, where both languages write it so, a rare word: one sign.
    concepts = {key[2:7] for key in _keep_kind(shared, "c")}
    others = {
        key for key in shared - WEAK_CONCEPTS if key[0] != "e" and (key[0] not in "tp" or key[2:7] not in concepts)
    }
    signs = names[_ACTORS:] + [rarity[key] for key in others]
    return len(signs) >= _FEWEST_SIGNS and sum(signs) >= _EVENT_WEIGHT


# --- Evidence ---------------------------------------------------------------------------------------------------------
_MOST_NAMED = 4


def _explain_likeness(likeness: _Likeness, candidate: Candidate) -> str:
    """ "the same story as “…” (62 % alike): fidan, tajani; 61 people; coastguard, boat; 5 rare words"."""
    alike = f"{likeness.score:.0%}".replace("%", " %")
    return f"the same story as {candidate.label} ({alike} alike): {_name_shared(likeness.shared)}"


def _name_shared(shared: frozenset[str]) -> str:
    parts = [", ".join(sorted(key[2:] for key in _keep_kind(shared, "e"))[:_MOST_NAMED])]
    parts.append(", ".join(sorted(describe_figure(key) for key in _keep_kind(shared, "f"))[:_MOST_NAMED]))
    parts.append(", ".join(f"on {key[2:]}" for key in sorted(_keep_kind(shared, "d"))[:_MOST_NAMED]))
    parts.append(", ".join(sorted(key[2:] for key in _keep_kind(shared, "c") - WEAK_CONCEPTS)[:_MOST_NAMED]))
    rare = {key[2:] for key in shared if key[0] in "tp"}
    parts.append(f"{len(rare)} rare word{'s' if len(rare) > 1 else ''}" if rare else "")
    return "; ".join(part for part in parts if part)
