"""Says whether a file is a picture that may be shown, without unpacking or running anything in it."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from PIL import Image

MAX_PIXELS = 40_000_000  # more than an A3 at 400 dpi; a small file can claim far more
SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")

_ACTIVE = ("script", "foreignObject", "iframe", "image", "feImage", "use", "a", "set", "animate")
# A backslash in CSS can spell any word another way.
_ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?(?!#)|\\", re.I)
MAX_SHAPES = 5_000
_COVERS = (
    "mask",
    "clipPath",
)  # inside each other they multiply: a few lines can take hours to draw


def faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with the picture at path, each to follow the picture's name."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        yield f"must be one of {', '.join(SUFFIXES)}"
    elif suffix == ".svg":
        yield from _drawing(path)
    else:
        yield from _pixels(path)


def _pixels(path: Path) -> Iterator[str]:
    # Image.open reads the header only; a picture bomb is refused before it is unpacked.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                pixels = image.width * image.height
    except (OSError, Image.DecompressionBombError, ValueError, SyntaxError):
        yield "cannot be read as a picture"
        return
    if pixels > MAX_PIXELS:
        yield f"has {pixels:,} pixels; 40 million at the most"


def _drawing(path: Path) -> Iterator[str]:
    """An SVG is a document: it can hold scripts, and name files and addresses of its own."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError, ValueError):
        yield "cannot be read as an SVG drawing"
        return
    if root.getroottree().docinfo.internalDTD is not None:
        yield "has a document type of its own; save it as plain SVG"
    shapes = sum(1 for element in root.iter() if isinstance(element.tag, str))
    if shapes > MAX_SHAPES:
        yield f"has {shapes:,} shapes; {MAX_SHAPES:,} at the most"
        return
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in _COVERS and any(_is_covered(inner) for inner in element.iter()):
            yield f"has a <{name}> that is masked or clipped itself; save it as plain shapes"
            return
        if name in _ACTIVE:
            yield f"has a <{name}>, which may run or fetch something; save it as plain shapes"
            return
        texts = [element.text or "", *map(str, element.attrib.values())]
        linked = any(etree.QName(key).localname == "href" for key in element.attrib)
        started = any(etree.QName(key).localname.lower().startswith("on") for key in element.attrib)
        if linked or started or any(is_elsewhere(text) for text in texts):
            yield f"has a <{name}> that runs or fetches something; save it as plain shapes"
            return


def is_elsewhere(text: str) -> bool:
    """Return whether a style or an attribute names something outside the drawing."""
    return bool(_ELSEWHERE.search(text))


def _is_covered(element: etree._Element) -> bool:
    given = (element.get("mask"), element.get("clip-path"), element.get("style") or "")
    return any(given[:2]) or "mask" in given[2] or "clip-path" in given[2]
