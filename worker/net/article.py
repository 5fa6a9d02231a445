"""The page of an article: asked for politely, taken apart in a child process, come back as text.

    request -> robots.txt of its host (worker/net/robots.py), and of every host a redirect leads to
            -> the page, if it is HTML and not too large
            -> its text (worker/net/extractor.py)

A batch asks a host for one thing at a time, and ends in time. How long to wait between two pages of a host is for the
caller, who knows when it was asked last: a Reading names every host it came to, and what each wishes.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

import httpx

from worker.errors import FetchError, ForbiddenAddress
from worker.net.decode import BodyDecoder
from worker.net.extractor import Extractor
from worker.net.failures import KINDS, copy_error, describe_status
from worker.net.headers import parse_retry_after
from worker.net.hops import (
    REDIRECTS,
    Headers,
    Limits,
    bound_fetch,
    find_host,
    open_response,
    read_body,
    start_trail,
    take_hop,
)
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
    batch_seconds: float = 150
    """On the wall, for all pages of a batch together, the waiting for one another included."""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A page to read."""

    url: str
    robots: str | None = None
    """A robots.txt of its host kept from before ("": there is none, all is allowed); None: see `kept`, or ask first."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says."""

    url: str
    """As asked, without userinfo."""
    text: str
    """Paragraphs with an empty line between; "" when no article was found."""
    paywalled: bool
    """The page says that not all of it is for everybody; what is in `text` may be its beginning."""
    final_url: str = ""
    """Where redirects led to."""
    canonical: str = ""
    """The address that the page gives as its own, as written: anything a stranger may write."""


@dataclass(frozen=True, slots=True)
class VisitedHost:
    """A host that a page led to."""

    host: str
    """As `find_host` names it."""
    robots: RobotsCopy | None
    """Its robots.txt, when the batch asked for it now, also when the page failed."""
    delay_seconds: float
    """What its robots.txt wishes between two pages, asked for now or kept."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a request: a page or an error."""

    url: str
    page: Page | None
    error: FetchError | None
    visited: tuple[VisitedHost, ...]
    """Every host whose turn came: the url's own and those that redirects led to, each once, the last one last. That is
    whose answer `page` or `error` is. Empty when none was come to."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of a page, before they are taken apart."""

    url: str
    body: bytes
    content_type: str | None


@dataclass(slots=True, eq=False)
class Visit:
    """A host in a batch: whose turn it is, and what its robots.txt says once that is known."""

    host: str
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
    kept: Mapping[str, str]
    ends: float
    """When its time is over, by the loop's clock."""
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    visits: dict[str, Visit] = field(default_factory=dict)


async def read_pages(
    requests: Sequence[PageRequest],
    *,
    now: datetime,
    kept: Mapping[str, str] = {},
    allow: Iterable[str | Network] = (),
    user_agent: str | None = None,
    limits: PageLimits = PageLimits(),
    resolver: Resolver | None = None,
) -> list[Reading]:
    """Read all, in the order of requests; each host is asked for one thing at a time, and for robots.txt once.

    `kept`: what is known of the robots.txt of hosts that redirects may lead to, by `find_host`. Nothing raises: a page
    that fails is a Reading with its error. Opens one client and one child, and closes both.
    """
    extractor, ends = Extractor(limits.extract_seconds), asyncio.get_running_loop().time() + limits.batch_seconds
    known = {find_host(one.url): one.robots for one in requests if one.robots is not None}
    try:
        async with open_client(allow, user_agent or make_user_agent(), resolver) as client:
            batch = Batch(client, extractor, limits, now, {**kept, **known}, ends)
            return list(await asyncio.gather(*(read_one(batch, request) for request in requests)))
    finally:
        await extractor.close()


async def read_one(batch: Batch, request: PageRequest) -> Reading:
    """Read one page; whatever goes wrong is part of the Reading."""
    shown, page, failure, visited = hide_userinfo(request.url), None, None, list[Visit]()
    try:
        async with asyncio.timeout_at(batch.ends):
            answer = await fetch_page(batch, request.url, visited)
            page = await extract_page(batch, shown, answer)
    except FetchError as error:
        failure = settle_error(error)
    except TimeoutError:
        failure = FetchError(shown, "the batch's time was over before its turn came", kind="timeout")
    except Exception as error:  # a bad page never stops the others
        failure = FetchError(shown, f"{type(error).__name__}: {error}", kind="internal")
    return Reading(shown, page, failure, tuple(map(describe_visit, visited)))


def describe_visit(visit: Visit) -> VisitedHost:
    """Return what the caller may want to remember of a host."""
    return VisitedHost(visit.host, visit.copy, visit.rules.delay_seconds if visit.rules else 0.0)


async def fetch_page(batch: Batch, url: str, visited: list[Visit]) -> Answer:
    """Go from hop to hop, each with its host's leave, until one answers with a page. Raises FetchError.

    `visited` is filled on the way, since there may be no way back.
    """
    shown = hide_userinfo(url)
    async with bound_fetch(shown, batch.limits) as deadline:
        trail = start_trail(url)
        while True:
            visit = find_visit(batch, trail.url, shown)
            async with take_turn(batch, visit, deadline):
                visited[:] = [*(one for one in visited if one is not visit), visit]
                await ask_leave(batch, visit, trail.url, shown)
                async with open_response(batch.client, trail, HEADERS, batch.limits) as response:
                    if response.status_code not in REDIRECTS:
                        return await read_answer(batch, response, shown, str(trail.url))
                    take_hop(trail, response, shown, batch.limits)


def find_visit(batch: Batch, url: httpx.URL, shown: str) -> Visit:
    """Return what the batch knows of a url's host. Raises FetchError for a name that no host can have."""
    if not (host := find_host(str(url))):
        raise FetchError(shown, "leads to a host whose name is too long", permanent=True, kind="url")
    return batch.visits.setdefault(host, Visit(host))


@asynccontextmanager
async def take_turn(batch: Batch, visit: Visit, deadline: asyncio.Timeout) -> AsyncIterator[None]:
    """Wait until nothing else is asked of a host; the wait does not count against the page's deadline."""
    loop = asyncio.get_running_loop()
    left = (deadline.when() or loop.time()) - loop.time()
    deadline.reschedule(None)
    async with visit.turn, batch.places:
        deadline.reschedule(loop.time() + left)
        yield


async def ask_leave(batch: Batch, visit: Visit, url: httpx.URL, shown: str) -> None:
    """Return if the host lets us read this page. Raises FetchError of kind `robots` when it does not."""
    if visit.rules is None and visit.failure is None:
        await learn_rules(batch, visit, url)
    if isinstance(visit.failure, ForbiddenAddress):
        raise ForbiddenAddress(str(url), visit.failure.why)
    if visit.failure is not None:
        raise copy_error(visit.failure, shown, f"robots.txt of {visit.host}: {visit.failure.why}")
    assert visit.rules is not None
    if not visit.rules.allow(url):
        why = f"robots.txt of {visit.host} does not allow this page; `full_text = false` on the feed stops asking"
        raise FetchError(shown, why, permanent=True, kind="robots")


async def learn_rules(batch: Batch, visit: Visit, url: httpx.URL) -> None:
    """Take a host's robots.txt from what is kept, else from the host; that it could not be had holds for the batch."""
    text = batch.kept.get(visit.host)
    try:
        if text is None:
            visit.copy = await fetch_robots(batch.client, url, batch.now)
            text = visit.copy.text
        visit.rules = RobotsRules(text)
    except FetchError as error:
        visit.failure = error


async def read_answer(batch: Batch, response: httpx.Response, shown: str, url: str) -> Answer:
    """Return the page's bytes. Raises FetchError for every status but 200, and for what is not HTML."""
    check_status(response, shown, batch.now)
    content_type = response.headers.get("content-type")
    check_type(content_type, shown)
    decoder = BodyDecoder(shown, response.headers.get("content-encoding"), batch.limits.max_bytes)
    return Answer(url, await read_body(response, decoder), content_type)


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
    found = await batch.extractor.extract(shown, answer.body, answer.content_type)
    text, canonical = (one if isinstance(one, str) else "" for one in (found.get("text"), found.get("canonical")))
    return Page(shown, text, found.get("paywalled") is True, answer.url, canonical)


def settle_error(error: FetchError) -> FetchError:
    """Return the error, permanent where a page will not get better (feeds are polled on)."""
    return copy_error(error, error.url, error.why, permanent=True) if error.kind in SETTLED else error
