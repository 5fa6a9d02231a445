"""Stories as facts, for whoever looks for one to correct."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from db.models import Article
from db.stories import find_heir, find_story, group_members, list_members, list_recent_stories
from worker.errors import UsageError
from worker.news.reporters import FirstReport
from worker.pipeline.headline import name_stories
from worker.pipeline.runtime import Runtime
from worker.pipeline.telling import find_firsts, find_time, measure_lags


@dataclass(frozen=True)
class StoryRow:
    """A story in a list."""

    id: int
    headline: str
    articles: int
    languages: tuple[str, ...]
    firsts: tuple[FirstReport, ...]
    """Who reported it first in each language, the very first one first."""
    first_seen: datetime
    updated: datetime


@dataclass(frozen=True)
class MemberRow:
    """An article of a story, and why it is in it."""

    id: int
    title: str
    source: str | None
    language: str | None
    first_seen: datetime
    lag_seconds: int | None
    """After the first report of the story; none of the seed corpus, nor of a lead beside its outlet's own item."""
    first_in_language: bool
    relation: str | None
    why: str | None
    url: str | None


def list_facts(runtime: Runtime, days: int) -> list[StoryRow]:
    """The stories that something was added to within some days, the latest first; the seed corpus only where it was."""
    with runtime.database.read() as session:
        rows = list_recent_stories(session, runtime.now() - timedelta(days=days))
        members = group_members(session, [one.id for one in rows])
        headlines = name_stories(session, members)
    return [
        StoryRow(
            id=one.id,
            headline=headlines.get(one.id, one.headline),
            articles=one.article_count,
            languages=tuple(one.languages),
            firsts=find_firsts(members.get(one.id, [])),
            first_seen=one.first_seen_at,
            updated=one.updated_at,
        )
        for one in rows
    ]


def show_story(runtime: Runtime, story_id: int) -> list[MemberRow]:
    """The articles of a story in the order they were reported, the seed corpus first. UsageError without such a
    story."""
    with runtime.database.read() as session:
        require_story(session, story_id)
        members = list_members(session, story_id)
    return describe_members(members)


def require_story(session: Session, story_id: int) -> None:
    """UsageError without such a story, naming the one that it became part of."""
    if find_story(session, story_id) is None:
        heir = find_heir(session, story_id)
        if heir is not None:
            raise UsageError(f"there is no story {story_id} any more; it is part of story {heir}")
        raise UsageError(f"there is no story {story_id}; `galata stories list` shows them")


def describe_members(members: Sequence[Article]) -> list[MemberRow]:
    """A story's articles, each with its lag."""
    lags = measure_lags(members)
    return [
        MemberRow(
            id=one.id,
            title=one.title,
            source="seed corpus" if one.seed else one.source,
            language=one.language,
            first_seen=one.first_seen_at,
            lag_seconds=lags[one.id].seconds if one.id in lags else None,
            first_in_language=one.id in lags and lags[one.id].leads,
            relation=one.relation,
            why=one.relation_evidence,
            url=one.url,
        )
        for one in sorted(members, key=lambda one: (not one.seed, find_time(one), one.id))
    ]
