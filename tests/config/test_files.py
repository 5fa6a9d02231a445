"""Data files: the shipped ones load, and every mistake in one's own is told with its line."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from config import ConfigError
from config.check import check_config
from config.files import data_path, find_file, load_feeds, load_subscriptions
from config.models import FeedFile, SubscriptionFile
from config.settings import Settings
from config.urls import make_key

FEED = '[[feeds]]\nname = "{name}"\nurl = "{url}"\n'


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(config_dir=tmp_path, data_dir=tmp_path)


def fail_feeds(settings: Settings, text: str) -> list[str]:
    """The problems of a feeds.toml, without the folder in front."""
    (settings.config_dir / "feeds.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_feeds(settings)
    return [problem.removeprefix(f"{settings.config_dir}/") for problem in caught.value.problems]


def test_shipped_feeds(settings: Settings) -> None:
    feeds = load_feeds(settings)
    assert len(feeds) == 73
    assert {feed.language for feed in feeds} == {"tr", "en", "it"}
    assert sum(feed.category == "aggregator" and feed.enabled for feed in feeds) == 3
    assert all(feed.first_fetch == "silent" and feed.interval is None for feed in feeds)


def test_shipped_subscriptions(settings: Settings) -> None:
    digest, leonardo, baykar = load_subscriptions(settings)
    assert (digest.query, digest.schedule) == ("", "daily 08:00 Europe/Istanbul")
    assert (leonardo.query, leonardo.schedule, leonardo.scope) == ("entity:leonardo", "instant", "pair")
    assert baykar.query == "entity:baykar"
    assert baykar.recipients[0].to == "file:desk"
    assert baykar.recipients[0].reads == ("en", "tr", "it")


def test_own_file_replaces_shipped(settings: Settings) -> None:
    own = settings.config_dir / "feeds.toml"
    own.write_text(FEED.format(name="Mine", url="https://example.org/rss") + 'interval = "15m"\nenabled = false\n')
    (feed,) = load_feeds(settings)
    assert (feed.name, feed.interval, feed.enabled) == ("Mine", 900, False)
    assert find_file(settings, "subscriptions.toml") == data_path("config") / "subscriptions.toml"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('lnguage = "tr"', "feeds[0].lnguage: unknown key, did you mean 'language'?"),
        ("colour = 1", "feeds[0].colour: unknown key"),
        ('language = "Turkish"', "feeds[0].language: write a language code of two small letters"),
        ('language = "xx"', "feeds[0].language: write a language code of two small letters"),
        ('enabled = "no"', "feeds[0].enabled: write true or false, without quotes"),
        ("full_text = 0", "feeds[0].full_text: write true or false, without quotes"),
        ('about = "IT"', 'feeds[0].about: write a list, about = ["IT"]'),
        ("about = 5", "feeds[0].about: write a list, in square brackets"),
        ('interval = "soon"', 'feeds[0].interval: write a number and a unit, such as "15m"'),
        ('interval = "1m"', 'feeds[0].interval: write an interval between "5m" and "7d"'),
        ("interval = 3600", "feeds[0].interval: write a number and a unit"),
        ('first_fetch = "loud"', "feeds[0].first_fetch: should be 'silent' or 'tell'"),
    ],
)
def test_mistake_names_line_and_mend(settings: Settings, line: str, says: str) -> None:
    (problem,) = fail_feeds(settings, "# ours\n" + FEED.format(name="A", url="https://example.org/rss") + line + "\n")
    assert problem.startswith(f"feeds.toml:5: {says}")


@pytest.mark.parametrize("url", ["ftp://example.org/a", "example.org/rss", "https://", "https://a b.org", "file:///x"])
def test_only_web_addresses(settings: Settings, url: str) -> None:
    (problem,) = fail_feeds(settings, FEED.format(name="A", url=url))
    assert problem.startswith("feeds.toml:3: feeds[0].url: not a web address; write https://")


def test_url_with_password_is_refused_and_not_repeated(settings: Settings) -> None:
    (problem,) = fail_feeds(settings, FEED.format(name="A", url="https://me:hidden@example.org/rss"))
    assert problem.startswith("feeds.toml:3: feeds[0].url: holds a user name or password")
    assert "hidden" not in problem


def test_missing_key_names_its_table(settings: Settings) -> None:
    assert fail_feeds(settings, '\n\n[[feeds]]\nname = "A"\n') == ["feeds.toml:3: feeds[0].url: missing; add url = …"]


def test_several_mistakes_are_told_at_once(settings: Settings) -> None:
    text = FEED.format(name="A", url="x") + FEED.format(name="B", url="https://example.org") + "ttl = 1\n"
    assert [problem.split(": ")[0] for problem in fail_feeds(settings, text)] == ["feeds.toml:3", "feeds.toml:7"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('feeds = ["x"]', "feeds[0]: should be a table"),
        ("feeds = 5", "feeds: write a list, in square brackets"),
        ("[feeds]", "feeds: write [[feeds]], in double brackets"),
    ],
)
def test_what_is_no_list_of_tables(settings: Settings, text: str, says: str) -> None:
    assert fail_feeds(settings, text) == [f"feeds.toml:1: {says}"]


def test_doubles_name_both_lines(settings: Settings) -> None:
    text = FEED.format(name="A", url="https://Example.org/rss/") + FEED.format(name="A", url="http://example.org/rss")
    assert fail_feeds(settings, text) == [
        "feeds.toml:5: feeds[1].name: the same name as in line 2; keep one of them",
        "feeds.toml:6: feeds[1].url: the same url as in line 3; keep one of them",
    ]


def test_what_is_not_toml(settings: Settings) -> None:
    (problem,) = fail_feeds(settings, '[[feeds]]\nname = "A\n')
    assert problem.startswith("feeds.toml:2: not TOML: ")
    (settings.config_dir / "feeds.toml").write_bytes('name = "İ"'.encode("iso-8859-9"))
    with pytest.raises(ConfigError, match="not UTF-8 at byte 8; save it as UTF-8"):
        load_feeds(settings)


def test_byte_order_mark_is_accepted(settings: Settings) -> None:
    text = FEED.format(name="A", url="https://example.org/rss")
    (settings.config_dir / "feeds.toml").write_text(text, encoding="utf-8-sig")
    assert len(load_feeds(settings)) == 1


SUBSCRIPTION = '[[subscriptions]]\nname = "{name}"\nquery = "{query}"\nscope = "{scope}"\nschedule = "{schedule}"\n'


def write_subscription(settings: Settings, recipients: str, **values: str) -> None:
    """A subscriptions.toml of one subscription."""
    values = {"name": "a", "query": "x", "scope": "pair", "schedule": "instant"} | values
    text = SUBSCRIPTION.format(**values) + f"recipients = {recipients}\n"
    (settings.config_dir / "subscriptions.toml").write_text(text)


@pytest.mark.parametrize(
    ("recipients", "values", "says"),
    [
        ('[{ to = "file:desk", raeds = ["en"] }]', {}, "unknown key, did you mean 'reads'?"),
        ('[{ to = "desk@example.org" }]', {}, "write channel:address"),
        ('[{ to = "file:a", reads = "en" }]', {}, 'write a list, reads = ["en"]'),
        ('[{ to = "file:a", reads = ["gr"] }]', {}, "write a language code of two small letters"),
        ('"file:a"', {}, "recipients: write a list, in square brackets"),
        ('[{ to = "file:a" }, { to = "file:a" }]', {}, "a recipient stands here twice"),
        ("[]", {}, "at least 1 item"),
        ('[{ to = "file:a" }]', {"scope": "any", "query": ""}, "would match every item"),
        ('[{ to = "file:a" }]', {"scope": "all"}, "should be 'pair' or 'any'"),
        ('[{ to = "file:a" }]', {"name": "Leonardo Baykar"}, "write small letters, digits and hyphens"),
    ],
)
def test_subscription_mistakes(settings: Settings, recipients: str, values: dict[str, str], says: str) -> None:
    write_subscription(settings, recipients, **values)
    with pytest.raises(ConfigError) as caught:
        load_subscriptions(settings)
    assert says in str(caught.value)


def read_nothing(text: str) -> None:
    """A reader that understands no text."""
    raise ValueError(f"cannot read {text!r}")


def test_check_of_shipped_files_finds_nothing(settings: Settings) -> None:
    assert check_config(settings) == []


def test_check_tells_all_files(settings: Settings) -> None:
    (settings.config_dir / "feeds.toml").write_text("[[feeds]]\n")
    write_subscription(settings, '[{ to = "file:a" }]', schedule="never")
    problems = check_config(settings, read_query=read_nothing, read_schedule=read_nothing)
    assert [problem.rsplit("/", 1)[1] for problem in problems] == [
        "feeds.toml:1: feeds[0].name: missing; add name = …",
        "feeds.toml:1: feeds[0].url: missing; add url = …",
        "subscriptions.toml:3: subscriptions[0].query: cannot read 'x'",
        "subscriptions.toml:5: subscriptions[0].schedule: cannot read 'never'",
    ]


def test_data_path_of_checkout_and_of_wheel(tmp_path: Path) -> None:
    for name in ("seeds", "galata_seeds", "alembic", "alembic_galata"):
        (tmp_path / name).mkdir()
    assert data_path("alembic", tmp_path) == tmp_path / "alembic_galata"
    assert data_path("seeds", tmp_path) == tmp_path / "galata_seeds"
    (tmp_path / "pyproject.toml").touch()
    assert data_path("alembic", tmp_path) == tmp_path / "alembic"
    assert data_path("seeds", tmp_path) == tmp_path / "seeds"
    with pytest.raises(ConfigError, match="shipped folder 'config' is missing"):
        data_path("config", tmp_path)


@pytest.mark.parametrize(("name", "model"), [("feeds", FeedFile), ("subscriptions", SubscriptionFile)])
def test_header_explains_every_key(name: str, model: type[BaseModel]) -> None:
    """The head of each shipped file is its reference."""
    header = (data_path("config") / f"{name}.toml").read_text(encoding="utf-8").split(f"[[{name}]]")[0]
    assert [key for key in model.model_fields if key not in header] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://Example.org:80/rss/", "https://example.org/rss", True),
        ("https://example.org/rss#top", "https://example.org/rss", True),
        ("https://example.org/rss?a=1", "https://example.org/rss?a=2", False),
        ("https://example.org/RSS", "https://example.org/rss", False),
        ("https://example.org:8443/rss", "https://example.org/rss", False),
    ],
)
def test_key_of_url(one: str, other: str, same: bool) -> None:
    assert (make_key(one) == make_key(other)) is same
