"""Fetching a feed: one GET with its validators, by hand through redirects, under a deadline over everything.

    request -> hop (at most 5) -> 200: the body, decoded within bounds, and what the headers say
                               -> 304: nothing new
                               -> anything else: FetchError, with `kind` and when to come back

The etiquette it keeps is listed in docs; what a server sees is asserted in tests/net/test_fetch*.py.
"""

import asyncio
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import httpx

from worker.errors import FetchError
from worker.net.decode import BodyDecoder
from worker.net.failures import KINDS, describe_status
from worker.net.headers import parse_retry_after, read_max_age, read_verbatim
from worker.net.hops import (
    REDIRECTS,
    Headers,
    Limits,
    Trail,
    bound_fetch,
    find_host,
    open_response,
    read_body,
    start_trail,
    take_hop,
)
from worker.net.http import Network, Resolver, hide_userinfo, make_user_agent, open_client

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
# What HTTP lets a header carry; a validator with anything else did not come from one.
HEADER_VALUE = re.compile("[\t\x20-\x7e\x80-\xff]+")
AT_ONCE = 16  # as in the measurements of docs/evidence.md; more gains nothing while parsing costs 30 ms a feed
PER_HOST = 2  # etiquette 24


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """A feed to fetch, with the validators of its last answer, verbatim."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    conditional: bool = True
    """False: ask without validators, because servers lie."""


@dataclass(frozen=True, slots=True)
class FetchResult:
    """A 200 or a 304. No url here carries a name or password, also where the request's did."""

    url: str
    status: int
    body: bytes | None
    """Decoded; None for 304."""
    etag: str | None
    last_modified: str | None
    """The validators to keep: those of the answer (a 304 without any leaves those sent); None if another origin gave
    it, since they would mean nothing to the one asked next time."""
    content_type: str | None
    final_url: str
    moved_to: str | None
    """Where the feed lives now, if every hop was 301 or 308 and the url carries no password."""
    retry_after: datetime | None
    max_age_seconds: int | None
    received_bytes: int
    """As sent, compressed."""
    duration_seconds: float


async def fetch_feed(
    client: httpx.AsyncClient, request: FetchRequest, *, now: datetime, limits: Limits = Limits()
) -> FetchResult:
    """Fetch one feed through the guarded client. Raises FetchError (ForbiddenAddress for what the guard refuses)."""
    started = time.monotonic()
    async with bound_fetch(hide_userinfo(request.url), limits):
        return await follow_redirects(client, request, now, limits, started)


async def follow_redirects(
    client: httpx.AsyncClient, request: FetchRequest, now: datetime, limits: Limits, started: float
) -> FetchResult:
    """Go from hop to hop until one answers."""
    trail = start_trail(request.url, request.conditional)
    while True:
        async with open_response(client, trail, make_headers(request, trail.validators), limits) as response:
            if response.status_code not in REDIRECTS:
                return await read_answer(response, request, trail, now, limits, started)
            take_hop(trail, response, hide_userinfo(request.url), limits)


def make_headers(request: FetchRequest, validators: bool) -> Headers:
    """Make the request's headers; validators go out as the bytes they came in."""
    headers = [(b"Accept", ACCEPT.encode("ascii"))]
    kept = ((b"If-None-Match", request.etag), (b"If-Modified-Since", request.last_modified))
    sendable = [(name, value) for name, value in kept if validators and value and HEADER_VALUE.fullmatch(value)]
    return headers + [(name, value.encode("latin-1")) for name, value in sendable]


async def read_answer(
    response: httpx.Response, request: FetchRequest, trail: Trail, now: datetime, limits: Limits, started: float
) -> FetchResult:
    """Turn the last hop's response into a result. Raises FetchError for every status but 200 and 304."""
    shown = hide_userinfo(request.url)
    check_status(response, request, trail, now)
    decoder = BodyDecoder(shown, response.headers.get("content-encoding"), limits.max_bytes)
    body = await read_body(response, decoder) if response.status_code == 200 else None
    etag, last_modified = choose_validators(response, request, trail)
    final_url = str(trail.url)
    moved = trail.hops > 0 and trail.permanent and shown == request.url
    return FetchResult(
        url=shown,
        status=response.status_code,
        body=body,
        etag=etag,
        last_modified=last_modified,
        content_type=read_verbatim(response.headers, "content-type"),
        final_url=final_url,
        moved_to=final_url if moved else None,
        retry_after=parse_retry_after(response.headers.get("retry-after"), now),
        max_age_seconds=read_max_age(response.headers, now),
        received_bytes=decoder.received_bytes,
        duration_seconds=time.monotonic() - started,
    )


def choose_validators(response: httpx.Response, request: FetchRequest, trail: Trail) -> tuple[str | None, str | None]:
    """Return the validators (etag, last-modified) that may be sent to the request's url next time."""
    if trail.crossed:
        return None, None
    etag, modified = (read_verbatim(response.headers, name) for name in ("etag", "last-modified"))
    if response.status_code == 304:
        return etag or request.etag, modified or request.last_modified
    return etag, modified


def check_status(response: httpx.Response, request: FetchRequest, trail: Trail, now: datetime) -> None:
    """Raise FetchError for what is neither 200 nor a 304 that was asked for."""
    status = response.status_code
    asked = trail.validators and bool(request.etag or request.last_modified)
    if status == 200 or (status == 304 and asked):
        return
    kind = KINDS.get(status, "server" if status >= 500 else "status")
    why = "answers 304 although it was asked without validators" if status == 304 else describe_status(response)
    raise FetchError(
        hide_userinfo(request.url),
        why,
        permanent=status == 410,
        status=status,
        retry_after=parse_retry_after(response.headers.get("retry-after"), now),
        kind=kind,
    )


async def fetch_many(
    requests: Sequence[FetchRequest],
    *,
    now: datetime,
    allow: Iterable[str | Network] = (),
    user_agent: str | None = None,
    limits: Limits = Limits(),
    at_once: int = AT_ONCE,
    per_host: int = PER_HOST,
    resolver: Resolver | None = None,
) -> list[FetchResult | FetchError]:
    """Fetch all, at most `at_once` together and `per_host` of one host; results or errors in the order of requests.

    Opens one client for the batch and closes it. Waiting for a turn does not count against a feed's deadline.
    """
    places, hosts = asyncio.Semaphore(at_once), defaultdict[str, asyncio.Semaphore](lambda: asyncio.Semaphore(per_host))

    async def fetch_one(client: httpx.AsyncClient, request: FetchRequest) -> FetchResult | FetchError:
        async with hosts[find_host(request.url)], places:
            try:
                return await fetch_feed(client, request, now=now, limits=limits)
            except FetchError as error:
                return error
            except Exception as error:  # a bad feed never stops the others
                return FetchError(hide_userinfo(request.url), f"{type(error).__name__}: {error}", kind="internal")

    async with open_client(allow, user_agent or make_user_agent(), resolver) as client:
        return list(await asyncio.gather(*(fetch_one(client, request) for request in requests)))
