"""Entries of an aggregator, made to say what the outlet said: its headline, its name, and no words of the aggregator.

Google News writes "Headline - Outlet", names the outlet in <source>, and lists links and outlets where others have a
summary. Google Alerts writes a snippet; its outlet stands in the title or is known by its site. Bing names it in
<News:Source>.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from worker.news.feed.plain import strip_markup, strip_title
from worker.news.identity import strip_outlet
from worker.news.lead import is_lead, is_publisher
from worker.news.redirect import split_url
from worker.news.text import words
from worker.news.types import Entry

OPENING = re.compile(r"(?i)<(?:a|font)\b")
CLOSING = re.compile(r"(?i)</(?:a|font)\s*>")
# What stands between a headline and its outlet.
BETWEEN = " \u00a0-–—|·•»"
LONGEST_NAME = 100


def restore_outlet(entry: Entry, raw: Mapping[str, Any]) -> Entry:
    """An aggregator's entry as the outlet's: bare title, outlet as source, no summary that is only links."""
    name = read_outlet(raw)
    title = cut_outlet(entry.title, name, entry.url)
    source = name or entry.title[len(title) :].strip(BETWEEN) or name_site(entry.url)
    if not says_something(raw, title, source):
        entry = replace(entry, summary="", content="")
    return replace(entry, title=title, source=source)


def read_outlet(raw: Mapping[str, Any]) -> str | None:
    """The outlet as the aggregator names it."""
    source = raw.get("source")
    named = source.get("title") if isinstance(source, Mapping) else None
    return strip_title(str(named or raw.get("news_source") or ""))[:LONGEST_NAME] or None


def cut_outlet(title: str, name: str | None, url: str | None) -> str:
    """A title without the outlet at its end: the one that is named, else the site's, else what looks like one."""
    if name is None:
        head, dash, tail = title.rpartition(" - ")
        return head.rstrip() if dash and head.strip() and is_publisher(tail, None, url) else strip_outlet(title, None)
    head = title.removesuffix(name).rstrip()
    if head != title and head.endswith("-") and head.strip(BETWEEN):
        return head.rstrip(BETWEEN)  # also where the name has a dash of its own ("Il Sole 24 Ore - Radiocor")
    return strip_outlet(title, name)


def name_site(url: str | None) -> str | None:
    """The outlet's site, where nothing else names it; none for an aggregator's link."""
    parts = split_url(url) if url and not is_lead(url) else None
    return (parts.hostname or "").removeprefix("www.") if parts else None


def says_something(raw: Mapping[str, Any], title: str, source: str | None) -> bool:
    """Whether there is text besides links, names of outlets and the headline again."""
    markups = [str(raw.get("summary") or ""), *(str(part.get("value") or "") for part in raw.get("content", ()))]
    said = words(" ".join(strip_markup(read_outside(markup)) for markup in markups))
    return not set(said) <= {*words(title), *words(source or "")}


def read_outside(markup: str) -> str:
    """What of a summary stands outside of links and of the grey names behind them."""
    return " ".join(OPENING.split(piece, maxsplit=1)[0] for piece in CLOSING.split(markup))
