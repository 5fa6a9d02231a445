"""Who may come in: the token's bearer; without a token, this machine by its own names."""

import base64
import socket

import httpx
import pytest

from config import ConfigError
from config.settings import Settings
from db.session import Database
from tests.web.conftest import serve
from worker.web.gate import is_ours, is_token
from worker.web.listen import name_address, open_listener

TOKEN = "a long token: ğüş"


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def test_a_token_opens_what_is_closed_without_it(
    settings_env: pytest.MonkeyPatch, sqlite_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    token = "a-long-token"
    with serve(sqlite_database, web_host="0.0.0.0", web_token=token) as client:
        for path in ("/live", "/ready"):
            assert client.get(path).status_code == 200
        refused = client.get("/metrics")
        assert refused.status_code == 401
        assert refused.headers["www-authenticate"].startswith("Basic ")
        assert client.get("/nothing").status_code == 401, "what there is not is not told either"
        for given in (f"Bearer {token}", basic("anybody", token)):
            answer = client.get("/metrics", headers={"Authorization": given, "Host": "galata.example.org"})
            assert answer.status_code == 200
            assert token not in answer.text
        assert client.get("/metrics", headers={"Authorization": "Bearer a-long-toke"}).status_code == 401
    assert token not in caplog.text


@pytest.mark.parametrize(
    ("header", "right"),
    [
        (f"Bearer {TOKEN}", True),
        (f"bearer  {TOKEN} ", True),
        (basic("", TOKEN), True),
        (basic("user", TOKEN), True),
        (basic(TOKEN, ""), False),
        ("", False),
        ("Bearer", False),
        ("Bearer ", False),
        (TOKEN, False),
        (f"Digest {TOKEN}", False),
        (f"Bearer {TOKEN}x", False),
        ("Basic not-base64", False),
        ("Basic /////w==", False),
    ],
)
def test_headers_that_bring_the_token(header: str, right: bool) -> None:
    assert is_token(header, TOKEN) is right


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8420", True),
        ("localhost", True),
        ("[::1]:8420", True),
        ("news.example.org", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("", False),
        ("[", False),
    ],
)
def test_names_of_this_place(host: str, ours: bool) -> None:
    assert is_ours(host, {"news.example.org"}) is ours


def test_without_a_token_a_foreign_name_is_refused(client: httpx.Client) -> None:
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", headers={"Host": "evil.example"}).status_code == 421
    assert client.get("/live", headers={"Host": "evil.example"}).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "galata.example.org"])
@pytest.mark.parametrize("token", [None, ""])
def test_other_machines_come_in_by_a_token_alone(
    settings_env: pytest.MonkeyPatch, host: str, token: str | None
) -> None:
    with pytest.raises(ConfigError, match=r"GALATA_WEB_HOST: .* set GALATA_WEB_TOKEN"):
        open_listener(Settings.model_validate({"web_host": host, "web_token": token}))


def test_a_taken_port_is_named_with_the_mend(settings_env: pytest.MonkeyPatch) -> None:
    with open_listener(Settings(web_port=0)) as holder:
        port = holder.getsockname()[1]
        with pytest.raises(ConfigError, match=f"GALATA_WEB_PORT: {port} at 127.0.0.1 is taken; stop who holds it"):
            open_listener(Settings(web_port=port))


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_ipv6_is_an_address_like_others(settings_env: pytest.MonkeyPatch) -> None:
    with open_listener(Settings(web_host="::1", web_port=0)) as listener:
        assert name_address(listener) == f"http://[::1]:{listener.getsockname()[1]}/"
