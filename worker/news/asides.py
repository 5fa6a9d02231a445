"""What of an item is no news, and is left aside when items are compared: an agency's dateline, captions, closing lines,
links to other articles, notices that stand in place of a text, and whatever its outlet puts under many articles.

Left in, they make two reports of one day, one place and one agency look alike. Nothing is thrown away: the item keeps
its text, is judged and matched by all of it, and `galata explain` shows what was left aside and why.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from worker.news.boilerplate import is_boilerplate
from worker.news.text import find_sentences, fold, words
from worker.news.types import EntityHit, Item, Judgement

# --- What begins and ends an agency's text ----------------------------------------------------------------------------
_AGENCY = (
    r"(?:ANSA(?:med)?|AA|Anadolu(?: Agency| Ajans[ıi])?|AGI|Adnkronos(?:/\w+)?|LaPresse|askanews|Italpress|ITALPRESS"
    r"|Dire|DIRE|(?:Agenzia )?Nova|9Colonne|Radiocor(?: Plus)?|REUTERS|Reuters|AP|AFP|dpa|EFE|DHA|[İI]HA|ANKA|Xinhua"
    r"|TASS|UPI|Bloomberg)"
)
_NAME = r"[A-ZÀ-ÝĞİŞ][\w'’.]*"
_PLACE = rf"{_NAME}(?:[ /-]{_NAME}){{0,3}}(?:, {_NAME}(?: {_NAME})?)?"
_DAY = r"(?:\d{1,2}\.? [^\W\d_]{3,9}\.?(?: \d{4})?|[^\W\d_]{3,9}\.? \d{1,2}(?:,? \d{4})?)"
_DASH = r"\s*[-–—:]+\s*"
_PAUSE = r"\s*[-–—]+\s+"  # no colon: who stands before one speaks ("Meloni: accordo fatto")
# Where agencies write from; other names before a dash may be anybody's.
_DESK = (
    r"(?:[A-ZÀ-ÝĞİŞ]{4,}(?:[ /][A-ZÀ-ÝĞİŞ]{3,}){0,2}|Roma|Rome|Milano|Torino|Ankara|[Iİ]stanbul|Bruxelles|Brussels"
    r"|Londra|London|Parigi|Paris|Berlino|Berlin|Atene|Washington|New York|Mosca|Kiev|Tripoli|Tunisi|Il Cairo|Beirut)"
)
# `(ANSA) - ROMA, 02 MAR - `, `Roma, 2 mar. (askanews) - `, `ROMA (AA) - ECE KAYA - `, `ANKARA, March 2 (Reuters) - `.
_DATELINE = re.compile(
    rf"\s*(?:\({_AGENCY}\)(?:{_DASH}|\s+)(?:{_PLACE},? {_DAY}{_PAUSE}|{_DESK}{_PAUSE})?"
    rf"|{_PLACE},?(?: {_DAY},?)? \({_AGENCY}\){_DASH}(?:[A-ZÇĞİÖŞÜ]{{2,}}(?: [A-ZÇĞİÖŞÜ.]{{2,}}){{1,3}}{_PAUSE})?"
    rf"|(?:ANSA|AA|AGI|DHA|[İI]HA){_DASH}(?:{_PLACE},? {_DAY}{_PAUSE}|{_DESK}{_PAUSE})?)"
)
_SIGNATURE = re.compile(rf"\s*[(\[]{_AGENCY}[)\]]\.?\s*\Z")
_LONGEST_DATELINE = 160

# --- Sentences --------------------------------------------------------------------------------------------------------
_CAPTION = re.compile(
    r"(?:file|archive|stock|handout) (?:photo|picture|image|pic)\b|(?:photo|picture|image) (?:by|credit|courtesy)\b"
    r"|foto(?:grafia)? d'archivio|arsiv foto"
)
_CREDIT = re.compile(r"(?:photo|picture|image|foto|fotograf|gorsel|immagine|fotografia) ?[:/]")
_BRACKETED = re.compile(
    r"[(\[](?:file |archive |handout )?(?:photos?|pictures?|image|foto|fotoğraf|görsel|immagine)\b"
    r"[^()\[\]]{0,100}[)\]]\s*",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"enable (?:javascript|cookies)|checking your browser|permission to access|verif(?:y|ying) (?:that )?you are"
    r"|are you a (?:robot|human)|unusual traffic|(?:we|site|sites|pages) uses? cookies|accept (?:all )?(?:the )?cookies"
    r"|cookie (?:policy|settings|preferences)|subscribe to (?:read|continue)|(?:for|to) (?:our )?subscribers\b"
    r"|please (?:log|sign) in|ray id\b|access (?:to this \w+ |has been |was )?(?:denied|blocked)"
    r"|javascript'? ?(?:i|yi)? ?(?:etkin|acin|acmaniz)|cerez(?:ler)?(?:i|in)? (?:kullan|politika|ayar|tercih)"
    r"|erisim(?:iniz)? engel|robot olmadig|(?:okumak|devam et\w*) icin (?:abone|uye|giris)|abonelere ozel"
    r"|abilita(?:re)? javascript|(?:utilizz|us)\w+ (?:i )?cookie|accett\w+ (?:tutti )?(?:i )?cookie|cookie tecnici"
    r"|impostazioni (?:dei |sui )?cookie|accesso negato|non sei un robot|(?:agli|per gli) abbonati\b"
    r"|per continuare a leggere"
)
_GATE = re.compile(
    r"(?:just a moment|attention required|access denied|security check|are you (?:a )?(?:human|robot)|page not found"
    r"|forbidden|403|404|bir dakika|erisim engellendi|guvenlik kontrolu|sayfa bulunamadi|accesso negato|un momento"
    r"|pagina non trovata)\b.{0,40}"
)
# A line that only announces what follows it, and lines after it that are headlines, without a full stop.
_HEADING = re.compile(
    r"(?:related|more|other|latest|most read) (?:news|stories|articles|headlines)|read (?:also|more)|also read|see also"
    r"|(?:ilgili|diger|son|benzer|one cikan|cok okunan) haberler|bunlar da ilginizi cekebilir|leggi anche"
    r"|potrebbe(?:ro)? interessarti(?: anche)?|(?:articoli|notizie) correlat[ie]|le altre notizie"
)
_STUB = re.compile(
    r"(?:read|see|view|continue reading|click|haberin devami|devamini oku|detaylar icin|leggi|continua a leggere)\b"
)
_STUB_WORDS = 12
_OPENING = 2  # sentences: a caption stands first, or behind a byline
_TAIL_SENTENCES = 6  # as in boilerplate.py
_LONGEST_CAPTION, _LONGEST_CREDIT = 45, 12  # words; behind a credit without a full stop the news begins
_CREDIT_REACH = 300  # characters from either end
_NOTICE_SENTENCES = 8
_ENDS = (".", "!", "?", "…", '"', "”", "»", "'", "’")

DATELINE = "an agency's dateline"
CAPTION = "a caption"
CLOSING = "a closing line"
NOTICE = "a notice in place of the text"
ELSEWHERE = "it leads to other articles"
FURNITURE = "its outlet puts it under other articles too"
AFFIX = "its outlet puts it around other titles too"


class Aside(NamedTuple):
    """A part of a text that says nothing of its news: `text[start:end]`."""

    start: int
    end: int
    why: str


def find_asides(text: str, furniture: Collection[str] = ()) -> list[Aside]:
    """The parts of a text that are no news, in order. `furniture`: sentences that its outlet is known to repeat."""
    found = list(_find_openings(text))
    start = found[-1].end if found else 0
    spans = [(max(begin, start), end) for begin, end in find_sentences(text) if text[max(begin, start) : end].strip()]
    folded = [fold(text[begin:end].strip()) for begin, end in spans]
    reasons = _judge_sentences(text, spans, folded, frozenset(furniture))
    found += [Aside(begin, end, why) for (begin, end), why in zip(spans, reasons, strict=True) if why]
    found += _find_credits(text, found)
    return sorted(found + _find_signature(text, found))


def _find_openings(text: str) -> Iterator[Aside]:
    """A dateline, and a caption in brackets before or behind it."""
    place = 0
    for form, why in ((_BRACKETED, CAPTION), (_DATELINE, DATELINE), (_BRACKETED, CAPTION)):
        found = form.match(text[: place + _LONGEST_DATELINE], place)
        if found:
            yield Aside(place, found.end(), why)
            place = found.end()


def _find_credits(text: str, asides: list[Aside]) -> list[Aside]:
    """Captions in brackets, within a sentence or behind it."""
    found = [Aside(*one.span(), CAPTION) for one in _BRACKETED.finditer(text, max(0, len(text) - _CREDIT_REACH))]
    return [one for one in found if not any(aside.start <= one.start < aside.end for aside in asides)]


def _judge_sentences(
    text: str, spans: list[tuple[int, int]], folded: list[str], furniture: frozenset[str]
) -> Iterator[str | None]:
    """Why each sentence is left aside; None for what is news."""
    if _is_wall(folded):
        yield from [NOTICE] * len(spans)
        return
    tail, led = max(1, len(spans) - _TAIL_SENTENCES), False
    for place, ((begin, end), plain) in enumerate(zip(spans, folded, strict=True)):
        sentence = text[begin:end].strip()
        led = led and not sentence.endswith(_ENDS)
        if sentence in furniture:
            yield FURNITURE
        elif (place < _OPENING or place >= tail) and _is_caption(plain):
            yield CAPTION
        elif (place >= tail and is_boilerplate(sentence)) or _is_stub(plain):
            yield CLOSING
        else:
            yield ELSEWHERE if led else None
        led = led or (place >= tail and _HEADING.fullmatch(plain.rstrip(" :.>»")) is not None)


def _is_wall(folded: list[str]) -> bool:
    """Whether a text is a notice: every other sentence at least says so."""
    if not folded or len(folded) > _NOTICE_SENTENCES:
        return False
    others = (sentence for sentence in folded if _NOTICE.search(sentence) is None)
    return len(list(islice(others, len(folded) // 2 + 1))) <= len(folded) // 2


def _is_caption(plain: str) -> bool:
    longest = _LONGEST_CAPTION if _CAPTION.match(plain) else _LONGEST_CREDIT if _CREDIT.match(plain) else 0
    return bool(longest) and len(words(plain)) <= longest


def _is_stub(plain: str) -> bool:
    return _STUB.match(plain) is not None and is_boilerplate(plain) and len(words(plain)) <= _STUB_WORDS


def _find_signature(text: str, asides: list[Aside]) -> list[Aside]:
    """`(ANSA).` at the end of the news."""
    end = len(text)
    for aside in sorted(asides, reverse=True):
        if aside.end < end or aside.start == 0:
            break
        end = aside.start
    signature = _SIGNATURE.search(text[:end], max(0, end - 40))
    return [Aside(signature.start(), end, DATELINE)] if signature else []


# --- Items ------------------------------------------------------------------------------------------------------------
def strip_item(item: Item, judgement: Judgement) -> tuple[Item, Judgement]:
    """An item as it is compared with others, without what is no news, and its judgement without what is named there;
    the same ones where all of it is news."""
    asides = find_asides(item.text, item.furniture)
    title = _cut_affixes(item.title, item.furniture)
    if not asides and title == item.title:
        return item, judgement
    kept = _join_rest(item.text, asides)
    if not kept and _GATE.fullmatch(fold(title.strip())):
        title = ""
    named = tuple(hit for hit in judgement.entities if hit.field == "title" or not _is_aside(hit, asides))
    return replace(item, title=title, summary="", content=kept), replace(judgement, entities=named)


def bare_text(item: Item) -> str:
    """The text of an item without what is no news."""
    return _join_rest(item.text, find_asides(item.text, item.furniture))


def list_asides(item: Item) -> list[tuple[str, str]]:
    """What is left aside of an item when it is compared, and why: (words, reason) in order."""
    text = item.text
    parts = [(text[one.start : one.end].strip(), one.why) for one in find_asides(text, item.furniture)]
    title = item.title
    affixes = [(affix.strip(), AFFIX) for affix in item.furniture if _cut_affixes(title, [affix]) != title]
    return [*affixes, *parts]


def _is_aside(hit: EntityHit, asides: Sequence[Aside]) -> bool:
    return any(aside.start <= hit.start < aside.end for aside in asides)


def _join_rest(text: str, asides: Sequence[Aside]) -> str:
    parts, place = [], 0
    for aside in asides:
        parts.append(text[place : aside.start])
        place = max(place, aside.end)
    return "".join([*parts, text[place:]]).strip()


def _cut_affixes(title: str, furniture: Collection[str]) -> str:
    """A title without what its outlet puts around many, separator and all: ` | Haberler`, `VIDEO - `."""
    for affix in furniture:
        if affix != affix.strip():
            cuts = title.removesuffix(affix), title.removeprefix(affix)
            title = next((cut for cut in cuts if cut not in (title, "")), title)
    return title
