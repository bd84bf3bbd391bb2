"""Answers: what a browser is told, from memory alone: no file is looked up, nothing is ever changed."""

from __future__ import annotations

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from mimetypes import guess_type
from typing import Any

from protobuild.model.source import ProtobuildError
from protobuild.publish.serve.made import ASSETS, Made
from protobuild.render.furniture import style
from protobuild.render.site.edition import HOME

Scope = MutableMapping[str, Any]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
CHANGES = f"{ASSETS[1:]}changes"
BEAT = 15
"""Seconds after which a browser that waits is told that we are still here."""

RELOAD = """\
// Loads the page again when it was made again. Without it, the browser's own reload does the same.
let made;
new EventSource("/.preview/changes").onmessage = (event) => {
  if (made !== undefined && made !== event.data) location.reload();
  made = event.data;
};
"""

HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


@dataclass(slots=True)
class Shown:
    """What is served now, and who waits for it to change."""

    made: Made
    names: frozenset[str]
    """The names by which this computer may be called; empty when any address will do."""
    number: int = 0
    stopped: bool = False
    waiting: set[asyncio.Event] = field(default_factory=set)
    drawing: asyncio.Lock = field(default_factory=asyncio.Lock)
    """The PDF maker makes one at a time."""

    def change(self, made: Made) -> None:
        """Serve something else from now on, and tell whoever waits."""
        self.made = made
        self.number += 1
        self._wake()

    def stop(self) -> None:
        """Let whoever waits go."""
        self.stopped = True
        self._wake()

    def _wake(self) -> None:
        for event in self.waiting:
            event.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; this is what a server for Python calls."""
        if scope["type"] != "http":
            return
        answer = Answer(send, scope["method"] == "HEAD")
        path = str(scope["path"]).removeprefix("/")
        if not self._is_ours(scope):
            await answer.say(421, "This is a preview on one computer, and answers to its own name only.\n")
        elif scope["method"] not in ("GET", "HEAD"):
            await answer.say(405, "Pages here can only be read.\n", allow="GET, HEAD")
        elif path == CHANGES:
            await self._tell_of_changes(answer, receive)
        else:
            await self._file(answer, path)

    def _is_ours(self, scope: Scope) -> bool:
        """Return whether a page was asked for by a name of ours.

        Another name for this computer is how a page from elsewhere gets to read what is served here.
        """
        given = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        return len(given) == 1 and is_own_name(given[0], self.names)

    async def _file(self, answer: Answer, path: str) -> None:
        made = self.made
        if path == "" or path.endswith("/"):
            path += HOME
        if path in made.pages:
            await answer.give(path, made.pages[path])
        elif path in made.later:
            await self._paper(answer, path, made)
        elif f"{path}/{HOME}" in made.pages:
            await answer.say(307, "", location=f"/{path}/")
        elif path == f"{ASSETS[1:]}preview.css":
            await answer.give(path, style("preview").encode())
        elif path == f"{ASSETS[1:]}reload.js":
            await answer.give(path, RELOAD.encode())
        else:
            await answer.say(404, "There is no such page.\n")

    async def _paper(self, answer: Answer, path: str, made: Made) -> None:
        try:
            async with self.drawing:
                data = b"" if answer.head else await asyncio.to_thread(made.later[path])
        except ProtobuildError as error:
            await answer.say(503, f"{error.message}\n{error.fix}\n")
        else:
            await answer.give(path, data)

    async def _tell_of_changes(self, answer: Answer, receive: Receive) -> None:
        """Tell the number of what is served now, and each one after it, until the browser goes."""
        event = asyncio.Event()
        self.waiting.add(event)
        gone = asyncio.ensure_future(_gone(receive))
        try:
            await answer.begin(200, {"content-type": "text/event-stream"})
            while not (gone.done() or self.stopped or answer.head):
                event.clear()
                await answer.more(f"data: {self.number}\n\n")
                waited = asyncio.ensure_future(event.wait())
                await asyncio.wait({waited, gone}, timeout=BEAT, return_when=asyncio.FIRST_COMPLETED)
                waited.cancel()
            await answer.end()
        finally:
            gone.cancel()
            self.waiting.discard(event)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def is_own_name(host: str, names: frozenset[str]) -> bool:
    """Return whether a name in a request is one of this computer's, whatever its port.

    Without names to compare, any address in figures will do: no page from elsewhere can pose as one.
    """
    name, _, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
    if not port.isdigit():
        name = host
    if name.lower() in names or (not names and name.lower() in LOCAL):
        return True
    try:
        return not names and bool(ipaddress.ip_address(name.strip("[]")))
    except ValueError:
        return False


@dataclass(slots=True)
class Answer:
    """One answer on its way."""

    send: Send
    head: bool
    """Whether only its head is wanted."""

    async def say(self, status: int, words: str, **headers: str) -> None:
        """Answer with a sentence."""
        data = words.encode()
        kind = {"content-type": "text/plain; charset=utf-8", "content-length": str(len(data))}
        await self.begin(status, kind | headers)
        await self.end(data)

    async def give(self, path: str, data: bytes) -> None:
        """Answer with a file."""
        kind = "application/atom+xml" if path.endswith(".atom") else guess_type(path)[0] or "text/plain"
        if kind.startswith("text/"):
            kind = f"{kind}; charset=utf-8"
        size = {"content-length": str(len(data))} if data else {}
        await self.begin(200, {"content-type": kind} | size)
        await self.end(data)

    async def begin(self, status: int, headers: MutableMapping[str, str]) -> None:
        """Send the head of an answer."""
        pairs = [(name.encode(), value.encode()) for name, value in {**HEADERS, **headers}.items()]
        await self.send({"type": "http.response.start", "status": status, "headers": pairs})

    async def more(self, words: str) -> None:
        """Send a piece of an answer that goes on."""
        await self.send({"type": "http.response.body", "body": words.encode(), "more_body": True})

    async def end(self, data: bytes = b"") -> None:
        """Send the last piece of an answer."""
        await self.send({"type": "http.response.body", "body": b"" if self.head else data})
