"""TLS with a real handshake: the certificate is checked against the host's name, wherever the name leads."""

import asyncio
import contextlib
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.net.fetching import ALLOW, NOW
from tests.net.messages import DIGEST, make_envelope, make_options
from tests.net.servers import answer_names, make_reply, read_request
from tests.servers.ports import find_free_port
from worker.errors import DeliveryError, FetchError
from worker.net import http, smtp_session
from worker.net.channels import send
from worker.net.fetch import FetchRequest, FetchResult, fetch_feed
from worker.net.http import open_client

CERTIFICATE = Path(__file__).parent / "secure_example.pem"


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the tests' certificate one of those the world trusts."""
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    monkeypatch.setattr(http, "share_tls_context", lambda: context)
    monkeypatch.setattr(smtp_session, "share_tls_context", lambda: context)


def make_server_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        await read_request(reader)
        writer.write(make_reply(200, b"over TLS"))
        await writer.drain()
    writer.close()


def fetch(host: str) -> FetchResult:
    """Fetch from a TLS server on loopback under this name."""

    async def run() -> FetchResult:
        server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=make_server_context())
        names = answer_names(secure_example=["127.0.0.1"], other_example=["127.0.0.1"])
        async with server, open_client(ALLOW, "Galata/test", names) as client:
            request = FetchRequest(f"https://{host}:{server.sockets[0].getsockname()[1]}/")
            return await fetch_feed(client, request, now=NOW)

    return asyncio.run(run())


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_the_name_is_accepted() -> None:
    assert fetch("secure.example").body == b"over TLS"


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("host", ["other.example", "127.0.0.1"])
def test_a_certificate_for_another_name_is_not(host: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(host)
    assert caught.value.kind == "tls"


def test_a_certificate_nobody_vouches_for_is_not() -> None:
    with pytest.raises(FetchError) as caught:
        fetch("secure.example")
    assert caught.value.kind == "tls"


class SecureSink:
    """What aiosmtpd hands its mails to."""

    def __init__(self) -> None:
        self.mails: list[object] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 # its name
        """Keep a mail that came over TLS."""
        assert server.transport is not None
        assert server.transport.get_extra_info("sslcontext") is not None
        self.mails.append(envelope.content)
        return "250 OK"


@contextlib.contextmanager
def running_secure_smtp(implicit: bool) -> Iterator[tuple[SecureSink, str]]:
    """A sink that takes mail over TLS alone, from the start or by STARTTLS; and the url to deliver to it."""
    sink, context, port = SecureSink(), make_server_context(), find_free_port()
    options: dict[str, Any] = (
        {"ssl_context": context} if implicit else {"tls_context": context, "require_starttls": True}
    )
    controller = Controller(sink, "127.0.0.1", port, **options)
    controller.start()
    try:
        yield sink, f"{'smtps' if implicit else 'smtp'}://127.0.0.1:{port}"
    finally:
        controller.stop()


@pytest.mark.parametrize("implicit", [True, False])
def test_mail_goes_over_tls_and_this_machines_own_server_needs_no_name(implicit: bool) -> None:
    with running_secure_smtp(implicit) as (sink, url):
        send(DIGEST, make_envelope(), make_options(Path("unused"), url), print)
    assert len(sink.mails) == 1


@pytest.mark.parametrize("implicit", [True, False])
def test_elsewhere_a_mail_servers_certificate_is_checked(implicit: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp_session, "is_loopback", lambda host: False)
    with running_secure_smtp(implicit) as (sink, url), pytest.raises(DeliveryError, match="certificate") as caught:
        send(DIGEST, make_envelope(), make_options(Path("unused"), url), print)
    assert (caught.value.scope, caught.value.permanent) == ("channel", True)
    assert sink.mails == []
