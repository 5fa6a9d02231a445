"""A reader that dies in the middle: the next one reads its page, the article is judged once more, nobody told twice."""

import signal
from pathlib import Path

import pytest

from tests.faults.sabotage import MORTAL, write_sabotage
from tests.faults.scene import Scene, run_fleet

ITEMS = 6
READ = "Baykar."
"""What a subscription asks for by name is read."""
POINTS = [
    ("worker.pipeline.read", "store_reading", 3),  # the page has come, nothing is written down
    ("worker.pipeline.read", "replace_text", 3),  # in the transaction that settles the page
    ("worker.pipeline.place", "index_article", ITEMS + 2),  # judged anew; what was indexed of it is gone
    ("worker.pipeline.alert", "match_article", ITEMS + 2),  # told by its abstract already
]


@pytest.mark.parametrize(("module", "function", "call"), POINTS, ids=[function for _, function, _ in POINTS])
def test_a_reader_that_dies_halfway(embedded: Scene, tmp_path: Path, module: str, function: str, call: int) -> None:
    text = MORTAL.format(module=module, function=function, call=call, marker=tmp_path / "dead")
    path = write_sabotage(tmp_path, text)
    embedded.publish(ITEMS, READ)
    with embedded.installation.start("galata", "poll", "--once", PYTHONPATH=path) as program:
        assert program.process.wait(120) == -signal.SIGKILL, program.said
    embedded.end_leases()
    for _ in range(2):
        embedded.installation.set_due()
        embedded.installation.poll_once()
    check_read(embedded)


def test_workers_read_and_judge_again(distributed: Scene) -> None:
    distributed.publish(ITEMS, READ)
    with run_fleet(distributed.installation, workers=2):
        distributed.settle()
    check_read(distributed)
    assert distributed.paper.pages["/robots.txt"] == 1
    assert max(distributed.paper.pages.values()) == 1


def check_read(scene: Scene) -> None:
    """Every page was read, every article has its text, and everybody was told once."""
    assert scene.count("SELECT count(*) FROM pages WHERE state = 'read'") == ITEMS
    assert scene.count("SELECT count(*) FROM articles WHERE NOT seed AND content <> '' AND state = 'done'") == ITEMS
    assert scene.judge() == []
