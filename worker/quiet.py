"""One line where Celery writes a hundred: a broker that is away is news once a minute, not a stack at every try.

Beat logs the whole stack of each tick that it cannot send, workers the traceback of each connection they lose: 226 kB
in two minutes, seen. The text stays, and `galata status` says what to do; who wants the stack runs with `-l DEBUG`.
"""

import logging
import time

# Loggers of Celery that speak of a broker that is away.
SPEAKERS = ("celery.beat", "celery.worker.consumer.consumer")
BETWEEN_SECONDS = 60.0


class OneLine(logging.Filter):
    """Cuts stacks from records, and lets the same text pass once a minute."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to log it now, on one line."""
        if record.levelno < logging.WARNING:
            return True
        text = next((line for line in record.getMessage().splitlines() if line.strip()), "")
        record.msg, record.args, record.exc_info, record.exc_text = text.strip(), (), None, None
        now, kind = time.monotonic(), f"{record.name} {text[:40]}"
        if now - self.said.get(kind, -BETWEEN_SECONDS) < BETWEEN_SECONDS:
            return False
        self.said[kind] = now
        return True


def quieten_celery() -> None:
    """Cut what Celery says of a broker that is away, in this process."""
    for name in SPEAKERS:
        logger = logging.getLogger(name)
        if not logger.isEnabledFor(logging.DEBUG) and not any(isinstance(one, OneLine) for one in logger.filters):
            logger.addFilter(OneLine())
