"""Heartbeats of a process that runs steps: which queue it served last, and that it did."""

import threading
import time

from worker.app import ROUTES
from worker.pipeline.motion import name_worker, note_progress
from worker.pipeline.runtime import Runtime

# A busy worker runs hundreds of tasks a second; a row for each would be most of its writing.
PAUSE_SECONDS = 5.0


class Progress:
    """What this process did since it last said so."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.said: dict[str, float] = {}
        self.done: set[str] = set()

    def note_step(self, runtime: Runtime, node: str, step: str) -> None:
        """A step ran to its end, on a worker's node: write it down for its queue and the worker, if it is time to."""
        queue = ROUTES[f"galata.{step}"]["queue"]
        details = self.pick_names({queue: step} | ({name_worker(node): ""} if node else {}), step)
        if details:
            note_progress(runtime.database, details, runtime.now())

    def pick_names(self, details: dict[str, str], step: str) -> dict[str, str]:
        """Those of the names that have not been written for a while; a worker's detail is all it did meanwhile."""
        now = time.monotonic()
        with self.lock:
            self.done.add(step)
            due = {name for name in details if now - self.said.get(name, -PAUSE_SECONDS) >= PAUSE_SECONDS}
            self.said.update(dict.fromkeys(due, now))
            picked = {name: details[name] or ", ".join(sorted(self.done)) for name in due}
            if any(not details[name] for name in due):
                self.done.clear()
            return picked
