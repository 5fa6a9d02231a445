"""Decisions are counted as a reader counts them, and two sets of rules are compared item by item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.quality import ALL, Case, Decision, answer_case, compare_decisions, count_score, count_scores
from worker.news.types import Evidence, Item, Judgement, Relevance, TopicScore

KNOWN = ("energy", "sport", "space")
FOUND = Judgement(
    "en",
    Relevance(True, 0.71, (Evidence("TR", "ankara", "Ankara", "title", 0.6),), "names both"),
    topics=(TopicScore("energy", 0.7, ("gas", "pipeline")),),
)


def make_decision(wanted: bool, decided: bool, part: str = "en") -> Decision:
    return Decision(Case("1", Item("A title")), "relevance", part, wanted, decided, "because")


def test_nobody_is_asked_what_the_reader_did_not_say() -> None:
    assert answer_case(Case("1", Item("A title")), FOUND, KNOWN) == ()


def test_each_thing_said_is_answered_with_its_evidence() -> None:
    said = Case("1", Item("A title"), False, frozenset({"energy", "space"}), frozenset({"sport"}))
    answers = answer_case(said, FOUND, KNOWN)
    assert [(one.measure, one.part, one.right) for one in answers] == [
        ("relevance", "en", False),
        ("topics", "energy", True),
        ("topics", "space", False),
        ("topics", "sport", True),
    ]
    assert answers[0].because == "0.71, names both (TR Ankara +0.60)"
    assert [one.because for one in answers[1:]] == ["0.70, gas, pipeline", "tagged energy", "tagged energy"]


def test_a_topic_that_is_gone_is_missed_and_says_so() -> None:
    (answer,) = answer_case(Case("1", Item("A title"), topics=frozenset({"old"})), FOUND, KNOWN)
    assert (answer.right, answer.because) == (False, "there is no such topic")


def test_shares_are_those_of_the_book() -> None:
    counted = [(True, True)] * 3 + [(False, True)] + [(True, False)] * 2 + [(False, False)] * 9
    score = count_score("relevance", ALL, [make_decision(*pair) for pair in counted])
    assert (score.items, score.right, score.wrong, score.missed) == (15, 3, 1, 2)
    assert (score.precision, score.recall) == (0.75, 0.6)
    assert score.f1 == pytest.approx(2 / 3)


def test_what_has_no_items_has_no_share() -> None:
    empty = count_scores([])
    assert [(one.measure, one.part, one.precision, one.recall, one.f1) for one in empty] == [
        ("relevance", ALL, None, None, None),
        ("topics", ALL, None, None, None),
    ]
    left_out = count_score("relevance", ALL, [make_decision(False, False)])
    assert (left_out.items, left_out.f1) == (1, None)
    assert count_score("relevance", ALL, [make_decision(False, True)]).f1 == 0


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.sampled_from(["en", "it", "tr"]))))
def test_parts_add_up(said: list[tuple[bool, bool, str]]) -> None:
    whole, *parts, topics = count_scores([make_decision(*one) for one in said])
    assert (whole.measure, topics.measure, topics.items) == ("relevance", "topics", 0)
    for name in ("items", "right", "wrong", "missed"):
        assert getattr(whole, name) == sum(getattr(one, name) for one in parts)
    assert whole.items - whole.wrong - whole.missed == sum(wanted is decided for wanted, decided, _ in said)


def test_changes_are_losses_then_gains() -> None:
    before = [make_decision(True, decided) for decided in (True, False, True, False)]
    now = [make_decision(True, decided) for decided in (True, True, False, False)]
    changes = compare_decisions(before, now)
    assert [one.gained for one in changes] == [False, True]
    assert (changes[0].before, changes[0].now) == (before[2], now[2])
