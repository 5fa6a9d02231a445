"""Two addresses of one page: what reading it shows, remembered, so that what comes under either is one article.

A feed may link through a redirector, or by an address of a section; the page tells where it stands.
"""

import hashlib
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.articles import find_article, insert_missing
from db.models import Article
from db.page_models import PageAddress
from worker.news.identity import canonical_url, choose_address
from worker.news.reading import LEAST_SHARED, list_stems

# PostgreSQL indexes rows of up to 2,704 bytes. The parser keeps guids and urls of 2,000 characters, and one of those is
# up to four bytes, or twelve once it is escaped.
LONGEST_KEY = 2_000
# Articles at an address that are asked whether they tell the same; one is usual, with revisions a few.
MOST_HOLDERS = 8


def bound_key(text: str) -> str:
    """A text short enough for an index: itself, or the hash of one that is too long."""
    packed = text.encode()
    return text if len(packed) <= LONGEST_KEY else f"sha256:{hashlib.sha256(packed).hexdigest()}"


def resolve_addresses(session: Session, urls: Collection[str]) -> dict[str, str]:
    """Of those of the addresses that lead to a page with another one: that."""
    return {row.url: row.page_url for row in session.scalars(select(PageAddress).where(PageAddress.url.in_(urls)))}


def find_address(session: Session, url: str) -> str:
    """An address, or that of the page it leads to."""
    return resolve_addresses(session, [url]).get(url, url)


def find_named(session: Session, key: str) -> Article | None:
    """An article by id, name, or address in any spelling, also one that leads to its page."""
    return find_article(session, key) or find_article(session, find_address(session, bound_key(canonical_url(key))))


def note_address(session: Session, article: Article, final_url: str, canonical: str, now: datetime) -> str | None:
    """Know an article by the address of its page from now on, and what comes under its old one. The new address; None
    where it is the old one, or cannot be."""
    old = article.canonical_url
    own = choose_address(final_url, canonical)
    if own is None or old is None:
        return None
    own = find_address(session, bound_key(own))
    if own == old or is_held_by_another(session, own, article):
        return None
    session.execute(update(PageAddress).where(PageAddress.page_url == old).values(page_url=own))
    insert_missing(session, PageAddress, [{"url": old, "page_url": own, "found_at": now}])
    session.execute(update(Article).where(Article.id == article.id).values(canonical_url=own))
    return own


def is_held_by_another(session: Session, url: str, article: Article) -> bool:
    """Whether articles at an address tell other things, by their headlines: then it is no page's own."""
    held = Article.canonical_url == url, Article.id != article.id
    titles = session.scalars(select(Article.title).where(*held).order_by(Article.id.desc()).limit(MOST_HOLDERS)).all()
    ours = list_stems(f"{article.title} {article.summary}")
    stems = [list_stems(title) for title in titles]
    return bool(stems) and not any(len(ours & one) >= LEAST_SHARED * min(len(ours), len(one)) for one in stems)
