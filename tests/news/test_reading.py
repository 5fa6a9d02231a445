"""Whose page is read, and whether what came is the article."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.news.load_rules import load_judge
from worker.news.reading import Wish, choose_text, list_watched, weigh_wish
from worker.news.types import Item

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WISH = Wish(0.55, frozenset({"leonardo"}))
URL = "https://outlet.example/a"
ABSTRACT = "The trade ministers of Türkiye and Italy signed an accord on customs papers in Ankara."
BODY = (
    "The trade ministers of Türkiye and Italy signed an accord on customs papers in Ankara on Tuesday. Lorries between "
    "Mersin and Trieste will be checked once instead of twice. Exporters of marble and olive oil had asked for it for "
    "years. A first convoy is to leave in April. The chambers of both ports will train 60 clerks until then, and the "
    "ministries publish the new forms in three languages. Hauliers reckon with half a day less for each journey."
)


def ask(item: Item, wish: Wish = WISH) -> str | None:
    """Why the page of an item would be read; None: it would not."""
    verdict = weigh_wish(item, load_judge().judge(item), wish, NOW)
    return verdict.why if verdict.wanted else None


def test_an_abstract_about_both_countries_is_read() -> None:
    assert ask(Item("Customs accord signed", ABSTRACT, url=URL, language="en")) == (
        "it is about both countries, and its feed has 15 words of it"
    )


def test_what_nearly_is_about_both_is_read() -> None:
    item = Item("Rome and the Bosphorus", "An Ottoman clock goes on show in Rome.", url=URL, language="en")
    found = load_judge().judge(item).relevance
    assert not found.relevant
    above, below = Wish(found.score + 0.1), Wish(found.score + 0.2)
    assert (ask(item, above) or "").startswith("it may be about both countries (score ")
    assert ask(item, below) is None


def test_what_a_subscription_asks_for_is_read() -> None:
    item = Item("Leonardo wins a helicopter order from Poland", "The defence company will build 32.", url=URL)
    assert ask(item) == "it names Leonardo, which a subscription asks for, and its feed has 6 words of it"
    assert ask(item, Wish(0.55)) is None


@pytest.mark.parametrize(
    "item",
    [
        Item("Customs accord signed", BODY + BODY, url=URL, language="en"),
        Item("Customs accord signed", ABSTRACT, url=None),
        Item("Customs accord signed", ABSTRACT, url="mailto:desk@outlet.example"),
        Item("Customs accord signed", ABSTRACT, url="https://news.google.com/rss/articles/CBMiVkFVX3lxTE5v?oc=5"),
        Item("Customs accord signed", ABSTRACT, url=URL, published_at=NOW - timedelta(days=8)),
        Item("Village club wins the cup", "The band played until the rain came.", url=URL),
    ],
    ids=["whole", "no address", "no page", "lead", "old", "neither country"],
)
def test_these_are_not_read(item: Item) -> None:
    assert ask(item) is None


def test_only_what_is_asked_for_is_watched() -> None:
    assert list_watched(["entity:leonardo OR (drone entity:baykar)", "ferry -entity:eni", ""]) == {"leonardo", "baykar"}


def test_the_text_of_the_article_is_taken() -> None:
    title = "Customs accord signed in Ankara"
    choice = choose_text(Item(title, ABSTRACT), f"{title.upper()}\n\n{BODY}")
    assert (choice.taken, choice.words, choice.text) == (True, 80, BODY)
    assert choice.why == "80 words were read on its page; its feed had 15"


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("", "no article was found on its page"),
        (ABSTRACT, "its page shows 15 words, its feed 15: there is no more to read"),
        (
            "We and our 842 partners store and access information on your device to personalise content. " * 6,
            "it shows another text",
        ),
        (
            "Lorries, marble, olive oil, convoys, clerks, forms, chambers, three languages, two ports, one check: read "
            "it all in our paper.",
            "too few",
        ),
    ],
    ids=["empty", "no more", "cookie wall", "a few words"],
)
def test_what_is_not_the_article_is_not_taken(page: str, why: str) -> None:
    choice = choose_text(Item("Customs accord signed in Ankara", ABSTRACT), page)
    assert not choice.taken
    assert why in choice.why


def test_a_page_that_was_taken_before_is_trusted() -> None:
    item = Item("Hauliers cheer", "Drivers expect shorter waits at both quays, and better coffee there.")
    assert not choose_text(item, BODY).taken
    assert choose_text(item, BODY, trusted=True).taken


def test_a_name_that_may_be_another_is_read_too() -> None:
    item = Item("Leonardo to widen its hall near Lublin", "A second line is planned.", url=URL, language="en")
    assert ask(item) == "it may name Leonardo, which a subscription asks for, and its feed has 5 words of it"


def test_a_title_without_any_word_to_compare_takes_any_long_text() -> None:
    assert choose_text(Item("15-07"), BODY).taken


def test_turkish_endings_and_capitals_do_not_hide_the_article() -> None:
    item = Item("TÜRKİYE VE İTALYA GÜMRÜK ANLAŞMASI İMZALADI", language="tr")
    body = (
        "Türkiye ve İtalya ticaret bakanları salı günü Ankara'da gümrük belgelerine ilişkin bir anlaşmayı imzaladı. "
        "Mersin ile Trieste arasında çalışan kamyonlar iki kez yerine bir kez denetlenecek. Mermer ve zeytinyağı "
        "ihracatçıları bunu yıllardır istiyordu. İlk konvoy nisan ayında yola çıkacak. İki limanın odaları o zamana "
        "kadar altmış memur yetiştirecek, bakanlıklar da yeni formları üç dilde yayımlayacak. Nakliyeciler her "
        "yolculukta yarım gün kazanmayı umuyor; sürücüler ise bekleme salonlarının yenilenmesini istiyor."
    )
    assert choose_text(item, body).taken
