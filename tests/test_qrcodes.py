"""QR codes as files."""

import io

import zxingcpp
from PIL import Image

from press.qrcodes import files

ADDRESS = "https://slingan.example/k/104/sv/"


def test_a_code_is_read_back_and_has_white_round_it():
    """Four modules of it, in the picture itself, so that it can stand on any ground; level M."""
    _, png = files(ADDRESS)
    with Image.open(io.BytesIO(png)) as image:
        dots = image.convert("L")
    (code,) = zxingcpp.read_barcodes(dots)
    assert (code.text, code.ec_level) == (ADDRESS, "M")
    quiet = 4 * 24
    assert dots.getpixel((quiet - 1, quiet - 1)) == 255
    assert dots.getpixel((quiet, quiet)) == 0
    assert dots.width == dots.height > 700


def test_the_drawing_is_black_on_white_and_has_a_size():
    """So that a program for layout shows it as it is."""
    svg = files(ADDRESS)[0].decode("ascii")
    assert svg.startswith("<svg ")
    assert 'width="370"' in svg
    assert 'fill="#fff"' in svg
    assert 'stroke="#000"' in svg


def test_the_same_address_gives_the_same_bytes():
    """The store and readers' browsers need not fetch it anew."""
    assert files(ADDRESS) == files(ADDRESS)
