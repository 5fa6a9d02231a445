"""Topics by their words: the examples beside the rules, and how words of title and text weigh."""

import pytest

from tests.news.load_rules import load_topics, read_toml
from worker.news.language import detect_language
from worker.news.scan import Prepared
from worker.news.topics import Topic, TopicFinder

FINDER = TopicFinder(load_topics())
EXAMPLES = [
    (table["id"], example["text"], example["expect"])
    for table in read_toml("topics.toml")["topics"]
    for example in table.get("examples", [])
]
IDS = (
    "defence_industry diplomacy_summits migration_coastguard trade_investment energy libya_eastmed syria_mideast"
    " ukraine_nato eu_accession space transport_infra culture_tourism sport organised_crime_terrorism"
    " automotive_manufacturing humanitarian_disaster"
)


def tag(title: str, text: str = "", language: str | None = None, finder: TopicFinder = FINDER) -> list[str]:
    spoken = language or detect_language(f"{title} {text}")
    return [topic.id for topic in finder.find(Prepared(title), Prepared(text), spoken)]


@pytest.mark.parametrize(("topic", "text", "expect"), EXAMPLES)
def test_examples_beside_the_rules(topic: str, text: str, expect: bool) -> None:
    assert (topic in tag(text)) is expect


def test_the_sixteen_topics_are_there() -> None:
    assert set(IDS.split()) <= {topic.id for topic in load_topics()}
    assert all(set(topic.terms) == {"en", "tr", "it"} and all(topic.terms.values()) for topic in load_topics())


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("He said the report was imported into the portfolio", "en"),
        ("A mismatch of champagne and friendship", "en"),
        ("The visitor was plainly unaided", "en"),
        ("Göl manzaralı evde selam ve dilin lisanı", "tr"),
        ("Il portone del portiere notturno", "it"),
        ("Le armonie di un cacciavite", "it"),
        ("Gazeteci ödül aldı", "tr"),
    ],
)
def test_short_words_inside_others_tag_nothing(title: str, language: str) -> None:
    assert tag(title, language=language) == []


WEIGHING = TopicFinder(
    [
        Topic("gas", "Gas", {"en": ("gas*", "pipeline", "lng")}, {"en": ("field", "drill")}, ("tear gas",)),
        Topic("ships", "Ships", {"en": ("ship", "ferry*"), "tr": ("gemi",)}),
    ]
)
FILLER = "Nothing of that kind is told in this sentence at all. " * 12


@pytest.mark.parametrize(
    ("title", "text", "topics"),
    [
        ("gas found", "", ["gas"]),
        ("field found", "", []),
        ("field to drill", "", ["gas"]),
        ("tear gas", "", []),
        ("tear gas and gas", "", ["gas"]),
        ("shipping", "", []),
        ("gas gas gas ship", "", ["gas", "ships"]),
        ("news", "A ferry sank.", ["ships"]),
        ("news", "A ferry sank. " + FILLER, []),
        ("news", "A ferry hit a ship. " + FILLER, ["ships"]),
        ("news", FILLER + "A ferry hit a ship.", []),
        ("gas", "A ferry hit a ship.", ["ships", "gas"]),
    ],
)
def test_words_weigh_by_place(title: str, text: str, topics: list[str]) -> None:
    assert tag(title, text, "en", WEIGHING) == topics


BESIDE = TopicFinder(
    [
        Topic("gas", "Gas", {"en": ("gas",)}, {"en": ("field", "drill", "rig")}),
        Topic("visits", "Visits", {"en": ("summit", "talks")}, {"en": ("minister", "visit", "envoy")},
              alone={"en": ("ambassador",)}),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "text", "topics"),
    [
        ("ambassador", "", ["visits"]),
        ("ambassador on gas", "", ["gas"]),  # beside a term of the title it is a hint…
        ("ambassador, minister, envoy on gas", "", ["visits", "gas"]),  # …and takes two more
        ("ambassador", "Of gas.", ["visits"]),
        ("news", "The ambassador spoke of gas.", ["gas", "visits"]),  # a title that shows nothing lets all count
        ("minister on visit at gas", "", ["gas"]),
        ("minister on visit to field, rig", "", ["gas", "visits"]),  # hints against hints: neither gives way
        ("summit on gas", "", ["gas", "visits"]),
        ("gas", "The summit opened.", ["gas"]),
        ("gas", "The minister at the summit.", ["gas", "visits"]),
        ("gas", "The summit had talks.", ["visits", "gas"]),
    ],
)
def test_second_topics_must_stand_beside_the_first(title: str, text: str, topics: list[str]) -> None:
    assert tag(title, text, "en", BESIDE) == topics


def test_words_count_in_their_language_and_in_unknown_ones() -> None:
    assert tag("gemi", language="en", finder=WEIGHING) == []
    assert tag("gemide", language="tr", finder=WEIGHING) == ["ships"]
    assert tag("gemi", language="und", finder=WEIGHING) == ["ships"]


def test_scores_carry_their_words() -> None:
    (topic,) = WEIGHING.find(Prepared("gas field"), Prepared(""), "en")
    assert topic.terms == ("gas", "field")
    assert topic.score == pytest.approx(1 - 0.3 * 0.68, abs=0.001)


def test_no_item_gets_more_than_four() -> None:
    title = "Defence summit on migration, trade, energy, Libya, Syria, NATO and football"
    assert len(tag(title, language="en")) == 4
