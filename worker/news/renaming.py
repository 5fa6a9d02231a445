"""Which names changed between two versions of a text: a town or a person put right in the same sentence.

A name took another's place only if nothing is left of the one and nothing was there of the other: who writes "Ankara"
for "Türkiye", or "Rossi" for "the minister", has both in the text. Of the older text only the names of its opening are
known, so one that stood further down alone is not found.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from difflib import SequenceMatcher
from itertools import islice, pairwise, permutations
from typing import NamedTuple

from worker.news.concepts import find_mentions
from worker.news.fingerprint import SHINGLE_WORDS, hash_shingles, write_out
from worker.news.naming import list_names
from worker.news.spots import Spot, cut_spot
from worker.news.text import Token, tokenize
from worker.news.types import Fingerprint, Item

_MOST_WORDS = 2
_MOST_NAMED = 3
_MOST_SPOTS = 24
_MOST_TRIED = 12
_MOST_EDITS = 3  # in other places: who puts a name right leaves the rest, who edits a text may write of others
_STEM = 5  # letters: what begins like a word without a capital is no name
# Of the letters: one name, spelt in two ways or mistyped.
_ALIKE, _ALIKE_OF_ONE_LENGTH = 0.8, 0.75
_LEAST_STEM = 4
_ARTICLES = ((), ("the",), ("la",))
# One thing under several names: a capital for its country, a town as its own people call it.
_SAME = tuple(
    frozenset(names.split())
    for names in (
        "turkiye turkey turkish turk turks turkler turchia turco turca turchi turche ankara",
        "italy italian italians italya italyan italyanlar italia italiano italiana italiani italiane rome roma roman",
        "izmir smirne smyrna",
        "florence firenze floransa",
        "naples napoli",
        "venice venezia venedik",
        "turin torino",
        "milan milano",
        "leghorn livorno",
        "kyiv kiev",
        "eu europe european ab avrupa ue europa europeo europea",
        "us usa american americans abd amerikan amerika washington",
        "uk britain british london",
    )
)


class Renamed(NamedTuple):
    """A name that took another's place: the old one folded, the new one as it is written."""

    old: str
    new: str


class _Run(NamedTuple):
    """Words with capitals that stand in no wording that is known, and how they are written."""

    spot: Spot
    written: str


def find_renamed(item: Item, new: Fingerprint, old: Fingerprint) -> list[Renamed]:
    """The names of an item's text that stand where an older text has others, in their order."""
    if new.shingles >= old.shingles:
        return []
    written = write_out(item)
    gone = old.named.difference(written.title_words, written.body_words)
    if not gone:
        return []
    language, tokens = written.language, tokenize(written.body)
    common = {token.folded[:_STEM] for token in tokens if written.body[token.start].islower()}
    tried = [word for word in sorted(gone) if word[:_STEM] not in common and not _means_thing(word, language)]
    runs = (run for run in _list_runs(written.body, language, old.shingles) if old.lead.isdisjoint(run.spot.words))
    read = (_find_old(run, tried[:_MOST_TRIED], old.shingles, language) for run in islice(runs, _MOST_SPOTS))
    found = [one for one in read if one]
    edited = sum(1 for _ in _list_unknown(tokens, old.shingles)) - len(found)
    return list(dict.fromkeys(found)) if edited <= _MOST_EDITS else []


def describe_renamed(renamed: Sequence[Renamed]) -> str:
    """`a name changed: Palermo → Catania`; empty where none did."""
    if not renamed:
        return ""
    named = [f"{one.old} → {one.new}" for one in renamed[:_MOST_NAMED]]
    return f"{'a name' if len(renamed) == 1 else 'names'} changed: {', '.join(named)}"


def spell_old(renamed: Iterable[Renamed], spelling: str) -> list[Renamed]:
    """Names with the old ones as they are written in `spelling`, a text that may have them, or with capitals."""
    spelt = {token.folded: spelling[token.start : token.end] for token in tokenize(spelling)}
    return [
        Renamed(" ".join(spelt.get(word, word.capitalize()) for word in one.old.split()), one.new) for one in renamed
    ]


def find_other_names(told: Iterable[str], known: Set[int], language: str) -> set[str]:
    """Those of some sentences that have a name where known wording, as shingles, has something else."""
    runs = ((one, run) for one in told for run in _list_runs(one, language, known))
    return {one for one, run in islice(runs, _MOST_SPOTS) if _replaces_other(run.spot, known)}


def _replaces_other(spot: Spot, known: Set[int]) -> bool:
    if spot.count_with([], known):  # put in, in the place of nothing
        return False
    others = (other for same in _SAME if not same.isdisjoint(spot.words) for other in same)
    bare = spot._replace(before=[])  # "La Turchia" for "Ankara"
    ways = [[*article, other] for other in others for article in _ARTICLES]
    return not any(one.fits(words, known) for one in (spot, bare) for words in ways)


# --- Names ------------------------------------------------------------------------------------------------------------
def _list_runs(text: str, language: str, known: Set[int]) -> Iterator[_Run]:
    """The names between words that stand in known wording."""
    tokens = tokenize(text)
    names = list_names(text, tokens)
    for place in _list_unknown(tokens, known):
        first, last = _trim_edges(tokens, names, *place)
        found = tokens[first:last]
        named = all(token in names and not _means_thing(token.folded, language) for token in found)
        if named and 0 < len(found) <= _MOST_WORDS:
            yield _Run(cut_spot(tokens, first, last), text[found[0].start : found[-1].end])


def _list_unknown(tokens: Sequence[Token], known: Set[int]) -> Iterator[tuple[int, int]]:
    """The runs of words that stand in no three of known wording, as places."""
    covered = [False] * len(tokens)
    for i, one in enumerate(hash_shingles([token.folded for token in tokens])):
        if one in known:
            covered[i : i + SHINGLE_WORDS] = [True] * SHINGLE_WORDS
    edges = [i for i, (one, other) in enumerate(pairwise([True, *covered, True])) if one != other]
    if any(covered):
        yield from zip(edges[::2], edges[1::2], strict=True)


def _trim_edges(tokens: Sequence[Token], names: Set[Token], first: int, last: int) -> tuple[int, int]:
    """A run at either end of a text without the words that are no names: they fill no three of their own."""
    if first == 0:
        first = next((i for i in range(min(SHINGLE_WORDS, last)) if tokens[i] in names), last)
    if last == len(tokens):
        last = next((i for i in range(last, max(first, last - SHINGLE_WORDS), -1) if tokens[i - 1] in names), first)
    return first, last


def _means_thing(word: str, language: str) -> bool:
    """Whether it is a word for a thing or an office, whoever writes it with a capital."""
    return any(mention.key[0] == "c" for mention in find_mentions([word], language))


# --- Others -----------------------------------------------------------------------------------------------------------
def _find_old(run: _Run, tried: Sequence[str], known: Set[int], language: str) -> Renamed | None:
    """The one name among words that are gone which the older text has there."""
    ways = [words for count in (1, 2) for words in permutations(tried, count) if run.spot.fits(words, known)]
    if len(ways) != 1 or _is_same(ways[0], run.spot.words, language):
        return None
    return Renamed(" ".join(ways[0]), run.written)


def _is_same(old: Sequence[str], new: Sequence[str], language: str) -> bool:
    """Whether two names are forms of one: "Turkey" and "Türkiye", "EU" and "European Union", "Milano" and "Milan"."""
    if any(not same.isdisjoint(old) and not same.isdisjoint(new) for same in _SAME):
        return True
    if _list_places(old, language) & _list_places(new, language) or _abbreviates(old, new) or _abbreviates(new, old):
        return True
    return any(_is_spelt_alike(one, other) for one in old for other in new)


def _list_places(words: Sequence[str], language: str) -> set[str]:
    return {mention.key for mention in find_mentions(words, language)}


def _abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(long) > 1 and list(short) == ["".join(word[0] for word in long)]


def _is_spelt_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter[: max(_LEAST_STEM, len(shorter) - 1)]):
        return True
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio >= _ALIKE or (ratio >= _ALIKE_OF_ONE_LENGTH and len(one) == len(other))
