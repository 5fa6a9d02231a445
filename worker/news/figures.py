"""Where numbers and dates of three languages become one: `$40bn`, `40 milyar dolar`, `40 miliardi di dollari`.

A figure's key is `f:<value>:<unit>` (`f:40e9:USD`), a date's `d:<month>-<day>`. Dates go without their year: articles
are compared within days, and most leave the year out.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from worker.news.dates import Day, find_dates, find_relative
from worker.news.text import fold, fold_with_offsets


class Figure(NamedTuple):
    """A number with its unit, and where it stands in the text (offsets into the original)."""

    value: str
    """Normalised: `40e9`, `32.2e9`, `61`."""
    unit: str
    """`USD`, `EUR`, `TRY`, `GBP`, `%`, `PERSON`, `KM`, `TON`, `MW`; empty for a bare count."""
    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """`f:<value>:<unit>`, the same in all three languages."""
        return _figure_key(self.value, self.unit)


_BEFORE = {"$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP", "₺": "TRY"}
_BEFORE |= {"%": "%", "yuzde": "%"}
_CURRENCIES = frozenset({"USD", "EUR", "GBP", "TRY"})
_SIGN_BEFORE = re.compile(r"(us\$|[$€£₺%]|\b(?:usd|euro?|yuzde))\s?$")
# It begins with the digit that it must begin with, which the engine finds four times as fast as a choice of two.
_NUMBER = re.compile(r"(?P<number>\d(?:\d{0,2}(?: \d{3})+(?![\d.,:]\d|\d)|\d*(?:[.,]\d+)*))(?P<glued>[a-z]*)")
_LONGEST = 20  # characters: a longer run of digits is an account or a hash
# Words that multiply, as powers of ten. "m" and "b" do so only beside a currency: elsewhere "m" is metres.
_SCALES = (
    (re.compile(r"bn|billions?|milyar\w*|miliard[oi]|mld|mlrd|mrd"), 9),
    (re.compile(r"mn|mln|millions?|milyon\w*|milion[ei]"), 6),
    (re.compile(r"tn|trillions?|trilyon\w*"), 12),
    (re.compile(r"k|thousand|bin|mila"), 3),
)
_CURRENCY_SCALES = {"b": 9, "m": 6}
_UNITS = (
    (re.compile(r"dollar\w*|dolar\w*|usd"), "USD"),
    (re.compile(r"euros?|eur|avro\w*"), "EUR"),
    (re.compile(r"liras|lire|tl|lira\w{0,5}"), "TRY"),
    (re.compile(r"pounds?|sterlin\w*"), "GBP"),
    (re.compile(r"percent|pct|%|per cento?"), "%"),
    (re.compile(r"km|kilomet\w*|chilomet\w*"), "KM"),
    (re.compile(r"tons?|tonnes?|tonnellat[ae]|tonluk"), "TON"),
    (re.compile(r"mw|megawatt\w*"), "MW"),
    (re.compile(r"people|persons?|kisi\w*|person[ae]|(?:migrant|gocmen|refugee|multeci|profug|rifugiat)\w*"), "PERSON"),
)
_FILLERS = frozenset({"us", "abd", "amerikan", "turk", "turkish", "of", "di", "de", "d"})
_NEXT_WORD = re.compile(r"[\s'-]{0,2}(per cento?|[a-z]+|%)")
_SUFFIX = re.compile(r"'[a-z]{1,6}\b")  # 40'tan fazla
_WORDS_AHEAD = 6
_STRANGERS = 1  # "61 irregular migrants", "61 düzensiz göçmen": one word of another kind before the people
_ORDINAL_GLUED = re.compile(r"(?:st|nd|rd|th|o|a|s)$")
_ORDINAL_AFTER = re.compile(r"['\s]?[iu]?nc[iu]\b|[°^]|'(?:s|l[iu])\b|\.\s+[a-z]")
_CLOCK_BEFORE = re.compile(r"\b(?:saat|alle|ore|dalle|at)\s$")
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_RANGE_AFTER = re.compile(r"[:-]\d")  # 16:05, 2-1
_RUN = re.compile(r"\d+")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONE_YEAR = re.compile(r"(?<![\w.,$€-])(?:19|20)\d\d(?![\w.,]*\d)")
_SCORE = re.compile(r"(?<![\w-])(\d{1,2})-(\d{1,2})(?![\w-])")


def find_figures(text: str, language: str) -> list[Figure]:
    """The figures of a text, in order. Years, clock times, ordinals, dates and numbers in names (F-16) are none.

    The language decides what a point and a comma mean: 1.200 is 1200 in Turkish and Italian, 1.2 in English.
    """
    folded = fold_with_offsets(text)
    found = []
    for part in _find_parts(folded.text, language, find_dates(folded.text)):
        start, end = folded.original(part.start), folded.original(part.end)
        found.append(Figure(_write_value(part), part.unit, start, end, text[start:end]))
    return found


def figure_keys(text: str, language: str) -> frozenset[str]:
    """Keys of figures, dates, lone years (`y:2024`) and scores (`s:2-1`): what a template varies."""
    body = fold(text)
    if _DIGIT.search(body) is None:
        return frozenset()
    days = find_dates(body)
    keys = {_figure_key(_write_value(part), part.unit) for part in _find_parts(body, language, days)}
    keys.update(_date_key(day) for day in days)
    return frozenset(keys.union(_find_marks(body)))


def _find_marks(body: str) -> Iterator[str]:
    for run in _RUN.finditer(body):
        if year := _LONE_YEAR.match(body, run.start()):
            yield f"y:{year[0]}"
        elif score := _SCORE.match(body, run.start()):
            yield f"s:{score[1]}-{score[2]}"


def date_keys(text: str, anchor: datetime | None) -> frozenset[str]:
    """Keys of the days a text names; "today" and weekdays count from `anchor`, when it was published."""
    body = fold(text)
    return frozenset(_date_key(day) for day in (*find_dates(body), *find_relative(body, anchor)))


def _date_key(day: Day) -> str:
    return f"d:{day.month:02}-{day.day:02}"


def _figure_key(value: str, unit: str) -> str:
    return f"f:{value}:{unit}"


# --- Numbers ----------------------------------------------------------------------------------------------------------
class _Part(NamedTuple):
    value: Decimal
    scale: int
    unit: str
    start: int
    end: int


def parse_number(number: str, language: str) -> Decimal:
    """Digits with separators as a number: `32.2`, `32,2`, `1.200`, `1,200.50`, `12 000`.

    In an unknown language three digits after a separator are thousands.
    """
    number = number.replace(" ", "")
    if language not in ("en", "tr", "it"):
        language = "en" if "," in number and _is_grouped(number, ",") else "tr"
    point = "." if language == "en" else ","
    comma = "," if point == "." else "."
    if "." in number and "," in number:
        point = max(".,", key=number.rfind)  # the last separator is the decimal one, whoever wrote it
    elif not _is_grouped(number, comma):
        point = comma if comma in number and number.count(comma) == 1 else point
    elif number.count(point) > 1:
        point = comma  # 1.200.000 in English text: no number has two decimal points
    whole = number.replace("," if point == "." else ".", "")
    if whole.count(point) > 1:
        return Decimal(whole.replace(point, ""))  # "192,168.0.1" is an address, and some whole number
    return Decimal(whole.replace(point, ".", 1))


def _is_grouped(number: str, separator: str) -> bool:
    """Whether `separator` stands before groups of three digits only; then it means thousands."""
    head, *groups = number.split(separator)
    return all(len(group) == 3 for group in groups) and head.lstrip("0") != "" if groups else True


def _write_value(part: _Part) -> str:
    return write_value(part.value.scaleb(part.scale))


def write_value(value: Decimal) -> str:
    """A number as in the key of a figure: `61`, `32.2e9`."""
    value = value.normalize()
    exponent = 0
    while abs(value.scaleb(-exponent)) >= 1000 and exponent < 12 and abs(value) >= 1_000_000:
        exponent += 3
    mantissa = f"{value.scaleb(-exponent).normalize():f}"
    return f"{mantissa}e{exponent}" if exponent else mantissa


def _find_parts(body: str, language: str, days: Sequence[Day]) -> Iterator[_Part]:
    if _DIGIT.search(body) is None:
        return iter(())
    return _join_parts(_scan_numbers(body, language, days))


def _scan_numbers(body: str, language: str, days: Sequence[Day]) -> Iterator[_Part]:
    ends = [day.end for day in days]
    for match in _NUMBER.finditer(body):
        day = bisect(ends, match.start())  # the first that ends behind it: days are in order and never overlap
        if _is_inner(body, match.start()) or (day < len(days) and days[day].start <= match.start()):
            continue
        sign = _SIGN_BEFORE.search(body, max(0, match.start() - 7), match.start())
        if _is_no_figure(body, match, language, signed=sign is not None):
            continue
        part = _read_part(body, match, sign, language)
        is_cup = sign is not None and sign[1] == "euro"  # Euro 2032
        if not _YEAR.fullmatch(match["number"]) or (part.unit and not is_cup):
            yield part


def _is_inner(body: str, start: int) -> bool:
    """Whether what stands before makes the digits part of a word, a time or a path: TB2, 16:05."""
    return start > 0 and (body[start - 1].isalnum() or body[start - 1] in "_.,:/")


def _is_no_figure(body: str, match: re.Match[str], language: str, *, signed: bool) -> bool:
    (start, end), glued = match.span("number"), match["glued"]
    if start > 1 and body[start - 1] == "-" and body[start - 2].isalnum():
        return True  # F-16, Covid-19, the second half of a score
    if end - start > _LONGEST or _RANGE_AFTER.match(body, end):
        return True
    if _CLOCK.fullmatch(match["number"]) and _CLOCK_BEFORE.search(body, max(0, start - 8), start):
        return True
    if signed:
        return False
    if glued:
        return _ORDINAL_GLUED.match(glued) is not None or not (_find_scale(glued, currency=True) or _find_unit(glued))
    ordinal = _ORDINAL_AFTER.match(body, end)
    return ordinal is not None and (ordinal[0][0] != "." or (language == "tr" and end - start <= 2))


def _read_part(body: str, match: re.Match[str], sign: re.Match[str] | None, language: str) -> _Part:
    before = _BEFORE[sign[1]] if sign else ""
    ahead = list(islice(_words_after(body, match), _WORDS_AHEAD))
    currency = before in _CURRENCIES or any(_find_unit(word) in _CURRENCIES for word, _ in ahead[:3])
    scale, unit, end = _read_words(ahead, match.end("number"), currency=currency)
    start = sign.start() if sign else match.start()
    return _Part(parse_number(match["number"], language), scale, before or unit, start, end)


def _words_after(body: str, match: re.Match[str]) -> Iterator[tuple[str, int]]:
    if match["glued"]:
        yield match["glued"], match.end()
    suffix = _SUFFIX.match(body, match.end())
    end = suffix.end() if suffix else match.end()
    while following := _NEXT_WORD.match(body, end):
        end = following.end()
        yield following[1], end


def _read_words(ahead: list[tuple[str, int]], end: int, *, currency: bool) -> tuple[int, str, int]:
    """Scale, unit and end of a figure, from the words that follow its digits."""
    scale, strangers = 0, 0
    for word, word_end in ahead:
        if not scale and not strangers and (found := _find_scale(word, currency=currency)):
            scale, end = found, word_end
        elif (unit := _find_unit(word)) and (unit == "PERSON" or not strangers):
            return scale, unit, word_end
        elif word not in _FILLERS:
            strangers += 1
            if strangers > _STRANGERS:
                break
    return scale, "", end


@lru_cache(maxsize=4096)
def _find_scale(word: str, *, currency: bool) -> int:
    if currency and word in _CURRENCY_SCALES:
        return _CURRENCY_SCALES[word]
    return next((power for form, power in _SCALES if form.fullmatch(word)), 0)


@lru_cache(maxsize=4096)
def _find_unit(word: str) -> str:
    return next((unit for form, unit in _UNITS if form.fullmatch(word)), "")


def _join_parts(parts: Iterator[_Part]) -> Iterator[_Part]:
    """Join what Turkish writes in steps: "32 milyar 200 milyon dolar" is one figure."""
    previous: _Part | None = None
    for part in parts:
        if previous and _continues(previous, part):
            value = previous.value + part.value.scaleb(part.scale - previous.scale)
            part = _Part(value, previous.scale, part.unit or previous.unit, previous.start, part.end)
        elif previous:
            yield previous
        previous = part
    if previous:
        yield previous


def _continues(previous: _Part, part: _Part) -> bool:
    adjacent = 0 <= part.start - previous.end <= 1
    return adjacent and previous.scale > part.scale and not previous.unit and part.value < 1000


_POWERS = ("e6", "e9", "e12")
_UNIT_NAMES = {"PERSON": "people", "1 PERSON": "person", "TON": "tonnes", "1 TON": "tonne", "KM": "km"}
_UNIT_NAMES |= {"e6": "m", "e9": "bn", "e12": "tn", ".": "."}


def describe_figure(key: str, units: Mapping[str, str] = _UNIT_NAMES) -> str:
    """A figure's key as a reader would write it: `f:40e9:USD` → `USD 40bn`, `f:61:PERSON` → `61 people`. `units`: what
    the reader's language calls some, powers of ten and the decimal point among them, and one of some (`1 PERSON`)."""
    called = {**_UNIT_NAMES, **units}
    _, value, unit = key.split(":")
    value = value.replace(".", called["."])
    for power in _POWERS:
        value = value.removesuffix(power) + called[power] if value.endswith(power) else value
    if unit in _CURRENCIES:
        return f"{unit} {value}"
    names = units if unit in units else _UNIT_NAMES
    return f"{value} {names.get(f'{value} {unit}', names.get(unit, unit))}".strip()
