"""Dates as outlets write them: RFC 822, ISO 8601, and either with Turkish or Italian names.

feedparser reads English names only, and takes a zone it does not know ("TRT", "CEST") for UTC, hours off.
"""

import re
from datetime import UTC, datetime, timedelta

from worker.news.text import fold

# The first three letters are enough in all three languages, and where two languages share them they mean one month.
MONTHS = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "oca sub mar nis may haz tem agu eyl eki kas ara",
        "gen feb mar apr mag giu lug ago set ott nov dic",
    )
    for number, name in enumerate(names.split(), 1)
}
HOURS = {"cet": 1, "cest": 2, "met": 1, "mest": 2, "eet": 2, "eest": 3, "trt": 3, "bst": 1, "west": 1, "msk": 3}
HOURS |= {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
TIME = r"(?:[t,\s]\s*(?:ore|saat)?\s*(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)?"
ZONE = r"\s*(?:(?:gmt|utc)?(?P<offset>[+-]\d{1,2}:?\d{2})|(?P<zone>[a-z]{1,5}))?\b"
WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
FORMS = tuple(
    re.compile(date + TIME + ZONE)
    for date in (
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
        rf"(?:[^\W\d_]+\.?,?\s+)?(?P<day>\d{{1,2}})[\s.-]+{WORD}[\s.,-]+(?P<year>\d{{4}}|\d{{2}})(?!\d)",
        rf"(?:[^\W\d_]+\.?,?\s+)?{WORD}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})",
        # Day first: the outlets that write only digits are Turkish and Italian.
        r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})",
    )
)
# Feeds are younger; what is older is a zero or a default of the outlet's software (1970-01-01, 0001-01-01).
FIRST_YEAR = 1990
LONGEST = 80


def read_date(written: str) -> datetime | None:
    """A moment in UTC, None when it cannot be one. Without a zone it is taken for UTC."""
    text = fold(written.strip()[:LONGEST])
    found = next(filter(None, (form.match(text) for form in FORMS)), None)
    return make_moment(found) if found else None


def make_moment(found: re.Match[str]) -> datetime | None:
    """The moment a form has matched, if the calendar knows it."""
    month = found["month"]
    number = int(month) if month.isdigit() else MONTHS.get(month[:3], 0)
    # A leap second is none to datetime.
    time = (int(found["hour"] or 0), int(found["minute"] or 0), min(int(found["second"] or 0), 59))
    try:
        local = datetime(read_year(found["year"]), number, int(found["day"]), *time, tzinfo=UTC)
        moment = local - read_offset(found["offset"], found["zone"])
    except (ValueError, OverflowError):
        return None
    return moment if moment.year >= FIRST_YEAR else None


def read_year(digits: str) -> int:
    """The year; of two digits, one from 1970 to 2069."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 70 else 1900)


def read_offset(offset: str | None, zone: str | None) -> timedelta:
    """What a zone is ahead of UTC. ValueError for more than the 14 hours there are."""
    if not offset:
        return timedelta(hours=HOURS.get(zone or "", 0))
    digits = offset[1:].replace(":", "")
    ahead = timedelta(hours=int(digits[:-2]), minutes=int(digits[-2:]))
    if ahead > timedelta(hours=14):
        raise ValueError(offset)
    return -ahead if offset[0] == "-" else ahead
