"""When to poll a feed again, and how it is doing: arithmetic of minima and maxima over facts, after miniflux's.

delay    = the interval, longer without validators, with failures, and when the feed or its server asks for it
moment   = now + delay, not before Retry-After, spread by feed, and outside the hours and days the feed excludes
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

HOUR, DAY = 3600, 86_400
# Without validators every poll costs the outlet its whole feed. Etiquette asks for 24 h then, but a feed holds some 35
# entries (34,465 in 981 feeds measured), which a news agency replaces within hours: at 24 h most would never be seen.
# Two hours are 12 polls of 60 kB (59 MB in those 981) a day, less than one visit to a front page.
WITHOUT_VALIDATORS = 2 * HOUR
# What feeds and servers ask for counts up to a day: a ttl of 525,600 minutes is a mistake, Retry-After: 99999999 too.
ASKED_CAP = DAY
# A dead feed is asked once a day, for ever: readers that gave up after three errors lost feeds that came back
# (miniflux#879, #1893, #3334).
BACKOFF_CAP = DAY
# 410 means gone for good. Outlets are wrong about that too, and say it of feeds they bring back.
GONE_DELAY = 7 * DAY
# Spreads 73 feeds of one interval over six minutes of the hour, and late enough to break no lower bound.
JITTER = 0.1
# rss-fetcher's weights: what is likely to pass counts less.
HARD, SOFT, TEMPORARY = 1.0, 0.5, 0.25
# 2 ** 8 intervals are more than a day for every interval we accept; a larger sum would only need longer to forget.
HEAVIEST = 8.0
# One hard failure, two soft ones in a row, four temporary ones.
FAILING = 1.0
# Silence is news when this many entries are overdue. Of entries that come independently, ten are missed by chance once
# in 22,000 times; nights and weekends, when they do not, are covered by the least silence.
OVERDUE_ENTRIES = 10
LEAST_SILENCE = DAY

FeedState = Literal["active", "failing", "silent", "gone"]


@dataclass(frozen=True, slots=True)
class PollFacts:
    """What the last polls of a feed have told."""

    feed_id: int
    interval_seconds: int = HOUR
    interval_chosen: bool = False
    """Whether the operator named the interval for this very feed; then it holds without validators too."""
    has_validators: bool = False
    """Whether the server sent an ETag or Last-Modified to ask with."""
    min_interval_seconds: int | None = None
    """What the feed asks for (ttl, sy:updatePeriod)."""
    max_age_seconds: int | None = None
    """What the server asks for (max-age, Expires)."""
    retry_after: datetime | None = None
    failure_weight: float = 0.0
    """Sum of the weights of the failures since the last success."""
    gone: bool = False
    """Whether the last answer was 410."""
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    entries_per_day: float | None = None
    """Learned from new entries, None while too young to know."""
    quiet_seconds: float | None = None
    """Since the last new entry."""


def next_poll(now: datetime, facts: PollFacts) -> datetime:
    """When to poll the feed again. Always later than `now`; the same facts give the same moment."""
    delay = delay_poll(facts)
    moment = now + timedelta(seconds=delay)
    if facts.retry_after:
        moment = max(moment, min(facts.retry_after, now + timedelta(seconds=ASKED_CAP)))
    return skip_excluded(moment + timedelta(seconds=delay * JITTER * spread_feed(facts.feed_id)), facts)


def delay_poll(facts: PollFacts) -> float:
    """Seconds until the next poll, before Retry-After and excluded hours."""
    if facts.gone:
        return GONE_DELAY
    least = 0 if facts.interval_chosen or facts.has_validators else WITHOUT_VALIDATORS
    asked = min(max(facts.min_interval_seconds or 0, facts.max_age_seconds or 0), ASKED_CAP)
    usual = max(facts.interval_seconds, least, asked)
    backed_off = facts.interval_seconds * math.pow(2, min(max(facts.failure_weight, 0), HEAVIEST))
    return max(usual, min(backed_off, BACKOFF_CAP))


def spread_feed(feed_id: int) -> float:
    """A number in 0…1 that differs between feeds of neighbouring ids (Knuth's multiplicative hash)."""
    return feed_id * 2_654_435_761 % 2**32 / 2**32


def skip_excluded(moment: datetime, facts: PollFacts) -> datetime:
    """The first moment from this one on outside the excluded hours and days. Who excludes all is not believed."""
    hours = facts.skip_hours if len(facts.skip_hours) < 24 else frozenset()
    days = facts.skip_days if len(facts.skip_days) < 7 else frozenset()
    shifted = moment
    while shifted.weekday() in days or shifted.hour in hours:
        step = 24 - shifted.hour if shifted.weekday() in days else 1
        shifted += timedelta(hours=step)
    if shifted == moment:
        return moment
    # Feeds of one outlet exclude the same hours: they must not all return at the stroke of the first allowed one.
    return shifted.replace(minute=0, second=0, microsecond=0) + timedelta(hours=spread_feed(facts.feed_id) / 2)


def weigh_failure(status: int | None, *, permanent: bool = False) -> float:
    """What a failure adds to a feed's weight, by its HTTP status (None: no answer came)."""
    if status in (408, 425, 429, 503):
        return TEMPORARY
    if permanent or (status is not None and status < 500):
        return HARD
    return SOFT


def add_failure(weight: float, failure: float) -> float:
    """The weight after one more failure."""
    return min(weight + failure, HEAVIEST)


def feed_state(facts: PollFacts) -> FeedState:
    """How a feed is doing: gone, failing, silent (reachable, but without the entries it used to have) or active."""
    if facts.gone:
        return "gone"
    if facts.failure_weight >= FAILING:
        return "failing"
    return "silent" if is_silent(facts) else "active"


def is_silent(facts: PollFacts) -> bool:
    """Whether more entries are missing than chance, a night or a Sunday explain."""
    if facts.entries_per_day is None or facts.quiet_seconds is None:
        return False
    missing = facts.entries_per_day * facts.quiet_seconds / DAY
    return facts.quiet_seconds >= LEAST_SILENCE and missing >= OVERDUE_ENTRIES
