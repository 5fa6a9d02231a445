"""Reasons in the language of whoever reads them: why an article is kept, and what said before what it says."""

from datetime import date

from sqlalchemy.orm import Session

from db.models import Article
from worker.news.labels import Labels, format_day
from worker.news.reasons import Ground, Repeat, tell_ground, tell_repeat
from worker.news.types import RelationKind
from worker.news.wording import flatten_text, shorten_text
from worker.pipeline.headline import read_title
from worker.pipeline.runtime import Runtime

# Of an earlier article as much as shows which is meant; a seed may have a sentence for a title.
TITLE_LENGTH = 80
TOLD: dict[str, Repeat] = {
    RelationKind.DUPLICATE: "duplicate",
    RelationKind.NEAR_DUPLICATE: "near_duplicate",
    RelationKind.EXCERPT: "excerpt",
    RelationKind.UPDATE: "update",
    RelationKind.SAME_STORY: "same_story",
}


def tell_why(runtime: Runtime, article: Article, labels: Labels) -> str:
    """Why an article is about both sides, or is not; the sentence kept with it, if it was judged before there were
    others."""
    packed = article.evidence or {}
    ground = packed.get("ground")
    if ground is None:
        return str(packed.get("reason", ""))
    return tell_ground(Ground.unpack(ground), runtime.rules.words, labels.code)


def tell_before(session: Session, article: Article, labels: Labels) -> str:
    """What said before what an article says."""
    other = session.get(Article, article.related_id) if article.related_id else None
    if other is None:
        return tell_repeat("other", "", labels.code)
    known = {one for one in (other.canonical_url, other.url) if one}
    same_page = article.revises_id == other.id or bool(known & {article.canonical_url, article.url})
    repeat = "revision" if same_page else TOLD.get(article.relation or "", "other")
    return tell_repeat(
        repeat, f"“{shorten_text(read_title(other), TITLE_LENGTH)}”{name_origin(other, labels)}", labels.code
    )


def name_origin(article: Article, labels: Labels) -> str:
    """` (Outlet A)`; of a seed, which may have none, also that it is one and its day."""
    day = show_day(article.dated_at.date() if article.seed and article.dated_at else None, labels)
    parts = (article.source, labels.corpus if article.seed else "", day)
    origin = ", ".join(flatten_text(part) for part in parts if part)
    return f" ({origin})" if origin else ""


def show_day(day: date | None, labels: Labels) -> str:
    """A day, if there is one."""
    return format_day(day, labels) if day else ""


def name_seed(article: Article, labels: Labels) -> str:
    """A seed as what was read before: `A visit to Rome (read before, 29 Apr 2025)`."""
    day = show_day(article.dated_at.date() if article.dated_at else None, labels)
    origin = "".join(f", {part}" for part in (article.source, day) if part)
    return labels.known_seed.format(title=article.title, origin=origin)
