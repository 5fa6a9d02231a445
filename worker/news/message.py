"""What a recipient gets: a message, its sections, a block a story, and the lines under its headline."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from worker.news.types import UNKNOWN_LANGUAGE


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled line under a headline: `New`, `Known`, `Figures`, `Sources`, `Why`, …"""

    label: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One story in a message."""

    headline: str
    url: str | None = None
    status: str = ""
    """`new`, `moved`, …"""
    lines: tuple[Line, ...] = ()
    language: str = UNKNOWN_LANGUAGE


@dataclass(frozen=True, slots=True)
class Section:
    """Stories under one heading; a heading may be empty."""

    heading: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """What a recipient gets, before any channel gives it a form."""

    kind: Literal["digest", "alert", "test"]
    subject: str
    preview: str
    """The line a mail client shows beside the subject."""
    sections: tuple[Section, ...] = ()
    footer: tuple[Line, ...] = ()
    """Coverage, near misses, settings."""
    thread: str = ""
    """Messages of one thread (a story's alerts, a subscription's digests) share it."""
    list_name: str = ""
    """The subscription, for List-Id."""
    created_at: datetime | None = None
    language: str = "en"
    """Of our own words in it; outlets' texts have their own, as `Block.language` says."""
