"""What can go wrong on the way to a feed or a page, put into our one error: which part failed, and never a password."""

import socket
import ssl

import httpx

from worker.errors import FetchError

KINDS = {401: "forbidden_by_server", 403: "forbidden_by_server", 404: "not_found", 410: "gone", 429: "rate_limited"}
"""Kinds of FetchError by status; of others, 5xx is `server` and the rest `status`.

Without a status: timeout, dns, tls, connect, network (broke off), url, redirect, forbidden, encoding, too_large; of
pages also robots, content_type, extract.
"""


def redirect_error(shown: str, response: httpx.Response, why: str) -> FetchError:
    """Make the error for a redirect that is not followed."""
    return FetchError(shown, why, status=response.status_code, kind="redirect")


def url_error(shown: str, error: Exception) -> FetchError:
    """Make the error for a url that nobody can fetch as it stands."""
    why = " ".join(str(error).split())[:200]
    return FetchError(shown, f"is not a web address that can be fetched: {why}", kind="url", permanent=True)


def copy_error(error: FetchError, url: str, why: str, *, permanent: bool = False) -> FetchError:
    """Return an error of the same kind about another url."""
    return FetchError(
        url,
        why,
        permanent=permanent or error.permanent,
        status=error.status,
        retry_after=error.retry_after,
        kind=error.kind,
    )


def describe_status(response: httpx.Response) -> str:
    """Name the status; the phrase is HTTP's own, since a server may write anything there."""
    phrase = httpx.codes.get_reason_phrase(response.status_code)
    return f"answers {response.status_code} {phrase}".rstrip()


def translate_error(shown: str, error: Exception) -> FetchError:
    """Turn what httpx raises into our one error, and say which part of the way failed."""
    causes = list_causes(error)
    why = " ".join(str(error).split())[:200] or type(error).__name__
    location = isinstance(error, httpx.RemoteProtocolError) and "location header" in why
    if location or isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | UnicodeError):
        # httpx reads the Location although it is told not to follow it, and breaks on some.
        return FetchError(shown, "redirects to an address that cannot be read", kind="redirect")
    if isinstance(error, httpx.TimeoutException):
        return FetchError(shown, f"no answer in time ({type(error).__name__})", kind="timeout")
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return FetchError(shown, f"TLS failed: {why}", kind="tls")
    if any(isinstance(cause, socket.gaierror | UnicodeError) for cause in causes):
        return FetchError(shown, why, kind="dns")
    if isinstance(error, httpx.ConnectError):
        return FetchError(shown, f"no connection: {why}", kind="connect")
    return FetchError(shown, f"the connection broke off: {why}")


def list_causes(error: BaseException) -> list[BaseException]:
    """List an error and what it came from."""
    chain: list[BaseException] = []
    step: BaseException | None = error
    while step is not None and step not in chain:
        chain.append(step)
        step = step.__cause__ or step.__context__
    return chain
