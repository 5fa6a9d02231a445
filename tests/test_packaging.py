"""The wheel carries everything that runs: built offline, installed where no checkout is near, and started."""

import importlib.metadata
import importlib.util
import os
import re
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
# Everything that may be imported when Galata runs, and a word that there was something.
LOAD = """
import importlib, pkgutil
import config, db, worker
for package in (config, db, worker):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(found.name)
        print(found.name)
"""


def run_command(*command: str | Path, cwd: Path, **variables: str) -> str:
    """Standard output of a command that must succeed, in an environment without our paths and settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GALATA_", "PYTHON"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=kept | variables, capture_output=True, text=True, check=False
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
    """The folder of programs of an environment with the wheel and what requirements.txt pins, and nothing else."""
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
    for name in list_pinned() - list_builders():
        lend_distribution(name, packages)
    return programs


def list_pinned() -> set[str]:
    """The distributions of requirements.txt."""
    text = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z0-9._-]+)==", text, re.MULTILINE))


def list_builders() -> set[str]:
    """Those that only build the wheel, which the image removes after it has been built."""
    text = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    [names] = re.findall(r"uninstall --yes +(hatchling .+)", text)
    return set(names.split())


def lend_distribution(name: str, packages: Path) -> None:
    """A link to every file of a distribution of this environment. Its programs and what was compiled stay behind."""
    for file in importlib.metadata.distribution(name).files or ():
        if ".." in file.parts or "__pycache__" in file.parts:
            continue
        link = packages / file
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(Path(str(file.locate())))


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
    assert library == packages / "alembic" / "__init__.py"
    assert library.resolve().is_relative_to(sysconfig.get_path("purelib")), "something of ours hides the library"
    assert data == [packages / name for name in ("config", "galata_seeds", "alembic_galata")]


@pytest.mark.parametrize("name", ["pytest", "yaml", "hatchling", "aiosmtpd"])
def test_the_environment_has_nothing_that_only_developers_have(installed: Path, tmp_path: Path, name: str) -> None:
    found = f"import importlib.util; print(importlib.util.find_spec({name!r}))"
    assert run_command(installed / "python", "-c", found, cwd=tmp_path).strip() == "None"
    assert importlib.util.find_spec(name) is not None, "it would have been found"


def test_every_module_loads_with_what_is_pinned(installed: Path, tmp_path: Path) -> None:
    loaded = run_command(installed / "python", "-c", LOAD, cwd=tmp_path).split()
    assert {"worker.app", "worker.beat", "worker.web.site", "worker.cli.web", "db.session", "config.files"} <= {*loaded}


def test_the_installed_demo_runs_to_its_digest(installed: Path, tmp_path: Path) -> None:
    said = run_command(installed / "galata", "demo", "--folder", "played", cwd=tmp_path)
    assert "Every decision is the one that docs/demo.md names." in said
    [digest] = [path for path in (tmp_path / "played").rglob("*.html") if "Leonardo" in path.read_text("utf-8")][:1]
    assert "<html" in digest.read_text("utf-8")


def test_the_installed_program_prepares_and_is_well(installed: Path, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "GALATA_DATA_DIR": str(tmp_path / "data")}
    assert run_command(installed / "galata", "migrate", cwd=tmp_path, **home).startswith("Ready: ")
    assert run_command(installed / "galata", "status", cwd=tmp_path, **home).startswith("All is well.")
