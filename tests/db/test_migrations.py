"""Migrations and models agree, forward and back, on both databases; two migrators do no harm."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import delete, inspect, text

import db.outbox_models
import db.page_models  # noqa: F401  the tables of all belong to the metadata
from db.articles import insert_row
from db.base import Base
from db.candidates import count_keys, find_by_keys, find_by_wording
from db.migrate import downgrade, find_head, find_revision, is_current, upgrade
from db.models import Story
from db.session import Database, open_database

DAY = date(2026, 5, 6)
BEFORE_0009: dict[str, dict[str, Any]] = {
    "articles": {"id": 1, "seed": False, "identity": "a", "content_hash": "0", "title": "", "summary": "",
                 "content": "", "first_seen_at": "2026-05-06 09:00:00.000000", "backlog": False,
                 "state": "done", "shingles": b"12345678"},
    "fingerprints": {"hash": 7, "article_id": 1, "seed": False},
    "story_keys": {"key": "e:fidan", "day": "2026-05-06", "article_id": 1},
}  # fmt: skip
AT = "2026-05-06 09:00:00.000000"
BEFORE_0012: dict[str, list[dict[str, Any]]] = {
    "stories": [{"id": number, "first_article_id": number - 25, "headline": f"{number}", "article_count": 1,
                 "languages": '["tr"]', "first_seen_at": AT, "updated_at": AT} for number in (26, 27)],
    "articles": [{**BEFORE_0009["articles"], "id": number, "identity": f"{number}", "story_id": 25 + number}
                 for number in (1, 2)],
    "subscriptions": [{"id": 1, "name": "desk", "origin": "user", "query": "", "scope": "pair", "schedule": "instant",
                       "enabled": True, "paused": False, "created_at": AT}],
    "matches": [{"id": 1, "subscription_id": 1, "story_id": 27, "article_id": 2, "kind": "first", "sent": True,
                 "reason": "", "rule": "", "snippet": "{}", "created_at": AT}],
}  # fmt: skip
REVISIONS = [f"{number:04}" for number in range(1, 14)]
SCRIPTS = Path(__file__).parent.parent.parent / "alembic"


def test_migrated_schema_is_that_of_the_models(empty_url: str) -> None:
    with closing(open_database(empty_url)) as database:
        upgrade(database, SCRIPTS)
        assert is_current(database, SCRIPTS)
        with database.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, Base.metadata) == []


def test_the_newest_revision_is_the_one_that_alembic_finds(empty_url: str) -> None:
    assert find_head(SCRIPTS) == ScriptDirectory(str(SCRIPTS)).get_current_head() is not None
    with closing(open_database(empty_url)) as database:
        assert find_revision(database) is None
        upgrade(database, SCRIPTS, "0003")
        assert find_revision(database) == "0003"
        upgrade(database, SCRIPTS)
        assert find_revision(database) == find_head(SCRIPTS)


def test_going_back_leaves_nothing_and_forward_again_works(empty_url: str) -> None:
    with closing(open_database(empty_url)) as database:
        upgrade(database, SCRIPTS)
        downgrade(database, SCRIPTS)
        assert not is_current(database, SCRIPTS)
        assert inspect(database.engine).get_table_names() == ["alembic_version"]
        upgrade(database, SCRIPTS)
        assert is_current(database, SCRIPTS)


def test_each_revision_goes_back_by_itself(empty_url: str) -> None:
    assert REVISIONS[-1] == find_head(SCRIPTS)
    with closing(open_database(empty_url)) as database:
        for revision in REVISIONS:
            upgrade(database, SCRIPTS, revision)
        for revision in (*reversed(REVISIONS[:-1]), "base"):
            downgrade(database, SCRIPTS, revision)


def test_what_was_indexed_before_keys_were_hashed_is_still_found(empty_url: str) -> None:
    with closing(open_database(empty_url)) as database:
        upgrade(database, SCRIPTS, "0008")
        with database.write() as session, session.begin():
            for table, row in BEFORE_0009.items():
                marks = ", ".join(f":{name}" for name in row)
                session.execute(text(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"), row)
        upgrade(database, SCRIPTS)
        with database.read() as session:
            assert find_by_wording(session, [7]) == [1]
            assert [row.id for row in find_by_keys(session, ["e:fidan"], DAY, DAY)] == [1]
            assert count_keys(session, ["e:fidan", "e:tajani"], DAY, DAY) == {"e:fidan": 1}
            assert not find_by_keys(session, ["e:fidan"], DAY + timedelta(1), DAY + timedelta(2))


def test_the_number_of_a_story_that_is_gone_is_not_used_again(empty_url: str) -> None:
    """And what there was, and what refers to it, is as it was before."""
    with closing(open_database(empty_url)) as database:
        upgrade(database, SCRIPTS, "0011")
        with database.write() as session, session.begin():
            for table, rows in BEFORE_0012.items():
                for row in rows:
                    marks = ", ".join(f":{name}" for name in row)
                    session.execute(text(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"), row)
            if not database.is_sqlite:
                session.execute(text("SELECT setval('stories_id_seq', 27)"))
        before = read_all(database, BEFORE_0012)
        for revision in ("0012", "0011", "head"):
            upgrade(database, SCRIPTS, revision) if revision != "0011" else downgrade(database, SCRIPTS, revision)
            assert read_all(database, BEFORE_0012) == before
        with database.write() as session, session.begin():
            session.execute(delete(Story).where(Story.id == 27))
            at = datetime(2026, 5, 6, 9, tzinfo=UTC)
            assert insert_row(session, Story, {"headline": "", "first_seen_at": at, "updated_at": at}) == 28
        with database.read() as session:
            told = session.execute(text("SELECT id, story_id FROM articles ORDER BY id")).all()
            assert [tuple(row) for row in told] == [(1, 26), (2, None)], "references are enforced again"
            assert not session.scalars(text("SELECT id FROM matches")).all()
            if database.is_sqlite:
                assert not session.execute(text("PRAGMA foreign_key_check")).all()


def read_all(database: Database, tables: Iterable[str]) -> dict[str, list[Any]]:
    """Every row of some tables."""
    with database.read() as session:
        return {
            one: [tuple(row) for row in session.execute(text(f"SELECT * FROM {one} ORDER BY id"))] for one in tables
        }


def test_two_migrators_at_once_make_one_schema(empty_url: str) -> None:
    with closing(open_database(empty_url)) as one, closing(open_database(empty_url)) as two:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda database: upgrade(database, SCRIPTS), (one, two)))
        assert is_current(one, SCRIPTS)
