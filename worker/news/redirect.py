"""Where an aggregator's link leads, read off the link itself: nothing is asked of anybody.

Click counters of Google (Alerts, results) and Bing name their target; AMP caches are made of it; ids of Google News as
they were until 2024 carry it in base64. Those since then (`AU_yq…`) are a number of Google's own and say nothing.
"""

import re
from base64 import urlsafe_b64decode
from urllib.parse import SplitResult, unquote, urlsplit

# A redirector inside a redirector has been seen; more is somebody's game.
_MOST_WRAPS = 3
# As long as an address of ours may be (feed/entries.py).
_LONGEST = 2_000
_COUNTRY = r"(?:com|[a-z]{2}|com?\.[a-z]{2})"
_GOOGLE = re.compile(rf"(?:www\.)?google\.{_COUNTRY}")
_GOOGLE_NEWS = re.compile(rf"news\.google\.{_COUNTRY}")
_BING = re.compile(r"(?:[\w-]+\.)*bing\.com")
_NEWS_ID = re.compile(r"/(?:articles|read)/([\w-]{8,2000})")
# A protocol buffer: a small number in field 1, the address in field 4.
_ID_FIELDS = re.compile(rb"\x08[\x00-\x7f]\x22([\x80-\xff]?[\x00-\x7f])")


def split_url(url: str) -> SplitResult | None:
    """The parts of a web address; None for anything else."""
    try:
        parts = urlsplit(url.strip())
        _ = parts.port  # raises where the port is no number
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.hostname else None


def unwrap_url(url: str) -> str:
    """The outlet's own address behind an aggregator's link; the link itself where it tells none that may be kept."""
    for _ in range(_MOST_WRAPS):
        inner = _find_target(url)
        if inner is None:
            break
        url = inner
    return url


def is_aggregated(url: str) -> bool:
    """Whether an address is an aggregator's link to somebody else's page, whether or not it tells which."""
    parts = split_url(url)
    if parts is None:
        return False
    host = _name_host(parts)
    return bool(_GOOGLE_NEWS.fullmatch(host)) or _is_counter(host, parts.path)


def _is_counter(host: str, path: str) -> bool:
    if _GOOGLE.fullmatch(host):
        return path == "/url"
    return bool(_BING.fullmatch(host)) and path.lower() == "/news/apiclick.aspx"


def _name_host(parts: SplitResult) -> str:
    return (parts.hostname or "").rstrip(".")


def _find_target(url: str) -> str | None:
    parts = split_url(url)
    if parts is None:
        return None
    host = _name_host(parts)
    if _is_counter(host, parts.path) or (_GOOGLE_NEWS.fullmatch(host) and parts.path == "/news/url"):
        return _read_parameter(parts.query)
    if _GOOGLE_NEWS.fullmatch(host):
        found = _NEWS_ID.search(parts.path)
        return _decode_id(found[1]) if found else None
    if _GOOGLE.fullmatch(host) and parts.path.startswith("/amp/"):
        return _read_cached(parts.path.removeprefix("/amp/").removeprefix("s/"), parts.query)
    if host.endswith(".cdn.ampproject.org") or host == "cdn.ampproject.org":
        return _read_cached(re.sub(r"^/(?:[a-z]/)+", "", parts.path), parts.query)
    return None


def _read_parameter(query: str) -> str | None:
    """`url=`, else `q=`. Not by parse_qsl: a `+` in the path of a page is no space."""
    values = dict(part.partition("=")[::2] for part in reversed(query.split("&")))
    found = (_check_target(_unquote_once(values.get(name, ""))) for name in ("url", "q"))
    return next(filter(None, found), None)


def _unquote_once(value: str) -> str:
    try:
        return unquote(value, errors="strict")
    except UnicodeDecodeError:
        return value  # an address in another charset, not quoted again: it stands as it is


def _read_cached(rest: str, query: str) -> str | None:
    target = f"https://{rest}{'?' + query if query else ''}"
    return _check_target(target) if "." in rest.split("/")[0] else None


def _decode_id(token: str) -> str | None:
    try:
        data = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        head = _ID_FIELDS.match(data)
        return _check_target(_cut_field(data, head).decode()) if head else None
    except ValueError:  # broken base64, or no text
        return None


def _cut_field(data: bytes, head: re.Match[bytes]) -> bytes:
    """The field behind its length, which has seven bits a byte, the low ones first; nothing where it is cut off."""
    length = sum((byte & 0x7F) << 7 * place for place, byte in enumerate(head[1]))
    field = data[head.end() : head.end() + length]
    return field if len(field) == length else b""


def _check_target(target: str) -> str | None:
    """A target that may stand as an article's address: http or https, no password, nothing that cannot be seen."""
    target = target.strip().replace(" ", "%20")
    parts = split_url(target) if target.isprintable() and len(target) <= _LONGEST else None
    return target if parts is not None and "@" not in parts.netloc else None
