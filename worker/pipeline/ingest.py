"""Ingest: arrived articles are judged, related to what is known and joined to a story.

Judging is computed first, outside any transaction. Placing happens under the story lock, an article at a time, so that
two workers with two copies of one wire story end with one story. An article whose judgement fails is tried three times
and then set aside; the others go on.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.articles import claim_articles, insert_rows, select_arrived
from db.leases import complete_row, complete_rows, lease_end
from db.models import Article, ArticleEntity, ArticleTopic
from db.pages import want_pages
from db.stories import lock_stories
from worker.errors import LeaseLostError
from worker.news.reading import Wish
from worker.news.types import Judgement
from worker.pipeline.assess import Queries, assess_item
from worker.pipeline.convert import know_by_page, make_item, pack_evidence
from worker.pipeline.failures import is_database_lost, note_failure
from worker.pipeline.place import Subject, forget_counts, place_article
from worker.pipeline.resettle import forget_article, withdraw_article
from worker.pipeline.runtime import Runtime
from worker.pipeline.unite import unite_akin
from worker.pipeline.wanted import ask_page, make_request, make_wish
from worker.pipeline.watches import list_watches, pick_queries

log = logging.getLogger(__name__)
# Claims in batches of fifty were 16 to 22 times faster than one by one (docs/evidence.md); a batch is also one
# transaction under the story lock, a fifth of a second.
BATCH = 50


@dataclass
class Ingested:
    """What a batch came to."""

    judged: int = 0
    """For the first time."""
    kept: int = 0
    """How many more concern the pair than before."""
    again: int = 0
    """Judged once more, by their whole text."""
    failed: list[str] = field(default_factory=list)


def ingest_arrived(runtime: Runtime, limit: int = BATCH) -> Ingested:
    """Claim up to `limit` arrived articles and take them through judgement. Nothing claimed: nothing to do."""
    now = runtime.now()
    until = lease_end(now, runtime.settings.lease_seconds)
    with runtime.database.write() as session, session.begin():
        articles = claim_articles(session, select_arrived(now), until, limit)
        subscriptions = list_watches(session) if articles else []
    watched, wish = pick_queries(subscriptions, relevant=False), make_wish(runtime, subscriptions)
    result, subjects = Ingested(), []
    for article in articles:
        try:
            subjects.append(ask_for_page(judge_article(runtime, article, watched), wish, now))
        except Exception as error:
            fail_article(runtime, article, error, result)
    if subjects:
        with runtime.database.write() as session, session.begin():
            complete_plain(session, [one for one in subjects if is_plain(one)], result)
            place_all(runtime, session, [one for one in subjects if not is_plain(one)], result)
            want_pages(session, [make_request(one.article, one.wanted, now) for one in subjects if one.wanted])
    return result


def is_plain(subject: Subject) -> bool:
    """Whether an article is done with once it is judged: nobody watches it, and it was in no story before."""
    return subject.fingerprint is None and subject.article.story_id is None


def ask_for_page(subject: Subject, wish: Wish | None, now: datetime) -> Subject:
    """The subject, with the reason why its page should be read, if it should."""
    verdict = ask_page(subject.article, subject.item, subject.judgement, wish, now)
    return replace(subject, wanted=verdict.why if verdict.wanted else None)


def judge_article(runtime: Runtime, article: Article, watched: Queries) -> Subject:
    """All that can be said of an article by itself. `watched`: (name, query) of the subscriptions of scope `any`."""
    item = make_item(article)
    assessed = runtime.ahead(item) if runtime.ahead else assess_item(runtime.rules, watched, item)
    return Subject(article, assessed.item, assessed.judgement, assessed.fingerprint, assessed.keys)


def complete_plain(session: Session, subjects: Sequence[Subject], result: Ingested) -> None:
    """Articles nobody watches need no comparing: one statement for all of a batch."""
    rows = [{"id": one.article.id, "token": one.article.lease_token, **describe(one)} for one in subjects]
    complete_rows(session, Article, rows)
    for one in subjects:
        count_judged(one, result)


def count_judged(subject: Subject, result: Ingested) -> None:
    """Count an article once, however often it is judged."""
    article, relevant = subject.article, subject.judgement.relevance.relevant
    first = article.score is None
    result.judged += first
    result.again += not first
    result.kept += relevant - (bool(article.relevant) and not first)


def place_all(runtime: Runtime, session: Session, subjects: Sequence[Subject], result: Ingested) -> None:
    """Place and complete every article of a batch under the story lock: all in one savepoint, and where that fails,
    each in a savepoint of its own."""
    if not subjects:
        return
    lock_stories(session)
    now = runtime.now()
    try:
        with session.begin_nested():
            complete_subjects(session, subjects, now)
    except Exception as error:
        if is_database_lost(error):
            raise
        forget_counts(session)
        place_singly(session, subjects, now, result)
    else:
        for subject in subjects:
            count_judged(subject, result)


def place_singly(session: Session, subjects: Sequence[Subject], now: datetime, result: Ingested) -> None:
    """Place and complete what can be; note of the rest why it failed."""
    for subject in subjects:
        try:
            with session.begin_nested():
                complete_subjects(session, [subject], now)
        except LeaseLostError as error:
            log.warning("%s", error)
        except Exception as error:
            if is_database_lost(error):
                raise
            log.exception("article %s could not be placed", subject.article.id)
            result.failed.append(note_failure(session, subject.article, error))
        else:
            count_judged(subject, result)


def complete_subjects(session: Session, subjects: Sequence[Subject], now: datetime) -> None:
    """Write down what was decided about some articles, in their order. LeaseLostError: another worker has one of them
    by now, and nothing is to be kept."""
    check_leases(session, [one.article for one in subjects])
    insert_tags(session, [(one.article.id, one.judgement) for one in subjects if one.article.score is None])
    for subject in subjects:
        complete_subject(session, subject, now)


def check_leases(session: Session, articles: Sequence[Article]) -> None:
    """LeaseLostError where another worker has one of the articles by now: before anything is written that it wrote,
    too."""
    chosen = select(Article.id, Article.lease_token).where(Article.id.in_([one.id for one in articles]))
    tokens = {row.id: row.lease_token for row in session.execute(chosen)}
    for one in articles:
        if tokens.get(one.id) != one.lease_token:
            raise LeaseLostError(f"article {one.id} belongs to another worker by now")


def complete_subject(session: Session, subject: Subject, now: datetime) -> None:
    """Write down what was decided about an article, its tags excepted where it is judged for the first time."""
    article, placed = subject.article, None
    if article.score is not None:  # since the claim its story may have become part of another
        article.story_id = session.scalar(select(Article.story_id).where(Article.id == article.id))
    if subject.fingerprint is None:
        values = describe(subject) | withdraw_article(session, article)
    else:
        if article.score is not None:  # judged before: its page has been read since
            forget_article(session, article.id)
            insert_tags(session, [(article.id, subject.judgement)])
        placed = place_article(session, replace(subject, item=know_by_page(article, subject.item)), now)
        values = describe(subject) | placed.values | {"state": "judged"}
    if not complete_row(session, Article, article.id, article.lease_token or "", **values):
        raise LeaseLostError(f"article {article.id} belongs to another worker by now")
    if placed:
        unite_akin(session, article, placed.values["story_id"], placed.akin, now)


def describe(subject: Subject) -> dict[str, Any]:
    """The columns that a judgement decides."""
    relevance = subject.judgement.relevance
    return {
        "language": subject.judgement.language,
        "relevant": relevance.relevant,
        "score": relevance.score,
        "evidence": pack_evidence(subject.judgement),
        "state": "done",
        "attempts": 0,
        "error": None,
    }


def insert_tags(session: Session, judged: Sequence[tuple[int, Judgement]]) -> None:
    """Rows for the topics and entities of some articles, by their ids."""
    topics = [
        {"article_id": article_id, "topic": topic.id, "score": topic.score, "terms": list(topic.terms)}
        for article_id, judgement in judged
        for topic in judgement.topics
    ]
    insert_rows(session, ArticleTopic, topics)
    insert_rows(session, ArticleEntity, [row for one in judged for row in list_entities(*one)])


def list_entities(article_id: int, judgement: Judgement) -> list[dict[str, Any]]:
    """A row for each known thing that an article names: where it is surest of it, and how often."""
    entities: dict[str, dict[str, Any]] = {}
    for hit in judgement.entities:
        row = entities.setdefault(
            hit.entity,
            {
                "article_id": article_id,
                "entity": hit.entity,
                "position": len(entities),
                "certainty": hit.certainty,
                "text": hit.text,
                "reason": hit.reason,
                "mentions": 0,
            },
        )
        row["mentions"] += 1
        if hit.certainty > row["certainty"]:
            row.update(certainty=hit.certainty, text=hit.text, reason=hit.reason)
    return list(entities.values())


def fail_article(runtime: Runtime, article: Article, error: Exception, result: Ingested) -> None:
    """Note that an article's judgement failed, in a transaction of its own."""
    log.error("article %s (%s) could not be judged: %r", article.id, article.url, error)
    with runtime.database.write() as session, session.begin():
        result.failed.append(note_failure(session, article, error))
