"""Stories as facts, for whoever looks for one to correct."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from db.stories import find_story, list_members, list_recent_stories
from worker.errors import UsageError
from worker.pipeline.runtime import Runtime


@dataclass(frozen=True)
class StoryRow:
    """A story in a list."""

    id: int
    headline: str
    articles: int
    languages: tuple[str, ...]
    first_source: str | None
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
    relation: str | None
    why: str | None
    url: str | None


def list_facts(runtime: Runtime, days: int) -> list[StoryRow]:
    """The stories that something was added to within some days, the latest first; the seed corpus only where it was."""
    with runtime.database.read() as session:
        rows = list_recent_stories(session, runtime.now() - timedelta(days=days))
    return [
        StoryRow(
            id=one.id,
            headline=one.headline,
            articles=one.article_count,
            languages=tuple(one.languages),
            first_source=one.first_source,
            first_seen=one.first_seen_at,
            updated=one.updated_at,
        )
        for one in rows
    ]


def show_story(runtime: Runtime, story_id: int) -> list[MemberRow]:
    """The articles of a story, the oldest first. UsageError when there is none."""
    with runtime.database.read() as session:
        if find_story(session, story_id) is None:
            raise UsageError(f"there is no story {story_id}; `galata stories list` shows them")
        members = list_members(session, story_id)
    return [
        MemberRow(
            id=one.id,
            title=one.title,
            source="seed corpus" if one.seed else one.source,
            language=one.language,
            first_seen=one.first_seen_at,
            relation=one.relation,
            why=one.relation_evidence,
            url=one.url,
        )
        for one in members
    ]
