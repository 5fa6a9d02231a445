"""The guarded client: which addresses it goes to, and that it goes nowhere else whatever a name resolves to."""

import asyncio
import logging
import socket
import ssl
from pathlib import Path

import httpx
import pytest

from tests.net.servers import answer_names, make_reply, one_connection, running_server
from worker.errors import ForbiddenAddress
from worker.net.http import hide_userinfo, is_allowed, make_user_agent, open_client, share_tls_context

PUBLIC = ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:4001:81b::200e", "64:ff9b::101:101"]
FORBIDDEN = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.254",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.1.2.3",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::101:101",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "not an address",
    "",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_allowed(address, ())


@pytest.mark.parametrize("address", FORBIDDEN)
def test_other_addresses_are_refused(address: str) -> None:
    assert not is_allowed(address, ())


def test_a_cidr_admits_what_lies_in_it_and_nothing_else() -> None:
    assert is_allowed("127.0.0.1", ["127.0.0.1/32"])
    assert is_allowed("fd00::5", ["10.0.0.0/8", "fd00::/8"])
    assert not is_allowed("127.0.0.2", ["127.0.0.1/32"])
    assert not is_allowed("::ffff:127.0.0.1", ["127.0.0.1/32"])


def fetch(url: str, allow: list[str], **names: list[str]) -> httpx.Response:
    async def get() -> httpx.Response:
        async with open_client(allow, "Galata/test", answer_names(**names)) as client:
            return await client.get(url)

    return asyncio.run(get())


def test_an_allowed_address_is_fetched_under_its_own_name() -> None:
    with running_server() as server:
        server.replies["/feed"] = make_reply(200, b"hello")
        response = fetch(server.url("/feed", "feeds.example"), ["127.0.0.1/32"], feeds_example=["127.0.0.1"])
        assert response.text == "hello"
        assert server.requests[0].headers["host"] == f"feeds.example:{server.port}".encode()
        assert server.requests[0].headers["user-agent"] == b"Galata/test"
        assert server.requests[0].headers["accept-encoding"] == b"gzip"


def test_a_name_with_a_forbidden_address_gets_no_connection() -> None:
    with running_server("127.0.0.2") as server:
        with pytest.raises(ForbiddenAddress, match=r"127\.0\.0\.2.*GALATA_HTTP_ALLOW") as caught:
            fetch(server.url("/", "feeds.example"), ["127.0.0.1/32"], feeds_example=["127.0.0.2"])
        assert caught.value.permanent
        assert caught.value.url == server.url("/", "feeds.example")
        assert server.connections == 0


def test_one_forbidden_address_among_others_refuses_the_name() -> None:
    with running_server() as server:
        with pytest.raises(ForbiddenAddress):
            fetch(server.url("/", "x.example"), ["127.0.0.1/32"], x_example=["127.0.0.1", "127.0.0.2"])
        assert server.connections == 0


@pytest.mark.parametrize("host", ["127.0.0.2", "[::1]", "localhost", "[::ffff:7f00:1]"])
def test_loopback_is_refused_by_the_systems_resolver(host: str) -> None:
    async def get() -> None:
        async with open_client((), "Galata/test") as client:
            await client.get(f"http://{host}:9/")

    with pytest.raises(ForbiddenAddress):
        asyncio.run(get())


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1"])
def test_loopback_is_refused_however_it_is_written(host: str) -> None:
    async def read_as_the_system_does(name: str) -> list[str]:
        return [socket.inet_ntoa(socket.inet_aton(name))]

    async def get() -> None:
        async with open_client((), "Galata/test", read_as_the_system_does) as client:
            await client.get(f"http://{host}:9/")

    with pytest.raises(ForbiddenAddress, match=r"leads to 127\.0\.0\.1"):
        asyncio.run(get())


def test_a_name_that_changes_its_address_is_checked_each_time() -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])

    async def rebind(host: str) -> list[str]:
        return next(answers)

    async def get_twice(url: str) -> None:
        async with open_client(["127.0.0.1/32"], "Galata/test", rebind) as client:
            assert (await client.get(url)).status_code == 200
            await client.get(url)

    with running_server() as server:
        server.replies["/"] = make_reply(200)
        with pytest.raises(ForbiddenAddress):
            asyncio.run(get_twice(server.url("/", "x.example")))
        assert server.connections == 1


def test_a_dead_address_leaves_time_for_the_next() -> None:
    with running_server() as server:
        server.replies["/"] = make_reply(200, b"second")
        url = server.url("/", "x.example")
        assert fetch(url, ["127.0.0.0/8"], x_example=["127.0.0.9", "127.0.0.1"]).text == "second"


def test_proxies_of_the_environment_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    with running_server() as server, running_server("127.0.0.2") as proxy:
        server.replies["/"] = make_reply(200, b"direct")
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        assert fetch(server.url(), ["127.0.0.1/32"]).text == "direct"
        assert proxy.connections == 0


def test_cookies_are_not_kept() -> None:
    async def get_twice(url: str) -> None:
        async with open_client(["127.0.0.1/32"], "Galata/test") as client:
            await client.get(url)
            await client.get(url)

    with running_server() as server:
        server.replies["/"] = make_reply(200, b"", "Set-Cookie: id=1; Path=/")
        asyncio.run(get_twice(server.url()))
        assert len(server.requests) == 2
        assert "cookie" not in server.requests[1].headers


def test_redirects_are_not_followed_of_its_own_accord() -> None:
    with running_server() as server:
        server.replies["/"] = make_reply(302, b"", "Location: /next")
        assert fetch(server.url(), ["127.0.0.1/32"]).status_code == 302
        assert [seen.path for seen in server.requests] == ["/"]


def test_tls_names_the_host_and_not_the_address() -> None:
    hello = bytearray()

    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hello.extend(await reader.read(4096))
        writer.write(b"HTTP/1.1 400 this is no TLS\r\n\r\n")

    async def get() -> None:
        names = answer_names(secure_example=["127.0.0.1"])
        async with one_connection(script) as port, open_client(["127.0.0.1/32"], "Galata/test", names) as client:
            await client.get(f"https://secure.example:{port}/")

    with pytest.raises(httpx.ConnectError):
        asyncio.run(get())
    assert b"secure.example" in hello
    assert share_tls_context().verify_mode is ssl.CERT_REQUIRED
    assert share_tls_context().check_hostname


def test_urls_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with running_server() as server, caplog.at_level(logging.INFO):
        server.replies["/secret-token"] = make_reply(200)
        fetch(server.url("/secret-token"), ["127.0.0.1/32"])
    assert "secret-token" not in caplog.text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://anna:pw@example.org/a?b=1", "https://example.org/a?b=1"),
        ("https://example.org/a", "https://example.org/a"),
        ("http://anna:pw@[::1/feed", "[::1/feed"),
    ],
)
def test_names_and_passwords_are_hidden(url: str, shown: str) -> None:
    assert hide_userinfo(url) == shown


def test_the_user_agent_names_version_and_contact() -> None:
    project = Path(__file__).parents[2] / "pyproject.toml"
    version = project.read_text(encoding="utf-8").split('version = "')[1].split('"')[0]
    assert make_user_agent("https://example.org/about") == f"Galata/{version} (+https://example.org/about)"
    assert make_user_agent() == f"Galata/{version}"
