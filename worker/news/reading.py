"""Whose page is worth reading, and is what came the article? A feed often has only an abstract of what it announces.

Asked for: items about both countries, those that nearly are, and those that name what a subscription asks for by
`entity:`. Everything else stays as its feed told it: pages are other people's servers.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from worker.news.asides import bare_text
from worker.news.identity import is_front_page
from worker.news.lead import is_lead
from worker.news.query import parse_query, walk_nodes
from worker.news.query_terms import Named
from worker.news.redirect import split_url
from worker.news.stopwords import STOP_WORDS
from worker.news.text import words
from worker.news.types import Item, Judgement

# Chosen, not measured: abstracts have one to four sentences, the shortest agency reports some 120 words.
ABSTRACT_WORDS = 100
# Of 816 labelled items every miss that named both scored .4 or more; below stand 97 that are rightly left out, from
# there to the threshold 28 and the 8 misses (benchmarks/relevance_quality).
BORDERLINE = 0.15
# Older ones come with the backlog of a new feed; nobody waits for them.
OLDEST = timedelta(days=7)
# A cookie wall or the front page shares a few names with any headline; an article has most of its own abstract's words,
# though an abstract may be written anew: the right page was seen with 7 of 15.
LEAST_SHARED = 0.4
# A page that says hardly more than its abstract would only replace the outlet's words by ones with a menu in them.
LEAST_WORDS, LEAST_GAIN = 30, 1.3
_SIGNIFICANT, _STEM = 4, 5
LONGEST_HOST = 253  # of what the DNS knows


@dataclass(frozen=True, slots=True)
class Wish:
    """What makes a page worth reading."""

    threshold: float
    """From which score an item is relevant."""
    watched: frozenset[str] = frozenset()
    """Entities that subscriptions ask for."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a page is wanted, and why or why not."""

    wanted: bool
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Whether the text of a page is taken for its article, and why."""

    taken: bool
    words: int
    why: str
    text: str = ""
    """What is taken: the page's text without the headline above it."""


def list_watched(queries: Collection[str]) -> frozenset[str]:
    """The entities that queries ask for by `entity:`; what only excludes one does not ask for it."""
    return frozenset().union(*map(_list_asked, queries))


@lru_cache(maxsize=1024)  # the same few queries, for every batch
def _list_asked(text: str) -> frozenset[str]:
    nodes = walk_nodes(parse_query(text).root, excluded=False)
    return frozenset(node.entity for node in nodes if isinstance(node, Named))


def weigh_wish(item: Item, judgement: Judgement, wish: Wish, now: datetime) -> Verdict:
    """Whether the page of an item should be read, and why or why not."""
    parts = split_url(item.url) if item.url else None
    if not item.url or parts is None or len(parts.hostname or "") > LONGEST_HOST:
        return Verdict(False, "it has no page")
    if is_front_page(item.url):
        return Verdict(False, "its link leads to the front page")
    if is_lead(item.url):
        return Verdict(False, "its link is an aggregator's, and the outlet's own item is waited for")
    if item.published_at is not None and item.published_at < now - OLDEST:
        return Verdict(False, f"it is older than {OLDEST.days} days")
    reason = _find_interest(judgement, wish)
    if reason is None:
        return Verdict(False, "it is not nearly about both countries, and names nothing that is asked for by entity:")
    count = len(words(bare_text(item)))
    return Verdict(count < ABSTRACT_WORDS, f"{reason}, and its feed has {count} word{'s' * (count != 1)} of it")


def _find_interest(judgement: Judgement, wish: Wish) -> str | None:
    relevance = judgement.relevance
    if relevance.relevant:
        return "it is about both countries"
    if relevance.score >= wish.threshold - BORDERLINE:
        return f"it may be about both countries (score {relevance.score:.2f})"
    named = [hit for hit in judgement.entities if hit.entity in wish.watched]
    if not named:
        return None
    best = max(named, key=lambda hit: hit.certainty)
    # Whether "Leonardo" is the company, its text will tell: a headline is too short for it.
    return f"it {'names' if best.certainty >= 0.5 else 'may name'} {best.text}, which a subscription asks for"


def choose_text(item: Item, page_text: str, *, trusted: bool = False) -> Choice:
    """Whether a page's text is the article that the item announces: longer than the abstract, and of its words.

    `trusted`: the same page was taken for an earlier form of the item, so that its words need not be compared.
    """
    page_text, abstract = cut_headline(page_text, item.title), bare_text(item)
    count, known = len(words(page_text)), len(words(abstract))
    if not count:
        return Choice(False, 0, "no article was found on its page")
    if count < LEAST_GAIN * known:
        return Choice(False, count, f"its page shows {count} words, its feed {known}: there is no more to read")
    if count < LEAST_WORDS:
        return Choice(False, count, f"its page shows {count} words: too few to be an article")
    wanted, body = list_stems(f"{item.title} {abstract}"), list_stems(page_text)
    shared = len(wanted & body)
    if wanted and not trusted and shared < LEAST_SHARED * len(wanted):
        why = f"only {shared} of the {len(wanted)} words of title and abstract stand on its page: it shows another text"
        return Choice(False, count, why)
    return Choice(True, count, f"{count} words were read on its page; its feed had {known}", page_text)


def cut_headline(text: str, title: str) -> str:
    """A page's text without its first paragraph, if that is the title once more."""
    first, _, rest = text.partition("\n\n")
    return rest if rest and words(first) == words(title) else text


def list_stems(text: str) -> frozenset[str]:
    """How the words of a text begin that say what it is about, folded: endings differ between headline and text."""
    return frozenset(word[:_STEM] for word in words(text) if len(word) >= _SIGNIFICANT and word not in STOP_WORDS)
