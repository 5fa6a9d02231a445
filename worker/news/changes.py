"""What was put right between two versions of a text: figures, names, days and hours."""

from typing import NamedTuple

from worker.news.correction import describe_corrections, find_corrections
from worker.news.redating import describe_redated, find_redated
from worker.news.renaming import describe_renamed, find_renamed
from worker.news.types import Candidate, Fingerprint, Item


class Changes(NamedTuple):
    """What was put right."""

    says: str
    """`a figure changed: 3 → 7, a name changed: Palermo → Catania, a date changed: 12 April → 19 April`."""
    renamed: bool
    """Whether a name was."""


def find_changes(item: Item, new: Fingerprint, older: Candidate) -> Changes | None:
    """What an item puts right of an older article; None for nothing."""
    old = older.fingerprint
    figures, names = describe_corrections(find_corrections(item, new, old)), find_renamed(item, new, old)
    parts = figures, describe_renamed(names, older.label), describe_redated(find_redated(item, new, old))
    return Changes(", ".join(filter(None, parts)), bool(names)) if any(parts) else None
