"""Every error Galata raises on purpose. Each is one line that names the place and the mend.

    GalataError
    ├── FetchError          a url could not be fetched          url, permanent, status, retry_after
    │   └── ForbiddenAddress  the url leads where the guarded client does not go
    ├── FeedError           what came is not a feed              url
    ├── QueryError          a query cannot be read               query, column
    ├── DeliveryError       a channel refused or failed          scope, permanent, uncertain, retry_after
    ├── LeaseLostError      a row that was worked on belongs to another worker by now
    └── UsageError          the command cannot do what was asked (exit status 2)

Settings and data files raise `config.ConfigError`, which stays in config so that config imports nothing of ours.
"""

from datetime import datetime
from typing import Literal


class GalataError(Exception):
    """The root of the tree."""


class UsageError(GalataError):
    """The command cannot do what was asked; its text is the whole message."""


class LeaseLostError(GalataError):
    """A row that was worked on belongs to another worker by now: what was done is not kept."""


class FetchError(GalataError):
    """A url could not be fetched. `permanent`: the same request will fail again."""

    def __init__(
        self,
        url: str,
        why: str,
        *,
        permanent: bool = False,
        status: int | None = None,
        retry_after: datetime | None = None,
        kind: str = "network",
    ) -> None:
        super().__init__(f"{url}: {why}")
        self.url, self.why, self.permanent = url, why, permanent
        self.status, self.retry_after, self.kind = status, retry_after, kind


class ForbiddenAddress(FetchError):
    """The url leads to an address the guarded client does not go to (private, loopback, link-local, …)."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(url, why, permanent=True, kind="forbidden")


class FeedError(GalataError):
    """What came back is not a feed that can be read."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(f"{url}: {why}")
        self.url, self.why = url, why


class QueryError(GalataError):
    """A query cannot be read. `column` counts from 1."""

    def __init__(self, query: str, column: int, why: str) -> None:
        super().__init__(f"query {query!r}, column {column}: {why}")
        self.query, self.column, self.why = query, column, why


class DeliveryError(GalataError):
    """A message was not delivered, or nobody can know whether it was.

    `scope`: what fails. This *message* (its content is refused), whatever is for its *recipient* (no such mailbox, an
    endpoint that does not answer), or the *channel* (credentials, no connection or a lost one). `permanent`: it will
    fail again; a channel, until a person has mended it. `uncertain`: the connection was lost when
    the message may already have been accepted.
    """

    def __init__(
        self,
        why: str,
        *,
        scope: Literal["message", "recipient", "channel"] = "message",
        permanent: bool = False,
        uncertain: bool = False,
        retry_after: datetime | None = None,
    ) -> None:
        super().__init__(why)
        self.scope, self.permanent, self.uncertain = scope, permanent, uncertain
        self.retry_after = retry_after
