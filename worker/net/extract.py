"""The child process that takes strangers' HTML apart: `python -m worker.net.extract`, one page after another.

    stdin    {"content_type": …, "bytes": n} and a line end, then n bytes; and so on until it ends
    stdout   a line of JSON for each: the fields of PageText, or {"error": …}

A parser's worst case costs this process only: it limits its own processor time and memory, whoever started it
(worker/net/extractor.py) limits the time on the wall, and its environment holds no secret.
"""

import json
import resource
import sys
from contextlib import suppress
from dataclasses import asdict

from worker.net.page import UnreadableError, read_page

CPU_SECONDS = 20
"""For one page; the usual one takes 0.03 s."""
# Addresses, not pages in use: libraries take 130 MB, and the largest page that is taken apart 160 MB more.
MEMORY_BYTES = 1024 * 1024 * 1024


def main() -> None:
    """Answer until stdin ends."""
    set_limit(resource.RLIMIT_AS, MEMORY_BYTES)
    set_limit(resource.RLIMIT_CORE, 0)
    set_limit(resource.RLIMIT_FSIZE, 0)
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        request = json.loads(line)
        grant_time()
        target.write(answer(request, source.read(request["bytes"])) + b"\n")
        target.flush()


def answer(request: dict[str, str], body: bytes) -> bytes:
    """Return the line for one page; what fails inside a library is an answer too."""
    try:
        found: dict[str, object] = asdict(read_page(body, request["content_type"]))
    except UnreadableError as error:
        found = {"error": str(error)}
    except Exception as error:  # one page is no reason to stop
        found = {"error": f"could not be taken apart ({type(error).__name__})"}
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")


def grant_time() -> None:
    """Let the next page take CPU_SECONDS more than what was used so far; beyond it the kernel ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    set_limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS)


def set_limit(kind: int, amount: int) -> None:
    """Lower a limit, or move it up again below what it may be at most. Some systems know not all of them."""
    with suppress(ValueError, OSError):
        resource.setrlimit(kind, (amount, resource.getrlimit(kind)[1]))


if __name__ == "__main__":
    main()
