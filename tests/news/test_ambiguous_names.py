"""Names that may be something else, on both sides of the line: Eni the company, a first name, a Turkish width."""

import pytest

from tests.news.load_rules import load_entities
from worker.news.ambiguity import find_entities
from worker.news.entities import NameFinder
from worker.news.scan import Prepared

FINDER = NameFinder(load_entities())


def is_named(entity: str, language: str, title: str, text: str = "") -> bool:
    found = find_entities(FINDER, Prepared(title), Prepared(text), language)
    return any(hit.entity == entity and hit.certainty >= 0.5 for hit in found)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Eni and BOTAŞ sign a gas deal", ""),
        ("en", "Italy's Eni in talks with Ankara", ""),
        ("en", "Eni and Türkiye put their names to a memorandum", ""),
        ("en", "Eni to invest in Türkiye", ""),
        ("en", "Erdoğan receives the head of Eni", ""),
        ("en", "Eni meets Bayraktar in Istanbul", "The minister received the chief executive at his office."),
        ("en", "Eni's new ship docks in Mersin", "The vessel of the Italian company arrived on Monday."),
        ("tr", "Eni ile BOTAŞ doğal gaz anlaşması imzaladı", ""),
        ("tr", "Eni Türkiye'de yatırım yapacak", ""),
        ("tr", "İtalya'nın Eni'si Ankara'da masada", ""),
        ("tr", "İtalyan şirket Eni, Mersin'de ofis açıyor", ""),
        ("tr", "Eni'nin yeni gemisi Mersin'e geldi", ""),
        ("tr", "ENI İLE BOTAŞ ANLAŞMA İMZALADI", ""),
        ("it", "Eni e BOTAŞ firmano un'intesa", ""),
        ("it", "L'Eni ad Ankara", ""),
        ("und", "Eni and BOTAŞ sign a gas deal", ""),
    ],
)
def test_eni_is_the_company_where_a_company_acts(language: str, title: str, text: str) -> None:
    assert is_named("eni", language, title, text)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Eni Aluko visits a football school in Istanbul", ""),
        ("en", "Singer Eni tours Türkiye and Italy", "A paint company from Milan pays for the stage."),
        ("en", "The ENI of the European Neighbourhood pays for a school in Ankara", "The agreement runs to 2027."),
        ("en", "Eni wins a prize in Istanbul", ""),
        ("tr", "Eni boyu bir, anlaşma gibi anlaşma", ""),
        ("tr", "Eni 20 metre olan köprü açıldı", "İtalyan şirketi köprünün altından gaz borusu geçirdi."),
        ("tr", "Yeni kumaş fuarı açıldı", "Eni bir buçuk metre. İtalyan şirketler ihaleye girdi."),
        ("tr", "Eni konu ele alınan yatırım", ""),
        ("it", "I geni della longevità", ""),
    ],
)
def test_eni_is_no_company_where_it_is_a_first_name_or_a_width(language: str, title: str, text: str) -> None:
    assert not is_named("eni", language, title, text)
