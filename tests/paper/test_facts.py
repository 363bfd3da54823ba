"""Pages and sizes of finished files."""

import pikepdf
import pytest

from press.facts import Facts
from press.paper.facts import facts_of


@pytest.mark.parametrize(
    ("box", "size"),
    [
        ([0, 0, 595.276, 841.89], (210, 297)),
        ([0, 0, 841.89, 595.276], (297, 210)),
        ([10, 20, 605.276, 861.89], (210, 297)),
    ],
)
def test_a_pdf_has_pages_and_a_size_on_paper(tmp_path, box, size):
    """Width and height are those of page 1, wherever its corner lies."""
    path = tmp_path / "a.pdf"
    with pikepdf.new() as made:
        for _ in range(3):
            made.add_blank_page(page_size=(72, 72))
        made.pages[0].mediabox = box
        made.save(path)
    assert facts_of(path) == Facts(3, path.stat().st_size, *size)


def test_another_file_has_a_size_only(tmp_path):
    """A Word file has as many pages as Word makes of it."""
    path = tmp_path / "a.docx"
    path.write_bytes(b"x" * 1234)
    assert facts_of(path) == Facts(bytes=1234)


def test_a_file_that_is_not_there_has_no_facts():
    """What could not be made is told without numbers."""
    assert Facts() == Facts(pages=0, bytes=0, width=0, height=0)
