"""Mails as a mail reader sees them: parsed back, both parts read, nothing of a feed's able to act."""

import re
from base64 import b64encode
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.net.messages import CREATED, DIGEST, HOSTILE, LONG_URL, STOP_URL, make_envelope, make_options
from worker.errors import DeliveryError
from worker.net.channels import Envelope
from worker.net.mail import LONGEST_SUBJECT, compose_mail, parse_recipient, render_html, render_text
from worker.net.text import fold_line, safe_url, slugify, split_marks
from worker.news.message import Line, Message


def compose(message: Message = DIGEST, envelope: Envelope | None = None) -> bytes:
    return compose_mail(message, envelope or make_envelope(), make_options(Path("unused"))).as_bytes()


def parse(data: bytes) -> EmailMessage:
    mail = message_from_bytes(data, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert not mail.defects
    return mail


def read_part(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert isinstance(part, EmailMessage)
    content: str = part.get_content()
    return content.replace("\r\n", "\n")


class PageReader(HTMLParser):
    """Collects a page's tags, links, languages and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.languages: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.languages += [value or "" for name, value in attrs if name == "lang" and tag in ("html", "div")]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_headers_thread_filter_and_stop_the_mail() -> None:
    mail = parse(compose())
    assert mail["Subject"] == DIGEST.subject
    assert (mail["From"], mail["To"]) == ("Galata <news@galata.example>", "anna@example.org")
    assert mail["Date"].datetime == CREATED
    assert re.fullmatch(r"<digest-1-2026-03-02\.[0-9a-f]{16}@galata\.galata\.example>", mail["Message-ID"])
    assert mail["References"] == mail["In-Reply-To"]
    assert re.fullmatch(r"<thread-[0-9a-f]{24}@galata\.galata\.example>", mail["References"])
    assert mail["List-Id"] == "<turkiye-italya.galata.galata.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe"] == f"<{STOP_URL}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.get_content_type() == "multipart/alternative"


def test_the_same_message_makes_the_same_bytes_and_another_id_another_mail() -> None:
    assert compose() == compose()
    other = parse(compose(envelope=make_envelope(message_id="digest:1:2026-03-03")))
    assert other["Message-ID"] != parse(compose())["Message-ID"]
    assert other["References"] == parse(compose())["References"]


def test_without_a_way_out_or_a_thread_no_header_claims_one() -> None:
    mail = parse(compose(replace(DIGEST, thread=""), Envelope("mailto:a@example.org", "plain-id")))
    assert mail["Message-ID"] == "<plain-id@galata.galata.example>"
    for name in ("List-Unsubscribe", "List-Unsubscribe-Post", "References", "In-Reply-To"):
        assert mail[name] is None


def test_every_line_is_short_ascii_and_ends_in_crlf() -> None:
    data = compose()
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert f"List-Unsubscribe: <{STOP_URL}>\r\n".encode() in data
    words = re.findall(rb"=\?utf-8\?[bq]\?[^?]*\?=", data)
    assert words, "the subject has letters beyond ASCII"
    assert max(map(len, words)) <= 75, "RFC 2047"


# What headlines of the three languages are made of, and what upsets encoders.
WORDS = (
    *("Türkiye", "İtalya", "Leonardo", "ve", "Baykar'ın", "uçağı,", "şirketler;", "perché", "città", "più", "x", "É"),
    *("–", "“alıntı”", "20,5", "%", "$40bn", "/", "(AA)", "=?", "?=", "assembly", "supercalifragilistic"),
    "Çok-uzun-bir-kelime-şöyle-böyle-gider-durur-hiç-bitmez-ki-sonu-gelmez",
)


@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=25).map(" ".join))
@example("assembly y Leonardo ortak x supercalifragilistic zz , / , ortak zz 20,5 x y")
@example("İtalya $40bn , 20,5 $40bn 20,5 zz più – ğ Türkiye insansız – x Türkiye . Baykar'ın $40bn")
def test_a_long_subject_is_folded_and_reads_whole(subject: str) -> None:
    subject = fold_line(subject, LONGEST_SUBJECT)
    data = compose(replace(DIGEST, subject=subject))
    assert parse(data)["Subject"] == subject
    assert str(make_header(decode_header(message_from_bytes(data)["Subject"].replace("\r\n", "")))) == subject
    lines = data[data.index(b"Subject:") : data.index(b"Date:")].split(b"\r\n")
    assert lines[0] != b"Subject:", "some readers take that for no subject"
    assert max(map(len, lines)) <= 78, "RFC 5322"
    assert max(map(len, re.findall(rb"=\?utf-8\?[bq]\?[^?]*\?=", data)), default=0) <= 75, "RFC 2047"


def test_titles_at_the_end_stand_under_each_other() -> None:
    titles = (
        "A museum in Turin lends maps of Galata to Ankara",
        "Una mostra di fotografie del porto di Genova a Izmir",
    )
    lines = [Line("" if number else "Near misses (2)", one, url=LONG_URL) for number, one in enumerate(titles)]
    message = replace(DIGEST, footer=tuple(lines))
    footer = render_text(message).partition("-- \n")[2].splitlines()
    assert [line.strip() for line in footer] == [f"Near misses (2): {titles[0]}", LONG_URL, titles[1], LONG_URL]
    assert " &middot; " not in render_html(message).partition("Near misses")[2]


def test_what_a_title_has_encoded_breaks_no_header() -> None:
    outer = f"=?utf-8?b?{b64encode((inner := '=?utf-8?q?a=0D=0ABcc:_victim@example.org?=').encode()).decode()}?="
    once, twice = (parse(compose(replace(DIGEST, subject=one))) for one in (inner, outer))
    assert (once["Subject"], once["Bcc"]) == ("a Bcc: victim@example.org", None)
    assert (twice["Subject"], twice["Bcc"]) == (inner, None), "decoded no further"


def test_the_text_part_reads_well() -> None:
    text = read_part(parse(compose()), "plain")
    assert text == render_text(DIGEST, STOP_URL)
    lines = text.splitlines()
    assert lines[:6] == [
        "2 stories, 1 moved since yesterday.",
        "",
        "Transport",
        "=========",
        "İzmir ile Ancona arasında yeni feribot hattı (moved)",
        " https://news.example/feribot?a=1&b=2",
    ]
    assert lines[6].startswith(" New:     Two *ferries* were ordered, and the first")
    assert lines[7].startswith(" " * 10)
    assert " Known:   The ports signed a letter of intent." in lines
    assert " why:     https://galata.example/why/1" in lines
    assert " wrong:   https://galata.example/wrong/1" in lines
    assert lines[-3:] == [
        " Coverage: 70 of 73 read.",
        " Settings: https://galata.example/settings",
        f" Stop these mails: {STOP_URL}",
    ]
    assert all(len(line) <= 78 or "https://" in line for line in lines)


def test_the_html_part_links_marks_and_names_languages() -> None:
    page = read_part(parse(compose()), "html")
    assert page.strip() == render_html(DIGEST, STOP_URL).strip()
    read = PageReader(page)
    assert read.languages == ["en", "tr", "it"]
    assert read.links == [
        "https://news.example/feribot?a=1&b=2",
        LONG_URL,
        "https://galata.example/why/1",
        "https://galata.example/wrong/1",
        "https://galata.example/settings",
        STOP_URL,
    ]
    assert ">ferries</mark>" in page
    assert re.search(r">why</a> &middot; <a [^>]*>wrong</a>", page)
    assert "prefers-color-scheme: dark" in page
    assert 'name="viewport"' in page
    assert not {"img", "script", "link", "iframe"} & set(read.tags), "nothing is fetched when the mail is opened"
    for words in ("İzmir ile Ancona", "Known:", "70 of 73 read.", "Stop these mails", "(moved)"):
        assert words in read.words


@pytest.mark.parametrize(
    ("language", "stop"),
    [("en", "Stop these mails"), ("tr", "Bu iletileri durdur"), ("it", "Interrompi questi messaggi")],
)
def test_every_part_says_its_own_language(language: str, stop: str) -> None:
    page = render_html(replace(DIGEST, language=language), STOP_URL)
    assert f'<html lang="{language}">' in page
    labels = re.findall(r'lang="(..)"[^>]*>(?:Known|Sources|Coverage|\(moved\))', page)
    assert labels == [language] * len(labels)
    assert len(labels) == 4, "the status word and three labels, one of them of the footer"
    assert '<div lang="it"' in page, "an outlet's headline keeps its own"
    assert re.search(rf'<p lang="{language}"[^>]*><a [^>]*>{stop}<', page)
    assert f" {stop}: {STOP_URL}" in render_text(replace(DIGEST, language=language), STOP_URL)


def test_both_parts_say_the_same() -> None:
    mail = parse(compose())
    squeeze = re.compile(r"[\s*=]+|https?://\S+")
    text = squeeze.sub("", read_part(mail, "plain"))
    page = squeeze.sub("", PageReader(read_part(mail, "html")).words)
    for block in (block for section in DIGEST.sections for block in section.blocks):
        for words in (block.headline, *(line.label + line.text for line in block.lines)):
            assert squeeze.sub("", words) in text.replace(":", "")
            assert squeeze.sub("", words) in page.replace(":", "")


def test_nothing_of_a_feed_becomes_a_header() -> None:
    mail = parse(compose(HOSTILE))
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Bugün Bcc: victim@example.org <b>body</b> [31m\ufffd"
    assert mail["List-Id"] == "<etc.galata.galata.example>"
    assert mail.get_content_type() == "multipart/alternative"


def test_nothing_of_a_feed_acts_in_a_page() -> None:
    page = render_html(HOSTILE)
    read = PageReader(page)
    assert not {"script", "img", "x", "b", "h1"} & set(read.tags)
    assert read.links == ['https://x.example/"onmouseover="alert(1)']
    assert not {"onload", "onmouseover", "onerror"} & read.attributes
    assert read.languages == ["en"]
    assert "\u202e" not in page
    assert "\x00" not in page
    assert "<script>alert('1')</script> gnp.exe" in read.words
    assert ">Leonardo</mark>" in page
    assert "javascript:" not in render_text(HOSTILE)


def test_a_message_with_nothing_in_it_is_still_a_mail() -> None:
    mail = parse(compose(Message("test", "", "")))
    assert read_part(mail, "plain").strip() == f"-- \n Stop these mails: {STOP_URL}"
    assert mail["List-Id"] == "<test.galata.galata.example>"
    assert mail["Date"].datetime.tzinfo is not None


GOOD = [
    ("mailto:a.b+c@example.org", "a.b+c@example.org"),
    ("mailto:a%2Bb@example.org?subject=x", "a+b@example.org"),
    ("mailto:a@bücher.example", "a@xn--bcher-kva.example"),
]
BAD = [
    "mailto:",
    "mailto:anna",
    "mailto:a@b@c.example",
    "mailto:a@b.example,c@d.example",
    "mailto:a%0d%0aRCPT@b.example",
    "mailto:a b@c.example",
    "mailto:<a@b.example>",
    "mailto:ığ@example.org",
    "mailto:a@" + "x" * 80 + ".org",
]


@pytest.mark.parametrize(("address", "mailbox"), GOOD)
def test_mail_addresses_are_read(address: str, mailbox: str) -> None:
    assert parse_recipient(address) == mailbox


@pytest.mark.parametrize("address", BAD)
def test_what_is_no_mail_address_is_refused_for_good(address: str) -> None:
    with pytest.raises(DeliveryError, match="mailto:name@example") as caught:
        compose(envelope=Envelope(address, "x"))
    assert caught.value.permanent
    assert "\n" not in str(caught.value)


def test_a_sender_that_is_none_is_the_channels_fault() -> None:
    options = replace(make_options(Path("unused")), mail_from="no address")
    with pytest.raises(DeliveryError, match="GALATA_MAIL_FROM") as caught:
        compose_mail(DIGEST, make_envelope(), options)
    assert (caught.value.scope, caught.value.permanent) == ("channel", True)


def test_lines_slugs_urls_and_marks() -> None:
    assert fold_line("a\r\n b\tc") == "a b c"
    assert fold_line("kelime " * 100, 20) == "kelime kelime kelim…"
    assert slugify("Türkiye–İtalya: IŞIK, ığdır & L’Aquila 2’de") == "turkiye-italya-isik-igdir-laquila-2de"
    assert slugify("../..") == ""
    assert [safe_url(url) for url in ("http://a", "//a", "data:x", "http://", "https://a b", "http://[", None)] == [
        "http://a",
        *[None] * 6,
    ]
    assert list(split_marks("abcdef", ((4, 9), (1, 3), (2, 4)))) == [
        ("a", False),
        ("bc", True),
        ("d", True),
        ("ef", True),
    ]
