"""Logos: what may be printed, and drawings with nothing in them but shapes."""

import io
import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from press.content.logos import LARGEST, MAX_BYTES, logo_faults, sanitised

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SVG = f'<svg {NAMES} viewBox="0 0 30 10">{{}}</svg>'
ACTIVE = "<{}>, which may run or fetch something; save it as plain shapes"
FETCHES = "has a <{}> that runs or fetches something; save it as plain shapes"

SHAPES = SVG.format(
    '<title>Sjö</title><defs><linearGradient id="a"><stop offset="0" stop-color="#123456"/>'
    '</linearGradient></defs><style>.b { fill: #123456 }</style><g transform="scale(2)">'
    '<path class="b" d="M0 0 L5 5 Z"/><rect width="5" height="5" fill="url(#a)"/></g>'
    '<circle cx="5" cy="5" r="2"/><polygon points="0,0 1,1 2,0"/>'
)


def faults_of(path, content):
    """Return what is wrong with a file of this content."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(logo_faults(path))


def picture(width, height, form="PNG"):
    """Return a picture as a file's bytes."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#1f5c3d").save(file, form)
    return file.getvalue()


def test_a_drawing_of_shapes_is_a_logo(tmp_path):
    """Paths, gradients, styles: what drawing programs save as plain SVG."""
    assert faults_of(tmp_path / "a.svg", SHAPES) == []


@pytest.mark.parametrize(
    ("size", "needed"),
    [((400, 400), 0), ((709, 100), 0), ((141, 140), 143), ((708, 100), 709), ((100, 1000), 0)],
)
def test_a_picture_must_be_sharp_where_it_is_printed_largest(tmp_path, size, needed):
    """200 dots an inch in the place that a poster has for it."""
    assert LARGEST == (90, 18)
    fault = f"is {size[0]} pixels wide; {needed} at the least, or it prints blurred on posters"
    assert faults_of(tmp_path / "a.png", picture(*size)) == [fault] * bool(needed)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<svg", "cannot be read as an SVG drawing"),
        ("", "cannot be read as an SVG drawing"),
        ("<html><body/></html>", "is no SVG drawing with a size; save it as plain SVG"),
        (f"<svg {NAMES}><g/></svg>", "is no SVG drawing with a size; save it as plain SVG"),
        (
            f'<svg {NAMES} viewBox="0 0 0 0"><g/></svg>',
            "is no SVG drawing with a size; save it as plain SVG",
        ),
        (
            f'<svg {NAMES} width="-4" height="a"/>',
            "is no SVG drawing with a size; save it as plain SVG",
        ),
        (SVG.format("<script>x()</script>"), "has a " + ACTIVE.format("script")),
        (SVG.format("<g><foreignObject/></g>"), "has a " + ACTIVE.format("foreignObject")),
        (
            SVG.format('<use xlink:href="https://a.example/b.svg#c"/>'),
            "has a " + ACTIVE.format("use"),
        ),
        (SVG.format('<use href="other.svg#c"/>'), "has a " + ACTIVE.format("use")),
        (SVG.format('<image href="file:///etc/passwd"/>'), "has a " + ACTIVE.format("image")),
        (
            SVG.format('<linearGradient href="https://a.example/b"/>'),
            FETCHES.format("linearGradient"),
        ),
        (SVG.format("<style>@import 'https://a.example/b'</style>"), FETCHES.format("style")),
        (SVG.format("<style>.a{fill:url( 'b.svg#c')}</style>"), FETCHES.format("style")),
        (SVG.format('<rect style="fill:URL(//a.example/b)"/>'), FETCHES.format("rect")),
        (SVG.format('<rect fill="url(b.svg#c)"/>'), FETCHES.format("rect")),
        (SVG.format('<rect onload="x()"/>'), FETCHES.format("rect")),
        (
            SVG.format("<text>Exempelby</text>"),
            "has a <text>, which does not print as it looks; save it as plain shapes",
        ),
        (
            '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("&a;"),
            "has a document type of its own; save it as plain SVG",
        ),
    ],
)
def test_a_drawing_that_does_more_than_draw_is_refused(tmp_path, content, fault):
    """One fault that says what to do."""
    assert faults_of(tmp_path / "a.svg", content) == [fault]


@pytest.mark.parametrize("form", ["JPEG", "GIF", "WEBP", "TIFF"])
def test_another_picture_with_the_name_of_a_png_is_refused(tmp_path, form):
    """The typesetter goes by the name."""
    content = picture(800, 800, form)
    assert faults_of(tmp_path / "a.png", content) == ["cannot be read as a PNG picture"]


def test_half_a_picture_is_refused(tmp_path):
    """A copy that broke off has a good head."""
    file = io.BytesIO()
    Image.effect_noise((800, 800), 60).save(file, "PNG")
    half = file.getvalue()[:20_000]
    assert faults_of(tmp_path / "a.png", half) == ["cannot be read as a PNG picture"]


def test_a_picture_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    """A small file may claim far more pixels than fit into memory."""
    content = picture(10, 10)
    header = content.index(b"IHDR") + 4
    wide = (50_000).to_bytes(4, "big")
    crc = zlib.crc32(b"IHDR" + wide + wide + content[header + 8 : header + 13])
    bomb = b"".join(
        [
            content[:header],
            wide,
            wide,
            content[header + 8 : header + 13],
            crc.to_bytes(4, "big"),
            content[header + 17 :],
        ]
    )
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("was unpacked"))
    assert faults_of(tmp_path / "a.png", bomb) == ["cannot be read as a picture"]


@pytest.mark.parametrize("name", ["a.png", "a.svg"])
def test_a_file_of_more_than_2_mb_is_refused_unread(tmp_path, name):
    """It would lie in every file of the edition."""
    assert faults_of(tmp_path / name, b"x" * (MAX_BYTES + 1)) == ["has 2.0 MB; 2 MB at the most"]


def test_another_kind_of_file_is_refused(tmp_path):
    """Two kinds are enough."""
    assert faults_of(tmp_path / "a.jpg", picture(800, 800, "JPEG")) == [
        "must be an SVG or a PNG file"
    ]


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    """A folder of that name is none either."""
    (tmp_path / "b.svg").mkdir()
    missing = ["does not exist; put the file beside the profile"]
    assert list(logo_faults(tmp_path / "a.svg")) == missing
    assert list(logo_faults(tmp_path / "b.svg")) == missing


def test_a_link_to_another_place_is_no_logo(tmp_path):
    """It could lead to any file of the computer."""
    (tmp_path / "real.svg").write_text(SHAPES)
    (tmp_path / "a.svg").symlink_to(tmp_path / "real.svg")
    assert list(logo_faults(tmp_path / "a.svg")) == [
        "does not exist; put the file beside the profile"
    ]


HOSTILE = [
    "<script>x()</script>",
    '<script href="https://a.example/x.js"/>',
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>x</body></foreignObject>",
    '<image href="https://a.example/x.png"/>',
    '<use xlink:href="https://a.example/x.svg#y"/>',
    '<a xlink:href="javascript:x()"><rect width="1" height="1"/></a>',
    "<animate attributeName='href' values='javascript:x()'/>",
    "<set attributeName='onload' to='x()'/>",
    "<style>@import 'https://a.example/x.css';</style>",
    "<style>.z{fill:url(https://a.example/x)}</style>",
    "<text>x</text>",
    "<metadata><y xmlns='http://a.example/editor'>x</y></metadata>",
    "<y xmlns='http://a.example/editor'>x</y>",
    "<html xmlns='http://www.w3.org/1999/xhtml'><script>x()</script></html>",
    "<handler>x()</handler>",
    "<!-- x -->",
    "<?x y?>",
]
HOSTILE_ATTRIBUTES = [
    ("onload", "x()"),
    ("onClick", "x()"),
    ("href", "https://a.example/x"),
    ("href", "#y"),
    ("{http://www.w3.org/1999/xlink}href", "javascript:x()"),
    ("{http://www.w3.org/XML/1998/namespace}base", "https://a.example/"),
    ("{http://a.example/editor}label", "x"),
    ("style", "fill:url(https://a.example/x)"),
    ("fill", "url('file:///etc/passwd')"),
    ("filter", "URL( //a.example/x)"),
]


def plain(text):
    """Return a drawing's shapes in order: name and attributes."""
    return [
        (etree.QName(one).localname, sorted(one.attrib.items()), (one.text or "").strip())
        for one in etree.fromstring(text).iter()
        if isinstance(one.tag, str)
    ]


def test_a_drawing_of_shapes_stays_as_it_is():
    """Nothing is lost that draws."""
    assert plain(sanitised(SHAPES.encode())) == plain(SHAPES)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(
    elements=st.lists(st.sampled_from(HOSTILE), max_size=6),
    attributes=st.lists(st.sampled_from(HOSTILE_ATTRIBUTES), max_size=6),
    chance=st.randoms(use_true_random=False),
)
def test_only_shapes_are_left_of_any_drawing(elements, attributes, chance: random.Random):
    """Hostile elements and attributes, wherever they stand, are gone; all shapes are still there."""
    root = etree.fromstring(SHAPES)
    places = [one for one in root.iter() if etree.QName(one).localname in ("svg", "g", "defs")]
    shapes = list(root.iter("{*}path", "{*}rect", "{*}circle", "{*}polygon", "{*}g", "{*}svg"))
    for element in elements:
        child = etree.fromstring(SVG.format(element))[0]
        place = chance.choice(places)
        place.insert(chance.randint(0, len(place)), child)
    for name, value in attributes:
        shape = chance.choice(shapes)
        # What stands in a hostile attribute's place was no shape's own.
        if name not in shape.attrib:
            shape.set(name, value)
    assert plain(sanitised(etree.tostring(root))) == plain(SHAPES)


def test_entities_are_not_even_looked_at():
    """The file they name is not read."""
    text = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + SVG.format(
        '<g>&a;</g><rect width="1" height="1"/>'
    )
    made = sanitised(text.encode())
    assert b"ENTITY" not in made and b"&a;" not in made
    assert [name for name, _, _ in plain(made)] == ["svg", "g", "rect"]


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    content=st.binary(max_size=300) | st.text(max_size=200).map(lambda t: SVG.format(t).encode())
)
@pytest.mark.parametrize("name", ["a.svg", "a.png"])
def test_no_file_makes_the_check_raise(tmp_path_factory, name, content):
    """Whatever a municipality sends, there is a logo or a fault."""
    path = tmp_path_factory.getbasetemp() / name
    faults = faults_of(path, content)
    if not faults:
        assert sanitised(content)
