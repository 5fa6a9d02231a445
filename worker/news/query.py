"""The query language of subscriptions: what people wrote, read once, then asked of every document.

`query_grammar` reads, `query_terms` and `query_tree` are what it reads into, `document` is what they are asked of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from worker.errors import QueryError
from worker.news.document import Document, Place, ZoneName
from worker.news.query_grammar import MistakeError, read_tree
from worker.news.query_terms import Node
from worker.news.query_tree import All, Either, Everything, Near, Not
from worker.news.snippet import cut_snippet
from worker.news.types import QueryMatch, Snippet

# A query of 2,000 characters names some 250 words; more is a list, and lists belong into the entities' file.
MAX_LENGTH = 2_000
# Nobody reads deeper brackets; the tree is walked by recursion.
MAX_NESTING = 20
# The headline stands in the subject already: of equally good passages, the one from the text.
_SNIPPET_ORDER: tuple[ZoneName, ...] = ("text", "summary", "title")


@dataclass(frozen=True, slots=True)
class Query:
    """A query as written, and its tree."""

    text: str
    root: Node

    def match(self, document: Document) -> QueryMatch | None:
        """Which part matched and a few words around it; None if the document is not what was asked for."""
        found = self.root.find(document)
        return QueryMatch(found.rule, _show_places(document, found.groups)) if found else None


def parse_query(text: str) -> Query:
    """The query that `text` says; an empty one matches everything. Raises QueryError with column and mend."""
    if len(text) > MAX_LENGTH:
        why = f"a query has at most {MAX_LENGTH} characters, this one {len(text)}; split it into two subscriptions"
        raise QueryError(text[:40] + "…", MAX_LENGTH + 1, why)
    if not text.strip():
        return Query(text, Everything())
    try:
        _check_brackets(text)
        root = read_tree(text)
    except MistakeError as mistake:
        raise QueryError(text, mistake.column, mistake.why) from None
    if not root.positive:
        why = "this only excludes, and would match nearly everything; say also what should be there: drone -dicaprio"
        raise QueryError(text, _find_exclusion(text, root), why)
    return Query(text, root)


def _check_brackets(text: str) -> None:
    """Here rather than in the grammar: it can name the bracket that is left open, and bound the depth."""
    opened: list[int] = []
    quoted = False
    for at, character in enumerate(text):
        quoted ^= character in '"“”„‟«»＂'
        if quoted or character not in "()":
            continue
        if character == "(":
            opened.append(at)
        elif not opened:
            raise MistakeError(at + 1, "a bracket is closed that was never opened; take it away")
        else:
            opened.pop()
        if len(opened) > MAX_NESTING:
            raise MistakeError(at + 1, f"brackets stand more than {MAX_NESTING} deep; take some away")
    if opened and not quoted:
        raise MistakeError(opened[-1] + 1, "a bracket is not closed; add the second )")


def _find_exclusion(text: str, root: Node) -> int:
    for node in walk_nodes(root):
        if isinstance(node, Not):
            return text.find(node.shown) + 1 or 1
    return 1


def walk_nodes(node: Node, *, excluded: bool = True) -> Iterator[Node]:
    """A node and everything under it; `excluded`: also what must not be there."""
    yield node
    parts: Sequence[Node] = (node.part,) if isinstance(node, Not) and excluded else ()
    if isinstance(node, All | Either | Near):
        parts = node.parts
    for part in parts:
        yield from walk_nodes(part, excluded=excluded)


def explain_miss(query: Query, document: Document) -> str:
    """Why the query does not match: what is missing first, then what was there. Or by which part it does match."""
    found = query.root.find(document)
    return f"it matches: {found.rule or 'everything'}" if found else query.root.tell_miss(document)


def _show_places(document: Document, groups: Sequence[Sequence[Place]]) -> Snippet:
    """A snippet of the zone in which most terms stand; of the opening, if none has a place (topic:, lang:)."""
    zones = [name for name in _SNIPPET_ORDER if name in document.zones]
    if not zones:
        return Snippet("")
    best = max(zones, key=lambda name: sum(any(place.zone == name for place in group) for group in groups))
    within = [[(place.start, place.end) for place in group if place.zone == best] for group in groups]
    anchors = [group[0] for group in within if group]
    return cut_snippet(document.zones[best].text, (span for group in within for span in group), anchors)
