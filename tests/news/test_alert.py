"""Alerts: one for a story and subscription, then material updates; and what an alert says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worker.news.alert import (
    MAX_AGE,
    UPDATE_PAUSE,
    AlertFacts,
    AlertStory,
    Earlier,
    NamedThing,
    compose_alert,
    decide_alert,
)
from worker.news.message import Line
from worker.news.types import MatchKind, RelationKind, Snippet
from worker.news.wording import Source

NOW = datetime(2025, 4, 30, 14, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)
FRESH = AlertFacts(NOW, RelationKind.NEW, first_seen_at=NOW, published_at=NOW - HOUR)
TOLD = replace(
    FRESH, relation=RelationKind.SAME_STORY, told_at=NOW - 5 * HOUR, material=True, materiality="new figure: $40bn"
)


# --- Whether ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("facts", "kind", "send", "words"),
    [
        (FRESH, "first", True, "first this subscription hears"),
        (replace(FRESH, relation=RelationKind.SAME_STORY), "first", True, "first this subscription hears"),
        (replace(FRESH, relation=RelationKind.UPDATE, of_seed=True), "first", True, "first this subscription hears"),
        (replace(FRESH, relation=RelationKind.DUPLICATE, of_seed=True), "repeat", False, "seed corpus"),
        (
            replace(FRESH, relation=RelationKind.EXCERPT, of_dated_at=NOW - 100 * HOUR),
            "repeat",
            False,
            "repeats an article of 2025-04-26",
        ),
        (replace(FRESH, relation=RelationKind.DUPLICATE, of_dated_at=NOW - HOUR), "first", True, "first"),
        (replace(FRESH, muted=True), "repeat", False, "muted"),
        (replace(FRESH, first_fetch="silent"), "repeat", False, "first-fetch policy is silent"),
        (replace(FRESH, first_fetch="tell"), "first", True, "first"),
        (replace(FRESH, published_at=NOW - 73 * HOUR), "repeat", False, "73 hours old; alerts are sent up to 72 hours"),
        (replace(FRESH, published_at=NOW - 72 * HOUR), "first", True, "first"),
        (replace(FRESH, published_at=NOW - 24 * 30 * HOUR), "repeat", False, "30 days old"),
        (replace(FRESH, published_at=NOW + 5 * HOUR), "first", True, "first"),
        (replace(FRESH, published_at=None), "first", True, "first"),
        (replace(FRESH, published_at=None, first_seen_at=NOW - 80 * HOUR), "repeat", False, "80 hours old"),
        (TOLD, "update", True, "told on 2025-04-30 09:15 UTC, and this is material: new figure: $40bn."),
        (replace(TOLD, material=False, materiality=""), "repeat", False, "not material: no new figure"),
        (replace(TOLD, material=False, materiality="other words."), "repeat", False, "not material: other words."),
        (replace(TOLD, relation=RelationKind.NEAR_DUPLICATE, material=False), "repeat", False, "another copy"),
        (replace(TOLD, relation=RelationKind.NEAR_DUPLICATE), "update", True, "this is material: new figure: $40bn."),
        (replace(TOLD, last_update_at=NOW - HOUR), "update", False, "less than 2 hours ago; this waits until"),
        (replace(TOLD, last_update_at=NOW - 2 * HOUR), "update", True, "material"),
        (replace(TOLD, muted=True), "repeat", False, "muted"),
    ],
)
def test_decision(facts: AlertFacts, kind: str, send: bool, words: str) -> None:
    decision = decide_alert(facts)
    assert (decision.kind, decision.send) == (kind, send)
    assert words in decision.reason


def test_held_update_says_until_when() -> None:
    last = NOW - timedelta(minutes=30)
    decision = decide_alert(replace(TOLD, last_update_at=last))
    assert decision.hold_until == last + UPDATE_PAUSE
    assert decide_alert(replace(TOLD, last_update_at=last, now=decision.hold_until)).send


_MOMENTS = st.timedeltas(timedelta(0), timedelta(days=9)).map(lambda ago: NOW - ago)
_FACTS = st.builds(
    AlertFacts,
    now=st.just(NOW),
    relation=st.sampled_from(RelationKind),
    first_seen_at=_MOMENTS,
    published_at=st.none() | _MOMENTS,
    told_at=st.none() | _MOMENTS,
    last_update_at=st.none() | _MOMENTS,
    material=st.booleans(),
    materiality=st.sampled_from(["", "a new figure", "Nothing new."]),
    first_fetch=st.sampled_from([None, "silent", "tell"]),
    of_seed=st.booleans(),
    of_dated_at=st.none() | _MOMENTS,
    muted=st.booleans(),
)


@given(_FACTS)
def test_decisions_hold(facts: AlertFacts) -> None:
    decision = decide_alert(facts)
    assert decision.reason.endswith(".")
    assert decision.reason[0].isupper()
    assert "\n" not in decision.reason
    assert (decision.kind == "first") <= (decision.send and facts.told_at is None)
    assert (decision.kind == "repeat") <= (not decision.send)
    assert (decision.hold_until is not None) <= (decision.kind == "update" and not decision.send)
    if decision.send:
        assert not facts.muted
        assert facts.first_fetch != "silent"
        assert NOW - (facts.published_at or facts.first_seen_at) <= MAX_AGE
        assert facts.told_at is None or facts.material


@given(st.lists(st.tuples(st.integers(0, 300), st.booleans()), min_size=1, max_size=60))
def test_many_reports_make_one_alert_and_spaced_updates(reports: list[tuple[int, bool]]) -> None:
    """Reports of one story at these minutes, material or not."""
    told_at: datetime | None = None
    sent: list[datetime] = []
    for minute, material in sorted(reports):
        now = NOW + timedelta(minutes=minute)
        last = sent[-1] if len(sent) > 1 else None
        facts = AlertFacts(now, RelationKind.SAME_STORY, now, now, told_at, last, material)
        if decide_alert(facts).send:
            told_at = told_at or now
            sent.append(now)
    assert len(sent) >= 1
    updates = sent[1:]
    assert all(later - earlier >= UPDATE_PAUSE for earlier, later in pairwise(updates))


# --- What -------------------------------------------------------------------------------------------------------------
STORY = AlertStory(
    subscription="leonardo-baykar",
    story_id=7,
    kind="first",
    headline="Baykar + Leonardo: preliminary protocol\nsigned in Rome",
    url="https://a.example/1",
    language="en",
    outlet="Outlet A",
    sources=(
        Source("Outlet B", "it", "https://b.example/1"),
        Source("Outlet A", "tr", "https://a.example/1", first=True),
        Source("Outlet A", "en", "https://a.example/2"),
    ),
    snippet=Snippet("… Baykar and Leonardo agreed …", ((2, 8), (13, 21))),
    rule="entity:leonardo entity:baykar",
    named=(NamedThing("Leonardo", "context: cingolani"), NamedThing("Baykar", "alias")),
    before=(Earlier("March memorandum, drone joint venture", "Nova", date(2025, 4, 8)), Earlier("A visit")),
    new_sentences=("They signed.",),
    seen_at=NOW,
    sent_at=NOW,
    published_at=NOW - timedelta(minutes=10),
    timezone="Europe/Rome",
    languages=("en", "it"),
    links=(Line("", "Mute story", url="https://g.example/m"),),
)


def test_alert_as_sketched() -> None:
    message = compose_alert(STORY)
    assert message.kind == "alert"
    assert message.subject == "Baykar + Leonardo: preliminary protocol signed in Rome"
    assert message.preview == "Outlet A (tr, en), first report"
    assert (message.thread, message.list_name) == ("leonardo-baykar/story/7", "leonardo-baykar")
    assert message.footer == STORY.links
    (block,) = message.sections[0].blocks
    assert (block.headline, block.url, block.status) == (message.subject, "https://a.example/1", "new")
    assert [(line.label, line.text) for line in block.lines] == [
        ("", "“… Baykar and Leonardo agreed …”"),
        ("Before", "March memorandum, drone joint venture (Nova, 8 Apr 2025)"),
        ("", "A visit"),
        ("New", "They signed."),
        ("Why", "rule “entity:leonardo entity:baykar”; Leonardo (“cingolani” stands nearby); Baykar"),
        ("", "Published 16:05, seen 16:15, sent 16:15 (Europe/Rome)"),
    ]
    quote = block.lines[0]
    assert [quote.text[a:b] for a, b in quote.marks] == ["Baykar", "Leonardo"]


@pytest.mark.parametrize(
    ("kind", "outlet", "languages", "preview"),
    [
        ("first", "A", ("en",), "A (en), first report"),
        ("first", "B", ("en",), "B (tr); A (en) first"),
        ("first", "B", ("tr",), "B (tr); A (en) ilk"),
        ("first", "Elsewhere", ("it",), "Elsewhere (en); A (en) per prima"),
        ("update", "A", ("en",), "A (en), update"),
        ("update", "B", ("tr",), "B (tr), güncelleme"),
        ("update", "C\nline", ("en",), "C line (it), update"),
    ],
)
def test_the_outlet_of_what_is_shown_is_named(
    kind: MatchKind, outlet: str, languages: tuple[str, ...], preview: str
) -> None:
    sources = (Source("A", "en", first=True), Source("B", "tr"), Source("C\nline", "it"))
    message = compose_alert(replace(STORY, kind=kind, outlet=outlet, languages=languages, sources=sources))
    assert message.preview == preview


@pytest.mark.parametrize(
    ("languages", "zone", "published", "text"),
    [
        (
            ("en",),
            "Europe/Istanbul",
            NOW - timedelta(days=1),
            "Published 29 Apr 17:15, seen 17:15, sent 17:15 (Europe/Istanbul)",
        ),
        (("tr", "en"), "Europe/Istanbul", NOW, "Yayın 17:15, görülme 17:15, gönderim 17:15 (Europe/Istanbul)"),
        (("de", "it"), "Europe/Rome", NOW, "Pubblicata 16:15, vista 16:15, inviata 16:15 (Europe/Rome)"),
        (("de",), "UTC", None, "Seen 14:15, sent 14:15 (UTC); no time of publication given"),
        (
            ("en",),
            "UTC",
            datetime(2024, 12, 31, 9, tzinfo=UTC),
            "Published 31 Dec 2024 09:00, seen 14:15, sent 14:15 (UTC)",
        ),
    ],
)
def test_times_in_the_readers_words(
    languages: tuple[str, ...], zone: str, published: datetime | None, text: str
) -> None:
    message = compose_alert(replace(STORY, languages=languages, timezone=zone, published_at=published))
    assert message.sections[0].blocks[0].lines[-1].text == text
    assert message.language == next((one for one in languages if one != "de"), "en")


def test_bare_story_still_says_why_and_when() -> None:
    bare = replace(STORY, snippet=Snippet(""), before=(), new_sentences=(), named=(), rule="", sources=(), outlet="")
    message = compose_alert(bare)
    assert message.preview == "first report"
    assert [line.label for line in message.sections[0].blocks[0].lines] == ["Why", ""]


@pytest.mark.parametrize(
    ("language", "pair", "text"),
    [
        ("en", "Türkiye–Italy", "the subscription takes everything about Türkiye–Italy"),
        ("tr", "Türkiye–İtalya", "abonelik Türkiye–İtalya ile ilgili her şeyi alıyor"),
        ("it", "Turchia–Italia", "l'abbonamento prende tutto ciò che riguarda Turchia–Italia"),
    ],
)
def test_without_a_rule_it_says_what_it_takes(language: str, pair: str, text: str) -> None:
    story = replace(STORY, languages=(language,), snippet=Snippet(""), before=(), named=(), rule="", pair=pair)
    assert text in [line.text for line in compose_alert(story).sections[0].blocks[0].lines]


@given(st.text(max_size=400), st.text(max_size=60))
def test_no_text_of_a_feed_adds_a_line(headline: str, outlet: str) -> None:
    message = compose_alert(replace(STORY, headline=headline, sources=(Source(outlet, "en", first=True),)))
    assert len(message.subject) <= 180
    assert len(f"x{message.subject}x".splitlines()) == 1
    assert len(f"x{message.preview}x".splitlines()) == 1
