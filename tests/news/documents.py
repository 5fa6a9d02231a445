"""Documents for the tests of queries and the matcher, built without the judge."""

from worker.news.document import Document
from worker.news.query import parse_query
from worker.news.types import EntityHit, Evidence, Item, Judgement, Relevance, TopicScore


def make_document(
    title: str = "",
    text: str = "",
    *,
    summary: str = "",
    language: str = "en",
    source: str | None = None,
    url: str | None = None,
    entities: tuple[tuple[str, str], ...] = (),
    doubtful: tuple[tuple[str, str], ...] = (),
    sides: tuple[tuple[str, str], ...] = (),
    topics: tuple[str, ...] = (),
    score: float = 0.8,
) -> Document:
    """`entities` and `doubtful` are (id, words as they stand in the item), `sides` are (side, words)."""
    item = Item(title, summary, text, language, source, url)
    hits = [_find_hit(item, entity, words, 1.0) for entity, words in entities]
    hits += [_find_hit(item, entity, words, 0.3) for entity, words in doubtful]
    evidence = tuple(Evidence(side, "", words, "title" if words in title else "text", 0.9) for side, words in sides)
    tags = tuple(TopicScore(topic, 1.0) for topic in topics)
    return Document(item, Judgement(language, Relevance(True, score, evidence), tuple(hits), tags))


def _find_hit(item: Item, entity: str, words: str, certainty: float) -> EntityHit:
    if words in item.title:
        start = item.title.index(words)
        return EntityHit(entity, start, start + len(words), words, "title", "alias", certainty)
    start = item.text.index(words)
    return EntityHit(entity, start, start + len(words), words, "text", "alias", certainty)


SIGNING = make_document(
    "Leonardo and Baykar sign in Rome",
    "Drones of both firms were shown; TAI's were not. A joint venture with the company from Ankara builds UAVs. "
    "DiCaprio was somewhere else.",
    language="en",
    source="Agenzia Esempio",
    url="https://www.esempio.it/a/1",
    entities=(("leonardo", "Leonardo"), ("baykar", "Baykar")),
    doubtful=(("tai", "TAI"),),
    sides=(("IT", "Leonardo"), ("TR", "Ankara")),
    topics=("defence_industry", "trade_investment"),
    score=0.8,
)


def matches(query: str, document: Document = SIGNING) -> bool:
    return parse_query(query).match(document) is not None
