"""Harm that is done from within, without a hook in the product: a sitecustomize.py on the path of started processes."""

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


def write_sabotage(folder: Path, text: str = LETHAL) -> str:
    """What PYTHONPATH takes."""
    place = folder / "sabotage"
    place.mkdir()
    (place / "sitecustomize.py").write_text(text, encoding="utf-8")
    return str(place)
