"""The judge is judged: a clean ledger has no findings, and each rule finds its own fault, and no other rule does."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.faults.ledger import ArticleRow, Books, DeliveryRow, MatchRow, PollRow, judge
from tests.faults.newspaper import Asked, Entry

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
FEED = "Paper 1"
FIRST, OTHER = Entry(FEED, "item-0"), Entry(FEED, "item-1")
MAIL, HOOK = "mailto:first@example.org", "webhook+http://127.0.0.1/one"


def clean_books() -> Books:
    """Two items, told by mail and by webhook, of a feed that was polled twice; the second poll after a worker's death
    and the whole of its lease."""
    return Books(
        published=[FIRST, OTHER],
        articles=[ArticleRow(1, FIRST, "done", 11), ArticleRow(2, OTHER, "done", 12)],
        matches=[MatchRow(100 + story, "both", story, story - 10, "first") for story in (11, 12)],
        deliveries=[
            DeliveryRow("m-11", MAIL, "sent", 111),
            DeliveryRow("h-11", HOOK, "sent", 111, most=2),
            DeliveryRow("m-12", MAIL, "uncertain", 112),
            DeliveryRow("h-12", HOOK, "sent", 112),
        ],
        recipients={"both": [MAIL, HOOK]},
        accepted=Counter({"m-11": 1, "h-11": 2, "h-12": 1}),
        asked=[Asked(FEED, NOON + after * SECOND, 200) for after in (1, 101, 140)],
        polls=[PollRow(FEED, NOON + after * SECOND, NOON + (after + 2) * SECOND) for after in (0, 139)],
        lease=30 * SECOND,
    )


def test_a_clean_ledger_has_no_findings() -> None:
    assert judge(clean_books()) == []


def lose_entry(books: Books) -> None:
    books.published.append(Entry(FEED, "item-2"))


def invent_entry(books: Books) -> None:
    books.published.remove(FIRST)


def double_entry(books: Books) -> None:
    books.articles[1] = ArticleRow(2, FIRST, "done", 12)
    books.published.remove(OTHER)


def leave_judged(books: Books) -> None:
    books.articles[0] = books.articles[0]._replace(state="judged")


def set_aside(books: Books) -> None:
    books.articles[0] = books.articles[0]._replace(state="poison")


def survive(books: Books) -> None:
    """What should have been set aside was not. (It is told too, which the other rules do not expect.)"""
    books.poison = frozenset({FIRST})
    books.matches = books.matches[1:]
    books.deliveries = books.deliveries[2:]
    books.accepted = Counter({"h-12": 1})


def merge_stories(books: Books) -> None:
    books.articles[1] = books.articles[1]._replace(story=11)
    books.matches, books.deliveries = books.matches[:1], books.deliveries[:2]
    books.accepted = Counter({"m-11": 1, "h-11": 1})


def forget_match(books: Books) -> None:
    books.matches, books.deliveries = books.matches[:1], books.deliveries[:2]
    books.accepted = Counter({"m-11": 1, "h-11": 1})


def double_first(books: Books) -> None:
    books.matches.append(books.matches[0]._replace(id=113))
    books.deliveries += [DeliveryRow("m-13", MAIL, "sent", 113), DeliveryRow("h-13", HOOK, "sent", 113)]
    books.accepted.update({"m-13": 1, "h-13": 1})


def forget_message(books: Books) -> None:
    del books.deliveries[2]


def double_message(books: Books) -> None:
    books.deliveries.append(DeliveryRow("m-11-again", MAIL, "sent", 111))
    books.accepted["m-11-again"] = 1


def leave_pending(books: Books) -> None:
    books.deliveries[2] = books.deliveries[2]._replace(state="pending")


def let_die(books: Books) -> None:
    books.deliveries[2] = books.deliveries[2]._replace(state="dead")


def lose_sent(books: Books) -> None:
    del books.accepted["m-11"]


def double_sent(books: Books) -> None:
    books.accepted["m-11"] = 2


def double_uncertain(books: Books) -> None:
    books.accepted["m-12"] = 2


def repeat_often(books: Books) -> None:
    books.accepted["h-11"] = 3


def accept_unknown(books: Books) -> None:
    books.accepted["alert-of-nobody"] = 1


def hold(books: Books) -> None:
    books.leases.append("articles 1")


def ask_again(books: Books) -> None:
    """The worker that took over did not wait for the lease."""
    books.asked.insert(2, Asked(FEED, NOON + 110 * SECOND, 200))


def overlap(books: Books) -> None:
    books.polls.append(PollRow(FEED, NOON + 140 * SECOND, NOON + 142 * SECOND))


FAULTS: list[tuple[Callable[[Books], None], str]] = [
    (lose_entry, "item-2 of Paper 1: published 1, in SQL 0 times"),
    (invent_entry, "item-0 of Paper 1: published 0, in SQL 1 times"),
    (double_entry, "item-0 of Paper 1: published 1, in SQL 2 times"),
    (leave_judged, "article 1 (item-0) is judged, not done"),
    (set_aside, "article 1 (item-0) is poison, not done"),
    (survive, "article 1 (item-0) is done, not poison"),
    (merge_stories, "story 11 has 2 articles"),
    (forget_match, "story 12 has 0 first matches with both"),
    (double_first, "story 11 has 2 first matches with both"),
    (forget_message, f"match 112 has 0 messages to {MAIL}"),
    (double_message, f"match 111 has 2 messages to {MAIL}"),
    (leave_pending, "m-12 is pending, not sent or uncertain"),
    (let_die, "m-12 is dead, not sent or uncertain"),
    (lose_sent, "m-11 is sent and was accepted 0 times, not 1 to 1"),
    (double_sent, "m-11 is sent and was accepted 2 times, not 1 to 1"),
    (double_uncertain, "m-12 is uncertain and was accepted 2 times, not 0 to 1"),
    (repeat_often, "h-11 is sent and was accepted 3 times, not 1 to 2"),
    (accept_unknown, "alert-of-nobody was accepted, and SQL knows nothing of it"),
    (hold, "articles 1 is still held"),
    (ask_again, "Paper 1 was asked at 12:01:41.000000 in vain, and again at 12:01:50.000000"),
    (overlap, "Paper 1 was claimed at 12:02:19.000000 and again at 12:02:20.000000"),
]


@pytest.mark.parametrize(("spoil", "finding"), FAULTS, ids=[spoil.__name__ for spoil, _ in FAULTS])
def test_each_fault_is_found(spoil: Callable[[Books], None], finding: str) -> None:
    books = clean_books()
    spoil(books)
    assert judge(books) == [finding]


def test_what_was_to_be_set_aside_and_refused_is_no_finding() -> None:
    books = clean_books()
    survive(books)
    books.articles[0] = books.articles[0]._replace(state="poison", story=None)
    books.dead = frozenset({HOOK})
    books.deliveries[1] = books.deliveries[1]._replace(state="dead")
    books.accepted = Counter()
    assert judge(books) == []


def test_a_lease_that_the_test_let_run_out_excuses_who_takes_over() -> None:
    books = clean_books()
    ask_again(books)
    books.ended = [NOON + 105 * SECOND]
    assert judge(books) == []
