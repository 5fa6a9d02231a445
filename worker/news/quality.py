"""How good decisions are: what a reader says of items, asked of a judgement, counted, and compared with another's.

A case says no more than its reader did: a topic that nobody spoke of is neither right nor wrong.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from worker.news.types import Item, Judgement, Relevance, TopicScore

Measure = Literal["relevance", "topics"]
ALL = "all"


@dataclass(frozen=True, slots=True)
class Case:
    """An item with what a reader says of it."""

    key: str
    """How it is found again: an article's id, `label:3`, or `example`."""
    item: Item
    relevant: bool | None = None
    """None: nobody said."""
    topics: frozenset[str] = frozenset()
    not_topics: frozenset[str] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a reader said of a case, and what the rules decided."""

    case: Case
    measure: Measure
    part: str
    """Of relevance the item's language, of topics the topic's id."""
    wanted: bool
    decided: bool
    because: str

    @property
    def right(self) -> bool:
        """Whether the rules say what the reader says."""
        return self.wanted is self.decided


@dataclass(frozen=True, slots=True)
class Score:
    """Decisions of one measure, or of a part of it. What cannot be measured for want of items is None."""

    measure: Measure
    part: str
    items: int
    right: int
    """Wanted and decided so."""
    wrong: int
    """Decided and not wanted."""
    missed: int
    """Wanted and not decided."""

    @property
    def precision(self) -> float | None:
        """Of what was decided, the share that was wanted."""
        return share(self.right, self.wrong)

    @property
    def recall(self) -> float | None:
        """Of what was wanted, the share that was decided."""
        return share(self.right, self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        return share(2 * self.right, self.wrong + self.missed)


def share(part: int, rest: int) -> float | None:
    """A part's share of it and the rest."""
    return part / (part + rest) if part + rest else None


def answer_case(case: Case, judgement: Judgement, known: Collection[str]) -> tuple[Decision, ...]:
    """What was decided on everything that a case says. `known`: the ids of the topics that there are."""
    decisions = []
    if case.relevant is not None:
        found = judgement.relevance
        because = explain_relevance(found)
        decisions.append(Decision(case, "relevance", judgement.language, case.relevant, found.relevant, because))
    tagged = {topic.id: topic for topic in judgement.topics}
    for topic in sorted(case.topics | case.not_topics):
        because = explain_topic(topic, tagged, known)
        decisions.append(Decision(case, "topics", topic, topic in case.topics, topic in tagged, because))
    return tuple(decisions)


def explain_relevance(found: Relevance) -> str:
    """The score, the reason, and every piece of evidence with its weight."""
    pieces = ", ".join(f"{one.side} {one.text} {one.weight:+.2f}" for one in found.evidence)
    return f"{found.score:.2f}, {found.reason}" + (f" ({pieces})" if pieces else "")


def explain_topic(topic: str, tagged: dict[str, TopicScore], known: Collection[str]) -> str:
    """The words that made an item have a topic; of one it does not have, what it has instead."""
    if topic in tagged:
        return f"{tagged[topic].score:.2f}, {', '.join(tagged[topic].terms)}"
    if topic not in known:
        return "there is no such topic"
    return f"tagged {', '.join(tagged)}" if tagged else "no topic fits"


def count_scores(decisions: Sequence[Decision]) -> tuple[Score, ...]:
    """Each measure overall, then by its parts; a measure without decisions has its overall row all the same."""
    scores: list[Score] = []
    measures: tuple[Measure, ...] = ("relevance", "topics")
    for measure in measures:
        chosen = [one for one in decisions if one.measure == measure]
        scores.append(count_score(measure, ALL, chosen))
        parts = sorted({one.part for one in chosen})
        scores += [count_score(measure, part, (one for one in chosen if one.part == part)) for part in parts]
    return tuple(scores)


def count_score(measure: Measure, part: str, decisions: Iterable[Decision]) -> Score:
    """The score of some decisions."""
    pairs = [(one.wanted, one.decided) for one in decisions]
    right, wrong, missed = (pairs.count(pair) for pair in ((True, True), (False, True), (True, False)))
    return Score(measure, part, len(pairs), right, wrong, missed)


@dataclass(frozen=True, slots=True)
class Change:
    """A decision that is right with one set of rules and not with another."""

    before: Decision
    now: Decision

    @property
    def gained(self) -> bool:
        """Right now; else it was right before."""
        return self.now.right


def compare_decisions(before: Sequence[Decision], now: Sequence[Decision]) -> tuple[Change, ...]:
    """What changed between the same questions in the same order: losses first."""
    pairs = zip(before, now, strict=True)
    changed = [Change(old, new) for old, new in pairs if old.right is not new.right]
    return tuple(sorted(changed, key=lambda change: change.gained))
