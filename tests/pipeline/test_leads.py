"""Leads and the outlets' own items, in either order: one story, one alert, the outlet's link and text."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from db.models import Article, Feed, Link, Story
from db.outbox_models import Delivery, Match, Subscription
from tests.pipeline.building import (
    ACCORD,
    UPDATE,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
    find_one,
    list_kinds,
    list_rows,
)
from worker.news.types import Block, Message
from worker.pipeline.alert import alert_judged
from worker.pipeline.convert import unpack_message
from worker.pipeline.digest import digest_due
from worker.pipeline.explain import explain_article
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.retell import choose_shown
from worker.pipeline.runtime import Runtime

DAILY = "daily 08:00 Europe/Rome"
GOOGLE = "https://news.google.com/rss/articles/CBMiVkFVX3lxTE5v{}?oc=5"
ALERT_ID = "tag:google.com,2013:googlealerts/feed:7"
PAGE = "https://courier.example/turin-plant"
SNIPPET = Told(WIRE.title, "The hall will turn out 48 airframes a year once its second line ...")
BROADER = Told(
    "Italy and Türkiye move closer on drones",
    f"{WIRE.text} In Ankara the same day, the defence committee was told of it by the minister.",
)


def bring_lead(runtime: Runtime, title: str = WIRE.title, *, number: int = 1, source: str = "Courier") -> int:
    """A headline arrives as a search of Google News tells it."""
    feed = find_feed(runtime, "Google News")
    return add_article(runtime, feed, Told(title, ""), f"g{number}", url=GOOGLE.format(number), source=source)


def bring_own(runtime: Runtime, told: Told = WIRE, *, outlet: str = "Courier", url: str = PAGE) -> int:
    """An outlet's own item arrives."""
    return add_article(runtime, find_feed(runtime, outlet), told, url, url=url)


def bring_clipping(runtime: Runtime) -> int:
    """The same page arrives as Google Alerts quotes it."""
    return add_article(runtime, find_feed(runtime, "Alert"), SNIPPET, ALERT_ID, url=PAGE, source="Courier")


BRING: dict[str, Callable[[Runtime], int]] = {"lead": bring_lead, "own": bring_own, "clipping": bring_clipping}


def find_feed(runtime: Runtime, name: str) -> int:
    """A feed of a name, added when it is first asked for."""
    known = {feed.name: feed.id for feed in list_rows(runtime.database, Feed)}
    return known.get(name) or add_read_feed(runtime, name)


def work(runtime: Runtime) -> None:
    """What arrived is judged and matched."""
    done = ingest_arrived(runtime)
    assert done.failed == []
    alert_judged(runtime)


def send_digest(runtime: Runtime, turnable: TurnableClock, subscription_id: int) -> Message:
    """The next digest of a subscription."""
    turnable.at = find_one(runtime.database, Subscription, subscription_id).next_run_at
    assert digest_due(runtime) == 1
    return unpack_message(list_rows(runtime.database, Delivery)[-1].payload)


def list_blocks(message: Message) -> list[Block]:
    """The stories of a message that have a link."""
    return [block for section in message.sections for block in section.blocks if block.url]


def read_words(block: Block) -> str:
    """All lines of a story."""
    return "\n".join(line.text for line in block.lines)


def list_urls(message: Message) -> set[str | None]:
    """Every link of a message."""
    blocks = list_blocks(message)
    lines = [*message.footer, *(line for block in blocks for line in block.lines)]
    return {block.url for block in blocks} | {line.url for line in lines if line.url}


def list_relations(runtime: Runtime, *ids: int) -> list[tuple[str, int | None]]:
    """How articles stand, and to which."""
    rows = [find_one(runtime.database, Article, one) for one in ids]
    return [(row.relation, row.related_id) for row in rows]


# --- Either order -----------------------------------------------------------------------------------------------------
def test_an_own_item_takes_the_place_of_its_lead(runtime: Runtime) -> None:
    lead = bring_lead(runtime)
    work(runtime)
    own = bring_own(runtime)
    work(runtime)
    assert list_relations(runtime, lead, own) == [("duplicate", own), ("update", lead)]
    first, second = (find_one(runtime.database, Article, one) for one in (lead, own))
    assert first.relation_evidence == "the same headline by Courier, found directly"
    assert "known by its headline alone" in second.relation_evidence
    assert len(second.new_sentences) == 6, "its text is new to the story"
    (story,) = list_rows(runtime.database, Story)
    assert (story.first_article_id, story.latest_article_id, story.article_count) == (own, own, 2)
    with runtime.database.read() as session:
        links = {(link.article_id, link.other_id): link.relation for link in session.scalars(select(Link))}
    assert links == {(lead, own): "duplicate", (own, lead): "update"}


def test_a_lead_that_comes_later_is_a_duplicate(runtime: Runtime) -> None:
    own = bring_own(runtime)
    work(runtime)
    lead = bring_lead(runtime)
    work(runtime)
    assert list_relations(runtime, own, lead) == [("new", None), ("duplicate", own)]
    row = find_one(runtime.database, Article, lead)
    assert row.relation_evidence == "the same headline by Courier, found directly"
    assert row.story_id == find_one(runtime.database, Article, own).story_id


@pytest.mark.parametrize("order", [("lead", "own"), ("own", "lead")])
def test_both_in_one_batch_are_one(runtime: Runtime, order: tuple[str, str]) -> None:
    ids = {name: BRING[name](runtime) for name in order}
    work(runtime)
    assert list_relations(runtime, ids["lead"]) == [("duplicate", ids["own"])]
    assert len(list_rows(runtime.database, Story)) == 1


def test_two_leads_of_one_report_are_both_replaced(runtime: Runtime) -> None:
    """Two searches find the same; what comes after the own item relates to it, too."""
    leads = [bring_lead(runtime, number=1), bring_lead(runtime, number=2, source="Levante")]
    work(runtime)
    own = bring_own(runtime)
    work(runtime)
    leads.append(bring_lead(runtime, number=3))
    work(runtime)
    assert list_relations(runtime, *leads) == [("duplicate", own)] * 3
    assert len(list_rows(runtime.database, Story)) == 1


def test_another_headline_leaves_the_lead_alone(runtime: Runtime, turnable: TurnableClock) -> None:
    lead = bring_lead(runtime)
    work(runtime)
    bring_own(runtime, ACCORD)
    turnable.turn(hours=73)
    bring_own(runtime, WIRE, url="https://courier.example/other")  # the same headline, days later
    work(runtime)
    assert list_relations(runtime, lead) == [("new", None)]


def test_a_lead_that_nobody_was_told_of_follows_its_own_item(runtime: Runtime) -> None:
    """The own item tells what another story has in full: the lead leaves the story that it had alone."""
    wide = bring_own(runtime, BROADER, outlet="Levante", url="https://levante.example/1")
    work(runtime)
    lead = bring_lead(runtime, "Hangar by the old airfield opened in Piedmont by Leonardo, Baykar of Türkiye and Italy")
    work(runtime)
    assert len(list_rows(runtime.database, Story)) == 2, "a headline alone does not say that it is the same"
    own = bring_own(runtime, Told(find_one(runtime.database, Article, lead).title, WIRE.text))
    work(runtime)
    stories = {find_one(runtime.database, Article, one).story_id for one in (wide, lead, own)}
    (story,) = list_rows(runtime.database, Story)
    assert stories == {story.id}
    assert story.article_count == 3
    assert list_relations(runtime, lead) == [("duplicate", own)]


def test_a_lead_that_was_told_stays_where_it_was_told(runtime: Runtime) -> None:
    add_subscription(runtime, "desk", "baykar")
    bring_own(runtime, BROADER, outlet="Levante", url="https://levante.example/1")
    lead = bring_lead(runtime, "Hangar by the old airfield opened in Piedmont by Leonardo, Baykar of Türkiye and Italy")
    work(runtime)
    before = find_one(runtime.database, Article, lead).story_id
    own = bring_own(runtime, Told(find_one(runtime.database, Article, lead).title, WIRE.text))
    work(runtime)
    assert find_one(runtime.database, Article, lead).story_id == before
    assert find_one(runtime.database, Article, own).story_id != before
    assert list_relations(runtime, lead) == [("duplicate", own)]


def test_an_own_item_joins_a_story_that_others_have_told_in_other_words(runtime: Runtime) -> None:
    """Its lead stands there beside a full report: every sentence would be new, and none need be news."""
    other = bring_own(runtime, ACCORD, outlet="Levante", url="https://levante.example/1")
    lead = bring_lead(runtime)
    work(runtime)
    with runtime.database.write() as session, session.begin():
        session.get_one(Article, lead).story_id = session.get_one(Article, other).story_id
    own = bring_own(runtime)
    work(runtime)
    assert list_relations(runtime, lead, own) == [("duplicate", own), ("same_story", lead)]


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
    assert choose_shown([lead, own, foreign], ["en"]) is own
    assert choose_shown([lead, foreign], ["en"]) is lead
    assert choose_shown([lead, foreign], []) is foreign


# --- Alerts -----------------------------------------------------------------------------------------------------------
def read_alerts(runtime: Runtime) -> list[Message]:
    """Every alert in the outbox."""
    return [unpack_message(one.payload) for one in list_rows(runtime.database, Delivery)]


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


# --- Google Alerts ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("order", [("clipping", "own"), ("own", "clipping")])
def test_an_alert_of_google_and_the_own_item_are_one(
    runtime: Runtime, turnable: TurnableClock, order: tuple[str, str]
) -> None:
    desk = add_subscription(runtime, "desk", "baykar")
    daily = add_subscription(runtime, "daily", schedule=DAILY)
    ids = {}
    for name in order:
        ids[name] = BRING[name](runtime)
        work(runtime)
    assert list_relations(runtime, ids["clipping"]) == [("duplicate", ids["own"])]
    assert "a snippet of the same page" in find_one(runtime.database, Article, ids["clipping"]).relation_evidence
    assert list_kinds(runtime.database, desk) == [("first", True), ("repeat", False)]
    (block,) = list_blocks(send_digest(runtime, turnable, daily))
    assert (block.url, block.status) == (PAGE, "new")
    assert "opened a plant for unmanned aircraft" in read_words(block)


def test_a_lead_gives_way_to_a_clipping_and_that_to_the_own_item(runtime: Runtime) -> None:
    lead, clipping = bring_lead(runtime), bring_clipping(runtime)
    work(runtime)
    assert list_relations(runtime, lead, clipping) == [("duplicate", clipping), ("update", lead)]
    own = bring_own(runtime)
    work(runtime)
    assert list_relations(runtime, lead, clipping) == [("duplicate", own), ("duplicate", own)]


# --- Explained --------------------------------------------------------------------------------------------------------
def test_explain_tells_a_lead_from_one_whose_own_item_is_here(runtime: Runtime) -> None:
    lead = bring_lead(runtime)
    work(runtime)
    found = explain_article(runtime, str(lead))
    assert (found.article.headline_only, found.article.source) == (True, "Courier")
    assert found.story is not None
    assert [one.lead for one in found.story.members] == [True]
    own = bring_own(runtime)
    work(runtime)
    found = explain_article(runtime, GOOGLE.format(1))
    assert (found.article.id, found.article.headline_only, found.relation) == (lead, False, "duplicate")
    assert re.search("found directly", found.relation_evidence or "")
    assert {(one.id, one.relation, one.newer) for one in found.neighbours} == {
        (own, "duplicate", False),
        (own, "update", True),
    }


def test_nothing_else_is_marked(runtime: Runtime, turnable: TurnableClock) -> None:
    """An own item without text has its own link: its page can be read."""
    own = bring_own(runtime, Told(WIRE.title, ""))
    work(runtime)
    assert not explain_article(runtime, str(own)).article.headline_only
    turnable.at += timedelta(hours=1)
    lead = bring_lead(runtime)
    work(runtime)
    assert list_relations(runtime, lead) == [("duplicate", own)]
