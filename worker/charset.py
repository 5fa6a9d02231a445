"""Bytes that someone calls text, as text, whatever they claim to be.

Outlets declare iso-8859-9 and send UTF-8, and the other way round. UTF-8 proves itself: text of another charset is all
but never valid UTF-8 by accident. So it is tried first, and what is declared only after it: feeds and pages alike.
"""

import codecs
import re
from typing import NamedTuple

# Longest first: the UTF-32 mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
HEADER = re.compile(r"""(?i)charset\s*=\s*["']?([A-Za-z0-9._-]{1,40})""")
# What is sent under these names is Windows' superset of them, as the WHATWG encoding standard has it.
SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
# A file that is UTF-8 but for a few torn characters (cut by bytes, pasted from elsewhere) has far more sound ones; text
# of a single-byte charset has next to none: its accented letters seldom stand two together.
TORN_SHARE = 0.1


class Decoded(NamedTuple):
    """Text, and what was wrong with its bytes."""

    text: str
    warnings: tuple[str, ...] = ()


def find_named(*names: str | None) -> str | None:
    """The first of these names that is a charset's, as Python calls it."""
    return next(filter(None, map(name_codec, filter(None, names))), None)


def name_codec(name: str) -> str | None:
    """Python's name of a text charset, None for one it does not know."""
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    # base64, zip and the like are codecs too; decoding with them would inflate what was sent.
    return codec.name if getattr(codec, "_is_text_encoding", False) else None


def decode_bytes(body: bytes, declared: str | None) -> Decoded:
    """By mark, by proof, by declaration, by habit: the first that fits."""
    if marked := find_mark(body):
        return Decoded(body.decode(marked, "replace").removeprefix("\ufeff"))
    try:
        return Decoded(text := body.decode("utf-8"), warn_declared(text, declared))
    except UnicodeDecodeError:
        return decode_other(body, declared)


def find_mark(body: bytes) -> str | None:
    """The charset a byte order mark proves; UTF-16 without a mark shows in the zeros beside `<`."""
    for mark, name in MARKS:
        if body.startswith(mark):
            return name
    return {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}.get(body[:2])


def warn_declared(text: str, declared: str | None) -> tuple[str, ...]:
    """What to say when a document was proven to be UTF-8 and had said otherwise."""
    if declared in (None, "utf-8") or text.isascii():
        return ()
    return (f"declared as {declared}, is UTF-8: read as UTF-8",)


def decode_other(body: bytes, declared: str | None) -> Decoded:
    """Bytes that are not valid UTF-8."""
    torn = body.decode("utf-8", "replace")
    lost = torn.count("\ufffd")
    if lost <= TORN_SHARE * (len(body) - len(body.decode("ascii", "ignore"))):
        return Decoded(torn, (f"{lost} broken UTF-8 characters replaced",))
    # cp1254 differs from cp1252 in six Turkish letters only, so it reads Italian as well.
    charset = declared if declared not in (None, "utf-8") else "cp1254"
    text = body.decode(SUPERSETS.get(charset, charset), "replace")
    if charset == declared:
        return Decoded(text)
    return Decoded(text, (f"{'declared as UTF-8' if declared else 'no charset declared'}, is not: read as {charset}",))
