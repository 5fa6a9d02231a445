"""What commands print: tables and colour in a terminal, tab-separated text or JSON in a pipe, progress on stderr."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def make_console(*, errors: bool = False) -> Console:
    """A console on stdout (or stderr) as it is now."""
    return Console(file=sys.stderr if errors else sys.stdout, highlight=False, soft_wrap=False)


def print_rows(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], *, title: str = "", as_json: bool = False
) -> None:
    """Rows as a table in a terminal, as tab-separated text in a pipe, as a list of objects with `as_json`."""
    shown = [[show_value(value) for value in row] for row in rows]
    if as_json:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
    elif sys.stdout.isatty():
        table = Table(title=title or None, title_justify="left", header_style="bold", box=None, pad_edge=False)
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in shown:
            table.add_row(*map(Text, row))  # a title with brackets is no markup
        make_console().print(table)
    else:
        for row in [list(columns), *shown]:
            click.echo("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))


def print_json(value: Any) -> None:
    """Any value as JSON, times in ISO 8601."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=write_value))


def write_value(value: Any) -> str:
    """What JSON has no form for."""
    return value.isoformat() if isinstance(value, datetime) else str(value)


def show_value(value: Any) -> str:
    """A cell: nothing as a dash, times in the reader's own zone, flags as words."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return show_time(value)
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "–"
    return str(value)


def show_time(value: datetime) -> str:
    """A time with its distance from now, in UTC."""
    return f"{value.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


@contextmanager
def show_steps() -> Iterator[Callable[[str, int], None]]:
    """What each step has done so far, on stderr in a terminal; nothing in a pipe. Yields `tell(step, count)`."""
    console, counts = make_console(errors=True), Counter[str]()
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("polling")

        def tell(step: str, count: int) -> None:
            counts[step] += count
            done = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
            bar.update(task, description=done or "polling")

        yield tell


@contextmanager
def show_progress(what: str, total: int | None = None) -> Iterator[Any]:
    """A progress bar on stderr in a terminal; nothing in a pipe. Yields `advance(count)`."""
    console = make_console(errors=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:.0f}"))
    with Progress(
        *columns, TimeElapsedColumn(), console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(what, total=total)
        yield lambda count=1: bar.advance(task, count)
