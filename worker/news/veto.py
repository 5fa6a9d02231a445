"""Where templates are told from copies: the same form, filled in again for another match, rate or earthquake.

On wire-service templates the veto cut false merges from 2,285 to 597 of 2,887 and kept 702 of 742 true ones. Names and
"other words" were looked at later: of 192 forms of our own (benchmarks/dedup) 141 had joined another filled form.
"""

from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

from worker.news.fingerprint import SHINGLE_WORDS, hash_shingles, measure_containment
from worker.news.text import words
from worker.news.types import Fingerprint

_FIGURES_DIFFER = 0.6  # share of the figures of the side that has fewer
_FEWEST_FIGURES = 2
_LEAD_DIFFERS = 0.25  # share of lead words, on both sides
_NEAR = 0.65  # of either limit: there the merge window is shorter
_OPENING_WORDS = 25  # the first sentence
# What opens a text and stands in the other is a part of it and no form, edited or not. Of forms filled in again at most
# .61 of the opening is known, and they are as long as each other (.84 and more of the words); of parts with a tenth of
# the words edited .39 and more is known, and nearly all are shorter than that (benchmarks/dedup/worn.py).
_OPENING_KNOWN = 0.65
_OPENING_KNOWN_OF_PART = 0.35
_FORM_LENGTHS = 0.7
_PART_LENGTH = 0.6  # of the longer one's words: shorter, other names are those of another passage
# A short form names other places and has some other figures; chance makes some of so few agree.
_FORM_TOKENS = 120
_FORM_FIGURES = 0.3
_FORM_NAMES = 0.5  # at most this share of its names stands in the other: who reports an event again names the same
_FORM_SHARED = 0.2  # of the wording of both; of a short report beside a long one a phrase is soon a fifth
# A readout names others and has no figures: of what differs in all of it, so much is names.
_FEWEST_OTHERS = 2
_FEWEST_IN_OPENING = 3  # a state and its minister; two are soon two edited words
_OTHERS = 0.4
_OTHERS_OF_NOVEL = 0.5
_OTHERS_OF_MOST = 0.6
_FIRST_WORDS = 14  # a sentence stands above the background, if no more
_CONTENT_LETTERS = 4  # below are the articles and prepositions of all three languages
_BACKGROUND, _BACKGROUND_WORDS = 0.17, 0.35  # of the first words at most known, as runs of three and singly
_BACKGROUND_GONE = 0.25  # of the words that the other one opens with: the background is among them, and is here
_ANEW = 0.8  # of the opening: beyond, it is another sentence
# A headline turns with one word: "strike called", "strike called off". In a text this short the word decides.
_TURNING_TOKENS = 30
_ABSTRACT = 1.5  # times as long: an article beside its abstract
_NAME_LETTERS = 3
_REPEATED, _FIGURES_KEPT = 0.7, 1 / 3  # of the shorter wording; of the figures differ at most
_WEEKDAYS = frozenset(
    words(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday pazartesi salı çarşamba perşembe cuma cumartesi pazar"
        " lunedì martedì mercoledì giovedì venerdì sabato domenica"
    )
)
_TURNS = (
    "off",
    "cancel",
    "postpon",
    "suspend",
    "iptal",
    "ertele",
    "askiya",
    "annull",
    "rinvi",
    "sospes",
    "sospen",
    "revoc",
)


class Doubt(IntEnum):
    """How much speaks for a template."""

    NONE = 0
    NEAR = 1
    VETO = 2


class Veto(NamedTuple):
    """The doubt and its reason, as the end of a sentence."""

    doubt: Doubt
    reason: str = ""


def weigh_veto(new: Fingerprint, tokens: Sequence[str], old: Fingerprint) -> Veto:
    """Whether two texts that share wording are one form filled in twice. `tokens` are the new one's words."""
    if _is_verbatim_part(new, old):
        return Veto(Doubt.NONE)
    if _is_turned_away(new, old):
        return Veto(Doubt.VETO, "but one of them calls off what the other announces")
    if _is_of_another_day(new, tokens, old):
        return Veto(Doubt.VETO, "but it is for another day of the week: a template filled in again")
    figures = _measure_figures(new.figures, old.figures)
    if figures is not None and figures >= _FIGURES_DIFFER:
        return Veto(Doubt.VETO, f"but {percent(figures)} of the figures differ: a template filled in again")
    if _is_named_anew(new, tokens, old):
        return Veto(Doubt.VETO, "but it names others, with other figures: a template filled in again")
    if _tells_of_others(new, tokens, old):
        return Veto(Doubt.VETO, "but it tells of others in the same words: a template filled in again")
    lead = _measure_lead(new, tokens, old)
    # Shared figures speak against a template: those are what it varies.
    if lead >= _LEAD_DIFFERS and (figures is None or figures >= _FIGURES_DIFFER * _NEAR):
        return Veto(Doubt.VETO, f"but {percent(lead)} of the opening words differ: a template filled in again")
    near = lead >= _LEAD_DIFFERS * _NEAR or (figures or 0) >= _FIGURES_DIFFER * _NEAR
    return Veto(Doubt.NEAR if near else Doubt.NONE)


def is_refilled(new: Fingerprint, text: str, old: Fingerprint) -> bool:
    """Whether two texts that share wording tell of two events in the words of one form, by their figures and names. The
    opening words do not count here: whoever tells an event in other words begins with other words. `text` is the new
    one's; few share so much that it has to be read."""
    shared = len(new.shingles & old.shingles)
    if shared < _FORM_SHARED * max(1, len(new.shingles), len(old.shingles)):
        return False
    tokens = words(text)
    if any(is_so(new, tokens, old) for is_so in (_is_of_another_day, _is_named_anew, _tells_of_others)):
        return True
    return (_measure_figures(new.figures, old.figures) or 0) >= _FIGURES_DIFFER


def opens_anew(tokens: Sequence[str], old: Fingerprint) -> bool:
    """Whether neither text has what the other opens with: two events above one paragraph of background. Who rewrites an
    opening keeps most of its names and nouns, if in another order."""
    first = tokens[:_FIRST_WORDS]
    content = keep_content(first)
    if measure_containment(hash_shingles(first), old.shingles) > _BACKGROUND:
        return False
    gone = len(old.lead.difference(tokens))
    return len(content & old.lead) <= _BACKGROUND_WORDS * len(content) and gone >= _BACKGROUND_GONE * len(old.lead) > 0


def keep_content(found: Iterable[str]) -> frozenset[str]:
    """Without the shortest words, which any two texts share."""
    return frozenset(word for word in found if len(word) >= _CONTENT_LETTERS)


def percent(share: float) -> str:
    """0.72 → "72 %"."""
    return f"{share:.0%}".replace("%", " %")


def _keep_figures(keys: Collection[str]) -> list[str]:
    return sorted(key for key in keys if key.startswith("f:"))


def _measure_figures(new: frozenset[str], old: frozenset[str]) -> float | None:
    """The share of figures that differ, of the side that has fewer."""
    fewer = min(len(new), len(old))
    return None if fewer < _FEWEST_FIGURES else 1 - _count_shared(new, old) / fewer


def _count_shared(new: frozenset[str], old: frozenset[str]) -> int:
    """Figures of both, and of one value but another unit: who edits the word behind a number leaves the number."""
    came, went = ({key.rpartition(":")[0] for key in _keep_figures(one)} for one in (new - old, old - new))
    return len(new & old) + len(came & went)


def _measure_lead(new: Fingerprint, tokens: Sequence[str], old: Fingerprint) -> float:
    """The share of opening words that are novel on both sides. What one text opens with may stand deep in the other:
    then it is a part of it and no form."""
    if not new.lead or not old.lead:
        return 0.0
    opening = hash_shingles(tokens[:_OPENING_WORDS])
    known = _OPENING_KNOWN if _is_as_long(new, old) else _OPENING_KNOWN_OF_PART
    if measure_containment(opening, old.shingles) >= known:
        return 0.0
    return min(len(new.lead - old.lead) / len(new.lead), len(old.lead.difference(tokens)) / len(old.lead))


def _is_verbatim_part(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether one text stands in the other word for word, and is much shorter: whatever differs is the headline's."""
    shorter, longer = sorted((new, old), key=lambda one: one.tokens)
    return shorter.tokens < _PART_LENGTH * longer.tokens and shorter.shingles <= longer.shingles


def _is_as_long(new: Fingerprint, old: Fingerprint) -> bool:
    return min(new.tokens, old.tokens) >= _FORM_LENGTHS * max(new.tokens, old.tokens)


def _is_of_another_day(new: Fingerprint, tokens: Sequence[str], old: Fingerprint) -> bool:
    """Whether two texts are for two days of the week. An update names the old day as well, in the old words: what looks
    back on yesterday names it in its own. Of a part that names another day the old one has the words around it. With
    the same words and figures the day was corrected."""
    then, now = old.lead & _WEEKDAYS, (new.lead & _WEEKDAYS) - old.lead
    if not then or not now or _is_repeated(new, old):
        return False
    changed = _find_changed(tokens, old)
    if any(tokens.count(day) > changed.count(day) for day in then):
        return False
    return _is_as_long(new, old) or not now.isdisjoint(changed)


def _is_repeated(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether most of the shorter wording is the other's, with most of its figures: those a form would vary."""
    figures = _measure_figures(new.figures, old.figures)
    shared, fewer = len(new.shingles & old.shingles), min(len(new.shingles), len(old.shingles))
    return figures is not None and figures <= _FIGURES_KEPT and shared >= _REPEATED * fewer


def _is_named_anew(new: Fingerprint, tokens: Sequence[str], old: Fingerprint) -> bool:
    """Whether a short text names others than the other one does, with other figures on both sides."""
    fewer = min(len(new.figures), len(old.figures))
    shorter, longer = sorted((new.tokens, old.tokens))
    if shorter > _FORM_TOKENS or shorter < _PART_LENGTH * longer or not new.names or not fewer:
        return False
    shared = _count_shared(new.figures, old.figures)
    if shared > (1 - _FORM_FIGURES) * fewer or shared == len(new.figures):
        return False
    known = len(new.names & old.lead)
    gone = [word for word in old.lead.difference(tokens) if word.isalpha() and len(word) >= _NAME_LETTERS]
    return known <= _FORM_NAMES * len(new.names) and bool(gone)


def _tells_of_others(new: Fingerprint, tokens: Sequence[str], old: Fingerprint) -> bool:
    """Whether half of what differs between two texts is names of the first sentences, and most of these differ: a
    readout of another call, another appointment. Whoever edits a copy changes words of all kinds in all of it, whoever
    reorders it keeps its phrases. Of two texts of different lengths the openings are compared."""
    if len(new.names - old.lead) < _FEWEST_OTHERS:
        return False
    compared, fewest = (
        (tokens, _FEWEST_OTHERS) if _is_as_long(new, old) else (tokens[:_OPENING_WORDS], _FEWEST_IN_OPENING)
    )
    names, changed = new.names.intersection(compared), _find_changed(compared, old)
    novel = set(changed) - old.lead
    others = novel & names
    # Of a short text titles and places stay ("Italian Defence Minister"), and the counterpart is all that is new.
    most = len(tokens) <= _FORM_TOKENS and len(others) >= max(_FEWEST_IN_OPENING, _OTHERS_OF_MOST * len(novel))
    if not most and len(others) < max(fewest, _OTHERS * len(names), _OTHERS_OF_NOVEL * len(novel)):
        return False
    gone = [word for word in old.lead.difference(tokens) if word.isalpha() and len(word) >= _NAME_LETTERS]
    return len(gone) >= _FEWEST_OTHERS and len(changed) <= _ANEW * len(compared)


def _find_changed(tokens: Sequence[str], old: Fingerprint) -> list[str]:
    """The words that stand in no run of three that the other text has."""
    changed: list[str | None] = [*tokens]
    for i, one in enumerate(hash_shingles(tokens)):
        if one in old.shingles:
            changed[i : i + SHINGLE_WORDS] = [None] * SHINGLE_WORDS
    return [word for word in changed if word]


def _is_turned_away(new: Fingerprint, old: Fingerprint) -> bool:
    """Whether one of two short texts calls off what the other announces. An abstract leaves out most of what an article
    says: there only a turn that the article does not have is one."""
    shorter, longer = sorted((new, old), key=lambda one: one.tokens)
    if shorter.tokens > _TURNING_TOKENS or _is_turned(shorter) == _is_turned(longer):
        return False
    return _is_turned(shorter) or longer.tokens <= _ABSTRACT * shorter.tokens


def _is_turned(print_: Fingerprint) -> bool:
    return any(word.startswith(_TURNS) for word in print_.lead)
