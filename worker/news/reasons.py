"""Why an item is kept, repeated or alerted, as a sentence in the language of whoever reads it.

A `Ground` is the reason as a value, which is kept with each article; its sentence is written when somebody reads it.
Names and titles stay as their outlets wrote them, so sentences are built to need no ending behind them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Case = Literal["both", "shared", "feed", "penalty", "row", "kind", "doubt", "passing", "one", "neither"]
ITS_FEED = "its feed"
"""Stands among the names of a side for which the feed speaks."""

_CASES: Mapping[str, Mapping[Case, str]] = {
    "en": {
        "both": "names both: {sides}",
        "shared": "names {word}, which is of both",
        "feed": "both are named, but its feed speaks against it: {sides}",
        "penalty": "both are named, but it is {says} ({word})",
        "row": "both are named, but in a row with {words}: {sides}",
        "kind": "both are named, but {word!r} is a kind of thing: {sides}",
        "doubt": "both may be named, but {word!r} may be something else: {sides}",
        "passing": "both are named only in passing: {sides}",
        "one": "only {side} is named",
        "neither": "neither {side} nor {other} is named",
    },
    "tr": {
        "both": "ikisi de anılıyor: {sides}",
        "shared": "ikisine de ait olan bir ad anılıyor: {word}",
        "feed": "ikisi de anılıyor, ama haber kaynağı buna karşı: {sides}",
        "penalty": "ikisi de anılıyor, ama konu {says} ({word})",
        "row": "ikisi de anılıyor, ama başkalarıyla bir sırada ({words}): {sides}",
        "kind": "ikisi de anılıyor, ama “{word}” bir tür adı: {sides}",
        "doubt": "ikisi de anılıyor olabilir, ama “{word}” başka bir şey olabilir: {sides}",
        "passing": "ikisi de yalnızca şöyle bir anılıyor: {sides}",
        "one": "yalnızca biri anılıyor: {side}",
        "neither": "ikisi de anılmıyor: {side}, {other}",
    },
    "it": {
        "both": "nomina entrambi: {sides}",
        "shared": "nomina qualcosa di entrambi: {word}",
        "feed": "entrambi sono nominati, ma la fonte depone contro: {sides}",
        "penalty": "entrambi sono nominati, ma si tratta di {says} ({word})",
        "row": "entrambi sono nominati, ma in fila con altri ({words}): {sides}",
        "kind": "entrambi sono nominati, ma “{word}” è un tipo di cosa: {sides}",
        "doubt": "forse sono nominati entrambi, ma “{word}” può essere altro: {sides}",
        "passing": "entrambi sono nominati solo di sfuggita: {sides}",
        "one": "è nominato un solo Paese: {side}",
        "neither": "nessuno dei due è nominato: {side}, {other}",
    },
}
_AND = {"en": " and ", "tr": " ve ", "it": " e "}
_FEEDS = {"en": ITS_FEED, "tr": "haber kaynağı", "it": "la sua fonte"}


@dataclass(frozen=True, slots=True)
class Names:
    """What a reader calls the watched sides and the penalties; by id, then by language, `en` always among them."""

    sides: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    penalties: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def call_side(self, side: str, language: str) -> str:
        """The name of a side."""
        return _pick(self.sides.get(side, {}), language, side)

    def call_penalty(self, penalty: str, language: str) -> str:
        """What an item is that takes a penalty."""
        return _pick(self.penalties.get(penalty, {}), language, penalty)


def _pick(forms: Mapping[str, str], language: str, usual: str) -> str:
    return forms.get(language) or forms.get("en") or usual


@dataclass(frozen=True, slots=True)
class Ground:
    """Why an item is about both sides, or is not."""

    case: Case
    sides: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Each side that is spoken of, by id, with the names of it in the item."""
    words: tuple[str, ...] = ()
    """The words that decided, as written: what is of both, what may be something else, who stands beside."""
    penalty: str = ""
    """The one that was taken, by id."""

    def pack(self) -> dict[str, Any]:
        """As JSON."""
        sides = [[side, list(names)] for side, names in self.sides]
        return {"case": self.case, "sides": sides, "words": list(self.words), "penalty": self.penalty}

    @classmethod
    def unpack(cls, packed: Mapping[str, Any]) -> "Ground":
        """From JSON."""
        sides = tuple((side, tuple(names)) for side, names in packed["sides"])
        return cls(packed["case"], sides, tuple(packed["words"]), packed["penalty"])


def tell_ground(ground: Ground, names: Names, language: str = "en") -> str:
    """The sentence; in English for whoever reads another language than ours."""
    spoken = language if language in _CASES else "en"
    sides = [f"{_list_names(said, spoken)} ({side})" for side, said in ground.sides]
    called = [names.call_side(side, spoken) for side, _ in ground.sides]
    return _CASES[spoken][ground.case].format(
        sides=_AND[spoken].join(sides),
        side=called[0] if called else "",
        other=called[-1] if called else "",
        word=ground.words[0] if ground.words else "",
        words=", ".join(ground.words),
        says=names.call_penalty(ground.penalty, spoken),
    )


def _list_names(said: tuple[str, ...], language: str) -> str:
    return ", ".join(_FEEDS[language] if name == ITS_FEED else name for name in said)


# --- What was read before ---------------------------------------------------------------------------------------------
Repeat = Literal["revision", "duplicate", "near_duplicate", "excerpt", "update", "same_story", "other"]
_REPEATS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "revision": "the same page, reworded",
        "duplicate": "the same text as {other}",
        "near_duplicate": "a copy of {other}, lightly edited",
        "excerpt": "a part of {other}",
        "update": "{other}, with nothing material added",
        "same_story": "the same as {other}, in other words",
        "other": "nothing new in it",
    },
    "tr": {
        "revision": "aynı sayfa, yeniden yazılmış",
        "duplicate": "{other} ile aynı metin",
        "near_duplicate": "{other} metninin biraz değiştirilmiş kopyası",
        "excerpt": "{other} metninin bir bölümü",
        "update": "{other} haberine önemli bir şey eklemiyor",
        "same_story": "{other} ile aynı haber, başka sözlerle",
        "other": "yeni bir şey söylemiyor",
    },
    "it": {
        "revision": "la stessa pagina, riscritta",
        "duplicate": "lo stesso testo di {other}",
        "near_duplicate": "una copia di {other}, appena ritoccata",
        "excerpt": "una parte di {other}",
        "update": "{other}, senza aggiunte di rilievo",
        "same_story": "la stessa notizia di {other}, con altre parole",
        "other": "non dice nulla di nuovo",
    },
}


def tell_repeat(repeat: Repeat, other: str, language: str = "en") -> str:
    """Why an article says nothing new; `other`: what said it before, as a reader knows it."""
    return _REPEATS.get(language, _REPEATS["en"])["other" if not other else repeat].format(other=other)


# --- Why a word means a thing -----------------------------------------------------------------------------------------
_NAMED: Mapping[str, Mapping[str, str]] = {
    "en": {
        "misspelling": "misspelt",
        "named in full": "named in full elsewhere",
        "both countries": "both countries are named",
        "before it": "“{word}” stands before it",
        "title": "“{word}” stands before it",
        "context": "“{word}” stands nearby",
    },
    "tr": {
        "misspelling": "yanlış yazılmış",
        "named in full": "başka yerde tam adıyla geçiyor",
        "both countries": "iki ülke de anılıyor",
        "before it": "önünde “{word}” var",
        "title": "önünde “{word}” var",
        "context": "yakınında “{word}” geçiyor",
    },
    "it": {
        "misspelling": "scritto male",
        "named in full": "altrove con il nome completo",
        "both countries": "sono nominati entrambi i Paesi",
        "before it": "preceduto da “{word}”",
        "title": "preceduto da “{word}”",
        "context": "vicino a “{word}”",
    },
}


def tell_naming(reason: str, language: str = "en") -> str:
    """Why a word means a thing, from the reason of its hit (`context: drone`); empty where the name says it."""
    what, _, word = reason.partition(": ")
    return _NAMED.get(language, _NAMED["en"]).get(what, "").format(word=word)
