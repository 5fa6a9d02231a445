"""The servers for tests are tested too: they answer, they end with their owner, and nobody leaves the machine."""

import contextlib
import os
import signal
import smtplib
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import psycopg
import pytest
import redis

from tests.servers import SmtpSink, running_redis
from tests.servers.ports import wait_until
from tests.servers.process import ServerError, held_lock, make_folder, start_guarded
from tests.servers.restartable import restartable_postgres, restartable_redis
from tests.servers.sockets import LeftMachineError
from tests.servers.webhook import HookAnswer, running_webhook


def is_running(pid: int) -> bool:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def test_a_test_gets_its_own_empty_postgres(postgres_url: str) -> None:
    with psycopg.connect(postgres_url.replace("+psycopg", "")) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert tables == (0,)


@pytest.mark.parametrize("_turn", [1, 2])
def test_redis_is_empty_at_the_start_of_each_test(redis_url: str, _turn: int) -> None:
    with redis.Redis.from_url(redis_url) as client:
        assert client.keys() == []
        client.set("left behind", "1")


def test_a_killed_redis_can_be_brought_back_on_its_port() -> None:
    with running_redis() as first:
        first.signal(signal.SIGKILL)
        assert wait_until(lambda: not is_running(first.pid), seconds=5)
        with running_redis(port=first.port) as second, redis.Redis(port=second.port) as client:
            assert client.ping() is True


def test_a_server_ends_with_its_owner_even_a_killed_one() -> None:
    script = (
        "import os, sys\nfrom tests.servers import running_redis\n"
        "with running_redis() as server:\n    print(server.pid, server.directory, flush=True)\n    sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout
        pid, directory = owner.stdout.readline().split(maxsplit=1)
        assert is_running(int(pid))
        owner.kill()
    assert wait_until(lambda: not is_running(int(pid)), seconds=5)
    assert wait_until(lambda: not Path(directory.strip()).parent.exists(), seconds=5)


def test_a_server_that_cannot_start_says_why() -> None:
    folder = make_folder("galata-test-")
    with held_lock(folder) as lock, pytest.raises(ServerError, match="did not answer: what is wrong"):
        (folder / "server-broken").mkdir()
        start_guarded(folder / "server-broken", lock, ["/bin/sh", "-c", "echo what is wrong; exit 3"], lambda: False)
    assert not folder.exists()


def test_the_sink_answers_as_told_and_keeps_what_it_takes(smtp_sink: SmtpSink) -> None:
    smtp_sink.answer("RCPT", "550 5.1.1 no such user")
    mail = "Subject: Gün\r\n\r\nmerhaba\r\n".encode()
    with smtplib.SMTP("127.0.0.1", smtp_sink.port) as client:
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            client.sendmail("a@example.org", ["b@example.org"], mail)
        client.sendmail("a@example.org", ["b@example.org"], mail)
    assert [(got.mail_from, got.rcpt_tos) for got in smtp_sink.messages] == [("a@example.org", ("b@example.org",))]
    assert smtp_sink.messages[0].content == mail


def test_the_sink_can_take_a_mail_and_lose_the_reply(smtp_sink: SmtpSink) -> None:
    smtp_sink.lose_next_reply()
    with smtplib.SMTP("127.0.0.1", smtp_sink.port) as client, pytest.raises(smtplib.SMTPServerDisconnected):
        client.sendmail("a@example.org", ["b@example.org"], "Subject: x\r\n\r\nhi\r\n")
    assert len(smtp_sink.messages) == 1


def send_mail(sink: SmtpSink) -> None:
    with smtplib.SMTP("127.0.0.1", sink.port, timeout=5) as client:
        client.sendmail("a@example.org", ["b@example.org"], "Subject: x\r\n\r\nhi\r\n")


def test_the_sink_can_be_killed_in_the_middle_and_brought_back(smtp_sink: SmtpSink) -> None:
    client = smtplib.SMTP("127.0.0.1", smtp_sink.port, timeout=5)
    client.ehlo()
    smtp_sink.kill()
    with pytest.raises((smtplib.SMTPServerDisconnected, ConnectionError)):
        client.mail("a@example.org")
    client.close()
    with pytest.raises(ConnectionRefusedError):
        send_mail(smtp_sink)
    smtp_sink.start()
    send_mail(smtp_sink)
    assert len(smtp_sink.messages) == 1


@pytest.mark.parametrize("keep", [True, False])
def test_the_sink_can_fall_silent_after_a_body(smtp_sink: SmtpSink, keep: bool) -> None:
    smtp_sink.fall_silent(keep=keep)
    with (
        smtplib.SMTP("127.0.0.1", smtp_sink.port, timeout=0.2) as client,
        pytest.raises(smtplib.SMTPServerDisconnected),
    ):
        client.sendmail("a@example.org", ["b@example.org"], "Subject: x\r\n\r\nhi\r\n")
    send_mail(smtp_sink)
    assert len(smtp_sink.messages) == 1 + keep


def test_the_sink_can_put_off_a_share_of_all(smtp_sink: SmtpSink) -> None:
    smtp_sink.share = 0.5
    outcomes = []
    for _ in range(20):
        try:
            send_mail(smtp_sink)
        except smtplib.SMTPRecipientsRefused as error:
            outcomes += [code for code, _ in error.recipients.values()]
    assert set(outcomes) == {451}
    assert len(smtp_sink.messages) + len(outcomes) == 20
    assert smtp_sink.messages


def test_the_receiver_of_webhooks_answers_as_told_and_keeps_what_it_takes() -> None:
    with running_webhook() as sink:
        sink.answer(HookAnswer(429, {"Retry-After": "7"}))
        answers = []
        for number in (1, 2):
            url, headers = f"http://127.0.0.1:{sink.port}/hook", {"webhook-id": f"{number}"}
            answers.append(httpx.post(url, content=b"{}", headers=headers, trust_env=False))
        assert [(one.status_code, one.headers.get("Retry-After")) for one in answers] == [(429, "7"), (200, None)]
        assert [(one.path, one.webhook_id, one.body) for one in sink.hooks] == [("/hook", "2", b"{}")]
        assert sink.asked == 2


def test_a_postgres_and_a_redis_can_be_killed_and_brought_back() -> None:
    with restartable_postgres() as postgres, restartable_redis() as broker:
        url = postgres.url.replace("+psycopg", "")
        for statement in ("CREATE TABLE kept (number int)", "INSERT INTO kept VALUES (1)"):
            with psycopg.connect(url) as connection:
                connection.execute(statement)
            postgres.kill()
            postgres.start()
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT number FROM kept").fetchall() == [(1,)]
        broker.kill()
        broker.start()
        with redis.Redis(port=broker.port) as client:
            assert client.ping() is True


@pytest.mark.parametrize("host", ["192.0.2.1", "news.example.org", "169.254.169.254"])
def test_no_test_leaves_the_machine(host: str) -> None:
    with socket.socket() as caller, pytest.raises(LeftMachineError, match=host):
        caller.connect((host, 80))


def test_no_name_is_looked_up() -> None:
    with pytest.raises(LeftMachineError, match=r"news\.example\.org"):
        socket.getaddrinfo("news.example.org", 80)


def test_datagrams_stay_too() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sender, pytest.raises(LeftMachineError):
        sender.sendto(b"x", ("192.0.2.1", 53))


def test_settings_of_the_one_who_runs_the_tests_are_gone(settings_env: pytest.MonkeyPatch, tmp_path: Path) -> None:
    names = {name for name in os.environ if name.startswith("GALATA_")}
    assert names == {"GALATA_DATA_DIR"}
    assert Path.cwd() == tmp_path
