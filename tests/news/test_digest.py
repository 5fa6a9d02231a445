"""Digests: the most important first, every story somewhere, and what could not be read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.digest import Coverage, DigestStory, NearMiss, compose_digest, describe_coverage, order_stories
from worker.news.labels import LABELS, choose_labels, count_things
from worker.news.message import Line, Message
from worker.news.wording import Source, describe_sources, flatten_text, join_sentences, shorten_text

SLOT = datetime(2025, 4, 30, 5, 0, tzinfo=UTC)
READ = Coverage(73, 73)

SUMMIT = DigestStory(
    story_id=1,
    headline="$40bn trade target",
    url="https://a.example/1",
    language="en",
    topics=(("diplomacy_summits", "Diplomacy"), ("defence_industry", "Defence")),
    status="moved",
    new_sentences=("Two firms signed a protocol.", "The target is $40bn."),
    known_line="A visit to Rome for the summit",
    figures=("2024 trade $32.2bn (Rome)", "target $40bn"),
    sources=(
        Source("Outlet B", "it"),
        Source("Outlet A", "tr", "https://a.example/1", first=True),
        Source("Outlet A", "en"),
        Source("Outlet C", "it"),
        Source("Outlet D", "en"),
    ),
    copies_folded=8,
    why="the two heads of government are named",
    first_seen_at=SLOT - timedelta(hours=9),
    dates="planned 17 Apr, held 29 Apr",
    links=(Line("", "mute", url="https://g.example/m"),),
)
GUARDS = DigestStory(
    story_id=2,
    headline="Coast guards",
    url=None,
    language="en",
    topics=(("migration_coastguard", "Migration"),),
    status="new",
    new_sentences=("A document was signed.",),
    known_line="",
    figures=(),
    sources=(Source("Outlet B", "en", first=True),),
    copies_folded=1,
    why="both ministers",
    first_seen_at=SLOT,
)


PAIR = "Türkiye–Italy"


def _compose(
    *stories: DigestStory, coverage: Coverage = READ, misses: tuple[NearMiss, ...] = (), **more: Any
) -> Message:
    settings = {"languages": ("en",), "timezone": "Europe/Istanbul", "slot": SLOT, "pair_label": PAIR, **more}
    return compose_digest("daily", stories, coverage, misses, **settings)


def test_digest_as_sketched() -> None:
    message = _compose(GUARDS, SUMMIT, last_slot=SLOT - timedelta(days=1))
    assert message.subject == "Türkiye–Italy, 30 Apr: $40bn trade target; Coast guards"
    assert message.preview == "2 stories, 1 moved since yesterday. 9 copies folded."
    assert [section.heading for section in message.sections] == ["Diplomacy", "Migration"]
    (summit,), (guards,) = (section.blocks for section in message.sections)
    assert (summit.status, guards.status) == ("moved", "new")
    assert [(line.label, line.text) for line in summit.lines] == [
        ("New", "Two firms signed a protocol. The target is $40bn."),
        ("Known", "A visit to Rome for the summit"),
        ("Figures", "2024 trade $32.2bn (Rome); target $40bn"),
        ("Date", "planned 17 Apr, held 29 Apr"),
        ("Sources", "Outlet A (tr, en) first; +3: it 2, en 1"),
        ("Why", "the two heads of government are named"),
        ("", "mute"),
    ]
    assert summit.lines[4].url == "https://a.example/1"
    assert [(line.label, line.text) for line in guards.lines] == [
        ("", "A document was signed."),
        ("Sources", "Outlet B (en)"),
        ("Why", "both ministers"),
    ]
    assert [(line.label, line.text) for line in message.footer] == [("Coverage", "All 73 feeds read.")]
    assert (message.thread, message.list_name, message.created_at) == ("daily/digest", "daily", SLOT)


def test_empty_day_is_one_line_and_the_coverage() -> None:
    message = _compose()
    assert message.subject == "Türkiye–Italy, 30 Apr: nothing new"
    assert (message.preview, message.sections) == ("No story is new or has moved.", ())
    assert [(line.label, line.text) for line in message.footer] == [("Coverage", "All 73 feeds read.")]


@pytest.mark.parametrize(
    ("languages", "subject", "preview"),
    [
        (("tr",), "Türkiye–İtalya, 30 Nis: Coast guards", "1 haber. 1 kopya birleştirildi."),
        (("it", "en"), "Türkiye–İtalya, 30 apr: Coast guards", "1 notizia. 1 copia accorpata."),
        (("de",), "Türkiye–İtalya, 30 Apr: Coast guards", "1 story. 1 copy folded."),
    ],
)
def test_readers_language(languages: tuple[str, ...], subject: str, preview: str) -> None:
    message = _compose(GUARDS, languages=languages, pair_label="Türkiye–İtalya")
    assert (message.subject, message.preview) == (subject, preview)
    assert message.language == (languages[0] if languages[0] != "de" else "en")


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Europe/Rome", "30 Apr"), ("America/Los_Angeles", "29 Apr"), ("Pacific/Kiritimati", "30 Apr")],
)
def test_day_is_the_readers(zone: str, day: str) -> None:
    assert f", {day}: " in _compose(timezone=zone).subject


def test_since_a_day_that_is_not_yesterday() -> None:
    message = _compose(SUMMIT, last_slot=SLOT - timedelta(days=7))
    assert message.preview == "1 story, 1 moved since 23 Apr. 8 copies folded."
    assert _compose(SUMMIT).preview == "1 story, 1 moved. 8 copies folded."


@pytest.mark.parametrize(
    ("language", "days", "preview"),
    [
        ("tr", 1, "1 haber, dünden beri 1 gelişme. 8 kopya birleştirildi."),
        ("tr", 7, "1 haber, 23 Nis tarihinden beri 1 gelişme. 8 kopya birleştirildi."),
        ("it", 1, "1 notizia, 1 aggiornata da ieri. 8 copie accorpate."),
        ("it", 7, "1 notizia, 1 aggiornata dal giorno 23 apr. 8 copie accorpate."),
    ],
)
def test_since_when_stands_where_the_language_has_it(language: str, days: int, preview: str) -> None:
    message = _compose(SUMMIT, languages=(language,), last_slot=SLOT - timedelta(days=days))
    assert message.preview == preview


def test_yesterday_across_daylight_saving() -> None:
    slot = datetime(2025, 3, 30, 6, 0, tzinfo=UTC)  # 08:00 in Rome on the day of 23 hours
    message = _compose(SUMMIT, slot=slot, timezone="Europe/Rome", last_slot=slot - timedelta(hours=23))
    assert "since yesterday" in message.preview


def test_subject_prefers_headlines_the_reader_can_read() -> None:
    foreign = replace(SUMMIT, language="tr", headline="Zirve")
    assert _compose(foreign, GUARDS).subject.endswith(": Coast guards; Zirve")


def test_beyond_the_cap_titles_are_listed() -> None:
    stories = [replace(GUARDS, story_id=n, headline=f"Story {n}", score=1 - n / 100) for n in range(6)]
    message = _compose(*reversed(stories), max_stories=4)
    shown, rest = message.sections
    assert [block.headline for block in shown.blocks] == ["Story 0", "Story 1", "Story 2", "Story 3"]
    assert rest.heading == "More, titles only (2)"
    assert [(block.headline, block.lines) for block in rest.blocks] == [("Story 4", ()), ("Story 5", ())]
    assert message.preview.startswith("6 stories")


def test_no_topic_is_other() -> None:
    assert _compose(replace(GUARDS, topics=())).sections[0].heading == "Other"


def test_near_misses_are_lines() -> None:
    misses = (NearMiss("A club match", "https://m.example", "club football"), NearMiss("B", None, ""))
    footer = _compose(misses=misses).footer
    assert [(line.label, line.text, line.url) for line in footer[:2]] == [
        ("Near misses (2)", "A club match – club football", "https://m.example"),
        ("", "B", None),
    ]


@pytest.mark.parametrize(
    ("coverage", "text"),
    [
        (Coverage(73, 73), "All 73 feeds read."),
        (Coverage(1, 1), "The feed was read."),
        (Coverage(0, 0), "No feed to read."),
        (Coverage(72, 73, standing_faults=1), "72 of 73 feeds read. 1 feed still fails."),
        (
            Coverage(70, 73, (("Outlet C", "timed out"), ("Outlet E", "")), ("Outlet D",), 2),
            "70 of 73 feeds read. Newly failing: Outlet C (timed out); Outlet E. Back: Outlet D. 2 feeds still fail.",
        ),
    ],
)
def test_coverage_names_what_changed(coverage: Coverage, text: str) -> None:
    assert describe_coverage(coverage, choose_labels(["en"])) == Line("Coverage", text)


def test_order_by_outlets_then_languages_then_score() -> None:
    one = replace(GUARDS, story_id=1, sources=(Source("A", "en"), Source("A", "en")))
    two_outlets = replace(GUARDS, story_id=2, sources=(Source("A", "en"), Source("B", "en")))
    two_languages = replace(GUARDS, story_id=3, sources=(Source("A", "en"), Source("B", "it")))
    scored = replace(GUARDS, story_id=4, sources=(Source("A", "en"), Source("B", "en")), score=0.9)
    assert [story.story_id for story in order_stories([one, two_outlets, scored, two_languages])] == [3, 4, 2, 1]


# --- Wording ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("sources", "text"),
    [
        ([Source("A", "tr", first=True)], "A (tr)"),
        ([Source("B", "it"), Source("A", "tr", first=True)], "A (tr) first; B (it)"),
        (
            [Source("A", "tr", first=True), Source("", "it"), Source("C", "en")],
            "A (tr) first; unnamed outlet (it), C (en)",
        ),
    ],
)
def test_sources_described(sources: list[Source], text: str) -> None:
    line = describe_sources(sources, choose_labels(["en"]))
    assert line is not None
    assert line.text == text


def test_long_updates_say_how_much_is_left() -> None:
    english = choose_labels(["en"])
    assert join_sentences(["A.", "B.", "C.", "D."], english) == "A. B. C. (and 1 more sentence)"
    assert join_sentences(["A.", "B.", "C.", "D.", "E."], english) == "A. B. C. (and 2 more sentences)"


@given(st.text(max_size=80), st.integers(2, 30))
def test_shortened_between_words(text: str, length: int) -> None:
    short, flat = shorten_text(text, length), flatten_text(text)
    assert len(short) <= length
    assert len(f"x{short}x".splitlines()) == 1
    if len(flat) <= length:
        assert short == flat
    else:
        assert short.endswith("…")
        assert flat.startswith(short[:-1])


def test_every_language_has_every_label() -> None:
    for labels in LABELS.values():
        assert len(labels.months.split()) == 12
        assert "{names}" in labels.failing
        assert "{names}" in labels.recovered
        for one, many in (labels.stories, labels.copies, labels.standing):
            assert one
            assert "7" in count_things((one, many), 7)
        shown = labels.times.format(published="1", seen="2", sent="3", zone="4")
        assert all(part in shown for part in "1234")
        assert all(part in labels.times_unknown.format(seen="2", sent="3", zone="4") for part in "234")


_STORIES = st.lists(
    st.builds(
        DigestStory,
        story_id=st.integers(1, 10**6),
        headline=st.text(min_size=1, max_size=60),
        url=st.none(),
        language=st.sampled_from(["en", "tr", "it"]),
        topics=st.lists(st.sampled_from([("energy", "Energy"), ("sport", "Sport")]), max_size=2).map(tuple),
        status=st.sampled_from(["new", "moved"]),
        new_sentences=st.lists(st.text(max_size=20), max_size=5).map(tuple),
        known_line=st.text(max_size=20),
        figures=st.just(()),
        sources=st.lists(st.builds(Source, st.sampled_from("ABC"), st.sampled_from(["en", "tr"])), max_size=5).map(
            tuple
        ),
        copies_folded=st.integers(0, 3),
        why=st.text(max_size=10),
        first_seen_at=st.just(SLOT),
        score=st.floats(0, 1),
    ),
    max_size=12,
    unique_by=lambda story: story.story_id,
)


@given(_STORIES, st.integers(0, 8))
def test_nothing_is_dropped_and_order_does_not_matter(stories: list[DigestStory], cap: int) -> None:
    message = _compose(*stories, max_stories=cap)
    assert message == _compose(*reversed(stories), max_stories=cap)
    shown = [block.headline for section in message.sections for block in section.blocks]
    if stories:
        assert sorted(shown) == sorted(flatten_text(story.headline) for story in stories)
    assert len(f"x{message.subject}x".splitlines()) == 1
    assert message.footer[-1].label == "Coverage"
