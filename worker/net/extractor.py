"""The parent's side of taking pages apart: one child process for a batch, ended when it takes too long.

A child costs 0.25 s to start and a page 0.02 s, so pages share one, one after another. It is a plain subprocess, which
a Celery worker's own children may have and threads too, with an environment of its own: no setting, no secret.
"""

import asyncio
import json
import os
import sys
from contextlib import suppress
from pathlib import Path

import worker
from worker.errors import FetchError

# A reply is 200,000 characters of text and little else; UTF-8 makes at most four bytes of one.
MAX_REPLY = 2 * 1024 * 1024
COMMAND = ("-P", "-s", "-m", "worker.net.extract")
PASSED_ON = (
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "SYSTEMROOT",
    "PYTHONDONTWRITEBYTECODE",
)  # what Python may need to start


class Extractor:
    """Takes pages apart in a child process, which starts with the first page and again after it was ended."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._turn = asyncio.Lock()
        self._child: asyncio.subprocess.Process | None = None

    async def extract(self, shown: str, url: str, body: bytes, content_type: str | None) -> dict[str, object]:
        """Return what PageText holds, of a page that came from `url`. Waiting for a turn does not count.

        Raises FetchError of kind `extract` about `shown`.
        """
        async with self._turn:
            try:
                async with asyncio.timeout(self._seconds):
                    reply = await self._ask(url, body, content_type)
            except TimeoutError:
                await self.close()
                raise fail(shown, f"could not be taken apart within {self._seconds:g} s") from None
            except (OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                raise fail(shown, f"ended the process that took it apart ({await self.close()})") from None
            except BaseException:
                await self.close()
                raise
        if (why := reply.get("error")) is not None:
            raise fail(shown, str(why))
        return reply

    async def close(self) -> int | None:
        """End the child, if there is one; return its exit status."""
        child, self._child = self._child, None
        if child is None or child.stdin is None or child.stdout is None:
            return None
        child.stdin.close()
        with suppress(ProcessLookupError):
            child.kill()
        # A pipe with more in it than was read keeps asyncio waiting for its end.
        await child.stdout.read()
        return await child.wait()

    async def _ask(self, url: str, body: bytes, content_type: str | None) -> dict[str, object]:
        if self._child is None or self._child.returncode is not None:
            self._child = await start_child()
        assert self._child.stdin and self._child.stdout
        head = {"url": url, "content_type": content_type, "bytes": len(body)}
        self._child.stdin.write(json.dumps(head).encode("ascii") + b"\n" + body)
        await self._child.stdin.drain()
        line = await self._child.stdout.readuntil(b"\n")
        reply = json.loads(line)
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


def fail(shown: str, why: str) -> FetchError:
    """Make the error for a page whose text cannot be had."""
    return FetchError(shown, why, permanent=True, kind="extract")
