"""Evaluation: labels, labelled items of files and the examples beside the rules, asked of the rules anew, and of others
to compare with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from config.files import data_path
from config.settings import Settings
from db.labels import list_labels
from db.models import Label
from worker.errors import UsageError
from worker.news.quality import ALL, Case, Change, Decision, Score, answer_case, compare_decisions, count_scores
from worker.news.relevance import Watch
from worker.news.topics import Topic
from worker.news.types import Item
from worker.pipeline.label import name_label, restore_item
from worker.pipeline.labelled import read_cases
from worker.pipeline.rules import Rules, load_rules
from worker.pipeline.runtime import Runtime

SHIPPED = "shipped"
"""What names the data files that come with Galata."""
RULE_FILES = ("watch.toml", "entities.toml", "topics.toml")


@dataclass(frozen=True)
class Evaluation:
    """How good the rules are, where they are wrong, and what became of it since the other rules."""

    labels: int
    items: int
    """Of files."""
    examples: int
    scores: tuple[Score, ...]
    misses: tuple[Decision, ...]
    before: tuple[Score, ...] | None = None
    """With the other rules; None when there are none to compare with."""
    changes: tuple[Change, ...] = ()


def evaluate_rules(runtime: Runtime, against: str | None = None, files: Sequence[TextIO] = ()) -> Evaluation:
    """Ask the rules of the configuration; with `against` those of another folder too, or the shipped ones. `files`
    hold more labelled items, a line each."""
    rules = runtime.rules
    other = load_other(runtime.settings, against) if against is not None else None
    with runtime.database.read() as session:
        labels = [make_case(row) for row in list_labels(session)]
    known = {*rules.topic_labels, *(other.topic_labels if other else ())}
    items = [case for file in files for case in read_cases(file, file.name, known)]
    examples = [
        *list_examples(rules.topics, other.topics if other else ()),
        *list_watch_examples(rules.watch, other.watch if other else None),
    ]
    cases = [*labels, *items, *examples]
    now = ask_rules(rules, cases)
    misses = tuple(one for one in now if not one.right)
    found = Evaluation(len(labels), len(items), len(examples), count_scores(now), misses)
    if other is None:
        return found
    before = ask_rules(other, cases)
    return replace(found, before=count_scores(before), changes=compare_decisions(before, now))


def load_other(settings: Settings, against: str) -> Rules:
    """The rules of another configuration folder; a file that it lacks is the shipped one. UsageError for a folder
    without any, which would be taken for the shipped rules."""
    folder = data_path("config") if against == SHIPPED else Path(against).expanduser().absolute()
    if not any((folder / name).is_file() for name in RULE_FILES):
        files = ", ".join(RULE_FILES)
        raise UsageError(f"{against}: none of {files} is there; name a configuration folder, or {SHIPPED}")
    return load_rules(settings.model_copy(update={"config_dir": folder}))


def make_case(row: Label) -> Case:
    """A label as a case."""
    return Case(
        key=name_label(row),
        item=restore_item(row),
        relevant=row.relevant,
        topics=frozenset(row.topics),
        not_topics=frozenset(row.not_topics),
        note=row.note or "",
    )


def list_examples(own: Iterable[Topic], other: Iterable[Topic]) -> list[Case]:
    """The examples beside topics, those of the other rules too: an example that was taken out is asked nonetheless.
    Where the two say the opposite, the own counts."""
    said = {(topic.id, example.text): example.expect for topic in (*other, *own) for example in topic.examples}
    return [
        Case("example", Item(title=text), topics=frozenset({topic}))
        if expect
        else Case("example", Item(title=text), not_topics=frozenset({topic}))
        for (topic, text), expect in said.items()
    ]


def list_watch_examples(own: Watch, other: Watch | None) -> list[Case]:
    """The examples beside the rules of relevance, those of the other rules too, as with topics."""
    said = {one.text: one for watch in (other, own) if watch is not None for one in watch.examples}
    return [Case("example", one.item, relevant=one.relevant) for one in said.values()]


def ask_rules(rules: Rules, cases: Sequence[Case]) -> list[Decision]:
    """What rules decide on everything that the cases say, in their order."""
    known = rules.topic_labels
    return [one for case in cases for one in answer_case(case, rules.judge.judge(case.item), known)]


def list_below(scores: Iterable[Score], least: float) -> list[Score]:
    """The measures whose overall F1 lies below `least`. One without items says nothing."""
    return [one for one in scores if one.part == ALL and one.f1 is not None and one.f1 < least]
