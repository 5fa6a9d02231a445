"""The mail channel: one recipient a transaction, each phase explicit, so that what failed is known.

    connect  EHLO  STARTTLS  LOGIN    5xx: the channel fails      busy, lost: the channel rests
    MAIL                              5xx: the channel fails      4xx, lost: the channel rests
    RCPT                              5xx of the mailbox: this address is given up      of us: the channel fails
    DATA -> 354, on_phase("data"), body
    the final reply                   4xx, 5xx: not taken, try again      lost: nobody can know (RFC 1047)

A session serves the mails of a batch one after another, for a login with TLS takes longer than a mail. A server may end
it between two of them at any time (a hundred mails a connection is a usual limit): then the next mail begins another.

A reply to DATA or the body that says no is about the message, not the address: no reader is given up because one digest
looked like spam.
"""

import re
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from worker.errors import DeliveryError
from worker.net.channels import ChannelOptions, Envelope, OnPhase, Send
from worker.net.mail import compose_mail, parse_recipient
from worker.net.smtp_reply import accept_body, expect, refuse_recipient, translate_loss
from worker.net.smtp_session import SmtpServer, close_session, limit_wait, open_session, parse_server, reset_session
from worker.news.message import Message

# RFC 5321 (4.5.3.2.6) grants a server ten minutes to take a message after its last line, since giving up early makes a
# message uncertain. Four times the usual wait is a minute, a tenth of a lease.
BODY_PATIENCE = 4


@contextmanager
def open_channel(options: ChannelOptions) -> Iterator[Send]:
    """Send mails one after another, on one session as far as the server lets us."""
    mailer = Mailer(options)
    try:
        yield mailer.send
    finally:
        mailer.leave()


class Mailer:
    """Sends mails over a session that the first one opens and whatever goes wrong ends."""

    def __init__(self, options: ChannelOptions) -> None:
        self.options = options
        self.session: smtplib.SMTP | None = None

    def send(self, message: Message, envelope: Envelope, on_phase: OnPhase) -> str:
        """Send one mail; return the server's receipt. Raises DeliveryError, and whatever `on_phase` raises."""
        server = parse_server(self.options.smtp_url or "")
        recipient = parse_recipient(envelope.to)
        mail = compose_mail(message, envelope, self.options)
        sender = mail["From"].addresses[0].addr_spec
        body = quote_body(mail.as_bytes())
        try:
            session = self.begin_mail(server, sender)
            offer_recipient(session, server, recipient)
        except DeliveryError:
            self.keep_session()
            raise
        try:
            on_phase("data")
            receipt = send_body(session, server, body, self.options.timeout_seconds)
        except BaseException:
            self.hang_up()
            raise
        return f"{server!r}: {receipt}"

    def begin_mail(self, server: SmtpServer, sender: str) -> smtplib.SMTP:
        """MAIL, on the session there is or a new one. A session that has served mails may have come to its end, by a
        limit or by a pause: what it refuses is asked once more of a new one."""
        if self.session is not None:
            with suppress(DeliveryError):
                start_mail(self.session, server, sender)
                return self.session
            self.hang_up()
        self.session = open_session(server, self.options.timeout_seconds)
        start_mail(self.session, server, sender)
        return self.session

    def keep_session(self) -> None:
        """After a refusal before the body, go on with the session if it can."""
        if self.session is not None and not reset_session(self.session):
            self.hang_up()

    def hang_up(self) -> None:
        """End the session without a word: what was sent of a body is not to be taken for a whole one."""
        if self.session is not None:
            self.session.close()
        self.session = None

    def leave(self) -> None:
        """Say goodbye, then hang up."""
        if self.session is not None:
            close_session(self.session)
        self.session = None


def start_mail(session: smtplib.SMTP, server: SmtpServer, sender: str) -> None:
    """MAIL: who sends."""
    with translate_loss(server, "before the message was sent"):
        reply = session.docmd("MAIL", f"FROM:<{sender}>")
    expect(reply, server, "MAIL", 250, "channel")


def offer_recipient(session: smtplib.SMTP, server: SmtpServer, recipient: str) -> None:
    """RCPT and DATA, up to the 354 after which the body may come."""
    with translate_loss(server, "before the message was sent"):
        reply = session.docmd("RCPT", f"TO:<{recipient}>")
        if reply[0] not in (250, 251):
            raise refuse_recipient(server, reply)
        expect(session.docmd("DATA"), server, "DATA", 354)


def send_body(session: smtplib.SMTP, server: SmtpServer, body: bytes, timeout: float) -> str:
    """Send the body, wait for the reply. Whatever is lost from here on is uncertain."""
    limit_wait(session, timeout * BODY_PATIENCE)
    with translate_loss(server, "after the message was sent; it may have arrived", uncertain=True):
        session.send(body)
        reply = session.getreply()
    limit_wait(session, timeout)
    return accept_body(reply, server)


def quote_body(content: bytes) -> bytes:
    """Return the mail as it follows DATA: CRLF, a dot before each leading dot, and the dot that ends it."""
    lines = re.sub(rb"(?m)^\.", b"..", re.sub(rb"\r?\n|\r", b"\r\n", content))
    return lines + (b".\r\n" if lines.endswith(b"\r\n") else b"\r\n.\r\n")
