"""What a mail server's replies mean: which no is about us, which about the reader, which about this mail.

A wrong no to one address suppresses a reader for good, and servers say at RCPT what they hold against the sender, the
client or its greeting (Postfix does so by default). So only words about the mailbox itself give an address up.
"""

import re
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, Protocol

from worker.errors import DeliveryError
from worker.net.text import fold_line

Reply = tuple[int, bytes]
Scope = Literal["message", "recipient", "channel"]
# The server closes the session, whatever it was asked (RFC 5321, 3.8).
CLOSING = 421
# RFC 3463 and IANA's list: no such mailbox, no such system, bad syntax, moved away, null MX, disabled.
GONE = re.compile(rb"\b5\.(1\.(1|2|3|6|10)|2\.1)\b")
ENHANCED = re.compile(rb"\b5\.[0-9]{1,3}\.[0-9]{1,3}\b")
# No login; and what servers say of the sender, the client, its name or its reputation, or of a relay for strangers.
UNKNOWN_TO_THEM = (530, 535, 538)
ABOUT_US = re.compile(
    rb"(?i)sender|client|helo|ehlo|relay|send as|authenticat|black ?list|block ?list|blocked|spamhaus|spamcop"
    rb"|reputation|\blisted\b|rate limit|sending limit|too many"
)
# Postfix quotes after these words what another server said of the mailbox.
ABOUT_THEM = re.compile(rb"(?i)recipient address rejected|user unknown|no such (user|mailbox|recipient)")


class Server(Protocol):
    """Who replied: shown by its `repr`; its password is in no error, though some servers repeat what they were sent."""

    @property
    def password(self) -> str:
        """What we log in with."""
        ...


def refuse_recipient(server: Server, reply: Reply) -> DeliveryError:
    """Make the error for a no at RCPT. Given up is an address of whose mailbox a 5xx says that it is not there; one
    that says no to us is for a person to mend; whatever else is tried again."""
    code, text = reply
    if code in UNKNOWN_TO_THEM or (code >= 500 and ABOUT_US.search(text) and not ABOUT_THEM.search(text)):
        return refuse(server, "RCPT", reply, "channel")
    error = refuse(server, "RCPT", reply, "recipient")
    plain = code in (550, 551, 553) and not ENHANCED.search(text)
    error.permanent = error.permanent and (plain or GONE.search(text) is not None)
    return error


def expect(reply: Reply, server: Server, phase: str, code: int, scope: Scope = "message") -> None:
    """Raise DeliveryError unless the reply has this code."""
    if reply[0] != code:
        raise refuse(server, phase, reply, scope)


def accept_body(reply: Reply, server: Server) -> str:
    """Return what the server said to the whole mail, if it was yes. Raises DeliveryError: a no, or, where the reply was
    cut off or makes no sense, that nobody can know."""
    kind = reply[0] // 100
    if kind == 2:
        return describe(reply)
    if kind in (4, 5):
        raise refuse(server, "the message", reply, "message")
    why = f"{server!r}: the answer to the message cannot be read; it may have arrived"
    raise DeliveryError(why, scope="channel", uncertain=True)


def refuse(server: Server, phase: str, reply: Reply, scope: Scope) -> DeliveryError:
    """Make the error for a reply that says no. Only 5xx is for good, and never a no to a message: another server, or
    the same one tomorrow, may find nothing wrong with its content."""
    final = 500 <= reply[0] <= 599
    why = f"{server!r} refused {phase}: {describe(reply, server.password)}"
    return DeliveryError(why, scope="channel" if reply[0] == CLOSING else scope, permanent=final and scope != "message")


def break_channel(server: Server, why: str) -> DeliveryError:
    """Make the error for what no mail can get past until a person has mended it."""
    return DeliveryError(f"{server!r}: {why}", scope="channel", permanent=True)


@contextmanager
def translate_loss(server: Server, when: str, *, uncertain: bool = False) -> Iterator[None]:
    """Turn a lost connection, a timeout or nonsense from the server into DeliveryError. A server that hangs up or falls
    silent will do so to the next mail: the channel rests."""
    try:
        yield
    except (OSError, smtplib.SMTPException, UnicodeError) as error:
        why = f"{server!r}: the connection was lost {when} ({type(error).__name__})"
        raise DeliveryError(why, scope="channel", uncertain=uncertain) from None


def describe(reply: Reply, secret: str = "") -> str:
    """Return a reply in one line."""
    text = fold_line(f"{reply[0]} {reply[1].decode('utf-8', 'replace')}", 200)
    return text.replace(secret, "…") if secret else text
