"""Galata, a news watch for Türkiye and Italy: the program. Its rooms are drawn in docs/architecture.md."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("galata-news")
except PackageNotFoundError:  # run from a folder that was never installed
    __version__ = "0"
