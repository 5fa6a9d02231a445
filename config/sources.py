"""Where a setting came from: the environment, `settings.toml`, or a secret's own file, so that its error can say so."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from config.errors import ConfigError, name_nearest
from config.locate import Positions

PREFIX = "GALATA_"
FILE = "settings.toml"
Model = TypeVar("Model", bound=BaseModel)


class Given(NamedTuple):
    """A value somebody wrote, and how to name the place in an error."""

    value: Any
    origin: str


def build_settings(
    model: type[Model], environ: Mapping[str, str], secrets: Sequence[str], find_config: Callable[[], Path]
) -> Model:
    """The model filled from `environ` and, under it, the file; every problem of both in one ConfigError."""
    problems: list[str] = []
    known = (*model.model_fields, *(f"{name}_file" for name in secrets))
    variables = read_environment(environ, known, problems)
    folder = Path(variables["config_dir"].value) if "config_dir" in variables else find_config()
    written = read_file(folder.expanduser() / FILE, known, problems)
    given = merge_secrets(written, variables, secrets, problems)
    try:
        settings = model(**{name: entry.value for name, entry in given.items()})
    except ValidationError as error:
        problems += [describe_error(entry, given) for entry in error.errors(include_input=False, include_url=False)]
    if problems:
        raise ConfigError(*problems) from None
    return settings


def read_environment(environ: Mapping[str, str], known: Sequence[str], problems: list[str]) -> dict[str, Given]:
    """The variables with our prefix; empty ones are unset, unknown ones a problem."""
    names = {PREFIX + name.upper(): name for name in known}
    found = {}
    for variable, value in environ.items():
        if variable in names and value:
            found[names[variable]] = Given(value, variable)
        elif variable.startswith(PREFIX) and variable not in names:
            problems.append(f"{variable}: no such setting{name_nearest(variable, names, quote='')}")
    return found


def read_file(path: Path, known: Sequence[str], problems: list[str]) -> dict[str, Given]:
    """The file's keys, none when there is no file."""
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        table = tomllib.loads(text)
    except (OSError, ValueError) as error:
        problems.append(f"{path}: cannot be read: {error}")
        return {}
    positions = Positions(text)
    allowed = [name for name in known if name != "config_dir"]  # the file is found by it
    found = {}
    for key, value in table.items():
        origin = f"{path}:{positions.line([key])}: {key}"
        if key in allowed:
            found[key] = Given(value, origin)
        else:
            problems.append(f"{origin}: no such setting{name_nearest(key, allowed)}")
    return found


def merge_secrets(
    written: dict[str, Given], variables: dict[str, Given], secrets: Sequence[str], problems: list[str]
) -> dict[str, Given]:
    """Both sources with their `_file` variants read, the environment above the file."""
    return open_secrets(written, secrets, problems) | open_secrets(variables, secrets, problems)


def open_secrets(given: dict[str, Given], secrets: Sequence[str], problems: list[str]) -> dict[str, Given]:
    """One source with its `_file` variants replaced by what the files hold."""
    opened = dict(given)
    for name in secrets:
        pointer = opened.pop(f"{name}_file", None)
        if pointer is None:
            continue
        if name in opened:
            problems.append(f"{pointer.origin}: {opened[name].origin} is set too; keep one of them")
        elif (secret := read_secret(pointer, problems)) is not None:
            opened[name] = secret
    return opened


def read_secret(pointer: Given, problems: list[str]) -> Given | None:
    """The content of a secret's file without the newline at its end."""
    try:
        value = Path(pointer.value).read_text(encoding="utf-8").strip()
    except (OSError, ValueError, TypeError) as error:
        reason = getattr(error, "strerror", None) or "not a text file"
        problems.append(f"{pointer.origin}: cannot read {pointer.value}: {reason}")
        return None
    if not value:
        problems.append(f"{pointer.origin}: {pointer.value} is empty; write the secret into it")
        return None
    return Given(value, pointer.origin)


def describe_error(error: Mapping[str, Any], given: Mapping[str, Given]) -> str:
    """One line for one of pydantic's errors; the value is never shown, it may be a secret."""
    name = str(error["loc"][0])
    origin = given[name].origin if name in given else PREFIX + name.upper()
    what = error["msg"].removeprefix("Value error, ")
    if error["type"] in ("bool_type", "bool_parsing"):
        what = "write true or false" + ("" if origin.startswith(PREFIX) else ", without quotes")
    return f"{origin}: {what}"
