"""A database with as many articles as one asks for: only what the candidate queries read, in one go.

Postings are as in news: three in ten of an article's hashes belong to phrases that others use too, whose frequency
falls with their rank (the commonest stands in a third of all articles), the rest are its own. Keys likewise. A thousand
articles a day.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import psycopg

from config.files import data_path
from db.base import EPOCH
from db.candidates import EVERY_ARTICLE, hash_key
from db.migrate import upgrade
from db.session import Database, open_database
from tests.servers.postgres import running_postgres
from tests.servers.process import make_folder

FIRST_DAY = date(2024, 1, 1)
ARTICLES_A_DAY = 1_000
# What make_fingerprint and make_keys give of 200 words.
INDEX_ROWS, QUERY_HASHES, KEYS = 35, 90, 50
COMMON_SHARE, PHRASES, TERMS = 0.3, 1_000_000, 50_000
EVERY = -1  # the number of the key that every article has; it sorts first, as its name does
BLOCK = 200_000
Array = Any  # of numbers: numpy's own types say no more here


def draw_ranks(chance: np.random.Generator, count: int, most: int, start: float) -> Array:
    """Ranks of which the r-th comes with a frequency of 1 / (start + r)."""
    spread = chance.random(count)
    return ((most + start) ** spread * start ** (1 - spread) - start).astype(np.int64)


def draw_hashes(chance: np.random.Generator, articles: int, each: int) -> Array:
    """A row of hashes for each article."""
    count = articles * each
    own = chance.integers(1 << 32, 1 << 48, count)
    common = (draw_ranks(chance, count, PHRASES, 3.0) * 0x9E3779B97F4A + 77) % (1 << 48)
    return np.where(chance.random(count) < COMMON_SHARE, common, own).reshape(articles, each)


def draw_keys(chance: np.random.Generator, articles: int) -> Array:
    """A row of numbers of keys for each article."""
    return draw_ranks(chance, articles * KEYS, TERMS, 20.0).reshape(articles, KEYS)


def name_key(number: int) -> str:
    return f"t:{number:05x}" if number != EVERY else EVERY_ARTICLE


# By number, EVERY first.
HASHED = np.array([hash_key(name_key(number)) for number in range(EVERY, TERMS)])


def name_day(article: int) -> date:
    return FIRST_DAY + timedelta(days=article // ARTICLES_A_DAY)


def number_day(article: int) -> int:
    return (FIRST_DAY - EPOCH).days + article // ARTICLES_A_DAY


@dataclass
class Corpus:
    """A database that grows, and what stands in its newest articles."""

    database: Database
    name: str
    size: int = 0
    newest: Array = None
    """The hashes of the last articles, a row each."""

    def grow(self, size: int) -> None:
        """Add articles until there are `size`."""
        chance = np.random.default_rng(size)
        hashes = draw_hashes(chance, size - self.size, INDEX_ROWS)
        ids = np.arange(self.size + 1, size + 1)
        self.write("fingerprints", *sort_pairs(hashes.ravel(), np.repeat(ids, INDEX_ROWS)))
        keys = draw_keys(chance, size - self.size).ravel()
        every = np.full(len(ids), EVERY)
        pairs = HASHED[np.concatenate([every, keys]) - EVERY], np.concatenate([ids, np.repeat(ids, KEYS)])
        self.write("story_keys", *sort_pairs(*pairs))
        self.size, self.newest = size, hashes[-400:]

    def write(self, table: str, values: Array, ids: Array) -> None:
        """Rows of one table, in the order of its key."""
        load = load_sqlite if self.database.is_sqlite else load_postgres
        with contextlib.closing(self.database.engine.raw_connection()) as connection:
            for start in range(0, len(values), BLOCK):
                block = slice(start, start + BLOCK)
                load(connection.driver_connection, table, values[block].tolist(), ids[block].tolist())
            connection.commit()
            self.settle(connection.driver_connection)

    def settle(self, connection: Any) -> None:
        """What a server does by itself (the suite's has no autovacuum): without it each posting is looked up twice."""
        if self.database.is_sqlite:
            connection.execute("ANALYZE")
        else:
            connection.autocommit = True
            connection.execute("VACUUM ANALYZE")
            connection.autocommit = False

    def count_bytes(self, table: str) -> int:
        """What a table and its indexes take."""
        with self.database.read() as session:
            connection = session.connection()
            if not self.database.is_sqlite:
                return int(connection.exec_driver_sql(f"SELECT pg_total_relation_size('{table}')").scalar() or 0)
            names = f"SELECT name FROM sqlite_schema WHERE tbl_name = '{table}'"
            found = connection.exec_driver_sql(f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({names})")
            return int(found.scalar() or 0)


def sort_pairs(values: Array, ids: Array) -> tuple[Array, Array]:
    """Pairs in order, each once."""
    order = np.lexsort((ids, values))
    values, ids = values[order], ids[order]
    first = np.ones(len(ids), dtype=bool)
    first[1:] = (values[1:] != values[:-1]) | (ids[1:] != ids[:-1])
    return values[first], ids[first]


def load_sqlite(connection: Any, table: str, values: list[int], ids: list[int]) -> None:
    assert isinstance(connection, sqlite3.Connection)
    connection.execute("PRAGMA foreign_keys=OFF")  # the articles themselves are not there
    connection.execute("BEGIN")
    if table == "fingerprints":
        connection.executemany("INSERT INTO fingerprints VALUES (?, ?, 0)", zip(values, ids, strict=True))
    else:
        rows = ((key, number_day(article), article) for key, article in zip(values, ids, strict=True))
        connection.executemany("INSERT INTO story_keys VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys=ON")


def load_rows(database: Database, table: str, columns: str, rows: list[Any], fixed: str) -> None:
    """Any rows of one table of an SQLite; `fixed` are values of further columns."""
    marks = ", ".join("?" * len(rows[0])) + fixed
    with contextlib.closing(database.engine.raw_connection()) as connection:
        driver = connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("PRAGMA foreign_keys=OFF")
        driver.execute("BEGIN")
        driver.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        driver.execute("COMMIT")
        driver.execute("PRAGMA foreign_keys=ON")


def load_postgres(connection: Any, table: str, values: list[int], ids: list[int]) -> None:
    assert isinstance(connection, psycopg.Connection)
    connection.execute("SET session_replication_role = replica")  # nor here
    pairs = zip(values, ids, strict=True)
    if table == "fingerprints":
        lines = [f"{one}\t{article}\tf\n" for one, article in pairs]
    else:
        lines = [f"{key}\t{number_day(article)}\t{article}\n" for key, article in pairs]
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
        copy.write("".join(lines))
    connection.execute("SET session_replication_role = DEFAULT")
    connection.commit()


@contextlib.contextmanager
def open_corpus(name: str) -> Iterator[Corpus]:
    """An empty one, on `sqlite` or `postgresql`, in memory where there is room; gone at the end."""
    with contextlib.ExitStack() as stack:
        if name == "sqlite":
            folder = make_folder("galata-bench-")
            stack.callback(remove_folder, folder)
            url = f"sqlite:///{folder / 'bench.db'}"
        else:
            url = stack.enter_context(running_postgres()).url
        database = stack.enter_context(contextlib.closing(open_database(url, durable=False)))
        upgrade(database, data_path("alembic"))
        yield Corpus(database, name)


def remove_folder(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
