"""What Celery writes of a broker that is away: one line a minute, with what happened and without the stack."""

import logging

import pytest

from worker.quiet import SPEAKERS, OneLine, quieten_celery

STACK = "[' File \"beat.py\", line 1']"


@pytest.fixture
def speaker() -> logging.Logger:
    """A logger of its own with the filter."""
    logger = logging.getLogger("tests.quiet")
    logger.filters = [OneLine()]
    logger.setLevel(logging.INFO)
    return logger


def test_a_stack_becomes_a_line(speaker: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ConnectionError("refused")
    except ConnectionError as error:
        speaker.error("Message Error: %s\n%s", error, STACK, exc_info=True)
    assert caplog.messages == ["Message Error: refused"]
    assert "Traceback" not in caplog.text


def test_the_same_is_said_once_a_minute_and_other_things_at_once(
    speaker: logging.Logger, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_000.0
    monkeypatch.setattr("worker.quiet.time.monotonic", lambda: now)
    for _ in range(3):
        speaker.warning("lost")
    speaker.warning("found")
    now += 61
    speaker.warning("lost")
    assert caplog.messages == ["lost", "found", "lost"]


def test_news_passes(speaker: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        speaker.info("sync with %s", "a")
        speaker.info("sync with %s", "a")
    assert caplog.messages == ["sync with a"] * 2


def test_celery_is_quietened_once() -> None:
    for _ in range(2):
        quieten_celery()
    for name in SPEAKERS:
        logger = logging.getLogger(name)
        [only] = [one for one in logger.filters if isinstance(one, OneLine)]
        logger.removeFilter(only)
