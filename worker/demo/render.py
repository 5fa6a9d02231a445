"""From a template under `feeds/` to the bytes an outlet would send: dates that are always fresh, the declared charset.

Placeholders: `{{base}}` the server's address; `{{hours_ago:3}}` a time in the date style of the document (negative:
ahead); `{{date_en:10}}`, `{{date_tr:…}}`, `{{date_it:…}}` a day in words, the same day in every language; `{{char:8}}`
a character that no editor would keep.
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

Edition = Literal["first", "second"]
FEEDS = Path(__file__).parent / "feeds"
PLACEHOLDER = re.compile(r"\{\{(\w+)(?::([-\d.]+))?\}\}")
ENCODING = re.compile(r"""<\?xml[^>]*encoding=["']([\w-]+)""")
ZONES = {"TR": "Europe/Istanbul", "IT": "Europe/Rome", "GB": "Europe/London"}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}


def find_template(slug: str, edition: Edition) -> Path:
    """The file an outlet serves in an edition: the first one's where the second has none."""
    second = FEEDS / "second" / f"{slug}.xml"
    return second if edition == "second" and second.exists() else FEEDS / "first" / f"{slug}.xml"


def render_feed(slug: str, edition: Edition, *, base_url: str, now: datetime, country: str) -> bytes:
    """The document as served, in the charset it declares. `now` is aware; `country` sets the offset of its dates."""
    template = find_template(slug, edition).read_text(encoding="utf-8")
    local = now.astimezone(ZoneInfo(ZONES[country]))
    text = PLACEHOLDER.sub(make_filler(template, base_url, local), template)
    declared = ENCODING.search(template)
    return text.encode(declared.group(1) if declared else "utf-8", "xmlcharrefreplace")


def make_filler(template: str, base_url: str, now: datetime) -> Callable[[re.Match[str]], str]:
    """The function that gives each placeholder of this document its text; an unknown one raises ValueError."""
    format_time = choose_style(template)

    def fill(found: re.Match[str]) -> str:
        name, value = found.group(1), found.group(2) or "0"
        if name == "base":
            return base_url
        if name == "char":
            return chr(int(value))
        moment = now - timedelta(hours=float(value))
        if name == "hours_ago":
            return format_time(moment)
        if name.startswith("date_"):
            return spell_day(moment, name.removeprefix("date_"))
        raise ValueError(f"{found.group(0)}: no such placeholder; see the top of worker/demo/render.py")

    return fill


def choose_style(template: str) -> Callable[[datetime], str]:
    """How this kind of document writes a time: RFC 3339 in Atom, W3C-DTF to the minute in RDF, RFC 822 in RSS 2.0."""
    if "<feed" in template:
        return lambda moment: moment.isoformat(timespec="seconds")
    if "<rdf:RDF" in template:
        return lambda moment: moment.isoformat(timespec="minutes")
    return format_datetime


def spell_day(moment: datetime, language: str) -> str:
    """`12 June`, `12 Haziran`, `12 giugno`: the day at UTC+2, between the two countries, so that all name the same."""
    day = moment.astimezone(timezone(timedelta(hours=2)))
    return f"{day.day} {MONTHS[language].split()[day.month - 1]}"
