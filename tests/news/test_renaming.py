"""A name put right is told with the one it replaces; another form of a name, a title or an edited text is none."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.news.data_events import EventReport
from tests.news.tell_events import tell_stories
from worker.news.fingerprint import make_fingerprint
from worker.news.novelty import find_added, new_sentences
from worker.news.relation import relate_wording
from worker.news.types import Candidate, Item, Relation, RelationKind

NOON = datetime(2026, 5, 6, 12, tzinfo=UTC)
LEAK = {
    "en": "A gas leak in a Turkish-owned bakery in Palermo killed three people on Monday morning, the fire brigade "
    "said. The owner, Hakan Sezer, had asked for an inspection in May. Neighbours in Palermo told reporters "
    "they had smelled gas for days, and prosecutors opened a file against unknown persons. Schools nearby were "
    "closed.",
    "tr": "Palermo'da bir Türk'e ait fırında meydana gelen gaz patlamasında üç kişi hayatını kaybetti. İtfaiye, "
    "patlamanın pazartesi sabahı olduğunu açıkladı. İş yeri sahibi Hakan Sezer mayısta denetim istemişti. "
    "Palermo halkı günlerdir gaz kokusu aldığını söyledi, savcılık soruşturma başlattı.",
    "it": "Tre persone sono morte lunedì mattina a Palermo per una fuga di gas in un panificio di proprietà turca, "
    "riferiscono i vigili del fuoco. Il titolare, Hakan Sezer, aveva chiesto un controllo a maggio. I vicini "
    "dicono di aver sentito odore di gas per giorni, e la procura di Palermo ha aperto un fascicolo contro "
    "ignoti.",
}
SUMMIT = {
    "en": "ROME, Nov 16 (Aegean Wire) - Turkish President Recep Tayyip Erdoğan told Reuters on Monday that Türkiye "
    "would host the EU summit on fishing in Smyrna next October. Meanwhile the Italian Foreign Minister, Paolo "
    "Rossi, said the company would build a terminal. Ankara had asked for it, Rossi said. The harbour master "
    "and Milano officials agreed.",
    "tr": "ANKARA (AW) - Türkiye Cumhurbaşkanı Recep Tayyip Erdoğan pazartesi günü Reuters'a yaptığı açıklamada AB "
    "balıkçılık zirvesinin ekim ayında İzmir'de yapılacağını söyledi. İtalya Dışişleri Bakanı Paolo Rossi ise "
    "şirketin yeni bir terminal kuracağını belirtti. Ankara bunu istemişti, diyen Rossi Milano'daki toplantıyı "
    "hatırlattı.",
    "it": "ROMA, 16 NOV (AW) - Il presidente turco Recep Tayyip Erdoğan ha detto lunedì a Reuters che la Turchia "
    "ospiterà a Smirne in ottobre il vertice della UE sulla pesca. Intanto il ministro degli Esteri, Paolo "
    "Rossi, ha annunciato che la società costruirà un terminal. Ankara lo aveva chiesto, ha detto Rossi a "
    "Milano.",
}
CHANGED = "but a figure changed: 3 people → 5 people, a name changed: Palermo → Catania"


def relate(language: str, old: str, new: str, hours: int = 2) -> Relation:
    known, item = (Item("Gas", content=text, language=language) for text in (old, new))
    candidate = Candidate(1, make_fingerprint(known), "“Gas”", dated_at=NOON)
    return relate_wording(item, make_fingerprint(item), NOON + timedelta(hours=hours), [candidate])


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "Palermo", "Catania"),
        ("en", "Palermo", "Reggio Calabria"),
        ("en", "Hakan Sezer", "Cemal Aydın"),
        ("tr", "Palermo", "Catania"),
        ("tr", "Palermo", "Reggio Calabria"),
        ("tr", "Hakan", "Serkan"),
        ("it", "Palermo", "Catania"),
        ("it", "Sezer", "Yalçın"),
    ],
)
def test_a_name_put_right_is_an_update_that_tells_both(language: str, old: str, new: str) -> None:
    text = LEAK[language].replace(old, new)
    relation = relate(language, LEAK[language], text)
    assert (relation.kind, relation.of) == (RelationKind.UPDATE, 1)
    assert relation.evidence.endswith(f"but a name changed: {old} → {new}")
    known = make_fingerprint(Item("", content=LEAK[language])).shingles
    added = find_added(text, known, (), language)
    assert added and all(new in sentence for sentence in added)
    assert find_added(LEAK[language], known, (), language) == []


def test_figures_and_names_that_changed_are_told_together() -> None:
    new = LEAK["en"].replace("Palermo", "Catania").replace("killed three", "killed five")
    assert relate("en", LEAK["en"], new).evidence.endswith(CHANGED)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "Türkiye would", "Turkey would"),
        ("en", "Turkish President", "Türkiye's President"),
        ("en", "Ankara had", "Turkey had"),
        ("en", "Rossi said", "Mr Rossi said"),
        ("en", "President Recep Tayyip Erdoğan", "Recep Tayyip Erdoğan"),
        ("en", "Recep Tayyip Erdoğan", "Erdoğan"),
        ("en", "EU summit", "European Union summit"),
        ("en", "Smyrna", "Izmir"),
        ("en", "October", "September"),
        ("en", "ROME", "ISTANBUL"),
        ("en", "Reuters", "Harbour News"),
        ("en", "the company", "Baykar"),
        ("en", "Milano", "Milan"),
        ("en", "Paolo Rossi", "Paolo Rosi"),
        ("tr", "Türkiye Cumhur", "Türk Cumhur"),
        ("tr", "Reuters'a", "Anadolu'ya"),
        ("tr", "AB balık", "Avrupa Birliği balık"),
        ("tr", "şirketin", "Baykar'ın"),
        ("tr", "Ankara bunu", "Türkiye bunu"),
        ("tr", "toplantıyı", "Roma'yı"),
        ("it", "la Turchia ospiterà", "Ankara ospiterà"),
        ("it", "Smirne", "Izmir"),
        ("it", "UE", "Unione europea"),
        ("it", "la società", "Baykar"),
        ("it", "Rossi a", "il ministro a"),
    ],
)
def test_another_form_of_a_name_and_a_title_are_none(language: str, old: str, new: str) -> None:
    relation = relate(language, SUMMIT[language], SUMMIT[language].replace(old, new, 1))
    assert relation.kind.adds_nothing, relation.evidence


def test_an_edited_text_that_names_others_is_a_copy() -> None:
    edits = {"gas for days": "gas since Friday", "had asked for": "had wanted", "Schools nearby": "All schools around"}
    new = LEAK["en"].replace("Palermo", "Catania").replace("a file", "an inquiry").replace("killed", "left dead")
    for old, other in edits.items():
        new = new.replace(old, other)
    assert relate("en", LEAK["en"], new).kind is not RelationKind.UPDATE


def test_the_same_words_with_another_name_a_day_later_are_a_form() -> None:
    new = LEAK["en"].replace("Palermo", "Catania")
    relation = relate("en", LEAK["en"], new, hours=24)
    assert (relation.kind, relation.of) == (RelationKind.NEW, None)
    assert relation.evidence.endswith("a name changed: Palermo → Catania, a day later: a template filled in again")


@pytest.mark.parametrize(("hours", "stories"), [(2, 1), (24, 2)])
def test_what_is_a_form_by_wording_is_no_story_by_what_it_tells(hours: int, stories: int) -> None:
    """By names, numbers and what happened the two are all but one."""
    texts = LEAK["en"], LEAK["en"].replace("Palermo", "Catania")
    times = NOON, NOON + timedelta(hours=hours)
    told = [EventReport("F01.1", "en", at, "Gas leak kills three", text) for at, text in zip(times, texts, strict=True)]
    assert len(set(tell_stories(told))) == stories


def test_a_name_put_in_beside_another_is_no_other_name() -> None:
    told = "The harbour master of Mersin said that the ferry from Bari would leave a day later than planned."
    known = make_fingerprint(Item("", content=told)).shingles
    for old, new in (("ferry from Bari", "ferry Olimpia from Bari"), ("of Mersin", "of the port of Mersin")):
        assert new_sentences(told.replace(old, new), known) == find_added(told.replace(old, new), known, (), "en") == []
