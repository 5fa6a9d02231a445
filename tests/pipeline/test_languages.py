"""What a reader of Turkish or Italian gets: no word of ours in English, whatever a digest or an alert says."""

from pathlib import Path

import pytest
from sqlalchemy import update

from config.models import RecipientFile, SubscriptionFile
from db.models import Feed, Poll
from db.outbox_models import Delivery, Recipient, Subscription
from tests.pipeline.building import (
    UPDATE,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    add_subscription,
    list_rows,
)
from tests.pipeline.reading import follow
from tests.pipeline.test_headline import load_seed
from worker.net.mail import render_text
from worker.pipeline.convert import unpack_message
from worker.pipeline.digest import preview_digest
from worker.pipeline.prepare import write_subscription
from worker.pipeline.runtime import Runtime

MUSEUM = Told(
    "Torino, museo chiuso per lavori",
    "Il museo della città resta chiuso fino a giugno. La mostra di maioliche di Kütahya arriva in primavera.",
)
NEARLY = Told(
    "Milano, mostra di fotografia",
    "Si apre a Milano una mostra di cento fotografie del porto di Genova. Un fotografo di Istanbul è tra gli ospiti.",
)
# What no reader of another language should find: pieces of every sentence that is ours in English.
ENGLISH = (
    *(
        "names both",
        "both are",
        "only ",
        "is named",
        "wording",
        "the same",
        "adds",
        "context",
        "alias",
        "seed",
        "Known",
    ),
    *("Why", "Figures", "people", "Coverage", "feeds", "answers", "unavailable", "industry", "rule "),
)
EXPECTED = {
    "tr": [
        "Türkiye–İtalya, ",
        "Savunma sanayii ve askerî iş birliği",
        "ikisi de anılıyor: ",
        " ve Leonardo",
        "310 kişi",
        "(daha önce okundu, 28 Şub 2026)",
        "kural “entity:baykar entity:leonardo”",
        "yakınında “baykar” geçiyor",
        "(başlangıç arşivi, 28 Şub 2026) metninin biraz değiştirilmiş kopyası",
        "şöyle bir anılıyor: Kütahya (TR) ve Torino (IT)",
        "sunucu hatası, 503",
    ],
    "it": [
        "Turchia–Italia, ",
        "Industria della difesa e cooperazione militare",
        "nomina entrambi: ",
        " e Leonardo",
        "310 persone",
        "(già letta, 28 feb 2026)",
        "regola “entity:baykar entity:leonardo”",
        "vicino a “baykar”",
        "(archivio iniziale, 28 feb 2026), appena ritoccata",
        "solo di sfuggita: Kütahya (TR) e Torino (IT)",
        "errore del server, 503",
    ],
}


def subscribe(runtime: Runtime, name: str, query: str, schedule: str, language: str) -> None:
    """A subscription of one reader."""
    recipient = RecipientFile(to="file:desk", reads=(language,))
    file = SubscriptionFile(name=name, query=query, schedule=schedule, recipients=(recipient,))
    with runtime.database.write() as session, session.begin():
        row = Subscription(name=name, origin="user", created_at=runtime.now(), schedule="", paused=False)
        write_subscription(row, file, runtime.now())
        session.add(row)


def fail_feed(runtime: Runtime, feed: int) -> None:
    """A feed whose server failed at the last poll."""
    with runtime.database.write() as session, session.begin():
        error = "https://outlet.example/x: answers 503 Service Unavailable"
        session.execute(update(Feed).where(Feed.id == feed).values(state="failing", error=error, failure_weight=1.0))
        session.add(Poll(feed_id=feed, started_at=runtime.now(), outcome="server", status=503))


@pytest.mark.parametrize("language", ["tr", "it"])
def test_every_word_of_ours_is_in_the_readers_language(
    runtime: Runtime, turnable: TurnableClock, tmp_path: Path, language: str
) -> None:
    subscribe(runtime, "daily", "", "daily 08:00 Europe/Rome", language)
    subscribe(runtime, "copies", "title:opened", "daily 08:00 Europe/Rome", language)
    subscribe(runtime, "desk", "entity:baykar AND entity:leonardo", "instant", language)
    load_seed(runtime, tmp_path, WIRE)
    fail_feed(runtime, add_read_feed(runtime, "broken"))
    feed = add_read_feed(runtime)
    for one in (UPDATE, Told("Opened", WIRE.text), MUSEUM, NEARLY):
        add_article(runtime, feed, one)
    follow(runtime)
    alerts = [unpack_message(one.payload) for one in list_rows(runtime.database, Delivery)]
    digests = [preview_digest(runtime, name, (language,)) for name in ("daily", "copies")]
    messages = [one for one in (*alerts, *digests) if one is not None]
    assert (len(alerts), len(messages)) == (1, 3)
    text = "\n".join(f"{one.subject}\n{render_text(one)}" for one in messages)
    plain = " ".join(text.split())
    assert [one for one in EXPECTED[language] if one not in plain] == []
    for told in (UPDATE, WIRE, MUSEUM, NEARLY):
        for words in (told.title, *told.text.split(". ")):
            plain = plain.replace(words, "")
    assert [one for one in ENGLISH if one in plain] == []


def test_a_subscription_without_a_query_says_what_it_takes(runtime: Runtime) -> None:
    add_subscription(runtime, "desk")
    with runtime.database.write() as session, session.begin():
        session.execute(update(Recipient).values(languages=["tr"]))
    add_article(runtime, add_read_feed(runtime), WIRE)
    follow(runtime)
    (delivery,) = list_rows(runtime.database, Delivery)
    assert "abonelik Türkiye–İtalya ile ilgili her şeyi alıyor" in render_text(unpack_message(delivery.payload))
