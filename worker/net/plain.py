"""A message as plain text: 78 columns, a headline, and labelled lines whose texts stand under each other."""

import textwrap
from collections.abc import Iterable, Iterator

from worker.net.text import clean_text, is_link, safe_url, split_marks
from worker.news.message import Block, Line, Message, Section

WIDTH = 78  # RFC 5322 2.1.1: what every reader shows unbroken, with room for a quote mark
STOP = {"en": "Stop these mails", "tr": "Bu iletileri durdur", "it": "Interrompi questi messaggi"}
LABEL_WIDTH = 14  # longer labels stand alone rather than push every text to the right


def render_text(message: Message, unsubscribe_url: str | None = None) -> str:
    """Return the text part, lines ended by \\n. A url is never broken, so its line may be longer than 78."""
    parts = ["\n".join(wrap_text(message.preview))]
    parts += ["\n".join(render_section(section)) for section in message.sections]
    footer = list(render_lines(message.footer))
    if url := safe_url(unsubscribe_url):
        footer.append(f" {name_stop(message)}: {url}")
    # Dash, dash, space: mail readers fold away what follows as a signature, as they should a footer.
    parts += ["\n".join(["-- ", *footer])] if footer else []
    return "\n\n".join(part for part in parts if part) + "\n"


def name_stop(message: Message) -> str:
    """Return the words of the link that stops a message's kind, in its language."""
    return STOP.get(message.language, STOP["en"])


def render_section(section: Section) -> Iterator[str]:
    """Yield the lines of a section; blocks are set apart by an empty line."""
    heading = " ".join(clean_text(section.heading).split())
    if heading:
        yield heading
        yield "=" * min(len(heading), WIDTH)
    for number, block in enumerate(section.blocks):
        if number:
            yield ""
        yield from render_block(block)


def render_block(block: Block) -> Iterator[str]:
    """Yield a story's lines."""
    status = f" ({block.status})" if block.status else ""
    yield from wrap_text(clean_text(block.headline) + status)
    if url := safe_url(block.url):
        yield f" {url}"
    yield from render_lines(block.lines)


def render_lines(lines: Iterable[Line]) -> Iterator[str]:
    """Yield labelled lines, their texts aligned."""
    rows = [name_row(line) for line in lines]
    labels = [len(label) + 1 for label, _ in rows if label and len(label) < LABEL_WIDTH]
    width = max(labels, default=-1) + 1
    for label, text in rows:
        first = f" {label + ':':<{width}}" if label else " " * (1 + width)
        yield from wrap_text(text, first if first.endswith(" ") else f"{first} ", " " * (1 + width))


def name_row(line: Line) -> tuple[str, str]:
    """Return a line's label and text; a link's word is its label."""
    if is_link(line):
        return clean_text(line.text or line.label), line.url or ""
    return clean_text(line.label), mark_text(line)


def mark_text(line: Line) -> str:
    """Return a line's text with *marks*, and its url after it."""
    text = "".join(f"*{piece}*" if marked else piece for piece, marked in split_marks(line.text, line.marks))
    url = safe_url(line.url)
    return " ".join(part for part in (text, url) if part)


def wrap_text(text: str, first: str = "", rest: str = "") -> list[str]:
    """Wrap at spaces only: a hyphen may be part of a name or a url."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
