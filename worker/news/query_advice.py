"""What a query cannot know of itself: whether the things and topics it names exist, and which words are traps.

A misspelt id would match nothing, without a word; a bare "leonardo" was right in 10 of 47 real headlines.
"""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from worker.errors import QueryError
from worker.news.query import Query, walk_nodes
from worker.news.query_terms import Named, Plain, Topic, Words
from worker.news.text import fold

_MOST_LISTED = 24  # of topics there are some, of entities hundreds


def check_names(query: Query, entities: Iterable[str], topics: Iterable[str]) -> None:
    """Refuse an entity: or topic: that is not among the known ids. Raises QueryError with the nearest one."""
    known_entities, known_topics = {fold(one) for one in entities}, {fold(one) for one in topics}
    for node in walk_nodes(query.root):
        if isinstance(node, Named) and node.entity not in known_entities:
            raise _refuse_name(query, node.shown, node.entity, known_entities)
        if isinstance(node, Topic) and node.topic not in known_topics:
            raise _refuse_name(query, node.shown, node.topic, known_topics)


def _refuse_name(query: Query, shown: str, name: str, known: Collection[str]) -> QueryError:
    field = shown.partition(":")[0]
    near = get_close_matches(name, sorted(known), 3, 0.6)
    if near:
        mend = f"did you mean {' or '.join(f'{field}:{one}' for one in near)}?"
    else:
        few = len(known) <= _MOST_LISTED
        mend = f"the {field} ids are {', '.join(sorted(known))}" if few else f"see the list of {field} ids"
    return QueryError(query.text, max(1, query.text.find(shown) + 1), f"there is no {shown}; {mend}")


def suggest_entities(query: Query, ambiguous: Mapping[str, str]) -> tuple[str, ...]:
    """A sentence for each plain word that also names other things; `ambiguous` is alias → entity id."""
    folded = {fold(alias): entity for alias, entity in ambiguous.items()}
    words = [node for node in walk_nodes(query.root) if isinstance(node, Words) and len(node.patterns) == 1]
    found = ((word.shown, folded.get(word.patterns[0].word)) for word in words if isinstance(word.patterns[0], Plain))
    return tuple(
        dict.fromkeys(
            f"{shown} has other meanings too; entity:{entity} finds this one only, by all its names"
            for shown, entity in found
            if entity
        )
    )
