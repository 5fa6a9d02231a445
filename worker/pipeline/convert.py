"""Rows into the values that news decides on, and back."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from pydantic import TypeAdapter

from db.models import Article
from db.outbox_models import Match
from worker.news.asides import strip_item
from worker.news.fingerprint import unpack_shingles
from worker.news.message import Message
from worker.news.reasons import Ground
from worker.news.types import (
    UNKNOWN_LANGUAGE,
    Candidate,
    EntityHit,
    Evidence,
    Fingerprint,
    Item,
    Judgement,
    QueryMatch,
    Relevance,
    Snippet,
    StoryKeys,
    TopicScore,
)

MESSAGE: TypeAdapter[Message] = TypeAdapter(Message)
# More mentions than this say nothing more about an article, and rows stay small.
MOST_HITS = 100
_EVIDENCE = [one.name for one in fields(Evidence)]  # dataclasses.asdict would copy each value, five times as long


def make_item(article: Article) -> Item:
    """What is judged of an article."""
    return Item(
        title=article.title,
        summary=article.summary,
        content=article.content,
        language=article.declared_language,
        source=article.source,
        url=article.url,
        published_at=article.published_at,
        furniture=tuple(article.furniture or ()),
        **unpack_bearing(article.bearing),
    )


def make_bare(article: Article) -> tuple[Item, Judgement]:
    """What of an article is compared with others, and who is named in it."""
    item, judgement = strip_item(make_item(article), restore_judgement(article))
    return know_by_page(article, item), judgement


def know_by_page(article: Article, item: Item) -> Item:
    """An item at the address of its article's page, whatever led there."""
    return replace(item, url=article.canonical_url) if article.canonical_url else item


def pack_bearing(prior: float, about: Iterable[str]) -> dict[str, Any] | None:
    """What a feed says of its items, for `bearing`; None when it says nothing."""
    sides = list(about)
    return {"prior": prior, "about": sides} if prior or sides else None


def unpack_bearing(bearing: dict[str, Any] | None) -> dict[str, Any]:
    """The same as `Item` takes it."""
    said = bearing or {}
    return {"prior": said.get("prior", 0.0), "about": tuple(said.get("about", ()))}


def name_article(article: Any) -> str:
    """How a reader knows an article: `seed:003`, an id of a replay, or its title and outlet."""
    if article.name:
        return str(article.name)
    outlet = f" ({article.source})" if article.source else ""
    return f"“{article.title}”{outlet}"


def make_candidate(article: Any) -> Candidate:
    """An older article (a row of db/candidates.py). Its index hashes are in SQL and not needed again."""
    packed = article.fingerprint or {}
    return Candidate(
        article_id=article.id,
        fingerprint=Fingerprint(
            shingles=unpack_shingles(article.shingles or b""),
            index=(),
            content_hash=article.content_hash,
            tokens=packed.get("tokens", 0),
            figures=frozenset(packed.get("figures", ())),
            lead=frozenset(packed.get("lead", ())),
            named=frozenset(packed.get("lead", ())[: packed.get("named", 0)]),
        ),
        label=name_article(article),
        story_id=article.story_id,
        dated_at=None if article.seed else article.dated_at,
        language=article.language or UNKNOWN_LANGUAGE,
        url=article.canonical_url,
        keys=unpack_keys(packed, article.meaning or b""),
    )


def pack_fingerprint(fingerprint: Fingerprint, keys: StoryKeys) -> dict[str, Any]:
    """What is kept of a fingerprint beside its shingles, and the same-story keys: all that comparing needs. Of the keys
    those of the title are first, then those of the opening, and of the lead its names; how many these are is kept,
    too."""
    named = fingerprint.lead & fingerprint.named
    zones = (keys.title, keys.opening - keys.title, keys.keys - keys.opening)
    return {
        "tokens": fingerprint.tokens,
        "figures": sorted(fingerprint.figures),
        "lead": [*sorted(named), *sorted(fingerprint.lead - named)],
        "named": len(named),
        "keys": [key for zone in zones for key in sorted(zone)],
        "zones": [len(keys.title), len(keys.opening)],
    }


def unpack_keys(packed: dict[str, Any], meaning: bytes) -> StoryKeys:
    """The same-story keys. Those kept before there were zones are taken for a text without a title."""
    keys, (titled, opened) = packed.get("keys", ()), packed.get("zones", (0, 0))
    return StoryKeys(frozenset(keys), frozenset(keys[:titled]), frozenset(keys[:opened]), meaning)


def pack_evidence(judgement: Judgement) -> dict[str, Any]:
    """Why an article was kept or left out, for `explain`."""
    relevance = judgement.relevance
    return {
        "reason": relevance.reason,
        "ground": relevance.ground.pack() if relevance.ground else None,
        "evidence": [{name: getattr(one, name) for name in _EVIDENCE} for one in relevance.evidence],
        "hits": [list(hit) for hit in judgement.entities[:MOST_HITS]],
        "topics": [[topic.id, topic.score, topic.terms] for topic in judgement.topics],
    }


def restore_judgement(article: Article) -> Judgement:
    """The judgement of an article from its rows."""
    packed = article.evidence or {}
    evidence = tuple(Evidence(**one) for one in packed.get("evidence", ()))
    reason, ground = packed.get("reason", ""), packed.get("ground")
    relevance = Relevance(
        bool(article.relevant), article.score or 0.0, evidence, reason, Ground.unpack(ground) if ground else None
    )
    entities = tuple(EntityHit(*hit) for hit in packed.get("hits", ()))
    topics = tuple(TopicScore(name, score, tuple(terms)) for name, score, terms in packed.get("topics", ()))
    return Judgement(article.language or UNKNOWN_LANGUAGE, relevance, entities, topics)


def pack_message(message: Message) -> dict[str, Any]:
    """A message as JSON, for the outbox."""
    packed: dict[str, Any] = MESSAGE.dump_python(message, mode="json")
    return packed


def unpack_message(payload: dict[str, Any]) -> Message:
    """A message from the outbox."""
    return MESSAGE.validate_python(payload)


def pack_snippet(snippet: Snippet) -> dict[str, Any]:
    """A snippet as JSON."""
    return {"text": snippet.text, "marks": [list(mark) for mark in snippet.marks]}


def unpack_match(match: Match) -> QueryMatch:
    """What matched, from its row."""
    marks = tuple((start, end) for start, end in match.snippet.get("marks", ()))
    return QueryMatch(match.rule, Snippet(match.snippet.get("text", ""), marks))
