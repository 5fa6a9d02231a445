"""Delivering by SMTP: what is known after each phase, and what nobody can know."""

import smtplib
import socket
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.net.messages import DIGEST, make_envelope, make_options
from tests.net.servers import running_stub
from tests.servers.smtp import SmtpSink, running_smtp
from worker.errors import DeliveryError
from worker.net import smtp, smtp_session
from worker.net.channels import Envelope, send
from worker.net.mail import compose_mail

UNUSED = Path("unused")
PLAIN = replace(DIGEST, footer=())


def deliver(url: str, *, timeout: float = 5, envelope: Envelope | None = None) -> tuple[str, list[str]]:
    phases: list[str] = []
    options = make_options(UNUSED, url, timeout_seconds=timeout)
    return send(DIGEST, envelope or make_envelope(), options, phases.append), phases


def fail(url: str, *, timeout: float = 5) -> tuple[DeliveryError, list[str]]:
    phases: list[str] = []
    with pytest.raises(DeliveryError) as caught:
        send(DIGEST, make_envelope(), make_options(UNUSED, url, timeout_seconds=timeout), phases.append)
    assert "\n" not in str(caught.value)
    return caught.value, phases


Flags = tuple[str, bool, bool]


def flags(error: DeliveryError) -> Flags:
    return error.scope, error.permanent, error.uncertain


TEMPORARY, LOST = ("message", False, False), ("channel", False, True)
BUSY, PERMANENT = ("recipient", False, False), ("recipient", True, False)
RESTS, CHANNEL = ("channel", False, False), ("channel", True, False)


def test_a_mail_arrives_as_composed(smtp_sink: SmtpSink) -> None:
    receipt, phases = deliver(smtp_sink.url)
    assert phases == ["data"]
    assert "250" in receipt
    [mail] = smtp_sink.messages
    assert (mail.mail_from, mail.rcpt_tos) == ("news@galata.example", ("anna@example.org",))
    sent = compose_mail(DIGEST, make_envelope(), make_options(UNUSED)).as_bytes()
    assert mail.content == sent
    assert mail.message["Message-ID"] == message_from_bytes(sent, policy=policy.default)["Message-ID"]


def test_the_phase_is_told_after_354_and_before_the_body() -> None:
    seen: list[tuple[str, int, str]] = []
    with running_stub() as stub:
        options = make_options(UNUSED, f"smtp://127.0.0.1:{stub.port}")
        send(DIGEST, make_envelope(), options, lambda phase: seen.append((phase, len(stub.bodies), stub.seen[-1])))
    assert seen == [("data", 0, "DATA")]
    assert len(stub.bodies) == 1


def test_who_stops_at_the_phase_has_sent_nothing() -> None:
    def lose_lease(phase: str) -> None:
        raise RuntimeError("the lease ran out")

    with running_stub() as stub, pytest.raises(RuntimeError, match="the lease ran out"):
        send(DIGEST, make_envelope(), make_options(UNUSED, f"smtp://127.0.0.1:{stub.port}"), lose_lease)
    assert stub.bodies in ([], [b""]), "hung up after 354"


def test_lines_that_begin_with_a_dot_arrive_whole(smtp_sink: SmtpSink) -> None:
    assert smtp.quote_body(b".a\n..b\r\nc.\r.") == b"..a\r\n...b\r\nc.\r\n..\r\n.\r\n"
    message = replace(DIGEST, preview="x " * 36 + ". " + "." * 76)
    send(message, make_envelope(), make_options(UNUSED, smtp_sink.url), print)
    part = smtp_sink.messages[0].message.get_body(("plain",))
    assert part is not None
    assert "." * 76 in part.as_string().replace("=\n", "")


REPLIES: list[tuple[str, str, Flags]] = [
    ("BANNER", "421 4.3.2 closing", RESTS),
    ("BANNER", "554 5.7.1 not from you", CHANNEL),
    ("MAIL", "451 4.3.0 later", RESTS),
    ("MAIL", "550 5.7.1 sender refused", CHANNEL),
    ("RCPT", "450 4.2.0 greylisted", BUSY),
    ("RCPT", "421 4.7.0 too many", RESTS),
    ("RCPT", "550 5.1.1 no such user", PERMANENT),
    ("RCPT", "550 no such mailbox here", PERMANENT),
    ("RCPT", "550 5.1.10 null MX", PERMANENT),
    ("RCPT", "554 5.2.1 mailbox disabled", PERMANENT),
    ("RCPT", "550 5.1.1 <a@x.example>: Recipient address rejected: host mx said: blocked client", PERMANENT),
    ("RCPT", "552 5.2.2 mailbox full", BUSY),
    ("RCPT", "550 5.7.1 this group takes mail of its members alone", BUSY),
    ("RCPT", "503 5.5.1 bad sequence", BUSY),
    ("RCPT", "553 5.7.1 <galata@x.example>: Sender address rejected: not owned by user foo", CHANNEL),
    ("RCPT", "554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied", CHANNEL),
    ("RCPT", "550 5.7.1 service unavailable; 192.0.2.1 blocked using a list", CHANNEL),
    ("RCPT", "550 5.1.8 Sender address rejected: Domain not found", CHANNEL),
    ("RCPT", "550 5.7.60 no permissions to send as this sender", CHANNEL),
    ("RCPT", "550 5.4.5 daily sending limit exceeded", CHANNEL),
    ("RCPT", "504 5.5.2 <galata>: Helo command rejected: need a full name", CHANNEL),
    ("RCPT", "550 5.1.1 <relay@x.example> no such user", PERMANENT),
    ("RCPT", "554 5.7.1 <anna@example.org>: Relay access denied", CHANNEL),
    ("RCPT", "550 relaying denied", CHANNEL),
    ("RCPT", "530 5.7.0 authentication required", CHANNEL),
    ("DATA", "451 4.3.0 later", TEMPORARY),
    ("DATA", "554 5.5.1 no valid recipients", TEMPORARY),
    ("BODY", "451 4.3.0 later", TEMPORARY),
    ("BODY", "554 5.7.1 looks like spam", TEMPORARY),
    ("BODY", "25", LOST),
    ("BODY", "what?", LOST),
]


@pytest.mark.parametrize(("stage", "reply", "expected"), REPLIES)
def test_refusals_by_phase(stage: str, reply: str, expected: Flags) -> None:
    with running_stub(**{stage: reply}) as stub:
        error, phases = fail(f"smtp://127.0.0.1:{stub.port}")
    assert flags(error) == expected
    assert phases == (["data"] if stage == "BODY" else [])
    assert expected == LOST or reply[:3] in str(error)
    assert f"127.0.0.1:{stub.port}" in str(error)


@pytest.mark.parametrize("stage", ["BANNER", "EHLO", "MAIL", "RCPT", "DATA", "BODY"])
@pytest.mark.parametrize("how", [None, "..."])
def test_a_lost_connection_is_uncertain_only_after_the_body(stage: str, how: str | None) -> None:
    with running_stub(**{stage: how}) as stub:
        error, phases = fail(f"smtp://127.0.0.1:{stub.port}", timeout=0.1)
    assert flags(error) == (LOST if stage == "BODY" else RESTS)
    assert phases == (["data"] if stage == "BODY" else [])


def test_a_real_server_that_takes_the_mail_and_vanishes(smtp_sink: SmtpSink) -> None:
    smtp_sink.lose_next_reply()
    error, _ = fail(smtp_sink.url)
    assert flags(error) == LOST
    assert len(smtp_sink.messages) == 1


def test_a_goodbye_that_never_comes_does_not_undo_the_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp_session, "QUIT_SECONDS", 0.1)
    with running_stub(QUIT="...") as stub:
        receipt, _ = deliver(f"smtp://127.0.0.1:{stub.port}")
    assert "queued" in receipt


def test_a_closed_port_is_worth_another_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert flags(fail(f"smtp://127.0.0.1:{port}")[0]) == RESTS


def test_logging_in() -> None:
    with running_smtp(user="anna", password="p@ss/w%rd") as sink:
        deliver(f"smtp://anna:p%40ss%2Fw%25rd@127.0.0.1:{sink.port}")
        assert sink.logins == ["anna"]
        assert len(sink.messages) == 1
        error, _ = fail(f"smtp://anna:geheim@127.0.0.1:{sink.port}")
        assert flags(error) == CHANNEL
        assert "GALATA_SMTP_URL" in str(error)
        assert "geheim" not in str(error)


def test_a_server_without_logins_says_so(smtp_sink: SmtpSink) -> None:
    with running_stub() as stub:
        error, _ = fail(f"smtp://anna:geheim@127.0.0.1:{stub.port}")
    assert flags(error) == CHANNEL
    assert "geheim" not in str(error)


def test_a_reply_that_repeats_the_password_is_shown_without_it() -> None:
    with running_stub(EHLO="250-stub\r\n250 AUTH PLAIN", AUTH="235 ok", RCPT="550 geheim is wrong") as stub:
        error, _ = fail(f"smtp://anna:geheim@127.0.0.1:{stub.port}")
    assert "geheim" not in str(error)


def test_a_password_is_not_sent_in_the_clear_beyond_this_machine() -> None:
    class PlainSession(smtplib.SMTP):
        sock = None

    with pytest.raises(DeliveryError, match="smtps://") as caught:
        smtp_session.log_in(PlainSession(), smtp_session.parse_server("smtp://anna:geheim@mail.example"))
    assert flags(caught.value) == CHANNEL


@pytest.mark.parametrize("reply", ["454 4.7.0 not now", "220 go"])
def test_starttls_is_used_where_it_is_offered(reply: str) -> None:
    with running_stub(EHLO="250-stub\r\n250 STARTTLS", STARTTLS=reply) as stub:
        error, phases = fail(f"smtp://127.0.0.1:{stub.port}", timeout=0.3)
    assert "STARTTLS" in stub.seen
    assert not any(line.startswith("MAIL") for line in stub.seen)
    assert flags(error) == RESTS
    assert phases == []


URLS = [
    ("smtp://mail.example", ("mail.example", 25, "", "", False)),
    ("smtp://a:b@mail.example", ("mail.example", 587, "a", "b", False)),
    ("smtps://a%40c:b%3A@mail.example", ("mail.example", 465, "a@c", "b:", True)),
    ("smtp://[::1]:2525", ("::1", 2525, "", "", False)),
]


@pytest.mark.parametrize(("url", "parts"), URLS)
def test_urls_are_read(url: str, parts: tuple[str, int, str, str, bool]) -> None:
    server = smtp_session.parse_server(url)
    assert (server.host, server.port, server.user, server.password, server.implicit_tls) == parts
    assert "b" not in repr(server).partition(":")[2]


@pytest.mark.parametrize(
    "url", ["", "mail.example", "http://u:geheim@x", "smtp://", "smtp://u:geheim@h:port", "smtp://u:ge/heim@h"]
)
def test_urls_that_cannot_be_read_are_not_shown(url: str) -> None:
    with pytest.raises(DeliveryError, match="GALATA_SMTP_URL") as caught:
        smtp_session.parse_server(url)
    assert flags(caught.value) == CHANNEL
    assert "heim" not in str(caught.value)
