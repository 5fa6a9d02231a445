"""Stories as a digest tells them: the articles of each, folded into one block."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.orm import Session

from db.models import Article
from db.outbox_models import Match
from db.stories import list_members, map_homes
from worker.news.asides import bare_text
from worker.news.digest import DigestStory, NearMiss
from worker.news.figures import describe_figure
from worker.news.labels import Labels, choose_labels
from worker.news.later import Report, find_later
from worker.news.lead import is_lead
from worker.news.moves import Told
from worker.news.novelty import find_claims
from worker.news.replaced import Replaced
from worker.news.text import sentences
from worker.news.types import UNKNOWN_LANGUAGE, RelationKind
from worker.pipeline.changed import MOST_KNOWN, Said, find_replaced, list_sentences
from worker.pipeline.convert import make_item
from worker.pipeline.headline import choose_shown, is_folded, read_title
from worker.pipeline.leads import load_own
from worker.pipeline.materiality import measure_materiality
from worker.pipeline.revisions import find_latest, list_said, list_standing, read_figures
from worker.pipeline.runtime import Runtime
from worker.pipeline.telling import find_firsts, find_time, list_sources
from worker.pipeline.why import name_seed, tell_before, tell_why

# A new story opens with as much as one reads at a glance; what is new of a moved one is cut when it is composed.
OPENING_SENTENCES = 2
MOST_FIGURES = 4
MOST_CHARACTERS = 4000


@dataclass
class Retold:
    """What a digest's articles come to: stories to read, and what was read before."""

    stories: list[DigestStory] = field(default_factory=list)
    read_before: list[NearMiss] = field(default_factory=list)


def retell_stories(
    runtime: Runtime,
    session: Session,
    pairs: Sequence[tuple[Match, Article]],
    told_before: Mapping[int, Sequence[Sequence[Article]]],
    languages: Sequence[str],
) -> Retold:
    """The stories of a digest's articles, for a reader of some languages. `told_before`: stories that earlier digests
    covered, by their ids, with the articles of each digest."""
    own = load_own(session, [article for _, article in pairs])
    homes = find_homes(session, [article for _, article in pairs])
    groups: dict[int, list[Article]] = {}
    for _, article in pairs:
        if article.id in homes:
            groups.setdefault(homes[article.id], []).append(article)
    retold, labels = Retold(), choose_labels(languages)
    for story_id, articles in groups.items():
        members = list_members(session, story_id)
        known = story_id in told_before or any(one.seed for one in members)
        articles = put_own(articles, own, known=known)
        if not articles:
            continue
        before = {one.id for one in members} - {one.id for one in articles}
        added = list_additions(session, articles, before)
        if known and not added:
            standing = list_standing(articles)
            retold.read_before += [NearMiss(one.title, one.url, tell_before(session, one, labels)) for one in standing]
        else:
            visitors = [one for one in articles if one.story_id != story_id]
            story = describe_story(runtime, [*members, *visitors], articles, added if known else None, languages)
            if known:
                story = name_known(story, members, told_before.get(story_id, ()), languages)
                retold.stories.append(show_replaced(story, find_replaced(session, added, before), languages))
            else:
                retold.stories.append(tell_later(story, articles, languages))
    return retold


def list_told_stories(session: Session, pairs: Sequence[tuple[Match, Article]]) -> list[int]:
    """Ids of the stories that `retell_stories` tells the articles under."""
    return sorted(set(find_homes(session, [article for _, article in pairs]).values()))


def find_homes(session: Session, articles: Sequence[Article]) -> dict[int, int]:
    """Article → the story it is told under: the one of the outlet's own item, for a lead; the one that its page was
    found to tell; else its own."""
    own, found = load_own(session, articles), map_homes(session, articles)
    homes = {one.id: own[one.id].story_id if one.id in own else found.get(one.id, one.story_id) for one in articles}
    return {article_id: story for article_id, story in homes.items() if story is not None}


def put_own(articles: Sequence[Article], own: Mapping[int, Article], *, known: bool) -> list[Article]:
    """The articles with the outlets' own items in place of leads. In a story that is known a lead of one says nothing:
    the own item was told, or is among the articles."""
    chosen = [own.get(one.id, one) for one in articles if not (known and one.id in own)]
    return list({one.id: one for one in chosen}.values())


def list_additions(session: Session, articles: Sequence[Article], known: Collection[int]) -> list[Said]:
    """What articles say that the others of their story, of the ids `known`, have not: a report in other words or
    another language is no news by itself, nor what a page said for a while."""
    latest, added = find_latest(articles), []
    for article in articles:
        relation = RelationKind(article.relation or "new")
        if article.new_sentences and measure_materiality(session, article, relation, known)[0]:
            added.append(Said(article, tuple(list_said(article, latest[article.id]))))
    return added if list_sentences(added) else []


def describe_story(
    runtime: Runtime,
    members: Sequence[Article],
    articles: Sequence[Article],
    added: Sequence[Said] | None,
    languages: Sequence[str],
) -> DigestStory:
    """One story. `added`: what is new in one that is known; None for a story that is new itself."""
    shown, labels = choose_shown(articles, measure_texts(articles), languages), choose_labels(languages)
    return DigestStory(
        story_id=shown.story_id or 0,
        headline=read_title(shown),
        url=shown.url,
        language=shown.language or UNKNOWN_LANGUAGE,
        topics=tuple((row.topic, runtime.rules.name_topic(row.topic, labels.code)) for row in shown.topics),
        status="new" if added is None else "moved",
        new_sentences=open_text(shown) if added is None else tuple(list_sentences(added)),
        known_line="",
        figures=list_figures(added or (), labels),
        sources=list_sources(members),
        firsts=find_firsts(members),
        copies_folded=sum(is_folded(one) for one in articles),
        why=tell_why(runtime, shown, labels),
        first_seen_at=members[0].first_seen_at,
        score=max(one.score or 0.0 for one in articles),
        headline_only=is_lead(shown.url),
    )


def name_known(
    story: DigestStory, members: Sequence[Article], digests: Sequence[Sequence[Article]], languages: Sequence[str]
) -> DigestStory:
    """A story that moved, with the headline that the last digest showed it by: the first report may have been written
    anew before any digest. What none has told is known from a seed, or by its first report."""
    seed = next((one for one in members if one.seed), None)
    if digests:
        last = next((one for one in reversed(digests) if any(map(is_told, one))), digests[0])
        earlier = read_title(choose_shown(last, measure_texts(last), languages))
    else:
        earlier = name_seed(seed, choose_labels(languages)) if seed else members[0].title
    return replace(story, known_line="" if earlier == story.headline else earlier)


def is_told(article: Article) -> bool:
    """Whether a digest tells a story for an article, and does not merely name it as read before."""
    return article.relation in (None, RelationKind.NEW, RelationKind.UPDATE)


def tell_later(story: DigestStory, articles: Sequence[Article], languages: Sequence[str]) -> DigestStory:
    """A new story, with what its later reports changed or add that is material. Of many the first and the latest are
    read."""
    standing = list_standing(articles)
    told = sorted((one for one in standing if not is_folded(one)), key=find_turn)
    gone = {key for one in articles if one not in standing for key in read_figures(one)}
    reports = [make_report(one, languages) for one in told]
    shown = (story.headline, *story.new_sentences)
    later = find_later([*reports[:1], *reports[1:][-MOST_KNOWN:]], shown, story.language, gone)
    story = replace(story, later_sentences=later.sentences)
    replaced = Replaced(tuple((one.old, one.new) for one in later.changes), moved=later.moved)
    return show_replaced(story, replaced, languages)


def find_turn(article: Article) -> tuple[datetime, int]:
    """When an article said what it says: a page that was written anew keeps the date it had."""
    return (article.first_seen_at if article.revises_id else find_time(article)), article.id


def make_report(article: Article, languages: Sequence[str]) -> Report:
    """An article as one report of a story that is told for the first time."""
    language = article.language or UNKNOWN_LANGUAGE
    told = Told(bare_text(make_item(article))[:MOST_CHARACTERS], language)
    return Report(read_title(article), told, find_time(article).date(), not languages or language in languages)


def show_replaced(story: DigestStory, replaced: Replaced, languages: Sequence[str]) -> DigestStory:
    """A story with the figures that took another's place before its others, with names, and how its day moved."""
    labels = choose_labels(languages)
    known = {write_figure(new, labels) for _, new in replaced.figures}
    figures = [*replaced.write_figures(labels), *(figure for figure in story.figures if figure not in known)]
    dates, names = replaced.write_dates(labels), replaced.write_names()
    return replace(story, figures=tuple(figures[:MOST_FIGURES]), dates=dates, names=names)


def write_figure(key: str, labels: Labels) -> str:
    """`61 people`, in the words of the message."""
    return describe_figure(key, labels.units)


def list_figures(added: Sequence[Said], labels: Labels) -> tuple[str, ...]:
    """The figures in what is new of a story, as a reader knows them: `EUR 95m`. A bare number says nothing."""
    told = [(sentence, one.article.language or UNKNOWN_LANGUAGE) for one in added for sentence in one.sentences]
    claims = [claim.figure for sentence, language in told for claim in find_claims(sentence, language)]
    keys = [key for key in claims if not key.endswith(":")]
    return tuple(write_figure(key, labels) for key in list(dict.fromkeys(keys))[:MOST_FIGURES])


def measure_texts(articles: Sequence[Article]) -> dict[int, int]:
    """How many words the text of each article has."""
    return {one.id: (one.fingerprint or {}).get("tokens", 0) for one in articles}


def open_text(article: Article) -> tuple[str, ...]:
    """How the news of an article begins: of its abstract, if that has some."""
    item = make_item(article)
    text = bare_text(replace(item, content="")) or bare_text(item)
    return tuple(sentences(text[:MOST_CHARACTERS])[:OPENING_SENTENCES])
