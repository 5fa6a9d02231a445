"""The ways a message reaches a person: one registry, one function.

A channel is a module of this folder with `send(message, envelope, options, on_phase) -> receipt`. It is named here by
the address schemes it serves and loaded when first used, so that a channel's library costs nothing to those who do not
use it. Adding a channel is one module and one row.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Protocol, cast

from worker.errors import DeliveryError
from worker.news.types import Message

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


class Channel(Protocol):
    """What a channel's module offers."""

    def send(self, message: Message, envelope: Envelope, options: ChannelOptions, on_phase: OnPhase) -> str:
        """Send one message; return a receipt line. Raises DeliveryError."""
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


def send(message: Message, envelope: Envelope, options: ChannelOptions, on_phase: OnPhase) -> str:
    """Send a message by the channel its address names; return a receipt line. Raises DeliveryError.

    Mail becomes a file in the outbox folder as long as no mail server is set.
    """
    try:
        entry = find_entry(envelope.to)
    except ValueError as error:
        raise DeliveryError(str(error), permanent=True) from None
    module = "worker.net.file" if entry.name == "smtp" and not options.smtp_url else entry.module
    channel = cast(Channel, import_module(module))
    return channel.send(message, envelope, options, on_phase)
