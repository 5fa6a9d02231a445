"""Seed cards: a document's fingerprint and facts as TOML, without its sentences."""

import base64
import binascii
import json
import textwrap
import tomllib
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from worker.errors import UsageError
from worker.news.fingerprint import make_fingerprint, pack_shingles, unpack_shingles
from worker.news.plain import PlainDocument
from worker.news.types import Fingerprint, Judgement

Day = date  # inside Card the name means its field
HEAD = """\
# A seed card: what Galata has read before its first day. The document is its outlet's and is not kept; the fingerprint
# (hashes of every three words) is enough to recognise each copy, excerpt and update of it. Title and summary are ours.
# Made by `galata seeds add`.
"""


class Card(BaseModel):
    """A card as it stands in a file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    title: str
    summary: str = ""
    date: Day | None = None
    outlet: str | None = None
    language: str
    topics: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    tokens: int
    content_hash: str
    shingles: str

    @property
    def fingerprint(self) -> Fingerprint:
        """The document's wording. ValueError when the file was damaged."""
        from_file = unpack_shingles(base64.b64decode(self.shingles, validate=False))
        return Fingerprint(
            shingles=from_file,
            index=tuple(sorted(from_file)),  # seeds are few: every shingle is indexed, and no winnowing can miss them
            content_hash=self.content_hash,
            tokens=self.tokens,
            figures=frozenset(self.figures),
            lead=frozenset(self.lead),
        )


def read_card(path: Path) -> Card:
    """A card from its file. UsageError, one line, when it is not one."""
    try:
        card = Card.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        if not card.fingerprint.shingles:
            raise ValueError("its fingerprint is empty")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, binascii.Error, ValueError) as error:
        why = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise UsageError(f"{path}: not a seed card ({why}); make it again with `galata seeds add`") from error
    return card


def make_card(
    name: str, document: PlainDocument, judgement: Judgement, title: str, summary: str, outlet: str | None
) -> Card:
    """A card from a document: its facts and its fingerprint, with words of our own."""
    fingerprint = make_fingerprint(document.item)
    packed = base64.b64encode(pack_shingles(fingerprint.shingles)).decode("ascii")
    return Card(
        name=name,
        title=title,
        summary=summary,
        date=document.dated,
        outlet=outlet,
        language=judgement.language,
        topics=tuple(topic.id for topic in judgement.topics),
        entities=judgement.entity_ids,
        figures=tuple(sorted(fingerprint.figures)),
        lead=tuple(sorted(fingerprint.lead)),
        tokens=fingerprint.tokens,
        content_hash=fingerprint.content_hash,
        shingles=packed,
    )


def format_card(card: Card) -> str:
    """A card as the text of its file."""
    lines = [HEAD]
    for key, value in card.model_dump(exclude={"shingles"}).items():
        if value is not None and value != "":
            shown = value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
            lines.append(f"{key} = {shown}\n")
    wrapped = "\n".join(textwrap.wrap(card.shingles, 116))
    return "".join([*lines, f'shingles = """\n{wrapped}\n"""\n'])
