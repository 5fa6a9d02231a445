"""OPML from anywhere: folders, encodings, and files that are written to do harm."""

from datetime import datetime

import pytest

from worker.errors import UsageError
from worker.pipeline.feedlist import FeedFacts
from worker.pipeline.opml import MAX_BYTES, parse_opml, write_opml

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<opml><body><outline text="&b;" xmlUrl="https://example.org/x"/></body></opml>"""
THIEF = b"""<?xml version="1.0"?>
<!DOCTYPE opml SYSTEM "file:///etc/passwd">
<opml><body/></opml>"""


def wrap(outlines: str, encoding: str = "UTF-8") -> bytes:
    text = f'<?xml version="1.0" encoding="{encoding}"?><opml version="1.1"><body>{outlines}</body></opml>'
    return text.encode(encoding)


def fail(content: bytes) -> str:
    with pytest.raises(UsageError) as caught:
        parse_opml(content, "list.opml")
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("content", [BOMB, THIEF])
def test_a_document_type_is_refused(content: bytes) -> None:
    assert fail(content) == "list.opml:2: declares a document type, which is not read; remove <!DOCTYPE …>"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not OPML"),
        (b"\x00\x01\x02", "not OPML"),
        (wrap("")[:-9], "not OPML"),
        (wrap('<outline text="&undefined;"/>'), "not OPML"),
        (b'<?xml version="1.0" encoding="klingon"?><opml/>', "not OPML"),
        (b"<html><body/></html>", "begins with <html>, not <opml>"),
        (b" " * (MAX_BYTES + 1), "larger than 5 MB"),
        (wrap('<outline xmlUrl="https://example.org/x"/>' * 20_001), "more than 20000 feeds"),
    ],
)
def test_what_is_no_list_is_refused_in_one_line(content: bytes, said: str) -> None:
    assert said in fail(content)


def test_deep_folders_do_not_end_the_program() -> None:
    deep = '<outline text="x">' * 50_000 + '<outline xmlUrl="https://example.org/x"/>' + "</outline>" * 50_000
    assert [one.category for one in parse_opml(wrap(deep), "list.opml")] == ["x"]


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-9", "UTF-16"])
def test_names_come_through_in_any_encoding(encoding: str) -> None:
    (found,) = parse_opml(wrap('<outline text="Öğüt" xmlURL=" https://example.org/x "/>', encoding), "list.opml")
    assert (found.title, found.url) == ("Öğüt", "https://example.org/x")


def test_the_nearest_folder_is_the_category() -> None:
    nested = (
        '<outline text="Outer"><outline title="Inner"><outline title="A" xmlUrl="https://a.example/"/></outline>'
        '<outline title="B" xmlUrl="https://b.example/"/></outline><outline title="C" xmlUrl="https://c.example/"/>'
    )
    assert [one.category for one in parse_opml(wrap(nested), "list.opml")] == ["Inner", "Outer", ""]


def test_what_is_written_can_be_read_whatever_the_names_hold(clock: datetime) -> None:
    names = ['<"quoted" & odd>', "bell\x07 and null\x00", "Ağrı'nın sesi"]
    feeds = [
        FeedFacts(name, "active", None, None, 0, 0, None, f"https://e.example/{n}?a=1&b=2", "user", "tr", None, "a & b")
        for n, name in enumerate(names)
    ]
    found = parse_opml(write_opml(feeds, clock).encode(), "list.opml")
    assert [one.url for one in found] == [feed.url for feed in feeds]
    assert [one.title for one in found] == ['<"quoted" & odd>', "bell  and null", "Ağrı'nın sesi"]
    assert {one.category for one in found} == {"a & b"}
