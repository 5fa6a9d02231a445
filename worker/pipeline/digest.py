"""Digest: for each slot that is due, what no digest of the subscription has covered, told by story.

What a digest covers is chosen as *not yet digested*, never by a time window: a late item, or one whose feed was down,
is in the next digest whatever its date. One slot is one row; a second beat finds it taken.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from db.articles import insert_missing
from db.deliveries import enqueue_deliveries
from db.models import Article
from db.outbox_models import Digest, DigestItem, Match, Subscription
from db.stories import lock_stories
from db.subscriptions import (
    find_last_digest,
    find_subscription,
    list_active,
    list_digested,
    list_near_misses,
    list_undigested,
    select_due,
)
from worker.news.digest import NearMiss, compose_digest
from worker.news.labels import choose_labels
from worker.news.message import Message
from worker.news.schedule import next_slot, parse_schedule
from worker.pipeline.coverage import measure_coverage, pack_coverage
from worker.pipeline.retell import list_told_stories, retell_stories
from worker.pipeline.runtime import Runtime
from worker.pipeline.telling import make_delivery
from worker.pipeline.why import tell_why

log = logging.getLogger(__name__)
# Below the threshold of relevance (config/watch.toml) by not much: an analyst would want to have seen the title.
NEAR_MISS = 0.35
MOST_NEAR_MISSES = 10


@dataclass(frozen=True)
class Contents:
    """What one digest covers."""

    told: list[tuple[Match, Article]]
    too_old: list[tuple[Match, Article]]
    near: list[Article]


@dataclass(frozen=True)
class Draft:
    """A digest before it is put in a reader's words."""

    subscription: Subscription
    contents: Contents
    slot: datetime
    last: Digest | None


def digest_due(runtime: Runtime) -> int:
    """Compose every digest whose slot has come; one that fails stops no other, and stays due. How many were written."""
    now = runtime.now()
    with runtime.database.read() as session:
        due = list(session.scalars(select_due(now)))
    return sum(try_digest(runtime, subscription_id, now) for subscription_id in due)


def try_digest(runtime: Runtime, subscription_id: int, now: datetime) -> bool:
    """One subscription's digest, in a transaction of its own. False: it failed, or another wrote it meanwhile."""
    try:
        with runtime.database.write() as session, session.begin():
            lock_stories(session)
            return write_digest(runtime, session, session.get_one(Subscription, subscription_id), now)
    except Exception:
        log.exception("the digest of subscription %s could not be composed", subscription_id)
        return False


def write_digest(
    runtime: Runtime, session: Session, subscription: Subscription, now: datetime, *, forced: bool = False
) -> bool:
    """One digest into the outbox, and the subscription's next slot. False: another wrote this slot meanwhile, or nobody
    is written to, and what it would have told is kept for whoever is.

    `forced` sends what there is now, between two slots, and leaves the next one as it is.
    """
    slot = now if forced else subscription.next_run_at
    if slot is None or slot > now:
        return False
    if not forced:
        subscription.next_run_at = next_slot(parse_schedule(subscription.schedule), now)
    if not list_active(subscription.recipients):
        log.warning("the digest %s has no recipient that is written to", subscription.name)
        return False
    draft = make_draft(runtime, session, subscription, slot, now)
    row = Digest(subscription_id=subscription.id, slot=slot, created_at=now, coverage=pack_coverage(session))
    session.add(row)
    session.flush()
    enqueue_digest(runtime, session, row, draft)
    record_items(session, subscription, row, draft.contents)
    return True


def make_draft(runtime: Runtime, session: Session, subscription: Subscription, slot: datetime, now: datetime) -> Draft:
    """What a digest of a slot is composed of."""
    contents = gather_contents(runtime, session, subscription, now)
    return Draft(subscription, contents, slot, find_last_digest(session, subscription.id))


def gather_contents(runtime: Runtime, session: Session, subscription: Subscription, now: datetime) -> Contents:
    """What no digest of a subscription has covered. The backlog of a new feed counts as far as the setting reaches."""
    since = now - timedelta(hours=runtime.settings.digest_backlog_hours)
    told: list[tuple[Match, Article]] = []
    old: list[tuple[Match, Article]] = []
    for pair in list_undigested(session, subscription.id):
        (old if is_backlog(pair[1], since) else told).append(pair)
    near: list[Article] = []
    if subscription.scope == "pair" and not subscription.query:
        near = list_near_misses(session, subscription.id, NEAR_MISS, since, MOST_NEAR_MISSES)
    return Contents(told, old, near)


def is_backlog(article: Article, since: datetime) -> bool:
    """Whether an article is older news that came with the first fetch of its feed."""
    return article.backlog and article.dated_at is not None and article.dated_at < since


def enqueue_digest(runtime: Runtime, session: Session, row: Digest, draft: Draft) -> None:
    """One message to each recipient; those who read the same languages get the same."""
    rows, composed = [], dict[tuple[str, ...], Message]()
    for recipient in list_active(draft.subscription.recipients):
        languages = tuple(recipient.languages or ())
        if languages not in composed:
            composed[languages] = compose_draft(runtime, session, draft, languages)
        key = f"digest-{row.id}-{recipient.id}"  # the slot is unique, so its row is
        rows.append(make_delivery(recipient, composed[languages], key, row.created_at, digest_id=row.id))
    enqueue_deliveries(session, rows)


def compose_draft(runtime: Runtime, session: Session, draft: Draft, languages: Sequence[str]) -> Message:
    """The message of a digest, for a reader of some languages."""
    subscription, contents, labels = draft.subscription, draft.contents, choose_labels(languages)
    told_before = list_digested(session, subscription.id, list_told_stories(session, contents.told))
    retold = retell_stories(runtime, session, contents.told, told_before, languages)
    schedule = parse_schedule(subscription.schedule)
    return compose_digest(
        subscription.name,
        retold.stories,
        measure_coverage(session, draft.last.coverage if draft.last else None, labels.code),
        [NearMiss(one.title, one.url, tell_why(runtime, one, labels)) for one in contents.near],
        draft.slot,
        runtime.settings.timezone if schedule.is_instant else schedule.zone,
        languages,
        pair_label=runtime.rules.name_pair(labels.code),
        last_slot=draft.last.slot if draft.last else None,
        read_before=retold.read_before,
    )


def preview_digest(runtime: Runtime, name: str, languages: Sequence[str]) -> Message | None:
    """What a digest would say now, without sending or recording anything. None: no such subscription."""
    now = runtime.now()
    with runtime.database.read() as session:
        subscription = find_subscription(session, name)
        if subscription is None:
            return None
        return compose_draft(runtime, session, make_draft(runtime, session, subscription, now, now), languages)


def record_items(session: Session, subscription: Subscription, row: Digest, contents: Contents) -> None:
    """What this digest covered is not covered again."""
    placed = [(article, "story") for _, article in contents.told]
    placed += [(article, "too_old") for _, article in contents.too_old]
    placed += [(article, "near_miss") for article in contents.near]
    rows = [
        {"subscription_id": subscription.id, "article_id": article.id, "digest_id": row.id, "place": place}
        for article, place in placed
    ]
    insert_missing(session, DigestItem, rows)
