"""feedparser, called so that one broken entry does not cost the others.

A well-formed document is parsed whole. One that is not is parsed entry by entry: feedparser's lenient parser, which
would otherwise read all of it, lets a tag left open in one entry swallow the next.
"""

from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

import feedparser

from worker.news.feed.document import Document

# Per document, in characters. The lenient parser needs 5 s for a million of the worst we found ("<a " repeated).
MAX_LENIENT = 1_000_000
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


@dataclass(frozen=True, slots=True)
class Parsed:
    """What feedparser read: its dictionaries for the feed and its entries."""

    feed: dict[str, Any]
    entries: tuple[dict[str, Any], ...]
    warnings: tuple[str, ...] = ()


def parse_document(document: Document, url: str) -> Parsed:
    """The feed and its entries as feedparser has them."""
    fault = find_fault(document.text)
    if not fault:
        whole = run_feedparser(document.text, url)
        if not whole.warnings:
            return whole
        fault = whole.warnings[0]
    around = run_feedparser(document.around[:MAX_LENIENT], url)
    entries, left_out = parse_apart(document, url)
    warnings = [f"{fault}: read entry by entry"]
    if left_out:
        warnings.append(f"{left_out} left out, with broken markup too long to mend")
    return Parsed(around.feed, tuple(entries) or around.entries, tuple(warnings))


def parse_apart(document: Document, url: str) -> tuple[list[dict[str, Any]], int]:
    """The entries, each parsed in a document of its own, and how many were left out to bound the time."""
    entries: list[dict[str, Any]] = []
    budget, left_out = MAX_LENIENT, 0
    for entry in document.entries:
        alone = document.head + entry + document.tail
        # The strict parser is some twenty times as fast, but it too reads the head again for each entry.
        cost = len(alone) if find_fault(alone) else len(alone) // 20
        if cost > budget:
            left_out += 1
            continue
        budget -= cost
        entries += run_feedparser(alone, url).entries
    return entries, left_out


def find_fault(text: str) -> str:
    """Why a document is not well-formed XML, with namespaces; empty when it is."""
    parser = expat.ParserCreate(namespace_separator=" ")
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        return f"not well-formed ({error})"
    return ""


def run_feedparser(text: str, url: str) -> Parsed:
    """feedparser's result. It is given bytes, because it opens a string that looks like a url or a file's name."""
    try:
        result = feedparser.parse(
            (DECLARATION + text).encode(),
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
            # We strip all markup ourselves; without these two feedparser is 1.7 times as fast (docs/evidence.md).
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception:  # any: a feed that finds a bug in feedparser must not stop the others
        return Parsed({}, (), ("feedparser failed on it",))
    # Plain dictionaries: feedparser's own answer `published` when asked for an `updated` that is not there, and warn.
    return Parsed(dict(result["feed"]), tuple(map(dict, result["entries"])))
