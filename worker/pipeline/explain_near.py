"""What an article was found to resemble, and what was found to resemble it, with the evidence."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.articles import load_articles
from db.corrections import list_corrections
from db.models import Article, Correction, Link
from db.stories import list_links
from worker.news.fingerprint import make_fingerprint
from worker.news.relation import refuse_wording, relate_wording
from worker.news.story import make_keys, refuse_story
from worker.news.types import Candidate, RelationKind
from worker.pipeline.convert import make_bare, name_article
from worker.pipeline.place import Subject, find_near, find_worded, is_form_again

BY_WORDING = {str(kind) for kind in RelationKind if kind.joins_story} - {str(RelationKind.SAME_STORY)}
OVERLAP = str(RelationKind.OVERLAP)
REFILLED = "one form filled in twice: it has other figures, or names others"
NEARER = "it tells the same, too; another one is nearer"


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
    """How it was told apart, where it was: what was found before holds no longer."""
    told_apart: bool
    """Whether a person said that the two tell different stories."""


@dataclass(frozen=True)
class Refused:
    """An article that was near this one, and why they are not the same."""

    id: int
    label: str
    why: str


def gather_refused(session: Session, article: Article, everywhere: Collection[str]) -> tuple[Refused, ...]:
    """The older articles that were considered and refused, the nearest first, by wording before what they are about.
    Asked anew, of what the index holds now; none for a seed, whose words are not here, nor for what nobody compared.
    `everywhere`: as in `Watch`."""
    if article.seed or article.shingles is None:
        return ()
    item, judgement = make_bare(article)
    fingerprint = make_fingerprint(item)
    subject = Subject(article, item, judgement, fingerprint, make_keys(item, judgement, everywhere))
    worded = find_worded(session, subject)
    asked: tuple[list[Candidate], dict[str, int], int] = ([], {}, 0)
    if article.relation not in BY_WORDING:  # else nobody asked what it is about
        asked = find_near(session, subject)
    links = {pick_other(link, article.id): link.relation for link in list_links(session, article.id)}
    # Of what shares a passage the link tells it; why it is another story is still to be said.
    reasons = {key: [why] for key, why in refuse_worded(subject, worded).items() if key not in links}
    for key, why in refuse_told(subject, *asked).items():
        reasons.setdefault(key, []).append(why)
    labels = {one.article_id: one.label for one in (*worded, *asked[0])}
    # Of its own story nothing is refused: what stands there is told with it.
    own = {one.article_id for one in (*worded, *asked[0]) if one.story_id == article.story_id}
    refused = [key for key in reasons if key < article.id and key not in own and links.get(key, OVERLAP) == OVERLAP]
    return tuple(Refused(key, labels[key], "; ".join(reasons[key])) for key in refused)


def refuse_worded(subject: Subject, worded: Sequence[Candidate]) -> dict[int, str]:
    """Why each of those that share wording is not what an article repeats; of more than one that is, the closest is."""
    item, wording, dated_at = subject.item, subject.wording, subject.article.dated_at
    relations = {one.article_id: relate_wording(item, wording, dated_at, [one]) for one in worded}
    near = {key: f"{one.evidence}; another one is closer" for key, one in relations.items() if one.of is not None}
    return refuse_wording(item, wording, dated_at, worded) | near


def refuse_told(
    subject: Subject, told: Sequence[Candidate], frequencies: Mapping[str, int], total: int
) -> dict[int, str]:
    """Why each of those that are about the same is not told as one story with an article."""
    refilled = {one.article_id for one in told if is_form_again(subject, one)}
    others = [one for one in told if one.article_id not in refilled]
    found = refuse_story(subject.item, subject.keys, subject.article.dated_at, others, frequencies, total)
    return {
        one.article_id: REFILLED if one.article_id in refilled else found.get(one.article_id, NEARER) for one in told
    }


def gather_neighbours(session: Session, article: Article) -> tuple[Neighbour, ...]:
    """What it relates to, then what later ones were found to relate to it."""
    links = list_links(session, article.id)
    others = {row.id: row for row in load_articles(session, {pick_other(link, article.id) for link in links})}
    apart = {pick_end(one, article.id): one for one in list_corrections(session, [article.id]) if not one.together}
    ends = [(link, pick_other(link, article.id)) for link in links]
    found = [describe_link(link, article.id, others[end], apart.get(end)) for link, end in ends]
    return tuple(sorted(found, key=lambda one: (one.newer, one.id)))


def pick_other(link: Link, article_id: int) -> int:
    """The other end of a link."""
    return link.other_id if link.article_id == article_id else link.article_id


def pick_end(correction: Correction, article_id: int) -> int:
    """The other article that a person spoke of."""
    return correction.other_id if correction.article_id == article_id else correction.article_id


def tell_hand(correction: Correction) -> str:
    """`by hand on 2026-11-26 (another meeting)`."""
    return f"by hand on {correction.made_at:%Y-%m-%d}" + (f" ({correction.note})" if correction.note else "")


def describe_link(link: Link, article_id: int, other: Article, apart: Correction | None) -> Neighbour:
    """One link as facts. `apart`: what a person said against it."""
    return Neighbour(
        id=other.id,
        label=name_article(other),
        title=other.title,
        url=other.url,
        relation=link.relation,
        newer=link.other_id == article_id,
        of_new=link.of_new,
        of_old=link.of_old,
        evidence=f"told apart {tell_hand(apart)}" if apart else link.evidence,
        told_apart=apart is not None,
    )
