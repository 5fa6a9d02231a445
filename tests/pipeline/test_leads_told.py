"""Leads as readers are told of them: the outlet's link and text, one alert, a mark on what stays a headline."""

from datetime import timedelta

import pytest

from db.models import Article
from db.outbox_models import Match, Subscription
from tests.pipeline.building import (
    UPDATE,
    WIRE,
    Told,
    TurnableClock,
    add_subscription,
    list_kinds,
    list_rows,
)
from tests.pipeline.leading import (
    BRING,
    DAILY,
    GOOGLE,
    PAGE,
    bring_lead,
    bring_own,
    list_blocks,
    list_relations,
    list_urls,
    read_alerts,
    read_words,
    send_digest,
    work,
)
from worker.pipeline.explain import explain_article
from worker.pipeline.headline import choose_shown
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime


# --- Digests ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("reads", "mark"),
    [("en", "new, headline only"), ("tr", "yeni, yalnızca başlık"), ("it", "nuova, solo titolo")],
)
def test_a_lead_alone_is_marked_in_a_digest(runtime: Runtime, turnable: TurnableClock, reads: str, mark: str) -> None:
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    with runtime.database.write() as session, session.begin():
        session.get_one(Subscription, daily).recipients[0].languages = [reads]
    bring_lead(runtime)
    work(runtime)
    (block,) = list_blocks(send_digest(runtime, turnable, daily))
    assert (block.headline, block.url, block.status) == (WIRE.title, GOOGLE.format(1), mark)
    assert "Courier" in read_words(block)
    assert "Google" not in read_words(block)


@pytest.mark.parametrize("order", [("lead", "own"), ("own", "lead")])
def test_a_digest_shows_the_outlets_own_link_and_text(
    runtime: Runtime, turnable: TurnableClock, order: tuple[str, str]
) -> None:
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    for name in order:
        BRING[name](runtime)
        work(runtime)
    message = send_digest(runtime, turnable, daily)
    (block,) = list_blocks(message)
    assert (block.url, block.status) == (PAGE, "new")
    assert "opened a plant for unmanned aircraft" in read_words(block)
    assert list_urls(message) == {PAGE}, "nowhere Google's link"
    assert "folded" not in message.preview


def test_an_outlet_that_a_lead_names_is_a_source_beside_the_one_that_is_shown(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    """An agency's headline at two outlets: both have reported, one can be read."""
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    bring_lead(runtime, source="Levante Oggi")
    bring_lead(runtime, number=2)
    bring_own(runtime)
    work(runtime)
    message = send_digest(runtime, turnable, daily)
    (block,) = list_blocks(message)
    sources = [line.text for line in block.lines if line.label == "Sources"]
    assert sources == ["Courier (en) first; Levante Oggi (en)"]
    assert list_urls(message) == {PAGE}


def test_the_text_of_a_headline_that_was_told_is_in_the_next_digest(runtime: Runtime, turnable: TurnableClock) -> None:
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    bring_lead(runtime)
    work(runtime)
    send_digest(runtime, turnable, daily)
    bring_own(runtime)
    work(runtime)
    message = send_digest(runtime, turnable, daily)
    (block,) = list_blocks(message)
    assert (block.headline, block.url, block.status) == (WIRE.title, PAGE, "moved")
    assert "48 airframes" in read_words(block)
    assert [line.label for line in block.lines].count("Known") == 0, "it is known by this very headline"
    assert list_urls(message) == {PAGE}


def test_a_lead_of_what_was_told_is_not_told_again(runtime: Runtime, turnable: TurnableClock) -> None:
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    bring_own(runtime)
    work(runtime)
    send_digest(runtime, turnable, daily)
    lead = bring_lead(runtime)
    work(runtime)
    message = send_digest(runtime, turnable, daily)
    assert list_blocks(message) == []
    assert WIRE.title not in "".join(line.text for line in message.footer)
    (told,) = explain_article(runtime, str(lead)).told
    assert told.kind == "digest"


def test_a_subscription_that_only_the_headline_matches_is_shown_the_own_item(
    runtime: Runtime, turnable: TurnableClock
) -> None:
    daily = add_subscription(runtime, "daily", "leonardo -unions", schedule=DAILY)
    bring_lead(runtime)
    bring_own(runtime)
    work(runtime)
    (block,) = list_blocks(send_digest(runtime, turnable, daily))
    assert block.url == PAGE


def test_a_lead_is_shown_only_where_nothing_else_can_be_read() -> None:
    lead = Article(
        id=1, url=GOOGLE.format(1), language="en", summary="A line that the search engine wrote.", content=""
    )
    own = Article(id=2, url=PAGE, language="en", summary="", content="", relation="excerpt")
    foreign = Article(id=3, url=PAGE, language="tr", summary=WIRE.text, content="")
    words = {1: 7, 2: 0, 3: 80}
    assert choose_shown([lead, own, foreign], words, ["en"]) is own
    assert choose_shown([lead, foreign], words, ["en"]) is lead
    assert choose_shown([lead, foreign], words) is foreign


# --- Alerts -----------------------------------------------------------------------------------------------------------
def test_the_text_of_a_headline_that_was_told_is_no_second_alert(runtime: Runtime, turnable: TurnableClock) -> None:
    desk = add_subscription(runtime, "desk", "baykar")
    bring_lead(runtime)
    work(runtime)
    turnable.turn(hours=3)
    bring_own(runtime)
    work(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False)]
    assert "the outlet's own item of what was told" in list_rows(runtime.database, Match)[1].reason
    (message,) = read_alerts(runtime)
    (block,) = list_blocks(message)
    assert (block.url, block.status) == (GOOGLE.format(1), "new, headline only")


def test_what_is_new_after_the_text_is_an_alert(runtime: Runtime, turnable: TurnableClock) -> None:
    desk = add_subscription(runtime, "desk", "baykar")
    for bring in (bring_lead, bring_own):
        bring(runtime)
        work(runtime)
    turnable.turn(hours=3)
    bring_own(runtime, UPDATE, url="https://courier.example/june")
    work(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False), ("update", True)]
    text = read_words(list_blocks(read_alerts(runtime)[1])[0])
    assert "310 people" in text
    assert "The unions asked" not in text, "the own item had told it"


def test_a_revision_of_the_own_item_is_news_as_ever(runtime: Runtime, turnable: TurnableClock) -> None:
    """It keeps the headline that the lead had; what the lead stood for is the text that came first."""
    desk = add_subscription(runtime, "desk", "baykar")
    lead = bring_lead(runtime)
    work(runtime)
    own = bring_own(runtime)
    work(runtime)
    turnable.turn(hours=3)
    bring_own(runtime, Told(WIRE.title, UPDATE.text))
    work(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False), ("update", True)]
    assert list_relations(runtime, lead) == [("duplicate", own)]


def test_a_lead_is_no_second_alert(runtime: Runtime) -> None:
    desk = add_subscription(runtime, "desk", "baykar")
    for bring in (bring_own, bring_lead):
        bring(runtime)
        work(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False)]
    assert "another copy" in list_rows(runtime.database, Match)[1].reason


def test_an_alert_on_a_lead_shows_the_own_item_that_is_here_by_then(runtime: Runtime) -> None:
    desk = add_subscription(runtime, "desk", "baykar")
    bring_lead(runtime)
    ingest_arrived(runtime)
    bring_own(runtime)
    work(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False)]
    (message,) = read_alerts(runtime)
    (block,) = list_blocks(message)
    assert (block.url, block.status) == (PAGE, "new")
    assert list_urls(message) == {PAGE}


def test_a_lead_that_is_asked_about_after_its_own_item_is_a_copy(runtime: Runtime, turnable: TurnableClock) -> None:
    """Another worker was faster with the own item; a sum in the headline, which the text spells out, is no news."""
    desk = add_subscription(runtime, "desk", "baykar")
    title = "Leonardo and Baykar open a 300 million euro drone plant near Turin"
    lead = bring_lead(runtime, title)
    ingest_arrived(runtime)
    with runtime.database.write() as session, session.begin():
        row = session.get_one(Article, lead)
        row.lease_token, row.lease_until = "slow", turnable.at + timedelta(minutes=5)
    bring_own(runtime, Told(title, WIRE.text))
    work(runtime)
    turnable.turn(minutes=5)
    work(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False)]
    assert "another copy" in list_rows(runtime.database, Match)[1].reason


def test_a_query_that_only_the_text_answers_is_told_of_the_text(runtime: Runtime) -> None:
    """The headline did not match, so nobody was told of it: the text is the first report."""
    desk = add_subscription(runtime, "desk", "airframes")
    for bring in (bring_lead, bring_own):
        bring(runtime)
        work(runtime)
    assert list_kinds(runtime.database, desk) == [("first", True)]
