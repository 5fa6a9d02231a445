"""Running the galata command as a user does: a process of its own, in a clean environment."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

GALATA = Path(sys.executable).parent / "galata"


def clean_environment(**given: str) -> dict[str, str]:
    """This environment without any setting of ours, and with those given. No page is read unless a test says so: all
    outlets are one host here, and pages of one host wait for each other."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GALATA_")}
    return {**kept, "GALATA_FULL_TEXT": "false", **given}


def run_galata(
    *arguments: str, cwd: Path | None = None, stdin: str | None = None, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end. `environment`: the settings it is given."""
    return subprocess.run(
        [str(GALATA), *arguments],
        cwd=cwd,
        env=clean_environment(**(environment or {})),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
