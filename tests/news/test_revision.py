"""What an outlet changes in its own page relates to the page as it was, whoever else has the words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.news.test_relation import CRANE, LONG, NOON, OTHER, TEXT, make_candidate, make_item, relate
from worker.news.text import sentences
from worker.news.types import RelationKind

PAGE = "https://outlet.example/ferry"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda t: t.replace("210", "240").replace("312,000", "321,000"), RelationKind.UPDATE),
        (lambda t: " ".join(reversed(sentences(t))), RelationKind.NEAR_DUPLICATE),
        (lambda t: " ".join(sentences(t)[:4]) + CRANE + LONG + OTHER, RelationKind.UPDATE),
    ],
)
def test_a_page_that_was_changed_relates_to_its_earlier_form_before_any_copy(
    change: "object", kind: RelationKind
) -> None:
    assert callable(change)
    new = make_item(change(TEXT), url=PAGE)
    own = make_candidate(make_item(url=PAGE), NOON, 2)
    copies = [
        make_candidate(make_item(text, url=f"https://other.example/{i}"), article_id=10 + i)
        for i, text in enumerate((TEXT, new.text, f"{new.text} The mayor of Izmir was not asked."))
    ]
    relation = relate(new, *copies, own)
    assert (relation.kind, relation.of) == (kind, 2)


def test_of_the_forms_of_a_page_the_last_one_is_what_was_changed() -> None:
    first, second, third = (make_item(TEXT.replace("210", number), url=PAGE) for number in ("210", "240", "260"))
    last = replace(make_candidate(second, NOON + timedelta(hours=1), 2), revised=True)
    relation = relate(third, make_candidate(first), last)
    assert (relation.of, relation.evidence[-9:]) == (2, "240 → 260")


def test_a_page_that_tells_something_else_by_now_relates_to_whoever_has_its_words() -> None:
    own = replace(make_candidate(make_item(url=PAGE), NOON, 2), revised=True)
    copy = make_candidate(make_item(OTHER, "Berths for the night"), article_id=3)
    assert relate(make_item(OTHER, "Where ships may lie", url=PAGE), own, copy).of == 3
