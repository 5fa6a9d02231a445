"""Plain documents (.txt, .md) as items: a first line ` date 2025-04-29 …` is the date, the first sentence the title."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from worker.news.text import sentences
from worker.news.types import Item

DATE_LINE = re.compile(r"^\s*date\s+(\d{4}-\d{2}-\d{2})\b[ \t]*", re.IGNORECASE)
HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*\n+")
# A headline longer than this is a paragraph; mail clients cut far earlier.
TITLE_LENGTH = 200


@dataclass(frozen=True)
class PlainDocument:
    """A document as read. `dated` is None where it does not say."""

    title: str
    text: str
    dated: date | None

    @property
    def item(self) -> Item:
        """As an item to judge."""
        at = datetime(self.dated.year, self.dated.month, self.dated.day, tzinfo=UTC) if self.dated else None
        return Item(title=self.title, content=self.text, published_at=at)


def parse_plain(raw: str) -> PlainDocument:
    """A document's date, title and text. A Markdown heading serves as the title; the text keeps all sentences."""
    found = DATE_LINE.match(raw)
    text = raw[found.end() :].strip() if found else raw.strip()
    dated = date.fromisoformat(found.group(1)) if found else None
    heading = HEADING.match(text)
    if heading:
        return PlainDocument(heading.group(1)[:TITLE_LENGTH], text[heading.end() :].strip(), dated)
    return PlainDocument(take_title(text), text, dated)


def take_title(text: str) -> str:
    """The first sentence, cut at a word where it is long."""
    first = next(iter(sentences(text[: TITLE_LENGTH * 20])), "").strip()
    if len(first) <= TITLE_LENGTH:
        return first
    return first[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
