"""Putting messages into the outbox: one row a recipient, under a key that makes a second row impossible."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from db.deliveries import enqueue_deliveries
from db.models import Article
from db.outbox_models import Match, Recipient, Subscription
from db.stories import list_linked, list_members
from db.subscriptions import list_active, list_told_articles
from worker.news.alert import AlertStory, Earlier, NamedThing, compose_alert
from worker.news.identity import strip_outlet
from worker.news.labels import choose_labels
from worker.news.lead import is_lead
from worker.news.message import Message
from worker.news.replaced import Replaced
from worker.news.reporters import FirstReport, Report, find_reported, list_firsts
from worker.news.types import UNKNOWN_LANGUAGE, QueryMatch
from worker.news.wording import Source
from worker.pipeline.changed import Said, find_replaced, list_sentences
from worker.pipeline.convert import pack_message, unpack_match
from worker.pipeline.leads import find_own, list_elsewhere, list_shown
from worker.pipeline.runtime import Runtime

# What a reader takes in of a rule's things and of the past, at a glance.
MOST_NAMED, MOST_EARLIER = 4, 3


@dataclass(frozen=True)
class Alert:
    """One article for one subscription, to be told now."""

    subscription: Subscription
    match: Match
    article: Article
    now: datetime
    said: tuple[Said, ...]
    """What is new in it, and in held updates that are rolled up into it."""


def enqueue_alert(runtime: Runtime, session: Session, alert: Alert) -> None:
    """One alert to each recipient of a subscription."""
    match, rows = alert.match, []
    story = describe_story(runtime, session, alert)
    for recipient in list_active(alert.subscription.recipients):
        languages = tuple(recipient.languages or ())
        pair = runtime.rules.name_pair(choose_labels(languages).code)
        message = compose_alert(replace(story, languages=languages, pair=pair))
        key = f"alert-{match.subscription_id}-{match.story_id}-{match.article_id}-{recipient.id}"
        rows.append(make_delivery(recipient, message, key, alert.now, match_id=match.id))
    enqueue_deliveries(session, rows)


def describe_story(runtime: Runtime, session: Session, alert: Alert) -> AlertStory:
    """What an alert says, whatever its reader's languages."""
    match, found = alert.match, unpack_match(alert.match)
    article = find_own(session, alert.article) or alert.article
    members = list_members(session, match.story_id) if match.story_id else [article]
    return AlertStory(
        subscription=alert.subscription.name,
        story_id=match.story_id or 0,
        kind="update" if match.kind == "update" else "first",
        headline=strip_outlet(article.title, article.source),
        url=article.url,
        language=article.language or UNKNOWN_LANGUAGE,
        outlet=article.source or "",
        sources=list_sources(members),
        snippet=found.snippet,
        rule=found.rule,
        seen_at=article.first_seen_at,
        sent_at=alert.now,
        timezone=runtime.settings.timezone,
        languages=(),
        published_at=article.published_at,
        named=list_named(runtime, article, found),
        before=list_earlier(session, article, members),
        new_sentences=tuple(list_sentences(alert.said)),
        replaced=list_replaced(session, alert),
        headline_only=is_lead(article.url),
    )


def list_reports(members: Sequence[Article]) -> list[Article]:
    """The reports of a story in the order they were made; the seed corpus is no outlet, nor is a lead beside its
    outlet."""
    return sorted((one for one in list_shown(members) if not one.seed), key=lambda one: (find_time(one), one.id))


def find_time(article: Article) -> datetime:
    """When an article was reported."""
    return find_reported(article.dated_at, article.first_seen_at)


def find_firsts(members: Sequence[Article]) -> tuple[FirstReport, ...]:
    """Who had a story first, in each language."""
    return list_firsts(
        Report(one.source or "", one.language or UNKNOWN_LANGUAGE, find_time(one)) for one in list_reports(members)
    )


class Lag(NamedTuple):
    """How long after the first report of its story an article was reported."""

    seconds: int
    leads: bool
    """Whether it is the first in its language."""


def measure_lags(members: Sequence[Article]) -> dict[int, Lag]:
    """The lag of each report of a story, by article id."""
    lags: dict[int, Lag] = {}
    seen: set[str | None] = set()
    reports = list_reports(members)
    for one in reports:
        late = find_time(one) - find_time(reports[0])
        lags[one.id] = Lag(int(late.total_seconds()), one.language not in seen)
        seen.add(one.language)
    return lags


def list_sources(members: Sequence[Article]) -> tuple[Source, ...]:
    """The outlets of a story, the first one marked."""
    reports = list_reports(members)
    sources = [
        Source(one.source or "", one.language or UNKNOWN_LANGUAGE, one.url, first=place == 0)
        for place, one in enumerate(reports)
    ]
    others = [Source(one.source, one.language or UNKNOWN_LANGUAGE) for one in list_elsewhere(members) if one.source]
    return (*sources, *others)


def list_named(runtime: Runtime, article: Article, found: QueryMatch) -> tuple[NamedThing, ...]:
    """The things a rule asks for by `entity:`, and why the word means them."""
    asked = [row for row in article.entities if f"entity:{row.entity}" in found.rule]
    return tuple(NamedThing(runtime.rules.name_entity(row.entity), row.reason) for row in asked[:MOST_NAMED])


def list_earlier(session: Session, article: Article, members: Sequence[Article]) -> tuple[Earlier, ...]:
    """What was known before: seeds of the story, and what the article relates to."""
    earlier = [one for one in members if one.seed]
    other = session.get(Article, article.related_id) if article.related_id else None
    stood_in = other is not None and other.related_id == article.id
    if other is not None and other not in earlier and not stood_in:
        earlier.append(other)
    return tuple(
        Earlier(one.title, one.source or "", one.dated_at.date() if one.dated_at else None, one.url, one.seed)
        for one in earlier[:MOST_EARLIER]
    )


def list_replaced(session: Session, alert: Alert) -> Replaced:
    """What an update changed of what its subscription was told."""
    match = alert.match
    if match.kind != "update" or not match.story_id:
        return Replaced()
    stories = [match.story_id, *list_linked(session, [match.story_id])]
    told = list_told_articles(session, match.subscription_id, stories)
    return find_replaced(session, alert.said, told - {one.article.id for one in alert.said})


def make_delivery(recipient: Recipient, message: Message, key: str, now: datetime, **of: Any) -> dict[str, Any]:
    """A row of the outbox."""
    return {
        "recipient_id": recipient.id,
        "channel": recipient.channel,
        "idempotency_key": key,
        "kind": message.kind,
        "subject": message.subject,
        "payload": pack_message(message),
        "state": "pending",
        "phase": "",
        "attempts": 0,
        "next_attempt_at": now,
        "created_at": now,
        **of,
    }
