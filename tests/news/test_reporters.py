"""Who had it first in each language, and by how much."""

from datetime import UTC, datetime, timedelta

import pytest

from worker.news.labels import choose_labels
from worker.news.reporters import Report, describe_firsts, find_reported, format_lag, list_firsts

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return NINE + timedelta(minutes=minutes)


REPORTS = (
    Report("Haber Örnek", "tr", at(130)),
    Report("Agenzia Esempio", "it", at(0)),
    Report("Giornale Esempio", "it", at(5)),
    Report("Example\nTimes", "en", at(1505)),
    Report("AA", "tr", at(140)),
)


def test_the_first_of_each_language_stands_in_the_order_of_time() -> None:
    firsts = list_firsts(REPORTS)
    assert [(one.language, one.outlet, one.lag_seconds) for one in firsts] == [
        ("it", "Agenzia Esempio", 0),
        ("tr", "Haber Örnek", 130 * 60),
        ("en", "Example\nTimes", 1505 * 60),
    ]
    assert list_firsts([]) == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "it: Agenzia Esempio; tr: Haber Örnek, 2 h 10 min later; en: Example Times, 1 d 1 h later"),
        ("tr", "it: Agenzia Esempio; tr: Haber Örnek, 2 sa 10 dk sonra; en: Example Times, 1 gün 1 sa sonra"),
        ("it", "it: Agenzia Esempio; tr: Haber Örnek, 2 h 10 min dopo; en: Example Times, 1 g 1 h dopo"),
    ],
)
def test_it_is_told_in_the_readers_language(language: str, said: str) -> None:
    assert describe_firsts(list_firsts(REPORTS), choose_labels([language])) == said


def test_one_language_needs_no_line_and_no_outlet_is_named_so() -> None:
    labels = choose_labels(["en"])
    assert describe_firsts(list_firsts(REPORTS[1:3]), labels) == ""
    assert describe_firsts(list_firsts([Report("", "it", NINE), Report("A", "tr", NINE)]), labels) == (
        "it: unnamed outlet; tr: A"
    )


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 min"), (40, "40 min"), (60, "1 h"), (61, "1 h 1 min"), (1440, "1 d"), (4321, "3 d 1 min")],
)
def test_lags_are_read_at_a_glance(minutes: int, said: str) -> None:
    assert format_lag(minutes * 60, choose_labels(["en"])) == said


@pytest.mark.parametrize(
    ("dated", "reported"),
    [
        (at(-90), at(-90)),
        (None, NINE),
        (at(30), NINE),  # a clock that runs ahead
        (NINE.replace(hour=0), NINE),  # a date without a time
        (datetime(2026, 3, 1, 21, tzinfo=UTC), NINE),  # the same in Istanbul
        (datetime(2026, 3, 1, 21, 1, tzinfo=UTC), datetime(2026, 3, 1, 21, 1, tzinfo=UTC)),
    ],
)
def test_an_outlet_is_believed_where_it_gives_a_time(dated: datetime | None, reported: datetime) -> None:
    assert find_reported(dated, NINE) == reported
