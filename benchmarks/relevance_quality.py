"""How well items are judged: about both countries or not, with the right topics, Leonardo the company or another.

Labelled items: tests/data/relevance/*.jsonl (`galata replay` reads them) and the tables of tests/news/data_items.py;
tests/news/labelled.py says which were judged before the rules knew them. `--wrong` lists the failures that rules may be
mended by: those that are not held out. Then what words alone would do (benchmarks/baselines.py), false items among
general headlines, languages of short headlines, and the speed of judging, on texts made of sentences of ours.
"""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import comb
from typing import NamedTuple

from benchmarks.baselines import KEYWORDS, NAMES, has_all, tag_terms
from tests.news.labelled import Labelled, load_items
from tests.news.load_rules import load_judge
from worker.news.language import detect_language
from worker.news.types import Item, Judgement

LANGUAGES = ("en", "tr", "it")
GENERAL = ("general", "everyday")  # groups of what outlets write of anything, the pair and its traps left aside
WORDS, ROUNDS = 200, 1_000
BOTH = (
    "The ministers of Italy and Türkiye met in Ankara on Monday to discuss trade, energy and the drone programme.",
    "Meloni said that Leonardo and Baykar would share the work; Erdoğan spoke of a new chapter for both economies.",
    "A second meeting is planned in Rome, where Tajani expects the agreement on customs to be signed before autumn.",
)
NEITHER = (
    "The council of the northern province met on Monday to discuss the harvest, the roads and the price of seed.",
    "A spokeswoman said that three bridges would be closed for repairs and that the old mill might become a museum.",
    "Farmers expect a better year, although the spring was dry and the river stood lower than at any time before.",
)


class Judged(NamedTuple):
    """An item and what became of it."""

    labelled: Labelled
    judgement: Judgement


# --- Quality ----------------------------------------------------------------------------------------------------------
class Counts(NamedTuple):
    """Decisions that were right, wrongly positive, and missed."""

    right: int
    wrong: int
    missed: int

    def describe(self) -> str:
        """ "P .93  R .90  F1 .91   (n+ 120)"."""
        precision, recall = _share(self.right, self.wrong), _share(self.right, self.missed)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        numbers = f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
        return f"{numbers}  ({self.right} right, {self.wrong} wrongly, {self.missed} missed)"


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0


def count_relevance(judged: Iterable[Judged]) -> Counts:
    """Kept or left out."""
    return _count((one.labelled.relevant, one.judgement.relevance.relevant) for one in judged)


def count_leonardo(judged: Iterable[Judged]) -> Counts:
    """The company named or not, among the items that have the word."""
    named = (one for one in judged if "leonardo" in f"{one.labelled.item.title} {one.labelled.item.text}".lower())
    return _count((one.labelled.leonardo, "leonardo" in one.judgement.entity_ids) for one in named)


def count_topics(judged: Iterable[Judged]) -> Counts:
    """Tags, where a reader gave all that fit; those that may be there or not count neither way."""
    return _count(pair for one in judged if one.labelled.topics is not None for pair in _pair_tags(one))


def _pair_tags(one: Judged, tagged: set[str] | None = None) -> Iterator[tuple[bool, bool]]:
    wanted = one.labelled.topics or frozenset()
    tagged = {topic.id for topic in one.judgement.topics} if tagged is None else tagged
    yield from ((tag in wanted, tag in tagged) for tag in (wanted | tagged) - one.labelled.also)


def _count(pairs: Iterable[tuple[bool, bool]]) -> Counts:
    listed = list(pairs)
    return Counts(*(listed.count(pair) for pair in ((True, True), (False, True), (True, False))))


def print_table(name: str, count: Callable[[Iterable[Judged]], Counts], judged: Sequence[Judged]) -> None:
    """One measure for each part, overall, by language and by group."""
    for part, held_out in (("seen", False), ("held out", True)):
        chosen = [one for one in judged if one.labelled.held_out is held_out]
        print(f"\n{name}, {part}: {len(chosen)} items\n  {'all':10} {count(chosen).describe()}")
        for language in LANGUAGES:
            spoken = [one for one in chosen if one.labelled.item.language == language]
            print(f"  {language:10} {count(spoken).describe()}")
        for group in sorted({one.labelled.group for one in chosen}):
            if sum(count(grouped := [one for one in chosen if one.labelled.group == group])):
                print(f"  {group:10} {count(grouped).describe()}")


def print_baselines(judged: Iterable[Judged]) -> None:
    """Words alone beside Galata, on what is held out: overall and by language."""
    held = [one for one in judged if one.labelled.held_out]
    for language in (None, *LANGUAGES):
        chosen = [one for one in held if language in (None, one.labelled.item.language)]
        tagged = [one for one in chosen if one.labelled.topics is not None]
        named = [one for one in chosen if "leonardo" in f"{one.labelled.item.title} {one.labelled.item.text}".lower()]
        rows = {
            "relevance  Galata": count_relevance(chosen),
            "relevance  names of both": _count((o.labelled.relevant, has_all(NAMES, o.labelled)) for o in chosen),
            "relevance  keyword lists": _count((o.labelled.relevant, has_all(KEYWORDS, o.labelled)) for o in chosen),
            "topics     Galata": count_topics(chosen),
            "topics     any term": _count(pair for o in tagged for pair in _pair_tags(o, tag_terms(o.labelled))),
            "leonardo   Galata": count_leonardo(chosen),
            "leonardo   the word": _count((o.labelled.leonardo, True) for o in named),
        }
        print(f"\nwords alone, held out, {language or 'all'}: {len(chosen)} items")
        for name, counts in rows.items():
            print(f"  {name:26} {counts.describe()}")


def print_general(judged: Iterable[Judged]) -> None:
    """False items among general headlines, as a rate with the bound that so many items allow (95 %, one-sided)."""
    print("\nfalse items in 5,000 general headlines")
    listed = [one for one in judged if one.labelled.group in GENERAL]
    for group in (*GENERAL, "both"):
        chosen = [one for one in listed if group in (one.labelled.group, "both")]
        wrong = sum(one.judgement.relevance.relevant and not one.labelled.relevant for one in chosen)
        rate, bound = wrong / len(chosen), bound_rate(wrong, len(chosen))
        print(f"  {group:10} {wrong} of {len(chosen)}: {5_000 * rate:.1f}, below {5_000 * bound:.0f} with 95 %")


def bound_rate(wrong: int, items: int) -> float:
    """The rate at which so few wrong ones would be seen once in twenty times (Clopper and Pearson)."""
    low, high = wrong / items, 1.0
    for _ in range(50):
        rate = (low + high) / 2
        seen = sum(comb(items, i) * rate**i * (1 - rate) ** (items - i) for i in range(wrong + 1))
        low, high = (rate, high) if seen > 0.05 else (low, rate)
    return high


def print_languages(judged: Iterable[Judged]) -> None:
    """Languages found of headlines of at most 45 characters: where the feed says nothing, and where it says its own."""
    print("\nlanguage of headlines of at most 45 characters")
    titles = {(one.labelled.item.title, one.labelled.item.language) for one in judged}
    for language in (None, *LANGUAGES):
        short = [(t, spoken) for t, spoken in titles if len(t) <= 45 and language in (None, spoken)]
        for name, declared in (("undeclared", False), ("declared", True)):
            right = sum(detect_language(title, spoken if declared else None) == spoken for title, spoken in short)
            print(f"  {language or 'all':4} {name:10} {right} of {len(short)}: {right / len(short):.1%}")


def print_wrong(judged: Iterable[Judged]) -> None:
    """Every wrong decision that is not held out, with its reason."""
    for labelled, judgement in judged:
        if labelled.held_out:
            continue
        found = judgement.relevance
        if found.relevant is not labelled.relevant:
            print(f"{'KEPT' if found.relevant else 'LEFT'} {found.score:.2f} {labelled.item.title} — {found.reason}")
        if labelled.leonardo != ("leonardo" in judgement.entity_ids):
            print(f"LEO{'-' if labelled.leonardo else '+'} {labelled.item.title}")
        tagged = {topic.id for topic in judgement.topics}
        if labelled.topics is not None and (labelled.topics - tagged or tagged - labelled.topics - labelled.also):
            extra = tagged - labelled.topics - labelled.also
            print(f"TAGS {labelled.item.title} — lacks {set(labelled.topics - tagged)}, has {extra}")


# --- Speed ------------------------------------------------------------------------------------------------------------
def measure_speed(sentences: Sequence[str]) -> float:
    """Items a second, of `WORDS` words each, no two the same."""
    judge = load_judge()
    content = " ".join(" ".join([*sentences, *NEITHER * 10]).split()[:WORDS])
    items = [Item(title=f"{sentences[0][:60]} {i}", content=f"{content} {i}", language="en") for i in range(ROUNDS)]
    judge.judge(items[0])
    started = time.process_time()  # of this process alone, whatever else the machine does
    for item in items:
        judge.judge(item)
    return ROUNDS / (time.process_time() - started)


def main() -> None:
    """Print the tables."""
    judged = [Judged(labelled, load_judge().judge(labelled.item)) for labelled in load_items()]
    if "--wrong" in sys.argv:
        print_wrong(judged)
        return
    print_table("relevance", count_relevance, judged)
    print_table("topics", count_topics, judged)
    print_table("entity:leonardo", count_leonardo, judged)
    print_baselines(judged)
    print_general(judged)
    print_languages(judged)
    texts = {"both countries, a dozen names": BOTH, "both, three dozen names": BOTH * 4, "neither": NEITHER}
    print(f"\nspeed, items of {WORDS} words a second")
    for name, sentences in texts.items():
        print(f"  {name:30} {measure_speed(sentences):8,.0f}")


if __name__ == "__main__":
    main()
