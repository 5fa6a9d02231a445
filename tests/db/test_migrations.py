"""Migrations and models agree, forward and back, on both databases; two migrators do no harm."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

import db.outbox_models
import db.page_models  # noqa: F401  the tables of all belong to the metadata
from db.base import Base
from db.migrate import downgrade, is_current, upgrade
from db.session import open_database

SCRIPTS = Path(__file__).parent.parent.parent / "alembic"


def test_migrated_schema_is_that_of_the_models(empty_url: str) -> None:
    with closing(open_database(empty_url)) as database:
        upgrade(database, SCRIPTS)
        assert is_current(database, SCRIPTS)
        with database.engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, Base.metadata) == []


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
        for revision in ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0010"):
            upgrade(database, SCRIPTS, revision)
        for revision in ("0008", "0007", "0006", "0005", "0004", "0003", "0002", "0001", "base"):
            downgrade(database, SCRIPTS, revision)


def test_two_migrators_at_once_make_one_schema(empty_url: str) -> None:
    with closing(open_database(empty_url)) as one, closing(open_database(empty_url)) as two:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda database: upgrade(database, SCRIPTS), (one, two)))
        assert is_current(one, SCRIPTS)
