"""Names that outlets break: guids that change, addresses that several articles share; each article is stored once."""

import pytest

from tests.pipeline.building import ACCORD, UPDATE, WIRE, TurnableClock, add_feed, list_articles
from tests.pipeline.test_store import LINK, store
from worker.news.types import Entry
from worker.pipeline.runtime import Runtime


@pytest.mark.parametrize("address", ["https://outlet.example/turin?t={0}", None], ids=["address", "no address"])
def test_a_guid_that_changes_with_each_poll_makes_no_row_a_poll(
    runtime: Runtime, turnable: TurnableClock, address: str | None
) -> None:
    """Nor does one that changes together with something in the address that nobody knows for a tracker."""
    feed_id, at = add_feed(runtime), turnable.at
    stored = []
    for poll_number in range(3):
        link = address.format(poll_number) if address else None
        stored.append(store(runtime, feed_id, Entry(f"g{poll_number}", WIRE.title, link, WIRE.text, published_at=at)))
        turnable.turn(hours=1)
    assert stored == [1, 0, 0]
    assert store(runtime, feed_id, Entry("g9", UPDATE.title, None, UPDATE.text, published_at=at)) == 1


@pytest.mark.parametrize(
    ("title", "text", "link", "days"),
    [
        ("The week in pictures", "", "https://outlet.example/pictures?week=9", 0),
        (WIRE.title, WIRE.text, "https://outlet.example/another-page", 0),
        (WIRE.title, WIRE.text, "https://outlet.example/pictures?week=9", 7),
    ],
    ids=["a headline alone", "another page", "a week later"],
)
def test_the_same_words_elsewhere_are_an_article_of_their_own(
    runtime: Runtime, turnable: TurnableClock, title: str, text: str, link: str, days: int
) -> None:
    """Judged like any other, and kept with the reason why it says nothing new."""
    feed_id = add_feed(runtime)
    store(runtime, feed_id, Entry("1", title, "https://outlet.example/pictures?week=8", text))
    turnable.turn(days=days)
    assert store(runtime, feed_id, Entry("2", title, link, text)) == 1


@pytest.mark.parametrize(
    ("links", "kept"),
    [
        (("https://outlet.example/", "https://outlet.example"), [None, None]),
        (("https://outlet.example/news", "https://outlet.example/news/"), [None, None]),
        (("https://outlet.example/live-12#p1", "https://outlet.example/live-12#p2"), [None, None]),
        (("https://outlet.example/?p=1", "https://outlet.example/?p=2"), ["?p=1", "?p=2"]),
    ],
    ids=["front page", "section", "live page", "numbers"],
)
def test_an_address_of_several_articles_is_none_of_them(
    runtime: Runtime, links: tuple[str, str], kept: list[str | None]
) -> None:
    """Or two reports on the same people would be forms of one."""
    entries = [Entry(link, told.title, link, told.text) for link, told in zip(links, (WIRE, ACCORD), strict=True)]
    assert store(runtime, add_feed(runtime), *entries) == 2
    found = [one.canonical_url for one in list_articles(runtime.database)]
    assert found == [one and f"https://outlet.example{one}" for one in kept]


def test_an_article_that_stands_in_a_document_under_two_guids_is_stored_once(runtime: Runtime) -> None:
    twice = [Entry(guid, WIRE.title, f"{LINK}?utm_campaign={guid}", WIRE.text) for guid in ("top", "world")]
    assert store(runtime, add_feed(runtime), *twice) == 1
