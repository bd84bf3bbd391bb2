"""A server started as a reader starts it, for tests that ask it or look at it in a browser."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 20.0
"""Seconds, on a busy machine."""


@dataclass
class Served:
    """A server that was started as a reader starts it."""

    root: Path
    port: int
    process: subprocess.Popen[str]

    def ask(
        self, path: str, method: str = "GET", host: str | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """Return the status, the headers and what was answered; the path goes out as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def page(self, path: str) -> str:
        """Return a page that is there."""
        status, _, data = self.ask(path)
        assert status == 200, path
        return data.decode()

    def until(self, path: str, words: str) -> str:
        """Return a page once it says so; fail where it never does."""
        end = time.monotonic() + PATIENCE
        while words not in (page := self.page(path)):
            assert time.monotonic() < end, f"{path} never said {words!r}"
            time.sleep(0.05)
        return page

    def edit(self, name: str, old: str, new: str) -> None:
        """Change words in one of the protocol's files."""
        path = self.root / "protocol" / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """Start a server for the project in a folder, on a free port; warnings are errors there too."""
    words = [sys.executable, "-m", "protobuild", "-C", str(root), "serve", "--port", "0"]
    environment = os.environ | {"PYTHONWARNINGS": "error", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.match(r"http://127\.0\.0\.1:(\d+)/ ", said)
        try:
            assert found, said
            yield Served(root, int(found.group(1)), process)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.communicate(timeout=PATIENCE)
