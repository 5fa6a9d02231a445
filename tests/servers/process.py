"""Starting a server under its guard: the folder, the lock that is its lease of life, the user it runs as."""

import contextlib
import fcntl
import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.servers.ports import wait_until

GUARD = Path(__file__).with_name("guard.py")
# PostgreSQL needs about 0.3 s to answer here, Redis 0.05; ten times more where everything runs at once.
START_SECONDS = 15.0
MEMORY = Path("/dev/shm")
# A cluster takes 40 MB, a copied database 8, a wheel's binaries 35.
MEMORY_NEEDED = 500_000_000


class ServerError(RuntimeError):
    """A server did not come up; the text ends with its own last words."""


@dataclass(frozen=True)
class RunningServer:
    """One running server.

    url: how to reach it, ready for SQLAlchemy or Celery
    port: on 127.0.0.1
    directory: its data and its `log`
    """

    url: str
    port: int
    directory: Path

    @property
    def pid(self) -> int:
        """The server's own process, for fault tests."""
        return int((self.directory / "pid").read_text())

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to it: SIGKILL to crash it, SIGSTOP to hang it, SIGCONT to let it go on."""
        os.kill(self.pid, number)


def unprivileged_user() -> pwd.struct_passwd | None:
    """Whom to run as when we are root, which PostgreSQL refuses; None when we are not root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise ServerError("running as root, and there is neither a user postgres nor nobody: run the tests as another user")


def is_reachable(path: Path) -> bool:
    """Whether every user may walk down to this path."""
    return all(parent.stat().st_mode & 0o001 for parent in path.resolve().parents)


def is_roomy_memory(place: Path) -> bool:
    """Whether this is there, has room for a cluster and its copies, and lets programs run (often not in containers)."""
    if not os.access(place, os.W_OK):
        return False
    facts = os.statvfs(place)
    return facts.f_bavail * facts.f_frsize > MEMORY_NEEDED and not facts.f_flag & os.ST_NOEXEC


def make_folder(prefix: str) -> Path:
    """A short-named temporary folder that other users may walk through (a socket's path has 107 bytes).

    In memory where that is possible: copying a migrated database took 35 ms there, and 320 ms on a disk.
    """
    places = [MEMORY] if is_roomy_memory(MEMORY) else []
    places += [Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")]
    place = next((place for place in places if place.is_dir() and is_reachable(place / "x")), places[0])
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
    folder.chmod(0o711)
    return folder


def has_servers(folder: Path) -> bool:
    """Whether a server of this folder has not been stopped yet."""
    with contextlib.suppress(FileNotFoundError):  # the last guard has just removed it
        return any(folder.glob("server-*/pid"))
    return False


@contextlib.contextmanager
def held_lock(folder: Path) -> Iterator[Path]:
    """Hold the lock that keeps this folder's servers alive; at the end wait until they are gone, and remove it."""
    path = folder / "alive"
    with path.open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield path
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)
            wait_until(lambda: not has_servers(folder), seconds=10.0)
            shutil.rmtree(folder, ignore_errors=True)


def start_guarded(
    directory: Path,
    lock: Path,
    command: Sequence[str],
    answers: Callable[[], bool],
    *,
    user: pwd.struct_passwd | None = None,
    stop: signal.Signals = signal.SIGTERM,
) -> None:
    """Start `command` in `directory` under a guard, and return when it answers; raises ServerError."""
    order = {
        "lock": str(lock),
        "directory": str(directory),
        "command": list(command),
        "user": user.pw_uid if user else None,
        "group": user.pw_gid if user else None,
        "stop": int(stop),
    }
    # -I -S: nothing of ours, of the environment or of site-packages on its path; it starts in 20 ms instead of 60.
    subprocess.run([sys.executable, "-I", "-S", str(GUARD), json.dumps(order)], check=True, stdin=subprocess.DEVNULL)
    if not wait_until(lambda: has_died(directory) or answers(), seconds=START_SECONDS) or has_died(directory):
        raise ServerError(f"{Path(command[0]).name} did not answer: {read_last_words(directory)}")


def has_died(directory: Path) -> bool:
    """Whether the server of this folder has started and is no more."""
    try:
        os.kill(int((directory / "pid").read_text()), 0)
    except FileNotFoundError:
        return False
    except ProcessLookupError:
        return True
    return False


def read_last_words(directory: Path) -> str:
    """The end of the server's log, on one line."""
    log = directory / "log"
    lines = log.read_text(errors="replace").splitlines() if log.exists() else ["no log"]
    return " | ".join(lines[-5:])
