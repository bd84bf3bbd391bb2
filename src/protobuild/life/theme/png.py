"""PNG: a picture without anything but its picture: no remarks, no place or time of its making."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from protobuild.life.theme.wanted import Refused

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
MOST = 2_000
"""Dots, wide or high."""

DEPTH = 8
"""Bytes of one dot, at most."""

_FIX = "Save the logo again as PNG, or better as SVG."


def read_png(data: bytes) -> bytes:
    """Return a PNG with nothing but its picture; raise `Refused` where it is damaged or too large."""
    if not data.startswith(SIGNATURE):
        raise Refused("the file is called a PNG, and is not one", _FIX)
    chunks = list(_chunks(data))
    names = [name for name, _ in chunks]
    if names[:1] != [b"IHDR"] or b"IDAT" not in names or names[-1:] != [b"IEND"]:
        raise Refused("the picture is damaged", _FIX)
    width, height = struct.unpack(">II", chunks[0][1][:8])
    if not (0 < width <= MOST and 0 < height <= MOST):
        fix = f"Save it at most {MOST} dots wide and high."
        raise Refused(f"the picture is {width} dots wide and {height} high", fix)
    _insist_on_a_picture(b"".join(content for name, content in chunks if name == b"IDAT"), width, height)
    return SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks if name in KEPT)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each piece of the file, its name and what it holds."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        content = data[at + 8 : at + 8 + length]
        if data[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(name + content)):
            raise Refused("the picture is damaged", _FIX)
        yield name, content
        if name == b"IEND":
            return
        at += 12 + length
    raise Refused("the picture is cut off", _FIX)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _insist_on_a_picture(packed: bytes, width: int, height: int) -> None:
    """Raise `Refused` where the dots cannot be unpacked, or are more than the picture has."""
    unpack = zlib.decompressobj()
    try:
        unpack.decompress(packed, (width * DEPTH + 8) * height + 8 * height)
    except zlib.error:
        raise Refused("the picture is damaged", _FIX) from None
    if unpack.unconsumed_tail or not unpack.eof:
        raise Refused("the picture is damaged", _FIX)
