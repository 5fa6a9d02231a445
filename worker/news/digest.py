"""What arrives each morning: the stories that are new or moved, and which feeds were read.

Stories stand under their topic, the most reported first. Whatever does not fit is listed as a title; an empty day is
one line and the coverage.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from worker.news.labels import Labels, choose_labels, count_things, format_day
from worker.news.message import Block, Line, Message, Section
from worker.news.reporters import FirstReport, describe_firsts
from worker.news.wording import Source, describe_sources, flatten_text, group_outlets, join_sentences, shorten_text

# Ten minutes of reading; the rest are titles.
MAX_STORIES = 40
# Two headlines and the date must fit what a mail client shows of a subject, about 100 characters.
_HEADLINE_LENGTH = 38


@dataclass(frozen=True, slots=True)
class DigestStory:
    """A story that is new to the subscription, or has moved since its last digest."""

    story_id: int
    headline: str
    url: str | None
    language: str
    topics: tuple[tuple[str, str], ...]
    """(id, label in the reader's language), strongest first."""
    status: Literal["new", "moved"]
    new_sentences: tuple[str, ...]
    """Of a moved story, what the digests before did not say; of a new one, its opening."""
    known_line: str
    figures: tuple[str, ...]
    """With unit, those that took another's place first: `12 people → 15 people`, `USD 40bn`."""
    sources: tuple[Source, ...]
    copies_folded: int
    why: str
    first_seen_at: datetime
    score: float = 0.0
    firsts: tuple[FirstReport, ...] = ()
    """Who reported it first in each language, the very first one first."""
    dates: str = ""
    """How its date moved: `17 Apr → 29 Apr`."""
    names: str = ""
    """Which names were put right: `Palermo → Catania`."""
    headline_only: bool = False
    """A lead: the url is an aggregator's, and nobody has read more than the headline."""
    later_sentences: tuple[str, ...] = ()
    """Of a new story, what later reports say that is material and its opening does not."""
    links: tuple[Line, ...] = ()
    """Why, wrong, mute: what the reader can do, with urls."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many feeds could be read, and what changed since the last digest. Standing faults are a count."""

    read: int
    total: int
    newly_failing: tuple[tuple[str, str], ...] = ()
    """(feed, reason)."""
    recovered: tuple[str, ...] = ()
    standing_faults: int = 0


@dataclass(frozen=True, slots=True)
class NearMiss:
    """An item that is named at the end and not told: it just failed to be about both countries, or says nothing that
    the reader, or the seed corpus, has not read."""

    title: str
    url: str | None
    reason: str


def compose_digest(
    subscription_name: str,
    stories: Sequence[DigestStory],
    coverage: Coverage,
    near_misses: Sequence[NearMiss],
    slot: datetime,
    timezone: str,
    languages: Sequence[str],
    *,
    pair_label: str,
    last_slot: datetime | None = None,
    max_stories: int = MAX_STORIES,
    read_before: Sequence[NearMiss] = (),
    links: Sequence[Line] = (),
) -> Message:
    """The digest of one slot, in the reader's first language and time zone (an IANA name). Slots are aware."""
    labels, zone = choose_labels(languages), ZoneInfo(timezone)
    ordered = order_stories(stories)
    today = slot.astimezone(zone).date()
    last = last_slot.astimezone(zone).date() if last_slot else None
    return Message(
        kind="digest",
        subject=_write_subject(pair_label, ordered, languages, today, labels),
        preview=_write_preview(ordered, last, today, labels),
        sections=_write_sections(ordered[:max_stories], ordered[max_stories:], labels),
        footer=(
            *_list_titles(labels.read_before, read_before),
            *_list_titles(labels.near_misses, near_misses),
            describe_coverage(coverage, labels),
            *links,
        ),
        thread=f"{subscription_name}/digest",
        list_name=subscription_name,
        created_at=slot,
        language=labels.code,
    )


def order_stories(stories: Sequence[DigestStory]) -> list[DigestStory]:
    """The most important first: by outlets, then languages, then score; of equals, the one seen first."""

    def weigh_story(story: DigestStory) -> tuple[float, ...]:
        outlets = len(group_outlets(story.sources))
        languages = len({source.language for source in story.sources})
        return -outlets, -languages, -story.score, story.first_seen_at.timestamp(), story.story_id

    return sorted(stories, key=weigh_story)


# --- Subject and preview ----------------------------------------------------------------------------------------------
def _write_subject(
    pair_label: str, ordered: Sequence[DigestStory], languages: Sequence[str], today: date, labels: Labels
) -> str:
    """The top two headlines, those the reader can read before others."""
    readable = sorted(ordered, key=lambda story: bool(languages) and story.language not in languages)
    heads = "; ".join(shorten_text(story.headline, _HEADLINE_LENGTH) for story in readable[:2])
    return f"{flatten_text(pair_label)}, {format_day(today, labels, today)}: {heads or labels.nothing_new}"


def _tell_moved(moved: int, last: date | None, today: date, labels: Labels) -> str:
    count = count_things(labels.moved_count, moved)
    if last is None:
        return count
    since = labels.moved_yesterday if last == today - timedelta(days=1) else labels.moved_since
    return since.format(moved=count, day=format_day(last, labels, today))


def _write_preview(ordered: Sequence[DigestStory], last: date | None, today: date, labels: Labels) -> str:
    """ "2 stories, 1 moved since yesterday. 9 copies folded." """
    if not ordered:
        return labels.no_stories
    moved = sum(story.status == "moved" for story in ordered)
    folded = sum(story.copies_folded for story in ordered)
    text = count_things(labels.stories, len(ordered))
    if moved:
        text += f", {_tell_moved(moved, last, today, labels)}"
    return f"{text}. {count_things(labels.copies, folded)}." if folded else f"{text}."


# --- Sections ---------------------------------------------------------------------------------------------------------
def _write_sections(shown: Sequence[DigestStory], rest: Sequence[DigestStory], labels: Labels) -> tuple[Section, ...]:
    """One for each topic, in the order of its most important story; then the titles of the rest. None on an empty day:
    the preview says so, above."""
    topics: dict[str, list[DigestStory]] = {}
    for story in shown:
        topics.setdefault(story.topics[0][1] if story.topics else labels.other_topic, []).append(story)
    sections = [
        Section(topic, tuple(_write_block(story, labels) for story in group)) for topic, group in topics.items()
    ]
    if rest:
        titles = tuple(Block(flatten_text(s.headline), s.url, _name_status(s, labels), (), s.language) for s in rest)
        sections.append(Section(labels.rest.format(n=len(rest)), titles))
    return tuple(sections)


def _name_status(story: DigestStory, labels: Labels) -> str:
    status = labels.status_moved if story.status == "moved" else labels.status_new
    return f"{status}, {labels.headline_only}" if story.headline_only else status


def _write_block(story: DigestStory, labels: Labels) -> Block:
    opening = labels.new if story.status == "moved" else ""
    sources = describe_sources(story.sources, labels)
    lines = [
        Line(opening, join_sentences(story.new_sentences, labels)),
        Line(labels.later_reports, join_sentences(story.later_sentences, labels)),
        Line(labels.known, flatten_text(story.known_line)),
        Line(labels.figures, "; ".join(map(flatten_text, story.figures))),
        Line(labels.dates, flatten_text(story.dates)),
        Line(labels.names, flatten_text(story.names)),
        *([sources] if sources else []),
        Line(labels.firsts, describe_firsts(story.firsts, labels)),
        Line(labels.why, flatten_text(story.why)),
    ]
    kept = tuple(line for line in lines if line.text)
    return Block(
        flatten_text(story.headline), story.url, _name_status(story, labels), kept + story.links, story.language
    )


# --- Footer -----------------------------------------------------------------------------------------------------------
def _list_titles(label: str, titles: Sequence[NearMiss]) -> list[Line]:
    """One line each, the label with their number on the first."""
    return [
        Line(
            "" if number else label.format(n=len(titles)),
            flatten_text(f"{miss.title} – {miss.reason}" if miss.reason else miss.title),
            url=miss.url,
        )
        for number, miss in enumerate(titles)
    ]


def describe_coverage(coverage: Coverage, labels: Labels) -> Line:
    """ "70 of 73 feeds read. Newly failing: Outlet C (timed out). Back: Outlet D. 2 feeds still fail." """
    failing = "; ".join(f"{feed} ({reason})" if reason else feed for feed, reason in coverage.newly_failing)
    parts = [
        _count_read(coverage, labels),
        labels.failing.format(names=failing) if failing else "",
        labels.recovered.format(names=", ".join(coverage.recovered)) if coverage.recovered else "",
        count_things(labels.standing, coverage.standing_faults) if coverage.standing_faults else "",
    ]
    return Line(labels.coverage, " ".join(f"{flatten_text(part).rstrip('.')}." for part in parts if part))


def _count_read(coverage: Coverage, labels: Labels) -> str:
    if not coverage.total:
        return labels.no_feeds
    if coverage.read >= coverage.total:
        return count_things(labels.read_all, coverage.total)
    return labels.read.format(read=coverage.read, total=coverage.total)
