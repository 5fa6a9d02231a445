"""A story that is new to a digest tells also what its later reports changed or added, briefly, and no other words."""

import pytest

from tests.pipeline.building import Told, TurnableClock, add_article, add_read_feed, add_subscription
from tests.pipeline.reading import follow
from worker.pipeline.digest import preview_digest
from worker.pipeline.runtime import Runtime

FIRST = Told(
    "Turkish coast guard and Italian patrol vessel rescue 28 migrants off Kas",
    "The Turkish coast guard and an Italian patrol vessel of the Frontex mission rescued twenty-eight migrants off Kas "
    "in the province of Antalya on Thursday. Their rubber boat had lost its engine in high waves. The vessel of the "
    "Guardia di Finanza saw the boat at dawn, four miles off the coast, and told the rescue centre in Ankara. Nine "
    "children are among them. The boat had left Demre for Calabria.",
)
TURKISH = Told(
    "Kaş açıklarında 28 düzensiz göçmen kurtarıldı",
    "Antalya'nın Kaş ilçesi açıklarında motoru bozulan lastik bottaki 28 düzensiz göçmen, Türk Sahil Güvenlik ekipleri "
    "ve Frontex görevindeki bir İtalyan devriye gemisi tarafından kurtarıldı. Guardia di Finanza'ya ait İtalyan gemisi "
    "botu şafak vakti kıyının dört mil açığında görüp Ankara'daki kurtarma merkezine haber verdi. Kurtarılanlar "
    "arasında dokuz çocuk var. Demre'den yola çıkan bot Calabria'ya gidiyordu.",
)
CORRECTED = Told(TURKISH.title.replace("28", "29"), TURKISH.text.replace("28 düzensiz", "29 düzensiz"))
ITALIAN = Told(
    "Migranti, 28 soccorsi al largo di Kas da guardia costiera turca e nave italiana",
    "La guardia costiera turca e una motovedetta italiana della missione Frontex hanno soccorso 28 migranti vicino a "
    "Kas, nella provincia di Antalya. L'unità della Guardia di Finanza ha visto il gommone all'alba, a quattro miglia "
    "dalla costa, e ha avvertito il centro di soccorso di Ankara. Ci sono nove bambini. Il gommone, partito da Demre, "
    "era diretto in Calabria.",
)
DEATH = "Un uomo di circa quarant'anni è morto durante il trasporto in ospedale."
DEADLY = Told(ITALIAN.title, f"{ITALIAN.text} {DEATH}")


def tell_story(runtime: Runtime, turnable: TurnableClock, *reports: Told, language: str = "en") -> dict[str, str]:
    """The lines of the one story of a first digest, after some reports, by their labels."""
    add_subscription(runtime, "daily", "", "file:desk", schedule="daily 08:00 Europe/Rome")
    turkish = add_read_feed(runtime, "turkish")
    for number, told in enumerate(reports):
        own = told in (TURKISH, CORRECTED)
        feed = turkish if own else add_read_feed(runtime, f"outlet{number}")
        add_article(runtime, feed, told, "kas" if own else "")
        follow(runtime)
        turnable.turn(minutes=20)
    message = preview_digest(runtime, "daily", [language])
    assert message is not None
    (block,) = [block for section in message.sections for block in section.blocks]
    assert block.status in ("new", "yeni", "nuovo", "nuova")
    return {line.label: line.text for line in block.lines}


def test_what_a_report_in_another_language_corrected_is_told(runtime: Runtime, turnable: TurnableClock) -> None:
    lines = tell_story(runtime, turnable, FIRST, TURKISH, CORRECTED)
    assert lines["Figures"] == "28 people → 29 people"
    assert lines["Later reports"].startswith("Antalya'nın Kaş ilçesi açıklarında motoru bozulan lastik bottaki 29 düz")
    assert "twenty-eight migrants" in lines[""]


def test_a_figure_that_was_taken_back_changes_none(runtime: Runtime, turnable: TurnableClock) -> None:
    lines = tell_story(runtime, turnable, TURKISH, CORRECTED, ITALIAN)
    assert "28 migranti" in lines[""] or "29 düzensiz" in lines[""]
    assert "Figures" not in lines


def test_a_reader_whose_opening_says_it_is_not_told_twice(runtime: Runtime, turnable: TurnableClock) -> None:
    lines = tell_story(runtime, turnable, FIRST, CORRECTED, language="tr")
    assert "29 düzensiz göçmen" in lines[""]
    assert "Sonraki haberler" not in lines


@pytest.mark.parametrize(("language", "label"), [("en", "Later reports"), ("it", "Notizie successive")])
def test_a_death_that_only_a_later_report_tells_is_told(
    runtime: Runtime, turnable: TurnableClock, language: str, label: str
) -> None:
    assert tell_story(runtime, turnable, FIRST, DEADLY, language=language)[label] == DEATH


@pytest.mark.parametrize(("text", "date"), [("", ""), (" A hearing is set for 9 June in Antalya.", "9 June")])
def test_only_what_is_material_is_told(runtime: Runtime, turnable: TurnableClock, text: str, date: str) -> None:
    lines = tell_story(runtime, turnable, FIRST, TURKISH, ITALIAN, Told("Migrants off Kas rescued", FIRST.text + text))
    assert lines.get("Later reports", "") == text.strip()
    assert "Figures" not in lines
    assert date in lines.get("Later reports", "")
