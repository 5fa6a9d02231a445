"""Whether a name that may be something else is the thing we know: Leonardo the company, Güler the minister.

Only 21 % of headlines with "Leonardo" are about the company, so a name listed as ambiguous counts little (`UNSETTLED`)
until something settles it: a longer name elsewhere in the item, a title before it, a word of its trade nearby.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple

from worker.news.entities import Candidate, Entity, Name, NameFinder
from worker.news.kinds import KIND, KindFinder
from worker.news.scan import Prepared, make_pattern
from worker.news.types import UNKNOWN_LANGUAGE, EntityHit, Field

UNSETTLED = 0.35  # docs/evidence.md: what an unresolved ambiguity leaves of a name's weight
A_KIND = 0.2  # "Turkish coffee": √(.9 · .9 · .2) stays below the threshold beside a country that is named for good
REFUTED = 0.1  # something speaks for another thing: a first name, a decoy, a dateline
_SETTLED = 0.5  # as in Judgement.entity_ids
# Characters around a name that count as nearby: a sentence or two. A headline and its lead count as one place.
_NEARBY = 160
_LEAD = 300
_BESIDE = 30  # characters before a name in which its title stands: "ministro della Difesa turco Güler"
# Titles that make a surname an office holder's, in front of it (folded; a word may go on: bakani, ministers).
_TITLE = re.compile(
    r" (bakan[a-z]*|minist[a-z]+|president[a-z]*|cumhurbaskan[a-z]*|baskan[a-z]*|orgeneral|general|generale|premier|"
    r"mr|sayin|sn|counterpart|mevkida[a-z]+|meslekta[a-z]+|omologo|collega|chief|ceo|ad) "
)
# "ROMA (ANSA) -", "ANKARA, 12 Mar (AA) —", "Istanbul, 3 mag. -": where it was written, not what it is about.
_DATELINE = re.compile(r"\s*[A-ZÇĞİÖŞÜÀÈÉÌÒÙ][\w .,/'’]{2,40}?(?:\s*\([A-Za-z/. ]{2,25}\)\s*[-–—:]?|\s+[-–—]{1,2})\s")


# "11.49 in Italy", "alle 20.53 ora italiana": when it was, told to those at home.
_CLOCK = re.compile(r" \d{1,2} \d{2} (?:[ap]m )?(?:in|ora|ore) \Z")
_CLOCK_WORDS = (" in ", " ora ", " ore ")
_CLOCK_REACH = 14


class Scene(NamedTuple):
    """An item with the names found in it, as far as settling needs it."""

    fields: dict[Field, Prepared]
    language: str
    on: date | None
    sure: frozenset[str]
    """Entities that are named beyond doubt."""
    countries: frozenset[str]
    """Of the entities named beyond doubt."""
    decoys: dict[str, frozenset[str]]
    """By entity: the words of the other things found that bear its name."""


class Place(NamedTuple):
    """A candidate and the field it stands in."""

    field: Field
    candidate: Candidate
    kind: str = ""
    """As written, the kind of thing whose name it is part of: "Turkish coffee"."""


def find_entities(
    finder: NameFinder, title: Prepared, text: Prepared, language: str, on: date | None = None
) -> tuple[EntityHit, ...]:
    """The known things an item names, title first, each with its place, reason and certainty.

    `on`: the day of the item, for who held which office; None: any day.
    """
    fields: dict[Field, Prepared] = {"title": title, "text": text}
    places = [Place(name, c) for name, prepared in fields.items() for c in finder.find(prepared, language)]
    if not places:
        return ()
    if not any(map(_acts, places)):
        places = [place._replace(kind=_find_kind(finder.kinds, place, fields, language)) for place in places]
    scene = _set_scene(fields, places, language, on)
    named = [(place, *_settle(place, scene)) for place in places if place.candidate.name.kind != "decoy"]
    settled = {(place.field, place.candidate.start) for place, certainty, _ in named if certainty >= _SETTLED}
    return tuple(
        _make_hit(place, scene, certainty, reason)
        for place, certainty, reason in named
        if certainty >= _SETTLED or (place.field, place.candidate.start) not in settled
    )


def _make_hit(place: Place, scene: Scene, certainty: float, reason: str) -> EntityHit:
    prepared = scene.fields[place.field]
    start, end = prepared.locate(place.candidate.start, place.candidate.end)
    entity, written = place.candidate.name.entity, prepared.original[start:end]
    return EntityHit(entity.id, start, end, written, place.field, reason, certainty, entity.type == "country")


def _set_scene(fields: dict[Field, Prepared], places: list[Place], language: str, on: date | None) -> Scene:
    decoys: dict[str, frozenset[str]] = {}
    for place in places:
        name = place.candidate.name
        if name.kind == "decoy":
            decoys[name.entity.id] = decoys.get(name.entity.id, frozenset()) | frozenset(name.words)
    plain = [p.candidate.name for p in places if p.candidate.name.kind != "decoy" and not p.kind]
    sure = [n for n in plain if _find_doubt(n, language) == "none" and not _shadows(n, decoys)]
    countries = frozenset(country for name in sure for country in name.entity.countries)
    return Scene(fields, language, on, frozenset(name.entity.id for name in sure), countries, decoys)


def _acts(place: Place) -> bool:
    """Whether it names somebody who trades or decides; in their company Turkish hazelnuts are no recipe's."""
    name = place.candidate.name
    acting = name.entity.type in ("company", "institution", "person", "agreement")
    return acting and name.kind != "decoy" and name.doubt != "ambiguous"


def _find_kind(kinds: KindFinder, place: Place, fields: dict[Field, Prepared], language: str) -> str:
    """The kind of thing that a country's or place's name belongs to here, unless news of its trade stands nearby."""
    name, start, end = place.candidate
    if name.entity.type not in ("country", "place") or name.kind == "decoy":
        return ""
    prepared = fields[place.field]
    stretch = kinds.find(prepared.spaced, start, end, " ".join(name.words), language)
    if stretch is None or _search_nearby(kinds.unless, place, fields):
        return ""
    first, last = prepared.locate(*stretch)
    return prepared.original[first:last]


def _find_doubt(name: Name, language: str) -> str:
    where = name.entity.ambiguous_in
    if name.doubt == "ambiguous" and where and language not in where and language != UNKNOWN_LANGUAGE:
        return "none"
    return name.doubt


def _shadows(name: Name, decoys: dict[str, frozenset[str]]) -> bool:
    """Whether something else in the item goes by this name: "Arda Güler", and then "Güler"."""
    return name.entity.id in decoys and decoys[name.entity.id].issuperset(name.words)


def _settle(place: Place, scene: Scene) -> tuple[float, str]:
    """The certainty that this is the entity, and why."""
    name = place.candidate.name
    if place.kind:
        return A_KIND, KIND + place.kind
    doubt = _find_doubt(name, scene.language)
    if name.entity.type == "country" and _tells_time(place, scene):
        return REFUTED, "a time of day"
    behind = place.field == "title" or place.candidate.start > _BESIDE
    if doubt == "none" and behind and not scene.decoys and not name.written[0].islower():
        return 1.0, name.kind  # nearly all names: spared the rest
    if _stands_in_dateline(place, scene):
        return REFUTED, "dateline"
    if _shadows(name, scene.decoys) and name.entity.id not in scene.sure:
        return REFUTED, "another of that name"
    if doubt == "none":
        return (REFUTED, "surname") if _looks_surname(place, scene) else (1.0, name.kind)
    return _settle_doubtful(place, scene) if doubt == "doubtful" else _settle_ambiguous(place, scene)


def _settle_doubtful(place: Place, scene: Scene) -> tuple[float, str]:
    name = place.candidate.name
    if not scene.countries.isdisjoint(name.entity.countries):
        return 1.0, name.kind
    if _is_uncapitalised(place, scene):
        return UNSETTLED, "not a name: small letter"
    word = _find_nearby(name.entity.against, place, scene)
    return (UNSETTLED, f"against: {word}") if word else (1.0, name.kind)


def _settle_ambiguous(place: Place, scene: Scene) -> tuple[float, str]:
    entity = place.candidate.name.entity
    if entity.id in scene.sure:
        return 1.0, "named in full"
    if entity.needs_countries:
        return (1.0, "both countries") if scene.countries.issuperset(entity.countries) else (UNSETTLED, "ambiguous")
    settled = _find_before(entity.settled_by, place, scene)
    if settled:
        return 1.0, f"before it: {settled}"
    if _names_another(place, scene):
        return REFUTED, "a person's name"
    title = _find_title(place, scene) if entity.type == "person" and _holds_office(entity, scene.on) else ""
    if title:
        return 1.0, f"title: {title}"
    word = _find_nearby(entity.context, place, scene)
    if not word:
        return UNSETTLED, "ambiguous"
    against = _find_nearby(entity.against, place, scene)
    return (UNSETTLED, f"against: {against}") if against else (1.0, f"context: {word}")


def _holds_office(entity: Entity, on: date | None) -> bool:
    if on is None:
        return True
    return (entity.valid_from or date.min) <= on <= (entity.valid_to or date.max)


def _is_uncapitalised(place: Place, scene: Scene) -> bool:
    prepared = scene.fields[place.field]
    start, _ = prepared.locate(place.candidate.start, place.candidate.end)
    return place.candidate.name.written[0].isupper() and prepared.original[start].islower() and not prepared.caseless


def _tells_time(place: Place, scene: Scene) -> bool:
    start, spaced = place.candidate.start, scene.fields[place.field].spaced
    if not spaced.endswith(_CLOCK_WORDS, 0, start + 1):
        return False  # nearly always, and cheap
    return _CLOCK.search(spaced[max(0, start - _CLOCK_REACH) : start + 1]) is not None


def _stands_in_dateline(place: Place, scene: Scene) -> bool:
    if place.field == "title" or place.candidate.start > _BESIDE or place.candidate.name.entity.type != "place":
        return False
    match = _DATELINE.match(scene.fields["text"].original)
    return match is not None and place.candidate.end <= match.end()


# --- Capitals and neighbours ------------------------------------------------------------------------------------------
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ ]\Z")
_WORD_BEHIND = re.compile(r"[ ]([^\W\d_]+)")


def _looks_surname(place: Place, scene: Scene) -> bool:
    """Whether a word we list small is written large behind another capital: "Livia Turco", "Enzo Turchi"."""
    written = place.candidate.name.written[0]
    if not written.islower() or len(place.candidate.name.words) > 1:
        return False  # "Forum Italo-Turco" has no surname in it
    prepared = scene.fields[place.field]
    start, _ = prepared.locate(place.candidate.start, place.candidate.end)
    return prepared.original[start].isupper() and _has_first_name(prepared, start)


def _has_first_name(prepared: Prepared, start: int) -> bool:
    """Whether the word before is capitalised, so far as that tells anything, and is no title."""
    match = _WORD_BEFORE.search(prepared.original[max(0, start - 25) : start])
    if match is None or not match[1][0].isupper() or prepared.caseless or prepared.title_case:
        return False
    return _TITLE.match(make_pattern(match[1]) + " ") is None


def _names_another(place: Place, scene: Scene) -> bool:
    """Whether the words beside make it another: a first name before a surname, a surname behind Leonardo."""
    prepared, entity = scene.fields[place.field], place.candidate.name.entity
    start, end = prepared.locate(place.candidate.start, place.candidate.end)
    if not entity.given_name:
        return entity.type == "person" and _has_first_name(prepared, start)
    match = _WORD_BEHIND.match(prepared.original, end)
    if match is None or not match[1][0].isupper() or prepared.caseless or prepared.title_case:
        return False
    return _find_term(entity.context, make_pattern(match[1]) + " ") == ""


def _find_title(place: Place, scene: Scene) -> str:
    found = _TITLE.findall(_look_before(place, scene))
    return str(found[-1]) if found else ""


def _find_before(terms: tuple[str, ...], place: Place, scene: Scene) -> str:
    match = _compile_ending(terms).search(_look_before(place, scene)) if terms else None
    return match[1] if match else ""


def _look_before(place: Place, scene: Scene) -> str:
    start = place.candidate.start
    return scene.fields[place.field].spaced[max(0, start - _BESIDE) : start]


def _find_nearby(terms: tuple[str, ...], place: Place, scene: Scene) -> str:
    """The first of the terms that stands around a name, in its own field or in the other one's beginning."""
    return _search_nearby(terms, place, scene.fields)


def _search_nearby(terms: tuple[str, ...], place: Place, fields: dict[Field, Prepared]) -> str:
    start, end = place.candidate.start, place.candidate.end
    near = fields[place.field].spaced[max(0, start - _NEARBY) : end + _NEARBY]
    other = fields["text" if place.field == "title" else "title"].spaced[:_LEAD]
    return _find_term(terms, near) or _find_term(terms, other)


def _find_term(terms: tuple[str, ...], spaced: str) -> str:
    match = _compile_terms(terms).search(spaced) if terms else None
    return match[1] if match else ""


@cache
def _compile_terms(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f" ({_join_terms(terms)}) ")


@cache
def _compile_ending(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf" ({_join_terms(terms)}) \Z")


def _join_terms(terms: Iterable[str]) -> str:
    """Any of the terms, grouped by first letter: most places are left after a dozen comparisons instead of sixty."""
    grouped: dict[str, list[str]] = {}
    for term in terms:
        written = make_pattern(term)[1:] + ("[a-z]*" if term.endswith("*") else "")
        grouped.setdefault(written[0], []).append(written[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in grouped.items())
