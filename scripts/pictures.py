"""Takes the two pictures of the README: the home page, and both sides of the leaflet."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

from audit.browser import launched
from audit.site import browser

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "guide" / "pictures"


def site_picture() -> None:
    """The English home page as it opens on a small desktop window."""
    with launched(browser()) as running:
        # Files opened from disk may not load fonts from beside them, so the page is served.
        page = running.new_page(viewport={"width": 1000, "height": 760})
        page.route(
            "http://site.local/**", lambda route: route.fulfill(path=_file(route.request.url))
        )
        page.goto("http://site.local/en/")
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURES / "site.png")


def _file(url: str) -> Path:
    path = ROOT / "site" / url.removeprefix("http://site.local/").split("?")[0]
    return path / "index.html" if path.is_dir() else path


def leaflet_picture() -> None:
    """Outside above inside, on a grey ground."""
    document = pypdfium2.PdfDocument(
        ROOT / "site" / "print" / "en" / "information-leaflet-print.pdf"
    )
    sides = [sheet.render(scale=0.75).to_pil() for sheet in document]
    width, height = sides[0].size
    whole = Image.new("RGB", (width + 24, 2 * height + 36), "#c9d1d5")
    for number, side in enumerate(sides):
        whole.paste(side, (12, 12 + number * (height + 12)))
    whole.save(PICTURES / "leaflet.png", optimize=True)


if __name__ == "__main__":
    PICTURES.mkdir(parents=True, exist_ok=True)
    site_picture()
    leaflet_picture()
