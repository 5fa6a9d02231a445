"""galata web: health and metrics in a process of their own, beside beat and workers."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import click

from config.settings import load_settings
from worker.cli.context import quieten, start_logging


@click.command()
def web() -> None:
    """Serve health and metrics until Ctrl-C, for beat and workers that run on their own. `galata up` serves them too.

    It starts although the database does not answer, and says so at /ready."""
    from worker.broker import read_broker  # Celery takes a second to load
    from worker.pipeline.runtime import open_unready
    from worker.web.listen import name_address, open_listener, serve_site
    from worker.web.site import make_site

    settings = load_settings()
    start_logging(settings.log_level)
    quieten("uvicorn")
    with open_listener(settings) as listener, open_unready(settings) as runtime, await_stop() as stopping:
        site = make_site(runtime, partial(read_broker, settings))
        with serve_site(site, listener):
            click.echo(f"Health and metrics: {name_address(listener)}")
            stopping.wait()
    click.echo("Galata has stopped.")


@contextmanager
def await_stop() -> Iterator[threading.Event]:
    """An event that SIGTERM and Ctrl-C set."""
    stopping = threading.Event()
    before = {number: signal.signal(number, lambda *_: stopping.set()) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
