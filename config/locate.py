"""Where in a TOML file a table or key stands, because tomllib gives values without positions.

The file has already been parsed by tomllib, so the scan may trust it: it reads headers and keys line by line and skips
what lies inside multi-line strings. What it cannot find (a key inside an inline table) gets the line of its parent.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

Path = tuple[str | int, ...]
PART = r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'"""
NAME = rf"(?:{PART})(?:\s*\.\s*(?:{PART}))*"
HEADER = re.compile(rf"\s*(\[\[?)\s*({NAME})\s*\]")
KEY = re.compile(rf"\s*({NAME})\s*=")
FENCE = re.compile(r"\"\"\"|'''")
# Strings that close on their line, and comments: neither opens a multi-line string.
CLOSED = re.compile(r"""\"\"\".*?\"\"\"|'''.*?'''|(?<!")"(?!"")(?:[^"\\]|\\.)*"(?!")|(?<!')'(?!'')[^']*'(?!')""")


class Place(NamedTuple):
    """A header or key, as a path such as ("feeds", 3, "language"), and its line counting from 1."""

    path: Path
    line: int


class Positions:
    """The lines of the headers and keys of one TOML document."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def places(self) -> dict[Path, int]:
        """Line of every path, the first mention first."""
        found: dict[Path, int] = {}
        for place in Scan(self.text).places():
            found.setdefault(place.path, place.line)
        return found

    def line(self, path: Sequence[str | int]) -> int:
        """The line of a path or of its nearest parent that has one; 1 when none has."""
        whole = tuple(path)
        return next((self.places[whole[:end]] for end in range(len(whole), 0, -1) if whole[:end] in self.places), 1)


class Scan:
    """One pass over the lines, remembering the table they stand in."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.counts: dict[Path, int] = {}
        self.table: Path = ()

    def places(self) -> list[Place]:
        """Every header and key, in the order of the file."""
        found: list[Place] = []
        fence = ""
        for number, line in enumerate(self.lines, 1):
            if fence:
                fence = "" if fence in line else fence
                continue
            if path := self.read_line(line):
                found.append(Place(path, number))
            fence = find_fence(line)
        return found

    def read_line(self, line: str) -> Path | None:
        """The path a line opens, if it is a header or holds a key."""
        if header := HEADER.match(line):
            self.table = self.enter_table(split_name(header[2]), array=header[1] == "[[")
            return self.table
        key = KEY.match(line)
        return (*self.table, *split_name(key[1])) if key else None

    def enter_table(self, name: Path, *, array: bool) -> Path:
        """A header's path with the number of each array of tables it passes through."""
        path: Path = ()
        for part in name[:-1]:
            path = (*path, part)
            path = (*path, self.counts[path]) if path in self.counts else path
        path = (*path, name[-1])
        if not array:
            return path
        self.counts[path] = self.counts.get(path, -1) + 1
        return (*path, self.counts[path])


def split_name(name: str) -> Path:
    """The parts of a dotted key, without their quotes."""
    return tuple(part.strip("\"'") for part in re.findall(PART, name))


def find_fence(line: str) -> str:
    '''The `"""` or `\'\'\'` that a line opens and does not close.'''
    bare = CLOSED.sub("", line)
    opened = FENCE.search(bare)
    if not opened or "#" in bare[: opened.start()]:
        return ""
    return opened[0]
