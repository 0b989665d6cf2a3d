"""Make a screenshot's PNG small: at most 256 colours, which is plenty for text and flat surfaces."""

import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
TRUE_COLOUR, PALETTE, TRUE_COLOUR_ALPHA = 2, 3, 6
COLOURS = 256
Pixels = NDArray[np.uint8]


class NotAScreenshot(ValueError):
    """The file is not the kind of PNG that Chromium writes (8 bits a channel, not interlaced)."""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def read_pixels(png: bytes) -> Pixels:
    """Decode to rows x columns x red, green, blue."""
    at, body, head = len(SIGNATURE), b"", b""
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        data = png[at + 8 : at + 8 + length]
        head = data if kind == b"IHDR" else head
        body += data if kind == b"IDAT" else b""
        at += 12 + length
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    if depth != 8 or interlaced or colour not in {TRUE_COLOUR, TRUE_COLOUR_ALPHA}:  # noqa: PLR2004  bits
        raise NotAScreenshot(f"depth {depth}, colour type {colour}, interlaced {interlaced}")
    channels = 3 if colour == TRUE_COLOUR else 4
    lines = np.frombuffer(zlib.decompress(body), dtype=np.uint8).reshape(height, 1 + width * channels)
    return _unfilter(lines, width, channels)[:, :, :3]


def _unfilter(lines: Pixels, width: int, channels: int) -> Pixels:
    """Undo PNG's five line filters."""
    out = np.zeros((len(lines), width, channels), dtype=np.uint8)
    above = np.zeros((width, channels), dtype=np.uint8)
    for row, line in enumerate(lines):
        raw = line[1:].reshape(width, channels)
        kind = int(line[0])
        if kind == 0:
            out[row] = raw
        elif kind == 1:
            out[row] = np.cumsum(raw, axis=0, dtype=np.uint8)
        elif kind == 2:  # noqa: PLR2004  number of the filter
            out[row] = raw + above
        else:
            out[row] = _unfilter_by_neighbours(raw, above, kind)
        above = out[row]
    return out


def _unfilter_by_neighbours(raw: Pixels, above: Pixels, kind: int) -> Pixels:
    """Filters 3 (average) and 4 (Paeth) look to the left, so they go pixel by pixel."""
    line = np.zeros_like(raw)
    left = upper_left = [0] * raw.shape[1]
    for column, (values, upper) in enumerate(zip(raw.tolist(), above.tolist(), strict=True)):
        if kind == 3:  # noqa: PLR2004  number of the filter
            guess = [(a + b) // 2 for a, b in zip(left, upper, strict=True)]
        else:
            guess = [_paeth(a, b, c) for a, b, c in zip(left, upper, upper_left, strict=True)]
        left = [(value + add) & 255 for value, add in zip(values, guess, strict=True)]
        line[column] = left
        upper_left = upper
    return line


def _paeth(left: int, above: int, upper_left: int) -> int:
    first = left + above - upper_left
    return min((left, above, upper_left), key=lambda value: abs(first - value))


def write_palette(pixels: Pixels) -> bytes:
    """Encode with the 256 commonest colours; each other pixel takes the nearest of them."""
    height, width, _ = pixels.shape
    flat = pixels.reshape(-1, 3).astype(np.uint32)
    codes = (flat[:, 0] << 16) | (flat[:, 1] << 8) | flat[:, 2]
    colours, where, counts = np.unique(codes, return_inverse=True, return_counts=True)
    kept = colours[np.argsort(-counts)[:COLOURS]]
    channels = np.array([16, 8, 0], dtype=np.uint32)
    every = ((colours[:, None] >> channels) & 255).astype(np.int64)
    palette = ((kept[:, None] >> channels) & 255).astype(np.int64)
    nearest = np.empty(len(every), dtype=np.uint8)
    for start in range(0, len(every), 4096):
        part = every[start : start + 4096]
        distance = ((part[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2)
        nearest[start : start + 4096] = distance.argmin(axis=1)
    lines = np.zeros((height, width + 1), dtype=np.uint8)
    lines[:, 1:] = nearest[where.reshape(-1)].reshape(height, width)
    head = struct.pack(">IIBBBBB", width, height, 8, PALETTE, 0, 0, 0)
    body = zlib.compress(lines.tobytes(), 9)
    chunks = ((b"IHDR", head), (b"PLTE", palette.astype(np.uint8).tobytes()), (b"IDAT", body), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def shrink(path: Path) -> int:
    """Rewrite a screenshot in place and return its size in bytes."""
    small = write_palette(read_pixels(path.read_bytes()))
    if len(small) < path.stat().st_size:
        path.write_bytes(small)
    return path.stat().st_size
