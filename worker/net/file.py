"""The file channel: each message as an .eml and an .html in a folder of the recipient's, for those without SMTP.

`file:desk` -> `<outbox>/desk/2026-03-02-turkiye-italy-30-apr-<id>.eml`. A second attempt writes the same names.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from worker.errors import DeliveryError
from worker.net.channels import ChannelOptions, Envelope, Send
from worker.net.mail import compose_mail, render_html
from worker.net.text import hash_text, slugify
from worker.news.message import Message

# Windows and some mail readers stop at 255 bytes for a name; date, slug and id stay below 120.
LONGEST_NAME, LONGEST_SLUG = 80, 60
RESERVED = re.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])")  # names that Windows keeps for devices


@contextmanager
def open_channel(options: ChannelOptions) -> Iterator[Send]:
    """Write messages one after another. Writing one again is harmless, so no phase is told."""
    yield lambda message, envelope, _on_phase: write_message(message, envelope, options)


def write_message(message: Message, envelope: Envelope, options: ChannelOptions) -> str:
    """Write the message; return the path of the .eml. Raises DeliveryError when the folder cannot be written."""
    mail = compose_mail(message, envelope, options)
    path = options.outbox_dir / name_folder(envelope.to) / f"{name_file(message, envelope)}.eml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        page = render_html(message, envelope.unsubscribe_url).encode("utf-8")
        write_whole(path.with_name(f"{path.stem}.html"), page)
        write_whole(path, mail.as_bytes())
    except OSError as error:
        why = f"{path}: the message cannot be written: {error.strerror}; make the folder writable or free some space"
        raise DeliveryError(why) from error
    return str(path)


def name_folder(address: str) -> str:
    """Return a single folder's name for an address; whatever it holds, it stays inside the outbox."""
    name = address.partition(":")[2].strip("/").partition("?")[0]
    plain = re.sub(r"[^A-Za-z0-9._@+-]+", "-", name).strip(".-")[:LONGEST_NAME].strip(".-")
    if plain == name and not RESERVED.fullmatch(plain.partition(".")[0]):
        return plain
    return f"{slugify(plain) or 'outbox'}-{hash_text(name, 8)}"


def name_file(message: Message, envelope: Envelope) -> str:
    """Return the file's name without its ending: the same for the same message id."""
    day = message.created_at.date().isoformat() if message.created_at else "undated"
    return "-".join(
        part for part in (day, slugify(message.subject, LONGEST_SLUG), hash_text(envelope.message_id, 12)) if part
    )


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever finds half of it: beside it, then renamed."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
