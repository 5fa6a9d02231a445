"""Storing what a feed said: identity before content, in bulk, in the transaction that saves the feed's validators.

An entry with a known identity and the same content is no news to SQL. The same identity with other content is a
revision, judged like anything else. The same article in another feed is only noted as carried there.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from db.articles import find_carried, find_known, find_said, insert_articles, record_carriers
from db.models import Feed
from worker.news.identity import canonical_url, hash_content, is_front_page
from worker.news.lead import HEADLINE_WINDOW
from worker.news.plain import take_title
from worker.news.text import words
from worker.news.types import Entry
from worker.pipeline.addresses import bound_key, resolve_addresses
from worker.pipeline.furniture import mark_furniture

# Clocks of outlets run ahead by minutes, planned articles by hours; what lies further ahead is a mistake and counts as
# of now, else it would stand on top of every list until its day comes.
AHEAD = timedelta(hours=24)
HEADLINE_WORDS = 12  # as in relation.py: what says no more may say the same of another day


def store_entries(session: Session, feed: Feed, entries: Sequence[Entry], now: datetime) -> int:
    """Insert what is new of a feed's entries as `arrived`. How many."""
    rows = [make_row(feed, entry, now) for entry in entries]
    drop_shared_addresses(rows)
    known = find_known(session, feed.id, [row["identity"] for row in rows])
    fresh = [row for row in rows if row["content_hash"] not in known.get(row["identity"], {})]
    resolve_rows(session, fresh)
    held = find_held(session, feed, fresh)
    arrived = [row for place, row in enumerate(fresh) if place not in held]
    for row in arrived:
        row["revises_id"] = max(known.get(row["identity"], {}).values(), default=0) or None
    if arrived:
        mark_furniture(session, feed.id, rows, arrived, now)
    new = insert_articles(session, drop_repeats(arrived))
    carriers = dict((*((article_id, fresh[place]["identity"]) for place, article_id in held.items()), *new))
    marks = {"feed_id": feed.id, "first_seen_at": now}
    record_carriers(session, [{"article_id": one, "identity": name, **marks} for one, name in carriers.items()])
    return len(new)


def drop_shared_addresses(rows: Sequence[dict[str, Any]]) -> None:
    """Take for no article's address what is a front page, or what a document gives to articles of different headlines:
    a section, or a page that its outlet goes on writing to."""
    titles: dict[str, set[str]] = {}
    for row in rows:
        titles.setdefault(row["canonical_url"] or "", set()).add(" ".join(words(row["title"])))
    for row in rows:
        url = row["canonical_url"]
        if url is not None and (len(titles[url]) > 1 or is_front_page(url)):
            row["canonical_url"] = None


def resolve_rows(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Give rows the addresses of the pages that theirs were found to lead to."""
    found = resolve_addresses(session, {row["canonical_url"] for row in rows if row["canonical_url"]})
    for row in rows:
        row["canonical_url"] = found.get(row["canonical_url"], row["canonical_url"])


def find_held(session: Session, feed: Feed, rows: Sequence[dict[str, Any]]) -> dict[int, int]:
    """Of those of the rows that are here under another name: their place → the article's id. At the same address, by
    whatever feed; or said by this feed, whose guids change with each poll, and something in its addresses with them."""
    carried = find_carried(session, [row["canonical_url"] for row in rows if row["canonical_url"]])
    said = find_said(session, feed.id, [row["content_hash"] for row in rows])
    held: dict[int, int] = {}
    for place, row in enumerate(rows):
        again = (one.id for one in said.get(row["content_hash"], ()) if is_repeated(row, one))
        found = carried.get((row["canonical_url"], row["content_hash"])) or next(again, None)
        if found is not None:
            held[place] = found
    return held


def is_repeated(row: dict[str, Any], other: Any) -> bool:
    """Whether an entry is an article that the same feed brought in the same words, though under another guid."""
    if abs(row["dated_at"] - other.dated_at) > HEADLINE_WINDOW:
        return False
    url, other_url = row["canonical_url"], other.canonical_url
    if url is None or other_url is None:
        return url is other_url
    # A headline alone may be a set phrase ("The week in pictures"), and its page another.
    telling = len(words(f"{row['title']} {row['summary']} {row['content']}")) > HEADLINE_WORDS
    return telling and url.partition("?")[0] == other_url.partition("?")[0]


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


def drop_repeats(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One document may list an article twice, under one guid or two. The oldest goes in first: an update comes after
    what it updates."""
    ordered = sorted(rows, key=lambda row: row["dated_at"])
    for names in (("identity", "content_hash"), ("canonical_url", "content_hash")):
        # What has no address is known by its guid alone.
        keyed = {tuple(row[name] or row["identity"] for name in names): row for row in reversed(ordered)}
        ordered = list(keyed.values())[::-1]
    return ordered
