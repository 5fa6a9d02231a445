"""The query language: what matches, what does not, what is refused and how that is said."""

import pytest

from tests.news.documents import SIGNING, make_document, matches
from worker.news.inflection import list_stems
from worker.news.query import explain_miss, parse_query


# --- What matches -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", True),
        ("   ", True),
        ("leonardo baykar", True),
        ("leonardo AND baykar", True),
        ("leonardo eni", False),
        ("(eni OR baykar)", True),
        ("eni OR snam", False),
        ("eni OR leonardo baykar", True),
        ("(eni OR leonardo) snam", False),
        ("leonardo -dicaprio", False),
        ("leonardo NOT dicaprio", False),
        ("leonardo –snam", True),
        ("leonardo -(snam OR eni)", True),
        ("leonardo -(snam OR rome)", False),
        ("leonardo -(snam -eni)", True),
        ('"joint venture"', True),
        ("“joint venture”", True),
        ('"venture joint"', False),
        ('"joint vent*"', True),
        ("vent*", True),
        ("entur*", False),
        ("leonardo NEAR/2 baykar", True),
        ("baykar NEAR/2 leonardo", True),
        ("leonardo NEAR/1 baykar", False),
        ("leonardo NEAR/9 drone", False),
        ("leonardo NEAR/5 leonardo", False),
        ("sign NEAR/2 rome NEAR/5 leonardo", True),
        ("sign NEAR/2 rome NEAR/4 leonardo", False),
        ("entity:leonardo NEAR/2 (baykar OR eni)", True),
        ('"joint venture" NEAR/3 company', True),
        ("title:rome", True),
        ("title:venture", False),
        ("title:(venture OR baykar)", True),
        ("title:(leonardo NEAR/3 sign)", True),
        ("-title:venture leonardo", True),
        ("title: rome", True),
        ("source:esempio", True),
        ("source:esempio.it", True),
        ('source:"agenzia esempio"', True),
        ("source:agen*", True),
        ("source:leonardo", False),
        ("esempio", False),
        ("lang:en", True),
        ("lang:EN", True),
        ("lang:it", False),
        ("country:TR country:it", True),
        ("country:LY", False),
        ("topic:defence_industry", True),
        ("topic:Defence-Industry", True),
        ("topic:energy", False),
        ("entity:leonardo", True),
        ("entity:(leonardo OR snam)", True),
        ("entity:snam", False),
        ("entity:tai", False),
        ("=TAI", True),
        ("=Tai", False),
        ('="Leonardo and"', True),
        ('="leonardo and"', False),
        ("=leonardo", False),
        ("score>=0.8", True),
        ("score>0.8", False),
        ("score<=0,8", True),
        ("score=0.8", True),
        ("SCORE < 0.5", False),
        ("LEONARDO", True),
        ("ORDU OR leonardo", True),
        ("leonardo's", True),
    ],
)
def test_matching(query: str, expected: bool) -> None:
    assert matches(query) is expected


@pytest.mark.parametrize(
    ("word", "text", "language", "expected"),
    [
        # whole words
        ("pagan", "Plain propaganda", "en", False),
        ("pagan", "Propaganda yapıldı", "tr", False),
        ("fidan", "La fidanzata di Roma", "it", False),
        ("eni", "Yeni anlaşma", "tr", False),
        ("eni", "I governi si riuniscono", "it", False),
        # one fold
        ("türkiye", "TÜRKİYE VE İTALYA", "tr", True),
        ("İTALYA", "italya", "tr", True),
        ("istanbul", "İSTANBUL'DA", "tr", True),
        ("guler", "Yaşar GÜLER", "en", True),
        # Turkish endings, with and without apostrophe
        ("baykar", "Baykar'ın yeni uçağı", "tr", True),
        ("baykar", "Baykar’la imzalandı", "tr", True),
        ("baykar", "Baykarın yeni uçağı", "tr", True),
        ("uçak", "Baykar'ın yeni uçağı", "tr", True),
        ("italya", "İtalya'daki fabrikada", "tr", True),
        ("fabrika", "İtalya'daki fabrikada", "tr", True),
        ("iha", "İHA'lar ve İHAların menzili", "tr", True),
        ("iha", "Elektrik ihalesi ve ihale", "tr", False),
        ("bakanlık", "Savunma Bakanlığından açıklama", "tr", True),
        ("liman", "Limanlarındaki gemiler", "tr", True),
        ("can", "Il cane di Roma", "it", False),
        ("can", "cane", "und", False),
        # English and Italian
        ("drone", "New drones", "en", True),
        ("company", "Two companies", "en", True),
        ("leonardo", "Leonardo's plant", "en", True),
        ("drone", "I droni turchi", "it", True),
        ("azienda", "Le aziende", "it", True),
        ("italia", "dell'Italia", "it", True),
        ("turco", "italo-turco", "it", True),
        ("leonardo", "Il giovane Leonardi corre", "it", False),
        ("banca", "Le banche", "it", True),
    ],
)
def test_inflected_forms(word: str, text: str, language: str, expected: bool) -> None:
    assert matches(word, make_document(text, language=language)) is expected


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("turkiyenin", "turkiye"),
        ("kitabi", "kitap"),
        ("kanadinda", "kanat"),
        ("sehirlerindekilerden", "sehir"),
        ("italyali", "italya"),
        ("romalilar", "roma"),
    ],
)
def test_turkish_stems(word: str, stem: str) -> None:
    assert stem in list_stems(word, "tr")


def test_summary_has_its_own_zone_beside_longer_content() -> None:
    document = make_document("Title", "A long article about many other things.", summary="Drone deal.")
    assert matches("summary:drone", document)
    assert matches("drone", document)
    assert not matches("summary:article", document)


def test_summary_is_the_text_when_there_is_no_other() -> None:
    assert matches("summary:drone", make_document("Title", summary="Drone deal."))


# --- What is said of a match ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("", ""),
        ("entity:leonardo drone*", "entity:leonardo drone*"),
        ("(entity:leonardo snam) OR entity:baykar", "entity:baykar"),
        ("entity:leonardo OR entity:baykar", "entity:leonardo OR entity:baykar"),
        ("entity:(leonardo OR eni) (drone OR uav) -snam", "entity:leonardo (drone OR uav)"),
        ("Leonardo NEAR/2 Baykar", "Leonardo NEAR/2 Baykar"),
        ("“joint venture”", '"joint venture"'),
    ],
)
def test_rule_is_the_part_that_matched(query: str, rule: str) -> None:
    match = parse_query(query).match(SIGNING)
    assert match is not None
    assert match.rule == rule


def test_snippet_marks_the_terms() -> None:
    match = parse_query("drone firm").match(SIGNING)
    assert match is not None
    assert match.snippet.text.startswith("Drones of both firms were shown; TAI's")
    assert [match.snippet.text[a:b] for a, b in match.snippet.marks] == ["Drones", "firms"]


def test_snippet_prefers_where_most_terms_stand() -> None:
    match = parse_query("entity:leonardo entity:baykar").match(SIGNING)
    assert match is not None
    assert match.snippet.text == "Leonardo and Baykar sign in Rome"
    assert match.snippet.marks == ((0, 8), (13, 19))


def test_snippet_of_a_topic_is_the_opening() -> None:
    match = parse_query("topic:defence_industry").match(SIGNING)
    assert match is not None
    assert match.snippet.text.startswith("Drones of both firms")
    assert match.snippet.marks == ()


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("entity:snam drone*", "entity:snam is not named; drone* matched"),
        ("entity:tai", "entity:tai is not certain: “TAI” may be something else (alias)"),
        ("leonardo -dicaprio", "-dicaprio excludes it: “DiCaprio” occurs; leonardo matched"),
        ("eni OR snam", "eni does not occur and snam does not occur"),
        ("title:venture", "title:venture does not occur in the title"),
        ("lang:it", "lang:it is not its language (en)"),
        ("topic:energy", "topic:energy is not among its topics (defence_industry, trade_investment)"),
        ("country:LY", "nothing speaks for country:LY (found: IT, TR)"),
        ("score>=0.9", "score>=0.9 does not hold: the score is 0.80"),
        ("source:ansa", "source:ansa is not its source (Agenzia Esempio)"),
        ("leonardo NEAR/1 baykar", "leonardo NEAR/1 baykar: they occur, but not that near"),
        ("leonardo NEAR/5 eni", "eni does not occur; leonardo matched"),
        ("leonardo", "it matches: leonardo"),
        ("", "it matches: everything"),
    ],
)
def test_explained_miss(query: str, why: str) -> None:
    assert explain_miss(parse_query(query), SIGNING) == why
