"""Where wording becomes hashes: word 3-shingles, and the few of them that are kept to find copies by.

The index keeps the least hash of every window of 8 shingles at the start of a text and of 12 after it, and the least of
the first 4; a query takes the least of every 4. What is least in a wide window is least in any narrow one inside it, so
a passage that fills one window of the index is always found: the first 6 words, 10 words at the start of an article, 14
words anywhere.
"""

import html
import re
import struct
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from xxhash import xxh3_64_intdigest

from worker.news.boilerplate import cut_boilerplate
from worker.news.figures import figure_keys
from worker.news.identity import hash_words, strip_outlet
from worker.news.language import detect_language
from worker.news.naming import find_dateline, list_names, list_titled
from worker.news.text import tokenize, words
from worker.news.types import Fingerprint, Item

SHINGLE_WORDS = 3  # NEWS-COPY's choice too; 2 finds phrases, 4 loses a lightly edited copy (.85^4 of it is left)
# Windows, as measured (docs/evidence.md). Of single sentences from inside others' articles 32 in the body found .86
# with 24 rows an article, 20 found .94 with 29, and 12 finds .97 with 37 (docs/benchmarks.md).
_LEAD_SHINGLES = 80
_LEAD_WINDOW = 8
_BODY_WINDOW = 12
_QUERY_WINDOW = 4
_MOST = 0.5
# Below this a text is a stub ("Details soon") or missing, and the title is what the item says.
_SHORTEST_TEXT = 8
_LEAD_WORDS = 50  # two sentences: what a template changes (place, name, number) stands there
_WORD_LENGTH = 12  # characters with the blank, where words are long (Turkish, 8.6)
_MOST_CAPITALS = 0.6
_ENDS = re.compile(r"[.!?:…\n]")
_SAMPLE = 500  # characters by which the language is told; feeds declare "tr-TR", or nothing
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MASK = (1 << 48) - 1  # 48 bits: fits every SQL integer and JSON; 1e8 shingles collide with probability 1e8/2^48 a hash


class WrittenItem(NamedTuple):
    """What a fingerprint is made of, still in words: without its outlet, its footer, references and tags."""

    title: str
    body: str
    title_words: list[str]
    body_words: list[str]
    declared: str | None
    """The language, as the item says."""

    @property
    def whole(self) -> str:
        return f"{self.title}\n{self.body}"

    @property
    def _has_text(self) -> bool:
        return len(self.body_words) >= _SHORTEST_TEXT

    @property
    def compared(self) -> str:
        """Whose shingles the fingerprint has."""
        return self.body if self._has_text else self.whole

    @property
    def compared_words(self) -> list[str]:
        return self.body_words if self._has_text else self.title_words + self.body_words

    @property
    def language(self) -> str:
        return detect_language(self.whole[:_SAMPLE], self.declared)


def write_out(item: Item) -> WrittenItem:
    """An item as it is compared: its text without the footer; title and text where the text is a stub."""
    title, body = strip_outlet(item.title, item.source), cut_boilerplate(read_plain(item.text))
    return WrittenItem(title, body, words(title), words(body), item.language)


def make_fingerprint(item: Item) -> Fingerprint:
    """The wording of an item as hashes."""
    written = write_out(item)
    hashes = hash_shingles(written.compared_words)
    said = written.body_words if written.body is item.text else words(item.text)
    return Fingerprint(
        shingles=frozenset(hashes),
        index=_select_index(hashes),
        content_hash=hash_words(words(item.title), said),
        tokens=len(written.body_words) or len(written.title_words),
        figures=_read_figures(written),
        lead=frozenset(written.title_words + written.body_words[:_LEAD_WORDS]),
        names=_read_names(written.body),
        named=_list_named(written),
        query=_select_query(hashes),
    )


def read_plain(text: str) -> str:
    """The text without the references and tags that an outlet, or a file to replay, left in it."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    return html.unescape(text) if "&" in text else text


def _read_names(body: str) -> frozenset[str]:
    """Words with a capital inside a sentence, behind the dateline; none of a text that writes most words so."""
    body = body[find_dateline(body) :]
    tokens = tokenize(body[: _LEAD_WORDS * _WORD_LENGTH], _LEAD_WORDS)
    inside = [
        token
        for before, token in pairwise(tokens)
        if body[token.start].isupper() and not _ENDS.search(body[before.end : token.start])
    ]
    return frozenset(token.folded for token in inside) if len(inside) <= _MOST_CAPITALS * len(tokens) else frozenset()


def _list_named(written: WrittenItem) -> frozenset[str]:
    opening = written.body[: _LEAD_WORDS * _WORD_LENGTH]
    named = {token.folded for token in list_names(opening, tokenize(opening, _LEAD_WORDS))}
    return frozenset(named | list_titled(written.title))


def _read_figures(written: WrittenItem) -> frozenset[str]:
    whole = written.whole
    return figure_keys(whole, written.language) if any(map(str.isdigit, whole)) else frozenset()


def hash_shingles(tokens: Sequence[str]) -> list[int]:
    """A 48-bit hash of every run of three words, in order; of all words together where there are fewer."""
    if 0 < len(tokens) < SHINGLE_WORDS:
        return [_hash(" ".join(tokens))]
    return [_hash(f"{a} {b} {c}") for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False)]


def _hash(shingle: str) -> int:
    return xxh3_64_intdigest(shingle.encode()) & _MASK


def query_hashes(fp: Fingerprint) -> tuple[int, ...]:
    """The hashes to look candidates up by: the query winnowing, or every shingle of what came back from SQL."""
    return fp.query or tuple(sorted(fp.shingles))


def _select_index(hashes: Sequence[int]) -> tuple[int, ...]:
    # The first window of a query besides: a short first sentence fills no window of the lead.
    chosen = _winnow(hashes[:_LEAD_SHINGLES], _LEAD_WINDOW) | set(hashes[:1] and [min(hashes[:_QUERY_WINDOW])])
    if len(hashes) > _LEAD_SHINGLES:
        # The wide windows begin inside the lead, so that no passage falls between the two.
        chosen |= _winnow(hashes[_LEAD_SHINGLES - _BODY_WINDOW + 1 :], _BODY_WINDOW)
    return tuple(sorted(chosen))


def _select_query(hashes: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted(_winnow(hashes, _QUERY_WINDOW)))


def _winnow(hashes: Sequence[int], window: int) -> set[int]:
    """The least hash of every window; every hash of a headline, which has none to spare."""
    if len(hashes) <= _LEAD_WINDOW:
        return set(hashes)
    # All windows are fours, or two or three of them: the least of twelve is the least of what is least in each four.
    fours = list(map(min, hashes, hashes[1:], hashes[2:], hashes[3:]))
    return set(map(min, *(fours[i:] for i in range(0, window, 4)))) if window > 4 else set(fours)


# --- For SQL ----------------------------------------------------------------------------------------------------------
_ITEM = 8  # bytes


def pack_shingles(shingles: Collection[int]) -> bytes:
    """Shingles as sorted unsigned 64-bit integers, little endian: equal sets give equal bytes."""
    ordered = sorted(set(shingles))
    return struct.pack(f"<{len(ordered)}Q", *ordered)


def unite_shingles(packed: Iterable[bytes | None]) -> set[int]:
    """The shingles of several packed texts together; of one that was never compared there are none."""
    return set().union(*(unpack_shingles(one) for one in packed if one))


# Where many tell a story, each is compared with the same others before it. 256 of 200 words are 4 MB, of 1,000 25.
@lru_cache(256)
def unpack_shingles(data: bytes) -> frozenset[int]:
    """The shingles of `pack_shingles`. Raises ValueError where the length is not a multiple of 8."""
    if len(data) % _ITEM:
        raise ValueError(f"{len(data)} bytes are no packed shingles (8 bytes each): the row was cut; make it again")
    return frozenset(struct.unpack(f"<{len(data) // _ITEM}Q", data))


def shares_most(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two texts share at least half of their wording: what they are to each other is for wording to say."""
    shared = len(one.shingles & other.shingles)
    return shared > 0 and shared >= _MOST * max(len(one.shingles), len(other.shingles))


def measure_containment(part: Iterable[int], whole: frozenset[int]) -> float:
    """The share of `part` that stands in `whole`, 0…1; 0 for nothing."""
    distinct = frozenset(part)
    return len(distinct & whole) / len(distinct) if distinct else 0.0
