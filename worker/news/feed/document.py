"""A feed document that may be parsed: known to be one, of bounded size, and closed at its end."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from worker.errors import FeedError
from worker.news.feed.dates import read_date
from worker.news.feed.outline import MAX_TAGS, Outline, Span, outline_feed
from worker.news.feed.plain import strip_title

ROOTS = frozenset(("rss", "feed", "rdf", "channel"))
# 59 MB in 981 real feeds are 60 kB a feed, and the largest full-text ones stay under 3 MB.
MAX_LENGTH = 8_000_000
# Polled once an hour, no outlet writes as many between two polls (docs/evidence.md: 35 entries a feed).
MAX_ENTRIES = 500
PREAMBLE = 4_000
"""How far into the text a feed may begin: outlets' software prints warnings before it."""
BEGIN = re.compile(r"(?i)<\?xml|<(?:rss|feed|rdf:rdf)[\s>]")
DECLARATION = re.compile(r"<\?xml[^>]{0,500}\?>")
DOCTYPE = re.compile(r"(?i)<!doctype[^\[<>]*+(?:\[(?P<subset>.*?)\]\s*)?>", re.DOTALL)
DATED = re.compile(
    r"<(?:pubDate|published|updated|(?:dc|a10|atom):(?:date|updated))\b[^<>]*+>(?:<!\[CDATA\[)?([^<\]]{6,80})"
)
TITLE = re.compile(r"(?is)<title[^<>]*+>(.{1,200}?)</title")
# Entries that name no date come after those that do.
UNDATED = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Document:
    """A feed, cut into what stands around its entries and the entries that are kept."""

    head: str
    entries: tuple[str, ...]
    tail: str
    warnings: tuple[str, ...] = ()

    @property
    def around(self) -> str:
        """What the feed says of itself."""
        return self.head + self.tail

    @property
    def text(self) -> str:
        """The whole, for a parser."""
        return self.head + "".join(self.entries) + self.tail


def open_document(text: str, url: str) -> Document:
    """The document of a feed. FeedError, with what it seems to be, for anything else."""
    warnings = []
    if len(text) > MAX_LENGTH:
        warnings.append(f"longer than {MAX_LENGTH} characters: cut there")
    text, junk = remove_prolog(text[:MAX_LENGTH], url)
    if junk:
        warnings.append("text before the feed removed")
    outline = outline_feed(text)
    check_feed(text, outline, url)
    return cut_document(text, outline, warnings)


def remove_prolog(text: str, url: str) -> tuple[str, bool]:
    """The text from its root on, and whether other words stood before it. A DOCTYPE goes, and its entities with it."""
    begin = BEGIN.search(text[:PREAMBLE])
    junk = text[: begin.start()].strip() if begin else ""
    text = DECLARATION.sub("", text[begin.start() if begin else 0 :], count=1).lstrip()
    doctype = DOCTYPE.match(text)
    if doctype is None and text[:9].upper() == "<!DOCTYPE":
        raise FeedError(url, "its DOCTYPE does not end")
    return text[doctype.end() :] if doctype else text, bool(junk)


def check_feed(text: str, outline: Outline, url: str) -> None:
    """FeedError when it is no feed, or one that must not be parsed."""
    if outline.root.rpartition(":")[2].lower() not in ROOTS:
        raise FeedError(url, describe_stranger(text, outline.root))
    if outline.fault:
        raise FeedError(url, f"not parsed, because it holds {outline.fault}")


def describe_stranger(text: str, root: str) -> str:
    """What a document that is no feed seems to be."""
    start = text.lstrip()[:1]
    if not start:
        return "the body is empty"
    if root.lower() in ("html", "head", "body", "title", "meta", "div", "script", "br", "p"):
        title = TITLE.search(text[:20_000])
        return "a web page, not a feed" + (f": {strip_title(title[1])[:80]!r}" if title else "")
    if start in "{[":
        return "JSON, not an RSS or Atom feed"
    known = {"urlset": "a sitemap", "sitemapindex": "a sitemap", "opml": "a list of feeds (OPML)"}
    if root:
        return f"{known.get(root, f'XML that begins with <{root[:40]}>')}, not a feed"
    return "plain text or binary data, not a feed"


def cut_document(text: str, outline: Outline, warnings: list[str]) -> Document:
    """The document with the entries worth parsing."""
    sound = [span for span in outline.spans if not span.fault]
    faults = Counter(span.fault for span in outline.spans if span.fault)
    warnings += [f"{count} left out, with {fault}" for fault, count in faults.items()]
    kept = choose_newest(text, sound)
    if len(kept) < len(sound):
        warnings.append(f"{len(sound)} entries: the newest {len(kept)} kept")
    if not outline.complete:
        warnings.append("the end is missing: what was complete before it is kept")
    if not outline.spans:
        return Document(text, (), "" if outline.complete else outline.closers, tuple(warnings))
    end = outline.spans[-1].end
    tail = text[end:] if outline.complete else outline.closers
    entries = tuple(text[span.start : span.end] for span in kept)
    return Document(text[: outline.spans[0].start], entries, tail, tuple(warnings))


def choose_newest(text: str, spans: list[Span]) -> list[Span]:
    """The newest that fit the limits of entries and tags, in the order of the feed."""
    if len(spans) <= MAX_ENTRIES and sum(span.tags for span in spans) <= MAX_TAGS:
        return spans
    newest = sorted(spans, key=lambda span: date_span(text, span), reverse=True)
    return sorted(take_budget(newest), key=lambda span: span.start)


def take_budget(spans: Iterable[Span]) -> list[Span]:
    """The first of `spans` whose tags, together, may be parsed."""
    taken: list[Span] = []
    tags = 0
    for span in spans:
        tags += span.tags
        if tags > MAX_TAGS or len(taken) == MAX_ENTRIES:
            break
        taken.append(span)
    return taken


def date_span(text: str, span: Span) -> datetime:
    """When an entry says it appeared."""
    written = DATED.search(text, span.start, span.end)
    return (read_date(written[1]) if written else None) or UNDATED
