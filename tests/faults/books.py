"""Reading the books that the ledger compares: SQL, the newspaper, the mail server and the receiver of webhooks."""

from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.models import Article, ArticleFeed, Feed, Poll
from db.outbox_models import Delivery, Match, Recipient, Subscription
from db.session import Database
from tests.faults.installation import list_leases
from tests.faults.ledger import ArticleRow, Books, DeliveryRow, MatchRow, PollRow
from tests.faults.newspaper import Entry, Newspaper
from tests.servers.smtp import SmtpSink
from tests.servers.webhook import WebhookSink


def read_books(database: Database, paper: Newspaper, mails: SmtpSink, hooks: WebhookSink, **expected: Any) -> Books:
    """Everything as it is now. `expected`: `poison`, `dead`, `lease`, `ended` of the books."""
    with database.read() as session:
        return Books(
            published=list(paper.published),
            articles=read_articles(session),
            matches=read_matches(session),
            deliveries=read_deliveries(session),
            recipients=read_recipients(session),
            accepted=count_accepted(mails, hooks),
            leases=list_leases(database),
            asked=[one for one in paper.requests if one.status in (200, 304)],
            polls=read_polls(session),
            **expected,
        )


def read_articles(session: Session) -> list[ArticleRow]:
    """Every article with each feed that carried it."""
    chosen = (
        select(Article, ArticleFeed.identity, Feed.name)
        .join(ArticleFeed, ArticleFeed.article_id == Article.id)
        .join(Feed, Feed.id == ArticleFeed.feed_id)
    )
    rows = session.execute(chosen).all()
    return [ArticleRow(row[0].id, Entry(row[2], row[1]), row[0].state, row[0].story_id) for row in rows]


def read_matches(session: Session) -> list[MatchRow]:
    """Every match of an instant subscription."""
    chosen = select(Match, Subscription.name).join(Subscription, Subscription.id == Match.subscription_id)
    rows = session.execute(chosen.where(Subscription.schedule == "instant")).all()
    return [MatchRow(row[0].id, row[1], row[0].story_id, row[0].article_id, row[0].kind) for row in rows]


def read_deliveries(session: Session) -> list[DeliveryRow]:
    """Every alert of the outbox."""
    chosen = select(Delivery).where(Delivery.kind == "alert").options(selectinload(Delivery.recipient))
    return [
        DeliveryRow(one.idempotency_key, one.recipient.address, one.state, one.match_id, count_most(one))
        for one in session.scalars(chosen)
    ]


def count_most(delivery: Delivery) -> int:
    """How often a sink may have accepted a message: a mail once, and once more if it was sent again because it was
    uncertain; a webhook, whose receiver recognises a second arrival by its id, as often as it was tried."""
    return max(1, delivery.attempts) if delivery.channel == "webhook" else 1 + delivery.resends


def read_recipients(session: Session) -> dict[str, list[str]]:
    """The addresses of every instant subscription."""
    chosen = select(Subscription.name, Recipient.address).join(Recipient, Recipient.subscription_id == Subscription.id)
    found: dict[str, list[str]] = {}
    for name, address in session.execute(chosen.where(Subscription.schedule == "instant", Subscription.enabled)):
        found.setdefault(name, []).append(address)
    return found


def read_polls(session: Session) -> list[PollRow]:
    """Every completed poll."""
    rows = session.execute(select(Poll, Feed.name).join(Feed, Feed.id == Poll.feed_id)).all()
    return [
        PollRow(row[1], row[0].started_at, row[0].started_at + timedelta(seconds=row[0].duration_seconds))
        for row in rows
    ]


def count_accepted(mails: SmtpSink, hooks: WebhookSink) -> Counter[str]:
    """How often each message was accepted, by its key: a Message-ID is the key and a mark of the database."""
    mail_ids = [str(mail.message["Message-ID"]).strip("<>").partition("@")[0] for mail in mails.messages]
    return Counter(one.rpartition("-")[0] for one in (*mail_ids, *(hook.webhook_id for hook in hooks.hooks)))
