"""Where round-ups are told from articles: "News in brief", "Günün öne çıkanları", "Le notizie del giorno".

A round-up shares a sentence with ten stories and belongs to none. Joined to one, it would chain them all.
"""

import re
from collections import Counter
from collections.abc import Sequence

from worker.news.scan import LONGEST_TITLE, MAX_LENGTH
from worker.news.text import fold, tokenize

_TITLES = (
    r"(?:news|week|day|world|morning|evening|daily|weekly)(?: \w+)? (?:in brief|round-?up|briefing|digest|recap|wrap)",
    r"(?:round-?up|briefing|headlines)\b.{0,30}$|^(?:today's|top) (?:\w+ )?(?:headlines|stories|news)",
    r"gunun (?:\w+ )?(?:one cikan|haber|manset|ozet|gelisme)|haftanin (?:\w+ )?(?:one cikan|haber|ozet|gelisme)",
    r"haber (?:ozet|tur|bulten)\w*|gundem ozet\w*|kisa kisa|sabah bulteni|basin ozet\w*",
    r"(?:notizie|fatti|principali notizie) (?:del giorno|della (?:settimana|giornata)|di oggi|in breve)|in breve\b",
    r"rassegna stampa|le (?:ultime|principali) (?:notizie|di oggi)|il punto della giornata|agenda (?:del|della) ",
)
_TITLE = re.compile("|".join(_TITLES))
# Both begin and end at one character: a page of blanks must not be tried from each of them.
_BULLET = re.compile(r"^[ \t]*+(?:[-–—•*▪►●■]|\d{1,2}[.)])[ \t]++\S", re.MULTILINE)
# "Ore 8.50 – ", "10:40 ": a live page, if a sentence begins so.
_CLOCK = re.compile(
    r"(?:^|(?<=[.!?…)\"”»\n]\s)|(?<=\n))(?:[Oo]re |[Ss]aat )?((?:[01]?\d|2[0-3])[.:][0-5]\d)"
    r"(?!\d|[.,:]\d| ?[%€$£₺]| (?:euro|lira|dol))"
)
_LIVE = re.compile(r"\b(?:live|canli|diretta|minute by minute|dakika dakika|minuto per minuto)\b")
_BETWEEN = re.compile(r"[;•|]\s|\s/\s")
_FEWEST_BULLETS = 4  # three points are a summary of one story; four headings under one title are not
_TITLE_PARTS = 3  # "A; B; C"
_PART_WORDS = 3
_RECURS = 1 / 3  # of the points of a live page: what it is about comes back in so many


def is_roundup(title: str, text: str) -> bool:
    """Whether an item tells several stories: by its title, by three headlines in one, as a list whose points share no
    words with its title, or hour by hour."""
    title, text = title[:LONGEST_TITLE], text[:MAX_LENGTH]
    if _TITLE.search(fold(title)):
        return True
    parts = [part for part in _BETWEEN.split(title) if len(part.split()) >= _PART_WORDS]
    return len(parts) >= _TITLE_PARTS or _lists_unrelated(title, text) or _follows_unrelated(title, text)


def _lists_unrelated(title: str, text: str) -> bool:
    points = _cut_points(_BULLET, text)
    named = _content_words(title)
    return sum(named.isdisjoint(point) for point in points) > len(points) / 2


def _follows_unrelated(title: str, text: str) -> bool:
    """Whether the points of a live page have no more in common with each other than with its title. It says that it is
    live, or its latest point stands first: a programme and a chronicle of one event begin with the earliest."""
    times = [tuple(map(int, re.split("[.:]", match[1]))) for match in _CLOCK.finditer(text)]
    if not _LIVE.search(fold(title)) and times != sorted(times, reverse=True):
        return False
    points = _cut_points(_CLOCK, text)
    counts = Counter(word for point in points for word in point)
    recurring = {word for word, count in counts.items() if count >= max(2, _RECURS * len(points))}
    named = _content_words(title) | recurring
    return sum(named.isdisjoint(point) for point in points) > len(points) / 2


def _cut_points(mark: re.Pattern[str], text: str) -> Sequence[set[str]]:
    """The words of each point that begins with a mark; none where there are too few to be several stories."""
    starts = [match.start() for match in mark.finditer(text)]
    if len(starts) < _FEWEST_BULLETS:
        return []
    return [_content_words(text[a:b]) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def _content_words(text: str) -> set[str]:
    return {token.folded[:5] for token in tokenize(text) if len(token.folded) >= 5}
