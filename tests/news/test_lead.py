"""Leads: where an aggregator's link leads, what its entries say, and when one stands in for the outlet's own item."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from time import process_time

import pytest

from worker.news.feed import parse_feed
from worker.news.identity import canonical_url
from worker.news.lead import (
    Sighting,
    explain_stand_in,
    is_clipping,
    is_lead,
    is_publisher,
    is_telling,
    make_headline_key,
)
from worker.news.types import Entry

FEEDS = Path(__file__).parent.parent / "data" / "feeds"
OPAQUE = "https://news.google.com/rss/articles/CBMiVkFVX3lxTE5vdGhpbmctaXMtc2FpZA?oc=5"
PAGE = "https://www.halic.example/haber/7?id=1"
BING = f"https://bing.com/news/apiclick.aspx?url={PAGE}"
NOON = datetime(2025, 4, 29, 12, tzinfo=UTC)


# --- What is a lead ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("url", "lead"),
    [
        (OPAQUE, True),
        ("https://news.google.com/read/CBMiVkFVX3lxTE5v?hl=tr&gl=TR&ceid=TR:tr", True),
        ("https://news.google.com/articles/CBMiVkFVX3lxTE5v", True),
        ("https://news.google.com/__i/rss/rd/articles/CBMiVkFVX3lxTE5v?oc=5", True),
        ("https://news.google.com/stories/CAAqNggKIjBDQklT", True),
        ("http://NEWS.Google.com.tr./articles/CBMiVkFVX3lxTE5v", True),
        ("https://news.google.co.uk/articles/CBMiVkFVX3lxTE5v", True),
        ("https://www.bing.com/news/apiclick.aspx?ref=FexRss", True),
        ("https://blog.google/products/news", False),
        ("https://www.google.com/about", False),
        ("https://news.google.com.evil.example/articles/CBMi", False),
        ("https://news-google.com/articles/CBMi", False),
        ("https://www.msn.com/en-us/news/world/a/ar-AA1", False),
        ("https://finance.yahoo.com/news/a.html", False),
        (PAGE, False),
        ("tag:news.google.com,2025:7", False),
        ("", False),
        (None, False),
    ],
)
def test_what_leads_to_an_aggregator_is_a_lead(url: str | None, lead: bool) -> None:
    assert is_lead(url) is lead


# --- What entries say -------------------------------------------------------------------------------------------------
def read(name: str) -> list[Entry]:
    """A fixture's entries."""
    return list(parse_feed((FEEDS / f"{name}.xml").read_bytes(), "https://feeds.example/").entries)


def test_a_lead_has_the_outlets_headline_and_name_and_no_words_of_the_aggregator() -> None:
    turin, customs, ferry = read("google_news")
    assert (turin.title, turin.source) == ("Leonardo and Baykar open a drone plant near Turin", "Bosphorus Courier")
    assert (customs.title, customs.source) == ("Ankara and Rome sign a customs accord", "Il Sole di Levante - Borsa")
    assert (ferry.title, ferry.source) == ("Izmir'den Bari'ye yeni feribot hattı", "Haliç Postası")
    assert {one.summary + one.content for one in (turin, customs, ferry)} == {""}
    assert [is_lead(one.url) for one in (turin, customs, ferry)] == [True, True, False]
    assert ferry.url == "https://www.halic.example/haber/feribot-hatti"


def test_an_alert_has_the_outlets_link_and_its_snippet() -> None:
    turin, signed = read("google_alerts")
    assert (turin.title, turin.source) == ("Leonardo and Baykar open a drone plant near Turin", "Bosphorus Courier")
    assert canonical_url(turin.url or "") == "https://bosphoruscourier.example/turin-plant?id=7"
    assert turin.summary.startswith("The hall of Leonardo and Baykar will turn out 48 airframes")
    assert (signed.title, signed.source) == ("Torino'da Baykar için imza", "haber.halic.com.tr")
    assert is_clipping(turin.identity)


def read_item(title: str, link: str, *, description: str = "", more: str = "") -> Entry:
    """The entry of a feed with one item."""
    parts = {"title": title, "link": link, "description": description}
    item = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in parts.items()) + more
    feed = f'<rss version="2.0" xmlns:News="https://www.bing.com/news"><channel><item>{item}</item></channel></rss>'
    (entry,) = parse_feed(feed.encode(), "https://feeds.example/").entries
    return entry


@pytest.mark.parametrize(
    ("title", "link", "more", "expected"),
    [
        ("Zirve Roma'da - Anadolu Ajansı", OPAQUE, "", ("Zirve Roma'da", "Anadolu Ajansı")),
        ("Zirve Roma'da", OPAQUE, "", ("Zirve Roma'da", None)),
        ("A - B", OPAQUE, '<source url="https://b.example">B</source>', ("A", "B")),
        ("B - B", OPAQUE, "<source>B</source>", ("B", "B")),
        ("B", OPAQUE, "<source>B</source>", ("B", "B")),
        ("Meloni - Erdoğan: intesa", OPAQUE, "<source>Ansa</source>", ("Meloni - Erdoğan: intesa", "Ansa")),
        ("Vertice a Roma", BING, "<News:Source>Eco</News:Source>", ("Vertice a Roma", "Eco")),
        ("Feribot hattı - Haliç", f"https://www.google.com/url?url={PAGE}", "", ("Feribot hattı", "Haliç")),
        ("Vertice a Roma - Eco", PAGE, "<source>Eco</source>", ("Vertice a Roma - Eco", None)),
    ],
)  # fmt: skip
def test_outlets_are_taken_from_titles_of_aggregators_only(
    title: str, link: str, more: str, expected: tuple[str, str | None]
) -> None:
    entry = read_item(title, link, more=more)
    assert (entry.title, entry.source) == expected


@pytest.mark.parametrize(
    ("description", "kept"),
    [
        ('<a href="x">Zirve Roma\'da</a>&nbsp;<font color="#6f6f6f">Haliç</font>', ""),
        ("Zirve Roma'da Haliç", ""),
        ("<a>" * 60_000, ""),
        (
            '<a href="x">Zirve Roma\'da</a> İki bakan bir anlaşma imzaladı',
            "Zirve Roma'da İki bakan bir anlaşma imzaladı",
        ),
    ],
)
def test_a_summary_of_links_is_none(description: str, kept: str) -> None:
    started = process_time()
    entry = read_item("Zirve Roma'da - Haliç", OPAQUE, description=description, more="<source>Haliç</source>")
    assert entry.summary == kept
    assert process_time() - started < 3


# --- Who stands in for whom -------------------------------------------------------------------------------------------
LEAD = Sighting("g1", "Leonardo and Baykar open a drone plant near Turin", "Bosphorus Courier", OPAQUE, NOON)
OWN = Sighting("o1", "Leonardo and Baykar open a drone plant near Turin", "Bosphorus Courier", PAGE, NOON)
SHORT = "Ankara ve Roma anlaştı"


@pytest.mark.parametrize(
    ("lead", "own", "stands"),
    [
        (LEAD, OWN, True),
        (LEAD, replace(OWN, title="LEONARDO AND BAYKAR open a drone plant, near Turin | Bosphorus Courier"), True),
        (LEAD, replace(OWN, source="Levante"), True),
        (LEAD, replace(OWN, title="Leonardo and Baykar open a drone plant near Rome"), False),
        (LEAD, replace(OWN, at=NOON - timedelta(hours=71)), True),
        (LEAD, replace(OWN, at=NOON + timedelta(hours=73)), False),
        (LEAD, LEAD, False),
        (OWN, LEAD, False),
        (OWN, OWN, False),
        (replace(LEAD, title=SHORT), replace(OWN, title=SHORT), True),
        (replace(LEAD, title=SHORT), replace(OWN, title=SHORT, source="Levante"), False),
        (replace(LEAD, title=SHORT, source="Haliç"), replace(OWN, title=SHORT, source="Feed 7"), True),
        (replace(LEAD, title="!"), replace(OWN, title="!"), False),
    ],
)
def test_a_lead_stands_in_for_an_item_of_its_headline(lead: Sighting, own: Sighting, stands: bool) -> None:
    expected = f"the same headline by {own.source}, found directly" if stands else None
    assert explain_stand_in(lead, own) == expected


CLIPPING = replace(OWN, identity="tag:google.com,2013:googlealerts/feed:7", url=f"{PAGE}&utm_source=x")


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        (CLIPPING, OWN, True),
        (CLIPPING, replace(OWN, title="Another headline by now", at=NOON - timedelta(days=9)), True),
        (CLIPPING, replace(OWN, url="https://www.halic.example/haber/8"), False),
        (CLIPPING, CLIPPING, False),
        (CLIPPING, LEAD, False),
        (LEAD, CLIPPING, True),
        (OWN, CLIPPING, False),
    ],
)
def test_a_clipping_stands_in_for_the_item_at_its_address(one: Sighting, other: Sighting, stands: bool) -> None:
    assert bool(explain_stand_in(one, other)) == stands


@pytest.mark.parametrize(
    ("name", "source", "url", "same"),
    [
        ("Hürriyet Daily News", "hurriyetdailynews.com", None, True),
        ("ANSA", "ANSA English", None, True),
        ("Corriere della Sera", "Homepage", "https://www.corriere.it/a", True),
        ("Milliyet", "Ekonomi", "https://www.milliyet.com.tr/a", True),
        ("La 7", "La 7 News and more", None, False),
        ("Milliyet", "Ekonomi", "https://www.com.tr/a", False),
        ("Sabah", "Milliyet", "https://milliyet.com.tr/a", False),
        ("Eco", None, None, False),
        (None, None, PAGE, False),
    ],
)
def test_an_outlet_is_known_by_its_name_or_its_site(
    name: str | None, source: str | None, url: str | None, same: bool
) -> None:
    assert is_publisher(name, source, url) is same


def test_keys_of_headlines_agree_as_their_words_do() -> None:
    key = make_headline_key("Türkiye’nin Roma zirvesi - Haliç", "Haliç")
    assert key == make_headline_key("TÜRKİYE'NİN ROMA ZİRVESİ", None)
    assert key != make_headline_key("Türkiye’nin Bari zirvesi", None)
    assert key is not None
    assert key.startswith("h:")
    assert make_headline_key("…", None) is None
    assert (is_telling(LEAD.title, None), is_telling(SHORT, None)) == (True, False)
