"""Which dictionary forms a word of a text may stand for: what lets a plain query word meet its inflected forms.

Turkish endings come from a closed list, because Snowball's Turkish stemmer is unfit for names (türkiye → türki but
türkiyenin → türkiye; güler → gü). English and Italian need only plurals. Everything is folded, and what follows an
apostrophe is gone already: `text.tokenize` leaves it out.
"""

import re
from functools import lru_cache
from itertools import product

from worker.news.types import UNKNOWN_LANGUAGE

_VOWELS = frozenset("aeiou")
# Two letters before an ending are a particle, not a name: "on" + "a", "de" + "n".
_SHORTEST_STEM = 3
# "-lerindekilerden", the longest chain below.
_LONGEST_ENDING = 16

# --- Turkish endings, folded (ı = i, ü = u, ö = o, ş = s, ç = c, ğ = g) -----------------------------------------------
_PLURAL = ("lar", "ler")
_LOCATIVE = tuple(t + v + n for t, v, n in product("dt", "ae", ("", "n")))
_AFTER_CONSONANT = ("", "i", "u", "a", "e", "in", "un", "la", "le", *_LOCATIVE)
_AFTER_VOWEL = ("", "yi", "yu", "ya", "ye", "nin", "nun", "yla", "yle", "da", "de", "dan", "den")
_AFTER_POSSESSIVE = ("", "ni", "nu", "na", "ne", "nin", "nun", "yla", "yle", "nda", "nde", "ndan", "nden")
_COPULA = ("dir", "dur", "tir", "tur")


def _chain_cases(cases: tuple[str, ...]) -> list[str]:
    """Cases, and the locative made an adjective again (-daki, -dakiler, -dakilerden)."""
    located = [case + "ki" for case in cases if re.search("[dt][ae]$", case)]
    plural = [one + many + case for one in located for many in _PLURAL for case in _AFTER_CONSONANT]
    return [*cases, *located, *plural]


def _chain_endings(possessives: tuple[str, ...], cases: tuple[str, ...]) -> set[str]:
    """(possessive)? (case)?, and the adjectives in -li and -siz with their own plural and cases."""
    plain = _chain_cases(cases)
    owned = [p + case for p in possessives for case in _chain_cases(_AFTER_POSSESSIVE)]
    adjectives = [a + v + b for (a, b), v in product((("l", ""), ("s", "z"), ("l", "k")), "iu")]
    derived = [a + many + case for a in adjectives for many in ("", *_PLURAL) for case in ("", "nin", "nun", "in", "i")]
    return {*plain, *owned, *derived, *_COPULA}


def _collect_endings() -> tuple[frozenset[str], frozenset[str]]:
    """Endings after a vowel and after a consonant; a plural ends in a consonant, so it takes the second kind."""
    consonant = _chain_endings(("i", "u"), _AFTER_CONSONANT)
    plural = {many + ending for many in _PLURAL for ending in consonant}
    vowel = _chain_endings(("si", "su"), _AFTER_VOWEL)
    return frozenset((vowel | plural) - {""}), frozenset((consonant | plural) - {""})


_VOWEL_ENDINGS, _CONSONANT_ENDINGS = _collect_endings()
# k, p and t soften before a vowel: uçak → uçağı, kitap → kitabı, kanat → kanadı (ç → c is gone in the fold).
_HARDENED = {"g": "k", "b": "p", "d": "t"}
# Vowel harmony, as far as the fold leaves it visible: ı and i are one, so only a and e tell back from front.
_BACK_AND_FRONT = {"a": "e", "e": "a"}


@lru_cache(maxsize=1 << 16)  # words repeat; a hostile feed must not fill the memory
def list_stems(word: str, language: str, name: bool = False) -> frozenset[str]:
    """Forms a query may give for this folded word: itself, and itself without the endings of its language.

    `name`: the word looks like a proper noun within a sentence, which Italian does not put in the plural
    (Leonardi is a family, not several Leonardos). An unknown language takes the endings of all three.
    """
    stems = {word}
    if language in ("tr", UNKNOWN_LANGUAGE):
        stems.update(_strip_turkish(word))
    if language != "it":
        stems.update(_strip_english(word))
    if language in ("it", UNKNOWN_LANGUAGE) and not name:
        stems.update(_strip_italian(word))
    return frozenset(stems)


def _strip_turkish(word: str) -> list[str]:
    first = max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)
    stems = []
    for cut in range(first, len(word)):
        stem, ending = word[:cut], word[cut:]
        endings = _VOWEL_ENDINGS if stem[-1] in _VOWELS else _CONSONANT_ENDINGS
        if ending in endings and _keeps_harmony(stem, ending):
            stems.append(stem)
            if stem[-1] in _HARDENED and ending[0] in _VOWELS and len(stem) > _SHORTEST_STEM:
                stems.append(stem[:-1] + _HARDENED[stem[-1]])
    return stems


def _keeps_harmony(stem: str, ending: str) -> bool:
    """No -e after a last vowel a, no -a after e: Italian "cane" is not Turkish "can" with an ending."""
    last = next((letter for letter in reversed(stem) if letter in _VOWELS), "")
    first = next((letter for letter in ending if letter in _VOWELS), "")
    return _BACK_AND_FRONT.get(last) != first or not first


def _strip_english(word: str) -> list[str]:
    if len(word) <= _SHORTEST_STEM or not word.endswith("s") or word.endswith(("ss", "us")):
        return []
    if word.endswith("ies") and len(word) > 4:
        return [word[:-3] + "y", word[:-1]]
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        return [word[:-2], word[:-1]]
    return [word[:-1]]


def _strip_italian(word: str) -> list[str]:
    if len(word) <= _SHORTEST_STEM or word[-1] not in "ie":
        return []
    stem = word[:-1]
    bare = [stem[:-1]] if stem.endswith(("ch", "gh")) else []
    singulars = ("o", "e", "a") if word[-1] == "i" else ("a",)
    return [root + vowel for root in (stem, *bare) for vowel in singulars]
