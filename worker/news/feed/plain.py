"""Markup from feeds as plain text: paragraphs kept, scripts gone, nothing left that a page could run.

The result may still hold `<` as a character; whoever shows it escapes it.
"""

import html
import re
from html.entities import html5

import nh3

PARAGRAPH, BREAK = "\x01", "\x02"
"""Stand for breaks while markup is removed. Not white space to Python, as \\x1e would be, and in no text by then."""
GAP = re.compile(f"[ {PARAGRAPH}{BREAK}]{{2,}}|[{PARAGRAPH}{BREAK}]")
# All elements before which html5ever looks up the stack for an open paragraph: left in, 80,000 nested ones took
# nh3 15 s, without them .05 s. They are what separates paragraphs anyway.
BLOCKS = (
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li listing main menu nav ol p plaintext pre search section"
    " summary table tbody td tfoot th thead tr ul xmp"
)
BLOCK = re.compile(rf"(?i)</?(?:{'|'.join(BLOCKS.split())})(?![\w:-])[^<>]*>")
LINE = re.compile(r"(?i)</?br(?![\w:-])[^<>]*>")
TAG = re.compile(r"</?[A-Za-z!]")
# Their content is not the outlet's words.
SILENT = {"script", "style", "template", "iframe", "object", "svg", "math", "noscript", "select", "textarea"}
# Four times the longest text kept: in the feeds of news sites markup is less than half of an entry.
MAX_MARKUP = 400_000
# html.unescape knows these; XML parsers pass C1 references through, which outlets mean as Windows' quotes and dashes.
WINDOWS = {
    point: bytes([point]).decode("cp1252") for point in range(0x80, 0xA0) if point not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
# What an outlet escaped once too often: the ampersand of a reference, as a reference.
AGAIN = re.compile(r"&amp;(?=#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};|([A-Za-z][A-Za-z0-9]{1,30};))")
MARKUP = re.compile("<[^<>]*>")
CONTROLS = re.compile("[\x00\x03-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]")


def strip_markup(markup: str) -> str:
    """Plain text: paragraphs apart by an empty line, `<br>` as a newline, other white space as single spaces."""
    markup = unescape_again(CONTROLS.sub("", markup[:MAX_MARKUP].translate(WINDOWS)))
    if TAG.search(markup):
        markup = LINE.sub(BREAK, BLOCK.sub(PARAGRAPH, re.sub(r"\s+", " ", markup)))
        markup = nh3.clean(markup, tags=set(), clean_content_tags=SILENT)
    return tidy_text(html.unescape(markup))


def unescape_again(markup: str) -> str:
    """Without the second escaping of a text that was escaped twice: each of its ampersands is that of a reference to a
    reference. One that stands for itself, or a reference as it should be, shows that `&amp;amp;` means `&amp;`."""
    if not AGAIN.search(markup):
        return markup
    text = MARKUP.sub(" ", markup)
    twice = sum(not found[1] or found[1] in html5 for found in AGAIN.finditer(text))
    return AGAIN.sub("&", markup) if twice == text.count("&") else markup


def tidy_text(text: str) -> str:
    """White space in order, breaks of every kind as newlines. Each pattern is linear on runs of white space."""
    text = CONTROLS.sub("", text)
    text = re.sub(r"[^\S\n]+", " ", text).replace(" \n", "\n").replace("\n ", "\n")
    text = re.sub(r"\n{2,}", PARAGRAPH, text).replace("\n", " ")
    return GAP.sub(make_gap, text).strip()


def make_gap(gap: re.Match[str]) -> str:
    """What a run of breaks and spaces becomes: two lines of text, two paragraphs, or one space between words."""
    if PARAGRAPH in gap[0] or gap[0].count(BREAK) > 1:
        return "\n\n"
    return "\n" if BREAK in gap[0] else " "


def strip_title(markup: str) -> str:
    """A title on one line. Atom's plain-text titles too: outlets put markup into them as well."""
    return " ".join(strip_markup(markup).split())
