"""Run until quiet: every step in order until none has work. What `poll --once` and the demo share with `up`."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from worker.pipeline.alert import alert_judged
from worker.pipeline.deliver import deliver_pending
from worker.pipeline.digest import digest_due
from worker.pipeline.feeds import Polled
from worker.pipeline.ingest import ingest_arrived
from worker.pipeline.poll import poll_due
from worker.pipeline.runtime import Runtime
from worker.pipeline.sweep import sweep_left

Progress = Callable[[str, int], None]
"""Called with a step's name and how many rows it just completed."""


@dataclass
class Drained:
    """What a run until quiet came to."""

    polled: list[Polled] = field(default_factory=list)
    judged: int = 0
    kept: int = 0
    matched: int = 0
    digests: int = 0
    delivered: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)


def run_until_quiet(runtime: Runtime, progress: Progress | None = None) -> Drained:
    """Do what is due and all that follows from it. Ends when a whole round found nothing to do."""
    done, report = Drained(), progress or (lambda _step, _count: None)
    sweep_left(runtime, who="poll --once")
    while run_round(runtime, done, report):
        pass
    return done


def run_round(runtime: Runtime, done: Drained, report: Progress) -> bool:
    """Every step once, in order. Whether any had work."""
    before = (len(done.polled), done.judged, len(done.failed), done.matched, done.digests, done.delivered.total())
    polled = poll_due(runtime)
    done.polled += polled
    report("polled", len(polled))
    ingested = ingest_arrived(runtime)
    done.judged += ingested.judged
    done.kept += ingested.kept
    done.failed += ingested.failed
    report("judged", ingested.judged)
    matched = alert_judged(runtime)
    done.matched += matched
    report("matched", matched)
    done.digests += digest_due(runtime)
    delivered = deliver_pending(runtime)
    done.delivered += delivered
    report("delivered", delivered.total())
    return before != (
        len(done.polled), done.judged, len(done.failed), done.matched, done.digests, done.delivered.total()
    )  # fmt: skip
