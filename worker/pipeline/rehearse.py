"""Rehearsal: what a query would have matched, asked of the articles that are in SQL. Nobody is told."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from db.articles import stream_judged
from db.models import Article
from worker.news.matcher import Document
from worker.news.query import Query
from worker.news.types import QueryMatch, Snippet
from worker.pipeline.convert import make_item, restore_judgement
from worker.pipeline.runtime import Runtime


@dataclass(frozen=True)
class Rehearsed:
    """One article that would have matched."""

    id: int
    seen: datetime
    title: str
    source: str | None
    url: str | None
    language: str | None
    story: int | None
    rule: str
    snippet: Snippet


@dataclass(frozen=True)
class Rehearsal:
    """What a query would have matched, newest first."""

    asked: int
    """How many articles were asked."""
    matches: tuple[Rehearsed, ...]
    days: tuple[tuple[date, int], ...]
    """Matches of each day of the span by the clock of the settings, oldest first, days without any included."""

    @property
    def stories(self) -> int:
        """How many stories that is: an instant subscription sends one first alert for each."""
        return len({one.story or -one.id for one in self.matches})


def rehearse_query(runtime: Runtime, query: Query, *, days: int, scope: str) -> Rehearsal:
    """Ask the articles first seen in the last `days` days. Scope `pair`: those about both countries only."""
    now = runtime.now()
    asked, found = 0, []
    with runtime.database.read() as session:
        for article in stream_judged(session, now - timedelta(days=days), relevant=scope == "pair"):
            asked += 1
            match = query.match(Document(make_item(article), restore_judgement(article)))
            if match is not None:
                found.append(describe_match(article, match))
    zone = ZoneInfo(runtime.settings.timezone)
    counts = Counter(one.seen.astimezone(zone).date() for one in found)
    span = list_days(now.astimezone(zone).date(), days)
    return Rehearsal(asked, tuple(reversed(found)), tuple((day, counts[day]) for day in span))


def list_days(last: date, days: int) -> Iterator[date]:
    """The days of the span, the one it begins in included, oldest first."""
    return (last - timedelta(days=back) for back in range(days, -1, -1))


def describe_match(article: Article, match: QueryMatch) -> Rehearsed:
    """One match as facts."""
    return Rehearsed(
        id=article.id,
        seen=article.first_seen_at,
        title=article.title,
        source=article.source,
        url=article.url,
        language=article.language,
        story=article.story_id,
        rule=match.rule,
        snippet=match.snippet,
    )
