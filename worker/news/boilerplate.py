"""Where an outlet's own furniture is taken off an article: "Follow us on…", "Leggi anche…", "Bizi takip edin…".

The footer is the outlet's, the wording above it the agency's. Left in, it turns a copy of a short item into an update,
and every article of an outlet shares it with every other.
"""

import re

from worker.news.text import fold, sentences, words

_PHRASES = (
    # English
    r"follow us|click here|sign up (?:for|to)|subscribe (?:to|now|for)|also read|read (?:also|more|the full)",
    r"all rights reserved|(?:whatsapp|telegram) channel|privacy policy|share this (?:article|story)|appeared first on",
    r"our newsletter|download (?:our|the) app|continue reading|may not be (?:reproduced|copied)",
    r"related (?:news|stories|articles)",
    r"visit our (?:web)?(?:site|page)|for more (?:news|stories|information)|for the latest (?:news|updates)|contact us",
    r"(?:originally|first) published|offered to subscribers|contact us for subscription|last (?:updated|modified)\b",
    r"^\(?(?:reporting|writing|editing|additional reporting) by|the views expressed|(?:stay|keep) up to date",
    # Turkish
    r"abonelere sunulan haberler|ozetlenerek yayimlan|abonelik icin|son guncelleme|(?:yayinlanma|guncellenme) tarihi",
    r"(?:gorusler|yorumlar) yazara ait|sorumluluk yazar|bildirimleri ac|haberlerden haberdar ol",
    r"takip edin|abone ol|tikla(?:yin|yiniz)|tum haklari sakli|ilgili haber|haberin devami|devamini oku|bultenimiz",
    r"uygulama(?:mizi|yi) indir|kaynak gosterilmeden|ilk once .{1,200} uzerinde ortaya cikti",
    r"daha fazla (?:haber|bilgi) icin|sitemizi ziyaret|son dakika haberleri icin|bize ulasin",
    # Italian
    r"ultimo aggiornamento|pubblicato (?:il|alle)\b|(?:resta|rimani) (?:sempre )?aggiornat|ricevi le (?:\w+ )?notizie",
    r"seguici|segui (?:il nostro|i nostri|la nostra|le nostre|su)|leggi (?:anche|tutto|di piu|l'articolo)|clicca qui",
    r"iscriviti|abbonati|riproduzione riservata|tutti i diritti riservati|canale (?:whatsapp|telegram)|scarica l'app",
    r"l'articolo .{1,200} proviene da|condividi (?:su|questo|l'articolo)",
    r"per (?:saperne di piu|maggiori informazioni|altre notizie)|visita il (?:nostro )?sito|tutte le notizie su",
    r"©|\(c\) ?copyright|copyright (?:©|20\d\d)",
)
# They begin where a word does: "spread the full story" is none, and the engine passes over most places in a quarter of
# the time.
_BOILERPLATE = re.compile(rf"(?<![a-z])(?:{'|'.join(_PHRASES)})")
_TAIL_SENTENCES = 6  # footers stand at the end; seed 002's is its last sentence
_TAIL_CHARACTERS = 1200  # seed 002's footer begins 190 before its end
_LONGEST_FOOTER = 45  # words; seed 002's has 28


def cut_boilerplate(text: str) -> str:
    """The text without its outlet's closing lines; the same string when there are none. Never cuts all of a text."""
    if _BOILERPLATE.search(fold(text[-_TAIL_CHARACTERS:])) is None:
        return text
    parts = sentences(text)
    tail_start = max(1, len(parts) - _TAIL_SENTENCES)
    kept = parts[:tail_start] + [part for part in parts[tail_start:] if not is_boilerplate(part)]
    return "\n".join(kept) if len(kept) < len(parts) else text


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence is an outlet's furniture and no news."""
    return _BOILERPLATE.search(fold(sentence)) is not None and len(words(sentence)) <= _LONGEST_FOOTER
