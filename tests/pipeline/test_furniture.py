"""What outlets repeat makes no duplicates and no stories, from their first document on; and it is said."""

import json

from sqlalchemy import func, select

from config.settings import Settings
from db.furniture import MOST_LINES
from db.models import Article, Feed, FurnitureRow
from tests.net.servers import WebServer
from tests.pipeline.building import Told, TurnableClock, add_read_feed, list_articles, list_rows
from tests.pipeline.reading import add_abstract_feed, follow, serve_page
from worker.news.types import Entry
from worker.pipeline.explain import explain_article
from worker.pipeline.feedlist import show_detail
from worker.pipeline.read import read_wanted
from worker.pipeline.replay import ReplayOptions, open_replay, read_lines
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime
from worker.pipeline.store import store_entries

ITEMS = (
    Told("Leonardo wins radar order from Ankara", "Leonardo of Italy has won an order for six radars from Türkiye."),
    Told("Ferry from Izmir to Trieste in May", "A line between Türkiye and Italy opens in May, a ministry said."),
    Told("Growers of Ayvalık visit Puglia", "Forty visitors from Türkiye were shown presses in the south of Italy."),
    Told("Istanbul orchestra at La Scala", "Musicians from Türkiye played two symphonies in Milan, Italy."),
)
MORE = (
    "Engineers begin with the antennas. The last set leaves the factory in two years, and its crews are trained there.",
    "Lorries pay by length. Passengers find eighty cabins, a canteen and a deck for dogs; the crossing takes two days.",
    "Some had never seen a stone mill. Oil was tasted with bread, and a cooperative promised to return the invitation.",
)
FOOTER = (
    "The Ledger brings you the stories that matter from the region every morning, with our writers in five capitals "
    "and an hour of sound every week."
)


def store(runtime: Runtime, feed_id: int, *told: Told, prefix: str = "") -> None:
    """Store items of a feed as one document, and judge them."""
    entries = [
        Entry(f"{prefix}{one.title}", one.title, f"https://outlet.example/{prefix}{number}", one.text)
        for number, one in enumerate(told)
    ]
    with runtime.database.write() as session, session.begin():
        store_entries(session, session.get_one(Feed, feed_id), entries, runtime.now())
    follow(runtime)


def dress(*told: Told, footer: str = FOOTER) -> list[Told]:
    """Items with an outlet's footer."""
    return [Told(one.title, f"{one.text} {footer}") for one in told]


def test_a_footer_joins_nothing_from_the_first_document_on(runtime: Runtime) -> None:
    store(runtime, add_read_feed(runtime), *dress(*ITEMS))
    articles = list_articles(runtime.database)
    assert {one.relation for one in articles} == {"new"}
    assert len({one.story_id for one in articles}) == 4
    assert [one.furniture for one in articles] == [[FOOTER]] * 4
    assert all(FOOTER in one.summary for one in articles), "nothing is thrown away"
    (aside,) = explain_article(runtime, str(articles[0].id)).asides
    assert aside.text == FOOTER
    assert aside.why == "its outlet puts it under other articles too (4 when it was first noticed)"


def test_what_a_feed_repeats_is_shown_with_it(runtime: Runtime) -> None:
    store(runtime, add_read_feed(runtime), *dress(*ITEMS))
    assert show_detail(runtime, "outlet").manners["repeats"] == [FOOTER]


def test_a_copy_under_a_known_footer_is_a_copy(runtime: Runtime, turnable: TurnableClock) -> None:
    ledger = add_read_feed(runtime, "ledger")
    store(runtime, ledger, *dress(*ITEMS[1:]))
    store(runtime, add_read_feed(runtime, "wire"), ITEMS[0])
    turnable.turn(hours=1)
    store(runtime, ledger, *dress(ITEMS[0]), prefix="later")
    last = list_articles(runtime.database)[-1]
    assert (last.relation, last.new_sentences) == ("duplicate", [])


def test_documents_of_one_item_show_it_one_after_another(runtime: Runtime, turnable: TurnableClock) -> None:
    feed_id = add_read_feed(runtime)
    for number, one in enumerate(dress(*ITEMS)):
        store(runtime, feed_id, one, prefix=str(number))
        turnable.turn(hours=5)
    assert [one.furniture for one in list_articles(runtime.database)] == [None, [FOOTER], [FOOTER], [FOOTER]]


def test_what_is_known_of_an_outlet_is_kept_bounded(runtime: Runtime, turnable: TurnableClock) -> None:
    feed_id = add_read_feed(runtime)
    with runtime.database.write() as session, session.begin():
        old = {"outlet": "outlet", "line": "x", "carriers": 3, "learnt_at": turnable.at}
        session.add_all(FurnitureRow(hash=number, **old) for number in range(MOST_LINES))
    turnable.turn(hours=1)
    store(runtime, feed_id, *dress(*ITEMS))
    with runtime.database.read() as session:
        assert session.scalar(select(func.count()).select_from(FurnitureRow)) == MOST_LINES
        assert FOOTER in set(session.scalars(select(FurnitureRow.line)))


def test_the_pages_of_a_host_show_what_its_outlet_repeats(
    runtime: Runtime, web: WebServer, turnable: TurnableClock
) -> None:
    feed_id = add_abstract_feed(runtime)
    for number, one in enumerate(ITEMS[:3]):
        body = f"{one.text} {MORE[number]} {FOOTER}"
        url = serve_page(web, f"/{number}", Told(one.title, body))
        with runtime.database.write() as session, session.begin():
            entry = Entry(str(number), one.title, url, one.text)
            store_entries(session, session.get_one(Feed, feed_id), [entry], runtime.now())
        follow(runtime)
        turnable.turn(minutes=10)
        read_wanted(runtime)
        follow(runtime)
    articles = list_rows(runtime.database, Article)
    assert [FOOTER in one.content for one in articles] == [True] * 3
    assert [one.furniture for one in articles] == [None, [FOOTER], [FOOTER]]


def test_a_replay_learns_from_its_file(settings: Settings, rules: Rules) -> None:
    lines = [
        json.dumps({"id": f"{source}{n}", "title": one.title, "summary": one.text, "source": source})
        for source in ("The Ledger", None)
        for n, one in enumerate(dress(*ITEMS))
    ]
    with open_replay(settings, rules, read_lines(lines, "-"), ReplayOptions(seeds=False)) as run:
        decisions = list(run.run(lambda _: None))
        known = [one.furniture for one in list_articles(run.runtime.database)]
    assert known == [[FOOTER]] * 4 + [None] * 4, "of an outlet without a name nothing is known"
    assert [one["relation"] for one in decisions[:4]] == ["new"] * 4
