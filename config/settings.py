"""Settings: `settings.toml` in the configuration folder, over it the environment (`GALATA_…`), typed and frozen.

A setting is named as its field, `GALATA_WEB_PORT` in the environment and `web_port` in the file. Secrets may come from
a file of their own (`GALATA_SMTP_URL_FILE=/run/secrets/smtp`). An empty variable counts as unset, as compose files
write it. Nothing is read at import: `load_settings` is called once by whoever starts the program.
"""

import os
from collections.abc import Mapping
from email.utils import parseaddr
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from platformdirs import user_config_path, user_data_path
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from config import sources, urls
from config.errors import name_nearest

Network = IPv4Network | IPv6Network
SECRETS = ("database_url", "broker_url", "smtp_url", "web_token", "webhook_secret")
"""Settings that have a `_FILE` variant."""


def check_timezone(name: str) -> str:
    """An IANA name, as it came."""
    if name not in available_timezones():
        raise ValueError(f"unknown time zone {name!r}{name_nearest(name, available_timezones())} Write an IANA name")
    return name


def check_sender(address: str) -> str:
    """An address to send mail from, with or without a name before it."""
    if "@" not in parseaddr(address)[1] or any(ord(letter) < 32 for letter in address):
        raise ValueError("not a mail address; write galata@example.org or Galata <galata@example.org>")
    return address


def check_contact(contact: str) -> str:
    """What the user agent tells outlets; it becomes part of a header."""
    if not contact.isprintable():
        raise ValueError("holds a control character; write a mail address or a url")
    return contact


def split_list(value: object) -> object:
    """`"a, b"` as a list; anything else is left to the type."""
    return [part for part in map(str.strip, value.split(",")) if part] if isinstance(value, str) else value


def read_network(value: object) -> Network:
    """A network in CIDR notation, or a single address."""
    try:
        return ip_network(str(value))
    except ValueError as error:
        # Host bits are refused and not cut off: 10.0.0.5/8 would open the whole of 10.0.0.0/8.
        raise ValueError(f"{error}; write networks such as 127.0.0.0/8, separated by commas") from None


def check_secret(secret: SecretStr) -> SecretStr:
    """A mail server's url, kept secret."""
    urls.check_smtp(secret.get_secret_value())
    return secret


def make_database(values: dict[str, Any]) -> str:
    """The database used when none is named: a file in the data folder."""
    return f"sqlite:///{values['data_dir'] / 'galata.db'}" if "data_dir" in values else "sqlite://"


def find_data() -> Path:
    """The user's data folder of this platform."""
    return user_data_path("galata", appauthor=False)


def find_config() -> Path:
    """The user's configuration folder of this platform."""
    return user_config_path("galata", appauthor=False)


def absolute(path: Path) -> Path:
    """Absolute, because workers may start in another folder."""
    return path.expanduser().absolute()


Folder = Annotated[Path, AfterValidator(absolute)]
Networks = Annotated[tuple[Annotated[Network, BeforeValidator(read_network)], ...], BeforeValidator(split_list)]
LogLevel = Annotated[
    Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"],
    BeforeValidator(lambda value: value.upper() if isinstance(value, str) else value),
]


class Settings(BaseSettings):
    """Every setting, with what it is for. `repr` hides secrets; so do errors."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    data_dir: Folder = Field(default_factory=find_data)
    """The database (when it is SQLite), the outbox of the file channel, learned numbers."""
    config_dir: Folder = Field(default_factory=find_config)
    """`settings.toml`, and data files that replace the shipped ones of the same name."""
    database_url: str = Field(default_factory=make_database)
    broker_url: Annotated[str, AfterValidator(urls.check_broker)] = "memory://"

    smtp_url: Annotated[SecretStr, AfterValidator(check_secret)] | None = None
    """`smtp://user:password@host:port`; without it mail goes to files under the data folder."""
    mail_from: Annotated[str, AfterValidator(check_sender)] = "galata@localhost"
    webhook_secret: SecretStr | None = None
    """Signs what the webhook channel posts."""
    on_uncertain: Literal["resend", "hold"] = "resend"
    """A mail that may have arrived or not: sent again once, after 15 minutes, or held until a person decides."""

    http_allow: Networks = ()
    """Private networks that the guarded client may reach nonetheless."""
    user_agent_contact: Annotated[str, AfterValidator(check_contact)] | None = None
    """A mail address or url that outlets find in our user agent."""

    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8420, ge=0, le=65535)
    """0 takes any free port."""
    web_token: SecretStr | None = None
    public_url: Annotated[str, AfterValidator(urls.check_public)] | None = None
    """Where readers reach the pages; links in mails begin with it."""

    timezone: Annotated[str, AfterValidator(check_timezone)] = "Europe/Istanbul"
    poll_interval_seconds: int = Field(default=3600, ge=60, le=604_800)
    """Between two polls of a feed that names no interval."""
    tick_seconds: int = Field(default=5, ge=1, le=3600)
    """Between two looks at what is due."""
    lease_seconds: int = Field(default=600, ge=30, le=86_400)
    """How long a claimed row stays claimed when its worker says nothing."""
    full_text: bool = True
    """Whether the pages of articles are read, where a feed has only an abstract; each feed may say no."""
    page_interval_seconds: int = Field(default=5, ge=0, le=3600)
    """Between two pages of one host, by all workers together; more where its robots.txt asks for more."""
    digest_backlog_hours: int = Field(default=72, ge=1, le=8760)
    """How far back a subscription's first digest looks."""
    log_level: LogLevel = "INFO"

    @field_validator("database_url")
    @classmethod
    def check_database(cls, url: str, info: ValidationInfo) -> str:
        """Normalise; the data folder itself is made by the program and need not exist yet."""
        return urls.check_database(url, made=info.data.get("data_dir"))

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003  the four others are read by load_settings itself
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003  pydantic calls it so
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  pydantic calls it so
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  pydantic calls it so
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what is passed: `load_settings` reads the sources, so that errors can name them."""
        return (init_settings,)

    @property
    def is_embedded(self) -> bool:
        """Whether broker and workers live in one process."""
        return self.broker_url.startswith("memory:")

    @property
    def outbox_dir(self) -> Path:
        """Where the file channel writes its messages."""
        return self.data_dir / "outbox"

    @property
    def base_url(self) -> str:
        """The address that links begin with: `public_url`, else the one we listen at."""
        host = f"[{self.web_host}]" if ":" in self.web_host else self.web_host
        return self.public_url or f"http://{host}:{self.web_port}"

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        """As pydantic shows it, with urls masked."""
        shown = super().__repr_args__()
        return [(name, urls.mask_url(value) if isinstance(value, str) else value) for name, value in shown]

    __str__ = BaseSettings.__repr__


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of `environ` (the process's own by default) and of `settings.toml`.

    ConfigError tells every mistake, one a line, by the name of its variable or its line in the file.
    """
    variables = os.environ if environ is None else environ
    return sources.build_settings(Settings, variables, SECRETS, find_config)
