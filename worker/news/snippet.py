"""A few words around what matched, so that whoever gets an alert sees why before opening anything.

Words are never cut, and every mark stays on the very characters it stood on.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from worker.news.types import Snippet

Span = tuple[int, int]
# Eight words to each side make about 120 characters: what a mail client or a phone shows of an alert unopened.
WORDS_AROUND = 8
# Two terms far apart are shown in two passages; a third would be an article.
PASSAGES = 2
_GAP = " … "


def cut_snippet(
    text: str,
    marks: Iterable[Span],
    anchors: Iterable[Span] | None = None,
    *,
    around: int = WORDS_AROUND,
    passages: int = PASSAGES,
) -> Snippet:
    """The words around the first `anchors` (default: the marks), every mark within them kept; white space collapsed.

    Without anchors: the first words. Spans are (start, end) into `text`; empty ones and those outside are left out.
    """
    kept = _clean_spans(text, marks)
    wanted = kept if anchors is None else _clean_spans(text, anchors)
    words = [match.span() for match in re.finditer(r"\S+", text)]
    windows = _merge_windows(_find_window(words, span, around) for span in wanted[:passages] or [(0, 1)])
    return _join_windows(text, words, windows, kept)


def _clean_spans(text: str, spans: Iterable[Span]) -> list[Span]:
    """Sorted, within the text, without white space at their ends, and of two that overlap, one."""
    merged: list[Span] = []
    for start, end in sorted(_trim_span(text, *span) for span in spans):
        if start >= end:
            continue
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _trim_span(text: str, start: int, end: int) -> Span:
    start, end = max(0, start), max(0, min(end, len(text)))
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _find_window(words: Sequence[Span], span: Span, around: int) -> Span:
    """First and last word (excluded) of the window around a span."""
    first = bisect_right(words, span[0], key=lambda word: word[1])
    last = bisect_left(words, span[1], key=lambda word: word[0])
    return max(0, first - around), min(len(words), last + around)


def _merge_windows(windows: Iterable[Span]) -> list[Span]:
    """In order, those that touch or overlap as one."""
    merged: list[Span] = []
    for first, last in sorted(windows):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _join_windows(text: str, words: Sequence[Span], windows: Sequence[Span], marks: Sequence[Span]) -> Snippet:
    shown = "… " if windows[0][0] > 0 else ""
    found: list[Span] = []
    for number, (first, last) in enumerate(windows):
        shown += _GAP if number else ""
        shifts = {}
        for index in range(first, last):
            shown += " " if index > first else ""
            shifts[index] = len(shown) - words[index][0]
            shown += text[slice(*words[index])]
        found += _shift_marks(words, marks, shifts)
    return Snippet(shown + (" …" if windows[-1][1] < len(words) else ""), tuple(found))


def _shift_marks(words: Sequence[Span], marks: Sequence[Span], shifts: dict[int, int]) -> list[Span]:
    """The marks whose first and last words are shown, at their new offsets."""
    found = []
    for start, end in marks:
        first = bisect_right(words, start, key=lambda word: word[1])
        last = bisect_left(words, end, key=lambda word: word[0]) - 1
        if first in shifts and last in shifts:
            found.append((start + shifts[first], end + shifts[last]))
    return found
