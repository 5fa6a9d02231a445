"""The registry, and the channel that writes files."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from importlib import import_module
from pathlib import Path

import pytest

from tests.net.messages import CREATED, DIGEST, HOSTILE, make_envelope, make_options
from worker.errors import DeliveryError
from worker.net.channels import REGISTRY, ChannelOptions, Envelope, channel_of, send
from worker.net.mail import compose_mail
from worker.news.message import Message

ADDRESSES = [
    ("mailto:anna@example.org", "smtp"),
    ("MAILTO:anna@example.org", "smtp"),
    ("file:desk", "file"),
    ("webhook+https://hooks.example/x", "webhook"),
    ("webhook+http://127.0.0.1:80/x", "webhook"),
]


def write(outbox: Path, to: str, message: Message = DIGEST, message_id: str = "digest:1:2026-03-02") -> Path:
    def no_phase(phase: str) -> None:
        raise AssertionError("a file that is written twice is the same file: nothing to record")

    return Path(send(message, make_envelope(to, message_id), make_options(outbox), no_phase))


def list_files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(("address", "channel"), ADDRESSES)
def test_addresses_name_their_channel(address: str, channel: str) -> None:
    assert channel_of(address) == channel


@pytest.mark.parametrize(
    "address", ["", "anna", "anna@example.org", "mailto:", "file:", "file://", "https://x.example/tok/en", "pigeon:x"]
)
def test_other_addresses_say_what_to_write(address: str) -> None:
    with pytest.raises(ValueError, match="write") as caught:
        channel_of(address)
    assert "tok/en" not in str(caught.value)
    with pytest.raises(DeliveryError) as refused:
        send(DIGEST, Envelope(address, "x"), make_options(Path("unused")), print)
    assert refused.value.permanent


def test_a_bare_mail_address_gets_its_mend() -> None:
    with pytest.raises(ValueError, match=r"write mailto:anna@example\.org"):
        channel_of("anna@example.org")


def test_every_channel_of_the_registry_can_be_loaded() -> None:
    assert all(callable(import_module(entry.module).open_channel) for entry in REGISTRY)


def test_options_do_not_show_secrets() -> None:
    options = ChannelOptions("smtp://u:geheim@h", "a@example.org", Path("out"), (), "whsec_geheim")
    assert "geheim" not in f"{options!r}{options}"


def test_a_file_is_the_mail_and_its_page(tmp_path: Path) -> None:
    path = write(tmp_path, "file:desk")
    assert path.parent == tmp_path / "desk"
    assert path.name.startswith("2026-03-02-turkiye-italy-2-mar-feribot-coast-guards-")
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["Subject"] == DIGEST.subject
    assert mail["To"] == "undisclosed-recipients:;"
    assert "İzmir ile Ancona" in path.with_suffix(".html").read_text(encoding="utf-8")
    assert list_files(tmp_path) == [f"desk/{path.stem}.eml", f"desk/{path.stem}.html"]


def test_mail_becomes_a_file_while_no_server_is_set(tmp_path: Path) -> None:
    path = write(tmp_path, "mailto:anna@example.org")
    assert path.parent == tmp_path / "anna@example.org"
    assert path.read_bytes() == compose_mail(DIGEST, make_envelope(), make_options(tmp_path)).as_bytes()


def test_a_second_attempt_writes_the_same_files_and_another_message_others(tmp_path: Path) -> None:
    first = write(tmp_path, "file:desk")
    before = first.read_bytes()
    assert write(tmp_path, "file:desk") == first
    assert first.read_bytes() == before
    assert len(list_files(tmp_path)) == 2
    assert write(tmp_path, "file:desk", message_id="digest:1:2026-03-03") != first
    assert len(list_files(tmp_path)) == 4


NAMES = [
    "../../etc",
    "/etc/passwd",
    "a/b/../../../c",
    "..",
    ".hidden",
    "C:\\x",
    "a\x00b",
    "con",
    "NUL.txt",
    "ü" * 300,
    "a" * 300,
    " ",
    "%2e%2e%2f",
    "~",
]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_leaves_the_outbox(tmp_path: Path, name: str) -> None:
    outbox = tmp_path / "outbox"
    path = write(outbox, f"file:x{name}" if name == " " else f"file:{name}", HOSTILE, f"{name}/../id")
    assert path.parent.parent == outbox
    assert path.resolve().is_relative_to(outbox.resolve())
    assert all(len(part.encode()) <= 130 and not part.startswith(".") for part in path.relative_to(outbox).parts)
    assert [entry.name for entry in tmp_path.iterdir()] == ["outbox"]


def test_names_that_look_alike_after_cleaning_stay_apart(tmp_path: Path) -> None:
    assert write(tmp_path, "file:a/b").parent != write(tmp_path, "file:a-b").parent


def test_messages_without_subject_or_date_have_names_too(tmp_path: Path) -> None:
    path = write(tmp_path, "file:desk", replace(DIGEST, subject="…", created_at=None))
    assert path.name.startswith("undated-")
    assert CREATED.date().isoformat() not in path.name


def test_a_folder_that_cannot_be_written_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("a file stands here")
    with pytest.raises(DeliveryError, match="cannot be written") as caught:
        write(tmp_path / "outbox", "file:desk")
    assert str(tmp_path / "outbox") in str(caught.value)
    assert not caught.value.permanent


def test_a_write_that_fails_leaves_no_part_of_a_file(tmp_path: Path) -> None:
    path = write(tmp_path, "file:desk")
    path.unlink()
    path.mkdir()
    with pytest.raises(DeliveryError):
        write(tmp_path, "file:desk")
    assert list_files(tmp_path) == [f"desk/{path.stem}.html"]
