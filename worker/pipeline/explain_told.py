"""Who was told of an article, by which message, and who was not and why."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from db.deliveries import list_of_digests, list_of_matches
from db.models import Article
from db.outbox_models import Delivery, Match, Subscription
from db.subscriptions import list_covered, list_matches, list_subscriptions
from worker.errors import QueryError
from worker.news.matcher import Document
from worker.news.query import explain_miss, parse_query
from worker.news.types import Judgement, Snippet
from worker.pipeline.alert import DIGESTED
from worker.pipeline.convert import make_item, unpack_match
from worker.pipeline.subscribe import shorten_address

# What became of an article that a digest covered, by the place it had there.
PLACES = {
    "story": "told in the digest",
    "folded": "folded into its story in the digest",
    "near_miss": "named among the near misses of the digest",
    "too_old": "older than the digest's reach when its feed was new, so it was only counted",
}


@dataclass(frozen=True)
class Sent:
    """A message that told of it."""

    id: int
    to: str
    channel: str
    state: str
    sent: datetime | None
    error: str | None


@dataclass(frozen=True)
class Told:
    """A subscription that the article matched, or whose digest covered it."""

    subscription: str
    told: bool
    """Whether a message about it exists; what became of that message stands in `messages`."""
    waiting: bool
    """Nobody is told yet: it is held back for a while, or for the next digest."""
    kind: str
    """first, update, repeat, or digest."""
    reason: str
    rule: str
    snippet: Snippet
    held_until: datetime | None
    messages: tuple[Sent, ...]


@dataclass(frozen=True)
class NotTold:
    """An active subscription that the article did not match, and why."""

    subscription: str
    reason: str


def gather_told(session: Session, article: Article) -> tuple[Told, ...]:
    """Every match and every digest of an article, by subscription. A match that only waited for the digest that covers
    it by now is told as that digest, with the match's rule."""
    matches, digests = tell_matches(session, article), tell_digests(session, article)
    rules = {one.subscription: one for one in matches if not one.told}
    covered = {one.subscription for one in digests}
    merged = [
        replace(one, rule=rules[one.subscription].rule, snippet=rules[one.subscription].snippet)
        if one.subscription in rules
        else one
        for one in digests
    ]
    kept = [one for one in matches if one.told or one.subscription not in covered]
    return tuple(sorted([*kept, *merged], key=lambda one: (one.subscription, one.kind == "digest")))


def tell_matches(session: Session, article: Article) -> list[Told]:
    """The matches with their alerts."""
    matches = list_matches(session, article.id)
    deliveries = list_of_matches(session, [match.id for match, _ in matches])
    told = []
    for match, name in matches:
        found = unpack_match(match)
        sent = tuple(describe_sent(one) for one in deliveries if one.match_id == match.id)
        told.append(
            Told(
                name,
                told=match.sent,
                waiting=is_waiting(match),
                kind=match.kind,
                reason=match.reason,
                rule=found.rule,
                snippet=found.snippet,
                held_until=match.held_until,
                messages=sent,
            )
        )
    return told


def is_waiting(match: Match) -> bool:
    """Whether a match of which nobody was told is still to be told of, as far as its row says."""
    return not match.sent and (match.held_until is not None or match.reason == DIGESTED)


def tell_digests(session: Session, article: Article) -> list[Told]:
    """The digests that covered it, with their messages."""
    covered = list_covered(session, article.id)
    deliveries = list_of_digests(session, [digest.id for _, digest, _ in covered])
    told = []
    for name, digest, place in covered:
        sent = tuple(describe_sent(one) for one in deliveries if one.digest_id == digest.id)
        reason = f"{PLACES.get(place, place)} of {digest.slot:%Y-%m-%d %H:%M} UTC"
        shown = place in ("story", "near_miss")
        told.append(Told(name, shown, False, "digest", reason, "", Snippet(""), None, sent))
    return told


def describe_sent(one: Delivery) -> Sent:
    """A message's row as facts."""
    return Sent(one.id, shorten_address(one.recipient.address), one.channel, one.state, one.sent_at, one.error)


def list_silent(session: Session, article: Article, judgement: Judgement, told: set[str]) -> tuple[NotTold, ...]:
    """The active subscriptions without a match, each with what was missing."""
    if article.seed:
        return ()
    document = Document(make_item(article), judgement)
    silent = [one for one in list_subscriptions(session, active=True) if one.name not in told]
    return tuple(NotTold(one.name, explain_silence(one, article, document)) for one in silent)


def explain_silence(subscription: Subscription, article: Article, document: Document) -> str:
    """Why a subscription has no match of an article."""
    if article.state != "done":
        return f"the article is still {article.state}: subscriptions are asked once it is judged"
    if subscription.scope == "pair" and not article.relevant:
        return "it asks for items about both countries, and this one is not"
    try:
        query = parse_query(subscription.query)
    except QueryError as error:
        return str(error)
    if query.match(document) is None:
        return explain_miss(query, document)
    if subscription.created_at > article.first_seen_at:
        return f"it would match, but the subscription was only made on {subscription.created_at:%Y-%m-%d %H:%M} UTC"
    return "it would match now; it did not when it was asked, because the query, the rules or a pause were others then"
