"""The guarded client: the one way by which urls that people or feeds supply are fetched.

It resolves a name itself, checks every address the name has, and connects to an address it has checked, so that a
name which answers differently the second time (DNS rebinding) gains nothing. No proxies from the environment, no
cookies, no redirects of its own accord: who follows one does so by hand, and each hop passes here again.
"""

import asyncio
import logging
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

import certifi
import httpcore
import httpx

from worker import __version__
from worker.errors import ForbiddenAddress

Network = IPv4Network | IPv6Network
Resolver = Callable[[str], Awaitable[Sequence[str]]]
"""A host name to its addresses; raises OSError when it has none."""

# All of IPv6 that IANA has given out as global unicast. Everything that wraps, maps or retires an IPv4 address lies
# outside it (::127.0.0.1, ::ffff:127.0.0.1, fec0::1), although ipaddress calls part of that global.
GLOBAL_UNICAST = ip_network("2000::/3")
# NAT64 (RFC 6052): what an IPv6-only host is told for an IPv4-only outlet; judged by the IPv4 address inside.
NAT64 = ip_network("64:ff9b::/96")
# Inside global unicast, and yet no outlet lives there; ipaddress of Python 3.11 calls them global.
NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "2002::/16",  # 6to4: carries any IPv4 address, 2002:7f00:1:: is 127.0.0.1
            "2001::/23",  # Teredo, ORCHID and other protocol assignments
            "3fff::/20",  # documentation (RFC 9637)
            "192.88.99.0/24",  # 6to4 relays, withdrawn (RFC 7526)
        ),
    )
)
# An address that does not answer may not eat the time of the next: a name rarely has more than two of each family.
MAX_ADDRESSES = 4


class RefusedAddressError(Exception):
    """Between the backend, which knows the host, and the transport, which knows the url."""


def is_allowed(address: str, allow: Iterable[str | Network]) -> bool:
    """Tell whether the client may connect to `address`: globally reachable unicast, or within a CIDR of `allow`."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if any(ip in ip_network(str(network), strict=False) for network in allow):
        return True
    if isinstance(ip, IPv6Address):
        if ip in NAT64:
            return is_allowed(str(ip_address(int(ip) & 0xFFFFFFFF)), ())
        if ip not in GLOBAL_UNICAST:
            return False
    refused = ip.is_multicast or ip.is_reserved or any(ip in network for network in NOT_PUBLIC)
    return ip.is_global and not refused


async def resolve_host(host: str) -> list[str]:
    """Ask the system for a host's addresses, in the order it prefers them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedStream(httpcore.AsyncNetworkStream):
    """httpcore's stream, closed also when a deadline ends its TLS handshake: httpcore 1.0.9 leaves that socket open."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self.read, self.write, self.aclose = inner.read, inner.write, inner.aclose  # type: ignore[method-assign]  # passed through
        self.get_extra_info = inner.get_extra_info  # type: ignore[method-assign]  # as well

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        """Shake hands, or close."""
        try:
            return await self._inner.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            await self._inner.aclose()
            raise


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections for httpcore, to checked addresses only. TLS still verifies the host's name.

    Local sockets stay unopened: the base class refuses them.
    """

    def __init__(self, allow: Iterable[str | Network], resolver: Resolver) -> None:
        self._allow = tuple(ip_network(str(network), strict=False) for network in allow)
        self._resolver = resolver
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Resolve, check, connect; the addresses share `timeout`, so that a dead one leaves time for the next."""
        ends = time.monotonic() + timeout if timeout is not None else None
        addresses = await self._find_addresses(host, timeout)
        for left in range(len(addresses), 0, -1):
            share = None if ends is None else max(0.0, ends - time.monotonic()) / left
            try:
                address = addresses[-left]
                stream = await self._inner.connect_tcp(address, port, share, local_address, socket_options)
                return GuardedStream(stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if left == 1:
                    raise
        raise AssertionError("a host without addresses was let through")

    async def sleep(self, seconds: float) -> None:
        """Wait between httpcore's own retries."""
        await asyncio.sleep(seconds)

    async def _find_addresses(self, host: str, timeout: float | None) -> list[str]:  # noqa: ASYNC109 - passed through
        try:
            async with asyncio.timeout(timeout):
                addresses = list(await self._resolver(host))
            if not addresses:
                raise socket.gaierror(socket.EAI_NONAME, "the name has no address")
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"the name {host} was not resolved in time") from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} was not resolved: {error}") from error
        for address in addresses:
            if not is_allowed(address, self._allow):
                raise RefusedAddressError(address)
        return addresses[:MAX_ADDRESSES]


class GuardedTransport(httpx.AsyncHTTPTransport):
    """httpx's own transport (for its error mapping) over a pool that connects through the guarded backend."""

    def __init__(self, allow: Iterable[str | Network], resolver: Resolver) -> None:
        super().__init__(verify=share_tls_context(), trust_env=False)
        # httpx has no parameter for a backend. tests/net/test_http.py fails if a later httpx ignores this pool.
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=share_tls_context(),
            network_backend=GuardedBackend(allow, resolver),
            max_connections=100,
            max_keepalive_connections=20,
            keepalive_expiry=5.0,
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; raises ForbiddenAddress when its host has an address that is not allowed."""
        try:
            return await super().handle_async_request(request)
        except RefusedAddressError as refused:
            why = f"leads to {refused}, which is not a public address; list it in GALATA_HTTP_ALLOW if it is meant"
            raise ForbiddenAddress(hide_userinfo(str(request.url)), why) from None


def open_client(allow: Iterable[str | Network], user_agent: str, resolver: Resolver | None = None) -> httpx.AsyncClient:
    """Open the guarded client; close it where the event loop ends. Opened after a fork, one per process or batch.

    `allow`: CIDRs that may be reached although they are not public.
    """
    # httpx logs every url at INFO, and a webhook's url is a secret.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return httpx.AsyncClient(
        transport=GuardedTransport(allow, resolver or resolve_host),
        headers={"User-Agent": user_agent, "Accept-Encoding": "gzip"},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=httpx.Timeout(30, connect=10),
        follow_redirects=False,
        trust_env=False,
    )


@cache
def share_tls_context() -> ssl.SSLContext:
    """Make the TLS context once: 30 ms, half of what a client of its own per request costs (docs/evidence.md)."""
    return ssl.create_default_context(cafile=certifi.where())


def make_user_agent(contact: str | None = None) -> str:
    """Say who polls, stable but for the version: `Galata/0.1.0 (+https://example.org/about)`."""
    name = f"Galata/{__version__}"
    return f"{name} (+{contact})" if contact else name


def check_url(url: httpx.URL) -> httpx.URL:
    """Return the url if it can be fetched: http or https, with a host and a port that exists. Raises InvalidURL.

    Two things pass httpx and break later: ports beyond 65535, and `xn--` names that stand for nothing.
    """
    try:
        host = url.host
    except UnicodeError as error:
        raise httpx.InvalidURL(f"the host name cannot be read: {error}") from None
    if url.scheme not in ("http", "https") or not host:
        raise httpx.InvalidURL("only http:// and https:// are fetched")
    if not 0 < (url.port or 80) <= 65535:
        raise httpx.InvalidURL(f"there is no port {url.port}")
    return url


def hide_userinfo(url: str) -> str:
    """Return the url without the name and password it may carry; a url that cannot be read is not shown past them."""
    try:
        parsed = httpx.URL(url)
        return str(parsed.copy_with(username=None, password=None)) if parsed.userinfo else url
    except httpx.InvalidURL:
        return url.rsplit("@", 1)[-1]
