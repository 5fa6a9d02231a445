"""The data files: found (the operator's own before the shipped), read, and checked with the line of every mistake."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from config import urls
from config.errors import ConfigError, name_nearest
from config.locate import Positions
from config.models import FeedFile, FeedsFile, SubscriptionFile, SubscriptionsFile, list_fields
from config.settings import Settings

HOME = Path(__file__).absolute().parent.parent
# Beside the packages of a wheel these names stand among everybody's: `alembic` would be the library.
INSTALLED = {"alembic": "alembic_galata", "seeds": "galata_seeds"}
Model = TypeVar("Model", bound=BaseModel)


def data_path(name: str, home: Path = HOME) -> Path:
    """The shipped folder `config`, `seeds` or `alembic`: the checkout's, else the installed one beside the packages."""
    checkout = (home / "pyproject.toml").is_file()
    path = home / (name if checkout else INSTALLED.get(name, name))
    if not path.is_dir():
        raise ConfigError(f"{path}: the shipped folder {name!r} is missing; install Galata again")
    return path


def find_file(settings: Settings, name: str) -> Path:
    """A data file: the configuration folder's, which replaces the shipped one of that name."""
    own = settings.config_dir / name
    return own if own.exists() else data_path("config") / name


def load_feeds(settings: Settings) -> list[FeedFile]:
    """The feeds of `feeds.toml`, disabled ones too. ConfigError with every mistake and its line."""
    document = read_document(settings, "feeds.toml")
    feeds = document.validate(FeedsFile).feeds
    document.check_distinct("feeds", "name", [feed.name for feed in feeds])
    document.check_distinct("feeds", "url", [urls.make_key(feed.url) for feed in feeds])
    document.raise_problems()
    return list(feeds)


def load_subscriptions(settings: Settings) -> list[SubscriptionFile]:
    """The subscriptions of `subscriptions.toml`. ConfigError with every mistake and its line."""
    document = read_document(settings, "subscriptions.toml")
    subscriptions = document.validate(SubscriptionsFile).subscriptions
    document.check_distinct("subscriptions", "name", [entry.name for entry in subscriptions])
    document.raise_problems()
    return list(subscriptions)


def read_document(settings: Settings, name: str) -> "Document":
    """A data file as TOML. ConfigError when it cannot be read or is not TOML."""
    path = find_file(settings, name)
    shown = f"config/{name}" if path.parent == HOME / "config" else str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
        return Document(shown, text, tomllib.loads(text))
    except OSError as error:
        raise ConfigError(f"{shown}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(describe_syntax(shown, str(error))) from error


def describe_syntax(shown: str, message: str) -> str:
    """tomllib's `… (at line 3, column 5)` with the line in front."""
    what, _, place = message.rpartition(" (at line ")
    line, _, column = place.rstrip(")").partition(", column ")
    return f"{shown}:{line}: not TOML: {what}, column {column}" if what else f"{shown}: not TOML: {message}"


@dataclass
class Document:
    """One data file with its mistakes so far."""

    shown: str
    """How messages name the file."""
    text: str
    data: dict[str, Any]

    def __post_init__(self) -> None:
        self.problems: list[str] = []

    @cached_property
    def positions(self) -> Positions:
        """Where things stand; read only when something must be said about them."""
        return Positions(self.text)

    def validate(self, model: type[Model]) -> Model:
        """The document as a model. ConfigError with every mistake."""
        try:
            # By way of JSON, because only there does strict mode take a list for a tuple and yet no "yes" for true.
            return model.model_validate_json(json.dumps(self.data, default=str), strict=True)
        except ValidationError as error:
            for problem in error.errors(include_url=False):
                self.note_problem(problem["loc"], explain_problem(model, problem))
            self.raise_problems()
            raise

    def check_distinct(self, table: str, key: str, values: Sequence[str]) -> None:
        """Note every value that stands in two entries, with the lines of both."""
        for first, second in find_doubles(values):
            line = self.positions.line((table, first, key))
            self.note_problem((table, second, key), f"the same {key} as in line {line}; keep one of them")

    def note_problem(self, path: Sequence[str | int], what: str) -> None:
        """Remember a mistake, named by file, line and key."""
        self.problems.append(f"{self.shown}:{self.positions.line(path)}: {name_path(path)}: {what}")

    def raise_problems(self) -> None:
        """ConfigError with what was noted, if anything was."""
        if self.problems:
            raise ConfigError(*self.problems)


def find_doubles(values: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Pairs (first, again) of the places of equal values."""
    seen: dict[str, int] = {}
    for index, value in enumerate(values):
        if value in seen:
            yield seen[value], index
        seen.setdefault(value, index)


def explain_problem(model: type[BaseModel], problem: Any) -> str:
    """What is wrong and how to mend it, from one of pydantic's errors."""
    *table, key = problem["loc"] or ("",)
    if problem["type"] == "extra_forbidden":
        return f"unknown key{name_nearest(str(key), list_fields(model, tuple(table)))}"
    if problem["type"] == "missing":
        return f"missing; add {key} = …"
    if problem["type"] == "string_pattern_mismatch":
        return PATTERNS.get(str(key), f"must match {problem['ctx']['pattern']}")
    if problem["type"] in BOOLEANS:
        return "write true or false, without quotes"
    if problem["type"] in LISTS:
        return explain_list(str(key), problem.get("input"))
    return str(problem["msg"]).removeprefix("Value error, ").removeprefix("Input ").replace("an object", "a table")


def explain_list(key: str, value: object) -> str:
    """How to write a list where there is none; the value itself is shown where it may be one of its texts."""
    if isinstance(value, dict):
        return f"write [[{key}]], in double brackets"
    if isinstance(value, str) and key in TEXTS:
        return f"write a list, {key} = [{json.dumps(value, ensure_ascii=False)}]"
    return "write a list, in square brackets"


BOOLEANS = {"bool_type", "bool_parsing"}
LISTS = {"tuple_type", "list_type"}
TEXTS = {"about", "reads"}
"""The keys that hold a list of texts."""
PATTERNS = {
    "country": 'write a country code of two capitals, such as "TR"',
    "name": "write small letters, digits and hyphens, such as leonardo-baykar",
}


def name_path(path: Sequence[str | int]) -> str:
    """`("feeds", 3, "url")` as `feeds[3].url`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
