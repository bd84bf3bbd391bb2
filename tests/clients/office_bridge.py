"""Run by LibreOffice's own Python: open Word files, accept or reject all changes, print the texts as JSON.

Each line of standard input is a path; each line of standard output is what the office program made of it:
`{"accept": [[label, style, words, cell], ...], "reject": [...]}`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue

PIPE = f"protobuild{time.time_ns()}"
DISPATCH = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def connected(process: subprocess.Popen[bytes]) -> Any:
    """Return the context of the office program as soon as it answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:
            if process.poll() is not None:
                raise
            time.sleep(0.2)
    raise TimeoutError("the office program does not answer")


def paragraphs(text: Any, cell: str = "") -> list[list[str]]:
    """Return each paragraph's number, style and words, and the cell it stands in."""
    out = []
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        part = walk.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                out += paragraphs(part.getCellByName(name), name)
        else:
            label = part.ListLabelString if part.NumberingIsNumber else ""
            out.append([label, part.ParaStyleName, part.String, cell])
    return out


def read(desktop: Any, context: Any, path: str, what: str) -> list[list[str]]:
    """Return the paragraphs of a file, once its changes are accepted or rejected."""
    hidden = PropertyValue(Name="Hidden", Value=True)
    document = desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (hidden,))
    try:
        services = context.ServiceManager
        helper = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        helper.executeDispatch(document.CurrentController.Frame, DISPATCH[what], "", 0, ())
        return paragraphs(document.Text)
    finally:
        document.close(True)


def main() -> None:
    """Answer each path with a line."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={PIPE};urp;"]
        process = subprocess.Popen([*command, f"-env:UserInstallation={Path(profile).as_uri()}"])
        try:
            context = connected(process)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            for line in sys.stdin:
                path = line.strip()
                answer = {what: read(desktop, context, path, what) for what in DISPATCH}
                sys.stdout.write(f"{json.dumps(answer)}\n")
                sys.stdout.flush()
        finally:
            process.terminate()
            process.wait(20)


main()
