"""PDF/UA-1 of what lies in the site."""

import dataclasses

import pikepdf

from audit import pdfs
from broken_site import make_site


def test_an_untagged_pdf_is_a_fault_unless_it_is_a_sheet(tmp_path):
    """What is made to be folded or cut has no reading order, and is left out of the count."""
    site = make_site(tmp_path, {"": ""})
    for name in ("read.pdf", "fold.pdf"):
        pdf = pikepdf.new()
        pdf.add_blank_page()
        pdf.save(tmp_path / name)
    found = pdfs.run(dataclasses.replace(site, sheets=frozenset({"fold.pdf"})))
    assert found.looked_at == 1
    assert {(fault.rule, fault.page) for fault in found.faults} == {("pdf-ua-1", "read.pdf")}
