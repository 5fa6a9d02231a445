"""Forms that an outlet fills in again are stories of their own, by their wording and in "other words" too."""

import pytest

from db.models import Article, Story
from tests.pipeline.building import Told, add_article, add_read_feed, list_articles, list_rows
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime

SHIPS = (
    "Ships of Türkiye and Italy expected in {0} on {1}: {2} container vessels, {3} tankers and {4} ferries from {5}. "
    "Pilots board from the outer roads. The terminal advises hauliers to book a day ahead and to bring the papers in "
    "two copies."
)
QUAKE = (
    "{0} açıklarında {2} büyüklüğünde deprem oldu. Türkiye ile İtalya'daki istasyonlar {3} kilometre derinlikte "
    "ölçtü, sarsıntı {5} ilinde {4} köyde hissedildi. Olumsuz bir durum yok, ekiplerin saha taraması sürüyor."
)
MATCH = (
    "Finisce {2}-{3} tra la squadra turca di {0} e quella italiana di {5}, giocata {1} davanti a {4} spettatori. Con "
    "questo risultato i padroni di casa restano in testa al girone e la prossima settimana giocano in trasferta."
)
FILLED = (
    ("Trieste", "Monday", 31, 12, 458, "Izmir"),
    ("Mersin", "Friday", 17, 26, 309, "Ancona"),
    ("Bari", "Sunday", 44, 35, 671, "Samsun"),
)


@pytest.mark.parametrize("form", [SHIPS, QUAKE, MATCH], ids=["ships", "quake", "match"])
def test_a_form_filled_in_again_is_another_story(runtime: Runtime, form: str) -> None:
    feed = add_read_feed(runtime)
    for values in FILLED:
        text = form.format(*values)
        add_article(runtime, feed, Told(" ".join(text.split()[:8]), text))
    ingest_arrived(runtime)
    articles = list_articles(runtime.database)
    assert [one.fingerprint is not None for one in articles] == [True] * 3, "all concern both countries"
    assert {one.relation for one in articles} <= {"new", "overlap"}, [one.relation_evidence for one in articles]
    assert len(list_rows(runtime.database, Story)) == 3


def test_the_same_form_with_the_same_values_is_a_copy(runtime: Runtime) -> None:
    for name in ("one", "two"):
        text = SHIPS.format(*FILLED[0])
        add_article(runtime, add_read_feed(runtime, name), Told(" ".join(text.split()[:8]), text))
    ingest_arrived(runtime)
    assert [one.relation for one in list_rows(runtime.database, Article)] == ["new", "duplicate"]
