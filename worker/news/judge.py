"""All that can be said of an item by itself: its language, the things it names, its relevance, its topics."""

from collections.abc import Sequence

from worker.news.ambiguity import find_entities
from worker.news.entities import Entity, NameFinder
from worker.news.language import detect_language
from worker.news.relevance import RelevanceScorer, Watch
from worker.news.scan import LONGEST_TITLE, Prepared
from worker.news.topics import Topic, TopicFinder
from worker.news.types import Item, Judgement


class Judge:
    """Judges items by one set of rules. Built once (some 50 ms), then used for every item; safe to share."""

    def __init__(self, watch: Watch, entities: Sequence[Entity], topics: Sequence[Topic]) -> None:
        self._names = NameFinder(entities, watch.kinds)
        self._scorer = RelevanceScorer(watch, entities)
        self._topics = TopicFinder(topics)

    def judge(self, item: Item) -> Judgement:
        """The judgement of an item; cost is linear in its length and bounded. Never raises."""
        title, text = Prepared(item.title[:LONGEST_TITLE]), Prepared(item.text)
        language = detect_language(f"{title.original} {text.original[:LONGEST_TITLE]}", item.language)
        on = item.published_at.date() if item.published_at else None
        hits = find_entities(self._names, title, text, language, on)
        relevance = self._scorer.score(title, text, hits, language, item.about, item.prior)
        return Judgement(language, relevance, hits, self._topics.find(title, text, language))
