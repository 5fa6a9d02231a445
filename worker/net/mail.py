"""A message as a mail: text and HTML, and the headers that make mail readers thread, filter and stop it.

The same message and envelope make the same bytes, so that a second attempt is recognised as the same mail.
"""

import re
import textwrap
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime, parseaddr
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from worker.errors import DeliveryError
from worker.net.channels import ChannelOptions, Envelope
from worker.net.plain import name_stop, render_text
from worker.net.text import clean_text, fold_line, hash_text, is_link, safe_url, slugify, split_marks
from worker.news.message import Block, Line, Message

__all__ = ["compose_mail", "parse_recipient", "render_html", "render_text"]

TEMPLATES = Path(__file__).parent / "templates"
# Headers of ids and urls, which the default policy breaks at 78 characters into encoded words that no reader undoes.
UNBROKEN = frozenset({"message-id", "references", "in-reply-to", "list-id", "list-unsubscribe"})
WIDE = SMTP.clone(max_line_length=998)
CRLF = "\r\n"
SUBJECT_WIDTH = 76  # RFC 2047 2: a line with an encoded word, and the word itself in 75 of them
LONGEST_SUBJECT = 200  # phones show 40, desktops 100; a feed's title may have megabytes
MAILBOX = re.compile(r'[^\s@<>()\[\]",:;\\]+@[^\s@<>()\[\]",:;\\]+')


@dataclass(frozen=True, slots=True)
class Row:
    """A line as the template shows it: with a label, or as one of several links beside each other."""

    line: Line
    links: tuple[Line, ...] = ()


class MailPolicy(EmailPolicy):
    """SMTP's policy with ids and urls whole, subjects by the older rules, and the rest within 78 columns.

    One width does not serve both: at 998, a subject in Turkish became one encoded word of 400 characters, where
    RFC 2047 allows 75.
    """

    def fold(self, name: str, value: Any) -> str:
        """Write one header as text."""
        if name.lower() == "subject":
            return fold_subject(name, str(value))
        return str((WIDE if name.lower() in UNBROKEN else SMTP).fold(name, value))

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Write one header as bytes."""
        return self.fold(name, value).encode("ascii", "surrogateescape")


def fold_subject(name: str, text: str) -> str:
    """Write a subject in lines of 76 columns, all of its words encoded when one is not ASCII.

    Python's newer folding lost a space in 7 of 100 long subjects of the three languages, left the first line empty in
    6 of 100 long ones in ASCII, and made encoded words of 77 columns, where RFC 2047 allows 75.
    """
    line = fold_line(text)  # once more: what a feed's title had encoded is decoded by now
    if line.isascii() and "=?" not in line:  # what reads as an encoded word is encoded, or others would decode it
        folded = textwrap.wrap(
            line,
            SUBJECT_WIDTH,
            initial_indent=f"{name}: ",
            subsequent_indent=" ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        return CRLF.join(folded or [f"{name}: "]) + CRLF
    return f"{name}: {Header(line, 'utf-8', SUBJECT_WIDTH, name).encode(linesep=CRLF)}{CRLF}"


POLICY = MailPolicy(linesep=CRLF, max_line_length=998)


def compose_mail(message: Message, envelope: Envelope, options: ChannelOptions) -> EmailMessage:
    """Make the mail. Raises DeliveryError (permanent) when the address is none."""
    mail = EmailMessage(policy=POLICY)
    write_headers(mail, message, envelope, options)
    text = render_text(message, envelope.unsubscribe_url)
    page = render_html(message, envelope.unsubscribe_url)
    # Quoted-printable passes every relay, 8BITMIME or not, and keeps lines short.
    mail.set_content(text, subtype="plain", charset="utf-8", cte="quoted-printable")
    mail.add_alternative(page, subtype="html", charset="utf-8", cte="quoted-printable")
    # "=_" cannot occur in quoted-printable text; a random boundary would make every attempt another mail.
    mail.set_boundary(f"=_{hash_text(envelope.message_id, 32)}")
    return mail


def write_headers(mail: EmailMessage, message: Message, envelope: Envelope, options: ChannelOptions) -> None:
    """Set the headers; every text in them is folded to one line first."""
    name, sender = parseaddr(fold_line(options.mail_from))
    domain = make_domain(sender)
    mail["From"] = make_sender(name or "Galata", sender)
    mail["To"] = parse_recipient(envelope.to) if envelope.to.startswith("mailto:") else "undisclosed-recipients:;"
    mail["Subject"] = fold_line(message.subject, LONGEST_SUBJECT)
    mail["Date"] = format_datetime(message.created_at or datetime.now(UTC))
    mail["Message-ID"] = f"<{make_local_part(envelope.message_id)}@{domain}>"
    if message.thread:
        root = f"<thread-{hash_text(message.thread, 24)}@{domain}>"
        mail["In-Reply-To"] = mail["References"] = root
    mail["List-Id"] = f"<{slugify(message.list_name) or message.kind}.{domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    if url := safe_url(envelope.unsubscribe_url):
        mail["List-Unsubscribe"] = f"<{url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def make_sender(name: str, address: str) -> Address:
    """Return the From address. Raises DeliveryError (for a person) when the operator's setting is none."""
    try:
        return Address(display_name=name, addr_spec=address)
    except (ValueError, IndexError, MessageError) as error:
        why = f"GALATA_MAIL_FROM {address!r} is not an address to send from: {error}; write name@example.org"
        raise DeliveryError(why, scope="channel", permanent=True) from None


def parse_recipient(address: str) -> str:
    """Return the mailbox of a `mailto:` address, its domain in ASCII. Raises DeliveryError (permanent)."""
    mailbox = unquote(address.removeprefix("mailto:").partition("?")[0])
    try:
        if not MAILBOX.fullmatch(mailbox) or fold_line(mailbox) != mailbox:
            raise ValueError("no mailbox")
        local, _, domain = mailbox.rpartition("@")
        return f"{local.encode('ascii').decode()}@{domain.encode('idna').decode()}"
    except ValueError:
        why = f"{fold_line(mailbox, 80)!r} is not an address mail can be sent to; write mailto:name@example.org"
        raise DeliveryError(why, scope="recipient", permanent=True) from None


def make_domain(sender: str) -> str:
    """Return the domain for ids: galata. and the sender's, so that ids of two installations never meet."""
    return f"galata.{slugify_domain(sender.rpartition('@')[2]) or 'localhost'}"


def slugify_domain(domain: str) -> str:
    """Return what may stand in an id of a domain."""
    return re.sub(r"[^A-Za-z0-9.-]", "", domain).strip(".-")


def make_local_part(message_id: str) -> str:
    """Return the id as it may stand before the @; one that had to be changed ends in a hash, and stays its own."""
    plain = re.sub(r"\.{2,}", ".", re.sub(r"[^A-Za-z0-9._+-]", "-", message_id))[:80].strip(".")
    return plain if plain == message_id else f"{plain}.{hash_text(message_id)}".lstrip(".")


def render_html(message: Message, unsubscribe_url: str | None = None) -> str:
    """Return the HTML part: one column, colours for light and dark, nothing fetched from anywhere."""
    template = open_templates().get_template("message.html.j2")
    return template.render(message=message, stop=name_stop(message), unsubscribe_url=safe_url(unsubscribe_url))


@cache
def open_templates() -> Environment:
    """Open the templates' folder; everything they show is escaped."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    helpers: dict[str, Any] = {
        "clean": clean_text,
        "href": safe_url,
        "pieces": split_marks,
        "rows": group_rows,
        "lang": name_language,
    }
    templates.filters.update(helpers)
    return templates


def name_language(part: Block | Message) -> str | None:
    """Return the language of a message or a block for its lang attribute; None when it is not known."""
    return part.language if re.fullmatch("[a-z]{2}", part.language) else None


def group_rows(lines: tuple[Line, ...]) -> list[Row]:
    """Put links that follow each other into one row: why | wrong | mute."""
    rows: list[Row] = []
    for line in lines:
        if not is_link(line):
            rows.append(Row(line))
        elif rows and rows[-1].links:
            rows[-1] = Row(rows[-1].line, (*rows[-1].links, line))
        else:
            rows.append(Row(line, (line,)))
    return rows
