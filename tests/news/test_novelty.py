"""What an article adds is told by sentences, figures and names; footers and other words add nothing."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.fingerprint import make_fingerprint
from worker.news.novelty import (
    Numbers,
    find_added,
    find_changed_figures,
    find_claims,
    find_new_figures,
    find_unsaid,
    is_material,
    new_sentences,
)
from worker.news.text import sentences
from worker.news.types import Item, RelationKind

ORIGINALS = Path(__file__).parents[2] / os.environ.get("GALATA_SEED_ORIGINALS", "../shared/seeds")
KNOWN_TEXT = (
    "The port of Mersin will get a second crane from a firm in Genoa before the end of the summer. "
    "It lifts 60 tonnes and comes by sea in four pieces. The harbour master expects fewer queues."
)
KNOWN = make_fingerprint(Item("", content=KNOWN_TEXT, language="en")).shingles
FRESH = "Workers at the quay have asked for training before the crane is used for the first time."


@pytest.mark.parametrize(
    ("text", "added"),
    [
        (KNOWN_TEXT, []),
        (f"{KNOWN_TEXT} {FRESH}", [FRESH]),
        (f"{FRESH}\n\n{KNOWN_TEXT}", [FRESH]),
        (KNOWN_TEXT.replace("second crane", "further crane"), []),
        (KNOWN_TEXT.upper(), []),
        (f"{KNOWN_TEXT} Follow us on WhatsApp for more news from the ports.", []),
        (f"{KNOWN_TEXT} Read on.", []),
        ("", []),
    ],
)
def test_only_sentences_of_other_wording_are_new(text: str, added: list[str]) -> None:
    assert new_sentences(text, KNOWN) == added


def test_known_may_be_any_collection() -> None:
    assert new_sentences(f"{KNOWN_TEXT} {FRESH}", sorted(KNOWN)) == [FRESH]


@given(st.text(max_size=400))
def test_nothing_is_new_in_what_is_known(text: str) -> None:
    assert new_sentences(text, make_fingerprint(Item("", content=text)).shingles) == []


@given(st.text(max_size=400), st.frozensets(st.integers(0, 2**48), max_size=5))
def test_what_is_added_stands_in_the_text(text: str, known: frozenset[int]) -> None:
    assert set(new_sentences(text, known)) <= set(sentences(text))


# --- Figures ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("language", "old", "new", "changed"),
    [
        ("en", "The quake left 12 people dead.", "The quake left 15 people dead.",
         [("f:12:PERSON", "f:15:PERSON", "dead")]),
        ("tr", "Depremde 12 kişi hayatını kaybetti.", "Depremde 15 kişi hayatını kaybetti.",
         [("f:12:PERSON", "f:15:PERSON", "dead")]),
        ("en", "Trade was $32.2 billion.", "The trade target is $40 billion.", []),
        ("en", "Trade was $32.2 billion.", "Trade was $32.2 billion and exports $17 billion.", []),
        ("en", "The quake left 12 people dead.", "The ferry carries 150 people.", []),
        ("en", "Trade was $8 billion.", "Trade was €8 billion.", []),
        ("en", "The partners set aside 38 million euros for the work.",
         "They signed an agreement on an investment of 95 million euros that is to create jobs.", []),
        ("en", "The aircraft flew 50 hours.", "The hall is to create 320 jobs.", []),
        ("it", "Il terremoto ha fatto 12 vittime, 30 persone ferite.", "Il terremoto: 41 persone ferite.",
         [("f:30:PERSON", "f:41:PERSON", "earthquake")]),
    ],
)  # fmt: skip
def test_a_figure_changed_only_where_unit_noun_and_status_agree(
    language: str, old: str, new: str, changed: list[tuple[str, str, str]]
) -> None:
    found = find_changed_figures(find_claims(old, language), find_claims(new, language))
    assert [tuple(one) for one in found] == changed


def test_targets_and_plans_are_told_from_facts() -> None:
    text = "Trade was $32.2 billion last year. The new target is $40 billion. Some $3 billion of investment is planned."
    assert [claim.status for claim in find_claims(text, "en")] == ["actual", "target", "planned"]


@pytest.mark.parametrize(
    ("figures", "said", "unsaid"),
    [
        (["f:21:", "d:04-29", "f:17:"], ["f:17:", "d:04-17"], {"f:21:", "d:04-29"}),
        (["f:17:PERSON", "f:90:"], ["f:17:", "f:90:KM"], set()),
        (["f:120e6:EUR"], ["f:120e6:USD"], {"f:120e6:EUR"}),
        (["y:2027", "s:2-1"], [], set()),
    ],
)
def test_a_figure_is_said_with_its_unit_or_without(figures: list[str], said: list[str], unsaid: set[str]) -> None:
    assert find_unsaid(figures, said) == unsaid


def read_numbers(*keys: str) -> Numbers:
    """Keys of an article as figures and counts."""
    return Numbers(frozenset(k for k in keys if k[0] == "f"), frozenset(k for k in keys if k[0] != "f"))


@pytest.mark.parametrize(
    ("new", "told", "fresh"),
    [
        (["f:31:PERSON", "n:31"], ["f:31:", "n:31", "k:31:rescue"], []),  # a headline: "31 soccorsi"
        (["f:31:PERSON", "n:31"], ["n:31", "k:31:migrant"], []),  # "trentuno migranti", in words alone
        (["f:9:PERSON", "k:9:dead"], ["k:9:dead"], []),  # "nove morti": one digit has no other key
        (["f:9:PERSON", "k:9:dead"], ["f:9:", "k:9:child"], ["f:9:PERSON"]),
        (["f:420e6:EUR"], ["f:420e6:", "n:420e6"], []),  # "un contratto da 420 milioni"
        (["f:31:EUR", "n:31"], ["f:31:PERSON", "n:31"], ["f:31:EUR"]),
        (["f:31:EUR", "n:31"], ["f:31:", "n:31", "k:31:rescue"], ["f:31:EUR"]),
        (["f:31:EUR", "n:31"], ["n:31", "k:31:migrant"], ["f:31:EUR"]),
        (["f:31:PERSON", "n:31"], ["f:31:EUR", "n:31"], ["f:31:PERSON"]),
        (["f:31:PERSON", "n:31"], ["f:30:PERSON", "n:30", "k:30:migrant"], ["f:31:PERSON"]),
        (["f:31:", "n:31"], ["f:31:PERSON", "n:31"], []),
        (["f:12:", "k:12:boat"], ["f:13:"], ["f:12:"]),
        (["d:04-17"], [], []),
    ],
)
def test_a_figure_told_in_words_or_without_its_unit_is_not_new(
    new: list[str], told: list[str], fresh: list[str]
) -> None:
    assert find_new_figures(read_numbers(*new), [read_numbers("f:7:"), read_numbers(*told)]) == fresh


def test_a_known_sentence_with_another_figure_is_added() -> None:
    told = "The blast near the old harbour of Izmir killed three workers and injured 17 on Thursday, the governor said."
    text = f"{told.replace('17', '21')} The fire was out by noon. 21 beds."
    known = make_fingerprint(Item("", content=f"{told} The fire was out by noon.")).shingles
    assert new_sentences(text, known) == []
    assert find_added(text, known, {"f:21:"}, "en") == [told.replace("17", "21")]
    assert find_added(text, known, {"f:22:"}, "en") == []
    assert find_added(f"{text} Nobody in the town slept.", known, (), "en") == ["Nobody in the town slept."]


@pytest.mark.parametrize(
    ("language", "told", "then", "now"),
    [
        (
            "en",
            "Three sailors are missing after the ferry from Bari ran aground, the coast guard said.",
            "Three",
            "Five",
        ),
        (
            "tr",
            "Bari'den gelen feribotun Çeşme açıklarında karaya oturması sonucu üç denizci suya düşüp kayboldu.",
            "üç",
            "on beş",
        ),
        ("it", "Dopo l'incidente del traghetto mancano all'appello ventuno marinai.", "ventuno", "ventitré"),
    ],
)
def test_a_known_sentence_with_another_number_in_words_is_added(language: str, told: str, then: str, now: str) -> None:
    known, corrected = make_fingerprint(Item("", content=told, language=language)).shingles, told.replace(then, now)
    assert new_sentences(corrected, known) == []
    assert find_added(corrected, known, (), language) == [corrected]
    assert find_added(told, known, (), language) == []
    digits = {"Three": "3", "üç": "3", "ventuno": "21"}[then]
    assert find_added(told.replace(then, digits), known, (), language) == []


# --- Material ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("added", "entities", "figures", "kind", "material"),
    [
        ([], [], [], RelationKind.NEW, (True, "a new story")),
        ([], [], [], RelationKind.DUPLICATE, (False, "it adds nothing: the same wording")),
        ([], [], ["f:40e9:USD"], RelationKind.NEAR_DUPLICATE, (True, "a new figure: USD 40bn")),
        (["A."], [], [], RelationKind.EXCERPT, (False, "it adds nothing: the same wording")),
        (["A."], [], [], RelationKind.UPDATE, (True, "1 sentence the story had not")),
        (["A.", "B."], [], ["d:05-06"], RelationKind.UPDATE, (True, "2 sentences the story had not")),
        ([], [], [], RelationKind.UPDATE, (False, "nothing the story had not told")),
        (["A."], [], [], RelationKind.SAME_STORY, (False, "the same story in other words")),
        (["A."], ["leonardo"], [], RelationKind.SAME_STORY, (True, "it names for the first time: leonardo")),
        (["A."], [], ["f:9:"], RelationKind.SAME_STORY, (False, "the same story in other words")),
        (["A."], [], ["f:15:"], RelationKind.UPDATE, (True, "a new figure: 15")),
        (["A."], ["leonardo"], ["f:61:PERSON"], RelationKind.SAME_STORY, (True, "a new figure: 61 people")),
    ],
)
def test_material(
    added: list[str], entities: list[str], figures: list[str], kind: RelationKind, material: tuple[bool, str]
) -> None:
    assert is_material(added, entities, figures, kind) == material


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the seed documents are not ours and not in the repository")
def test_most_of_seed_003_is_known_from_001() -> None:
    texts = [re.sub(r"^\s*date \S+\s*", "", path.read_text("utf-8")) for path in sorted(ORIGINALS.glob("00?_*.txt"))]
    known = make_fingerprint(Item("", content=texts[1], language="en")).shingles
    assert len(sentences(texts[3])) == 14
    assert len(new_sentences(texts[3], known)) == 3
