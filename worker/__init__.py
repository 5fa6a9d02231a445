"""Galata, a news watch for Türkiye and Italy: the program. Its rooms are drawn in docs/architecture.md."""

import gc
from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("galata-news")
except PackageNotFoundError:  # run from a folder that was never installed
    __version__ = "0"

# What is imported and read at the start stays for good. Looking through it after each 700 new objects took an eighth of
# what a process needs to start (1.16 s of a processor, so 1.03) and a fiftieth of judging.
gc.set_threshold(50_000, 20, 100)
