"""What took another's place, gathered from what articles put right, and as a message says it."""

import pytest

from worker.news.changes import Changes
from worker.news.correction import Corrected
from worker.news.labels import choose_labels
from worker.news.moves import MovedDay
from worker.news.redating import Redated
from worker.news.renaming import Renamed
from worker.news.replaced import Addition, Replaced, gather_replaced

SAYS = (
    "Doctor Luca Bianchi counted five people at 11:30 on 14 April.",
    "The 5 were workers, Bianchi said.",
    "The plant is shut until 14 April.",
)


def gather(
    *figures: tuple[str, str],
    names: tuple[tuple[str, str], ...] = (),
    days: tuple[tuple[str, str], ...] = (),
    others: tuple[tuple[str, str], ...] = (),
    moved: tuple[MovedDay, ...] = (),
) -> Replaced:
    changes = Changes([Corrected(*one) for one in figures], [Renamed(*o) for o in names], [Redated(*o) for o in days])
    return gather_replaced([changes], others, moved, [Addition(SAYS, "en")])


def test_one_change_is_told_once_however_often_it_is_written() -> None:
    found = gather(
        ("f:3:PERSON", "f:5:PERSON"),
        ("f:3:", "f:5:"),
        names=(("Rossi", "Bianchi"), ("Mario Rossi", "Luca Bianchi")),
        days=(("10:00 on 12 April", "11:30 on 14 April"), ("12 April", "14 April")),
        others=(("f:4:PERSON", "f:5:PERSON"), ("f:3:PERSON", "f:7:PERSON")),
    )
    assert [(line.label, line.text) for line in found.list_lines(choose_labels(["en"]))] == [
        ("Figures", "3 people → 5 people"),
        ("Names", "Mario Rossi → Luca Bianchi"),
        ("Date", "10:00 on 12 April → 11:30 on 14 April"),
    ]


def test_two_that_became_the_same_are_two() -> None:
    found = gather(("f:3:PERSON", "f:5:PERSON"), ("f:9:EUR", "f:5:EUR"))
    assert found.write_figures(choose_labels(["it"])) == ["3 persone → 5 persone", "EUR 9 → EUR 5"]


@pytest.mark.parametrize("kind", ["figures", "names", "days"])
def test_what_stands_in_no_sentence_that_is_news_is_none(kind: str) -> None:
    figures = (("f:3:TON", "f:8:TON"),) if kind == "figures" else ()
    names = (("Palermo", "Catania"),) if kind == "names" else ()
    days = (("1 May", "2 May"),) if kind == "days" else ()
    assert gather(*figures, names=names, days=days) == Replaced()


@pytest.mark.parametrize(
    ("moved", "shown"),
    [
        (MovedDay((4, 12), (4, 14)), "10:00 on 12 April → 11:30 on 14 April"),
        (MovedDay((5, 2), (5, 9)), "2 May → 9 May; 10:00 on 12 April → 11:30 on 14 April"),
    ],
)
def test_a_day_that_is_put_right_is_not_moved_besides(moved: MovedDay, shown: str) -> None:
    found = gather(days=(("10:00 on 12 April", "11:30 on 14 April"),), moved=(moved,))
    assert found.write_dates(choose_labels(["en"])) == shown


def test_a_table_is_no_line() -> None:
    figures = tuple((f"f:{number}:EUR", "f:5:") for number in range(1, 9))
    assert len(gather(*figures).write_figures(choose_labels(["en"]))) == 4
