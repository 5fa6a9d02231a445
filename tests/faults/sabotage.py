"""Harm that is done from within, without a hook in the product: a sitecustomize.py on the path of started processes."""

import os
from pathlib import Path

KILLING_WORD = "supercalamitous"
"""An article with this word ends whoever judges it, like a parser that crashes or memory that runs out."""
LETHAL = f'''
import os, signal
from worker.pipeline import ingest

def judge(runtime, article, watched, judge=ingest.judge_article):
    if "{KILLING_WORD}" in article.summary + article.content:
        os.kill(os.getpid(), signal.SIGKILL)
    return judge(runtime, article, watched)

ingest.judge_article = judge
'''
IMPATIENT = """
from db import session
session.SQLITE_BUSY_MS = {milliseconds}
"""
"""SQLite's writers wait this long for each other, so that a test need not hold a lock for half a minute."""
HURRIED = """
from worker import app
app.ON_REDIS["worker_soft_shutdown_timeout"] = 5
"""
"""A soft shutdown of a busy worker takes all its time, however soon its tasks end; so give it less."""

STRICT = """
from worker import app
app.HARD_SHARE, app.SOFT_SHARE = {share}, {share} * 0.8
"""
"""Time limits of another share of the lease."""
BRISK = """
from worker.pipeline import deliver, outcome
outcome.RESTS = [one / 3 for one in outcome.RESTS]
deliver.SHORTEST_WAIT /= 3
"""
"""A channel that failed rests a third of its time, and a receiver's answer is waited for as long."""

NIMBLE = """
from celery.concurrency.asynpool import AsynPool
AsynPool.timers = property(lambda pool: {pool.maintain_pool: 1.0})
"""
"""A worker looks every second, not every fifth, whether a child of its died, and replaces it."""

HASTY = """
from worker import embedded
embedded.GRACE_SECONDS = {seconds}
"""
"""Work that has not ended by itself is cut off sooner after SIGTERM."""

LIVELY = """
from worker import progress
from worker.pipeline import motion
motion.PULSE, progress.PAUSE_SECONDS = motion.PULSE / 3, progress.PAUSE_SECONDS / 3
"""
"""Heartbeats come three times as often."""


MORTAL = """
import os, signal
from pathlib import Path
import {module} as module

calls = 0

def die_once(*arguments, work=module.{function}, **options):
    global calls
    calls += 1
    marker = Path("{marker}")
    if calls == {call} and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return work(*arguments, **options)

module.{function} = die_once
"""
"""The first process that calls a function for the nth time ends there; the next one lives."""


def write_sabotage(folder: Path, text: str = LETHAL) -> str:
    """What PYTHONPATH takes: the harm first, then what was on the path before."""
    place = folder / "sabotage"
    place.mkdir()
    (place / "sitecustomize.py").write_text(text, encoding="utf-8")
    return os.pathsep.join([str(place), *filter(None, [os.environ.get("PYTHONPATH")])])
