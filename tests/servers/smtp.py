"""A real SMTP server to deliver to: it records what it accepts, and fails the way it is told to."""

import asyncio
import contextlib
import random
import weakref
from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.servers.ports import find_free_port

OK = "250 OK"


@dataclass(frozen=True)
class ReceivedMail:
    """One accepted mail: the envelope's addresses, the bytes as they came, and the same parsed."""

    mail_from: str
    rcpt_tos: tuple[str, ...]
    content: bytes

    @property
    def message(self) -> EmailMessage:
        """The mail as a message, with decoded headers and bodies."""
        parsed = message_from_bytes(self.content, policy=policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed


class SmtpSink:
    """Takes mail on 127.0.0.1 and keeps it in `messages`.

    `answer("RCPT", "550 5.1.1 no such user")` makes the next RCPT fail so; stages are MAIL, RCPT and DATA. With
    `lose_next_reply()` the next mail is taken and the connection cut before the 250; `delay` seconds pass first.
    `fall_silent()` never answers the next body; `share` of all recipients are put off with 451, those in
    `refuse` refused with 550. `kill()` cuts every
    connection and refuses new ones until `start()`.
    """

    def __init__(self, *, user: str | None = None, password: str | None = None) -> None:
        self.messages: list[ReceivedMail] = []
        self.delay = 0.0
        self.port = find_free_port()
        self.logins: list[str] = []
        self.sessions = 0
        self._credentials = (user, password)
        self._answers: defaultdict[str, deque[str]] = defaultdict(deque)
        self.share = 0.0
        self.refuse: set[str] = set()
        self.refused = 0
        self._cuts = 0
        self._silences: deque[bool] = deque()
        self._chance = random.Random(451)
        self._controller: SinkController | None = None

    @property
    def url(self) -> str:
        """What GALATA_SMTP_URL takes to deliver here."""
        user, password = self._credentials
        return f"smtp://{user}:{password}@127.0.0.1:{self.port}" if user else f"smtp://127.0.0.1:{self.port}"

    def answer(self, stage: str, reply: str, *, times: int = 1) -> None:
        """Give this reply to the next `times` commands of that stage, then go on as before."""
        self._answers[stage].extend([reply] * times)

    def lose_next_reply(self) -> None:
        """Take the next mail, and cut the connection instead of saying so."""
        self._cuts += 1

    def fall_silent(self, *, keep: bool, times: int = 1) -> None:
        """Take the next bodies, and never say whether they were kept."""
        self._silences.extend([keep] * times)

    def start(self) -> None:
        """Listen; a second start after stop() or kill() listens on the same port."""
        user = self._credentials[0]
        authentication: dict[str, Any] = {"authenticator": self._check_login, "auth_require_tls": False} if user else {}
        self._controller = SinkController(self, hostname="127.0.0.1", port=self.port, **authentication)
        self._controller.start()

    def stop(self) -> None:
        """Stop listening; connections are refused from here on."""
        if self._controller:
            self._controller.stop()
            self._controller = None

    def kill(self) -> None:
        """Cut every connection, wherever it is, and stop listening."""
        if self._controller:
            self._controller.loop.call_soon_threadsafe(self._controller.cut_all)
        self.stop()

    def _next_answer(self, stage: str) -> str:
        return self._answers[stage].popleft() if self._answers[stage] else OK

    def _check_login(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        login = (data.login.decode(), data.password.decode())
        self.logins.append(login[0])
        return AuthResult(success=login == self._credentials, handled=False)

    async def handle_EHLO(  # noqa: N802 # aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """A session begins."""
        self.sessions += 1
        session.host_name = hostname
        return responses

    async def handle_MAIL(  # noqa: N802 # aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """MAIL FROM."""
        reply = self._next_answer("MAIL")
        if reply == OK:
            envelope.mail_from = address
        return reply

    async def handle_RCPT(  # noqa: N802 # aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """RCPT TO."""
        if address in self.refuse:
            self.refused += 1
            return "550 5.1.1 no such user"
        put_off = self._chance.random() < self.share
        reply = "451 4.3.0 try again later" if put_off else self._next_answer("RCPT")
        if reply == OK:
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 # aiosmtpd's name
        """The body has come; keep it if the reply is yes."""
        if self._silences:
            if self._silences.popleft():
                self._keep_mail(envelope)
            await asyncio.Event().wait()  # until the caller hangs up, or we are stopped
        reply = self._next_answer("DATA")
        if reply == OK:
            self._keep_mail(envelope)
        if self._cuts:
            self._cuts -= 1
            transport: Any = server.transport
            transport.abort()
        if self.delay:
            await asyncio.sleep(self.delay)
        return reply

    def _keep_mail(self, envelope: Envelope) -> None:
        assert isinstance(envelope.content, bytes)
        self.messages.append(ReceivedMail(envelope.mail_from or "", tuple(envelope.rcpt_tos), envelope.content))


class SinkController(Controller):
    """A controller that can cut its connections."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.sessions: weakref.WeakSet[SMTP] = weakref.WeakSet()

    def factory(self) -> SMTP:
        """One more connection."""
        session: SMTP = super().factory()  # type: ignore[no-untyped-call]  # aiosmtpd's
        self.sessions.add(session)
        return session

    def cut_all(self) -> None:
        """Abort every connection. To be called in the controller's loop."""
        for session in list(self.sessions):
            transport: Any = session.transport
            if transport is not None:
                transport.abort()


@contextlib.contextmanager
def running_smtp(*, user: str | None = None, password: str | None = None) -> Iterator[SmtpSink]:
    """A sink for the length of the block; with a user it takes AUTH, as GALATA_SMTP_URL with a password wants."""
    sink = SmtpSink(user=user, password=password)
    sink.start()
    try:
        yield sink
    finally:
        sink.stop()
