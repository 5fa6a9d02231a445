"""Has this been said? By wording: how a new article stands to the older ones that share shingles with it.

The table (docs/evidence.md): same content or page, then containment in both directions, then the veto against
templates and the time window. Nothing is merged here; a relation with its evidence is returned.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from worker.news.changes import find_changes, is_little_edited
from worker.news.fingerprint import read_plain
from worker.news.identity import canonical_url
from worker.news.novelty import grows_by_news, new_sentences
from worker.news.roundup import is_roundup
from worker.news.text import words
from worker.news.types import Candidate, Fingerprint, Item, Relation, RelationKind
from worker.news.veto import Doubt, keep_content, opens_anew, percent, weigh_veto

# Measured on 655 bases × 17 edits and 1,992 negatives: merge recall .997.
_SAME = 0.95  # Jaccard: the same text with another dateline
_CONTAINED = 0.5
_CONTAINED_SHORT = 0.4  # one changed word of a short text costs three of its few shingles
_SHORT_TOKENS = 75
_FEWEST_SHARED = 4
_BALANCED = 0.7  # smaller to larger containment: a copy keeps both high, an excerpt does not
_WHOLE = 0.95
_EXTENDED = 0.12  # of the new text's shingles
_EXTENDED_SENTENCES = 2
_HELD = 0.8  # of the old wording, in an update that is edited
_LONGER = 1.25  # times: an update even where the old text was edited; a word put in before each seventh makes it 1.14
_CORRECTED_WITHIN = timedelta(hours=18)  # a name; what comes daily comes later
_OPENS_WITH = 0.5  # of the words a part opens with
_OVERLAP = 0.15
_OVERLAP_SHARED = 8
_WORTH_SAYING = 0.05  # below are names and phrases that every report of the subject has
_WINDOW = timedelta(days=7)
_WINDOW_IN_DOUBT = timedelta(hours=72)
_HEADLINE_TOKENS = 12  # "The week in pictures" is word for word the same every week
_SAME_LEAD = 0.3  # one page, two texts: its title and first words still say whether it is the same article
_ORDER = {kind: rank for rank, kind in enumerate(RelationKind)}
_GROWN = (RelationKind.NEAR_DUPLICATE, RelationKind.UPDATE)
_STEP = 0.05  # of the wording: less is chance


@dataclass(frozen=True, slots=True)
class _Pair:
    """A new article beside an older one, measured."""

    item: Item
    tokens: list[str]
    """The words of the new article's text."""
    new: Fingerprint
    old: Candidate
    apart: timedelta | None
    """Time between the two; None where no window applies."""
    shared: int
    of_new: float
    of_old: float

    @property
    def high(self) -> float:
        return max(self.of_new, self.of_old)

    @property
    def threshold(self) -> float:
        short = min(self.new.tokens, self.old.fingerprint.tokens) <= _SHORT_TOKENS
        return _CONTAINED_SHORT if short else _CONTAINED

    @property
    def jaccard(self) -> float:
        union = len(self.new.shingles) + len(self.old.fingerprint.shingles) - self.shared
        return self.shared / union if union else 0.0


def relate_wording(
    item: Item, new: Fingerprint, dated_at: datetime | None, candidates: Sequence[Candidate]
) -> Relation:
    """The closest relation of a new article to any candidate; among equals the highest containment, then the oldest. A
    part relates to what opens with it before what quotes it, a changed page to its earlier form before all copies.

    `dated_at` None, on either side, lifts the time window. NEW where nothing is near enough; its evidence then names
    the template that was refused, if one was.
    """
    tokens = words(read_plain(item.text)) or words(item.title)
    best: tuple[tuple[float, ...], Relation] | None = None
    for candidate in candidates:
        pair = _measure_pair(item, tokens, new, dated_at, candidate)
        relation = _relate_pair(pair)
        if relation is None:
            continue
        rank = _rank_relation(relation, pair)
        if best is None or rank < best[0]:
            best = rank, relation
    return best[1] if best else Relation(RelationKind.NEW, evidence="no known article shares its wording")


def refuse_wording(
    item: Item, new: Fingerprint, dated_at: datetime | None, candidates: Sequence[Candidate]
) -> dict[int, str]:
    """Why each of the candidates that share wording with an article is not what it repeats, by article id. Those that
    it relates to are left out, and those it shares next to nothing with."""
    tokens = words(read_plain(item.text)) or words(item.title)
    pairs = [_measure_pair(item, tokens, new, dated_at, candidate) for candidate in candidates]
    return {pair.old.article_id: why for pair in pairs if (why := _refuse_pair(pair))}


def _refuse_pair(pair: _Pair) -> str | None:
    relation = _relate_pair(pair)
    if relation is not None:
        return relation.evidence if relation.kind is RelationKind.NEW else None
    if pair.high < _WORTH_SAYING:
        return None
    shared = f"{percent(pair.of_new)} of this item's wording and {percent(pair.of_old)} of its own are the same"
    if pair.apart is not None and pair.apart > _WINDOW and pair.high >= pair.threshold:
        return f"{shared}, and {pair.apart.days} days lie between"
    return f"{shared}; {percent(pair.threshold)} of either would make it a copy, {percent(_OVERLAP)} a shared passage"


def _rank_relation(relation: Relation, pair: _Pair) -> tuple[float, ...]:
    """What an outlet changes in its own page is told as that, whoever had the same words by then; of several forms the
    last one. Of two that hold a part about equally the one that opens with it comes first: the other quotes it. A text
    whose old words an edited copy has, too, is an update of what it holds whole before it is a copy of that copy."""
    new, old = pair.new, pair.old
    age = old.dated_at.timestamp() if old.dated_at else float("-inf")
    foreign = not (relation.kind.joins_story and (old.revised or _is_same_page(pair)))
    opens = len(new.lead & old.fingerprint.lead) >= _OPENS_WITH * len(new.lead)
    quotes = relation.kind is RelationKind.EXCERPT and not opens
    order, held = _ORDER[relation.kind], (0, 0)
    of_new, of_old = relation.of_new or 0.0, relation.of_old or 0.0
    if relation.kind in _GROWN:
        order, held = _ORDER[RelationKind.NEAR_DUPLICATE], (-round(of_new / _STEP), -round(of_old / _STEP))
    high = max(of_new, of_old)
    near = -round(high, 1), quotes, -high, age, old.article_id
    return foreign, order, not old.revised, *held, _ORDER[relation.kind], *near


def _measure_pair(
    item: Item, tokens: list[str], new: Fingerprint, dated_at: datetime | None, candidate: Candidate
) -> _Pair:
    old = candidate.fingerprint
    shared = len(new.shingles & old.shingles)
    return _Pair(
        item=item,
        tokens=tokens,
        new=new,
        old=candidate,
        apart=abs(dated_at - candidate.dated_at) if dated_at and candidate.dated_at else None,
        shared=shared,
        of_new=shared / len(new.shingles) if new.shingles else 0.0,
        of_old=shared / len(old.shingles) if old.shingles else 0.0,
    )


def _relate_pair(pair: _Pair) -> Relation | None:
    if _is_same_content(pair):
        return _tell(pair, RelationKind.DUPLICATE, f"word for word the same as {pair.old.label}")
    if _is_same_page(pair):
        return _relate_revision(pair)
    if pair.shared < _FEWEST_SHARED or pair.high < _OVERLAP:
        return None
    if pair.high < pair.threshold:
        return _relate_overlap(pair) if pair.shared >= _OVERLAP_SHARED else None
    veto = weigh_veto(pair.new, pair.tokens, pair.old.fingerprint)
    if veto.doubt is Doubt.VETO:
        return Relation(
            RelationKind.NEW, evidence=f"{percent(pair.high)} of the wording of {pair.old.label}, {veto.reason}"
        )
    window = _WINDOW_IN_DOUBT if veto.doubt is Doubt.NEAR else _WINDOW
    if pair.apart is not None and pair.apart > window:
        return _relate_late(pair)
    return _relate_contained(pair)


# --- One page ---------------------------------------------------------------------------------------------------------
def _is_same_content(pair: _Pair) -> bool:
    if not pair.new.tokens or pair.new.content_hash != pair.old.fingerprint.content_hash:
        return False
    headline = pair.new.tokens <= _HEADLINE_TOKENS and not _is_same_page(pair)
    return not headline or pair.apart is None or pair.apart <= _WINDOW_IN_DOUBT


def _is_same_page(pair: _Pair) -> bool:
    if not pair.item.url or not pair.old.url:
        return False
    return canonical_url(pair.item.url) == canonical_url(pair.old.url) and _shares_subject(pair)


def _shares_subject(pair: _Pair) -> bool:
    """A page that tells something else by now (a live page, a reused address) is another article."""
    if pair.high >= _OVERLAP:
        return True
    new, old = (keep_content(one.lead) for one in (pair.new, pair.old.fingerprint))
    return bool(new and old) and len(new & old) >= _SAME_LEAD * min(len(new), len(old))


def _relate_revision(pair: _Pair) -> Relation:
    page = f"the same page as {pair.old.label}"
    if changed := find_changes(pair.item, pair.new, pair.old):
        return _tell(pair, RelationKind.UPDATE, f"{page}, with {changed.tell()}")
    if pair.jaccard >= _SAME:
        return _tell(pair, RelationKind.DUPLICATE, f"{page}, unchanged but for details")
    added = _count_added(pair)
    if added and (pair.of_old >= _CONTAINED or pair.high < pair.threshold):
        return _tell(pair, RelationKind.UPDATE, f"{page}, which now {_say_added(added)}")
    kind = RelationKind.EXCERPT if pair.of_old < _BALANCED * pair.of_new else RelationKind.NEAR_DUPLICATE
    return _tell(pair, kind, f"{page}, reworded; it {_say_added(added)}")


# --- Other pages ------------------------------------------------------------------------------------------------------
def _relate_contained(pair: _Pair) -> Relation:
    if opens_anew(pair.tokens, pair.old.fingerprint):
        shared = f"it shares {percent(pair.of_new)} of its wording with {pair.old.label}"
        return _tell(pair, RelationKind.OVERLAP, f"{shared}, but neither has what the other opens with: background")
    low = min(pair.of_new, pair.of_old)
    if low >= _BALANCED * pair.high and not _is_extended(pair):
        return _relate_copy(pair)
    if pair.of_new >= pair.of_old:
        shared = f"{percent(pair.of_new)} of this item's wording is in {pair.old.label}"
        return _tell(pair, RelationKind.EXCERPT, f"{shared}; it {_say_added(_count_added(pair))}")
    if is_roundup(pair.item.title, pair.item.text):
        return _tell(pair, RelationKind.OVERLAP, f"a round-up that holds {percent(pair.of_old)} of {pair.old.label}")
    says = f"it holds {percent(pair.of_old)} of {pair.old.label} and {_say_added(_count_added(pair))}"
    return _tell(pair, RelationKind.UPDATE, says)


def _is_extended(pair: _Pair) -> bool:
    """A copy with more is an update, although most of it is known: longer by a quarter, whole with two sentences more,
    or longer by about the sentences that are news in it. Who rewrites a sentence makes the text no longer."""
    grown = pair.new.tokens - pair.old.fingerprint.tokens
    if pair.new.tokens >= _LONGER * pair.old.fingerprint.tokens:
        return _count_added(pair) > 0
    if pair.of_old >= _WHOLE and pair.of_new <= 1 - _EXTENDED and _count_added(pair) >= _EXTENDED_SENTENCES:
        return True
    return pair.of_old >= _HELD and grows_by_news(pair.item, pair.old.fingerprint.shingles, grown)


def _relate_copy(pair: _Pair) -> Relation:
    says = f"{percent(pair.of_new)} of this item's wording is in {pair.old.label}"
    if is_little_edited(pair.new, pair.shared) and (changed := find_changes(pair.item, pair.new, pair.old)):
        if changed.names and _is_late(pair):
            late = f"{says}, but {changed.tell()}, a day later: a template filled in again"
            return Relation(RelationKind.NEW, evidence=late)
        return _tell(pair, RelationKind.UPDATE, f"{says}, but {changed.tell()}")
    if pair.jaccard >= _SAME:
        return _tell(pair, RelationKind.DUPLICATE, f"{says}: the same text")
    return _tell(pair, RelationKind.NEAR_DUPLICATE, f"{says}: a copy, lightly edited")


def _is_late(pair: _Pair) -> bool:
    """Whether nobody puts a name right any more: a readout of the next call."""
    return pair.apart is not None and pair.apart > _CORRECTED_WITHIN and not pair.old.revised


def _relate_overlap(pair: _Pair) -> Relation:
    says = f"it shares a passage with {pair.old.label}: {percent(pair.of_new)} of this item's wording"
    return _tell(pair, RelationKind.OVERLAP, says)


def _relate_late(pair: _Pair) -> Relation | None:
    """The same wording, but weeks later: background paragraphs, anniversaries, a weekly form. A verbatim copy of a
    whole text is a duplicate at any age."""
    whole = pair.new.tokens > _HEADLINE_TOKENS
    if whole and pair.jaccard >= _SAME and not find_changes(pair.item, pair.new, pair.old):
        return _relate_copy(pair)
    days = pair.apart.days if pair.apart else 0
    says = f"{percent(pair.of_new)} of this item's wording is in {pair.old.label}, but {days} days lie between"
    return _tell(pair, RelationKind.OVERLAP, says) if pair.shared >= _OVERLAP_SHARED else None


# --- Evidence ---------------------------------------------------------------------------------------------------------
def _tell(pair: _Pair, kind: RelationKind, evidence: str) -> Relation:
    return Relation(kind, pair.old.article_id, round(pair.of_new, 4), round(pair.of_old, 4), evidence)


def _count_added(pair: _Pair) -> int:
    return len(new_sentences(read_plain(pair.item.text), pair.old.fingerprint.shingles))


def _say_added(count: int) -> str:
    return {0: "adds no sentence", 1: "adds 1 sentence"}.get(count, f"adds {count} sentences")
