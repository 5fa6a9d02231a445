"""The webhook channel: the message as JSON, signed as Standard Webhooks says, through the guarded client.

`webhook+https://example.org/hook` gets a POST with webhook-id, webhook-timestamp and, if a secret is set,
webhook-signature. The id is the same on every attempt, so a receiver recognises a second arrival, and a connection lost
halfway is simply tried again. A webhook's path is often its password: errors name scheme and host alone.
"""

import asyncio
import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Literal

import httpx

from worker.errors import DeliveryError, ForbiddenAddress
from worker.net.channels import ChannelOptions, Envelope, Send
from worker.net.failures import translate_error
from worker.net.headers import parse_retry_after
from worker.net.http import check_url, make_user_agent, open_client
from worker.news.message import Message

COME_BACK = (429, 503)  # where Retry-After is defined to count
OF_THE_MESSAGE = (400, 413, 422)  # what cannot be read or is too large says nothing of the next one


@contextmanager
def open_channel(options: ChannelOptions) -> Iterator[Send]:
    """Post messages one after another. A second arrival is recognised, so no phase is told."""
    yield lambda message, envelope, _on_phase: post_message(message, envelope, options)


def post_message(message: Message, envelope: Envelope, options: ChannelOptions) -> str:
    """Post the message; return the answer's status. Not for use inside an event loop.

    Raises DeliveryError: permanent for 410, and for addresses that cannot be read.
    """
    url = read_url(envelope.to)
    now = datetime.now(UTC)
    body = make_body(message)
    headers = make_headers(envelope.message_id, now, body, options.webhook_secret)
    response = asyncio.run(post(url, body, headers, options))
    check_status(response, url, now)
    return f"{name_host(url)} answered {response.status_code}"


def read_url(address: str) -> httpx.URL:
    """Return the url of a `webhook+https:` address. Raises DeliveryError (permanent)."""
    try:
        return check_url(httpx.URL(address.partition("+")[2]))
    except httpx.InvalidURL as error:
        why = f"a webhook's address cannot be read ({error}); write webhook+https://host/path"
        raise DeliveryError(why, scope="recipient", permanent=True) from None


def make_body(message: Message) -> bytes:
    """Return the JSON: type, timestamp (of the message) and data, which is the message field by field."""
    timestamp = message.created_at.isoformat() if message.created_at else None
    data = asdict(message) | {"created_at": timestamp}
    content = {"type": f"galata.{message.kind}", "timestamp": timestamp, "data": data}
    # ASCII escapes keep half a surrogate pair from a feed representable.
    return json.dumps(content, separators=(",", ":")).encode("ascii")


def make_headers(message_id: str, now: datetime, body: bytes, secret: str | None) -> dict[str, str]:
    """Return the Standard Webhooks headers; the signature covers id, time and body."""
    identity, moment = make_header_id(message_id), str(int(now.timestamp()))
    headers = {"content-type": "application/json", "webhook-id": identity, "webhook-timestamp": moment}
    if secret:
        signed = b".".join((identity.encode(), moment.encode(), body))
        digest = hmac.new(read_secret(secret), signed, hashlib.sha256).digest()
        headers["webhook-signature"] = f"v1,{base64.b64encode(digest).decode()}"
    return headers


def make_header_id(message_id: str) -> str:
    """Return the id as a header may carry it; a dot separates what is signed, so an id has none."""
    plain = all(character.isascii() and character.isprintable() and character not in ". " for character in message_id)
    return message_id if plain and message_id else f"msg_{hashlib.sha256(message_id.encode()).hexdigest()[:32]}"


def read_secret(secret: str) -> bytes:
    """Return the key: base64 after `whsec_`, as the standard writes it, or the text itself."""
    if not secret.startswith("whsec_"):
        return secret.encode("utf-8")
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error:
        why = "GALATA_WEBHOOK_SECRET begins with whsec_ but is not base64 after it; copy it again, whole"
        raise DeliveryError(why, scope="channel", permanent=True) from None


async def post(url: httpx.URL, body: bytes, headers: dict[str, str], options: ChannelOptions) -> httpx.Response:
    """Send the request and return its head; the answer's body is not read, since nothing depends on it."""
    auth = (url.username, url.password) if url.userinfo else None
    target = url.copy_with(username=None, password=None, fragment=None)
    try:
        async with (
            asyncio.timeout(options.timeout_seconds),
            open_client(options.http_allow, make_user_agent()) as client,
            client.stream("POST", target, content=body, headers=headers, auth=auth) as response,
        ):
            return response
    except ForbiddenAddress as error:
        # The setting that opens it, or the name's address, may be mended: worth another try, unlike a 410.
        raise DeliveryError(f"{name_host(url)}: {error.why}", scope="recipient") from None
    except TimeoutError:
        why = f"{name_host(url)}: no answer within {options.timeout_seconds:g} s"
        raise DeliveryError(why, scope="recipient") from None
    except httpx.HTTPError as error:
        raise DeliveryError(str(translate_error(name_host(url), error)), scope="recipient") from None


def check_status(response: httpx.Response, url: httpx.URL, now: datetime) -> None:
    """Raise DeliveryError for all but 2xx. A redirect is a failure: it would take the message to who knows where."""
    status = response.status_code
    if 200 <= status <= 299:
        return
    retry_after = parse_retry_after(response.headers.get("retry-after"), now) if status in COME_BACK else None
    mend = "; redirects are not followed, write the final address" if 300 <= status <= 399 else ""
    why = f"{name_host(url)} answered {status}{mend}"
    scope: Literal["message", "recipient"] = "message" if status in OF_THE_MESSAGE else "recipient"
    raise DeliveryError(why, scope=scope, permanent=status == 410, retry_after=retry_after)


def name_host(url: httpx.URL) -> str:
    """Return what errors may show of a webhook."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
