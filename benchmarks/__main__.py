"""`make bench`: all benchmarks, one after the other; `python -m benchmarks replay_speed` runs the named ones."""

import importlib
import pkgutil
import sys

import benchmarks

NO_BENCHMARKS = (
    "__main__",
    "baselines",
    "dedup",
)  # what one compares with; what has a verb of its own, make bench-dedup


def main() -> None:
    """Run the named benchmarks, or all."""
    given = [word for word in sys.argv[1:] if not word.startswith("-")]
    names = given or [one.name for one in pkgutil.iter_modules(benchmarks.__path__) if one.name not in NO_BENCHMARKS]
    for name in names:
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


main()
