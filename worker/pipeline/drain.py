"""Run until quiet: every step in order until none has work. What `poll --once` and the demo share with `up`."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from worker.pipeline.alert import alert_judged
from worker.pipeline.deliver import deliver_pending
from worker.pipeline.digest import digest_due
from worker.pipeline.feeds import Polled
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.poll import poll_due
from worker.pipeline.read import find_pause, read_wanted
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import sweep_left

# How long one run waits in all for hosts that may not be asked again yet; what is left is read by the next run.
PATIENCE = 120.0

Progress = Callable[[str, int], None]
"""Called with a step's name and how many rows it just completed."""


@dataclass
class Drained:
    """What a run until quiet came to."""

    polled: list[Polled] = field(default_factory=list)
    judged: int = 0
    kept: int = 0
    again: int = 0
    """Judged once more, by their whole text."""
    matched: int = 0
    digests: int = 0
    delivered: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    pages: Counter[str] = field(default_factory=Counter)
    """What the pages came to that were asked for."""
    waited: float = 0.0
    """Seconds spent on waiting until a host may be asked again."""
    pauses: int = 0

    def count(self) -> tuple[int, ...]:
        """What grows as long as there is work."""
        told = self.matched, self.digests, self.delivered.total()
        return len(self.polled), len(self.failed), self.judged, self.again, *told, self.pages.total(), self.pauses


def run_until_quiet(runtime: Runtime, progress: Progress | None = None) -> Drained:
    """Do what is due and all that follows from it. Ends when a whole round found nothing to do."""
    done, report = Drained(), progress or (lambda _step, _count: None)
    sweep_left(runtime, who="poll --once")
    while run_round(runtime, done, report):
        pass
    return done


def run_round(runtime: Runtime, done: Drained, report: Progress) -> bool:
    """Every step once, in order; digests when nothing else moved, so that they tell of all that came. Whether any had
    work."""
    before = done.count()
    polled = poll_due(runtime)
    done.polled += polled
    report("polled", len(polled))
    ingested = ingest_arrived(runtime)
    done.judged += ingested.judged
    done.kept += ingested.kept
    done.again += ingested.again
    done.failed += ingested.failed
    report("judged", ingested.judged + ingested.again)
    matched = alert_judged(runtime)
    done.matched += matched
    report("matched", matched)
    pages = read_wanted(runtime)
    done.pages += pages
    report("read", pages.total())
    if before == done.count() and not wait_for_slot(runtime, done):
        done.digests += digest_due(runtime)
    delivered = deliver_pending(runtime)
    done.delivered += delivered
    report("delivered", delivered.total())
    return before != done.count()


def wait_for_slot(runtime: Runtime, done: Drained) -> bool:
    """Wait until the next page may be asked for, if one waits for nothing but its host and the patience of this run is
    not used up. Whether there is one to ask for now."""
    pause = find_pause(runtime)
    if pause is None or done.waited + pause > PATIENCE or runtime.clock:  # a clock of its own does not move by waiting
        return False
    done.waited += pause
    done.pauses += 1
    time.sleep(pause)
    return True
