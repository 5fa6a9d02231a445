"""Read: the pages of articles whose feeds have only an abstract, asked for politely; what came is judged again.

One page a host at a time, by all workers together, as far apart as robots.txt and the settings say. The article waits
for nothing: it was judged, placed and told by its abstract, and goes the same way once more when its text is there.
"""

import asyncio
import logging
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.articles import MAX_ATTEMPTS, insert_missing
from db.leases import complete_row, lease_end
from db.models import Article
from db.page_models import ArticlePage, Host
from db.pages import claim_pages, count_hosts, find_slot, list_hosts, was_read
from worker.errors import FetchError, LeaseLostError
from worker.net.article import Page, PageRequest, Reading, read_pages
from worker.net.http import hide_userinfo
from worker.news.reading import Choice, choose_text
from worker.pipeline.addresses import note_address
from worker.pipeline.convert import make_item
from worker.pipeline.failures import is_database_lost
from worker.pipeline.feeds import name_agent
from worker.pipeline.furniture import mark_page
from worker.pipeline.runtime import Runtime

log = logging.getLogger(__name__)
# One page each of so many hosts: some seconds, and at worst the 150 s after which read_pages ends a batch. A task has
# 240 s by default.
BATCH = 8
# An outlet that is away for a moment is asked again soon, one that is down once more a little later, and then no more:
# by tomorrow nobody waits for the text.
AGAIN = (timedelta(minutes=10), timedelta(hours=1))
# While others are busy with its article, a page that was read is put off for so long.
SOON = timedelta(minutes=1)


def read_wanted(runtime: Runtime, limit: int = BATCH) -> Counter[str]:
    """Claim up to `limit` wanted pages, read them, and send their articles through judgement again. How many came to
    what: read, unfit, refused, failed, later. Empty: none may be asked for now."""
    now, settings = runtime.now(), runtime.settings
    if not settings.full_text:
        return Counter()
    spacing = timedelta(seconds=settings.page_interval_seconds)
    with runtime.database.write() as session, session.begin():
        pages = claim_pages(session, now, lease_end(now, settings.lease_seconds), limit, spacing)
        hosts = list_hosts(session, {name for page in pages for name in list_names(page.host)})
    requests = [PageRequest(page.url) for page in pages]
    if not requests:
        return Counter()
    kept = {name: text for name, host in hosts.items() if (text := find_robots(host, now)) is not None}
    agent = name_agent(settings)
    readings = asyncio.run(read_pages(requests, now=now, allow=settings.http_allow, user_agent=agent, kept=kept))
    return Counter(try_storing(runtime, *pair) for pair in zip(pages, readings, strict=True))


def list_names(host: str) -> tuple[str, str]:
    """A host, and the one that it most often leads to: with or without www."""
    return host, host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"


def find_robots(host: Host, now: datetime) -> str | None:
    """What is known of a host's robots.txt; None: it must be asked for."""
    return host.robots if host.robots_until is not None and host.robots_until > now else None


def try_storing(runtime: Runtime, page: ArticlePage, reading: Reading) -> str:
    """`store_reading`, and a line in the log. A page that cannot be stored stops no other; it is asked for again when
    its lease has run out."""
    try:
        values = store_reading(runtime, page, reading)
    except LeaseLostError as error:
        log.warning("%s", error)
        return "lease_lost"
    except Exception as error:
        if is_database_lost(error):
            raise
        log.exception("the page of article %s could not be stored", page.article_id)
        return "later"
    state = str(values["state"])
    level = logging.WARNING if state == "failed" else logging.DEBUG
    log.log(level, "%s: %s: %s", hide_userinfo(page.url), state, values.get("note") or values.get("error"))
    return "later" if state == "wanted" else state


def store_reading(runtime: Runtime, page: ArticlePage, reading: Reading) -> dict[str, Any]:
    """Write down what came of a page, in one transaction; the columns of its row. The article first, then the page,
    then the host: who judges articles takes them in this order, too. LeaseLostError: another reader has the page."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        trusted, error = was_read(session, page), reading.error
        values = describe_error(page, error, now) if error else settle_page(page, reading.page, now, trusted=trusted)
        text = values.pop("text", None)
        if text is not None and replace_text(session, page, text, now):
            values["note"] += tell_address(session, page, reading.page, now)
        elif text is not None:
            values = {"state": "wanted", "next_attempt_at": now + SOON, "attempts": 0, "error": "its article was busy"}
        if not complete_row(session, ArticlePage, page.id, page.lease_token or "", **values):
            raise LeaseLostError(f"page {page.id} belongs to another reader by now")
        note_hosts(session, page, reading, now)
    return values


def tell_address(session: Session, page: ArticlePage, came: Page | None, now: datetime) -> str:
    """Know the article by its page's own address; what is said of it, for the note."""
    own = note_address(session, page.article, came.final_url, came.canonical, now) if came else None
    return f"; its own address is {own}" if own else ""


def note_hosts(session: Session, page: ArticlePage, reading: Reading, now: datetime) -> None:
    """What was learnt of the hosts that a page led to: their robots.txt, and how long they want to be left alone. A
    page of a host that leads to another one waits for both."""
    names = sorted(one.host for one in reading.visited)  # in one order, whoever else writes them
    insert_missing(session, Host, [{"name": name, "delay_seconds": 0.0} for name in names])
    hosts = list_hosts(session, {page.host, *(one.host for one in reading.visited)})
    for one in reading.visited:
        host = hosts[one.host]
        if one.robots is not None:
            host.robots, host.robots_until = one.robots.text, now + timedelta(seconds=one.robots.seconds)
        if one.robots is not None or one.delay_seconds:
            host.delay_seconds = one.delay_seconds
    # Only the last host can have answered with an error.
    last = hosts[reading.visited[-1].host] if reading.visited else hosts[page.host]
    if reading.error and reading.error.retry_after:
        last.next_slot_at = max(last.next_slot_at or now, reading.error.retry_after)
    visited = [hosts[one.host] for one in reading.visited]
    slots = [now + timedelta(seconds=one.delay_seconds) for one in visited if one.delay_seconds]
    asked = hosts[page.host]
    slots += [one.next_slot_at for one in (asked, *visited) if one.next_slot_at]
    for host in (asked, *visited):
        host.next_slot_at = max(slots, default=None)


def describe_error(page: ArticlePage, error: FetchError, now: datetime) -> dict[str, Any]:
    """The columns of a page that could not be read: given up, or asked for again later."""
    if error.permanent:
        return {"state": "refused", "settled_at": now, "note": error.why, "error": None}
    if page.attempts >= MAX_ATTEMPTS:
        return {"state": "failed", "settled_at": now, "note": error.why, "error": error.why}
    again = max(now + AGAIN[min(page.attempts, len(AGAIN)) - 1], error.retry_after or now)
    return {"state": "wanted", "next_attempt_at": again, "error": error.why}


def settle_page(page: ArticlePage, came: Page | None, now: datetime, *, trusted: bool) -> dict[str, Any]:
    """The columns of a page that came, and the text, if it is that of the article. `trusted`: the page was taken for
    an earlier form of it."""
    assert came is not None
    choice: Choice = choose_text(make_item(page.article), came.text, trusted=trusted)
    note = choice.why + ("; the outlet keeps the rest for subscribers" if came.paywalled else "")
    values = {"settled_at": now, "words": choice.words, "note": note, "error": None, "attempts": 0}
    if not choice.taken:
        return {"state": "unfit", **values}
    return {"state": "read", "text": choice.text, **values}


def replace_text(session: Session, page: ArticlePage, text: str, now: datetime) -> bool:
    """Give an article its full text and send it through judgement again. False: somebody is busy with it."""
    article = page.article
    row = {"title": article.title, "summary": article.summary, "content": text, "source": article.source}
    values = {"content": text, "furniture": mark_page(session, page.host, article.id, row, now)}
    free = Article.id == article.id, Article.state == "done", Article.lease_token.is_(None)
    changed = update(Article).where(*free).values(state="arrived", attempts=0, error=None, **values)
    return session.scalar(changed.returning(Article.id)) is not None


def find_pause(runtime: Runtime) -> float | None:
    """Seconds until a page may be asked for that waits for nothing but its host; None: none waits."""
    if not runtime.settings.full_text:
        return None
    now = runtime.now()
    with runtime.database.read() as session:
        if count_hosts(session, now):
            return 0.0
        slot = find_slot(session, now)
    return (slot - now).total_seconds() if slot else None
