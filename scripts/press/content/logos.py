"""Logos of municipalities: what may be printed and published, and a drawing with only drawing in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from PIL import Image

from press.content.pictures import faults

MAX_BYTES = 2_000_000
MIN_PIXELS = 400  # the longer side: 50 mm at 200 dots an inch
SUFFIXES = (".svg", ".png")
_SVG = "http://www.w3.org/2000/svg"
# What draws. Anything else a drawing program leaves behind is of no use on paper.
_DRAWS = {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "title",
    "desc", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "symbol", "style",
}  # fmt: skip


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
    found = list(faults(path))
    yield from found
    if not found and path.suffix.lower() == ".png":
        with Image.open(path) as image:
            longer = max(image.size)
        if longer < MIN_PIXELS:
            yield f"has {longer} pixels on its longer side; {MIN_PIXELS} at the least, or it prints blurred"


def sanitised(drawing: bytes) -> bytes:
    """Return an SVG with nothing in it but shapes: no scripts, events, comments or editors' data."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(drawing, parser)
    for element in list(root.iter()):
        name = etree.QName(element)
        if name.namespace not in (_SVG, None) or name.localname not in _DRAWS:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for key in list(element.attrib):
            attribute = etree.QName(key)
            if attribute.namespace or attribute.localname.lower().startswith("on"):
                del element.attrib[key]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8")
