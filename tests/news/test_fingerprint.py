"""Wording becomes hashes that find every copy of a passage and survive their way through SQL."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.boilerplate import cut_boilerplate
from worker.news.fingerprint import (
    hash_shingles,
    make_fingerprint,
    measure_containment,
    pack_shingles,
    query_hashes,
    unpack_shingles,
)
from worker.news.identity import hash_content
from worker.news.text import words
from worker.news.types import Fingerprint, Item

ORIGINALS = Path(__file__).parents[2] / os.environ.get("GALATA_SEED_ORIGINALS", "../shared/seeds")
# Words from a small vocabulary, so that shingles repeat as they do in news.
WORDS = st.sampled_from([f"w{i}" for i in range(300)])


def write_item(words_of_text: list[str], title: str = "a title") -> Item:
    return Item(title=title, content=" ".join(words_of_text), language="en")


@given(st.lists(WORDS, max_size=120), st.lists(WORDS, min_size=14, max_size=60), st.lists(WORDS, max_size=120))
def test_a_passage_of_14_words_is_found_anywhere(before: list[str], passage: list[str], after: list[str]) -> None:
    known = make_fingerprint(write_item(before + passage + after))
    copy = make_fingerprint(write_item(["other"] * 3 + passage + ["words"] * 3))
    assert set(known.index) & set(query_hashes(copy)) & set(hash_shingles(passage))


@given(st.lists(WORDS, max_size=69), st.lists(WORDS, min_size=10, max_size=13), st.lists(WORDS, max_size=200))
def test_ten_words_of_a_lead_are_found(before: list[str], passage: list[str], after: list[str]) -> None:
    lead = (before + passage)[-82:]
    known = make_fingerprint(write_item(lead + after))
    copy = make_fingerprint(write_item(["other"] + passage + ["words"] * 3))
    assert set(known.index) & set(query_hashes(copy))


@given(st.lists(WORDS, min_size=6, max_size=9), st.lists(WORDS, max_size=200))
def test_the_first_six_words_are_found(first: list[str], after: list[str]) -> None:
    known = make_fingerprint(write_item(first + after))
    assert set(known.index) & set(hash_shingles(first))


@given(st.lists(WORDS, max_size=60), st.lists(WORDS, min_size=34, max_size=90), st.lists(WORDS, max_size=60))
def test_every_hash_the_index_takes_from_a_shared_passage_is_queried(
    before: list[str], passage: list[str], after: list[str]
) -> None:
    shared = hash_shingles(passage)
    queried = set(query_hashes(make_fingerprint(write_item(before + passage + after))))
    for window in (8, 12):
        assert {min(shared[i : i + window]) for i in range(len(shared) - window + 1)} <= queried


@given(st.lists(WORDS, max_size=400))
def test_every_index_hash_is_among_its_own_query(text: list[str]) -> None:
    made = make_fingerprint(write_item(text))
    assert set(made.index) <= set(query_hashes(made)) <= made.shingles


def test_what_sql_gives_back_is_queried_by_all_its_shingles() -> None:
    stored = Fingerprint(shingles=frozenset({3, 1, 2}), index=(1,), content_hash="", tokens=5)
    assert query_hashes(stored) == (1, 2, 3)


def test_index_stays_small() -> None:
    made = make_fingerprint(write_item([f"word{i}" for i in range(400)]))
    assert len(made.shingles) == 398
    assert 15 <= len(made.index) <= 90  # docs/benchmarks.md: 35 rows for 200 words
    assert all(0 <= one < 2**48 for one in made.shingles)


@given(st.frozensets(st.integers(0, 2**64 - 1), max_size=50))
def test_packing_keeps_the_set(shingles: frozenset[int]) -> None:
    packed = pack_shingles(shingles)
    assert unpack_shingles(packed) == shingles
    assert packed == pack_shingles(sorted(shingles, reverse=True))


def test_packing_is_little_endian_and_sorted() -> None:
    assert pack_shingles([258, 1]) == b"\1\0\0\0\0\0\0\0\2\1\0\0\0\0\0\0"


def test_a_cut_row_is_an_error() -> None:
    with pytest.raises(ValueError, match="9 bytes"):
        unpack_shingles(b"123456789")


def test_title_counts_only_where_the_text_is_a_stub() -> None:
    text = "Two ministers met in Rome on Tuesday to sign a paper"
    assert make_fingerprint(Item("One", content=text)).shingles == make_fingerprint(Item("Two", content=text)).shingles
    headline = make_fingerprint(Item("Ministers met in Rome to sign a paper", summary="Details soon"))
    assert headline.shingles == frozenset(hash_shingles(words("Ministers met in Rome to sign a paper. Details soon")))


def test_headline_and_nothing_have_fingerprints() -> None:
    assert len(make_fingerprint(Item("Rome summit")).shingles) == 1
    empty = make_fingerprint(Item(""))
    assert (empty.shingles, empty.index, empty.tokens, query_hashes(empty)) == (frozenset(), (), 0, ())


def test_outlet_in_title_changes_no_shingle() -> None:
    bare = make_fingerprint(Item("Ministers met in Rome to sign a new paper"))
    named = make_fingerprint(Item("Ministers met in Rome to sign a new paper - Example", source="Example"))
    assert named.shingles == bare.shingles


def test_content_hash_is_that_of_identity() -> None:
    item = Item("Zirve", content="İki bakan Roma'da görüştü. Bizi takip edin.", language="tr")
    assert make_fingerprint(item).content_hash == hash_content(item.title, item.text)


@pytest.mark.parametrize(
    "footer",
    [
        "Follow us on WhatsApp for more.",
        "Click here to subscribe to our newsletter.",
        "The post Ministers meet appeared first on Example.",
        "Bizi sosyal medyada takip edin.",
        "Haberin devamını oku için tıklayın.",
        "Leggi anche: altre notizie dal mondo",
        "L'articolo I ministri si incontrano proviene da Esempio.",
        "© Riproduzione riservata",
    ],
)
def test_footers_are_no_wording(footer: str) -> None:
    text = "The ministers met in Rome. They signed a paper on fishing boats."
    assert words(cut_boilerplate(f"{text}\n\n{footer}")) == words(text)


@pytest.mark.parametrize("said", ["Divers spread the full net at dawn.", "«Prosegui la nostra rotta», ha detto."])
def test_a_footer_begins_where_a_word_does(said: str) -> None:
    text = f"The ministers met in Rome. {said}"
    assert cut_boilerplate(text) == text


@pytest.mark.parametrize("text", ["", "Follow us.", "The army will not follow us into the strait, a captain said."])
def test_a_text_is_never_cut_to_nothing(text: str) -> None:
    assert cut_boilerplate(text) == text


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the seed documents are not ours and not in the repository")
def test_seeds_contain_what_was_measured() -> None:
    texts = [re.sub(r"^\s*date \S+\s*", "", path.read_text("utf-8")) for path in sorted(ORIGINALS.glob("00?_*.txt"))]
    made = [make_fingerprint(Item("", content=text, language="en")).shingles for text in texts]
    pairs = {(a, b): measure_containment(made[a], made[b]) for a in range(5) for b in range(5) if a != b}
    assert pairs.pop((3, 1)) == pytest.approx(0.72, abs=0.01)
    assert pairs.pop((1, 3)) == pytest.approx(0.35, abs=0.01)
    assert max(pairs.values()) <= 0.045
