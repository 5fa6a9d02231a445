"""What was near an article and is something else: each with the reason, asked anew of what the index holds."""

from tests.pipeline.building import ACCORD, COPY, WIRE, Told, TurnableClock, add_article, add_read_feed
from tests.pipeline.reading import follow
from worker.pipeline.correct import split_story
from worker.pipeline.explain import explain_article
from worker.pipeline.explain_near import REFILLED
from worker.pipeline.runtime import Runtime

SHARES = Told(
    "Leonardo shares rise after a week of losses in Milan",
    "Leonardo rose by two per cent in Milan. Analysts speak of orders for drones from Ankara and of a wage agreement "
    "with the unions, and the road near Turin is to be sold.",
)
MUSEUM = Told(
    "Turin plans a museum of bicycles with a coffee bar",
    "Cyclists of Türkiye and Italy lent the town 60 old bicycles. Engineers from Ankara mend the roof of the hall, and "
    "children may try a penny-farthing on Sundays.",
)
FINE = Told(
    "Leonardo and Baykar appeal against a noise fine",
    "The town of Caselle near Turin had fined the two companies over test flights at night. A court hears the case in "
    "June.",
)


def list_refused(runtime: Runtime, article: int) -> dict[int, str]:
    """Why each older neighbour was refused."""
    return {one.id: one.why for one in explain_article(runtime, str(article)).refused}


def test_a_report_of_something_else_tells_how_near_it_was(runtime: Runtime) -> None:
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    add_article(runtime, add_read_feed(runtime, "third"), ACCORD)
    follow(runtime)
    shares = add_article(runtime, add_read_feed(runtime, "other"), SHARES)
    fine = add_article(runtime, add_read_feed(runtime, "fourth"), FINE)
    museum = add_article(runtime, add_read_feed(runtime, "fifth"), MUSEUM)
    follow(runtime)
    near = "% alike, where 75 % are needed: turin; engineer; 1 rare word; texts 27 % alike in meaning"
    assert near in list_refused(runtime, museum)[first]
    assert list_refused(runtime, shares)[first] == "too little of what happened is shared: leonardo, turin; drone"
    little = "too little of what happened is shared: baykar, leonardo, turin"
    assert list_refused(runtime, fine)[first] == little
    assert list_refused(runtime, first) == {}, "what came later was not considered"


def test_what_it_relates_to_is_not_refused(runtime: Runtime) -> None:
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    copy = add_article(runtime, add_read_feed(runtime, "other"), COPY)
    follow(runtime)
    assert first not in list_refused(runtime, copy)


def test_the_same_words_weeks_later_are_refused_by_their_age(runtime: Runtime, turnable: TurnableClock) -> None:
    first = add_article(runtime, add_read_feed(runtime), WIRE, published_at=turnable.at)
    follow(runtime)
    half = Told("The week before", " ".join(WIRE.text.split()[:40]) + " Thirty more reports of that week follow below.")
    later = turnable.turn(days=20)
    late = add_article(runtime, add_read_feed(runtime, "other"), half, published_at=later)
    follow(runtime)
    explained = explain_article(runtime, str(late))
    said = [one.evidence for one in explained.neighbours] + [one.why for one in explained.refused if one.id == first]
    assert any("20 days lie between" in why for why in said)


def test_a_seed_and_what_nobody_compared_have_none(runtime: Runtime) -> None:
    alone = add_article(runtime, add_read_feed(runtime), Told("Village club wins the cup", "It rained."))
    follow(runtime)
    assert explain_article(runtime, str(alone)).refused == ()


FORM = (
    "Ships of Türkiye and Italy expected in {0} on {1}: {2} container vessels, {3} tankers and {4} ferries from {5}. "
    "Pilots board from the outer roads. The terminal advises hauliers to book a day ahead and to bring the papers in "
    "two copies."
)


def test_a_form_filled_in_again_is_shown_with_the_reason(runtime: Runtime) -> None:
    """Also where too little of its words is the same to be refused by them: it was considered as the same event."""
    feed = add_read_feed(runtime)
    more = "Berths are short this week, and two tugs of the harbour lie in dock for repairs until the month is over."
    first = add_article(runtime, feed, Told("Ships in Trieste", FORM.format("Trieste", "Monday", 31, 12, 458, "Izmir")))
    second = FORM.format("Mersin", "Friday", 17, 26, 309, "Ancona")
    other = add_article(runtime, feed, Told("Ships in Mersin", f"{more} {second[: second.index(' The terminal')]}"))
    whole = add_article(runtime, feed, Told("Ships in Mersin again", second.replace("17", "19").replace("309", "288")))
    follow(runtime)
    assert REFILLED in list_refused(runtime, other)[first]
    assert "filled in again" in list_refused(runtime, whole)[first]


def test_of_two_originals_the_one_that_is_not_nearest_is_shown(runtime: Runtime) -> None:
    """Of another story, that is: what stands in its own is told with it."""
    first = add_article(runtime, add_read_feed(runtime), WIRE)
    copy = add_article(runtime, add_read_feed(runtime, "other"), COPY)
    again = add_article(runtime, add_read_feed(runtime, "again"), Told(COPY.title, COPY.text + " It rained."))
    follow(runtime)
    assert list_refused(runtime, again) == {}
    story = explain_article(runtime, str(first)).story
    assert story is not None
    split_story(runtime, story.id, [str(copy), str(again)], "another plant")
    follow(runtime)
    last = add_article(runtime, add_read_feed(runtime, "third"), Told(COPY.title, COPY.text + " It was cold."))
    follow(runtime)
    explained = explain_article(runtime, str(last))
    near = {one.id for one in explained.neighbours}
    (left,) = list_refused(runtime, last).items()
    assert (left[0] == first) is (not near & {first})
    assert left[1].endswith("another one is closer")


def test_what_a_person_said_of_many_is_one_line(runtime: Runtime) -> None:
    ids = [add_article(runtime, add_read_feed(runtime, name), WIRE) for name in ("one", "two", "three")]
    follow(runtime)
    story = explain_article(runtime, str(ids[0])).story
    assert story is not None
    split_story(runtime, story.id, [str(ids[2])], "another {plant}")
    facts = explain_article(runtime, str(ids[2])).story
    assert facts is not None
    day = f"{runtime.now():%Y-%m-%d}"
    assert facts.corrections == (
        f"told apart from articles {ids[0]} and {ids[1]} by hand on {day} (another {{plant}})",
    )
