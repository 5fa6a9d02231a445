"""What one entry of the list of protections says."""

from typing import NamedTuple


class Mutation(NamedTuple):
    """A protection: in `file`, `old` becomes `new`, and `test` must fail."""

    name: str
    file: str
    old: str
    new: str
    test: str
