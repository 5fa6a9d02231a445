"""Migrations and models agree, forward and back, on both databases; two migrators do no harm."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

import db.outbox_models
import db.page_models  # noqa: F401  the tables of all belong to the metadata
from db.base import Base
from db.candidates import count_keys, find_by_keys, find_by_wording
from db.migrate import downgrade, find_head, find_revision, is_current, upgrade
from db.session import open_database

DAY = date(2026, 5, 6)
BEFORE_0009: dict[str, dict[str, Any]] = {
    "articles": {"id": 1, "seed": False, "identity": "a", "content_hash": "0", "title": "", "summary": "",
                 "content": "", "first_seen_at": "2026-05-06 09:00:00.000000", "backlog": False,
                 "state": "done", "shingles": b"12345678"},
    "fingerprints": {"hash": 7, "article_id": 1, "seed": False},
    "story_keys": {"key": "e:fidan", "day": "2026-05-06", "article_id": 1},
}  # fmt: skip
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
    with closing(open_database(empty_url)) as database:
        for revision in ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011"):
            upgrade(database, SCRIPTS, revision)
        for revision in ("0009", "0008", "0007", "0006", "0005", "0004", "0003", "0002", "0001", "base"):
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


def test_two_migrators_at_once_make_one_schema(empty_url: str) -> None:
    with closing(open_database(empty_url)) as one, closing(open_database(empty_url)) as two:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda database: upgrade(database, SCRIPTS), (one, two)))
        assert is_current(one, SCRIPTS)
