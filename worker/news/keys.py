"""What an article is about, as keys that survive other words and other languages: the same-story index.

`e:` an entity, `f:` a figure with its unit, `n:` its bare number, `d:` a day, `q:` a month or quarter spoken of, `c:` a
concept, `p:` a proper name, `t:` a term of the title or lead. Names and terms are folded and cut to five letters:
Turkish and Italian endings go with it, and most names agree across languages.
"""

import re
from collections.abc import Collection

from worker.news.concepts import PLANNED, TURNS, find_concepts
from worker.news.dates import MONTH_NUMBERS
from worker.news.figures import date_keys, find_figures
from worker.news.identity import strip_outlet
from worker.news.roundup import is_roundup
from worker.news.scan import LONGEST_TITLE
from worker.news.stopwords import STOP_WORDS
from worker.news.text import tokenize, words
from worker.news.types import Item, Judgement, StoryKeys

TERM_LETTERS = 5  # measured: 5-character prefixes reach F1 .81 en, .78 tr, .74 it without any stemmer
_LEAD_WORDS = 45  # the first two sentences say what happened; background follows
_FIGURE_CHARACTERS = 900  # figures stand lower than names, but below this they are of last year
_MOST_ENTITIES = 12
_SHORTEST_TERM = 3
_LEAD_WEIGHT = 0.6
_LONGEST_MEAN = 12  # characters a word takes, its space included, in the language that takes most (Turkish, 8.6)
_MOST_CAPITALS = 0.6
_AFTER_NAMES = frozenset(",:'’")
_BEFORE = 40  # characters in which a sentence's end is looked for: quotes and blanks, never so many
_TURN_REACH = 6  # words between "called off" and the strike
_QUARTER_NAMES = (
    "first quarter|ilk ceyrek|birinci ceyrek|primo trimestre",
    "second quarter|ikinci ceyrek|secondo trimestre",
    "third quarter|ucuncu ceyrek|terzo trimestre",
    "fourth quarter|last quarter|dorduncu ceyrek|son ceyrek|quarto trimestre|ultimo trimestre",
)
_QUARTERS = tuple(re.compile(rf"\b(?:{names})") for names in _QUARTER_NAMES)


def make_keys(item: Item, judgement: Judgement, everywhere: Collection[str] = ()) -> StoryKeys:
    """The keys of an item with their weight (1 in the title, less in the lead). `everywhere`: as in `Watch`.

    A round-up has none: it tells many stories and belongs to no one of them.
    """
    if is_roundup(item.title, item.text):
        return StoryKeys(frozenset())
    language, title = judgement.language, strip_outlet(item.title[:LONGEST_TITLE], item.source)
    lead = cut_words(item.text, _LEAD_WORDS)
    named = {word[:TERM_LETTERS] for hit in judgement.entities for word in words(hit.text)}
    weights = dict.fromkeys(_subject_keys(lead, language, named) - TURNS, _LEAD_WEIGHT)
    weights |= dict.fromkeys(_turn_keys(words(lead), language), _LEAD_WEIGHT)
    weights |= dict.fromkeys(_subject_keys(title, language, named), 1.0)
    weights |= dict.fromkeys(_name_keys(title, named) | _name_keys(lead, named), 1.0)
    weights |= dict.fromkeys(_number_keys(item, language), 1.0)
    entities = [entity for entity in judgement.entity_ids if entity not in everywhere]
    weights |= {f"e:{entity}": 1.0 for entity in entities[:_MOST_ENTITIES]}
    return StoryKeys(frozenset(weights), weights)


def cut_words(text: str, count: int) -> str:
    """The first `count` words of a text, as written."""
    tokens = tokenize(text[: count * _LONGEST_MEAN])
    return text[: tokens[count - 1].end] if len(tokens) > count else text[: count * _LONGEST_MEAN]


def _subject_keys(text: str, language: str, named: set[str]) -> set[str]:
    tokens = words(text)
    terms = {f"t:{word[:TERM_LETTERS]}" for word in tokens if _is_term(word) and word[:TERM_LETTERS] not in named}
    return terms | find_concepts(tokens, language) | _period_keys(tokens)


def _is_term(word: str) -> bool:
    return len(word) >= _SHORTEST_TERM and not word[0].isdigit() and word not in STOP_WORDS


def _name_keys(text: str, named: set[str]) -> set[str]:
    """Words with a capital inside a sentence, and those that open one as names do ("Crotone, …", "Crotone'de"). None
    of a text that writes most words with a capital, as English titles may."""
    tokens = [token for token in tokenize(text) if _is_term(token.folded)]
    capital = [token for token in tokens if text[token.start].isupper()]
    inside = [token for token in capital if _is_inside(text, token.start)]
    if len(inside) > _MOST_CAPITALS * len(tokens):
        return set()
    names = inside + [token for token in capital if text[token.end : token.end + 1] in _AFTER_NAMES]
    return {f"p:{name.folded[:TERM_LETTERS]}" for name in names if name.folded[:TERM_LETTERS] not in named}


def _is_inside(text: str, start: int) -> bool:
    before = text[max(0, start - _BEFORE) : start].rstrip(" \"'“”‘’«»(")
    return bool(before) and before[-1] not in ".!?:…\n"


def _turn_keys(tokens: list[str], language: str) -> set[str]:
    """Whether the lead calls off or puts off something planned: a strike, not some flights."""
    found: set[str] = set()
    for i in range(len(tokens)):
        turns = find_concepts(tokens[i : i + 2], language) & TURNS
        if turns and find_concepts(tokens[max(0, i - _TURN_REACH) : i + _TURN_REACH], language) & PLANNED:
            found |= turns
    return found


def _number_keys(item: Item, language: str) -> set[str]:
    """Figures with their unit, and without: a headline says "8,1 miliardi" and leaves the dollars to the text."""
    text = f"{item.title[:LONGEST_TITLE]}\n{item.text[:_FIGURE_CHARACTERS]}"
    keys = set(date_keys(text, item.published_at))
    for figure in find_figures(text, language):
        if len(figure.value) > 1:  # "two" and "nine" are in every text
            keys.add(f"n:{figure.value}")
        if figure.unit:
            keys.add(figure.key)
    return keys


def _period_keys(tokens: list[str]) -> set[str]:
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
