"""Snippets: whole words, and marks that stay on what they marked."""

from hypothesis import given
from hypothesis import strategies as st

from worker.news.snippet import cut_snippet

TEXT = "Il primo  passo:\nBaykar e Leonardo firmano a Roma un protocollo che nessuno aveva annunciato prima di ieri."


def _find_span(text: str, word: str) -> tuple[int, int]:
    return text.index(word), text.index(word) + len(word)


def test_words_around_and_space_collapsed() -> None:
    snippet = cut_snippet(TEXT, [_find_span(TEXT, "Baykar"), _find_span(TEXT, "Leonardo")], around=3)
    assert snippet.text == "Il primo passo: Baykar e Leonardo firmano a Roma …"
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["Baykar", "Leonardo"]


def test_far_terms_in_two_passages() -> None:
    text = "Baykar " + "altro " * 40 + "Leonardo"
    snippet = cut_snippet(text, [_find_span(text, "Leonardo"), _find_span(text, "Baykar")], around=2)
    assert snippet.text == "Baykar altro altro … altro altro Leonardo"
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["Baykar", "Leonardo"]


def test_anchor_chooses_the_passage() -> None:
    text = "drone " * 30 + "Leonardo"
    marks = [(at, at + 5) for at in range(0, 180, 6)]
    snippet = cut_snippet(text, [*marks, _find_span(text, "Leonardo")], [_find_span(text, "Leonardo")], around=1)
    assert snippet.text == "… drone Leonardo"
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["drone", "Leonardo"]


def test_part_of_a_word_marks_the_part_and_shows_the_word() -> None:
    snippet = cut_snippet("Baykar'ın insansız uçağı", [(0, 6)], around=0)
    assert (snippet.text, snippet.marks) == ("Baykar'ın …", ((0, 6),))


def test_no_mark_shows_the_opening() -> None:
    assert cut_snippet("one two three four", [], around=1).text == "one two …"
    assert cut_snippet("", []).text == ""


def test_overlapping_marks_become_one() -> None:
    snippet = cut_snippet("joint venture", [(0, 5), (0, 13), (6, 13)])
    assert snippet.marks == ((0, 13),)


_TEXTS = st.text(alphabet="abİğ \n\t'-.,é\u0301", max_size=120)
_SPANS = st.lists(st.tuples(st.integers(-5, 130), st.integers(-5, 130)), max_size=6)


@given(_TEXTS, _SPANS, st.integers(0, 4), st.integers(1, 3))
def test_marks_and_words_hold(text: str, spans: list[tuple[int, int]], around: int, passages: int) -> None:
    snippet = cut_snippet(text, spans, around=around, passages=passages)
    asked = [" ".join(text[max(0, a) : max(0, b)].split()) for a, b in spans]
    end_of_last = 0
    for start, end in snippet.marks:
        assert end_of_last <= start < end <= len(snippet.text)
        end_of_last = end
        marked = snippet.text[start:end]
        assert marked == marked.strip()
        assert any(part and part in marked for part in asked)
    words = text.split()
    assert all(word in words or word == "…" for word in snippet.text.split(" ") if word)
    if any(asked):
        assert snippet.marks, "what matched is always shown"
