"""Claiming rows: one statement takes a batch with a token and a time limit; the token alone completes it.

A worker that dies keeps nothing: when the lease runs out, the row may be claimed again. A worker that comes back late
completes nothing: its token is no longer the row's.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, CursorResult, Select, Table, Update, bindparam, or_, select, text, update
from sqlalchemy.orm import Session

from db.base import Base, Leased, new_token

Row = TypeVar("Row", bound=Base)


def read_clock(session: Session) -> datetime:
    """The database's clock: the one clock that all workers share. SQLite's is this machine's."""
    if session.get_bind().dialect.name == "sqlite":
        return datetime.now(UTC)
    now: datetime = session.execute(text("SELECT clock_timestamp()")).scalar_one()
    return now.astimezone(UTC)


def is_free(model: type[Leased], now: datetime) -> ColumnElement[bool]:
    """Nobody holds the row, or whoever held it ran out of time."""
    return or_(model.lease_until.is_(None), model.lease_until <= now)


def claim_rows(
    session: Session, chosen: Select[Any], model: Any, until: datetime, *, counts: bool = True, **also: Any
) -> list[int]:
    """Claim the rows that `chosen` (a select of ids, ordered and limited) names. Shape of the answer: their ids.

    Rows that another transaction is claiming at this moment are passed over (PostgreSQL); on SQLite the write lock
    orders the claims. `counts`: whether a claim is an attempt. `also` sets further columns.
    """
    if session.get_bind().dialect.name != "sqlite":
        chosen = chosen.with_for_update(skip_locked=True)
    # The inner select stands in a CTE of its own, so that PostgreSQL runs it once, not once a row.
    picked = chosen.cte("picked")
    values = {"lease_token": new_token(), "lease_until": until, "attempts": model.attempts + int(counts), **also}
    claimed = session.execute(
        update(model)
        .where(model.id.in_(select(picked.c.id)))
        .values(**values)
        .returning(model.id, model.lease_token)
        .execution_options(synchronize_session=False)
    )
    return sorted(row.id for row in claimed)


def claim_batch(
    session: Session, chosen: Select[Any], model: Any, until: datetime, limit: int, **also: Any
) -> list[int]:
    """Claim up to `limit` of the rows that `chosen` (a select of ids, ordered) names. Shape of the answer: their ids.
    `also` sets further columns.

    A row whose last claim came to nothing is claimed alone: should it be what killed its worker, it takes no other row
    with it again, and a row that was merely near is soon done. Of several the one with the fewest attempts: whoever was
    in hand when a worker was killed twice is not the first in hand after every start, to be killed by chance.
    """
    tried = chosen.where(model.attempts > 0).order_by(None).order_by(model.attempts, model.id)
    alone = claim_rows(session, tried.limit(1), model, until, **also)
    return alone or claim_rows(session, chosen.where(model.attempts == 0).limit(limit), model, until, **also)


def complete_row(session: Session, model: Any, row_id: int, token: str, **values: Any) -> bool:
    """Give the row back with `values`, if `token` still holds it. False: another has it now, and nothing is changed."""
    return _complete(session, model, [{"id": row_id, "token": token, **values}]) == 1


def complete_rows(session: Session, model: Any, rows: Sequence[dict[str, Any]]) -> None:
    """Give many rows back in one statement, those that their token still holds: `id`, `token`, and the same columns in
    every row."""
    if rows:
        _complete(session, model, rows)


def _complete(session: Session, model: Any, rows: Sequence[dict[str, Any]]) -> int:
    columns = tuple(sorted(rows[0].keys() - {"id", "token"}))
    named = [
        {"row_id": row["id"], "row_token": row["token"], **{f"new_{name}": row[name] for name in columns}}
        for row in rows
    ]
    statement = _completing(model.__table__, columns)
    return _count(session.connection().execute(statement, named if len(named) > 1 else named[0]))


# Made once: making an update of twenty columns costs more than running it.
@cache
def _completing(table: Table, columns: tuple[str, ...]) -> Update:
    given = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in columns}
    held = table.c.id == bindparam("row_id"), table.c.lease_token == bindparam("row_token")
    return update(table).where(*held).values(lease_token=None, lease_until=None, **given)


def renew_row(session: Session, model: Any, row_id: int, token: str, until: datetime) -> bool:
    """Hold a claimed row longer. False: the lease ran out meanwhile, and another has it."""
    result = session.execute(
        update(model)
        .where(model.id == row_id, model.lease_token == token)
        .values(lease_until=until)
        .execution_options(synchronize_session=False)
    )
    return _count(result) == 1


def release_rows(session: Session, model: Any, ids: Sequence[int], token: str, **values: Any) -> None:
    """Give rows back undone."""
    session.execute(
        update(model)
        .where(model.id.in_(ids), model.lease_token == token)
        .values(lease_token=None, lease_until=None, **values)
        .execution_options(synchronize_session=False)
    )


def expire_leases(session: Session, model: Any) -> int:
    """Let every lease run out now: for the one process that knows no other is alive. How many there were."""
    result = session.execute(
        update(model)
        .where(model.lease_until.is_not(None))
        .values(lease_until=datetime.fromtimestamp(0, UTC))
        .execution_options(synchronize_session=False)
    )
    return _count(result)


def lease_end(now: datetime, seconds: float) -> datetime:
    """When a lease taken now runs out."""
    return now + timedelta(seconds=seconds)


def _count(result: Any) -> int:
    return int(result.rowcount) if isinstance(result, CursorResult) else 0
