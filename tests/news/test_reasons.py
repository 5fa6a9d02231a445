"""Reasons in three languages: no case without a sentence, and none of ours in another language than the reader's."""

from typing import get_args

import pytest

from tests.news.load_rules import load_watch
from worker.news.figures import describe_figure
from worker.news.labels import LABELS
from worker.news.outages import describe_failure
from worker.news.reasons import ITS_FEED, Case, Ground, Names, Repeat, tell_ground, tell_naming, tell_repeat

NAMES = Names(
    {"TR": {"en": "Türkiye", "it": "Turchia"}, "IT": {"en": "Italy", "tr": "İtalya", "it": "Italia"}},
    {"recipe": {"en": "a recipe", "tr": "yemek tarifi"}},
)
SIDES = (("TR", ("Ankara", "Baykar")), ("IT", ("Roma",)))


@pytest.mark.parametrize(
    ("ground", "english", "turkish", "italian"),
    [
        (
            Ground("both", SIDES),
            "names both: Ankara, Baykar (TR) and Roma (IT)",
            "ikisi de anılıyor: Ankara, Baykar (TR) ve Roma (IT)",
            "nomina entrambi: Ankara, Baykar (TR) e Roma (IT)",
        ),
        (
            Ground("one", (("IT", ()),)),
            "only Italy is named",
            "yalnızca biri anılıyor: İtalya",
            "è nominato un solo Paese: Italia",
        ),
        (
            Ground("neither", (("TR", ()), ("IT", ()))),
            "neither Türkiye nor Italy is named",
            "ikisi de anılmıyor: Türkiye, İtalya",
            "nessuno dei due è nominato: Turchia, Italia",
        ),
        (
            Ground("penalty", words=("forno {0}",), penalty="recipe"),
            "both are named, but it is a recipe (forno {0})",
            "ikisi de anılıyor, ama konu yemek tarifi (forno {0})",
            "entrambi sono nominati, ma si tratta di a recipe (forno {0})",
        ),
    ],
)
def test_a_reason_is_told_in_the_readers_language(ground: Ground, english: str, turkish: str, italian: str) -> None:
    assert [tell_ground(ground, NAMES, code) for code in ("en", "tr", "it")] == [english, turkish, italian]
    assert tell_ground(ground, NAMES, "de") == english
    assert Ground.unpack(ground.pack()) == ground


@pytest.mark.parametrize("case", get_args(Case))
def test_every_case_has_a_sentence_of_its_own_in_each_language(case: Case) -> None:
    ground = Ground(case, (("TR", (ITS_FEED,)), ("IT", ("Roma",))), ("oven", "goal"), "recipe")
    told = {tell_ground(ground, NAMES, code) for code in LABELS}
    assert len(told) == len(LABELS)
    assert not any("{" in one for one in told)
    assert sum(ITS_FEED in one for one in told) <= 1, "in English alone"


@pytest.mark.parametrize("repeat", get_args(Repeat))
def test_every_repeat_has_a_sentence_of_its_own_in_each_language(repeat: Repeat) -> None:
    assert len({tell_repeat(repeat, "“A”", code) for code in LABELS}) == len(LABELS)
    assert tell_repeat(repeat, "", "it") == "non dice nulla di nuovo"


@pytest.mark.parametrize(
    "reason", ["misspelling", "named in full", "both countries", "before it: x", "title: x", "context: x"]
)
def test_why_a_word_means_a_thing_is_told_in_each_language(reason: str) -> None:
    assert len({tell_naming(reason, code) for code in LABELS}) == len(LABELS)


def test_a_name_that_says_it_all_needs_no_reason() -> None:
    assert {tell_naming("alias", code) for code in LABELS} == {""}
    assert tell_naming("context: cingolani", "tr") == "yakınında “cingolani” geçiyor"


def test_a_fault_of_a_feed_is_told_by_its_kind_where_the_words_of_the_error_are_foreign() -> None:
    assert describe_failure("server", 503, "tr") == "sunucu hatası, 503"
    assert describe_failure("not_a_feed", 200, "it") == "non è un feed"
    assert describe_failure("unheard_of", None, "it") == "connessione non riuscita"
    assert describe_failure("server", 503, "en") == "", "the error itself says more"


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("f:8.9e9:USD", ["USD 8.9bn", "USD 8,9 milyar", "USD 8,9 mld"]),
        ("f:61:PERSON", ["61 people", "61 kişi", "61 persone"]),
        ("f:1:PERSON", ["1 person", "1 kişi", "1 persona"]),
        ("f:1.5e6:", ["1.5m", "1,5 milyon", "1,5 mln"]),
    ],
)
def test_figures_are_written_as_the_reader_writes_them(key: str, told: list[str]) -> None:
    assert [describe_figure(key, LABELS[code].units) for code in ("en", "tr", "it")] == told


def test_what_is_shipped_has_names_in_each_language() -> None:
    watch = load_watch()
    for side in watch.sides:
        assert watch.words.call_side(side.id, "it") in ("Turchia", "Italia")
    for penalty in watch.penalties:
        assert len({watch.words.call_penalty(penalty.name, code) for code in LABELS}) == len(LABELS)
