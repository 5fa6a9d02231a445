"""How fast items go through the real pipeline: `galata replay` on 2,000 items of 200 words, as a whole process.

The items are made from sentences of our own with a fixed seed: three languages; a quarter name both countries, the rest
one or none; one in ten of the first is a lightly edited copy. Goal: under 15 s on two cores.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ITEMS, WORDS = 2_000, 200
GOAL_SECONDS = 15
SENTENCES = {
    "en": (
        "The {who} met the {whom} in {place} on {day} to discuss {thing}.",
        "Officials from {place} said that {thing} would grow by {n} percent over the next year.",
        "A spokesperson for {company} declined to comment on {thing} in {place}.",
        "The agreement on {thing} covers {n} sites and was signed in {place} by the {who}.",
        "Analysts in {place} expect the {whom} to decide about {thing} within {n} days.",
    ),
    "tr": (
        "{place} kentinde {day} günü {who} ile {whom} arasında {thing} konusu ele alındı.",
        "Yetkililer {place} için {thing} alanında yüzde {n} artış beklendiğini söyledi.",
        "{company} sözcüsü {place} merkezli {thing} hakkında açıklama yapmadı.",
        "{thing} anlaşması {n} tesisi kapsıyor ve {place} kentinde imzalandı.",
    ),
    "it": (
        "A {place} {who} e {whom} hanno discusso {day} di {thing}.",
        "Secondo le autorità di {place}, {thing} crescerà del {n} per cento nel prossimo anno.",
        "Un portavoce di {company} non ha commentato {thing} a {place}.",
        "L'accordo su {thing} riguarda {n} impianti ed è stato firmato a {place}.",
    ),
}
BOTH = ("Ankara", "Rome", "Istanbul", "Milan", "Türkiye", "Italy", "İzmir", "Genoa", "Italia", "İtalya", "Roma")
ELSEWHERE = ("Lisbon", "Oslo", "Lima", "Nairobi", "Seoul", "Quito", "Dublin", "Prague", "Hanoi", "Turin")
FILL = {
    "who": ("minister", "delegation", "chairwoman", "ambassador", "board", "mayor", "commission"),
    "whom": ("envoy", "company", "council", "union", "agency", "committee", "investors"),
    "thing": ("drone exports", "customs rules", "rail links", "coast guard training", "gas storage", "museum loans",
              "olive oil", "ship repair", "satellite data", "student exchange", "wheat prices", "port fees"),
    "company": ("Leonardo", "Baykar", "Eni", "Nordwind", "Acme", "Fincantieri", "Telara"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
}  # fmt: skip


def make_text(chance: random.Random, language: str, places: tuple[str, ...]) -> str:
    """About WORDS words."""
    parts: list[str] = []
    while sum(len(part.split()) for part in parts) < WORDS:
        values = {key: chance.choice(options) for key, options in FILL.items()}
        parts.append(
            chance.choice(SENTENCES[language]).format(place=chance.choice(places), n=chance.randint(2, 900), **values)
        )
    return " ".join(parts)


def make_items() -> list[dict[str, str]]:
    """The items, the same every time."""
    chance, items = random.Random(20250429), list[dict[str, str]]()
    for number in range(ITEMS):
        language = chance.choice(tuple(SENTENCES))
        text = make_text(chance, language, BOTH if number % 4 == 0 else ELSEWHERE)
        if number % 40 == 4:
            text = items[-4]["content"].replace(" the ", " this ", 2)
        title = " ".join(text.split()[:9])
        items.append({"id": str(number), "title": title, "content": text, "published": f"2026-01-{1 + number % 28:02}"})
    return items


def main() -> None:
    """Time the whole command, three times; print the median."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "items.jsonl"
        path.write_text("".join(json.dumps(item) + "\n" for item in make_items()), encoding="utf-8")
        times = []
        for _ in range(3):
            started = time.perf_counter()
            command = [sys.executable, "-c", "from worker.cli import main; main()", "replay", "--no-seeds", str(path)]
            answer = subprocess.run(command, check=True, capture_output=True, text=True)
            times.append(time.perf_counter() - started)
    decisions = [json.loads(line) for line in answer.stdout.splitlines()]
    kept = sum(one["relevant"] for one in decisions)
    print(f"{len(decisions)} items of {WORDS} words, {kept} kept: median {sorted(times)[1]:.1f} s of 3 runs "
          f"({', '.join(f'{one:.1f}' for one in times)}); goal {GOAL_SECONDS} s")  # fmt: skip
    if sorted(times)[1] > GOAL_SECONDS:
        raise SystemExit(1)
