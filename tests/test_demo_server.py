"""The demonstration's server, from the reader's side: validators, an outage, compression, the log, article pages."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import httpx
import pytest

from tests.test_demo_feeds import SEED, measure_containment, parse_outlet
from worker.demo.editions import OUTLETS
from worker.demo.render import Edition
from worker.demo.server import DemoServer

ROOT = Path(__file__).parents[1]
NOW = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[DemoServer]:
    with DemoServer(clock=lambda: NOW) as running:
        yield running


def fetch(server: DemoServer, slug: str, **headers: str) -> httpx.Response:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.get(f"{server.base_url}/feeds/{slug}.xml", headers={"Accept-Encoding": "identity"} | names)


def test_a_feed_without_second_edition_answers_304(server: DemoServer) -> None:
    first = fetch(server, "kitchen-garden")
    server.edition = "second"
    by_tag = fetch(server, "kitchen-garden", If_None_Match=first.headers["etag"])
    by_date = fetch(server, "kitchen-garden", If_Modified_Since=first.headers["last-modified"])
    assert (first.status_code, by_tag.status_code, by_date.status_code) == (200, 304, 304)
    assert by_tag.content == b""
    assert by_tag.headers["etag"] == first.headers["etag"]


def test_the_turn_of_the_edition_outdates_the_validators(server: DemoServer) -> None:
    first = fetch(server, "halic-postasi")
    tag, date = first.headers["etag"], first.headers["last-modified"]
    assert fetch(server, "halic-postasi", If_None_Match=tag).status_code == 304
    server.edition = "second"
    second = fetch(server, "halic-postasi", If_None_Match=tag, If_Modified_Since=date)
    assert second.status_code == 200
    assert fetch(server, "halic-postasi", If_Modified_Since=date).status_code == 200
    assert (second.headers["etag"], second.headers["last-modified"]) != (tag, date)


def test_a_mangled_validator_earns_the_whole_feed(server: DemoServer) -> None:
    tag = fetch(server, "halic-postasi").headers["etag"]
    assert fetch(server, "halic-postasi", If_None_Match=tag.strip('"')).status_code == 200
    assert fetch(server, "halic-postasi", If_Modified_Since="yesterday").status_code == 200


def test_one_outlet_is_down_at_the_second_poll(server: DemoServer) -> None:
    assert fetch(server, "sport-adriatico").status_code == 200
    server.edition = "second"
    reply = fetch(server, "sport-adriatico")
    assert reply.status_code == 503
    assert 0 < int(reply.headers["retry-after"]) < 86400


def test_one_outlet_compresses_for_those_who_accept(server: DemoServer) -> None:
    plain, packed = fetch(server, "anatolian-wire"), fetch(server, "anatolian-wire", Accept_Encoding="gzip")
    assert "content-encoding" not in plain.headers
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 2


def test_every_request_is_logged(server: DemoServer) -> None:
    fetch(server, "kitchen-garden", If_None_Match='"x"')
    server.edition = "second"
    fetch(server, "no-such-feed")
    assert [(r.path, r.status, r.edition) for r in server.requests] == [
        ("/feeds/kitchen-garden.xml", 200, "first"),
        ("/feeds/no-such-feed.xml", 404, "second"),
    ]
    assert server.requests[0].headers["if-none-match"] == '"x"'


def test_every_link_opens_an_article(server: DemoServer) -> None:
    for outlet in OUTLETS:
        editions: tuple[Edition, ...] = ("first", "second")
        for edition in editions:
            for entry in parse_outlet(outlet.slug, edition).entries:
                if entry.get("link"):
                    page = httpx.get(entry.link.replace("{base}", server.base_url))
                    assert page.status_code == 200, entry.link
                    assert unescape(entry.get("title", outlet.name)) in unescape(page.text)
    article = httpx.get(f"{server.base_url}/mediterranean-monitor/museum-sends-antiquities-home")
    assert measure_containment(SEED.split("\n", 1)[1], article.text) == 1


def test_the_port_can_be_given_and_is_given_back() -> None:
    with DemoServer() as first:
        port = int(first.base_url.rsplit(":", 1)[1])
    with DemoServer(port=port, edition="second") as again:
        assert again.base_url == first.base_url
        assert fetch(again, "sport-adriatico").status_code == 503


def test_it_runs_alone_and_prints_its_urls() -> None:
    command = [sys.executable, "-m", "worker.demo.server", "--edition", "second"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in OUTLETS]
        statuses = [httpx.get(line.split()[0]).status_code for line in lines]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    assert statuses.count(503) == 1
    assert statuses.count(200) == len(OUTLETS) - 1
