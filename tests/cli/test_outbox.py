"""galata channels, deliveries, digest: messages that did not go out, settled by a person."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from db.channels import pause_channel
from db.outbox_models import Delivery, DigestItem, Recipient
from tests.cli.conftest import Cli
from tests.servers.smtp import SmtpSink
from worker.pipeline.subscribe import shorten_address


def list_channels(cli: Cli) -> dict[str, Any]:
    return {one["channel"]: one for one in json.loads(cli.run("channels", "list", "--json").out)}


def list_deliveries(cli: Cli, *arguments: str) -> dict[int, Any]:
    return {one["id"]: one for one in json.loads(cli.run("deliveries", "list", "--json", *arguments).out)}


def put_state(cli: Cli, number: int, **values: Any) -> None:
    with cli.write() as session:
        session.execute(update(Delivery).where(Delivery.id == number).values(**values))


def test_channels_are_counted_by_state(demo_cli: Cli) -> None:
    put_state(demo_cli, 1, state="dead")
    put_state(demo_cli, 2, state="leased")
    channels = list_channels(demo_cli)
    assert list(channels) == ["smtp", "file", "webhook"]
    assert [channels["smtp"][one] for one in ("pending", "sent", "uncertain", "dead")] == [1, 1, 0, 1]


def test_a_paused_channel_says_why_and_is_resumed_at_once(demo_cli: Cli) -> None:
    later = demo_cli.ask(lambda s: s.get_one(Delivery, 1).created_at.replace(year=2099))
    put_state(demo_cli, 1, state="pending", next_attempt_at=later)
    with demo_cli.write() as session:
        pause_channel(session, "smtp", "535 bad credentials", later.replace(year=2026))
    assert list_channels(demo_cli)["smtp"]["why"] == "535 bad credentials"
    assert demo_cli.run("channels", "resume", "smtp").out == "smtp is resumed; 1 message waiting.\n"
    assert not list_channels(demo_cli)["smtp"]["paused"]
    assert demo_cli.ask(lambda s: s.get_one(Delivery, 1).next_attempt_at) < later
    assert demo_cli.run("channels", "resume", "smtp").out.startswith("smtp was not paused")
    assert "did you mean 'smtp'" in demo_cli.fail("channels", "resume", "smpt")


def test_a_test_without_mail_server_becomes_a_file(cli: Cli) -> None:
    out = cli.run("channels", "test", "mailto:you@example.org").out
    path = Path(out.removeprefix("Sent: ").strip())
    assert path.is_file() and path.parent.name == "you@example.org"
    assert b"Nothing is wrong" in path.read_bytes()


def test_a_test_goes_through_the_mail_server(cli: Cli, settings_env: pytest.MonkeyPatch, smtp_sink: SmtpSink) -> None:
    settings_env.setenv("GALATA_SMTP_URL", smtp_sink.url)
    assert cli.run("channels", "test", "mailto:you@example.org").out.startswith("Sent: ")
    (mail,) = smtp_sink.messages
    assert mail.rcpt_tos == ("you@example.org",)
    smtp_sink.answer("RCPT", "550 5.1.1 nobody of that name")
    assert "nobody of that name" in cli.fail("channels", "test", "mailto:me@example.org")


def test_a_test_needs_no_migrated_database_and_a_real_address(cli: Cli) -> None:
    (cli.folder / "data" / "galata.db").unlink()
    assert cli.run("channels", "test", "file:desk").out.startswith("Sent: ")
    assert "write mailto:desk@example.org" in cli.fail("channels", "test", "desk@example.org")


def test_messages_are_listed_by_state(demo_cli: Cli) -> None:
    put_state(demo_cli, 2, state="dead", error="550 no such user")
    assert list(list_deliveries(demo_cli)) == [3, 2, 1]
    assert list(list_deliveries(demo_cli, "--state", "dead")) == [2]
    assert list(list_deliveries(demo_cli, "--limit", "1")) == [3]
    assert "550 no such user" in demo_cli.run("deliveries", "list").out


def test_retrying_sends_again_and_trusts_the_address_again(demo_cli: Cli) -> None:
    put_state(demo_cli, 2, state="dead", error="550 no such user", attempts=7)
    with demo_cli.write() as session:
        session.execute(update(Recipient).values(state="suppressed", reason="550"))
    out = demo_cli.run("deliveries", "retry", "2").out
    assert out == "1 message will be sent again.\nmailto:desk@example.org was given up; it is written to again.\n"
    demo_cli.drain()
    assert list_deliveries(demo_cli)[2]["state"] == "sent"
    states = demo_cli.ask(lambda s: dict(s.execute(select(Recipient.address, Recipient.state)).all()))
    assert states == {"mailto:desk@example.org": "active", "mailto:analyst@example.org": "suppressed"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["retry", "1", "99"], "there is no delivery 99"),
        (
            ["retry", "1", "3"],
            "delivery 3 is uncertain; only dead and pending ones are retried; use `galata deliveries",
        ),
        (["retry", "1", "2"], "delivery 2 is sent; only dead and pending ones are retried"),
        (["resolve", "3", "1", "--sent"], "delivery 1 is dead; only uncertain ones are resolved"),
        (["resolve", "3"], "say --sent (they arrived) or --resend (they did not)"),
    ],
)
def test_all_are_settled_or_none(demo_cli: Cli, arguments: list[str], said: str) -> None:
    put_state(demo_cli, 1, state="dead")
    put_state(demo_cli, 3, state="uncertain", phase="data")
    answer = demo_cli.run("deliveries", *arguments, status=2)
    assert said in answer.err
    assert {number: one["state"] for number, one in list_deliveries(demo_cli).items()} == {
        1: "dead", 2: "sent", 3: "uncertain"
    }  # fmt: skip


def test_what_arrived_is_not_sent_again(demo_cli: Cli) -> None:
    put_state(demo_cli, 2, state="uncertain", phase="data", sent_at=None, receipt=None)
    demo_cli.run("deliveries", "resolve", "2", "--sent")
    settled = list_deliveries(demo_cli)[2]
    assert (settled["state"], settled["receipt"]) == ("sent", "a person said that it arrived")
    assert settled["sent"] is not None


def test_what_did_not_arrive_is_sent_again(demo_cli: Cli) -> None:
    put_state(demo_cli, 2, state="uncertain", phase="data", sent_at=None)
    demo_cli.run("deliveries", "resolve", "2", "--resend")
    assert list_deliveries(demo_cli)[2]["state"] == "pending"
    demo_cli.drain()
    assert list_deliveries(demo_cli)[2]["state"] == "sent"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("file:desk", "file:desk"),
        ("webhook+https://me:pw@hooks.example:8443/T0/B1/secret?x=y", "webhook+https://hooks.example:8443/…"),
        ("webhook+https://hooks.example?token=secret", "webhook+https://hooks.example/…"),
        ("webhook+https://hooks.example#secret", "webhook+https://hooks.example/…"),
    ],
)
def test_addresses_are_shown_without_their_secrets(address: str, shown: str) -> None:
    assert shorten_address(address) == shown


def count_items(cli: Cli) -> int:
    count: int = cli.ask(lambda s: len(s.execute(select(DigestItem.article_id)).all()))
    return count


def test_a_preview_sends_and_records_nothing(demo_cli: Cli) -> None:
    with demo_cli.write() as session:
        session.query(DigestItem).delete()
    out = demo_cli.run("digest", "preview").out
    assert out.startswith("Subject: Türkiye–Italy")
    assert "Anatolian Wire" in out
    assert count_items(demo_cli) == 0
    assert len(list_deliveries(demo_cli)) == 3
    page = demo_cli.folder / "preview.html"
    demo_cli.run("digest", "preview", "morning", "--html", str(page))
    assert "<html" in page.read_text(encoding="utf-8")


def test_a_digest_is_sent_between_its_slots(demo_cli: Cli) -> None:
    with demo_cli.write() as session:
        session.query(DigestItem).delete()
    before = json.loads(demo_cli.run("subscriptions", "list", "--json").out)
    out = demo_cli.run("digest", "send", "morning").out
    assert out.startswith("sent: mailto:analyst@example.org: ")
    assert Path(out.split(": ", 2)[2].splitlines()[0]).is_file()
    assert count_items(demo_cli) > 0
    assert json.loads(demo_cli.run("subscriptions", "list", "--json").out) == before


def test_a_digest_that_cannot_leave_says_so(demo_cli: Cli) -> None:
    with demo_cli.write() as session:
        pause_channel(session, "smtp", "535 bad credentials", session.get_one(Delivery, 1).created_at)
    assert "1 message not sent yet" in demo_cli.run("digest", "send", "morning").out


def test_digests_are_chosen_by_name_where_there_are_several(demo_cli: Cli) -> None:
    to = ("--to", "file:desk", "--schedule", "hourly")
    demo_cli.run("subscriptions", "add", "hourly-drones", "drone", *to)
    assert demo_cli.fail("digest", "preview") == "there are several digests; name one of hourly-drones, morning"
    assert "did you mean 'morning'" in demo_cli.fail("digest", "send", "mornings")
    with demo_cli.write() as session:
        session.execute(update(Recipient).values(state="suppressed"))
    assert "no recipient that is written to" in demo_cli.fail("digest", "send", "morning")
