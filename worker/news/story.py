"""Is it the same story, in other words or another language?

Names, figures, days, concepts and rare terms decide, by `likeness`. Precision first: a wrong merge hides news, a missed
one only repeats it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from math import ceil, floor

from worker.news.concepts import TURNS, WEAK_CONCEPTS
from worker.news.figures import describe_figure
from worker.news.fingerprint import make_fingerprint
from worker.news.headline import Headline, Told, choose_headline
from worker.news.keys import make_keys
from worker.news.language import detect_language
from worker.news.likeness import (
    Profile,
    Rarity,
    Signs,
    count_seconds,
    measure_likeness,
    share_keys,
    weigh_happenings,
    weigh_names,
    weigh_signs,
)
from worker.news.types import UNKNOWN_LANGUAGE, Candidate, Fingerprint, Item, Relation, RelationKind, StoryKeys
from worker.news.veto import percent

__all__ = ["Headline", "Told", "choose_headline", "make_keys", "relate_story"]

_SAMPLE = 500
_WINDOW = timedelta(days=4)
_ENOUGH = 0.64
# What a story's other reports say of a new one counts besides the nearest: whoever tells the same is somewhat like all
# of them, and what is like one report only would chain two stories. The first of a story has no others to ask.
_OF_NEAREST, _MOST_OTHERS, _UNASKED = 0.65, 3, 0.5
# A passage in common: this share of the wording of the shorter one; and what each knows of the other's headline, by
# weight of its keys.
_PASSAGE, _HEADLINE_KNOWN, _DOUBTED = 0.06, 0.6, 0.2
# Who and where is no event: of two companies that are in the news daily anything is told. Less than one concept weighs
# that is no commoner than believed (ln 1000/30 = 3.5), more than one term does (2.1).
_LEAST_HAPPENED = 2.5
# But who shares a rare name and two more tells of the same people in the same place.
_MANY_NAMED = 11.5


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How near two articles are in what they tell, 0…1, and by which keys."""

    score: float
    shared: set[str]
    doubt: str = ""
    """Why it is none at all, whatever the keys say."""
    meant: float = 0.0
    """How near the texts are in meaning, as a cosine; 0 where one was not read."""


class _Subject:
    """An article that is compared with candidates, with what is needed for each of them."""

    def __init__(
        self,
        item: Item,
        keys: StoryKeys,
        dated_at: datetime | None,
        frequencies: Mapping[str, int],
        total: int,
        wording: Fingerprint | None = None,
    ) -> None:
        # Feeds declare "tr-TR", or nothing.
        self.language = detect_language(f"{item.title} {item.text[:_SAMPLE]}", item.language)
        self.item, self.profile, self.dated_at = item, Profile(keys), dated_at
        self.rarity, self.wording = Rarity(frequencies, total), wording

    @cached_property
    def shingles(self) -> frozenset[int]:
        """The wording, made where it is not known and asked for."""
        return (self.wording or make_fingerprint(self.item)).shingles

    def _shares_passage_only(self, signs: Signs, candidate: Candidate) -> bool:
        """Whether two texts have a passage in common, and not what their headlines say: what both quote tells one thing
        of many, and whoever tells the same has it in the headline, too."""
        known = [signs.headline, signs.known] if candidate.keys.title else [signs.headline]
        if min(known) >= _HEADLINE_KNOWN:
            return False
        theirs = candidate.fingerprint.shingles
        fewer = min(len(self.shingles), len(theirs))
        return bool(fewer) and len(self.shingles & theirs) >= _PASSAGE * fewer

    def is_far(self, candidate: Candidate) -> bool:
        """Whether a candidate is of other days."""
        one, other = self.dated_at, candidate.dated_at
        return one is not None and other is not None and abs(one - other) > _WINDOW

    def compare(self, candidate: Candidate) -> _Likeness:
        """How near a candidate is."""
        theirs = Profile(candidate.keys)
        shared = share_keys(self.profile, theirs)
        if weigh_happenings(shared) < _LEAST_HAPPENED and weigh_names(shared) < _MANY_NAMED:
            return _Likeness(0.0, shared, "too little of what happened is shared")
        within = self.language == candidate.language != UNKNOWN_LANGUAGE
        seconds = count_seconds(self.dated_at, candidate.dated_at)
        signs = weigh_signs(self.profile, theirs, shared, self.rarity, seconds)
        score = measure_likeness(signs, within=within)
        if within and score >= _DOUBTED and self._shares_passage_only(signs, candidate):
            return _Likeness(0.0, shared, "the two have a passage in common, and not what their headlines say")
        return _Likeness(score, shared, meant=signs.texts if self.profile.meaning and theirs.meaning else 0.0)


def relate_story(
    item: Item,
    keys: StoryKeys,
    dated_at: datetime | None,
    candidates: Sequence[Candidate],
    frequencies: Mapping[str, int],
    total: int,
    wording: Fingerprint | None = None,
) -> Relation:
    """SAME_STORY with the nearest candidate (among equals the first given), or NEW.

    `frequencies` says how many of `total` recent articles have a key; keys it lacks are taken for rare. `dated_at`
    None, on either side, lifts the window of four days. `wording`: the item's, where it is known.
    """
    subject = _Subject(item, keys, dated_at, frequencies, total, wording)
    near = [(subject.compare(one), one) for one in candidates if not subject.is_far(one)]
    likely, found, nearest = max(
        ((_weigh_story(found, _ask_others(one, near)), found, one) for found, one in near),
        key=lambda weighed: weighed[0],
        default=(0.0, None, None),
    )
    if found is None or nearest is None or likely < _ENOUGH:
        return Relation(RelationKind.NEW, evidence="no article of these days tells the same")
    return Relation(RelationKind.SAME_STORY, nearest.article_id, evidence=_explain_likeness(found, nearest))


def _ask_others(candidate: Candidate, near: Sequence[tuple[_Likeness, Candidate]]) -> float:
    """How like an article the other reports of a candidate's story are, 0…1; with none asked, what is taken for it."""
    story = candidate.story_id
    others = [
        other.score for other, one in near if one.story_id == story and story is not None and one is not candidate
    ]
    asked = [*sorted(others, reverse=True)[:_MOST_OTHERS], _UNASKED]
    return sum(asked) / len(asked)


def _weigh_story(found: _Likeness, others: float) -> float:
    """How likely an article belongs to a candidate's story, 0…1, by the candidate and the story's other reports."""
    return _OF_NEAREST * found.score + (1 - _OF_NEAREST) * others


def refuse_story(
    item: Item,
    keys: StoryKeys,
    dated_at: datetime | None,
    candidates: Sequence[Candidate],
    frequencies: Mapping[str, int],
    total: int,
) -> dict[int, str]:
    """Why each of the candidates does not tell the same as an article, by article id; those that do are left out."""
    subject = _Subject(item, keys, dated_at, frequencies, total)
    near = [(subject.compare(one), one) for one in candidates if not subject.is_far(one)]
    refused = {one.article_id: "it is of other days" for one in candidates if subject.is_far(one)}
    for found, one in near:
        others = _ask_others(one, near)
        if _weigh_story(found, others) < _ENOUGH:
            refused[one.article_id] = _refuse_candidate(subject, found, others, one)
    return refused


def _refuse_candidate(subject: _Subject, found: _Likeness, others: float, candidate: Candidate) -> str:
    if turns := (subject.profile.keys ^ candidate.keys.keys) & TURNS:
        return f"one of the two tells of {', '.join(sorted(key[2:] for key in turns))}, the other does not"
    shared = _name_common(found)
    if found.doubt:
        return f"{found.doubt}: {shared}" if shared else found.doubt
    needed = (_ENOUGH - (1 - _OF_NEAREST) * others) / _OF_NEAREST
    alike = percent(floor(100 * found.score) / 100)
    return f"{alike} alike, where {percent(ceil(100 * needed) / 100)} are needed: {shared}"


# --- Evidence ---------------------------------------------------------------------------------------------------------
_MOST_NAMED = 4


def _explain_likeness(likeness: _Likeness, candidate: Candidate) -> str:
    """ "the same story as “…” (62 % alike): fidan, tajani; 61 people; coastguard, boat; 5 rare words"."""
    alike = f"{percent(likeness.score)} alike"
    return f"the same story as {candidate.label} ({alike}): {_name_common(likeness)}"


def _name_common(likeness: _Likeness) -> str:
    shared = _name_shared(likeness.shared)
    if likeness.meant <= 0:
        return shared
    meant = f"texts {percent(likeness.meant)} alike in meaning"
    return f"{shared}; {meant}" if shared else meant


def _name_shared(shared: set[str]) -> str:
    parts = [", ".join(sorted(key[2:] for key in _keep_kind(shared, "e"))[:_MOST_NAMED])]
    parts.append(", ".join(sorted(map(describe_figure, _keep_kind(shared, "f")))[:_MOST_NAMED]))
    parts.append(", ".join(sorted(key[2:].replace(":", " ") for key in _keep_kind(shared, "k"))[:_MOST_NAMED]))
    parts.append(", ".join(sorted(key[2:] for key in _keep_kind(shared, "s"))[:_MOST_NAMED]))
    parts.append(_name_bare(shared))
    parts.append(", ".join(f"on {key[2:]}" for key in sorted(_keep_kind(shared, "d"))[:_MOST_NAMED]))
    parts.append(", ".join(sorted(key[2:] for key in _keep_kind(shared, "c") - WEAK_CONCEPTS)[:_MOST_NAMED]))
    rare = {key[2:] for key in shared if key[0] in "tp"}
    parts.append(f"{len(rare)} rare word{'s' if len(rare) > 1 else ''}" if rare else "")
    return "; ".join(part for part in parts if part)


def _name_bare(shared: set[str]) -> str:
    """Numbers that are shared without their unit: "the numbers 18, 260"."""
    told = {key.split(":")[1] for kind in "fk" for key in _keep_kind(shared, kind)}
    bare = sorted((key for key in _keep_kind(shared, "n") if key[2:] not in told), key=lambda key: float(key[2:]))
    named = ", ".join(describe_figure(f"{key}:") for key in bare[:_MOST_NAMED])
    return f"the number{'s' if len(bare) > 1 else ''} {named}" if bare else ""


def _keep_kind(keys: set[str], kind: str) -> set[str]:
    return {key for key in keys if key[0] == kind}
