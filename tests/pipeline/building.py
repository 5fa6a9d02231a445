"""What the tests of the steps start from: a runtime with a clock one can turn, feeds, articles, subscriptions."""

import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from config.models import RecipientFile, SubscriptionFile
from db.models import Article, Feed
from db.outbox_models import Delivery, Match, Recipient, Subscription
from db.session import Database
from tests.net.servers import Reply, SeenRequest, WebServer, make_reply
from worker.news.types import Entry
from worker.pipeline.prepare import write_subscription
from worker.pipeline.runtime import Runtime
from worker.pipeline.store import store_entries


class TurnableClock:
    """A clock that stands until it is turned."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def turn(self, **span: float) -> datetime:
        """Later by a timedelta of `span`."""
        self.at += timedelta(**span)
        return self.at


@dataclass(frozen=True)
class Told:
    """An article to write down: its words, and how it differs from the usual one."""

    title: str
    text: str


WIRE = Told(
    "Leonardo and Baykar open a drone plant near Turin",
    "Leonardo and Baykar opened a plant for unmanned aircraft near Turin on Monday, in the presence of ministers of "
    "Italy and Türkiye. The hall will turn out 48 airframes a year once its second line is running. Engineers of both "
    "companies have shared the design of the wing since the autumn. The regional government paid for the road that "
    "leads to the gate. A first aircraft is to fly from the old airfield next door before the summer. The unions asked "
    "for a written promise that the jobs stay, and were given one.",
)
COPY = Told(
    "Leonardo, Baykar open drone plant near Turin",
    WIRE.text.replace("on Monday, in the presence of", "this Monday, in the presence of"),
)
UPDATE = Told(
    "Second line of the Leonardo and Baykar plant to start in June",
    f"{WIRE.text} The head of the works council said that 310 people had signed their contracts. The second line is "
    "to start on 15 June, three months earlier than planned. A supplier from Bursa will rent the hall across the yard.",
)
LATER = Told(
    "Baykar and Leonardo name a director for the Turin plant",
    f"{UPDATE.text} The partners made Elif Saygun, an engineer from Izmir, its director. She will have a budget of 92 "
    "million euros for the first two years.",
)
ACCORD = Told(
    "Türkiye and Italy sign a customs accord in Ankara",
    "The trade ministers of Türkiye and Italy signed an accord on customs papers in Ankara. Lorries between Mersin and "
    "Trieste will be checked once instead of twice. Exporters of marble and olive oil had asked for it for years.",
)
RECIPE = Told(
    "How to roast a pumpkin without burning it",
    "Cut the pumpkin in wedges, salt them, and leave them for an hour. A moderate oven does the rest while you read.",
)
FOOTBALL = Told(
    "Village club wins the cup on a muddy afternoon",
    "The goalkeeper of the village club saved two penalties on Saturday, and the band played until the rain came.",
)


def write_rss(*items: str, language: str = "en", ttl: int | None = None) -> bytes:
    """A feed document around the items."""
    asked = f"<ttl>{ttl}</ttl>" if ttl else ""
    head = f"<title>Outlet</title><link>https://outlet.example/</link><language>{language}</language>{asked}"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode()


def write_item(told: Told, *, guid: str = "", url: str = "", at: datetime | None = None) -> str:
    """One item of a feed."""
    parts = [f"<title>{escape(told.title)}</title>", f"<description>{escape(told.text)}</description>"]
    parts += [f'<guid isPermaLink="false">{escape(guid)}</guid>'] if guid else []
    parts += [f"<link>{escape(url)}</link>"] if url else []
    parts += [f"<pubDate>{format_datetime(at)}</pubDate>"] if at else []
    return f"<item>{''.join(parts)}</item>"


def serve_tagged(body: bytes, etag: str, *headers: str) -> Reply:
    """A reply with an ETag, and 304 to whoever brings it back byte for byte."""

    async def reply(request: SeenRequest, writer: Any) -> None:
        known = request.headers.get("if-none-match") == etag.encode("latin-1")
        tagged = (f"ETag: {etag}", *headers)
        writer.write(make_reply(304, b"", *tagged) if known else make_reply(200, body, *tagged))

    return reply


def add_feed(runtime: Runtime, web: WebServer | None = None, path: str = "/feed.xml", **columns: Any) -> int:
    """A due feed, at a path of the server if there is one; no pages of its articles are read (reading.py). Its id."""
    url = columns.pop("url", web.url(path) if web else f"https://outlet.example{path}")
    values = {"name": path.strip("/"), "origin": "user", "next_poll_at": runtime.now(), "full_text": False, **columns}
    with runtime.database.write() as session, session.begin():
        feed = Feed(url=url, **values)
        session.add(feed)
        session.flush()
        return feed.id


def add_article(runtime: Runtime, feed_id: int, told: Told, guid: str = "", **entry: Any) -> int:
    """An article that arrived in a feed just now, by the way a poll stores it. Its id."""
    identity = guid or told.title
    url = entry.pop("url", f"https://outlet.example/{feed_id}/{zlib.crc32(identity.encode())}")
    content = Entry(identity=identity, title=told.title, summary=told.text, url=url, **entry)
    with runtime.database.write() as session, session.begin():
        assert store_entries(session, session.get_one(Feed, feed_id), [content], runtime.now()) == 1
        found = select(Article.id).where(Article.feed_id == feed_id, Article.identity == identity)
        return session.scalars(found.order_by(Article.id.desc())).first() or 0


def add_read_feed(runtime: Runtime, name: str = "outlet", **columns: Any) -> int:
    """A feed whose backlog came long ago, so that what it brings is news; not due."""
    long_ago = runtime.now() - timedelta(days=30)
    due = runtime.now() + timedelta(days=30)
    return add_feed(
        runtime, path=f"/{name}.xml", name=name, last_success_at=long_ago, **{"next_poll_at": due, **columns}
    )


def add_subscription(runtime: Runtime, name: str, query: str = "", *to: str, **columns: Any) -> int:
    """A subscription, `instant` if nothing else is said, told at `file:desk` or at `to`. Its id."""
    recipients = tuple(RecipientFile(to=one) for one in to or ("file:desk",))
    file = SubscriptionFile(name=name, query=query, recipients=recipients, **columns)
    with runtime.database.write() as session, session.begin():
        row = Subscription(name=name, origin="user", created_at=runtime.now(), schedule="", paused=False)
        write_subscription(row, file, runtime.now())
        session.add(row)
        session.flush()
        return row.id


def add_delivery(runtime: Runtime, recipient_id: int, key: str, **columns: Any) -> int:
    """A message in the outbox, due now. Its id."""
    from worker.pipeline.outbox import make_test
    from worker.pipeline.telling import make_delivery

    with runtime.database.write() as session, session.begin():
        recipient = session.get_one(Recipient, recipient_id)
        row = Delivery(**make_delivery(recipient, make_test(runtime), key, runtime.now(), **columns))
        session.add(row)
        session.flush()
        return row.id


def list_articles(database: Database) -> list[Article]:
    """Every article, in the order they came."""
    with database.read() as session:
        return list(session.scalars(select(Article).options(selectinload(Article.topics)).order_by(Article.id)))


def find_one(database: Database, model: type[Any], row_id: int) -> Any:
    """A row by id, as it stands in SQL now."""
    with database.read() as session:
        return session.get_one(model, row_id)


def list_rows(database: Database, model: type[Any]) -> list[Any]:
    """Every row of a table with ids, in their order."""
    with database.read() as session:
        return list(session.scalars(select(model).order_by(model.id)))


def list_kinds(database: Database, subscription_id: int) -> list[tuple[str, bool]]:
    """(kind, told) of the matches of a subscription, in their order."""
    return [(one.kind, one.sent) for one in list_rows(database, Match) if one.subscription_id == subscription_id]
