"""The query language: what matches, what does not, what is refused and how that is said."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.news.documents import make_document
from worker.errors import QueryError
from worker.news.document import Document
from worker.news.inflection import list_stems
from worker.news.query import MAX_LENGTH, MAX_NESTING, explain_miss, parse_query
from worker.news.query_advice import check_names, suggest_entities
from worker.news.types import Item, Judgement, Relevance

SIGNING = make_document(
    "Leonardo and Baykar sign in Rome",
    "Drones of both firms were shown; TAI's were not. A joint venture with the company from Ankara builds UAVs. "
    "DiCaprio was somewhere else.",
    language="en",
    source="Agenzia Esempio",
    url="https://www.esempio.it/a/1",
    entities=(("leonardo", "Leonardo"), ("baykar", "Baykar")),
    doubtful=(("tai", "TAI"),),
    sides=(("IT", "Leonardo"), ("TR", "Ankara")),
    topics=("defence_industry", "trade_investment"),
    score=0.8,
)


def _matches(query: str, document: Document = SIGNING) -> bool:
    return parse_query(query).match(document) is not None


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
    assert _matches(query) is expected


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
    assert _matches(word, make_document(text, language=language)) is expected


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
    assert _matches("summary:drone", document)
    assert _matches("drone", document)
    assert not _matches("summary:article", document)


def test_summary_is_the_text_when_there_is_no_other() -> None:
    assert _matches("summary:drone", make_document("Title", summary="Drone deal."))


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


# --- What is refused --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "column", "mend"),
    [
        ("-dicaprio", 1, "say also what should be there"),
        ("leonardo OR -dicaprio", 13, "say also what should be there"),
        ("NOT (a b)", 1, "say also what should be there"),
        ("leonardo OR", 12, "the query ends where"),
        ("OR leonardo", 1, "OR is not expected here"),
        ("leonardo (baykar", 10, "add the second )"),
        ("leonardo) baykar", 9, "take it away"),
        ("()", 2, "a word, a phrase or a field"),
        ('leonardo "joint', 10, 'add the second "'),
        ("dr*", 1, "at least 4 letters"),
        ("a dr*ne", 3, "at the end of a word"),
        ("*drone", 1, "at the end of a word"),
        ("leonardo NEAR baykar", 10, "NEAR/8"),
        ("NEAR/5 leonardo", 1, "NEAR/8"),
        ("leonardo NEAR/0 baykar", 10, "NEAR/1 to NEAR/100"),
        ("leonardo NEAR/500 baykar", 10, "NEAR/1 to NEAR/100"),
        ("leonardo NEAR/5 lang:it", 17, "words, phrases and entity:"),
        ("leonardo NEAR/5 -baykar", 17, "not expected"),
        ("leonardo or baykar", 10, "OR in capitals"),
        ("author:rossi", 1, "there is no field author:"),
        ("at 10:30", 4, "put quotes around"),
        ("lang:italian", 6, "code of two letters"),
        ("topic:lang:it", 11, "colon"),
        ("title:(lang:it)", 7, "not another field"),
        ("entity:a&b", 8, "letters, digits and _"),
        ("score:0.7", 1, "score>=0.7"),
        ("score>=7", 1, "between 0 and 1"),
        ("score 0.7x a<b", 12, "put quotes around"),
        ("leonardo - baykar", 10, "right before what it excludes"),
        ("--leonardo", 2, "not expected"),
        ("…", 1, "no letter and no digit"),
        ("(" * (MAX_NESTING + 1) + "a" + ")" * (MAX_NESTING + 1), MAX_NESTING + 1, "deep"),
        ("a" * (MAX_LENGTH + 1), MAX_LENGTH + 1, "split it into two"),
    ],
)
def test_refused(query: str, column: int, mend: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(query)
    assert caught.value.column == column
    assert mend in str(caught.value)
    assert "\n" not in caught.value.why


def test_deepest_brackets_and_longest_query_are_read() -> None:
    assert _matches("(" * MAX_NESTING + "leonardo" + ")" * MAX_NESTING)
    assert _matches("leonardo " + "OR x" * ((MAX_LENGTH - 9) // 4))


# --- Properties -------------------------------------------------------------------------------------------------------
_PIECES = [
    "leonardo",
    "OR",
    "NOT",
    "AND",
    "(",
    ")",
    "-",
    '"',
    "NEAR/3",
    "*",
    "title:",
    "lang:",
    "=",
    "score>=0.5",
    " ",
    "é",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join) | st.text(max_size=40))
@example("score>=0.5.5")
@example("title:(a NEAR/3 =b)")
@example("lang:(a NEAR/3 b)")
@example("a\nOR\tb")
def test_any_text_is_read_or_refused_with_a_column(text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError as error:
        assert 1 <= error.column <= len(text) + 1
    else:
        assert explain_miss(query, SIGNING)


_WORDS = ["roma", "ankara", "drone", "libya", "tren", "gaz"]
_TREES = st.recursive(
    st.sampled_from(_WORDS),
    lambda inner: st.tuples(st.sampled_from(["AND", "OR", "NOT"]), inner, inner),
    max_leaves=8,
)
_Tree = str | tuple[str, "_Tree", "_Tree"]


def _write_tree(tree: _Tree) -> str:
    if isinstance(tree, str):
        return tree
    sign = {"AND": " ", "OR": " OR ", "NOT": " -"}[tree[0]]
    return f"({_write_tree(tree[1])}{sign}{_write_tree(tree[2])})"


def _ask_tree(tree: _Tree, words: set[str]) -> bool:
    if isinstance(tree, str):
        return tree in words
    left, right = _ask_tree(tree[1], words), _ask_tree(tree[2], words)
    return {"AND": left and right, "OR": left or right, "NOT": left and not right}[tree[0]]


@given(_TREES, st.lists(st.sampled_from(_WORDS), max_size=5))
def test_logic_is_that_of_sets(tree: _Tree, words: list[str]) -> None:
    document = make_document(" ".join(words), language="en")
    assert _matches(_write_tree(tree), document) is _ask_tree(tree, set(words))


@given(st.lists(st.sampled_from("abcx"), max_size=14), st.integers(1, 5), st.integers(1, 5))
def test_near_is_that_of_trying_every_pair(letters: list[str], first: int, second: int) -> None:
    at = {letter: [i for i, one in enumerate(letters) if one == letter] for letter in "abc"}
    expected = any(abs(a - b) <= first and abs(b - c) <= second for a in at["a"] for b in at["b"] for c in at["c"])
    document = make_document(" ".join(letters), language="en")
    assert _matches(f"a NEAR/{first} b NEAR/{second} c", document) is expected


def test_near_in_a_hostile_text_is_not_quadratic() -> None:
    document = make_document("t", "alpha " * 20_000 + "filler " * 20 + "beta " * 20_000, language="en")
    begun = time.perf_counter()
    assert not _matches("alpha NEAR/8 beta", document)
    assert time.perf_counter() - begun < 5  # every pair would be 400 million


def test_broken_url_is_no_source() -> None:
    item = Item("Title", url="http://[bad")
    assert not _matches("source:bad", Document(item, Judgement("en", Relevance(True, 1.0))))


# --- Advice -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "column", "mend"),
    [
        ("drone entity:leonrado", 7, "did you mean entity:leonardo?"),
        ("topic:defense_industry", 1, "did you mean topic:defence_industry?"),
        ("a -(b entity:zzz)", 7, "see the list of entity ids"),
    ],
)
def test_unknown_names_are_refused(query: str, column: int, mend: str) -> None:
    with pytest.raises(QueryError, match=re.escape(mend)) as caught:
        check_names(parse_query(query), ["leonardo", "TR"], ["defence_industry"])
    assert caught.value.column == column


def test_known_names_pass() -> None:
    check_names(
        parse_query("entity:tr (entity:Leonardo OR topic:defence-industry)"), ["leonardo", "TR"], ["defence_industry"]
    )


def test_ambiguous_words_get_an_offer() -> None:
    query = parse_query('leonardo OR title:Leonardo OR "leonardo da vinci" OR leon* OR baykar OR leonardo')
    assert suggest_entities(query, {"Leonardo": "leonardo"}) == (
        "leonardo has other meanings too; entity:leonardo finds this one only, by all its names",
        "title:Leonardo has other meanings too; entity:leonardo finds this one only, by all its names",
    )
