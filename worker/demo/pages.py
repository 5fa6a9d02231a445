"""The article pages that the feeds' links open, as outlets have them: a menu, the article, what else there is to read.

The text is the feed's, or where that is only an abstract the whole one, from a file of the page's name in `texts/`.
"""

from collections.abc import Iterable
from html import escape, unescape
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import feedparser

TEXTS = Path(__file__).parent / "texts"
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title} | {outlet}</title></head>
<body>
<header>{outlet} (fictional sample data for a demonstration)</header>
<nav><ul><li><a href="/">1</a></li><li><a href="/">2</a></li><li><a href="/">3</a></li></ul></nav>
<main>
<article>
<h1>{title}</h1>
<time>{date}</time>
{text}
</article>
</main>
<footer><p>{outlet} · <a href="/">RSS</a></p></footer>
</body>
</html>
"""


def collect_pages(documents: Iterable[tuple[str, str, bytes]]) -> dict[str, bytes]:
    """A page per link of the feeds `(outlet, language, body)`, by path without query; of two the later one stays."""
    pages = {}
    for outlet, language, body in documents:
        for entry in feedparser.parse(BytesIO(body)).entries:
            if entry.get("link"):
                pages[urlsplit(entry.link).path] = render_page(entry, outlet, language).encode("utf-8")
    return pages


def render_page(entry: Any, outlet: str, language: str) -> str:
    """The page of one entry: its whole text, or what the feed has as feedparser cleaned it, right where that escapes
    twice."""
    contents = entry.get("content") or [{"value": entry.get("summary", "")}]
    return PAGE.format(
        language=language,
        outlet=escape(outlet),
        title=escape(unescape(entry.get("title") or outlet)),
        date=escape(next((entry[name] for name in ("published", "updated") if name in entry), "")),
        text=find_text(urlsplit(entry.link).path) or unescape(contents[0]["value"]),
    )


def find_text(path: str) -> str:
    """The whole text of a page, in paragraphs; empty: there is only what the feed says."""
    file = TEXTS / f"{PurePosixPath(path).name}.txt"
    if not file.is_file():
        return ""
    return "\n".join(f"<p>{escape(one)}</p>" for one in file.read_text(encoding="utf-8").strip().split("\n\n"))
