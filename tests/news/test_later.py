"""What later reports of a new story add: what changed, was fixed or became known, and no other words for it."""

from datetime import date

import pytest

from worker.news.later import Later, Report, find_later
from worker.news.moves import Told

DAY = date(2026, 11, 26)
FIRST = Told("The coast guard and an Italian vessel rescued 28 migrants off Kas. They were brought to Finike.", "en")
OPENING = ["The coast guard and an Italian vessel rescued 28 migrants off Kas."]


def tell(*later: tuple[str, str], first: Told = FIRST, reads: tuple[str, ...] = ("en",)) -> Later:
    """What reports add to a first one for a reader of some languages."""
    reports = [Report("", first, DAY, first.language in reads)]
    reports += [Report("", Told(text, language), DAY, language in reads) for text, language in later]
    return find_later(reports, OPENING, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Twenty-eight migrants were rescued. The coast guard rescued 9 migrants off Kas by rope.", "en"),
        ("Ventotto migranti sono stati soccorsi al largo di Kas. Le 9 persone soccorse erano in ospedale.", "it"),
        ("Sahil güvenlik Kaş açıklarında 28 göçmeni kurtardı. Kimse ölmedi, ölen yok.", "tr"),
        ("They had met on 17 September. The coast guard rescued 28 migrants.", "en"),
    ],
    ids=["words", "words in another language", "nobody", "a day long past"],
)
def test_what_adds_nothing_material_is_not_told(text: str, language: str) -> None:
    assert tell((text, language)) == Later()


def test_one_report_adds_nothing_to_itself() -> None:
    assert tell() == Later()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sahil güvenlik Kaş açıklarında 29 göçmeni kurtardı.", "tr"),
        ("La guardia costiera ha soccorso 29 migranti al largo di Kas.", "it"),
        ("The coast guard rescued 29 migrants off Kas.", "en"),
    ],
)
def test_a_figure_that_changed_is_told_with_its_sentence(text: str, language: str) -> None:
    later = tell((f"{text} They came from Demre.".replace("They", "Onlar"), language))
    assert [(one.old, one.new) for one in later.changes] == [("f:28:PERSON", "f:29:PERSON")]
    assert later.sentences == (text,)


def test_of_a_figure_that_changed_twice_the_last_is_told() -> None:
    texts = [(f"The coast guard rescued {n} migrants off Kas.", "en") for n in (29, 30)]
    later = tell(*texts)
    assert [one.new for one in later.changes] == ["f:30:PERSON"]
    assert later.sentences == (texts[1][0],)


def test_what_the_opening_says_is_not_said_again() -> None:
    said = "The coast guard rescued 29 migrants off Kas."
    later = find_later([Report("", FIRST, DAY, False), Report("", Told(said, "en"), DAY, True)], [said], "en")
    assert not later.sentences
    assert later.changes, "that others counted 28 is shown in the figures"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A man of about 40 died on the way to hospital.", "en"),
        ("Kırk yaşlarında bir adam hastanede hayatını kaybetti.", "tr"),
        ("Un uomo è morto durante il trasporto in ospedale.", "it"),
        ("The trial will open on 3 February.", "en"),
    ],
)
def test_a_victim_or_a_day_that_only_a_later_report_has_is_told(text: str, language: str) -> None:
    assert tell((f"Boats came at dawn. {text} The harbour is small.", language)).sentences == (text,)


def test_a_day_that_was_moved_is_told() -> None:
    first = Told("The summit in Rome takes place on 17 April.", "en")
    later = tell(("Il vertice è stato rinviato al 29 aprile.", "it"), first=first)
    assert later.moved == (((4, 17), (4, 29)),)
    assert later.sentences == ("Il vertice è stato rinviato al 29 aprile.",)


def test_each_thing_is_told_once_and_in_a_language_of_the_reader() -> None:
    italian, english = "Un uomo è morto in ospedale.", "A man died in hospital."
    assert tell((italian, "it"), (english, "en")).sentences == (english,)
    assert tell((italian, "it"), (english, "en"), reads=("it",)).sentences == (italian,)


def test_a_title_has_in_digits_what_a_text_says_in_words() -> None:
    first = Told("Twenty-eight migrants were rescued by the coast guard off Kas.", "en")
    text, title = "Ventinove migranti sono stati soccorsi.", "Migranti, soccorsi 29 migranti al largo di Kas"
    reports = [Report("Coast guard rescues 28 migrants off Kas", first, DAY, True)]
    later = find_later([*reports, Report(title, Told(text, "it"), DAY, False)], OPENING, "en")
    assert [(one.old, one.new) for one in later.changes] == [("f:28:PERSON", "f:29:PERSON")]
    assert later.sentences == (title,)


def test_a_day_that_no_month_has_stops_nothing() -> None:
    first, second = (
        Report("Summit", Told(text, "en"), date(2026, 5, 4), True)
        for text in ("The summit was announced in Ankara.", "The summit is to meet on 31 June in Ankara, he said.")
    )
    assert find_later([first, second], (), "en").sentences == ()
