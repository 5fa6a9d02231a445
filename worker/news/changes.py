"""What was put right between two versions of a text: figures, names, days and hours."""

from collections.abc import Sequence
from typing import NamedTuple

from worker.news.correction import Corrected, describe_corrections, find_corrections
from worker.news.fingerprint import SHINGLE_WORDS
from worker.news.redating import Redated, describe_redated, find_redated
from worker.news.renaming import Renamed, describe_renamed, find_renamed, spell_old
from worker.news.types import Candidate, Fingerprint, Item

_EDITED = 0.2  # of the wording: beyond, a figure was edited like the words around it


class Changes(NamedTuple):
    """What was put right."""

    figures: Sequence[Corrected]
    names: Sequence[Renamed]
    days: Sequence[Redated]

    def tell(self) -> str:
        """`a figure changed: 3 → 7, a name changed: Palermo → Catania, a date changed: 12 April → 19 April`."""
        parts = describe_corrections(self.figures), describe_renamed(self.names), describe_redated(self.days)
        return ", ".join(filter(None, parts))


def is_little_edited(new: Fingerprint, shared: int) -> bool:
    """Whether a text is else the same as another, with which it shares so many shingles."""
    return len(new.shingles) - shared <= max(2 * SHINGLE_WORDS, _EDITED * len(new.shingles))


def find_changes(item: Item, new: Fingerprint, older: Candidate, spelling: str = "") -> Changes | None:
    """What an item puts right of an older article; None for nothing. `spelling`: the older one's text, where it is at
    hand, for its names; else its label has some."""
    old = older.fingerprint
    names = spell_old(find_renamed(item, new, old), spelling or older.label)
    found = Changes(find_corrections(item, new, old), names, find_redated(item, new, old))
    return found if any(found) else None
