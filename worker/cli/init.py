"""galata init: a few questions, then everything is written, tried and shown: settings, a test message, a digest."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import available_timezones

import click

from config.files import load_subscriptions
from config.models import RecipientFile
from config.settings import Settings, check_sender, check_timezone, load_settings
from config.urls import check_smtp
from worker.cli.context import start_logging
from worker.cli.digest import make_preview, write_page
from worker.cli.languages import read_languages
from worker.cli.output import show_progress
from worker.cli.start import describe_prepared
from worker.cli.words import count_things, say_done
from worker.errors import DeliveryError, UsageError
from worker.net.mail import parse_recipient
from worker.pipeline.drain import Drained, run_until_quiet
from worker.pipeline.feedlist import hasten_feeds
from worker.pipeline.firstrun import (
    OPEN_MODE,
    SECRET_MODE,
    SETTINGS,
    SUBSCRIPTIONS,
    Answers,
    change_settings,
    guess_sender,
    list_changes,
    load_shipped,
    read_written,
    write_settings,
    write_subscriptions,
    write_together,
)
from worker.pipeline.outbox import name_digests, send_test
from worker.pipeline.prepare import prepare
from worker.pipeline.runtime import Runtime, make_folders, open_runtime

Value = TypeVar("Value")
PREVIEW = "preview.html"


@dataclass(frozen=True)
class Given:
    """What stood in the command line; None is asked for."""

    mail: str | None
    timezone: str | None
    languages: str | None
    smtp_url: str | None
    mail_from: str | None
    yes: bool


@click.command()
@click.option("--mail", help='Where messages go, such as you@example.org; "" writes them to files.')
@click.option("--timezone", help="The time zone of your clock, such as Europe/Rome.")
@click.option("--languages", help="What you read, the best first, such as en,it,tr.")
@click.option("--smtp-url", help='The mail server, smtp://user:password@host:587 or smtps://…:465; "" for none.')
@click.option("--mail-from", help="Who mail comes from.  [default: the mail server's user, else --mail]")
@click.option(
    "--yes", is_flag=True, help="Ask nothing: take the default of what is not given, keep files that are there."
)
@click.option("--open", "show", is_flag=True, help="Open the digest in the browser at the end.")
def init(show: bool, **given: Any) -> None:
    """Set Galata up: asks where to send what, writes the settings, sends a test message, reads every feed once, and
    shows the digest of the last days. Nothing is written before the last question is answered."""
    start_logging("CRITICAL")  # feeds that cannot be read are told of at the end
    settings = load_settings()
    asked = Given(**given)
    answers = ask_answers(settings, asked)
    files = choose_files(settings, answers, asked)
    make_folders(settings)
    for path in write_together(settings.config_dir, files):
        say_done(f"Written: {path}")
    failed = run_first(load_settings(), answers, show=show)
    if failed:
        raise UsageError(failed)


def ask_answers(settings: Settings, given: Given) -> Answers:
    """Every answer, from the command line or by question. UsageError for one that cannot be used."""
    told = find_told(settings)
    address = told.to.removeprefix("mailto:") if told and told.to.startswith("mailto:") else ""
    reads = ",".join(told.reads) if told and told.reads else "en,tr,it"
    mail = ask("Mail address (empty: messages become files)", given.mail, address, read_mail, given.yes)
    zone = ask("Time zone", given.timezone, find_timezone(settings), check_timezone, given.yes)
    languages = ask("Languages you read, the best first", given.languages, reads, read_languages, given.yes)
    smtp_url = sender = ""
    known = settings.smtp_url.get_secret_value() if settings.smtp_url else ""
    if mail or given.smtp_url:
        smtp_url = ask("Mail server, smtp://user:password@host:587 (empty: mail becomes files; hidden as you type)",
                       given.smtp_url, known, read_smtp, given.yes, hidden=True)  # fmt: skip
    if smtp_url:
        proposed = propose_sender(settings, mail, known, smtp_url)
        sender = ask("Mail comes from", given.mail_from, proposed, read_sender, given.yes)
    # A secret of the environment stays there: it was put there so as not to lie in a file.
    elsewhere = smtp_url == known and any(os.environ.get(f"GALATA_SMTP_URL{end}") for end in ("", "_FILE"))
    return Answers(mail, zone, languages, "" if elsewhere else smtp_url, sender)


def propose_sender(settings: Settings, mail: str, known: str, smtp_url: str) -> str:
    """Who mail comes from so far, unless that was guessed from the mail server known before."""
    chosen = "mail_from" in settings.model_fields_set and settings.mail_from != guess_sender(mail, known)
    return settings.mail_from if chosen else guess_sender(mail, smtp_url)


def ask(
    question: str,
    given: str | None,
    default: str,
    read: Callable[[str], Value],
    yes: bool,
    *,
    hidden: bool = False,
) -> Value:
    """One answer: what was given, the default with --yes, else a question that is repeated until it can be read."""
    if given is not None or yes:
        try:
            return read(default if given is None else given)
        except ValueError as error:
            raise UsageError(f"{question.split(' (')[0].split(',')[0]}: {error}") from None

    def convert(text: str) -> Value:
        try:
            return read(text)
        except ValueError as error:
            raise click.UsageError(str(error)) from None  # click prints it and asks again

    answer: Value = click.prompt(
        question, default=default, value_proc=convert, hide_input=hidden, show_default=bool(default) and not hidden
    )
    return answer


def read_sender(text: str) -> str:
    """An address to send from, with or without a name before it, or nothing. ValueError with the mend."""
    return check_sender(text.strip()) if text.strip() else ""


def read_mail(text: str) -> str:
    """A mail address, or nothing. ValueError with the mend."""
    address = text.strip().removeprefix("mailto:")
    if address:
        try:
            parse_recipient(f"mailto:{address}")
        except DeliveryError:
            raise ValueError(f"{address!r} is not a mail address; write one such as you@example.org") from None
    return address


def read_smtp(text: str) -> str:
    """A mail server's url, or nothing. ValueError with the mend, which never repeats it."""
    if text.strip() and "://" not in text:
        raise ValueError("not a mail server; write smtp://user:password@host:587 or smtps://user:password@host:465")
    return check_smtp(text.strip()) if text.strip() else ""


def find_told(settings: Settings) -> RecipientFile | None:
    """Who was named the last time, if this is not the first."""
    if not (settings.config_dir / SUBSCRIPTIONS).exists():
        return None
    return next((to for one in load_subscriptions(settings) for to in one.recipients), None)


def find_timezone(settings: Settings) -> str:
    """The time zone of the settings if they have one of their own, else of this machine where it can be told."""
    if "timezone" in settings.model_fields_set:
        return settings.timezone
    local = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    told = "/" in local and not local.startswith("Etc/")  # servers run on Etc/UTC, their owners do not
    return local if told and local in available_timezones() else settings.timezone


def choose_files(settings: Settings, answers: Answers, given: Given) -> dict[str, tuple[str, int]]:
    """The files to write. What is there is changed only by what was given, or when its owner says so."""
    texts = {
        SETTINGS: choose_settings(settings, answers, given),
        SUBSCRIPTIONS: choose_subscriptions(settings, answers, given),
    }
    modes = {SETTINGS: SECRET_MODE, SUBSCRIPTIONS: OPEN_MODE}
    return {name: (text, modes[name]) for name, text in texts.items() if text is not None}


def choose_settings(settings: Settings, answers: Answers, given: Given) -> str | None:
    """What `settings.toml` shall say; None: what it says. Of one that is there only the lines that were answered
    change; the others are its owner's."""
    path = settings.config_dir / SETTINGS
    if not path.exists():
        return write_settings(answers)
    text = read_written(path)
    changes = list_changes(text, list_answered(settings, answers, given))
    if changes and (
        given.yes or click.confirm(f"{path} is there already. Change {name_all(changes)} in it?", default=True)
    ):
        tell_stronger(changes)
        return change_settings(path, text, changes)
    say_done(f"Kept: {path}" + (f"; it says another {name_all(changes)}" if changes else ""))
    return None


def list_answered(settings: Settings, answers: Answers, given: Given) -> dict[str, str]:
    """What was answered, by setting: by question, or with --yes what was given. An empty mail server that was given
    takes out the one that is there."""
    answered = {"timezone": answers.timezone, "smtp_url": answers.smtp_url, "mail_from": answers.mail_from}
    asked = {name: value for name, value in answered.items() if value and not given.yes}
    named = {name: answered[name] for name in answered if getattr(given, name) is not None}
    known = settings.smtp_url.get_secret_value() if settings.smtp_url else ""
    guessed = known and settings.mail_from == guess_sender(answers.mail, known)
    follows = {"mail_from": answers.mail_from} if answers.smtp_url and guessed else {}
    return {**follows, **asked, **named}


def tell_stronger(changes: Iterable[str]) -> None:
    """Name the variables of the environment that win over a line."""
    for name in changes:
        variable = f"GALATA_{name.upper()}"
        for stronger in (one for one in (variable, f"{variable}_FILE") if os.environ.get(one)):
            say_done(f"{stronger} of the environment wins over {name} in {SETTINGS}: take it out there.")


def choose_subscriptions(settings: Settings, answers: Answers, given: Given) -> str | None:
    """What `subscriptions.toml` shall say; None: what it says."""
    path = settings.config_dir / SUBSCRIPTIONS
    if not path.exists() or (not given.yes and click.confirm(f"{path} is there already. Replace it?", default=False)):
        return write_subscriptions(answers, load_shipped(settings))
    told = [to for one in load_subscriptions(settings) for to in one.recipients]
    mend = ""
    if given.mail is not None and all(one.to != answers.address for one in told):
        mend = f"; it tells others than {answers.address}: change `to` there"
    elif given.languages is not None and all(one.reads != answers.languages for one in told):
        mend = f"; nobody in it reads {','.join(answers.languages)}: change `reads` there"
    say_done(f"Kept: {path}{mend}")
    return None


def name_all(names: Iterable[str]) -> str:
    """`smtp_url and mail_from`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def run_first(settings: Settings, answers: Answers, *, show: bool) -> str:
    """Migrate, send a test, read every feed, show a digest. What failed at the end, or the empty string."""
    with open_runtime(settings, migrated=False) as runtime:
        say_done(describe_prepared(settings, prepare(runtime)))
        failed = try_address(runtime, answers.address, answers.languages)
        tell_polled(poll_all(runtime))
        page = write_preview(runtime)
    if page:
        say_done(f"The digest of what is new: {page}")
        if show:
            click.launch(str(page))
    say_done("From now on: `galata up` keeps everything running, `galata status` tells whether all is well.")
    return failed


def try_address(runtime: Runtime, address: str, languages: Sequence[str]) -> str:
    """Send a test message; why it failed, or the empty string. The rest goes on: feeds need no mail."""
    try:
        say_done(f"A test message to {address}: {send_test(runtime, address, languages)}")
        if address.startswith("mailto:") and runtime.settings.smtp_url is None:
            say_done("No mail server is named (GALATA_SMTP_URL), so mail does not leave: it is written to files.")
    except DeliveryError as error:
        return f"the test message to {address} failed: {error}; mend {SETTINGS}, then `galata channels test {address}`"
    return ""


def poll_all(runtime: Runtime) -> Drained:
    """Read every feed once, and judge what came."""
    with show_progress("reading the feeds", hasten_feeds(runtime)) as advance:
        return run_until_quiet(runtime, lambda step, count: advance(count) if step == "polled" else None)


def tell_polled(done: Drained) -> None:
    """How many feeds could be read, and what was kept."""
    failed = [one for one in done.polled if one.failed]
    kept = f"{count_things(done.judged, 'article')} judged, {done.kept} kept"
    say_done(f"{count_things(len(done.polled), 'feed')} polled, {len(failed)} of them failed; {kept}.")
    if failed:
        say_done("`galata feeds list` names those that failed, and why.")


def write_preview(runtime: Runtime) -> Path | None:
    """The first digest as a page in the data folder; None when no subscription has one."""
    names = name_digests(runtime)
    if not names:
        return None
    path = runtime.settings.data_dir / PREVIEW
    write_page(path, make_preview(runtime, names[0]))
    return path
