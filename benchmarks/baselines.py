"""What an item would be judged by words alone: the naive ways that Galata is measured against.

`names` keeps what has a name of both countries; `keywords` what has any name of any thing of both sides, without the
rules of context; `terms` tags by any term of a topic; `word` takes every Leonardo for the company.
"""

from collections.abc import Iterable

from tests.news.labelled import Labelled
from tests.news.load_rules import load_entities, load_topics, load_watch
from worker.news.scan import Phrases, Prepared
from worker.news.types import UNKNOWN_LANGUAGE

SIDES = tuple(side.id for side in load_watch().sides)


def list_names(side: str, *types: str) -> Phrases:
    """Every alias, in every language, of the things of a side; of those of some types, if any is named."""
    chosen = [one for one in load_entities() if side in one.countries and (not types or one.type in types)]
    return Phrases(alias for one in chosen for listed in one.aliases.values() for alias in listed)


NAMES = [list_names(side, "country") for side in SIDES]
KEYWORDS = [list_names(side) for side in SIDES]
TERMS = {
    topic.id: {language: Phrases((*terms, *topic.alone.get(language, ()))) for language, terms in topic.terms.items()}
    for topic in load_topics()
}


def has_all(lists: Iterable[Phrases], labelled: Labelled) -> bool:
    """Whether the item has a word of each list; endings of Turkish are allowed, as they would be in a word list."""
    spaced = Prepared(f"{labelled.item.title}\n{labelled.item.text}").spaced
    language = labelled.item.language or UNKNOWN_LANGUAGE
    return all(next(phrases.find(spaced, language), None) is not None for phrases in lists)


def tag_terms(labelled: Labelled) -> set[str]:
    """The topics of which any term stands in the item."""
    language = labelled.item.language or UNKNOWN_LANGUAGE
    return {topic for topic, lists in TERMS.items() if language in lists and has_all([lists[language]], labelled)}
