"""From a url to the response that answers: one hop after another by hand, under a deadline over everything.

Feeds, pages and robots.txt are fetched so. Each hop passes the guarded client; a redirect to another origin takes
neither validators nor credentials along.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

from worker.errors import FetchError, ForbiddenAddress
from worker.net.decode import BodyDecoder
from worker.net.failures import redirect_error, translate_error, url_error
from worker.net.http import check_url, hide_userinfo

Headers = list[tuple[bytes, bytes]]
MOVED = frozenset({301, 308})
MAX_HOST = 253
"""Bytes of the longest name that the DNS can hold."""
REDIRECTS = MOVED | {302, 303, 307}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost; a redirect chain shares it."""

    max_bytes: int = 5 * 1024 * 1024
    """Of the body, as sent and as decoded. A thousand feeds measured 59 MB together: 59 KB is usual."""
    total_seconds: float = 30
    connect_seconds: float = 10
    max_redirects: int = 5


@dataclass(slots=True)
class Trail:
    """Where a fetch stands between its hops."""

    url: httpx.URL
    auth: tuple[str, str] | None
    validators: bool
    permanent: bool = True
    crossed: bool = False
    """Another origin was entered: neither validators nor credentials belong there."""
    hops: int = 0


@asynccontextmanager
async def bound_fetch(shown: str, limits: Limits) -> AsyncIterator[asyncio.Timeout]:
    """End what is inside at the deadline, and turn all that can go wrong into FetchError about this url.

    ForbiddenAddress stays one. Hands out the deadline, so that what is no fault of the server need not count.
    """
    try:
        async with asyncio.timeout(limits.total_seconds) as deadline:
            yield deadline
    except ForbiddenAddress as error:
        raise (
            error if error.url == shown else ForbiddenAddress(shown, f"redirects to {error.url}: {error.why}")
        ) from None
    except TimeoutError:
        why = f"did not answer in full within {limits.total_seconds:g} s"
        raise FetchError(shown, why, kind="timeout") from None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        raise translate_error(shown, error) from error


def start_trail(url_text: str, validators: bool = False) -> Trail:
    """Read the url; a name and password in it become credentials, and the url goes on without them."""
    try:
        url = check_url(httpx.URL(url_text))
    except httpx.InvalidURL as error:
        raise url_error(hide_userinfo(url_text), error) from None
    auth = (url.username, url.password) if url.userinfo else None
    return Trail(url.copy_with(username=None, password=None, fragment=None), auth, validators)


def take_hop(trail: Trail, response: httpx.Response, shown: str, limits: Limits) -> None:
    """Move the trail to where a redirect points. Raises FetchError when that is nowhere, too far, or unsafe."""
    location = response.headers.get("location", "")
    if not location:
        raise redirect_error(shown, response, "redirects without saying where to")
    if trail.hops >= limits.max_redirects:
        raise redirect_error(shown, response, f"redirects more than {limits.max_redirects} times")
    target = read_target(trail.url, location, shown, response)
    if name_origin(target) != name_origin(trail.url):
        trail.crossed, trail.auth, trail.validators = True, None, False
    trail.permanent = trail.permanent and response.status_code in MOVED
    trail.url, trail.hops = target.copy_with(fragment=None), trail.hops + 1


def read_target(url: httpx.URL, location: str, shown: str, response: httpx.Response) -> httpx.URL:
    """Return where a Location leads. Raises FetchError when it cannot be fetched, or would hand over a password."""
    try:
        target = check_url(url.join(location))
    except httpx.InvalidURL as error:
        raise redirect_error(shown, response, f"redirects to {hide_userinfo(location)[:200]!r}: {error}") from None
    if target.userinfo:
        raise redirect_error(shown, response, "redirects to an address with a name and password, which is not followed")
    return target


def name_origin(url: httpx.URL) -> tuple[str, bytes, int | None]:
    """Return what two urls share that may share credentials and validators."""
    return url.scheme, url.raw_host, url.port


@asynccontextmanager
async def open_response(
    client: httpx.AsyncClient, trail: Trail, headers: Headers, limits: Limits
) -> AsyncIterator[httpx.Response]:
    """Send one hop's request and hand out the response before its body is read."""
    async with client.stream(
        "GET",
        trail.url,
        headers=headers,
        auth=trail.auth,
        follow_redirects=False,
        timeout=httpx.Timeout(limits.total_seconds, connect=limits.connect_seconds),
    ) as response:
        yield response


async def read_body(response: httpx.Response, decoder: BodyDecoder) -> bytes:
    """Read the body as sent, and decode it within bounds."""
    async for chunk in response.aiter_raw():
        decoder.feed(chunk)
    return decoder.finish()


def find_host(url: str) -> str:
    """Return what a url's turn and robots.txt go by; "" when it is no web address, or its host's name is too long.

    The host in lower case and IDNA form, with its port if that is not the scheme's own: http and https of a host are
    one outlet. Never raises.
    """
    try:
        host = check_url(httpx.URL(url)).netloc.decode("ascii").lower()
    except (httpx.InvalidURL, ValueError):
        return ""
    return host if len(host) <= MAX_HOST else ""
