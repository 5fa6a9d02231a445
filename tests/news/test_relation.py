"""Copies, excerpts, updates and look-alikes of texts of our own come out as what they are."""

import os
import random
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.fingerprint import make_fingerprint
from worker.news.relation import relate_wording
from worker.news.text import sentences
from worker.news.types import Candidate, Item, Relation, RelationKind

ORIGINALS = Path(__file__).parents[2] / os.environ.get("GALATA_SEED_ORIGINALS", "../shared/seeds")
NOON = datetime(2025, 5, 6, 12, tzinfo=UTC)
TITLE = "Ferry line between Trieste and Çeşme gets a second ship"
TEXT = (
    "A second ship will join the ferry line between Trieste and Çeşme from June, the operator said on Tuesday. "
    "The vessel carries 210 lorries and needs sixty hours for the crossing. "
    "Hauliers had complained of long queues at the Turkish port since the winter, when a storm damaged a quay. "
    "The port authority of Trieste put the traffic of last year at 312,000 lorries, most of them with Turkish plates. "
    "Officials of both countries met in April to talk about permits, which run out before the end of most years. "
    "A driver who has used the line for ten years said the waiting was worse than the sea. "
    "The operator hopes to order a third ship if the yards can deliver before 2027. "
    "Trade unions in Trieste asked for more staff at the gates and for a place where drivers can sleep. "
    "The mayor promised an answer within a month."
)

OTHER = (
    "Further south the season of the cruise ships began with a quarrel over where they may lie by night. The town of "
    "Izmir wants them out of the inner bay by the end of the summer, and the owners say that no other berth is deep "
    "enough. A judge will hear both of them in the second week of July, after a visit to the place by an expert."
)
CRANE = " A crane fell into the basin at night. Nobody was hurt, the firemen say, but the line to Türkiye stays shut."
LONG = (
    " Shipowners from Mersin, who had kept out of the quarrel for a year, now say they would send two of their own"
    " ferries up the Adriatic as soon as the quays are mended and somebody tells them who pays for the pilots."
)


def make_item(text: str = TEXT, title: str = TITLE, url: str | None = None) -> Item:
    return Item(title=title, content=text, language="en", url=url)


def make_candidate(item: Item, dated_at: datetime | None = NOON, article_id: int = 1) -> Candidate:
    return Candidate(article_id, make_fingerprint(item), f"“{item.title}”", dated_at=dated_at, url=item.url)


def relate(new: Item, *old: Candidate, dated_at: datetime | None = NOON) -> Relation:
    return relate_wording(new, make_fingerprint(new), dated_at, old)


def edit_words(text: str, share: float, seed: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"other{i}" if chance.random() < share else word for i, word in enumerate(text.split()))


def test_nothing_known_is_new() -> None:
    assert relate(make_item()) == Relation(RelationKind.NEW, evidence="no known article shares its wording")


def test_the_same_text_is_a_duplicate() -> None:
    relation = relate(make_item(TEXT.upper()), make_candidate(make_item()))
    assert (relation.kind, relation.of, relation.of_new, relation.of_old) == (RelationKind.DUPLICATE, 1, 1.0, 1.0)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda t: t + " Follow us on WhatsApp.", RelationKind.DUPLICATE),
        (
            lambda t: t + " This story was compiled with the help of our readers on the coast.",
            RelationKind.NEAR_DUPLICATE,
        ),
        (lambda t: "TRIESTE, May 6 (Example) - " + t.replace("worse", "harder"), RelationKind.NEAR_DUPLICATE),
        (lambda t: t + CRANE, RelationKind.UPDATE),
        (lambda t: t[: len(t) // 2], RelationKind.EXCERPT),
        (lambda t: " ".join(sentences(t)[:2]), RelationKind.EXCERPT),
        (lambda t: sentences(t)[0], RelationKind.EXCERPT),
        (lambda t: t[len(t) // 2 :], RelationKind.EXCERPT),
        (lambda t: " ".join(reversed(sentences(t))), RelationKind.NEAR_DUPLICATE),
        (lambda t: t.replace("312,000", "321,000"), RelationKind.UPDATE),
        # Edited all over, a figure included; edited and a quarter longer, by one sentence.
        (lambda t: edit_words(t.replace("312,000", "321,000"), 0.15, 3), RelationKind.NEAR_DUPLICATE),
        (lambda t: edit_words(t, 0.05, 3) + CRANE + LONG, RelationKind.UPDATE),
        (lambda t: f"<p>{t.replace('. ', '.</p> <p>')}</p>", RelationKind.DUPLICATE),
        (lambda t: t.replace(" ", "&nbsp;").replace("'", "&#39;"), RelationKind.DUPLICATE),
        (lambda t: " ".join(sentences(t)[-3:]) + " " + OTHER, RelationKind.OVERLAP),
    ],
)
def test_edits_of_one_text(change: "object", kind: RelationKind) -> None:
    assert callable(change)
    assert relate(make_item(change(TEXT)), make_candidate(make_item())).kind is kind


@pytest.mark.parametrize("count", [1, 2, 4])
def test_the_full_text_after_its_lead_is_an_update(count: int) -> None:
    lead = make_item(" ".join(sentences(TEXT)[:count]))
    relation = relate(make_item(), make_candidate(lead))
    assert relation.kind is RelationKind.UPDATE
    assert relation.evidence.endswith(f"adds {9 - count} sentences")


def test_the_full_text_after_its_last_part_is_an_update() -> None:
    old = make_candidate(make_item(" ".join(sentences(TEXT)[4:]), "What drivers say"))
    assert relate(make_item(), old).kind is RelationKind.UPDATE


@given(st.integers(0, 10**6))
def test_a_tenth_of_the_words_may_change(seed: int) -> None:
    relation = relate(make_item(edit_words(TEXT, 0.08, seed)), make_candidate(make_item()))
    assert relation.kind.joins_story


def test_edited_copies_are_near_duplicates() -> None:
    kinds = [relate(make_item(edit_words(TEXT, 0.12, i)), make_candidate(make_item())).kind for i in range(50)]
    assert sum(kind is RelationKind.NEAR_DUPLICATE for kind in kinds) >= 45


@given(st.text(max_size=300), st.text(max_size=300))
def test_containment_stays_a_share(one: str, two: str) -> None:
    relation = relate(make_item(one), make_candidate(make_item(two)))
    assert (relation.of is None) == (relation.kind is RelationKind.NEW)
    assert all(share is None or 0 <= share <= 1 for share in (relation.of_new, relation.of_old))


@pytest.mark.parametrize("url", [None, "https://outlet.example/ferry"])
def test_all_figures_that_changed_are_named_each_with_what_stood_at_its_place(url: str | None) -> None:
    text = f"{TEXT} Since May the queues have cost 17 of 90 hauliers their contracts."
    changed = text.replace("210 lorries", "240 lorries").replace("17 of 90", "19 of 90")
    relation = relate(make_item(changed, url=url), make_candidate(make_item(text, url=url)))
    assert (relation.kind, relation.of) == (RelationKind.UPDATE, 1)
    assert relation.evidence.endswith("figures changed: 210 → 240, 17 → 19")


def test_evidence_reads_as_a_sentence() -> None:
    relation = relate(make_item(" ".join(sentences(TEXT)[:4])), make_candidate(make_item()))
    assert relation.evidence == f"100 % of this item's wording is in “{TITLE}”; it adds no sentence"


# --- Templates --------------------------------------------------------------------------------------------------------
FORM = (
    "A quake of magnitude {} shook {} at {} in the morning, the disaster agency said. The tremor was {} km deep "
    "and was felt in the neighbouring provinces. No damage was reported so far and teams continue to search the field. "
    "Türkiye lies on several active fault lines and is among the countries where the earth moves most often."
)


def test_a_form_filled_in_again_is_no_copy() -> None:
    old = make_candidate(make_item(FORM.format("4.2", "Denizli", "06:12", "7"), "Quake of 4.2 shakes Denizli"))
    relation = relate(make_item(FORM.format("4.9", "Manisa", "09:47", "11"), "Quake of 4.9 shakes Manisa"), old)
    assert relation.kind is RelationKind.NEW
    assert "template" in relation.evidence


def test_a_form_filled_in_with_the_same_figures_is_a_copy() -> None:
    text = FORM.format("4.2", "Denizli", "06:12", "7")
    old = make_candidate(make_item(text, "Quake of 4.2 shakes Denizli"))
    assert relate(make_item("Breaking: " + text, "Denizli shaken by 4.2 quake"), old).kind.adds_nothing


def test_a_strike_called_off_is_not_the_strike() -> None:
    old = make_candidate(
        make_item("", "Dockers of Trieste and Mersin call a strike for Friday over night shifts at the gates")
    )
    new = make_item("", "Dockers of Trieste and Mersin call off a strike for Friday over night shifts at the gates")
    assert relate(new, old).kind is RelationKind.NEW


# --- Time -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("dated_at", "kind"),
    [
        (NOON + timedelta(days=6), RelationKind.EXCERPT),
        (NOON - timedelta(days=6), RelationKind.EXCERPT),
        (NOON + timedelta(days=8), RelationKind.OVERLAP),
        (None, RelationKind.EXCERPT),
    ],
)
def test_excerpts_have_a_week(dated_at: datetime | None, kind: RelationKind) -> None:
    half = make_item(TEXT[: len(TEXT) // 2])
    assert relate(half, make_candidate(make_item()), dated_at=dated_at).kind is kind


def test_seeds_have_no_window() -> None:
    half = make_item(TEXT[: len(TEXT) // 2])
    assert relate(half, make_candidate(make_item(), dated_at=None)).kind is RelationKind.EXCERPT


def test_a_verbatim_copy_is_a_duplicate_at_any_age_but_a_bare_headline_is_not() -> None:
    late = NOON + timedelta(days=90)
    assert relate(make_item(), make_candidate(make_item()), dated_at=late).kind is RelationKind.DUPLICATE
    weekly = make_item("", "The week between Rome and Ankara")
    assert relate(weekly, make_candidate(weekly), dated_at=late).kind is RelationKind.NEW
    assert relate(weekly, make_candidate(weekly), dated_at=NOON + timedelta(hours=2)).kind is RelationKind.DUPLICATE


# --- One page ---------------------------------------------------------------------------------------------------------
URL = "https://example.org/ferry"


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        (TEXT, TITLE, RelationKind.DUPLICATE),
        (TEXT + " The mayor resigned in the evening over the affair.", TITLE, RelationKind.UPDATE),
        (TEXT.replace("312,000", "321,000"), TITLE, RelationKind.UPDATE),
        (" ".join(sentences(TEXT)[:4]), TITLE, RelationKind.EXCERPT),
        (TEXT.replace("worse", "harder"), TITLE, RelationKind.DUPLICATE),
        (TEXT.replace(" with ", " having ").replace(" said", " told us"), TITLE, RelationKind.NEAR_DUPLICATE),
        (
            "A storm keeps all boats of the lagoon in port, and schools stay shut. " * 4,
            "Storm shuts Venice",
            RelationKind.NEW,
        ),
    ],
)
def test_revisions_of_one_page(text: str, title: str, kind: RelationKind) -> None:
    old = make_candidate(make_item(url=URL + "?utm_source=rss"))
    assert relate(make_item(text, title, url=URL), old).kind is kind


# --- Choice -----------------------------------------------------------------------------------------------------------
def test_the_closest_relation_wins_then_the_highest_containment_then_the_oldest() -> None:
    full, half = make_candidate(make_item(), article_id=1), make_candidate(make_item(TEXT[:500]), article_id=2)
    copy = replace(full, article_id=3, dated_at=NOON - timedelta(hours=1))
    assert relate(make_item(TEXT[:500]), full, half).of == 2
    assert relate(make_item(TEXT[:300]), half, full).kind is RelationKind.EXCERPT
    assert relate(make_item(), full, copy).of == 3
    assert relate(make_item(), copy, full, replace(full, article_id=9, dated_at=None)).of == 9


def test_what_holds_the_first_text_whole_updates_it_and_is_no_copy_of_an_edited_copy() -> None:
    original, edited = make_candidate(make_item()), make_candidate(make_item(edit_words(TEXT, 0.08, 3)), article_id=2)
    longer = make_item(TEXT + CRANE)
    assert relate(longer, edited).kind is RelationKind.NEAR_DUPLICATE
    found = relate(longer, edited, original)
    assert (found.kind, found.of) == (RelationKind.UPDATE, 1)
    # An edited copy of the update is one of it.
    updated = make_candidate(longer, article_id=3)
    assert relate(make_item(edit_words(longer.text, 0.08, 5)), original, updated).of == 3


def test_a_part_relates_to_what_opens_with_it_before_what_quotes_it() -> None:
    lead = " ".join(sentences(TEXT)[:2])
    quoting = make_candidate(make_item(f"{OTHER} {lead}", "What others said"), NOON - timedelta(hours=9), 1)
    opening = make_candidate(make_item(), NOON - timedelta(hours=1), 2)
    assert relate(make_item(lead, "A headline"), quoting).of == 1
    assert relate(make_item(lead, "A headline"), quoting, opening).of == 2


BACKGROUND = (
    " The joint company of the two yards was founded in 2023, belongs to both in equal parts, builds ferries in Yalova "
    "with engines from Trieste and wants to deliver 40 ships by 2031."
)


def test_other_news_on_the_same_background_is_other_news() -> None:
    strike = f"Welders in Yalova laid down their work on Thursday, and nobody knows when they will go on.{BACKGROUND}"
    chief = f"Ugo Passerini, once an admiral, will lead the design office from January, the board decided.{BACKGROUND}"
    known = make_candidate(make_item(strike, "Strike at the yard"))
    found = relate(make_item(chief, "A new head of design"), known)
    assert found.kind is RelationKind.OVERLAP
    assert found.evidence.endswith("but neither has what the other opens with: background")
    # Rewritten, it is still the strike.
    rewritten = (
        f"Nobody knows when welders of the yard in Yalova, who stopped on Thursday, will work again.{BACKGROUND}"
    )
    assert relate(make_item(rewritten, "Strike at the yard"), known).kind is RelationKind.NEAR_DUPLICATE


def test_a_round_up_does_not_join_the_story_of_one_of_its_briefs() -> None:
    brief = make_item(" ".join(sentences(TEXT)[:2]))
    rest = (
        "The cup final was won on penalties. Rain is expected in the north. A museum opens a new wing in autumn. " * 3
    )
    roundup = make_item(brief.content + " " + rest, "News in brief: Tuesday evening")
    assert relate(roundup, make_candidate(brief)).kind is RelationKind.OVERLAP


# --- Seeds ------------------------------------------------------------------------------------------------------------
@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the seed documents are not ours and not in the repository")
def test_seeds_relate_as_designed() -> None:
    texts = [re.sub(r"^\s*date \S+\s*", "", path.read_text("utf-8")) for path in sorted(ORIGINALS.glob("00?_*.txt"))]
    items = [Item("", content=text, language="en") for text in texts]
    seeds = [make_candidate(item, dated_at=None, article_id=i) for i, item in enumerate(items)]
    kinds = {(a, b): relate(items[a], seeds[b]).kind for a in range(5) for b in range(5)}
    assert kinds.pop((3, 1)) is RelationKind.EXCERPT
    assert kinds.pop((1, 3)) is RelationKind.UPDATE
    assert {a: kinds.pop((a, a)) for a in range(5)} == dict.fromkeys(range(5), RelationKind.DUPLICATE)
    assert set(kinds.values()) == {RelationKind.NEW}
    half = replace(items[3], content=texts[3][: len(texts[3]) // 2])
    assert relate(half, seeds[3]).kind is RelationKind.EXCERPT
