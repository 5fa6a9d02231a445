"""galata channels, galata deliveries: whether messages go out, and mending what did not."""

from dataclasses import asdict

import click

from worker.cli.context import open_command
from worker.cli.output import json_option, print_json, print_rows
from worker.cli.words import count_things, cut_text, say_done, tell_distance
from worker.pipeline.outbox import (
    STATES,
    ChannelFacts,
    list_channel_facts,
    list_delivery_facts,
    resolve_deliveries,
    resume_named,
    retry_deliveries,
    send_test,
)


@click.group()
def channels() -> None:
    """See whether messages go out, try an address, resume a channel that was paused."""


@channels.command("list")
@json_option
def list_channels(as_json: bool) -> None:
    """List the channels (smtp, file, webhook): paused or not and why, and how many messages are in which state."""
    with open_command() as runtime:
        facts, now = list_channel_facts(runtime), runtime.now()
    if as_json:
        print_json([asdict(one) for one in facts])
        return
    rows = [
        (
            one.channel,
            name_pause(one),
            cut_text(one.why),
            tell_distance(one.since, now),
            tell_distance(one.until, now),
            one.pending,
            one.sent,
            one.uncertain,
            one.dead,
        )
        for one in facts
    ]
    print_rows(("channel", "paused", "why", "since", "again", "pending", "sent", "uncertain", "dead"), rows)


def name_pause(facts: ChannelFacts) -> str:
    """`yes`, `rests` or nothing."""
    return "rests" if facts.until else "yes" if facts.paused else ""


@channels.command("test")
@click.argument("address")
def test_address(address: str) -> None:
    """Send a test message to ADDRESS (mailto:you@example.org, file:desk, webhook+https://…) and print its receipt."""
    with open_command(migrated=False) as runtime:
        receipt = send_test(runtime, address)
    say_done(f"Sent: {receipt}")


@channels.command("resume")
@click.argument("name")
def resume_channel(name: str) -> None:
    """Send again on the channel NAME, once what paused it is mended. What waited is sent at the next opportunity."""
    with open_command() as runtime:
        was_paused, waiting = resume_named(runtime, name)
    start = f"{name} is resumed" if was_paused else f"{name} was not paused"
    say_done(f"{start}; {count_things(waiting, 'message')} waiting.")


@click.group()
def deliveries() -> None:
    """See what was sent to whom, and settle what was not."""


@deliveries.command("list")
@click.option("--state", type=click.Choice(STATES), help="Only those in this state.  [default: all]")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many, the latest first.")
@json_option
def list_deliveries(state: str | None, limit: int, as_json: bool) -> None:
    """List messages, the latest first: their state, recipient, attempts and error."""
    with open_command() as runtime:
        facts, now = list_delivery_facts(runtime, state, limit), runtime.now()
    if as_json:
        print_json([asdict(one) for one in facts])
        return
    rows = [
        (
            one.id,
            one.state,
            one.channel,
            one.to,
            one.kind,
            cut_text(one.subject, 40),
            tell_distance(one.created, now),
            one.attempts,
            tell_distance(one.next_attempt, now),
            cut_text(one.error, 50),
        )
        for one in facts
    ]
    print_rows(("id", "state", "channel", "to", "kind", "subject", "created", "attempts", "next", "error"), rows)


@deliveries.command("retry")
@click.argument("ids", metavar="ID...", type=int, nargs=-1, required=True)
def retry(ids: tuple[int, ...]) -> None:
    """Send the dead or waiting messages ID… at the next opportunity; addresses given up are written to again."""
    with open_command() as runtime:
        revived = retry_deliveries(runtime, ids)
    say_done(f"{count_things(len(set(ids)), 'message')} will be sent again.")
    for address in revived:
        say_done(f"{address} was given up; it is written to again.")


@deliveries.command("resolve")
@click.argument("ids", metavar="ID...", type=int, nargs=-1, required=True)
@click.option("--sent", "outcome", flag_value="sent", help="They arrived: do not send them again.")
@click.option("--resend", "outcome", flag_value="resend", help="They did not arrive: send them again.")
def resolve(ids: tuple[int, ...], outcome: str | None) -> None:
    """Settle the uncertain messages ID…: their connection broke when they may already have been accepted, so only you
    can know (from the recipient, or the mail server's log)."""
    if outcome is None:
        raise click.UsageError("say --sent (they arrived) or --resend (they did not)")
    with open_command() as runtime:
        resolve_deliveries(runtime, ids, sent=outcome == "sent")
    what = "noted as sent" if outcome == "sent" else "will be sent again"
    say_done(f"{count_things(len(set(ids)), 'message')} {what}.")
