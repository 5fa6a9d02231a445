"""A page that tells many things hour by hour is a round-up; one that follows one thing is a report of it."""

import pytest

from worker.news.roundup import is_roundup

SEA = (
    "Ore 8.50 – Ritrovata al largo di Sciacca la lancia scomparsa lunedì, salvi i due pescatori. Ore 8.20 – Ad Antalya "
    "si apre la fiera del marmo. Ore 7.40 – Aliscafi regolari per Ustica. Ore 7.15 – Fiamme in un capannone di Bari."
)
GULF = (
    "10:40 Körfezde rüzgâr nedeniyle vapur seferleri durdu.\n10:15 Bari'den gelen tırlar gümrükten geçti.\n"
    "09:50 Bakan, İtalyan heyetini kabul etti.\n09:20 Kapalı çarşıda çıkan yangın söndürüldü."
)
STRAIT = (
    "11.05: A tanker has run aground off Tekirdağ. 10.40: Milan prosecutors drop the case against the banker. "
    "10.10: Olive growers in Ayvalık expect a poor harvest. 9.30: Ankara names a new envoy to Rome."
)
# One thing, hour by hour: its people and places come back.
FIRE = (
    "11.05: Two Canadairs from Italy reach the fire near Marmaris. 10.40: Villagers near Marmaris leave by boat. "
    "10.10: The wind turns the flames towards the bay. 9.30: Smoke from the fire can be seen in Rhodes."
)
VERTICE = (
    "Ore 12.10 – Firmati undici accordi. Ore 11.30 – Il premier accoglie il presidente turco a Villa Pamphilj. "
    "Ore 10.50 – Il presidente turco atterra a Ciampino. Ore 9.15 – Chiuse al traffico le strade attorno alla villa."
)
GRIZU = (
    "14:10 İtalyan uzmanlar ocağa indi. 13:45 Ocakta kalan yedi madenciden ses alındı. 13:00 Ocağın ağzında bekleyen "
    "aileler için çadır kuruldu. 12:20 Vali, madencilerin yerinin bilindiğini söyledi."
)


CRONACA = (
    "Ore 7.10 – Un boato sveglia il quartiere di Bornova. Ore 7.40 – Arrivano le prime ambulanze. Ore 8.30 – I vigili "
    "entrano nel palazzo. Ore 9.15 – Estratte due persone vive. Ore 11.00 – La procura apre un fascicolo."
)
TARIFFE = "10.30 euro per il ponte. 9.20 euro in poltrona. 8.50 euro per gli studenti. 7.40 euro per i residenti."


@pytest.mark.parametrize(
    ("title", "text", "roundup"),
    [
        ("Mediterraneo, le notizie in diretta", SEA, True),
        ("Gün gün, saat saat: son gelişmeler", GULF, True),
        ("Live: the day around the straits", STRAIT, True),
        ("Live: forest fire near Marmaris", FIRE, False),
        ("Vertice Italia-Turchia, la diretta", VERTICE, False),
        ("Esplosione a Izmir, la cronaca", CRONACA, False),
        ("Traghetti, quanto costa la traversata", TARIFFE, False),
        ("Canlı: Maden ocağında grizu patlaması", GRIZU, False),
        ("Ferry times", "The ferry leaves at 8.40 and at 9.50. It is back by 17.30 and by 18.10.", False),
    ],
)
def test_a_live_page_of_unlike_points_is_a_round_up(title: str, text: str, roundup: bool) -> None:
    assert is_roundup(title, text) is roundup
