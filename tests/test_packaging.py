"""The wheel carries everything that runs: built offline, installed where no checkout is near, and started."""

import importlib.metadata
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from tests.test_house import list_files

REPOSITORY = Path(__file__).parent.parent
# What a folder of the checkout is called in the wheel.
SHIPPED = {"worker": "worker", "db": "db", "config": "config", "alembic": "alembic_galata", "seeds": "galata_seeds"}
# Data of each kind: a wheel without one of these would install and then fail.
NEEDED = [
    "config/*.toml",
    "worker/net/templates/*",
    "worker/demo/feeds/*/*.xml",
    "alembic_galata/env.py",
    "alembic_galata/script.py.mako",
    "alembic_galata/versions/*.py",
    "galata_seeds/*.toml",
]
WHERE = """
import alembic, worker
from config.files import data_path
print(worker.__file__, alembic.__file__, *(data_path(name) for name in ("config", "seeds", "alembic")), sep="\\n")
"""


def run_command(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed, in an environment without our paths and settings."""
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("GALATA_", "PYTHON"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=keep, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, as `pip install .` would build it."""
    folder = tmp_path_factory.mktemp("dist")
    run_command(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=REPOSITORY)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with the wheel and, borrowed from this one, what it depends on."""
    environment = tmp_path_factory.mktemp("environment")
    run_command(sys.executable, "-m", "venv", "--without-pip", environment, cwd=environment)
    programs = environment / "bin"
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        programs / "python",
        "--disable-pip-version-check",
    ]
    run_command(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=environment)
    [packages] = environment.glob("lib/python*/site-packages")
    # A path in a .pth file is searched last, and the .pth files in that place (our editable one) are not read.
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return programs


def list_names(wheel: Path) -> set[str]:
    """The wheel's files, without those that describe it."""
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


@pytest.mark.parametrize("pattern", NEEDED)
def test_the_wheel_carries_what_runs_need(wheel: Path, pattern: str) -> None:
    assert [name for name in list_names(wheel) if PurePosixPath(name).match(pattern)]


def test_the_wheel_carries_the_shipped_folders_and_nothing_else(wheel: Path) -> None:
    files = [path.relative_to(REPOSITORY) for path in list_files() if path.name != "ruff.toml"]
    ours = {"/".join((SHIPPED[path.parts[0]], *path.parts[1:])) for path in files if path.parts[0] in SHIPPED}
    assert list_names(wheel) == ours


def test_the_installed_command_runs_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    assert importlib.metadata.version("galata-news") in run_command(installed / "galata", "version", cwd=tmp_path)


def test_the_installed_program_finds_its_data(installed: Path, tmp_path: Path) -> None:
    found = run_command(installed / "python", "-c", WHERE, cwd=tmp_path).splitlines()
    program, library, *data = map(Path, found)
    packages = program.parent.parent
    assert packages.is_relative_to(installed.parent), "the checkout's program answered, not the installed one"
    assert library.is_relative_to(sysconfig.get_path("purelib")), "something of ours hides the library alembic"
    assert data == [packages / name for name in ("config", "galata_seeds", "alembic_galata")]
