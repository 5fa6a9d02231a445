"""Words and lines that several commands print: distances in time, labelled facts, marked snippets."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import click
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from worker.cli.output import make_console, show_value
from worker.net.text import clean_text, split_marks
from worker.news.types import Snippet

STEPS = ((timedelta(days=2), "d", timedelta(days=1)), (timedelta(hours=2), "h", timedelta(hours=1)))
# What a pipe or a file gets, so that its reader sees the same on every machine.
PIPE_WIDTH = 80


def tell_distance(value: datetime | None, now: datetime) -> str | datetime | None:
    """`12 min ago` or `in 3 h` in a terminal; the time itself in a pipe, where programs read it."""
    if value is None or not sys.stdout.isatty():
        return value
    gap = abs(now - value)
    shown = tell_duration(gap)
    return f"{shown} ago" if value <= now else f"in {shown}"


def tell_duration(gap: timedelta) -> str:
    """`3 d`, `5 h`, `12 min`, `8 s`."""
    for least, unit, size in STEPS:
        if gap >= least:
            return f"{gap // size} {unit}"
    seconds = int(gap.total_seconds())
    return f"{seconds // 60} min" if seconds >= 120 else f"{seconds} s"


def cut_text(text: str | None, longest: int = 60) -> str:
    """One clean line, cut at `longest` in a terminal; whole in a pipe."""
    line = " ".join(clean_text(text or "").split())
    return line if len(line) <= longest or not sys.stdout.isatty() else line[: longest - 1].rstrip() + "…"


def open_page() -> Console:
    """A console for text that is read: as wide as the terminal up to 100 columns, 80 in a pipe."""
    console = make_console()
    console.width = min(console.width, 100) if console.is_terminal else PIPE_WIDTH
    return console


def put(console: Console, thing: RenderableType) -> None:
    """Print something without the spaces that rich pads lines with, which a pipe would keep."""
    with console.capture() as capture:
        console.print(thing)
    lines = capture.get().splitlines()
    console.file.write("".join(f"{line if console.is_terminal else line.rstrip()}\n" for line in lines))


def print_facts(console: Console, facts: Mapping[str, Any]) -> None:
    """Labelled values, one a line, their texts aligned; what is missing is left out."""
    kept = {label: value for label, value in facts.items() if value not in (None, "", (), [])}
    width = max(map(len, kept), default=0) + 2
    for label, value in kept.items():
        print_labelled(console, label, value if isinstance(value, Text) else Text(clean_text(show_value(value))), width)


def print_labelled(console: Console, label: str, value: Text, width: int) -> None:
    """One labelled value, its further lines under its first. A url stays whole, so that it can be copied."""
    lines = value.wrap(console, max(20, console.width - width - 2)) if " " in value.plain else [value]
    for number, line in enumerate(lines):
        line.rstrip()
        start = Text(f"  {label:<{width}}" if number == 0 else " " * (width + 2), style="dim")
        console.print(Text.assemble(start, line), soft_wrap=True)


def print_heading(console: Console, heading: str) -> None:
    """A heading with an empty line above it."""
    console.print()
    put(console, Text(clean_text(heading), style="bold"))


def print_lines(console: Console, lines: Iterable[Text | str], indent: int = 2) -> None:
    """Wrapped lines under a heading."""
    for line in lines:
        text = line if isinstance(line, Text) else Text(clean_text(line))
        put(console, Padding(text, (0, 0, 0, indent), expand=False))


def print_table(console: Console, columns: Sequence[str], rows: Sequence[Sequence[Any]], indent: int = 2) -> None:
    """A small table of a page, folded to its width; nothing when there are no rows."""
    if not rows:
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(clean_text(show_value(value))) for value in row))
    put(console, Padding(table, (0, 0, 0, indent), expand=False))


def mark_snippet(snippet: Snippet) -> Text:
    """A snippet with what matched in colour in a terminal, between asterisks in a pipe."""
    text = Text()
    for piece, marked in split_marks(snippet.text, snippet.marks):
        if not marked:
            text.append(piece)
        elif sys.stdout.isatty():
            text.append(piece, style="bold yellow")
        else:
            text.append(f"*{piece}*")
    return text


def count_things(count: int, one: str, many: str = "") -> str:
    """`1 feed`, `3 feeds`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def say_done(text: str) -> None:
    """What a command did, on stdout."""
    click.echo(clean_text(text))
