"""Stories as a digest tells them: the articles of each, folded into one block."""

from collections.abc import Sequence
from itertools import chain
from typing import Literal

from sqlalchemy.orm import Session

from db.models import Article, Story
from db.outbox_models import Match
from db.stories import list_members
from worker.news.digest import DigestStory
from worker.news.text import sentences
from worker.news.types import UNKNOWN_LANGUAGE, RelationKind
from worker.pipeline.runtime import Runtime
from worker.pipeline.telling import list_sources

# A new story opens with as much as one reads at a glance; what is new of a moved one is cut when it is composed.
OPENING_SENTENCES = 2


def describe_stories(
    runtime: Runtime,
    session: Session,
    pairs: Sequence[tuple[Match, Article]],
    told_before: set[int],
    languages: Sequence[str],
) -> list[DigestStory]:
    """The stories of a digest's articles, for a reader of some languages."""
    groups: dict[int, list[Article]] = {}
    for _, article in pairs:
        if article.story_id is not None:
            groups.setdefault(article.story_id, []).append(article)
    told = (
        describe_story(runtime, session, session.get_one(Story, story_id), articles, story_id in told_before, languages)
        for story_id, articles in groups.items()
    )
    return [story for story in told if story is not None]


def describe_story(
    runtime: Runtime,
    session: Session,
    story: Story,
    articles: Sequence[Article],
    known_before: bool,
    languages: Sequence[str],
) -> DigestStory | None:
    """One story. None when it moved by nothing but copies: they were folded, and there is nothing to read."""
    members = list_members(session, story.id)
    retold = [one for one in members if one.seed]
    status: Literal["new", "moved"] = "moved" if known_before or retold else "new"
    added = list(dict.fromkeys(chain.from_iterable(one.new_sentences or [] for one in articles)))
    if known_before and not added:
        return None
    shown = choose_shown(articles, languages)
    return DigestStory(
        story_id=story.id,
        headline=shown.title,
        url=shown.url,
        language=shown.language or UNKNOWN_LANGUAGE,
        topics=tuple((row.topic, runtime.rules.name_topic(row.topic)) for row in shown.topics),
        status=status,
        new_sentences=tuple(added) if status == "moved" else open_text(shown),
        known_line=retold[0].title if retold else (members[0].title if known_before else ""),
        figures=(),
        sources=list_sources(members),
        copies_folded=sum(is_folded(one) for one in articles),
        why=(shown.evidence or {}).get("reason", ""),
        first_seen_at=story.first_seen_at,
        score=max(one.score or 0.0 for one in articles),
    )


def choose_shown(articles: Sequence[Article], languages: Sequence[str]) -> Article:
    """The article a reader is shown: in a language they read, no mere copy, the fullest, the first."""

    def rank(article: Article) -> tuple[bool, bool, int, int]:
        foreign = bool(languages) and article.language not in languages
        return foreign, is_folded(article), -len(article.content or article.summary), article.id

    return min(articles, key=rank)


def is_folded(article: Article) -> bool:
    """Whether an article repeats what its story has."""
    return article.relation is not None and RelationKind(article.relation).adds_nothing


def open_text(article: Article) -> tuple[str, ...]:
    """How an article begins."""
    text = article.summary or article.content
    return tuple(sentences(text[:4000])[:OPENING_SENTENCES])
