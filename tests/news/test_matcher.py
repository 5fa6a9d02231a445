"""The matcher: the same answers as trying every query, and few of them tried."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.news.documents import make_document
from worker.news.document import Document
from worker.news.matcher import Matcher
from worker.news.query import Query, parse_query
from worker.news.types import EntityHit, Evidence, Item, Judgement, Relevance, TopicScore

_TEXT_WORDS = ["Roma", "Ankara'da", "drones", "droni", "İHA'lar", "uçağı", "savunması", "TAI", "tai", "dell'Italia"]
_ATOMS = [
    "roma", "ankara", "drone", "iha", "uçak", "italia", "savu*", "dron*", "=TAI", '"roma drone"', '"ankara vent*"',
    "title:roma", "summary:drone", "source:ansa", "source:ansa.it", "source:agen*", "lang:tr", "lang:it", "country:TR",
    "topic:energy", "entity:leonardo", "entity:baykar", "score>=0.5", "roma NEAR/2 drone", "entity:leonardo NEAR/3 iha",
]  # fmt: skip
_QUERY_TEXTS = st.recursive(
    st.sampled_from(_ATOMS),
    lambda inner: st.tuples(inner, st.sampled_from([" ", " OR ", " -"]), inner).map(lambda p: f"({p[0]}{p[1]}{p[2]})"),
    max_leaves=5,
) | st.just("")


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    texts = st.lists(st.sampled_from(_TEXT_WORDS), max_size=6).map(" ".join)
    title, summary, content = draw(texts), draw(texts), draw(texts)
    source = draw(st.sampled_from([None, "ANSA", "Agenzia"]))
    url = draw(st.sampled_from([None, "https://www.ansa.it/1"]))
    sides = draw(st.lists(st.sampled_from(["TR", "IT", "both"]), max_size=2))
    named = draw(st.lists(st.sampled_from(["leonardo", "baykar"]), max_size=2)) if title else []
    hits = tuple(EntityHit(one, 0, 1, title[:1], "title", "alias", draw(st.sampled_from([0.3, 1.0]))) for one in named)
    relevance = Relevance(True, draw(st.sampled_from([0.2, 0.5, 0.9])), tuple(_weigh(draw, side) for side in sides))
    topics = tuple(TopicScore(topic, 1.0) for topic in draw(st.lists(st.just("energy"), max_size=1)))
    language = draw(st.sampled_from(["tr", "it", "en", "und"]))
    return Document(Item(title, summary, content, None, source, url), Judgement(language, relevance, hits, topics))


def _weigh(draw: st.DrawFn, side: str) -> Evidence:
    return Evidence(side, "x", "Roma", "title", draw(st.sampled_from([-0.5, 0.7])))


@settings(max_examples=300)
@given(st.lists(_QUERY_TEXTS, max_size=8), _documents())
def test_same_as_trying_each(texts: list[str], document: Document) -> None:
    queries = {f"s{number}": parse_query(text) for number, text in enumerate(texts)}
    each = {name: match for name, query in queries.items() if (match := query.match(document))}
    found = Matcher(queries).match(document)
    assert found == each
    assert list(found) == list(each), "in the order given"


def test_few_are_tried() -> None:
    queries: dict[str, Query] = {f"w{n}": parse_query(f"word{n:04d} italy lang:en") for n in range(2_000)}
    queries |= {f"e{n}": parse_query(f"entity:thing{n} OR entity:other{n}") for n in range(2_000)}
    queries["all"] = parse_query("")
    document = make_document("Italy and word0007", "thing", entities=(("other5", "thing"),))
    matcher = Matcher(queries)
    assert set(matcher.match(document)) == {"w7", "e5", "all"}
    assert set(matcher.list_candidates(document)) == {"w7", "e5", "all"}


def test_nobody_asked() -> None:
    assert Matcher({}).match(make_document("Roma")) == {}
