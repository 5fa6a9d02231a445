"""What response headers say, as values: when to come back, how long it keeps, the validators verbatim."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

# A day: a longer wait is a mistake or malice, and a feed must not fall silent by it (etiquette 16).
LONGEST_RETRY = timedelta(hours=24)
# Ten years; more digits than that are nonsense, and int() refuses 4,300 of them with an error.
LONGEST_AGE = 10 * 365 * 86_400
MAX_AGE = re.compile(r'(?:^|[\s,])max-age\s*=\s*"?([0-9]+)', re.IGNORECASE)


def read_verbatim(headers: httpx.Headers, name: str) -> str | None:
    """Return the first header of that name as its bytes, read as Latin-1, so that it can be sent back byte by byte."""
    wanted = name.lower().encode("ascii")
    for key, value in headers.raw:
        if key.lower() == wanted and value:
            return value.decode("latin-1")
    return None


def parse_retry_after(value: str | None, now: datetime) -> datetime | None:
    """Return when to come back: seconds or an HTTP date, within a day of `now`; None when it says nothing useful."""
    text = (value or "").strip()
    if re.fullmatch("[0-9]+", text):
        return now + min(timedelta(seconds=read_number(text)), LONGEST_RETRY)
    date = parse_date(text)
    return min(date, now + LONGEST_RETRY) if date is not None and date > now else None


def read_max_age(headers: httpx.Headers, now: datetime) -> int | None:
    """Return for how many seconds the answer keeps: Cache-Control's max-age, else Expires counted from Date."""
    if found := MAX_AGE.search(headers.get("cache-control", "")):
        return read_number(found[1])
    expires = parse_date(headers.get("expires", ""))
    if expires is None:
        return None
    served_at = parse_date(headers.get("date", "")) or now
    return min(max(0, int((expires - served_at).total_seconds())), LONGEST_AGE)


def parse_date(text: str) -> datetime | None:
    """Return an HTTP date, aware and in UTC; None for anything else (`Expires: 0` and `-1` are common)."""
    try:
        date = parsedate_to_datetime(text)
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def read_number(digits: str) -> int:
    """Return the number, or LONGEST_AGE when it is larger than any that can be meant."""
    return LONGEST_AGE if len(digits) > 9 else min(int(digits), LONGEST_AGE)
