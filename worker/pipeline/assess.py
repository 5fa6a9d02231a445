"""All that can be computed about an item before SQL is asked; on another core too, where many items are known ahead."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from worker.news.asides import strip_item
from worker.news.fingerprint import make_fingerprint
from worker.news.matcher import Document
from worker.news.story import make_keys
from worker.news.types import Fingerprint, Item, Judgement, StoryKeys
from worker.pipeline.rules import Rules

Queries = Sequence[tuple[str, str]]
"""(name, query) of the subscriptions of scope `any`."""
# Below this a second process costs more than it saves.
WORTH_A_PROCESS = 200
MOST_PROCESSES = 4
CHUNK = 25


@dataclass(frozen=True)
class Assessed:
    """An item's judgement; its wording and keys only if it concerns the pair, or a subscription of scope `any`."""

    judgement: Judgement
    item: Item
    """What of it is compared with others."""
    fingerprint: Fingerprint | None = None
    keys: StoryKeys = field(default_factory=StoryKeys)


Assess = Callable[[Item], Assessed]


def assess_item(rules: Rules, watched: Queries, item: Item) -> Assessed:
    """Judge an item; fingerprint what anybody watches."""
    judgement = rules.judge.judge(item)
    wanted = judgement.relevance.relevant or rules.keep_all
    if not wanted and not rules.match(watched, Document(item, judgement)):
        return Assessed(judgement, item)
    bare, named = strip_item(item, judgement)
    return Assessed(judgement, bare, make_fingerprint(bare), make_keys(bare, named, rules.watch.everywhere))


@contextmanager
def assess_ahead(rules: Rules, watched: Queries, items: Sequence[Item]) -> Iterator[Assess]:
    """What assesses `items`, on the other cores while this one places them. Asked in about their order."""
    assess = partial(assess_item, rules, watched)
    processes = min(len(os.sched_getaffinity(0)) - 1, MOST_PROCESSES)
    if processes < 1 or len(items) < WORTH_A_PROCESS:
        yield assess
        return
    # Forked, so that the children inherit the rules: an automaton of names cannot be sent to them.
    with multiprocessing.get_context("fork").Pool(processes, _inherit, (assess,)) as pool:
        yield Ahead(assess, items, pool.imap(_try_item, items, CHUNK)).find


class Ahead:
    """Assessments that arrive in the order of the items, found by item."""

    def __init__(self, assess: Assess, items: Sequence[Item], arriving: Iterator[Assessed | Exception]) -> None:
        self.assess = assess
        self.arriving = zip(items, arriving, strict=True)
        self.ready: dict[Item, Assessed | Exception] = {}

    def find(self, item: Item) -> Assessed:
        """The assessment of an item, waited for; made here if it was not among the items. Raises what making it did."""
        if item not in self.ready:
            for arrived, assessed in self.arriving:
                self.ready[arrived] = assessed
                if arrived == item:
                    break
        found = self.ready.get(item) or self.assess(item)
        if isinstance(found, Exception):
            raise found
        return found


_inherited: list[Assess] = []


def _inherit(assess: Assess) -> None:
    _inherited[:] = [assess]


def _try_item(item: Item) -> Assessed | Exception:
    try:
        return _inherited[0](item)
    except Exception as error:  # goes to whoever asks for the item: one bad item stops no other
        return error
