"""Which days and hours changed between two versions of a text: a date put right in the same sentence.

Of the older text only hashes are known. Where a day or an hour of the new one stands in no known wording, others are
tried in its place (spots.py): another day, month, year, weekday, hour or minute, or several of these at once. Dates in
figures alone (12/04/2025) and hours without minutes are not read; neither are lists, nor when a text was written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice, pairwise
from typing import NamedTuple

from worker.news.dates import MONTH_NAMES, MONTH_NUMBERS, WEEKDAY_NAMES
from worker.news.fingerprint import SHINGLE_WORDS, hash_shingles, write_out
from worker.news.naming import find_dateline
from worker.news.spots import Spot, cut_spot
from worker.news.text import Token, tokenize
from worker.news.types import Fingerprint, Item

_MOST_NAMED = 3  # more that changed are a list: what stood where is guessed there
_MOST_SPOTS = 6
_MOST_WORDS = 10  # weekday, day, month, year, from hour and minute until hour and minute; more are a timetable
_YEARS_AROUND = 3
_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th|o)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HOUR = re.compile(r"[01]?\d|2[0-3]")
_MINUTE = re.compile(r"[0-5]\d")
_CLOCK = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
_AT = frozenset(("at", "from", "until", "by", "saat", "ore", "alle", "dalle"))
_ON = frozenset(("on", "di", "del"))
_SENTENCE_END = re.compile(r"\s*[;!?\n]|\.\s+(?=[^\W\d])")  # "Apr. 12" goes on
_BETWEEN = _AT | _ON | {"of", "gunu"}  # a day and its hour
_MOST_BETWEEN = 2
_MOST_TRIED = 5_000  # words, some 20 ms a spot; a day, its hour and minute between known words take some 200
# When something was written, not what it tells.
_STAMPS = frozenset(
    ("updated", "published", "posted", "aggiornato", "pubblicato", "guncelleme", "guncellendi", "yayin")
)
_STAMP_WORDS, _LINE_WORDS = 8, 4
_NAMES_WITH_CAPITAL = frozenset(("may", "march", "mar", "mart", "ocak", "ekim"))  # else verbs and things
_WEEKDAYS = frozenset(name for names in WEEKDAY_NAMES for name in names)
_SPELT = {"subat": "şubat", "mayis": "mayıs", "agustos": "ağustos", "eylul": "eylül", "kasim": "kasım"}
_SPELT |= {"aralik": "aralık", "sali": "salı", "carsamba": "çarşamba", "persembe": "perşembe"}
_SPELT |= {"1o": "1º"}
_SPELT |= {day: f"{day[:-1]}ì" for day in ("lunedi", "martedi", "mercoledi", "giovedi", "venerdi")}
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


class Redated(NamedTuple):
    """A day or an hour that took another's place, as they are written."""

    old: str
    new: str


class _When(NamedTuple):
    """A day or an hour of a text, and for each of its words what may have stood there."""

    spot: Spot
    written: Sequence[str]
    gaps: Sequence[str]
    """What stands behind each word, before the next."""
    others: Sequence[Sequence[str]]

    def find_fitting(self, known: Set[int], gone: Set[int]) -> list[list[str]]:
        """Other words that make known wording in its place, some of it `gone`: of none nothing could be told. Two at
        most, and none where too many had to be tried: in a timetable all that stands side by side is known."""
        left = iter(range(_MOST_TRIED))
        ways = self._list_ways([], known, left)
        fitting = (words for words in ways if self.spot.fits(words, known) and self.spot.replaces(words, gone))
        found = list(islice(fitting, 2))
        return [] if next(left, None) is None else found

    def _list_ways(self, words: list[str], known: Set[int], left: Iterator[int]) -> Iterator[list[str]]:
        """All of its words, some of them changed, of which these are the first: word by word, for next to none makes
        known wording with the two before it."""
        place = len(words)
        if place == len(self.others):
            yield words
            return
        for word in (self.spot.words[place], *self.others[place]):
            if next(left, None) is None:
                return
            tail = [*self.spot.before, *words, word][-SHINGLE_WORDS:]
            if len(tail) < SHINGLE_WORDS or set(hash_shingles(tail)) <= known:
                yield from self._list_ways([*words, word], known, left)

    def write(self, words: Sequence[str]) -> Redated:
        """Other words in its place, written as its own are: of "Monday at 10:00" the hour alone, if the day stayed."""
        own = self.spot.words
        edges = [-1, *(place for place, word in enumerate(own) if word in _AT | _ON), len(own)]
        parts = [(start + 1, end) for start, end in pairwise(edges) if own[start + 1 : end] != words[start + 1 : end]]
        first, last = parts[0][0], parts[-1][1]
        old = [
            written if one == word else _write_like(one, written)
            for one, word, written in zip(words, own, self.written, strict=True)
        ]
        return Redated(*(_join(part[first:last], self.gaps[first:last]) for part in (old, self.written)))


def find_redated(item: Item, new: Fingerprint, old: Fingerprint) -> list[Redated]:
    """The days and hours of an item's text that stand where an older text has others, in their order."""
    if new.shingles >= old.shingles:
        return []
    unknown = list(_list_unknown(write_out(item).compared, old.shingles))
    if len(unknown) > _MOST_NAMED:
        return []
    found = (_find_old(when, old.shingles, old.shingles - new.shingles) for when in unknown)
    return list(dict.fromkeys(one for one in found if one))


def describe_redated(redated: Sequence[Redated]) -> str:
    """`a date changed: 12 April → 19 April`, `an hour changed: 10:00 → 14:30`; empty where none did."""
    named = ", ".join(f"{one.old} → {one.new}" for one in redated)
    days = any(token.folded in _WEEKDAYS or token.folded in MONTH_NUMBERS for token in tokenize(named))
    one, more = ("a date", "dates") if days else ("an hour", "hours")
    return f"{one if len(redated) == 1 else more} changed: {named}" if named else ""


def find_other_days(told: Iterable[str], known: Set[int]) -> set[str]:
    """Those of some sentences that have a day or an hour where known wording, as shingles, has another."""
    places = ((one, when) for one in told for when in _list_unknown(one, known))
    return {one for one, when in islice(places, _MOST_SPOTS) if when.find_fitting(known, known)}


def _find_old(when: _When, known: Set[int], gone: Set[int]) -> Redated | None:
    """The one other day, or hour, that the older text has there."""
    fitting = when.find_fitting(known, gone)
    return when.write(fitting[0]) if len(fitting) == 1 else None


def _write_like(word: str, written: str) -> str:
    spelt = _SPELT.get(word, word)
    return spelt.capitalize() if written[0].isupper() else spelt


def _join(parts: Sequence[str], gaps: Sequence[str]) -> str:
    """Words with what stands between them, on one line."""
    text = "".join(part + gap for part, gap in zip(parts, gaps, strict=True)).removesuffix(gaps[-1])
    return " ".join(text.split())


# --- Days and hours of a text -----------------------------------------------------------------------------------------
def _list_unknown(text: str, known: Set[int]) -> Iterator[_When]:
    """Those that stand in no known wording, the first ones."""
    return islice((when for when in _list_whens(text) if not when.spot.is_known(known)), _MOST_SPOTS)


def _list_whens(text: str) -> Iterator[_When]:
    tokens, first = tokenize(text), _count_stamp(text)
    while first < len(tokens):
        last = _find_end(text, tokens, first)
        if 0 < last - first <= _MOST_WORDS and not _is_stamp(text, tokens, first, last):
            others = [_list_others(text, tokens, place) for place in range(first, last)]
            written = [text[one.start : one.end] for one in tokens[first:last]]
            gaps = [text[one.end : other.start] for one, other in pairwise(tokens[first:last])]
            yield _When(cut_spot(tokens, first, last), written, [*gaps, ""], others)
        first = max(last, first + 1)


def _find_end(text: str, tokens: Sequence[Token], first: int) -> int:
    """Behind the last word of a day and its hours that begin at a word; that word's place where none do."""
    last = place = first
    while place < len(tokens) and place - last <= _MOST_BETWEEN:
        if _list_others(text, tokens, place):
            last = place + 1
        elif last == first or tokens[place].folded not in _BETWEEN:
            break
        place += 1
        if place < len(tokens) and _SENTENCE_END.match(text, tokens[place - 1].end):
            break
    return last


def _count_stamp(text: str) -> int:
    """How many words the dateline has."""
    return len(tokenize(text[: find_dateline(text)]))


def _is_stamp(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a day or an hour says when something was written: behind such a word, or in a line of its own."""
    before = {token.folded for token in tokens[max(0, first - _STAMP_WORDS) : first]}
    start, end = text.rfind("\n", 0, tokens[first].start) + 1, text.find("\n", tokens[last - 1].end)
    line = tokenize(text[start : end if end >= 0 else len(text)], last - first + _LINE_WORDS)
    return not before.isdisjoint(_STAMPS) or len(line) < last - first + _LINE_WORDS


def _list_others(text: str, tokens: Sequence[Token], place: int) -> list[str]:
    """What may have stood in the place of a word of a day or an hour; nothing for any other word."""
    word = _read_word(text, tokens[place])
    before, after = _find_beside(text, tokens, place, -1), _find_beside(text, tokens, place, 1)
    if word in _WEEKDAYS and (word != "pazar" or after == "gunu"):  # a market
        return _list_names(word, WEEKDAY_NAMES)
    if word in MONTH_NUMBERS and (_DAY.fullmatch(before) or _DAY.fullmatch(after) or _YEAR.fullmatch(after)):
        return _list_names(word, MONTH_NAMES)
    if _YEAR.fullmatch(word) and (before in MONTH_NUMBERS or _DAY.fullmatch(before)):
        return [str(int(word) + by) for by in range(-_YEARS_AROUND, _YEARS_AROUND + 1) if by]
    if (found := _DAY.fullmatch(word)) and (before in MONTH_NUMBERS or after in MONTH_NUMBERS):
        return [one for one in _list_days(found) if one != word]
    return _list_hours(text, tokens, place)


def _find_beside(text: str, tokens: Sequence[Token], place: int, step: int) -> str:
    """The word before or after one; of "2nd of April" without what stands between."""
    beside = place + step
    if 0 <= beside < len(tokens) and tokens[beside].folded == "of":
        beside += step
    return _read_word(text, tokens[beside]) if 0 <= beside < len(tokens) else ""


def _read_word(text: str, token: Token) -> str:
    """Nothing for what is a month with a capital only."""
    return "" if token.folded in _NAMES_WITH_CAPITAL and not text[token.start].isupper() else token.folded


def _list_names(word: str, languages: Sequence[Sequence[str]]) -> list[str]:
    """The others of its language."""
    return [name for name in next((names for names in languages if word in names), ()) if name != word]


def _list_days(found: re.Match[str]) -> Iterator[str]:
    """Written alike: `12th`, `04`; of a month of Italy's the first alone is an ordinal."""
    for day in range(1, 32):
        if found[2] in (None, "o"):
            yield f"{day:02}" if found[1][0] == "0" else str(day)
        else:
            yield f"{day}{_ORDINALS.get(day, 'th')}"
    if found[2] is None:
        yield "1o"


def _list_hours(text: str, tokens: Sequence[Token], place: int) -> list[str]:
    """`14:30` is two words, `14.30` is one."""
    word = tokens[place].folded
    if place and tokens[place - 1].folded in _AT and (found := _CLOCK.fullmatch(word)):
        times = (f"{hour}.{minute:02}" for hour in range(24) for minute in range(60))
        padded = (time.zfill(5) if found[1][0] == "0" else time for time in times)
        return [time for time in padded if time != word]
    if _HOUR.fullmatch(word) and _has_colon(text, tokens, place):
        return [one for one in (f"{hour:02}" if word[0] == "0" else str(hour) for hour in range(24)) if one != word]
    if _MINUTE.fullmatch(word) and place and _has_colon(text, tokens, place - 1):
        return [one for one in (f"{minute:02}" for minute in range(60)) if one != word]
    return []


def _has_colon(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether an hour, a colon and minutes stand there."""
    if place + 1 >= len(tokens) or not _HOUR.fullmatch(tokens[place].folded):
        return False
    start, end = tokens[place].start, tokens[place + 1].end
    between = text[tokens[place].end : tokens[place + 1].start]
    whole = text[start - 1 : start] != ":" and text[end : end + 1] != ":"  # a duration has seconds
    before = tokens[place - 1].folded if place else ""
    said = before in _AT or before in _WEEKDAYS or before in MONTH_NUMBERS or _YEAR.fullmatch(before)  # no score
    return bool(whole and said and between == ":" and _MINUTE.fullmatch(tokens[place + 1].folded))
