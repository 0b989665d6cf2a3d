"""A small bar chart as SVG: one bar a row, its name and share written beside it."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

_ROW, _LEFT, _BAR, _RIGHT = 26, 110, 380, 120


def write_bars(path: Path, title: str, shares: Mapping[str, float], notes: Mapping[str, str]) -> None:
    """`shares` between 0 and 1; `notes` are written after the share."""
    height = 40 + _ROW * len(shares)
    width = _LEFT + _BAR + _RIGHT
    widest = max(shares.values(), default=1.0) or 1.0
    rows = "".join(
        _row(name, share, notes.get(name, ""), 34 + _ROW * number, _BAR * share / widest)
        for number, (name, share) in enumerate(shares.items())
    )
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="sans-serif" font-size="13" fill="#1b2a33"><title>{escape(title)}</title>'
        f'<text x="8" y="20" font-weight="bold">{escape(title)}</text>{rows}</svg>\n',
        encoding="utf-8",
    )


def _row(name: str, share: float, note: str, top: int, length: float) -> str:
    words = f"{share:.0%} {note}".strip()
    return (
        f'<text x="{_LEFT - 8}" y="{top + 15}" text-anchor="end">{escape(name.replace("_", " "))}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{max(1.0, length):.1f}" height="20" fill="#2f6f8f"/>'
        f'<text x="{_LEFT + length + 6:.1f}" y="{top + 15}">{escape(words)}</text>'
    )
