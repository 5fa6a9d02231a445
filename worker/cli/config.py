"""galata config, galata version."""

import click

from config.settings import load_settings
from worker import __version__
from worker.pipeline.rules import check_rules


@click.group()
def config() -> None:
    """Check the settings and data files."""


@config.command("check")
def check_files() -> None:
    """Read every setting and data file, try the examples written beside topics, and tell each mistake with its line."""
    settings = load_settings()
    problems = check_rules(settings)
    for problem in problems:
        click.echo(click.style("galata: ", fg="red") + problem, err=True)
    if problems:
        raise SystemExit(2)
    click.echo("The settings and data files are right.")


@click.command()
def version() -> None:
    """Print the version."""
    click.echo(f"galata {__version__}")
