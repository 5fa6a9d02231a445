"""Seed cards from documents: read, judged, given a title of our own, and written where no other seed has the name."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from config.files import data_path
from config.settings import Settings
from worker.errors import UsageError
from worker.net.file import write_whole
from worker.news.plain import PlainDocument, parse_plain
from worker.news.types import Judgement
from worker.pipeline.cards import Card, format_card, make_card, read_card
from worker.pipeline.rules import Rules
from worker.pipeline.seeds import list_files, read_text

# A title of ours names who and what, as a headline does: more would be a list.
MOST_NAMED, MOST_TOPICS = 3, 2
# What a card's title says anyway: both countries are in every seed.
UNTELLING = ("country", "place")
# Up to twelve words are a headline, which says the same every week (worker/news/relation.py, _HEADLINE_TOKENS).
LEAST_WORDS = 13
# A name becomes a file's, and an argument: seed:003.
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True)
class CardOptions:
    """What the person who makes a card says of it; None is worked out."""

    name: str | None = None
    title: str | None = None
    summary: str = ""
    outlet: str | None = None
    language: str | None = None
    dated: date | None = None


def draw_card(rules: Rules, path: Path, options: CardOptions) -> Card:
    """A card of the document in a file. UsageError when it cannot be read or says nothing."""
    document = parse_plain(read_text(path))
    if options.dated:
        document = replace(document, dated=options.dated)
    judgement = rules.judge.judge(replace(document.item, language=options.language))
    if options.language:
        judgement = replace(judgement, language=options.language)
    title = options.title or make_title(rules, document, judgement)
    name = options.name or name_seed(path)
    if not NAME.fullmatch(name):
        raise UsageError(f"{path}: {name!r} cannot be a seed's name; choose letters, digits and hyphens with --name")
    card = make_card(name, document, judgement, title, options.summary, options.outlet)
    if card.tokens < LEAST_WORDS:
        raise UsageError(
            f"{path}: has {card.tokens} words, too few to be recognised by; name a file with a whole article"
        )
    return card


def name_seed(path: Path) -> str:
    """What a file's seed is called: all before its first underscore."""
    return path.stem.split("_")[0]


def make_title(rules: Rules, document: PlainDocument, judgement: Judgement) -> str:
    """`Erdoğan, Meloni, Leonardo: diplomacy, defence (29 Apr 2025)`: words of ours, since the document's are not."""
    named = ", ".join(pick_named(rules, judgement))
    topics = ", ".join(rules.name_topic(one.id) for one in judgement.topics[:MOST_TOPICS])
    dated = f" ({document.dated.day} {document.dated:%b %Y})" if document.dated else ""
    return (": ".join(part for part in (named, topics) if part) or "A document") + dated


def pick_named(rules: Rules, judgement: Judgement) -> list[str]:
    """The things named most often, countries and places left out unless there is nothing else."""
    kinds = {entity.id: entity.type for entity in rules.entities}
    counts = Counter(hit.entity for hit in judgement.entities if hit.certainty >= 0.5)
    ordered = [one for one, _ in counts.most_common()]
    telling = [one for one in ordered if kinds.get(one) not in UNTELLING]
    return [rules.name_entity(one) for one in (telling or ordered)[:MOST_NAMED]]


def find_folder(settings: Settings, to: Path | None) -> Path:
    """Where cards go: `to`, else the folder `seeds` of the configuration."""
    return to or settings.config_dir / "seeds"


def save_card(settings: Settings, card: Card, folder: Path, *, force: bool = False) -> Path:
    """Write a card. UsageError when another seed has its name, or another document lies under its file's name."""
    path = folder / f"{card.name}.toml"
    for other in list_named(settings, card.name, folder):
        if other.resolve() != path.resolve():
            raise UsageError(f"{other} is called seed:{card.name} already; choose another --name")
    if path.exists() and not force and read_card(path).content_hash != card.content_hash:
        raise UsageError(f"{path}: is the card of another document; choose another --name, or replace it with --force")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, format_card(card).encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); name another folder with --to") from error
    return path


def list_named(settings: Settings, name: str, folder: Path) -> list[Path]:
    """The seeds of a name in the folders that are loaded, and in `folder`."""
    folders = dict.fromkeys([data_path("seeds"), settings.config_dir / "seeds", folder])
    files = [path for one in folders if one.is_dir() for path in list_files(one)]
    return [path for path in files if name_of(path) == name]


def name_of(path: Path) -> str:
    """What the seed in a file is called."""
    return read_card(path).name if path.suffix == ".toml" else name_seed(path)
