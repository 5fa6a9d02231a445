"""Figures that changed are paired by their places, and none is paired that only came or went."""

import pytest

from worker.news.correction import MOST_PLACES, describe_corrections, find_corrections
from worker.news.fingerprint import make_fingerprint
from worker.news.types import Item

BLAST = (
    "An explosion at a paint works near Izmir killed {0} Turkish workers and injured {1} on Thursday morning, the "
    "governor's office said. The works, which belong to an Italian group, employ 420 people. Schools stay closed."
)
TITLE = "Explosion at Italian works near Izmir"


def describe(new: Item, old: Item) -> str:
    return describe_corrections(find_corrections(new, make_fingerprint(new), make_fingerprint(old)))


def make(text: str, language: str = "en", title: str = TITLE) -> Item:
    return Item(title, content=text, language=language)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ((3, 9), (7, 12), "figures changed: 3 → 7, 9 → 12"),
        ((3, 17), (5, 21), "figures changed: 3 → 5, 17 → 21"),
        ((3, 9), (3, 12), "a figure changed: 9 → 12"),
        ((3, 7), (7, 9), "figures changed: 3 → 7, 7 → 9"),  # what is new in one place stood in another
        ((5, 3), (3, 3), "a figure changed: 5 → 3"),
        ((3, 9), (3, 9), ""),
        ((3, 9), ("three", 9), ""),
    ],
)
def test_each_figure_is_paired_with_the_one_that_stood_at_its_place(
    before: tuple[object, ...], after: tuple[object, ...], changed: str
) -> None:
    assert describe(make(BLAST.format(*after)), make(BLAST.format(*before))) == changed


@pytest.mark.parametrize(
    ("language", "text", "before", "after", "changed"),
    [
        ("en", "The port paid €{} million for the cranes from Genoa.", "1.25", "1.30", "EUR 1.25m → EUR 1.3m"),
        ("en", "The port paid for {} tonnes of steel from Genoa.", "980", "1,200", "980 tonnes → 1200 tonnes"),
        ("en", "The port paid ${}m for the cranes from Genoa today.", "340", "390", "USD 340m → USD 390m"),
        ("tr", "Bakanlık Bari'ye {}'tan fazla otobüs gönderildiğini duyurdu.", "40", "60", "40 → 60"),
        ("tr", "Liman Cenova'dan gelen vinçlere {} milyar dolar ödedi.", "1,2", "1,4", "USD 1.2bn → USD 1.4bn"),
        ("it", "Il porto ha pagato {} euro per le gru turche di ieri.", "12.000", "9.500", "EUR 12000 → EUR 9500"),
        ("it", "Il porto ha pagato {} euro per le gru turche di ieri.", "12 000", "13 500", "EUR 12000 → EUR 13500"),
    ],
)
def test_figures_are_paired_however_they_are_written(
    language: str, text: str, before: str, after: str, changed: str
) -> None:
    new, old = (make(text.format(number), language) for number in (after, before))
    assert describe(new, old) == f"a figure changed: {changed}"


def test_a_figure_that_only_came_or_went_is_none_that_changed() -> None:
    old = BLAST.format(3, 9)
    without = old.replace(", employ 420 people", ", make resins")
    assert describe(make(f"{without} Its chimney is 88 metres high."), make(old)) == ""
    changed = without.replace("killed 3", "killed 7") + " Its chimney is 88 metres high."
    assert describe(make(changed), make(old)) == "a figure changed: 3 → 7"


def test_a_second_blast_told_in_the_same_words_changes_no_figure() -> None:
    old = BLAST.format(3, 9)
    more = " In 2010 another one near Bursa killed 8 Turkish workers."
    assert describe(make(old + more), make(old)) == ""
    assert describe(make(old.replace("killed 3", "killed three")), make(old + more)) == ""


def test_what_the_headline_counts_comes_first_and_of_many_the_first_are_named() -> None:
    text = (
        "The contract is worth {} million euros. It covers {} hangars, {} radars and {} drones, the navy said in Rome."
    )
    old = make(text.format(340, 3, 6, 12), title="Navy buys 12 drones")
    new = make(text.format(390, 4, 8, 14), title="Navy buys 14 drones")
    assert describe(new, old) == "figures changed: 12 → 14, EUR 340m → EUR 390m, 3 → 4 and 1 more"


def test_where_only_the_headline_changed_its_one_figure_did() -> None:
    text = "The governor's office gave no names. Schools nearby stay closed until Monday."
    old = make(text, title="Blast near Izmir kills 3")
    assert describe(make(text, title="Blast near Izmir kills 5"), old) == "a figure changed: 3 → 5"
    assert describe(make(text, title="420 at work when hall burnt"), old) == ""


def test_of_two_tables_only_the_first_rows_are_compared() -> None:
    old, new = (make(" ".join(f"Berth{i} took {i % 9 + first}." for i in range(3_000))) for first in (1, 11))
    assert 1 <= len(find_corrections(new, make_fingerprint(new), make_fingerprint(old))) <= MOST_PLACES


# --- In words ---------------------------------------------------------------------------------------------------------
FERRY = {
    "en": "The ferry from Bari ran aground off Çeşme. {} sailors are missing, the coast guard said, and {} were hurt.",
    "tr": "Bari'den gelen feribot Çeşme açıklarında karaya oturdu. Sahil güvenlik {} denizcinin kayıp, {} kişinin "
    "yaralı olduğunu açıkladı.",
    "it": "Il traghetto partito da Bari si è arenato al largo di Smirne. Mancano all'appello {} marinai, e {} persone "
    "sono ferite, dice la guardia costiera.",
}


@pytest.mark.parametrize(
    ("language", "before", "after", "changed"),
    [
        ("en", ("Three", "nine"), ("Five", "nine"), "a figure changed: 3 → 5"),
        ("en", ("Three", "twenty-one"), ("Three", "thirty"), "a figure changed: 21 → 30"),
        ("en", ("3", "nine"), ("five", "9"), "a figure changed: 3 → 5"),
        ("en", ("Three", "nine"), ("3", "9"), ""),
        ("tr", ("üç", "dokuz"), ("beş", "on iki"), "figures changed: 3 → 5, 9 people → 12 people"),
        ("tr", ("üç", "9"), ("3", "on bir"), "a figure changed: 9 people → 11 people"),
        ("tr", ("bir", "dokuz"), ("3", "dokuz"), ""),  # "a sailor", as likely as one
        ("tr", ("bir", "9"), ("iki", "bir"), "a figure changed: 1 → 2"),
        ("it", ("tre", "nove"), ("cinque", "nove"), "a figure changed: 3 → 5"),
        ("it", ("tre", "ventuno"), ("tre", "ventitré"), "a figure changed: 21 people → 23 people"),
    ],
)
def test_a_number_in_words_is_paired_like_one_in_digits(
    language: str, before: tuple[str, str], after: tuple[str, str], changed: str
) -> None:
    old, new = (make(FERRY[language].format(*numbers), language) for numbers in (before, after))
    assert describe(new, old) == changed


@pytest.mark.parametrize(
    ("language", "text", "before", "after", "changed"),
    [
        ("en", "The port paid {} million euros for the cranes.", "three", "five", "EUR 3m → EUR 5m"),
        ("tr", "İhracat geçen yıla göre yüzde {} arttı, dedi bakan.", "üç", "beş", "3 % → 5 %"),
        ("it", "Il porto ha pagato {} milioni di euro per le gru.", "due", "3", "EUR 2m → EUR 3m"),
    ],
)
def test_a_number_in_words_has_the_unit_and_scale_that_follow(
    language: str, text: str, before: str, after: str, changed: str
) -> None:
    new, old = (make(text.format(number), language) for number in (after, before))
    assert describe(new, old) == f"a figure changed: {changed}"


def test_where_only_the_headline_changed_a_number_in_words_did() -> None:
    text = "The governor's office gave no names. Schools nearby stay closed until Monday."
    old = make(text, title="Blast near Izmir kills three")
    assert describe(make(text, title="Blast near Izmir kills five"), old) == "a figure changed: 3 → 5"
    assert describe(make(text, title="Blast near Izmir kills 5"), old) == "a figure changed: 3 → 5"
    assert describe(make(text, title="Two dead in hall fire"), old) == ""
    talk = "Bakan akşam Ankara'ya dönüyor. Görüşmenin ayrıntıları açıklanmadı."
    old = make(talk, "tr", title="Roma'da bir görüşme")
    assert describe(make(talk, "tr", title="Roma'da 3 görüşme"), old) == "", '"a talk", as likely as one'
