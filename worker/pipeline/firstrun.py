"""The first run: settings and subscriptions written from a few answers, whole or not at all."""

import contextlib
import json
import os
import re
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

from config.files import data_path, load_subscriptions
from config.models import SubscriptionFile
from config.settings import Settings
from worker.errors import UsageError

SETTINGS, SUBSCRIPTIONS = "settings.toml", "subscriptions.toml"
# settings.toml may hold the mail server's password; the other file names addresses.
SECRET_MODE, OPEN_MODE = 0o600, 0o644
# Without a mail address messages are files in this folder of the outbox.
DESK = "file:desk"


@dataclass(frozen=True)
class Answers:
    """What the person who sets Galata up has said."""

    mail: str
    """Empty: messages become files."""
    timezone: str
    languages: tuple[str, ...]
    smtp_url: str
    """What settings.toml shall say; empty: nothing, as mail becomes files or the environment names the server."""
    mail_from: str

    @property
    def address(self) -> str:
        """Where messages go."""
        return f"mailto:{self.mail}" if self.mail else DESK


def guess_sender(mail: str, smtp_url: str) -> str:
    """Who mail should come from: servers mostly refuse another sender than the user who signs in."""
    user = unquote(urlsplit(smtp_url).username or "") if smtp_url else ""
    return user if "@" in parseaddr(user)[1] else mail


def write_settings(answers: Answers) -> str:
    """`settings.toml`."""
    values = {"timezone": answers.timezone, "smtp_url": answers.smtp_url, "mail_from": answers.mail_from}
    lines = [f"{name} = {quote(value)}" for name, value in values.items() if value]
    return "\n".join(
        [
            "# Written by `galata init`. A variable of the environment, such as GALATA_TIMEZONE, wins over a line;",
            "# `galata config check` names every mistake.",
            *lines,
            "",
        ]
    )


def read_written(path: Path) -> str:
    """What a file says that is there already; empty for one that is not. UsageError when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}); mend it or move it away") from error


def list_changes(text: str, answers: Mapping[str, str]) -> dict[str, str]:
    """Those of the answers, by setting, that a settings file does not say; an empty one where it says something."""
    said = tomllib.loads(text)
    return {name: value for name, value in answers.items() if said.get(name, "") != value}


def change_settings(path: Path, text: str, changes: Mapping[str, str]) -> str:
    """A settings file with other values of some settings, an empty one taken out, and all else as it was. UsageError
    when a line is written so that it cannot be changed by itself."""
    changed = text
    for name, value in changes.items():
        changed = change_line(changed, name, f"{name} = {quote(value)}\n" if value else "")
    kept = {name: value for name, value in tomllib.loads(text).items() if name not in changes}
    wanted = kept | {name: value for name, value in changes.items() if value}
    try:
        done = tomllib.loads(changed) == wanted
    except tomllib.TOMLDecodeError:
        done = False
    if not done:
        raise UsageError(
            f"{path}: cannot be changed by itself; write {' and '.join(changes)} there, then run this again"
        )
    return changed


def change_line(text: str, name: str, line: str) -> str:
    """A settings file with another line of a setting; with one more, before its first table, where it had none."""
    if found := re.search(rf"(?m)^[ \t]*{name}[ \t]*=.*\n?", text):
        return text[: found.start()] + line + text[found.end() :]
    table = re.search(r"(?m)^[ \t]*\[", text)
    above, below = (text[: table.start()], text[table.start() :]) if table else (text, "")
    gap = "\n" if above and not above.endswith("\n") else ""
    return f"{above}{gap}{line}{below}"


def load_shipped(settings: Settings) -> list[SubscriptionFile]:
    """The subscriptions that Galata comes with."""
    return load_subscriptions(settings.model_copy(update={"config_dir": data_path("config")}))


def write_subscriptions(answers: Answers, subscriptions: Sequence[SubscriptionFile]) -> str:
    """`subscriptions.toml`: these subscriptions, told to the person who answered, by their clock."""
    recipients = f"[{{ to = {quote(answers.address)}, reads = [{', '.join(map(quote, answers.languages))}] }}]"
    parts = [
        "# Who is told what, when. Written by `galata init`; try a query with `galata subscriptions rehearse QUERY`,",
        "# then run `galata config check` and `galata migrate`.",
    ]
    for one in subscriptions:
        when, _, zone = one.schedule.rpartition(" ")
        parts += [
            "",
            "[[subscriptions]]",
            f"name = {quote(one.name)}",
            f"query = {quote(one.query)}",
            f"scope = {quote(one.scope)}",
            f"schedule = {quote(f'{when} {answers.timezone}' if '/' in zone else one.schedule)}",
            f"recipients = {recipients}",
        ]
    return "\n".join([*parts, ""])


def quote(text: str) -> str:
    """A TOML string. JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_together(folder: Path, files: Mapping[str, tuple[str, int]]) -> list[Path]:
    """Write files (name → text and mode) into a folder: all are ready beside their places before the first takes its
    place. UsageError when the folder cannot be written; then nothing is changed."""
    ready: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, (text, mode) in files.items():
            ready.append((write_beside(folder, text, mode), folder / name))
        for part, path in ready:
            part.replace(path)
    except OSError as error:
        drop_parts([part for part, _ in ready])
        raise UsageError(
            f"{folder}: cannot be written ({error.strerror}); set GALATA_CONFIG_DIR to a folder of yours"
        ) from error
    return [path for _, path in ready]


def write_beside(folder: Path, text: str, mode: int) -> Path:
    """A finished file under a passing name. mkstemp makes it readable to its owner alone."""
    handle, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        path.chmod(mode)
    except BaseException:
        drop_parts([path])
        raise
    return path


def drop_parts(parts: Sequence[Path]) -> None:
    """Remove passing files that found no place."""
    for part in parts:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
