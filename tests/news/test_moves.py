"""What changed of what a story had told: figures and days that took the place of others, in three languages."""

import pytest

from worker.news.moves import Told, find_changes, find_moved_days

SUMMIT = Told("The summit in Rome is to take place on 17 April. Ministers will travel with forty firms.", "en")


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("The summit was postponed to 29 April.", "en"),
        ("The summit, planned for 17 April, was put off until 29 April.", "en"),
        ("Zirve 29 Nisan'a ertelendi.", "tr"),
        ("Il vertice è stato rinviato al 29 aprile.", "it"),
        ("Il vertice slitta dal 17 al 29 aprile.", "it"),
    ],
)
def test_a_day_that_was_moved_is_told_with_the_one_before(sentence: str, language: str) -> None:
    assert find_moved_days([SUMMIT], [sentence], language) == [((4, 17), (4, 29))]


@pytest.mark.parametrize(
    "sentence",
    [
        "A second meeting is planned for 29 April.",
        "The summit was postponed.",
        "The summit was postponed, it stays on 17 April for the firms.",
        "The ferry to Izmir was delayed to 29 April.",
    ],
    ids=["another day", "no day", "the same day", "another thing"],
)
def test_another_day_is_no_move(sentence: str) -> None:
    assert find_moved_days([SUMMIT], [sentence], "en") == []


def test_of_two_days_that_may_be_meant_none_is() -> None:
    other = Told("A summit of mayors follows on 3 May.", "en")
    assert find_moved_days([SUMMIT, other], ["The summit was postponed to 29 April."], "en") == []


def test_a_figure_changes_where_unit_noun_and_status_agree() -> None:
    known = [Told("Coast guards rescued 12 migrants off Lesbos.", "en")]
    (change,) = find_changes(known, ["Sahil güvenlik 15 göçmeni kurtardı."], "tr")
    assert (change.old, change.new) == ("f:12:PERSON", "f:15:PERSON")
    assert find_changes(known, ["They hope to rescue a boat of 40 tons."], "en") == []


def test_of_much_that_was_told_the_latest_is_read() -> None:
    known = [Told("Nothing of note. " * 4_000, "en"), SUMMIT]
    assert find_moved_days(known, ["The summit was postponed to 29 April."], "en") == []
