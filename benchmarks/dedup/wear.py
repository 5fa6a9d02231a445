"""What wears texts on their way, beyond the edits of edits.py: hits spread evenly, which is the worst for shingles;
typos, capitals, lost accents, entities, cut abstracts; parts from the middle.
"""

import html
import random
import re
from collections.abc import Callable, Sequence

from benchmarks.dedup.edits import COPY, CUT, MORE, NEAR, Change, Edit, change_words, dress_anew, with_sentences
from benchmarks.dedup.texts import Desk, Text
from worker.news.text import fold

WORD_END = re.compile(r"(\w+)(\W*)$")
Way = Callable[[list[str], random.Random, Sequence[str]], list[str]]


def with_body(text: Text, body: str, title: str | None = None) -> Text:
    return Text(text.language, title or text.title, (body,))


def keep_sentences(text: Text, sentences: Sequence[str], title: str | None = None) -> Text:
    return with_sentences(text, sentences or text.sentences[:1], title or text.title)


# --- Words ------------------------------------------------------------------------------------------------------------
def replace_word(words: list[str], chance: random.Random, pool: Sequence[str]) -> list[str]:
    return [WORD_END.sub(lambda found: chance.choice(pool) + found[2], words[0]), *words[1:]]


def drop_word(words: list[str], _chance: random.Random, _pool: Sequence[str]) -> list[str]:
    return words[1:]


def insert_word(words: list[str], chance: random.Random, pool: Sequence[str]) -> list[str]:
    return [chance.choice(pool), *words]


def swap_words(words: list[str], _chance: random.Random, _pool: Sequence[str]) -> list[str]:
    return [*words[1:2], words[0], *words[2:]]


def change_any(words: list[str], chance: random.Random, pool: Sequence[str]) -> list[str]:
    way: Way = chance.choice((replace_word, drop_word, insert_word))
    return way(words, chance, pool)


def hit_each(step: int, way: Way, first: int | None = None) -> Change:
    """One word in so many, at the same distance, in the first sentences or in all."""

    def change(text: Text, desk: Desk) -> Text:
        words = " ".join(text.sentences[:first]).split()
        start = desk.chance.randrange(step)
        runs = [words[i : i + step] for i in range(start, len(words), step)]
        hit = [word for run in runs for word in way(run, desk.chance, desk.words)]
        return with_body(text, " ".join([*words[:start], *hit]))

    return change


# --- Letters ----------------------------------------------------------------------------------------------------------
def mistype(share: float) -> Change:
    """Two letters changed over, or one left out, in a share of the words."""

    def change(text: Text, desk: Desk) -> Text:
        return with_body(text, " ".join(spoil_word(word, share, desk.chance) for word in text.body.split()))

    return change


def spoil_word(word: str, share: float, chance: random.Random) -> str:
    if len(word) < 4 or not word.isalpha() or chance.random() >= share:
        return word
    i = chance.randrange(1, len(word) - 2)
    return word[:i] + (word[i + 1] + word[i] if chance.random() < 0.5 else word[i + 1]) + word[i + 2 :]


SCANNED = (("rn", "m"), ("l", "1"), ("o", "0"), ("cl", "d"), ("i", "l"), ("e", "c"))


def scan_badly(text: Text, desk: Desk) -> Text:
    """A word in twelve as a scanner misreads it."""
    chance = desk.chance
    words = [word.replace(*chance.choice(SCANNED)) if chance.random() < 1 / 12 else word for word in text.body.split()]
    return with_body(text, " ".join(words))


def capitalise(text: Text, _desk: Desk) -> Text:
    def raise_all(plain: str) -> str:
        return (plain.replace("i", "İ") if text.language == "tr" else plain).upper()

    return with_body(text, raise_all(text.body), raise_all(text.title))


def strip_accents(text: Text, _desk: Desk) -> Text:
    """As keyboards without the letters write it; Italian with apostrophes for accents, "citta'"."""
    body, title = text.body, text.title
    if text.language == "it":
        body, title = (re.sub(r"([àèéìòù])\b", lambda found: fold(found[1]) + "'", one) for one in (body, title))
    return with_body(text, "".join(map(strip_letter, body)), "".join(map(strip_letter, title)))


def strip_letter(letter: str) -> str:
    folded = fold(letter)
    return letter if letter.isascii() or not letter.isalpha() else folded.upper() if letter.isupper() else folded


def quote_otherwise(text: Text, desk: Desk) -> Text:
    pairs = desk.chance.choice((("«", "»"), ('"', '"'), ("„", "“"), ("''", "''")))
    body = re.sub(r"[\"“«„]([^\"”»“]*)[\"”»“]", lambda found: pairs[0] + found[1] + pairs[1], text.body)
    apostrophe = desk.chance.choice("’'`´")
    body = re.sub(r"['’]", apostrophe, body)
    return with_body(text, body.replace(" - ", " — ").replace("--", " – "))


def leave_entities(text: Text, _desk: Desk) -> Text:
    """Escaped once too often."""
    body = html.escape(text.body).replace("’", "&rsquo;").replace("“", "&ldquo;").replace("”", "&rdquo;")
    body = body.replace("à", "&agrave;").replace("è", "&egrave;").replace("ü", "&uuml;").replace("ı", "&#305;")
    return with_body(text, body.replace("ş", "&#351;").replace(". ", ".&nbsp;"))


def leave_tags(text: Text, _desk: Desk) -> Text:
    return with_body(text, " ".join(f"<p>{one}<br/></p>" for one in text.sentences))


# --- Sentences and numbers --------------------------------------------------------------------------------------------
def join_sentences(text: Text, _desk: Desk) -> Text:
    body = re.sub(r"[.] (\w)", lambda found: "; " + found[1].lower(), text.body)
    return with_body(text, body)


def split_sentences(text: Text, _desk: Desk) -> Text:
    return with_body(text, re.sub(r", (\w)", lambda found: ". " + found[1].upper(), text.body))


def write_numbers(text: Text, desk: Desk) -> Text:
    """1,000 as 1.000 or 1 000; 50 % as percent; small numbers in letters."""
    mark = desk.chance.choice([".", ",", " ", ""])
    body = re.sub(r"(?<![\d.,])(\d{1,3})[.,](\d{3})\b(?![.,]\d)", rf"\g<1>{mark}\g<2>", text.body)
    percent = {"en": " percent", "tr": " yüzde", "it": " per cento"}[text.language]
    small = {"en": ("two", "three"), "tr": ("iki", "üç"), "it": ("due", "tre")}[text.language]
    body = re.sub(r"(?<=\d) ?%", percent, body)
    return with_body(text, re.sub(r"\b[23]\b(?![.,]\d)", lambda found: small[int(found[0]) - 2], body))


DATELINES = {"en": "LONDON (Agency) -- ", "tr": "ANKARA (ABC) - ", "it": "(XYZ) - ROMA, 06 MAG - "}
MORE_TAILS = {
    "en": "Read more at Harbour Daily. The post {} appeared first on Harbour Daily.",
    "tr": "Haberin devamı için tıklayın. {} haberi ilk önce Liman Gazetesi üzerinde ortaya çıktı.",
    "it": "Leggi tutto su Il Molo. L'articolo {} proviene da Il Molo.",
}


def change_dateline(text: Text, _desk: Desk) -> Text:
    return with_body(text, DATELINES[text.language] + text.body)


def add_tail(text: Text, _desk: Desk) -> Text:
    return with_body(text, f"{text.body} {MORE_TAILS[text.language].format(text.title)}")


def retitle(change: Change) -> Change:
    """Under another headline besides."""

    def changed(text: Text, desk: Desk) -> Text:
        made = change(text, desk)
        return Text(made.language, " ".join(desk.write_sentence().split()[:9]), made.sentences)

    return changed


# --- Parts and more ---------------------------------------------------------------------------------------------------
def cut_letters(length: int) -> Change:
    """As feeds cut: after so many characters, within a word."""
    return lambda text, _desk: with_body(text, text.body[:length].rstrip() + ("…" if len(text.body) > length else ""))


def take_middle(count: int, share: float = 0.0, words: int = 0) -> Change:
    """So many sentences from inside, of at least so many words; a share of the words changed."""

    def change(text: Text, desk: Desk) -> Text:
        start = desk.chance.randrange(1, max(2, len(text.sentences) - count))
        end = start + count
        while len(" ".join(text.sentences[start:end]).split()) < words and end < len(text.sentences):
            end += 1
        part = keep_sentences(text, text.sentences[start:end])
        return change_words(share)(part, desk) if share else part

    return change


def pick(*places: int) -> Change:
    """The sentences at these places, as far as there are."""
    return lambda text, _desk: keep_sentences(text, [text.sentences[i] for i in places if i < len(text.sentences)])


def grow(share: float, *, ahead: float, edited: float = 0.0) -> Change:
    """More text, by a share of the words, of which a share goes before the rest; the old words edited besides."""

    def change(text: Text, desk: Desk) -> Text:
        more: list[str] = []
        while len(" ".join(more).split()) < share * len(text.body.split()):
            more.append(desk.write_sentence())
        kept = change_words(edited)(text, desk).sentences if edited else text.sentences
        place = round(len(more) * ahead)
        return keep_sentences(text, [*more[:place], *kept, *more[place:]])

    return change


PART = CUT | NEAR
WEAR = (
    Edit("each 7th word replaced", hit_each(7, replace_word), NEAR, 0.99),
    Edit("each 10th word replaced", hit_each(10, replace_word), COPY, 0.99),
    Edit("each 7th word dropped", hit_each(7, drop_word), NEAR, 0.99),
    Edit("each 7th word put in before", hit_each(7, insert_word), NEAR, 0.99),
    Edit("each 14th changed places", hit_each(14, swap_words), NEAR, 0.99),
    Edit("each 7th in any of the ways", hit_each(7, change_any), NEAR, 0.99),
    Edit("10 % edited, another headline", retitle(change_words(0.10)), NEAR, 0.99),
    Edit("15 % edited, another headline", retitle(change_words(0.15)), NEAR, 0.99),
    Edit("typos in 3 %", mistype(0.03), COPY, 0.99),
    Edit("typos in 10 %", mistype(0.10), NEAR, 0.99),
    Edit("scanned badly", scan_badly, COPY, 0.99),
    Edit("all capitals", capitalise, COPY, 0.99),
    Edit("no accents", strip_accents, COPY, 0.99),
    Edit("other quotes and dashes", quote_otherwise, COPY, 0.99),
    Edit("entities left in", leave_entities, COPY, 0.99),
    Edit("tags left in", leave_tags, COPY, 0.99),
    Edit("sentences joined", join_sentences, COPY, 0.99),
    Edit("sentences split", split_sentences, COPY, 0.99),
    Edit("numbers otherwise", write_numbers, COPY, 0.99),
    Edit("another dateline", change_dateline, COPY, 0.99),
    Edit("read-more tail", add_tail, COPY, 0.99),
    Edit("dressed anew, 5 % edited", lambda text, d: change_words(0.05)(dress_anew(text, d), d), COPY, 0.99),
    Edit("update, a third on top", grow(0.34, ahead=1.0), MORE, 0.98),
    Edit("update, a third, 5 % edited", grow(0.34, ahead=0.5, edited=0.05), MORE, 0.98),
    Edit("twice as long, new on top", grow(1.0, ahead=1.0), MORE, 0.98),
    Edit("twice as long, 5 % edited", grow(1.0, ahead=0.3, edited=0.05), MORE, 0.98),
    Edit("twice as long, another headline", retitle(grow(1.0, ahead=0.5)), MORE, 0.98),
    Edit("cut after 200 letters", cut_letters(200), PART, 0.98),
    Edit("cut after 300 letters", cut_letters(300), PART, 0.98),
    Edit("first sentence, the headline", pick(0), PART, 0.98),
    Edit("sentences 1, 3, 5", pick(0, 2, 4), PART, 0.98),
    Edit("sentences 1, 3, 5, 10 % edited", lambda text, d: change_words(0.10)(pick(0, 2, 4)(text, d), d), PART, 0.95),
    Edit("lead of 2, each 8th word any way", hit_each(8, change_any, 2), PART, 0.95),
    Edit("lead of 3, another headline", retitle(pick(0, 1, 2)), PART, 0.98),
    Edit("middle, 2 sentences or 34 words", take_middle(2, words=34), PART, 0.98),
    Edit("middle, a third", lambda t, d: take_middle(max(2, len(t.sentences) // 3), words=34)(t, d), PART, 0.98),
    Edit("middle, 1 sentence", take_middle(1), PART),
    Edit("middle, 3 sentences, 10 % edited", take_middle(3, 0.10, words=34), PART),
)
