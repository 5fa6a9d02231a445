"""The demonstration's outlets on loopback: feeds with validators, an outage, an edition that turns, article pages.

It behaves as good servers do (a real ETag and Last-Modified, 304 only to whoever sent them back) and as bad ones do in
the ways `editions` lists, and it logs every request, so that a test can see the reader from the outlets' side.
Run it alone: `python -m worker.demo.server --port 8800 --edition first`.
"""

import gzip
import hashlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import click

from worker.demo.editions import OUTLETS, Outlet
from worker.demo.pages import collect_pages
from worker.demo.render import Edition, find_template, render_feed

RETRY_AFTER_SECONDS = 1800
"""What the outlet that is down asks for: long enough to show that a reader obeys, short enough to be believed."""
SOCKET_SECONDS = 5.0
"""A client that says nothing for this long is hung up on; loopback answers within milliseconds."""


@dataclass(frozen=True, slots=True)
class DemoFeed:
    """A feed as one would write it into the list of feeds."""

    name: str
    url: str
    language: str
    country: str
    abstracts: bool = False
    """Whether the whole texts stand on its pages only."""


@dataclass(frozen=True, slots=True)
class LoggedRequest:
    """What was asked and what was answered. `headers` has lower-case names."""

    path: str
    status: int
    edition: Edition
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer before it is written to the socket."""

    status: HTTPStatus
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class DemoServer:
    """Serves the outlets until closed. Set `edition` to turn the page; `now` is read once, at the start."""

    def __init__(
        self, *, port: int = 0, edition: Edition = "first", clock: Callable[[], datetime] | None = None
    ) -> None:
        """`port` 0 takes a free one. `clock` gives an aware time. Raises OSError if the port is taken."""
        self.edition: Edition = edition
        self.requests: list[LoggedRequest] = []
        self.now = clock() if clock else datetime.now(UTC)
        self._http = ThreadingHTTPServer(("127.0.0.1", port), self._make_handler())
        self._http.daemon_threads = False  # closing waits for the last answer, so no socket outlives the server
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), name="demo-feeds")
        self._pages: dict[str, bytes] | None = None
        self._pages_lock = threading.Lock()

    @property
    def base_url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def feeds(self) -> list[DemoFeed]:
        """Every feed served, in the order of `editions.OUTLETS`."""
        return [DemoFeed(o.name, self.base_url + o.path, o.language, o.country, o.abstracts) for o in OUTLETS]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.stop_serving()

    def stop_serving(self) -> None:
        """Answer what is under way, close the port, end the thread."""
        if self._thread.is_alive():
            self._http.shutdown()
            self._thread.join()
        self._http.server_close()

    def answer_request(self, target: str, headers: Mapping[str, str]) -> Reply:
        """What a GET of `target` gets in the present edition; `headers` has lower-case names."""
        path = urlsplit(target).path
        outlet = next((o for o in OUTLETS if o.path == path), None)
        if outlet:
            return self._answer_feed(outlet, headers)
        page = self._find_page(path)
        if page is None:
            return Reply(HTTPStatus.NOT_FOUND, b"no such page\n", {"Content-Type": "text/plain; charset=utf-8"})
        return Reply(HTTPStatus.OK, page, {"Content-Type": "text/html; charset=utf-8"})

    def _answer_feed(self, outlet: Outlet, headers: Mapping[str, str]) -> Reply:
        if outlet.fails_second and self.edition == "second":
            return Reply(HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})
        body = self._render_feed(outlet, self.edition)
        validators = {"ETag": make_etag(body, outlet.gzips), "Last-Modified": self._date_edition(outlet)}
        if is_unchanged(headers, validators):
            return Reply(HTTPStatus.NOT_MODIFIED, headers=validators)
        extra = {"Content-Type": outlet.content_type} | validators
        if outlet.gzips:
            extra["Vary"] = "Accept-Encoding"
        if outlet.gzips and "gzip" in headers.get("accept-encoding", ""):
            return Reply(HTTPStatus.OK, gzip.compress(body, mtime=0), extra | {"Content-Encoding": "gzip"})
        return Reply(HTTPStatus.OK, body, extra)

    def _render_feed(self, outlet: Outlet, edition: Edition) -> bytes:
        return render_feed(outlet.slug, edition, base_url=self.base_url, now=self.now, country=outlet.country)

    def _date_edition(self, outlet: Outlet) -> str:
        """The first edition came out an hour before the start, the second at the start."""
        is_first = find_template(outlet.slug, self.edition).parent.name == "first"
        return format_datetime((self.now - timedelta(hours=int(is_first))).astimezone(UTC), usegmt=True)

    def _find_page(self, path: str) -> bytes | None:
        """The article pages of both editions, made when the first link is opened."""
        with self._pages_lock:
            if self._pages is None:
                editions: tuple[Edition, ...] = ("first", "second")
                documents = [(o.name, o.language, self._render_feed(o, e)) for e in editions for o in OUTLETS]
                self._pages = collect_pages(documents)
            return self._pages.get(path)

    def _make_handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            server_version = "SamplePress"
            timeout = SOCKET_SECONDS

            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                edition = server.edition
                reply = server.answer_request(self.path, headers)
                server.requests.append(LoggedRequest(self.path, int(reply.status), edition, headers))
                write_reply(self, reply)

            def log_message(self, format: str, *args: object) -> None:
                """Silent: `requests` is the log."""

        return Handler


def write_reply(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    """One answer, then close: an idle connection kept open would hold up the end of the server."""
    handler.send_response(reply.status)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    if reply.status != HTTPStatus.NOT_MODIFIED:
        handler.send_header("Content-Length", str(len(reply.body)))
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(reply.body)


def make_etag(body: bytes, weak: bool) -> str:
    """A validator of the body; weak where gzip and plain bodies share it (RFC 9110, 8.8.1)."""
    return f'{"W/" if weak else ""}"{hashlib.sha256(body).hexdigest()[:16]}"'


def is_unchanged(headers: Mapping[str, str], validators: Mapping[str, str]) -> bool:
    """Whether the reader has this body. An ETag must come back verbatim; If-Modified-Since counts only without one."""
    if "if-none-match" in headers:
        return validators["ETag"] in [tag.strip() for tag in headers["if-none-match"].split(",")]
    try:
        since = parsedate_to_datetime(headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return since.tzinfo is not None and since >= parsedate_to_datetime(validators["Last-Modified"])


@click.command()
@click.option("--port", default=0, show_default=True, help="0 takes a free one.")
@click.option("--edition", type=click.Choice(["first", "second"]), default="first", show_default=True)
def main(port: int, edition: Edition) -> None:
    """Serve the demonstration's feeds on loopback until interrupted."""
    with DemoServer(port=port, edition=edition) as server:
        for feed in server.feeds():
            click.echo(f"{feed.url}  {feed.language}  {feed.name}")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            click.echo("closed")


if __name__ == "__main__":
    main()
