"""Forms are told from copies by what they name and count; abstracts may leave out what an article says."""

import pytest

from worker.news.fingerprint import make_fingerprint
from worker.news.text import words
from worker.news.types import Fingerprint, Item
from worker.news.veto import Doubt, is_refilled, weigh_veto

CRASH = (
    "Two cars collided near {0} on the old road to {1}, and {2} people were slightly hurt. The road was closed for {3} "
    "hours. Police have opened an inquiry into the causes of the accident and ask witnesses to come forward."
)
STRIKE = (
    "The dockers of the port called a strike for next week over the rota of the night shift. The terminal expects few "
    "ships on those days. Talks in the prefecture ended late without a paper, both sides said. The shipowners asked a "
    "judge to cancel the strike, since bread and medicine would lie in the roads for days."
)


def make(text: str, title: str = "What happened today") -> Fingerprint:
    return make_fingerprint(Item(title, content=text, language="en"))


def weigh(new: str, old: str) -> Doubt:
    return weigh_veto(make(new), words(new), make(old)).doubt


@pytest.mark.parametrize(
    ("values", "doubt"),
    [
        (("Rize", "Ordu", 41, 3), Doubt.VETO),  # other places, and one figure that agrees by chance
        (("Lecce", "Bari", 41, 3), Doubt.NEAR),  # the same accident, a figure corrected
        (("Lecce", "Ordu", 14, 3), Doubt.NONE),  # the same figures: a correction of a name
    ],
)
def test_a_form_names_others_and_counts_others(values: tuple[str, str, int, int], doubt: Doubt) -> None:
    old, new = CRASH.format("Lecce", "Bari", 14, 3), CRASH.format(*values)
    assert weigh(new, old) is doubt
    assert is_refilled(make(new), words(new), make(old)) is (doubt is Doubt.VETO)


def test_texts_that_share_little_wording_are_no_form() -> None:
    new, old = (
        CRASH.format("Rize", "Ordu", 41, 9),
        "Near Lecce 14 people were hurt when 3 cars met on the road to Bari.",
    )
    assert not is_refilled(make(new), words(new), make(old))


def test_an_abstract_may_leave_out_that_something_may_be_cancelled() -> None:
    assert weigh(STRIKE.split(". ")[0], STRIKE) is Doubt.NONE


def test_an_abstract_that_calls_off_what_the_article_announces_is_no_part_of_it() -> None:
    announced = STRIKE.replace("cancel", "look at")
    called_off = announced.split(". ")[0].replace("called a strike", "called off a strike")
    assert weigh(called_off, announced) is Doubt.VETO


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On the quay of Bari stood Elif. Nobody came.", {"bari", "elif"}),
        ("TWO CARS COLLIDE NEAR THE OLD STATION OF BARI", set()),
        ("Nobody came. They waited.", set()),
    ],
)
def test_names_stand_inside_sentences(text: str, names: set[str]) -> None:
    assert make(text).names == names
