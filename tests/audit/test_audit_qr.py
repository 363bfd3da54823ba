"""QR codes of what lies in the site, read back from the page."""

import io

import pikepdf
from PIL import Image

from audit import qr
from broken_site import make_site, rules
from press import qrcodes

URL = "https://a.example/"


def sheet(path, *addresses):
    """Write a PDF with a page for each address, its QR code on it; without any, an empty page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pages = [Image.open(io.BytesIO(qrcodes.pixels(address))).convert("L") for address in addresses]
    if pages:
        pages[0].save(path, "PDF", resolution=200, save_all=True, append_images=pages[1:])
    else:
        pdf = pikepdf.new()
        pdf.add_blank_page()
        pdf.save(path)


def found(tmp_path, name, *addresses):
    site = make_site(tmp_path, {"": "", "p/tea/da/2026-01-02/": "", "k/101/da/": ""})
    sheet(tmp_path / name, *addresses)
    return qr.run(site)


def test_codes_that_lead_to_pages_are_no_fault(tmp_path):
    """A chapter's to its number, a printable's to its edition; each copy of it too."""
    assert found(tmp_path, "da/tea/tea.pdf", f"{URL}k/101/da/").faults == ()
    own = f"{URL}p/tea/da/2026-01-02/"
    assert found(tmp_path, "print/da/tea.pdf", own).faults == ()
    last = found(tmp_path, "print/da/tea-print.pdf", own, f"{URL}k/101/da/")
    assert last.faults == ()
    assert last.looked_at == 4


def test_a_code_that_leads_nowhere_is_a_fault(tmp_path):
    """Somebody would stand there with a paper and a page that is not there."""
    findings = found(tmp_path, "da/tea/tea.pdf", f"{URL}k/999/da/")
    assert rules(findings) == {"leads-nowhere"}
    assert findings.faults[0].page == "da/tea/tea.pdf"


def test_a_code_that_leads_out_of_the_site_is_a_fault(tmp_path):
    """Such as the address that stood in the settings when the paper was made."""
    assert rules(found(tmp_path, "da/tea/tea.pdf", "https://b.example/k/101/da/")) == {
        "another-site"
    }


def test_paper_without_a_code_is_a_fault(tmp_path):
    """Nobody can ask whether it is the newest."""
    assert rules(found(tmp_path, "da/tea/tea.pdf")) == {"no-code"}


def test_a_printable_must_lead_to_its_own_edition(tmp_path):
    """In its own language; the code of its chapter alone says nothing of editions."""
    for address in (f"{URL}k/101/da/", f"{URL}p/tea/da/2026-01-02/"):
        findings = found(tmp_path, "print/sv/tea.pdf", address)
        assert rules(findings) == {"no-own-code"}


def test_papers_that_are_no_printables_lead_to_their_chapter(tmp_path):
    """A course's handout has no editions of its own."""
    assert found(tmp_path, "print/da/course-handout.pdf", f"{URL}k/101/da/#day-1").faults == ()
