"""Empty, migrated databases by the dozen: migrated once per run into a template, copied for every test."""

import contextlib
import fcntl
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

TEMPLATE = "galata_template"


def share_once(folder: Path, name: str, make: Callable[[], str]) -> str:
    """What `make` returns, made by whichever worker of the run comes first and read by the others."""
    answer = folder / f"{name}.shared"
    with (folder / f"{name}.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not answer.exists():
            text = make()
            answer.write_text(text)
        return answer.read_text()


def replace_database(url: str, name: str) -> str:
    """The same server's URL with another database."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def execute_admin(url: str, statement: str, *names: str) -> None:
    """Run one statement outside any transaction; `{}` in it are names to quote."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def make_template(server_url: str, migrate: Callable[[str], object]) -> str:
    """A migrated database that others are copied from; nobody may connect to it, since that would block the copying."""
    name = f"{TEMPLATE}_{secrets.token_hex(4)}"
    execute_admin(server_url, "CREATE DATABASE {}", name)
    try:
        migrate(replace_database(server_url, name))
    except Exception:
        execute_admin(server_url, "DROP DATABASE {} WITH (FORCE)", name)
        raise
    execute_admin(server_url, "ALTER DATABASE {} WITH ALLOW_CONNECTIONS false", name)
    return name


@contextlib.contextmanager
def temporary_database(server_url: str, template: str | None = None) -> Iterator[str]:
    """The URL of a database that lasts as long as the block: empty, or a copy of the template."""
    name = f"galata_{secrets.token_hex(6)}"
    if template:
        execute_admin(server_url, "CREATE DATABASE {} TEMPLATE {}", name, template)
    else:
        execute_admin(server_url, "CREATE DATABASE {}", name)
    try:
        yield replace_database(server_url, name)
    finally:
        execute_admin(server_url, "DROP DATABASE {} WITH (FORCE)", name)


def make_file_template(folder: Path, migrate: Callable[[str], object]) -> str:
    """A migrated SQLite file, in one piece whatever its write-ahead log still holds."""
    migrated, template = folder / "migrated.db", folder / "template.db"
    migrate(f"sqlite:///{migrated}")
    with contextlib.closing(sqlite3.connect(migrated)) as connection:
        connection.execute("VACUUM INTO ?", (str(template),))
    return str(template)


def copy_file(template: str, place: Path) -> str:
    """A copy of the template at `place`; returns its URL."""
    shutil.copyfile(template, place)
    return f"sqlite:///{place}"
