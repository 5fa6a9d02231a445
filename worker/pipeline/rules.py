"""The rules of the data files, made into what decides: the judge, the names of things, the subscriptions' queries.

The tables of entities.toml, topics.toml and watch.toml are the dataclasses that `news` decides with; they are checked
against those, so that a key stands in one place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cached_property, lru_cache
from typing import Any, TypeVar, get_type_hints

from pydantic import ConfigDict, create_model

from config.check import check_config, explain_failure
from config.errors import ConfigError, name_nearest
from config.files import Document as DataFile
from config.files import read_document
from config.models import check_language
from config.settings import Settings
from worker.news.entities import Entity
from worker.news.judge import Judge
from worker.news.matcher import Document, Matcher
from worker.news.query import parse_query
from worker.news.query_advice import check_names
from worker.news.reasons import Names
from worker.news.relevance import Watch, WatchExample
from worker.news.schedule import parse_schedule
from worker.news.topics import Example, Topic
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
        return self.name_pair("en")

    def name_pair(self, language: str) -> str:
        """How the watched pair is called by readers of a language."""
        return "–".join(self.words.call_side(side.id, language) for side in self.watch.sides)

    @cached_property
    def words(self) -> Names:
        """What readers call the sides and the penalties."""
        return self.watch.words

    @cached_property
    def entity_names(self) -> dict[str, str]:
        """Names by id."""
        return {entity.id: entity.canonical for entity in self.entities}

    @cached_property
    def topic_labels(self) -> dict[str, str]:
        """Labels by id."""
        return {topic.id: topic.label for topic in self.topics}

    @cached_property
    def topic_names(self) -> dict[tuple[str, str], str]:
        """Labels in languages that have one of their own, by id and language."""
        return {(topic.id, language): label for topic in self.topics for language, label in topic.labels.items()}

    def name_entity(self, entity_id: str) -> str:
        """What an entity is called."""
        return self.entity_names.get(entity_id, entity_id)

    def name_topic(self, topic_id: str, language: str = "en") -> str:
        """What a topic is called by readers of a language; its label where there is no name in that language."""
        return self.topic_names.get((topic_id, language)) or self.topic_labels.get(topic_id, topic_id)

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
    """Every mistake of the data files, a line each; and every example that is not decided as it says."""
    try:
        rules = load_rules(settings)
    except ConfigError as error:
        problems = check_config(settings, read_query=parse_query, read_schedule=parse_schedule)
        return [*problems, *str(error).splitlines()]

    def read_query(text: str) -> None:
        check_names(parse_query(text), rules.entity_names, rules.topic_labels)

    problems = check_config(settings, read_query=read_query, read_schedule=parse_schedule)
    return [*problems, *check_sides(settings, rules), *check_examples(settings, rules)]


def check_sides(settings: Settings, rules: Rules) -> list[str]:
    """The feeds that say they are about a side which is not watched."""
    sides = [side.id for side in rules.watch.sides]
    document = read_document(settings, "feeds.toml")
    for number, side in list_about(document.data.get("feeds")):
        if side not in sides:
            what = f"{side!r} is not watched; the sides of watch.toml are {' and '.join(sides)}"
            document.note_problem(("feeds", number, "about"), what)
    return document.problems


def list_about(feeds: object) -> Iterator[tuple[int, str]]:
    """The sides that feeds name, each with the number of its feed, also beside other mistakes. What has another type is
    left out: the check of the file itself tells of it."""
    for number, feed in enumerate(feeds if isinstance(feeds, list) else ()):
        about = feed.get("about") if isinstance(feed, dict) else None
        for side in about if isinstance(about, list) else ():
            if isinstance(side, str):
                yield number, side.strip()


def check_examples(settings: Settings, rules: Rules) -> list[str]:
    """The examples beside the rules that are not decided as they say, by their line."""
    topics, watch = (read_document(settings, name) for name in ("topics.toml", "watch.toml"))
    for number, topic in enumerate(rules.topics):
        for example in topic.examples:
            if what := check_tag(rules, topic.id, example):
                topics.note_problem(("topics", number, "examples"), what)
    for number, one in enumerate(rules.watch.examples):
        problems = list(check_example(rules, one))
        for key, what in problems:
            watch.note_problem(("examples", number, key), what)
        if not problems and (what := check_decision(rules, one)):
            watch.note_problem(("examples", number), what)
    return [*topics.problems, *watch.problems]


def check_tag(rules: Rules, topic: str, example: Example) -> str:
    """What is wrong with how an example is tagged; empty when nothing is."""
    tagged = topic in {one.id for one in rules.judge.judge(Item(title=example.text)).topics}
    if tagged is example.expect:
        return ""
    wanted = "is not tagged" if example.expect else "is tagged, and should not be"
    return f"topic {topic}: the example {example.text!r} {wanted}"


def check_example(rules: Rules, example: WatchExample) -> Iterator[tuple[str, str]]:
    """The keys of an example that name what there is not, each with what is wrong."""
    if why := explain_failure(check_language, example.language or ""):
        yield "language", why
    penalties = [one.name for one in rules.watch.penalties]
    if example.penalty and example.penalty not in penalties:
        yield "penalty", f"there is no penalty {example.penalty!r}{name_nearest(example.penalty, penalties)}"


def check_decision(rules: Rules, example: WatchExample) -> str:
    """What is wrong with how an example is kept or left out; empty when nothing is."""
    found = rules.judge.judge(example.item).relevance
    if found.relevant is not example.relevant:
        wanted = "should be kept" if example.relevant else "should be left out"
        return f"the example {example.text!r} {wanted}, and is not: {found.score:.2f}, {found.reason}"
    taken = {piece.entity for piece in found.evidence if piece.weight < 0}
    if example.penalty and example.penalty not in taken:
        return f"the example {example.text!r} does not take the penalty {example.penalty!r}"
    return ""
