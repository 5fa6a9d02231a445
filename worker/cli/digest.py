"""galata digest: what a digest would say now, and sending it now."""

from pathlib import Path

import click

from worker.cli.context import open_command
from worker.cli.words import count_things, say_done
from worker.errors import UsageError
from worker.net.file import write_whole
from worker.net.mail import render_html, render_text
from worker.news.message import Message
from worker.pipeline.digest import preview_digest
from worker.pipeline.outbox import list_languages, name_digests, send_digest
from worker.pipeline.runtime import Runtime


@click.group()
def digest() -> None:
    """See what a digest would say now, or send it now."""


@digest.command("preview")
@click.argument("name", required=False)
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), help="Write the page to this file instead of printing."
)
def preview(name: str | None, html: Path | None) -> None:
    """Print what the digest of the subscription NAME would say now; nothing is sent or recorded.

    NAME may be left out while there is only one digest.
    """
    with open_command() as runtime:
        message = make_preview(runtime, name or choose_name(runtime))
    if html is None:
        click.echo(f"Subject: {message.subject}\n\n{render_text(message)}", nl=False)
    else:
        write_page(html, message)
        say_done(f"Written to {html}")


def make_preview(runtime: Runtime, name: str) -> Message:
    """The digest as its first recipient would get it. UsageError when there is no such subscription."""
    message = preview_digest(runtime, name, list_languages(runtime, name))
    assert message is not None  # list_languages has found it
    return message


def write_page(path: Path, message: Message) -> None:
    """Write the HTML form whole. UsageError when the folder cannot be written."""
    try:
        write_whole(path, render_html(message).encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); name another file") from error


def choose_name(runtime: Runtime) -> str:
    """The one digest there is. UsageError naming them when there are several, or none."""
    names = name_digests(runtime)
    if len(names) == 1:
        return names[0]
    if not names:
        raise UsageError("no subscription has a digest; give one a schedule such as daily 08:00 Europe/Istanbul")
    raise UsageError(f"there are several digests; name one of {', '.join(names)}")


@digest.command("send")
@click.argument("name")
def send(name: str) -> None:
    """Send the digest of the subscription NAME now; its next one covers what comes after, at its usual time."""
    with open_command() as runtime:
        sent = send_digest(runtime, name)
    for one in sent:
        say_done(f"{one.state}: {one.to}: {one.error or one.receipt or one.subject}")
    open_ones = [one for one in sent if one.state != "sent"]
    if open_ones:
        say_done(f"{count_things(len(open_ones), 'message')} not sent yet; see `galata deliveries list`.")
