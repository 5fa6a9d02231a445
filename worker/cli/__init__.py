"""The galata command. One file a family of commands; errors are one line on stderr, with exit status 2."""

import importlib
import signal
import sys

import click

from config import ConfigError
from worker.errors import GalataError

# Command → the module that holds it, loaded when it is called: `galata version` needs no database driver.
COMMANDS = {
    "init": "worker.cli.init",
    "demo": "worker.cli.demo",
    "up": "worker.cli.start",
    "web": "worker.cli.web",
    "migrate": "worker.cli.start",
    "poll": "worker.cli.poll",
    "feeds": "worker.cli.feeds",
    "seeds": "worker.cli.seeds",
    "subscriptions": "worker.cli.subscriptions",
    "channels": "worker.cli.outbox",
    "deliveries": "worker.cli.outbox",
    "digest": "worker.cli.digest",
    "explain": "worker.cli.explain",
    "stories": "worker.cli.stories",
    "label": "worker.cli.label",
    "evaluate": "worker.cli.evaluate",
    "replay": "worker.cli.replay",
    "status": "worker.cli.status",
    "config": "worker.cli.config",
    "version": "worker.cli.config",
}


class Commands(click.Group):
    """Commands by name, imported when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  the interface of click
        """In the order a new user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """A command. NoSuchCommand with the nearest name."""
        if cmd_name not in COMMANDS:
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        command = getattr(importlib.import_module(COMMANDS[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def galata() -> None:
    """Galata watches the news about Türkiye and Italy: feeds in, stories judged, a daily digest and alerts out.

    Begin with `galata demo` (offline) or `galata init`.
    """


def main() -> None:
    """Entry point: every error that is ours is one line, and nobody sees a traceback for a typo."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `galata feeds list | head` ends quietly
    try:
        sys.exit(galata.main(standalone_mode=False))
    except click.exceptions.Exit as request:
        sys.exit(request.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as request:
        request.show()
        sys.exit(2)
    except click.UsageError as error:
        tell_error(describe_usage(error))
        sys.exit(2)
    except click.ClickException as error:
        tell_error(error.format_message())
        sys.exit(2)
    except (ConfigError, GalataError) as error:
        for line in str(error).splitlines():
            tell_error(line)
        sys.exit(2)
    except Exception as error:
        if not is_refusal(error):
            raise
        why = " ".join(str(getattr(error, "orig", None) or error).split())
        tell_error(f"the database refused ({why}); see that it runs, has room and is not locked, then try again")
        sys.exit(2)


def is_refusal(error: Exception) -> bool:
    """Whether it is the database's (SQLAlchemy's DBAPIError). Asked by name: `galata version` needs no SQLAlchemy."""
    return any((kind.__module__, kind.__name__) == ("sqlalchemy.exc", "DBAPIError") for kind in type(error).__mro__)


def tell_error(line: str) -> None:
    """A line on stderr."""
    click.echo(click.style("galata: ", fg="red") + line, err=True)


def describe_usage(error: click.UsageError) -> str:
    """What is wrong with a command line, in one line, and whom to ask."""
    what = " ".join(error.format_message().split())
    what += "" if what.endswith((".", "?", "?)")) else "."
    return f"{what} See `{error.ctx.command_path} --help`." if error.ctx else what
