"""Pictures come from docs/ and overrides/ and from nowhere else."""

import pytest
from PIL import Image

from press.paper.pictures import BadPicture, resolve


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    Image.new("RGB", (2, 2)).save(folder / "good.png")
    Image.new("RGB", (2, 2)).save(tmp_path / "secret.png")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "broken.png").write_bytes(b"not a picture")
    (folder / "text.txt").write_text("x")
    return folder


def test_a_picture_beside_the_page_is_found(docs):
    """The ordinary case."""
    assert resolve("good.png", docs / "page.md", (docs,)) == docs / "good.png"


@pytest.mark.parametrize(
    ("reference", "why"),
    [
        ("https://example.org/x.png", "lies elsewhere"),
        ("file:///etc/passwd", "lies elsewhere"),
        ("//example.org/x.png", "lies elsewhere"),
        ("../secret.png", "outside docs/"),
        ("%2e%2e/secret.png", "outside docs/"),
        ("link.png", "outside docs/"),
        ("absent.png", "does not exist"),
        ("broken.png", "cannot be read"),
        ("text.txt", "must be one of"),
    ],
)
def test_other_references_are_refused(docs, reference, why):
    """No scheme, no way out, no link on disk, no file that is not a picture."""
    with pytest.raises(BadPicture, match=why):
        resolve(reference, docs / "page.md", (docs,))


def test_a_picture_bomb_is_refused_before_it_is_unpacked(docs):
    """A small file may claim far more pixels than paper can show."""
    Image.new("1", (12_000, 12_000)).save(docs / "bomb.png")
    with pytest.raises(BadPicture, match="40 million at the most"):
        resolve("bomb.png", docs / "page.md", (docs,))
