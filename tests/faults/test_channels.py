"""Mail servers and receivers of webhooks that fail in every way, under the whole program: what they refuse waits, what
they refuse for good is given up and named, and nothing else is held up by it.
"""

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from db.outbox_models import ChannelState, Delivery, Recipient
from tests.faults.installation import Program
from tests.faults.sabotage import BRISK, STRICT, write_sabotage
from tests.faults.scene import LEASE, TOLD_BY_MAIL, Scene, run_fleet
from tests.servers.ports import wait_until
from tests.servers.webhook import HookAnswer

ITEMS = 12
PATIENCE = 60.0
# Of a lease, for a task that waits for a silent server; half of it is what tasks have elsewhere.
SHARE = 0.2


def start_up(scene: Scene, sabotage: str = "") -> Program:
    return scene.installation.start("galata", "up", PYTHONPATH=write_sabotage(scene.installation.folder, sabotage))


def read_outbox(scene: Scene) -> Counter[tuple[str, str]]:
    """How many messages each (channel, state) has."""
    with scene.installation.look() as database, database.read() as session:
        return Counter((row[0], row[1]) for row in session.execute(select(Delivery.channel, Delivery.state)))


def read_channel(scene: Scene, name: str = "smtp") -> ChannelState | None:
    with scene.installation.look() as database, database.read() as session:
        return session.get(ChannelState, name)


def wait_for_outbox(scene: Scene, program: Program, **states: int) -> None:
    """Until mails and webhooks are in these states: `smtp_pending=3`."""
    wanted = {tuple(name.split("_")): count for name, count in states.items()}
    met = wait_until(lambda: dict(read_outbox(scene)) == wanted, seconds=PATIENCE, pause=0.1)
    assert met, f"{read_outbox(scene)}, not {wanted}: {program.said[-2000:]}"


def test_a_mail_server_that_is_away_rests_and_holds_up_no_webhook(embedded: Scene) -> None:
    embedded.mails.kill()
    with start_up(embedded, BRISK) as program:
        embedded.publish(ITEMS)
        wait_for_outbox(embedded, program, smtp_pending=2 * ITEMS, webhook_sent=2 * ITEMS)
        channel = read_channel(embedded)
        assert channel is not None
        assert channel.until is not None
        assert f"rests until {channel.until:%Y-%m-%d %H:%M}" in embedded.installation.run("galata", "status")
        embedded.mails.start()
        assert wait_until(lambda: not read_outbox(embedded)["smtp", "pending"], seconds=PATIENCE, pause=0.1), (
            program.said
        )
        assert program.stop() == 0
    assert embedded.judge() == []
    assert "Traceback" not in program.said


def test_a_mail_server_cut_down_in_the_middle(embedded: Scene) -> None:
    embedded.mails.delay = 0.1
    with start_up(embedded) as program:
        embedded.publish(ITEMS)
        assert wait_until(lambda: len(embedded.mails.messages) >= 3, seconds=PATIENCE), program.said
        embedded.mails.kill()
        embedded.mails.start()
        assert wait_until(lambda: drain(embedded), seconds=PATIENCE, pause=0.5), program.said
        embedded.settle()
        assert program.stop() == 0
    assert embedded.judge() == []
    assert read_outbox(embedded)["smtp", "uncertain"] == 1, "the one whose answer was cut off"


@pytest.mark.parametrize("stage", ["MAIL", "RCPT", "DATA"])
def test_451_is_asked_again(embedded: Scene, stage: str) -> None:
    embedded.mails.answer(stage, "451 4.3.0 try again later", times=3)
    with start_up(embedded) as program:
        embedded.publish(ITEMS)
        assert wait_until(
            lambda: embedded.count("SELECT count(*) FROM deliveries") == 4 * ITEMS, seconds=PATIENCE, pause=0.1
        )
        assert wait_until(lambda: drain(embedded), seconds=PATIENCE, pause=0.5), program.said
        assert program.stop() == 0
    assert embedded.judge() == []


def drain(scene: Scene) -> bool:
    """Cut the waits short; whether nothing is left."""
    scene.hasten_deliveries()
    return not scene.count("SELECT count(*) FROM deliveries WHERE state IN ('pending', 'leased')")


def test_550_gives_one_address_up_and_no_other(embedded: Scene) -> None:
    gone, here = TOLD_BY_MAIL
    embedded.mails.refuse.add(gone)
    with start_up(embedded) as program:
        embedded.publish(ITEMS)
        wait_for_outbox(embedded, program, smtp_dead=ITEMS, smtp_sent=ITEMS, webhook_sent=2 * ITEMS)
        assert program.stop() == 0
    assert embedded.judge(dead=frozenset({f"mailto:{gone}"})) == []
    assert {mail.rcpt_tos for mail in embedded.mails.messages} == {(here,)}
    assert embedded.mails.refused == 1, "asked once, believed for all that waited"
    with embedded.installation.look() as database, database.read() as session:
        given_up = list(session.scalars(select(Recipient.address).where(Recipient.state != "active")))
    assert given_up == [f"mailto:{gone}"]
    assert "All is well" not in read_status(embedded), "dead messages are named"


def read_status(scene: Scene) -> str:
    """What `galata status` says, be it good or not."""
    with scene.installation.start("galata", "status") as program:
        program.process.wait(PATIENCE)
        return program.said


def test_535_pauses_the_channel_until_it_is_resumed(embedded: Scene) -> None:
    embedded.mails.answer("MAIL", "535 5.7.8 authentication failed", times=1)
    with start_up(embedded) as program:
        embedded.publish(ITEMS)
        wait_for_outbox(embedded, program, smtp_pending=2 * ITEMS, webhook_sent=2 * ITEMS)
        assert read_status(embedded).startswith("wrong: channel smtp is paused: ")
        assert embedded.mails.messages == [], "nothing more is tried, although the next would go"
        embedded.installation.run("galata", "channels", "resume", "smtp")
        wait_for_outbox(embedded, program, smtp_sent=2 * ITEMS, webhook_sent=2 * ITEMS)
        assert program.stop() == 0
    assert embedded.judge() == []


@pytest.mark.parametrize("keep", [True, False])
def test_a_server_that_falls_silent_after_the_body(distributed: Scene, tmp_path: Path, keep: bool) -> None:
    """The sender's time limit ends its wait; whether the mail arrived, nobody knows."""
    distributed.mails.fall_silent(keep=keep)
    distributed.installation.environment["GALATA_ON_UNCERTAIN"] = "hold"
    path = write_sabotage(tmp_path, STRICT.format(share=SHARE))
    with run_fleet(distributed.installation, PYTHONPATH=path) as fleet:
        distributed.publish(ITEMS)
        limit = LEASE.total_seconds() * SHARE
        assert wait_until(
            lambda: read_outbox(distributed)["smtp", "uncertain"] == 1, seconds=limit + PATIENCE, pause=0.2
        ), fleet.said
        distributed.settle()
    assert distributed.judge() == []
    assert len(distributed.mails.messages) == 2 * ITEMS - (not keep)


@pytest.mark.parametrize("answer", [HookAnswer(429, {"Retry-After": "1"}), HookAnswer(500), HookAnswer(302)])
def test_a_webhook_that_is_busy_is_asked_again(embedded: Scene, answer: HookAnswer) -> None:
    embedded.hooks.answer(answer, times=2)
    with start_up(embedded) as program:
        embedded.publish(ITEMS)
        assert wait_until(
            lambda: embedded.count("SELECT count(*) FROM deliveries") == 4 * ITEMS, seconds=PATIENCE, pause=0.1
        )
        assert wait_until(lambda: drain(embedded), seconds=PATIENCE, pause=0.5), program.said
        assert program.stop() == 0
    assert embedded.judge() == []


def test_a_webhook_that_is_gone_is_given_up(embedded: Scene) -> None:
    embedded.hooks.answer(HookAnswer(410))
    with start_up(embedded) as program:
        embedded.publish(ITEMS)
        wait_for_outbox(embedded, program, smtp_sent=2 * ITEMS, webhook_sent=ITEMS, webhook_dead=ITEMS)
        assert program.stop() == 0
    with embedded.installation.look() as database, database.read() as session:
        gone = session.scalars(select(Recipient.address).where(Recipient.state == "suppressed")).one()
    assert embedded.judge(dead=frozenset({gone})) == []


def test_a_webhook_that_stalls_holds_up_no_other(embedded: Scene) -> None:
    embedded.hooks.answer(HookAnswer(200, stall=20.0))
    with start_up(embedded, BRISK) as program:
        embedded.publish(ITEMS)
        assert wait_until(lambda: len(embedded.mails.messages) == 2 * ITEMS, seconds=PATIENCE), program.said
        assert wait_until(
            lambda: embedded.count("SELECT count(*) FROM deliveries") == 4 * ITEMS, seconds=PATIENCE, pause=0.1
        )
        assert wait_until(lambda: drain(embedded), seconds=PATIENCE, pause=0.5), program.said
        assert program.stop() == 0
    assert embedded.judge() == [], "it was asked twice, and knows both by one id"
