"""Settings: what wins, what is refused, and that no secret is ever shown."""

from ipaddress import ip_network
from pathlib import Path

import pytest
from pydantic import ValidationError

from config import ConfigError
from config.settings import Settings, load_settings
from config.urls import mask_url


def load(folder: Path, **variables: str) -> Settings:
    """Settings of a configuration folder and variables without their prefix."""
    own = {"CONFIG_DIR": str(folder), "DATA_DIR": str(folder / "data"), **variables}
    return load_settings({f"GALATA_{name}": value for name, value in own.items()})


def fail(folder: Path, **variables: str) -> list[str]:
    """The problems that loading raises."""
    with pytest.raises(ConfigError) as caught:
        load(folder, **variables)
    return str(caught.value).splitlines()


def test_defaults_need_no_server(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert settings.database_url == f"sqlite:///{tmp_path}/data/galata.db"
    assert settings.is_embedded
    assert settings.outbox_dir == tmp_path / "data" / "outbox"
    assert settings.web_host == "127.0.0.1"
    assert settings.base_url == "http://127.0.0.1:8420"


def test_environment_wins_over_file(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('web_port = 9000\ntimezone = "Europe/Rome"\nhttp_allow = ["10.0.0.0/8"]\n')
    settings = load(tmp_path, WEB_PORT="9001")
    assert (settings.web_port, settings.timezone) == (9001, "Europe/Rome")
    assert settings.http_allow == (ip_network("10.0.0.0/8"),)


def test_empty_variable_is_unset(tmp_path: Path) -> None:
    assert load(tmp_path, SMTP_URL="", BROKER_URL="").is_embedded


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("postgres://u:p@h/db", "postgresql+psycopg://u:p@h/db"),
        ("postgresql://h/db?sslmode=require", "postgresql+psycopg://h/db?sslmode=require"),
        ("sqlite://", "sqlite:///"),
        ("sqlite:///:memory:", "sqlite:///:memory:"),
    ],
)
def test_database_is_normalised(tmp_path: Path, written: str, read: str) -> None:
    assert load(tmp_path, DATABASE_URL=written).database_url == read


def test_relative_sqlite_file_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(tmp_path, DATABASE_URL="sqlite:///here.db").database_url == f"sqlite:///{tmp_path}/here.db"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("BROKER_URL", "amqp://u:hidden@h", "memory://"),
        ("BROKER_URL", "redis://", "no host"),
        ("DATABASE_URL", "mysql://u:hidden@h/x", "postgresql://"),
        ("DATABASE_URL", "sqlite:////nowhere/at/all.db", "/nowhere/at does not exist"),
        ("DATABASE_URL", "hidden", "not a url"),
        ("SMTP_URL", "http://u:hidden@h", "smtp://"),
        ("SMTP_URL", "smtp://u:hidden@h:port", "smtp://"),
        ("HTTP_ALLOW", "10.0.0.5/8", "host bits"),
        ("TIMEZONE", "Europe/Istambul", "Europe/Istanbul"),
        ("WEB_PORT", "70000", "65535"),
        ("MAIL_FROM", "nobody", "galata@example.org"),
        ("PUBLIC_URL", "news.example.org", "not a url"),
        ("LOG_LEVEL", "loud", "'WARNING'"),
        ("LEASE_SECONDS", "soon", "integer"),
        ("FULL_TEXT", "maybe", "FULL_TEXT: write true or false"),
        ("USER_AGENT_CONTACT", "a@b\r\nX: y", "control character"),
    ],
)
def test_error_names_variable_and_mend(tmp_path: Path, name: str, value: str, says: str) -> None:
    (line,) = fail(tmp_path, **{name: value})
    assert line.startswith(f"GALATA_{name}: ")
    assert says in line
    assert "hidden" not in line


def test_all_errors_are_told_at_once(tmp_path: Path) -> None:
    lines = fail(tmp_path, WEB_PORT="x", TIMEZONE="Mars", DATABSE_URL="x")
    assert [line.split(":")[0] for line in lines] == ["GALATA_DATABSE_URL", "GALATA_WEB_PORT", "GALATA_TIMEZONE"]


def test_unknown_variable_names_the_nearest(tmp_path: Path) -> None:
    assert fail(tmp_path, SMPT_URL="x") == ["GALATA_SMPT_URL: no such setting, did you mean GALATA_SMTP_URL?"]


def test_file_errors_name_the_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('# ours\nweb_prot = 1\n\nweb_port = "x"\n')
    assert fail(tmp_path) == [
        f"{path}:2: web_prot: no such setting, did you mean 'web_port'?",
        f"{path}:4: web_port: Input should be a valid integer, unable to parse string as an integer",
    ]
    path.write_text('full_text = "maybe"\n')
    assert fail(tmp_path) == [f"{path}:1: full_text: write true or false, without quotes"]
    path.write_text("web_port = = 1\n")
    assert fail(tmp_path)[0].startswith(f"{path}: cannot be read: ")


def test_secret_comes_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text("letmein\n")
    token = load(tmp_path, WEB_TOKEN_FILE=str(secret)).web_token
    assert token is not None
    assert token.get_secret_value() == "letmein"


@pytest.mark.parametrize(("content", "says"), [(None, "cannot read"), ("\n", "is empty"), ("x", "keep one")])
def test_secret_file_errors(tmp_path: Path, content: str | None, says: str) -> None:
    secret = tmp_path / "token"
    if content is not None:
        secret.write_text(content)
    both = {"WEB_TOKEN": "hidden"} if says == "keep one" else {}
    (line,) = fail(tmp_path, WEB_TOKEN_FILE=str(secret), **both)
    assert line.startswith("GALATA_WEB_TOKEN_FILE: ")
    assert says in line
    assert "hidden" not in line


def test_nothing_shows_secrets(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        DATABASE_URL="postgresql://u:hidden@h/db",
        BROKER_URL="redis://:hid@den@h:6379/0",
        SMTP_URL="smtp://u:hidden@h:25",
        WEB_TOKEN="hidden",
        WEBHOOK_SECRET="hidden",
    )
    for shown in (repr(settings), str(settings), f"{settings}"):
        assert "hid" not in shown
        assert "postgresql+psycopg://***@h/db" in shown


def test_direct_construction_hides_input_and_reads_no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GALATA_WEB_PORT", "9001")
    assert Settings().web_port == 8420
    with pytest.raises(ValidationError) as caught:
        Settings(broker_url="amqp://u:hidden@h")
    assert "hidden" not in str(caught.value)


def test_an_unescaped_at_in_a_database_password_is_refused_and_not_shown() -> None:
    """The driver splits such a url at the first @, the mask at the last, and its error would show what lies between."""
    with pytest.raises(ValidationError, match="write %40") as caught:
        Settings(database_url="postgresql://galata:s3c@r3t@127.0.0.1/galata")
    assert "r3t" not in str(caught.value)
    assert Settings(database_url="postgresql://galata:s3c%40r3t@127.0.0.1/galata")


def test_settings_are_frozen(tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        load(tmp_path).web_port = 1  # type: ignore[misc]  # what mypy forbids is what we test


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("redis://:p@h:6379/0", "redis://***@h:6379/0"),
        ("smtp://u:p@ss@h", "smtp://***@h"),
        ("postgresql+psycopg://u:p/x9?y#z@h/db", "postgresql+psycopg://***@h/db"),
        ("redis://:p/x9@h:6379/0", "redis://***@h:6379/0"),
        ("postgresql://h/db?user=u&password=p&x=1", "postgresql://h/db?user=u&password=***&x=1"),
        ("memory://", "memory://"),
        ("https://example.org/a@b", "https://example.org/a@b"),
    ],
)
def test_mask_url(url: str, shown: str) -> None:
    assert mask_url(url) == shown
