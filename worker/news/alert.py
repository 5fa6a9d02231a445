"""When an alert goes out, and what it says.

One alert for a story and subscription, then only material updates. What does not go out has a sentence that says why.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from worker.news.labels import Labels, choose_labels, format_day, format_time
from worker.news.message import Block, Line, Message, Section
from worker.news.reasons import tell_naming
from worker.news.replaced import Replaced
from worker.news.types import MatchKind, RelationKind, Snippet
from worker.news.wording import (
    Source,
    flatten_text,
    group_outlets,
    join_sentences,
    name_outlet,
    shorten_text,
)

# A desk that was away for a weekend wants Friday's news; what is older is an archive, or a feed that came back.
MAX_AGE = timedelta(hours=72)
# Forty reports of one summit in one hour: one alert, and an update or two.
UPDATE_PAUSE = timedelta(hours=2)
# Subjects beyond this are cut by every mail client; the headline stands in full below.
_SUBJECT_LENGTH = 180
FirstFetch = Literal["silent", "tell"]


# --- Whether ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class AlertFacts:
    """What decides whether a matching item is told. Times are aware."""

    now: datetime
    relation: RelationKind
    first_seen_at: datetime
    published_at: datetime | None = None
    told_at: datetime | None = None
    """When this subscription was first told of the story; None if it was not."""
    last_update_at: datetime | None = None
    """When it was last told of an update."""
    material: bool = False
    materiality: str = ""
    """What is new in it, or why nothing is, as `novelty.is_material` says."""
    first_fetch: FirstFetch | None = None
    """For an item that came with the first fetch of its feed: the feed's policy. None: it came later."""
    of_seed: bool = False
    """The item it relates to is of the seed corpus."""
    of_dated_at: datetime | None = None
    """When the item it relates to was dated."""
    muted: bool = False
    """The recipient wants to hear no more of this story."""
    max_age: timedelta = MAX_AGE


@dataclass(frozen=True, slots=True)
class AlertDecision:
    """Whether to send, as what, and why (or why not) in one sentence.

    `first` is always sent: whoever was kept from a story by its age or a mute has not been told of it. `update` is sent
    or held, `repeat` never sent.
    """

    kind: MatchKind
    send: bool
    reason: str
    hold_until: datetime | None = None
    """A material update that came too soon after another: to be rolled up with what is new by then."""


def decide_alert(facts: AlertFacts) -> AlertDecision:
    """Decide on one item for one subscription, from facts alone."""
    barred = _find_bar(facts)
    if barred:
        return AlertDecision("repeat", False, barred)
    return _decide_first(facts) if facts.told_at is None else _decide_update(facts, facts.told_at)


def _find_bar(facts: AlertFacts) -> str | None:
    """What keeps any item back, whatever it says."""
    if facts.muted:
        return "The recipient muted this story."
    if facts.first_fetch == "silent":
        return "It was in the feed before the feed was first read, and the feed's first-fetch policy is silent."
    age = facts.now - (facts.published_at or facts.first_seen_at)
    if age > facts.max_age:
        return f"It is {_count_hours(age)} old; alerts are sent up to {_count_hours(facts.max_age)} after publication."
    return None


def _decide_first(facts: AlertFacts) -> AlertDecision:
    """The subscription does not know the story; but a copy of something old is old, however new the copy."""
    if facts.relation.adds_nothing and facts.of_seed:
        return AlertDecision("repeat", False, "It adds nothing to a document of the seed corpus.")
    if facts.relation.adds_nothing and facts.of_dated_at and facts.now - facts.of_dated_at > facts.max_age:
        return AlertDecision(
            "repeat", False, f"It repeats an article of {facts.of_dated_at:%Y-%m-%d} and adds nothing."
        )
    return AlertDecision("first", True, "It is the first this subscription hears of the story.")


def _decide_update(facts: AlertFacts, told_at: datetime) -> AlertDecision:
    told = f"told on {_show_moment(told_at)}"
    if facts.relation.adds_nothing and not facts.material:
        return AlertDecision("repeat", False, f"It is another copy of a story {told}.")
    if not facts.material:
        why = facts.materiality.rstrip(". ") or "no new figure, date, name or statement"
        return AlertDecision("repeat", False, f"The story was {told}, and this report is not material: {why}.")
    due = facts.last_update_at + UPDATE_PAUSE if facts.last_update_at else facts.now
    if facts.now < due:
        why = f"An update was sent less than {_count_hours(UPDATE_PAUSE)} ago; this waits until {_show_moment(due)}."
        return AlertDecision("update", False, why, hold_until=due)
    why = facts.materiality.rstrip(". ") or "it adds to the story"
    return AlertDecision("update", True, f"The story was {told}, and this is material: {why}.")


def _count_hours(span: timedelta) -> str:
    hours = int(span.total_seconds() // 3600)
    return f"{hours} hour{'' if hours == 1 else 's'}" if hours < 24 * 7 else f"{hours // 24} days"


def _show_moment(moment: datetime) -> str:
    """Decisions are kept, not sent: one clock for all of them."""
    return f"{moment.astimezone(ZoneInfo('UTC')):%Y-%m-%d %H:%M} UTC"


# --- What -------------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Earlier:
    """What was known before: an earlier article, or a seed card's title."""

    title: str
    outlet: str = ""
    dated_on: date | None = None
    url: str | None = None
    seed: bool = False


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A thing that the rule is about, and why the word means it."""

    name: str
    reason: str = ""
    """As its hit has it: `context: cingolani`."""


@dataclass(frozen=True, slots=True)
class AlertStory:
    """What an alert says. Times are aware, `timezone` is an IANA name, `languages` are the reader's, best first."""

    subscription: str
    story_id: int
    kind: MatchKind
    headline: str
    url: str | None
    language: str
    outlet: str
    """Whose article is shown: it need not be the first of the story, nor the latest."""
    sources: tuple[Source, ...]
    snippet: Snippet
    rule: str
    seen_at: datetime
    sent_at: datetime
    timezone: str
    languages: tuple[str, ...]
    published_at: datetime | None = None
    named: tuple[NamedThing, ...] = ()
    before: tuple[Earlier, ...] = ()
    new_sentences: tuple[str, ...] = ()
    replaced: Replaced = field(default_factory=Replaced)
    """Of an update: what took another's place."""
    headline_only: bool = False
    """A lead: the url is an aggregator's, and nobody has read more than the headline."""
    pair: str = ""
    """What is watched, as the reader calls it: what a subscription without a query takes."""
    links: tuple[Line, ...] = ()
    """Story, mute, pause: what the reader can do, with urls."""


def compose_alert(story: AlertStory) -> Message:
    """The alert, in the reader's first language and time zone; the subject is the headline."""
    labels = choose_labels(story.languages)
    status = labels.status_update if story.kind == "update" else labels.status_new
    status += f", {labels.headline_only}" if story.headline_only else ""
    headline = flatten_text(story.headline)
    lines = [
        *_quote_snippet(story.snippet),
        *_list_earlier(story, labels),
        *_tell_new(story, labels),
        *story.replaced.list_lines(labels),
        Line(labels.why, _tell_why(story, labels)),
        Line("", _tell_times(story, labels)),
    ]
    return Message(
        kind="alert",
        subject=shorten_text(headline, _SUBJECT_LENGTH),
        preview=_write_preview(story, labels),
        sections=(Section("", (Block(headline, story.url, status, tuple(lines), story.language),)),),
        footer=story.links,
        thread=f"{story.subscription}/story/{story.story_id}",
        list_name=story.subscription,
        created_at=story.sent_at,
        language=labels.code,
    )


def _write_preview(story: AlertStory, labels: Labels) -> str:
    """ "Outlet A (tr, en), first report": the outlet of the article shown, and who had the story first if another."""
    outlets, outlet = group_outlets(story.sources), flatten_text(story.outlet)
    kind = labels.update if story.kind == "update" else labels.first_report
    if not outlets and not outlet:
        return kind
    shown = name_outlet(outlet, outlets.get(outlet, [story.language]), labels)
    first, languages = next(iter(outlets.items()), (outlet, []))
    if story.kind == "update" or outlet == first:
        return f"{shown}, {kind}"
    return f"{shown}; {name_outlet(first, languages, labels)} {labels.first}"


def _quote_snippet(snippet: Snippet) -> list[Line]:
    if not snippet.text:
        return []
    return [Line("", f"“{snippet.text}”", tuple((start + 1, end + 1) for start, end in snippet.marks))]


def _list_earlier(story: AlertStory, labels: Labels) -> list[Line]:
    """One line each, the label on the first."""
    lines = []
    for number, earlier in enumerate(story.before):
        day = format_day(earlier.dated_on, labels) if earlier.dated_on else ""
        corpus = labels.corpus if earlier.seed else ""
        origin = ", ".join(part for part in (flatten_text(earlier.outlet), corpus, day) if part)
        text = flatten_text(earlier.title) + (f" ({origin})" if origin else "")
        lines.append(Line("" if number else labels.before, text, url=earlier.url))
    return lines


def _tell_new(story: AlertStory, labels: Labels) -> list[Line]:
    return [Line(labels.new, join_sentences(story.new_sentences, labels))] if story.new_sentences else []


def _tell_why(story: AlertStory, labels: Labels) -> str:
    everything = labels.everything.format(pair=flatten_text(story.pair))
    rule = labels.rule.format(rule=flatten_text(story.rule)) if story.rule.strip() else everything
    things = [
        f"{thing.name} ({reason})" if (reason := tell_naming(thing.reason, labels.code)) else thing.name
        for thing in story.named
    ]
    return "; ".join([rule, *map(flatten_text, things)])


def _tell_times(story: AlertStory, labels: Labels) -> str:
    zone = ZoneInfo(story.timezone)
    shown = {
        name: format_time(moment, zone, labels, story.sent_at)
        for name, moment in (("published", story.published_at), ("seen", story.seen_at), ("sent", story.sent_at))
        if moment
    }
    return (labels.times if story.published_at else labels.times_unknown).format(zone=story.timezone, **shown)
