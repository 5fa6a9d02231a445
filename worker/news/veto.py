"""Where templates are told from copies: the same form, filled in again for another match, rate or earthquake.

On wire-service templates the veto cut false merges from 2,285 to 597 of 2,887 and kept 702 of 742 true ones.
"""

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import NamedTuple

from worker.news.figures import describe_figure
from worker.news.fingerprint import hash_shingles, measure_containment
from worker.news.types import Fingerprint

_FIGURES_DIFFER = 0.6  # share of the figures of the side that has fewer
_FEWEST_FIGURES = 2
_LEAD_DIFFERS = 0.25  # share of lead words, on both sides
_NEAR = 0.65  # of either limit: there the merge window is shorter
_OPENING_WORDS = 25  # the first sentence
_OPENING_KNOWN = 0.75
# A headline turns with one word: "strike called", "strike called off". In a text this short the word decides.
_TURNING_TOKENS = 30
_MOST_CORRECTED = 2  # figures on a side
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
    if min(new.tokens, old.tokens) <= _TURNING_TOKENS and _is_turned(new) != _is_turned(old):
        return Veto(Doubt.VETO, "but one of them calls off what the other announces")
    figures = _measure_figures(new.figures, old.figures)
    if figures is not None and figures >= _FIGURES_DIFFER:
        return Veto(Doubt.VETO, f"but {percent(figures)} of the figures differ: a template filled in again")
    lead = _measure_lead(new, tokens, old)
    # Shared figures speak against a template: those are what it varies.
    if lead >= _LEAD_DIFFERS and (figures is None or figures >= _FIGURES_DIFFER * _NEAR):
        return Veto(Doubt.VETO, f"but {percent(lead)} of the opening words differ: a template filled in again")
    near = lead >= _LEAD_DIFFERS * _NEAR or (figures or 0) >= _FIGURES_DIFFER * _NEAR
    return Veto(Doubt.NEAR if near else Doubt.NONE)


def find_correction(new: Fingerprint, old: Fingerprint) -> str:
    """How one figure changed between two versions of a text ("12 people → 15 people"); empty where none did.

    More than two on a side are no correction: text was added or cut.
    """
    came, went = _keep_figures(new.figures - old.figures), _keep_figures(old.figures - new.figures)
    if len(came) != len(went) or not 1 <= len(came) <= _MOST_CORRECTED:
        return ""
    pairs = [(gone, come) for gone in went for come in came if gone.rpartition(":")[2] == come.rpartition(":")[2]]
    return ", ".join(f"{describe_figure(gone)} → {describe_figure(come)}" for gone, come in pairs[:1])


def percent(share: float) -> str:
    """0.72 → "72 %"."""
    return f"{share:.0%}".replace("%", " %")


def _keep_figures(keys: Collection[str]) -> list[str]:
    return sorted(key for key in keys if key.startswith("f:"))


def _measure_figures(new: frozenset[str], old: frozenset[str]) -> float | None:
    fewer = min(len(new), len(old))
    return None if fewer < _FEWEST_FIGURES else 1 - len(new & old) / fewer


def _measure_lead(new: Fingerprint, tokens: Sequence[str], old: Fingerprint) -> float:
    """The share of opening words that are novel on both sides. What one text opens with may stand deep in the other:
    then it is a part of it and no form."""
    if not new.lead or not old.lead:
        return 0.0
    opening = hash_shingles(tokens[:_OPENING_WORDS])
    if measure_containment(opening, old.shingles) >= _OPENING_KNOWN:
        return 0.0
    return min(len(new.lead - old.lead) / len(new.lead), len(old.lead.difference(tokens)) / len(old.lead))


def _is_turned(print_: Fingerprint) -> bool:
    return any(word.startswith(_TURNS) for word in print_.lead)
