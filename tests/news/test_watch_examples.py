"""The examples beside the rules of relevance: decided as they say, and one for each penalty, language and kind."""

from collections import Counter

import pytest

from tests.news.load_rules import load_judge, load_watch
from worker.news.relevance import WatchExample

EXAMPLES = load_watch().examples


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.text[:40])
def test_examples_beside_the_rules(example: WatchExample) -> None:
    found = load_judge().judge(example.item).relevance
    assert found.relevant is example.relevant, found
    assert example.penalty in ("", *(one.entity for one in found.evidence if one.weight < 0))


def test_every_penalty_has_an_example() -> None:
    assert {one.penalty for one in EXAMPLES} >= {penalty.name for penalty in load_watch().penalties}


def test_there_are_enough_of_each_language_and_kind() -> None:
    judged = [(load_judge().judge(one.item).language, one.relevant) for one in EXAMPLES]
    counts = Counter(judged)
    assert len(EXAMPLES) >= 30
    assert all(counts[language, relevant] >= 3 for language in ("en", "tr", "it") for relevant in (True, False)), counts
    assert all(one.language in (None, spoken) for one, (spoken, _) in zip(EXAMPLES, judged, strict=True))


def test_no_example_stands_twice() -> None:
    assert len({one.text for one in EXAMPLES}) == len(EXAMPLES)
