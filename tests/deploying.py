"""compose.yaml, the Dockerfile and the systemd units as data, for the tests that run what they say."""

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

REPOSITORY = Path(__file__).parent.parent
UNITS = sorted((REPOSITORY / "deploy" / "systemd").glob("*.service"))
Service = dict[str, Any]


def read_compose() -> dict[str, Any]:
    """The file with its anchors resolved."""
    found: dict[str, Any] = yaml.safe_load((REPOSITORY / "compose.yaml").read_text(encoding="utf-8"))
    return found


def read_processes() -> dict[str, Service]:
    """The services that run our image."""
    services: dict[str, Service] = read_compose()["services"]
    return {name: one for name, one in services.items() if one["image"].startswith("galata-news:")}


def fill_defaults(value: str) -> str:
    """`${NAME:-default}` as compose reads it where NAME is not set."""
    return re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", value)


def read_instructions(name: str) -> list[str]:
    """What the last stage of the Dockerfile says under an instruction."""
    text = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    stage = text[text.rindex("\nFROM ") :]
    return [line.removeprefix(f"{name} ").strip() for line in stage.splitlines() if line.startswith(f"{name} ")]


def read_image_environment() -> dict[str, str]:
    """What the image sets for every process, its PATH left out."""
    pairs = [pair.partition("=") for line in read_instructions("ENV") for pair in shlex.split(line)]
    return {name: value for name, _, value in pairs if name != "PATH"}


def read_seconds(duration: str) -> int:
    """`40s`, as compose writes it."""
    assert duration.endswith("s")
    return int(duration.removesuffix("s"))


def read_unit(path: Path) -> list[tuple[str, str]]:
    """The settings of a unit, in order; some stand there more than once."""
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = [line.partition("=") for line in lines if line and not line.startswith(("#", "["))]
    return [(name, value) for name, _, value in pairs]
