"""Forty reports of one summit, three languages, an hour: one story, one alert, and what happened since."""

from collections import Counter
from datetime import datetime, timedelta

from db.models import Story
from db.outbox_models import Delivery, Match
from tests.pipeline.building import Told, TurnableClock, add_article, add_read_feed, add_subscription, list_rows
from tests.pipeline.data_summit import Report, list_reports
from worker.pipeline.alert import alert_judged
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.runtime import Runtime

MOST_UPDATES = 2


def publish(runtime: Runtime, feeds: dict[str, int], number: int, report: Report, at: datetime) -> None:
    """A report arrives and goes through the steps."""
    if report.outlet not in feeds:
        feeds[report.outlet] = add_read_feed(runtime, report.outlet)
    url = report.page or f"https://{report.outlet}.example/{number}"
    told, guid = Told(report.title, report.text), report.page or str(number)
    add_article(runtime, feeds[report.outlet], told, guid, url=url, language=report.language, published_at=at)
    ingest_arrived(runtime)
    alert_judged(runtime)


def test_forty_reports_are_one_story_and_few_alerts(runtime: Runtime, turnable: TurnableClock) -> None:
    desk = add_subscription(runtime, "desk", "meloni AND erdogan", "file:desk")
    feeds: dict[str, int] = {}
    start = turnable()
    reports = list_reports()
    assert len(reports) == 40
    for number, report in enumerate(reports):
        turnable.at = start + timedelta(minutes=report.minute)
        publish(runtime, feeds, number, report, turnable.at)
    for _ in range(4):  # what was held back goes out when its pause is over
        turnable.turn(hours=2)
        alert_judged(runtime)
    stories = list_rows(runtime.database, Story)
    assert [(one.article_count, sorted(one.languages)) for one in stories] == [(40, ["en", "it", "tr"])]
    matches = [one for one in list_rows(runtime.database, Match) if one.subscription_id == desk]
    sent = Counter(one.kind for one in matches if one.sent)
    assert (len(matches), sent["first"]) == (40, 1)
    assert 1 <= sent["update"] <= MOST_UPDATES, [(one.kind, one.reason) for one in matches if one.kind == "update"]
    assert len(list_rows(runtime.database, Delivery)) == sent.total()
