"""What a sentence encoder makes of articles: the same in other words and languages is near, and nothing breaks it."""

import pytest

from worker.news.meaning import UNREAD, Nearness, compare_meanings, read_meaning, unpack_meaning

FERRY = (
    "Ferry runs aground off Ischia",
    "A ferry with 84 people on board hit a sandbank near Ischia on Sunday. Nobody was hurt; tugs freed it by noon.",
)
TRAGHETTO = (
    "Paura a Ischia, nave passeggeri si arena",
    "Ottantaquattro persone erano a bordo del traghetto finito domenica su una secca davanti all'isola. Nessun ferito.",
)
VAPUR = (
    "İschia açıklarında feribot karaya oturdu",
    "İçinde 84 kişi bulunan feribot pazar günü sığlığa çarptı. Yaralanan olmadı, gemi öğlene doğru kurtarıldı.",
)
BUDGET = (
    "Parliament passes the budget after a night of debate",
    "The vote came at four in the morning. Pensions rise by three per cent, and the tax on fuel stays as it is.",
)


def compare(one: tuple[str, str], other: tuple[str, str]) -> Nearness:
    return compare_meanings(unpack_meaning(read_meaning(*one)), unpack_meaning(read_meaning(*other)))


@pytest.mark.parametrize("other", [TRAGHETTO, VAPUR], ids=["Italian", "Turkish"])
def test_the_same_in_another_language_is_nearer_than_another_thing_in_one(other: tuple[str, str]) -> None:
    same, else_ = compare(FERRY, other), compare(FERRY, BUDGET)
    assert same.texts > else_.texts + 0.3
    assert same.titles > else_.titles + 0.1
    assert same == pytest.approx(compare(other, FERRY))


def test_an_article_is_nearest_to_itself() -> None:
    assert compare(FERRY, FERRY) == pytest.approx((1.0, 0.0), abs=1e-5)


def test_bytes_keep_what_the_encoder_found() -> None:
    packed = read_meaning(*FERRY)
    assert len(packed) == 1024
    assert packed == read_meaning(*FERRY), "the same words, the same bytes"
    meaning = unpack_meaning(packed)
    assert meaning is not None
    assert float(meaning.title @ meaning.title) == pytest.approx(1.0, abs=1e-5)


def test_a_headline_alone_is_compared_by_what_it_says() -> None:
    headline, swapped = (FERRY[0], ""), ("", FERRY[0])
    assert read_meaning(*headline) == read_meaning(*swapped)
    assert compare(headline, VAPUR).texts > compare(headline, BUDGET).texts
    assert compare(headline, VAPUR).titles > compare(headline, BUDGET).titles + 0.2


def test_what_was_not_read_speaks_neither_for_nor_against() -> None:
    assert read_meaning(" ", "\n") == b""
    assert compare(("", ""), FERRY) == UNREAD


@pytest.mark.parametrize("text", ["\ufdfa" * 5000, "\x00\ud7ff" * 900, "a" * 100_000, "🚢" * 5000, "́" * 5000])
def test_odd_letters_are_read_in_bounds(text: str) -> None:
    assert len(read_meaning(text, text)) == 1024
