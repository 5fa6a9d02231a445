"""`make bench-dedup`: all parts in turn; `python -m benchmarks.dedup quality` the named ones; `--quick`.

`python -m benchmarks.dedup worn --texts DIR` measures on texts of a folder (benchmarks/dedup/given.py).
"""

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from benchmarks.dedup import aged, beside, fit, limits, pairs, quality, scaling, speed, stream, worn

PARTS: dict[str, Callable[[Namespace], object]] = {
    "quality": lambda asked: quality.main(12 if asked.quick else 120),
    "worn": lambda asked: worn.main(asked.texts, 6 if asked.quick else 40, asked.half),
    "forms": lambda asked: worn.main_forms(asked.half),
    "stream": lambda asked: stream.main(18, 12) if asked.quick else stream.main(120),
    "pairs": lambda _asked: pairs.main(),
    "beside": lambda asked: beside.main(2_000) if asked.quick else beside.main(),
    "fit": lambda _asked: fit.main(),
    "limits": lambda asked: limits.main(2_000) if asked.quick else limits.main(),
    "scaling": lambda asked: scaling.main(10_000) if asked.quick else scaling.main(),
    "aged": lambda asked: aged.main(10_000) if asked.quick else aged.main(),
    "speed": lambda asked: speed.main(2_000) if asked.quick else speed.main(),
}


def read_arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks.dedup")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="some minutes instead of an hour")
    parser.add_argument("--texts", type=Path, help="a folder of JSON lines (language, title, text) for `worn`")
    parser.add_argument("--half", choices=sorted(worn.SEEDS), default="report", help="`tune` shows the mistakes")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}: there are {', '.join(PARTS)}")
    return asked


def main() -> None:
    """Run the named parts, or all."""
    asked = read_arguments()
    for name in asked.parts or PARTS:
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        PARTS[name](asked)
        print(f"   {time.monotonic() - started:.0f} s", flush=True)


main()
