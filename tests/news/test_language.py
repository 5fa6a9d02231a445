"""Languages of headlines: declared, wrongly declared, undeclared, and none of ours."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.language import detect_language

ENGLISH = "The ministers of both countries said they will meet again in the autumn"
TURKISH = "İki ülkenin bakanları yeni bir anlaşma için sonbaharda yeniden görüşecek"
ITALIAN = "I ministri dei due Paesi hanno detto che si vedranno di nuovo dopo l'estate"


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (TURKISH, "tr"), (ITALIAN, "it")])
@pytest.mark.parametrize("declared", [None, "", "en", "tr", "it", "fr", "zz-nonsense", "x-default", "<b>"])
def test_plain_text_overrules_what_is_declared(text: str, language: str, declared: str | None) -> None:
    assert detect_language(text, declared) == language


@pytest.mark.parametrize("declared", ["tr", "tr-TR", "TR_tr", " tr "])
@pytest.mark.parametrize("title", ["Leonardo Baykar", "Meloni Ankara", "", "40", "Erdoğan", "Baykar Piaggio"])
def test_declared_language_stands_where_the_text_is_silent(title: str, declared: str) -> None:
    assert detect_language(title, declared) == "tr"


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Meloni ve Erdoğan Roma'da görüştü", "tr"),
        ("ERDOĞAN MELONİ İLE GÖRÜŞTÜ", "tr"),
        ("Baykar acquista Piaggio Aerospace", "it"),
        ("Vertice a Roma, firmata l'intesa sui droni", "it"),
        ("Türkiye hails Italian drone deal", "en"),
        ("Rome and Ankara sign coast guard pact", "en"),
        ("Erdogan und Meloni treffen sich in Rom", "de"),
        ("Erdogan rencontre Meloni à Rome pour un sommet", "fr"),
        ("Erdogan y Meloni se reúnen en Roma para la cumbre", "es"),
        ("Президент Турции прибыл в Рим", "und"),
        ("وصل الرئيس التركي إلى روما", "und"),
        ("12 34 --", "und"),
        ("", "und"),
    ],
)
def test_undeclared_headlines(title: str, language: str) -> None:
    assert detect_language(title) == language


@pytest.mark.parametrize(
    ("title", "declared"),
    [
        ("Erdoğan, Çavuşoğlu, Kılıçdaroğlu e Şimşek a confronto", "it"),
        ("Şimşek and Yılmaz brief investors", "en"),
        ("Guardia di Finanza seizes yacht", "en"),
        ("Palazzo Chigi'den açıklama", "tr"),
        ("The Walking Dead, il finale", "it"),
    ],
)
def test_names_of_another_language_do_not_overrule(title: str, declared: str) -> None:
    assert detect_language(title, declared) == declared


@given(st.text(max_size=600), st.none() | st.text(max_size=8))
def test_every_text_gets_a_code(text: str, declared: str | None) -> None:
    language = detect_language(text, declared)
    assert language == "und" or (len(language) == 2 and language.isascii() and language.islower())


def test_length_costs_nothing() -> None:
    started = time.process_time()
    detect_language("ve bir " * 2_000_000, "tr")
    assert time.process_time() - started < 0.5


def test_the_detector_loads_only_when_it_is_asked() -> None:
    script = (
        "from worker.news import language as l\n"
        f"l.detect_language({TURKISH!r}, 'tr'), l.detect_language({ITALIAN!r}), l.detect_language('Baykar', 'en')\n"
        "print(l._load_detector.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
