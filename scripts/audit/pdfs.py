"""page-validation: whether every PDF to read on a screen is PDF/UA-1, as it lies in the site."""

from __future__ import annotations

from importlib.metadata import version

import page as page_validation

from audit.findings import Fault, Findings
from audit.site import Site


def run(site: Site) -> Findings:
    """Look at every PDF but the sheets for paper, whose pages lie in the order of folding."""
    read = [n for n in site.files if n.endswith(".pdf") and n not in site.sheets]
    return Findings(
        tool="page-validation",
        version=version("page-validation"),
        about="pdf",
        standard="PDF/UA-1",
        looked_at=len(read),
        faults=tuple(
            Fault("pdf-ua-1", "", failure.message, name)
            for name in read
            for failure in page_validation.validate_pdf(
                str(site.folder / name), profile="ua1"
            ).failures
        ),
    )
