"""What goes wrong at the start is told in one line on stderr, with exit status 2, and leaves nothing half-written."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.servers.ports import find_free_port

BIN = Path(sys.executable).parent
# A command loads in one to three seconds; sixty is a machine that does ten other things.
PATIENCE = 60
FEEDS = """# ours
[[feeds]]
name = "Anatolian Wire"
url = "http://127.0.0.1:9/wire.xml"
language = "en"
country = "TR"
"""
SUBSCRIPTIONS = """[[subscriptions]]
name = "desk"
query = "leonardo AND (baykar"
schedule = "instant"
recipients = [{ to = "mailto:desk@example.org" }]
"""


class Ended(NamedTuple):
    """What a command came to."""

    status: int
    out: str
    err: str

    @property
    def problem(self) -> str:
        """The one line of an error."""
        assert self.status == 2, self
        assert "Traceback" not in self.out + self.err
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("galata: ")
        return self.err.removeprefix("galata: ").strip()


def run_command(name: str, *arguments: str, stdin: str = "", **variables: str) -> Ended:
    """Run a program of this environment to its end."""
    done = subprocess.run(
        [BIN / name, *arguments],
        input=stdin,
        env={**os.environ, "GALATA_WEB_PORT": "0", **variables},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


@pytest.fixture(autouse=True)
def folder(settings_env: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A configuration of one feed that refuses connections; the data folder is not made yet."""
    config = tmp_path / "config"
    config.mkdir()
    (config / "feeds.toml").write_text(FEEDS)
    (config / "subscriptions.toml").write_text("")
    settings_env.setenv("GALATA_CONFIG_DIR", str(config))
    settings_env.setenv("GALATA_HTTP_ALLOW", "127.0.0.0/8")
    return tmp_path


def list_databases(folder: Path) -> list[Path]:
    return list(folder.rglob("*.db"))


@pytest.mark.parametrize("command", ["up", "migrate", "poll --once", "config check"])
def test_a_typo_in_the_feeds_names_file_line_key_and_the_nearest(folder: Path, command: str) -> None:
    path = folder / "config" / "feeds.toml"
    path.write_text(FEEDS.replace("language", "langauge") + 'category = "agency"\n')
    assert run_command("galata", *command.split()).problem == (
        f"{path}:5: feeds[0].langauge: unknown key, did you mean 'language'?"
    )
    assert list_databases(folder) == []


@pytest.mark.parametrize("command", ["up", "config check"])
def test_a_query_that_cannot_be_read_is_named_by_line_and_column(folder: Path, command: str) -> None:
    path = folder / "config" / "subscriptions.toml"
    path.write_text(SUBSCRIPTIONS)
    problem = run_command("galata", *command.split()).problem
    assert problem.startswith(f"{path}:3: subscriptions[0].query: ")
    assert "column 14" in problem
    assert list_databases(folder) == []


@pytest.mark.parametrize("command", ["up", "status", "migrate"])
def test_a_database_in_a_folder_that_is_missing(command: str) -> None:
    problem = run_command("galata", command, GALATA_DATABASE_URL="sqlite:////no/such/folder/x.db").problem
    assert problem == "GALATA_DATABASE_URL: the folder /no/such/folder does not exist; make it, or name another file"


@pytest.mark.parametrize("command", ["up", "status", "poll --once"])
def test_a_postgres_that_does_not_answer(command: str) -> None:
    port = find_free_port()
    url = f"postgresql://galata:geheim@127.0.0.1:{port}/galata"
    problem = run_command("galata", *command.split(), GALATA_DATABASE_URL=url).problem
    assert problem.startswith(f"GALATA_DATABASE_URL: postgresql+psycopg://***@127.0.0.1:{port}/galata cannot be opened")
    assert problem.endswith("is it running?")
    assert "geheim" not in problem


@pytest.mark.parametrize("command", ["galata up", "celery -A worker.app worker", "celery -A worker.app beat"])
def test_a_broker_nobody_knows(command: str) -> None:
    problem = run_command(*command.split(), GALATA_BROKER_URL="amqp://127.0.0.1//").problem
    assert problem.startswith("GALATA_BROKER_URL: unknown scheme 'amqp'; write memory://, redis://host:6379/0")


def test_a_redis_that_does_not_answer_is_told_by_up_before_anything_is_made(folder: Path) -> None:
    port = find_free_port()
    problem = run_command("galata", "up", GALATA_BROKER_URL=f"redis://:geheim@127.0.0.1:{port}/0").problem
    assert problem.startswith(f"GALATA_BROKER_URL: redis://***@127.0.0.1:{port}/0 cannot be reached (")
    assert problem.endswith("); is it running?")
    assert "geheim" not in problem
    assert list_databases(folder) == []


@pytest.mark.parametrize("command", ["up", "web"])
def test_a_port_that_is_taken_is_told_before_anything_is_made(folder: Path, command: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = str(holder.getsockname()[1])
        problem = run_command("galata", command, GALATA_WEB_PORT=port).problem
    assert (
        problem
        == f"GALATA_WEB_PORT: {port} at 127.0.0.1 is taken; stop who holds it or set another (0 takes a free one)"
    )
    assert list_databases(folder) == []


@pytest.mark.parametrize("command", ["up", "web"])
def test_pages_for_other_machines_need_a_token(folder: Path, command: str) -> None:
    problem = run_command("galata", command, GALATA_WEB_HOST="0.0.0.0").problem
    assert problem.startswith("GALATA_WEB_HOST: at 0.0.0.0 other machines can come in; set GALATA_WEB_TOKEN (or ")
    assert list_databases(folder) == []


@pytest.mark.parametrize("command", ["up", "migrate", "poll --once"])
@pytest.mark.parametrize("place", ["file/data", "/proc/galata"])
def test_a_data_folder_that_cannot_be_made(folder: Path, command: str, place: str) -> None:
    (folder / "file").write_text("in the way")
    path = folder / place
    problem = run_command("galata", *command.split(), GALATA_DATA_DIR=str(path)).problem
    assert problem.startswith(f"GALATA_DATA_DIR: {path} cannot be written (")
    assert problem.endswith("); name a folder of yours")
    assert (folder / "file").read_text() == "in the way"


@pytest.mark.parametrize("what", ["worker -Q poll,ingest,deliver", "beat"])
def test_a_worker_or_a_beat_on_the_broker_in_memory(folder: Path, what: str) -> None:
    problem = run_command("celery", "-A", "worker.app", *what.split()).problem
    assert problem.startswith("GALATA_BROKER_URL is memory://, which no other process can see")
    assert "redis://host:6379/0" in problem
    assert not (folder / "data").exists()
    assert not (folder / "celerybeat-schedule").exists()


def test_a_worker_on_a_database_without_tables(folder: Path) -> None:
    problem = run_command("celery", "-A", "worker.app", "worker", GALATA_BROKER_URL="redis://127.0.0.1:9/0").problem
    assert problem.startswith("GALATA_DATABASE_URL: there is no")
    assert "run `galata migrate`" in problem
    assert list_databases(folder) == []


@pytest.mark.parametrize("command", ["galata up", "galata status", "celery -A worker.app beat"])
def test_a_setting_nobody_knows(command: str) -> None:
    problem = run_command(*command.split(), GALATA_BROKER_ULR="memory://").problem
    assert problem == "GALATA_BROKER_ULR: no such setting, did you mean GALATA_BROKER_URL?"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "2", "titel": "x"}', "title"),
        ("{", "line 2"),
        ('{"id": "2", "title": "x", "published": "soon"}', "published"),
    ],
)
def test_replay_names_the_line_it_cannot_read(folder: Path, line: str, says: str) -> None:
    path = folder / "items.jsonl"
    path.write_text(f'{{"id": "1", "title": "Ankara and Rome talk"}}\n{line}\n')
    ended = run_command("galata", "replay", str(path))
    assert f"{path}" in ended.problem
    assert "2" in ended.problem
    assert says in ended.problem
    assert ended.out == "", "no decision is printed of a file that is half read"
    assert list_databases(folder) == []


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("pol --once", "No such command 'pol'. Did you mean 'poll'? See `galata --help`."),
        ("feeds chek x", "No such command 'chek'. Did you mean 'check'? See `galata feeds --help`."),
        (
            "poll --onc",
            "No such option '--onc'. (Did you mean one of: '--force', '--json', '--once'?) See `galata poll --help`.",
        ),
        ("poll", "Missing option '--once'. See `galata poll --help`."),
        (
            "deliveries resolve 1",
            "say --sent (they arrived) or --resend (they did not). See `galata deliveries resolve --help`.",
        ),
        ("replay", "Missing argument 'FILE'. See `galata replay --help`."),
    ],
)
def test_a_command_nobody_knows(command: str, says: str) -> None:
    assert run_command("galata", *command.split()).problem == says


@pytest.mark.parametrize("command", ["status", "feeds list", "explain 1", "deliveries list"])
def test_a_database_without_tables_asks_for_migrate(folder: Path, command: str) -> None:
    problem = run_command("galata", *command.split()).problem
    assert problem.startswith(f"GALATA_DATABASE_URL: there is no {folder}/data/galata.db yet; run `galata migrate`")
    assert list_databases(folder) == []


def test_a_database_of_another_schema_asks_for_migrate(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "galata.db").touch()
    assert "another schema than this program; run `galata migrate`" in run_command("galata", "status").problem


def test_poll_prepares_a_new_data_folder_by_itself(folder: Path) -> None:
    ended = run_command("galata", "poll", "--once")
    assert ended.status == 0, ended
    assert "1 feed polled, 1 of them failed; 0 articles judged" in ended.out
    assert run_command("galata", "feeds", "list").out.count("Anatolian Wire") == 1
