"""The ledger: what the news server published, what SQL holds and what the sinks accepted, compared by rules.

Every fault test ends with `judge(books) == []`. A rule is a function that returns a line for each thing that is wrong;
tests/faults/test_ledger.py shows of each that it finds its fault. books.py reads the books.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from tests.faults.newspaper import Asked, Entry

# Between a claim and its request lie some milliseconds, on a busy machine more.
SLACK = timedelta(seconds=3)


class ArticleRow(NamedTuple):
    """An article by the entry it came from."""

    id: int
    entry: Entry
    state: str
    story: int | None


class MatchRow(NamedTuple):
    """That an article matched a subscription."""

    id: int
    subscription: str
    story: int | None
    article: int
    kind: str


class DeliveryRow(NamedTuple):
    """A message to a recipient. `most`: how often its sink may have accepted it, by what SQL says of it."""

    key: str
    to: str
    state: str
    match: int | None
    most: int = 1


class PollRow(NamedTuple):
    """A poll that was completed: from its claim to the end of its fetch."""

    feed: str
    started: datetime
    ended: datetime


@dataclass
class Books:
    """Everything that is compared. `poison` and `dead` are what the test expects to be set aside and refused."""

    published: list[Entry] = field(default_factory=list)
    articles: list[ArticleRow] = field(default_factory=list)
    matches: list[MatchRow] = field(default_factory=list)
    deliveries: list[DeliveryRow] = field(default_factory=list)
    recipients: dict[str, list[str]] = field(default_factory=dict)
    """Who is told by each subscription that asks for everything."""
    accepted: Counter[str] = field(default_factory=Counter)
    """How often the sinks accepted each key."""
    leases: list[str] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    polls: list[PollRow] = field(default_factory=list)
    lease: timedelta = timedelta(seconds=30)
    ended: list[datetime] = field(default_factory=list)
    """When the test let all leases run out, instead of waiting for it."""
    poison: frozenset[Entry] = frozenset()
    dead: frozenset[str] = frozenset()
    """Addresses that refuse."""


Rule = Callable[[Books], Iterator[str]]


def judge(books: Books) -> list[str]:
    """What is wrong, a line each. Empty: the ledger is clean."""
    return [finding for rule in RULES for finding in rule(books)]


def compare_entries(books: Books) -> Iterator[str]:
    """What was published is in SQL, once, and nothing else is."""
    published, stored = Counter(books.published), Counter(row.entry for row in books.articles)
    for entry in sorted(published.keys() | stored.keys()):
        if stored[entry] != 1 or not published[entry]:
            yield f"{entry.guid} of {entry.feed}: published {published[entry]}, in SQL {stored[entry]} times"


def check_states(books: Books) -> Iterator[str]:
    """Every article is done, but those that were to be set aside."""
    for row in books.articles:
        wanted = "poison" if row.entry in books.poison else "done"
        if row.state != wanted:
            yield f"article {row.id} ({row.entry.guid}) is {row.state}, not {wanted}"


def check_stories(books: Books) -> Iterator[str]:
    """Every item is a story of its own: two of them in one would be told once."""
    stories = Counter(row.story for row in books.articles if row.entry not in books.poison)
    for story, count in stories.items():
        if story is None or count > 1:
            yield f"story {story} has {count} articles"


def check_matches(books: Books) -> Iterator[str]:
    """One `first` match for each story and subscription."""
    firsts = Counter((row.subscription, row.story) for row in books.matches if row.kind == "first")
    stories = {row.story for row in books.articles if row.entry not in books.poison and row.story is not None}
    wanted = {(name, story) for name in books.recipients for story in stories}
    for name, story in sorted(wanted | firsts.keys(), key=str):
        if firsts[name, story] != 1 or (name, story) not in wanted:
            yield f"story {story} has {firsts[name, story]} first matches with {name}"


def check_messages(books: Books) -> Iterator[str]:
    """One message for each `first` match and recipient, and each under a key of its own."""
    told = Counter((row.match, row.to) for row in books.deliveries)
    wanted = {(row.id, to) for row in books.matches if row.kind == "first" for to in books.recipients[row.subscription]}
    for match, to in sorted(wanted | told.keys(), key=str):
        if told[match, to] != 1 or (match, to) not in wanted:
            yield f"match {match} has {told[match, to]} messages to {to}"
    keys = Counter(row.key for row in books.deliveries)
    yield from (f"{count} messages have the key {key}" for key, count in keys.items() if count > 1)


def check_outcomes(books: Books) -> Iterator[str]:
    """Every message has left, or is uncertain; those to addresses that refuse are dead."""
    for row in books.deliveries:
        wanted = ("dead",) if row.to in books.dead else ("sent", "uncertain")
        if row.state not in wanted:
            yield f"{row.key} is {row.state}, not {' or '.join(wanted)}"


def check_arrivals(books: Books) -> Iterator[str]:
    """What is sent was accepted, no more often than SQL knows; what is uncertain perhaps; what is dead never."""
    for row in books.deliveries:
        least, most = {"sent": (1, row.most), "uncertain": (0, row.most), "dead": (0, 0)}.get(row.state, (0, row.most))
        if not least <= (count := books.accepted[row.key]) <= most:
            yield f"{row.key} is {row.state} and was accepted {count} times, not {least} to {most}"
    for key in sorted(books.accepted.keys() - {row.key for row in books.deliveries}):
        yield f"{key} was accepted, and SQL knows nothing of it"


def check_leases(books: Books) -> Iterator[str]:
    """Nobody holds a row when all is quiet."""
    return (f"{one} is still held" for one in books.leases)


def check_polls(books: Books) -> Iterator[str]:
    """Every request belongs to a completed poll, or its feed was left alone until the lease had run out; and no poll
    of a feed was claimed while another was under way."""
    for feed in sorted({one.feed for one in books.asked}):
        polls = sorted(row for row in books.polls if row.feed == feed)
        asked = sorted(one.at for one in books.asked if one.feed == feed)
        yield from find_overlaps(books, feed, polls)
        yield from find_early(books, feed, polls, asked)


def find_overlaps(books: Books, feed: str, polls: list[PollRow]) -> Iterator[str]:
    """Polls of one feed of which the second was claimed while the first was being fetched."""
    for one, other in pairwise(polls):
        if other.started < one.ended and not may_claim(books, one.started, other.started):
            yield f"{feed} was claimed at {one.started:%H:%M:%S.%f} and again at {other.started:%H:%M:%S.%f}"


def find_early(books: Books, feed: str, polls: list[PollRow], asked: list[datetime]) -> Iterator[str]:
    """Requests that no completed poll explains, and after which the feed was asked again too soon. A poll's own request
    is the first one after its claim."""
    own = {next((at for at in asked if at >= row.started), None) for row in polls}
    for at, following in pairwise(asked):
        if at not in own and not may_claim(books, at, following):
            yield f"{feed} was asked at {at:%H:%M:%S.%f} in vain, and again at {following:%H:%M:%S.%f}"


def may_claim(books: Books, claimed: datetime, again: datetime) -> bool:
    """Whether a lease had run out at a moment; `claimed` is when it was taken, or soon after."""
    return again - claimed >= books.lease - SLACK or any(claimed - SLACK <= one <= again for one in books.ended)


RULES: tuple[Rule, ...] = (
    compare_entries,
    check_states,
    check_stories,
    check_matches,
    check_messages,
    check_outcomes,
    check_arrivals,
    check_leases,
    check_polls,
)
