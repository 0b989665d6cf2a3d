"""The design tokens keep their promises: contrast in both schemes, no inline style or script, small pages."""

import re
from pathlib import Path

import pytest

from haidang.web import messages

WEB = Path(messages.__file__).parent
STATIC = WEB / "static" / "haidang"
PAIRS = [
    ("ink", "paper"), ("ink", "card"), ("ink-2", "paper"), ("ink-2", "card"), ("ink-3", "paper"), ("ink-3", "card"),
    ("ink", "sea-tint"), ("ink-2", "sea-tint"), ("ink-3", "sea-tint"), ("sea", "paper"), ("sea", "card"),
    ("sea", "sea-tint"),
    ("on-sea", "sea"), ("on-sea", "sea-strong"), ("beam", "beam-tint"), ("beam", "paper"), ("coral", "coral-tint"),
    ("coral", "paper"), ("coral", "card"), ("mangrove", "mangrove-tint"), ("mangrove", "paper"), ("mangrove", "card"),
    ("ink-2", "quiet-tint"), ("ink", "mark"), ("deep-ink", "deep"), ("deep-ink-2", "deep"), ("on-deep-beam", "deep"),
    ("on-deep-beam", "deep-raised"), ("deep-ink", "deep-raised"), ("ink", "beam-tint"), ("ink", "coral-tint"),
    ("ink", "mangrove-tint"), ("sea", "beam-tint"), ("sea", "coral-tint"), ("sea", "mangrove-tint"),
]  # fmt: skip


def tokens(scheme: str) -> dict[str, str]:
    light, _, dark = (STATIC / "tokens.css").read_text().partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    return found | (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_colour_can_be_read_on_every_ground_it_stands_on(scheme: str) -> None:
    colours = tokens(scheme)
    weak = {pair: round(contrast(*(colours[name] for name in pair)), 2) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_what_can_be_pressed_can_be_seen(scheme: str) -> None:
    colours = tokens(scheme)
    assert min(contrast(colours["line-strong"], colours[ground]) for ground in ("paper", "card")) >= 3


def test_no_template_styles_or_scripts_inline_or_loads_from_elsewhere() -> None:
    forbidden = re.compile(
        r'\sstyle="|<style|<script(?![^>]*\ssrc=)|\son\w+="|(?:src|href)="https?://', re.IGNORECASE
    )
    guilty = {str(path.relative_to(WEB)): forbidden.findall(path.read_text()) for path in WEB.rglob("*.html")}
    assert {name: found for name, found in guilty.items() if found} == {}


def test_no_style_sheet_loads_from_elsewhere_or_names_a_colour_outside_the_tokens() -> None:
    for path in STATIC.glob("*.css"):
        text = path.read_text()
        assert "http" not in re.sub(r'\[href\^="http"\]', "", text), path.name
        if path.name != "tokens.css":
            screen = text.partition("@media print")[0]
            assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?!-)", screen)) <= {"#fff"}, path.name


def test_fonts_carry_their_licences() -> None:
    fonts = STATIC / "fonts"
    families = {path.name.rsplit("-", 1)[0] for path in fonts.glob("*.woff2")}
    assert families == {"be-vietnam-pro", "haidang-serif"}
    for family in families:
        assert "SIL OPEN FONT LICENSE" in (fonts / f"{family}-OFL.txt").read_text()
