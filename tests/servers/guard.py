"""Keeps one server alive exactly as long as whoever asked for it: a small process between the tests and the server.

It is run by path, with the standard library alone. It waits for a lock that the owner holds; the kernel releases the
lock when the owner ends, by whatever death, and then the guard stops the server by its pid and removes its folder.

    python guard.py '{"lock": …, "directory": …, "command": […], "user": null, "stop": 15}'
"""

import contextlib
import fcntl
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

# Clean stops took 0.01-0.2 s; one that takes longer is a server that hangs (fault tests pause them with SIGSTOP).
PATIENCE = 3.0


def start_server(order: dict[str, Any]) -> subprocess.Popen[bytes]:
    """Start the server, away from our terminal, and leave its pid in the folder."""
    directory = Path(order["directory"])
    rights = {"user": order["user"], "group": order["group"], "extra_groups": []} if order["user"] else {}
    with (directory / "log").open("ab") as log:
        server = subprocess.Popen(
            order["command"],
            cwd=directory,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **rights,
        )
    (directory / "pid.new").write_text(str(server.pid))
    (directory / "pid.new").rename(directory / "pid")
    return server


def wait_for_owner(lock: str) -> None:
    """Return when the owner has let the lock go, or has died."""
    with Path(lock).open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_SH)


def stop_server(server: subprocess.Popen[bytes], signal_number: int) -> None:
    """Ask politely, then kill."""
    server.send_signal(signal_number)
    try:
        server.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def guard_server(order: dict[str, Any]) -> None:
    """The guard's whole life."""
    server = start_server(order)
    # Reaps a server that a test has killed: a zombie would still answer to os.kill(pid, 0).
    threading.Thread(target=server.wait, daemon=True).start()
    wait_for_owner(order["lock"])
    stop_server(server, order["stop"])
    shutil.rmtree(order["directory"], ignore_errors=True)
    folder = Path(order["lock"]).parent
    # The last one out, in case the owner was killed and cannot do it; if not, it may be gone already.
    with contextlib.suppress(FileNotFoundError):
        if not any(folder.glob("server-*/pid")):
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    # The caller waits for this process; the guard proper is its child, which nobody needs to collect.
    if os.fork():
        os._exit(0)
    os.setsid()
    guard_server(json.loads(sys.argv[1]))
