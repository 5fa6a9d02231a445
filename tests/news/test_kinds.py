"""Kinds of things that bear a country's name, and names in a row with other countries: the shipped words at work."""

import pytest

from tests.news.load_rules import load_judge
from worker.news.kinds import KindFinder, Kinds
from worker.news.scan import Prepared
from worker.news.types import EntityHit, Item, Relevance

FINDER = KindFinder(
    Kinds(
        adjectives=("Syldavian", "syldavo", "Sildav"),
        terms={"en": ("cherry", "goat"), "tr": ("çam", "kahve*"), "it": ("pane", "uov*")},
    )
)


def find(text: str, name: str, language: str) -> str:
    prepared = Prepared(text)
    at = prepared.spaced.index(f" {name}") + 1
    stretch = FINDER.find(prepared.spaced, at, at + len(name), name, language)
    return prepared.original[slice(*prepared.locate(*stretch))] if stretch else ""


@pytest.mark.parametrize(
    ("text", "name", "language", "kind"),
    [
        ("the Syldavian goats sing", "syldavian", "en", "Syldavian goats"),
        ("a Syldavian mountain goat", "syldavian", "en", "Syldavian mountain goat"),
        ("a Syldavian herd of goats", "syldavian", "en", ""),
        ("Klow goat", "klow", "en", "Klow goat"),
        ("Klow mountain goat", "klow", "en", ""),
        ("Syldavian minister", "syldavian", "en", ""),
        ("Syldavian goatherd", "syldavian", "en", ""),
        ("Sildav çamından", "sildav", "tr", "Sildav çamından"),
        ("Sildav kahvecisi", "sildav", "tr", "Sildav kahvecisi"),
        ("Sildav çamaşırı", "sildav", "tr", ""),
        ("il pane syldavo", "syldavo", "it", "pane syldavo"),
        ("le uova syldavo", "syldavo", "it", "uova syldavo"),
        ("syldavo pane", "syldavo", "it", ""),
        ("il paneangelo syldavo", "syldavo", "it", ""),
        ("pane syldavo, Syldavian goat", "syldavo", "und", "pane syldavo"),
        ("Syldavian", "syldavian", "en", ""),
    ],
)
def test_a_kind_stands_beside_its_adjective(text: str, name: str, language: str, kind: str) -> None:
    assert find(text, name, language) == kind


def judge(title: str, text: str = "", language: str = "en") -> tuple[Relevance, tuple[EntityHit, ...]]:
    judgement = load_judge().judge(Item(title=title, summary=text, language=language))
    return judgement.relevance, judgement.entities


def test_a_kind_says_why_it_counts_little() -> None:
    relevance, hits = judge("Turkish eggs with Italian parsley")
    assert not relevance.relevant
    assert relevance.reason == ("both are named, but 'Turkish eggs' is a kind of thing: Turkish (TR) and Italian (IT)")
    assert [(hit.text, hit.reason, hit.certainty) for hit in hits] == [
        ("Turkish", "kind: Turkish eggs", 0.2),
        ("Italian", "kind: Italian parsley", 0.2),
    ]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Turkish eggs and Italian parsley", "Exporters of both complain of new tariffs."),
        ("Turkish eggs and Italian parsley", "Police found both in a stolen lorry."),
        ("Turkish hazelnuts, Italian complaint: Ferrero answers", ""),
        ("Turkish eggs for Italy", "Italy and Türkiye want more of them."),
    ],
)
def test_trade_law_and_companies_make_a_kind_news(title: str, text: str) -> None:
    assert judge(title, text)[0].relevant


@pytest.mark.parametrize(
    ("title", "text", "relevant"),
    [
        ("Leaders met", "There were Greece, Türkiye, Italy and Spain.", False),
        ("Leaders met", "Türkiye and Italy were there, one from Greece as well.", False),
        ("Leaders met", "Türkiye and Italy agreed.", True),
        ("Italy at the summit", "Its minister saw those of Spain, Türkiye and Egypt.", False),
        ("Italy at the summit", "Its minister saw those of Spain and Türkiye.", True),
        ("Italy, Türkiye, Spain and Egypt meet", "", True),
        ("Italy, Türkiye, Spain, Japan and Egypt meet", "", False),
        ("Italy at the summit", "French, of Paris and from France: Macron saw the Turkish minister.", True),
        ("Italy, Türkiye, Spain, Japan and Egypt to share Eurofighter work", "", True),
    ],
)
def test_a_name_in_a_row_is_named_in_passing(title: str, text: str, relevant: bool) -> None:
    assert judge(title, text)[0].relevant is relevant


def test_a_row_says_who_stands_in_it() -> None:
    relevance, _ = judge("Leaders met", "There were the Greek premier, Türkiye's, Italy's, and the Spaniards.")
    assert relevance.reason == "both are named, but in a row with Greek, Spaniards: Türkiye (TR) and Italy (IT)"
