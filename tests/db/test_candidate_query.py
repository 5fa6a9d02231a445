"""The candidate query reads few postings, however many there are, and finds the seeds, which are the oldest."""

import pytest
from sqlalchemy import text

from db.articles import insert_rows
from db.candidates import _BY_WORDING, NEWEST_POSTINGS, find_by_wording
from db.models import Article, FingerprintRow, Story
from db.session import Database
from db.stories import MOST_READ, list_decided, list_wordings
from tests.db.lease_kinds import START

COMMON, RARE = 7, 8


@pytest.fixture
def filled(database: Database) -> Database:
    """Sixty articles with one common hash, the first of them a seed, the second with a rare one too."""
    article = {"content_hash": "0", "title": "", "summary": "", "content": "", "first_seen_at": START, "backlog": False}
    article |= {"state": "done", "attempts": 0}
    rows = [article | {"id": i, "identity": str(i), "seed": i == 1} for i in range(1, 61)]
    marks = [{"hash": COMMON, "article_id": i, "seed": i == 1} for i in range(1, 61)]
    with database.write() as session, session.begin():
        insert_rows(session, Article, rows)
        insert_rows(session, FingerprintRow, [*marks, {"hash": RARE, "article_id": 2, "seed": False}])
    return database


def test_the_newest_postings_and_the_seeds_are_found(filled: Database) -> None:
    with filled.read() as session:
        assert set(find_by_wording(session, [COMMON], 99)) == {1, *range(61 - NEWEST_POSTINGS, 61)}
        assert set(find_by_wording(session, [COMMON, RARE], 99)) == {1, 2, *range(61 - NEWEST_POSTINGS, 61)}


def test_no_posting_is_read_to_see_whether_it_is_a_seeds(sqlite_database: Database) -> None:
    """SQLite has no other way to say what it reads than its plan."""
    values = {"hashes": "[7]", "newest": 26, "limit": 12}
    with sqlite_database.read() as session:
        explained = text(f"EXPLAIN QUERY PLAN {_BY_WORDING['sqlite'].text}")
        plan = [row[3] for row in session.execute(explained, values)]
    assert [step for step in plan if "posting" in step and "PRIMARY KEY" in step] == []
    assert any("ix_fingerprints_seed" in step for step in plan)


def test_of_a_large_story_the_first_the_latest_and_the_nearest_are_read(database: Database) -> None:
    """What one of 500 reports said is known when a new one repeats it, and few of the others are read for that."""
    story = {
        "id": 1,
        "headline": "",
        "article_count": 500,
        "languages": [],
        "first_seen_at": START,
        "updated_at": START,
    }
    article = {"content_hash": "0", "title": "", "summary": "", "content": "", "first_seen_at": START, "seed": False}
    article |= {"state": "done", "attempts": 0, "backlog": False, "story_id": 1}
    rows = [article | {"id": i, "identity": str(i), "shingles": str(i).encode()} for i in range(1, 501)]
    with database.write() as session, session.begin():
        insert_rows(session, Story, [story])
        insert_rows(session, Article, rows)
        insert_rows(session, FingerprintRow, [{"hash": RARE, "article_id": 99, "seed": False}])
    with database.read() as session:
        read = {int(packed) for packed, _ in list_wordings(session, 1, 500, [RARE])}
        assert read == set(list_decided(session, 1, 500, [RARE])), (
            "nor are they when it is asked what is worth an alert"
        )
    assert {1, 2, 99, 498, 499} <= read
    assert 500 not in read
    assert MOST_READ - 40 <= len(read) <= MOST_READ
