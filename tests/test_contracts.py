"""The import contracts catch what they are for: a copy of the code with one forbidden import is refused."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
VIOLATIONS = [
    ("worker/news", "import socket"),
    ("worker/news", "from os import environ"),
    ("worker/news", "from time import time"),
    ("worker/news", "import sqlalchemy"),
    ("worker/news", "import db"),
    ("worker/news", "import worker.net"),
    ("worker/net", "import worker.news.text"),
    ("worker/net", "import worker.pipeline"),
    ("worker/net", "import config"),
    ("worker/pipeline", "import worker.cli"),
    ("worker/pipeline", "import celery"),
    ("worker/web", "import redis"),
    ("worker/web", "import worker.broker"),
    ("worker/pipeline", "import worker.web"),
    ("db", "import config"),
    ("db", "import worker.news.types"),
    ("config", "import worker.errors"),
]


@pytest.fixture(scope="module")
def copied_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages and their contracts, in a place where they may be broken."""
    copy = tmp_path_factory.mktemp("house")
    for name in ("worker", "db", "config"):
        shutil.copytree(REPOSITORY / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "pyproject.toml", copy)
    return copy


def check_contracts(house: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(house)}
    return subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)


def test_the_house_keeps_its_contracts(copied_house: Path) -> None:
    checked = check_contracts(copied_house)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(("room", "line"), VIOLATIONS)
def test_a_forbidden_import_is_refused(copied_house: Path, room: str, line: str) -> None:
    intruder = copied_house / room / "intruder.py"
    intruder.write_text(f"{line}\n")
    try:
        checked = check_contracts(copied_house)
    finally:
        intruder.unlink()
    assert checked.returncode == 1
    assert "intruder ->" in checked.stdout, checked.stdout
