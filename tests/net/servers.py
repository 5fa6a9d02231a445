"""Raw servers on loopback: what they answer is written out byte by byte, since that is what is tested."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial

from worker.net.http import Resolver


@dataclass(frozen=True)
class SeenRequest:
    """A request as the server saw it; header names in lower case, values as bytes."""

    method: str
    path: str
    headers: dict[str, bytes]
    body: bytes = b""


Reply = bytes | Callable[[SeenRequest, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class WebServer:
    """Answers each path with what `replies` holds for it, else 404; keeps every request in `requests`."""

    host: str
    port: int = 0
    replies: dict[str, Reply] = field(default_factory=dict)
    requests: list[SeenRequest] = field(default_factory=list)
    connections: int = 0
    open_now: int = 0
    most_open: int = 0

    def url(self, path: str = "/", host: str | None = None) -> str:
        """The url of a path here."""
        return f"http://{host or self.host}:{self.port}{path}"

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read one request, answer it, hang up."""
        self.connections += 1
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                await self.answer(reader, writer)
        finally:
            self.open_now -= 1
            writer.close()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, one reply."""
        request = await read_request(reader)
        self.requests.append(request)
        reply = self.replies.get(request.path, make_reply(404))
        if callable(reply):
            await reply(request, writer)
        else:
            writer.write(reply)
        await writer.drain()


async def read_request(reader: asyncio.StreamReader) -> SeenRequest:
    """Read a request with its body."""
    head = (await reader.readuntil(b"\r\n\r\n"))[:-4].split(b"\r\n")
    method, path, _ = head[0].decode("ascii").split(" ")
    pairs = (line.split(b":", 1) for line in head[1:])
    headers = {name.decode("ascii").lower(): value.strip(b" ") for name, value in pairs}
    return SeenRequest(method, path, headers, await reader.readexactly(int(headers.get("content-length", b"0"))))


def make_reply(status: int, body: bytes = b"", *headers: str) -> bytes:
    """A whole response; add headers as `Name: value` (Latin-1)."""
    lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def make_drip(first: bytes, piece: bytes, pause: float = 0.05) -> Reply:
    """Begin with `first`, then send `piece` for ever, with pauses."""

    async def drip(request: SeenRequest, writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return drip


@contextlib.contextmanager
def running_server(host: str = "127.0.0.1") -> Iterator[WebServer]:
    """A server in a thread of its own for the length of the block."""
    web, started = WebServer(host), Future[Callable[[], object]]()
    thread = threading.Thread(target=lambda: asyncio.run(serve_until_stopped(web, started)), daemon=True)
    thread.start()
    stop = started.result(10)
    try:
        yield web
    finally:
        stop()
        thread.join(10)


async def serve_until_stopped(web: WebServer, started: "Future[Callable[[], object]]") -> None:
    """Listen on a free port, hand out what stops it, and wait for that; what still drips then is cancelled."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    server = await asyncio.start_server(web.handle, web.host, 0)
    web.port = server.sockets[0].getsockname()[1]
    started.set_result(partial(loop.call_soon_threadsafe, stop.set))
    async with server:
        await stop.wait()


def answer_names(**names: list[str]) -> Resolver:
    """A resolver that knows these names (write `feeds_example` for feeds.example) and addresses, and nothing else."""
    known = {name.replace("_", "."): addresses for name, addresses in names.items()}

    async def resolve(host: str) -> list[str]:
        if host in known:
            return known[host]
        if host.replace(".", "").isdigit() or ":" in host:
            return [host]
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    return resolve


@contextlib.asynccontextmanager
async def one_connection(
    script: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[int]:
    """A port on 127.0.0.1 where every connection runs the script."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                await script(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


@dataclass
class SmtpStub:
    """An SMTP server that follows a script: a reply by command, `None` to hang up, `...` to fall silent.

    Commands: BANNER, EHLO, MAIL, RCPT, DATA, BODY. `seen` has every line it was sent.
    """

    replies: dict[str, str | None]
    port: int = 0
    seen: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


DEFAULTS = {
    "BANNER": "220 hello",
    "EHLO": "250 stub",
    "DATA": "354 go on",
    "BODY": "250 2.0.0 queued",
    "QUIT": "221 bye",
}


@contextlib.contextmanager
def running_stub(**replies: str | None) -> Iterator[SmtpStub]:
    """A stub in a thread for the length of the block; one connection after the other."""
    stub = SmtpStub(replies)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        stub.port = listener.getsockname()[1]
        done = threading.Event()
        thread = threading.Thread(target=serve_smtp, args=(stub, listener, done), daemon=True)
        thread.start()
        try:
            yield stub
        finally:
            done.set()
            thread.join(10)


def serve_smtp(stub: SmtpStub, listener: socket.socket, done: threading.Event) -> None:
    """Accept until done."""
    while not done.is_set():
        with contextlib.suppress(TimeoutError):
            connection, _ = listener.accept()
            with connection, connection.makefile("rb") as lines, contextlib.suppress(OSError):
                connection.settimeout(10)
                talk_smtp(stub, connection, iter(lines.readline, b""), done)


def talk_smtp(stub: SmtpStub, connection: socket.socket, lines: Iterator[bytes], done: threading.Event) -> None:
    """One session, by the script."""
    if not say(stub, connection, "BANNER", done):
        return
    for line in lines:
        stub.seen.append(line.decode("latin-1").rstrip())
        command = line.split()[0].decode("latin-1").upper() if line.split() else ""
        if not say(stub, connection, command, done) or command == "QUIT":
            return
        if command == "DATA" and "DATA" not in stub.replies:
            stub.bodies.append(b"".join(iter(lambda: next(lines), b".\r\n")))
            if not say(stub, connection, "BODY", done):
                return


def say(stub: SmtpStub, connection: socket.socket, command: str, done: threading.Event) -> bool:
    """Reply to a command; False when the session is over."""
    reply = stub.replies.get(command, DEFAULTS.get(command, "250 ok"))
    if reply == "...":
        done.wait(10)
        return False
    if reply is None:
        return False
    connection.sendall(reply.encode("ascii") + b"\r\n")
    return True
