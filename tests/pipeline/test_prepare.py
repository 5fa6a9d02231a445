"""From data files to rows: as often as one likes, by two at once, and what people decided in SQL survives."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import update

from config import ConfigError
from config.settings import Settings
from db.models import Article, Feed
from db.outbox_models import Recipient, Subscription
from tests.pipeline.building import TurnableClock, add_feed, list_articles, list_rows
from worker.pipeline.prepare import prepare
from worker.pipeline.runtime import Runtime

FEEDS = {"Alfa": "https://alfa.example/rss", "Beta": "https://beta.example/rss"}


def write_feeds(settings: Settings, feeds: dict[str, str], *, more: str = "") -> None:
    """The operator's feeds.toml."""
    tables = [f'[[feeds]]\nname = "{name}"\nurl = "{url}"\n{more}' for name, url in feeds.items()]
    write_file(settings, "feeds.toml", tables)


def write_subscriptions(settings: Settings, **subscriptions: str) -> None:
    """The operator's subscriptions.toml: names and their further lines."""
    usual = 'recipients = [{ to = "file:desk" }]\n'
    tables = [
        f'[[subscriptions]]\nname = "{name}"\n{lines}\n{"" if "recipients" in lines else usual}'
        for name, lines in subscriptions.items()
    ]
    write_file(settings, "subscriptions.toml", tables)


def write_file(settings: Settings, name: str, tables: list[str]) -> None:
    """A data file in the configuration folder."""
    settings.config_dir.mkdir(exist_ok=True)
    (settings.config_dir / name).write_text("\n".join(tables), encoding="utf-8")


@pytest.fixture(autouse=True)
def data_files(settings: Settings) -> None:
    """Two feeds and two subscriptions."""
    write_feeds(settings, FEEDS)
    write_subscriptions(settings, daily='schedule = "daily 08:00 Europe/Rome"', desk='query = "baykar"')


def map_feeds(runtime: Runtime) -> dict[str, Feed]:
    """Feeds by name."""
    return {feed.name: feed for feed in list_rows(runtime.database, Feed)}


def map_subscriptions(runtime: Runtime) -> dict[str, Subscription]:
    """Subscriptions by name."""
    return {row.name: row for row in list_rows(runtime.database, Subscription)}


def test_a_second_preparation_changes_nothing(runtime: Runtime) -> None:
    first = prepare(runtime)
    assert (first.feeds, first.feeds_added, first.subscriptions) == (2, 2, 2)
    assert first.seeds == first.seeds_added > 0
    rows = [list_rows(runtime.database, model) for model in (Feed, Subscription, Recipient, Article)]
    again = prepare(runtime)
    assert (again.feeds_added, again.feeds_disabled, again.seeds_added, again.seeds) == (0, 0, 0, first.seeds)
    for before in rows:
        after = list_rows(runtime.database, type(before[0]))
        assert [vars_of(one) for one in after] == [vars_of(one) for one in before]


def vars_of(row: object) -> dict[str, object]:
    """The columns of a row."""
    return {name: value for name, value in vars(row).items() if name != "_sa_instance_state"}


def test_three_at_once_do_no_harm(runtime: Runtime) -> None:
    start = Barrier(3)

    def run(_number: int) -> tuple[int, int]:
        start.wait(10)
        done = prepare(runtime)
        return done.feeds_added, done.seeds_added

    with ThreadPoolExecutor(3) as pool:
        added = list(pool.map(run, range(3)))
    assert sum(feeds for feeds, _ in added) == 2
    assert sum(seeds for _, seeds in added) == sum(one.seed for one in list_articles(runtime.database))
    assert (len(list_rows(runtime.database, Feed)), len(list_rows(runtime.database, Subscription))) == (2, 2)


def test_a_feed_gone_from_the_file_is_disabled_and_one_of_a_user_stays(runtime: Runtime, settings: Settings) -> None:
    mine = add_feed(runtime, path="/mine.xml")
    prepare(runtime)
    write_feeds(settings, {"Beta": FEEDS["Beta"]})
    assert prepare(runtime).feeds_disabled == 1
    feeds = map_feeds(runtime)
    assert (feeds["Alfa"].enabled, feeds["Beta"].enabled, feeds["mine.xml"].enabled) == (False, True, True)
    assert feeds["mine.xml"].id == mine
    write_feeds(settings, FEEDS)
    assert (prepare(runtime).feeds_added, map_feeds(runtime)["Alfa"].enabled) == (0, True)


def test_a_feed_a_user_added_before_the_file_did_stays_the_users(runtime: Runtime, settings: Settings) -> None:
    add_feed(runtime, url="http://alfa.example/rss/", name="my Alfa", interval_seconds=900)
    assert prepare(runtime).feeds_added == 1
    row = map_feeds(runtime)["my Alfa"]
    assert (row.url, row.interval_seconds, row.origin) == ("http://alfa.example/rss/", 900, "user")
    write_feeds(settings, {"Beta": FEEDS["Beta"]})
    assert prepare(runtime).feeds_disabled == 0


def test_what_a_file_says_of_a_feed_is_followed_and_what_polls_learned_is_kept(
    runtime: Runtime, settings: Settings
) -> None:
    prepare(runtime)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Feed).values(etag='"1"', muted=True, failure_weight=2.0, next_poll_at=runtime.now()))
    write_feeds(settings, FEEDS, more='interval = "15m"\nfirst_fetch = "tell"\nlanguage = "tr"\n')
    prepare(runtime)
    for row in map_feeds(runtime).values():
        assert (row.interval_seconds, row.first_fetch, row.language) == (900, "tell", "tr")
        assert (row.etag, row.muted, row.failure_weight, row.next_poll_at) == ('"1"', True, 2.0, runtime.now())


def test_a_feed_that_turns_to_https_keeps_its_row_without_its_validators(runtime: Runtime, settings: Settings) -> None:
    write_feeds(settings, {"Alfa": "http://alfa.example/rss"})
    prepare(runtime)
    before = map_feeds(runtime)["Alfa"]
    with runtime.database.write() as session, session.begin():
        session.execute(update(Feed).values(etag='"1"', last_modified="today"))
    write_feeds(settings, {"Alfa": "https://alfa.example/rss"})
    assert prepare(runtime).feeds_added == 0
    after = map_feeds(runtime)["Alfa"]
    assert (after.id, after.url, after.etag, after.last_modified) == (before.id, "https://alfa.example/rss", None, None)


def test_feeds_that_differ_in_what_tracks_readers_elsewhere_are_two(runtime: Runtime, settings: Settings) -> None:
    """`?rss=` and `?ref=` say nothing about an article; of a feed they may be all there is."""
    write_feeds(settings, {"Uno": "https://x.example/?rss=economia", "Due": "https://x.example/?rss=politica"})
    assert prepare(runtime).feeds_added == 2
    assert prepare(runtime).feeds_added == 0


# --- Subscriptions ----------------------------------------------------------------------------------------------------
def test_a_pause_and_a_suppressed_address_survive_a_changed_file(runtime: Runtime, settings: Settings) -> None:
    prepare(runtime)
    with runtime.database.write() as session, session.begin():
        session.execute(update(Subscription).values(paused=True))
        session.execute(update(Recipient).values(state="suppressed", reason="no such user"))
    write_subscriptions(settings, daily='schedule = "weekly mon 09:00 Europe/Rome"', desk='query = "leonardo"')
    prepare(runtime)
    rows = map_subscriptions(runtime)
    assert (rows["desk"].query, rows["desk"].paused, rows["daily"].paused) == ("leonardo", True, True)
    assert {one.state for one in list_rows(runtime.database, Recipient)} == {"suppressed"}


def test_a_changed_schedule_counts_from_now_and_an_unchanged_one_goes_on(
    runtime: Runtime, settings: Settings, turnable: TurnableClock
) -> None:
    prepare(runtime)
    due = map_subscriptions(runtime)["daily"].next_run_at
    assert due == datetime(2026, 3, 3, 7, tzinfo=UTC)
    turnable.turn(days=1)
    prepare(runtime)
    assert map_subscriptions(runtime)["daily"].next_run_at == due, "it is due, and stays so"
    write_subscriptions(settings, daily='schedule = "daily 12:00 Europe/Rome"', desk="")
    prepare(runtime)
    assert map_subscriptions(runtime)["daily"].next_run_at == datetime(2026, 3, 3, 11, tzinfo=UTC)
    write_subscriptions(settings, daily='schedule = "instant"', desk="")
    prepare(runtime)
    assert map_subscriptions(runtime)["daily"].next_run_at is None


def test_a_subscription_that_returns_is_told_at_its_next_slot(
    runtime: Runtime, settings: Settings, turnable: TurnableClock
) -> None:
    prepare(runtime)
    write_subscriptions(settings, desk="")
    prepare(runtime)
    assert not map_subscriptions(runtime)["daily"].enabled
    turnable.turn(days=9)
    write_subscriptions(settings, daily='schedule = "daily 08:00 Europe/Rome"', desk="")
    prepare(runtime)
    row = map_subscriptions(runtime)["daily"]
    assert row.enabled
    assert row.next_run_at is not None
    assert timedelta() < row.next_run_at - turnable.at <= timedelta(days=1)


def test_recipients_follow_the_file_and_keep_their_secret(runtime: Runtime, settings: Settings) -> None:
    desk = 'recipients = [{{ to = "file:desk", reads = ["{0}"] }}{1}]'
    write_subscriptions(settings, desk=desk.format("en", ', { to = "mailto:a@reader.example" }'))
    prepare(runtime)
    secrets = {one.address: one.secret for one in list_rows(runtime.database, Recipient)}
    write_subscriptions(settings, desk=desk.format("it", ', { to = "file:new" }'))
    prepare(runtime)
    rows = {one.address: one for one in list_rows(runtime.database, Recipient)}
    assert {address: one.enabled for address, one in rows.items()} == {
        "file:desk": True,
        "mailto:a@reader.example": False,
        "file:new": True,
    }
    assert rows["file:desk"].languages == ["it"]
    assert rows["mailto:a@reader.example"].channel == "smtp"
    assert all(rows[address].secret == secret for address, secret in secrets.items())
    assert len({one.secret for one in rows.values()}) == 3


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ('query = "leonardo AND ("', "query"),
        ('schedule = "daily at dawn"', "schedule"),
        ('recipients = [{ to = "pigeon:desk" }]', "to"),
    ],
)
def test_a_broken_subscription_is_refused_by_its_line_and_nothing_is_changed(
    runtime: Runtime, settings: Settings, lines: str, key: str
) -> None:
    prepare(runtime)
    write_feeds(settings, {"Beta": FEEDS["Beta"]})
    write_subscriptions(settings, good="", bad=lines)
    with pytest.raises(ConfigError, match=rf"subscriptions.toml:\d+: subscriptions\[1\].*{key}") as raised:
        prepare(runtime)
    assert "\n" not in str(raised.value)
    assert map_feeds(runtime)["Alfa"].enabled
    assert "good" not in map_subscriptions(runtime)
