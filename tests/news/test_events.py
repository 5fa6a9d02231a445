"""Reports as real feeds have them: those of one event are told as one story, the look-alikes beside them are not."""

import re
from collections.abc import Iterable
from functools import cache

import pytest

from tests.news.data_events import GENERAL, HELD, EventReport, list_event_pairs, read_events
from tests.news.tell_events import Counted, count, tell_stories
from worker.news.fingerprint import make_fingerprint
from worker.news.story import refuse_story, relate_story
from worker.news.types import Candidate, Item, RelationKind, StoryKeys

# (precision, F1), just below what was measured (docs/benchmarks.md); nothing was set on the files held out.
FLOORS = {
    ("tune", "within"): (0.94, 0.88),
    ("tune", "across"): (0.96, 0.91),
    ("held", "within"): (0.88, 0.81),
    ("held", "across"): (0.92, 0.87),
    ("affairs_tune", "within"): (0.67, 0.77),
    ("affairs_tune", "across"): (0.80, 0.86),
    ("affairs_held", "within"): (0.79, 0.84),
    ("affairs_held", "across"): (0.87, 0.90),
    ("life_tune", "within"): (0.95, 0.74),
    ("life_tune", "across"): (0.95, 0.84),
    ("life_held", "within"): (0.95, 0.70),
    ("life_held", "across"): (0.95, 0.82),
    ("long_tune", "within"): (0.95, 0.75),
    ("long_tune", "across"): (0.95, 0.87),
    ("long_held", "within"): (0.95, 0.65),
    ("long_held", "across"): (0.95, 0.80),
}
HELD_FLOORS = {"within": (0.90, 0.80), "across": (0.92, 0.86)}
MOST_MERGED = 3


@cache
def tell(name: str) -> dict[EventReport, object]:
    """The story of each report of a file, as the whole program tells it."""
    reports = read_events(name)
    return dict(zip(reports, tell_stories(reports), strict=True))


def measure(told: dict[EventReport, object], *, within: bool) -> Counted:
    pairs = [one for one in list_event_pairs(list(told)) if (one.older.language == one.newer.language) is within]
    return count((told[one.older] == told[one.newer], one.same) for one in pairs)


def reaches(counted: Counted, floors: tuple[float, float]) -> bool:
    """Whether precision and F1 are so high."""
    return counted.precision >= floors[0] and counted.f1 >= floors[1]


@pytest.mark.parametrize(("name", "languages"), FLOORS)
def test_reports_of_one_event_are_one_story(name: str, languages: str) -> None:
    counted = measure(tell(name), within=languages == "within")
    assert reaches(counted, FLOORS[name, languages]), counted.describe()


@pytest.mark.parametrize(("languages", "floors"), HELD_FLOORS.items())
def test_all_reports_held_out_together_reach_the_goals(languages: str, floors: tuple[float, float]) -> None:
    parts = [measure(tell(name), within=languages == "within") for name in HELD]
    counted = Counted(*map(sum, zip(*parts, strict=True)))
    assert reaches(counted, floors), counted.describe()


@pytest.mark.parametrize("name", sorted({name for name, _ in FLOORS}))
def test_single_reports_stay_alone(name: str) -> None:
    assert len(merged := list_merged(name)) <= MOST_MERGED, merged


@pytest.mark.parametrize("name", GENERAL)
def test_general_news_stays_apart(name: str) -> None:
    assert not list_merged(name)


def list_merged(name: str) -> list[str]:
    """The single reports of a file that joined another, or were joined."""
    told = tell(name)
    stories = list(told.values())
    return [one.title for one, story in told.items() if one.is_single and stories.count(story) > 1]


# --- The other reports of a story -------------------------------------------------------------------------------------
ITEM = Item("Quake in Zarnova", language="en")
WORDING = make_fingerprint(Item("None of these words is in the other"))
EVENT = frozenset({"p:zarno", "c:earthquake", "c:rubble"})
OTHER = frozenset({"p:melav", "c:museum", "c:mosaic", "e:london"})
# The more else two reports tell, the less what they share says: somewhere on the way it is just enough.
PADDINGS = [frozenset(f"c:other{i}" for i in range(count)) for count in range(60)]


def make_candidate(article_id: int, keys: Iterable[str], story_id: int) -> Candidate:
    return Candidate(article_id, WORDING, f"report {article_id}", story_id, None, "en", None, make_short(*keys))


def make_short(*keys: str) -> StoryKeys:
    """The keys of a report that is all headline."""
    return StoryKeys(frozenset(keys), frozenset(keys), frozenset(keys))


def test_a_report_that_only_one_of_a_story_is_like_joins_no_story() -> None:
    alone = [make_candidate(1, EVENT | PADDINGS[-1], 7)]
    crowded = [*alone, *(make_candidate(i, OTHER, 7) for i in (2, 3, 4))]
    keys = next(
        keys
        for keys in (make_short(*EVENT, *padding) for padding in reversed(PADDINGS))
        if relate_story(ITEM, keys, None, alone, {}, 0).kind is RelationKind.SAME_STORY
    )
    assert relate_story(ITEM, keys, None, crowded, {}, 0).kind is RelationKind.NEW
    alike, needed = read_percents(refuse_story(ITEM, keys, None, crowded, {}, 0)[1])
    assert alike < needed


def test_how_much_is_needed_follows_from_the_other_reports() -> None:
    keys = make_short(*EVENT, *PADDINGS[40])
    first, unlike = make_candidate(1, {"c:earthquake", "c:rubble", "p:melav"}, 7), make_candidate(2, OTHER, 7)
    needed = [read_percents(refuse_story(ITEM, keys, None, known, {}, 0)[1])[1] for known in ([first], [first, unlike])]
    assert needed[0] < needed[1] <= 100


def read_percents(why: str) -> tuple[int, int]:
    """How alike they are, and how alike they would have to be."""
    found = re.search(r"(\d+) % alike, where (\d+) % are needed", why)
    assert found, why
    return int(found[1]), int(found[2])


def test_what_two_reports_share_is_named_with_scores_and_numbers() -> None:
    shared = EVENT | {"s:2-1", "n:38", "n:40e9", "f:40e9:USD"}
    told = relate_story(ITEM, make_short(*shared), None, [make_candidate(1, shared, 7)], {}, 0)
    assert told.evidence.endswith(": USD 40bn; 2-1; the number 38; earthquake, rubble; 1 rare word")


def test_of_two_stories_the_one_that_all_reports_speak_for_is_joined() -> None:
    alone = make_candidate(1, EVENT, 7)
    several = [make_candidate(i, EVENT, 8) for i in (2, 3, 4)]
    assert relate_story(ITEM, make_short(*EVENT), None, [alone, *several], {}, 0).of == 2


def test_what_any_event_of_its_kind_has_makes_no_story() -> None:
    """Two companies appoint a chief executive: one form, two names, two stories."""
    kind = frozenset({"c:appoint", "c:board", "c:ceo", "c:successor"})
    known = [make_candidate(1, kind | {"p:nordest"}, 7)]
    keys = make_short(*kind, "p:marza")
    assert relate_story(ITEM, keys, None, known, {}, 0).kind is RelationKind.NEW
    assert re.fullmatch(
        r"\d+ % alike, where \d+ % are needed: appoint, board, ceo, successor",
        refuse_story(ITEM, keys, None, known, {}, 0)[1],
    )
    named = [make_candidate(1, kind | {"p:marza"}, 7)]
    assert relate_story(ITEM, keys, None, named, {}, 0).kind is RelationKind.SAME_STORY


def test_who_holds_which_office_is_no_event() -> None:
    keys = make_short("c:primeminister", "e:ankara", "p:zarno", "c:embassyprotest")
    known = [make_candidate(1, {"c:primeminister", "e:ankara", "p:zarno", "c:migration"}, 7)]
    assert refuse_story(ITEM, keys, None, known, {}, 0)[1] == (
        "too little of what happened is shared: ankara; primeminister; 1 rare word"
    )


def test_a_passage_in_common_makes_no_story_of_another_headline() -> None:
    """What both quote names the same people; only who tells the same event has it in the headline, too."""
    passage = (
        "Nobody asked us, said Marta Lovisi, and nobody will pay for the bridge over the Zarno before the summer ends."
    )
    quoting = Item("A market without a roof", content=f"Traders wait. {passage}", language="en")
    older = make_fingerprint(Item("Bridge without a road", content=f"Engineers wait. {passage}", language="en"))
    named = EVENT | {"p:lovis"}
    keys = StoryKeys(named | {"t:roof"}, frozenset({"t:roof"}), named | {"t:roof"})
    for wording, kind in ((WORDING, RelationKind.SAME_STORY), (older, RelationKind.NEW)):
        known = Candidate(1, wording, "report 1", 7, None, "en", None, make_short(*named))
        assert relate_story(quoting, keys, None, [known], {}, 0).kind is kind
    assert refuse_story(quoting, keys, None, [known], {}, 0)[1].startswith("the two have a passage in common")
