"""The child process: what hostile pages cost, how it ends, and what it knows."""

import asyncio
import contextlib
import gzip
import multiprocessing
import os
import resource
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.net.reading import HTML, SENTENCE, fail_one, make_page, read_all, read_one, serve_page
from tests.net.servers import WebServer, make_drip, make_reply
from worker.errors import FetchError
from worker.net import extractor
from worker.net.article import PageLimits, PageRequest
from worker.net.extractor import Extractor, make_environment

URL = "https://outlet.example/a"
LARGE = 3_000_000
WORDS = b"<p>The minister said that the port would open in spring.</p>"


@contextlib.asynccontextmanager
async def open_extractor(seconds: float = 20) -> AsyncIterator[Extractor]:
    one = Extractor(seconds)
    try:
        yield one
    finally:
        await one.close()


async def extract(one: Extractor, body: bytes) -> dict[str, object]:
    return await one.extract(URL, body, HTML)


async def fail(one: Extractor, body: bytes, *, permanent: bool = True) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await extract(one, body)
    assert (caught.value.kind, caught.value.permanent, caught.value.url) == ("extract", permanent, URL)
    return caught.value


HOSTILE = {
    "deep": b"<div>" * 100_000 + WORDS,
    "deep and mixed": b"<b><i><table>" * 60_000,
    "angles": b"<" * LARGE,
    "entities": b"<p>" + b"&amp;" * (LARGE // 10),
    "own entities": b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><p>' + b"&b;" * 100_000,
    "NULs": make_page().replace(b" ", b" \0"),
    "script only": b"<html><body><script>" + b"var a=1;" * 300_000 + b"</script>",
    "open brackets": b'<script type="application/ld+json">' + b"[" * 900_000 + b"</script>",
    "one word": b"<p>" + b"a" * (LARGE // 4),
    "noise": os.urandom(500_000),
}


def test_hostile_pages_are_pages_without_much_to_say() -> None:
    """One after another in one child, none of which ends it."""

    async def run() -> None:
        # The child's own limit is of processor time, so that a busy machine is no finding.
        async with open_extractor(seconds=60) as one:
            await extract(one, make_page())
            child = one._child
            for name, body in HOSTILE.items():
                found = await extract(one, body)
                assert len(str(found["text"])) <= 200_000, name
                assert "\0" not in str(found), name
            assert one._child is child
            assert SENTENCE in str((await extract(one, make_page()))["text"])

    asyncio.run(run())


def test_a_page_beyond_all_measure_is_refused() -> None:
    async def run() -> None:
        async with open_extractor() as one:
            assert "25,000 elements" in (await fail(one, b"<a>" * 100_000)).why
            assert (await fail(one, b"")).why.startswith("is not HTML")
            assert await extract(one, make_page())

    asyncio.run(run())


READ = "import sys, time, json; sys.stdin.buffer.read(json.loads(sys.stdin.buffer.readline())['bytes'])"
SLOW = f"{READ}; time.sleep(60)"
BROKEN = {
    "hangs": SLOW,
    "dies": "raise SystemExit(3)",
    "is killed": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "talks nonsense": f"{READ}; print('no JSON', flush=True); time.sleep(60)",
    "answers something else": f"{READ}; print('[1]', flush=True); time.sleep(60)",
    "never ends its line": f"{READ}\nwhile True: sys.stdout.write('a' * 100_000)",
}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file that the next child runs in place of ours."""
    path = tmp_path / "child.py"
    monkeypatch.setattr(extractor, "COMMAND", (str(path),))
    yield path


@pytest.mark.parametrize("name", BROKEN)
def test_a_child_that_fails_is_ended_and_the_next_page_gets_a_new_one(
    name: str, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.write_text(BROKEN[name], encoding="utf-8")

    async def run() -> None:
        async with open_extractor(seconds=0.7 if name == "hangs" else 20) as one:
            error = await fail(one, make_page() * 100, permanent=name == "hangs")
            assert one._child is None
            assert ("within 0.7 s" in error.why) is (name == "hangs")
            monkeypatch.undo()
            one._seconds = 20
            assert SENTENCE in str((await extract(one, make_page()))["text"])

    asyncio.run(run())


def test_a_child_that_cannot_start_is_no_fault_of_the_page(
    server: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    urls = [serve_page(server, f"/{number}") for number in range(3)]
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    for reading in read_all(*urls):
        assert reading.error is not None
        assert (reading.error.kind, reading.error.permanent) == ("extract", False)
        assert "could not be started" in reading.error.why
    [told] = [record for record in caplog.records if record.name == "worker.net.extractor"]
    assert (told.levelname, "could not be started" in told.message) == ("WARNING", True)


def test_a_child_that_could_not_start_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        async with open_extractor() as one:
            monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
            await fail(one, make_page(), permanent=False)
            monkeypatch.undo()
            assert SENTENCE in str((await extract(one, make_page()))["text"])

    asyncio.run(run())


def test_a_cancelled_batch_leaves_no_child(program: Path) -> None:
    program.write_text(SLOW, encoding="utf-8")

    async def run() -> int | None:
        one = Extractor(20)
        waiting = asyncio.create_task(extract(one, make_page()))
        while one._child is None:  # noqa: ASYNC110 - there is nothing to wait on but the child itself
            await asyncio.sleep(0.01)
        child = one._child
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        return child.returncode

    assert asyncio.run(run()) == -9


LIMITS = """
import resource, sys
from worker.net import extract
extract.CPU_SECONDS = 1
if sys.argv[1:] == ["spin"]:
    def read_page(*_):
        while True: pass
else:
    def read_page(*_):
        return b"a" * extract.MEMORY_BYTES
extract.read_page = read_page
extract.main()
"""


@pytest.mark.parametrize(("way", "why"), [("spin", "processor time"), ("grow", "MemoryError")])
def test_the_child_limits_itself(way: str, why: str, program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever started it may be gone."""
    program.write_text(LIMITS, encoding="utf-8")
    monkeypatch.setattr(extractor, "COMMAND", (str(program), way))

    async def run() -> str:
        async with open_extractor() as one:
            return (await fail(one, make_page())).why

    before = resource.getrlimit(resource.RLIMIT_CPU), resource.getrlimit(resource.RLIMIT_AS)
    assert why in asyncio.run(run())
    assert (resource.getrlimit(resource.RLIMIT_CPU), resource.getrlimit(resource.RLIMIT_AS)) == before


ORPHAN = """
import asyncio
from worker.net.extractor import Extractor
async def run():
    one = Extractor(20)
    await one.extract("https://a.example/", b"<p>word", None)
    print(one._child.pid, flush=True)
    await asyncio.sleep(60)
asyncio.run(run())
"""


def test_the_child_ends_with_whoever_started_it() -> None:
    with subprocess.Popen([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = Path(f"/proc/{int(parent.stdout.readline())}/cmdline")
        assert "worker.net.extract" in read_file(child)
        parent.kill()
    ends = time.monotonic() + 20
    while "worker.net.extract" in read_file(child) and time.monotonic() < ends:
        time.sleep(0.02)
    assert "worker.net.extract" not in read_file(child)


def read_file(path: Path) -> str:
    """What a file of a process says; nothing when the process is gone."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def test_the_child_knows_no_secret(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GALATA_SMTP_URL", "smtp://anna:pw@mail.example")
    program.write_text("import json, os; print(json.dumps({'text': list(os.environ)}), flush=True)", encoding="utf-8")

    async def run() -> dict[str, object]:
        async with open_extractor() as one:
            return await extract(one, make_page())

    names = asyncio.run(run())["text"]
    assert isinstance(names, list)
    assert "PYTHONPATH" in names
    assert {*names} <= {*make_environment(), "LC_CTYPE"}


def read_in_child(url: str, found: "multiprocessing.SimpleQueue[str]") -> None:
    found.put(read_one(PageRequest(url, robots="")).text)


def test_pages_are_read_in_a_daemonic_process(server: WebServer) -> None:
    """As Celery's prefork children are, which multiprocessing lets have no children."""
    spawned = multiprocessing.get_context("spawn")
    found: multiprocessing.SimpleQueue[str] = spawned.SimpleQueue()
    process = spawned.Process(target=read_in_child, args=(serve_page(server), found), daemon=True)
    process.start()
    process.join(60)
    assert process.exitcode == 0
    assert SENTENCE in found.get()


def test_a_page_that_cannot_be_taken_apart_leaves_the_others(server: WebServer) -> None:
    bad, good = serve_page(server, "/bad", b"<a>" * 100_000), serve_page(server, "/good")
    [wrong, right] = read_all(PageRequest(bad, robots=""), PageRequest(good, robots=""))
    assert wrong.error is not None
    assert (wrong.error.kind, wrong.error.url) == ("extract", bad)
    assert right.page is not None


def test_large_bodies_are_refused_before_they_are_taken_apart(server: WebServer) -> None:
    bomb = gzip.compress(bytes(20_000_000))
    server.replies |= {
        "/bomb": make_reply(200, bomb, HTML, "Content-Encoding: gzip"),
        "/entities": make_reply(200, b"&amp;" * 2_000_000, HTML),
        "/endless": make_drip(f"HTTP/1.1 200 OK\r\n{HTML}\r\n\r\n".encode(), b"a" * 50_000, pause=0),
    }
    for path in ("/bomb", "/entities", "/endless"):
        error = fail_one(PageRequest(server.url(path), robots=""))
        assert (error.kind, error.permanent) == ("too_large", True), path


def test_a_page_that_drips_ends_at_the_deadline(server: WebServer) -> None:
    server.replies["/drip"] = make_drip(f"HTTP/1.1 200 OK\r\n{HTML}\r\n\r\n".encode(), b"a")
    error = fail_one(PageRequest(server.url("/drip"), robots=""), PageLimits(total_seconds=0.4))
    assert (error.kind, error.permanent) == ("timeout", False)


def test_nothing_of_it_is_loaded_where_pages_are_asked_for() -> None:
    code = "import sys, worker.net.article; print([name for name in ('lxml', 'trafilatura') if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"
