"""Days and hours that were put right between two versions of a text."""

import re
import time
from itertools import product

import pytest

from worker.news.fingerprint import make_fingerprint
from worker.news.novelty import find_added
from worker.news.redating import Redated, describe_redated, find_redated
from worker.news.relation import relate_wording
from worker.news.types import Candidate, Item, RelationKind

TEXTS = {
    "en": "A ferry between Brindisi and Izmir will start on {} and carry lorries, the port of Izmir said in a note. "
    "The ship will carry 140 lorries and 600 passengers. The line received 9 million euros of state aid.",
    "it": "Un traghetto fra Brindisi e Smirne partirà {} con i primi camion, fa sapere il porto di Smirne in una nota. "
    "La nave porterà 140 camion e 600 passeggeri. La linea ha ricevuto 9 milioni di euro di aiuti di Stato.",
    "tr": "Brindisi ile İzmir arasındaki feribot {} ilk tırlarla yola çıkacak, İzmir Limanı bir açıklama yaptı. Gemi "
    "140 tır ve 600 yolcu taşıyacak. Hat devletten 9 milyon avro destek aldı.",
}
CHANGED = [
    ("en", "12 April", "19 April"),
    ("en", "April 12, 2027", "April 19, 2027"),
    ("en", "12 April", "12 May"),
    ("en", "28 April", "3 May"),
    ("en", "April 2027", "April 2028"),
    ("en", "the 2nd of April", "the 3rd of April"),
    ("en", "Monday", "Tuesday"),
    ("en", "Monday 12 April", "Tuesday 13 April"),
    ("en", "Monday at 10:00", "Monday at 14:30"),
    ("en", "12 April at 10:00", "19 April at 14:30"),
    ("it", "il 12 aprile 2027", "il 19 aprile 2027"),
    ("it", "il 1º maggio", "il 12 maggio"),
    ("it", "lunedì", "martedì"),
    ("it", "alle 9.00", "alle 14.30"),
    ("tr", "12 Nisan 2027'de", "19 Nisan 2027'de"),
    ("tr", "12 Nisan'da", "3 Mayıs'ta"),
    ("tr", "pazar günü", "salı günü"),
]


def make_item(language: str, when: str) -> Item:
    return Item("Brindisi–Izmir", content=TEXTS[language].format(when), language=language)


def find(language: str, before: str, after: str) -> list[Redated]:
    new, old = make_item(language, after), make_item(language, before)
    return find_redated(new, make_fingerprint(new), make_fingerprint(old))


@pytest.mark.parametrize(("language", "before", "after"), CHANGED)
def test_a_day_put_right_is_an_update_that_says_so(language: str, before: str, after: str) -> None:
    new, old = make_item(language, after), make_item(language, before)
    known = Candidate(1, make_fingerprint(old), "t1", 1, None, language)
    relation = relate_wording(new, make_fingerprint(new), None, [known])
    assert relation.kind is RelationKind.UPDATE
    assert re.search(r"an? (date|hour) changed: ", relation.evidence)
    (added,) = find_added(new.content, known.fingerprint.shingles, (), language)
    assert after in added


@pytest.mark.parametrize(("before", "after"), [("12 April", "19 April"), ("Monday at 10:00", "Friday at 14:30")])
def test_a_day_may_open_a_text_or_end_it(before: str, after: str) -> None:
    for text in (f"{{}} the ferry starts. {LINES}", f"{LINES} The ferry starts {{}}"):
        new, old = (Item("Brindisi–Izmir", content=text.format(when), language="en") for when in (after, before))
        assert find_redated(new, make_fingerprint(new), make_fingerprint(old)) == [Redated(before, after)]


def test_both_days_are_named_as_they_are_written() -> None:
    assert describe_redated(find("tr", "12 Nisan'da", "3 Mayıs'ta")) == "a date changed: 12 Nisan → 3 Mayıs"
    assert describe_redated(find("it", "lunedì", "martedì")) == "a date changed: lunedì → martedì"
    assert describe_redated(find("en", "Monday at 10:00", "Monday at 14:30")) == "an hour changed: 10:00 → 14:30"
    assert describe_redated([]) == ""


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "12 April at 10:00", "19 April at 14:30"),
        ("en", "Monday at 10:00", "Friday at 14:30"),
        ("en", "Monday from 10:00 until 12:00", "Friday from 11:00 until 13:00"),
        ("en", "the 2nd of April", "the 3rd of May"),
        ("tr", "12 Nisan pazartesi günü saat 10:00'da", "16 Nisan cuma günü saat 14:30'da"),
        ("it", "lunedì 12 aprile alle ore 10.00", "sabato 17 maggio alle ore 9.30"),
        ("en", "at 10:00 on 12 April", "at 14:30 on 19 April"),
        ("en", "at 10:00, 12 April", "at 14:30, 19 April"),
        ("it", "dalle 9:00 alle 12:00 di lunedì", "dalle 10:00 alle 13:00 di martedì"),
        ("it", "1º aprile 2027", "12 maggio 2027"),
        ("en", "April 12, 2027", "April 19, 2028"),
    ],
)
def test_a_day_and_its_hour_are_named_together(language: str, before: str, after: str) -> None:
    old, new = (re.sub("^(the|at|dalle) |'.*", "", when) for when in (before, after))
    assert find(language, before, after) == [Redated(old, new)]


def test_of_a_day_and_its_hour_what_stayed_is_not_named() -> None:
    """The days before and after, too."""
    assert find("en", "Monday from 10:00 until 12:00", "Monday from 10:00 until 13:00") == [Redated("12:00", "13:00")]
    assert find("en", "Monday at 10:00", "Friday at 10:00") == [Redated("Monday", "Friday")]


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "12 April", "12 April"),
        ("en", "12 April", "a summer day"),
        ("en", "a summer day", "12 April"),
        ("tr", "bir pazar", "bir market"),
    ],
)
def test_what_no_day_stood_for_is_none(language: str, before: str, after: str) -> None:
    assert find(language, before, after) == []


LINES = (
    "The ferry to Izmir carried 140 lorries and 600 passengers on its first voyage, the port said in a note. The ship "
    "is 186 metres long and makes two voyages a week. The line received 9 million euros of state aid."
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"BRINDISI, April 12 (Adria) - {LINES}", f"BRINDISI, April 13 (Adria) - {LINES}"),
        (f"12 April 2025\n\n{LINES}", f"13 April 2025\n\n{LINES}"),
        (f"{LINES} (Updated on 12 April at 9:10, in the newsroom of Bari)", f"{LINES} (Updated on 12 April at 11:35, "
         "in the newsroom of Bari)"),
        (f"{LINES} The home side won 28:24 before the break.", f"{LINES} The home side won 23:24 before the break."),
        (f"{LINES} The winner needed 2:14:30 in all.", f"{LINES} The winner needed 2:14:41 in all."),
        (f"{LINES} Of the boats only 12 may leave port.", f"{LINES} Of the boats only 15 may leave port."),
    ],
)  # fmt: skip
def test_stamps_scores_and_durations_are_no_days(before: str, after: str) -> None:
    new, old = (Item("Brindisi–Izmir", content=text, language="en") for text in (after, before))
    assert find_redated(new, make_fingerprint(new), make_fingerprint(old)) == []


def test_a_day_ends_with_its_sentence() -> None:
    text = "{} the port is shut. By {} it opens."
    days = [("On Monday", "Friday"), ("On Tuesday", "Thursday")]
    old, new = (Item("Port", content=f"{LINES} {text.format(*pair)}", language="en") for pair in days)
    found = find_redated(new, make_fingerprint(new), make_fingerprint(old))
    assert found == [Redated("Monday", "Tuesday"), Redated("Friday", "Thursday")]
    run_on = [Item("Port", content=one.content.replace(" the port is shut", ""), language="en") for one in (old, new)]
    assert not any("By" in one.new for one in find_redated(run_on[1], *map(make_fingerprint, reversed(run_on))))


def test_hours_that_all_stand_side_by_side_somewhere_cost_little() -> None:
    """Pieces of a table make any hours known wording beside each other: nothing is told, and soon."""
    days, hours, minutes = ("Monday", "Tuesday", "Friday", "Sunday"), range(8, 18), ("00", "20", "40")
    parts = [f"The ferry runs on {day} at {hour}:00" for day in days for hour in hours]
    for hour, minute, word in product(hours, minutes, ("until", "by")):
        parts += [f"at {hour}:{minute} until", f"{hour}:{minute} by", f"{word} {hour}:{minute} by"]
        parts += [f"{minute} {word} {other}:{minute}" for other in hours]
    table = ". ".join(parts)
    new = f"{table}. The ferry runs on Monday at 8:00 until 9:00 by 9:00 suddenly stops here."
    old, item = (Item("Sailings", content=text, language="en") for text in (f"{table}. {LINES}", new))
    began = time.process_time()
    assert find_redated(item, make_fingerprint(item), make_fingerprint(old)) == []
    assert time.process_time() - began < 1


def test_a_timetable_costs_little() -> None:
    times = ", ".join(f"{hour:02}:{minute:02}" for hour in range(5, 23) for minute in (0, 30))
    old = Item("Departures", content=f"Departures on Monday 12 April at {times}. {LINES}", language="en")
    new = Item("Departures", content=old.content.replace("00", "05"), language="en")
    began = time.process_time()
    find_redated(new, make_fingerprint(new), make_fingerprint(old))
    find_added(new.content, make_fingerprint(old).shingles, (), "en")
    assert time.process_time() - began < 1, "it took a minute while runs of any length were tried"


def test_a_third_day_is_news_to_who_was_told_of_two() -> None:
    known = frozenset[int]().union(
        *(make_fingerprint(make_item("en", day)).shingles for day in ("12 April", "13 April"))
    )
    (added,) = find_added(make_item("en", "19 April").content, known, (), "en")
    assert "19 April" in added


def test_a_day_that_is_told_besides_is_none() -> None:
    """The old one still stands where it stood."""
    old = make_item("en", "12 April")
    new = Item(old.title, content=f"{old.content} A second ship will start on 19 April and carry cars.", language="en")
    assert find_redated(new, make_fingerprint(new), make_fingerprint(old)) == []
