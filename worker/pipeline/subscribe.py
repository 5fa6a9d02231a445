"""Subscriptions as people make and change them: added with origin `user`, paused, resumed, removed.

Those of subscriptions.toml belong to that file; a pause is SQL's and survives a change of the file.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from config.errors import name_nearest
from config.files import find_file
from config.models import SubscriptionFile
from db.outbox_models import Subscription
from db.subscriptions import count_matches, find_subscription, list_subscriptions
from worker.errors import QueryError, UsageError
from worker.net.channels import channel_of
from worker.news.query import Query, parse_query
from worker.news.query_advice import check_names, suggest_entities
from worker.news.schedule import next_slot, parse_schedule
from worker.pipeline.prepare import write_subscription
from worker.pipeline.runtime import Runtime


@dataclass(frozen=True)
class RecipientFacts:
    """Who is told."""

    to: str
    """Without what is secret in it."""
    reads: tuple[str, ...]
    state: str
    """active, paused, suppressed, or removed (no longer in the file)."""
    reason: str | None


@dataclass(frozen=True)
class SubscriptionFacts:
    """One subscription at a glance."""

    name: str
    query: str
    scope: str
    schedule: str
    state: str
    """active, paused or disabled (no longer in the file)."""
    next_run: datetime | None
    matches: int
    recipients: tuple[RecipientFacts, ...]
    origin: str


def list_facts(runtime: Runtime) -> list[SubscriptionFacts]:
    """Every subscription, by name."""
    with runtime.database.read() as session:
        counts = count_matches(session)
        return [describe_row(row, counts.get(row.id, 0)) for row in list_subscriptions(session)]


def describe_row(row: Subscription, matches: int) -> SubscriptionFacts:
    """A subscription's row as facts."""
    return SubscriptionFacts(
        name=row.name,
        query=row.query,
        scope=row.scope,
        schedule=row.schedule,
        state="disabled" if not row.enabled else "paused" if row.paused else "active",
        next_run=row.next_run_at,
        matches=matches,
        recipients=tuple(
            RecipientFacts(
                shorten_address(one.address),
                tuple(one.languages or ()),
                one.state if one.enabled else "removed",
                one.reason,
            )
            for one in row.recipients
        ),
        origin=row.origin,
    )


def shorten_address(address: str) -> str:
    """An address as it may be shown: of a webhook scheme and host alone, since its path is often its password."""
    scheme, colon, rest = address.partition("://")
    if not colon:
        return address
    host = re.split("[/?#]", rest)[0].rpartition("@")[2]
    return f"{scheme}://{host}/…"


def check_query(runtime: Runtime, text: str, scope: str = "pair") -> Query:
    """A query that can be asked. QueryError with column and mend; UsageError when it would match everything."""
    query = parse_query(text)
    rules = runtime.rules
    check_names(query, [one.id for one in rules.entities], [one.id for one in rules.topics])
    if scope == "any" and not text.strip():
        raise UsageError('scope "any" with an empty query would match every item; write a query')
    return query


def list_faults(runtime: Runtime, session: Session) -> list[str]:
    """What is wrong with the query of each active subscription that cannot be asked, or names what is not known: files
    are taken over whole, whatever one query in them says."""
    return [
        f"subscription {row.name} may match nothing: {why} (`galata config check`)"
        for row in list_subscriptions(session, active=True)
        if (why := explain_fault(runtime, row))
    ]


def explain_fault(runtime: Runtime, row: Subscription) -> str:
    """What is wrong with a subscription's query; empty: nothing."""
    try:
        check_query(runtime, row.query, row.scope)
    except QueryError as error:
        return error.why
    except UsageError as error:
        return str(error)
    return ""


def advise_query(runtime: Runtime, query: Query) -> tuple[str, ...]:
    """A sentence for each word of a query that means other things too."""
    ambiguous = {name: one.id for one in runtime.rules.entities for name in one.ambiguous}
    return suggest_entities(query, ambiguous)


def add_subscription(runtime: Runtime, file: SubscriptionFile) -> SubscriptionFacts:
    """Add a subscription. QueryError or UsageError, with the mend, when it cannot be."""
    check_query(runtime, file.query, file.scope)
    check_schedule(file.schedule)
    check_addresses(one.to for one in file.recipients)
    now = runtime.now()
    with runtime.database.write() as session, session.begin():
        if find_subscription(session, file.name) is not None:
            raise UsageError(f"there is a subscription called {file.name!r} already; choose another name")
        row = Subscription(name=file.name, origin="user", created_at=now, schedule="", paused=False)
        write_subscription(row, file, now)
        session.add(row)
        session.flush()
        return describe_row(row, 0)


def check_schedule(text: str) -> None:
    """UsageError with the mend unless a schedule can be read."""
    try:
        parse_schedule(text)
    except ValueError as error:
        raise UsageError(str(error)) from None


def check_addresses(addresses: Iterable[str]) -> None:
    """UsageError with the mend unless every address names a channel."""
    try:
        for address in addresses:
            channel_of(address)
    except ValueError as error:
        raise UsageError(str(error)) from None


def pause_subscription(runtime: Runtime, name: str, *, paused: bool) -> bool:
    """Pause a subscription or answer it again. Whether that changed anything.

    One that is resumed is told at its next slot, not of all the slots it slept through.
    """
    with runtime.database.write() as session, session.begin():
        row = find_row(session, name)
        changed = row.paused != paused
        row.paused = paused
        if changed and not paused:
            row.next_run_at = next_slot(parse_schedule(row.schedule), runtime.now())
        return changed


def check_removable(runtime: Runtime, name: str) -> None:
    """UsageError unless there is such a subscription and no file owns it."""
    with runtime.database.read() as session:
        row = find_row(session, name)
    if row.origin != "user":
        path = find_file(runtime.settings, "subscriptions.toml")
        raise UsageError(f"{name!r} stands in {path}; remove it there and run `galata migrate`, or pause it here")


def remove_subscription(runtime: Runtime, name: str) -> None:
    """Delete a subscription of origin `user`, with its matches and messages. UsageError for one of the file."""
    check_removable(runtime, name)
    with runtime.database.write() as session, session.begin():
        # By SQL, whose foreign keys take recipients, matches and messages along; the ORM would orphan them.
        session.execute(delete(Subscription).where(Subscription.name == name, Subscription.origin == "user"))


def find_row(session: Session, name: str) -> Subscription:
    """A subscription by name. UsageError naming the nearest."""
    row = find_subscription(session, name)
    if row is None:
        near = name_nearest(name, [one.name for one in list_subscriptions(session)])
        raise UsageError(f"no subscription is called {name!r}{near or '; `galata subscriptions list` names them'}")
    return row
