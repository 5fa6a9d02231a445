"""Storing what a feed said: identity before content, in bulk, in the transaction that saves the feed's validators.

An entry with a known identity and the same content is no news to SQL. The same identity with other content is a
revision, judged like anything else. The same article in another feed is only noted as carried there.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from db.articles import find_carried, find_known, insert_articles, record_carriers
from db.models import Feed
from worker.news.identity import canonical_url, hash_content
from worker.news.plain import take_title
from worker.news.types import Entry

# Clocks of outlets run ahead by minutes, planned articles by hours; what lies further ahead is a mistake and counts as
# of now, else it would stand on top of every list until its day comes.
AHEAD = timedelta(hours=24)
# PostgreSQL indexes rows of up to 2,704 bytes. The parser keeps guids and urls of 2,000 characters, and one of those is
# up to four bytes, or twelve once it is escaped.
LONGEST_KEY = 2_000


def store_entries(session: Session, feed: Feed, entries: Sequence[Entry], now: datetime) -> int:
    """Insert what is new of a feed's entries as `arrived`. How many."""
    rows = [make_row(feed, entry, now) for entry in entries]
    known = find_known(session, feed.id, [row["identity"] for row in rows])
    fresh = [row for row in rows if row["content_hash"] not in known.get(row["identity"], {})]
    carried = find_carried(session, [row["canonical_url"] for row in fresh if row["canonical_url"]])
    elsewhere = [row for row in fresh if (row["canonical_url"], row["content_hash"]) in carried]
    arrived = [row for row in fresh if (row["canonical_url"], row["content_hash"]) not in carried]
    for row in arrived:
        row["revises_id"] = max(known.get(row["identity"], {}).values(), default=0) or None
    new = insert_articles(session, drop_repeats(arrived))
    held = [(carried[row["canonical_url"], row["content_hash"]], row["identity"]) for row in elsewhere]
    carriers = dict((*held, *new))
    marks = {"feed_id": feed.id, "first_seen_at": now}
    record_carriers(session, [{"article_id": one, "identity": name, **marks} for one, name in carriers.items()])
    return len(new)


def make_row(feed: Feed, entry: Entry, now: datetime) -> dict[str, Any]:
    """An entry as a row of `articles`."""
    text = entry.content if len(entry.content) >= len(entry.summary) else entry.summary
    title = entry.title.strip() or take_title(text)
    published = entry.published_at if entry.published_at and entry.published_at <= now + AHEAD else None
    return {
        "feed_id": feed.id,
        "identity": bound_key(entry.identity),
        "url": entry.url,
        "canonical_url": bound_key(canonical_url(entry.url)) if entry.url else None,
        "content_hash": hash_content(title, text),
        "title": title,
        "summary": entry.summary,
        "content": entry.content,
        "source": entry.source or feed.name,
        "declared_language": feed.language or entry.language,
        "published_at": published,
        "first_seen_at": now,
        "dated_at": min(published, now) if published else now,
        "backlog": feed.last_success_at is None,
        "bearing": feed.bearing,
    }


def bound_key(text: str) -> str:
    """A text short enough for an index: itself, or the hash of one that is too long."""
    packed = text.encode()
    return text if len(packed) <= LONGEST_KEY else f"sha256:{hashlib.sha256(packed).hexdigest()}"


def drop_repeats(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One document may list an article twice. The oldest goes in first: an update comes after what it updates."""
    ordered = sorted(rows, key=lambda row: row["dated_at"])
    return list({(row["identity"], row["content_hash"]): row for row in reversed(ordered)}.values())[::-1]
