"""`galata poll --once` on the shipped outlets: without a network each feed stands in its named state."""

import json
from pathlib import Path

from tests.acceptance.running import run_galata

SHIPPED = Path(__file__).parent.parent.parent / "config" / "feeds.toml"


def test_without_a_network_each_feed_stands_in_its_named_state(tmp_path: Path) -> None:
    shipped = SHIPPED.read_text(encoding="utf-8")
    lines = [reserve_host(line) if line.startswith("url") else line for line in shipped.splitlines()]
    (tmp_path / "feeds.toml").write_text("\n".join(lines), encoding="utf-8")
    where = {"GALATA_DATA_DIR": str(tmp_path / "data"), "GALATA_CONFIG_DIR": str(tmp_path)}
    # An answer that is lost on its way is asked for again after a second, not after five.
    where["RES_OPTIONS"] = "timeout:1 attempts:5"
    done = run_galata("poll", "--once", "--json", environment=where)
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["polled"] == said["failed"] == shipped.count("[[feeds]]")
    assert {feed["outcome"] for feed in said["feeds"]} == {"dns"}
    listed = run_galata("feeds", "list", environment=where).stdout.splitlines()
    assert len(listed) == said["polled"] + 1
    preview = run_galata("digest", "preview", environment=where)
    assert f"0 of {said['polled']} feeds read" in preview.stdout


def reserve_host(line: str) -> str:
    """The same address at a host under .invalid, which resolves nowhere (RFC 2606): no test asks anybody's server."""
    scheme, rest = line.split("://", 1)
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host}.invalid{slash}{path}"
