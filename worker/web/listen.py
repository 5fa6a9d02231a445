"""The socket that pages are served on, and the thread that serves them."""

import errno
import ipaddress
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from config import ConfigError
from config.settings import Settings

# Answers take milliseconds; who still waits for one after this is cut off.
FAREWELL_SECONDS = 2


def read_token(settings: Settings) -> str | None:
    """The token that opens the pages; an empty one is none."""
    return (settings.web_token.get_secret_value() if settings.web_token else "") or None


def is_loopback(host: str) -> bool:
    """Whether only this machine can come in at a host's name or address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def check_binding(settings: Settings) -> None:
    """ConfigError when other machines could come in and no token is asked of them."""
    if not is_loopback(settings.web_host) and read_token(settings) is None:
        raise ConfigError(
            f"GALATA_WEB_HOST: at {settings.web_host} other machines can come in; set GALATA_WEB_TOKEN (or "
            "GALATA_WEB_TOKEN_FILE), or listen at 127.0.0.1"
        )


def open_listener(settings: Settings) -> socket.socket:
    """Listen at the settings' host and port. ConfigError when the port is taken, or open to others without a token."""
    check_binding(settings)
    host, port = settings.web_host, settings.web_port
    listener = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(128)  # at once: two sockets that are only bound may share a port
        return listener
    except OSError as error:
        if listener is not None:
            listener.close()
        raise ConfigError(explain_refusal(error, host, port)) from None


def explain_refusal(error: OSError, host: str, port: int) -> str:
    """Why there is no listening, with the mend."""
    if error.errno == errno.EADDRINUSE:
        return f"GALATA_WEB_PORT: {port} at {host} is taken; stop who holds it or set another (0 takes a free one)"
    return f"GALATA_WEB_HOST: cannot listen at {host}, port {port} ({error.strerror})"


def name_address(listener: socket.socket) -> str:
    """The address of the pages, to be opened in a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


@contextmanager
def serve_site(site: Any, listener: socket.socket) -> Iterator[None]:
    """Serve in a thread for the length of the block. Nothing of a request is logged: addresses may hold secrets."""
    config = uvicorn.Config(
        site,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=FAREWELL_SECONDS,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="web", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(FAREWELL_SECONDS + 1)
        listener.close()
