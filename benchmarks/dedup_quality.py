"""What becomes of a text that is copied, cut, extended, edited or filled in again: 42 texts of our own.

For each kind of edit: the share of new texts whose base is found through the index, and the share related to it as they
should be; then the false merges among the bases and among forms filled in again. The texts are made of phrases with a
fixed seed, so that two bases share about as much wording as two reports of one outlet. About 10 s.
"""

import random
import statistics
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from worker.news.fingerprint import make_fingerprint, query_hashes
from worker.news.relation import relate_wording
from worker.news.types import Candidate, Item, Relation, RelationKind

BASES_PER_LANGUAGE, SENTENCES, ROUNDS = 14, 11, 3
DAY = datetime(2025, 5, 6, 12, tzinfo=UTC)
PHRASES = tomllib.loads(Path(__file__).with_name("dedup_phrases.toml").read_text("utf-8"))
PLACES = ("Denizli", "Manisa", "Kastamonu", "Amatrice", "Norcia", "Potenza", "Erzincan", "Tokat", "Avezzano", "Bingöl")


class Edit(NamedTuple):
    """One kind of change, and the relations that are right for it."""

    name: str
    change: Callable[[list[str], str, random.Random], list[str]]
    right: frozenset[RelationKind]


# --- Texts ------------------------------------------------------------------------------------------------------------
def write_sentence(language: str, chance: random.Random) -> str:
    parts = [chance.choice(slot.split("|")) for slot in PHRASES[language]["slots"]]
    text = " ".join(part.replace("{n}", str(chance.randint(12, 980))) for part in parts)
    return f"{text[0].upper()}{text[1:]}."


def write_base(language: str, chance: random.Random) -> list[str]:
    return [write_sentence(language, chance) for _ in range(SENTENCES)]


def fill_form(language: str, chance: random.Random) -> list[str]:
    text = str(PHRASES[language]["form"]).replace("{p}", chance.choice(PLACES))
    while "{n}" in text:
        text = text.replace("{n}", str(chance.randint(2, 99)), 1)
    return [text]


def change_words(share: float) -> Callable[[list[str], str, random.Random], list[str]]:
    """Replace a share of the words by others of the language."""

    def change(base: list[str], language: str, chance: random.Random) -> list[str]:
        pool = [
            word for slot in PHRASES[language]["slots"] for word in slot.replace("|", " ").split() if "{" not in word
        ]
        return [
            " ".join(chance.choice(pool) if chance.random() < share else word for word in sentence.split()) + "."
            for sentence in base
        ]

    return change


def change_figure(base: list[str], _: str, chance: random.Random) -> list[str]:
    """A correction: one number becomes another."""
    numbers = [word for sentence in base for word in sentence.split() if word.isdigit()]
    old = chance.choice(numbers) if numbers else ""
    return [" ".join("1007" if word == old else word for word in sentence.split()) for sentence in base]


def add_sentences(count: int) -> Callable[[list[str], str, random.Random], list[str]]:
    def change(base: list[str], language: str, chance: random.Random) -> list[str]:
        return base + [write_sentence(language, chance) for _ in range(count)]

    return change


def quote_passage(base: list[str], language: str, chance: random.Random) -> list[str]:
    """Three of eleven sentences, as a long quotation in another article."""
    start = chance.randrange(SENTENCES - 3)
    own = [write_sentence(language, chance) for _ in range(8)]
    return own[:4] + base[start : start + 3] + own[4:]


COPY = frozenset({RelationKind.DUPLICATE, RelationKind.NEAR_DUPLICATE})
NEAR, CUT = frozenset({RelationKind.NEAR_DUPLICATE}), frozenset({RelationKind.EXCERPT})
MORE, APART = frozenset({RelationKind.UPDATE}), frozenset({RelationKind.NEW, RelationKind.OVERLAP})
EDITS = (
    Edit("verbatim", lambda base, *_: base, frozenset({RelationKind.DUPLICATE})),
    Edit("dateline and footer", lambda base, lang, _: ["ROMA, 6 (XYZ) -", *base, PHRASES[lang]["footer"]], COPY),
    Edit("sentences in another order", lambda base, *_: base[5:] + base[:5], COPY),
    Edit("last tenth cut", lambda base, *_: base[:-1], COPY),
    Edit("5 % of the words edited", change_words(0.05), NEAR),
    Edit("10 % edited", change_words(0.10), NEAR),
    Edit("15 % edited", change_words(0.15), NEAR),
    Edit("first half", lambda base, *_: base[: SENTENCES // 2], CUT),
    Edit("second half", lambda base, *_: base[SENTENCES // 2 :], CUT),
    Edit("lead of three sentences", lambda base, *_: base[:3], CUT),
    Edit("lead of one sentence", lambda base, *_: base[:1], CUT),
    Edit("lead of three, 10 % edited", lambda base, *rest: change_words(0.10)(base[:3], *rest), CUT),
    Edit("three sentences more", add_sentences(3), MORE),
    Edit("twice as long", add_sentences(SENTENCES), MORE),
    Edit("one figure corrected", change_figure, MORE),
    Edit("long quotation elsewhere", quote_passage, frozenset({RelationKind.OVERLAP})),
)


# --- Measuring --------------------------------------------------------------------------------------------------------
class Known(NamedTuple):
    """The bases, with the index SQL would hold."""

    candidates: list[Candidate]
    postings: dict[int, set[int]]

    def find(self, item: Item) -> list[Candidate]:
        hashes = query_hashes(make_fingerprint(item))
        ids = {one for hash_ in hashes for one in self.postings.get(hash_, ())}
        return [self.candidates[one] for one in sorted(ids)]

    def relate(self, item: Item) -> Relation:
        return relate_wording(item, make_fingerprint(item), DAY, self.find(item))


def make_item(sentences: Sequence[str], language: str) -> Item:
    return Item(title=" ".join(sentences[0].split()[:9]), content=" ".join(sentences), language=language)


def index_items(items: Sequence[Item]) -> Known:
    postings: dict[int, set[int]] = defaultdict(set)
    candidates = []
    for i, item in enumerate(items):
        candidates.append(Candidate(i, make_fingerprint(item), f"base {i}", dated_at=DAY))
        for hash_ in candidates[-1].fingerprint.index:
            postings[hash_].add(i)
    return Known(candidates, postings)


def measure_edit(edit: Edit, known: Known, bases: list[tuple[str, list[str]]], chance: random.Random) -> None:
    found = right = total = 0
    wrong: Counter[str] = Counter()
    for i, (language, base) in enumerate(bases * ROUNDS):
        item = make_item(edit.change(base, language, chance), language)
        relation = known.relate(item)
        total += 1
        found += any(candidate.article_id == i % len(bases) for candidate in known.find(item))
        if relation.kind in edit.right and relation.of == i % len(bases):
            right += 1
        else:
            wrong[relation.kind] += 1
    others = ", ".join(f"{kind} {count}" for kind, count in wrong.most_common(3))
    print(f"{edit.name:28} {total:5} {found / total:8.1%} {right / total:8.1%}   {others}")


def count_merges(items: Sequence[Item]) -> str:
    """How many of the items, each against all before it, would be taken for something already said."""
    merged = Counter(index_items(items[:i]).relate(item).kind for i, item in enumerate(items) if i)
    return f"{sum(n for kind, n in merged.items() if kind.joins_story)} of {len(items) - 1} merged ({dict(merged)})"


def time_calls(items: Sequence[Item], known: Known) -> Iterator[str]:
    for name, call in (("make_fingerprint", make_fingerprint), ("find and relate", known.relate)):
        times = []
        for item in items:
            start = time.perf_counter()
            call(item)
            times.append((time.perf_counter() - start) * 1000)
        yield f"{name}: median {statistics.median(times):.2f} ms"


def main() -> None:
    """Print the table."""
    chance = random.Random(5)
    bases = [(language, write_base(language, chance)) for language in PHRASES for _ in range(BASES_PER_LANGUAGE)]
    items = [make_item(base, language) for language, base in bases]
    known = index_items(items)
    words = statistics.mean(len(item.text.split()) for item in items)
    rows = statistics.mean(len(c.fingerprint.index) for c in known.candidates)
    print(f"{len(items)} bases of {words:.0f} words, {rows:.0f} index rows each\n")
    print(f"{'edit':28} {'n':>5} {'found':>8} {'right':>8}   else")
    for edit in EDITS:
        measure_edit(edit, known, bases, chance)
    print(f"\nbases among each other: {count_merges(items)}")
    forms = [make_item(fill_form(language, chance), language) for language in PHRASES for _ in range(10)]
    print(f"forms filled in again: {count_merges(forms)}")
    print("; ".join(time_calls(items, known)))


if __name__ == "__main__":
    main()
