"""How many of what: "fourteen injured", "14 yaralı", "quattordici feriti" are all `k:14:injured`."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from worker.news.concepts import Mention
from worker.news.text import words

_REACH = 3  # words from a number to what it counts: "14 people were injured"
_BEFORE = frozenset({"c:magnitude"})  # "magnitude 6"
# What is counted in many words of no interest, or stands beside every number.
_UNCOUNTED = frozenset(
    f"c:{name}" for name in ("half", "first", "second", "third", "fourth", "last", "record", "euro", "dollar", "lira")
)
_UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
    "tr": "bir iki uc dort bes alti yedi sekiz dokuz",
    "it": "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici"
    " diciassette diciotto diciannove",
}
_TENS = {
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
    "tr": "on yirmi otuz kirk elli altmis yetmis seksen doksan",
    "it": "dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
}
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d)?")


def _name_units(language: str) -> dict[str, int]:
    named = {word: i for i, word in enumerate(_UNITS[language].split(), start=1)}
    if language != "it":
        return named
    for tens, word in enumerate(_TENS["it"].split()[1:], start=2):
        for unit, name in enumerate(_UNITS["it"].split()[:9], start=1):
            named[(word[:-1] if name[0] in "uo" else word) + name] = 10 * tens + unit
    return named | {"un": 1, "una": 1}


_UNIT_VALUES = {language: _name_units(language) for language in _UNITS}
_TEN_VALUES = {
    language: {word: 10 * i for i, word in enumerate(listed.split(), start=1)} for language, listed in _TENS.items()
}
_NAMED = {language: _UNIT_VALUES[language].keys() | _TEN_VALUES[language].keys() for language in _UNITS}


def _list_names(language: str) -> dict[int, list[list[str]]]:
    units, tens = _UNIT_VALUES[language], _TEN_VALUES[language]
    names: dict[int, list[list[str]]] = {}
    for word, value in (units | tens).items():
        names.setdefault(value, []).append([word])
    compound = () if language == "it" else [(word, ten) for word, ten in tens.items() if ten > 10 or language == "tr"]
    for word, ten in compound:
        for unit, one in list(units.items())[:9]:
            names.setdefault(ten + one, []).append([word, unit])
    return names


_NAMES = {language: _list_names(language) for language in _UNITS}


def name_numbers(language: str) -> Mapping[int, Sequence[Sequence[str]]]:
    """The numbers of one and two digits, each in the words for it: 21 → `twenty one`, 1 → `uno`, `un`, `una`."""
    return _NAMES.get(language, {})


def read_number(tokens: Sequence[str], place: int, language: str) -> tuple[str, int] | None:
    """The number written at a place in digits or words ("6,0" → "6", "on dört" → "14"), and how many words it takes."""
    word = tokens[place]
    if word[:1].isdigit():  # few are
        return (word.replace(",", ".").removesuffix(".0"), 1) if _NUMBER.fullmatch(word) else None
    units, tens = _UNIT_VALUES.get(language, {}), _TEN_VALUES.get(language, {})
    if word in tens:
        unit = units.get(tokens[place + 1], 0) if place + 1 < len(tokens) and language != "it" else 0
        return (str(tens[word] + unit), 2) if 0 < unit < 10 else (str(tens[word]), 1)
    return (str(units[word]), 1) if word in units else None


def read_in_words(text: str, language: str) -> set[str]:
    """The values of the numbers that a text has in words."""
    tokens = words(text)
    places = (place for place, word in enumerate(tokens) if not word[0].isdigit())
    return {found[0] for place in places if (found := read_number(tokens, place, language))}


def read_counts(tokens: Sequence[str], mentions: Sequence[Mention], language: str) -> Iterator[str]:
    """`k:14:injured` for each number with the concept next to it; `n:14` for a number in words as for one in digits."""
    places = {one.start: one.key for one in reversed(mentions) if _is_counted(one.key)}
    after = 0
    for place in _list_numbers(tokens, language):
        found = read_number(tokens, place, language) if place >= after else None
        if found is None:
            continue
        value, length = found
        after = place + length
        if not tokens[place][0].isdigit() and len(value) > 1:
            yield f"n:{value}"
        key = _find_counted(places, after, length)
        if key and value != "1":  # "a" in Turkish and Italian
            yield f"k:{value}:{key[2:]}"


def _list_numbers(tokens: Sequence[str], language: str) -> list[int]:
    """Where a number may begin: few words do."""
    named: Collection[str] = _NAMED.get(language, ())
    return [place for place, word in enumerate(tokens) if word in named or word[0].isdigit()]


def _find_counted(places: Mapping[int, str], after: int, length: int) -> str:
    before = places.get(after - length - 1, "")
    if before in _BEFORE:
        return before
    return next((places[i] for i in range(after, after + _REACH) if i in places), "")


def _is_counted(key: str) -> bool:
    return key[0] == "c" and key not in _UNCOUNTED
