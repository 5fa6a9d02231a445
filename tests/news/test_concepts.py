"""The lexicon: one concept in three languages, the longer of two that overlap, numbers with what they count."""

import re

import pytest

from worker.news.concepts import WEAK_CONCEPTS, concepts_of, find_mentions
from worker.news.lexicon import CONCEPTS, PLACES
from worker.news.numerals import read_counts
from worker.news.text import words

ROWS = [row for row in f"{CONCEPTS}{PLACES}".splitlines() if row]
FEWEST = 1_300


def test_each_row_has_terms_in_three_languages() -> None:
    term = r"=?[a-z0-9]+(?: =?[a-z0-9]+)*"
    listed = rf"{term}(?:, {term})*"
    bad = [row for row in ROWS if not re.fullmatch(rf"~?[a-z0-9]+: {listed}; {listed}; {listed}", row)]
    assert bad == []
    assert len(ROWS) >= FEWEST


def test_each_concept_has_one_row() -> None:
    names = [row.partition(":")[0].lstrip("~") for row in CONCEPTS.splitlines() if row]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


@pytest.mark.parametrize(
    ("concept", "said"),
    [
        ("c:strike", [("en", "Crews walk out"), ("tr", "İşçiler greve gidiyor"), ("it", "Sciopero dei treni")]),
        ("c:earthquake", [("en", "A tremor"), ("tr", "Sarsıntı hissedildi"), ("it", "Una scossa nella notte")]),
        ("c:nationalteam", [("en", "the national team"), ("tr", "A Milli Takım"), ("it", "la nazionale")]),
    ],
)
def test_three_languages_agree(concept: str, said: list[tuple[str, str]]) -> None:
    assert [text for language, text in said if concept not in concepts_of(text, language)] == []


@pytest.mark.parametrize(
    ("language", "text", "found", "absent"),
    [
        ("en", "a hunger strike in prison", "c:strikehunger", "c:strike"),
        ("en", "according to the minister", "c:minister", "c:agree"),
        ("it", "la premier alla premiazione", "c:primeminister", "c:weapons"),
        ("it", "il sindacato protesta", "c:union", "c:mayor"),
        ("tr", "operasyonda yakalandı", "c:raid", "c:opera"),
        ("tr", "enkaz altında kaldı", "c:trapped", "c:gold"),
        ("it", "scavi a Pompei", "c:excavation", "c:pump"),
        ("it", "rapina in via Condotti", "c:theft", "c:pipeline"),
        ("en", "in Germany", "e:germany", "c:agree"),
        ("tr", "Almanya'da", "e:germany", "c:agree"),
    ],
)
def test_words_that_begin_alike_are_told_apart(language: str, text: str, found: str, absent: str) -> None:
    keys = {one.key for one in find_mentions(words(text), language)}
    assert found in keys
    assert absent not in keys


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "Fourteen people were injured", {"n:14", "k:14:injured"}),
        ("tr", "on dört yaralı var", {"n:14", "k:14:injured"}),
        ("it", "quattordici feriti", {"n:14", "k:14:injured"}),
        ("it", "trentadue feriti", {"n:32", "k:32:injured"}),
        ("en", "twenty-one dead", {"n:21", "k:21:dead"}),
        ("en", "magnitude 6 quake", {"k:6:magnitude"}),
        ("tr", "6,0 büyüklüğünde deprem", {"k:6:magnitude"}),
        ("it", "un morto a Bari", set()),
        ("en", "on the road", set()),
    ],
)
def test_numbers_are_read_with_what_they_count(language: str, text: str, keys: set[str]) -> None:
    tokens = words(text)
    assert set(read_counts(tokens, find_mentions(tokens, language), language)) == keys


def test_what_every_story_has_is_weak() -> None:
    assert {"c:minister", "c:say", "c:meet"} <= WEAK_CONCEPTS
    assert not {"c:strike", "c:earthquake", "c:dead"} & WEAK_CONCEPTS
