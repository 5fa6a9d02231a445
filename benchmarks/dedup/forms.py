"""Forms filled in again on other days: none of them may join another, whatever they share."""

import random
import re
import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.dedup.galata import DAY
from benchmarks.dedup.texts import LANGUAGES, PLACES, Text, lift_first
from worker.news.text import sentences

FORMS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("forms.toml").read_text("utf-8"))
KINDS = tuple(FORMS["kinds"].split("|"))
TIMES = 6
SLOT = re.compile(r"\{([^}]+)\}")
RANGE = re.compile(r"(\d+)(?:([.,])(\d+))?-(\d+)(?:[.,](\d+))?$")


class Filled(NamedTuple):
    """A form as it was filled in on a day."""

    kind: str
    text: Text
    at: datetime


def fill_forms(chance: random.Random) -> list[Filled]:
    """Every form six times, a day apart."""
    return [
        Filled(kind, fill_form(language, form, day, chance), DAY + timedelta(days=day))
        for language in LANGUAGES
        for kind, form in zip(KINDS, FORMS[language]["forms"], strict=True)
        for day in range(TIMES)
    ]


def fill_form(language: str, form: str, day: int, chance: random.Random) -> Text:
    """For a day of the week; every other form for a date."""
    days = FORMS[language]["days" if len(form) % 2 else "dates"].split("|")
    named = dict(zip("pq", chance.sample(PLACES, 2), strict=True))
    given, family = (names.split("|") for names in FORMS["people"]["tr" if language == "tr" else "it"])
    named |= {slot: f"{chance.choice(given)} {chance.choice(family)}" for slot in "nm"}
    named |= {"c": chance.choice(FORMS["companies"].split("|")), "d": days[day % len(days)]}
    named["s"] = chance.choice(FORMS["states"][language].split("|"))
    named["d_first"] = lift_first(named["d"])
    words = {slot: chance.choice(slot.split("|")) for slot in SLOT.findall(form) if RANGE.fullmatch(slot) is None}
    words |= named
    title, body = (
        SLOT.sub(lambda slot: words.get(slot[1]) or draw(slot[1], chance), form).replace("di il", "del").split(" // ")
    )
    return Text(language, title, tuple(sentences(lift_first(body))))


def draw(slot: str, chance: random.Random) -> str:
    """A number of a range. Words are the same in title and text, numbers are drawn each time."""
    found = RANGE.fullmatch(slot)
    assert found is not None, slot
    decimals = len(found[3] or "")
    low, high = (int(whole + (part or "")) for whole, part in ((found[1], found[3]), (found[4], found[5])))
    drawn = str(chance.randint(low, high)).zfill(decimals + 1)
    return f"{drawn[:-decimals]}{found[2]}{drawn[-decimals:]}" if decimals else drawn
