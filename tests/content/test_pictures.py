"""Which files may be shown as pictures."""

import pytest
from PIL import Image

from press.content.pictures import faults

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def test_an_ordinary_picture_has_no_fault(tmp_path):
    """PNG and plain SVG are fine."""
    Image.new("RGB", (2, 2)).save(tmp_path / "a.png")
    (tmp_path / "a.svg").write_text(SVG.format('<circle r="2" fill="url(#x)"/>'))
    assert list(faults(tmp_path / "a.png")) == []
    assert list(faults(tmp_path / "a.svg")) == []


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.txt", b"x", "must be one of .png, .jpg, .jpeg, .svg"),
        ("a.png", b"", "cannot be read as a picture"),
        ("a.jpg", b"not a picture", "cannot be read as a picture"),
        ("a.svg", b"<svg", "cannot be read as an SVG drawing"),
    ],
)
def test_other_files_are_refused(tmp_path, name, content, fault):
    """A name is not enough."""
    (tmp_path / name).write_bytes(content)
    assert list(faults(tmp_path / name)) == [fault]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<circle onclick="alert(1)"/>',
        '<image href="../../secret.png"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<a href="https://example.org"><circle r="1"/></a>',
        "<style>@import url(https://example.org/x.css)</style>",
        '<circle style="fill:url(https://example.org/x)"/>',
        "<foreignObject><p>x</p></foreignObject>",
        '<use href="other.svg#x"/>',
        r"<style>@\69mport 'https://example.org/x.css'</style>",
        r'<circle style="fill:u\72l(https://example.org/x)"/>',
    ],
)
def test_a_drawing_that_runs_or_fetches_is_refused(tmp_path, inside):
    """An SVG is a document of its own; ours are plain shapes."""
    (tmp_path / "a.svg").write_text(SVG.format(inside))
    assert len(list(faults(tmp_path / "a.svg"))) == 1


def test_a_drawing_cannot_read_files_by_entities(tmp_path):
    """The oldest trick with XML."""
    text = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format(
        "<text>&x;</text>"
    )
    (tmp_path / "a.svg").write_text(text)
    assert "document type of its own" in next(faults(tmp_path / "a.svg"))


def test_a_picture_bomb_is_refused_before_it_is_unpacked(tmp_path):
    """A small file may claim far more pixels than paper can show."""
    Image.new("1", (12_000, 12_000)).save(tmp_path / "bomb.png")
    assert list(faults(tmp_path / "bomb.png")) == ["has 144,000,000 pixels; 40 million at the most"]


@pytest.mark.parametrize("cover", ["mask", "clipPath"])
@pytest.mark.parametrize("use", ['mask="url(#a)"', 'clip-path="url(#a)"', 'style="mask: url(#a)"'])
def test_masks_inside_masks_are_refused(tmp_path, cover, use):
    """Twelve of them take all of a machine's memory to draw."""
    (tmp_path / "a.svg").write_text(SVG.format(f"<{cover} id='b'><rect {use}/></{cover}>"))
    (fault,) = faults(tmp_path / "a.svg")
    assert fault.startswith(f"has a <{cover}> that is masked or clipped itself")


def test_one_mask_is_fine(tmp_path):
    """It is how many logos are cut to shape."""
    text = '<clipPath id="a"><rect/></clipPath><path clip-path="url(#a)"/>'
    (tmp_path / "a.svg").write_text(SVG.format(text))
    assert list(faults(tmp_path / "a.svg")) == []


def test_a_drawing_of_too_many_shapes_is_refused(tmp_path):
    """What no printer needs and no typesetter draws."""
    (tmp_path / "a.svg").write_text(SVG.format("<g/>" * 5_000))
    assert list(faults(tmp_path / "a.svg")) == ["has 5,001 shapes; 5,000 at the most"]
