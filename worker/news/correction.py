"""Which figures changed between two versions of a text: each paired with the one that stood at its place.

Of the older text there are no words any more, only hashes of every three. So the older figures are tried at each place
of the new text: the one that makes wording of the old text stood there. A figure that finds none was added, not
changed.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from worker.news.figures import Figure, describe_figure, find_figures, parse_number
from worker.news.fingerprint import SHINGLE_WORDS, WrittenItem, hash_shingles, write_out
from worker.news.text import Token, tokenize, words
from worker.news.types import Fingerprint, Item

_MOST_NAMED = 3
_AROUND = SHINGLE_WORDS - 1  # words on either side that share a shingle with a number
# Beyond it is a table. So many places times so many figures take some 20 ms.
MOST_PLACES = 24
_MOST_TRIED = 32
_DIGITS = re.compile(r"[\d.,]+")


class Corrected(NamedTuple):
    """A figure that took another's place, both as keys (`f:12:PERSON`)."""

    old: str
    new: str


class _Place(NamedTuple):
    """A figure of the new text among its words."""

    figure: Figure
    before: list[str]
    number: list[str]
    after: list[str]

    def hash_with(self, number: Sequence[str]) -> set[int]:
        """The shingles of the place with a number in it."""
        return set(hash_shingles([*self.before, *number, *self.after]))


def find_corrections(item: Item, new: Fingerprint, old: Fingerprint) -> list[Corrected]:
    """The figures of an item that stand where an older text has others, those of its headline first, then in the order
    of its text: news begins with what matters most."""
    if _keep_figures(new) == _keep_figures(old):
        return []
    written = write_out(item)
    if new.shingles == old.shingles:
        return _compare_headlines(written, new, old)
    found = dict.fromkeys(_pair_figures(written, new, old))
    headed = {figure.key for figure in find_figures(written.title, written.language)}
    return sorted(found, key=lambda one: one.new not in headed)


def describe_corrections(corrected: Sequence[Corrected]) -> str:
    """`a figure changed: 3 → 7`, `figures changed: 3 → 7, 9 → 12`; empty where none did."""
    if not corrected:
        return ""
    named = [f"{describe_figure(one.old)} → {describe_figure(one.new)}" for one in corrected[:_MOST_NAMED]]
    more = f" and {len(corrected) - len(named)} more" if len(corrected) > len(named) else ""
    return f"{'a figure' if len(corrected) == 1 else 'figures'} changed: {', '.join(named)}{more}"


def _keep_figures(print_: Fingerprint) -> set[str]:
    return {key for key in print_.figures if key.startswith("f:")}


def _compare_headlines(written: WrittenItem, new: Fingerprint, old: Fingerprint) -> list[Corrected]:
    """Where the texts are the same only a headline changed, and of the older one there is no order: but for one figure
    it has to be of known words."""
    came, went = _keep_figures(new) - _keep_figures(old), _keep_figures(old) - _keep_figures(new)
    if len(came) != 1 or len(went) != 1:
        return []
    pair = Corrected(went.pop(), came.pop())
    others = [word for word in words(written.title) if not word[0].isdigit()]
    return [pair] if _read_unit(pair.old) == _read_unit(pair.new) and old.lead.issuperset(others) else []


# --- Places -----------------------------------------------------------------------------------------------------------
def _list_places(written: WrittenItem) -> Iterator[_Place]:
    tokens = tokenize(written.compared)
    folded, first = [token.folded for token in tokens], 0
    for figure in find_figures(written.compared, written.language):
        while first < len(tokens) and not _is_digit_of(tokens[first], figure):
            if tokens[first].start >= figure.end:
                break
            first += 1
        last = first
        while last < len(tokens) and _is_digit_of(tokens[last], figure):
            last += 1
        if first < last:
            yield _Place(figure, folded[max(0, first - _AROUND) : first], folded[first:last], folded[last:][:_AROUND])


def _is_digit_of(token: Token, figure: Figure) -> bool:
    return figure.start <= token.start < figure.end and token.folded[0].isdigit()


def _pair_figures(written: WrittenItem, new: Fingerprint, old: Fingerprint) -> Iterator[Corrected]:
    gone = old.shingles - new.shingles
    tried = sorted(_keep_figures(old), key=lambda key: (key in new.figures, key))[:_MOST_TRIED]
    places = (one for one in _list_places(written) if not one.hash_with(one.number) <= old.shingles)
    for place in islice(places, MOST_PLACES):
        standing = len(place.hash_with(place.number) & old.shingles)
        if before := _find_replaced(place, written.language, tried, gone, standing):
            yield Corrected(before, place.figure.key)


def _find_replaced(
    place: _Place, language: str, tried: Sequence[str], gone: frozenset[int], standing: int
) -> str | None:
    """The key of the older figure that stood at a place, by more of its wording than is `standing`; None where none
    did, or one as likely as another."""
    fits = {
        key: max(len(place.hash_with(number) & gone) for number in _spell(key, place, language))
        for key in tried
        if key != place.figure.key and _read_unit(key) == place.figure.unit
    }
    best = max(fits.values(), default=0)
    likely = [key for key, count in fits.items() if count == best]
    return likely[0] if best > standing and len(likely) == 1 else None


def _read_unit(key: str) -> str:
    return key.rpartition(":")[2]


# --- Spelling ---------------------------------------------------------------------------------------------------------
def _spell(key: str, place: _Place, language: str) -> list[list[str]]:
    """A figure as it may have been written at the place of another: in its scale, with its unit if that is glued."""
    written = "".join(place.number)
    digits = _DIGITS.match(written)
    number = digits[0] if digits else "0"
    printed = parse_number(number, language)
    scale = Decimal(place.figure.value) / printed if printed else Decimal(1)
    decimals = max(0, -int(printed.as_tuple().exponent))
    ways = _write_ways(Decimal(key.split(":")[1]) / scale, decimals)
    return [words(one + written.removeprefix(number)) for one in ways]


def _write_ways(value: Decimal, decimals: int) -> set[str]:
    """12000: `12000`, `12,000`, `12.000`, `12 000`; 1.5: `1.5`, `1,5`, and with as many `decimals` as the other has."""
    whole, _, part = f"{value.normalize():f}".partition(".")
    parts = {part, part.ljust(decimals, "0")}
    grouped = f"{int(whole):,}"
    ways = {
        (whole, "."),
        (whole, ","),
        (grouped, "."),
        (grouped.replace(",", "."), ","),
        (grouped.replace(",", " "), "."),
    }
    return {f"{head}{point}{tail}" if tail else head for head, point in ways for tail in parts}
