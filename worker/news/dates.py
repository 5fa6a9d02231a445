"""Where a text's days are found: "29 Nisan", "April 29, 2025", "29.04.2025", "martedì", "yesterday"."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

_MONTHS = (
    "january|jan|gennaio|ocak",
    "february|feb|febbraio|subat",
    "march|mar|marzo|mart",
    "april|apr|aprile|nisan",
    "may|may|maggio|mayis",
    "june|jun|giugno|haziran",
    "july|jul|luglio|temmuz",
    "august|aug|agosto|agustos",
    "september|sept|sep|settembre|eylul",
    "october|oct|ottobre|ekim",
    "november|nov|novembre|kasim",
    "december|dec|dicembre|aralik",
)
MONTH_NUMBERS = {name: i for i, names in enumerate(_MONTHS, start=1) for name in names.split("|")}
# English, English in short, Italian, Turkish.
MONTH_NAMES = tuple(tuple(names.split("|")[column] for names in _MONTHS) for column in (0, 1, -2, -1))
_MONTH = "(?P<month>" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + ")"
_YEAR = r"(?:,?\s(?:del\s|of\s)?(?P<year>(?:19|20)\d\d))?"
# Dates are read at their numbers: a text has few, and looking for month names everywhere took half of a fingerprint.
_NUMBER = re.compile(r"\d+")
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|o|°)?\.?\s(?:of\s)?{_MONTH}\b\.?{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>(?:19|20)\d\d)(?!\d)",
    )
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,:]\d|\s(?:percent|per|million|billion|people)){_YEAR}"
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s$")
_LONGEST_MONTH = 12
_LEAP_YEAR = 2024  # has every day
# Words for days, by the days they lie from today; weekdays by number. Turkish pazar is a market too: only with "günü".
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_NEAR |= {"oggi": 0, "stasera": 0, "ieri": -1, "domani": 1, "bugun": 0, "dun": -1, "yarin": 1}
_WEEKDAYS = (
    "monday|lunedi|pazartesi",
    "tuesday|martedi|sali",
    "wednesday|mercoledi|carsamba",
    "thursday|giovedi|persembe",
    "friday|venerdi|cuma",
    "saturday|sabato|cumartesi",
    "sunday|domenica|pazar gunu",
)
# English, Italian, Turkish, each in one word.
WEEKDAY_NAMES = tuple(tuple(names.split("|")[column].split()[0] for names in _WEEKDAYS) for column in range(3))
_WEEKDAY_NUMBERS = {name: i for i, names in enumerate(_WEEKDAYS) for name in names.split("|")}
_RELATIVE = re.compile(r"\b(?:" + "|".join([*_NEAR, *sorted(_WEEKDAY_NUMBERS, key=len, reverse=True)]) + r")\b")
_HALF_WEEK = 3  # a weekday means the nearest one: news speaks of the day just past or just ahead


class Day(NamedTuple):
    """A day named in a text, and where (offsets into the folded text)."""

    month: int
    day: int
    start: int
    end: int


def find_dates(folded: str) -> list[Day]:
    """Days written with their month, in a folded text, in order. Days no month has (45 March) are left out."""
    found: list[Day] = []
    for number in _NUMBER.finditer(folded):
        if _is_part(folded, number.start()):
            continue
        match = _match_date(folded, number.start())
        day = _read_day(match) if match else None
        if day is not None and (not found or day.start >= found[-1].end):
            found.append(day)
    return found


def _is_part(folded: str, start: int) -> bool:
    """Whether a number goes on from what stands before it: 12.04, F-16."""
    return start > 0 and (folded[start - 1].isalnum() or folded[start - 1] in "_.,/-")


def _match_date(folded: str, start: int) -> re.Match[str] | None:
    for form in _FORMS:
        if match := form.match(folded, start):
            return match
    before = _MONTH_BEFORE.search(folded, max(0, start - _LONGEST_MONTH), start)
    return _MONTH_FIRST.match(folded, before.start()) if before else None


def _read_day(match: re.Match[str]) -> Day | None:
    month = MONTH_NUMBERS.get(match["month"]) or int(match["month"])
    day = int(match["day"])
    if month > 12 >= day:
        month, day = day, month  # 04/29/2025, as American outlets write it
    named = 1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]
    return Day(month, day, match.start(), match.end()) if named else None


def find_relative(folded: str, anchor: datetime | None) -> Iterator[Day]:
    """Days written as "today" or a weekday, counted from `anchor`; none without it."""
    if anchor is None:
        return
    for match in _RELATIVE.finditer(folded):
        offset = _NEAR.get(match[0])
        if offset is None:
            ahead = (_WEEKDAY_NUMBERS[match[0]] - anchor.weekday()) % 7
            offset = ahead if ahead <= _HALF_WEEK else ahead - 7
        day = anchor + timedelta(days=offset)
        yield Day(day.month, day.day, match.start(), match.end())
