"""Serving answers this computer alone, changes nothing, and shows each save with what is wrong in it."""

from __future__ import annotations

import datetime as dt
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from protobuild.cli.program import run
from protobuild.life.home import find_home
from protobuild.publish.serve.answers import LOCAL, is_own_name
from protobuild.publish.serve.listen import is_local
from protobuild.publish.serve.made import broken, make
from serving import PATIENCE, Served, serving
from small_council import write
from three_versions import three_versions

DAY = dt.date(2026, 11, 22)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A server of one's own, to write to the protocol it serves."""
    three_versions(tmp_path)
    with serving(tmp_path) as server:
        yield server


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that tests only ask; starting one takes a second or more."""
    folder = tmp_path_factory.mktemp("asked")
    three_versions(folder)
    with serving(folder) as server:
        yield server


def test_site_draft_and_redline_are_served_and_each_leads_to_the_others(asked: Served) -> None:
    assert "5 working days" in asked.page("/")
    assert "3 working days" in asked.page("/draft/")
    assert "<del" in asked.page("/redline/")
    for path in ("/", "/draft/", "/redline/", "/2026-05-14/changes/"):
        html = asked.page(path)
        for link in ('href="/"', 'href="/draft/"', 'href="/redline/"'):
            assert link in html, path
        assert html.count("<script") == html.count("application/ld+json") + 1
    assert asked.ask("/draft")[:2][1]["location"] == "/draft/"
    assert b"<svg" not in asked.ask("/assets/text-screen.css")[2]


def test_a_save_is_shown_and_whoever_waits_is_told(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as waiting:
        asked = f"GET /.preview/changes HTTP/1.1\r\nHost: localhost:{served.port}\r\n\r\n"
        waiting.sendall(asked.encode())
        heard = _heard(waiting, b"data: 0")
        served.edit("conduct.yaml", "with respect", "with kindness")
        heard += _heard(waiting, b"data: 1")
    assert b"text/event-stream" in heard
    assert "with kindness" in served.page("/draft/")
    assert "kindness" in served.page("/redline/")
    assert "kindness" not in served.page("/")


def _heard(connection: socket.socket, words: bytes) -> bytes:
    said = b""
    while words not in said:
        piece = connection.recv(4096)
        assert piece, said
        said += piece
    return said


def test_a_broken_file_leaves_the_last_good_page_with_the_fault_at_its_paragraph(served: Served) -> None:
    served.edit("conduct.yaml", "  - id: gifts\n    text: |", "  - id: gifts\n    txet: |")
    page = served.until("/draft/", "is not a field of a clause")
    assert "This page is as it was before." in page
    assert "Officers do not accept" in page
    at = page.index('id="gifts"')
    beside = page.index('<span class="finding error" role="note">')
    assert at < beside < page.index("Officers do not accept")
    assert "Write &#39;text&#39;" in page
    assert "protocol/conduct.yaml:" in page
    site = served.page("/")
    assert "is not a field of a clause" in site
    assert 'class="finding' not in site
    served.edit("conduct.yaml", "txet", "text")
    assert "as it was before" not in served.until("/draft/", "no note says why")


def test_a_theme_that_comes_later_is_worn_and_a_broken_one_is_not(served: Served) -> None:
    write(served.root / "theme", {"theme.yaml": 'colours:\n  accent: "#7a1f5c"\n'})
    served.until("/draft/", "--accent: #7a1f5c")
    write(served.root / "theme", {"theme.yaml": 'colours:\n  accent: "#ffd0ff"\n'})
    page = served.until("/draft/", "The nearest colour that will do")
    assert "--accent: #7a1f5c" in page


@pytest.mark.parametrize(
    "path",
    [
        "/../protocol/advice.yaml",
        "/protocol/advice.yaml",
        "/%2e%2e/protocol/advice.yaml",
        "/draft/..%2f..%2fprotocol/advice.yaml",
        "//etc/passwd",
        "/.preview/",
        "/changelog/2026-05-14-council/record.yaml",
        "/\\..\\protocol\\advice.yaml",
    ],
)
def test_nothing_but_what_was_made_is_served(asked: Served, path: str) -> None:
    assert asked.ask(path)[0] == 404


def test_other_names_for_this_computer_are_refused(asked: Served) -> None:
    for host in (
        "evil.example",
        f"evil.example:{asked.port}",
        "127.0.0.1.evil.example",
        "10.0.0.1",
        "",
        "localhost.x",
    ):
        status, _, data = asked.ask("/draft/", host=host or " ")
        assert status in (400, 421), host
        assert b"working days" not in data
    assert asked.ask("/draft/", host="localhost")[0] == 200


def test_pages_can_only_be_read_and_are_never_kept(asked: Served) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        status, headers, _ = asked.ask("/draft/", method)
        assert (status, headers["allow"]) == (405, "GET, HEAD"), method
    status, headers, data = asked.ask("/draft/", "HEAD")
    assert (status, data) == (200, b"")
    assert int(headers["content-length"]) == len(asked.ask("/draft/")[2])
    assert headers["cache-control"] == "no-store"
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "server" not in headers


def test_a_pdf_is_made_when_it_is_asked_for(asked: Served) -> None:
    status, headers, data = asked.ask("/draft/protocol.pdf")
    assert (status, headers["content-type"], data[:5]) == (200, "application/pdf", b"%PDF-")
    assert asked.ask("/protocol.pdf", "HEAD")[0] == 200


def test_it_stops_cleanly_while_a_browser_waits(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as waiting:
        waiting.sendall(b"GET /.preview/changes HTTP/1.1\r\nHost: localhost\r\n\r\n")
        _heard(waiting, b"data: 0")
        served.process.send_signal(signal.SIGINT)
        _, said = served.process.communicate(timeout=PATIENCE)
    assert served.process.returncode == 0
    assert said.splitlines() == ["Stop with Ctrl-C.", "Stopped."]


def test_nothing_is_written(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    make(home, DAY)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_port_that_is_taken_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    three_versions(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code = run(["-C", str(tmp_path), "serve", "--port", str(port)])
    said = capsys.readouterr().err
    assert code == 2
    assert f"Port {port} is taken by another program" in said
    assert f"--port {port + 1}" in said


def test_an_address_of_another_computer_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    three_versions(tmp_path)
    assert run(["-C", str(tmp_path), "serve", "--port", "0", "--host", "192.0.2.1"]) == 2
    assert "'192.0.2.1' is not an address of this computer." in capsys.readouterr().err


@pytest.mark.parametrize(("host", "warned"), [("0.0.0.0", True), ("localhost", False), ("127.0.0.1", False)])  # noqa: S104
def test_others_may_only_look_where_that_is_asked_for_and_it_is_said_so(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    host: str,
    warned: bool,
) -> None:
    three_versions(tmp_path)
    monkeypatch.setattr("protobuild.publish.serve.listen.serve", lambda *given, **more: more["ready"]())
    assert run(["-C", str(tmp_path), "serve", "--port", "0", "--host", host]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(f"http://{host}:")
    assert ("Anyone who can reach this computer can now read the draft" in said.err) is warned


def test_without_the_libraries_the_remedy_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    three_versions(tmp_path)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "protobuild.publish.serve.listen", raising=False)
    assert run(["-C", str(tmp_path), "serve", "--port", "0"]) == 1
    assert "pip install 'protobuild[serve]'" in capsys.readouterr().err


def test_a_draft_that_was_never_whole_is_served_as_what_is_to_be_put_right(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    path = home.protocol / "conduct.yaml"
    path.write_text(path.read_text("utf-8").replace("    text: |", "    txet: |"), "utf-8")
    made = make(home, DAY)
    assert b"is not a field of a clause" in made.pages["draft/index.html"]
    assert b"It can be made once" in made.pages["draft/index.html"]
    assert b"5 working" in made.pages["index.html"]


def test_before_the_first_adoption_the_draft_is_served_all_the_same(tmp_path: Path) -> None:
    home = three_versions(tmp_path)
    (tmp_path / "changelog").rename(tmp_path / "elsewhere")
    made = make(find_home(home.root), DAY)
    assert b"No version has been adopted yet" in made.pages["index.html"]
    assert b"3 working days" in made.pages["draft/index.html"]


def test_a_fault_of_ours_leaves_everything_as_it_was(tmp_path: Path) -> None:
    made = make(three_versions(tmp_path), DAY)
    after = broken(made, "Sorry")
    assert b"Sorry." in after.pages["draft/index.html"]
    assert b"3 working days" in after.pages["draft/index.html"]


def test_names_are_compared_whole_and_figures_stand_for_any_network() -> None:
    everywhere: frozenset[str] = frozenset()
    assert all(is_own_name(name, LOCAL) for name in ("localhost", "LOCALHOST:80", "127.0.0.1:1", "[::1]:80"))
    assert not any(
        is_own_name(name, LOCAL) for name in ("", "a.b", "192.0.2.1", "localhost:x", "127.0.0.1.b")
    )
    assert all(is_own_name(name, everywhere) for name in ("192.0.2.1:80", "[2001:db8::1]:80", "localhost"))
    assert not any(is_own_name(name, everywhere) for name in ("evil.example", "", "192.0.2.1.evil.example"))
    assert [is_local(host) for host in ("127.0.0.1", "localhost", "192.0.2.1")] == [True, True, False]
