"""A real PostgreSQL: the installed one, or the one a wheel carries, in a folder of its own and without fsync."""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg

from tests.servers.ports import find_free_port
from tests.servers.process import (
    RunningServer,
    ServerError,
    held_lock,
    is_reachable,
    make_folder,
    start_guarded,
    unprivileged_user,
)

DEBIAN = Path("/usr/lib/postgresql")
# Tests need a server that forgets: nothing of it must survive a power cut.
OPTIONS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "120",
    "max_wal_senders": "0",
    "wal_level": "minimal",
    "timezone": "UTC",
}
# What is committed outlives a killed server: it has left the process. (Without fsync it would not outlive the machine.)
SURVIVING = OPTIONS | {"synchronous_commit": "on", "full_page_writes": "on"}


def find_binaries(user: pwd.struct_passwd | None) -> Path:
    """The folder of initdb and postgres: on the PATH, in Debian's version folders, in the wheel.

    An installed one that `user` may not read is passed over.
    """
    on_path = shutil.which("postgres")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(DEBIAN.glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (user is None or is_reachable(folder / "initdb")):
            return folder
    if (wheel := find_spec("pgserver")) and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    raise ServerError("no PostgreSQL: set GALATA_TEST_POSTGRES_URL, apt-get install postgresql, or run make setup")


def borrow_binaries(binaries: Path, directory: Path, user: pwd.struct_passwd | None) -> Path:
    """The same binaries where the other user may read them: a wheel's files under a closed home folder are copied."""
    if user is None or is_reachable(binaries / "initdb"):
        return binaries
    package = binaries.parents[1]
    # The wheel's programs look for their libraries by a relative path: pgserver/pginstall/bin -> pgserver.libs.
    for tree in (package, package.with_name(f"{package.name}.libs")):
        if tree.exists():
            shutil.copytree(tree, directory / tree.name, ignore=shutil.ignore_patterns("include", "*.py"))
    return directory / binaries.relative_to(package.parent)


def init_cluster(binaries: Path, directory: Path, password: str, user: pwd.struct_passwd | None) -> Path:
    """Make the data folder; raises ServerError with initdb's complaint."""
    secret = directory / "password"
    secret.write_text(password)
    if user:
        for path in (directory, secret):
            os.chown(path, user.pw_uid, user.pw_gid)
    command = [str(binaries / "initdb"), "-D", str(directory / "data"), "-U", "galata", "--pwfile", str(secret)]
    command += ["-A", "password", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]
    rights = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    done = subprocess.run(command, capture_output=True, text=True, cwd=directory, **rights)  # type: ignore[call-overload]
    if done.returncode:
        raise ServerError(f"initdb failed: {' | '.join(done.stderr.splitlines()[-3:])}")
    return directory / "data"


def answers_query(url: str) -> bool:
    """Whether it takes a query at this URL."""
    try:
        with psycopg.connect(url.replace("+psycopg", ""), connect_timeout=2) as connection:
            return connection.execute("SELECT 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


@dataclass(frozen=True)
class Cluster:
    """A data folder and what is needed to serve it, again and again on the same port."""

    binaries: Path
    data: Path
    password: str
    port: int
    user: pwd.struct_passwd | None
    options: dict[str, str]

    @property
    def url(self) -> str:
        """How to reach its empty database `postgres`."""
        return f"postgresql+psycopg://galata:{self.password}@127.0.0.1:{self.port}/postgres"


def make_cluster(directory: Path, port: int | None, options: dict[str, str]) -> Cluster:
    """Make the data folder in a folder of its own; raises ServerError."""
    user = unprivileged_user()
    directory.mkdir(mode=0o711, exist_ok=True)
    password = secrets.token_hex(8)
    binaries = borrow_binaries(find_binaries(user), directory, user)
    data = init_cluster(binaries, directory, password, user)
    return Cluster(binaries, data, password, port or find_free_port(), user, options)


def serve_cluster(cluster: Cluster, directory: Path, lock: Path) -> RunningServer:
    """Serve a cluster as long as `lock` is held; raises ServerError."""
    directory.mkdir(mode=0o711, exist_ok=True)
    if cluster.user:
        os.chown(directory, cluster.user.pw_uid, cluster.user.pw_gid)
    command = [str(cluster.binaries / "postgres"), "-D", str(cluster.data)]
    command += ["-p", str(cluster.port), "-k", str(directory)]
    for name, value in cluster.options.items():
        command += ["-c", f"{name}={value}"]
    # SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
    start_guarded(directory, lock, command, lambda: answers_query(cluster.url), user=cluster.user, stop=signal.SIGINT)
    return RunningServer(cluster.url, cluster.port, directory)


def start_postgres(folder: Path, lock: Path, *, port: int | None = None) -> RunningServer:
    """Start one in `folder`, alive as long as `lock` is held; raises ServerError."""
    directory = folder / f"server-postgres-{secrets.token_hex(3)}"
    return serve_cluster(make_cluster(directory, port, OPTIONS), directory, lock)


@contextlib.contextmanager
def running_postgres(*, port: int | None = None) -> Iterator[RunningServer]:
    """A PostgreSQL of one's own for the length of the block; `url` is that of its empty database `postgres`."""
    folder = make_folder("galata-pg-")
    with held_lock(folder) as lock:
        yield start_postgres(folder, lock, port=port)
