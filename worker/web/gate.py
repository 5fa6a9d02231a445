"""Who may come in: whoever brings the token; without one, browsers and programs of this machine alone."""

import base64
import binascii
import hmac
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from config.settings import Settings
from worker.web.listen import is_loopback, read_token

OPEN_PATHS = ("/live", "/ready")
"""What supervisors ask; they carry no token, and are told no more than a word."""
ASK = {"WWW-Authenticate": 'Basic realm="galata", charset="UTF-8"'}


class Gate:
    """Lets a request in, or answers 401 (no token) or 421 (not our name)."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.token = app, read_token(settings)
        self.names = {settings.web_host}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The next in line, or a refusal."""
        refusal = self.find_refusal(Headers(scope=scope), scope["path"]) if scope["type"] == "http" else None
        await (refusal or self.app)(scope, receive, send)

    def find_refusal(self, headers: Headers, path: str) -> PlainTextResponse | None:
        """What a request is answered that may not come in."""
        if path in OPEN_PATHS:
            return None
        if self.token is not None:
            admitted = is_token(headers.get("authorization", ""), self.token)
            return None if admitted else PlainTextResponse("a token is needed here\n", 401, ASK)
        if not is_ours(headers.get("host", ""), self.names):
            return PlainTextResponse("not the name of this machine; another wants GALATA_WEB_TOKEN\n", 421)
        return None


def is_token(authorization: str, token: str) -> bool:
    """Whether a header brings the token: as a bearer, or as the password of any user, which browsers ask for."""
    scheme, _, given = authorization.partition(" ")
    if scheme.lower() == "basic":
        given = read_password(given)
    elif scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(given.strip().encode(), token.encode())


def read_password(given: str) -> str:
    """The password of basic credentials; empty when they cannot be read."""
    try:
        return base64.b64decode(given.strip(), validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def is_ours(host: str, names: Collection[str]) -> bool:
    """Whether a request names this machine. Where no token is asked, a foreign name that leads here (DNS rebinding)
    would let any page that a browser shows read ours."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name in names or is_loopback(name)
