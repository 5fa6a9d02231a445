"""Which articles' pages are wanted: what judging an article leaves for the step that reads."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from db.models import Article
from db.outbox_models import Subscription
from db.pages import SWITCHED_OFF
from worker.net.hops import find_host
from worker.news.reading import Verdict, Wish, list_watched, weigh_wish
from worker.news.types import Item, Judgement
from worker.pipeline.runtime import Runtime


def make_wish(runtime: Runtime, subscriptions: Sequence[Subscription]) -> Wish | None:
    """What makes a page worth reading now; None: no page is read at all."""
    if not runtime.settings.full_text:
        return None
    return Wish(runtime.rules.watch.threshold, list_watched([one.query for one in subscriptions]))


def ask_page(article: Article, item: Item, judgement: Judgement, wish: Wish | None, now: datetime) -> Verdict:
    """Whether the page of an article is wanted, and why or why not. Only feeds that allow it are asked, and no seed."""
    if wish is None:
        return Verdict(False, "GALATA_FULL_TEXT is false")
    if article.feed is None:
        return Verdict(False, "no feed brought it")
    if not article.feed.full_text:
        return Verdict(False, SWITCHED_OFF)
    return weigh_wish(item, judgement, wish, now)


def make_request(article: Article, why: str, now: datetime) -> dict[str, Any]:
    """The row of a wanted page."""
    host = find_host(article.url or "")
    return {"article_id": article.id, "url": article.url, "host": host, "why": why, "next_attempt_at": now}
