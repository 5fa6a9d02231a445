"""Everything that metrics tell, from SQL, at the moment it is asked."""

from dataclasses import dataclass
from datetime import datetime

from db.articles import count_states
from db.motion import find_oldest_messages
from worker.pipeline.motion import Broker
from worker.pipeline.runtime import Runtime
from worker.pipeline.status import Status, gather_status


@dataclass(frozen=True)
class Measures:
    """What `galata status` knows, and what only metrics tell."""

    status: Status
    articles: dict[str, int]
    """Articles of feeds by state."""
    oldest_messages: dict[str, datetime]
    """Since when the oldest undelivered message of each channel waits."""


def take_measures(runtime: Runtime, broker: Broker | None) -> Measures:
    """Measure now. Reads only."""
    status = gather_status(runtime, broker)
    with runtime.database.read() as session:
        return Measures(status, count_states(session), find_oldest_messages(session))
