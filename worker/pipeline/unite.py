"""Uniting: stories that a new article shows to be one. Runs under the story lock, when the article is placed.

What nobody was told of moves into the earlier story, or into the one that was told. Where both were told, the first
article of the later one is linked to the earlier, and what comes of it is told under that (`db.stories.map_homes`).
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from db.candidates import count_keys, load_reports, span_days
from db.corrections import are_kept_apart
from db.models import Article, Link
from db.stories import JOINING, list_ids, list_members, list_wordings
from worker.news.asides import bare_text
from worker.news.types import Candidate, Relation, RelationKind
from worker.news.union import MOST_ASKED, Union, unite_stories
from worker.pipeline.convert import make_candidate, make_item
from worker.pipeline.place import link_article, list_added, measure_around
from worker.pipeline.resettle import is_any_told, move_members, update_story


def unite_akin(session: Session, article: Article, story_id: int, akin: Sequence[int], now: datetime) -> None:
    """Make one story of that of an article and of those that are akin to it, where they are one."""
    around = article.dated_at or article.first_seen_at
    for other_id in akin:
        earlier, later = order_stories(session, story_id, other_id)
        found = compare_stories(session, earlier, later, around)
        if found and not are_kept_apart(session, earlier, later):
            story_id = unite(session, earlier, later, found, now)


def order_stories(session: Session, one: int, other: int) -> tuple[int, int]:
    """Two stories, the one that stays first: what was told before what was not, else the earlier one."""
    earlier, later = min(one, other), max(one, other)
    if is_any_told(session, list_ids(session, later)) and not is_any_told(session, list_ids(session, earlier)):
        return later, earlier
    return earlier, later


def compare_stories(session: Session, earlier: int, later: int, around: datetime) -> Union | None:
    """Whether two stories are one, by their latest reports. None also where one is not there any more, or is of the
    seed corpus: what that tells, a card's words or a document, each report is compared with by itself."""
    sides = [load_reports(session, story_id, MOST_ASKED) for story_id in (earlier, later)]
    if not all(sides) or any(row.seed for side in sides for row in side):
        return None
    ones, others = ([make_candidate(row) for row in side] for side in sides)
    frequencies, total = count_around(session, [*ones, *others], around)
    return unite_stories(ones, others, frequencies, total)


def count_around(session: Session, candidates: Sequence[Candidate], around: datetime) -> tuple[dict[str, int], int]:
    """How many articles have each key of the candidates, and of how many."""
    days, total = measure_around(session, around)
    keys = frozenset[str]().union(*(one.keys.keys for one in candidates))
    return count_keys(session, keys, *span_days(around, days)), total


def unite(session: Session, earlier: int, later: int, found: Union, now: datetime) -> int:
    """Make one story of two. The one that what comes now belongs to."""
    told = is_any_told(session, list_ids(session, later))
    relate_later(session, earlier, later, found)
    if not told:
        move_members(session, later, earlier)
        update_story(session, earlier, list_members(session, earlier), updated_at=now)
    return earlier


def relate_later(session: Session, earlier: int, later: int, found: Union) -> None:
    """Relations of the articles that joined nothing in the later story: they tell the same as the earlier one, and
    what they say besides is what is new of it."""
    told, first = list_wordings(session, earlier, 0, ()), list_ids(session, earlier)[0]
    alone = Article.story_id == later, ~Article.seed, or_(Article.relation.is_(None), Article.relation.not_in(JOINING))
    for one in session.scalars(
        select(Article).where(*alone).order_by(Article.id).execution_options(populate_existing=True)
    ):
        of = found.of if found.of < one.id else min(first, found.of)  # what it relates to came before it, if any did
        figures = (one.fingerprint or {}).get("figures", ())
        values = {
            "relation": str(RelationKind.SAME_STORY),
            "related_id": of,
            "relation_evidence": found.evidence,
            "new_sentences": list_added(bare_text(make_item(one)), figures, told, one.language or ""),
        }
        session.execute(update(Article).where(Article.id == one.id).values(values))
        session.execute(delete(Link).where(Link.article_id == one.id, Link.other_id == of))
        link_article(session, one.id, Relation(RelationKind.SAME_STORY, of, evidence=found.evidence))
