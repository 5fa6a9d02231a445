"""A session with a mail server: connected, greeted, encrypted, logged in, ready for one mail after another.

What fails here fails for every mail, whoever it is for, and so concerns the channel: for a person to mend where the
server says 5xx (a wrong password), to wait for where it is busy or away. What a mail goes through is in smtp.py.
"""

import smtplib
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit

from worker.errors import DeliveryError
from worker.net.http import share_tls_context
from worker.net.smtp_reply import break_channel, refuse, translate_loss
from worker.net.text import fold_line

# The mails are taken by then, and whoever waits for a goodbye has not yet recorded the rest.
QUIT_SECONDS = 2


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


def parse_server(url: str) -> SmtpServer:
    """Read an smtp:// or smtps:// url. Raises DeliveryError (for a person), without the url: it holds a password."""
    try:
        parts: SplitResult = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        why = "GALATA_SMTP_URL cannot be read; write smtp://user:password@host:port or smtps://…, a password %-encoded"
        raise DeliveryError(why, scope="channel", permanent=True)
    implicit = parts.scheme == "smtps"
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    # Submission ports where there is a login (RFC 8314), the relay's port where there is none.
    port = port or (465 if implicit else 587 if user else 25)
    return SmtpServer(parts.hostname, port, user, password, implicit)


def open_session(server: SmtpServer, timeout: float) -> smtplib.SMTP:
    """Connect, greet, encrypt and log in."""
    session = open_connection(server, timeout)
    try:
        with translate_loss(server, "before a message was sent"):
            greet(session, server)
            log_in(session, server)
    except BaseException:
        session.close()
        raise
    return session


def close_session(session: smtplib.SMTP) -> None:
    """Say goodbye, and hang up whatever comes of it."""
    with suppress(OSError, smtplib.SMTPException):
        limit_wait(session, QUIT_SECONDS)
        session.quit()
    session.close()


def reset_session(session: smtplib.SMTP) -> bool:
    """Whether the session is ready for another mail after one that was refused before its body."""
    try:
        return session.rset()[0] == 250
    except (OSError, smtplib.SMTPException):
        return False


def limit_wait(session: smtplib.SMTP, seconds: float) -> None:
    """Set how long the next reply may take."""
    if session.sock is not None:
        session.sock.settimeout(seconds)


def open_connection(server: SmtpServer, timeout: float) -> smtplib.SMTP:
    """Connect and read the banner."""
    me = find_own_name()
    try:
        if server.implicit_tls:
            return smtplib.SMTP_SSL(server.host, server.port, me, timeout=timeout, context=choose_context(server))
        return smtplib.SMTP(server.host, server.port, me, timeout=timeout)
    except smtplib.SMTPConnectError as error:
        raise refuse(server, "the connection", (error.smtp_code, to_bytes(error.smtp_error)), "channel") from None
    except ssl.SSLCertVerificationError as error:
        raise break_channel(server, describe_certificate(error)) from None
    except (OSError, smtplib.SMTPException) as error:
        why = f"{server!r}: no connection to the mail server: {fold_line(str(error), 200)}"
        raise DeliveryError(why, scope="channel") from None


def greet(session: smtplib.SMTP, server: SmtpServer) -> None:
    """EHLO, and STARTTLS where it is offered."""
    code, reply = session.ehlo()
    if not 200 <= code <= 299:
        code, reply = session.helo()
        if not 200 <= code <= 299:
            raise refuse(server, "HELO", (code, reply), "channel")
    if not server.implicit_tls and session.has_extn("starttls"):
        try:
            code, reply = session.starttls(context=choose_context(server))
        except ssl.SSLCertVerificationError as error:
            raise break_channel(server, describe_certificate(error)) from None
        if code != 220:
            raise refuse(server, "STARTTLS", (code, reply), "channel")
        session.ehlo()


def log_in(session: smtplib.SMTP, server: SmtpServer) -> None:
    """AUTH, if the url has a user. The server's words are left out: some repeat what they were sent."""
    if not server.user:
        return
    if not isinstance(session.sock, ssl.SSLSocket) and not is_loopback(server.host):
        why = "offers no encryption, and a password is not sent in the clear; use smtps://, or a relay without a login"
        raise break_channel(server, why)
    try:
        session.login(server.user, server.password)
    except smtplib.SMTPAuthenticationError as error:
        why = f"{server!r}: the login was refused ({error.smtp_code}); check the user and password of GALATA_SMTP_URL"
        raise DeliveryError(why, scope="channel", permanent=error.smtp_code >= 500) from None
    except smtplib.SMTPServerDisconnected:
        raise
    except UnicodeEncodeError:
        raise break_channel(server, "user or password has letters that a mail login cannot carry; use ASCII") from None
    except smtplib.SMTPException:
        raise break_channel(server, "takes no login that we know; leave the user out of GALATA_SMTP_URL") from None


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
