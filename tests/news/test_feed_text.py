"""What becomes of the texts and dates of a feed, and of a feed that is damaged anywhere."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from worker.errors import FeedError
from worker.news.feed import parse_feed
from worker.news.feed.dates import read_date
from worker.news.feed.plain import strip_markup, strip_title

URL = "https://bogaz.example/feed.xml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
FEEDS = Path(__file__).parent.parent / "data" / "feeds"


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("A &lt;script&gt;alert(1)&lt;/script&gt; B", "A <script>alert(1)</script> B"),
        ("A <script>alert(1)</script> B", "A B"),
        ("A <SCRIPT src=x>alert(1)", "A"),
        ("3 < 4 & 5 > 2", "3 < 4 & 5 > 2"),
        ("Dell&#8217;Italia &amp; T&uuml;rkiye", "Dell’Italia & Türkiye"),
        ("Ports &amp;amp; cables", "Ports & cables"),
        ("uno\x92s due", "uno’s due"),
        ("uno&#146;s due", "uno’s due"),
        ("soft\u200bly\ufeff", "softly"),
        ("a<b>b</b>c", "abc"),
        ("a <img src=x onerror=alert(1)> b", "a b"),
        ("<!-- hidden -->shown", "shown"),
        ("line\r\nend\ttab", "line end tab"),
    ],
)
def test_titles_are_plain(markup: str, plain: str) -> None:
    assert strip_title(markup) == plain


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br>b<br/><br/>c", "a\nb\n\nc"),
        ("<div><p>a</p></div>\n\n<div>b</div>", "a\n\nb"),
        ("a\nb\n\n\nc", "a b\n\nc"),
        ("<h2>T</h2>x <ul><li>one<li>two</ul>", "T\n\nx\n\none\n\ntwo"),
        ("<p> </p><br>", ""),
        ("<template>t</template><style>s</style><noscript>n</noscript>x", "x"),
        ("<pre>a</pre><address>b</address>", "a\n\nb"),
        ("<param>a<picture>b", "ab"),
    ],
)
def test_paragraphs_are_kept(markup: str, plain: str) -> None:
    assert strip_markup(markup) == plain


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        (
            "<p>Crotone &amp;amp; Marmaris: &amp;quot;kinder,&amp;quot; she said.</p>",
            'Crotone & Marmaris: "kinder," she said.',
        ),
        ("Dell&amp;#8217;Italia &amp;#x2013; T&amp;uuml;rkiye", "Dell’Italia – Türkiye"),
        ('<a href="https://a.example/?x=1&amp;y=2">Food &amp;amp; wine</a>', "Food & wine"),
        ("Write &amp;amp; where you mean &amp; in a page", "Write &amp; where you mean & in a page"),
        ("Write &amp;amp; and not & in a page", "Write &amp; and not & in a page"),
        ("&ldquo;Write &amp;amp; in a page,&rdquo; she said.", "“Write &amp; in a page,” she said."),
        ("They met R&amp;D; and left.", "They met R&D; and left."),
        ("<b>AT&amp;T</b>", "AT&T"),
    ],
)
def test_a_text_is_read_once_more_only_if_all_of_it_was_escaped_twice(markup: str, plain: str) -> None:
    assert strip_markup(markup) == plain


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("Tue, 29 Apr 2025 16:05:00 +0300", "2025-04-29T13:05"),
        ("Sal, 29 Nis 2025 16:05:00 +0300", "2025-04-29T13:05"),
        ("Çar, 05 Şub 2025 16:05:00 +0300", "2025-02-05T13:05"),
        ("Paz, 10 AĞU 2025 16:05 GMT+03:00", "2025-08-10T13:05"),
        ("29 Nisan 2025 Salı", "2025-04-29T00:00"),
        ("1 Kasım 2024, 09:30", "2024-11-01T09:30"),
        ("12 Eylül 2024 - 09:30", "2024-09-12T00:00"),
        ("mar, 29 apr 2025", "2025-04-29T00:00"),
        ("mar, 29 apr 2025 08:00:00 +0200", "2025-04-29T06:00"),
        ("lunedì 3 giugno 2024 ore 18.30 CEST", "2024-06-03T16:30"),
        ("venerdì, 1 agosto 2025 10:00:00 CEST", "2025-08-01T08:00"),
        ("Mon, 01 Dec 2025 10:00:00 TRT", "2025-12-01T07:00"),
        ("Apr 29, 2025 16:05 EST", "2025-04-29T21:05"),
        ("2025-04-29T16:05:00.123+03:00", "2025-04-29T13:05"),
        ("2025-04-29T16:05:00Z", "2025-04-29T16:05"),
        ("2025-04-29 16:05", "2025-04-29T16:05"),
        ("2025-04-29", "2025-04-29T00:00"),
        ("29.04.2025 16:05:00", "2025-04-29T16:05"),
        ("29/04/2025 16:05", "2025-04-29T16:05"),
        ("Tue, 29 Apr 25 16:05:00 GMT", "2025-04-29T16:05"),
        ("2099-01-01T00:00:00Z", "2099-01-01T00:00"),
        ("31 Feb 2025 10:00:00 GMT", None),
        ("Tue, 29 Apr 2025 25:00:00 GMT", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("2025-04-29T10:00:00+99:00", None),
        ("04/29/2025", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(written: str, moment: str | None) -> None:
    assert read_date(written) == (datetime.fromisoformat(moment).replace(tzinfo=UTC) if moment else None)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    moment = read_date(text)
    assert moment is None or moment.tzinfo is UTC


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 3), st.integers(0, 4000))
def test_damage_is_a_feed_or_a_feed_error(noise: bytes, which: int, place: int) -> None:
    body = (FEEDS / f"{('rss2', 'atom', 'rdf', 'warts')[which]}.xml").read_bytes()
    place %= len(body)
    try:
        feed = parse_feed(body[:place] + noise + body[place + len(noise) :], URL)
    except FeedError:
        return
    for entry in feed.entries:
        assert entry.identity
        assert not {"\x00", "\r", "\x0b"} & set(entry.title + entry.summary + entry.content)
        assert "\n" not in entry.title
