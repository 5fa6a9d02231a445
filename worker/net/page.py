"""The bytes of a page -> what it says: the article's text, and whether it is paid for.

What stands around an article (menus, cookie banners, related stories, comments, captions) is left out; trafilatura
decides what is what, for precision rather than completeness. Pages are strangers' HTML: only the child process of
worker/net/extract.py comes here.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction

from worker.charset import HEADER, decode_bytes, find_named
from worker.net.furniture import drop_boxes, drop_link_lines, flatten_tables, is_rights_line
from worker.net.walls import is_wall

META_CHARSET = re.compile(rb"""(?i)<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._-]{1,40})""")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# An outlet's page has some thousand elements, thirty deep; a live blog of a whole day some ten thousand. What is
# beyond costs the extraction minutes, or the recursion of a library its stack (benchmarks/article_quality.py).
MAX_ELEMENTS, MAX_DEPTH = 25_000, 400
MAX_TITLE, MAX_TEXT, MAX_ADDRESS = 500, 200_000, 2_000
# Fewer words than these are a teaser or a notice; what JSON-LD says is asked then.
FEW_WORDS = 40
HEADLINE_WORDS = 3
NOT_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*(?:"?\s*false\b|"http[^"]{0,40}/False")', re.IGNORECASE)
METERED = frozenset({"locked", "metered", "premium", "paid", "subscriber", "subscription"})
TIERS = "//meta[@property='article:content_tier' or @name='article:content_tier' or @name='content_tier']/@content"
NAMES = "//*[@itemprop='isAccessibleForFree']/@content"
JSON_LD = "//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]/text()"
MAX_JSON = 1_000_000


class UnreadableError(Exception):
    """A page that is not taken apart: not built like any that an outlet serves."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says. `text` has an empty line between paragraphs, and is empty when there is no article."""

    text: str
    paywalled: bool
    canonical: str = ""
    """The address that the page gives as its own, as written."""


def read_page(body: bytes, content_type: str | None) -> PageText:
    """Read a page. Raises UnreadableError; costs what the process's limits allow."""
    markup = decode_page(body, content_type)
    root = parse_html(markup)
    check_size(root)
    title = find_title(root)
    scripts = [str(script) for script in root.xpath(JSON_LD) if len(script) <= MAX_JSON]
    paywalled = is_paywalled(root, scripts)
    canonical = find_canonical(root)
    return PageText(find_text(root, markup, scripts, title), paywalled, canonical)


# --- From bytes to a tree ---------------------------------------------------------------------------------------------
def decode_page(body: bytes, content_type: str | None) -> str:
    """Return the page as text: what is UTF-8 is read so, else by the header's charset, the page's own, cp1254."""
    header, meta = HEADER.search(content_type or ""), META_CHARSET.search(body[:8192])
    declared = find_named(header[1] if header else None, meta[1].decode("ascii") if meta else None)
    return CONTROLS.sub(" ", decode_bytes(body, declared).text)


def parse_html(text: str) -> HtmlElement:
    """Return the page's tree, without comments."""
    parser = HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError(f"is not HTML that can be read ({type(error).__name__})") from None


def check_size(root: HtmlElement) -> None:
    """Raise UnreadableError for a tree that no outlet's page has."""
    elements = depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if elements > MAX_ELEMENTS or depth > MAX_DEPTH:
            what = f"more than {MAX_ELEMENTS:,} elements" if elements > MAX_ELEMENTS else "elements nested too deeply"
            raise UnreadableError(f"has {what}: not taken apart")


# --- What the head says -----------------------------------------------------------------------------------------------
def find_title(root: HtmlElement) -> str:
    """Return the headline: as shared, as shown, or as in the window's title."""
    shared = root.xpath("//meta[@property='og:title']/@content")
    shown = (heading.text_content() for heading in root.xpath("//h1[1] | //head/title"))
    found = (" ".join(text.split()) for text in (*shared, *shown))
    return next(filter(None, found), "")[:MAX_TITLE]


def find_canonical(root: HtmlElement) -> str:
    """Return the address by which a page wants to be known: rel=canonical, else the one it is shared by."""
    found = (*root.xpath("//link[@rel='canonical']/@href"), *root.xpath("//meta[@property='og:url']/@content"))
    return next((url.strip() for url in map(str, found) if 0 < len(url.strip()) <= MAX_ADDRESS), "")


def is_paywalled(root: HtmlElement, scripts: list[str]) -> bool:
    """Whether the page says that not all of it is for everybody: schema.org's flag, or an article's tier."""
    flags = (str(value).strip().lower() for value in root.xpath(NAMES))
    tiers = (str(value).strip().lower() for value in root.xpath(TIERS))
    return "false" in flags or not METERED.isdisjoint(tiers) or any(map(NOT_FREE.search, scripts))


# --- The article ------------------------------------------------------------------------------------------------------
def find_text(root: HtmlElement, markup: str, scripts: list[str], title: str) -> str:
    """Return the article's paragraphs, or "" when all there is says why there is none."""
    paragraphs = list(extract_paragraphs(root, title))
    if count_words(paragraphs) < FEW_WORDS and (tables := parse_html(markup)).find(".//td") is not None:
        flatten_tables(tables)
        paragraphs = max(paragraphs, list(extract_paragraphs(tables, title)), key=count_words)
    if count_words(paragraphs) < FEW_WORDS:
        # Pages that a script fills often carry the text for search engines.
        written = list(split_paragraphs(find_article_body(scripts), title))
        paragraphs = max(paragraphs, written, key=count_words)
    return "" if is_wall(title, paragraphs) else "\n\n".join(limit_text(paragraphs))


def extract_paragraphs(root: HtmlElement, title: str) -> Iterator[str]:
    """Give what trafilatura takes for the article. The tree is used up."""
    drop_link_lines(root)
    drop_boxes(root)
    found = bare_extraction(root, favor_precision=True, include_comments=False, include_tables=False)
    return split_paragraphs("" if found is None else str(getattr(found, "text", "") or ""), title)


def split_paragraphs(text: str, title: str) -> Iterator[str]:
    """Give the lines as paragraphs, without list marks, the headline said again and whose the text is."""
    for line in CONTROLS.sub(" ", text).splitlines():
        paragraph = " ".join(line.removeprefix("- ").split())
        if paragraph and not is_headline(paragraph, title) and not is_rights_line(paragraph):
            yield paragraph


def is_headline(paragraph: str, title: str) -> bool:
    """Whether a paragraph is the headline, which a window's title has with the outlet's name behind it."""
    return paragraph == title or (len(paragraph.split()) >= HEADLINE_WORDS and title.startswith(paragraph))


def find_article_body(scripts: list[str]) -> str:
    """Return the longest `articleBody` of JSON-LD, without markup."""
    bodies = [body for script in scripts for body in walk_bodies(script)]
    text = max(bodies, key=len, default="")
    return re.sub("<[^<>]*>", "\n", html.unescape(text)) if "<" in text or "&" in text else text


def walk_bodies(script: str) -> Iterator[str]:
    """Give every `articleBody` of a JSON-LD script, however deep."""
    try:
        waiting = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(body := value.get("articleBody"), str):
                yield body
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def count_words(paragraphs: list[str]) -> int:
    """Count what stands between spaces."""
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def limit_text(paragraphs: list[str]) -> Iterator[str]:
    """Give the paragraphs that fit into MAX_TEXT; one that is too long by itself is cut."""
    left = MAX_TEXT
    for paragraph in paragraphs:
        if len(paragraph) > left:
            if left == MAX_TEXT:
                yield paragraph[:left]
            return
        yield paragraph
        left -= len(paragraph) + 2
