"""The ways a message reaches a person: one registry, one function.

A channel is a module of this folder with `open_channel(options)`, a context in which messages are sent one after
another: it keeps what they share, such as a session with a mail server. It is named here by the address schemes it
serves and loaded when first used, so that a channel's library costs nothing to those who do not use it. Adding a
channel is one module and one row.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Protocol, cast

from worker.errors import DeliveryError
from worker.news.message import Message

OnPhase = Callable[[str], None]
"""Told `data` right before the body leaves, by channels that cannot take a message back or recognise a second one
(smtp). The caller commits it: whoever finds that phase after a crash knows that the message may have gone out."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where a message goes: `mailto:a@b`, `file:desk`, `webhook+https://…`."""

    to: str
    message_id: str
    """The same on every attempt: what makes a second arrival recognisable."""
    languages: tuple[str, ...] = ()
    """What the recipient reads, the preferred first."""
    unsubscribe_url: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelOptions:
    """What the operator has set, for all channels. Holds secrets: never shown."""

    smtp_url: str | None
    mail_from: str
    outbox_dir: Path
    http_allow: Sequence[str | IPv4Network | IPv6Network] = ()
    webhook_secret: str | None = None
    timeout_seconds: float = 15

    def __repr__(self) -> str:
        return f"ChannelOptions(mail_from={self.mail_from!r}, outbox_dir={str(self.outbox_dir)!r}, …)"


Send = Callable[[Message, Envelope, OnPhase], str]
"""Sends one message; returns a receipt line. Raises DeliveryError."""


class Channel(Protocol):
    """What a channel's module offers."""

    def open_channel(self, options: ChannelOptions) -> AbstractContextManager[Send]:
        """What sends messages while the context is open. Nothing is connected before the first."""
        ...


@dataclass(frozen=True, slots=True)
class ChannelEntry:
    """A row of the registry."""

    name: str
    schemes: tuple[str, ...]
    module: str


REGISTRY = (
    ChannelEntry("smtp", ("mailto",), "worker.net.smtp"),
    ChannelEntry("file", ("file",), "worker.net.file"),
    ChannelEntry("webhook", ("webhook+https", "webhook+http"), "worker.net.webhook"),
)


def channel_of(address: str) -> str:
    """Name the channel that serves an address. Raises ValueError with the mend; it shows the scheme alone."""
    return find_entry(address).name


def find_entry(address: str) -> ChannelEntry:
    """Find the registry's row for an address."""
    scheme, colon, rest = address.partition(":")
    for entry in REGISTRY:
        if colon and rest.strip("/ ") and scheme.lower() in entry.schemes:
            return entry
    known = ", ".join(f"{scheme}:…" for entry in REGISTRY for scheme in entry.schemes)
    if not colon and "@" in address:
        raise ValueError(f"the address {address!r} names no channel; write mailto:{address}")
    what = f"{scheme[:20]}:…" if colon else address[:40]
    raise ValueError(f"the address {what!r} names no channel; write one of {known}")


@contextmanager
def open_channels(options: ChannelOptions) -> Iterator[Send]:
    """What sends messages by the channel that the address of each names; every channel is opened at its first."""
    opened: dict[str, Send] = {}
    with ExitStack() as stack:

        def send(message: Message, envelope: Envelope, on_phase: OnPhase) -> str:
            name = find_module(envelope.to, options)
            if name not in opened:
                channel = cast(Channel, import_module(name))
                opened[name] = stack.enter_context(channel.open_channel(options))
            return opened[name](message, envelope, on_phase)

        yield send


def find_module(address: str, options: ChannelOptions) -> str:
    """Name the module that serves an address. Raises DeliveryError.

    Mail becomes a file in the outbox folder as long as no mail server is set.
    """
    try:
        entry = find_entry(address)
    except ValueError as error:
        raise DeliveryError(str(error), scope="recipient", permanent=True) from None
    return "worker.net.file" if entry.name == "smtp" and not options.smtp_url else entry.module


def send(message: Message, envelope: Envelope, options: ChannelOptions, on_phase: OnPhase) -> str:
    """Send a single message; return a receipt line. Raises DeliveryError."""
    with open_channels(options) as send_one:
        return send_one(message, envelope, on_phase)
