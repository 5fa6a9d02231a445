"""The rules of the data files, made into what decides: the judge, the names of things, the subscriptions' queries.

The tables of entities.toml, topics.toml and watch.toml are the dataclasses that `news` decides with; they are checked
against those, so that a key stands in one place.
"""

from collections.abc import Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cached_property, lru_cache
from typing import Any, TypeVar, get_type_hints

from pydantic import ConfigDict, create_model

from config.check import check_config
from config.errors import ConfigError
from config.files import Document as DataFile
from config.files import read_document
from config.settings import Settings
from worker.news.entities import Entity
from worker.news.judge import Judge
from worker.news.matcher import Document, Matcher
from worker.news.query import parse_query
from worker.news.query_advice import check_names
from worker.news.relevance import Watch
from worker.news.schedule import parse_schedule
from worker.news.topics import Topic
from worker.news.types import Item, QueryMatch

Value = TypeVar("Value")


@dataclass(frozen=True)
class Rules:
    """What decides, for one configuration."""

    judge: Judge
    watch: Watch
    entities: tuple[Entity, ...]
    topics: tuple[Topic, ...]
    keep_all: bool = field(default=False)
    """Compare and join articles that are not about both countries too (replay --all)."""

    @property
    def pair_label(self) -> str:
        """How the watched pair is called."""
        return "–".join(side.name for side in self.watch.sides)

    @cached_property
    def entity_names(self) -> dict[str, str]:
        """Names by id."""
        return {entity.id: entity.canonical for entity in self.entities}

    @cached_property
    def topic_labels(self) -> dict[str, str]:
        """Labels by id."""
        return {topic.id: topic.label for topic in self.topics}

    def name_entity(self, entity_id: str) -> str:
        """What an entity is called."""
        return self.entity_names.get(entity_id, entity_id)

    def name_topic(self, topic_id: str) -> str:
        """What a topic is called."""
        return self.topic_labels.get(topic_id, topic_id)

    def match(self, queries: Sequence[tuple[str, str]], document: Document) -> dict[str, QueryMatch]:
        """Which of (name, query) match a document."""
        return make_matcher(tuple(queries)).match(document)


@lru_cache(maxsize=64)
def make_matcher(queries: tuple[tuple[str, str], ...]) -> Matcher:
    """A matcher, kept while the subscriptions stay the same."""
    return Matcher({name: parse_query(text) for name, text in queries})


def load_rules(settings: Settings) -> Rules:
    """The rules of the data files. ConfigError with every mistake and its line."""
    watch = read_table(settings, "watch.toml", Watch)
    entities = read_tables(settings, "entities.toml", "entities", Entity)
    topics = read_tables(settings, "topics.toml", "topics", Topic)
    return Rules(Judge(watch, entities, topics), watch, entities, topics)


def read_tables(settings: Settings, name: str, table: str, kind: type[Value]) -> tuple[Value, ...]:
    """A file of `[[table]]`s as values of a dataclass, their ids distinct."""
    document = read_document(settings, name)
    columns: Any = {table: (tuple[make_model(kind), ...], ())}  # type: ignore[misc]  # made at run time
    model = create_model(f"{kind.__name__}File", __config__=ConfigDict(extra="forbid"), **columns)
    rows = getattr(document.validate(model), table)
    document.check_distinct(table, "id", [row.id for row in rows])
    document.raise_problems()
    return tuple(make_value(kind, row) for row in rows)


def read_table(settings: Settings, name: str, kind: type[Value]) -> Value:
    """A file that is one table as a value of a dataclass."""
    document: DataFile = read_document(settings, name)
    return make_value(kind, document.validate(make_model(kind)))


def make_model(kind: Any) -> Any:
    """A model with the fields of a dataclass, that refuses any other key."""
    hints = get_type_hints(kind)
    columns: Any = {one.name: (hints[one.name], default_of(one)) for one in fields(kind)}
    return create_model(kind.__name__, __config__=ConfigDict(extra="forbid", frozen=True), **columns)


def default_of(one: Field[Any]) -> Any:
    """What pydantic takes for a field's default."""
    if one.default_factory is not MISSING:
        return one.default_factory()
    return ... if one.default is MISSING else one.default


def make_value(kind: type[Value], row: Any) -> Value:
    """A dataclass value from a model's, which has checked it."""
    return kind(**{name: getattr(row, name) for name in type(row).model_fields})


def check_rules(settings: Settings) -> list[str]:
    """Every mistake of the data files, a line each; and every example beside a topic that is not tagged with it."""
    try:
        rules = load_rules(settings)
    except ConfigError as error:
        problems = check_config(settings, read_query=parse_query, read_schedule=parse_schedule)
        return [*problems, *str(error).splitlines()]

    def read_query(text: str) -> None:
        check_names(parse_query(text), rules.entity_names, rules.topic_labels)

    problems = check_config(settings, read_query=read_query, read_schedule=parse_schedule)
    return [*problems, *check_examples(rules)]


def check_examples(rules: Rules) -> list[str]:
    """The examples beside topics that are not tagged as they say."""
    problems = []
    for topic in rules.topics:
        for example in topic.examples:
            tagged = topic.id in {one.id for one in rules.judge.judge(Item(title=example.text)).topics}
            if tagged != example.expect:
                wanted = "is not tagged" if example.expect else "is tagged, and should not be"
                problems.append(f"config/topics.toml: topic {topic.id}: the example {example.text!r} {wanted}")
    return problems
