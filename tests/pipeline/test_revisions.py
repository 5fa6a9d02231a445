"""Of a page that its outlet changed, readers are told what it says now, and what that changed."""

import pytest
from sqlalchemy import update

from db.models import Article
from db.outbox_models import Delivery, Recipient
from tests.pipeline.building import (
    COPY,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
    list_rows,
)
from tests.pipeline.reading import follow
from tests.pipeline.test_digest import DAILY, list_headlines, read_words
from tests.pipeline.test_digest_changes import read_line
from worker.news.message import Message
from worker.pipeline.convert import unpack_message
from worker.pipeline.digest import preview_digest
from worker.pipeline.headline import choose_shown
from worker.pipeline.outbox import send_digest
from worker.pipeline.revisions import find_latest
from worker.pipeline.runtime import Runtime

PAGE = "https://wire.example/blast"


def blast(dead: int | str, injured: int, more: str = "") -> Told:
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
    assert (message.preview, list_headlines(message)) == ("No story is new or has moved.", [])
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
    words = {1: 5, 2: 1, 3: 1}
    assert choose_shown([first, other, revised], words, ["en"]) is revised
    assert choose_shown([first, other, revised], words, ["tr"]) is other


# --- What that changed ------------------------------------------------------------------------------------------------
PLANT = Told(
    "Leonardo ile Baykar ortak tesis kuruyor",
    "Leonardo ile Baykar, Torino yakınlarında 200 kişinin çalışacağı bir tesis kuruyor. Yatırım 90 milyon avro. Tesis "
    "2027 yazında açılacak, açıklamayı İtalya ile Türkiye'nin bakanları birlikte yaptı. Bakanlar, üretimin yarısının "
    "İtalyan Donanması'na gideceğini, kalanının ise üçüncü ülkelere satılacağını söyledi.",
)
GROWN = Told(PLANT.title, PLANT.text.replace("200", "250").replace("90", "120"))


def test_figures_corrected_after_a_digest_are_told_by_the_next(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "daily", schedule=DAILY)
    feed = add_read_feed(runtime, "wire")
    publish(runtime, feed, blast(3, 17))
    send_digest(runtime, "daily")
    turnable.turn(days=1)
    publish(runtime, feed, blast(5, 21))
    message = preview(runtime, "tr")
    (block,) = message.sections[0].blocks
    assert (block.headline, block.status) == (blast(5, 21).title, "gelişme")
    (new,) = (line.text for line in block.lines if line.label == "Yeni")
    assert "killed 5 Turkish workers and injured 21" in new
    assert "The fire was out" not in new
    assert read_line(block, "Rakamlar") == "3 → 5; 17 → 21"


@pytest.mark.parametrize(("before", "after"), [(3, 5), ("three", "five")])
def test_one_digit_is_a_correction_too_and_so_is_a_word(
    runtime: Runtime, turnable: TurnableClock, before: int | str, after: int | str
) -> None:
    """Also where nothing else changed, not even the headline."""
    add_subscription(runtime, "daily", schedule=DAILY)
    feed = add_read_feed(runtime, "wire")
    first, then = (Told("Explosion at Italian plant near Izmir", blast(dead, 21).text) for dead in (before, after))
    publish(runtime, feed, first)
    send_digest(runtime, "daily")
    turnable.turn(hours=2)
    publish(runtime, feed, then)
    message = preview(runtime)
    assert list_headlines(message) == [then.title]
    assert f"killed {after} Turkish workers" in read_words(message)


def test_a_town_put_right_is_told(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "daily", schedule=DAILY)
    feed = add_read_feed(runtime, "wire")
    first = blast(3, 21)
    publish(runtime, feed, first)
    send_digest(runtime, "daily")
    turnable.turn(hours=2)
    publish(runtime, feed, Told(first.title.replace("Izmir", "Manisa"), first.text.replace("Izmir", "Manisa")))
    (block,) = preview(runtime).sections[0].blocks
    assert "near Manisa killed 3 Turkish workers" in read_line(block, "New")
    assert read_line(block, "Names") == "Izmir → Manisa"


def test_a_form_is_compared_with_what_was_told_and_not_with_one_that_nobody_saw(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    """Three, then five, then seven dead: the digest before said three."""
    add_subscription(runtime, "daily", schedule=DAILY)
    feed = add_read_feed(runtime, "wire")
    publish(runtime, feed, blast(3, 17))
    send_digest(runtime, "daily")
    turnable.turn(days=1)
    publish(runtime, feed, blast(5, 17), blast(7, 17))
    (block,) = preview(runtime).sections[0].blocks
    assert read_line(block, "Figures") == "3 → 7"


def test_of_two_corrections_the_last_is_told_and_what_still_stands_of_the_first(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    add_subscription(runtime, "daily", schedule=DAILY)
    feed = add_read_feed(runtime, "wire")
    publish(runtime, feed, blast(3, 17))
    send_digest(runtime, "daily")
    turnable.turn(days=1)
    more = " Inspectors from Milan will look at the valves on Saturday."
    passing = " Nobody knows yet where the night shift is."
    publish(runtime, feed, blast(5, 21, passing + more), blast(6, 25, more))
    words = read_words(preview(runtime))
    assert "killed 6 Turkish workers and injured 25" in words
    assert "Inspectors from Milan" in words
    assert "killed 5" not in words
    assert "night shift" not in words


def test_an_alert_tells_every_figure_that_changed(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "desk", "entity:baykar")
    feed = add_read_feed(runtime, "gazete")
    publish(runtime, feed, PLANT)
    turnable.turn(hours=1)
    publish(runtime, feed, GROWN)
    words = list_lines(runtime, "New")
    assert len(words) == 1
    assert list_lines(runtime, "Figures") == ["200 people → 250 people; EUR 90m → EUR 120m"]
    assert "250 kişinin çalışacağı" in words[0]
    assert "Yatırım 120 milyon avro." in words[0]
    assert "2027" not in words[0]


def list_lines(runtime: Runtime, label: str) -> list[str]:
    """What the alerts so far say under a label, in their order."""
    messages = [unpack_message(one.payload) for one in list_rows(runtime.database, Delivery)]
    blocks = [block for message in messages for section in message.sections for block in section.blocks]
    return [line.text for block in blocks for line in block.lines if line.label == label]


@pytest.mark.parametrize(
    ("languages", "labels"),
    [(["en"], ("Names", "Date")), (["tr"], ("Adlar", "Tarih")), (["it"], ("Nomi", "Data"))],
)
def test_an_alert_says_which_name_and_day_were_put_right(
    runtime: Runtime, turnable: TurnableClock, languages: list[str], labels: tuple[str, str]
) -> None:
    """In the reader's language, and as the outlet writes them."""
    add_subscription(runtime, "desk", "izmir")
    with runtime.database.write() as session, session.begin():
        session.execute(update(Recipient).values(languages=languages))
    feed = add_read_feed(runtime, "wire")
    first = blast(3, 17, " The minister is expected in Izmir on 12 April.")
    publish(runtime, feed, first)
    turnable.turn(hours=1)
    mended = first.text.replace("Chios", "Lesbos").replace("12 April", "19 April")
    publish(runtime, feed, Told(first.title, mended))
    said = [list_lines(runtime, label) for label in labels]
    assert said == [["Chios → Lesbos"], ["12 April → 19 April"]]


def test_a_second_claim_beside_the_first_is_no_change(runtime: Runtime, turnable: TurnableClock) -> None:
    """A report that only adds tells what is new, and that nothing took another's place."""
    add_subscription(runtime, "desk", "izmir")
    feed = add_read_feed(runtime, "wire")
    publish(runtime, feed, blast(3, 17))
    turnable.turn(hours=1)
    publish(runtime, feed, blast(3, 17, " The plant had made 40 tonnes of paint a day since 2019."))
    assert list_lines(runtime, "New") == ["The plant had made 40 tonnes of paint a day since 2019."]
    assert [list_lines(runtime, label) for label in ("Figures", "Names", "Date")] == [[], [], []]


def test_of_corrections_that_waited_the_last_is_sent(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "desk", "izmir")
    feed = add_read_feed(runtime, "wire")
    for injured in (17, 19, 21, 25):
        publish(runtime, feed, blast(3, injured))
        turnable.turn(minutes=10)
    turnable.turn(hours=2)
    follow(runtime)
    told = list_lines(runtime, "New")
    assert [injured for words in told for injured in (17, 19, 21, 25) if f"injured {injured}" in words] == [19, 25]
    assert list_lines(runtime, "Figures") == ["17 → 19", "19 → 25"]


def test_a_figure_in_other_words_is_not_told_again(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "daily", schedule=DAILY)
    feed = add_read_feed(runtime, "wire")
    first = blast(3, 17, " The plant makes 40 tonnes a day.")
    publish(runtime, feed, first)
    send_digest(runtime, "daily")
    turnable.turn(days=1)
    publish(runtime, feed, Told(first.title, f"{first.text.replace('injured 17', 'injured 17 people')} It is shut."))
    assert "injured 17" not in read_words(preview(runtime))
