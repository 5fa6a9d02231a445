"""Each test starts from the migrated schema with nothing in it, on both databases."""

import pytest
from sqlalchemy import inspect, text

from db.session import Database


@pytest.mark.parametrize("_turn", [1, 2])
def test_database_is_migrated_and_empty(database: Database, _turn: int) -> None:
    assert "alembic_version" in inspect(database.engine).get_table_names()
    with database.write() as session, session.begin():
        assert session.execute(text("SELECT count(*) FROM feeds")).scalar_one() == 0
        session.execute(text("CREATE TABLE left_behind (id INTEGER)"))


def test_empty_url_has_no_tables(empty_url: str) -> None:
    from sqlalchemy import create_engine

    engine = create_engine(empty_url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
