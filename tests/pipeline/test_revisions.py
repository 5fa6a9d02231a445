"""Of a page that its outlet changed, readers are told what it says now, and what that changed."""

import pytest

from db.models import Article
from tests.pipeline.building import (
    COPY,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
)
from tests.pipeline.reading import follow
from tests.pipeline.test_digest import DAILY, list_headlines, read_words
from worker.news.types import Message
from worker.pipeline.digest import preview_digest
from worker.pipeline.outbox import send_digest
from worker.pipeline.retell import choose_shown
from worker.pipeline.revisions import find_latest
from worker.pipeline.runtime import Runtime

PAGE = "https://wire.example/blast"


def blast(dead: int, injured: int, more: str = "") -> Told:
    """A form of one report."""
    return Told(
        f"Explosion at Italian plant near Izmir kills {dead}",
        f"An explosion at a chemical plant of an Italian group near Izmir killed {dead} Turkish workers and injured "
        f"{injured} on Thursday morning, the office of the governor said. The fire was out by noon. Schools in two "
        "districts stay shut until Monday, and ferries to Chios left from another pier. Italy's foreign minister "
        f"called his colleague in Ankara and offered beds in a burns unit in Turin.{more}",
    )


def publish(runtime: Runtime, feed: int, *told: Told, url: str = PAGE) -> None:
    """A page as it is written, and written anew, each form judged and matched."""
    for one in told:
        add_article(runtime, feed, one, "blast", url=url)
        follow(runtime)


def preview(runtime: Runtime, *languages: str) -> Message:
    """The digest `daily` as it would be now."""
    message = preview_digest(runtime, "daily", languages)
    assert message is not None
    return message


# --- What the page says now -------------------------------------------------------------------------------------------
@pytest.mark.parametrize("more", ["", " It is cut."])
def test_a_story_is_told_by_the_latest_form_of_its_page(runtime: Runtime, more: str) -> None:
    """Also where that is shorter than the one before."""
    add_subscription(runtime, "daily", schedule=DAILY)
    publish(runtime, add_read_feed(runtime, "wire"), blast(3, 9, more), blast(7, 12))
    message = preview(runtime)
    assert list_headlines(message) == [blast(7, 12).title]
    assert "killed 7 Turkish workers and injured 12" in read_words(message)
    assert "killed 3" not in read_words(message)


def test_a_form_that_changes_next_to_nothing_gives_way_to_no_other_outlet(runtime: Runtime) -> None:
    """It repeats its own page, which is the first report still."""
    add_subscription(runtime, "daily", schedule=DAILY)
    wire, other = add_read_feed(runtime, "wire"), add_read_feed(runtime, "other")
    mended = Told(WIRE.title, WIRE.text.replace("next door", "next  door,"))
    publish(runtime, wire, WIRE, Told(f"{WIRE.title} (mended)", mended.text))
    add_article(runtime, other, COPY)
    follow(runtime)
    assert list_headlines(preview(runtime)) == [f"{WIRE.title} (mended)"]


def test_what_was_read_before_is_named_by_the_latest_form_alone(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "daily", schedule=DAILY)
    feed = add_read_feed(runtime, "wire")
    publish(runtime, feed, WIRE)
    send_digest(runtime, "daily")
    turnable.turn(days=1)
    titles = [f"{WIRE.title} ({word})" for word in ("mended", "mended again")]
    publish(runtime, feed, *(Told(title, WIRE.text) for title in titles))
    message = preview(runtime)
    assert list_headlines(message) == ["No story is new or has moved."]
    footer = "\n".join(line.text for line in message.footer)
    assert titles[1] in footer
    assert f"{titles[0]} –" not in footer


def test_forms_are_known_by_their_guid_or_by_their_page() -> None:
    first = Article(id=1, canonical_url="p")
    moved = Article(id=2, canonical_url="q", revises_id=1)
    elsewhere = Article(id=3, canonical_url="q")
    other, bare = Article(id=4, canonical_url="r"), Article(id=5)
    found = find_latest([other, elsewhere, bare, first, moved, Article(id=6)])
    assert {one: form.id for one, form in found.items()} == {1: 3, 2: 3, 3: 3, 4: 4, 5: 5, 6: 6}


def test_a_revision_is_shown_in_place_of_what_is_chosen() -> None:
    first = Article(id=1, title="a", language="en", summary="Long and full of words.", content="")
    other = Article(id=2, title="b", language="tr", summary="Kısa.", content="")
    revised = Article(id=3, title="c", language="en", summary="Short.", content="", revises_id=1, relation="excerpt")
    assert choose_shown([first, other, revised], ["en"]) is revised
    assert choose_shown([first, other, revised], ["tr"]) is other
