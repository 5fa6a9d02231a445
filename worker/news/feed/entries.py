"""An entry as feedparser has it, as a value of ours: plain text, one identity, one moment."""

import calendar
import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from worker.news.feed.aggregated import restore_outlet
from worker.news.feed.dates import FIRST_YEAR, read_date
from worker.news.feed.parser import Parsed
from worker.news.feed.plain import strip_markup, strip_title
from worker.news.identity import canonical_url
from worker.news.redirect import is_aggregated, unwrap_url
from worker.news.types import Entry

# Headlines have 60 to 100 characters; an article of 100,000 would be a book of 40 pages.
MAX_TITLE = 1_000
MAX_TEXT = 100_000
# Browsers and servers give up on longer urls; a guid as long is an article in the wrong place.
MAX_URL = 2_000
LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?\Z", re.DOTALL)
Raw = Mapping[str, Any]


def read_entries(parsed: Parsed) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries of a feed, and a warning if some could not be used."""
    language = declared_language(parsed.feed)
    read = [read_entry(raw, language) for raw in parsed.entries]
    usable = tuple(entry for entry in read if entry.title or entry.summary or entry.content or entry.url)
    empty = len(read) - len(usable)
    return usable, (f"{empty} left out, with no title, no text and no url",) if empty else ()


def read_entry(raw: Raw, language: str | None) -> Entry:
    """One entry; `language` is what its feed declares."""
    title = strip_title(str(raw.get("title") or ""))[:MAX_TITLE]
    link = read_link(raw)
    summary, content = read_summary(raw), read_content(raw)
    entry = Entry(
        identity=identify_entry(raw, link, title, content or summary),
        title=title,
        url=unwrap_url(link) if link else None,
        summary=summary,
        content=content if content != summary else "",
        language=declared_language(raw) or language,
        published_at=read_moment(raw),
    )
    return restore_outlet(entry, raw) if link and is_aggregated(link) else entry


def read_summary(raw: Raw) -> str:
    """The description as plain text."""
    return strip_markup(str(raw.get("summary") or ""))[:MAX_TEXT]


def read_content(raw: Raw) -> str:
    """The fullest text content, empty when there is none."""
    bodies = [str(part.get("value") or "") for part in raw.get("content", ()) if is_text(str(part.get("type") or ""))]
    return max((strip_markup(body)[:MAX_TEXT] for body in bodies), key=len, default="")


def is_text(kind: str) -> bool:
    """Whether a content's type is one that holds words."""
    return not kind or kind.startswith("text/") or kind.endswith(("html", "xml"))


def read_link(raw: Raw) -> str | None:
    """The address that the entry gives: the outlet's own, when a feed service put its own over it."""
    for key in ("feedburner_origlink", "link"):
        url = re.sub(r"\s", "", str(raw.get(key) or ""))
        if url.startswith(("http://", "https://")) and len(url) <= MAX_URL:
            return url
    return None


def identify_entry(raw: Raw, url: str | None, title: str, text: str) -> str:
    """The guid; else the canonical url; else a hash of what it says."""
    guid = str(raw.get("id") or "").strip()
    if guid and len(guid) <= MAX_URL:
        return guid
    if url and not guid:
        return canonical_url(url)
    return "sha256:" + hashlib.sha256((guid or f"{title}\n{text}").encode()).hexdigest()


def declared_language(raw: Raw) -> str | None:
    """The language an entry or feed declares, as two letters."""
    details = [raw.get("title_detail") or {}, *raw.get("content", ())]
    # In a damaged feed, feedparser's "details" may be bare strings.
    declared = [raw.get("language"), *(detail.get("language") for detail in details if isinstance(detail, Mapping))]
    found = next(filter(None, (LANGUAGE.match(str(name or "").strip()) for name in declared)), None)
    return found[1].lower() if found else None


def read_moment(raw: Raw) -> datetime | None:
    """When it was published, else updated: as we read the date, else as feedparser does."""
    for key in ("published", "updated", "created"):
        moment = read_date(str(raw.get(key) or "")) or read_struct(raw.get(f"{key}_parsed"))
        if moment:
            return moment
    return None


def read_struct(parsed: Any) -> datetime | None:
    """feedparser's nine numbers in UTC as a moment."""
    try:
        moment = datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (TypeError, ValueError, OverflowError):
        return None
    return moment if moment and moment.year >= FIRST_YEAR else None
