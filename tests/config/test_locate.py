"""Lines of tables and keys in TOML."""

import tomllib

import pytest

from config.locate import Positions

TEXT = '''# a comment
title = "x"  # one

[[feeds]]
name = "A"
"quoted key" = 1

[[feeds]]
note = """
[[feeds]]
name = "not a key"
"""
name = "B"
recipients = [
  { to = "file:desk" },
]

[[feeds.parts]]
size = 1
[[feeds.parts]]
size = 2
[feeds.parts.deep]
a.b = 3
quote = "she said ### once"
after = "it" # ###
[other]
last = true
'''.replace("###", "'" * 3)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("feeds", 0), 4),
        (("feeds", 0, "name"), 5),
        (("feeds", 0, "quoted key"), 6),
        (("feeds", 1), 8),
        (("feeds", 1, "name"), 13),
        (("feeds", 1, "recipients", 0, "to"), 14),
        (("feeds", 1, "missing"), 8),
        (("feeds", 1, "parts", 0, "size"), 19),
        (("feeds", 1, "parts", 1, "size"), 21),
        (("feeds", 1, "parts", 1, "deep", "a", "b"), 23),
        (("feeds", 1, "parts", 1, "deep", "after"), 25),
        (("other", "last"), 27),
        (("nothing",), 1),
    ],
)
def test_line_of_path(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(TEXT)
    assert Positions(TEXT).line(path) == line
