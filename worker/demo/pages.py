"""The article pages that the feeds' links open: plain HTML with the text the feed carries."""

from collections.abc import Iterable
from html import escape, unescape
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import feedparser

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title} | {outlet}</title></head>
<body>
<header>{outlet} (fictional sample data for a demonstration)</header>
<article>
<h1>{title}</h1>
<time>{date}</time>
{text}
</article>
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
    """The page of one entry: its text as feedparser cleaned it, right where the feed escapes twice."""
    contents = entry.get("content") or [{"value": entry.get("summary", "")}]
    return PAGE.format(
        language=language,
        outlet=escape(outlet),
        title=escape(unescape(entry.get("title") or outlet)),
        date=escape(next((entry[name] for name in ("published", "updated") if name in entry), "")),
        text=unescape(contents[0]["value"]),
    )
