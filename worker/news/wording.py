"""What alerts and digests phrase alike: outlets, sentences, headlines cut to a length.

Texts from feeds come out as one line each, so that none can add a line (or a header) to a message.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from worker.news.labels import Labels, count_things
from worker.news.message import Line

# What is new in a story is said in three sentences or should be read where it was written.
_SENTENCES = 3
# The longest sentences of agencies run to some 300 characters; beyond, it is a list without full stops.
_SENTENCE_LENGTH = 300
# Two further outlets are named; more are counted by language.
_NAMED_OUTLETS = 2


@dataclass(frozen=True, slots=True)
class Source:
    """A report of a story: by which outlet, in which language, and whether it was the first."""

    outlet: str
    language: str
    url: str | None = None
    first: bool = False


def flatten_text(text: str) -> str:
    """On one line: control characters become spaces, runs of white space one."""
    plain = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)
    return " ".join(plain.split())


def shorten_text(text: str, length: int) -> str:
    """At most `length` characters, cut between words and marked with …; a single longer word is cut within."""
    flat = flatten_text(text)
    if len(flat) <= length:
        return flat
    head = flat[:length]
    cut = head[:-1] if " " not in head.rstrip() else head.rpartition(" ")[0]
    return cut.rstrip(" ,;:–—-") + "…"


def join_sentences(sentences: Sequence[str], labels: Labels) -> str:
    """The first sentences, and how many more there are."""
    shown = " ".join(shorten_text(sentence, _SENTENCE_LENGTH) for sentence in sentences[:_SENTENCES])
    left = len(sentences) - _SENTENCES
    return f"{shown} ({count_things(labels.more_sentences, left)})" if left > 0 else shown


def order_sources(sources: Sequence[Source]) -> list[Source]:
    """The first report first, the others as given."""
    return sorted(sources, key=lambda source: not source.first)


def group_outlets(sources: Sequence[Source]) -> dict[str, list[str]]:
    """Outlets, the first reporter first, each with the languages it reported in."""
    outlets: dict[str, list[str]] = {}
    for source in order_sources(sources):
        languages = outlets.setdefault(flatten_text(source.outlet), [])
        if source.language not in languages:
            languages.append(source.language)
    return outlets


def name_outlet(outlet: str, languages: Sequence[str], labels: Labels) -> str:
    """ "Outlet A (tr, en)"."""
    return f"{outlet or labels.unnamed} ({', '.join(languages)})"


def describe_sources(sources: Sequence[Source], labels: Labels) -> Line | None:
    """ "Outlet A (tr, en) first; +6: tr 3, it 2, en 1", linked to the first report."""
    if not sources:
        return None
    (outlet, languages), *others = group_outlets(sources).items()
    text = name_outlet(outlet, languages, labels)
    if others:
        text += f" {labels.first}; {_describe_others(others, labels)}"
    return Line(labels.sources, text, url=order_sources(sources)[0].url)


def _describe_others(others: Sequence[tuple[str, list[str]]], labels: Labels) -> str:
    if len(others) <= _NAMED_OUTLETS:
        return ", ".join(name_outlet(outlet, languages, labels) for outlet, languages in others)
    counts = Counter(language for _, languages in others for language in languages)
    return f"+{len(others)}: " + ", ".join(f"{language} {count}" for language, count in counts.most_common())
