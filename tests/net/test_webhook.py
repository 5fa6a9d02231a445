"""Webhooks, seen from the receiver: signed, recognisable, and never sent where they should not go."""

import base64
import hashlib
import hmac
import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.net.messages import CREATED, DIGEST, HOSTILE
from tests.net.servers import SeenRequest, WebServer, make_drip, make_reply, running_server
from worker.errors import DeliveryError
from worker.net.channels import ChannelOptions, Envelope, send
from worker.news.message import Message

KEY = bytes(range(24))
SECRET = "whsec_" + base64.b64encode(KEY).decode()


def post(
    url: str, message: Message = DIGEST, message_id: str = "alert-1", secret: str | None = SECRET, timeout: float = 5
) -> str:
    def no_phase(phase: str) -> None:
        raise AssertionError("a webhook may be sent twice: nothing to record")

    options = ChannelOptions(None, "a@example.org", Path("unused"), ["127.0.0.1/32"], secret, timeout)
    return send(message, Envelope(f"webhook+{url}", message_id), options, no_phase)


def fail(url: str, **options: float) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        post(url, **options)  # type: ignore[arg-type]
    assert not caught.value.uncertain
    assert "t0ken" not in str(caught.value)
    return caught.value


def verify(seen: SeenRequest, key: bytes) -> None:
    """What a receiver's Standard Webhooks library does."""
    signed = b".".join((seen.headers["webhook-id"], seen.headers["webhook-timestamp"], seen.body))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    assert seen.headers["webhook-signature"] == b"v1," + expected
    assert abs(int(seen.headers["webhook-timestamp"]) - time.time()) < 60


def test_a_message_arrives_signed(server: WebServer) -> None:
    server.replies["/t0ken"] = make_reply(204)
    receipt = post(server.url("/t0ken"))
    assert receipt == f"http://127.0.0.1:{server.port} answered 204"
    [seen] = server.requests
    assert (seen.method, seen.headers["content-type"]) == ("POST", b"application/json")
    assert seen.headers["webhook-id"] == b"alert-1"
    verify(seen, KEY)
    content = json.loads(seen.body)
    assert (content["type"], content["timestamp"]) == ("galata.digest", CREATED.isoformat())
    assert content["data"]["sections"][0]["blocks"][0]["headline"] == "İzmir ile Ancona arasında yeni feribot hattı"
    assert content["data"]["sections"][0]["blocks"][0]["lines"][0]["marks"] == [[4, 11]]


def test_a_known_answer_of_the_signature() -> None:
    """The example of the Standard Webhooks specification."""
    from worker.net.webhook import make_headers

    moment = datetime.fromtimestamp(1614265330, UTC)
    headers = make_headers(
        "msg_p5jXN8AQM9LWM0D4loKWxJek", moment, b'{"test": 2432232314}', "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    )
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_may_be_any_text_or_none(server: WebServer) -> None:
    server.replies["/"] = make_reply(200)
    post(server.url(), secret="açık sır")
    verify(server.requests[0], "açık sır".encode())
    post(server.url(), secret=None)
    assert "webhook-signature" not in server.requests[1].headers


def test_a_broken_secret_is_the_channels_fault(server: WebServer) -> None:
    with pytest.raises(DeliveryError, match="GALATA_WEBHOOK_SECRET") as caught:
        post(server.url(), secret="whsec_not base64")
    assert (caught.value.scope, caught.value.permanent) == ("channel", True)
    assert "not base64" not in str(caught.value).replace("is not base64 after it", "")


@pytest.mark.parametrize("message_id", ["alert:1.2", "a b", "ığ", "a\r\nX-Evil: 1", ""])
def test_ids_that_a_header_cannot_carry_are_hashed_the_same_each_time(server: WebServer, message_id: str) -> None:
    server.replies["/"] = make_reply(200)
    for _ in range(2):
        post(server.url(), message_id=message_id)
    first, second = (seen.headers["webhook-id"] for seen in server.requests)
    assert first == second
    assert first.startswith(b"msg_")
    assert "x-evil" not in server.requests[0].headers
    verify(server.requests[0], KEY)


def test_half_a_surrogate_pair_of_a_feed_can_be_sent(server: WebServer) -> None:
    server.replies["/"] = make_reply(200)
    post(server.url(), HOSTILE)
    assert json.loads(server.requests[0].body)["data"]["subject"] == HOSTILE.subject


@pytest.mark.parametrize(
    ("status", "scope", "permanent"),
    [
        (301, "recipient", False),
        (302, "recipient", False),
        (400, "message", False),
        (404, "recipient", False),
        (410, "recipient", True),
        (413, "message", False),
        (500, "recipient", False),
    ],
)
def test_other_answers_are_failures(server: WebServer, status: int, scope: str, permanent: bool) -> None:
    server.replies["/t0ken"] = make_reply(status, b"", "Location: /elsewhere", "Retry-After: 9")
    error = fail(server.url("/t0ken"))
    assert (error.scope, error.permanent, error.retry_after) == (scope, permanent, None)
    assert str(status) in str(error)
    assert [seen.path for seen in server.requests] == ["/t0ken"], "redirects are not followed"


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_receiver_says_when_to_return(server: WebServer, status: int) -> None:
    server.replies["/t0ken"] = make_reply(status, b"", "Retry-After: 120")
    retry_after = fail(server.url("/t0ken")).retry_after
    assert retry_after is not None
    assert timedelta(seconds=100) < retry_after - datetime.now(UTC) <= timedelta(seconds=120)


def test_lost_and_slow_answers_are_tried_again(server: WebServer) -> None:
    server.replies |= {"/lost/t0ken": b"", "/slow/t0ken": make_drip(b"", b"")}
    assert not fail(server.url("/lost/t0ken")).permanent
    assert not fail(server.url("/slow/t0ken"), timeout=0.3).permanent
    assert not fail("http://127.0.0.1:9/t0ken").permanent
    assert len(server.requests) == 2


def test_an_endless_answer_is_not_waited_for(server: WebServer) -> None:
    server.replies["/"] = make_drip(b"HTTP/1.1 200 OK\r\n\r\n", b"a" * 1000)
    assert "200" in post(server.url(), timeout=3)


def test_forbidden_addresses_get_nothing() -> None:
    with running_server("127.0.0.2") as inside:
        error = fail(inside.url("/t0ken"))
        assert not error.permanent, "whoever runs it may open the network, and the message goes"
        assert "GALATA_HTTP_ALLOW" in str(error)
        assert inside.connections == 0


def test_a_name_and_password_go_into_a_header_and_no_error(server: WebServer) -> None:
    server.replies["/ok"] = make_reply(200)
    post(server.url("/ok").replace("://", "://anna:t0ken@"))
    assert server.requests[0].headers["authorization"] == b"Basic " + base64.b64encode(b"anna:t0ken")
    fail(server.url("/missing").replace("://", "://anna:t0ken@"))


@pytest.mark.parametrize(
    "url", ["http://[::1/t0ken", "http:///t0ken", "https://x.example:99999/t0ken", "http://xn--a/t0ken"]
)
def test_addresses_that_cannot_be_read_are_refused_for_good(url: str) -> None:
    assert fail(url).permanent
