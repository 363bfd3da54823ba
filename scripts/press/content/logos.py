"""Logos of municipalities: what may be printed and published, and a drawing with only drawing in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from pathlib import Path

from lxml import etree
from PIL import Image

from press.content.pictures import faults, is_elsewhere

MAX_BYTES = 2_000_000
LARGEST = (90, 18)  # millimetres: the place for a logo on a poster, the largest there is
MIN_DPI = 200
MAX_SIDES = 12
SUFFIXES = (".svg", ".png")
_SVG = "http://www.w3.org/2000/svg"
# What draws. Anything else a drawing program leaves behind is of no use on paper.
_DRAWS = {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "title",
    "desc", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "symbol", "style",
}  # fmt: skip
_LENGTH = re.compile(r"(?=.*[1-9])(\d+\.?\d*|\.\d+)(px|mm|cm|in|pt|pc|em|%)?")
# What does not draw, and may be left out without anybody seeing it.
_SILENT = {"metadata", "view", "cursor"}


def logo_faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with a logo's file, each to follow the file's name."""
    if path.is_symlink() or not path.is_file():
        yield "does not exist; put the file beside the profile"
        return
    if path.suffix.lower() not in SUFFIXES:
        yield "must be an SVG or a PNG file"
        return
    if path.stat().st_size > MAX_BYTES:
        yield f"has {path.stat().st_size / 1e6:.1f} MB; 2 MB at the most"
        return
    found = list(faults(path)) or list((_drawing if _is_svg(path) else _pixels)(path))
    yield from found


def _is_svg(path: Path) -> bool:
    return path.suffix.lower() == ".svg"


def _pixels(path: Path) -> Iterator[str]:
    try:
        with Image.open(path, formats=["PNG"]) as image:
            image.load()
            width, height = image.size
    except (OSError, ValueError, SyntaxError):
        yield "cannot be read as a PNG picture"
        return
    if max(width, height) > MAX_SIDES * min(width, height):
        yield f"is more than {MAX_SIDES} times as long one way as the other; it would hardly be seen"
    needed = ceil(min(LARGEST[0], LARGEST[1] * width / height) * MIN_DPI / 25.4)
    if width < needed:
        yield f"is {width} pixels wide; {needed} at the least, or it prints blurred on posters"


def _drawing(path: Path) -> Iterator[str]:
    root = _read(path.read_bytes())
    if root.tag != f"{{{_SVG}}}svg" or not _has_size(root):
        yield "is no SVG drawing with a size; save it as plain SVG"
        return
    for element in root.iter(f"{{{_SVG}}}*"):
        name = etree.QName(element).localname
        if name not in _DRAWS | _SILENT:
            yield f"has a <{name}>, which does not print as it looks; save it as plain shapes"
            return


def _has_size(root: etree._Element) -> bool:
    sides = [root.get("width"), root.get("height")]
    box = root.get("viewBox", "").replace(",", " ").split()
    named = len(box) == 4 and all(_LENGTH.fullmatch(side) for side in box[2:])
    plain = all(side is None or _LENGTH.fullmatch(side.strip()) for side in sides)
    return plain and (named or None not in sides)


def pixels_of(path: Path) -> Image.Image:
    """Return a PNG's pixels alone, without what else its file holds. Raises OSError and the like."""
    with Image.open(path) as image:
        return image.convert("RGBA")


def sanitised(drawing: bytes) -> bytes:
    """Return an SVG with nothing in it but shapes: no scripts, events, comments or editors' data."""
    root = _read(drawing)
    for element in list(root.iter()):
        if not _draws(element):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for key, value in list(element.attrib.items()):
            attribute = etree.QName(key)
            name = attribute.localname.lower()
            if (
                attribute.namespace
                or name == "href"
                or name.startswith("on")
                or is_elsewhere(value)
            ):
                del element.attrib[key]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8")


def _read(drawing: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(drawing, parser)


def _draws(element: etree._Element) -> bool:
    if not isinstance(element.tag, str):  # an entity
        return False
    name = etree.QName(element)
    known = name.namespace in (_SVG, None) and name.localname in _DRAWS
    return known and not is_elsewhere(element.text or "")
