"""Two addresses of one page are one article, once reading it has shown that they are."""

import pytest

from db.models import Article, Feed
from db.page_models import PageAddress
from tests.net.servers import WebServer, make_reply
from tests.pipeline.building import UPDATE, WIRE, Told, TurnableClock, add_read_feed, find_one, list_articles, list_rows
from tests.pipeline.reading import ABSTRACT, HTML, add_abstract_feed, follow, write_page
from worker.news.types import Entry
from worker.pipeline.explain import explain_article
from worker.pipeline.read import read_wanted
from worker.pipeline.runtime import Runtime
from worker.pipeline.store import store_entries

OWN = "/2026/turin-drone-plant-4711"
OTHER = Told(
    ABSTRACT.title,
    "The plant near Turin is open, and 48 airframes a year are to leave it. Both flags hung at its gate.",
)


def store(runtime: Runtime, feed_id: int, guid: str, url: str, told: Told) -> int:
    """Store an entry as a poll does; how many rows that made."""
    with runtime.database.write() as session, session.begin():
        entries = [Entry(guid, told.title, url, told.text)]
        return store_entries(session, session.get_one(Feed, feed_id), entries, runtime.now())


def read(runtime: Runtime, turnable: TurnableClock) -> None:
    """Judge what waits, read what is wanted, judge again."""
    follow(runtime)
    turnable.turn(minutes=10)
    read_wanted(runtime)
    follow(runtime)


def serve(web: WebServer, path: str, canonical: str = "", told: Told = WIRE) -> None:
    """A page at a path, which gives an address as its own."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = write_page(told.title, told.text).replace(b"<head>", b"<head>" + link.encode())
    web.replies[path] = make_reply(200, body, HTML)


def redirect(web: WebServer, path: str, to: str) -> None:
    """A path that leads to another one."""
    web.replies[path] = make_reply(302, b"", f"Location: {to}")


@pytest.mark.parametrize("way", ["redirect", "canonical", "both"])
def test_what_leads_to_one_page_is_one_article(
    runtime: Runtime, web: WebServer, turnable: TurnableClock, way: str
) -> None:
    serve(web, OWN, web.url(OWN) if way == "both" else "")
    if way == "canonical":
        serve(web, "/go/x", OWN)
    else:
        redirect(web, "/go/x", "/hop?to=x")
        redirect(web, "/hop?to=x", f"{OWN}?utm_source=go")
        web.replies[f"{OWN}?utm_source=go"] = web.replies[OWN]
    feed_id = add_abstract_feed(runtime)
    assert store(runtime, feed_id, "1", web.url("/go/x"), ABSTRACT) == 1
    read(runtime, turnable)
    (article,) = list_articles(runtime.database)
    assert article.canonical_url == web.url(OWN).replace("http:", "https:")
    assert store(runtime, feed_id, "1", web.url("/go/x"), ABSTRACT) == 0, "its feed lists it on"
    other = add_read_feed(runtime, "section")
    assert store(runtime, other, "s1", web.url(OWN), ABSTRACT) == 0, "carried by another feed under its own address"
    assert store(runtime, other, "s2", web.url("/go/x"), OTHER) == 1
    follow(runtime)
    last = list_articles(runtime.database)[-1]
    assert (last.canonical_url, last.story_id) == (article.canonical_url, article.story_id)
    assert "the same page as" in (last.relation_evidence or "")
    for address in (web.url("/go/x"), web.url(OWN)):
        assert explain_article(runtime, address).article.id == last.id
    page = explain_article(runtime, str(article.id)).page
    assert page is not None
    assert f"its own address is {article.canonical_url}" in page.note


def test_an_address_that_every_page_gives_is_nobodys(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    constant = "/story-1"
    customs = Told(
        "Türkiye and Italy sign a customs accord in Ankara",
        "The trade ministers of Türkiye and Italy signed an accord on customs papers in Ankara. Lorries between Mersin "
        "and Trieste will be checked once instead of twice. Exporters of marble and olive oil had asked for it for "
        "years. Brokers in both ports will share one form from June, and a hotline in three languages answers them.",
    )
    feed_id = add_abstract_feed(runtime)
    for number, told in enumerate((WIRE, customs), start=7):
        serve(web, f"/n/{number}", constant, told)
        store(runtime, feed_id, str(number), web.url(f"/n/{number}"), Told(told.title, told.text.partition(". ")[0]))
        read(runtime, turnable)
    first, second = list_rows(runtime.database, Article)
    assert first.content and second.content, "both pages were read"
    assert first.canonical_url.endswith(constant), "of the first nobody could know"
    assert second.canonical_url.endswith("/n/8")
    assert first.story_id != second.story_id


def test_addresses_that_lead_on_lead_to_the_last(runtime: Runtime, web: WebServer, turnable: TurnableClock) -> None:
    feed_id = add_abstract_feed(runtime)
    serve(web, "/go/x", "/early-address-1")
    store(runtime, feed_id, "1", web.url("/go/x"), ABSTRACT)
    read(runtime, turnable)
    serve(web, "/early-address-1", OWN)
    turnable.turn(hours=2)
    second = add_abstract_feed(runtime, "second")
    store(runtime, second, "2", web.url("/early-address-1"), Told(UPDATE.title, UPDATE.text.partition(". ")[0]))
    read(runtime, turnable)
    found = {row.url.rpartition("/")[2]: row.page_url.rpartition("/")[2] for row in find_addresses(runtime)}
    assert found == {"x": OWN.rpartition("/")[2], "early-address-1": OWN.rpartition("/")[2]}
    assert find_one(runtime.database, Article, 2).canonical_url.endswith(OWN)


def find_addresses(runtime: Runtime) -> list[PageAddress]:
    """All that is known of addresses."""
    from sqlalchemy import select

    with runtime.database.read() as session:
        return list(session.scalars(select(PageAddress)))
