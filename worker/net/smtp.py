"""The mail channel: one recipient a transaction, each phase explicit, so that what failed is known.

    connect  EHLO  STARTTLS  LOGIN    5xx: the channel fails      lost: try again
    MAIL                              5xx: the channel fails
    RCPT                              5xx: this address is refused for good
    DATA -> 354, on_phase("data"), body
    the final reply                   4xx, 5xx: not taken, try again      lost: nobody can know (RFC 1047)

A reply to DATA or the body that says no is about the content, not the address: it is never `permanent`, which would
suppress a reader because one digest looked like spam.
"""

import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

from worker.errors import DeliveryError
from worker.net.channels import ChannelOptions, Envelope, OnPhase
from worker.net.http import share_tls_context
from worker.net.mail import compose_mail, parse_recipient
from worker.net.text import fold_line
from worker.news.types import Message

# RFC 5321 (4.5.3.2.6) grants a server ten minutes to take a message after its last line, since giving up early makes a
# message uncertain. Four times the usual wait is a minute, a tenth of a lease.
BODY_PATIENCE = 4
# The mail is taken by then, and whoever waits for a goodbye has not yet recorded that.
QUIT_SECONDS = 2
NO_RELAY = re.compile(rb"(?i)\brelay(ing)? (access )?(denied|not)|\bto relay\b|not (allow|permit)\w* relay")
Reply = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """What GALATA_SMTP_URL says."""

    host: str
    port: int
    user: str
    password: str
    implicit_tls: bool

    def __repr__(self) -> str:
        return f"{self.host}:{self.port}"


def send(message: Message, envelope: Envelope, options: ChannelOptions, on_phase: OnPhase) -> str:
    """Send one mail; return the server's receipt. Raises DeliveryError, and whatever `on_phase` raises."""
    server = parse_server(options.smtp_url or "")
    recipient = parse_recipient(envelope.to)
    mail = compose_mail(message, envelope, options)
    sender = mail["From"].addresses[0].addr_spec
    body = quote_body(mail.as_bytes())
    with open_session(server, options.timeout_seconds) as session:
        start_transaction(session, server, sender, recipient)
        return f"{server!r}: {send_body(session, server, body, on_phase, options.timeout_seconds)}"


def parse_server(url: str) -> SmtpServer:
    """Read an smtp:// or smtps:// url. Raises DeliveryError (channel_wide), without the url: it holds a password."""
    try:
        parts: SplitResult = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        why = "GALATA_SMTP_URL cannot be read; write smtp://user:password@host:port or smtps://…, a password %-encoded"
        raise DeliveryError(why, channel_wide=True)
    implicit = parts.scheme == "smtps"
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    # Submission ports where there is a login (RFC 8314), the relay's port where there is none.
    port = port or (465 if implicit else 587 if user else 25)
    return SmtpServer(parts.hostname, port, user, password, implicit)


@contextmanager
def open_session(server: SmtpServer, timeout: float) -> Iterator[smtplib.SMTP]:
    """Connect, greet, encrypt and log in; say goodbye at the end, and hang up whatever happened."""
    session = open_connection(server, timeout)
    try:
        with translate_loss(server, "before the message was sent"):
            greet(session, server)
            log_in(session, server)
        yield session
        with suppress(OSError, smtplib.SMTPException):
            limit_wait(session, QUIT_SECONDS)
            session.quit()
    finally:
        session.close()


def open_connection(server: SmtpServer, timeout: float) -> smtplib.SMTP:
    """Connect and read the banner."""
    me = find_own_name()
    try:
        if server.implicit_tls:
            return smtplib.SMTP_SSL(server.host, server.port, me, timeout=timeout, context=choose_context(server))
        return smtplib.SMTP(server.host, server.port, me, timeout=timeout)
    except smtplib.SMTPConnectError as error:
        raise refuse(server, "the connection", (error.smtp_code, to_bytes(error.smtp_error)), channel=True) from None
    except ssl.SSLCertVerificationError as error:
        raise DeliveryError(f"{server!r}: {describe_certificate(error)}", channel_wide=True) from None
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryError(f"{server!r}: no connection to the mail server: {fold_line(str(error), 200)}") from None


def greet(session: smtplib.SMTP, server: SmtpServer) -> None:
    """EHLO, and STARTTLS where it is offered."""
    code, reply = session.ehlo()
    if not 200 <= code <= 299:
        code, reply = session.helo()
        if not 200 <= code <= 299:
            raise refuse(server, "HELO", (code, reply), channel=True)
    if not server.implicit_tls and session.has_extn("starttls"):
        try:
            code, reply = session.starttls(context=choose_context(server))
        except ssl.SSLCertVerificationError as error:
            raise DeliveryError(f"{server!r}: {describe_certificate(error)}", channel_wide=True) from None
        if code != 220:
            raise refuse(server, "STARTTLS", (code, reply), channel=True)
        session.ehlo()


def log_in(session: smtplib.SMTP, server: SmtpServer) -> None:
    """AUTH, if the url has a user. The server's words are left out: some repeat what they were sent."""
    if not server.user:
        return
    if not isinstance(session.sock, ssl.SSLSocket) and not is_loopback(server.host):
        why = "offers no encryption, and a password is not sent in the clear; use smtps://, or a relay without a login"
        raise DeliveryError(f"{server!r}: {why}", channel_wide=True)
    try:
        session.login(server.user, server.password)
    except smtplib.SMTPAuthenticationError as error:
        why = f"{server!r}: the login was refused ({error.smtp_code}); check the user and password of GALATA_SMTP_URL"
        raise DeliveryError(why, channel_wide=error.smtp_code >= 500) from None
    except (smtplib.SMTPNotSupportedError, smtplib.SMTPHeloError):
        raise DeliveryError(
            f"{server!r}: takes no login; leave the user out of GALATA_SMTP_URL", channel_wide=True
        ) from None


def start_transaction(session: smtplib.SMTP, server: SmtpServer, sender: str, recipient: str) -> None:
    """MAIL, RCPT and DATA, up to the 354 after which the body may come."""
    with translate_loss(server, "before the message was sent"):
        expect(session.docmd("MAIL", f"FROM:<{sender}>"), server, "MAIL", 250, channel=True)
        reply = session.docmd("RCPT", f"TO:<{recipient}>")
        if reply[0] not in (250, 251):
            ours = is_our_fault(reply)
            raise refuse(server, "RCPT", reply, channel=ours, permanent=not ours)
        expect(session.docmd("DATA"), server, "DATA", 354)


def send_body(session: smtplib.SMTP, server: SmtpServer, body: bytes, on_phase: OnPhase, timeout: float) -> str:
    """Tell the phase, send the body, wait for the reply. Whatever is lost from here on is uncertain."""
    on_phase("data")
    limit_wait(session, timeout * BODY_PATIENCE)
    with translate_loss(server, "after the message was sent; it may have arrived", uncertain=True):
        session.send(body)
        code, reply = session.getreply()
    expect((code, reply), server, "the message", 250)
    return describe((code, reply))


def quote_body(content: bytes) -> bytes:
    """Return the mail as it follows DATA: CRLF, a dot before each leading dot, and the dot that ends it."""
    lines = re.sub(rb"(?m)^\.", b"..", re.sub(rb"\r?\n|\r", b"\r\n", content))
    return lines + (b".\r\n" if lines.endswith(b"\r\n") else b"\r\n.\r\n")


def limit_wait(session: smtplib.SMTP, seconds: float) -> None:
    """Set how long the next reply may take."""
    if session.sock is not None:
        session.sock.settimeout(seconds)


@contextmanager
def translate_loss(server: SmtpServer, when: str, *, uncertain: bool = False) -> Iterator[None]:
    """Turn a lost connection, a timeout or nonsense from the server into DeliveryError."""
    try:
        yield
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        why = f"{server!r}: the connection was lost {when} ({type(error).__name__})"
        raise DeliveryError(why, uncertain=uncertain) from None


def expect(reply: Reply, server: SmtpServer, phase: str, code: int, *, channel: bool = False) -> None:
    """Raise DeliveryError unless the reply has this code."""
    if reply[0] != code:
        raise refuse(server, phase, reply, channel=channel)


def refuse(
    server: SmtpServer, phase: str, reply: Reply, *, channel: bool = False, permanent: bool = False
) -> DeliveryError:
    """Make the error for a reply that says no: only 5xx is for good, and 421 or anything odd is worth another try."""
    final = 500 <= reply[0] <= 599
    why = f"{server!r} refused {phase}: {describe(reply, server.password)}"
    return DeliveryError(why, permanent=permanent and final, channel_wide=channel and final)


def is_our_fault(reply: Reply) -> bool:
    """Whether a no at RCPT means us: no login (530, 535, 538), or a relay that does not know us (Postfix: 554 5.7.1).

    Without this, one wrong setting would suppress every reader.
    """
    code, text = reply
    return code in (530, 535, 538) or (code in (550, 551, 553, 554) and NO_RELAY.search(text) is not None)


def describe(reply: Reply, secret: str = "") -> str:
    """Return a reply in one line."""
    text = fold_line(f"{reply[0]} {reply[1].decode('utf-8', 'replace')}", 200)
    return text.replace(secret, "…") if secret else text


def describe_certificate(error: ssl.SSLCertVerificationError) -> str:
    """Return what is wrong with a certificate, and the mend."""
    return f"the mail server's certificate is not valid ({error.verify_message}); use the name it was made for"


def to_bytes(text: bytes | str) -> bytes:
    """Return smtplib's error text as bytes: it has both."""
    return text if isinstance(text, bytes) else text.encode()


def is_loopback(host: str) -> bool:
    """Whether the mail server is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


@cache
def find_own_name() -> str:
    """Return what EHLO says, asked once: where reverse DNS is broken, smtplib waits for it at every connection."""
    name = socket.getfqdn()
    return name if "." in name else "[127.0.0.1]"


def choose_context(server: SmtpServer) -> ssl.SSLContext:
    """Return the TLS context: verified, but for this machine's own server, whose certificate names another host."""
    return make_local_context() if is_loopback(server.host) else share_tls_context()


@cache
def make_local_context() -> ssl.SSLContext:
    """Make a context that takes any certificate: Debian's Postfix offers STARTTLS on localhost with a self-made one."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
