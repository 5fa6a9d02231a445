"""What becomes of an article elsewhere, and which relation is right for it."""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.dedup.texts import Desk, Text, list_phrases, write_title
from worker.news.types import RelationKind

Change = Callable[[Text, Desk], Text]


class Edit(NamedTuple):
    """One kind of change, the relations that are right for it, and the recall the project promises."""

    name: str
    change: Change
    right: frozenset[RelationKind]
    goal: float | None = None


def with_sentences(text: Text, sentences: Sequence[str], title: str | None = None) -> Text:
    return Text(text.language, title or write_title(sentences[0]), tuple(sentences))


def change_words(share: float, first: int | None = None) -> Change:
    """Other words for a share of the words: half are replaced, a quarter dropped, before a quarter one is put in."""

    def change(text: Text, desk: Desk) -> Text:
        kept = text.sentences[:first]
        return with_sentences(text, [edit_sentence(one, share, desk.words, desk.chance) for one in kept])

    return change


def edit_sentence(sentence: str, share: float, pool: Sequence[str], chance: random.Random) -> str:
    words: list[str] = []
    for word in sentence.removesuffix(".").split():
        way = chance.random() if chance.random() < share else 1.0
        words += [chance.choice(pool)] if way < 0.5 else [] if way < 0.75 else [word]
        words += [chance.choice(pool)] if 0.75 <= way < 1.0 else []
    return " ".join(words or [sentence]) + "."


def dress_anew(text: Text, desk: Desk) -> Text:
    """Another outlet's clothes: agency line, footer, a headline of its own, blanks and quotes of another kind."""
    phrases = list_phrases(text.language)
    body = [f"{desk.chance.choice(phrases['credit'])} {text.sentences[0]}", *text.sentences[1:]]
    body = [one.replace("“", '"').replace("”", '"').replace("'", "’") for one in body]
    return with_sentences(text, [*body, desk.chance.choice(phrases["footer"])], write_title(desk.write_sentence()))


def add_more(share: float, *, ahead: int = 0) -> Change:
    """New sentences, some before the rest: an update has its news on top."""

    def change(text: Text, desk: Desk) -> Text:
        more = desk.write_sentences(max(2, round(len(text.sentences) * share)))
        return with_sentences(text, [*more[:ahead], *text.sentences, *more[ahead:]])

    return change


def quote_passage(text: Text, desk: Desk) -> Text:
    """A quarter of the article as a quotation in a longer one of its own."""
    count = max(1, len(text.sentences) // 4)
    own = desk.write_sentences(3 * count + 5)
    return with_sentences(text, [*own[:4], *text.sentences[:count], *own[4:]])


def cut(first: int | None, last: int | None = None) -> Change:
    return lambda text, _desk: with_sentences(text, text.sentences[first:last])


COPY = frozenset({RelationKind.DUPLICATE, RelationKind.NEAR_DUPLICATE})
NEAR, CUT = frozenset({RelationKind.NEAR_DUPLICATE}), frozenset({RelationKind.EXCERPT})
MORE, APART = frozenset({RelationKind.UPDATE}), frozenset({RelationKind.NEW, RelationKind.OVERLAP})
EDITS = (
    Edit("copy", lambda text, _desk: text, frozenset({RelationKind.DUPLICATE}), 0.99),
    Edit("agency line, footer, headline", dress_anew, COPY, 0.99),
    Edit("other order", lambda text, _: with_sentences(text, text.sentences[2:] + text.sentences[:2]), COPY, 0.99),
    Edit("2 % of the words", change_words(0.02), COPY, 0.99),
    Edit("10 % of the words", change_words(0.10), NEAR, 0.99),
    Edit("15 % of the words", change_words(0.15), NEAR, 0.99),
    Edit("update, a third more", add_more(0.34, ahead=1), MORE, 0.98),
    Edit("expansion, twice as long", add_more(1.0, ahead=1), MORE, 0.98),
    Edit("excerpt, second half", lambda text, d: cut(len(text.sentences) // 2)(text, d), CUT, 0.98),
    Edit("lead, 3 sentences", cut(0, 3), CUT, 0.98),
    Edit("lead, 1 sentence", cut(0, 1), CUT, 0.98),
    Edit("lead, 3 sentences, 10 % edited", change_words(0.10, 3), CUT, 0.95),
    Edit("lead, 2 sentences, 10 % edited", change_words(0.10, 2), CUT, 0.95),
)
QUOTATION = Edit("long quotation", quote_passage, frozenset({RelationKind.OVERLAP}))
