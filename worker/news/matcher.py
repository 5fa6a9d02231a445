"""Who wants to know? Thousands of queries asked of one document, by trying only those that could match.

Each query waits under the rarest thing it needs (an entity, a long word); a document wakes those whose key it has.
Queries that need nothing in particular (an empty one, a score alone) are tried always. The answer is the same as trying
each: a key only decides who is tried.
"""

from collections.abc import Iterator, Mapping

from worker.news.document import Document, Key, KeyKind
from worker.news.query import Query
from worker.news.types import QueryMatch

__all__ = ["Document", "Matcher"]


class Matcher:
    """Queries by name (of the subscription), ready to be asked of documents. Build anew when one changes."""

    def __init__(self, queries: Mapping[str, Query]) -> None:
        self._queries = dict(queries)
        self._order = {name: number for number, name in enumerate(self._queries)}
        self._always: list[str] = []
        self._waiting: dict[KeyKind, dict[str, list[str]]] = {}
        for name, query in self._queries.items():
            self._enter_query(name, query)

    def _enter_query(self, name: str, query: Query) -> None:
        cover = query.root.cover()
        if cover is None:
            self._always.append(name)
        for key in cover.keys if cover else ():
            self._list_waiting(key).append(name)

    def _list_waiting(self, key: Key) -> list[str]:
        return self._waiting.setdefault(key.kind, {}).setdefault(key.value, [])

    def match(self, document: Document) -> dict[str, QueryMatch]:
        """The queries that match, in the order they were given."""
        tried = sorted(frozenset(self.list_candidates(document)), key=self._order.__getitem__)
        matches = ((name, self._queries[name].match(document)) for name in tried)
        return {name: match for name, match in matches if match}

    def list_candidates(self, document: Document) -> Iterator[str]:
        """Names of the queries worth trying, some perhaps twice."""
        yield from self._always
        for kind, waiting in self._waiting.items():
            for value in waiting.keys() & document.list_keys(kind):
                yield from waiting[value]
