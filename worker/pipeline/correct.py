"""Stories corrected by hand: told apart, or joined. What a person said is remembered, and no step undoes it.

Whoever says that articles are another story says also that nobody was told of it: subscriptions that did not hear of an
article are asked about it once more, and the next digest tells it.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from db.articles import insert_row
from db.corrections import find_joining, forget_between, record_corrections
from db.models import Article, Link, Story
from db.outbox_models import Digest, DigestItem, Match
from db.stories import close_story, lock_stories
from worker.errors import UsageError
from worker.news.asides import bare_text
from worker.news.fingerprint import unpack_shingles
from worker.news.novelty import find_added, find_unsaid
from worker.news.types import UNKNOWN_LANGUAGE, RelationKind
from worker.pipeline.convert import make_item
from worker.pipeline.explain import find_any
from worker.pipeline.headline import name_stories
from worker.pipeline.place import list_added
from worker.pipeline.resettle import describe_story, update_story
from worker.pipeline.revisions import read_figures
from worker.pipeline.runtime import Runtime
from worker.pipeline.storylist import require_story
from worker.pipeline.watches import list_watches

SAME, NEW, OVERLAP = (str(kind) for kind in (RelationKind.SAME_STORY, RelationKind.NEW, RelationKind.OVERLAP))


@dataclass(frozen=True)
class Corrected:
    """What a correction came to."""

    story_id: int
    headline: str
    articles: int
    """How many it has now."""
    moved: int
    asked_again: int = 0
    """How many articles instant subscriptions are asked about once more."""


def split_story(runtime: Runtime, story_id: int, keys: Sequence[str], note: str | None = None) -> Corrected:
    """Take articles (by id or address) out of a story into one of their own. UsageError when they are not in it, are
    all of it, or are being worked on."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        lock_stories(session)
        members = load_free(session, story_id)
        moved = pick_articles(session, story_id, members, keys)
        rest = [one for one in members if one not in moved]
        if not rest:
            raise UsageError(f"story {story_id} has no other articles; there is nothing to tell them apart from")
        new_id = insert_row(session, Story, {**describe_story(moved), "updated_at": now})
        ones, others = [one.id for one in moved], [one.id for one in rest]
        joined_at = find_joining(session, ones, others)
        record_corrections(session, product(ones, others), together=False, note=note, now=now)
        separate_links(session, moved, rest)
        today = f"by hand on {now:%Y-%m-%d}"
        settle_relations(moved, {None, *others}, f"told apart from story {story_id} {today}")
        settle_relations(rest, set(ones), f"told apart from story {new_id} {today}")
        settle_additions(moved)
        settle_additions(rest)
        asked = ask_again(session, moved) + (ask_again(session, rest) if is_first_told(session, moved) else 0)
        tell_digests(session, rest if members[0] in moved else moved, joined_at)
        move_articles(session, moved, new_id)
        for group in (moved, rest):
            promote_updates(session, group)
        update_story(session, story_id, rest, updated_at=now)
        return Corrected(new_id, name_stories(session, {new_id: moved})[new_id], len(moved), len(moved), asked)


def join_stories(runtime: Runtime, story_id: int, others: Sequence[int], note: str | None = None) -> Corrected:
    """Make other stories part of one. UsageError when one is not there, or is being worked on."""
    now = runtime.now()
    if story_id in others:
        raise UsageError(f"story {story_id} cannot be joined to itself; name another one")
    with runtime.database.write() as session, session.begin():
        lock_stories(session)
        members = load_free(session, story_id)
        joined = [load_free(session, other) for other in dict.fromkeys(others)]
        for came in joined:
            forget_between(session, [one.id for one in members], [one.id for one in came])
            record_corrections(session, [(members[0].id, came[0].id)], together=True, note=note, now=now)
            relate_joined(members, came, {story_id, *others}, now)
            demote_firsts(session, story_id, came)
            move_articles(session, came, story_id)
            members += came
        for other in others:
            close_story(session, other, story_id)
        members.sort(key=lambda one: (one.first_seen_at, one.id))
        update_story(session, story_id, members, updated_at=now)
        return Corrected(
            story_id, name_stories(session, {story_id: members})[story_id], len(members), sum(map(len, joined))
        )


# --- Who is in it -----------------------------------------------------------------------------------------------------
def load_free(session: Session, story_id: int) -> list[Article]:
    """A story's articles, oldest first, with their texts. UsageError when there is none, or somebody works on one: it
    would be written back to the story it was read from."""
    require_story(session, story_id)
    chosen = select(Article).where(Article.story_id == story_id).order_by(Article.first_seen_at, Article.id)
    members = list(session.scalars(chosen.with_for_update()))
    busy = [one for one in members if one.state in ("arrived", "judged")]
    if busy:
        raise UsageError(f"article {busy[0].id} of story {story_id} is being worked on; try again in a moment")
    return members


def pick_articles(session: Session, story_id: int, members: Sequence[Article], keys: Sequence[str]) -> list[Article]:
    """The named ones of a story's articles, in its order. UsageError, in the words that were typed, for another one."""
    found = {key: find_any(session, key) for key in keys}
    for key, one in found.items():
        if one.story_id != story_id:
            named = f"article {key}" if key.isdecimal() else key
            where = f"in story {one.story_id}" if one.story_id else "in none"
            has = ", ".join(map(str, sorted(one.id for one in members)[:8]))
            raise UsageError(f"{named} is not in story {story_id} but {where}; story {story_id} has {has}")
    ids = {one.id for one in found.values()}
    return [one for one in members if one.id in ids]


# --- What changes -----------------------------------------------------------------------------------------------------
def settle_relations(group: Sequence[Article], gone: Collection[int | None], why: str) -> None:
    """Relations of articles that were told apart from others: what they were of those, `gone`, counts no longer. What
    tells a third story, as its page showed, still tells that."""
    for place, one in enumerate(group):
        if one.related_id in gone and not (one.seed and one.related_id is None):
            one.relation, one.related_id = (NEW, None) if place == 0 else (SAME, group[0].id)
            one.relation_evidence = why
            if place == 0 and not one.seed:
                one.new_sentences = None


def settle_additions(group: Sequence[Article]) -> None:
    """What each article of a story adds to those before it: what only others said, that are in it no more, is new."""
    ids, known, said = {one.id for one in group}, set[int](), set[str]()
    for place, one in enumerate(group):
        figures = read_figures(one)
        if place and not one.seed and one.related_id in ids:
            language = one.language or UNKNOWN_LANGUAGE
            one.new_sentences = find_added(bare_text(make_item(one)), known, find_unsaid(figures, said), language)
        known.update(unpack_shingles(one.shingles or b""))
        said.update(figures)


def relate_joined(members: Sequence[Article], came: Sequence[Article], stories: Collection[int], now: datetime) -> None:
    """Relations of articles that join a story: those that were the first of theirs tell the same as its first now. What
    was told apart from one of the `stories` that are one by now is so no more, on either side."""
    today = f"by hand on {now:%Y-%m-%d}"
    told = [(one.shingles, read_figures(one)) for one in members if one.shingles]
    for one in came:
        if one.related_id is None:
            one.relation, one.related_id, one.relation_evidence = SAME, members[0].id, f"joined {today}"
            if not one.seed:
                language = one.language or UNKNOWN_LANGUAGE
                one.new_sentences = list_added(bare_text(make_item(one)), read_figures(one), told, language)
        elif is_taken_back(one, stories):
            one.relation_evidence = f"joined {today}"
    for one in members:
        if is_taken_back(one, stories):
            one.relation_evidence = f"others were joined to its story {today}"


def is_taken_back(article: Article, stories: Collection[int]) -> bool:
    """Whether what is said of an article is that it was told apart from one of the stories that it is joined with."""
    said = tuple(f"told apart from story {story} by hand" for story in stories)
    return (article.relation_evidence or "").startswith(said)


def separate_links(session: Session, moved: Sequence[Article], rest: Sequence[Article]) -> None:
    """Links between articles that were told apart join nothing any more."""
    ones, others = [one.id for one in moved], [one.id for one in rest]
    for first, second in ((ones, others), (others, ones)):
        between = Link.article_id.in_(first), Link.other_id.in_(second)
        session.execute(update(Link).where(*between).values(relation=OVERLAP))


def ask_again(session: Session, moved: Sequence[Article]) -> int:
    """Let instant subscriptions be asked once more about articles that they were not told of; what matched a digest is
    in it, whatever its story. How many articles."""
    instant = {one.id for one in list_watches(session) if one.schedule == "instant"}
    of_moved = Match.article_id.in_([one.id for one in moved]), Match.subscription_id.in_(instant)
    told = Counter(session.scalars(select(Match.article_id).where(*of_moved, Match.sent)))
    session.execute(delete(Match).where(*of_moved, ~Match.sent))
    asked = [one for one in moved if told[one.id] < len(instant) and not one.seed and one.state == "done"]
    for one in asked:
        one.state, one.attempts = "judged", 0
    return len(asked)


def tell_digests(session: Session, hidden: Sequence[Article], since: datetime | None) -> None:
    """Let the next digest tell what stood under another story's headline: in digests made since the two were joined by
    hand, if they were; those before told it by itself."""
    chosen = delete(DigestItem).where(DigestItem.article_id.in_([one.id for one in hidden]))
    if since is not None:
        chosen = chosen.where(DigestItem.digest_id.in_(select(Digest.id).where(Digest.created_at >= since)))
    session.execute(chosen)


def promote_updates(session: Session, articles: Sequence[Article]) -> None:
    """Who heard of the articles of a story as updates of another one only has heard of it first by the earliest."""
    sent = Match.article_id.in_([one.id for one in articles]), Match.sent
    heard: dict[int, list[Match]] = {}
    for match in session.scalars(select(Match).where(*sent).order_by(Match.created_at, Match.id)):
        heard.setdefault(match.subscription_id, []).append(match)
    for matches in heard.values():
        if all(match.kind != "first" for match in matches):
            matches[0].kind = "first"


def is_first_told(session: Session, moved: Sequence[Article]) -> bool:
    """Whether somebody heard of the story by an article that leaves it: then of what stays nobody was told."""
    heard = Match.article_id.in_([one.id for one in moved]), Match.kind == "first", Match.sent
    return session.scalar(select(Match.id).where(*heard).limit(1)) is not None


def demote_firsts(session: Session, story_id: int, came: Sequence[Article]) -> None:
    """A subscription hears of a story for the first time once: what it heard of both halves is an update in one."""
    known = select(Match.subscription_id).where(Match.story_id == story_id, Match.kind == "first")
    again = Match.article_id.in_([one.id for one in came]), Match.kind == "first", Match.subscription_id.in_(known)
    session.execute(update(Match).where(*again).values(kind="update").execution_options(synchronize_session=False))


def move_articles(session: Session, articles: Collection[Article], story_id: int) -> None:
    """Put articles into a story, with what they matched."""
    for one in articles:
        one.story_id = story_id
    session.flush()
    ids = [one.id for one in articles]
    session.execute(update(Match).where(Match.article_id.in_(ids)).values(story_id=story_id))
