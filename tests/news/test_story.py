"""Reports of one event find each other in other words and other languages, and look-alikes stay apart."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.news.data_pairs import HELD_OUT, LabelledPair, Report, list_pairs
from worker.news.fingerprint import make_fingerprint
from worker.news.story import Told, choose_headline, make_keys, relate_story
from worker.news.types import (
    Candidate,
    EntityHit,
    Item,
    Judgement,
    Relation,
    RelationKind,
    Relevance,
    StoryKeys,
)

NOON = datetime(2025, 5, 6, 12, tzinfo=UTC)


def make_item(report: Report) -> Item:
    return Item(report.title, content=report.text, language=report.language, published_at=report.dated_at)


def judge_report(report: Report) -> Judgement:
    hits = tuple(EntityHit(one, 0, 1, one.replace("_", " "), "title", "alias") for one in report.entities)
    return Judgement(report.language, Relevance(True, 1.0), hits)


def key_report(report: Report) -> StoryKeys:
    return make_keys(make_item(report), judge_report(report))


def make_candidate(report: Report, article_id: int = 1) -> Candidate:
    print_ = make_fingerprint(make_item(report))
    keys = key_report(report).keys
    return Candidate(article_id, print_, f"“{report.title}”", None, report.dated_at, report.language, None, keys)


def relate(newer: Report, *older: Candidate) -> Relation:
    return relate_story(make_item(newer), key_report(newer), newer.dated_at, older, {}, 0)


def is_joined(pair: LabelledPair) -> bool:
    return relate(pair.newer, make_candidate(pair.older)).kind is RelationKind.SAME_STORY


def measure_pairs(pairs: list[LabelledPair]) -> tuple[float, float]:
    """Precision and recall."""
    joined = [pair for pair in pairs if is_joined(pair)]
    right = sum(pair.same for pair in joined)
    return right / len(joined), right / sum(pair.same for pair in pairs)


def test_held_out_pairs() -> None:
    pairs = list(list_pairs(HELD_OUT))
    assert len(pairs) >= 60
    precision, recall = measure_pairs(pairs)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"held out: {len(pairs)} pairs, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    assert precision >= PRECISION_FLOOR
    assert recall >= RECALL_FLOOR


PRECISION_FLOOR, RECALL_FLOOR = 0.86, 0.9
