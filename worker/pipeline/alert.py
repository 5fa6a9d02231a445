"""Alert: judged articles are matched with the subscriptions; what an instant one should hear goes into the outbox.

Every match is a row, told or not, with its reason. The story lock orders the decisions, so that two reports of one
story judged at the same moment make one first alert.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.articles import claim_articles, find_dated, insert_row, select_judged
from db.leases import complete_row, lease_end
from db.models import Article
from db.outbox_models import Match, Subscription
from db.stories import find_home, list_decided, list_linked, list_members, lock_stories
from db.subscriptions import list_active, list_held, list_told
from worker.news.alert import AlertDecision, AlertFacts, FirstFetch, decide_alert
from worker.news.matcher import Document
from worker.news.types import QueryMatch, RelationKind
from worker.pipeline.changed import Said, list_sentences
from worker.pipeline.convert import make_item, pack_snippet, restore_judgement
from worker.pipeline.failures import is_database_lost, note_failure
from worker.pipeline.leads import find_own, is_told_otherwise
from worker.pipeline.materiality import measure_materiality, sample_hashes
from worker.pipeline.revisions import find_latest, list_said
from worker.pipeline.runtime import Runtime
from worker.pipeline.telling import Alert, enqueue_alert
from worker.pipeline.watches import list_watches, pick_queries

log = logging.getLogger(__name__)
BATCH = 50
# An update that cannot be sent stays due; not asked for at every tick, it fills no log.
HELD_AGAIN = timedelta(minutes=10)
DIGESTED = "It goes into the next digest of this subscription."
OWN_ITEM = "it is the outlet's own item of what was told"
TAKEN_BACK = "It waited, and by then its page did not say any more what was new in it."
NOBODY = "Nobody is written to: every recipient of this subscription is paused, suppressed or removed."


@dataclass(frozen=True)
class Told:
    """What a subscription was told of a story."""

    first_at: datetime | None
    last_update_at: datetime | None


@dataclass(frozen=True)
class Report:
    """An article that subscriptions are asked about, with what is the same for all of them."""

    session: Session
    article: Article
    now: datetime

    @cached_property
    def relation(self) -> RelationKind:
        """How it stands to what was known when it was judged; a lead, to the outlet's own item that came since."""
        if find_own(self.session, self.article):
            return RelationKind.DUPLICATE
        return RelationKind(self.article.relation or "new")

    @cached_property
    def materiality(self) -> tuple[bool, str]:
        """What it adds for whoever was told of its story. Computed once: it reads the whole story."""
        # What opened its story and is not its first report: another worker was faster with a later one.
        relation = RelationKind.SAME_STORY if self.relation is RelationKind.NEW else self.relation
        hashes = sample_hashes(self.article)
        known = [one for story in self.stories for one in list_decided(self.session, story, self.article.id, hashes)]
        return measure_materiality(self.session, self.article, relation, known)

    @cached_property
    def stories(self) -> list[int]:
        """Its story, and those that are the same, as a page showed after its abstract had been told as another."""
        home = find_home(self.session, self.article)
        own = [story for story in dict.fromkeys((self.article.story_id, home)) if story is not None]
        return [*own, *list_linked(self.session, own)]

    @cached_property
    def related(self) -> tuple[bool, datetime | None]:
        """Whether what it relates to is of the seed corpus, and when that is dated."""
        return find_dated(self.session, self.article.related_id) if self.article.related_id else (False, None)


def alert_judged(runtime: Runtime, limit: int = BATCH) -> int:
    """Claim up to `limit` judged articles, match them, put alerts into the outbox. How many rows were worked on."""
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        articles = claim_articles(session, select_judged(now), lease_end(now, runtime.settings.lease_seconds), limit)
    if articles:
        with runtime.database.write() as session, session.begin():
            lock_stories(session)
            subscriptions = list_watches(session)
            for article in articles:
                try_article(runtime, Report(session, article, now), subscriptions)
    return len(articles) + release_held(runtime, now)


def try_article(runtime: Runtime, report: Report, subscriptions: Sequence[Subscription]) -> None:
    """One article in a savepoint of its own: what fails is tried again and then set aside, and the others go on."""
    session, article = report.session, report.article
    try:
        with session.begin_nested():
            match_article(runtime, replace(report, article=session.merge(article, load=False)), subscriptions)
    except Exception as error:
        if is_database_lost(error):
            raise
        log.exception("article %s could not be matched", article.id)
        note_failure(session, article, error)


def match_article(runtime: Runtime, report: Report, subscriptions: Sequence[Subscription]) -> None:
    """Every subscription that an article concerns gets its row, and the article is done."""
    article = report.article
    if not complete_row(report.session, Article, article.id, article.lease_token or "", state="done", attempts=0):
        return
    # Since the claim its story may have become part of another (unite.py).
    report.session.refresh(article, ["story_id", "relation", "related_id", "new_sentences"])
    document = Document(make_item(article), restore_judgement(article))
    found = runtime.rules.match(pick_queries(subscriptions, relevant=bool(article.relevant)), document)
    decided = forget_undecided(report.session, article.id)
    for subscription in subscriptions:
        if subscription.name in found and subscription.id not in decided:
            record_match(runtime, report, subscription, found[subscription.name])


def record_match(runtime: Runtime, report: Report, subscription: Subscription, found: QueryMatch) -> None:
    """Decide, write the row with its reason, and enqueue the alert if there is one."""
    session, article, now = report.session, report.article, report.now
    decision = decide(report, subscription)
    kind = decision.kind if decision.send or decision.kind != "first" else "repeat"
    row = {
        "subscription_id": subscription.id,
        "story_id": article.story_id,
        "article_id": article.id,
        "kind": kind,
        "sent": decision.send,
        "held_until": decision.hold_until,
        "reason": decision.reason,
        "rule": found.rule,
        "snippet": pack_snippet(found.snippet),
        "created_at": now,
    }
    match = Match(id=insert_row(session, Match, row), **row)
    if decision.send:
        said = Said(article, tuple(article.new_sentences or ()))
        enqueue_alert(runtime, session, Alert(subscription, match, article, now, (said,)))


def decide(report: Report, subscription: Subscription) -> AlertDecision:
    """Whether a subscription should hear of an article now."""
    if subscription.schedule != "instant":
        return AlertDecision("repeat", False, DIGESTED)
    if not list_active(subscription.recipients):
        return AlertDecision("repeat", False, NOBODY)
    return decide_alert(gather_facts(report, subscription))


def gather_facts(report: Report, subscription: Subscription) -> AlertFacts:
    """The facts of a decision, from SQL."""
    article = report.article
    told = find_told_times(report.session, subscription.id, report.stories)
    relation, (material, materiality) = report.relation, (True, "")
    if told.first_at:  # only who was told of a story is asked whether this adds to it
        relation = RelationKind.SAME_STORY if relation is RelationKind.NEW else relation
        material, materiality = report.materiality
        if is_told_otherwise(report.session, subscription.id, article.id):
            material, materiality = False, OWN_ITEM
    of_seed, of_dated_at = report.related
    return AlertFacts(
        now=report.now,
        relation=relation,
        first_seen_at=article.first_seen_at,
        published_at=article.published_at,
        told_at=told.first_at,
        last_update_at=told.last_update_at,
        material=material,
        materiality=materiality,
        first_fetch=find_policy(article),
        of_seed=of_seed,
        of_dated_at=of_dated_at,
    )


def find_policy(article: Article) -> FirstFetch | None:
    """The first-fetch policy, for an article that came with the backlog of its feed."""
    if not article.backlog or article.feed is None:
        return None
    return "tell" if article.feed.first_fetch == "tell" else "silent"


def find_told_times(session: Session, subscription_id: int, stories: Sequence[int]) -> Told:
    """When a subscription was first told of a story, or of what turned out to be the same, and last of an update."""
    told = [one for story in stories for one in list_told(session, subscription_id, story)]
    firsts = [at for kind, at in told if kind == "first"]
    updates = [at for kind, at in told if kind == "update"]
    return Told(min(firsts), max(updates, default=None)) if firsts else Told(None, None)


def forget_undecided(session: Session, article_id: int) -> set[int]:
    """Of an article that was matched before and has been read in full since: forget the matches of which nobody was or
    will be told, so that they are decided anew. Ids of the subscriptions whose matches stand."""
    matches = session.scalars(select(Match).where(Match.article_id == article_id)).all()
    # An update that was not sent waits, or was rolled up into another: it was told, or will be.
    standing = {match.subscription_id for match in matches if match.sent or match.kind == "update"}
    for match in matches:
        if match.subscription_id not in standing:
            session.delete(match)
    session.flush()
    return standing


def release_held(runtime: Runtime, now: datetime) -> int:
    """Send the updates that were held back, rolled up: one message a story and subscription, the latest one's. How
    many were held."""
    with runtime.database.write() as session, session.begin():
        lock_stories(session)
        groups: dict[tuple[int, int | None], list[Match]] = {}
        for match in list_held(session, now):
            groups.setdefault((match.subscription_id, match.story_id), []).append(match)
        return sum(len(held) for held in groups.values() if try_held(runtime, session, held, now))


def try_held(runtime: Runtime, session: Session, held: list[Match], now: datetime) -> bool:
    """One story's held updates in a savepoint of its own. False: it failed, and is tried again a little later."""
    try:
        with session.begin_nested():
            send_held(runtime, session, held, now)
    except Exception as error:
        if is_database_lost(error):
            raise
        log.exception("the updates held for story %s could not be sent", held[0].story_id)
        for match in held:
            match.held_until = now + HELD_AGAIN
        return False
    return True


def send_held(runtime: Runtime, session: Session, held: list[Match], now: datetime) -> None:
    """One update for several articles that came too soon after another."""
    *rolled, last = held
    subscription = session.get_one(Subscription, last.subscription_id)
    said, shown = read_held(session, held)
    lost = not list_sentences(said) and any(one.article.new_sentences for one in said)
    if lost or not list_active(subscription.recipients):
        for match in held:  # no update that somebody was told of, and as free to be decided anew as any repeat
            match.kind, match.held_until, match.reason = "repeat", None, TAKEN_BACK if lost else NOBODY
        return
    for match in rolled:
        match.held_until, match.reason = None, f"It was rolled up into the update on article {last.article_id}."
    last.held_until, last.sent, last.created_at = None, True, now
    last.reason = f"It waited, and was sent on {now:%Y-%m-%d %H:%M} UTC" + (
        f" with what {len(rolled)} earlier said." if rolled else "."
    )
    enqueue_alert(runtime, session, Alert(subscription, last, shown, now, said))


def read_held(session: Session, held: Sequence[Match]) -> tuple[tuple[Said, ...], Article]:
    """What the articles of held updates said and their pages still say, and the last one's page as it stands."""
    articles = [session.get_one(Article, match.article_id) for match in held]
    members = {one for story in {one.story_id for one in articles} if story for one in list_members(session, story)}
    latest = find_latest([*members.union(articles)])
    said = (Said(one, tuple(list_said(one, latest[one.id]))) for one in articles)
    return tuple(said), latest[articles[-1].id]
