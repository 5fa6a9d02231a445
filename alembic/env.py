"""Alembic's environment. `db.migrate` passes a connection; the bare `alembic` command reads GALATA_DATABASE_URL."""

import os
from typing import Any

from alembic import context
from sqlalchemy import Connection, create_engine

import db.models
import db.outbox_models
import db.page_models  # noqa: F401  the tables of all three belong to the metadata
from db.base import Base, UtcDateTime

# A migration that waits for a lock makes every query behind it wait too: give up soon, and try again later.
LOCK_TIMEOUT = "5s"
STATEMENT_TIMEOUT = "10min"


def render_item(kind: str, item: Any, _autogen: Any) -> str | bool:
    """Render our column types by their plain SQL type, so that migrations do not depend on the program."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def run_migrations(connection: Connection) -> None:
    """Run what is asked for, in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_item=render_item,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = '{STATEMENT_TIMEOUT}'")
        context.run_migrations()


def main() -> None:
    """Use the connection that was passed in, else open one."""
    connection = context.config.attributes.get("connection")
    if connection is not None:
        run_migrations(connection)
        return
    engine = create_engine(os.environ["GALATA_DATABASE_URL"])
    with engine.connect() as opened:
        run_migrations(opened)
    engine.dispose()


main()
