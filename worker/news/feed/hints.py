"""What a feed asks of those who poll it: ttl, sy:updatePeriod, skipHours and skipDays.

Read from the text around the entries, because feedparser keeps only the last of several hours.
"""

import re

PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TTL = re.compile(r"<ttl>\s*(\d{1,6})\s*</ttl>")
PERIOD = re.compile(r"<\w{1,20}:updatePeriod>\s*([A-Za-z]+)\s*<")
FREQUENCY = re.compile(r"<\w{1,20}:updateFrequency>\s*(\d{1,4})\s*<")
HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>")
DAY = re.compile(r"<day>\s*([A-Za-z]+)\s*</day>")


def read_interval(around: str) -> int | None:
    """Seconds that the feed asks to leave between polls: the longer of ttl and its update period."""
    ttl = TTL.search(around)
    period = PERIOD.search(around)
    frequency = FREQUENCY.search(around)
    times = max(int(frequency[1]), 1) if frequency else 1
    asked = (int(ttl[1]) * 60 if ttl else 0, PERIODS.get(period[1].lower(), 0) // times if period else 0)
    return max(asked) or None


def read_hours(around: str) -> frozenset[int]:
    """Hours (GMT) not to poll in; 24 is midnight, as older feeds count from 1."""
    return frozenset(int(hour) % 24 for hour in HOUR.findall(around) if int(hour) <= 24)


def read_days(around: str) -> frozenset[int]:
    """Weekdays (GMT, Monday is 0) not to poll on."""
    return frozenset(DAYS.index(day.lower()) for day in DAY.findall(around) if day.lower() in DAYS)
