"""Languages as people write them in a command: `en, it` as codes."""

import re

from config.models import LANGUAGES
from worker.errors import UsageError


def read_languages(text: str) -> tuple[str, ...]:
    """The codes in a list, each once, in its order. ValueError naming the first that is none, with what may stand
    there."""
    codes = tuple(dict.fromkeys(part for part in re.split(r"[,\s]+", text.strip()) if part))
    unknown = [code for code in codes if code not in LANGUAGES]
    if unknown or not codes:
        said = f"{unknown[0]!r} is no language; " if unknown else ""
        raise ValueError(f"{said}write codes of ISO 639-1, separated by commas, such as en,it,tr")
    return codes


def read_option(name: str, text: str) -> tuple[str, ...]:
    """The codes of an option that may be empty. UsageError, one line, naming the option."""
    try:
        return read_languages(text) if text.strip(", ") else ()
    except ValueError as error:
        raise UsageError(f"{name} {text!r}: {error}") from None
