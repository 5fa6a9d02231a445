"""Queries that cannot be read are refused with column and mend; what can be read means what its logic says."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.news.documents import SIGNING, make_document, matches
from worker.errors import QueryError
from worker.news.document import Document
from worker.news.query import MAX_LENGTH, MAX_NESTING, explain_miss, parse_query
from worker.news.query_advice import check_names, suggest_entities
from worker.news.types import Item, Judgement, Relevance


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
    assert matches("(" * MAX_NESTING + "leonardo" + ")" * MAX_NESTING)
    assert matches("leonardo " + "OR x" * ((MAX_LENGTH - 9) // 4))


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
    assert matches(_write_tree(tree), document) is _ask_tree(tree, set(words))


@given(st.lists(st.sampled_from("abcx"), max_size=14), st.integers(1, 5), st.integers(1, 5))
def test_near_is_that_of_trying_every_pair(letters: list[str], first: int, second: int) -> None:
    at = {letter: [i for i, one in enumerate(letters) if one == letter] for letter in "abc"}
    expected = any(abs(a - b) <= first and abs(b - c) <= second for a in at["a"] for b in at["b"] for c in at["c"])
    document = make_document(" ".join(letters), language="en")
    assert matches(f"a NEAR/{first} b NEAR/{second} c", document) is expected


def test_near_in_a_hostile_text_is_not_quadratic() -> None:
    document = make_document("t", "alpha " * 20_000 + "filler " * 20 + "beta " * 20_000, language="en")
    begun = time.process_time()
    assert not matches("alpha NEAR/8 beta", document)
    assert time.process_time() - begun < 5  # every pair would be 400 million


def test_broken_url_is_no_source() -> None:
    item = Item("Title", url="http://[bad")
    assert not matches("source:bad", Document(item, Judgement("en", Relevance(True, 1.0))))


# --- Advice -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("query", "column", "mend"),
    [
        ("drone entity:leonrado", 7, "did you mean entity:leonardo?"),
        ("topic:defense_industry", 1, "did you mean topic:defence_industry?"),
        ("a -(b entity:zzz)", 7, "the entity ids are leonardo, tr"),
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


def test_of_many_names_none_is_listed() -> None:
    with pytest.raises(QueryError, match="there is no entity:zzz; see the list of entity ids"):
        check_names(parse_query("entity:zzz"), [f"company{i}" for i in range(99)], [])
