"""galata stories as its callers see it: found, shown, corrected, mistakes in a line."""

import json
from typing import Any

from tests.cli.conftest import Cli
from tests.cli.test_explain import find_id

UPDATE, TURKISH = "tag:anatolianwire.example,2025:2047", "sd-311"


def list_stories(cli: Cli) -> dict[int, dict[str, Any]]:
    """Stories by number."""
    return {one["id"]: one for one in json.loads(cli.run("stories", "list", "--json").out)}


def find_story(cli: Cli, identity: str) -> int:
    """The story that an article is in."""
    found = json.loads(cli.run("explain", str(find_id(cli, identity=identity)), "--json").out)
    return int(found["story"]["id"])


def told_lines(cli: Cli, article: int) -> list[str]:
    """What `galata explain` prints of an article, line by line."""
    return [line.strip() for line in cli.run("explain", str(article)).lines]


def test_a_story_is_listed_shown_split_and_joined(demo_cli: Cli) -> None:
    story, article = find_story(demo_cli, UPDATE), find_id(demo_cli, identity=TURKISH)
    assert list_stories(demo_cli)[story]["articles"] == 6
    assert f"\n{story}\t6\ten, tr, it\t" in demo_cli.run("stories", "list").out
    shown = json.loads(demo_cli.run("stories", "show", str(story), "--json").out)
    assert [one["relation"] for one in shown].count("same_story") == 2
    assert f"\n{article}\t" in demo_cli.run("stories", "show", str(story)).out
    said = demo_cli.run("stories", "split", str(story), str(article), "--note", "another flight").out
    apart = find_story(demo_cli, TURKISH)
    assert said.splitlines() == [
        f"Story {apart} has 1 article: Baykar ile Leonardo'nun ortak insansız uçağı Liguria'da 50 saati tamamladı. "
        f"It is told apart from story {story}.",
        "Alerts are decided anew for 1 article; who was told of one is not told of it again.",
    ]
    demo_cli.drain()
    told = " ".join(demo_cli.run("explain", str(article)).out.split())
    assert "by hand on" in told
    assert "(another flight)" in told
    near = [line for line in told_lines(demo_cli, article) if line.startswith(("→", "←", "✗"))]
    assert all(line.startswith("✗") for line in near), "what was found before holds no longer"
    assert any("is another story: “Leonardo and Baykar venture" in line for line in near)
    assert demo_cli.run("stories", "join", str(story), str(apart)).out.endswith(" 1 article joined it.\n")
    assert list_stories(demo_cli)[story]["articles"] == 6
    assert apart not in list_stories(demo_cli)


def test_mistakes_are_one_line_with_the_mend(demo_cli: Cli) -> None:
    story, article = find_story(demo_cli, UPDATE), find_id(demo_cli, identity="hp-1003")
    assert demo_cli.fail("stories", "show", "999") == "there is no story 999; `galata stories list` shows them"
    assert demo_cli.fail("stories", "split", "999", "1").startswith("there is no story 999")
    assert f"article {article} is not in story {story} but in " in demo_cli.fail(
        "stories", "split", str(story), str(article)
    )
    assert "joined to itself" in demo_cli.fail("stories", "join", str(story), str(story))


def test_an_empty_database_has_no_stories(cli: Cli) -> None:
    assert json.loads(cli.run("stories", "list", "--json").out) == []
