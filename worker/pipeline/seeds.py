"""The seed corpus: what Galata has read before its first day, in SQL.

A card (TOML) holds a document's fingerprint and facts, with a title and summary in our own words; the document itself
is an agency's text and is not kept. Plain documents (.txt, .md) of a user's own folder are read in full.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Article
from db.stories import lock_stories
from worker.errors import UsageError
from worker.news.fingerprint import make_fingerprint
from worker.news.identity import hash_content
from worker.news.plain import PlainDocument, parse_plain
from worker.news.story import make_keys
from worker.news.types import EntityHit, Fingerprint, Item, Judgement, TopicScore
from worker.pipeline.cards import Card, read_card
from worker.pipeline.convert import pack_evidence
from worker.pipeline.ingest import insert_tags
from worker.pipeline.place import Subject, place_article
from worker.pipeline.resettle import forget_article
from worker.pipeline.runtime import Runtime

SUFFIXES = (".toml", ".txt", ".md")


@dataclass(frozen=True)
class Seed:
    """A document of the corpus, ready for SQL."""

    name: str
    item: Item
    judgement: Judgement
    fingerprint: Fingerprint
    dated: date | None


def load_seeds(runtime: Runtime, folder: Path) -> int:
    """Load the cards and documents of a folder; what is there unchanged is left alone. How many were added."""
    now, everywhere = runtime.now(), runtime.rules.watch.everywhere
    seeds = sorted(
        (read_seed(runtime, path) for path in list_files(folder)), key=lambda seed: (str(seed.dated or "0"), seed.name)
    )
    with runtime.database.write() as session, session.begin():
        lock_stories(session)
        return sum(store_seed(session, seed, everywhere, now) for seed in seeds)


def list_files(folder: Path) -> list[Path]:
    """The cards and documents of a folder, by name. UsageError when there is no such folder."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: not a folder; name one with .toml cards or .txt and .md documents")
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.stem.upper() != "README")


def read_seed(runtime: Runtime, path: Path) -> Seed:
    """A card or a document."""
    if path.suffix == ".toml":
        return make_from_card(runtime, read_card(path))
    return make_from_document(runtime, path.stem.split("_")[0], parse_plain(read_text(path)))


def read_text(path: Path) -> str:
    """A document's text. UsageError when it cannot be read as UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as UTF-8 text ({error}); save it as UTF-8") from error


def make_from_document(runtime: Runtime, name: str, document: PlainDocument) -> Seed:
    """A seed from a document in full."""
    judgement = runtime.rules.judge.judge(document.item)
    return Seed(name, document.item, judgement, make_fingerprint(document.item), document.dated)


def make_from_card(runtime: Runtime, card: Card) -> Seed:
    """A seed from a card: its facts are the card's, its language side is judged from the words we wrote."""
    at = datetime(card.date.year, card.date.month, card.date.day, tzinfo=UTC) if card.date else None
    item = Item(title=card.title, summary=card.summary, language=card.language, source=card.outlet, published_at=at)
    judged = runtime.rules.judge.judge(item)
    entities = tuple(EntityHit(one, 0, 0, one, "text", "seed card") for one in card.entities)
    topics = tuple(TopicScore(one, 1.0, ("seed card",)) for one in card.topics)
    judgement = Judgement(card.language, judged.relevance, entities, topics)
    return Seed(card.name, item, judgement, card.fingerprint, card.date)


def store_seed(session: Session, seed: Seed, everywhere: Collection[str], now: datetime) -> bool:
    """Insert a seed, or bring a changed one up to date. Whether it is new. `everywhere`: as in `Watch`."""
    name = f"seed:{seed.name}"
    row = session.scalar(select(Article).where(Article.name == name))
    if row is not None and is_known(row, seed):
        return False
    is_new = row is None
    if row is None:
        row = Article(name=name, seed=True, identity=name, first_seen_at=now)
    else:
        forget_article(session, row.id)
    write_seed(row, seed)
    session.add(row)
    session.flush()
    insert_tags(session, [(row.id, seed.judgement)])
    keys = make_keys(seed.item, seed.judgement, everywhere)
    placed = place_article(session, Subject(row, seed.item, seed.judgement, seed.fingerprint, keys), now)
    for column, value in placed.values.items():
        setattr(row, column, value)
    return is_new


def is_known(row: Article, seed: Seed) -> bool:
    """Whether a seed is here as it is now, and was read by the encoder (not by a version that had none)."""
    same = row.content_hash == seed.fingerprint.content_hash and row.title == seed.item.title
    return same and row.meaning is not None


def write_seed(row: Article, seed: Seed) -> None:
    """A seed's columns."""
    at = seed.item.published_at
    row.title, row.summary, row.content, row.source = (
        seed.item.title,
        seed.item.summary,
        seed.item.content,
        seed.item.source,
    )
    row.content_hash = seed.fingerprint.content_hash or hash_content(seed.item.title, seed.item.text)
    row.language = row.declared_language = seed.judgement.language
    row.published_at = row.dated_at = at
    row.first_seen_at = at or row.first_seen_at
    row.state, row.relevant, row.score = "done", True, seed.judgement.relevance.score
    row.evidence = pack_evidence(seed.judgement)


def list_seeds(session: Session) -> Sequence[Article]:
    """The corpus, by name."""
    return session.scalars(select(Article).where(Article.seed).order_by(Article.name)).all()
