"""What an item may be instead of news about two countries: a transfer, a recipe, a horoscope (config/watch.toml)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from worker.news.scan import Phrases, Prepared, select_terms
from worker.news.types import Evidence, Field

# A word in passing ("goal", "oven") makes no match report: outside the title it takes two.
_LEAST_IN_TEXT = 2


@dataclass(frozen=True, slots=True)
class Penalty:
    """What takes an item away from the watch, and the words that show it. A term may end in `*`."""

    name: str
    weight: float
    says: str
    """Ends the sentence "both are named, but it is …"."""
    terms: Mapping[str, tuple[str, ...]]
    """By language of the item."""
    says_in: Mapping[str, str] = field(default_factory=dict)
    """What `says` is in other languages of readers."""
    unless: tuple[str, ...] = ()
    """Words or entity ids that lift it."""
    at_least: int = 1
    """Distinct terms it takes."""
    sport: bool = False
    """Whether a club that is named counts as one term more."""
    beside: bool = False
    """Whether it is taken only where the title does not name both sides: "Italy tops the ranking of …"."""


class PenaltyBook:
    """Finds which penalties an item takes."""

    def __init__(self, penalties: Sequence[Penalty]) -> None:
        self._penalties = penalties
        self._terms = Phrases(t for p in penalties for listed in p.terms.values() for t in listed)
        self._lifting = Phrases(term for penalty in penalties for term in penalty.unless)

    def take(
        self,
        title: Prepared,
        lead: Prepared,
        named: Collection[str],
        clubs: Collection[str],
        language: str,
        titled: int = 1,
        play: bool = False,
    ) -> list[Evidence]:
        """Negative evidence. `named`: entity ids in the item; `clubs`: those of them that are clubs, as written;
        `titled`: how many sides the title names. With none, one word of the text is enough. `play`: the title names
        clubs and where they play, and nobody else."""
        found: dict[str, Field] = {f.phrase: "text" for f in self._terms.find(lead.spaced, language)}
        found |= {f.phrase: "title" for f in self._terms.find(title.spaced, language)}
        if not found and not play:
            return []
        lifting = {f.phrase for p in (title, lead) for f in self._lifting.find(p.spaced, language)} | set(named)
        asked = [p for p in self._penalties if lifting.isdisjoint(p.unless) and not (p.beside and titled > 1)]
        in_text = _LEAST_IN_TEXT if titled else 1
        taken = [e for p in asked if (e := self._weigh(p, found, len(clubs), language, in_text))]
        if play and not taken:
            taken = [Evidence("both", p.name, min(clubs), "title", -p.weight) for p in asked if p.sport]
        return taken

    def _weigh(
        self, penalty: Penalty, found: Mapping[str, Field], clubs: int, language: str, in_text: int
    ) -> Evidence | None:
        shown = sorted(select_terms(penalty.terms, language) & found.keys())
        if not shown:
            return None
        first = next((term for term in shown if found[term] == "title"), shown[0])
        needed = penalty.at_least if found[first] == "title" else max(penalty.at_least, in_text)
        if len(shown) + (clubs if penalty.sport else 0) < needed:
            return None
        return Evidence("both", penalty.name, first.rstrip("*"), found[first], -penalty.weight)
