"""Who had a story first in each language, as the digest, `explain`, `stories` and a replay tell it."""

import json
from datetime import timedelta

from sqlalchemy import select

from config.settings import Settings
from db.outbox_models import Delivery, Subscription
from tests.pipeline.building import Told, TurnableClock, add_article, add_read_feed, add_subscription, list_articles
from tests.pipeline.reading import follow
from worker.pipeline.digest import write_digest
from worker.pipeline.explain import explain_article
from worker.pipeline.replay import ReplayOptions, open_replay, read_lines
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime
from worker.pipeline.storylist import list_facts, show_story

# Seen in this order; the Italian one was written first, but its feed was polled last.
REPORTS = (
    (
        "Haber Örnek", "tr", 130,
        Told("Leonardo ile Baykar Torino'da 48 insansız hava aracı üretecek",
             "Leonardo ile Baykar, Torino yakınındaki ortak tesiste yılda 48 insansız hava aracı üretecek. Anlaşma "
             "Roma'da Türkiye ve İtalya bakanlarının huzurunda imzalandı."),
    ),
    (
        "Gazete Örnek", "tr", 140,
        Told("Leonardo ile Baykar'dan Torino'da insansız hava aracı tesisi",
             "Leonardo ile Baykar, Torino yakınındaki ortak tesiste yılda 48 insansız hava aracı üretecek. Türkiye ve "
             "İtalya bakanları Roma'daki imza töreninde hazır bulundu."),
    ),
    (
        "Agenzia Esempio", "it", 0,
        Told("Leonardo e Baykar produrranno a Torino 48 droni l'anno - ANSA",
             "Leonardo e Baykar produrranno 48 droni l'anno nello stabilimento comune vicino a Torino. L'accordo è "
             "stato firmato a Roma alla presenza dei ministri di Italia e Turchia."),
    ),
)  # fmt: skip


def report(runtime: Runtime, turnable: TurnableClock) -> int:
    """The reports, in the order they are seen; the story they end up in."""
    start = turnable.at
    turnable.turn(hours=3)
    for outlet, language, minutes, told in REPORTS:
        feed_id = add_read_feed(runtime, outlet, language=language)
        add_article(runtime, feed_id, told, language=language, published_at=start + timedelta(minutes=minutes))
        turnable.turn(minutes=1)
        follow(runtime)
    (story,) = {one.story_id for one in list_articles(runtime.database)}
    assert story is not None
    return story


def test_the_first_to_write_is_first_whoever_was_polled_first(runtime: Runtime, turnable: TurnableClock) -> None:
    daily = add_subscription(runtime, "daily", schedule="daily 08:00 Europe/Rome")
    story = report(runtime, turnable)
    rows = show_story(runtime, story)
    assert [(one.source, one.lag_seconds, one.first_in_language) for one in rows] == [
        ("Agenzia Esempio", 0, True),
        ("Haber Örnek", 130 * 60, True),
        ("Gazete Örnek", 140 * 60, False),
    ]
    (facts,) = list_facts(runtime, 3)
    explained = explain_article(runtime, str(rows[0].id)).story
    assert explained is not None
    assert facts.firsts == explained.firsts
    assert [(one.language, one.outlet, one.lag_seconds) for one in facts.firsts] == [
        ("it", "Agenzia Esempio", 0),
        ("tr", "Haber Örnek", 130 * 60),
    ]
    with runtime.database.write() as session, session.begin():
        write_digest(runtime, session, session.get_one(Subscription, daily), runtime.now(), forced=True)
        (payload,) = session.scalars(select(Delivery.payload))
    (block,) = payload["sections"][0]["blocks"]
    assert block["headline"] == "Leonardo e Baykar produrranno a Torino 48 droni l'anno", "of who had it first"
    lines = {line["label"]: line["text"] for line in block["lines"]}
    assert lines["First by language"] == "it: Agenzia Esempio; tr: Haber Örnek, 2 h 10 min later"
    assert lines["Sources"] == "Agenzia Esempio (it) first; Haber Örnek (tr), Gazete Örnek (tr)"


def test_a_replay_tells_lags_where_times_are_given(settings: Settings, rules: Rules) -> None:
    items = [
        {"id": outlet, "title": told.title, "summary": told.text, "source": outlet, "language": language}
        | (
            {"published": f"2026-03-02T{9 + minutes // 60:02}:{minutes % 60:02}:00Z"}
            if outlet != "Gazete Örnek"
            else {}
        )
        for outlet, language, minutes, told in REPORTS
    ]
    options = ReplayOptions(seeds=False, lags=True)
    with open_replay(settings, rules, read_lines(map(json.dumps, items), "-"), options) as run:
        decisions = list(run.run(lambda _: None))
    assert len({one["story"] for one in decisions}) == 1
    assert [(one["lag_seconds"], one["first_in_language"]) for one in decisions] == [
        (130 * 60, True),
        (None, None),
        (0, True),
    ]
