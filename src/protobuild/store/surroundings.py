"""Keep a repository's settings, and those of a hook that runs the program, out of what git does."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

_KEPT = re.compile(r"GIT_(?:EXEC_PATH|CONFIG_(?:COUNT|KEY_\d+|VALUE_\d+))")
_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # an object that is missing is not fetched, whoever promised it
    "GIT_NO_REPLACE_OBJECTS": "1",  # what is shown is what was kept, and not what was put in its place
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PYTHON_REFRESH": "quiet",
}
SAFE = (
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "log.showSignature=false",
    "-c",
    "diff.external=",
)
"""What comes before every command: a repository's settings may name programs, and none of them is run."""


@contextmanager
def scrubbed() -> Iterator[None]:
    """Hide what a git hook sets for its own repository, which would lead to that one."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("GIT_")}
    try:
        for name in kept:
            if not _KEPT.fullmatch(name):
                del os.environ[name]
        os.environ.update(_QUIET)
        yield
    finally:
        for name in _QUIET:
            os.environ.pop(name, None)
        os.environ.update(kept)
