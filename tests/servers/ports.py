"""Free ports on loopback, and the wait until somebody answers there."""

import socket
import time
from collections.abc import Callable


def find_free_port() -> int:
    """A TCP port on 127.0.0.1 that nobody holds now; whoever uses it must be ready to lose the race."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(ready: Callable[[], bool], *, seconds: float, pause: float = 0.02) -> bool:
    """Ask `ready` until it says yes or the seconds are over; says which of the two it was."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True
