"""Leads, clippings and own items of one report, for the tests of how they stand to each other and how they are told."""

from collections.abc import Callable

from db.models import Article, Feed
from db.outbox_models import Delivery, Subscription
from tests.pipeline.building import WIRE, Told, TurnableClock, add_article, add_read_feed, find_one, list_rows
from worker.news.message import Block, Message
from worker.pipeline.alert import alert_judged
from worker.pipeline.convert import unpack_message
from worker.pipeline.digest import digest_due
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime

DAILY = "daily 08:00 Europe/Rome"
GOOGLE = "https://news.google.com/rss/articles/CBMiVkFVX3lxTE5v{}?oc=5"
ALERT_ID = "tag:google.com,2013:googlealerts/feed:7"
PAGE = "https://courier.example/turin-plant"
SNIPPET = Told(WIRE.title, "The hall will turn out 48 airframes a year once its second line ...")
BROADER = Told(
    "Italy and Türkiye move closer on drones",
    f"{WIRE.text} In Ankara the same day, the defence committee was told of it by the minister.",
)


def bring_lead(runtime: Runtime, title: str = WIRE.title, *, number: int = 1, source: str = "Courier") -> int:
    """A headline arrives as a search of Google News tells it."""
    feed = find_feed(runtime, "Google News")
    return add_article(runtime, feed, Told(title, ""), f"g{number}", url=GOOGLE.format(number), source=source)


def bring_own(runtime: Runtime, told: Told = WIRE, *, outlet: str = "Courier", url: str = PAGE) -> int:
    """An outlet's own item arrives."""
    return add_article(runtime, find_feed(runtime, outlet), told, url, url=url)


def bring_clipping(runtime: Runtime) -> int:
    """The same page arrives as Google Alerts quotes it."""
    return add_article(runtime, find_feed(runtime, "Alert"), SNIPPET, ALERT_ID, url=PAGE, source="Courier")


BRING: dict[str, Callable[[Runtime], int]] = {"lead": bring_lead, "own": bring_own, "clipping": bring_clipping}


def find_feed(runtime: Runtime, name: str) -> int:
    """A feed of a name, whose pages may be read, added when it is first asked for."""
    known = {feed.name: feed.id for feed in list_rows(runtime.database, Feed)}
    return known.get(name) or add_read_feed(runtime, name, full_text=True)


def work(runtime: Runtime) -> None:
    """What arrived is judged and matched."""
    done = ingest_arrived(runtime)
    assert done.failed == []
    alert_judged(runtime)


def send_digest(runtime: Runtime, turnable: TurnableClock, subscription_id: int) -> Message:
    """The next digest of a subscription."""
    turnable.at = find_one(runtime.database, Subscription, subscription_id).next_run_at
    assert digest_due(runtime) == 1
    return unpack_message(list_rows(runtime.database, Delivery)[-1].payload)


def list_blocks(message: Message) -> list[Block]:
    """The stories of a message that have a link."""
    return [block for section in message.sections for block in section.blocks if block.url]


def read_words(block: Block) -> str:
    """All lines of a story."""
    return "\n".join(line.text for line in block.lines)


def list_urls(message: Message) -> set[str | None]:
    """Every link of a message."""
    blocks = list_blocks(message)
    lines = [*message.footer, *(line for block in blocks for line in block.lines)]
    return {block.url for block in blocks} | {line.url for line in lines if line.url}


def list_relations(runtime: Runtime, *ids: int) -> list[tuple[str, int | None]]:
    """How articles stand, and to which."""
    rows = [find_one(runtime.database, Article, one) for one in ids]
    return [(row.relation, row.related_id) for row in rows]


def read_alerts(runtime: Runtime) -> list[Message]:
    """Every alert in the outbox."""
    return [unpack_message(one.payload) for one in list_rows(runtime.database, Delivery)]
