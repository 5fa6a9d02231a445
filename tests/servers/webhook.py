"""A real receiver of webhooks: it records what it accepts, and fails the way it is told to."""

import contextlib
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.servers.ports import find_free_port


@dataclass(frozen=True)
class ReceivedHook:
    """One accepted request: where to, under which webhook-id, and the bytes."""

    path: str
    webhook_id: str
    body: bytes


@dataclass(frozen=True)
class HookAnswer:
    """What to answer instead of 200: a status with headers, after `stall` seconds."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    stall: float = 0.0


class WebhookSink:
    """Takes posts on 127.0.0.1 and keeps those it answered with 2xx in `hooks`; `asked` counts all.

    `answer(HookAnswer(429, {"Retry-After": "2"}), times=3)` makes the next three posts fail so. `stop()` refuses
    connections; `start()` listens on the same port again.
    """

    def __init__(self) -> None:
        self.hooks: list[ReceivedHook] = []
        self.asked = 0
        self.delay = 0.0
        self.port = find_free_port()
        self._answers: deque[HookAnswer] = deque()
        self._http: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    def address(self, path: str = "hook") -> str:
        """What a subscription's recipient takes to post here."""
        return f"webhook+http://127.0.0.1:{self.port}/{path}"

    def answer(self, answer: HookAnswer, *, times: int = 1) -> None:
        """Give this answer to the next `times` posts, then go on as before."""
        self._answers.extend([answer] * times)

    def start(self) -> None:
        """Listen."""
        self._http = ThreadingHTTPServer(("127.0.0.1", self.port), make_handler(self))
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), name="webhooks")
        self._thread.start()

    def stop(self) -> None:
        """Answer what is under way and stop listening."""
        if self._http and self._thread:
            self._http.shutdown()
            self._thread.join()
            self._http.server_close()
            self._http = None

    def take(self, path: str, webhook_id: str, body: bytes) -> HookAnswer:
        """The answer to one post, which is kept if the answer is yes."""
        self.asked += 1
        answer = self._answers.popleft() if self._answers else HookAnswer(200)
        time.sleep(self.delay + answer.stall)
        if 200 <= answer.status <= 299:
            self.hooks.append(ReceivedHook(path, webhook_id, body))
        return answer


def make_handler(sink: WebhookSink) -> type[BaseHTTPRequestHandler]:
    """What answers for a sink."""

    class Handler(BaseHTTPRequestHandler):
        timeout = 30

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answer = sink.take(self.path, self.headers["webhook-id"], body)
            with contextlib.suppress(ConnectionError):  # who posted was killed, or has lost patience
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Silent: `hooks` is the log."""

    return Handler


@contextlib.contextmanager
def running_webhook() -> Iterator[WebhookSink]:
    """A receiver for the length of the block."""
    sink = WebhookSink()
    sink.start()
    try:
        yield sink
    finally:
        sink.stop()
