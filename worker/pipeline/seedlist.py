"""The seed corpus at a glance."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from db.models import Article
from db.stories import count_reports
from worker.pipeline.runtime import Runtime
from worker.pipeline.seeds import list_seeds


@dataclass(frozen=True)
class SeedFacts:
    """One document of the corpus."""

    name: str
    dated: date | None
    language: str | None
    outlet: str | None
    title: str
    topics: tuple[str, ...]
    words: int
    story: int | None
    reports: int
    """Articles of feeds in its story: what was recognised by it."""
    whole: bool
    """Whether its text is kept, or its fingerprint alone."""


def list_facts(runtime: Runtime) -> list[SeedFacts]:
    """Every seed, by name."""
    with runtime.database.read() as session:
        return [describe_seed(session, row) for row in list_seeds(session)]


def describe_seed(session: Session, row: Article) -> SeedFacts:
    """A seed's row as facts."""
    return SeedFacts(
        name=row.name or "",
        dated=row.dated_at.date() if row.dated_at else None,
        language=row.language,
        outlet=row.source,
        title=row.title,
        topics=tuple(one.topic for one in row.topics),
        words=(row.fingerprint or {}).get("tokens", 0),
        story=row.story_id,
        reports=count_reports(session, row.story_id) if row.story_id else 0,
        whole=bool(row.content),
    )
