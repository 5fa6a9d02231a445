"""Under which of its articles' titles a story is told: a choice that can be repeated and explained."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Told:
    """One article of a story, as far as the choice of a headline needs it."""

    article_id: int
    title: str
    outlet: str
    language: str
    seen_at: datetime
    tokens: int
    """Words of its text."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The article whose title stands for the story, and why."""

    article_id: int
    title: str
    language: str
    reason: str


def choose_headline(articles: Sequence[Told], reads: Sequence[str] = ()) -> Headline:
    """The fullest article of the first outlet that reported in a language the reader reads (`reads`, any if empty).

    Where nobody reported in such a language, that of the first outlet. Raises ValueError without articles.
    """
    if not articles:
        raise ValueError("a story without articles has no headline: give at least one")
    ordered = sorted(articles, key=lambda told: (told.seen_at, told.article_id))
    readable = [told for told in ordered if not reads or told.language in reads]
    first = (readable or ordered)[0]
    own = [told for told in readable or ordered if told.outlet == first.outlet]
    fullest = max(own, key=lambda told: (told.tokens, -ordered.index(told)))
    return Headline(fullest.article_id, fullest.title, fullest.language, _explain_choice(ordered[0], fullest, reads))


def _explain_choice(first: Told, chosen: Told, reads: Sequence[str]) -> str:
    if reads and chosen.language not in reads:
        return f"no report in {', '.join(reads)}: the fullest of {chosen.outlet}, who had it first"
    if chosen.outlet == first.outlet:
        return f"the fullest report of {chosen.outlet}, who had it first"
    return f"the fullest report of {chosen.outlet}, the first in {chosen.language}; {first.outlet} had it first"
