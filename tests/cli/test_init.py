"""galata init: everything asked before anything is written, nothing overwritten unasked, nothing half-written."""

import json
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import select

from config.settings import Settings
from db.models import Feed
from tests.cli.conftest import Cli, make_cli
from tests.servers.smtp import SmtpSink
from worker.demo.server import DemoServer
from worker.errors import UsageError
from worker.pipeline import firstrun
from worker.pipeline.firstrun import Answers, guess_sender, load_shipped, write_settings, write_subscriptions

QUIET = ("--timezone", "Europe/Rome", "--languages", "it,en", "--yes")


@pytest.fixture
def fresh(settings_env: pytest.MonkeyPatch, tmp_path: Path, outlets: DemoServer) -> Cli:
    """The command before its first day, with the demonstration's outlets for feeds."""
    made = make_cli(settings_env, tmp_path)
    feeds = [
        f'[[feeds]]\nname = "{feed.name}"\nurl = "{feed.url}"\nlanguage = "{feed.language}"\n'
        for feed in outlets.feeds()
    ]
    (made.config / "feeds.toml").write_text("\n".join(feeds), encoding="utf-8")
    return made


def read_file(cli: Cli, name: str) -> dict[str, object]:
    return tomllib.loads((cli.config / name).read_text(encoding="utf-8"))


def list_written(cli: Cli) -> set[str]:
    return {path.name for path in cli.config.iterdir()}


def test_one_line_sets_everything_up(fresh: Cli) -> None:
    out = fresh.run("init", "--mail", "", *QUIET).out
    assert read_file(fresh, "settings.toml") == {"timezone": "Europe/Rome"}
    assert (fresh.config / "settings.toml").stat().st_mode & 0o777 == 0o600
    assert "12 feeds polled, 1 of them failed" in out
    page = Path(out.split("The digest of what is new: ")[1].splitlines()[0])
    assert "Anatolian Wire" in page.read_text(encoding="utf-8")
    test_mail = Path(out.split("A test message to file:desk: ")[1].splitlines()[0])
    assert test_mail.is_file()
    assert fresh.run("config", "check").out.startswith("The settings and data files are right")
    assert fresh.run("status").lines[0] == "All is well, but for 1 feed, named below."


def test_the_subscriptions_are_the_readers_own(fresh: Cli) -> None:
    fresh.run("init", "--mail", "me@example.org", "--smtp-url", "", *QUIET)
    rows = {one["name"]: one for one in json.loads(fresh.run("subscriptions", "list", "--json").out)}
    assert set(rows) == {"daily-digest", "leonardo", "baykar"}
    assert rows["daily-digest"]["schedule"] == "daily 08:00 Europe/Rome"
    assert rows["daily-digest"]["recipients"][0]["to"] == "mailto:me@example.org"
    assert rows["daily-digest"]["recipients"][0]["reads"] == ["it", "en"]


def test_the_answers_of_a_dialogue_are_used_and_mistakes_asked_again(fresh: Cli, smtp_sink: SmtpSink) -> None:
    answers = ["me at example", "me@example.org", "Mars/Olympus", "Europe/Istanbul", "turkish", "tr,en"]
    answers += ["mail.example.org", smtp_sink.url, "galata@example.org"]
    out = fresh.run("init", answers="\n".join([*answers, ""]))
    assert out.out.count("Error: ") == 4
    assert read_file(fresh, "settings.toml") == {
        "timezone": "Europe/Istanbul", "smtp_url": smtp_sink.url, "mail_from": "galata@example.org"
    }  # fmt: skip
    (mail,) = smtp_sink.messages
    assert (mail.mail_from, mail.rcpt_tos) == ("galata@example.org", ("me@example.org",))
    assert mail.message["Subject"] == "Galata: deneme (Türkiye–İtalya)", "in the language that is read best"


@pytest.mark.parametrize("answered", [[], ["me@example.org"], ["me@example.org", "Europe/Rome", "en"]])
def test_nothing_is_written_before_the_last_answer(fresh: Cli, answered: list[str]) -> None:
    fresh.run("init", answers="".join(f"{one}\n" for one in answered), status=1)
    assert list_written(fresh) == {"feeds.toml"}
    assert not (fresh.folder / "data" / "galata.db").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mail", "me at example"], "Mail address: 'me at example' is not a mail address"),
        (["--timezone", "Europe/Rom"], "Time zone: unknown time zone 'Europe/Rom', did you mean 'Europe/Rome'?"),
        (["--languages", "english"], "such as en,it,tr"),
        (["--languages", "en,gr"], "'gr' is no language; write codes of ISO 639-1"),
        (["--mail", "me@example.org", "--smtp-url", "mail.example.org:587/hunter2"], "write smtp://user:password@host"),
    ],
)
def test_an_option_that_cannot_be_used_is_named_and_nothing_is_written(
    fresh: Cli, arguments: list[str], said: str
) -> None:
    problem = fresh.fail("init", *arguments, "--yes")
    assert said in problem
    assert "hunter2" not in problem
    assert list_written(fresh) == {"feeds.toml"}


def test_files_that_are_there_stay_unless_their_owner_says_so(fresh: Cli) -> None:
    (fresh.config / "settings.toml").write_text('timezone = "Asia/Tokyo"\n', encoding="utf-8")
    assert "Kept: " in fresh.run("init", "--mail", "", "--yes").out
    assert read_file(fresh, "settings.toml") == {"timezone": "Asia/Tokyo"}
    given = ("--mail", "", "--timezone", "Europe/Rome", "--languages", "it")
    fresh.run("init", *given, answers="n\ny\n")
    assert read_file(fresh, "settings.toml") == {"timezone": "Asia/Tokyo"}
    fresh.run("init", *given, answers="y\nn\n")
    assert read_file(fresh, "settings.toml") == {"timezone": "Europe/Rome"}


def test_a_second_run_leaves_the_sender_that_was_chosen(fresh: Cli, smtp_sink: SmtpSink) -> None:
    fresh.run(
        "init",
        "--mail",
        "me@example.org",
        "--smtp-url",
        smtp_sink.url,
        "--mail-from",
        "Galata <news@example.org>",
        *QUIET,
    )
    answers = "\n".join([*[""] * 5, "y", "y", ""])
    fresh.run("init", answers=answers)
    assert read_file(fresh, "settings.toml")["mail_from"] == "Galata <news@example.org>"


def test_a_second_try_takes_the_mail_server_that_is_given_and_leaves_the_rest(fresh: Cli, smtp_sink: SmtpSink) -> None:
    wrong = "smtp://me%40old.example:pw@127.0.0.1:1"
    fresh.run("init", "--mail", "me@example.org", "--smtp-url", wrong, *QUIET, status=2)
    path = fresh.config / "settings.toml"
    path.write_text(f"{path.read_text(encoding='utf-8')}# mine\nweb_port = 9001\n", encoding="utf-8")
    out = fresh.run("init", "--smtp-url", smtp_sink.url, "--yes").out  # where mail goes was said the first time
    assert f"Written: {path}" in out
    assert read_file(fresh, "settings.toml") == {
        "timezone": "Europe/Rome", "smtp_url": smtp_sink.url, "mail_from": "me@example.org", "web_port": 9001
    }  # fmt: skip
    assert "# mine\n" in path.read_text(encoding="utf-8")
    assert [mail.rcpt_tos for mail in smtp_sink.messages] == [("me@example.org",)]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_second_dialogue_proposes_what_was_answered_in_the_first(fresh: Cli, smtp_sink: SmtpSink) -> None:
    wrong = "smtp://127.0.0.1:1"
    fresh.run("init", "--mail", "me@example.org", "--smtp-url", wrong, *QUIET, status=2)
    out = fresh.run("init", answers=f"\n\n\n{smtp_sink.url}\n\n\n\n").out
    for proposed in ("[me@example.org]", "[Europe/Rome]", "[it,en]", "Change smtp_url in it? [Y/n]"):
        assert proposed in out
    assert read_file(fresh, "settings.toml")["smtp_url"] == smtp_sink.url
    assert len(smtp_sink.messages) == 1


def test_what_is_kept_although_something_else_was_given_is_told_with_the_mend(
    fresh: Cli, settings_env: pytest.MonkeyPatch, smtp_sink: SmtpSink
) -> None:
    fresh.run("init", "--mail", "", *QUIET)
    settings_env.setenv("GALATA_TIMEZONE", "Europe/Rome")
    out = fresh.run("init", "--mail", "me@example.org", "--smtp-url", "", "--timezone", "Europe/Istanbul", "--yes").out
    assert (
        f"Kept: {fresh.config / 'subscriptions.toml'}; it tells others than mailto:me@example.org: change `to`" in out
    )
    assert "GALATA_TIMEZONE of the environment wins over timezone in settings.toml" in out
    out = fresh.run("init", "--mail", "", "--languages", "tr", "--yes").out
    assert "nobody in it reads tr: change `reads` there" in out


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        ("", {"timezone": "Europe/Rome"}, 'timezone = "Europe/Rome"\n'),
        ("web_port = 1", {"smtp_url": "smtp://h"}, 'web_port = 1\nsmtp_url = "smtp://h"\n'),
        (
            'smtp_url = "a"  # old\nweb_port = 1\n',
            {"smtp_url": "smtp://\\1"},
            'smtp_url = "smtp://\\\\1"\nweb_port = 1\n',
        ),
        ('smtp_url = "a"\nweb_port = 1\n', {"smtp_url": ""}, "web_port = 1\n"),
    ],
)
def test_a_setting_is_changed_in_its_line(before: str, changes: dict[str, str], after: str) -> None:
    assert firstrun.change_settings(Path("settings.toml"), before, changes) == after


def test_a_line_that_cannot_be_changed_by_itself_is_told() -> None:
    with pytest.raises(UsageError, match="write smtp_url there"):
        firstrun.change_settings(Path("settings.toml"), '"smtp_url" = "a"\n', {"smtp_url": "smtp://h"})


def test_a_refused_test_message_is_told_at_the_end_and_stops_nothing(fresh: Cli, smtp_sink: SmtpSink) -> None:
    smtp_sink.answer("RCPT", "550 5.1.1 nobody of that name")
    arguments = ("--mail", "me@example.org", "--smtp-url", smtp_sink.url)
    answer = fresh.run("init", *arguments, *QUIET, status=2)
    assert "nobody of that name" in answer.problem
    assert "galata channels test mailto:me@example.org" in answer.problem
    assert "The digest of what is new: " in answer.out
    assert len(fresh.ask(lambda session: session.scalars(select(Feed)).all())) == 12


def test_a_secret_of_the_environment_is_not_copied_into_the_file(
    fresh: Cli, settings_env: pytest.MonkeyPatch, smtp_sink: SmtpSink
) -> None:
    settings_env.setenv("GALATA_SMTP_URL", smtp_sink.url)
    fresh.run("init", "--mail", "me@example.org", *QUIET)
    assert read_file(fresh, "settings.toml") == {"timezone": "Europe/Rome", "mail_from": "me@example.org"}
    assert len(smtp_sink.messages) == 1


def test_a_folder_that_cannot_be_written_keeps_what_was_there(fresh: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    real = firstrun.write_beside

    def fail_second(folder: Path, text: str, mode: int) -> Path:
        if "[[subscriptions]]" in text:
            raise OSError(28, "No space left on device")
        return real(folder, text, mode)

    monkeypatch.setattr(firstrun, "write_beside", fail_second)
    assert "No space left on device" in fresh.fail("init", "--mail", "", *QUIET)
    assert list_written(fresh) == {"feeds.toml"}


def test_a_folder_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        firstrun.write_together(tmp_path / "config", {"a": ("", 0o600)})


@pytest.mark.parametrize("odd", ['a"b', "back\\slash", "line\nbreak", "delete\x7f", "Ünal"])
def test_whatever_is_answered_the_files_can_be_read(odd: str) -> None:
    answers = Answers(odd, "Europe/Rome", ("tr", "en"), f"smtp://u:{odd}@host", odd)
    assert tomllib.loads(write_settings(answers))["smtp_url"] == f"smtp://u:{odd}@host"
    rows = tomllib.loads(write_subscriptions(answers, load_shipped(Settings())))["subscriptions"]
    assert {one["recipients"][0]["to"] for one in rows} == {f"mailto:{odd}"}


@pytest.mark.parametrize(
    ("smtp_url", "sender"),
    [
        ("smtp://me%40provider.example:pw@mail.example:587", "me@provider.example"),
        ("smtp://user:pw@mail.example:587", "me@example.org"),
        ("smtp://mail.example", "me@example.org"),
    ],
)
def test_the_sender_is_who_signs_in(smtp_url: str, sender: str) -> None:
    assert guess_sender("me@example.org", smtp_url) == sender
