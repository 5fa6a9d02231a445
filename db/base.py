"""What every table shares: naming of constraints, UTC times, leases."""

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Integer, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Named constraints, so that migrations can drop them on both databases.
NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


# None means SQL NULL, never the JSON word null, so that `IS NULL` finds it.
NULLABLE_JSON = JSON(none_as_null=True)
EPOCH = date(1970, 1, 1)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time in UTC on both databases; a naive one is refused rather than guessed."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To SQL: UTC; SQLite keeps no offset, so it gets the bare UTC time."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without its zone reached SQL: {value!r}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """From SQL: always aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EpochDay(TypeDecorator[date]):
    """A day as the number of days since 1970: two bytes of an index row in SQLite, where a date takes ten."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> int | None:  # noqa: ARG002  SQLAlchemy's signature
        """To SQL."""
        return None if value is None else (value - EPOCH).days

    def process_result_value(self, value: int | None, dialect: Dialect) -> date | None:  # noqa: ARG002  SQLAlchemy's signature
        """From SQL."""
        return None if value is None else EPOCH + timedelta(days=value)


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: NULLABLE_JSON, list[str]: NULLABLE_JSON}  # noqa: RUF012  SQLAlchemy reads it off the class


class Leased:
    """A row that is worked on by one worker at a time: claimed with a token until a time, completed by the token."""

    lease_token: Mapped[str | None] = mapped_column(String(32))
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    error: Mapped[str | None]


def new_token() -> str:
    """A token nobody else has."""
    return uuid.uuid4().hex
