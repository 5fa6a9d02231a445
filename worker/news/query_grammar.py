"""The written form of queries: grammar, words and fields. What it means is in query_terms and query_tree.

leonardo baykar        both                      (drone OR İHA) -dicaprio    alternatives, exclusion
"joint venture"        phrase                    leonardo NEAR/8 baykar      within eight words
savunma*               begins with, ≥ 4 letters  =TAI                        exactly this case
title: summary: source: lang: country: topic: entity:   score>=0.7
"""

import re
from typing import Any, NamedTuple, cast

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, VisitError

from worker.news.document import PREFIX_LETTERS, ZoneName
from worker.news.query_terms import (
    Country,
    Exact,
    Language,
    Named,
    Node,
    Pattern,
    Plain,
    Positional,
    Prefix,
    Score,
    Topic,
    Words,
)
from worker.news.query_tree import All, Either, Near, Not, is_positional
from worker.news.text import fold, tokenize

# Beyond a hundred words "near" says no more than "in the same article".
_FURTHEST = 100
_ZONES: tuple[ZoneName, ...] = ("title", "summary", "source")
FIELDS = (*_ZONES, "lang", "country", "topic", "entity")

_PARSER = Lark(
    r"""
    start: either
    ?either: all ("OR" all)*
    ?all: unary ("AND"? unary)*
    ?unary: near | (MINUS | NOT) near -> exclusion
    ?near: atom (NEAR atom)*
    ?atom: value | FIELD value -> restriction | SCORE -> score
    ?value: (WORD | STRING) -> words | "=" (WORD | STRING) -> exact | "(" either ")" -> group
    NOT: "NOT"
    NEAR.2: /NEAR\/\d+(?=[\s(])/
    FIELD.2: /\w+:/
    SCORE.3: /score\s*[<>]?=?\s*\d+(?:[.,]\d+)?(?=[\s()]|$)/i
    STRING: /"[^"]*"/
    MINUS: /[-–—−](?=\S)/
    WORD: /[^\s()":*=<>–—−-][^\s()":]*/
    %ignore /\s+/
    """,
    parser="lalr",
    lexer="contextual",
)
_CURLY = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_STRAY = {
    '"': 'a quotation mark is not closed; add the second "',
    "*": "the wildcard * stands at the end of a word: drone*",
    ":": 'a colon follows the name of a field; put quotes around a text with a colon: "10:30"',
    "-": "a minus stands right before what it excludes, without a space: -dicaprio",
    "<": "only score is compared, as in score>=0.7; put quotes around other text with < or >",
}
_STRAY |= dict.fromkeys("–—−", _STRAY["-"]) | {">": _STRAY["<"]}


class MistakeError(Exception):
    """What is wrong with a query, and at which column (from 1)."""

    def __init__(self, column: int, why: str) -> None:
        super().__init__(why)
        self.column, self.why = column, why


class _Piece(NamedTuple):
    """A node and where it stands in the query."""

    node: Node
    start: int
    end: int


def read_tree(text: str) -> Node:
    """The tree of a query that is not empty. Raises MistakeError."""
    # One character for one, so that columns stay.
    plain = re.sub(r"\s", " ", text.translate(_CURLY))
    try:
        tree = _PARSER.parse(plain)
        return cast(_Piece, _Reader(plain).transform(tree)).node
    except VisitError as error:
        raise error.orig_exc from None
    except UnexpectedInput as error:
        raise _read_mistake(error, plain) from None


def _read_mistake(error: UnexpectedInput, text: str) -> MistakeError:
    if isinstance(error, UnexpectedCharacters):
        at = error.pos_in_stream or 0
        return MistakeError(at + 1, _STRAY.get(text[at], f"{text[at]!r} is not expected here; put quotes around it"))
    token = cast(Token, getattr(error, "token"))  # noqa: B009 - only some of lark's errors carry it
    if token.type == "$END":
        return MistakeError(len(text) + 1, "the query ends where a word, a phrase or a field is expected")
    return MistakeError(
        (token.start_pos or 0) + 1, f"{str(token)!r} is not expected here; a word, a phrase or a field is"
    )


class _Reader(Transformer[Token, Any]):
    """From what lark parsed to our nodes, bottom up."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def start(self, children: list[_Piece]) -> _Piece:
        return children[0]

    def group(self, children: list[_Piece]) -> _Piece:
        """With its brackets, so that what is shown of it is what was written."""
        piece = children[0]
        return _Piece(piece.node, self._text.rindex("(", 0, piece.start), self._text.index(")", piece.end) + 1)

    def either(self, children: list[_Piece]) -> _Piece:
        return _Piece(Either(tuple(child.node for child in children)), children[0].start, children[-1].end)

    def all(self, children: list[_Piece]) -> _Piece:
        return _Piece(All(tuple(child.node for child in children)), children[0].start, children[-1].end)

    def exclusion(self, children: list[Any]) -> _Piece:
        sign, piece = children
        return _Piece(Not(self._text[sign.start_pos : piece.end], piece.node), sign.start_pos, piece.end)

    def near(self, children: list[Any]) -> _Piece:
        pieces: list[_Piece] = children[::2]
        distances = tuple(_read_distance(token) for token in children[1::2])
        parts = []
        for piece in pieces:
            if not is_positional(piece.node):
                raise MistakeError(piece.start + 1, "NEAR joins words, phrases and entity: only")
            parts.append(piece.node)
        start, end = pieces[0].start, pieces[-1].end
        return _Piece(Near(self._text[start:end], tuple(parts), distances), start, end)

    def words(self, children: list[Token]) -> _Piece:
        token = children[0]
        start = token.start_pos or 0
        return _Piece(read_words(str(token), start + 1), start, start + len(token))

    def exact(self, children: list[Token]) -> _Piece:
        token = children[0]
        start = token.start_pos or 0
        shown = self._text[self._text.rindex("=", 0, start) : start + len(token)]
        return _Piece(_read_exact(shown, str(token), start + 1), start - 1, start + len(token))

    def score(self, children: list[Token]) -> _Piece:
        start = children[0].start_pos or 0
        return _Piece(_read_score(str(children[0]), start + 1), start, start + len(children[0]))

    def restriction(self, children: list[Any]) -> _Piece:
        token, piece = children
        field, start = fold(token[:-1]), token.start_pos
        if field not in FIELDS:
            raise MistakeError(start + 1, _tell_fields(field))
        return _Piece(_restrict_node(piece.node, field, piece.start + 1), start, piece.end)


def _tell_fields(field: str) -> str:
    if field == "score":
        return "a score is compared: write score>=0.7"
    known = ", ".join(f"{name}:" for name in FIELDS)
    return f"there is no field {field}:; use {known} or put quotes around text with a colon"


def _read_distance(token: Token) -> int:
    distance = int(token.rpartition("/")[2])
    if not 1 <= distance <= _FURTHEST:
        raise MistakeError(
            (token.start_pos or 0) + 1, f"NEAR/{distance} is out of range; use NEAR/1 to NEAR/{_FURTHEST}"
        )
    return distance


# --- Words ------------------------------------------------------------------------------------------------------------
def read_words(shown: str, column: int) -> Words:
    """A word or a phrase as written. Raises MistakeError."""
    quoted = shown.startswith('"')
    if not quoted:
        _refuse_lookalikes(shown, column)
    patterns = [pattern for piece in shown.strip('"').split() for pattern in _read_patterns(piece, column)]
    if not patterns:
        raise MistakeError(column, f"{shown} has no letter and no digit to look for; leave it out")
    return Words(shown, tuple(patterns))


def _refuse_lookalikes(shown: str, column: int) -> None:
    """What would silently be taken for a word: an operator not in capitals, NEAR without its number, a comparison."""
    if shown in ("OR", "AND", "NOT"):
        raise MistakeError(column, f"{shown} is not expected here; it joins words, as in a OR b, a NOT b")
    if shown.upper() in ("OR", "AND", "NOT"):
        raise MistakeError(column, f'write {shown.upper()} in capitals, or "{shown}" in quotes for the word')
    if re.match(r"NEAR\b", shown):
        raise MistakeError(column, "NEAR needs a distance in words and something on both sides: leonardo NEAR/8 baykar")
    if re.search("[<>=]", shown):
        raise MistakeError(column, f"{shown} is not understood; write score>=0.7, or put quotes around the text")


def _read_patterns(piece: str, column: int) -> list[Pattern]:
    stem, star, rest = piece.partition("*")
    if rest:
        raise MistakeError(column, f"{_STRAY['*']}, not within {piece}")
    tokens = tokenize(stem)
    patterns: list[Pattern] = [Plain(token.folded) for token in tokens]
    if star:
        if not tokens or tokens[-1].end < len(stem) or len(tokens[-1].folded) < PREFIX_LETTERS:
            raise MistakeError(column, f"{piece} is too short: at least {PREFIX_LETTERS} letters stand before the *")
        patterns[-1] = Prefix(tokens[-1].folded)
    return patterns


def _read_exact(shown: str, word: str, column: int) -> Words:
    text = word.strip('"')
    tokens = tokenize(text)
    if not tokens or "*" in text:
        raise MistakeError(column, f"{shown}: after = stands a whole word or a phrase, as in =TAI")
    return Words(shown, tuple(Exact(token.folded, text[token.start : token.end]) for token in tokens))


# --- Fields -----------------------------------------------------------------------------------------------------------
def _restrict_node(node: Node, field: str, column: int) -> Node:
    """The same question, asked of one field only: title:(drone OR İHA) is title:drone OR title:İHA."""
    if isinstance(node, All | Either):
        return type(node)(tuple(_restrict_node(part, field, column) for part in node.parts))
    if isinstance(node, Not):
        return Not(node.shown, _restrict_node(node.part, field, column))
    if isinstance(node, Near) and field in (*_ZONES, "entity"):
        parts = tuple(cast(Positional, _restrict_node(part, field, column)) for part in node.parts)
        return Near(f"{field}:({node.shown})", parts, node.distances)
    if isinstance(node, Words) and node.zone is None:
        return _make_field(field, node, column)
    raise MistakeError(column, f"{field}: takes words and phrases, not another field or a score")


def _make_field(field: str, words: Words, column: int) -> Node:
    shown = f"{field}:{words.shown}"
    for zone in _ZONES:
        if field == zone:
            return Words(shown, words.patterns, zone)
    value = fold(words.shown.strip('"'))
    if field in ("entity", "topic"):
        name = re.sub(r"[\s-]+", "_", value.strip())
        if not re.fullmatch(r"\w+", name):
            raise MistakeError(
                column, f"{shown}: an id has letters, digits and _ only, as in {field}:{_EXAMPLES[field]}"
            )
        return Named(shown, name) if field == "entity" else Topic(shown, name)
    if not re.fullmatch(r"[a-z]{2,3}", value):
        raise MistakeError(column, f"{shown}: use a code of two letters, as in {field}:{_EXAMPLES[field]}")
    return Country(shown, value) if field == "country" else Language(shown, value)


_EXAMPLES = {"entity": "leonardo", "topic": "defence_industry", "country": "TR", "lang": "it"}


def _read_score(shown: str, column: int) -> Score:
    match = re.fullmatch(r"score\s*([<>]?=?)\s*([\d.,]+)", shown, re.IGNORECASE)
    sign, number = (match[1], match[2]) if match else ("", "")
    if not sign:
        raise MistakeError(column, f"{shown} has no comparison; write score>=0.7")
    value = float(number.replace(",", "."))
    if value > 1:
        raise MistakeError(column, f"{shown}: scores lie between 0 and 1; write score>=0.7")
    return Score(shown, sign, value)
