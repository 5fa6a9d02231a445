"""Text on its way out: nothing in it may break a header, a terminal, a file name or a page."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from worker.news.message import Line

# Directional overrides and isolates make a headline read backwards, and a url look like another (CVE-2021-42574).
BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONGEST_LINK = 30
ASCII_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "’": "", "'": ""})


def clean_text(text: str) -> str:
    """Return the text with control characters and line ends as spaces, and without what misleads the eye or UTF-8."""
    if text.isprintable():  # nothing below is printable in Python's sense; most texts have none of it
        return text
    return "".join(clean_character(character) for character in text)


def clean_character(character: str) -> str:
    """Return what stands for one character."""
    if character in BIDI:
        return ""
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"  # half a surrogate pair, which UTF-8 cannot write
    return " " if category in ("Cc", "Zl", "Zp") else character


def fold_line(text: str, longest: int = 1000) -> str:
    """Return one line: every run of white space is a space, and what is longer than `longest` ends in `…`."""
    line = " ".join(clean_text(text[: longest * 4]).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def slugify(text: str, longest: int = 60) -> str:
    """Return lower-case ASCII words joined by hyphens, for names of files and lists; may be empty."""
    # Apart before together: a dash between two names must separate them, an accent must not.
    apart = re.sub(r"[^\w\s]|_", " ", text[: longest * 4].translate(ASCII_LETTERS))
    plain = unicodedata.normalize("NFKD", apart).encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(re.findall("[a-z0-9]+", plain))[:longest].rstrip("-")


def hash_text(text: str, digits: int = 16) -> str:
    """Return hex digits that stand for a text, the same in every process."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]


def split_marks(text: str, marks: tuple[tuple[int, int], ...]) -> Iterator[tuple[str, bool]]:
    """Cut a text at its marks: pieces, and whether each is marked. Marks that overlap or lie outside are cut to fit."""
    at = 0
    for start, end in sorted(marks):
        start, end = max(start, at), min(end, len(text))
        if start >= end:
            continue
        if start > at:
            yield clean_text(text[at:start]), False
        yield clean_text(text[start:end]), True
        at = end
    if at < len(text):
        yield clean_text(text[at:]), False


def safe_url(url: str | None) -> str | None:
    """Return a url that may stand behind a link, or None: feeds have carried `javascript:` ones."""
    if not url or any(character.isspace() or clean_character(character) != character for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if (parts.scheme in ("http", "https") and parts.netloc) or parts.scheme == "mailto" else None


def is_link(line: Line) -> bool:
    """Whether a line is a url under a word or two, and nothing else: `why`, `wrong`, `Settings`. A title with a url is
    a text: it stands in a line of its own."""
    alone = not (line.label and line.text) and len(line.text) <= LONGEST_LINK
    return safe_url(line.url) is not None and alone
