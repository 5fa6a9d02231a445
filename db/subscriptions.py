"""Queries on subscriptions, their matches and their digests."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, defer, selectinload

from db.models import Article
from db.outbox_models import Digest, DigestItem, Match, Recipient, Subscription


def list_subscriptions(session: Session, *, active: bool = False) -> list[Subscription]:
    """All subscriptions by name, or only those that are answered now, with their recipients."""
    chosen = select(Subscription).options(selectinload(Subscription.recipients)).order_by(Subscription.name)
    if active:
        chosen = chosen.where(Subscription.enabled, ~Subscription.paused)
    return list(session.scalars(chosen))


def find_subscription(session: Session, name: str) -> Subscription | None:
    """A subscription by name."""
    return session.scalar(select(Subscription).where(Subscription.name == name))


def select_due(now: datetime) -> Select[int]:
    """Ids of the digest subscriptions whose time has come."""
    return (
        select(Subscription.id)
        .where(Subscription.enabled, ~Subscription.paused, Subscription.next_run_at <= now)
        .order_by(Subscription.next_run_at)
    )


def list_active(recipients: Sequence[Recipient]) -> list[Recipient]:
    """Those of the recipients that are written to."""
    return [one for one in recipients if one.enabled and one.state == "active"]


def list_told(session: Session, subscription_id: int, story_id: int) -> list[tuple[str, datetime]]:
    """What a subscription was told of a story: (kind, when)."""
    table = Match.__table__
    chosen = select(table.c.kind, table.c.created_at).where(
        table.c.subscription_id == subscription_id, table.c.story_id == story_id, table.c.sent
    )
    return [(row[0], row[1]) for row in session.connection().execute(chosen)]


def list_told_articles(session: Session, subscription_id: int, story_ids: Collection[int]) -> set[int]:
    """Ids of the articles of some stories that a subscription was told of, by an alert or by an update into which they
    were rolled up, and of what was read before its first day."""
    rolled = and_(Match.kind == "update", Match.held_until.is_(None))
    told = exists().where(
        Match.article_id == Article.id, Match.subscription_id == subscription_id, or_(Match.sent, rolled)
    )
    return {*session.scalars(select(Article.id).where(Article.story_id.in_(story_ids), or_(Article.seed, told)))}


def list_undigested(session: Session, subscription_id: int) -> list[tuple[Match, Article]]:
    """Matches that no digest of the subscription has covered, with their articles, oldest first."""
    covered = exists().where(
        and_(DigestItem.subscription_id == subscription_id, DigestItem.article_id == Match.article_id)
    )
    chosen = (
        select(Match, Article)
        .join(Article, Article.id == Match.article_id)
        .where(Match.subscription_id == subscription_id, ~covered)
        .options(selectinload(Article.topics), selectinload(Article.entities))
        .order_by(Article.first_seen_at, Article.id)
    )
    return [(row[0], row[1]) for row in session.execute(chosen)]


def list_near_misses(
    session: Session, subscription_id: int, least: float, since: datetime, limit: int
) -> list[Article]:
    """Articles that nearly concerned the pair and that no digest of the subscription has mentioned, best first."""
    covered = exists().where(and_(DigestItem.subscription_id == subscription_id, DigestItem.article_id == Article.id))
    chosen = select(Article).where(
        Article.relevant.is_(False), Article.score >= least, Article.first_seen_at >= since, ~covered
    )
    return list(session.scalars(chosen.order_by(Article.score.desc(), Article.id).limit(limit)))


def find_last_digest(session: Session, subscription_id: int) -> Digest | None:
    """The latest digest of a subscription."""
    chosen = select(Digest).where(Digest.subscription_id == subscription_id)
    return session.scalar(chosen.order_by(Digest.slot.desc()).limit(1))


def list_digested(session: Session, subscription_id: int, story_ids: Sequence[int]) -> dict[int, list[list[Article]]]:
    """Those of the stories that earlier digests of the subscription have covered, with the articles that each of these
    told, the first digest first, without their texts; none where they were too old to be told."""
    chosen = (
        select(Article, DigestItem.digest_id, DigestItem.place)
        .join(DigestItem, DigestItem.article_id == Article.id)
        .where(DigestItem.subscription_id == subscription_id, Article.story_id.in_(story_ids))
        .options(*map(defer, (Article.summary, Article.content, Article.shingles, Article.evidence)))
        .order_by(DigestItem.digest_id, Article.first_seen_at, Article.id)
    )
    covered: dict[int, dict[int, list[Article]]] = {}
    for article, digest_id, place in session.execute(chosen):
        digests = covered.setdefault(article.story_id or 0, {})
        if place == "story":
            digests.setdefault(digest_id, []).append(article)
    return {story_id: list(digests.values()) for story_id, digests in covered.items()}


def list_matches(session: Session, article_id: int) -> list[tuple[Match, str]]:
    """What an article matched, with the subscription's name."""
    chosen = (
        select(Match, Subscription.name)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .where(Match.article_id == article_id)
        .order_by(Subscription.name)
    )
    return [(row[0], row[1]) for row in session.execute(chosen)]


def count_matches(session: Session) -> dict[int, int]:
    """How many articles each subscription matched."""
    rows = session.execute(select(Match.subscription_id, func.count()).group_by(Match.subscription_id))
    return {row[0]: row[1] for row in rows}


def find_matched_names(session: Session) -> dict[int, list[str]]:
    """Names of the subscriptions that each article matched."""
    found: dict[int, list[str]] = {}
    chosen = select(Match.article_id, Subscription.name).join(Subscription, Subscription.id == Match.subscription_id)
    for article_id, name in session.execute(chosen.order_by(Match.article_id, Subscription.name)):
        found.setdefault(article_id, []).append(name)
    return found


def select_held(now: datetime) -> Select[int]:
    """Ids of the material updates that were held back and whose time has come, oldest first; those of a paused
    subscription wait until it is resumed."""
    return (
        select(Match.id)
        .join(Subscription, Subscription.id == Match.subscription_id)
        .where(Match.held_until <= now, Match.sent.is_(False), Subscription.enabled, ~Subscription.paused)
        .order_by(Match.held_until, Match.id)
    )


def list_held(session: Session, now: datetime) -> list[Match]:
    """The updates of `select_held`."""
    chosen = select(Match).where(Match.id.in_(select_held(now).order_by(None)))
    return list(session.scalars(chosen.order_by(Match.held_until, Match.id)))


def list_covered(session: Session, article_id: int) -> list[tuple[str, Digest, str]]:
    """The digests that covered an article: subscription's name, digest, place."""
    chosen = (
        select(Subscription.name, Digest, DigestItem.place)
        .join(DigestItem, DigestItem.subscription_id == Subscription.id)
        .join(Digest, Digest.id == DigestItem.digest_id)
        .where(DigestItem.article_id == article_id)
        .order_by(Digest.slot, Subscription.name)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(chosen)]
