"""The house is kept: what its style promises is checked on every file, and every offender is named."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
FUNCTION_LINES = 40
FILE_LINES = 300
# Registries by the hosts that serve packages, and machine folders; spelled so that this file does not name them itself.
HOSTS = ("py" + r"pi\.org", "python" + r"hosted\.org", "registry" + r"\.npmjs", "dev" + "pi", "artifact" + "ory")
FOREIGN = re.compile("|".join((*HOSTS, "/wo" + "rk/", "/ro" + "ot/", "/home/" + "[a-z]")))
UNTRACKED = {"__pycache__", "build", "dist", "var"}
CLOCKS = {"now", "utcnow", "today"}
DOORS = {"open", "input", "print", "exec", "eval", "__import__"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def list_files() -> list[Path]:
    """Every file that git tracks, or would; without git, every file that is not hidden or made."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    if listed.returncode:
        return list(walk_files(REPOSITORY))
    paths = [REPOSITORY / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def walk_files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.name in UNTRACKED:
            continue
        yield from walk_files(path) if path.is_dir() else [path]


def list_modules(*rooms: str) -> list[Path]:
    """The Python files below these folders; of the whole repository when none is named."""
    modules = [path for path in list_files() if path.suffix == ".py"]
    return [path for path in modules if not rooms or any(path.is_relative_to(REPOSITORY / room) for room in rooms)]


@cache
def parse_module(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), name_file(path))


def name_file(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


def list_functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(parse_module(path)) if isinstance(node, Function)]


def count_lines(function: Function) -> int:
    """Lines from `def` to the end, without the docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or 0) - docstring.lineno + 1)


def test_there_is_a_house_to_check() -> None:
    rooms = {name_file(path).split("/")[0] for path in list_modules()}
    assert {"worker", "db", "config", "tests", "alembic"} <= rooms
    assert len(list_modules("worker/news")) > 10


def test_every_module_says_what_it_is_for() -> None:
    trees = {path: parse_module(path) for path in list_modules()}
    assert [name_file(path) for path, tree in trees.items() if tree.body and not ast.get_docstring(tree)] == []


def test_public_functions_have_docstrings() -> None:
    bare = [
        f"{name_file(path)}:{node.lineno} {node.name}"
        for path in list_modules("worker", "db", "config")
        for node in parse_module(path).body
        if isinstance(node, Function) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert bare == []


def test_functions_fit_a_screen() -> None:
    sizes = [(path, node, count_lines(node)) for path in list_modules() for node in list_functions(path)]
    long = [f"{name_file(path)} {node.name}: {lines}" for path, node, lines in sizes if lines > FUNCTION_LINES]
    assert long == []


def test_files_stay_small() -> None:
    sizes = {name_file(path): len(path.read_text(encoding="utf-8").splitlines()) for path in list_modules()}
    assert {name: lines for name, lines in sizes.items() if lines > FILE_LINES} == {}


def test_the_migrations_are_no_package() -> None:
    assert not (REPOSITORY / "alembic" / "__init__.py").exists(), "it would hide the alembic library"


def test_no_file_names_a_machine_or_a_registry() -> None:
    texts = {path: path.read_bytes().decode("utf-8", errors="ignore") for path in list_files()}
    assert [f"{name_file(path)}: {found[0]}" for path, text in texts.items() for found in FOREIGN.finditer(text)] == []


def test_every_ignore_of_the_linter_has_a_reason() -> None:
    lines = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    ignores = [line for line in lines if re.match(r'  "[A-Z]+[0-9]*",', line)]
    assert ignores, "the pattern above no longer finds the ignores"
    assert [line for line in ignores if not re.search(r"# \S+ \S+", line)] == []


def test_every_ignore_in_the_code_has_a_rule_and_a_reason() -> None:
    asked = re.compile(r"#\s*(noqa|type:\s*ignore)")
    reasoned = re.compile(r"#\s*(noqa: [A-Z0-9, ]*[0-9]|type: ignore\[[\w, -]+\])\W+\w+\W+\w+")
    bare = [
        f"{name_file(path)}:{number}"
        for path in list_modules("worker", "db", "config")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if asked.search(line) and not reasoned.search(line)
    ]
    assert bare == []


def test_deciding_opens_no_door_and_looks_at_no_clock() -> None:
    """What ruff (worker/news/ruff.toml) cannot name: builtins, and a clock reached by way of a value."""
    calls = [(path, node) for path in list_modules("worker/news") for node in ast.walk(parse_module(path))]
    found = [
        f"{name_file(path)}:{node.lineno}"
        for path, node in calls
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", "") in DOORS or getattr(node.func, "attr", "") in CLOCKS)
    ]
    assert found == []
