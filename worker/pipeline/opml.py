"""Lists of feeds as OPML, which every feed reader writes and reads.

Files come from anywhere, so a document type (entities that grow without end, files read from disk) is refused rather
than interpreted.
"""

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from xml.parsers import expat

from worker.errors import UsageError
from worker.net.text import clean_text
from worker.pipeline.feedlist import FeedFacts

# The lists of large readers hold some thousands of feeds at 300 bytes each; five megabytes are fifteen thousand.
MAX_BYTES, MAX_OUTLINES = 5 * 1024 * 1024, 20_000


@dataclass(frozen=True)
class Outline:
    """One feed of a list, as written."""

    title: str
    url: str
    language: str | None = None
    category: str = ""
    """The folder it stood in."""


class DoctypeError(Exception):
    """The document declares a type."""


@dataclass
class Reader:
    """What expat tells, collected."""

    found: list[Outline] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    root: str = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """A tag opens: a feed when it has an address, else a folder."""
        self.root = self.root or name
        written = {key.lower(): value.strip() for key, value in attributes.items()}
        title = written.get("title") or written.get("text") or ""
        if name.lower() == "outline" and written.get("xmlurl"):
            folder = next((one for one in reversed(self.folders) if one), "")
            self.found.append(
                Outline(title, written["xmlurl"], written.get("language"), written.get("category") or folder)
            )
        if len(self.found) > MAX_OUTLINES:
            raise UsageError(f"more than {MAX_OUTLINES} feeds; split the file")
        self.folders.append(title if name.lower() == "outline" and not written.get("xmlurl") else "")

    def end(self, _name: str) -> None:
        """A tag closes."""
        self.folders.pop()

    def refuse(self, *_: object) -> None:
        """A document type begins."""
        raise DoctypeError


def parse_opml(content: bytes, shown: str) -> list[Outline]:
    """The feeds of a list, in its order, folders as categories. UsageError, one line, naming the file and the line."""
    if len(content) > MAX_BYTES:
        raise UsageError(f"{shown}: larger than {MAX_BYTES // 1024**2} MB, which no list of feeds is; split the file")
    reader, parser = Reader(), expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = reader.begin, reader.end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = reader.refuse
    try:
        parser.Parse(content, True)
    except DoctypeError:
        line = parser.CurrentLineNumber
        raise UsageError(f"{shown}:{line}: declares a document type, which is not read; remove <!DOCTYPE …>") from None
    except UsageError as error:
        raise UsageError(f"{shown}: {error}") from None
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UsageError(f"{shown}:{parser.CurrentLineNumber}: not OPML ({error}); export it again as OPML") from None
    if reader.root.lower() != "opml":
        raise UsageError(f"{shown}: begins with <{reader.root}>, not <opml>; export the list of feeds as OPML")
    return reader.found


def write_opml(feeds: Sequence[FeedFacts], now: datetime) -> str:
    """The feeds as OPML 2.0, a folder a category."""
    root = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(root, "head")
    ElementTree.SubElement(head, "title").text = "Feeds of Galata"
    ElementTree.SubElement(head, "dateCreated").text = format_datetime(now)
    body = ElementTree.SubElement(root, "body")
    folders: dict[str, ElementTree.Element] = {}
    for feed in feeds:
        name = clean_text(feed.category or "")
        if name and name not in folders:
            folders[name] = ElementTree.SubElement(body, "outline", text=name, title=name)
        title = clean_text(feed.name)  # a control character would make the whole file unreadable
        attributes = {"type": "rss", "text": title, "title": title, "xmlUrl": feed.url}
        if feed.language:
            attributes["language"] = feed.language
        ElementTree.SubElement(folders.get(name, body), "outline", attributes)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
