"""Show the site, the draft and what it changes in a browser, made anew at every save."""

from __future__ import annotations

import click

from protobuild.cli.days import today
from protobuild.cli.options import examples
from protobuild.cli.program import FINE
from protobuild.cli.session import Session, pass_session
from protobuild.life.home import find_home
from protobuild.model.source import ProtobuildError

PORT = 8000


@click.command(
    "serve",
    short_help="Show site, draft and redline in a browser while you write.",
    epilog=examples("protobuild serve", "protobuild serve --port 8080"),
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, help=f"Where to listen; {PORT} when left out."
)
@click.option("--host", help="Listen on another address than this computer's own; others then read along.")
@pass_session
def command(session: Session, port: int, host: str | None) -> int:
    """Show the site, the draft and what it changes in a browser on this computer, until Ctrl-C.

    Every save makes the pages anew. What is to be put right stands at their head, and beside
    the paragraph it is about. A file that cannot be read leaves the last good page.
    """
    home = find_home(session.folder)
    try:
        from protobuild.publish.serve.listen import HOST, is_local, open_port, serve
    except ImportError as error:
        raise ProtobuildError(
            f"serve needs a library that is not installed: {error.name}.",
            fix="Install it with: pip install 'protobuild[serve]'",
        ) from None
    host = host or HOST
    with open_port(host, port) as opened:
        if not is_local(host):
            session.warn(
                "Anyone who can reach this computer can now read the draft, its reasons and its faults. "
                "Leave --host out to keep them to yourself."
            )
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{opened.getsockname()[1]}/"

        def ready() -> None:
            click.echo(f"{address} shows the site, the draft and what it changes.")
            session.say("Stop with Ctrl-C.")

        serve(home, today(), opened, host, ready=ready, tell=session.warn)
    session.say("Stopped.")
    return FINE
