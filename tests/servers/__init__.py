"""Real servers for tests and benchmarks: PostgreSQL, Redis and an SMTP sink, on loopback, stopped whatever happens.

with running_postgres() as server: ...      # server.url, server.pid, server.signal(SIGKILL)
with running_redis(port=6400) as server: ...
"""

from tests.servers.postgres import running_postgres
from tests.servers.process import RunningServer
from tests.servers.redis import running_redis
from tests.servers.smtp import SmtpSink

__all__ = ["RunningServer", "SmtpSink", "running_postgres", "running_redis"]
