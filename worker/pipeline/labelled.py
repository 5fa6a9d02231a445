"""Labelled items of a file: the lines of a replay, each with what a reader says of it."""

from collections.abc import Collection, Iterable

from pydantic import BaseModel, ConfigDict, ValidationError

from worker.errors import UsageError
from worker.news.plain import take_title
from worker.news.quality import Case
from worker.news.types import Item
from worker.pipeline.replay import Line, read_lines


class SaidLine(BaseModel):
    """What a line says besides the item."""

    model_config = ConfigDict(extra="ignore", strict=True)

    relevant: bool | None = None
    topics: list[str] | None = None
    """All that it is about; None: nobody said."""
    also: list[str] = []
    """What it may be tagged with as well."""


def read_cases(lines: Iterable[str], shown: str, known: Collection[str]) -> list[Case]:
    """The items of a file as cases; `known` are the ids of the topics. UsageError naming the line that cannot be
    read."""
    listed = list(lines)
    said = [read_said(text, f"{shown}:{number}") for number, text in enumerate(listed, 1) if text.strip()]
    pairs = zip(read_lines(listed, shown), said, strict=True)
    return [make_case(line, one, known) for line, one in pairs]


def read_said(text: str, place: str) -> SaidLine:
    """What a line says. UsageError naming the place and the mend."""
    try:
        return SaidLine.model_validate_json(text)
    except ValidationError as error:
        problem = error.errors()[0]
        key = ".".join(map(str, problem["loc"])) or "line"
        mend = "relevant is true or false, topics and also are lists of ids"
        raise UsageError(f"{place}: {key}: {problem['msg']}; {mend}") from None


def make_case(line: Line, said: SaidLine, known: Collection[str]) -> Case:
    """A line as a case. Its topics are all that there are: any other tag is wrong, but for `also`."""
    summary, content = line.summary or "", line.content or ""
    item = Item(
        title=line.title.strip() or take_title(max(content, summary, key=len)),
        summary=summary,
        content=content,
        language=line.language,
        source=line.source,
        url=line.url,
        published_at=line.published,
        prior=line.prior,
        about=tuple(line.about),
    )
    topics = frozenset(said.topics or ())
    wrong: frozenset[str] = frozenset() if said.topics is None else frozenset(known) - topics - frozenset(said.also)
    return Case(line.id, item, said.relevant, topics, wrong)
