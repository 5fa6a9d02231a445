"""Relevance for an invented pair, so that it is the rules that are tested and not the shipped words."""

import pytest

from worker.news.ambiguity import find_entities
from worker.news.entities import Entity, NameFinder
from worker.news.passing import Others
from worker.news.penalty import Penalty
from worker.news.relevance import RelevanceScorer, Side, Watch
from worker.news.scan import Prepared
from worker.news.types import Relevance


def make_entity(id: str, type: str, countries: str, *names: str, **more: object) -> Entity:
    given = {"aliases": {"en": names or (id,)}, **more}
    return Entity(id=id, type=type, canonical=id, countries=tuple(countries.split()), **given)  # type: ignore[arg-type]


ENTITIES = [
    make_entity("Ruritania", "country", "RU", "Ruritania", "Ruritanian"),
    make_entity("Syldavia", "country", "SY", "Syldavia", "Syldavian"),
    make_entity("Strelsau", "place", "RU"),
    make_entity("Klow", "place", "SY", "Klow", ambiguous=("Klow",), context=("palace",)),
    make_entity("Rudolf", "person", "RU"),
    make_entity("Muskar", "person", "SY"),
    make_entity("Pact", "agreement", "RU SY", "Klow-Strelsau Pact"),
    make_entity("Train", "platform", "RU SY", "Night Train", weight=0.5),
    make_entity("Gazette", "institution", "SY", weak=True),
    make_entity("Rovers", "organisation", "RU", sport=True, weight=0.4),
    make_entity("Borduria", "country", "BO"),
]
WATCH = Watch(
    sides=(Side("RU", "Ruritania"), Side("SY", "Syldavia")),
    threshold=0.55,
    type_weights={"country": 0.9, "person": 0.8, "place": 0.6},
    penalties=(
        Penalty(
            "sport",
            0.5,
            "a match",
            {"en": ("match*", "striker"), "it": ("partita",)},
            unless=("royal cup", "Pact"),
            sport=True,
        ),
        Penalty("crowd", 0.4, "about many", {"en": ("Atlantis", "Utopia", "Oz")}, at_least=2),
        Penalty("ranking", 0.3, "a ranking", {"en": ("ranked", "list")}, beside=True),
    ),
    others=Others(countries=(("Graustark", "Edelweiss"), ("Freedonia*",), ("Grand Fenwick",)), unless=("Pact",)),
    apart=0.8,
)
SCORER, FINDER = RelevanceScorer(WATCH, ENTITIES), NameFinder(ENTITIES)
# Three sentences of some length: what follows is behind the lead.
LEAD = "The weather was told at length and nobody minded it. " * 5


def score(title: str, text: str = "", language: str = "en") -> Relevance:
    fields = Prepared(title), Prepared(text)
    return SCORER.score(*fields, find_entities(FINDER, *fields, language), language)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Ruritania and Syldavia", "", 0.9),
        ("Ruritania, Ruritania and Syldavia", "", 0.9),
        ("Ruritania", "Syldavia", (0.9 * 0.675) ** 0.5),
        ("Rudolf of Ruritania in Syldavia", "", (0.98 * 0.9) ** 0.5),
        ("Ruritania looks at Klow", "", (0.9 * 0.6 * 0.35) ** 0.5),
        ("Ruritania looks at Klow palace", "", (0.9 * 0.6) ** 0.5),
        ("The Klow-Strelsau Pact", "", 0.7),
        ("News", "The Klow-Strelsau Pact", 0.7),
        ("News", LEAD + "The Klow-Strelsau Pact", 0.7 * 0.25),
        ("The Night Train", "", 0.5),
        ("Ruritania", LEAD + "Syldavia", (0.9 * 0.225) ** 0.5),
        ("Ruritania", LEAD + "Syldavia, Muskar, Klow palace", (0.9 * 0.3) ** 0.5),
        ("Ruritania", LEAD + "Syldavia " * 5, (0.9 * 0.5) ** 0.5),
        ("Ruritania", "", 0.0),
        ("Borduria", "", 0.0),
        ("News", "Ruritania and Syldavia.", 0.675),
        ("News", "Here is Ruritania. There is Syldavia.", 0.675 * 0.8),
        ("News", "Here is Ruritania. There is Syldavia. Ruritania and Syldavia.", 0.675),
        ("Ruritania", "Here it is. There is Syldavia.", (0.9 * 0.675) ** 0.5),
        ("News", "Ruritania, Graustark and Syldavia.", 0.675 * 0.35),
        ("Ruritania", "Graustark and Syldavia.", (0.9 * 0.675) ** 0.5),
        ("Ruritania", "Graustark of Edelweiss and Syldavia.", (0.9 * 0.675) ** 0.5),
        ("Ruritania", "Graustark, Freedonians and Syldavia.", (0.9 * 0.675 * 0.35) ** 0.5),
        ("Ruritania", f"Graustark, Freedonia. {'So it is. ' * 9}Syldavia.", (0.9 * 0.675) ** 0.5),
        ("Ruritania, Graustark, Freedonia, Syldavia", "", 0.9),
        ("Ruritania, Graustark, Freedonia, Grand Fenwick, Syldavia", "", 0.9 * 0.35),
        ("Ruritania", "Graustark, Freedonia, the Klow-Strelsau Pact and Syldavia.", (0.97 * 0.9025) ** 0.5),
        ("Ruritania", "The Gazette of Syldavia's rival", (0.9 * 0.675) ** 0.5),
        ("Ruritania", "The Gazette", 0.0),
        ("", "", 0.0),
    ],
)
def test_scores(title: str, text: str, expected: float) -> None:
    relevance = score(title, text)
    assert relevance.score == pytest.approx(expected, abs=0.001)
    assert relevance.relevant is (expected >= 0.55)


@pytest.mark.parametrize(
    ("title", "text", "taken"),
    [
        ("Ruritania beats Syldavia in a match", "", {"sport"}),
        ("Ruritania and Syldavia", "The match was long.", set()),
        ("Ruritania and Syldavia", "The match had a striker.", {"sport"}),
        ("Ruritania and Syldavia", "The match had the Rovers in it.", {"sport"}),
        ("Ruritania and Syldavia match for the royal cup", "", set()),
        ("Ruritania and Syldavia match after the Klow-Strelsau Pact", "", set()),
        ("Ruritania and Syldavia", LEAD + "A match with a striker.", set()),
        ("Ruritania, Syldavia, Oz", "", set()),
        ("Ruritania and Syldavia ranked in a list", "", set()),
        ("Ruritania ranked", "Syldavia too.", {"ranking"}),
        ("Ruritania", "Syldavia is ranked.", set()),
        ("Ruritania", "Syldavia is ranked in a list.", {"ranking"}),
        ("News", "Ruritania and Syldavia are ranked.", {"ranking"}),
        ("Ruritania, Syldavia, Oz, Utopia", "", {"crowd"}),
        ("Ruritania, Syldavia, Oz, Utopia: match", "", {"crowd", "sport"}),
    ],
)
def test_penalties(title: str, text: str, taken: set[str]) -> None:
    relevance = score(title, text)
    assert {evidence.entity for evidence in relevance.evidence if evidence.weight < 0} == taken
    assert all(evidence.side == "both" for evidence in relevance.evidence if evidence.weight < 0)


def test_penalties_speak_the_language_of_the_item() -> None:
    title = "Ruritania, Syldavia: partita"
    assert score(title, language="en").relevant
    assert not score(title, language="it").relevant


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("Ruritania: Rudolf meets Muskar", "", "names both: Ruritania, Rudolf (RU) and Muskar (SY)"),
        ("The Klow-Strelsau Pact holds", "", "names Klow-Strelsau Pact, which is of both"),
        ("Syldavia votes", "", "only Syldavia is named"),
        ("Borduria votes", "", "neither Ruritania nor Syldavia is named"),
        ("Ruritania, Syldavia: the match", "", "both are named, but it is a match (match)"),
        ("Ruritania", LEAD + "Syldavia", "both are named only in passing: Ruritania (RU) and Syldavia (SY)"),
        (
            "Ruritania and Klow",
            "",
            "both may be named, but 'Klow' may be something else: Ruritania (RU) and Klow (SY)",
        ),
    ],
)
def test_reasons_are_sentences(title: str, text: str, reason: str) -> None:
    assert score(title, text).reason == reason


def test_evidence_is_each_entity_once_at_its_best() -> None:
    relevance = score("Ruritania", "Ruritania and Syldavia. Syldavia again.")
    assert [(e.side, e.entity, e.field, e.weight) for e in relevance.evidence] == [
        ("RU", "Ruritania", "title", 0.9),
        ("SY", "Syldavia", "text", 0.675),
    ]
