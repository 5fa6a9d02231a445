"""Which figures changed between two versions of a text: each paired with the one that stood at its place.

The older figures, and the numbers in words, are tried at each place of the new text (worker/news/spots.py). A figure
that finds none there was added, not changed.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from heapq import merge
from itertools import islice
from typing import NamedTuple

from worker.news.figures import Figure, describe_figure, find_figures, parse_number, write_value
from worker.news.fingerprint import WrittenItem, write_out
from worker.news.numerals import name_numbers, read_number
from worker.news.spots import Spot, cut_spot
from worker.news.text import Token, tokenize, words
from worker.news.types import Fingerprint, Item

_MOST_NAMED = 3
# Beyond it is a table. So many places times so many figures take some 20 ms.
MOST_PLACES = 24
MOST_NUMBERS = 200  # of a text, in words where its story has other words
_MOST_TRIED = 32
_UNIT_LETTERS = 40  # of what follows a number, to read its unit in
_DIGITS = re.compile(r"[\d.,]+")


class Corrected(NamedTuple):
    """A figure that took another's place, both as keys (`f:12:PERSON`)."""

    old: str
    new: str


class _Place(NamedTuple):
    """A figure of the new text among its words."""

    figure: Figure
    printed: Decimal
    """What its digits, or its words, say: 1.2 of `1,2 milyar`."""
    spot: Spot

    @property
    def in_words(self) -> bool:
        return not self.spot.words[0][0].isdigit()


def find_corrections(item: Item, new: Fingerprint, old: Fingerprint) -> list[Corrected]:
    """The figures of an item that stand where an older text has others, those of its headline first, then in the order
    of its text: news begins with what matters most."""
    if new.shingles == old.shingles:
        return [] if new.lead == old.lead else _compare_headlines(write_out(item), new, old)
    if new.shingles >= old.shingles:
        return []
    written = write_out(item)
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


def find_other_numbers(told: Iterable[str], known: Set[int], language: str) -> set[str]:
    """Those of some sentences that have a number in words where known wording, as shingles, has another."""
    places = ((one, place) for one in told for place in _find_words(one, tokenize(one), language, known))
    return {one for one, place in islice(places, MOST_NUMBERS) if _replaces_other(place, known, language)}


def _replaces_other(place: _Place, known: Set[int], language: str) -> bool:
    article = _is_article(place.printed, language)
    fits = {
        value: max(place.spot.count_with(name, known) for name in (*names, *([] if article else [[str(value)]])))
        for value, names in name_numbers(language).items()
    }
    return max(fits.values()) > fits[int(place.printed)]


def _keep_figures(print_: Fingerprint) -> set[str]:
    return {key for key in print_.figures if key.startswith("f:")}


def _compare_headlines(written: WrittenItem, new: Fingerprint, old: Fingerprint) -> list[Corrected]:
    """Where the texts are the same only a headline changed, and of the older one there is no order: but for one figure
    it has to be of known words."""
    came = _keep_figures(new) - _keep_figures(old) | _read_words(new.lead - old.lead, written.language)
    went = _keep_figures(old) - _keep_figures(new) | _read_words(old.lead - new.lead, written.language)
    if len(came) != 1 or len(went) != 1:
        return []
    pair = Corrected(went.pop(), came.pop())
    others = {
        word
        for word in written.title_words
        if word[0].isalpha() and pair.new not in _read_words([word], written.language)
    }
    return [pair] if _read_unit(pair.old) == _read_unit(pair.new) and old.lead.issuperset(others) else []


def _read_words(found: Collection[str], language: str) -> set[str]:
    """The keys of the numbers among words, but for "un" and "bir"."""
    read = [read_number([word], 0, language) for word in found if word.isalpha()]
    return {f"f:{number[0]}:" for number in read if number and not _is_article(Decimal(number[0]), language)}


# --- Places -----------------------------------------------------------------------------------------------------------
def _list_places(written: WrittenItem, known: Set[int]) -> Iterator[_Place]:
    """The figures and the numbers in words of a text in their order, but for those that stand in known wording."""
    text, language = written.compared, written.language
    tokens = tokenize(text)
    digits, in_words = _find_digits(text, tokens, language, known), _find_words(text, tokens, language, known)
    return merge(digits, in_words, key=lambda place: place.figure.start)


def _find_digits(text: str, tokens: Sequence[Token], language: str, known: Set[int]) -> Iterator[_Place]:
    first = 0
    for figure in find_figures(text, language):
        while first < len(tokens) and not _is_digit_of(tokens[first], figure):
            if tokens[first].start >= figure.end:
                break
            first += 1
        last = first
        while last < len(tokens) and _is_digit_of(tokens[last], figure):
            last += 1
        spot = cut_spot(tokens, first, last)
        if first < last and not spot.is_known(known):
            printed = _DIGITS.match("".join(spot.words))
            yield _Place(figure, parse_number(printed[0] if printed else "0", language), spot)


def _is_digit_of(token: Token, figure: Figure) -> bool:
    return figure.start <= token.start < figure.end and token.folded[0].isdigit()


def _find_words(text: str, tokens: Sequence[Token], language: str, known: Set[int]) -> Iterator[_Place]:
    """The numbers in words, as figures with the units that they would have in digits."""
    folded, first = [token.folded for token in tokens], 0
    while first < len(tokens):
        found = None if folded[first][0].isdigit() else read_number(folded, first, language)
        last = first + (found[1] if found else 1)
        if found and not (spot := cut_spot(tokens, first, last)).is_known(known):
            yield _Place(_read_figure(text, tokens, first, last, found[0], language), Decimal(found[0]), spot)
        first = last


def _read_figure(text: str, tokens: Sequence[Token], first: int, last: int, value: str, language: str) -> Figure:
    start, end = tokens[first].start, tokens[last - 1].end
    before = text[tokens[first - 1].start : start] if first else ""
    read = find_figures(f"{before}{value}{text[end : end + _UNIT_LETTERS]}", language)
    unit = next((one for one in read if one.start <= len(before) < one.end), None)
    return Figure(unit.value if unit else value, unit.unit if unit else "", start, end, text[start:end])


def _pair_figures(written: WrittenItem, new: Fingerprint, old: Fingerprint) -> Iterator[Corrected]:
    gone = old.shingles - new.shingles
    standing = sorted(_keep_figures(old), key=lambda key: (key in new.figures, key))[:_MOST_TRIED]
    for place in islice(_list_places(written, old.shingles), MOST_PLACES):
        known = place.spot.count_with(place.spot.words, old.shingles)
        before = _find_replaced(place, _list_tried(place, written.language, standing), gone, known)
        if before and before != place.figure.key:  # "three" for "3" is none
            yield Corrected(before, place.figure.key)


def _find_replaced(
    place: _Place, tried: Mapping[str, Sequence[Sequence[str]]], gone: Set[int], standing: int
) -> str | None:
    """The key of the older figure that stood at a place, by more of its wording than is `standing`; None where none
    did, or one as likely as another."""
    fits = {key: max(place.spot.count_with(number, gone) for number in ways) for key, ways in tried.items()}
    best = max(fits.values(), default=0)
    likely = [key for key, count in fits.items() if count == best]
    return likely[0] if best > standing and len(likely) == 1 else None


def _list_tried(place: _Place, language: str, standing: Sequence[str]) -> dict[str, list[Sequence[str]]]:
    """What may have stood at a place, as keys, in the ways in which it may have been written: the figures of the older
    text, and any number in words, in the unit and scale of the place."""
    scale = Decimal(place.figure.value) / place.printed if place.printed else Decimal(1)
    tried: dict[str, list[Sequence[str]]] = {place.figure.key: [place.spot.words]}
    if not (place.in_words and _is_article(place.printed, language)):
        tried |= {key: _spell(key, place, scale) for key in standing if _read_unit(key) == place.figure.unit}
    for value, names in name_numbers(language).items():
        if place.in_words or not _is_article(value, language):
            tried.setdefault(f"f:{write_value(value * scale)}:{place.figure.unit}", []).extend(names)
    return tried


def _is_article(value: Decimal | int, language: str) -> bool:
    """Whether the word for a number is an article, too, "bir" or "un". In the place of digits it is no number."""
    return value == 1 and language != "en"


def _read_unit(key: str) -> str:
    return key.rpartition(":")[2]


# --- Spelling ---------------------------------------------------------------------------------------------------------
def _spell(key: str, place: _Place, scale: Decimal) -> list[Sequence[str]]:
    """A figure as it may have been written at the place of another: in its scale, with its unit if that is glued."""
    written = "".join(place.spot.words)
    glued = _DIGITS.sub("", written, count=1) if written[0].isdigit() else ""
    decimals = max(0, -int(place.printed.as_tuple().exponent))
    return [words(one + glued) for one in _write_ways(Decimal(key.split(":")[1]) / scale, decimals)]


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
