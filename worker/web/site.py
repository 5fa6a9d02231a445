"""The site: its routes, and the desk through which every answer asks SQL and the broker."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TypeVar

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from config.files import data_path
from db.migrate import find_head
from worker.pipeline.motion import Broker
from worker.pipeline.runtime import Runtime
from worker.web.gate import Gate
from worker.web.health import tell_live, tell_paths, tell_ready
from worker.web.metrics import tell_metrics

Answer = TypeVar("Answer")
# Whoever scrapes or probes gives up after ten seconds.
PATIENCE_SECONDS = 5.0
# SQLite has one writer and PostgreSQL a pool of 15; more at once wait their turn. A question that hangs keeps its
# thread, so that a database that hangs takes these threads and no others.
THREADS, LOOK_SECONDS = 4, 0.02


@dataclass(frozen=True)
class Desk:
    """What answers are made of. Questions block, so they are asked in threads, and not for long."""

    runtime: Runtime
    read_broker: Callable[[], Broker]
    schema_head: str | None = field(default_factory=lambda: find_head(data_path("alembic")))
    seats: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(THREADS))

    async def ask(self, question: Callable[[], Answer]) -> Answer:
        """The answer. TimeoutError when it takes too long; nobody can stop its thread, and nobody waits for it."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self.seats.acquire(blocking=False):  # noqa: ASYNC110  threads give seats back, outside the loop
                await asyncio.sleep(LOOK_SECONDS)
            answer: Future[Answer] = Future()
            threading.Thread(target=self.find_answer, args=(question, answer), name="desk", daemon=True).start()
            return await asyncio.wrap_future(answer)

    def find_answer(self, question: Callable[[], Answer], answer: "Future[Answer]") -> None:
        """In a thread: ask, hand over what came, and leave the seat."""
        answer.set_running_or_notify_cancel()
        try:
            answer.set_result(question())
        except Exception as error:  # whoever asked gets it
            answer.set_exception(error)
        finally:
            self.seats.release()


def make_site(runtime: Runtime, read_broker: Callable[[], Broker]) -> Starlette:
    """The site on a runtime. `read_broker` tells what the broker holds."""
    answers = {"/": tell_paths, "/live": tell_live, "/ready": tell_ready, "/metrics": tell_metrics}
    routes = [Route(path, answer) for path, answer in answers.items()]
    site = Starlette(routes=routes, middleware=[Middleware(Gate, settings=runtime.settings)])
    site.state.desk = Desk(runtime, read_broker)
    return site
