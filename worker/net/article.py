"""The page of an article: asked for politely, taken apart in a child process, come back as text.

    request -> robots.txt of its host (worker/net/robots.py), and of every host a redirect leads to
            -> the page, if it is HTML and not too large
            -> its text (worker/net/extractor.py)

A batch asks a host for one thing at a time. How long to wait between two pages of a host is for the caller, who knows
when it was asked last: `delay_seconds` is what the host wishes.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

import httpx

from worker.errors import FetchError, ForbiddenAddress
from worker.net.decode import BodyDecoder
from worker.net.extractor import Extractor
from worker.net.failures import KINDS, copy_error, describe_status
from worker.net.headers import parse_retry_after
from worker.net.hops import REDIRECTS, Headers, Limits, bound_fetch, open_response, read_body, start_trail, take_hop
from worker.net.http import Network, Resolver, hide_userinfo, make_user_agent, open_client
from worker.net.robots import RobotsCopy, RobotsRules, fetch_robots

HEADERS: Headers = [(b"Accept", b"text/html,application/xhtml+xml;q=0.9")]
HTML = frozenset({"text/html", "application/xhtml+xml"})
REFUSED = {402: "forbidden_by_server", 451: "forbidden_by_server"}
COME_BACK = frozenset({408, 425, 429})
"""Of 4xx those that speak of this moment; the others will be said again."""
SETTLED = frozenset({"too_large", "url"})
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class PageLimits(Limits):
    """What one page may cost."""

    max_bytes: int = 3 * 1024 * 1024
    """Of the HTML, as sent and as decoded; an outlet's page is 50 to 500 KB."""
    extract_seconds: float = 20
    """On the wall, for taking it apart; the usual page takes 0.02 s."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A page to read."""

    url: str
    robots: str | None = None
    """A robots.txt of its host kept from before ("": there is none, all is allowed); None: ask the host first."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says."""

    url: str
    """As asked, without userinfo."""
    final_url: str
    canonical_url: str | None
    """What the page calls its own address, if that is on the same site."""
    title: str
    text: str
    """Paragraphs with an empty line between; "" when no article was found."""
    language: str | None
    paywalled: bool
    """The page says that not all of it is for everybody; what is in `text` may be its beginning."""
    received_bytes: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a request: a page or an error."""

    url: str
    page: Page | None
    error: FetchError | None
    robots: RobotsCopy | None
    """The robots.txt of the url's host, when it was asked for now, also when the page failed."""
    delay_seconds: float
    """What that robots.txt wishes between two pages."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of a page, before they are taken apart."""

    body: bytes
    content_type: str | None
    final_url: str
    received_bytes: int


@dataclass(slots=True)
class Visit:
    """A host in a batch: whose turn it is, and what its robots.txt says once that is known."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: RobotsRules | None = None
    copy: RobotsCopy | None = None
    failure: FetchError | None = None


@dataclass(slots=True)
class Batch:
    """What the pages of a batch share."""

    client: httpx.AsyncClient
    extractor: Extractor
    limits: PageLimits
    now: datetime
    places: asyncio.Semaphore
    visits: defaultdict[str, Visit]


async def read_pages(
    requests: Sequence[PageRequest],
    *,
    now: datetime,
    allow: Iterable[str | Network] = (),
    user_agent: str | None = None,
    limits: PageLimits = PageLimits(),
    resolver: Resolver | None = None,
) -> list[Reading]:
    """Read all, in the order of requests; each host is asked for one thing at a time, and for robots.txt once.

    Nothing raises: a page that fails is a Reading with its error. Opens one client and one child, and closes both.
    """
    extractor = Extractor(limits.extract_seconds)
    try:
        async with open_client(allow, user_agent or make_user_agent(), resolver) as client:
            batch = Batch(client, extractor, limits, now, asyncio.Semaphore(AT_ONCE), defaultdict(Visit))
            remember_rules(batch, requests)
            return list(await asyncio.gather(*(read_one(batch, request) for request in requests)))
    finally:
        await extractor.close()


def remember_rules(batch: Batch, requests: Sequence[PageRequest]) -> None:
    """Put the kept robots.txt of each host where its pages find it."""
    for request in requests:
        key = find_host(request.url)
        if request.robots is not None and batch.visits[key].rules is None:
            batch.visits[key].rules = RobotsRules(request.robots)


async def read_one(batch: Batch, request: PageRequest) -> Reading:
    """Read one page; whatever goes wrong is part of the Reading."""
    shown, page, failure = hide_userinfo(request.url), None, None
    try:
        answer = await fetch_page(batch, request.url)
        page = await extract_page(batch, shown, answer)
    except FetchError as error:
        failure = settle_error(error)
    except Exception as error:  # a bad page never stops the others
        failure = FetchError(shown, f"{type(error).__name__}: {error}", kind="internal")
    visit = batch.visits[find_host(request.url)]
    return Reading(shown, page, failure, visit.copy, visit.rules.delay_seconds if visit.rules else 0.0)


async def fetch_page(batch: Batch, url: str) -> Answer:
    """Go from hop to hop, each with its host's leave, until one answers with a page. Raises FetchError."""
    shown = hide_userinfo(url)
    async with bound_fetch(shown, batch.limits) as deadline:
        trail = start_trail(url)
        while True:
            async with take_turn(batch, trail.url, deadline) as visit:
                await ask_leave(batch, visit, trail.url, shown)
                async with open_response(batch.client, trail, HEADERS, batch.limits) as response:
                    if response.status_code not in REDIRECTS:
                        return await read_answer(batch, response, str(trail.url), shown)
                    take_hop(trail, response, shown, batch.limits)


@asynccontextmanager
async def take_turn(batch: Batch, url: httpx.URL, deadline: asyncio.Timeout) -> AsyncIterator[Visit]:
    """Wait until nothing else is asked of a host; the wait does not count against the page's deadline."""
    loop, visit = asyncio.get_running_loop(), batch.visits[name_host(url)]
    left = (deadline.when() or loop.time()) - loop.time()
    deadline.reschedule(None)
    async with visit.turn, batch.places:
        deadline.reschedule(loop.time() + left)
        yield visit


async def ask_leave(batch: Batch, visit: Visit, url: httpx.URL, shown: str) -> None:
    """Return if the host lets us read this page. Raises FetchError of kind `robots` when it does not."""
    host = name_host(url)
    if visit.rules is None and visit.failure is None:
        try:
            visit.copy = await fetch_robots(batch.client, url, batch.now)
            visit.rules = RobotsRules(visit.copy.text)
        except FetchError as error:
            visit.failure = error
    if isinstance(visit.failure, ForbiddenAddress):
        raise ForbiddenAddress(str(url), visit.failure.why)
    if visit.failure is not None:
        raise copy_error(visit.failure, shown, f"robots.txt of {host}: {visit.failure.why}")
    assert visit.rules is not None
    if not visit.rules.allow(url):
        why = f"robots.txt of {host} does not allow this page; `full_text = false` on the feed stops asking"
        raise FetchError(shown, why, permanent=True, kind="robots")


async def read_answer(batch: Batch, response: httpx.Response, final_url: str, shown: str) -> Answer:
    """Return the page's bytes. Raises FetchError for every status but 200, and for what is not HTML."""
    check_status(response, shown, batch.now)
    content_type = response.headers.get("content-type")
    check_type(content_type, shown)
    decoder = BodyDecoder(shown, response.headers.get("content-encoding"), batch.limits.max_bytes)
    body = await read_body(response, decoder)
    return Answer(body, content_type, final_url, decoder.received_bytes)


def check_status(response: httpx.Response, shown: str, now: datetime) -> None:
    """Raise FetchError for what is not 200; the 4xx that speak of the page are permanent."""
    status = response.status_code
    if status == 200:
        return
    raise FetchError(
        shown,
        describe_status(response),
        permanent=400 <= status <= 499 and status not in COME_BACK,
        status=status,
        retry_after=parse_retry_after(response.headers.get("retry-after"), now),
        kind=(KINDS | REFUSED).get(status, "server" if status >= 500 else "status"),
    )


def check_type(content_type: str | None, shown: str) -> None:
    """Raise FetchError unless this may be HTML; a server that does not say is believed to send a page."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    if kind and kind not in HTML:
        raise FetchError(shown, f"is no web page but {kind[:60]!r}", permanent=True, kind="content_type")


async def extract_page(batch: Batch, shown: str, answer: Answer) -> Page:
    """Have the page taken apart."""
    found = await batch.extractor.extract(shown, answer.final_url, answer.body, answer.content_type)
    return Page(
        url=shown,
        final_url=answer.final_url,
        canonical_url=take_text(found, "canonical_url"),
        title=take_text(found, "title") or "",
        text=take_text(found, "text") or "",
        language=take_text(found, "language"),
        paywalled=found.get("paywalled") is True,
        received_bytes=answer.received_bytes,
    )


def take_text(found: dict[str, object], name: str) -> str | None:
    """Return a text of the child's reply."""
    value = found.get(name)
    return value if isinstance(value, str) else None


def settle_error(error: FetchError) -> FetchError:
    """Return the error, permanent where a page will not get better (feeds are polled on)."""
    return copy_error(error, error.url, error.why, permanent=True) if error.kind in SETTLED else error


def find_host(url: str) -> str:
    """Return what a url's turn and robots.txt go by; what cannot be read has a turn of its own."""
    try:
        return name_host(httpx.URL(url))
    except (httpx.InvalidURL, UnicodeError):
        return url


def name_host(url: httpx.URL) -> str:
    """Return a url's host, with its port if that is not the usual: http and https of a host are one outlet."""
    return f"{url.host}:{url.port}" if url.port else url.host
