"""What the broker holds: whether it answers, how many messages wait in each queue, and how long the oldest has.

Redis is asked by a client of its own, with short limits: a broker that hangs must not hang who asks how things are.
The broker in memory belongs to its process; only that one can look into it.
"""

import json
import re
import time
from typing import Any

from celery import Celery
from celery.signals import before_task_publish
from kombu.exceptions import OperationalError
from kombu.transport.memory import Channel
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from config.settings import Settings
from config.urls import mask_url
from worker.app import QUEUES, REDIS_OPTIONS
from worker.pipeline.motion import Broker, QueueDepth

# A broker on the same network answers in milliseconds; whoever asks waits at most twice this.
PATIENCE_SECONDS = 2.0
ENQUEUED_AT = "enqueued_at"
"""The header that says when a message was sent: the broker itself keeps no times."""


@before_task_publish.connect
def stamp_message(headers: dict[str, Any] | None = None, **_: Any) -> None:
    """Write the time into every message."""
    if headers is not None:
        headers[ENQUEUED_AT] = time.time()


BROKER_ERRORS = (OperationalError, RedisError, OSError)
"""What a broker that is away or hangs raises, through Celery or past it."""


def count_messages(app: Celery, queue: str) -> int:
    """How many messages wait in a queue of the broker."""
    with app.pool.acquire(block=True) as connection:
        return int(connection.default_channel.queue_declare(queue=queue).message_count)


def read_broker(settings: Settings, *, inside: bool = False) -> Broker:
    """What the broker holds now. `inside`: this is the process whose memory a broker in memory lives in."""
    url = mask_url(settings.broker_url)
    if settings.is_embedded:
        return Broker(url, True, queues=tuple(map(read_memory, QUEUES))) if inside else Broker(url, None)
    try:
        return Broker(url, True, queues=read_redis(settings.broker_url))
    except (RedisError, OSError, ValueError) as error:  # ValueError: a database that is no number, say
        return Broker(url, False, why=mask_url(" ".join(str(error).split())))


def read_redis(url: str) -> tuple[QueueDepth, ...]:
    """Length and oldest message of each queue, in one request. New messages are pushed on the left of their list."""
    limits: dict[str, Any] = {"socket_timeout": PATIENCE_SECONDS, "socket_connect_timeout": PATIENCE_SECONDS}
    # Celery's documented form of the parameter is `CERT_REQUIRED`, the client's own `required`; take both.
    url = re.sub(r"(?i)(ssl_cert_reqs=)cert_", r"\1", url)
    with Redis.from_url(url, retry=Retry(NoBackoff(), 0), **limits) as client:
        asked = client.pipeline(transaction=False)
        for queue in QUEUES:
            key = f"{REDIS_OPTIONS['global_keyprefix']}{queue}"
            asked.llen(key).lindex(key, -1)
        answers = asked.execute()
    depths, messages = answers[::2], answers[1::2]
    return tuple(
        QueueDepth(queue, int(depth), measure_age(json.loads(message) if message else None))
        for queue, depth, message in zip(QUEUES, depths, messages, strict=True)
    )


def read_memory(queue: str) -> QueueDepth:
    """The same of a queue in this process's memory."""
    waiting = Channel.queues.get(queue)
    if waiting is None:
        return QueueDepth(queue, 0, None)
    with waiting.mutex:
        depth, oldest = len(waiting.queue), waiting.queue[0] if waiting.queue else None
    return QueueDepth(queue, depth, measure_age(oldest))


def measure_age(message: Any) -> int | None:
    """How many seconds ago a message was sent, as far as it says; never less than none, whatever two clocks say."""
    sent = message["headers"].get(ENQUEUED_AT) if message else None
    return max(0, int(time.time() - sent)) if isinstance(sent, int | float) else None
