"""Every person, company and institution that the five seed documents name is found, as they spell it.

The pairs were read off the documents by hand; the sentences that carry them here are ours. The networks of the share
footer (seed 002) are furniture of an outlet and no names. Where the documents lie beside the checkout they are judged
too.
"""

from pathlib import Path

import pytest

from tests.news.load_rules import load_judge
from worker.news.types import Item

ORIGINALS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"

PERSONS = {
    "akar": ("Hulusi Akar", "Akar"),
    "bayraktar_s": ("Selçuk Bayraktar",),
    "cingolani": ("Roberto Cingolani",),
    "crosetto": ("Guido Crosetto", "Crosetto", "Crosettos"),
    "erdogan": ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Erdoğan", "Erdogan"),
    "fidan": ("Hakan Fidan", "Fidan"),
    "guler": ("Yasar GULER", "Guller"),
    "meloni": ("Giorgia Meloni", "Meloni"),
    "piantedosi": ("Matteo Piantedosi",),
    "soylu": ("Süleyman Soylu",),
    "tajani": ("Antonio Tajani", "Tajani"),
}
COMPANIES = {
    "baykar": ("Baykar",),
    "leonardo": ("Leonardo", "defense firm Leonardo", "Leonardo CEO"),
    "lba": ("Italian Turkish joint venture",),
    "tai": ("Turkish Aerospace Company Tai",),
}
INSTITUTIONS = {
    "aa": ("AA Photo",),
    "eu": ("European Union", "EU"),
    "g20": ("G-20 Summit",),
    "guardiacostiera": ("their coast guards", "gendarmerie and coast guard"),
    "igs4": ("4th Intergovernmental Summit", "Italian-Turkey intergovernmental summit"),
    "it_government": ("Italian government",),
    "it_mod": ("Ministry of Defense",),
    "nato": ("NATO",),
    "novaag": ("Agenzia Nova", "Nova News"),
    "sahilguvenlik": ("their coast guards", "gendarmerie and coast guard"),
    "tr_mfa": ("Turkish Foreign Ministry",),
    "tr_mod": ("Turkish Defense Ministry",),
    "tr_moi": ("Turkish Interior Ministry",),
}
PLACES_AND_PLATFORMS = {
    "IT": ("Italy", "Italian"),
    "TR": ("Türkiye", "Turkey", "Trkiye", "Turkish"),
    "akinci": ("Akinci",),
    "ankara": ("Ankara",),
    "euro2032": ("Euro 2032",),
    "eutr2016": ("2016 EU-Turkey migration deal",),
    "istanbul": ("Istanbul",),
    "izmir": ("Izmir",),
    "rome": ("Rome",),
    "ronchi": ("Ronchi Dei Legionari",),
    "spezia": ("Spezia",),
    "tb2": ("TB2",),
    "villapamphili": ("Villa Pamphili",),
}
# What a document says around a name that means several things: a title, a trade, both countries.
CARRIERS = {
    "akar": "On Monday the defence minister, {}, spoke about Türkiye's plans.",
    "akinci": "Baykar builds the drone {} on Monday.",
    "fidan": "The Turkish foreign minister {} spoke in Rome.",
    "guler": "On Monday the counterpart {} spoke about defence in Ankara.",
    "leonardo": "On Monday the {} signed with the Turkish drone maker Baykar.",
    "lba": "Leonardo and Baykar found an {} for drones.",
    "it_mod": "The {} published a picture of Crosetto.",
}
COUNTRIES_NAMED = "Italy and Türkiye spoke on Monday; {} came up as well."

PAIRS = [
    (entity, spelling)
    for table in (PERSONS, COMPANIES, INSTITUTIONS, PLACES_AND_PLATFORMS)
    for entity, spellings in table.items()
    for spelling in spellings
]
# By number: the entities of that document among those above.
IN_DOCUMENT = {
    "000": "IT TR akar crosetto erdogan g20 guardiacostiera meloni piantedosi sahilguvenlik soylu tr_mfa tr_mod tr_moi",
    "001": "IT TR aa ankara baykar bayraktar_s cingolani erdogan eu euro2032 igs4 izmir leonardo meloni nato rome "
    "villapamphili",
    "002": "IT TR akinci ankara baykar crosetto erdogan guler igs4 istanbul it_mod lba leonardo novaag rome ronchi "
    "spezia tai tb2 tr_mod",
    "003": "IT TR ankara baykar erdogan eu euro2032 igs4 it_government izmir leonardo meloni nato rome villapamphili",
    "004": "IT TR ankara eu eutr2016 fidan guardiacostiera rome sahilguvenlik tajani",
}


def name_sure(text: str) -> frozenset[str]:
    return frozenset(load_judge().judge(Item(title="", content=text, language="en")).entity_ids)


@pytest.mark.parametrize(("entity", "spelling"), PAIRS)
def test_a_name_of_the_seeds_is_found(entity: str, spelling: str) -> None:
    assert entity in name_sure(CARRIERS.get(entity, COUNTRIES_NAMED).format(spelling))


@pytest.mark.parametrize("number", IN_DOCUMENT)
def test_the_documents_name_whom_they_name(number: str) -> None:
    documents = sorted(ORIGINALS.glob(f"{number}_*.txt"))
    if not documents:
        pytest.skip("the seed documents are not in the repository; their fingerprints are (seeds/)")
    assert set(IN_DOCUMENT[number].split()) <= name_sure(documents[0].read_text(encoding="utf-8"))


def test_every_pair_belongs_to_a_document() -> None:
    listed = {entity for entities in IN_DOCUMENT.values() for entity in entities.split()}
    assert listed == {entity for entity, _ in PAIRS}
