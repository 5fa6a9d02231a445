"""What the whole program makes of a file of reports, and how that is counted."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from config.settings import Settings
from tests.news.data_events import EventReport
from worker.pipeline.replay import Line, ReplayOptions, open_replay
from worker.pipeline.rules import load_rules


class Counted(NamedTuple):
    """Pairs by what was found and what is so."""

    right: int
    wrong: int
    missed: int
    pairs: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def describe(self) -> str:
        figures = f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"
        return f"{self.pairs:6} pairs, {self.right + self.missed:4} the same: {figures}"


def count(found: Iterable[tuple[bool, bool]]) -> Counted:
    """`found`: whether two were joined, and whether they are the same."""
    listed = list(found)
    right = sum(joined and same for joined, same in listed)
    wrong = sum(joined and not same for joined, same in listed)
    return Counted(right, wrong, sum(same for _, same in listed) - right, len(listed))


def count_joined(stories: Sequence[object]) -> int:
    """How many reports joined the story of another one."""
    return len(stories) - len(set(stories))


def make_lines(reports: Sequence[EventReport]) -> list[Line]:
    """Reports as items of a replay, in their order."""
    return [
        Line(
            id=f"e{i}",
            title=one.title,
            content=one.text,
            language=one.language,
            published=one.dated_at,
            first_seen=one.dated_at,
            url=f"https://e{i}.example/{i}",
        )
        for i, one in enumerate(reports)
    ]


def tell_stories(reports: Sequence[EventReport]) -> list[object]:
    """The story of each report: a replay of all of them in order of time, none left out as irrelevant."""
    nowhere = Path(tempfile.gettempdir()) / "galata-no-settings"
    settings = Settings(data_dir=nowhere, config_dir=nowhere)  # the shipped ones, whatever the user's are
    rules = replace(load_rules(settings), keep_all=True)
    options = ReplayOptions(seeds=False, compare_all=True)
    with open_replay(settings, rules, make_lines(reports), options) as replay:
        return [decision["story"] for decision in replay.run(lambda _count: None)]
