"""When things are due: a subscription's slots by its readers' clocks, and (from `polling`) a feed's next poll.

A slot is a local time of an IANA zone, so it moves with daylight saving: "08:00 Europe/Rome" is 07:00 UTC in January
and 06:00 in July. A local time that the clocks skip is due as they jump, one they repeat is due once.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim

from worker.news.polling import FeedState, PollFacts, add_failure, feed_state, next_poll, weigh_failure

__all__ = [
    "FeedState",
    "PollFacts",
    "Schedule",
    "add_failure",
    "feed_state",
    "next_poll",
    "next_slot",
    "parse_schedule",
    "weigh_failure",
]

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FORMS = 'write "instant", "hourly", "daily 08:00 Europe/Istanbul" or "weekly mon 09:00 Europe/Rome"'
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a subscription tells: at once, or at local times."""

    cron: str | None
    """Minute, hour, day, month, weekday; None tells at once."""
    zone: str = "UTC"

    @property
    def is_instant(self) -> bool:
        """Whether each match is told as it comes."""
        return self.cron is None


def parse_schedule(text: str, zone: str | None = None) -> Schedule:
    """A schedule from its words; `zone` holds where it names none. ValueError with the mend."""
    word, *rest = text.split() or [""]
    if word == "instant" and not rest:
        return Schedule(None)
    if word == "hourly" and not rest:
        return Schedule("0 * * * *")
    if word == "daily" and rest:
        return make_slots(text, "*", rest, zone)
    if word == "weekly" and len(rest) > 1:
        return make_slots(text, read_days(text, rest[0]), rest[1:], zone)
    near = get_close_matches(word, ("instant", "hourly", "daily", "weekly"), n=1)
    hint = f"did you mean {near[0]!r}? " if near and near[0] != word else ""
    raise ValueError(f"schedule {text!r}: {hint}{FORMS}")


def make_slots(text: str, days: str, rest: list[str], zone: str | None) -> Schedule:
    """A schedule of one time a day, from `[time]` or `[time, zone]`."""
    clock = CLOCK.fullmatch(rest[0])
    if not clock:
        raise ValueError(f"schedule {text!r}: {rest[0]!r} is no time between 00:00 and 23:59; {FORMS}")
    if len(rest) > 2:
        raise ValueError(f"schedule {text!r}: {' '.join(rest[2:])!r} is too much; {FORMS}")
    named = rest[1] if len(rest) == 2 else zone
    if named is None:
        raise ValueError(f"schedule {text!r}: no time zone; add one, such as Europe/Istanbul")
    return Schedule(f"{int(clock[2])} {int(clock[1])} * * {days}", check_zone(text, named))


def read_days(text: str, names: str) -> str:
    """`mon` or `mon,thu`, as cron numbers them (Sunday is 0)."""
    days = names.split(",")
    unknown = next((name for name in days if name not in DAYS), None)
    if unknown is not None:
        raise ValueError(f"schedule {text!r}: {unknown!r} is no day; write mon, tue, wed, thu, fri, sat or sun")
    return ",".join(str((DAYS.index(name) + 1) % 7) for name in days)


def check_zone(text: str, zone: str) -> str:
    """An IANA name that is known."""
    try:
        return ZoneInfo(zone).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"schedule {text!r}: unknown time zone {zone!r}; write one such as Europe/Rome") from None


def next_slot(schedule: Schedule, after: datetime) -> datetime | None:
    """The first slot later than `after`, in UTC; None for `instant`."""
    if schedule.cron is None:
        return None
    slots = CronSim(schedule.cron, after.astimezone(ZoneInfo(schedule.zone)))
    # In the hour that the clocks repeat CronSim starts from its first pass, and so may name a slot already past.
    return next(slot for slot in (local.astimezone(UTC) for local in slots) if slot > after)
