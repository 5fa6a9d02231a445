"""Nobody leaves the machine: connecting anywhere but loopback is an error that no `except OSError` swallows."""

import ipaddress
import socket
from typing import Any

import pytest

LOCAL_NAMES = {"localhost", "", None}


class LeftMachineError(RuntimeError):
    """A test tried to reach another machine; give the code under test a stub resolver or a loopback address."""


def is_loopback(host: object) -> bool:
    """Whether this is localhost or a loopback address, IPv4-mapped ones included."""
    if host in LOCAL_NAMES:
        return True
    try:
        address = ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return address.is_loopback or bool(mapped and mapped.is_loopback)


def is_literal(host: object) -> bool:
    """Whether this is an address already, which nobody has to be asked about."""
    try:
        ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    return True


def check_address(family: int, address: Any) -> None:
    """Raise LeftMachineError unless this is a Unix socket or loopback."""
    if family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
        raise LeftMachineError(f"a test connects to {address[0]}; only loopback is allowed")


def block_sockets(patch: pytest.MonkeyPatch) -> None:
    """Guard connect, connect_ex, sendto and name look-ups. libpq has its own sockets and is not seen."""
    real_connect, real_connect_ex = socket.socket.connect, socket.socket.connect_ex
    real_sendto, real_getaddrinfo = socket.socket.sendto, socket.getaddrinfo

    def connect(self: socket.socket, address: Any) -> None:
        check_address(self.family, address)
        real_connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        check_address(self.family, address)
        return real_connect_ex(self, address)

    def sendto(self: socket.socket, data: bytes, *rest: Any) -> int:
        check_address(self.family, rest[-1])
        return real_sendto(self, data, *rest)

    def getaddrinfo(host: Any, *rest: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if not (is_loopback(name) or is_literal(name)):
            raise LeftMachineError(f"a test looks up {name}; only localhost and addresses are allowed")
        return real_getaddrinfo(host, *rest, **options)

    patch.setattr(socket.socket, "connect", connect)
    patch.setattr(socket.socket, "connect_ex", connect_ex)
    patch.setattr(socket.socket, "sendto", sendto)
    patch.setattr(socket, "getaddrinfo", getaddrinfo)
