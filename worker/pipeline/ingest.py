"""Ingest: arrived articles are judged, related to what is known and joined to a story.

Judging is computed first, outside any transaction. Placing happens under the story lock, an article at a time, so that
two workers with two copies of one wire story end with one story. An article whose judgement fails is tried three times
and then set aside; the others go on.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.articles import MAX_ATTEMPTS, claim_articles, insert_rows, select_arrived
from db.leases import complete_row, lease_end
from db.models import Article, ArticleEntity, ArticleTopic
from db.stories import lock_stories
from worker.news.fingerprint import make_fingerprint, pack_shingles
from worker.news.matcher import Document
from worker.news.story import make_keys
from worker.news.types import Fingerprint, Item, Judgement, StoryKeys
from worker.pipeline.convert import make_item, pack_evidence, pack_fingerprint
from worker.pipeline.place import place_article
from worker.pipeline.runtime import Runtime
from worker.pipeline.watches import list_watches, pick_queries

log = logging.getLogger(__name__)
# Claims in batches of fifty were 16 to 22 times faster than one by one (research/celery.md); a batch is also one
# transaction under the story lock, a fifth of a second.
BATCH = 50


@dataclass(frozen=True)
class Work:
    """An article with what was computed about it before SQL is asked."""

    article: Article
    item: Item
    judgement: Judgement
    wanted: bool
    """About both countries, or matched by a subscription of scope `any`: it is fingerprinted and joins a story."""
    fingerprint: Fingerprint | None = None
    keys: StoryKeys | None = None


@dataclass
class Ingested:
    """What a batch came to."""

    judged: int = 0
    kept: int = 0
    failed: list[str] = field(default_factory=list)


def ingest_arrived(runtime: Runtime, limit: int = BATCH) -> Ingested:
    """Claim up to `limit` arrived articles and take them through judgement. Nothing claimed: nothing to do."""
    now = runtime.now()
    until = lease_end(now, runtime.settings.lease_seconds)
    with runtime.database.write() as session, session.begin():
        articles = claim_articles(session, select_arrived(now), until, limit)
        watched = pick_queries(list_watches(session), relevant=False) if articles else []
    result, works = Ingested(), []
    for article in articles:
        try:
            works.append(judge_article(runtime, article, watched))
        except Exception as error:
            fail_article(runtime, article, error, result)
    if works:
        with runtime.database.write() as session, session.begin():
            place_all(runtime, session, works, result)
    return result


def judge_article(runtime: Runtime, article: Article, watched: Sequence[tuple[str, str]]) -> Work:
    """All that can be said of an article by itself. `watched`: (name, query) of the subscriptions of scope `any`."""
    item = make_item(article)
    judgement = runtime.rules.judge.judge(item)
    relevant = judgement.relevance.relevant or runtime.rules.keep_all
    if not relevant and not runtime.rules.match(watched, Document(item, judgement)):
        return Work(article, item, judgement, wanted=False)
    return Work(article, item, judgement, True, make_fingerprint(item), make_keys(item, judgement))


def place_all(runtime: Runtime, session: Session, works: list[Work], result: Ingested) -> None:
    """Complete every article of a batch, each in a savepoint of its own."""
    lock_stories(session)
    now = runtime.now()
    for work in works:
        try:
            with session.begin_nested():
                complete_work(session, work, now)
        except Exception as error:
            log.exception("article %s could not be placed", work.article.id)
            note_failure(session, work.article, error, result)
            continue
        result.judged += 1
        result.kept += work.judgement.relevance.relevant


def complete_work(session: Session, work: Work, now: datetime) -> None:
    """Write down what was decided about an article, unless another worker has it by now."""
    article, judgement = work.article, work.judgement
    values: dict[str, Any] = {
        "language": judgement.language,
        "relevant": judgement.relevance.relevant,
        "score": judgement.relevance.score,
        "evidence": pack_evidence(judgement),
        "state": "judged" if work.wanted else "done",
        "attempts": 0,
        "error": None,
    }
    if work.fingerprint is not None:
        values["shingles"] = pack_shingles(work.fingerprint.shingles)
        values["fingerprint"] = pack_fingerprint(work.fingerprint)
    if not complete_row(session, Article, article.id, article.lease_token or "", **values):
        return
    if work.fingerprint is not None and work.keys is not None:
        insert_tags(session, article.id, judgement)
        place_article(session, article, work.item, judgement, work.fingerprint, work.keys, now)


def insert_tags(session: Session, article_id: int, judgement: Judgement) -> None:
    """Rows for the topics and entities of an article."""
    topics = [
        {"article_id": article_id, "topic": topic.id, "score": topic.score, "terms": list(topic.terms)}
        for topic in judgement.topics
    ]
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
    insert_rows(session, ArticleTopic, topics)
    insert_rows(session, ArticleEntity, list(entities.values()))


def fail_article(runtime: Runtime, article: Article, error: Exception, result: Ingested) -> None:
    """Note that an article's judgement failed, in a transaction of its own."""
    log.error("article %s (%s) could not be judged: %r", article.id, article.url, error)
    with runtime.database.write() as session, session.begin():
        note_failure(session, article, error, result)


def note_failure(session: Session, article: Article, error: Exception, result: Ingested) -> None:
    """Give an article back with its error; after three attempts it is set aside as poison."""
    state = "poison" if article.attempts >= MAX_ATTEMPTS else article.state
    complete_row(session, Article, article.id, article.lease_token or "", state=state, error=repr(error)[:500])
    result.failed.append(f"article {article.id} ({article.url or article.title}): {error!r}")


def set_aside(session: Session, ids: list[int]) -> None:
    """Poison: articles whose step died three times without a word."""
    session.execute(
        update(Article)
        .where(Article.id.in_(ids))
        .values(state="poison", lease_token=None, lease_until=None, error="its step died three times; see the log")
    )
