"""`make bench`: all benchmarks, one after the other; `python -m benchmarks replay_speed` runs the named ones."""

import importlib
import pkgutil
import sys

import benchmarks


def main() -> None:
    """Run the named benchmarks, or all."""
    names = sys.argv[1:] or [one.name for one in pkgutil.iter_modules(benchmarks.__path__) if one.name != "__main__"]
    for name in names:
        print(f"\n== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


main()
