"""The obvious peers, as their users set them up: exact hash, MinHash-LSH, SimHash, rapidfuzz.

Each is asked for the nearest known text and how near it is; where a threshold is not its users' own it is chosen on the
tuning half, so that it merges most there with false merges of at most 1 in 200.
"""

import hashlib
import re
from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from datasketch import MinHash, MinHashLSH
from rapidfuzz import fuzz, process, utils
from simhash import Simhash, SimhashIndex

PERMUTATIONS = 128


class Nearest(NamedTuple):
    """The place of the nearest known text, None for none, and its score: higher is nearer."""

    place: int | None
    score: float = 0.0


NOTHING = Nearest(None)


class Peer(Protocol):
    """What finds texts again."""

    name: str

    @property
    def thresholds(self) -> Sequence[float]: ...

    """Those of its users; where there are several, the one to take is chosen on the tuning half."""

    def add(self, text: str) -> None: ...
    def find(self, text: str) -> Nearest: ...


def list_tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def list_shingles(text: str) -> list[str]:
    words = list_tokens(text)
    return [" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))]


class ExactHash:
    """SHA-256 of the lower-case words."""

    name, thresholds = "exact hash", (1.0,)

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.count = 0

    def digest(self, text: str) -> str:
        return hashlib.sha256(" ".join(list_tokens(text)).encode()).hexdigest()

    def add(self, text: str) -> None:
        self.known.setdefault(self.digest(text), self.count)
        self.count += 1

    def find(self, text: str) -> Nearest:
        place = self.known.get(self.digest(text))
        return NOTHING if place is None else Nearest(place, 1.0)


class MinHashes:
    """datasketch's MinHash-LSH over word 3-shingles; among the candidates the highest estimated Jaccard."""

    def __init__(self, name: str, thresholds: Sequence[float], **lsh: Any) -> None:
        self.name, self.thresholds = name, thresholds
        self.index = MinHashLSH(num_perm=PERMUTATIONS, **lsh)
        self.known: list[MinHash] = []

    def sketch(self, text: str) -> MinHash:
        made = MinHash(num_perm=PERMUTATIONS)
        made.update_batch([shingle.encode() for shingle in list_shingles(text)])
        return made

    def add(self, text: str) -> None:
        self.known.append(self.sketch(text))
        self.index.insert(len(self.known) - 1, self.known[-1], check_duplication=False)

    def find(self, text: str) -> Nearest:
        made = self.sketch(text)
        scored = [(made.jaccard(self.known[place]), -place) for place in self.index.query(made)]
        return Nearest(-max(scored)[1], max(scored)[0]) if scored else NOTHING


class SimHashes:
    """simhash's 64 bits over word 3-shingles, within some bits of distance; 3 are those of its paper."""

    def __init__(self, name: str, bits: int, thresholds: Sequence[float]) -> None:
        self.name, self.thresholds = name, thresholds
        self.index = SimhashIndex([], k=bits, log=_Silent())
        self.known: list[Simhash] = []

    def add(self, text: str) -> None:
        self.known.append(Simhash(list_shingles(text)))
        self.index.add(str(len(self.known) - 1), self.known[-1])

    def find(self, text: str) -> Nearest:
        made = Simhash(list_shingles(text))
        near = [(-made.distance(self.known[int(place)]), -int(place)) for place in self.index.get_near_dups(made)]
        return Nearest(-max(near)[1], float(max(near)[0])) if near else NOTHING


class _Silent:
    """simhash warns of every full bucket."""

    def info(self, *_: object) -> None: ...
    def debug(self, *_: object) -> None: ...
    def warning(self, *_: object) -> None: ...


class Fuzzy:
    """rapidfuzz's token_set_ratio against every text known: no index, so its cost grows with what is known."""

    name, thresholds = "rapidfuzz token_set_ratio", (70.0, 75.0, 80.0, 85.0, 90.0, 95.0)

    def __init__(self) -> None:
        self.known: list[str] = []

    def add(self, text: str) -> None:
        self.known.append(utils.default_process(text))

    def find(self, text: str) -> Nearest:
        asked = utils.default_process(text)
        best = process.extractOne(asked, self.known, scorer=fuzz.token_set_ratio, processor=None)
        return Nearest(best[2], best[1]) if best else NOTHING


def make_peers() -> list[Peer]:
    """One of each."""
    grid = tuple(i / 20 for i in range(1, 20))
    return [
        ExactHash(),
        MinHashes("MinHash-LSH, .8", (0.0,), threshold=0.8),
        MinHashes("MinHash-LSH, .5", (0.0,), threshold=0.5),
        MinHashes("MinHash 64×2, Jaccard tuned", grid, params=(64, 2)),
        SimHashes("SimHash64, 3 bits", 3, (-3.0,)),
        SimHashes("SimHash64, bits tuned", 12, tuple(-float(bits) for bits in range(4, 13))),
        Fuzzy(),
    ]
