"""Servers that tests kill, freeze and bring back: on the same port and, where there are any, with the same data."""

import contextlib
import secrets
import signal
from collections.abc import Callable, Iterator

from tests.servers.ports import find_free_port, wait_until
from tests.servers.postgres import SURVIVING, make_cluster, serve_cluster
from tests.servers.process import RunningServer, ServerError, has_died, held_lock, make_folder
from tests.servers.redis import start_redis

PATIENCE = 15.0


class Restartable:
    """A server with its switch. `url` and `port` stay the same from one life to the next."""

    def __init__(self, start: Callable[[], RunningServer]) -> None:
        self._start = start
        self.server = start()
        self.url, self.port = self.server.url, self.server.port

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """End it, at once or (another signal) in order; returns when it is gone."""
        self.server.signal(number)
        assert wait_until(lambda: has_died(self.server.directory), seconds=PATIENCE)

    def start(self) -> None:
        """Start it again. What the last life left behind (PostgreSQL's other processes) may take a moment to go."""
        for _ in range(5):
            with contextlib.suppress(ServerError):
                self.server = self._start()
                return
        self.server = self._start()

    def freeze(self) -> None:
        """Let it hang: connections stay, and nothing is answered."""
        self.server.signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self.server.signal(signal.SIGCONT)


@contextlib.contextmanager
def restartable_redis() -> Iterator[Restartable]:
    """A Redis for the length of the block. It keeps nothing from one life to the next, as after FLUSHALL."""
    folder, port = make_folder("galata-redis-"), find_free_port()
    with held_lock(folder) as lock:
        yield Restartable(lambda: start_redis(folder, lock, port=port))


@contextlib.contextmanager
def restartable_postgres(options: dict[str, str] = SURVIVING) -> Iterator[Restartable]:
    """A PostgreSQL for the length of the block, with its data from one life to the next."""
    folder = make_folder("galata-pg-")
    with held_lock(folder) as lock:
        cluster = make_cluster(folder / "cluster", None, options)
        yield Restartable(lambda: serve_cluster(cluster, folder / f"server-postgres-{secrets.token_hex(3)}", lock))
