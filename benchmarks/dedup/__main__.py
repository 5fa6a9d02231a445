"""`make bench-dedup`: all parts in turn; `python -m benchmarks.dedup quality` the named ones; `--quick`."""

import sys
import time
from collections.abc import Callable

from benchmarks.dedup import fit, pairs, quality, scaling, speed, stream

PARTS: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
    "quality": (lambda: quality.main(120), lambda: quality.main(12)),
    "stream": (lambda: stream.main(120), lambda: stream.main(18, 12)),
    "pairs": (pairs.main, pairs.main),
    "fit": (fit.main, fit.main),
    "scaling": (scaling.main, lambda: scaling.main(10_000)),
    "speed": (speed.main, lambda: speed.main(2_000)),
}


def main() -> None:
    """Run the named parts, or all."""
    quick = "--quick" in sys.argv[1:]
    for name in [one for one in sys.argv[1:] if one != "--quick"] or PARTS:
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        PARTS[name][quick]()
        print(f"   {time.monotonic() - started:.0f} s", flush=True)


main()
