"""compose.yaml without its engine: each service's very command, with its environment, on the test's servers, takes the
outlets to messages, answers its health check, and ends in time at its stop signal."""

import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.deploying import (
    Service,
    fill_defaults,
    read_compose,
    read_image_environment,
    read_instructions,
    read_processes,
    read_seconds,
)
from tests.faults.installation import Installation, Program, make_installation
from tests.servers.ports import find_free_port, wait_until
from tests.servers.smtp import SmtpSink
from worker.app import QUEUES, SOFT_SHUTDOWN
from worker.demo.server import DemoServer

TOKEN = "the-token-of-this-test"


@dataclass(frozen=True)
class Host:
    """What stands in for the engine: the folders, secrets and servers that services are given."""

    installation: Installation
    secrets: dict[str, str]
    broker_url: str
    port: int

    def write_secrets(self) -> None:
        """The files that compose mounts."""
        folder = self.installation.folder / "secrets"
        folder.mkdir()
        for name, secret in self.secrets.items():
            (folder / name).write_text(secret + "\n")

    def make_environment(self, service: Service) -> dict[str, str]:
        """What a service's process would see, its places and servers being ours."""
        folder = self.installation.folder
        places = {
            "/run/secrets/": f"{folder}/secrets/",
            "/var/lib/galata": f"{folder}/data",
            "/etc/galata": f"{folder}/config",
            "redis://redis:6379/0": self.broker_url,
            "8420": str(self.port),
        }
        given = read_image_environment() | {name: fill_defaults(one) for name, one in service["environment"].items()}
        for there, here in places.items():
            given = {name: value.replace(there, here) for name, value in given.items()}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GALATA_")}
        # The outlets are on loopback, all on one host, which real ones are not; the tests may run as root, which the
        # image does not.
        hurry = {"GALATA_TICK_SECONDS": "1", "GALATA_PAGE_INTERVAL_SECONDS": "0"}
        return kept | given | hurry | {"GALATA_HTTP_ALLOW": "127.0.0.0/8", "C_FORCE_ROOT": "1"}

    def start(self, service: Service, command: list[str]) -> Program:
        """A command of a service, in its environment."""
        environment = self.make_environment(service)
        return Installation(self.installation.folder, environment, self.installation.url).start(*command)


@pytest.fixture
def host(tmp_path: Path, smtp_sink: SmtpSink, postgres_url: str, redis_url: str) -> Iterator[Host]:
    with DemoServer() as outlets:
        made = make_installation(tmp_path, outlets, smtp_sink, GALATA_DATABASE_URL=postgres_url)
        (tmp_path / "data").mkdir()
        secrets = {"database_url": postgres_url, "smtp_url": smtp_sink.url, "web_token": TOKEN}
        found = Host(made, secrets, redis_url, find_free_port())
        found.write_secrets()
        yield found


def run_service(host: Host, service: Service, command: list[str]) -> int:
    """A command's exit status."""
    with host.start(service, command) as program:
        return program.process.wait(60)


@pytest.mark.timeout(400)  # six processes, a heartbeat of each, a check of each, an end of each
def test_every_service_does_its_work_is_found_well_and_ends_in_time(host: Host, smtp_sink: SmtpSink) -> None:
    services = read_processes()
    migrate = services.pop("migrate")
    assert run_service(host, migrate, migrate["command"]) == 0
    with ExitStack() as stack:
        running = {name: stack.enter_context(host.start(one, one["command"])) for name, one in services.items()}
        host.installation.wait_until_quiet()
        assert len(smtp_sink.messages) > 10
        for name, one in services.items():
            check_health(host, one, running[name])
        check_pages(host)
        check_ends(running, {name: read_seconds(one["stop_grace_period"]) for name, one in services.items()})


def check_health(host: Host, service: Service, program: Program) -> None:
    """The very check of a service finds it well, once it has done something."""
    kind, *command = service["healthcheck"]["test"]
    assert kind == "CMD"
    assert wait_until(lambda: run_service(host, service, command) == 0, seconds=60), program.said


def check_pages(host: Host) -> None:
    """The token of the secret's file opens the metrics, which tell that all move."""
    url = f"http://127.0.0.1:{host.port}/metrics"
    assert httpx.get(url).status_code == 401
    told = httpx.get(url, headers={"Authorization": f"Bearer {TOKEN}"}).text
    workers = set(re.findall(r'worker_last_heartbeat_timestamp_seconds\{worker="(\w+)@', told))
    assert workers == set(QUEUES)
    assert "galata_db_up 1.0" in told
    assert "galata_broker_up 1.0" in told


def check_ends(running: dict[str, Program], graces: dict[str, int]) -> None:
    """Each ends well at the image's stop signal, which all get at once, before the engine would kill it."""
    [stop] = read_instructions("STOPSIGNAL")
    began = time.monotonic()
    for program in running.values():
        program.send(signal.Signals[stop])
    for name, program in running.items():
        assert program.process.wait(graces[name] - (time.monotonic() - began)) == 0, program.said
        assert "Traceback" not in program.said


def test_every_queue_has_a_worker_whose_name_its_check_asks_for() -> None:
    consumed = []
    for name, one in read_processes().items():
        if "worker" in one["command"]:
            command = one["command"]
            consumed += command[command.index("-Q") + 1].split(",")
            node = command[command.index("-n") + 1]
            assert one["healthcheck"]["test"][-1] == f"worker {node}", name
    assert sorted(consumed) == sorted(QUEUES)


def test_no_process_is_killed_in_its_grace_or_left_dead() -> None:
    for name, one in read_processes().items():
        assert read_seconds(one["stop_grace_period"]) > SOFT_SHUTDOWN, name
        assert one["restart"] == ("no" if name == "migrate" else "unless-stopped"), name
        assert one["read_only"] is True, name
        wanted = {"postgres"} if name == "migrate" else {"migrate", "redis"}
        assert one["depends_on"].keys() == wanted, name


def test_secrets_are_files_and_servers_are_closed() -> None:
    compose = read_compose()
    for name, service in compose["services"].items():
        for variable, value in service.get("environment", {}).items():
            secret = any(word in variable for word in ("PASSWORD", "TOKEN", "DATABASE_URL", "SMTP_URL"))
            assert not secret or (variable.endswith("_FILE") and value.startswith("/run/secrets/")), (name, variable)
            assert not secret or Path(value).name in service["secrets"], (name, variable)
    for name in ("postgres", "redis"):
        assert "ports" not in compose["services"][name]
        assert compose["services"][name]["networks"] == ["inside"]
    assert compose["networks"]["inside"] == {"internal": True}
    assert all(port.startswith("127.0.0.1:") for port in compose["services"]["web"]["ports"])


def test_the_pidfile_of_a_killed_beat_keeps_no_other_from_starting() -> None:
    assert "--pidfile=" in read_processes()["beat"]["command"]
