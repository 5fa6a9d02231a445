"""Numbers and dates mean the same in three languages, and what only looks like a figure is none."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.figures import date_keys, figure_keys, find_figures, parse_number


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "a target of $40bn was set", "f:40e9:USD"),
        ("en", "a target of US$40 billion", "f:40e9:USD"),
        ("en", "40bn dollars", "f:40e9:USD"),
        ("tr", "hedef 40 milyar dolar", "f:40e9:USD"),
        ("tr", "40 milyar dolarlık hedef", "f:40e9:USD"),
        ("tr", "40 milyar ABD doları", "f:40e9:USD"),
        ("it", "quota 40 miliardi di dollari", "f:40e9:USD"),
        ("it", "40 mld di dollari", "f:40e9:USD"),
        ("en", "trade was $32.2 billion", "f:32.2e9:USD"),
        ("tr", "32,2 milyar dolara çıktı", "f:32.2e9:USD"),
        ("tr", "32 milyar 200 milyon dolar", "f:32.2e9:USD"),
        ("it", "32,2 miliardi di dollari", "f:32.2e9:USD"),
        ("it", "1,5 milioni d'euro", "f:1.5e6:EUR"),
        ("en", "€1.5m for the port", "f:1.5e6:EUR"),
        ("tr", "1,5 milyon avro", "f:1.5e6:EUR"),
        ("en", "up 5.2 per cent", "f:5.2:%"),
        ("en", "up 5.2% on the year", "f:5.2:%"),
        ("tr", "yüzde 5,2 arttı", "f:5.2:%"),
        ("tr", "%5,2'lik artış", "f:5.2:%"),
        ("it", "in crescita del 5,2 per cento", "f:5.2:%"),
        ("en", "61 irregular migrants", "f:61:PERSON"),
        ("tr", "61 düzensiz göçmen", "f:61:PERSON"),
        ("tr", "61'den fazla göçmen", "f:61:PERSON"),
        ("it", "61 migranti", "f:61:PERSON"),
        ("it", "5mila persone", "f:5000:PERSON"),
        ("en", "5,000 people", "f:5000:PERSON"),
        ("tr", "5 bin kişi", "f:5000:PERSON"),
        ("it", "12.000 tonnellate", "f:12000:TON"),
        ("tr", "12 bin ton", "f:12000:TON"),
        ("und", "12,000 tons", "f:12000:TON"),
        ("en", "all 27 members", "f:27:"),
    ],
)
def test_figures_of_three_languages_agree(language: str, text: str, key: str) -> None:
    assert [figure.key for figure in find_figures(text, language)] == [key]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "F-16 jets and the TB2 at G20"),
        ("en", "the 4th summit"),
        ("tr", "4. zirve, 4'üncü toplantı"),
        ("it", "il 4° vertice alle 16.05"),
        ("en", "at 16:05 on April 29, 2025"),
        ("tr", "29 Nisan saat 16.05'te"),
        ("en", "in 2024, for Euro 2032"),
        ("en", "won 2-1"),
        ("it", "il 29/04/2025"),
    ],
)
def test_what_only_looks_like_a_figure(language: str, text: str) -> None:
    assert find_figures(text, language) == []


def test_offsets_point_into_the_original() -> None:
    text = "İki ülke ½ yolda: İstanbul'da 40 milyar dolarlık iş, 61 göçmen."
    figures = find_figures(text, "tr")
    assert [text[f.start : f.end] for f in figures if f.unit] == ["40 milyar dolarlık", "61 göçmen"]


@pytest.mark.parametrize(
    ("number", "language", "value"),
    [
        ("32.2", "en", "32.2"),
        ("32,2", "tr", "32.2"),
        ("32.2", "tr", "32.2"),
        ("32,2", "en", "32.2"),
        ("1.200", "it", "1200"),
        ("1.200", "en", "1.200"),
        ("1,200", "en", "1200"),
        ("1.200,5", "tr", "1200.5"),
        ("1,200.5", "tr", "1200.5"),
        ("1.200.000", "en", "1200000"),
        ("12 000", "it", "12000"),
        ("1,200", "und", "1200"),
        ("1.200", "und", "1200"),
    ],
)
def test_separators_follow_the_language(number: str, language: str, value: str) -> None:
    assert parse_number(number, language) == Decimal(value)


@given(st.integers(0, 10**12), st.sampled_from(["en", "tr", "it"]))
def test_grouped_integers_are_read_back(number: int, language: str) -> None:
    separator = "," if language == "en" else "."
    assert parse_number(f"{number:,}".replace(",", separator), language) == number


@given(st.text(alphabet="0123456789.,: -'%$€bnkmilyardo\n", max_size=60), st.sampled_from(["en", "tr", "it", "und"]))
def test_any_text_is_read(text: str, language: str) -> None:
    for figure in find_figures(text, language):
        assert figure.text == text[figure.start : figure.end]
    assert figure_keys(text, language) == figure_keys(text, language)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("on April 29, 2025", {"d:04-29"}),
        ("29 Nisan'da Roma'da", {"d:04-29"}),
        ("il 29 aprile", {"d:04-29"}),
        ("29.04.2025", {"d:04-29"}),
        ("04/29/2025", {"d:04-29"}),
        ("2025-04-29", {"d:04-29"}),
        ("Sept. 25", {"d:09-25"}),
        ("the 1st of May", {"d:05-01"}),
        ("il 1° maggio", {"d:05-01"}),
        ("on Tuesday", {"d:04-29"}),
        ("salı günü", {"d:04-29"}),
        ("martedì", {"d:04-29"}),
        ("yesterday and domani", {"d:04-29", "d:05-01"}),
        ("dün", {"d:04-29"}),
        ("in April", set()),
        ("May 5 percent", set()),
        ("pazar payı", set()),
        ("45 Mart", set()),
    ],
)
def test_days_of_three_languages_agree(text: str, keys: set[str]) -> None:
    assert date_keys(text, datetime(2025, 4, 30, 9, tzinfo=UTC)) == keys


def test_relative_days_need_an_anchor() -> None:
    assert date_keys("yesterday, on Tuesday, 29 April", None) == {"d:04-29"}


def test_keys_hold_what_templates_vary() -> None:
    keys = figure_keys("Won 2-1 on 3 May 2024; in 2025 it was 40%", "en")
    assert keys == {"s:2-1", "d:05-03", "y:2024", "y:2025", "f:40:%"}


@given(st.from_regex(r"[0-9]{1,4}(?:[.,][0-9]{1,4}){0,5}", fullmatch=True), st.sampled_from(["en", "tr", "it", "und"]))
def test_whatever_looks_like_a_number_is_read_as_one(number: str, language: str) -> None:
    """`192,168.0.1` set an article aside."""
    assert parse_number(number, language) >= 0
