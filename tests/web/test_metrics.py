"""/metrics tells of rows, heartbeats and the broker at the moment it is scraped, and of nothing secret."""

import contextlib
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as read_openmetrics
from prometheus_client.parser import text_string_to_metric_families as read_text

from db.channels import pause_channel, rest_channel
from db.leases import read_clock
from db.models import Article, Feed
from db.motion import record_beat
from db.outbox_models import Delivery, Recipient, Subscription
from db.session import Database, open_database
from tests.web.conftest import serve
from worker import __version__
from worker.pipeline.motion import Broker

Sample = tuple[str, frozenset[tuple[str, str]]]


def scrape(client: httpx.Client) -> dict[Sample, float]:
    """The samples, by name and labels."""
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    families = list(read_text(answer.text))
    assert all(family.documentation.endswith(".") for family in families)
    return {(one.name, frozenset(one.labels.items())): one.value for family in families for one in family.samples}


def sample(name: str, **labels: str) -> Sample:
    return f"galata_{name}", frozenset(labels.items())


TOLD = {
    sample("build_info", version=__version__): 1,
    sample("db_up"): 1,
    sample("broker_up"): 1,
    sample("queue_messages", queue="poll"): 3,
    sample("queue_oldest_message_age_seconds", queue="poll"): 4,
    sample("queue_messages", queue="deliver"): 0,
    sample("feeds", state="active"): 2,
    sample("feeds", state="failing"): 1,
    sample("feeds", state="silent"): 0,
    sample("feeds_overdue"): 3,
    sample("rows_waiting", step="polls"): 3,
    sample("rows_waiting", step="arrived"): 1,
    sample("rows_held", queue="poll"): 0,
    sample("articles", state="done"): 2,
    sample("articles", state="judged"): 0,
    sample("poison"): 1,
    sample("outbox_messages", channel="webhook", state="sent"): 2,
    sample("outbox_messages", channel="webhook", state="uncertain"): 0,
    sample("outbox_unsettled"): 0,
    sample("channel_paused", channel="webhook"): 1,
    sample("channel_resting", channel="webhook"): 0,
    sample("problems"): 5,
}


def fill(database: Database) -> None:
    """Rows of every kind, with secrets in them."""
    with database.write() as session, session.begin():
        now = read_clock(session)
        early = now - timedelta(minutes=20)
        for number, state in enumerate(("active", "active", "failing")):
            url = f"https://feeds.example.org/{number}?key=feed-secret"
            polled = {"last_polled_at": early, "state": state, "next_poll_at": early}
            session.add(Feed(name=f"f{number}", url=url, origin="user", **polled))
        for number, state in enumerate(("arrived", "done", "done", "poison")):
            session.add(Article(identity=f"{number}", content_hash="x", title="t", state=state, first_seen_at=early))
        subscription = Subscription(name="desk", origin="user", created_at=now)
        to = "webhook+https://hooks.example.org/hook-secret"
        subscription.recipients.append(Recipient(address=to, channel="webhook", secret="one-click-secret"))
        session.add(subscription)
        session.flush()
        for number, state in enumerate(("pending", "sent", "sent", "dead")):
            session.add(make_delivery(subscription.recipients[0].id, number, state, early))
        pause_channel(session, "webhook", "401 for hook-secret", now)
        for name, age in (("beat", 1), ("scheduler", 2), ("poll", 3), ("worker a@b", 4)):
            record_beat(session, name, now - timedelta(seconds=age), "tick")


def make_delivery(recipient: int, number: int, state: str, when: object) -> Delivery:
    return Delivery(
        recipient_id=recipient,
        channel="webhook",
        idempotency_key=f"{number}",
        kind="alert",
        subject="s",
        payload={},
        state=state,
        next_attempt_at=when,
        created_at=when,
    )


def test_rows_heartbeats_and_queues_are_told(client: httpx.Client, database: Database) -> None:
    fill(database)
    found = scrape(client)
    assert {key: found.get(key) for key in TOLD} == TOLD
    for late in (
        sample("feed_oldest_overdue_seconds"),
        sample("rows_oldest_waiting_seconds", step="arrived"),
        sample("outbox_oldest_pending_seconds", channel="webhook"),
    ):
        assert 1200 <= found[late] < 1300
    beats = {
        sample("beat_last_tick_timestamp_seconds"): 1,
        sample("scheduler_last_tick_timestamp_seconds"): 2,
        sample("queue_last_progress_timestamp_seconds", queue="poll"): 3,
        sample("worker_last_heartbeat_timestamp_seconds", worker="a@b"): 4,
    }
    newest = found[sample("beat_last_tick_timestamp_seconds")] + 1
    assert {key: round(newest - found[key]) for key in beats} == beats


def test_the_page_for_operators_names_each_with_its_labels(client: httpx.Client, database: Database) -> None:
    page = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")
    families = list(read_text(client.get("/metrics").text))
    assert len(families) > 20
    for family in families:
        labels = ",".join(sorted({label for one in family.samples for label in one.labels}))
        shown = family.name.removeprefix("galata_") + (f"{{{labels}}}" if labels else "")
        assert f"`{shown}`" in page or (not family.samples and f"`{shown}{{" in page)


def test_nothing_secret_and_no_feed_stands_in_them(client: httpx.Client, database: Database) -> None:
    fill(database)
    told = client.get("/metrics").text
    assert "secret" not in told
    assert "example.org" not in told


def test_counts_follow_the_rows(client: httpx.Client, database: Database) -> None:
    assert scrape(client)[sample("feeds", state="new")] == 0
    with database.write() as session, session.begin():
        session.add(Feed(name="f", url="u", origin="user", next_poll_at=read_clock(session)))
    assert scrape(client)[sample("feeds", state="new")] == 1


def test_a_channel_that_rests_is_told_apart_from_one_that_waits_for_a_person(
    client: httpx.Client, database: Database
) -> None:
    with database.write() as session, session.begin():
        rest_channel(session, "smtp", "it does not answer", read_clock(session), [timedelta(minutes=1)])
    found = scrape(client)
    assert found[sample("channel_resting", channel="smtp")] == 1
    assert found[sample("channel_paused", channel="smtp")] == 0


def test_openmetrics_is_spoken_to_whoever_asks_for_it(client: httpx.Client, database: Database) -> None:
    fill(database)
    answer = client.get("/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    families = list(read_openmetrics(answer.text))  # type: ignore[no-untyped-call]  # the library's parser has no types
    assert len(families) > 20


def test_a_database_that_is_away_is_a_gauge(settings_env: pytest.MonkeyPatch) -> None:
    url = "postgresql+psycopg://galata:pass-word@127.0.0.1:1/galata"
    with contextlib.closing(open_database(url)) as away, serve(away) as client:
        found = scrape(client)
    assert found[sample("db_up")] == 0
    assert found[sample("broker_up")] == 1
    assert found[sample("queue_messages", queue="poll")] == 3
    assert not any(name.startswith("galata_feeds") for name, _ in found)


@pytest.mark.parametrize(("reachable", "up"), [(False, 0.0), (None, None)])
def test_a_broker_that_is_away_is_a_gauge_and_anothers_is_none(
    settings_env: pytest.MonkeyPatch, sqlite_database: Database, reachable: bool | None, up: float | None
) -> None:
    with serve(sqlite_database, Broker("redis://b", reachable)) as client:
        found = scrape(client)
    assert found.get(sample("broker_up")) == up
    assert found[sample("db_up")] == 1
