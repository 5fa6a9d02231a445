"""A shuffled stream of stories through the whole program, and through its peers: are the stories put together again?

The stories: a report with copies, updates, excerpts and abstracts at other outlets, within two days; and what belongs
to no other: articles, forms filled in, round-ups. Agreement is the adjusted Rand index (Hubert and Arabie): 1 for the
same clusters, 0 for chance.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import comb
from typing import NamedTuple

from benchmarks.dedup.edits import EDITS, QUOTATION
from benchmarks.dedup.galata import DAY, load_shipped_rules, make_line, make_settings
from benchmarks.dedup.peers import Peer, make_peers
from benchmarks.dedup.quality import ask_peer, choose_threshold, make_set
from benchmarks.dedup.texts import LANGUAGES, WORDS, Desk, Text, fill_form, write_articles, write_roundup
from worker.pipeline.replay import ReplayOptions, open_replay

GOAL = 0.93
SPAN = 48 * 60  # minutes in which a story is told


class Arrival(NamedTuple):
    """A text of the stream, and the story it tells."""

    at: datetime
    text: Text
    story: int


def make_stream(stories: int, seed: int = 21) -> list[Arrival]:
    """So many stories a language, and as many texts that stand alone."""
    chance = random.Random(seed)
    told: list[list[Text]] = []
    for language in LANGUAGES:
        bases = write_articles(language, stories, chance)
        told += [[base, *retell(base, chance)] for base in bases]
        told += [[text] for text in stand_alone(language, bases, chance)]
    arrivals = [arrival for i, texts in enumerate(told) for arrival in date_story(i, texts, chance)]
    return sorted(arrivals, key=lambda one: one.at)


def retell(base: Text, chance: random.Random) -> list[Text]:
    """What other outlets make of a report: nothing, or up to six versions."""
    count = chance.choice((0, 1, 1, 2, 3, 4, 6))
    return [chance.choice(EDITS).change(base, Desk(base.language, chance)) for _ in range(count)]


def stand_alone(language: str, bases: Sequence[Text], chance: random.Random) -> Iterator[Text]:
    for base in bases[: len(bases) // 6]:
        yield QUOTATION.change(base, Desk(language, chance))
    for _ in range(len(bases) // 6):
        yield write_roundup(language, [one.sentences[0] for one in chance.sample(bases, 6)], chance)
    for form in WORDS[language]["forms"]:
        yield from (fill_form(language, form, chance) for _ in range(max(2, len(bases) // 15)))


def date_story(number: int, texts: Sequence[Text], chance: random.Random) -> Iterator[Arrival]:
    """The report first, the others within two days; stories begin within ten days."""
    start = DAY + timedelta(minutes=chance.randrange(10 * 24 * 60))
    for i, text in enumerate(texts):
        yield Arrival(start + timedelta(minutes=chance.randrange(1, SPAN) if i else 0), text, number)


def measure_agreement(one: Sequence[object], other: Sequence[object]) -> float:
    """The adjusted Rand index of two clusterings of the same things."""
    both = sum(comb(count, 2) for count in Counter(zip(one, other, strict=True)).values())
    ours, theirs = (sum(comb(count, 2) for count in Counter(labels).values()) for labels in (one, other))
    chance = ours * theirs / comb(len(one), 2)
    most = (ours + theirs) / 2
    return 1.0 if most == chance else (both - chance) / (most - chance)


def cluster_galata(stream: Sequence[Arrival]) -> list[object]:
    """The stories the program makes of it: a replay of all items, none left out as irrelevant."""
    lines = [make_line(f"s{i}", one.text, one.at) for i, one in enumerate(stream)]
    options = ReplayOptions(seeds=False, compare_all=True)
    with open_replay(make_settings(), load_shipped_rules(), lines, options) as replay:
        return [decision["story"] for decision in replay.run(lambda _count: None)]


def cluster_peer(peer: Peer, threshold: float, stream: Sequence[Arrival]) -> list[object]:
    """Each text joins the story of the nearest known one if that is near enough."""
    labels: list[object] = []
    for i, one in enumerate(stream):
        nearest = peer.find(one.text.body)
        joins = nearest.place is not None and nearest.score >= threshold
        labels.append(labels[nearest.place] if joins and nearest.place is not None else i)
        peer.add(one.text.body)
    return labels


def main(stories: int = 120, bases: int = 60) -> float:
    """Print the agreement of each."""
    stream = make_stream(stories)
    truth = [one.story for one in stream]
    print(f"{len(stream)} texts of {len(set(truth))} stories in three languages")
    mine = measure_agreement(cluster_galata(stream), truth)
    print(f"  {'Galata':34} ARI {mine:.3f}; goal {GOAL}{'' if mine >= GOAL else '  MISSED'}")
    tune = make_set("tune", bases)
    for tuned, blank, fresh in zip(make_peers(), make_peers(), make_peers(), strict=True):
        threshold = choose_threshold(tuned, ask_peer(tuned, blank, tune))
        print(
            f"  {tuned.name:34} ARI {measure_agreement(cluster_peer(fresh, threshold, stream), truth):.3f}", flush=True
        )
    return mine
