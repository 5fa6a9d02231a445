"""Labels: one an article, corrected and taken back, kept when the article goes; and what is asked of them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import delete

from benchmarks.relevance_quality import Judged, count_relevance, count_topics
from config.files import data_path
from db.models import Article, Label
from tests.news.labelled import FOLDER, read_file
from tests.pipeline.building import (
    ACCORD,
    RECIPE,
    WIRE,
    Told,
    TurnableClock,
    add_article,
    add_read_feed,
    find_one,
    list_rows,
)
from worker.errors import UsageError
from worker.news.quality import ALL
from worker.pipeline.drain import run_until_quiet
from worker.pipeline.evaluate import Evaluation, evaluate_rules, list_examples
from worker.pipeline.explain import explain_article
from worker.pipeline.label import Said, Verdict, list_label_facts, mark_article, remove_label
from worker.pipeline.rules import Rules
from worker.pipeline.runtime import Runtime


@pytest.fixture
def articles(runtime: Runtime) -> tuple[int, int]:
    """A judged article about both countries, and a recipe."""
    feed = add_read_feed(runtime, language="en")
    made = add_article(runtime, feed, WIRE), add_article(runtime, feed, RECIPE)
    run_until_quiet(runtime)
    return made


def delete_article(runtime: Runtime, article: int) -> None:
    """What retention will do."""
    with runtime.database.write() as session, session.begin():
        session.execute(delete(Article).where(Article.id == article))


def count_of(found: Evaluation, measure: str) -> tuple[int, int, int, int]:
    score = next(one for one in found.scores if (one.measure, one.part) == (measure, ALL))
    return score.items, score.right, score.wrong, score.missed


def count_added(found: Evaluation, runtime: Runtime, measure: str) -> tuple[int, ...]:
    """The same without the shipped examples, all of which are decided rightly."""
    watch, topics = runtime.rules.watch.examples, [one for topic in runtime.rules.topics for one in topic.examples]
    said = [one.relevant for one in watch] if measure == "relevance" else [one.expect for one in topics]
    examples = len(said), sum(said), 0, 0
    return tuple(mine - theirs for mine, theirs in zip(count_of(found, measure), examples, strict=True))


@pytest.mark.parametrize(
    ("verdict", "wire", "recipe"),
    [("relevant", True, True), ("irrelevant", False, False), ("right", True, False), ("wrong", False, True)],
)
def test_a_verdict_is_kept_as_what_it_means(
    runtime: Runtime, articles: tuple[int, int], verdict: Verdict, wire: bool, recipe: bool
) -> None:
    marked = [mark_article(runtime, str(article), Said(verdict)).relevant for article in articles]
    assert marked == [wire, recipe]


def test_what_is_said_again_is_corrected_and_the_rest_stays(
    runtime: Runtime, articles: tuple[int, int], turnable: TurnableClock
) -> None:
    key = str(articles[0])
    mark_article(runtime, key, Said("wrong", ("space", "energy"), ("sport",), "in haste"))
    later = turnable.turn(hours=1)
    mark_article(runtime, key, Said("relevant", ("sport",), ("energy",)))
    (label,) = list_label_facts(runtime)
    assert (label.relevant, label.topics, label.not_topics) == (True, ("space", "sport"), ("energy",))
    assert (label.note, label.at, label.key) == ("in haste", later, key)
    assert mark_article(runtime, key, Said(note=" ")).note is None


def test_an_article_is_labelled_by_its_address_too(runtime: Runtime, articles: tuple[int, int]) -> None:
    url = find_one(runtime.database, Article, articles[0]).url
    assert mark_article(runtime, f"{url}?utm_source=mail", Said("right")).key == str(articles[0])
    assert remove_label(runtime, url).key == str(articles[0])
    assert list_label_facts(runtime) == []


def test_a_label_outlives_its_article(runtime: Runtime, articles: tuple[int, int]) -> None:
    wire, recipe = articles
    url = find_one(runtime.database, Article, wire).url
    mark_article(runtime, str(wire), Said("irrelevant"))
    mark_article(runtime, str(recipe), Said("relevant"))
    before = evaluate_rules(runtime)
    for article in articles:
        delete_article(runtime, article)
    after = evaluate_rules(runtime)
    assert count_of(after, "relevance") == count_of(before, "relevance")
    assert count_added(after, runtime, "relevance") == (2, 0, 1, 1)
    assert [one.because for one in after.misses] == [one.because for one in before.misses]
    assert [one.case.item.title for one in after.misses] == [RECIPE.title, WIRE.title]
    key = after.misses[1].case.key
    assert key.startswith("label:")
    assert mark_article(runtime, key, Said("relevant")).relevant
    assert mark_article(runtime, url, Said(note="by address")).key == key
    with pytest.raises(UsageError, match="no decision that could be wrong"):
        mark_article(runtime, key, Said("wrong"))
    assert remove_label(runtime, key).note == "by address"
    assert len(list_rows(runtime.database, Label)) == 1


def test_a_text_that_was_cut_is_kept_by_the_label(runtime: Runtime, articles: tuple[int, int]) -> None:
    mark_article(runtime, str(articles[0]), Said("relevant"))
    with runtime.database.write() as session, session.begin():
        session.get_one(Article, articles[0]).summary = ""
    mark_article(runtime, str(articles[0]), Said(topics=("space",)))
    (label,) = list_rows(runtime.database, Label)
    assert (label.text, label.topics) == (WIRE.text, ["space"])


@pytest.mark.parametrize(
    ("key", "said", "why"),
    [
        ("999", Said("relevant"), "no article is known by '999'"),
        ("label:7", Said("relevant"), "no article is known by 'label:7'"),
        ("label:x", Said("relevant"), "no article is known by"),
        ("https://nowhere.example/1", Said("relevant"), "no article is known by"),
        ("1", Said(), "say what it is"),
        ("1", Said(note="only a note"), "say what it is"),
        ("1", Said(topics=("spase",)), "did you mean 'space'"),
        ("1", Said(not_topics=("0",)), "there are defence_industry, "),
        ("1", Said(topics=("space",), not_topics=("space",)), "space is said and denied"),
    ],
)
def test_what_cannot_be_labelled_is_refused(
    runtime: Runtime, articles: tuple[int, int], key: str, said: Said, why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        mark_article(runtime, str(articles[0]) if key == "1" else key, said)
    assert list_rows(runtime.database, Label) == []


def test_what_is_not_judged_yet_is_neither_right_nor_wrong(runtime: Runtime) -> None:
    article = add_article(runtime, add_read_feed(runtime), WIRE)
    with pytest.raises(UsageError, match="say relevant or irrelevant"):
        mark_article(runtime, str(article), Said("right"))
    assert mark_article(runtime, str(article), Said("relevant")).relevant


def test_a_seed_is_not_labelled(runtime: Runtime, articles: tuple[int, int]) -> None:
    with runtime.database.write() as session, session.begin():
        row = session.get_one(Article, articles[0])
        row.seed, row.name = True, "seed:mine"
    with pytest.raises(UsageError, match="seed:mine is of the seed corpus"):
        mark_article(runtime, "seed:mine", Said("relevant"))
    with pytest.raises(UsageError, match="nothing is labelled by 'seed:mine'"):
        remove_label(runtime, "seed:mine")


def test_two_analysts_at_once_make_one_label(runtime: Runtime, articles: tuple[int, int]) -> None:
    topics = sorted(runtime.rules.topic_labels)[:8]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda topic: mark_article(runtime, str(articles[0]), Said(topics=(topic,))), topics))
    (label,) = list_label_facts(runtime)
    assert list(label.topics) == topics


def test_explain_tells_what_was_labelled(runtime: Runtime, articles: tuple[int, int]) -> None:
    assert explain_article(runtime, str(articles[0])).label is None
    mark_article(runtime, str(articles[0]), Said("wrong", note="no"))
    found = explain_article(runtime, str(articles[0]))
    assert found.relevant and found.label is not None
    assert (found.label.relevant, found.label.note) == (False, "no")


def test_other_rules_are_asked_the_same(runtime: Runtime, tmp_path: Path) -> None:
    """A threshold that nothing reaches, and a topic that lost its words and an example."""
    feed = add_read_feed(runtime, language="en")
    accord = add_article(runtime, feed, ACCORD)
    hobby = add_article(runtime, feed, Told("Italy and Türkiye", "Rome and Ankara were silent."))
    run_until_quiet(runtime)
    mark_article(runtime, str(accord), Said("relevant", topics=("trade_investment",)))
    mark_article(runtime, str(hobby), Said("irrelevant"))
    strict = tmp_path / "strict"
    strict.mkdir()
    watch = (data_path("config") / "watch.toml").read_text(encoding="utf-8")
    assert "threshold = 0.55" in watch
    (strict / "watch.toml").write_text(watch.replace("threshold = 0.55", "threshold = 1.0"), encoding="utf-8")
    found = evaluate_rules(runtime, str(strict))
    changed = {one.now.case.key: one.gained for one in found.changes if one.now.case.key != "example"}
    assert changed == {str(accord): True, str(hobby): False}
    assert [one.gained for one in found.changes] == sorted(one.gained for one in found.changes)
    kept = sum(one.relevant for one in runtime.rules.watch.examples)
    assert sum(one.now.case.key == "example" for one in found.changes) == kept
    assert found.before is not None and found.before[0].f1 == 0
    same = evaluate_rules(runtime, "shipped")
    assert (same.before, same.changes) == (same.scores, ())


def test_a_folder_without_rules_is_refused(runtime: Runtime, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none of watch\.toml, entities\.toml, topics\.toml is there"):
        evaluate_rules(runtime, str(tmp_path / "nothing"))


def test_an_example_that_was_taken_out_is_still_asked(rules: Rules) -> None:
    own = [one for one in rules.topics if one.id != "space"]
    cases = list_examples(own, rules.topics)
    assert len(cases) == len(list_examples(rules.topics, ()))
    assert len(cases) > len(list_examples(own, ()))
    texts = {one.text for topic in rules.topics if topic.id == "space" for one in topic.examples}
    assert texts <= {case.item.title for case in cases}


def test_shipped_examples_are_all_right(runtime: Runtime) -> None:
    found = evaluate_rules(runtime)
    assert found.labels == 0 and found.examples > 30 and found.misses == ()
    assert count_added(found, runtime, "relevance") == count_added(found, runtime, "topics") == (0, 0, 0, 0)
    assert count_of(found, "relevance")[0] >= 30
    assert count_of(found, "topics")[1] >= len(runtime.rules.topics)


def test_labelled_files_are_counted_as_the_benchmark_counts_them(runtime: Runtime) -> None:
    judged = [Judged(one, runtime.rules.judge.judge(one.item)) for one in read_file(FOLDER / "pair.jsonl")]
    with (FOLDER / "pair.jsonl").open(encoding="utf-8") as file:
        found = evaluate_rules(runtime, files=[file])
    assert found.items == len(judged)
    assert count_added(found, runtime, "relevance")[1:] == count_relevance(judged)
    assert count_added(found, runtime, "topics")[1:] == count_topics(judged)
