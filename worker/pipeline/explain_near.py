"""What an article was found to resemble, and what was found to resemble it, with the evidence."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.articles import load_articles
from db.models import Article, Link
from db.stories import list_links
from worker.pipeline.convert import name_article


@dataclass(frozen=True)
class Neighbour:
    """An article in a relation to this one."""

    id: int
    label: str
    title: str
    url: str | None
    relation: str
    newer: bool
    """Whether the other came later, and relates to this one."""
    of_new: float | None
    of_old: float | None
    evidence: str


def gather_neighbours(session: Session, article: Article) -> tuple[Neighbour, ...]:
    """What it relates to, then what later ones were found to relate to it."""
    links = list_links(session, article.id)
    others = {row.id: row for row in load_articles(session, {pick_other(link, article.id) for link in links})}
    found = [describe_link(link, article.id, others[pick_other(link, article.id)]) for link in links]
    return tuple(sorted(found, key=lambda one: (one.newer, one.id)))


def pick_other(link: Link, article_id: int) -> int:
    """The other end of a link."""
    return link.other_id if link.article_id == article_id else link.article_id


def describe_link(link: Link, article_id: int, other: Article) -> Neighbour:
    """One link as facts."""
    return Neighbour(
        id=other.id,
        label=name_article(other),
        title=other.title,
        url=other.url,
        relation=link.relation,
        newer=link.other_id == article_id,
        of_new=link.of_new,
        of_old=link.of_old,
        evidence=link.evidence,
    )
