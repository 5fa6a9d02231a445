"""The analyst's right and wrong: one label an article, kept with what was judged, so that it outlives the article."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy.orm import Session

from config.errors import name_nearest
from db.labels import find_label, get_label, hold_article, list_labels
from db.models import Article, Label
from worker.errors import UsageError
from worker.news.identity import canonical_url
from worker.news.types import Item
from worker.pipeline.addresses import find_named
from worker.pipeline.convert import make_item, unpack_bearing
from worker.pipeline.runtime import Runtime

Verdict = Literal["relevant", "irrelevant", "right", "wrong"]
KEY = "label:"


@dataclass(frozen=True)
class Said:
    """What the analyst says now. What is left out stays as it was said before."""

    verdict: Verdict | None = None
    """`right` and `wrong`: of what was decided."""
    topics: tuple[str, ...] = ()
    not_topics: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class LabelFacts:
    """One label at a glance."""

    key: str
    """What the commands take: the article's id, or `label:3` once retention has removed the article."""
    relevant: bool | None
    topics: tuple[str, ...]
    not_topics: tuple[str, ...]
    note: str | None
    title: str
    language: str | None
    url: str | None
    at: datetime


def describe_label(row: Label) -> LabelFacts:
    """A label's row as facts."""
    return LabelFacts(
        key=name_label(row),
        relevant=row.relevant,
        topics=tuple(row.topics),
        not_topics=tuple(row.not_topics),
        note=row.note,
        title=row.title,
        language=row.declared_language,
        url=row.url,
        at=row.labelled_at,
    )


def name_label(row: Label) -> str:
    """The key of a label."""
    return str(row.article_id) if row.article_id else f"{KEY}{row.id}"


def restore_item(row: Label) -> Item:
    """What is judged of a label: the words of its article at that time."""
    return Item(
        title=row.title,
        content=row.text,
        language=row.declared_language,
        source=row.source,
        url=row.url,
        published_at=row.published_at,
        **unpack_bearing(row.bearing),
    )


def list_label_facts(runtime: Runtime) -> list[LabelFacts]:
    """Every label, the latest first."""
    with runtime.database.read() as session:
        return [describe_label(row) for row in list_labels(session)]


def mark_article(runtime: Runtime, key: str, said: Said) -> LabelFacts:
    """Label an article by id or url, or correct its label. UsageError when that cannot be."""
    check_topics(runtime, said)
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        article = find_marked(session, key)
        row = find_row(session, key) if article is None else take_label(session, article)
        if row is None:
            raise UsageError(f"no article is known by {key!r}; give an id or the address of an article")
        write_label(row, said, article)
        row.labelled_at = now
        session.add(row)
        session.flush()
        return describe_label(row)


def remove_label(runtime: Runtime, key: str) -> LabelFacts:
    """Take a label back. UsageError when there is none."""
    with runtime.database.write() as session, session.begin():
        row = find_row(session, key)
        if row is None:
            raise UsageError(f"nothing is labelled by {key!r}; `galata label list` names what is")
        session.delete(row)
        return describe_label(row)


def check_topics(runtime: Runtime, said: Said) -> None:
    """UsageError for a topic that there is not, and for one that is said and denied."""
    for topic in (*said.topics, *said.not_topics):
        if topic not in runtime.rules.topic_labels:
            known = runtime.rules.topic_labels
            near = name_nearest(topic, known) or f"; there are {', '.join(known)}"
            raise UsageError(f"no topic is called {topic!r}{near}")
    if both := set(said.topics) & set(said.not_topics):
        raise UsageError(f"{min(both)} is said and denied; keep one of them")


def find_marked(session: Session, key: str) -> Article | None:
    """The article that a key names. UsageError for a document of the seed corpus, which is not judged."""
    article = find_named(session, key)
    if article is not None and article.seed:
        raise UsageError(f"{article.name} is of the seed corpus, which is not judged; label an article of a feed")
    return article


def find_row(session: Session, key: str) -> Label | None:
    """A label by its article's id or url, or by a key of its own. Labels are hundreds, and of those whose article is
    gone the url is all that is left to ask for."""
    if key.startswith(KEY):
        number = key.removeprefix(KEY)
        return get_label(session, int(number)) if number.isascii() and number.isdigit() and len(number) < 10 else None
    article = find_named(session, key)
    if article is not None:
        return find_label(session, article.id)
    asked = canonical_url(key)
    return next((row for row in list_labels(session) if row.url and canonical_url(row.url) == asked), None)


def take_label(session: Session, article: Article) -> Label:
    """An article's label, a new one if there is none, with the words that are judged of it. Of a text that retention
    has cut, the label keeps what it has."""
    hold_article(session, article.id)
    row = find_label(session, article.id) or Label(article_id=article.id, topics=[], not_topics=[], text="")
    item = make_item(article)
    if len(item.text) >= len(row.text):
        row.title, row.text, row.declared_language = item.title, item.text, item.language
        row.source, row.url, row.published_at = item.source, item.url, item.published_at
        row.bearing = article.bearing
    return row


def write_label(row: Label, said: Said, article: Article | None) -> None:
    """What is said now over what was said before: the same thing said again is corrected, the rest stays.
    UsageError for a label that would say nothing."""
    if said.verdict is not None:
        row.relevant = read_verdict(said.verdict, article)
    spoken = {*said.topics, *said.not_topics}
    row.topics = sorted({*row.topics} - spoken | {*said.topics})
    row.not_topics = sorted({*row.not_topics} - spoken | {*said.not_topics})
    if said.note is not None:
        row.note = said.note.strip() or None
    if row.relevant is None and not row.topics and not row.not_topics:
        raise UsageError("say what it is: relevant, irrelevant, right, wrong, --topic ID or --not-topic ID")


def read_verdict(verdict: Verdict, article: Article | None) -> bool:
    """Whether it is relevant. UsageError for `right` or `wrong` of what is not decided."""
    if verdict in ("relevant", "irrelevant"):
        return verdict == "relevant"
    if article is None or article.relevant is None:
        raise UsageError(f"there is no decision that could be {verdict}; say relevant or irrelevant")
    return article.relevant is (verdict == "right")
