"""Everything that can be wrong with settings' data files, told at once: what `galata config check` prints.

What a query or a schedule means is the program's to know, so the caller hands in what reads them.
"""

from collections.abc import Callable, Iterable

from config.errors import ConfigError
from config.files import load_feeds, load_subscriptions, read_document
from config.settings import Settings

Reader = Callable[[str], object]
"""Reads a text, and raises an error whose text is one line when it cannot."""
LOADERS: tuple[Callable[[Settings], object], ...] = (load_feeds, load_subscriptions)


def check_config(
    settings: Settings, *, read_query: Reader | None = None, read_schedule: Reader | None = None
) -> list[str]:
    """The problems of all data files, one line each, in the order of the files; empty when there are none."""
    problems: list[str] = []
    for load in LOADERS:
        try:
            load(settings)
        except ConfigError as error:
            problems += error.problems
    if not any("subscriptions" in problem for problem in problems):
        problems += check_subscriptions(settings, (("query", read_query), ("schedule", read_schedule)))
    return problems


def check_subscriptions(settings: Settings, readers: Iterable[tuple[str, Reader | None]]) -> list[str]:
    """The problems that the program's own readers find in the subscriptions' texts."""
    document = read_document(settings, "subscriptions.toml")
    for key, read in readers:
        for number, subscription in enumerate(load_subscriptions(settings)):
            why = explain_failure(read, getattr(subscription, key))
            if why:
                document.note_problem(("subscriptions", number, key), why)
    return document.problems


def explain_failure(read: Reader | None, text: str) -> str:
    """Why `text` cannot be read; empty when it can, when there is nothing to read, and nothing to read it with."""
    if read is None or not text:
        return ""
    try:
        read(text)
    except Exception as error:  # any: the readers' errors are not ours to know by name
        return str(error)
    return ""
