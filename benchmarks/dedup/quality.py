"""Is what was said before found again, and is what only looks like it left alone? Galata and its peers on one set.

Texts are split in halves by their seed: thresholds of the peers are chosen on the one, the other is reported.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.progress import track

from benchmarks.dedup.edits import COPY, CUT, EDITS, NEAR, QUOTATION, Edit
from benchmarks.dedup.galata import Galata, load_shipped_rules, open_galata
from benchmarks.dedup.peers import Peer, make_peers
from benchmarks.dedup.texts import LANGUAGES, WORDS, Desk, Text, fill_form, write_articles, write_roundup
from tests.news.data_events import GENERAL, read_events
from worker.news.types import Relation, RelationKind

MOST_FALSE = 0.005
FILLED, ROUNDUPS = 8, 12
MOST_OF_IT, NEARLY_ALL = 0.6, 0.9
SEEDS = {"tune": 5, "report": 6}
NEWS = dict(zip(SEEDS, GENERAL, strict=True))


class Asked(NamedTuple):
    """A changed text, what it was made of, and how."""

    edit: Edit
    text: Text
    base: int


class LabelledSet(NamedTuple):
    """What is known, what is asked, and what must not merge."""

    bases: list[Text]
    asked: list[Asked]
    forms: list[Text]
    roundups: list[Text]
    news: list[Text]
    """Ordinary news, which nothing generated: all of different events."""


def make_set(half: str, count: int) -> LabelledSet:
    """A half with so many bases a language."""
    chance = random.Random(SEEDS[half])
    bases = [text for language in LANGUAGES for text in write_articles(language, count, chance)]
    asked = [
        Asked(edit, edit.change(base, Desk(base.language, chance)), i)
        for edit in (*EDITS, QUOTATION)
        for i, base in enumerate(bases)
    ]
    forms = [fill_form(one, form, chance) for one in LANGUAGES for form in WORDS[one]["forms"] for _ in range(FILLED)]
    news = [Text(one.language, one.title, (one.text,)) for one in read_events(NEWS[half])]
    return LabelledSet(bases, asked, forms, list(make_roundups(bases, chance)), news)


def make_roundups(bases: Sequence[Text], chance: random.Random) -> Iterator[Text]:
    for language in LANGUAGES:
        ours = [base for base in bases if base.language == language]
        for _ in range(ROUNDUPS):
            yield write_roundup(language, [base.sentences[0] for base in chance.sample(ours, 6)], chance)


# --- Counting ---------------------------------------------------------------------------------------------------------
class Score:
    """How often something was so, by class and language."""

    def __init__(self) -> None:
        self.hits: Counter[tuple[str, str]] = Counter()
        self.total: Counter[tuple[str, str]] = Counter()

    def note(self, name: str, language: str, hit: bool) -> None:
        for key in ((name, language), (name, "all")):
            self.total[key] += 1
            self.hits[key] += hit

    def share(self, name: str, language: str = "all") -> float:
        return self.hits[name, language] / max(1, self.total[name, language])


class Measured(NamedTuple):
    """Of one method: whether the base was found again, whether the relation was right, what merged wrongly."""

    name: str
    merged: Score
    right: Score | None
    false: Score


# --- Galata -----------------------------------------------------------------------------------------------------------
def measure_galata(given: LabelledSet, *, verbose: bool = False) -> Measured:
    merged, right, false = Score(), Score(), Score()
    rules = load_shipped_rules()
    with open_galata(given.bases, rules) as (galata, relations):
        for base, relation in zip(given.bases, relations, strict=True):
            note_false(false, "bases", base, relation, verbose)
        for one in track(given.asked, "Galata", transient=True):
            note_asked(galata, one, (merged, right), verbose)
        for text in given.roundups:
            false.note("round-ups", text.language, galata.relate(text)[0].kind.joins_story)
    for name, texts in (("templates", given.forms), ("ordinary news", given.news)):
        with open_galata(texts, rules) as (_, relations):
            for text, relation in zip(texts, relations, strict=True):
                note_false(false, name, text, relation, verbose)
    return Measured("Galata", merged, right, false)


JOINING = {kind for kind in RelationKind if kind.joins_story}


def note_false(false: Score, name: str, text: Text, relation: Relation, verbose: bool) -> None:
    false.note(name, text.language, relation.kind in JOINING)
    if verbose and relation.kind in JOINING:
        print("   ", name, text.language, relation.kind, text.body[:90], "|", relation.of, relation.evidence)


def allow_relations(one: Asked, base: Text) -> frozenset[RelationKind]:
    """What is right; of what is most of a short article also that it is nearly the same, or the same."""
    if not one.edit.right.issuperset(CUT) or len(one.text.body) < MOST_OF_IT * len(base.body):
        return one.edit.right
    return one.edit.right | (COPY if len(one.text.body) >= NEARLY_ALL * len(base.body) else NEAR)


def note_asked(galata: Galata, one: Asked, scores: tuple[Score, Score], verbose: bool) -> None:
    relation, _ = galata.relate(one.text)
    found = relation.kind.joins_story and relation.of == one.base
    is_right = relation.of == one.base and relation.kind in allow_relations(one, galata.texts[one.base])
    scores[0].note(one.edit.name, one.text.language, found)
    scores[1].note(one.edit.name, one.text.language, is_right)
    if verbose and not is_right:
        print("   ", one.edit.name, one.text.language, relation.kind, len(one.text.body.split()), relation.evidence)


# --- Peers ------------------------------------------------------------------------------------------------------------
class Found(NamedTuple):
    """A peer's answers: (class, language, whether it named the base, score)."""

    asked: list[tuple[str, str, bool, float]]
    others: list[tuple[str, str, bool, float]]


def ask_peer(peer: Peer, blank: Peer, given: LabelledSet) -> Found:
    """All answers of a peer, before any threshold. `blank` is another of its kind, for forms and news."""
    others = list(ask_in_turn(peer, given.bases, "bases"))
    asked = []
    for one in track(given.asked, peer.name, transient=True):
        nearest = peer.find(one.text.body)
        asked.append((one.edit.name, one.text.language, nearest.place == one.base, nearest.score))
    for text in given.roundups:
        nearest = peer.find(text.body)
        others.append(("round-ups", text.language, nearest.place is not None, nearest.score))
    others += ask_in_turn(blank, given.forms, "templates")
    others += ask_in_turn(blank, given.news, "ordinary news")
    return Found(asked, others)


def ask_in_turn(peer: Peer, texts: Sequence[Text], name: str) -> Iterator[tuple[str, str, bool, float]]:
    for text in texts:
        nearest = peer.find(text.body)
        yield name, text.language, nearest.place is not None, nearest.score
        peer.add(text.body)


def measure_peer(name: str, found: Found, threshold: float) -> Measured:
    merged, false = Score(), Score()
    for scores, answers in ((merged, found.asked), (false, found.others)):
        for edit, language, named, score in answers:
            scores.note(edit, language, named and score >= threshold)
    return Measured(name, merged, None, false)


def choose_threshold(peer: Peer, found: Found) -> float:
    """The threshold that merges most on the tuning half among those with few false merges; else the strictest."""
    if len(peer.thresholds) == 1:
        return peer.thresholds[0]
    tried = {one: measure_peer(peer.name, found, one) for one in peer.thresholds}
    calm = {one: measured for one, measured in tried.items() if measured.false.share("bases") <= MOST_FALSE}
    return max(calm or {max(tried): tried[max(tried)]}, key=lambda one: mean_recall(tried[one]))


def mean_recall(measured: Measured) -> float:
    return sum(measured.merged.share(edit.name) for edit in EDITS) / len(EDITS)


def measure_peers(tune: LabelledSet, report: LabelledSet) -> Iterator[Measured]:
    chosen: dict[str, float] = {}
    for peer, blank in zip(make_peers(), make_peers(), strict=True):
        chosen[peer.name] = choose_threshold(peer, ask_peer(peer, blank, tune))
    for peer, blank in zip(make_peers(), make_peers(), strict=True):
        shown = f"{peer.name} ({abs(chosen[peer.name]):g})" if len(peer.thresholds) > 1 else peer.name
        yield measure_peer(shown, ask_peer(peer, blank, report), chosen[peer.name])


# --- Printing ---------------------------------------------------------------------------------------------------------
def print_recall(methods: Sequence[Measured]) -> None:
    print(
        f"\nmerge recall{'':28}" + "".join(f"{i:>7}" for i in range(1, len(methods) + 1)) + "   " + "Galata by language"
    )
    for edit in EDITS:
        row = "".join(f"{one.merged.share(edit.name):7.2f}" for one in methods)
        mine = methods[0].merged
        shares = [mine.share(edit.name, one) for one in LANGUAGES]
        spread = " / ".join(f"{share:.3f}" for share in shares)
        goal = f"{edit.goal:.2f}" if edit.goal else "    "
        met = (
            "" if edit.goal is None or min(mine.share(edit.name, one) for one in LANGUAGES) >= edit.goal else "  MISSED"
        )
        print(f"{edit.name:32} ≥ {goal} {row}   {spread}{met}")
    for i, one in enumerate(methods, 1):
        print(f"  {i}: {one.name}")


def print_rest(methods: Sequence[Measured]) -> None:
    print("\nrelation right, Galata: all, then " + " / ".join(LANGUAGES))
    right = methods[0].right
    assert right is not None
    for edit in EDITS:
        print(f"{edit.name:32} {right.share(edit.name):6.3f}   " + " / ".join(
            f"{right.share(edit.name, one):.3f}" for one in LANGUAGES))  # fmt: skip
    print("\nfalse merges")
    for name in ("ordinary news", "bases", "templates", "round-ups"):
        total = methods[0].false.total[name, "all"]
        print(f"{name:16} of {total:5} " + "".join(f"{one.false.share(name):8.2%}" for one in methods))
    quoted = [one.merged.share(QUOTATION.name) for one in methods]
    print(f"{'quotation merged':25} " + "".join(f"{share:8.2%}" for share in quoted))


def main(count: int = 200, half: str = "report", *, alone: bool = False) -> list[Measured]:
    """Print the tables. `half="tune"` shows what is wrong, one line a mistake, of the half that may be looked at."""
    given = make_set(half, count)
    words = sorted(len(base.body.split()) for base in given.bases)
    print(f"{half} half: {len(given.bases)} bases of {words[0]} to {words[-1]} words, median {words[len(words) // 2]}")
    print(f"{len(given.asked)} changed texts, {len(given.forms)} filled forms, {len(given.roundups)} round-ups")
    methods = [measure_galata(given, verbose=half == "tune")]
    if not alone:
        methods += measure_peers(make_set("tune", count), given)
    print_recall(methods)
    print_rest(methods)
    return methods
