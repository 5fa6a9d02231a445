"""Where an aggregator's link leads, read off it; and that nothing comes out that may not stand as an address."""

from base64 import urlsafe_b64encode
from html import escape
from time import process_time
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.lead import is_lead
from worker.news.redirect import unwrap_url

NEWS = "https://news.google.com/rss/articles/"


def make_id(target: str, *, length: int | None = None) -> str:
    """An id of the old kind: a number, an address behind its length, an empty address of an AMP page."""
    packed = target.encode()
    size = len(packed) if length is None else length
    head = bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])
    return urlsafe_b64encode(b"\x08\x13\x22" + head + packed + b"\xd2\x01\x00").decode().rstrip("=")


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
