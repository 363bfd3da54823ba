"""The site of this project, as `make site` builds it; the tests in tests/browser look at it closer."""

import pytest

from once import once, press_build
from press.render.frame import HOMES
from small_site import ROOT


def test_the_site_is_built_without_a_complaint(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every language has its home page, and nothing was said that an editor would have to mend."""
    once(tmp_path_factory, "real", lambda _: press_build(ROOT, processes=2))
    missing = [
        home for home in HOMES.values() if not (ROOT / "site" / home / "index.html").is_file()
    ]
    assert not missing
