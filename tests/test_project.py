"""Where things are, and what is read from mkdocs.yml."""

import os

import pytest

from press.problems import ProblemsFound
from press.project import Project, find

NO_URL = "mkdocs.yml:1: site_url: set `site_url: https://…/`, the public address of the site"


@pytest.fixture
def settings(tmp_path):
    """Make a project whose mkdocs.yml holds a text."""

    def make(text):
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
        return Project(tmp_path)

    return make


def test_folders_lie_in_the_root(tmp_path):
    """Everything a build reads or writes lies inside one checkout."""
    project = Project(tmp_path)
    assert (project.docs, project.look, project.site, project.store) == (
        tmp_path / "docs",
        tmp_path / "overrides",
        tmp_path / "site",
        tmp_path / "build" / "store",
    )


def test_each_process_has_its_own_staging_folder(tmp_path):
    """Two builds at once do not write into each other's site."""
    assert Project(tmp_path).staging == tmp_path / "build" / f"staging-{os.getpid()}"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("site_url: https://a.example/", "https://a.example/"),
        ("site_url: https://a.example", "https://a.example/"),
        ("site_url: https://a.example/tea", "https://a.example/tea/"),
        ("site_url: http://localhost:8000/", "http://localhost:8000/"),
    ],
)
def test_the_public_address_ends_in_a_slash(settings, text, url):
    """Addresses are made by putting a path behind it, whether the author wrote the slash or not."""
    assert settings(text).site_url == url


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://slingan.example/", "https://town.github.example/slingan/"),
        ("https://a.example/", "https://a.example/"),
    ],
)
def test_a_hosts_own_address_serves_until_one_is_written(settings, monkeypatch, written, url):
    """GitHub and GitLab know where their pages will stand; what the owner writes goes first."""
    monkeypatch.setenv("PAGES_URL", "https://town.github.example/slingan")
    assert settings(f"site_url: {written}").site_url == url


def test_a_hosts_address_may_be_as_wrong_as_a_written_one(settings, monkeypatch):
    """It is checked in the same way."""
    monkeypatch.setenv("PAGES_URL", "nowhere")
    with pytest.raises(ProblemsFound, match="public address"):
        _ = settings("site_url: https://slingan.example/").site_url


@pytest.mark.parametrize("text", ["site_name: Te", "extra:", "extra: 3", "extra: []"])
def test_a_site_needs_no_extra(settings, text):
    """The block may be empty or missing."""
    assert settings(text).extra()[0] == {}


def test_the_lines_of_extra_are_known(settings):
    """So that a problem in it can be clicked."""
    values, lines = settings("a: 1\nextra:\n  # x\n  b: {c: 2}\n  d:\n    e: 3\n").extra()
    assert values == {"b": {"c": 2}, "d": {"e": 3}}
    assert lines == {(): 2, ("b",): 4, ("b", "c"): 4, ("d",): 5, ("d", "e"): 6}


@pytest.mark.parametrize("text", ["", "- a", "site_url:", "site_url: a.example", "site_url: 3"])
def test_a_missing_public_address_is_a_problem(settings, text):
    """Paper prints the address, so it may not be guessed."""
    with pytest.raises(ProblemsFound) as found:
        _ = settings(text).site_url
    assert str(found.value) == NO_URL


def test_tags_of_the_site_engine_are_passed_over(settings):
    """The press reads mkdocs.yml without MkDocs and runs nothing that it names."""
    text = "a: !ENV [X, y]\nb: !!python/name:os.system\nsite_url: https://a.example/\n"
    assert settings(text).site_url == "https://a.example/"


@pytest.mark.parametrize("data", [b"a: [", b"a: \xff", None])
def test_settings_that_cannot_be_read_are_a_problem(tmp_path, data):
    """A broken or missing mkdocs.yml is said like any other problem."""
    if data is not None:
        (tmp_path / "mkdocs.yml").write_bytes(data)
    with pytest.raises(ProblemsFound, match=r"^mkdocs\.yml:1: cannot be read: "):
        _ = Project(tmp_path).order


def test_the_menu_gives_the_order_of_pages(settings):
    """Chapters come in the order of the menu, however deep they stand in it."""
    text = "nav:\n  - Start: index.md\n  - A: [a/one.md, {B: a/two.md}]\n  - a/three.md\n"
    assert settings(text).order == ["index", "a/one", "a/two", "a/three"]


@pytest.mark.parametrize("text", ["site_name: Te", "nav:", "nav: 3"])
def test_a_site_without_menu_has_no_order(settings, text):
    """A missing menu is no reason to stop."""
    assert settings(text).order == []


def test_paths_in_problems_are_relative(tmp_path):
    """Problems name files as the author sees them, from the root."""
    project = Project(tmp_path)
    assert project.relative(tmp_path / "docs" / "sv" / "a.md") == "docs/sv/a.md"


def test_a_path_outside_is_named_in_full(tmp_path):
    """A file from elsewhere cannot be named from the root."""
    outside = tmp_path / "b.md"
    assert Project(tmp_path / "a").relative(outside) == outside.as_posix()


def test_the_project_is_found_from_any_folder_inside(settings, monkeypatch):
    """Commands work wherever in the project the author stands."""
    root = settings("").root
    inside = root / "docs" / "sv"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    assert find() == find(inside) == find(root) == Project(root.resolve())


def test_outside_a_project_the_command_says_so(tmp_path):
    """The author learns where to run the command."""
    with pytest.raises(ProblemsFound) as found:
        find(tmp_path)
    assert str(found.value) == (
        f"{tmp_path.resolve()}:1: "
        "no mkdocs.yml here or in any folder above; run this inside the project"
    )


@pytest.mark.parametrize(
    ("menu", "said"),
    [
        ("nav: &a\n  - index.md\n  - X: *a\n", "mkdocs.yml:1: cannot be read: `nav` is nested too"),
        ("nav: " + "[" * 3000 + "]" * 3000, "mkdocs.yml:1: cannot be read: is nested too deeply"),
        (
            "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
            "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
            "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
            "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\n"
            "nav: [*d, *d]\n",
            "mkdocs.yml:1: cannot be read: `nav` has more than 10,000 pages",
        ),
        ("a: b\nnav: [a, b\nc: d\n", "mkdocs.yml:3: cannot be read: expected ',' or ']'"),
    ],
)
def test_a_menu_without_end_is_refused(settings, menu, said):
    """One line with its place, and no waiting."""
    with pytest.raises(ProblemsFound) as found:
        _ = settings(menu).order
    assert str(found.value).startswith(said)
    assert "\n" not in str(found.value)
