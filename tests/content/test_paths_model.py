"""Learning paths as editors write them, and what they are told when something is wrong."""

import pytest

from path_site import make_path_site
from press.build import check
from press.content.library import load
from small_site import ROOT, replace_in, write_register


@pytest.fixture
def site(tmp_path):
    """A small site with two learning paths."""
    return make_path_site(tmp_path / "site")


def told(site, *pairs, name="docs/paths.yml"):
    """Return every problem of the site once texts in a file of it are replaced."""
    replace_in(site.root / name, *pairs)
    return [str(problem) for problem in load(site).problems]


def test_a_sound_site_has_its_paths_in_order(site):
    """Steps go through all stages; whether the text is easy belongs to the path."""
    library = check(site)
    assert library.problems == []
    assert [(path.id, path.chapters, path.easy) for path in library.paths] == [
        ("new", ("tea", "cake", "milk"), False),
        ("calm", ("tea",), True),
    ]
    assert library.path_of_page("path-new").id == "new"
    assert library.path_of_page("tea") is None


def test_a_site_may_have_no_paths(small):
    """The register is needed only where there are paths."""
    library = load(small)
    assert (library.paths, [p for p in library.problems if "paths" in p.path]) == ((), [])


def test_a_later_chapter_joins_by_one_line(site):
    """No other file is touched."""
    assert told(site, ("          - milk\n", "          - milk\n          - coffee\n")) == [
        "docs/paths.yml:13: paths.0.stages.1.chapters.1: no chapter is called `coffee`"
    ]
    for language in ("sv", "da", "en"):
        folder = site.docs / language / "method-guide"
        text = (folder / "milk.md").read_text(encoding="utf-8").replace("id: milk", "id: coffee")
        (folder / "coffee.md").write_text(text, encoding="utf-8")
    write_register(site)
    library = load(site)
    assert library.problems == []
    assert library.paths[0].chapters == ("tea", "cake", "milk", "coffee")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "          - cake\n",
            "          - kake\n",
            "docs/paths.yml:8: paths.0.stages.0.chapters.1: "
            "no chapter is called `kake`; did you mean `cake`?",
        ),
        (
            "          - milk\n",
            "          - tea\n",
            "docs/paths.yml:12: paths.0.stages.1.chapters.0: "
            "`tea` is a step of this path already, in line 7",
        ),
        (
            "          - milk\n",
            "          - path-calm\n",
            "docs/paths.yml:12: paths.0.stages.1.chapters.0: "
            "`path-calm` is the page of a path and cannot be a step of one",
        ),
        (
            "        title: {sv: Veckan, da: Ugen, en: The week}\n",
            "",
            "docs/paths.yml:9: paths.0.stages.1: needs a `title`, as the path has several stages",
        ),
        (
            "{sv: Veckan, da: Ugen, en: The week}",
            "{sv: Veckan, en: The week}",
            "docs/paths.yml:10: paths.0.stages.1.title.da: is missing",
        ),
        (
            "    easy: true\n",
            "    eazy: true\n",
            "docs/paths.yml:14: paths.1: unknown key `eazy`; did you mean `easy`?",
        ),
        (
            "      - id: week\n",
            "      - id: day\n",
            "docs/paths.yml:9: paths.0.stages.1: two stages have the id `day`; give one of them",
        ),
        (
            "        chapters:\n          - milk\n",
            "        chapters: []\n",
            "docs/paths.yml:11: paths.0.stages.1.chapters: ",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(site, old, new, expected):
    """One clear message, and none about pages that are sound."""
    (said,) = told(site, (old, new))
    assert said.startswith(expected)


def test_an_easy_path_has_easy_chapters_only(site):
    """Whoever follows it is never led to a text that is not easy."""
    (said,) = told(
        site,
        (
            "      - id: all\n        chapters:\n",
            "      - id: all\n        chapters:\n          - milk\n",
        ),
    )
    assert said.startswith(
        "docs/paths.yml:18: paths.1.stages.0.chapters.0: `milk` has no easy-read version"
    )


def test_a_path_needs_its_page(site):
    """A path without a page could be neither begun nor found."""
    for language in ("sv", "da", "en"):
        (site.docs / language / "courses" / "path-calm.md").unlink()
    write_register(site)
    for register in (site.docs / "translations").iterdir():
        text = register.read_text(encoding="utf-8")
        blocks = [block for block in text.split("\n\n") if not block.startswith("path-calm:")]
        register.write_text("\n\n".join(blocks), encoding="utf-8")
    (said,) = [str(problem) for problem in load(site).problems]
    assert said.startswith(
        "docs/paths.yml:13: paths.1.id: the path has no page; write docs/<language>/courses/path-calm.md"
    )


def test_a_mark_without_a_path_is_told(site):
    """`[[path]]` stands on the page of a path only."""
    page = site.docs / "sv" / "method-guide" / "milk.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[[path]]\n", encoding="utf-8")
    (said,) = [str(problem) for problem in load(site).problems]
    assert said.startswith("docs/sv/method-guide/milk.md:14: ")
    assert "[[path]]" in said


def test_a_broken_file_is_told_once(site):
    """Pages and plans are not blamed for a file that cannot be read."""
    (said,) = told(site, ("paths:\n", "paths: [\n"))
    assert said.startswith("docs/paths.yml:")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("path: new", "path: nev", "path: no path is called `nev`; did you mean `new`?"),
        (
            "easy_read: false",
            "easy_read: true",
            "easy_read: must be `false`, as the path says `easy: false`",
        ),
    ],
)
def test_a_plan_agrees_with_its_path(site, old, new, expected):
    """It names a path that is there, and is easy when that is."""
    found = []
    for language in ("sv", "da", "en"):
        found = told(site, (old, new), name=f"docs/{language}/courses/path-new.md")
    assert len(found) == 3
    assert all(f"printables.0.{expected}" in said for said in found)


def test_the_sites_own_paths_are_sound(project):
    """Six readers have a path, and the service users' is easy to read."""
    library = load(project)
    assert [p for p in library.problems if p.path == "docs/paths.yml"] == []
    assert {path.id for path in library.paths} >= {
        "new-staff", "manager", "guide", "course-leader", "service-user", "cross-sector-leader",
    }  # fmt: skip
    assert [path.id for path in library.paths if path.easy] == ["service-user"]
    new = next(path for path in library.paths if path.id == "new-staff")
    assert [stage.id for stage in new.stages] == ["first-day", "first-week", "first-month"]
    assert (ROOT / "docs/sv/courses/path-new-staff.md").is_file()
