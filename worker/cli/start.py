"""galata migrate, galata up."""

import click

from config.settings import Settings, load_settings
from config.urls import mask_url
from db.session import find_sqlite_path
from worker.cli.context import quieten, start_logging
from worker.cli.words import count_things
from worker.pipeline.prepare import Prepared, open_prepared
from worker.pipeline.runtime import make_folders
from worker.pipeline.sweep import release_predecessor


@click.command()
def migrate() -> None:
    """Bring the database, the feeds, the subscriptions and the seed corpus up to date. Safe to repeat."""
    start_logging()
    settings = load_settings()
    with open_prepared(settings) as (_runtime, prepared):
        click.echo(describe_prepared(settings, prepared))


@click.command()
def up() -> None:
    """Run everything in this process until Ctrl-C: schedule, polling, judging, sending."""
    from worker.embedded import check_broker, hold_alone, run_embedded  # Celery takes a second to load
    from worker.web.listen import name_address, open_listener

    settings = load_settings()
    start_logging(settings.log_level)
    quieten("celery", "kombu", "uvicorn")
    make_folders(settings)
    with hold_alone(settings), open_listener(settings) as listener:
        check_broker(settings)
        with open_prepared(settings) as (runtime, prepared):
            click.echo(describe_prepared(settings, prepared))
            if is_alone(settings) and (released := release_predecessor(runtime)):
                click.echo(f"Took over {count_things(released, 'unfinished row')} of a process that was killed.")
            if settings.smtp_url is None:
                click.echo(f"Mail goes to files in {settings.outbox_dir}: GALATA_SMTP_URL is not set.")
            click.echo(f"Health and metrics: {name_address(listener)}")
            run_embedded(runtime, listener, lambda: click.echo("Galata is running. Stop it with Ctrl-C."))
    click.echo("Galata has stopped.")


def is_alone(settings: Settings) -> bool:
    """Whether the lock on the data folder keeps everybody else from the database too, other workers and machines."""
    path = find_sqlite_path(settings.database_url)
    return settings.is_embedded and path is not None and path.parent == settings.data_dir


def describe_prepared(settings: Settings, prepared: Prepared) -> str:
    """One line on what is ready, and where."""
    disabled = f", {prepared.feeds_disabled} disabled" if prepared.feeds_disabled else ""
    return (
        f"Ready: {count_things(prepared.feeds, 'feed')} ({prepared.feeds_added} new{disabled}), "
        f"{count_things(prepared.subscriptions, 'subscription')}, {count_things(prepared.seeds, 'seed document')}, "
        f"in {mask_url(settings.database_url)}"
    )
