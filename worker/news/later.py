"""What later reports add to a story that is told for the first time: figures that took another's place, days that were
moved or fixed, victims of whom nobody spoke before. Other words, or another language, add nothing."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from worker.news.concepts import concepts_of
from worker.news.dates import find_dates
from worker.news.figures import find_figures
from worker.news.moves import MovedDay, Told, find_changes, find_moved_days
from worker.news.novelty import ChangedFigure
from worker.news.numerals import read_in_words
from worker.news.text import fold, sentences, words

# As much as one reads at a glance under an opening of two sentences.
MOST_LATER = 3
_VICTIMS = frozenset({"c:dead", "c:injured", "c:missing"})
_NOBODY = frozenset(("no", "nobody", "none", "yok"))
_NOBODY_STEMS = ("nessun", "illes", "olmadi", "bulunmuyor")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_AHEAD = 183  # days: a text names a day without its year, and half a year back is as near as half a year on


class Report(NamedTuple):
    """A report of a story, in the order they came."""

    title: str
    told: Told
    day: date
    readable: bool
    """Whether it is in a language of the reader."""

    def list_sentences(self) -> list[str]:
        """Its sentences; last its title, which may have in digits what they say in words."""
        return [*sentences(self.told.text), self.title]


@dataclass(frozen=True, slots=True)
class Later:
    """What later reports add to the first."""

    sentences: tuple[str, ...] = ()
    changes: tuple[ChangedFigure, ...] = ()
    moved: tuple[MovedDay, ...] = ()


class _Fact(NamedTuple):
    kind: str
    value: str


def find_later(reports: Sequence[Report], opening: Sequence[str], language: str, gone: Collection[str] = ()) -> Later:
    """What reports add to the first of them that is material, with one sentence for each thing, in a language of the
    reader if there is one; none for what is shown of one, in its language, already. `gone`: figures that an outlet took
    back, and others may still have."""
    if len(reports) < 2:
        return Later()
    first, later = reports[0], reports[1:]
    known = [Told(f"{first.title}\n\n{first.told.text}", first.told.language)]
    told = [one.list_sentences() for one in later]
    changes = {
        one.old: one
        for report, said in zip(later, told, strict=True)
        for one in _find_changes(known, report, said)
        if one.new not in gone
    }
    found = (find_moved_days(known, said, one.told.language) for one, said in zip(later, told, strict=True))
    moves = {one.old: one for moved in found for one in moved}
    news = {_Fact("figure", one.new) for one in changes.values()}
    news |= {_Fact("day", _write_day(*one.new)) for one in moves.values()}
    shown = {fact for one in opening for fact in _list_facts(one, language)}
    skipped = {fact for fact in _list_all(known) if fact not in news} | shown
    chosen = _choose_sentences(later, told, news, skipped)
    return Later(tuple(chosen)[:MOST_LATER], tuple(changes.values()), tuple(moves.values()))


def _find_changes(known: Sequence[Told], report: Report, said: Sequence[str]) -> list[ChangedFigure]:
    """The figures a report has in place of others; what it still says in words is not replaced."""
    in_words = read_in_words(report.told.text, report.told.language)
    return [one for one in find_changes(known, said, report.told.language) if one.old.split(":")[1] not in in_words]


def _choose_sentences(
    later: Sequence[Report], told: Sequence[Sequence[str]], news: Collection[_Fact], skipped: Collection[_Fact]
) -> list[str]:
    """The sentence that tells each thing: of a report that can be read before others, of these the first."""
    found: dict[_Fact, tuple[bool, str]] = {}
    for report, said in zip(later, told, strict=True):
        for sentence in said:
            for fact in _list_facts(sentence, report.told.language):
                if fact in skipped or not (fact in news or _is_material(fact, sentence, report.day)):
                    continue
                if fact not in found or (report.readable and not found[fact][0]):
                    found[fact] = report.readable, sentence
    return list(dict.fromkeys(sentence for _, sentence in found.values()))


def _is_material(fact: _Fact, sentence: str, day: date) -> bool:
    """Whether a thing that the first report did not say is told whatever it said: victims, but for those of an earlier
    year, and a day to come."""
    if fact.kind == "victims":
        return all(int(year) >= day.year for year in _YEAR.findall(sentence))
    if fact.kind != "day":
        return False
    month, number = (int(part) for part in fact.value.split("-"))
    return 0 < (_place_day(month, number) - _place_day(day.month, day.day)) % 366 <= _MOST_AHEAD


def _place_day(month: int, day: int) -> int:
    return date(2024, month, day).timetuple().tm_yday  # a leap year has every day


def _list_all(known: Sequence[Told]) -> Iterator[_Fact]:
    for told in known:
        for sentence in sentences(told.text):
            yield from _list_facts(sentence, told.language)


def _list_facts(sentence: str, language: str) -> list[_Fact]:
    """What a sentence says that may be material: figures with a unit, days, and that there are victims."""
    facts = [_Fact("figure", one.key) for one in find_figures(sentence, language) if one.unit]
    facts += [_Fact("day", _write_day(one.month, one.day)) for one in find_dates(fold(sentence))]
    if not any(word in _NOBODY or word.startswith(_NOBODY_STEMS) for word in words(sentence)):
        facts += [_Fact("victims", one) for one in sorted(concepts_of(sentence, language) & _VICTIMS)]
    return facts


def _write_day(month: int, day: int) -> str:
    return f"{month}-{day}"
