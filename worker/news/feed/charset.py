"""The bytes of a feed as text, free of what no XML parser accepts."""

import re

from worker.charset import HEADER, Decoded, decode_bytes, find_named

DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}));")


def decode_body(body: bytes, content_type: str | None = None) -> Decoded:
    """The text of a document, without byte order mark and control characters. Never fails."""
    text, warnings = decode_bytes(body, find_declared(body, content_type))
    return remove_controls(Decoded(text, warnings))


def find_declared(body: bytes, content_type: str | None) -> str | None:
    """The charset the document names, else the one its header names, as Python calls it."""
    document = DECLARED.search(body[:1000])
    header = HEADER.search(content_type or "")
    return find_named(document[1].decode("ascii") if document else None, header[1] if header else None)


def remove_controls(decoded: Decoded) -> Decoded:
    """Without the characters, and references to them, that make a whole document unreadable to an XML parser."""
    text, found = FORBIDDEN.subn("", decoded.text)
    kept = REFERENCE.sub(keep_reference, text) if "&#" in text else text
    if not found and kept == text:
        return decoded
    return Decoded(kept, (*decoded.warnings, "control characters removed"))


def keep_reference(reference: re.Match[str]) -> str:
    """A character reference as it stands, nothing if it means a character that XML forbids."""
    point = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if point <= 0x10FFFF and not FORBIDDEN.match(chr(point)) else ""
