"""What an article is about, as keys that survive other words and other languages: the same-story index.

`e:` an entity or place, `f:` a figure with its unit, `n:` its bare number, `k:` a count of something ("14 injured"),
`s:` a score, `d:` a day, `q:` a month or quarter spoken of, `c:` a concept, `p:` a proper name, `t:` another term of
the title or lead. Names and terms are folded and cut to five letters: Turkish and Italian endings go with it, and most
names agree across languages.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from worker.news.concepts import DISTURBED, PLANNED, TURNS, Mention, find_mentions
from worker.news.dates import MONTH_NUMBERS
from worker.news.figures import date_keys, find_figures
from worker.news.identity import strip_outlet
from worker.news.meaning import read_meaning
from worker.news.numerals import read_counts
from worker.news.roundup import is_roundup
from worker.news.scan import LONGEST_TITLE
from worker.news.stopwords import GENERAL_TERMS, STOP_WORDS
from worker.news.text import Token, fold, tokenize, words
from worker.news.types import Item, Judgement, StoryKeys

TERM_LETTERS = 5  # measured: 5-character prefixes reach F1 .81 en, .78 tr, .74 it without any stemmer
_LEAD_WORDS = 60  # the first sentences say what happened; background follows
_TEXT_WORDS = 120  # who and where stand lower, too
_FIGURE_CHARACTERS = 900  # figures stand lower than names, but below this they are of last year
_MOST_ENTITIES = 12
_SHORTEST_TERM = 3
_OPENING_WORDS = 35  # the first sentence or two say what it is about; who reads on may find anything
_LONGEST_MEAN = 12  # characters a word takes, its space included, in the language that takes most (Turkish, 8.6)
_MOST_CAPITALS = 0.6
_AFTER_NAMES = frozenset(",:'’")
_BEFORE = 40  # characters in which a sentence's end is looked for: quotes and blanks, never so many
_TURN_REACH = 6  # words between "called off" and the strike
_OBJECT_REACH = 2  # and between "cancelled" and the flights
_PAUSE = re.compile("[^\\w\\s'’]")
_SCORE = re.compile(r"(?<![\w.,:-])(\d{1,2})-(\d{1,2})(?![\w-])")
_QUARTER_NAMES = (
    "first quarter|ilk ceyrek|birinci ceyrek|primo trimestre",
    "second quarter|ikinci ceyrek|secondo trimestre",
    "third quarter|ucuncu ceyrek|terzo trimestre",
    "fourth quarter|last quarter|dorduncu ceyrek|son ceyrek|quarto trimestre|ultimo trimestre",
)
_QUARTERS = tuple(re.compile(rf"\b(?:{names})") for names in _QUARTER_NAMES)


class _Read(NamedTuple):
    """A title or text with its words and what they mention."""

    text: str
    tokens: Sequence[Token]
    words: Sequence[str]
    mentions: Sequence[Mention]
    named: Collection[str]
    """Beginnings of the words of known things: they are no terms."""


def make_keys(item: Item, judgement: Judgement, everywhere: Collection[str] = ()) -> StoryKeys:
    """The keys of an item, and which of them its title and opening have. `everywhere`: as in `Watch`.

    A round-up has none: it tells many stories and belongs to no one of them.
    """
    if is_roundup(item.title, item.text):
        return StoryKeys()
    language, title = judgement.language, strip_outlet(item.title[:LONGEST_TITLE], item.source)
    meaning = read_meaning(title, item.text)
    named = {word[:TERM_LETTERS] for hit in judgement.entities for word in words(hit.text)}
    head, body = (_read_text(text, language, named) for text in (title, item.text[: _TEXT_WORDS * _LONGEST_MEAN]))
    told = _subject_keys(body, _LEAD_WORDS) | _turn_keys(body, _LEAD_WORDS)
    told |= _number_keys(f"{title}\n{item.text[:_FIGURE_CHARACTERS]}", language, item.published_at)
    told |= {f"e:{entity}" for entity in _keep_first(judgement.entity_ids) if entity not in everywhere}
    told |= _name_keys(body).union(read_counts(body.words, body.mentions, language))
    told |= set(_keep_first(one.key for read in (head, body) for one in read.mentions if one.key[0] == "e"))
    titled = _zone_keys(head, told, judgement, item.published_at)
    if len(body.tokens) <= _OPENING_WORDS:
        return StoryKeys(frozenset(told | titled), frozenset(titled), frozenset(told | titled), meaning)
    opened = titled | (_zone_keys(_cut(body, _OPENING_WORDS), told, judgement, item.published_at) & told)
    return StoryKeys(frozenset(told | titled), frozenset(titled), frozenset(opened), meaning)


def _zone_keys(read: _Read, told: set[str], judgement: Judgement, published_at: datetime | None) -> set[str]:
    """The keys of a title or opening; who is named there is known from the whole item."""
    own = _subject_keys(read).union(_turn_keys(read, len(read.tokens)), _name_keys(read))
    own |= set(read_counts(read.words, read.mentions, judgement.language))
    own |= _number_keys(read.text, judgement.language, published_at)
    there = set(read.words)
    named = {f"e:{hit.entity}" for hit in judgement.entities if there.issuperset(words(hit.text))}
    return own | ((named | {one.key for one in read.mentions}) & told)


def _cut(read: _Read, most: int) -> _Read:
    """The first words of a text that has more."""
    tokens = read.tokens[:most]
    mentions = [one for one in read.mentions if one.end <= most]
    return _Read(read.text[: tokens[-1].end], tokens, read.words[:most], mentions, read.named)


def _keep_first(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))[:_MOST_ENTITIES]


def _read_text(text: str, language: str, named: Collection[str]) -> _Read:
    tokens = tokenize(text, _TEXT_WORDS)
    folded = [token.folded for token in tokens]
    mentions = find_mentions(folded, language)
    places = {folded[i][:TERM_LETTERS] for one in mentions if one.key[0] == "e" for i in range(one.start, one.end)}
    return _Read(text, tokens, folded, mentions, {*named, *places})


def _subject_keys(read: _Read, most: int | None = None) -> set[str]:
    """Concepts but for turns, periods, and the terms that no concept stands for."""
    told = {i for one in read.mentions for i in range(one.start, one.end)}
    tokens = read.words[:most]
    terms = {
        f"t:{word[:TERM_LETTERS]}"
        for i, word in enumerate(tokens)
        if i not in told
        and _is_term(word)
        and word[:TERM_LETTERS] not in read.named
        and word[:TERM_LETTERS] not in GENERAL_TERMS
    }
    concepts = {one.key for one in read.mentions if one.key[0] == "c" and (most is None or one.start < most)}
    return terms | (concepts - TURNS) | _period_keys(tokens)


def _is_term(word: str) -> bool:
    return len(word) >= _SHORTEST_TERM and not word[0].isdigit() and word not in STOP_WORDS


def _name_keys(read: _Read) -> set[str]:
    """Words with a capital inside a sentence, and those that open one as names do ("Crotone, …", "Crotone'de"); not the
    Minister. None of a text that writes most words with a capital, as English titles may."""
    text = read.text
    told = {i for one in read.mentions for i in range(one.start, one.end)}
    tokens = [token for i, token in enumerate(read.tokens) if i not in told and _is_term(token.folded)]
    capital = [token for token in tokens if text[token.start].isupper()]
    if len(capital) > _MOST_CAPITALS * len(tokens):
        return set()
    # Of "Hakan Çalhanoğlu" the last word is the name: counted twice, one person would be two signs.
    given = {one.start for one, other in pairwise(capital) if text[one.end : other.start] == " "}
    names = [one for one in capital if one.start not in given and _is_name(text, one)]
    return {f"p:{name.folded[:TERM_LETTERS]}" for name in names if name.folded[:TERM_LETTERS] not in read.named}


def _is_name(text: str, token: Token) -> bool:
    return _is_inside(text, token.start) or text[token.end : token.end + 1] in _AFTER_NAMES


def _is_inside(text: str, start: int) -> bool:
    before = text[max(0, start - _BEFORE) : start].rstrip(" \"'“‘”’«»(")
    return bool(before) and before[-1] not in ".!?:…\n"


def _turn_keys(read: _Read, most: int) -> set[str]:
    """Whether the lead calls off or puts off something planned: a strike, not some flights."""
    planned = [one.start for one in read.mentions if one.key in PLANNED]
    turns = [one for one in read.mentions if one.key in TURNS and one.start < most]
    near = [one for one in turns if any(abs(one.start - place) <= _TURN_REACH for place in planned)]
    disturbed = [one for one in read.mentions if one.key in DISTURBED] if near else []
    return {one.key for one in near if not any(_is_said_of(read, one, other) for other in disturbed)}


def _is_said_of(read: _Read, turn: Mention, thing: Mention) -> bool:
    """Whether it is this that is called off: "cancelled 800 flights", not "called off, flights resume"."""
    first, second = (turn, thing) if turn.start < thing.start else (thing, turn)
    if second.start - first.end > _OBJECT_REACH:
        return False
    return not _PAUSE.search(read.text[read.tokens[first.end - 1].end : read.tokens[second.start].start])


def _number_keys(text: str, language: str, published_at: datetime | None) -> set[str]:
    """Figures with their unit, and without: a headline says "8,1 miliardi" and leaves the dollars to the text."""
    keys = set(date_keys(text, published_at))
    for figure in find_figures(text, language):
        if len(figure.value) > 1:  # "two" and "nine" are in every text
            keys.add(f"n:{figure.value}")
        if figure.unit:
            keys.add(figure.key)
    return keys | set(_find_scores(text))


def _find_scores(text: str) -> Iterator[str]:
    """`s:2-1`, however a report puts it: each side counts from its own."""
    for match in _SCORE.finditer(fold(text)):
        one, other = sorted((int(match[1]), int(match[2])), reverse=True)
        yield f"s:{one}-{other}"


def _period_keys(tokens: Sequence[str]) -> set[str]:
    """`q:4` for "in April", `q:q1` for "first quarter"; a month beside a day is a date."""
    months = {
        f"q:{MONTH_NUMBERS[word]}"
        for before, word, after in zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False)
        if word in MONTH_NUMBERS and not before[:1].isdigit() and not _is_day(after) and word != "may"
    }
    text = " ".join(tokens)
    quarters = {i for i, form in enumerate(_QUARTERS, start=1) if form.search(text)}
    quarters |= {i for i in range(1, 5) if {f"q:{3 * i - 2}", f"q:{3 * i}"} <= months}  # "January to March"
    return {f"q:q{i}" for i in quarters} or months


def _is_day(word: str) -> bool:
    return word.isdigit() and len(word) <= 2
