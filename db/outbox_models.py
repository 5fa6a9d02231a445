"""The tables of telling: who wants to know, what matched, what was sent, and who is alive."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, Leased
from db.models import ON_DELETE, given


class Subscription(Base):
    """A standing question, and when it is answered."""

    __tablename__ = "subscriptions"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    origin: Mapped[str] = mapped_column(String(8))  # file | user
    query: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(String(8), default="pair")  # pair | any
    schedule: Mapped[str] = mapped_column(default="instant")
    enabled: Mapped[bool] = mapped_column(default=True)
    paused: Mapped[bool] = mapped_column(default=False)
    next_run_at: Mapped[datetime | None] = mapped_column(index=True)
    created_at: Mapped[datetime]

    recipients: Mapped[list["Recipient"]] = relationship(order_by="Recipient.id")


class Recipient(Base):
    """An address a subscription is told at."""

    __tablename__ = "recipients"
    __table_args__ = (UniqueConstraint("subscription_id", "address"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscriptions.id", ondelete=ON_DELETE))
    address: Mapped[str]
    channel: Mapped[str] = mapped_column(String(16))
    languages: Mapped[list[str]] = mapped_column(default=list)
    secret: Mapped[str] = mapped_column(String(32))
    enabled: Mapped[bool] = mapped_column(default=True)
    state: Mapped[str] = mapped_column(String(12), default="active")  # active | paused | suppressed
    reason: Mapped[str | None]


class Match(Base):
    """That an article matched a subscription, and whether anybody was told, and why not."""

    __tablename__ = "matches"
    __table_args__ = (
        UniqueConstraint("subscription_id", "story_id", "article_id"),
        Index(
            "uq_matches_first",
            "subscription_id",
            "story_id",
            unique=True,
            sqlite_where=text("kind = 'first'"),
            postgresql_where=text("kind = 'first'"),
        ),
        Index("ix_matches_article", "article_id"),
        Index("ix_matches_held", "held_until", **given("held_until")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscriptions.id", ondelete=ON_DELETE))
    story_id: Mapped[int | None] = mapped_column(ForeignKey("stories.id", ondelete=ON_DELETE))
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE))
    kind: Mapped[str] = mapped_column(String(8))  # first | update | repeat
    sent: Mapped[bool] = mapped_column(default=False)
    held_until: Mapped[datetime | None]  # a material update that came too soon after another
    reason: Mapped[str]
    rule: Mapped[str]
    snippet: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class Digest(Base):
    """One slot of a subscription's digest."""

    __tablename__ = "digests"
    __table_args__ = (UniqueConstraint("subscription_id", "slot"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscriptions.id", ondelete=ON_DELETE))
    slot: Mapped[datetime]
    created_at: Mapped[datetime]
    coverage: Mapped[dict[str, Any]] = mapped_column(default=dict)


class DigestItem(Base):
    """An article that a subscription's digests have covered: chosen as *not yet digested*, never by a time window."""

    __tablename__ = "digest_items"
    __table_args__ = (Index("ix_digest_items_article", "article_id"),)

    subscription_id: Mapped[int] = mapped_column(ForeignKey("subscriptions.id", ondelete=ON_DELETE), primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete=ON_DELETE), primary_key=True)
    digest_id: Mapped[int] = mapped_column(ForeignKey("digests.id", ondelete=ON_DELETE), index=True)
    place: Mapped[str] = mapped_column(String(12))  # story | folded | near_miss | too_old


class Delivery(Base, Leased):
    """The outbox: one message to one recipient, once."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_work", "state", "next_attempt_at"),
        Index("ix_deliveries_channel", "channel", "state"),
        Index("ix_deliveries_match", "match_id", **given("match_id")),
        Index("ix_deliveries_digest", "digest_id", **given("digest_id")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient_id: Mapped[int] = mapped_column(ForeignKey("recipients.id", ondelete=ON_DELETE), index=True)
    channel: Mapped[str] = mapped_column(String(16))
    idempotency_key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(String(8))  # digest | alert | test
    subject: Mapped[str]
    payload: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(12), default="pending")  # pending | leased | sent | uncertain | dead
    phase: Mapped[str] = mapped_column(String(8), default="")  # begun: being sent | data: the body may have left
    next_attempt_at: Mapped[datetime]
    resend_at: Mapped[datetime | None]  # of an uncertain one: when it is sent again; none: a person decides
    resends: Mapped[int] = mapped_column(default=0, server_default="0")  # how often it was sent although uncertain
    crashes: Mapped[int] = mapped_column(default=0, server_default="0")  # senders that ended while at it
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    receipt: Mapped[str | None]
    match_id: Mapped[int | None] = mapped_column(ForeignKey("matches.id", ondelete="SET NULL"))
    digest_id: Mapped[int | None] = mapped_column(ForeignKey("digests.id", ondelete="SET NULL"))

    recipient: Mapped[Recipient] = relationship()


class ChannelState(Base):
    """Whether a channel is paused, why and since when: until a time when it rests, else until a person resumes it."""

    __tablename__ = "channels"

    name: Mapped[str] = mapped_column(String(16), primary_key=True)
    paused: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None]
    since: Mapped[datetime | None]
    until: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0, server_default="0")  # since it last worked


class Heartbeat(Base):
    """The last progress of the scheduler, a worker or a sender: progress, not presence."""

    __tablename__ = "heartbeats"

    name: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    detail: Mapped[str | None]
