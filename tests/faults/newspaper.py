"""A news server that remembers: numbered items on several feeds, each of its own invented words, so that each is an
article and a story of its own; and every request it answered. The ledger (ledger.py) compares SQL with it.
"""

import random
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple, Self

from worker.demo.server import DemoFeed, Reply, is_unchanged, make_etag, write_reply

# In every item and in no title: what the subscriptions of these tests ask for.
CATCHWORD = "bulletin"
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
MEDIA_TYPE = "application/rss+xml; charset=utf-8"


class Entry(NamedTuple):
    """An item of a feed, by what SQL knows it by."""

    feed: str
    guid: str


@dataclass(frozen=True)
class Asked:
    """A request that was answered."""

    feed: str
    at: datetime
    status: int


class Newspaper:
    """Serves its feeds until closed. `publish(n)` adds items; `published` and `requests` are what happened.

    `delay` seconds pass before each answer. Validators are real: a feed without news answers 304.
    """

    def __init__(self, feeds: int = 4) -> None:
        self.names = [f"Paper {number}" for number in range(1, feeds + 1)]
        self.published: list[Entry] = []
        self.requests: list[Asked] = []
        self.pages: Counter[str] = Counter()
        """How often each path was asked for that is no feed."""
        self.delay = 0.0
        self._items: dict[str, list[str]] = {name: [] for name in self.names}
        self._changed = dict.fromkeys(self.names, datetime.now(UTC))
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._make_handler())
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), name="newspaper")

    @property
    def base_url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def feeds(self) -> list[DemoFeed]:
        """Every feed served."""
        urls = {name: f"{self.base_url}/{place}.xml" for place, name in enumerate(self.names)}
        return [DemoFeed(name, url, "en", "GB", abstracts=True) for name, url in urls.items()]

    def publish(self, count: int, extra: str = "") -> list[Entry]:
        """Add items, one feed after the other; `extra` stands in the text of each."""
        added = []
        for number in range(len(self.published), len(self.published) + count):
            entry = Entry(self.names[number % len(self.names)], f"item-{number}")
            now = datetime.now(UTC)
            self._items[entry.feed].insert(0, render_item(number, f"{self.base_url}/{number}", now, extra))
            self._changed[entry.feed] = now
            self.published.append(entry)
            added.append(entry)
        return added

    def count_requests(self, feed: str) -> int:
        """How often a feed was asked for."""
        return sum(one.feed == feed for one in self.requests)

    def answer_request(self, path: str, headers: Mapping[str, str]) -> tuple[str, Reply]:
        """The feed asked for ("" for none), and what it answers."""
        feed = next((name for name, one in zip(self.names, self.feeds(), strict=True) if one.url.endswith(path)), None)
        if feed is None:
            return "", self._answer_page(path)
        changed, items = self._changed[feed], "".join(self._items[feed])
        body = f'<rss version="2.0"><channel><title>{feed}</title>{items}</channel></rss>'.encode()
        validators = {"ETag": make_etag(body, False), "Last-Modified": format_datetime(changed, usegmt=True)}
        if is_unchanged(headers, validators):
            return feed, Reply(HTTPStatus.NOT_MODIFIED, headers=validators)
        return feed, Reply(HTTPStatus.OK, body, validators | {"Content-Type": MEDIA_TYPE})

    def _answer_page(self, path: str) -> Reply:
        """The page of an item: what its feed says, and more."""
        number = int(path[1:]) if path[1:].isdigit() else -1
        self.pages[path] += 1
        if not 0 <= number < len(self.published):
            return Reply(HTTPStatus.NOT_FOUND)
        return Reply(HTTPStatus.OK, render_page(number).encode(), {"Content-Type": "text/html; charset=utf-8"})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    def _make_handler(self) -> type[BaseHTTPRequestHandler]:
        paper = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 30

            def do_GET(self) -> None:
                at = datetime.now(UTC)
                feed, reply = paper.answer_request(self.path, {k.lower(): v for k, v in self.headers.items()})
                if feed:
                    paper.requests.append(Asked(feed, at, int(reply.status)))
                time.sleep(paper.delay)
                try:
                    write_reply(self, reply)
                except ConnectionError:
                    self.close_connection = True  # who asked was killed

            def log_message(self, format: str, *args: object) -> None:
                """Silent: `requests` is the log."""

        return Handler


def render_item(number: int, url: str, now: datetime, extra: str) -> str:
    """An item in words that no other item has."""
    title, *sentences = [invent_sentence(number, part) for part in range(6)]
    text = " ".join([*sentences, f"This {CATCHWORD} ends.", extra])
    date = format_datetime(now - timedelta(seconds=1), usegmt=True)
    return (
        f'<item><guid isPermaLink="false">item-{number}</guid><link>{url}</link><title>{title.rstrip(".")}</title>'
        f"<description>{text}</description><pubDate>{date}</pubDate></item>"
    )


def render_page(number: int) -> str:
    """The page of an item, with ten more sentences."""
    title, *sentences = [invent_sentence(number, part) for part in range(16)]
    body = "".join(f"<p>{one}</p>" for one in (*sentences[:5], f"This {CATCHWORD} ends.", *sentences[5:]))
    return f"<!DOCTYPE html><html lang=en><body><article><h1>{title}</h1>{body}</article></body></html>"


def invent_sentence(number: int, part: int) -> str:
    """Eight words of four syllables, which 24 million words share: two items have hardly ever one in common."""
    chance = random.Random(f"{number}/{part}")
    words = ["".join(chance.choices(SYLLABLES, k=4)) for _ in range(8)]
    return f"{' '.join(words).capitalize()}."
