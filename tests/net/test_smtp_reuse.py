"""Many mails over one session: what a server may do between them, and what no mail may suffer for another."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.net.messages import DIGEST, make_envelope, make_options
from tests.net.servers import SmtpStub, running_stub
from tests.servers.smtp import SmtpSink, running_smtp
from worker.errors import DeliveryError
from worker.net.channels import Send, open_channels
from worker.net.smtp import Mailer


@contextmanager
def opened(url: str, timeout: float = 5) -> Iterator[Send]:
    with open_channels(make_options(Path("unused"), url, timeout_seconds=timeout)) as send:
        yield send


def deliver(send: Send, number: int = 0) -> str:
    return send(DIGEST, make_envelope(message_id=f"alert-{number}"), lambda _phase: None)


def count(stub: SmtpStub, command: str) -> int:
    return sum(line.upper().startswith(command) for line in stub.seen)


def test_one_session_serves_a_batch_and_says_goodbye() -> None:
    with running_stub() as stub:
        with opened(f"smtp://127.0.0.1:{stub.port}") as send:
            for number in range(5):
                deliver(send, number)
        assert [count(stub, one) for one in ("EHLO", "MAIL", "QUIT")] == [1, 5, 1]
    assert len(stub.bodies) == 5


def test_one_login_serves_a_batch() -> None:
    with running_smtp(user="anna", password="secret") as sink:
        with opened(f"smtp://anna:secret@127.0.0.1:{sink.port}") as send:
            for number in range(3):
                deliver(send, number)
        assert sink.logins == ["anna"]


def test_a_refused_reader_costs_no_session_and_no_other_reader(smtp_sink: SmtpSink) -> None:
    smtp_sink.answer("RCPT", "550 5.1.1 no such user")
    with opened(smtp_sink.url) as send:
        with pytest.raises(DeliveryError, match="no such user"):
            deliver(send, 1)
        deliver(send, 2)
    assert len(smtp_sink.messages) == 1
    assert smtp_sink.sessions == 1


def test_a_refused_body_costs_no_other_mail(smtp_sink: SmtpSink) -> None:
    smtp_sink.answer("DATA", "554 5.7.1 looks like spam")
    with opened(smtp_sink.url) as send:
        with pytest.raises(DeliveryError, match="looks like spam"):
            deliver(send, 1)
        deliver(send, 2)
    assert len(smtp_sink.messages) == 1


@pytest.mark.parametrize("reply", ["421 4.7.0 too many mails a session", "452 4.5.3 enough for now"])
def test_a_server_that_has_had_enough_of_a_session_gets_another(smtp_sink: SmtpSink, reply: str) -> None:
    with opened(smtp_sink.url) as send:
        deliver(send, 1)
        smtp_sink.answer("MAIL", reply)
        deliver(send, 2)
    assert len(smtp_sink.messages) == 2
    assert smtp_sink.sessions == 2


def test_a_server_that_hung_up_in_between_gets_another_session(smtp_sink: SmtpSink) -> None:
    with opened(smtp_sink.url) as send:
        deliver(send, 1)
        smtp_sink.stop()
        smtp_sink.start()
        deliver(send, 2)
    assert len(smtp_sink.messages) == 2


def test_what_the_phase_stops_is_not_sent_with_the_next_mail(smtp_sink: SmtpSink) -> None:
    def lose_lease(_phase: str) -> None:
        raise DeliveryError("another sender has it")

    with opened(smtp_sink.url) as send:
        with pytest.raises(DeliveryError, match="another sender"):
            send(DIGEST, make_envelope(message_id="alert-1"), lose_lease)
        deliver(send, 2)
    (mail,) = smtp_sink.messages
    assert "alert-2" in mail.message["Message-ID"]


def test_a_reply_that_comes_too_late_is_not_taken_for_the_next_mails() -> None:
    """Whoever goes on after a timeout reads each reply one command too late, and takes a no for a yes."""
    with running_stub(RCPT="...") as stub:
        mailer = Mailer(make_options(Path("unused"), f"smtp://127.0.0.1:{stub.port}", timeout_seconds=0.1))
        with pytest.raises(DeliveryError, match="lost"):
            deliver(mailer.send)
        assert mailer.session is None
    assert "RSET" not in stub.seen
