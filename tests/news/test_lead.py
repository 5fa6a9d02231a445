"""Leads: where an aggregator's link leads, what its entries say, and when one stands in for the outlet's own item."""

from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from time import process_time
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from worker.news.redirect import unwrap_url
from worker.news.types import Entry

FEEDS = Path(__file__).parent.parent / "data" / "feeds"
NEWS = "https://news.google.com/rss/articles/"
OPAQUE = f"{NEWS}CBMiVkFVX3lxTE5vdGhpbmctaXMtc2FpZA?oc=5"
PAGE = "https://www.halic.example/haber/7?id=1"
BING = f"https://bing.com/news/apiclick.aspx?url={PAGE}"
NOON = datetime(2025, 4, 29, 12, tzinfo=UTC)


def make_id(target: str, *, length: int | None = None) -> str:
    """An id of the old kind: a number, an address behind its length, an empty address of an AMP page."""
    packed = target.encode()
    size = len(packed) if length is None else length
    head = bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])
    return urlsafe_b64encode(b"\x08\x13\x22" + head + packed + b"\xd2\x01\x00").decode().rstrip("=")


# --- Where links lead -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("https://www.google.com/url?rct=j&sa=t&url=https://x.example/a%3Fb%3D1%26c%3D2&ct=ga&cd=Q", "a?b=1&c=2"),
        ("https://www.google.com.tr/url?sa=t&q=https%3A%2F%2Fx.example%2Fa&usg=1", "a"),
        ("https://google.it/url?q=&url=http://x.example/a+b/c%2520d", "a+b/c%20d"),
        ("https://www.google.com/url?url=https://x.example/%25FEehir", "%FEehir"),
        ("https://www.google.com/url?url=https://x.example/%FEehir", "%FEehir"),
        ("http://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&url=https%3a%2f%2fx.example%2fa&c=1", "a"),
        (f"{NEWS}{make_id('https://x.example/a')}?oc=5", "a"),
        (f"https://news.google.com.tr/read/{make_id('http://x.example/a')}", "a"),
        (f"{NEWS}{make_id('https://x.example/' + 'a' * 300)}", "a" * 300),
        (f"https://www.google.com/url?url={escape(NEWS)}{make_id('https://x.example/a')}", "a"),
    ],
)
def test_the_target_of_a_link_is_read_off_it(link: str, target: str) -> None:
    assert unwrap_url(link).partition("x.example/")[2] == target
    assert unwrap_url(link).startswith(("https://x.example/", "http://x.example/"))
    assert not is_lead(link)


HOSTILE = [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://x.example/a",
    "https://editor:secret@x.example/a",
    "https://x.example@evil.example/",
    "https://x.example:port/",
    "https://x.example/\n<script>",
    "https://x.example/\u202egpj.exe",
    "https://x.example/" + "a" * 2_000,
    "//x.example/a",
    "https://",
    "",
]


@pytest.mark.parametrize("target", HOSTILE)
@pytest.mark.parametrize(
    "link", ["https://www.google.com/url?url={}&ct=ga", "https://www.bing.com/news/apiclick.aspx?url={}"]
)
def test_a_target_that_may_not_stand_as_an_address_stays_inside(link: str, target: str) -> None:
    wrapped = link.format(quote(target, safe=""))
    assert unwrap_url(wrapped) == wrapped
    assert is_lead(wrapped)


@pytest.mark.parametrize("target", HOSTILE)
def test_an_id_with_such_a_target_stays_a_lead(target: str) -> None:
    wrapped = f"{NEWS}{make_id(target)}"
    assert unwrap_url(wrapped) == wrapped
    assert is_lead(wrapped)


@pytest.mark.parametrize(
    "token",
    [
        make_id("https://x.example/a", length=4_000),  # longer than what follows
        make_id("https://x.example/a")[:-9],  # cut off
        make_id("https://x.example/a")[1:],
        "AU_yqLNothing",
        "CAIiEAbcdefgh",
        "A" * 5,  # no length that base64 has
        "A" * 1_999,
        "A" * 1_000_000,
        urlsafe_b64encode(b"\x08\x13\x22\xff\xff\xff\xff\xff\x01https://x.example/").decode(),
        urlsafe_b64encode(b"\x08\x13\x22\x05\xff\xfe\xfd\xfc\xfb").decode(),
        "%00%00%00",
    ],
)
def test_broken_ids_stay_leads(token: str) -> None:
    started = process_time()
    assert unwrap_url(f"{NEWS}{token}?oc=5") == f"{NEWS}{token}?oc=5"
    assert is_lead(f"{NEWS}{token}?oc=5")
    assert process_time() - started < 1


@given(st.binary(max_size=80))
def test_any_id_is_answered(data: bytes) -> None:
    """And what comes out of one is an address without a password."""
    target = unwrap_url(f"{NEWS}{urlsafe_b64encode(data).decode()}")
    assert target.startswith(("http://", "https://"))
    assert "@" not in target.split("/")[2]


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
