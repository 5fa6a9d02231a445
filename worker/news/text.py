"""Where text becomes comparable: one folding for English, Turkish and Italian, and words and sentences upon it.

`str.lower` turns İ into two characters and keeps ı apart from i, so "IRAK", "Irak" and "ırak" would be three words.
Everything that compares text folds it here. Folding works on single characters, so every place in the folded text has
a place in the original.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple


def _list_words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Elided Italian (and French-looking) particles: "dell'Italia" is the word "italia".
ELISIONS = _list_words(
    "l d c s m t v n un all dall dell nell sull coll quell quest bell sant gl tutt anch dov com cos quand senz mezz"
    " qualcun nessun ciascun"
)
# What may follow an apostrophe without being a word: English clitics, and the Turkish case endings, possessives and
# their usual chains after a proper name (Türkiye'nin, Ankara'daki, Leonardo'yla, Erdoğan'ınkine).
ENGLISH_CLITICS = _list_words("s t d m re ve ll")
TURKISH_SUFFIX = re.compile(
    r"(?:lar|ler)?"
    r"(?:[ny]?(?:in|un|i|u|a|e)|[sn]i|su|lik|luk|li|lu|ci|cu|si[nz]|suz|ca|ce)?"
    r"(?:n?[dt][ae](?:n|ki(?:ler|lar)?(?:n?[ieu]n?|n[dt][ae]n?)?)?|y?l[ae]|ki(?:ne|nin|ni)?|[dt][iu]r|y?[dm][iu]s?|n[iua]n?|ne)?"
)
_SUFFIX_LENGTH = 12  # "dakilerinden": no longer chain stands after an apostrophe in the feeds we looked at

_SINGLE_QUOTES = "'‘’‚‛ʼʹ′´`"
_DOUBLE_QUOTES = '"“”„‟″«»'
_DASHES = "‐‑‒–—―−﹘﹣-"
_PLAIN = {"ı": "i", "ς": "σ"} | dict.fromkeys(_SINGLE_QUOTES, "'") | dict.fromkeys(_DOUBLE_QUOTES, '"')
_PLAIN |= dict.fromkeys(_DASHES, "-")
_DROPPED = frozenset({"Mn", "Me", "Cf"})  # accents, and what no reader sees: soft hyphens, zero-width spaces


def _fold_character(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    lowered = "".join(_PLAIN.get(c, c.lower()) for c in unicodedata.normalize("NFKD", character))
    kept = (_PLAIN.get(c, c) for c in unicodedata.normalize("NFKD", lowered) if unicodedata.category(c) not in _DROPPED)
    folded = "".join(kept)
    return folded if folded == character else "".join(map(_fold_character, folded))


class _FoldTable(dict[int, str]):
    """Folds each character once. Bounded: a hostile text of every code point must not stay in memory."""

    _LIMIT = 20_000

    def __missing__(self, point: int) -> str:
        folded = _fold_character(chr(point))
        if len(self) < self._LIMIT:
            self[point] = folded
        return folded


_TABLE = _FoldTable()
# The characters of nearly all Turkish, Italian and English text fold to one character each. As one byte each they go
# through two C loops: 6 µs for a Turkish text of 1,300 characters where str.translate takes 48.
_LETTERS = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜàáâãäåçèéêëìíîïñòóôõöùúûüĞğİıŞşŠšŽž‘’“”«»–—\u00a0€£§°·•"
_COMMON = "".join(map(chr, range(128))) + _LETTERS
_ENCODE = codecs.charmap_build(_COMMON.ljust(256, "\ufffe"))
_DECODE = "".join(map(_fold_character, _COMMON))


def _fold_common(text: str) -> str | None:
    """The folded text, as long as the original; None when it holds a character that is not common."""
    if text.isascii():
        return text.lower().replace("`", "'")
    try:
        return codecs.charmap_decode(codecs.charmap_encode(text, "strict", _ENCODE)[0], "strict", _DECODE)[0]
    except UnicodeEncodeError:
        return None


def fold(text: str) -> str:
    """Text for matching: NFKC, lower case with one i, no accents, plain quotes and dashes. Idempotent."""
    folded = _fold_common(text)
    return text.translate(_TABLE) if folded is None else folded


class Folded:
    """A folded text that knows where each of its characters came from."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str, starts: list[int] | None) -> None:
        self.text = text
        self._starts = starts

    @property
    def plain(self) -> bool:
        """Whether every offset is its own original."""
        return self._starts is None

    def original(self, i: int) -> int:
        """The offset in the original of folded offset `i` (0…len); an end offset takes its accents with it."""
        return i if self._starts is None else self._starts[i]


def fold_with_offsets(text: str) -> Folded:
    """Fold, keeping the way back. Costs no more than `fold` where every character folds to one."""
    folded = _fold_common(text)
    if folded is not None:
        return Folded(folded, None)
    starts = [i for i, c in enumerate(text) for _ in _TABLE[ord(c)]]
    return Folded(text.translate(_TABLE), [*starts, len(text)])


class Token(NamedTuple):
    """A word or number: folded, with its offsets in the original."""

    folded: str
    start: int
    end: int


# A number keeps its separators and ordinal ("32.2", "4th"); an apostrophe with what stands around it is judged apart.
_QUOTE = re.compile("'")
_WORD = re.compile(r"\d+(?:[.,]\d+)*[^\W\d_]*|[^\W_]+")


@lru_cache(4096)  # endings are few
def is_suffix(folded: str) -> bool:
    """Whether what follows an apostrophe is an ending (Türkiye'nin, Italy's) and no word of its own."""
    if folded in ENGLISH_CLITICS:
        return True
    return len(folded) <= _SUFFIX_LENGTH and TURKISH_SUFFIX.fullmatch(folded) is not None


def _is_particle(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if text[end : end + 1] == "'" and text[end + 1 : end + 2].isalpha() and match[0] in ELISIONS:
        return True
    return start > 1 and text[start - 1] == "'" and text[start - 2].isalnum() and is_suffix(match[0])


def tokenize(text: str, most: int | None = None) -> list[Token]:
    """Words and numbers in order, with offsets into `text`; the first `most` of them.

    Endings after an apostrophe and elided articles are left out ("Türkiye'nin" → turkiye, "dell'Italia" → italia);
    compounds give their parts ("italo-turco" → italo, turco).
    """
    folded = fold_with_offsets(text)
    matches = islice(_find_words(folded.text), most)
    if folded.plain:
        return [Token(m[0], *m.span()) for m in matches]
    original = folded.original
    # One character may fold to several words ("½"): a token then covers all of it.
    return [Token(m[0], original(m.start()), max(original(m.end()), original(m.end() - 1) + 1)) for m in matches]


def words(text: str) -> list[str]:
    """The folded words of `text`, as `tokenize` has them, without their places."""
    parts = fold(text).split("'")
    found = [_WORD.findall(part) for part in parts]
    if len(parts) == 1:
        return list(found[0])
    return list(chain.from_iterable(map(_drop_particles, found, parts, ["", *parts], [*parts[1:], ""])))


def _drop_particles(found: list[str], part: str, before: str, after: str) -> list[str]:
    """The words between two apostrophes, `part`, without an ending of what stands before and an article of what comes
    after; the same as `_is_particle` says, and no word is looked at that does not touch an apostrophe."""
    if found and after[:1].isalpha() and found[-1] in ELISIONS and part.endswith(found[-1]):
        found = found[:-1]
    if found and before[-1:].isalnum() and part.startswith(found[0]) and is_suffix(found[0]):
        found = found[1:]
    return found


def _find_words(body: str) -> Iterator[re.Match[str]]:
    """The words of a folded text. Only those beside an apostrophe are looked at twice: few are."""
    if "'" not in body:
        return _WORD.finditer(body)
    quotes = {m.start() for m in _QUOTE.finditer(body)}
    return (
        m
        for m in _WORD.finditer(body)
        if not ((m.end() in quotes or m.start() - 1 in quotes) and _is_particle(body, m))
    )


# --- Sentences --------------------------------------------------------------------------------------------------------
_ABBREVIATIONS = _list_words(
    "mr mrs ms dr prof doc st vs jr inc ltd sti corp dept sgt capt cmdr sig sigg dott ing avv mons bkz yrd sn"
    " gen jan feb apr aug sept oct nov dec"
)
_TITLES = _list_words("On Sen Min Col Rep Gov Lt Adm Amm Pres Org Tuğg Korg Alb Av Mar")  # words when small
_BEFORE_NUMBER = _list_words("no nos nr n fig art pag p pp vol md cap")  # "No. 4", but "he said no. Then"
# It begins with the characters it may begin with, which the engine looks for eight times as fast as for a choice; the
# cases are told apart behind them. The second lookbehind keeps a run of ten thousand dots linear.
_BREAK = re.compile(r"[.!?…\n](?:(?<!\n)(?<![.!?…]{2})([.!?…]*)[\"'”’»)\]]*\s+|(?<=\n)\s*\n)")
_LAST_WORD = re.compile(r'[^\s("“‘«]+\Z')
_APOSTROPHE = re.compile("['’]")
_OPENERS = "\"'“‘«([¿—–-"


def sentences(text: str) -> list[str]:
    """The sentences of `text`, stripped. Abbreviations, initials, ordinals (4.) and decimals end none."""
    found = [text[start:end].strip() for start, end in find_sentences(text)]
    return [sentence for sentence in found if sentence]


def find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The places of the sentences one after the other, white space and all, found as far as they are asked for."""
    start = 0
    for match in _BREAK.finditer(text):
        if match[1] is None or _ends_sentence(text, start, match):
            yield start, match.end()
            start = match.end()
    yield start, len(text)


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if "\n" in match[0] and match[0].count("\n") > 1:
        return True
    rest = text[match.end() : match.end() + 4].lstrip(_OPENERS)
    if rest[:1].islower():
        return False
    if match[1] or text[match.start()] != ".":
        return True  # more than a full stop
    return not _is_abbreviation(text[max(start, match.start() - 20) : match.start()], rest)


def _is_abbreviation(before: str, after: str) -> bool:
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word = _APOSTROPHE.split(found[0])[-1]
    if word in _TITLES or fold(word) in _ABBREVIATIONS or fold(found[0]) == "l'on":
        return True
    if word.isdigit():
        return len(word) <= 2  # a Turkish ordinal, "4. Zirve"; a year ends its sentence
    if after[:1].isdigit() and fold(word) in _BEFORE_NUMBER:
        return True
    letters = word.split(".")  # U.S, S.p.A, A.Ş and the initial of a name
    return (len(letters) > 1 or word.isupper()) and all(len(letter) == 1 and letter.isalpha() for letter in letters)
