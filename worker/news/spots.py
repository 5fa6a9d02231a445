"""A few words of a text and what stands around them: what may have stood there before is tried against hashes.

Of an older text there are no words any more, only hashes of every three. Words that make wording of the old text
between the same neighbours stood there.
"""

from collections.abc import Sequence, Set
from typing import NamedTuple

from worker.news.fingerprint import SHINGLE_WORDS, hash_shingles
from worker.news.text import Token

_AROUND = SHINGLE_WORDS - 1  # words on either side that share a shingle with what stands between


class Spot(NamedTuple):
    """Words of a text, folded, with their neighbours."""

    before: list[str]
    words: list[str]
    after: list[str]

    def count_with(self, words: Sequence[str], known: Set[int]) -> int:
        """How many shingles are known if these words stand there."""
        return len(self._hash_with(words) & known)

    def fits(self, words: Sequence[str], known: Set[int]) -> bool:
        """Whether all shingles are known if these words stand there."""
        return self._hash_with(words) <= known

    def replaces(self, words: Sequence[str], gone: Set[int]) -> bool:
        """Whether these words make other wording there than its own, all of it `gone`."""
        other = self._hash_with(words) - self._hash_with(self.words)
        return bool(other) and other <= gone

    def is_known(self, known: Set[int]) -> bool:
        """Whether all shingles of its own words are."""
        return self.fits(self.words, known)

    def _hash_with(self, words: Sequence[str]) -> set[int]:
        return set(hash_shingles([*self.before, *words, *self.after]))


def cut_spot(tokens: Sequence[Token], first: int, last: int) -> Spot:
    """The words from `first` to before `last`."""
    parts = tokens[max(0, first - _AROUND) : first], tokens[first:last], tokens[last : last + _AROUND]
    return Spot(*([token.folded for token in part] for part in parts))
