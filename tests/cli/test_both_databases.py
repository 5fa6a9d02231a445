"""What the commands ask of SQL is answered alike by SQLite and PostgreSQL."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from config.models import FeedFile, RecipientFile, SubscriptionFile
from config.settings import Settings
from db.models import Article
from db.outbox_models import Delivery, Match
from db.session import Database
from tests.shipped import load_shipped
from worker.errors import UsageError
from worker.news.query import parse_query
from worker.pipeline import feedlist, outbox, subscribe
from worker.pipeline.deliver import deliver_pending
from worker.pipeline.explain import explain_article
from worker.pipeline.rehearse import rehearse_query
from worker.pipeline.replay import Line, Replay, ReplayOptions, make_rows, store_items
from worker.pipeline.runtime import Runtime
from worker.pipeline.status import gather_status

WIRE = (
    "The Italian company Leonardo and the Turkish drone maker Baykar said they would build a test hall near Bursa. "
    "Ministers of both countries are to open it in October, and 40 engineers of each firm will work there for a year. "
)
NOW = datetime.now(UTC)
ITEMS = [
    Line(id="wire", title="Leonardo and Baykar plan a test hall", content=WIRE, source="A", first_seen=NOW, url="https://a.example/1"),
    Line(id="copy", title="Leonardo and Baykar plan a test hall", content=WIRE, source="B", first_seen=NOW, url="https://b.example/1"),
    Line(id="cake", title="A cake with hazelnuts", content="Bake it for forty minutes.", source="A", first_seen=NOW),
]  # fmt: skip
DESK = RecipientFile(to="file:desk", reads=("en",))


@pytest.fixture
def runtime(database: Database, tmp_path: Path) -> Runtime:
    """A runtime on which three items were judged and an alert was made."""
    settings = Settings.model_validate({"data_dir": tmp_path / "data", "config_dir": tmp_path / "config"})
    made = Runtime(settings, database, load_shipped())
    watched = SubscriptionFile(name="leonardo", query="entity:leonardo", recipients=(DESK,))
    store_items(made, make_rows(ITEMS), ReplayOptions(seeds=False, subscriptions=(watched,)))
    list(Replay(made, ITEMS).run(lambda _count: None))
    return made


def test_an_article_is_explained(runtime: Runtime) -> None:
    found = explain_article(runtime, "https://b.example/1")
    assert found.relation == "duplicate"
    assert found.story is not None and [one.source for one in found.story.members] == ["A", "B"]
    assert [(one.subscription, one.told) for one in found.told] == [("leonardo", False)]
    first = explain_article(runtime, "wire")
    assert [message.to for one in first.told for message in one.messages] == ["file:desk"]
    assert [one.newer for one in first.neighbours] == [True]
    with pytest.raises(UsageError):
        explain_article(runtime, "99999999999999999999")


def test_a_query_is_rehearsed(runtime: Runtime) -> None:
    assert len(rehearse_query(runtime, parse_query("drone"), days=2, scope="pair").matches) == 2
    everything = rehearse_query(runtime, parse_query("cake OR drone"), days=2, scope="any")
    assert (everything.asked, len(everything.matches), everything.stories) == (3, 3, 2)


def test_the_status_is_told(runtime: Runtime) -> None:
    found = gather_status(runtime)
    assert found.outbox == {"file": {"pending": 1}}
    assert found.last_article is not None and abs(found.last_article - NOW) < timedelta(seconds=1)
    assert found.wrong == ()
    while deliver_pending(runtime):
        pass
    assert gather_status(runtime).outbox == {"file": {"sent": 1}}


def test_feeds_are_added_once_and_muted(runtime: Runtime) -> None:
    files = [
        FeedFile(name="One", url="https://one.example/rss"),
        FeedFile(name="Two", url="http://www.one.example/rss/"),
    ]
    assert [one.problem for one in feedlist.add_feeds(runtime, files)] == [None, "is there already as 'One'"]
    assert feedlist.mute_feed(runtime, "one", muted=True) == ("One", True)
    assert [one.state for one in feedlist.list_facts(runtime)] == ["muted"]


def test_a_removed_subscription_takes_its_messages_along(runtime: Runtime) -> None:
    file = SubscriptionFile(name="mine", query="entity:baykar", recipients=(DESK,))
    subscribe.add_subscription(runtime, file)
    with pytest.raises(UsageError, match="remove it there"):
        subscribe.remove_subscription(runtime, "leonardo")
    subscribe.remove_subscription(runtime, "mine")
    assert [one.name for one in subscribe.list_facts(runtime)] == ["leonardo"]
    with runtime.database.read() as session:
        assert len(session.scalars(select(Match)).all()) == 2


def test_messages_are_settled(runtime: Runtime) -> None:
    with runtime.database.write() as session, session.begin():
        row = session.scalars(select(Delivery)).one()
        row.state, row.phase, number = "uncertain", "data", row.id
    with pytest.raises(UsageError, match="use `galata deliveries resolve`"):
        outbox.retry_deliveries(runtime, [number])
    outbox.resolve_deliveries(runtime, [number], sent=False)
    assert outbox.list_channel_facts(runtime)[1].pending == 1
    assert outbox.resume_named(runtime, "file") == (False, 1)
    while deliver_pending(runtime):
        pass
    assert [one.state for one in outbox.list_delivery_facts(runtime, None, 10)] == ["sent"]


def test_what_is_being_judged_is_not_rehearsed(runtime: Runtime) -> None:
    with runtime.database.write() as session, session.begin():
        for row in session.scalars(select(Article)):
            row.state, row.score = "arrived", None
    assert rehearse_query(runtime, parse_query("drone"), days=2, scope="any").asked == 0
