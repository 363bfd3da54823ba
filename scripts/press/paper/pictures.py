"""Finds the pictures of a text, and nothing but pictures inside docs/ and overrides/."""

from __future__ import annotations

import warnings
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PIL import Image

MAX_PIXELS = 40_000_000  # more than an A3 at 400 dpi; a small file can claim far more
KINDS = (".png", ".jpg", ".jpeg", ".svg")


class BadPicture(ValueError):
    """Raised for a picture that may not or cannot be used; says why."""


def resolve(reference: str, page: Path, folders: tuple[Path, ...]) -> Path:
    """Return the file a picture reference on page means. Raises BadPicture.

    folders: the only places pictures may lie in; links on disk are not followed out of them.
    """
    parts = urlsplit(reference)
    if parts.scheme or parts.netloc:
        raise BadPicture(f"the picture `{reference}` lies elsewhere; use a file in docs/")
    path = (page.parent / unquote(parts.path)).resolve()
    if not any(path.is_relative_to(folder.resolve()) for folder in folders):
        raise BadPicture(f"the picture `{reference}` lies outside docs/ and overrides/")
    if not path.is_file():
        raise BadPicture(f"the picture `{reference}` does not exist")
    if path.suffix.lower() not in KINDS:
        raise BadPicture(f"the picture `{reference}` must be one of {', '.join(KINDS)}")
    if path.suffix.lower() != ".svg":
        _check_pixels(path, reference)
    return path


def _check_pixels(path: Path, reference: str) -> None:
    # Image.open reads the header only; a picture bomb is refused before it is unpacked.
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                pixels = image.width * image.height
    except (OSError, Image.DecompressionBombError) as error:
        raise BadPicture(f"the picture `{reference}` cannot be read ({error})") from error
    if pixels > MAX_PIXELS:
        raise BadPicture(f"the picture `{reference}` has {pixels:,} pixels; 40 million at the most")
