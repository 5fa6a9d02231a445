"""Alert: judged articles are matched with the subscriptions; what an instant one should hear goes into the outbox.

Every match is a row, told or not, with its reason. The story lock orders the decisions, so that two reports of one
story judged at the same moment make one first alert.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from db.articles import claim_articles, find_dated, insert_row, select_judged
from db.leases import complete_row, lease_end
from db.models import Article
from db.outbox_models import Match, Subscription
from db.stories import list_decided, lock_stories
from db.subscriptions import find_held, list_told
from worker.news.alert import AlertDecision, AlertFacts, FirstFetch, decide_alert
from worker.news.matcher import Document
from worker.news.types import QueryMatch, RelationKind
from worker.pipeline.convert import make_item, pack_snippet, restore_judgement, unpack_match
from worker.pipeline.failures import note_failure
from worker.pipeline.materiality import measure_materiality
from worker.pipeline.runtime import Runtime
from worker.pipeline.telling import enqueue_alert
from worker.pipeline.watches import list_watches, pick_queries

log = logging.getLogger(__name__)
BATCH = 50
DIGESTED = "It goes into the next digest of this subscription."


@dataclass(frozen=True)
class Told:
    """What a subscription was told of a story."""

    first_at: datetime | None
    last_update_at: datetime | None


def alert_judged(runtime: Runtime, limit: int = BATCH) -> int:
    """Claim up to `limit` judged articles, match them, put alerts into the outbox. How many rows were worked on."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        articles = claim_articles(session, select_judged(now), lease_end(now, runtime.settings.lease_seconds), limit)
    if articles:
        with runtime.database.write() as session, session.begin():
            lock_stories(session)
            subscriptions = list_watches(session)
            for article in articles:
                try_article(runtime, session, article, subscriptions, now)
    return len(articles) + release_held(runtime, now)


def try_article(
    runtime: Runtime, session: Session, article: Article, subscriptions: Sequence[Subscription], now: datetime
) -> None:
    """One article in a savepoint of its own: what fails is tried again and then set aside, and the others go on."""
    try:
        with session.begin_nested():
            match_article(runtime, session, session.merge(article, load=False), subscriptions, now)
    except Exception as error:
        log.exception("article %s could not be matched", article.id)
        note_failure(session, article, error)


def match_article(
    runtime: Runtime, session: Session, article: Article, subscriptions: Sequence[Subscription], now: datetime
) -> None:
    """Every subscription that an article concerns gets its row, and the article is done."""
    if not complete_row(session, Article, article.id, article.lease_token or "", state="done", attempts=0):
        return
    document = Document(make_item(article), restore_judgement(article))
    found = runtime.rules.match(pick_queries(subscriptions, relevant=bool(article.relevant)), document)
    for subscription in subscriptions:
        if subscription.name in found:
            record_match(runtime, session, article, subscription, found[subscription.name], now)


def record_match(
    runtime: Runtime,
    session: Session,
    article: Article,
    subscription: Subscription,
    found: QueryMatch,
    now: datetime,
) -> None:
    """Decide, write the row with its reason, and enqueue the alert if there is one."""
    decision = decide(session, article, subscription, now)
    kind = decision.kind if decision.send or decision.kind != "first" else "repeat"
    row = {
        "subscription_id": subscription.id,
        "story_id": article.story_id,
        "article_id": article.id,
        "kind": kind,
        "sent": decision.send,
        "held_until": decision.hold_until,
        "reason": decision.reason,
        "rule": found.rule,
        "snippet": pack_snippet(found.snippet),
        "created_at": now,
    }
    match = Match(id=insert_row(session, Match, row), **row)
    if decision.send:
        enqueue_alert(runtime, session, subscription, match, article, found, now)


def decide(session: Session, article: Article, subscription: Subscription, now: datetime) -> AlertDecision:
    """Whether a subscription should hear of an article now."""
    if subscription.schedule != "instant":
        return AlertDecision("repeat", False, DIGESTED)
    return decide_alert(gather_facts(session, article, subscription, now))


def gather_facts(session: Session, article: Article, subscription: Subscription, now: datetime) -> AlertFacts:
    """The facts of a decision, from SQL."""
    told = find_told_times(session, subscription.id, article.story_id)
    of_seed, of_dated_at = find_dated(session, article.related_id) if article.related_id else (False, None)
    relation = RelationKind(article.relation or "new")
    material, materiality = True, ""
    if told.first_at and article.story_id:  # only who was told of a story is asked whether this adds to it
        if relation is RelationKind.NEW:  # it opened the story, and another worker was faster with a later report
            relation = RelationKind.SAME_STORY
        known = list_decided(session, article.story_id, article.id)
        material, materiality = measure_materiality(session, article, relation, known)
    return AlertFacts(
        now=now,
        relation=relation,
        first_seen_at=article.first_seen_at,
        published_at=article.published_at,
        told_at=told.first_at,
        last_update_at=told.last_update_at,
        material=material,
        materiality=materiality,
        first_fetch=find_policy(article),
        of_seed=of_seed,
        of_dated_at=of_dated_at,
    )


def find_policy(article: Article) -> FirstFetch | None:
    """The first-fetch policy, for an article that came with the backlog of its feed."""
    if not article.backlog or article.feed is None:
        return None
    return "tell" if article.feed.first_fetch == "tell" else "silent"


def find_told_times(session: Session, subscription_id: int, story_id: int | None) -> Told:
    """When a subscription was first told of a story, and last of an update."""
    told = list_told(session, subscription_id, story_id) if story_id else []
    firsts = [at for kind, at in told if kind == "first"]
    updates = [at for kind, at in told if kind == "update"]
    return Told(min(firsts), max(updates, default=None)) if firsts else Told(None, None)


def release_held(runtime: Runtime, now: datetime) -> int:
    """Send the updates that were held back, rolled up: one message a story and subscription, the latest one's. How
    many were held."""
    with runtime.database.write() as session, session.begin():
        lock_stories(session)
        groups: dict[tuple[int, int | None], list[Match]] = {}
        for match in find_held(session, now):
            groups.setdefault((match.subscription_id, match.story_id), []).append(match)
        return sum(len(held) for held in groups.values() if try_held(runtime, session, held, now))


def try_held(runtime: Runtime, session: Session, held: list[Match], now: datetime) -> bool:
    """One story's held updates in a savepoint of its own. False: it failed, and is tried again with the next batch."""
    try:
        with session.begin_nested():
            send_held(runtime, session, held, now)
    except Exception:
        log.exception("the updates held for story %s could not be sent", held[0].story_id)
        return False
    return True


def send_held(runtime: Runtime, session: Session, held: list[Match], now: datetime) -> None:
    """One update for several articles that came too soon after another."""
    *rolled, last = held
    for match in rolled:
        match.held_until, match.reason = None, f"It was rolled up into the update on article {last.article_id}."
    article = session.get_one(Article, last.article_id)
    others = [session.get_one(Article, match.article_id) for match in rolled]
    sentences = [one for other in others for one in other.new_sentences or []]
    last.held_until, last.sent, last.created_at = None, True, now
    last.reason = f"It waited, and was sent on {now:%Y-%m-%d %H:%M} UTC" + (
        f" with what {len(rolled)} earlier said." if rolled else "."
    )
    subscription = session.get_one(Subscription, last.subscription_id)
    enqueue_alert(runtime, session, subscription, last, article, unpack_match(last), now, earlier_sentences=sentences)
