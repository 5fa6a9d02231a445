"""Forty reports: three wires, ten copies, twelve in other words, six abstracts, six updates, a live page."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
WIRES = {wire["language"]: wire for wire in DATA["wire"]}
# How outlets touch a wire: their own line before it, their own footer, a word here and there.
DRESS = {
    "en": [("", "Follow us on Facebook."), ("IZMIR (XYZ) – ", ""), ("", "Click here to read more."), ("(Agency) ", "")],
    "tr": [("", "Bizi takip edin."), ("İZMİR (XYZ) – ", ""), ("", "Haberin devamı için tıklayın.")],
    "it": [("", "© Riproduzione riservata"), ("SMIRNE (XYZ) – ", ""), ("", "Leggi anche: tutte le notizie.")],
}
TOUCHED = {
    "en": [(" on Monday", " this Monday"), ("Some 400", "About 400")],
    "tr": [("pazartesi günü", "bu sabah"), ("400 kadar", "yaklaşık 400")],
    "it": [("hanno aperto lunedì", "hanno inaugurato lunedì"), ("Circa 400", "Oltre 400")],
}


class Report(NamedTuple):
    """What an outlet published, so many minutes after the first."""

    minute: int
    outlet: str
    language: str
    title: str
    text: str
    page: str | None = None
    """Its address, where it has one that tells of the same thing again."""


def list_reports() -> list[Report]:
    """In the order of time."""
    return sorted([*list_wires(), *list_copies(), *list_abstracts(), *list_others(), *list_updates(), *list_live()])


def list_wires() -> Iterator[Report]:
    for minute, (language, wire) in enumerate(WIRES.items()):
        yield Report(minute, f"wire-{language}", language, wire["title"], wire["text"])


def list_copies() -> Iterator[Report]:
    """Dressed anew; every second one has a word or two changed, too."""
    for language, dresses in DRESS.items():
        for i, (before, after) in enumerate(dresses):
            text = WIRES[language]["text"]
            for old, new in TOUCHED[language] if i % 2 else ():
                text = text.replace(old, new)
            title = WIRES[language]["title"] if i % 2 else f"{WIRES[language]['title']} - Outlet"
            yield Report(3 + 11 * i, f"copy-{language}-{i}", language, title, f"{before}{text} {after}".strip())


def list_abstracts() -> Iterator[Report]:
    """The first sentence, and the first three."""
    for language, wire in WIRES.items():
        sentences = wire["text"].split(". ")
        for minute, count in ((8, 1), (26, 3)):
            text = ". ".join(sentences[:count]) + "."
            yield Report(minute, f"abstract-{language}-{count}", language, wire["title"], text)


def list_others() -> Iterator[Report]:
    for i, row in enumerate(DATA["rewrite"]):
        yield Report(row["minute"], f"paper-{i}", row["language"], row["title"], row["text"])


def list_updates() -> Iterator[Report]:
    """The wire with what came since on top, a minute apart in the three languages."""
    for language, wire in WIRES.items():
        news: list[str] = []
        for development in DATA["development"]:
            title, said = development[language]
            news.insert(0, said)
            minute = development["minute"] + ["en", "tr", "it"].index(language)
            yield Report(minute, f"wire-{language}", language, title, " ".join([*news, wire["text"]]))


def list_live() -> Iterator[Report]:
    for row in DATA["live"]:
        yield Report(row["minute"], "live", "en", row["title"], row["text"], "https://live.example/summit")
