"""The parent's side of taking pages apart: one child process for a batch, ended when it takes too long.

A child costs 0.25 s to start and a page 0.02 s, so pages share one, one after another. It is a plain subprocess, which
a Celery worker's own children may have and threads too, with an environment of its own: no setting, no secret.
"""

import asyncio
import json
import logging
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import worker
from worker.errors import FetchError

log = logging.getLogger(__name__)
# A reply is 200,000 characters of text and little else; UTF-8 makes at most four bytes of one.
MAX_REPLY = 2 * 1024 * 1024
COMMAND = ("-P", "-s", "-m", "worker.net.extract")
PASSED_ON = (
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "SYSTEMROOT",
    "PYTHONDONTWRITEBYTECODE",
)  # what Python may need to start


END_SECONDS = 1.0
"""From the end of what a child says to its own end; it takes milliseconds."""


class Extractor:
    """Takes pages apart in a child process, which starts with the first page and again after it was ended."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._turn = asyncio.Lock()
        self._child: asyncio.subprocess.Process | None = None
        self._warned = False

    async def extract(self, shown: str, body: bytes, content_type: str | None) -> dict[str, object]:
        """Return what PageText holds. Waiting for a turn does not count.

        Raises FetchError of kind `extract` about `shown`: permanent when the page is to blame, which took more than it
        may or is none, and not when the machine is, which has no room for a child or killed it.
        """
        async with self._turn:
            try:
                async with asyncio.timeout(self._seconds):
                    child = await self._find_child(shown)
                    reply = await ask_child(child, body, content_type)
            except TimeoutError:
                await self.close()
                raise fail(shown, f"could not be taken apart within {self._seconds:g} s") from None
            except (OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                raise blame(shown, await self.close()) from None
            except BaseException:
                await self.close()
                raise
        if (why := reply.get("error")) is not None:
            raise fail(shown, str(why))
        return reply

    async def close(self) -> int | None:
        """End the child, if there is one; return its exit status."""
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return None
        child.stdin.close()
        if child.stdout.at_eof():
            # It is ending by itself. Killed now it would say so, and not that it had run into its limit: half the time.
            with suppress(TimeoutError):
                async with asyncio.timeout(END_SECONDS):
                    await child.wait()
        with suppress(ProcessLookupError):
            child.kill()
        # A pipe with more in it than was read keeps asyncio waiting for its end.
        await child.stdout.read()
        status = await child.wait()
        # Not before: who is cancelled in here leaves it to the next to end the child.
        self._child = None
        return status

    async def _find_child(self, shown: str) -> asyncio.subprocess.Process:
        if self._child is None or self._child.returncode is not None:
            try:
                self._child = await start_child()
            except OSError as error:
                self._warn(error)
                why = f"the process that takes pages apart could not be started: {error.strerror or error}"
                raise fail(shown, why, permanent=False) from error
        return self._child

    def _warn(self, error: OSError) -> None:
        """Say it once: what keeps a child from starting keeps it from starting for every page."""
        if not self._warned:
            log.warning("no page is taken apart for now, its process could not be started: %s", error)
        self._warned = True


async def ask_child(child: asyncio.subprocess.Process, body: bytes, content_type: str | None) -> dict[str, object]:
    """Send one page, and return the reply. Raises OSError, ValueError and asyncio's errors of a stream that ends."""
    assert child.stdin and child.stdout
    head = {"content_type": content_type, "bytes": len(body)}
    child.stdin.write(json.dumps(head).encode("ascii") + b"\n" + body)
    await child.stdin.drain()
    reply = json.loads(await child.stdout.readuntil(b"\n"))
    if not isinstance(reply, dict):
        raise ValueError("no reply")
    return reply


async def start_child() -> asyncio.subprocess.Process:
    """Start the process that takes pages apart. In a session of its own: Ctrl-C is for us to pass on."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=make_environment(),
        limit=MAX_REPLY,
        start_new_session=True,
    )


def make_environment() -> dict[str, str]:
    """Return what the child is told: where the program lies, and how to start without threads of its own."""
    home = Path(worker.__file__).resolve().parent.parent
    kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return kept | {
        "PYTHONPATH": str(home),
        "PYTHONUTF8": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def blame(shown: str, status: int | None) -> FetchError:
    """Make the error for a page whose child ended: the page's fault if it ran into its own limit of processor time."""
    if status == -signal.SIGXCPU:
        return fail(shown, "could not be taken apart within the processor time that a page may take")
    return fail(shown, f"the process that took it apart ended ({status})", permanent=False)


def fail(shown: str, why: str, *, permanent: bool = True) -> FetchError:
    """Make the error for a page whose text cannot be had; not permanent when it may be had another time."""
    return FetchError(shown, why, permanent=permanent, kind="extract")
