"""/metrics: gauges from SQL and the broker, asked when they are scraped (docs/decisions/0006).

No label is a feed, an article or an address: the series stay few, and nothing secret can stand in one.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response

from db.motion import WORKER
from db.session import describe_error
from worker import __version__
from worker.pipeline.measure import Measures, take_measures
from worker.pipeline.motion import BEAT, SCHEDULER, Broker
from worker.web.health import FRESH

if TYPE_CHECKING:
    from worker.web.site import Desk

log = logging.getLogger(__name__)
FEED_STATES = ("new", "active", "failing", "silent", "gone", "muted", "disabled")
ARTICLE_STATES = ("arrived", "judged", "done", "poison")
PAGE_STATES = ("wanted", "read", "unfit", "refused", "failed")
MESSAGE_STATES = ("pending", "leased", "sent", "uncertain", "dead")
Labels = str | tuple[str, ...]


async def tell_metrics(request: Request) -> Response:
    """What can be told now; a database or broker that is away is a gauge at 0."""
    desk: Desk = request.app.state.desk
    broker = await ask_broker(desk)
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Gauges(await ask_measures(desk, broker), broker))
    encode, content_type = choose_encoder(request.headers.get("accept", ""))
    return Response(encode(registry), headers={"Content-Type": content_type, **FRESH})


async def ask_broker(desk: "Desk") -> Broker | None:
    """What the broker holds; none: it did not answer in time."""
    try:
        return await desk.ask(desk.read_broker)
    except TimeoutError:
        return None


async def ask_measures(desk: "Desk", broker: Broker | None) -> Measures | None:
    """What SQL says; none: it does not answer."""
    try:
        return await desk.ask(partial(take_measures, desk.runtime, broker))
    except (SQLAlchemyError, TimeoutError) as error:
        log.warning("nothing can be measured: %s", describe_error(error))
        return None


class Gauges(Collector):
    """The families of one scrape."""

    def __init__(self, measures: Measures | None, broker: Broker | None) -> None:
        self.measures, self.broker = measures, broker

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """All of them, by what they tell of."""
        yield make_gauge("build_info", "The version that answers.", {__version__: 1}, "version")
        yield make_gauge("db_up", "Whether the database answers with the tables of this program.", self.measures)
        yield from tell_broker(self.broker)
        if self.measures:
            yield from tell_progress(self.measures)
            yield from tell_feeds(self.measures)
            yield from tell_articles(self.measures)
            yield from tell_outbox(self.measures)


def make_gauge(name: str, help_text: str, value: Mapping[Labels, float] | object, *labels: str) -> GaugeMetricFamily:
    """A gauge: of one value, or with labels of a mapping."""
    family = GaugeMetricFamily(f"galata_{name}", help_text, labels=labels)
    values = value if labels and isinstance(value, Mapping) else {(): value}
    for labelled, number in values.items():
        shown = float(number) if isinstance(number, int | float) else float(bool(number))
        family.add_metric((labelled,) if isinstance(labelled, str) else labelled, shown)
    return family


def fill_states(found: Mapping[str, int], states: Iterable[str]) -> dict[Labels, float]:
    """Counts by state, those without any as 0: a series that comes and goes cannot be compared."""
    return {state: found.get(state, 0) for state in dict.fromkeys((*states, *found))}


def measure_age(since: datetime | None, now: datetime) -> float:
    """How many seconds ago; 0 for never."""
    return max(0.0, (now - since).total_seconds()) if since else 0.0


def tell_broker(broker: Broker | None) -> Iterator[GaugeMetricFamily]:
    """Whether it answers, and what it holds. Of one in another process's memory nothing can be told."""
    if broker is None or broker.reachable is not None:
        yield make_gauge("broker_up", "Whether the broker answers.", broker and broker.reachable)
    queues = broker.queues if broker else ()
    depths = {one.name: one.depth for one in queues}
    yield make_gauge("queue_messages", "Messages that wait in the broker.", depths, "queue")
    ages = {one.name: one.oldest_seconds or 0 for one in queues}
    yield make_gauge("queue_oldest_message_age_seconds", "How long the oldest of them has waited.", ages, "queue")


def tell_progress(measures: Measures) -> Iterator[GaugeMetricFamily]:
    """Heartbeats: when somebody last made progress, not when somebody last answered."""
    status = measures.status
    at = {one.name: one.at.timestamp() for one in status.beats}
    workers = {name.removeprefix(WORKER): when for name, when in at.items() if name.startswith(WORKER)}
    queues = {queue: at[queue] for queue in status.held if queue in at}
    yield make_gauge("worker_last_heartbeat_timestamp_seconds", "When a worker last ended a step.", workers, "worker")
    yield make_gauge("queue_last_progress_timestamp_seconds", "When a step of a queue last ended.", queues, "queue")
    for name, gauge, text in (
        (SCHEDULER, "scheduler_last_tick_timestamp_seconds", "When a worker last ran a tick."),
        (BEAT, "beat_last_tick_timestamp_seconds", "When beat last sent a tick."),
    ):
        if name in at:
            yield make_gauge(gauge, text, at[name])
    yield make_gauge("rows_waiting", "Rows that wait for a step.", asdict(status.waiting), "step")
    oldest = {step: measure_age(since, status.now) for step, since in status.oldest.items()}
    yield make_gauge("rows_oldest_waiting_seconds", "How long the oldest of them has waited.", oldest, "step")
    yield make_gauge("rows_held", "Rows that the workers of a queue hold.", status.held, "queue")
    yield make_gauge("problems", "How many things `galata status` calls wrong.", len(status.wrong))


def tell_feeds(measures: Measures) -> Iterator[GaugeMetricFamily]:
    """Feeds by state, and how late polling is."""
    status = measures.status
    yield make_gauge("feeds", "Feeds by state.", fill_states(status.feeds, FEED_STATES), "state")
    yield make_gauge("feeds_overdue", "Feeds whose time came long ago, and nobody polls them.", status.overdue)
    late = measure_age(status.oldest["polls"], status.now)
    yield make_gauge("feed_oldest_overdue_seconds", "How long the feed that is due longest has waited.", late)


def tell_articles(measures: Measures) -> Iterator[GaugeMetricFamily]:
    """Articles by state."""
    states = fill_states(measures.articles, ARTICLE_STATES)
    yield make_gauge("articles", "Articles of feeds by state.", states, "state")
    pages = fill_states(measures.status.pages, PAGE_STATES)
    yield make_gauge("pages", "Pages of articles whose feeds have only an abstract, by state.", pages, "state")
    yield make_gauge("poison", "Articles that were set aside after three failures.", measures.status.poison)


def tell_outbox(measures: Measures) -> Iterator[GaugeMetricFamily]:
    """Messages by channel and state, how long the oldest waits, which channels are paused."""
    status = measures.status
    paused = {one.channel: one.until is None for one in status.paused}
    channels = sorted(paused.keys() | status.outbox.keys())
    counts: dict[Labels, float] = {
        (channel, str(state)): count
        for channel in channels
        for state, count in fill_states(status.outbox.get(channel, {}), MESSAGE_STATES).items()
    }
    yield make_gauge("outbox_messages", "Messages by channel and state.", counts, "channel", "state")
    ages = {channel: measure_age(measures.oldest_messages.get(channel), status.now) for channel in channels}
    yield make_gauge("outbox_oldest_pending_seconds", "How long the oldest unsent message has waited.", ages, "channel")
    yield make_gauge("outbox_unsettled", "Uncertain messages that wait for a person.", status.unsettled)
    for gauge, waits, text in (
        ("channel_paused", True, "Whether a channel sends nothing until a person resumes it."),
        ("channel_resting", False, "Whether a channel sends nothing for a while, after failures."),
    ):
        stopped = {channel: paused.get(channel) is waits for channel in channels}
        yield make_gauge(gauge, text, stopped, "channel")
