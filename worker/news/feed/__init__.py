"""From the bytes of a feed to its entries, in the order of the files:

    charset     bytes to text, whatever they are declared as
    outline     where the entries stand; hostile ones are cut out before a parser sees them
    document    the newest 500, well-formed again where the end is missing
    entries     feedparser's reading of each, as plain text (plain) with its date (dates)
    hints       what the feed asks of those who poll it

`parse_feed` is the whole of it.
"""

from worker.errors import FeedError
from worker.news.feed import hints
from worker.news.feed.charset import decode_body
from worker.news.feed.document import open_document
from worker.news.feed.entries import MAX_TITLE, declared_language, read_entries
from worker.news.feed.parser import parse_document
from worker.news.feed.plain import strip_title
from worker.news.types import ParsedFeed

__all__ = ["parse_feed"]
GZIP = b"\x1f\x8b"


def parse_feed(body: bytes, url: str, *, content_type: str | None = None) -> ParsedFeed:
    """The feed in `body`, fetched from `url` with that Content-Type. What was mended stands in its warnings.

    FeedError, with what it seems to be, when it is no feed. A feed without entries is a feed.
    """
    if body.startswith(GZIP):
        raise FeedError(url, "compressed data that was not unpacked")
    decoded = decode_body(body, content_type)
    document = open_document(decoded.text, url)
    parsed = parse_document(document, url)
    entries, left_out = read_entries(parsed)
    return ParsedFeed(
        title=strip_title(str(parsed.feed.get("title", "")))[:MAX_TITLE],
        entries=entries,
        language=declared_language(parsed.feed),
        min_interval_seconds=hints.read_interval(document.around),
        skip_hours=hints.read_hours(document.around),
        skip_days=hints.read_days(document.around),
        warnings=(*decoded.warnings, *document.warnings, *parsed.warnings, *left_out),
    )
