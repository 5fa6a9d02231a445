"""Names as three languages bend them: Turkish case endings with an apostrophe and without, Italian elision, possessives
and compounds that count for both sides. Shipped names, in the middle of a sentence."""

import pytest

from tests.news.load_rules import load_entities, load_watch
from worker.news.ambiguity import find_entities
from worker.news.entities import NameFinder
from worker.news.scan import Prepared

FINDER = NameFinder(load_entities(), load_watch().kinds)

# Entity, name, endings that stand behind an apostrophe, those that stand without one as well.
TURKISH = [
    ("TR", "Türkiye", "nin de den ye yi yle deki dekiler si", "nin de den ye yi yle deki dekiler"),
    ("IT", "İtalya", "nın da dan ya yı yla daki dakiler nınki", "nın da dan ya yı yla daki dakiler nınki"),
    ("ankara", "Ankara", "nın da dan ya yı yla daki", "nın da dan ya yı yla daki"),
    ("rome", "Roma", "nın da dan ya yı yla daki", "da dan ya yı yla daki"),  # "Romanın" is of the novel
    ("istanbul", "İstanbul", "un da dan a u la daki lular", "un da dan a u la daki lular"),
    ("izmir", "İzmir", "in de den e i le deki", "in de den le deki"),
    ("milan", "Milano", "nun da dan ya yu yla daki", "nun da dan ya yu yla daki"),
    ("erdogan", "Erdoğan", "ın da dan a ı la ınki", "ın da dan a ı la ınki"),
    ("meloni", "Meloni", "nin de den ye yi yle", "nin de den ye yi yle"),
    ("baykar", "Baykar", "ın da dan a ı la ınki lar", "ın da dan la lar"),  # Baykara is a family
    ("crosetto", "Crosetto", "nun da dan ya yu yla", "nun da dan ya yu yla"),
    ("aselsan", "ASELSAN", "ın da dan a ı la", "ın da dan a ı la"),
    ("trieste", "Trieste", "nin de den ye yi yle", "nin de den ye yi yle"),
    ("TR", "Türk", "ün ler lerin", "ler lerin leri lere lerle lerden"),
    ("IT", "İtalyan", "ın", "lar ların lara larla lardan ı a"),
]
BOUND = [(entity, name + mark + end) for entity, name, ends, _ in TURKISH for mark in "'’`" for end in ends.split()]
BARE = [(entity, name + ending) for entity, name, _, endings in TURKISH for ending in endings.split()]
ITALIAN = [
    (
        "IT",
        "l'Italia dell'Italia dall’Italia nell'Italia all'Italia sull'Italia quest'Italia un'Italia d'Italia L’Italia",
    ),
    ("IT", "DALL'ITALIA italiani italiane dell'italiano l'italiana"),
    ("TR", "turco turca turchi turche Turchia TURCHIA"),
    ("istanbul", "d'Istanbul l'Istanbul"),
    ("ankara", "d'Ankara dell'Ankara ANKARA"),
    ("erdogan", "d'Erdogan dell'Erdogan"),
    ("aselsan", "l'Aselsan dell'Aselsan dall’Aselsan"),
]
ENGLISH = [
    ("IT", "Italy's Italy’s Italian's ITALY'S Italians Italians'"),
    ("TR", "Türkiye's Turkey’s Türkiye`s TURKEY'S Turks Turks'"),
    ("erdogan", "Erdogan's Erdoğan’s ERDOGAN'S"),
    ("rome", "Rome's Rome’s"),
    ("baykar", "Baykar's Baykar’s"),
]
COMPOUNDS = [
    ("it", "italo-turco italo-turca italo-turchi italo-turche turco-italiano turco-italiana turco-italiani"),
    ("it", "Italia-Turchia Italia–Turchia Turchia/Italia italoturco italo‑turco ITALO-TURCO Italo-Turco"),
    ("en", "Italian-Turkish Turkish-Italian Italian–Turkish Italo-Turkish Turco-Italian Italy-Türkiye Italy/Turkey"),
    ("tr", "Türk-İtalyan İtalyan-Türk Türkiye-İtalya Türkiye–İtalya Türk‑İtalyan Türkiye/İtalya TÜRK-İTALYAN"),
    ("tr", "Türkiye-İtalya'nın İtalya-Türkiye'de"),
]


def name_sure(text: str, language: str) -> set[str]:
    hits = find_entities(FINDER, Prepared(text), Prepared(""), language, None)
    assert all(text[hit.start : hit.end] == hit.text for hit in hits)
    return {hit.entity for hit in hits if hit.certainty >= 0.5}


def spread(table: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, word) for key, words in table for word in words.split()]


@pytest.mark.parametrize(("entity", "word"), BOUND)
def test_turkish_endings_behind_an_apostrophe(entity: str, word: str) -> None:
    assert entity in name_sure(f"Bugün {word} bakan konuştu", "tr")


@pytest.mark.parametrize(("entity", "word"), BARE)
def test_turkish_endings_without_an_apostrophe(entity: str, word: str) -> None:
    assert entity in name_sure(f"Bugün {word} bakan konuştu", "tr")


@pytest.mark.parametrize(
    "word", ["Romanın", "romanda", "Baykara", "türküyü", "İtalik", "Ankaralar", "Vanilya", "Burdan"]
)
def test_words_that_only_begin_like_a_name(word: str) -> None:
    assert name_sure(f"Bugün {word} konuşuldu", "tr") <= {"ankara" if word == "Ankaralar" else ""}


@pytest.mark.parametrize("word", ["Erdoganini", "Istanbula", "Turkiyenin", "Milanonun"])
def test_endings_of_turkish_are_of_turkish(word: str) -> None:
    assert name_sure(f"Today {word} spoke of it", "en") == set()


@pytest.mark.parametrize(("entity", "word"), spread(ITALIAN))
def test_italian_elision_and_endings(entity: str, word: str) -> None:
    assert entity in name_sure(f"Oggi si parla anche {word} e di altro", "it")


@pytest.mark.parametrize(("entity", "word"), spread(ENGLISH))
def test_english_possessives(entity: str, word: str) -> None:
    assert entity in name_sure(f"Today {word} minister spoke of it", "en")


@pytest.mark.parametrize(("language", "word"), spread(COMPOUNDS))
def test_compounds_are_of_both(language: str, word: str) -> None:
    assert {"TR", "IT"} <= name_sure(f"Forum {word} ok", language)
