"""What feeds.toml says of a feed's items, on its way: kept with feed and item, judged, explained, labelled."""

import json
from io import StringIO

import pytest
from sqlalchemy import delete

from config import ConfigError
from config.settings import Settings
from db.models import Article, Feed, Label
from tests.pipeline.building import Told, add_article, add_read_feed, find_one, list_rows
from tests.pipeline.test_prepare import write_feeds
from worker.pipeline.drain import run_until_quiet
from worker.pipeline.evaluate import evaluate_rules
from worker.pipeline.explain import explain_article
from worker.pipeline.feedlist import show_detail
from worker.pipeline.label import Said, mark_article
from worker.pipeline.labelled import read_cases
from worker.pipeline.prepare import prepare
from worker.pipeline.runtime import Runtime

OPENING = Told("Ambassador opens design week in Ankara", "Twelve young studios show their work in the capital.")
BEARING = {"prior": 0.1, "about": ["IT"]}


def test_the_file_decides_and_may_take_it_back(runtime: Runtime, settings: Settings) -> None:
    feeds = {"Embassy": "https://embassy.example/rss"}
    write_feeds(settings, feeds, more='about = ["IT"]\nprior = 0.1\n')
    prepare(runtime)
    assert [feed.bearing for feed in list_rows(runtime.database, Feed)] == [BEARING]
    detail = show_detail(runtime, "Embassy")
    assert (detail.manners["about"], detail.manners["prior"], detail.manners["labelled"]) == (["IT"], 0.1, None)
    write_feeds(settings, feeds)
    prepare(runtime)
    assert [feed.bearing for feed in list_rows(runtime.database, Feed)] == [None]


@pytest.mark.parametrize("more", ["prior = 0.4", "prior = -0.31", 'prior = "much"', "about = [1]", 'about = "IT"'])
def test_what_cannot_be_is_named_by_its_line(runtime: Runtime, settings: Settings, more: str) -> None:
    write_feeds(settings, {"Embassy": "https://embassy.example/rss"}, more=more)
    with pytest.raises(ConfigError, match=r"feeds\.toml:4: feeds\[0\]\.(prior|about)"):
        prepare(runtime)


def test_an_item_is_judged_and_explained_by_the_feed_it_came_with(runtime: Runtime) -> None:
    plain = add_article(runtime, add_read_feed(runtime, "paper", language="en"), OPENING)
    told = add_article(runtime, add_read_feed(runtime, "embassy", language="en", bearing=BEARING), OPENING)
    run_until_quiet(runtime)
    rows = [find_one(runtime.database, Article, one) for one in (plain, told)]
    assert [(row.relevant, row.bearing) for row in rows] == [(False, None), (True, BEARING)]
    found = explain_article(runtime, str(told))
    shown = [(one.side, one.text, one.field) for one in found.evidence if one.field == "feed"]
    assert shown == [("IT", "its feed", "feed"), ("both", "its feed speaks for it", "feed")]
    assert found.reason == "names both: Ankara (TR) and its feed (IT)"


def test_a_label_keeps_it_and_the_feed_shows_what_labels_say(runtime: Runtime) -> None:
    feed = add_read_feed(runtime, "embassy", language="en", bearing=BEARING)
    told = add_article(runtime, feed, OPENING)
    other = add_article(runtime, feed, Told("Ambassador visits Izmir", "He saw the port."))
    run_until_quiet(runtime)
    mark_article(runtime, str(told), Said("right"))
    mark_article(runtime, str(other), Said("wrong"))
    expected = "1 of 2 kept rightly, 0 of 0 left out rightly"
    assert show_detail(runtime, "embassy").manners["labelled"] == expected
    with runtime.database.write() as session, session.begin():
        session.execute(delete(Article).where(Article.id == told))
    assert {row.bearing["prior"] for row in list_rows(runtime.database, Label)} == {0.1}
    assert [one.case.item.title for one in evaluate_rules(runtime).misses] == ["Ambassador visits Izmir"]


def test_a_labelled_line_may_carry_it() -> None:
    line = json.dumps({"id": "a", "title": OPENING.title, "prior": 0.1, "about": ["IT"], "relevant": True})
    (case,) = read_cases(StringIO(line), "items", ())
    assert (case.item.prior, case.item.about) == (0.1, ("IT",))
