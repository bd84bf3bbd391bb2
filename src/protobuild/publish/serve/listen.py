"""Listen: open a port, answer until told to stop, make everything anew at each save; the door to uvicorn."""

from __future__ import annotations

import asyncio
import datetime as dt
import errno
import ipaddress
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from types import FrameType

import uvicorn

from protobuild.life.home import Home
from protobuild.model.source import UsageError
from protobuild.publish.serve.answers import LOCAL, Shown
from protobuild.publish.serve.made import Made, broken, make
from protobuild.publish.serve.watch import Seen, saves, seen

HOST = "127.0.0.1"
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared with, not listened on
GRACE = 2
"""Seconds an answer on its way has to end."""

Tell = Callable[[str], None]


def open_port(host: str, port: int) -> socket.socket:
    """Return a port that is open on this computer; raise UsageError where it cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise _no_port(host, port, error) from None


def is_local(host: str) -> bool:
    """Return whether only this computer can reach what listens there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in LOCAL


def serve(
    home: Home, day: dt.date, port: socket.socket, host: str, *, ready: Callable[[], None], tell: Tell
) -> None:
    """Serve until Ctrl-C; `ready` is called once there is something to see, `tell` if anything fails."""
    # By another name, a page from elsewhere could read the draft.
    names = frozenset() if host in EVERYWHERE else LOCAL | {host.lower(), f"[{host.lower()}]"}
    before = seen(home)  # what is saved from here on is not in what is made first
    shown = Shown(make(home, day), names)
    ready()
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(home, day, port, shown, before, tell))


async def _serve(
    home: Home, day: dt.date, port: socket.socket, shown: Shown, before: Seen, tell: Tell
) -> None:
    stop = asyncio.Event()
    server = _Server(_config(shown), shown, stop)
    watching = asyncio.ensure_future(_watch(home, day, shown, saves(home, before, stop), tell))
    try:
        await server.serve(sockets=[port])
    finally:
        shown.stop()
        stop.set()
        await watching


async def _watch(home: Home, day: dt.date, shown: Shown, saved: AsyncIterator[None], tell: Tell) -> None:
    async for _ in saved:
        shown.change(await asyncio.to_thread(_made, home, day, shown.made, tell))


def _made(home: Home, day: dt.date, before: Made, tell: Tell) -> Made:
    """Return what is served from now on; whatever goes wrong, there is something to serve."""
    try:
        return make(home, day, before)
    except Exception as error:
        said = "Sorry: this is a fault in protobuild, not in your protocol. What you see is as it was before"
        tell(f"{said} ({type(error).__name__}: {error}).")
        return broken(before, said)


def _config(shown: Shown) -> uvicorn.Config:
    return uvicorn.Config(
        shown,
        lifespan="off",
        http="h11",
        ws="none",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=200,
        timeout_graceful_shutdown=GRACE,
    )


class _Server(uvicorn.Server):
    """Lets browsers that wait for changes go as soon as it is told to stop."""

    def __init__(self, config: uvicorn.Config, shown: Shown, stop: asyncio.Event) -> None:
        super().__init__(config)
        self.shown = shown
        self.stop = stop

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop."""
        self.shown.stop()
        self.stop.set()
        super().handle_exit(sig, frame)


def _no_port(host: str, port: int, error: OSError) -> UsageError:
    if error.errno == errno.EADDRINUSE:
        return UsageError(
            f"Port {port} is taken by another program, perhaps by another 'protobuild serve'.",
            fix=f"Stop that one, or name another port: protobuild serve --port {min(port + 1, 65535)}",
        )
    if error.errno == errno.EACCES:
        return UsageError(
            f"You are not allowed to use port {port}.", fix="Name a port above 1023: --port 8000"
        )
    return UsageError(
        f"'{host}' is not an address of this computer.", fix="Leave --host out, or name one it has."
    )
