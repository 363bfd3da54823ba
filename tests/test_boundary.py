"""The core must not know the site engine: engines come to an end, the press goes on."""

import subprocess
import sys

import pytest

from small_site import ROOT

PACKAGE = ROOT / "scripts" / "press"
MODULES = sorted(
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)
CORE = [name for name in MODULES if not name.startswith("press.adapters.")]
ENGINES = ("mkdocs", "material", "mkdocs_static_i18n", "mkdocs_pdf_export_plugin", "weasyprint")


def test_no_core_module_imports_a_site_engine():
    """Every module outside adapters/ loads, in a fresh process, without any engine."""
    code = (
        "import importlib, sys\n"
        f"for name in {CORE!r}: importlib.import_module(name)\n"
        f"print([name for name in {ENGINES!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("module", ["press.cli", "press.content.library"])
def test_checking_texts_loads_no_typesetter(module):
    """`press check` answers in about a second because it loads little."""
    code = f"import {module}, sys; print('typst' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
