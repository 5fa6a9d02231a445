"""How alike two reports are in what they tell, 0…1, or why they are not alike at all, whatever their keys say."""

from dataclasses import dataclass
from datetime import datetime, timedelta

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
from worker.news.types import UNKNOWN_LANGUAGE, Candidate, StoryKeys

_WINDOW = timedelta(days=4)
# A passage in common: this share of the wording of the shorter one; and what each knows of the other's headline, by
# weight of its keys.
_PASSAGE, _HEADLINE_KNOWN, _DOUBTED = 0.06, 0.6, 0.2
# Who and where is no event: of two companies that are in the news daily anything is told. Less than one concept weighs
# that is no commoner than believed (ln 1000/30 = 3.5), more than one term does (2.1).
_LEAST_HAPPENED = 2.5
# But who shares a rare name and two more tells of the same people in the same place.
_MANY_NAMED = 11.5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near two reports are in what they tell, and by which keys."""

    score: float
    shared: set[str]
    doubt: str = ""
    """Why it is none at all, whatever the keys say."""
    meant: float = 0.0
    """How near the texts are in meaning, as a cosine; 0 where one was not read."""


class Report:
    """A report that is compared with older ones, with what is needed for each of them.

    `dated_at` None, on either side, lifts the window of four days.
    """

    def __init__(
        self, keys: StoryKeys, language: str, dated_at: datetime | None, shingles: frozenset[int], rarity: Rarity
    ) -> None:
        self.profile, self.language, self.dated_at = Profile(keys), language, dated_at
        self.shingles, self.rarity = shingles, rarity

    def is_far(self, candidate: Candidate) -> bool:
        """Whether a candidate is of other days."""
        one, other = self.dated_at, candidate.dated_at
        return one is not None and other is not None and abs(one - other) > _WINDOW

    def compare(self, candidate: Candidate) -> Likeness:
        """How near a candidate is."""
        theirs = Profile(candidate.keys)
        shared = share_keys(self.profile, theirs)
        if weigh_happenings(shared) < _LEAST_HAPPENED and weigh_names(shared) < _MANY_NAMED:
            return Likeness(0.0, shared, "too little of what happened is shared")
        within = self.language == candidate.language != UNKNOWN_LANGUAGE
        seconds = count_seconds(self.dated_at, candidate.dated_at)
        signs = weigh_signs(self.profile, theirs, shared, self.rarity, seconds)
        score = measure_likeness(signs, within=within)
        if within and score >= _DOUBTED and self._shares_passage_only(signs, candidate):
            return Likeness(0.0, shared, "the two have a passage in common, and not what their headlines say")
        return Likeness(score, shared, meant=signs.texts if self.profile.meaning and theirs.meaning else 0.0)

    def _shares_passage_only(self, signs: Signs, candidate: Candidate) -> bool:
        """Whether two texts have a passage in common, and not what their headlines say: what both quote tells one thing
        of many, and whoever tells the same has it in the headline, too."""
        known = [signs.headline, signs.known] if candidate.keys.title else [signs.headline]
        if min(known) >= _HEADLINE_KNOWN:
            return False
        theirs = candidate.fingerprint.shingles
        fewer = min(len(self.shingles), len(theirs))
        return bool(fewer) and len(self.shingles & theirs) >= _PASSAGE * fewer
