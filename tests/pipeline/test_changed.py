"""What took another's place is told of what this reader was told, of what is news to it, and each thing once."""

from unittest.mock import Mock

import pytest
from sqlalchemy import update

from db.models import Article
from db.outbox_models import Match, Recipient
from tests.pipeline.building import Told, TurnableClock, add_article, add_read_feed, add_subscription, list_rows
from tests.pipeline.reading import follow
from tests.pipeline.test_digest import DAILY
from tests.pipeline.test_digest_changes import read_line
from tests.pipeline.test_revisions import blast, list_lines, preview, publish
from worker.pipeline import changed
from worker.pipeline.outbox import send_digest
from worker.pipeline.runtime import Runtime

EVACUATED = " Some 900 people were evacuated."
EVACUATE = Told(
    "Esplosione in uno stabilimento italiano vicino a Izmir, tre morti",
    "Un'esplosione in uno stabilimento chimico di un gruppo italiano vicino a Izmir ha ucciso 3 operai turchi e ne ha "
    "feriti 18 giovedì mattina, ha detto il governatore. Evacuate 1.200 persone. Il ministro degli Esteri italiano ha "
    "chiamato il collega ad Ankara e ha offerto posti letto a Torino.",
)


def change(told: Told, *pairs: tuple[str, str], more: str = "") -> Told:
    """A report with other words in the place of some, and more at its end."""
    text = told.text
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return Told(told.title, text + more)


def copy_of(dead: int, more: str = "") -> Told:
    """The report as another outlet has it."""
    return Told(f"{blast(dead, 17).title} today", change(blast(dead, 17, more), ("by noon", "before noon")).text)


# --- To whom ----------------------------------------------------------------------------------------------------------
def test_who_was_not_told_of_a_form_is_told_what_changed_since_the_one_before(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    add_subscription(runtime, "desk", "izmir")
    feed = add_read_feed(runtime, "wire")
    for dead, state in ((3, "active"), (5, "paused"), (7, "active")):
        with runtime.database.write() as session, session.begin():
            session.execute(update(Recipient).values(state=state))
        publish(runtime, feed, blast(dead, 17))
        turnable.turn(hours=3)
    assert list_lines(runtime, "Figures") == ["3 → 7"]


def test_a_page_that_lags_behind_puts_nothing_right(runtime: Runtime, turnable: TurnableClock) -> None:
    """What it has by now was told, and more since."""
    add_subscription(runtime, "desk", "izmir")
    feed, other = add_read_feed(runtime, "wire"), add_read_feed(runtime, "other")
    publish(runtime, feed, blast(3, 17))
    publish(runtime, other, copy_of(3), url="https://other.example/blast")
    for dead in (5, 7):
        turnable.turn(hours=3)
        publish(runtime, feed, blast(dead, 17))
    turnable.turn(hours=3)
    court = " The owner, Mario Bianchi, was taken to a court in Manisa and 12 lorries were seized."
    publish(runtime, other, copy_of(5, court), url="https://other.example/blast")
    assert list_lines(runtime, "New")[2] == court.strip()
    assert list_lines(runtime, "Figures") == ["3 → 5", "5 → 7"]


def test_an_update_that_waited_is_not_sent_once_its_page_took_it_back(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    add_subscription(runtime, "desk", "izmir")
    feed = add_read_feed(runtime, "wire")
    back = change(blast(5, 17), ("offered beds", "then offered beds"))
    for hours, told in ((3, blast(3, 17)), (1, blast(5, 17)), (0, blast(7, 17)), (3, back)):
        publish(runtime, feed, told)
        turnable.turn(hours=hours)
    follow(runtime)
    assert list_lines(runtime, "Figures") == ["3 → 5"]
    assert not [one for one in list_lines(runtime, "New") if "killed 7" in one]
    kinds = [(one.kind, one.sent) for one in list_rows(runtime.database, Match)]
    assert kinds == [("first", True), ("update", True), ("repeat", False), ("repeat", False)], "nobody was told of it"


def test_it_is_found_once_for_all_that_were_told_the_same(
    runtime: Runtime, turnable: TurnableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads the story, and other workers wait meanwhile."""
    finding = Mock(wraps=changed._find_replaced)
    monkeypatch.setattr(changed, "_find_replaced", finding)
    for number in range(3):
        add_subscription(runtime, f"desk-{number}", "izmir")
    feed = add_read_feed(runtime, "wire")
    publish(runtime, feed, blast(3, 17))
    turnable.turn(hours=1)
    publish(runtime, feed, blast(5, 17))
    assert list_lines(runtime, "Figures") == ["3 → 5"] * 3
    assert finding.call_count == 1


# --- What -------------------------------------------------------------------------------------------------------------
def test_a_polish_after_a_correction_does_not_hide_it(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "daily", schedule=DAILY)
    feed = add_read_feed(runtime, "wire")
    publish(runtime, feed, blast(3, 17))
    send_digest(runtime, "daily")
    turnable.turn(days=1)
    right = change(blast(5, 17), ("Chios", "Çeşme"))
    publish(runtime, feed, right, change(right, ("offered beds", "then offered beds")))
    (block,) = preview(runtime).sections[0].blocks
    assert (read_line(block, "Figures"), read_line(block, "Names")) == ("3 → 5", "Chios → Çeşme")


def test_a_name_that_was_is_written_with_its_letters(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "desk", "izmir")
    feed = add_read_feed(runtime, "wire")
    first = change(blast(3, 17), ("Chios", "Çeşme"))
    publish(runtime, feed, first)
    turnable.turn(hours=1)
    publish(runtime, feed, change(first, ("Çeşme", "Lesbos")))
    assert list_lines(runtime, "Names") == ["Çeşme → Lesbos"]


def test_figures_are_read_in_the_language_of_who_says_them(runtime: Runtime, turnable: TurnableClock) -> None:
    """An Italian report is rolled up into an English update: 1.200 are no 1.2."""
    add_subscription(runtime, "desk", "izmir")
    feed, other = add_read_feed(runtime, "wire"), add_read_feed(runtime, "filo", language="it")
    publish(runtime, feed, blast(3, 17, EVACUATED))
    turnable.turn(hours=1)
    publish(runtime, feed, blast(3, 18, EVACUATED))
    turnable.turn(minutes=20)
    add_article(runtime, other, EVACUATE, url="https://filo.example/esplosione")
    follow(runtime)
    turnable.turn(minutes=20)
    publish(runtime, feed, blast(3, 19, EVACUATED))
    turnable.turn(hours=4)
    follow(runtime)
    assert list_lines(runtime, "Figures") == ["17 → 18", "18 → 19; 900 people → 1200 people"]


def test_a_day_that_was_moved_hides_no_other_that_was_put_right(runtime: Runtime, turnable: TurnableClock) -> None:
    add_subscription(runtime, "desk", "izmir")
    feed = add_read_feed(runtime, "wire")
    days = " The funeral {} by word of the mayor. A hearing opens at the court in Manisa on {} with ten witnesses."
    publish(runtime, feed, blast(3, 17, days.format("is on 2 May", "5 June")))
    turnable.turn(hours=1)
    publish(runtime, feed, blast(3, 17, days.format("was postponed to 9 May", "8 June")))
    assert list_lines(runtime, "Date") == ["2 May → 9 May; 5 June → 8 June"]


def test_an_earlier_form_of_which_nothing_is_left_tells_of_no_change(runtime: Runtime, turnable: TurnableClock) -> None:
    """Its texts may be gone; the update is told all the same."""
    add_subscription(runtime, "desk", "izmir")
    feed = add_read_feed(runtime, "wire")
    publish(runtime, feed, blast(3, 17))
    turnable.turn(hours=1)
    publish(runtime, feed, blast(5, 17))
    turnable.turn(minutes=20)
    publish(runtime, feed, blast(9, 17))
    with runtime.database.write() as session, session.begin():
        gone = {"shingles": None, "fingerprint": None, "content": "", "summary": "", "language": None}
        session.execute(update(Article).where(Article.id <= 2).values(gone))
    turnable.turn(hours=3)
    follow(runtime)
    assert [one for one in list_lines(runtime, "New") if "killed 9" in one]
    assert list_lines(runtime, "Figures") == ["3 → 5"]
