"""What is no news in an item is left aside where items are compared, and only that."""

import pytest

from worker.news.asides import CAPTION, CLOSING, DATELINE, ELSEWHERE, NOTICE, find_asides, list_asides, strip_item
from worker.news.types import EntityHit, Item, Judgement, Relevance

NEWS = "Leonardo ha ottenuto dalla Turchia un ordine per sei radar. La consegna è prevista in due anni."
JUDGED = Judgement("it", Relevance(True, 0.9))


def strip(text: str, title: str = "Sei radar", *furniture: str) -> Item:
    """An item of these words, as it is compared."""
    return strip_item(Item(title, content=text, furniture=furniture), JUDGED)[0]


@pytest.mark.parametrize(
    "dateline",
    [
        "(ANSA) - ROMA, 02 MAR - ",
        "(ANSA) - ",
        "(Agenzia Nova) - Roma - ",
        "Roma, 2 mar. (askanews) - ",
        "ROMA (AA) - BARIŞ KAYA - ",
        "ANKARA, March 2 (Reuters) - ",
        "ISTANBUL (AP) — ",
        "İSTANBUL (İHA) - ",
        "AA - ",
        "Istanbul, 2 Mart 2026 (DHA) – ",
    ],
)
def test_an_agency_names_itself_first(dateline: str) -> None:
    assert strip(dateline + NEWS).text == NEWS
    assert [one.why for one in find_asides(dateline + NEWS)] == [DATELINE]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("(ANSA) - Meloni: accordo con Ankara.", "Meloni: accordo con Ankara."),
        ("(ANSA) Meloni - Erdogan, accordo fatto.", "Meloni - Erdogan, accordo fatto."),
        ("ANKARA (AA) - TCMB: enflasyon geriledi.", "TCMB: enflasyon geriledi."),
        ("ANKARA (AA) - NATO - AB zirvesi.", "NATO - AB zirvesi."),
        ("ANSA - ROMA - Accordo con Ankara.", "Accordo con Ankara."),
    ],
)
def test_who_speaks_after_a_dateline_is_no_part_of_it(text: str, kept: str) -> None:
    assert strip(text).text == kept


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "Aselsan (ASELS) - the Turkish maker of radars - sold six of them to Leonardo.",
        "Leonardo said on Monday that it had told the agency (ANSA) of six radars - the first ones.",
        "Accordo: Roma e Ankara firmano.",
        "The Italian Chamber in Izmir wants visitors to subscribe to its courses. It has eleven of them.",
        "Photographers of both countries met in Bari. They showed pictures by nine of them.",
        "Cookie makers from Bursa opened a shop in Milan. They use cookies of their grandmothers' kind. Tea is free. "
        "A second shop follows in Turin.",
        "Foto: Leonardo e Baykar firmano un accordo per sei radar, presenti i ministri dei due paesi, a Roma lunedì.",
        "Read together, the two accords make a pipeline likelier, said the minister.",
        "",
    ],
)
def test_news_stays(text: str) -> None:
    item = Item("Six radars", content=text)
    assert strip_item(item, JUDGED) == (item, JUDGED)
    assert list_asides(item) == []


@pytest.mark.parametrize(
    ("text", "kept", "why"),
    [
        (f"File photo: flags of both countries in Ankara. {NEWS}", NEWS, [CAPTION]),
        (f"(Foto: Palazzo Chigi, archivio) {NEWS}", NEWS, [CAPTION]),
        (f"(ANSA) - ROMA, 02 MAR - [FOTO ANSA] {NEWS}", NEWS, [DATELINE, CAPTION]),
        (f"{NEWS} Fotoğraf: Anadolu Ajansı.", NEWS, [CAPTION]),
        (f"{NEWS} [Photo: Türkiye's ministry of defence]", NEWS, [CAPTION]),
        (f"{NEWS} Leggi anche: Erdogan riceve Meloni ad Ankara.", NEWS, [CLOSING]),
        (f"{NEWS} Seguici su Telegram. Riproduzione riservata", NEWS, [CLOSING, CLOSING]),
        (f"{NEWS} (ANSA). RIPRODUZIONE RISERVATA © Copyright ANSA", NEWS, [DATELINE, CLOSING]),
        (f"{NEWS} (ANSA)", NEWS, [DATELINE]),
        (
            f"{NEWS}\n\nİlgili Haberler\n\nErdoğan Meloni'yi kabul etti\n\nRoma'da zirve",
            NEWS,
            [CLOSING, ELSEWHERE, ELSEWHERE],
        ),
        (f"{NEWS} Reporting by A Writer; Editing by B Editor", NEWS, [CLOSING]),
        ("Read more on our site", "", [CLOSING]),
        ("Leggi l'articolo completo", "", [CLOSING]),
        ("Checking your browser. Enable JavaScript and cookies to continue.", "", [NOTICE, NOTICE]),
        ("Bu site çerez kullanır. Devam ederek çerez politikamızı kabul edersiniz. Ayarlar", "", [NOTICE] * 3),
        ("Questo sito utilizza i cookie. Accetta tutti i cookie", "", [NOTICE] * 2),
        ("Bu içeriği okumak için abone olun.", "", [NOTICE]),
    ],
)
def test_what_is_no_news_is_left_aside(text: str, kept: str, why: list[str]) -> None:
    assert strip(text).text == kept
    assert [reason for _, reason in list_asides(Item("Sei radar", content=text))] == why


def test_what_its_outlet_repeats_is_left_aside_wherever_it_stands() -> None:
    line = "Il Corriere del Bosforo racconta la regione."
    item = strip(f"{line} {NEWS} {line}", "Sei radar | Il Corriere", line, " | Il Corriere")
    assert (item.title, item.text) == ("Sei radar", NEWS)


def test_an_affix_never_takes_all_of_a_title() -> None:
    assert strip("", " | Il Corriere", " | Il Corriere").title == " | Il Corriere"


def test_a_block_page_says_nothing_not_even_by_its_title() -> None:
    item = strip("You don't have permission to access this page.", "Access denied")
    assert (item.title, item.text) == ("", "")
    assert strip(NEWS, "Access denied").title == "Access denied", "of a port, say"


def test_who_is_named_beside_the_news_is_not_named_in_it() -> None:
    text = f"{NEWS} Leggi anche: Erdogan riceve Meloni."
    hits = [EntityHit(name.lower(), text.index(name), text.index(name) + len(name), name, "text", "alias")
            for name in ("Leonardo", "Erdogan", "Meloni")]  # fmt: skip
    hits.append(EntityHit("ankara", 0, 6, "Ankara", "title", "alias"))
    judged = Judgement("it", Relevance(True, 0.9), entities=tuple(hits))
    item, bare = strip_item(Item("Ankara", content=text), judged)
    assert item.text == NEWS
    assert bare.entity_ids == ("leonardo", "ankara")
