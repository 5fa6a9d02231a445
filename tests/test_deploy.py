"""The Dockerfile, compose.yaml and the systemd units, as checkers of their own see them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploying import REPOSITORY, UNITS, read_instructions, read_unit
from worker.app import QUEUES, SOFT_SHUTDOWN
from worker.embedded import GRACE_SECONDS

BIN = Path(sys.executable).parent
NAMES = ["galata-beat.service", "galata-up.service", "galata-web.service", "galata-worker@.service"]


def run_checker(*command: str) -> None:
    """A checker that must find nothing."""
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=100, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr


def test_the_dockerfile_keeps_the_habits_of_its_users() -> None:
    run_checker(str(BIN / "hadolint"), "Dockerfile")


def test_compose_keeps_the_schema_of_its_specification() -> None:
    run_checker(str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.compose-spec", "compose.yaml")


def test_the_image_runs_as_nobody_special_and_gives_tasks_their_time() -> None:
    assert read_instructions("USER") == ["10001"]
    assert "REMAP_SIGTERM=SIGQUIT" in " ".join(read_instructions("ENV"))
    assert len(read_instructions("HEALTHCHECK")) == 1
    copied = read_instructions("COPY")
    assert copied == ["--from=build /opt/galata /opt/galata"], "nothing of the build, and no data, comes along"


def test_what_the_image_copies_is_what_docker_may_see() -> None:
    text = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
    lines = [line.split()[1:-1] for line in text.splitlines() if line.startswith("COPY ") and "--from" not in line]
    copied = {name for names in lines for name in names}
    ignore = (REPOSITORY / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {line[1:] for line in ignore if line.startswith("!")} == copied
    assert "*" in ignore
    assert all((REPOSITORY / name).exists() for name in copied)


def test_there_is_a_unit_for_each_process() -> None:
    assert [path.name for path in UNITS] == NAMES


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units_restart_and_wait_for_the_end(path: Path) -> None:
    unit = dict(read_unit(path))
    assert unit["Restart"] == "always"
    assert unit["StartLimitIntervalSec"] == "0"
    assert int(unit["TimeoutStopSec"]) > (SOFT_SHUTDOWN if "worker" in path.name else GRACE_SECONDS)
    assert (unit["User"], unit["NoNewPrivileges"], unit["ProtectSystem"]) == ("galata", "yes", "strict")


def test_the_workers_unit_takes_a_queue_and_gives_its_tasks_time() -> None:
    unit = read_unit(next(path for path in UNITS if "worker" in path.name))
    assert ("Environment", "REMAP_SIGTERM=SIGQUIT") in unit
    assert ("KillMode", "mixed") in unit, "its children would be ended at once"
    command = dict(unit)["ExecStart"].split()
    assert command[command.index("-Q") + 1] == "%i"
    assert command[command.index("-n") + 1] == "%i@%%h"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="the checker of units comes with systemd itself")
@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_systemd_understands_the_units(path: Path, tmp_path: Path) -> None:
    """With this environment's programs, and a user that every machine has: both are looked up."""
    text = path.read_text(encoding="utf-8").replace("/opt/galata/bin/", f"{BIN}/")
    copy = tmp_path / path.name.replace("@.", f"@{QUEUES[0]}.")
    copy.write_text(text.replace("=galata\n", "=root\n"))
    command = ["systemd-analyze", "verify", "--man=no", str(copy)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    assert copy.name not in done.stderr, done.stderr  # it may complain of this machine's own units
