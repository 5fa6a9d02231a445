"""Urls in settings: which are accepted, and how they are shown without their secrets.

Messages of this file never repeat a password: a value is shown through `mask_url` or not at all.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

BROKERS = ("memory", "redis", "rediss")
SQLITE = ("sqlite", "sqlite+pysqlite")
POSTGRESQL = ("postgresql+psycopg", "postgresql", "postgres")
# Everything between // and the last @ before the path, as a password may itself hold an unescaped @.
USERINFO = re.compile(r"//[^/?#\s]*@")
# The same but for web addresses, whose paths may hold an @: drivers take a password with an unescaped / ? or #, too.
CREDENTIALS = re.compile(r"(?i)(?<!http:)(?<!https:)//\S*@")
# Parameters that carry secrets: postgresql://host/db?password=…, rediss://…?ssl_password=…
SECRET_PARAMETER = re.compile(r"(?i)([?&][^=&\s]*(?:password|secret|token|key)[^=&\s]*=)[^&\s#]+")


def mask_url(url: str) -> str:
    """The url with user and password, and parameters named like secrets, replaced by `***`."""
    return SECRET_PARAMETER.sub(r"\1***", CREDENTIALS.sub("//***@", USERINFO.sub("//***@", url)))


def check_broker(url: str) -> str:
    """The broker url as it came. ValueError for a scheme no worker can use."""
    scheme = read_scheme(url)
    if scheme not in BROKERS:
        raise ValueError(f"unknown scheme {scheme!r}; write memory://, redis://host:6379/0 or rediss://host:6379/0")
    if scheme != "memory" and not has_host(url):
        raise ValueError(f"names no host, or its password has an unescaped / ? or #; write {scheme}://host:6379/0")
    return url


def check_database(url: str, made: Path | None = None) -> str:
    """The database url with the driver we use. ValueError for others, and for a sqlite file in a missing folder.

    `made` is a folder that the program makes by itself, so that it need not exist yet.
    """
    scheme = read_scheme(url)
    if scheme in SQLITE:
        return check_sqlite(url, made)
    if scheme not in POSTGRESQL:
        raise ValueError(
            f"unknown scheme {scheme!r}; write sqlite:////folder/galata.db or postgresql://user:password@host/galata"
        )
    if url.rpartition("@")[0].count("@"):  # driver and mask would split it at different places
        raise ValueError("its user or password has an unescaped @; write %40 for it")
    return "postgresql+psycopg" + url[url.index("://") :]


def check_sqlite(url: str, made: Path | None) -> str:
    """`sqlite:///` and an absolute path: a relative one would mean another file to each process."""
    place = url.split("://", 1)[1].removeprefix("/")
    name, mark, parameters = place.partition("?")
    if name in ("", ":memory:") or name.startswith("file:"):
        return "sqlite:///" + place
    path = Path(name).expanduser().absolute()
    if path.parent != made and not path.parent.is_dir():
        raise ValueError(f"the folder {path.parent} does not exist; make it, or name another file")
    return f"sqlite:///{path}{mark}{parameters}"


def check_smtp(url: str) -> str:
    """A mail server's url as it came. ValueError when it names no host."""
    if read_scheme(url) not in ("smtp", "smtps") or not has_host(url):
        raise ValueError(
            "no mail server, or its password has an unescaped / ? or #; write smtp://user:password@host:587 or "
            "smtps://user:password@host:465"
        )
    return url


def check_public(url: str) -> str:
    """The address readers reach the pages at, without a slash at its end. ValueError for anything but http(s)."""
    if read_scheme(url) not in ("http", "https") or not has_host(url):
        raise ValueError("not a web address; write https://news.example.org")
    return url.rstrip("/")


def check_feed(url: str) -> str:
    """A feed's url as it came. ValueError for anything but http(s), and for one that holds a password."""
    if not re.match(r"(?i)https?://", url) or not has_host(url) or re.search(r"\s", url):
        raise ValueError("not a web address; write https://example.org/rss")
    if USERINFO.search(url):
        raise ValueError("holds a user name or password, which pages and logs would show; leave them out")
    return url


def make_key(url: str) -> str:
    """What all spellings of a feed's url share, whatever their scheme, case of host, default port or last slash."""
    parts = urlsplit(url)
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.hostname}{port}{parts.path.rstrip('/')}{query}"


def read_scheme(url: str) -> str:
    """What stands before `://`, in small letters; ValueError when nothing does."""
    scheme, mark, _ = url.partition("://")
    # The value is not repeated: without :// it may be a bare password.
    if not mark or not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme):
        raise ValueError("not a url; it begins with a scheme, as in memory://")
    return scheme.lower()


def has_host(url: str) -> bool:
    """Whether a url names a host, and its port, if any, is a port."""
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # raised from None by no one: urlsplit's message would repeat the netloc, password and all
        return False
