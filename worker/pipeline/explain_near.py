"""What an article was found to resemble, and what was found to resemble it, with the evidence."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.articles import load_articles
from db.models import Article, Link
from db.stories import list_links
from worker.news.fingerprint import make_fingerprint
from worker.news.relation import refuse_wording
from worker.news.story import make_keys, refuse_story
from worker.news.types import Candidate, RelationKind
from worker.pipeline.convert import make_bare, name_article
from worker.pipeline.place import Subject, find_told, find_worded

BY_WORDING = {str(kind) for kind in RelationKind if kind.joins_story} - {str(RelationKind.SAME_STORY)}


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


@dataclass(frozen=True)
class Refused:
    """An article that was near this one, and why they are not the same."""

    id: int
    label: str
    why: str


def gather_refused(session: Session, article: Article) -> tuple[Refused, ...]:
    """The older articles that were considered and refused, the nearest first, by wording before what they are about.
    Asked anew, of what the index holds now; none for a seed, whose words are not here, nor for what nobody compared."""
    if article.seed or article.shingles is None:
        return ()
    item, judgement = make_bare(article)
    fingerprint = make_fingerprint(item)
    subject = Subject(article, item, judgement, fingerprint, make_keys(item, judgement))
    worded = find_worded(session, subject)
    found = refuse_wording(item, fingerprint, article.dated_at, worded)
    told: list[Candidate] = []
    if article.relation not in BY_WORDING:  # else nobody asked what it is about
        told, frequencies, total = find_told(session, subject)
        found = refuse_story(item, subject.keys, article.dated_at, told, frequencies, total) | found
    related = {pick_other(link, article.id) for link in list_links(session, article.id)}
    labels = {one.article_id: one.label for one in (*worded, *told)}
    older = {one: why for one, why in found.items() if one < article.id and one not in related}
    return tuple(Refused(one, labels[one], why) for one, why in older.items())


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
