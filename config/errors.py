"""The one error of this room, and how it names what the writer may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


class ConfigError(Exception):
    """Settings or a data file cannot be used. `problems` holds one line for each mistake; all are told at once."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def name_nearest(word: str, known: Iterable[str], quote: str = "'") -> str:
    """`", did you mean 'language'?"` when a known word is close, else the empty string."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f", did you mean {quote}{near[0]}{quote}?" if near else ""
