"""galata feeds: what is listed, tried, added, muted, and passed on as OPML."""

import json
from pathlib import Path
from urllib.request import urlopen

import pytest
from sqlalchemy import delete, select

from db.models import Article, Feed
from tests.cli.conftest import Cli
from tests.net.servers import make_reply, running_server
from worker.demo.server import DemoServer

OPML = '<?xml version="1.0"?><opml version="2.0"><head/><body>{}</body></opml>'


def find_url(outlets: DemoServer, name: str) -> str:
    return next(feed.url for feed in outlets.feeds() if feed.name == name)


def read_feeds(cli: Cli) -> dict[str, Feed]:
    with cli.write() as session:
        return {row.name: row for row in session.scalars(select(Feed))}


def test_the_list_tells_of_each_feed(demo_cli: Cli) -> None:
    rows = [line.split("\t") for line in demo_cli.run("feeds", "list").lines]
    assert rows[0] == ["name", "state", "last success", "next poll", "articles", "kept", "error"]
    found = {row[0]: row for row in rows[1:]}
    assert len(found) == 12
    assert found["Anatolian Wire"][1] == "active"
    assert int(found["Anatolian Wire"][4]) == 6
    assert 0 < int(found["Anatolian Wire"][5]) < 6
    assert found["Tirreno Sera"][1] == "failing"
    assert "a web page, not a feed" in found["Tirreno Sera"][6]


def test_the_list_as_json_has_the_whole_error_and_the_url(demo_cli: Cli) -> None:
    feeds = {one["name"]: one for one in json.loads(demo_cli.run("feeds", "list", "--json").out)}
    assert feeds["Sport Adriatico"]["error"].endswith("answers 503 Service Unavailable")
    assert feeds["Sport Adriatico"]["url"] in feeds["Sport Adriatico"]["error"]
    assert feeds["Tirreno Sera"]["last_success"] is None


def test_one_feed_is_shown_with_its_polls_by_any_spelling(demo_cli: Cli) -> None:
    shown = demo_cli.run("feeds", "show", "HALIC postasi").out
    assert "Haliç Postası" in shown
    assert "etag" in shown
    detail = json.loads(demo_cli.run("feeds", "show", "Haliç Postası", "--json").out)
    assert [poll["outcome"] for poll in detail["polls"]] == ["new", "new"]
    assert detail["manners"]["asks_seconds_between"] == 3600


def test_an_unknown_feed_is_met_with_the_nearest(demo_cli: Cli) -> None:
    assert demo_cli.fail("feeds", "show", "Anatolan Wire") == (
        "no feed is called 'Anatolan Wire', did you mean 'Anatolian Wire'?"
    )


def test_checking_tells_and_stores_nothing(cli: Cli, outlets: DemoServer) -> None:
    url = find_url(outlets, "Haliç Postası")
    out = cli.run("feeds", "check", url).out
    assert "Haliç Postası" in out
    assert "60 min between two polls" in out
    checked = json.loads(cli.run("feeds", "check", url, "--json").out)
    assert (checked["entries"], checked["language"], checked["detected"]) == (6, "tr", "tr")
    assert checked["etag"] and checked["newest"] and checked["asks_seconds_between"] == 3600
    assert read_feeds(cli) == {}
    assert cli.ask(lambda session: session.scalars(select(Article)).all()) == []


def test_checking_tells_what_was_mended(cli: Cli, outlets: DemoServer) -> None:
    assert "warning" in cli.run("feeds", "check", find_url(outlets, "Gündem Ege")).out


def test_checking_what_is_no_feed_says_what_it_is(cli: Cli, outlets: DemoServer) -> None:
    assert "a web page, not a feed" in cli.fail("feeds", "check", find_url(outlets, "Tirreno Sera"))


def test_private_addresses_are_not_fetched(cli: Cli, settings_env: pytest.MonkeyPatch, outlets: DemoServer) -> None:
    settings_env.setenv("GALATA_HTTP_ALLOW", "")
    assert "is not a public address" in cli.fail("feeds", "check", find_url(outlets, "Anatolian Wire"))


def test_adding_takes_title_and_language_from_the_feed(cli: Cli, outlets: DemoServer) -> None:
    url = find_url(outlets, "Corriere del Levante")
    assert cli.run("feeds", "add", url, "--country", "IT").out.startswith("Added 'Corriere del Levante'")
    row = read_feeds(cli)["Corriere del Levante"]
    assert (row.origin, row.language, row.country, row.url) == ("user", "it", "IT", url)


def test_a_declared_language_that_there_is_not_is_passed_over(cli: Cli, outlets: DemoServer) -> None:
    path, address = "/feeds/corriere-del-levante.xml", find_url(outlets, "Corriere del Levante")
    assert address.endswith(path)
    with urlopen(address) as answer, running_server() as server:
        body = answer.read().replace(b'xml:lang="it"', b'xml:lang="gr"')
        server.replies[path] = make_reply(200, body, "Content-Type: application/atom+xml")
        assert json.loads(cli.run("feeds", "check", server.url(path), "--json").out)["language"] == "gr"
        cli.run("feeds", "add", server.url(path))
    assert [row.language for row in read_feeds(cli).values()] == ["it"]


def test_an_added_feed_is_polled(cli: Cli, outlets: DemoServer) -> None:
    cli.run("feeds", "add", find_url(outlets, "Corriere del Levante"))
    assert [feed.outcome for feed in cli.drain().polled] == ["new"]


def test_an_address_that_is_no_feed_is_not_added_unless_unread(cli: Cli, outlets: DemoServer) -> None:
    url = find_url(outlets, "Tirreno Sera")
    assert cli.fail("feeds", "add", url).endswith("mend the address, or add it unread with --no-check")
    assert read_feeds(cli) == {}
    cli.run("feeds", "add", url, "--no-check")
    assert [row.url for row in read_feeds(cli).values()] == [url]


@pytest.mark.parametrize(
    "again",
    [
        "https://example.org/feed/",
        "http://www.example.org/feed?utm_source=x",
        "HTTPS://EXAMPLE.ORG:443/feed#top",
    ],
)
def test_another_spelling_of_a_known_address_is_refused(cli: Cli, again: str) -> None:
    cli.run("feeds", "add", "https://example.org/feed", "--name", "First", "--no-check")
    assert cli.fail("feeds", "add", again, "--name", "Second", "--no-check").endswith("is there already as 'First'")


def test_a_name_that_is_taken_is_refused(cli: Cli) -> None:
    cli.run("feeds", "add", "https://example.org/feed", "--name", "Öğle Haberleri", "--no-check")
    problem = cli.fail("feeds", "add", "https://example.com/rss", "--name", "ogle haberleri", "--no-check")
    assert "belongs to https://example.org/feed; choose another" in problem


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (["ftp://example.org/x"], "write https://example.org/rss"),
        (["https://user:hunter2@example.org/x"], "leave them out"),
        (["https://example.org/x", "--language", "turkish"], "two small letters"),
        (["https://example.org/x", "--country", "it"], "two capitals"),
    ],
)
def test_what_cannot_be_a_feed_is_refused_with_the_mend(cli: Cli, arguments: list[str], mend: str) -> None:
    problem = cli.fail("feeds", "add", *arguments, "--no-check")
    assert mend in problem
    assert "hunter2" not in problem


def test_a_muted_feed_is_not_polled_until_it_is_unmuted(demo_cli: Cli) -> None:
    assert demo_cli.run("feeds", "mute", "anatolian wire").out == "'Anatolian Wire' is muted now.\n"
    assert demo_cli.run("feeds", "mute", "Anatolian Wire").out == "'Anatolian Wire' was muted already.\n"
    muted = {one["name"]: one for one in json.loads(demo_cli.run("feeds", "list", "--json").out)}["Anatolian Wire"]
    assert (muted["state"], muted["next_poll"]) == ("muted", None)
    demo_cli.run("feeds", "unmute", "Anatolian Wire")
    assert [feed.feed for feed in demo_cli.drain().polled] == ["Anatolian Wire"]


def test_opml_goes_out_and_comes_back(demo_cli: Cli) -> None:
    path = demo_cli.folder / "feeds.opml"
    path.write_text(demo_cli.run("feeds", "export").out, encoding="utf-8")
    before = {row.url: (name, row.language) for name, row in read_feeds(demo_cli).items()}
    again = demo_cli.run("feeds", "import", str(path))
    assert again.out == "0 feeds added, 12 left out.\n"
    assert again.err.count("is there already as") == 12
    with demo_cli.write() as session:
        session.execute(delete(Feed))
    assert demo_cli.run("feeds", "import", str(path)).out == "12 feeds added, 0 left out.\n"
    assert {row.url: (name, row.language) for name, row in read_feeds(demo_cli).items()} == before


def test_a_bad_outline_does_not_stop_the_others(cli: Cli, tmp_path: Path) -> None:
    outlines = (
        '<outline text="Science"><outline text="One" xmlUrl="https://one.example/rss"/></outline>'
        '<outline text="Two" xmlUrl="file:///etc/passwd"/>'
        '<outline xmlUrl="https://three.example/rss" language="tr-TR"/>'
        '<outline text="Five" xmlUrl="https://five.example/rss" language="gr"/>'
        '<outline text="Four" xmlUrl="https://me:secret@four.example/rss"/>'
    )
    path = tmp_path / "list.opml"
    path.write_text(OPML.format(outlines), encoding="utf-8")
    imported = cli.run("feeds", "import", str(path))
    assert imported.out == "3 feeds added, 2 left out.\n"
    assert "secret" not in imported.err
    rows = read_feeds(cli)
    assert rows["One"].category == "Science"
    assert (rows["three.example"].language, rows["Five"].language) == ("tr", None)
