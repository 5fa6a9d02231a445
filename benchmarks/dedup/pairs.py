"""The same story in other words: pairs of reports of our own, told one after the other and through the whole program.

`data_events_tune` and `data_pairs` A–M are what the rules were set on: their mistakes are printed. Of what is held out
only figures are: N–T of `data_pairs`, and `data_events_held` where that file is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from benchmarks.dedup.stream import measure_agreement
from tests.news.data_events import GENERAL, HELD, TUNED, EventPair, EventReport, list_event_pairs, read_events
from tests.news.data_pairs import HELD_OUT, TUNING, LabelledPair, list_pairs
from tests.news.load_rules import load_judge, load_watch
from tests.news.tell_events import count, count_joined, tell_stories
from tests.news.test_story import is_joined
from worker.news.fingerprint import make_fingerprint
from worker.news.story import make_keys, relate_story
from worker.news.types import Candidate, Item, RelationKind, StoryKeys

GOAL_WITHIN, GOAL_ACROSS, GOAL_PRECISION = 0.80, 0.70, 0.90


def print_groups(entries: Iterable[tuple[str, str, bool, bool]]) -> None:
    """Counts by pair of languages; an entry: language, language, joined, same."""
    groups: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for one, other, joined, same in entries:
        names = "–".join(sorted((one, other))), "within a language" if one == other else "across languages", "all"
        for name in names:
            groups[name].append((joined, same))
    for name, found in sorted(groups.items(), key=lambda group: (len(group[0]), group[0])):
        print(f"    {name:18} {count(found).describe()}")


# --- One by one -------------------------------------------------------------------------------------------------------
@cache
def key_event(report: EventReport) -> tuple[Item, StoryKeys, Candidate]:
    item = Item(report.title, content=report.text, language=report.language, published_at=report.dated_at)
    keys = make_keys(item, load_judge().judge(item), load_watch().everywhere)
    made = Candidate(1, make_fingerprint(item), "", None, report.dated_at, report.language, None, keys)
    return item, keys, made


@cache
def is_told(pair: EventPair) -> bool:
    """Whether the newer is taken for the older in other words, where nothing else is known."""
    item, keys, _ = key_event(pair.newer)
    related = relate_story(item, keys, pair.newer.dated_at, [key_event(pair.older)[2]], {}, 0)
    return related.kind is RelationKind.SAME_STORY


# --- Through the program ----------------------------------------------------------------------------------------------
def print_events(name: str, *, mistakes: bool) -> list[tuple[str, str, bool, bool]]:
    """The figures of a file of reports; its mistakes, of one the rules may be mended from. What the program made of
    all its pairs: language, language, joined, same."""
    reports = read_events(name)
    pairs = list(list_event_pairs(reports))
    print(f"{len(reports)} reports of {len({one.event for one in reports})} events, {name}")
    ways: list[tuple[str, Callable[[EventPair], bool]]] = [("one by one", is_told)]
    stories = dict(zip(reports, tell_stories(reports), strict=True))
    ways.append(("through the program", lambda pair: stories[pair.older] == stories[pair.newer]))
    for way, joins in ways:
        for whole in (False, True):
            print(f"  {way}, {'all reports' if whole else 'within families'}")
            chosen = [pair for pair in pairs if whole or pair.akin]
            print_groups((one.older.language, one.newer.language, joins(one), one.same) for one in chosen)
    agreement = measure_agreement([stories[one] for one in reports], [one.event for one in reports])
    alone = [one for one in reports if one.is_single]
    merged = sum(sum(stories[one] == story for story in stories.values()) > 1 for one in alone)
    print(f"  ARI {agreement:.3f}; of {len(alone)} single reports {merged} joined another")
    for line in list_mistakes(pairs, ways[-1][1]) if mistakes else ():
        print(line)
    return [(one.older.language, one.newer.language, ways[-1][1](one), one.same) for one in pairs]


def list_mistakes(pairs: Iterable[EventPair], joins: Callable[[EventPair], bool]) -> Iterator[str]:
    for pair in pairs:
        if joins(pair) != pair.same:
            said = "missed" if pair.same else "WRONG "
            older, newer = pair
            languages = f"{older.language}–{newer.language}"
            yield f"    {said} {older.event}/{newer.event} {languages} {older.title} | {newer.title}"


def print_pairs(name: str, pairs: Sequence[LabelledPair]) -> None:
    print(name)
    print_groups((one.older.language, one.newer.language, is_joined(one), one.same) for one in pairs)


def main() -> None:
    """Print what the rules were set on, then what is held out."""
    print_pairs("families A to M, tuned on", list(list_pairs(TUNING)))
    for name in TUNED:
        print_events(name, mistakes=True)
    print_pairs("families N to T, held out", list(list_pairs(HELD_OUT)))
    held = [print_events(name, mistakes=False) for name in HELD]
    print("all that is held out, through the program")
    print_groups(entry for entries in held for entry in entries)
    for name in GENERAL:
        stories = tell_stories(read_events(name))
        print(f"{count_joined(stories)} of {len(stories)} reports of ordinary news joined another, {name}; goal ≤ .5 %")
    print(f"goals: F1 ≥ {GOAL_WITHIN} within a language, ≥ {GOAL_ACROSS} across; P ≥ {GOAL_PRECISION}")
