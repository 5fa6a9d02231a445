"""Is it the same story, in other words or another language?

Names, figures, days, concepts and rare terms decide, by `likeness`. Precision first: a wrong merge hides news, a missed
one only repeats it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil, floor

from worker.news.comparison import Likeness, Report
from worker.news.concepts import TURNS, WEAK_CONCEPTS
from worker.news.figures import describe_figure
from worker.news.fingerprint import make_fingerprint
from worker.news.headline import Headline, Told, choose_headline
from worker.news.keys import make_keys
from worker.news.language import detect_language
from worker.news.likeness import Rarity, count_stories
from worker.news.types import Candidate, Fingerprint, Item, Relation, RelationKind, StoryKeys
from worker.news.veto import percent

__all__ = ["Headline", "Told", "choose_headline", "make_keys", "relate_story"]

_SAMPLE = 500
_ENOUGH = 0.66
# What a story's other reports say of a new one counts besides the nearest: whoever tells the same is somewhat like all
# of them, and what is like one report only would chain two stories. The first of a story has no others to ask.
_OF_NEAREST, _MOST_OTHERS, _UNASKED = 0.65, 3, 0.5
# Stories that a report is this like are asked, with the one it joins, whether they are one (union.py).
_AKIN, _MOST_AKIN = 0.4, 3


def make_report(
    item: Item,
    keys: StoryKeys,
    dated_at: datetime | None,
    rarity: Rarity,
    wording: Fingerprint | None = None,
) -> Report:
    """A new article, to be compared. `wording`: its own, where it is known."""
    # Feeds declare "tr-TR", or nothing.
    language = detect_language(f"{item.title} {item.text[:_SAMPLE]}", item.language)
    return Report(keys, language, dated_at, (wording or make_fingerprint(item)).shingles, rarity)


def measure_rarity(candidates: Sequence[Candidate], frequencies: Mapping[str, int], total: int) -> Rarity:
    """How much each key says beside these candidates."""
    told = ((one.story_id or f"article {one.article_id}", one.keys.keys) for one in candidates)
    return Rarity(frequencies, total, count_stories(told))


def relate_story(
    item: Item,
    keys: StoryKeys,
    dated_at: datetime | None,
    candidates: Sequence[Candidate],
    frequencies: Mapping[str, int],
    total: int,
    wording: Fingerprint | None = None,
) -> Relation:
    """SAME_STORY with the nearest candidate (among equals the first given), or NEW; and which other stories are akin.

    `frequencies` says how many of `total` recent articles have a key; keys it lacks are taken for rare. `dated_at`
    None, on either side, lifts the window of four days. `wording`: the item's, where it is known.
    """
    report = make_report(item, keys, dated_at, measure_rarity(candidates, frequencies, total), wording)
    near = [(report.compare(one), one) for one in candidates if not report.is_far(one)]
    likely, found, nearest = max(
        ((_weigh_story(found, _ask_others(one, near)), found, one) for found, one in near),
        key=lambda weighed: weighed[0],
        default=(0.0, None, None),
    )
    if found is None or nearest is None or likely < _ENOUGH:
        why = "no article of these days tells the same"
        return Relation(RelationKind.NEW, evidence=why, akin=_list_akin(near, None))
    why, akin = _explain_likeness(found, nearest), _list_akin(near, nearest.story_id)
    return Relation(RelationKind.SAME_STORY, nearest.article_id, evidence=why, akin=akin)


def _list_akin(near: Sequence[tuple[Likeness, Candidate]], joined: int | None) -> tuple[int, ...]:
    """The stories besides the one `joined` that may tell the same, the likeliest first."""
    ordered = sorted(near, key=lambda pair: -pair[0].score)
    akin = [one.story_id for found, one in ordered if found.score >= _AKIN and one.story_id not in (None, joined)]
    return tuple(dict.fromkeys(story for story in akin if story))[:_MOST_AKIN]


def _ask_others(candidate: Candidate, near: Sequence[tuple[Likeness, Candidate]]) -> float:
    """How like an article the other reports of a candidate's story are, 0…1; with none asked, what is taken for it."""
    story = candidate.story_id
    others = [
        other.score for other, one in near if one.story_id == story and story is not None and one is not candidate
    ]
    asked = [*sorted(others, reverse=True)[:_MOST_OTHERS], _UNASKED]
    return sum(asked) / len(asked)


def _weigh_story(found: Likeness, others: float) -> float:
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
    report = make_report(item, keys, dated_at, measure_rarity(candidates, frequencies, total))
    near = [(report.compare(one), one) for one in candidates if not report.is_far(one)]
    refused = {one.article_id: "it is of other days" for one in candidates if report.is_far(one)}
    for found, one in near:
        others = _ask_others(one, near)
        if _weigh_story(found, others) < _ENOUGH:
            refused[one.article_id] = _refuse_candidate(report, found, others, one)
    return refused


def _refuse_candidate(report: Report, found: Likeness, others: float, candidate: Candidate) -> str:
    if turns := (report.profile.keys ^ candidate.keys.keys) & TURNS:
        return f"one of the two tells of {', '.join(sorted(key[2:] for key in turns))}, the other does not"
    shared = _name_common(found)
    if found.doubt:
        return f"{found.doubt}: {shared}" if shared else found.doubt
    needed = (_ENOUGH - (1 - _OF_NEAREST) * others) / _OF_NEAREST
    alike = percent(floor(100 * found.score) / 100)
    return f"{alike} alike, where {percent(ceil(100 * needed) / 100)} are needed: {shared}"


# --- Evidence ---------------------------------------------------------------------------------------------------------
_MOST_NAMED = 4


def _explain_likeness(likeness: Likeness, candidate: Candidate) -> str:
    """ "the same story as “…” (62 % alike): fidan, tajani; 61 people; coastguard, boat; 5 rare words"."""
    alike = f"{percent(likeness.score)} alike"
    return f"the same story as {candidate.label} ({alike}): {_name_common(likeness)}"


def _name_common(likeness: Likeness) -> str:
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
