"""Known things in titles and texts: where they stand, how sure it is, and what only looks like them."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.news.load_rules import load_entities
from worker.news.ambiguity import find_entities
from worker.news.entities import Entity, NameFinder, list_names
from worker.news.scan import Prepared, make_pattern
from worker.news.types import EntityHit

FINDER = NameFinder(load_entities())


def find(title: str, language: str = "en", text: str = "", on: date | None = None) -> Sequence[EntityHit]:
    return find_entities(FINDER, Prepared(title), Prepared(text), language, on)


def name_sure(title: str, language: str = "en", text: str = "", on: date | None = None) -> set[str]:
    return {hit.entity for hit in find(title, language, text, on) if hit.certainty >= 0.5}


@pytest.mark.parametrize(
    ("title", "language", "entity"),
    [
        ("TÜRKİYE'NİN kararı", "tr", "TR"),
        ("Türkiye`nin kararı", "tr", "TR"),
        ("İtalyada seçim", "tr", "IT"),
        ("İtalyanların tepkisi", "tr", "IT"),
        ("L'accordo con l'Italia", "it", "IT"),
        ("Il governo dell’Italia", "it", "IT"),
        ("Commercio italo-turco", "it", "TR"),
        ("Commercio italo-turco", "it", "IT"),
        ("the Trkiye visit", "en", "TR"),
        ("Recep Tayyip Erdogan speaks", "en", "erdogan"),
        ("Erdoğan'ınki", "tr", "erdogan"),
        ("Baykar'la anlaşma", "tr", "baykar"),
        ("the mission of the Crosettos", "en", "crosetto"),
        ("counterpart Yasar GULER", "en", "guler"),
        ("TUSAŞ’ın uçağı", "tr", "tai"),
        ("SAMP/T battery", "en", "sampt"),
        ("Şimşek: bütçe açığı düştü, ekonomi büyüdü", "tr", "simsek"),
        ("İstanbulda toplantı", "tr", "istanbul"),
        ("Savunma Sanayii Başkanlığından açıklama", "tr", "ssb"),
        ("Van'da kar", "tr", "van"),
    ],
)
def test_finds_what_is_named(title: str, language: str, entity: str) -> None:
    assert entity in name_sure(title, language)


@pytest.mark.parametrize(
    ("title", "language", "entity"),
    [
        ("La fidanzata di lui", "it", "fidan"),
        ("Büyük sfida", "tr", "fidan"),
        ("Belediye fidan dağıttı", "tr", "fidan"),
        ("Yeni dönem, veniva sempre", "tr", "eni"),
        ("Kapının eni dar", "tr", "eni"),
        ("Tai chi in the park", "en", "tai"),
        ("akar su ve dere", "tr", "akar"),
        ("Arda Güler gol attı, Güler sevindi", "tr", "guler"),
        ("Roma dönemine ait lahit", "tr", "rome"),
        ("A Roman villa and romance in Romania", "en", "rome"),
        ("Romanın sonu, romanda aşk", "tr", "rome"),
        ("Roma striker scores", "en", "rome"),
        ("türkü söyledi", "tr", "TR"),
        ("Paola Turci canta", "it", "TR"),
        ("Parla Enzo Turchi", "it", "TR"),
        ("Poi arriva Carlo Turco in studio", "it", "TR"),
        ("Fuma come un turco", "it", "TR"),
        ("cold turkey is hard", "en", "TR"),
        ("The underdog wins", "en", "erdogan"),
        ("Yılmaz Erdoğan sahnede, Erdoğan güldürdü", "tr", "erdogan"),
        ("Angurie e meloni al mercato", "it", "meloni"),
        ("Milan Hejduk retires", "en", "milan"),
        ("Naples, Florida votes", "en", "naples"),
        ("Kaan okula başladı", "tr", "kaan"),
        ("Il mit della scuola", "it", "mit"),
    ],
)
def test_leaves_what_only_looks_so(title: str, language: str, entity: str) -> None:
    assert entity not in name_sure(title, language)


@pytest.mark.parametrize(
    ("title", "language", "text", "company"),
    [
        ("Leonardo wins helicopter order", "en", "", True),
        ("Leonardo to build plant", "en", "The defence group named no price.", True),
        ("Firmata l'intesa con la Leonardo", "it", "", True),
        ("Leonardo S.p.A. reports", "en", "", True),
        ("Leonardo, Baykar ile ortak oldu", "tr", "", True),
        ("Leonardo'nun helikopteri", "tr", "", True),
        ("Leonardo DiCaprio buys a company", "en", "", False),
        ("Leonardo da Vinci'nin icatları ve savunma", "tr", "", False),
        ("Leonardo Rossi guida un'azienda", "it", "", False),
        ("Parla Leonardo Bonucci", "it", "Leonardo dice addio all'azienda Juventus.", False),
        ("Leonardo is back", "en", "", False),
        ("Storm Leonardo hits defence works", "en", "", False),
        ("Leonardo airport opens radar tower", "en", "", False),
    ],
)
def test_leonardo_the_company(title: str, language: str, text: str, company: bool) -> None:
    assert ("leonardo" in name_sure(title, language, text)) is company


def test_unsettled_names_are_kept_with_little_certainty() -> None:
    (hit,) = find("Leonardo is back")
    assert (hit.entity, hit.certainty, hit.reason) == ("leonardo", 0.35, "ambiguous")


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Yasar Guler arrives; Guler speaks", "named in full"),
        ("Turkish minister Guler speaks", "title: minister"),
        ("Guler speaks of defence", "context: defence"),
    ],
)
def test_reasons_say_what_settled_a_surname(title: str, reason: str) -> None:
    assert reason in [hit.reason for hit in find(title) if hit.text == "Guler"]


def test_an_office_is_held_for_its_term() -> None:
    title = "Sayın Akar konuştu"
    assert "akar" in name_sure(title, "tr", on=date(2022, 11, 24))
    assert "akar" not in name_sure(title, "tr", on=date(2025, 4, 29))


def test_a_dateline_is_no_subject() -> None:
    assert name_sure("Elezioni", "it", "ROMA (ANSA) - Si vota in Turchia.") == {"ansa", "TR"}
    assert "rome" in name_sure("Elezioni", "it", "A Roma si vota anche per la Turchia.")


def test_the_longest_name_wins() -> None:
    assert name_sure("The Turkish Foreign Ministry said") == {"tr_mfa"}


def test_both_countries_of_a_compound_stand_in_one_place() -> None:
    hits = find("Vertice italo-turco", "it")
    assert {(hit.entity, hit.start, hit.end) for hit in hits} == {("TR", 8, 19), ("IT", 8, 19)}


@given(st.text(st.sampled_from("İıiIGüuü\u0308ler Türkiye'nLnadoRmbyk. ½ﬁ\n")))
def test_every_hit_stands_where_it_says(title: str) -> None:
    for hit in find(title, "und", title):
        assert title[hit.start : hit.end] == hit.text
        assert 0 < hit.certainty <= 1


def test_names_do_not_make_an_item_endless() -> None:
    hits = find("", "en", "Italy and Türkiye. " * 5_000)
    assert len(hits) == 500


# --- The data itself --------------------------------------------------------------------------------------------------
def test_ids_are_unique() -> None:
    ids = [entity.id for entity in load_entities()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("entity", load_entities(), ids=lambda entity: entity.id)
def test_entities_are_sound(entity: Entity) -> None:
    names = {make_pattern(name.written) for name in list_names(entity) if name.kind != "decoy"}
    assert entity.canonical and names
    assert {make_pattern(name) for name in (*entity.ambiguous, *entity.doubtful)} <= names
    assert entity.type != "person" or len(entity.countries) == 1
    assert all(any(set(make_pattern(decoy).split()) & set(n.split()) for n in names) for decoy in entity.not_names)
    assert (entity.valid_from or date.min) <= (entity.valid_to or date.max)
    assert not entity.against or entity.ambiguous or entity.doubtful
    assert not entity.context or entity.ambiguous
