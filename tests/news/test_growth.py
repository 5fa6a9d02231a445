"""A copy that tells a sentence of news besides is an update; one that was edited, or has another footer, is a copy."""

import re

import pytest

from tests.news.test_relation import CRANE, TEXT, edit_words, make_candidate, make_item, relate
from worker.news.text import sentences
from worker.news.types import Item, RelationKind

SENATE = " In Rome the Senate will hear the operator and the harbour master of Trieste about it on Thursday."


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        # A sentence of news is one, wherever it stands, and in a text that is edited.
        (lambda t: t + SENATE, RelationKind.UPDATE),
        (lambda t: edit_words(t, 0.04, 3) + SENATE, RelationKind.UPDATE),
        (lambda t: edit_words(t, 0.04, 5).replace(". Trade", f".{CRANE} Trade"), RelationKind.UPDATE),
        # A sentence in another's place is none, nor are words put in everywhere, nor a tail that repeats the headline.
        (lambda t: t.replace(sentences(t)[5], SENATE), RelationKind.NEAR_DUPLICATE),
        (lambda t: re.sub(r"((?:\S+ ){10})", r"\1indeed ", t), RelationKind.NEAR_DUPLICATE),
        (lambda t: f"{t} {make_item().title} was first seen in the Ledger.", RelationKind.NEAR_DUPLICATE),
    ],
)
def test_a_copy_grows_by_sentences_of_news(change: "object", kind: RelationKind) -> None:
    assert callable(change)
    assert relate(make_item(change(TEXT)), make_candidate(make_item())).kind is kind


TOLD = {
    "tr": (
        "Mersin Limanı'nda İtalyan bandıralı gemide çıkan yangın iki saatte söndürüldü. Kaptan, yangının makine "
        "dairesinde başladığını söyledi. Gemide bulunan yirmi iki denizci filikalarla karaya çıkarıldı. Liman "
        "başkanlığı çevredeki gemileri açığa aldı. Yangının nedeni için inceleme başlatıldı ve tanıkların "
        "ifadesi alınıyor.",
        "Gemideki üç konteynerde bildirilmemiş boya bulunduğu Ticaret Bakanlığı'nca akşam saatlerinde açıklandı.",
        ("söndürüldü", "kontrol altına alındı"),
    ),
    "it": (
        "Un incendio scoppiato a bordo di una nave italiana nel porto di Mersin è stato spento in due ore. Il "
        "comandante ha detto che le fiamme sono partite dalla sala macchine. I ventidue marinai sono stati portati a "
        "terra con le scialuppe. La capitaneria ha fatto allontanare le altre navi. Sulle cause è stata aperta "
        "un'inchiesta.",
        "In serata il ministero del Commercio turco ha fatto sapere che in tre container c'era vernice non dichiarata.",
        ("è stato spento", "è stato domato"),
    ),
}


@pytest.mark.parametrize("language", TOLD)
def test_in_every_language(language: str) -> None:
    text, news, (old, new) = TOLD[language]
    title = "Mersin"
    known = make_candidate(Item(title, content=text, language=language))
    edited = text.replace(old, new)
    relation = relate(Item(title, content=f"{edited} {news}", language=language), known)
    assert relation.kind is RelationKind.UPDATE
    assert relation.evidence.endswith("adds 1 sentence")
    assert relate(Item(title, content=edited, language=language), known).kind is RelationKind.NEAR_DUPLICATE
