"""`galata config check`: what is wrong in the data files, each mistake once, by its line."""

import shutil
from pathlib import Path

import pytest

from config.settings import Settings
from worker.pipeline.rules import check_rules

DOMAIN = Path(__file__).parents[1] / "data" / "domain"
FEED = '[[feeds]]\nname = "A"\nurl = "https://a.example/rss"\n'
SIDES = "is not watched; the sides of watch.toml are NV and QS"


@pytest.fixture
def own(settings_env: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    """The invented pair, whose files may be changed."""
    shutil.copytree(DOMAIN, tmp_path / "config")
    return Settings(config_dir=tmp_path / "config", data_dir=tmp_path)


def check(own: Settings, name: str, text: str) -> list[str]:
    """The problems of all files once one of them has this text."""
    (own.config_dir / name).write_text(text, encoding="utf-8")
    return [problem.removeprefix(f"{own.config_dir}/") for problem in check_rules(own)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('feeds = ["x"]', ["feeds.toml:1: feeds[0]: should be a table"]),
        ("feeds = 5", ["feeds.toml:1: feeds: write a list, in square brackets"]),
        ("[feeds]", ["feeds.toml:1: feeds: write [[feeds]], in double brackets"]),
        (FEED + "about = 5", ["feeds.toml:4: feeds[0].about: write a list, in square brackets"]),
        (FEED + "about = [5]", ["feeds.toml:4: feeds[0].about[0]: should be a valid string"]),
        (FEED + 'about = "NV"', ['feeds.toml:4: feeds[0].about: write a list, about = ["NV"]']),
        (FEED + 'about = ["IT"]', [f"feeds.toml:4: feeds[0].about: 'IT' {SIDES}"]),
        (FEED + 'about = [" NV "]', []),
        (
            FEED + 'about = ["XX"]\nfull_text = "no"\nlanguge = "tr"',
            [
                "feeds.toml:5: feeds[0].full_text: write true or false, without quotes",
                "feeds.toml:6: feeds[0].languge: unknown key, did you mean 'language'?",
                f"feeds.toml:4: feeds[0].about: 'XX' {SIDES}",
            ],
        ),
    ],
)
def test_each_mistake_of_a_feed_is_told_once_and_all_at_once(own: Settings, text: str, says: list[str]) -> None:
    assert check(own, "feeds.toml", text + "\n") == says


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('penalty = "rowign"', "examples[1].penalty: there is no penalty 'rowign', did you mean 'rowing'?"),
        ('penalty = "nope"', "examples[1].penalty: there is no penalty 'nope'"),
        ('penalty = "rowing"\nlanguage = "xx"', "examples[1].language: write a language code of two small letters"),
        ('penalty = "rowing"\nlanguage = "Italian"', "examples[1].language: write a language code of two small"),
        ('penalty = "rowing"', None),
    ],
)
def test_an_example_names_a_penalty_and_a_language_that_there_are(own: Settings, line: str, says: str | None) -> None:
    text = (DOMAIN / "watch.toml").read_text(encoding="utf-8")
    found = check(own, "watch.toml", text.replace('language = "it"\n', "").replace('penalty = "rowing"', line))
    place = text.splitlines().index('penalty = "rowing"') + line.count("\n")
    assert [problem.startswith(f"watch.toml:{place}: {says}") for problem in found] == ([True] if says else [])
