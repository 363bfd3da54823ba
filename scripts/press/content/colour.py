"""Colours and how well they can be told from white, by WCAG 2.2's contrast ratio."""

from __future__ import annotations

import colorsys

WHITE = (255, 255, 255)
ENOUGH = 4.5  # WCAG 2.2, 1.4.3: text of ordinary size
Rgb = tuple[int, int, int]


def parse(text: str) -> Rgb:
    """Return the parts of a colour written as `#rrggbb`. Raises ValueError."""
    if len(text) != 7 or text[0] != "#":
        raise ValueError(f"{text} is no colour such as #14506b")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def shown(colour: Rgb) -> str:
    """Return a colour as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def luminance(colour: Rgb) -> float:
    """Return relative luminance from 0 (black) to 1 (white), as WCAG 2.2 defines it."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: Rgb, b: Rgb = WHITE) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def nearest_readable(colour: Rgb, needed: float = ENOUGH) -> Rgb:
    """Return the colour of the same hue that is darkened just enough to be read on white."""
    if contrast(colour) >= needed:
        return colour
    hue, light, strength = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    for step in range(1, 1001):
        parts = colorsys.hls_to_rgb(hue, light * (1 - step / 1000), strength)
        darker = tuple(round(part * 255) for part in parts)
        if contrast(darker) >= needed:  # type: ignore[arg-type]
            return darker  # type: ignore[return-value]
    return (0, 0, 0)
