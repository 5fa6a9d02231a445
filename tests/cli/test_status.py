"""galata status: all is well, or each thing that is not is named and the exit status is 1."""

import json
import re
import socket
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from db.channels import pause_channel
from db.models import Article, Feed
from db.motion import record_beat
from db.outbox_models import Delivery, Heartbeat, Subscription
from tests.cli.conftest import Cli

NOW = datetime.now(UTC)


def test_after_a_run_by_cron_all_is_well(demo_cli: Cli) -> None:
    out = demo_cli.run("status").lines
    assert out[0] == "All is well, but for 2 feeds, named below."
    found = json.loads(demo_cli.run("status", "--json").out)
    assert found["wrong"] == []
    assert found["feeds"] == {"active": 11, "failing": 1}
    assert {one["name"] for one in found["failing"]} == {"Sport Adriatico", "Tirreno Sera"}
    assert found["polls"]["total"] == 24
    assert found["polls"]["failed"] == 3
    assert found["polls"]["new_articles"] > 50
    assert found["outbox"] == {"smtp": {"sent": 3}}
    assert [one["name"] for one in found["beats"]] == ["poll --once"]
    assert found["schema"] == found["schema_head"]
    assert any("Tirreno Sera" in line for line in out)


def let_feeds_wait(session: Session, minutes: int) -> None:
    session.execute(update(Feed).values(next_poll_at=datetime.now(UTC) - timedelta(minutes=minutes)))


def poison(session: Session) -> None:
    number = session.scalar(select(Article.id).where(~Article.seed).limit(1))
    session.execute(update(Article).where(Article.id == number).values(state="poison", error="x"))


def change_delivery(session: Session, **values: Any) -> None:
    session.execute(update(Delivery).where(Delivery.id == 1).values(**values))


def ask(session: Session, query: str) -> None:
    session.execute(update(Subscription).where(Subscription.name == "morning").values(query=query))


def beat(session: Session, minutes: float, *, cron: float = 1440) -> Session:
    """A scheduler that moved so many minutes ago; cron ran the day before, if nothing else is said."""
    for name, age in (("scheduler", minutes), ("poll --once", cron)):
        session.execute(delete(Heartbeat).where(Heartbeat.name == name))
        record_beat(session, name, datetime.now(UTC) - timedelta(minutes=age))
    return session


WRONGS = [
    (lambda s: let_feeds_wait(s, 130), "12 feeds are more than 120 min overdue"),
    (lambda s: let_feeds_wait(beat(s, 0), 11), "12 feeds are more than 10 min overdue"),
    (poison, "1 article was set aside (`galata explain"),
    (
        lambda s: change_delivery(s, state="uncertain"),
        "1 message is uncertain (`galata deliveries list --state uncertain`, then `resolve`)",
    ),
    (
        lambda s: change_delivery(s, state="dead"),
        "1 message is dead (`galata deliveries list --state dead`, then `retry`)",
    ),
    (
        lambda s: change_delivery(s, state="pending", attempts=0, created_at=datetime.now(UTC) - timedelta(minutes=6)),
        "the oldest message has waited 6 min",
    ),
    (
        lambda s: change_delivery(s, state="pending", created_at=datetime.now(UTC) - timedelta(hours=5)),
        "a message has been put off for 5 h",
    ),
    (
        lambda s: ask(s, "topic:drones"),
        "subscription morning may match nothing: there is no topic:drones; the topic ids are automotive_",
    ),
    (lambda s: ask(s, "(baykar"), "subscription morning may match nothing: a bracket is not closed; add the second )"),
    (lambda s: pause_channel(s, "smtp", "535 no", NOW), "channel smtp is paused: 535 no"),
    (lambda s: beat(s, 3), "the scheduler has not moved for 3 min"),
    (lambda s: beat(s, 500, cron=121), "`galata poll --once` has not run for 121 min"),
    (lambda s: let_feeds_wait(beat(s, 500, cron=60), 130), "12 feeds are more than 120 min overdue"),
]
RIGHTS = [
    lambda s: let_feeds_wait(s, 100),
    lambda s: let_feeds_wait(beat(s, 0), 9),
    lambda s: change_delivery(s, state="pending", attempts=0, created_at=datetime.now(UTC) - timedelta(minutes=4)),
    lambda s: change_delivery(s, state="pending", attempts=3, created_at=datetime.now(UTC) - timedelta(hours=3)),
    lambda s: beat(s, 1.5),
    lambda s: let_feeds_wait(beat(s, 500, cron=60), 100),
    lambda s: record_beat(s, "poll --once", datetime.now(UTC) - timedelta(days=1)),
    lambda s: s.execute(update(Feed).values(muted=True, next_poll_at=NOW - timedelta(days=9))),
]


@pytest.mark.parametrize(("change", "said"), WRONGS)
def test_what_is_wrong_stands_in_the_first_line(demo_cli: Cli, change: Any, said: str) -> None:
    with demo_cli.write() as session:
        change(session)
    first = demo_cli.run("status", status=1).lines[0]
    assert first.startswith("wrong: ")
    assert said in first
    assert [said in one for one in json.loads(demo_cli.run("status", "--json", status=1).out)["wrong"]] == [True]


@pytest.mark.parametrize("change", RIGHTS)
def test_what_is_usual_is_not_wrong(demo_cli: Cli, change: Any) -> None:
    with demo_cli.write() as session:
        change(session)
    assert demo_cli.run("status").lines[0].startswith("All is well")


def test_several_faults_stand_together(demo_cli: Cli) -> None:
    with demo_cli.write() as session:
        poison(session)
        change_delivery(session, state="dead")
    assert demo_cli.run("status", status=1).lines[0].count("; ") == 1


def test_before_the_first_run_it_says_how_to_begin(cli: Cli) -> None:
    out = cli.run("status").out
    assert "begin with `galata up`" in out
    assert "none yet" in out


def test_another_schema_is_one_line(cli: Cli) -> None:
    (cli.folder / "data" / "galata.db").write_bytes(b"")
    assert "another schema than this program; run `galata migrate`" in cli.fail("status")


def test_one_heartbeat_is_asked_of_by_name_for_health_checks(demo_cli: Cli) -> None:
    name = f"worker poll@{socket.gethostname()}"
    with demo_cli.write() as session:
        record_beat(session, name, datetime.now(UTC))
        record_beat(session, "beat", datetime.now(UTC) - timedelta(minutes=3))
    [fresh] = demo_cli.run("status", "--alive", "worker poll@%h").lines
    assert re.fullmatch(rf"{re.escape(name)}: \d s ago", fresh)
    [late] = demo_cli.run("status", "--alive", "beat", status=1).lines
    assert re.fullmatch(r"beat: 18\d s ago, which is more than 120 s", late)
    [unknown] = demo_cli.run("status", "--alive", "beet", status=1).lines
    assert unknown.startswith("beet: no such heartbeat, did you mean 'beat'? (known: beat, poll --once, worker poll@")


def test_a_database_that_is_away_is_no_sign_of_life(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GALATA_DATABASE_URL", "postgresql://galata:pass-word@127.0.0.1:1/galata")
    [line] = cli.run("status", "--alive", "beat", status=1).lines
    assert line.startswith("beat: GALATA_DATABASE_URL: ")
    assert "pass-word" not in line


def test_the_broker_is_told_of_where_it_can_be_asked(
    demo_cli: Cli, monkeypatch: pytest.MonkeyPatch, redis_url: str
) -> None:
    found = json.loads(demo_cli.run("status", "--json").out)
    assert found["broker"] == {"url": "memory://", "reachable": None, "why": "", "queues": []}
    assert "Broker: in the memory of `galata up`" in demo_cli.run("status").lines
    monkeypatch.setenv("GALATA_BROKER_URL", redis_url)
    found = json.loads(demo_cli.run("status", "--json").out)
    assert [one["depth"] for one in found["broker"]["queues"]] == [0, 0, 0]
    out = demo_cli.run("status").lines
    assert f"Broker: {redis_url}" in out
    assert "  queue poll     0 messages" in out
    monkeypatch.setenv("GALATA_BROKER_URL", "redis://127.0.0.1:1/0")
    assert "the broker redis://127.0.0.1:1/0 cannot be reached (" in demo_cli.run("status", status=1).lines[0]


def test_what_waits_is_told_with_its_age(demo_cli: Cli) -> None:
    with demo_cli.write() as session:
        let_feeds_wait(session, 5)
    found = json.loads(demo_cli.run("status", "--json").out)
    assert found["waiting"]["polls"] == 12
    assert found["oldest"]["polls"] is not None
    assert found["held"] == {"poll": 0, "ingest": 0, "deliver": 0}
    assert "  due now       12, the oldest for 5 min" in demo_cli.run("status").lines
