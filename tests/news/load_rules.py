"""The shipped rules as the judge takes them, read by the shortest way: what the tests of judging start from."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from worker.news.entities import Entity
from worker.news.judge import Judge
from worker.news.kinds import Kinds
from worker.news.passing import Others
from worker.news.penalty import Penalty
from worker.news.relevance import Side, Watch, WatchExample
from worker.news.topics import Topic

CONFIG = Path(__file__).resolve().parents[2] / "config"


def read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((CONFIG / name).read_text(encoding="utf-8"))


def freeze_lists(table: dict[str, Any]) -> dict[str, Any]:
    return {key: _freeze(value) for key, value in table.items()}


def _freeze(value: Any) -> Any:
    if isinstance(value, dict):
        return freeze_lists(value)
    return tuple(map(_freeze, value)) if isinstance(value, list) else value


def make_entities(tables: list[dict[str, Any]]) -> list[Entity]:
    return [Entity(**freeze_lists(table)) for table in tables]


def make_topics(tables: list[dict[str, Any]]) -> list[Topic]:
    return [Topic(**{k: v for k, v in freeze_lists(table).items() if k != "examples"}) for table in tables]


def make_watch(document: dict[str, Any]) -> Watch:
    table = freeze_lists(document)
    sides = tuple(Side(**side) for side in table.pop("sides"))
    penalties = tuple(Penalty(**penalty) for penalty in table.pop("penalties", ()))
    examples = tuple(WatchExample(**one) for one in table.pop("examples", ()))
    kinds, others = Kinds(**table.pop("kinds", {})), Others(**table.pop("others", {}))
    parts: dict[str, Any] = {"penalties": penalties, "kinds": kinds, "others": others, "examples": examples}
    return Watch(sides=(sides[0], sides[1]), **parts, **table)


@cache
def load_entities() -> list[Entity]:
    return make_entities(read_toml("entities.toml")["entities"])


@cache
def load_topics() -> list[Topic]:
    return make_topics(read_toml("topics.toml")["topics"])


@cache
def load_watch() -> Watch:
    return make_watch(read_toml("watch.toml"))


@cache
def load_judge() -> Judge:
    return Judge(load_watch(), load_entities(), load_topics())
