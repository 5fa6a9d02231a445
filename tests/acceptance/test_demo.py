"""The demonstration, as a newcomer runs it: to a digest one can open, every decision the one docs/demo.md names."""

import email
import email.policy
import time
from pathlib import Path

import pytest

from tests.acceptance.running import run_galata

# The demonstration is promised in half a minute; a busy machine with two cores gets the whole of it.
PROMISED_SECONDS = 30


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, float]:
    """The folder, what was printed, and how long it took."""
    folder = tmp_path_factory.mktemp("demo")
    started = time.monotonic()
    done = run_galata("demo", "--folder", str(folder / "run"), cwd=folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder / "run", done.stdout, time.monotonic() - started


def test_it_ends_well_in_the_promised_time(demo: tuple[Path, str, float]) -> None:
    _, printed, seconds = demo
    assert "Every decision is the one that docs/demo.md names." in printed
    assert seconds < PROMISED_SECONDS


def test_it_tells_what_was_kept_merged_and_left_out_with_reasons(demo: tuple[Path, str, float]) -> None:
    printed = " ".join(demo[1].split())
    for said in (
        "near duplicate", "same story", "update", "excerpt", "of this item's wording is in seed:005",
        "only Türkiye is named", "club sport", "a web page, not a feed", "503 Service Unavailable", "not modified",
        "first-fetch policy is silent",
    ):  # fmt: skip
        assert said in printed


def test_its_digests_and_alert_can_be_opened(demo: tuple[Path, str, float]) -> None:
    mails = sorted((demo[0] / "outbox").rglob("*.eml"))
    assert len(mails) == 3
    for path in mails:
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert message["Subject"] and message["Message-ID"] and message["Date"]
        text, html = message.get_body(("plain",)), message.get_body(("html",))
        assert text is not None and "Leonardo" in text.get_content()
        assert html is not None and "<html" in html.get_content()
        assert path.with_suffix(".html").is_file()


def test_the_second_digest_tells_what_moved_and_names_what_failed(demo: tuple[Path, str, float]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (demo[0] / "outbox").rglob("*.html")]
    second = [text for text in texts if "moved since" in text]
    assert len(second) == 1
    assert "95 million euros" in second[0]  # the sentence that the update added
    assert "10 of 12 feeds read" in second[0]
    assert "Sport Adriatico" in second[0]


def test_it_can_be_run_again_in_the_same_folder(demo: tuple[Path, str, float]) -> None:
    again = run_galata("demo", "--folder", str(demo[0]), cwd=demo[0].parent)
    assert again.returncode == 0, again.stderr
