"""Leads and the outlets' own items, in either order: one story, one alert, the outlet's link and text."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import select

from db.models import Article, Link, Story
from db.page_models import ArticlePage
from tests.net.servers import WebServer, make_reply
from tests.pipeline.building import (
    ACCORD,
    WIRE,
    Told,
    TurnableClock,
    add_feed,
    add_subscription,
    find_one,
    list_articles,
    list_kinds,
    list_rows,
    write_item,
    write_rss,
)
from tests.pipeline.leading import (
    BRING,
    BROADER,
    DAILY,
    GOOGLE,
    PAGE,
    bring_clipping,
    bring_lead,
    bring_own,
    list_blocks,
    list_relations,
    read_words,
    send_digest,
    work,
)
from tests.pipeline.reading import ABSTRACT, find_page, serve_page
from worker.news.fingerprint import make_fingerprint
from worker.news.types import Fingerprint, Item
from worker.pipeline import assess
from worker.pipeline.explain import explain_article
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.poll import poll_due
from worker.pipeline.read import read_wanted
from worker.pipeline.runtime import Runtime

FEEDS = Path(__file__).parent.parent / "data" / "feeds"


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


def test_a_lead_and_its_own_item_at_the_same_moment_are_one(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both workers have judged before either places."""
    start = Barrier(2)

    def meet(item: Item) -> Fingerprint:
        start.wait(10)
        return make_fingerprint(item)

    monkeypatch.setattr(assess, "make_fingerprint", meet)
    lead, own = bring_lead(runtime), bring_own(runtime)
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: ingest_arrived(runtime, limit=1), range(2)))
    assert [(one.judged, one.failed) for one in done] == [(1, []), (1, [])]
    assert list_relations(runtime, lead) == [("duplicate", own)]
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


def test_the_outlet_that_a_lead_names_comes_before_others(runtime: Runtime) -> None:
    other = bring_own(runtime, outlet="Levante", url="https://levante.example/1")
    own = bring_own(runtime, Told(WIRE.title, ACCORD.text))
    work(runtime)
    lead = bring_lead(runtime)
    work(runtime)
    assert list_relations(runtime, lead) == [("duplicate", own)]
    other_lead = bring_lead(runtime, number=2, source="Levante")
    work(runtime)
    assert list_relations(runtime, other_lead) == [("duplicate", other)]


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


def test_a_lead_that_was_told_stays_where_it_was_told(runtime: Runtime, turnable: TurnableClock) -> None:
    """And whoever was not told of it is told of the own item, under its story."""
    daily = add_subscription(runtime, "daily", schedule=DAILY)
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
    (block,) = list_blocks(send_digest(runtime, turnable, daily))
    assert GOOGLE.format(1) not in {block.url, *(line.url for line in block.lines)}


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


# --- With full texts --------------------------------------------------------------------------------------------------
def test_the_page_of_a_lead_is_never_wanted_and_that_of_its_own_item_is(runtime: Runtime, web: WebServer) -> None:
    lead = bring_lead(runtime)
    work(runtime)
    assert list_rows(runtime.database, ArticlePage) == []
    own = bring_own(runtime, ABSTRACT, url=serve_page(web, "/a", WIRE))
    work(runtime)
    assert find_page(runtime).article_id == own
    assert read_wanted(runtime) == {"read": 1}
    work(runtime)
    assert list_relations(runtime, lead, own) == [("duplicate", own), ("update", lead)]
    assert len(find_one(runtime.database, Article, own).new_sentences) == 6
    assert len(list_rows(runtime.database, Story)) == 1


def test_an_own_item_that_is_judged_anew_gets_no_lead_that_came_after_it(runtime: Runtime, web: WebServer) -> None:
    own = bring_own(runtime, ABSTRACT, url=serve_page(web, "/a", WIRE))
    work(runtime)
    lead = bring_lead(runtime)
    work(runtime)
    assert read_wanted(runtime) == {"read": 1}
    work(runtime)
    assert list_relations(runtime, own, lead) == [("new", None), ("duplicate", own)]


# --- As feeds bring them ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("order", list(permutations(("google_news", "google_alerts", "courier"))))
def test_a_search_an_alert_and_a_feed_are_polled_into_one_story(
    runtime: Runtime, turnable: TurnableClock, web: WebServer, order: tuple[str, ...]
) -> None:
    turnable.at = datetime(2025, 4, 29, 14, tzinfo=UTC)
    url = "https://bosphoruscourier.example/turin-plant?id=7"
    bodies = {path.stem: path.read_bytes() for path in FEEDS.glob("google_*.xml")}
    bodies["courier"] = write_rss(write_item(WIRE, guid="c1", url=url, at=turnable.at - timedelta(hours=1)))
    for name in order:
        web.replies[f"/{name}"] = make_reply(200, bodies[name], "Content-Type: application/xml")
        add_feed(runtime, web, f"/{name}")
        assert [one.outcome for one in poll_due(runtime)] == ["new"]
        work(runtime)
    found = [one for one in list_articles(runtime.database) if one.title == WIRE.title]
    assert len(found) == 3
    own = next(one for one in found if one.identity == "c1")
    assert {one.story_id for one in found} == {own.story_id}
    assert {one.source for one in found} == {"Bosphorus Courier", "courier"}
    assert [one.related_id for one in found if one is not own] == [own.id] * 2
    assert {request.path for request in web.requests} == {f"/{name}" for name in order}


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
