"""Every command says what it is for, stands in docs/commands.md, and ends as its callers expect."""

import contextlib
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click
import pytest
from sqlalchemy import text

from db.channels import pause_channel
from tests.cli.conftest import Cli
from worker.cli import galata

REPOSITORY = Path(__file__).parents[2]
PAGE = (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")


def walk_commands(command: click.Command, path: str = "galata") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by the words one types."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command, info_name=path)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None, f"{path} {name} is listed and does not exist"
        yield from walk_commands(inner, f"{path} {name}")


COMMANDS = dict(walk_commands(galata))


def find_row(path: str) -> str:
    """A command's row in the page's tables."""
    rows = [line for line in PAGE.splitlines() if re.match(rf"\| `{re.escape(path)}(?![\w-])[^`]*` \|", line)]
    words = len(path.split())
    rows = [row for row in rows if " ".join(row.split("`")[1].split()[:words]) == path]
    assert len(rows) == 1, f"docs/commands.md has {len(rows)} rows for {path}"
    return rows[0]


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_says_what_it_is_for(path: str) -> None:
    command = COMMANDS[path]
    assert command.help and command.help.strip()[0].isupper()
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [one.name for one in options if not (one.help or "").strip()] == []


@pytest.mark.parametrize("path", COMMANDS)
def test_an_argument_is_explained(path: str) -> None:
    command = COMMANDS[path]
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    names = [one.make_metavar(click.Context(command)).strip("[].") for one in arguments]
    assert [name for name in names if not re.search(rf"\b{name}\b", command.help or "")] == []


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_and_its_options_stand_in_the_page(path: str) -> None:
    row = find_row(path)
    options = [one for one in COMMANDS[path].params if isinstance(one, click.Option)]
    assert [one.opts[0] for one in options if not re.search(rf"{one.opts[0]}(?![\w-])", row)] == []


def test_the_page_names_no_command_that_does_not_exist() -> None:
    written = re.findall(r"^\| `(galata [a-z][^`]*)` \|", PAGE, re.MULTILINE)
    assert written
    assert [one for one in written if not any(one == path or one.startswith(f"{path} ") for path in COMMANDS)] == []


@pytest.mark.parametrize("family", sorted({" ".join(path.split()[:2]) for path in COMMANDS}))
def test_help_is_printed_without_a_database(family: str, cli: Cli) -> None:
    (cli.folder / "data" / "galata.db").unlink()
    assert "Usage:" in cli.run(*family.split()[1:], "--help").out


def run_galata(cli: Cli, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed command in a process of its own."""
    environment = {**os.environ, "GALATA_DATABASE_URL": cli.url, "GALATA_CONFIG_DIR": str(cli.config)}
    command = [str(Path(sys.executable).with_name("galata")), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_errors_are_one_line_and_status_2(cli: Cli) -> None:
    done = run_galata(cli, "explain", "nothing")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == "galata: no article is known by 'nothing'; give an id, the address of an article, or seed:NAME\n"
    )
    assert run_galata(cli, "feeds", "lst").returncode == 2


def test_a_database_that_refuses_is_one_line_without_values(cli: Cli) -> None:
    with cli.write() as session:
        session.execute(text("DROP TABLE articles"))
    done = run_galata(cli, "explain", "a-secret")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("galata: the database refused (no such table: articles); ")
    assert done.stderr.count("\n") == 1 and "a-secret" not in done.stderr


def test_status_1_is_kept_for_what_is_wrong(cli: Cli, clock: datetime) -> None:
    assert run_galata(cli, "status").returncode == 0
    with cli.write() as session:
        pause_channel(session, "smtp", "535", clock)
    done = run_galata(cli, "status")
    mend = "`galata channels resume smtp` when mended"
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, f"wrong: channel smtp is paused: 535 ({mend})")


def test_a_pipe_that_closes_is_no_error(demo_cli: Cli) -> None:
    environment = {**os.environ, "GALATA_DATABASE_URL": demo_cli.url}
    galata_path = Path(sys.executable).with_name("galata")
    done = subprocess.run(
        ["bash", "-c", f"'{galata_path}' feeds export | head -c 1"],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("<", "")


def run_in_terminal(cli: Cli, *arguments: str) -> str:
    """What a terminal of 80 columns gets."""
    environment = {**os.environ, "GALATA_DATABASE_URL": cli.url, "COLUMNS": "80", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    reader, writer = pty.openpty()
    command = [str(Path(sys.executable).with_name("galata")), *arguments]
    with open(reader, "rb", closefd=True) as terminal:  # noqa: PTH123  a descriptor has no path
        with subprocess.Popen(command, env=environment, stdout=writer, stderr=subprocess.DEVNULL) as process:
            os.close(writer)
            shown = b""
            with contextlib.suppress(OSError):  # Linux says EIO at the end of a terminal
                while piece := terminal.read1():
                    shown += piece
        assert process.returncode == 0
    return shown.decode()


def test_a_terminal_gets_tables_colour_and_distances(demo_cli: Cli) -> None:
    listed = run_in_terminal(demo_cli, "feeds", "list")
    assert "\x1b[1m" in listed and "\t" not in listed
    assert " ago" in listed and "in " in listed
    rehearsed = run_in_terminal(demo_cli, "subscriptions", "rehearse", "drone", "--limit", "1")
    assert re.search(r"\x1b\[1;33m[dD]rone\x1b\[0m", rehearsed)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", listed + rehearsed)
    assert [line for line in plain.splitlines() if len(line.rstrip()) > 80] == []
