"""What a feed says of its items: which side it tells of, and whether it speaks for both or against."""

import json

import pytest

from benchmarks.feed_priors import count_rows, load_rows
from tests.news.load_rules import load_judge, load_watch
from tests.news.test_relevance import SCORER, WATCH
from worker.news.relevance import FEED
from worker.news.scan import Prepared
from worker.news.types import EntityHit, Evidence, Item, Relevance

RUDOLF = EntityHit("Rudolf", 0, 6, "Rudolf", "title", "alias")
MUSKAR = EntityHit("Muskar", 7, 13, "Muskar", "title", "alias")


def score(*hits: EntityHit, about: tuple[str, ...] = (), prior: float = 0.0) -> Relevance:
    return SCORER.score(Prepared("Rudolf Muskar"), Prepared(""), hits, "en", about, prior)


@pytest.mark.parametrize(
    ("hits", "about", "expected"),
    [
        ((RUDOLF,), ("SY",), (0.8 * WATCH.about) ** 0.5),
        ((RUDOLF,), ("RU",), 0.0),
        ((RUDOLF,), ("RU", "SY"), ((1 - 0.2 * (1 - WATCH.about)) * WATCH.about) ** 0.5),
        ((RUDOLF,), ("BO",), 0.0),
        ((), ("RU", "SY"), 0.0),
        ((RUDOLF, MUSKAR), (), 0.8),
    ],
)
def test_a_feed_speaks_for_its_side_once_the_item_names_one(
    hits: tuple[EntityHit, ...], about: tuple[str, ...], expected: float
) -> None:
    assert score(*hits, about=about).score == pytest.approx(expected, abs=0.001)


def test_the_evidence_and_the_reason_name_the_feed() -> None:
    found = score(RUDOLF, about=("SY",), prior=0.1)
    assert found.relevant
    assert found.reason == "names both: Rudolf (RU) and its feed (SY)"
    assert found.evidence[1:] == (
        Evidence("SY", FEED, "its feed", FEED, WATCH.about),
        Evidence("both", FEED, "its feed speaks for it", FEED, 0.1),
    )


def test_a_prior_moves_the_score_of_what_names_both_and_of_nothing_else() -> None:
    assert score(RUDOLF, MUSKAR, prior=-0.2).score == pytest.approx(0.6)
    assert score(RUDOLF, MUSKAR, prior=0.3).score == 1.0
    assert score(RUDOLF, prior=0.3).score == 0.0
    assert score(prior=0.3).evidence == ()
    low = score(RUDOLF, MUSKAR, prior=-0.3)
    assert not low.relevant
    assert low.reason == "both are named, but its feed speaks against it: Rudolf (RU) and Muskar (SY)"
    assert low.evidence[-1] == Evidence("both", FEED, "its feed speaks against it", FEED, -0.3)


def test_what_is_named_stays_first_where_feed_and_item_speak_for_one_side() -> None:
    doubtful = EntityHit("Rudolf", 0, 6, "Rudolf", "title", "ambiguous", 0.35)
    assert score(doubtful, about=("RU", "SY")).reason.startswith("names both: its feed, Rudolf (RU)")


def test_feeds_of_embassies_are_worth_what_was_measured() -> None:
    """docs/decisions/0012: as measured when the weight was chosen, and on what was written thereafter."""
    judge = load_judge()
    assert load_watch().about == 0.55
    right, wrong, missed = count_rows(judge, [row for row in load_rows(1) if row[2].about])
    assert (right + missed, wrong) == (25, 0) and right >= 23
    right, wrong, missed = count_rows(judge, [row for row in load_rows(2) if row[2].about])
    assert right + missed == 13 and right >= 11 and wrong <= 3


def test_items_without_a_feed_are_judged_as_ever() -> None:
    item = Item(title="La ministra Tajani inaugura la mostra", language="it")
    assert not load_judge().judge(item).relevance.relevant
    assert FEED not in json.dumps([one.field for one in load_judge().judge(item).relevance.evidence])
