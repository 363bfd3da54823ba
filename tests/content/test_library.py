"""Everything under docs/, read and checked as a whole."""

import shutil

import pytest

import goldenfiles
from press.content.chapter import Chapter, Home
from press.content.frontmatter import Source
from press.content.library import Entry, Library, load
from press.project import LANGUAGES, Project
from press.translating import record_missing
from small_site import FIXTURE, ROOT, make_small, make_workshop

TEA = "docs/sv/method-guide/tea.md"
BROKEN = ROOT / "tests" / "content" / "golden" / "problems.yml"
SYMLINK = "is a link to another place on this computer; put the file itself here"


def lines(project):
    return [str(problem) for problem in load(project).problems]


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """The fixture's library, which nobody changes."""
    return load(make_small(tmp_path_factory.mktemp("sound") / "small"))


def test_the_fixture_is_sound(sound):
    """Nothing is wrong with the texts that all these tests rest on."""
    assert sound.problems == []


def test_every_page_is_found_in_every_language(sound):
    """Pages are known by language and path."""
    assert sorted(sound.entries) == sorted(
        (language, slug) for language in LANGUAGES for slug in ("", "method-guide/tea")
    )


@pytest.mark.parametrize(
    ("language", "slug", "url", "part", "model"),
    [
        ("sv", "", "", "", Home),
        ("da", "", "da/", "", Home),
        ("sv", "method-guide/tea", "method-guide/tea/", "method-guide", Chapter),
        ("en", "method-guide/tea", "en/method-guide/tea/", "method-guide", Chapter),
    ],
)
def test_addresses_follow_from_language_and_path(sound, language, slug, url, part, model):
    """Swedish pages lie at the root, the others in a folder of their language."""
    entry = sound.entries[language, slug]
    assert (entry.slug, entry.url, entry.part) == (slug, url, part)
    assert isinstance(entry.model, model)


def test_registers_are_part_of_the_library(sound):
    """Chapters are checked against the sources, and pages show the glossary."""
    assert [source.id for source in sound.sources.sources] == ["fourum"]
    assert [term.id for term in sound.glossary.terms] == ["loop"]


def test_printables_come_with_their_chapter(sound):
    """Paper names the chapter it belongs to."""
    found = [(entry.model.id, printable.id) for entry, printable in sound.printables("da")]
    assert found == [("tea", "tea-list"), ("tea", "tea-leaflet")]


def test_chapters_come_by_part_then_menu_then_name(sound):
    """The order is the menu's, with chapters that the menu lacks at the end of their part."""
    model = sound.entries["sv", "method-guide/tea"].model
    places = [
        ("starter-pack", "b"),
        ("method-guide", "z"),
        ("method-guide", "m"),
        ("method-guide", "b"),
        ("method-guide", "a"),
        ("relational-welfare", "a"),
    ]
    library = Library(order=["starter-pack/b", "method-guide/m", "method-guide/b"])
    for part, name in places:
        entry = Entry("sv", part, name, model, Source(f"{name}.md"))
        library.entries["sv", entry.slug] = entry
    assert [entry.slug for entry in library.chapters("sv")] == [
        "method-guide/m",
        "method-guide/b",
        "method-guide/a",
        "method-guide/z",
        "starter-pack/b",
        "relational-welfare/a",
    ]
    assert library.chapters("da") == []


@pytest.fixture
def texts(tmp_path):
    """The fixture's texts alone, without looks: all that the library reads."""
    root = tmp_path / "texts"
    shutil.copytree(FIXTURE, root)
    (root / "mkdocs.yml").write_text("site_url: https://a.example/\n")
    return Project(root)


def break_file(root, case):
    """Change one file of the project at root as the case says."""
    path = root / case["file"]
    for name, text in case.get("also", {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    if case.get("remove"):
        path.unlink()
        return
    text = case["text"] if "text" in case else path.read_text(encoding="utf-8")
    if "old" in case:
        assert case["old"] in text, f"{case['old']!r} is not in {case['file']}"
        text = text.replace(case["old"], case["new"], 1)
    if "many" in case:
        text = text.replace("{many}", "x" * case["many"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(case.get("encoding", "utf-8")))


@pytest.mark.parametrize("case", goldenfiles.cases(BROKEN), ids=lambda case: case["name"])
def test_a_broken_text_is_told_in_these_words(texts, case):
    """What authors read about a mistake is looked at whenever it changes."""
    break_file(texts.root, case)
    goldenfiles.agree_case(BROKEN, case, lines(texts))


def test_broken_texts_have_names_of_their_own():
    """Expected lines are found by the case's name."""
    names = [case["name"] for case in goldenfiles.cases(BROKEN)]
    assert len(names) == len(set(names)) >= 30


def test_every_broken_text_is_a_problem():
    """No case was written down as sound by an update that nobody read."""
    assert [case["name"] for case in goldenfiles.cases(BROKEN) if not case["expected"]] == []


def test_every_problem_is_one_line():
    """Whatever signs a text holds, the list of problems stays a list of lines."""
    for case in goldenfiles.cases(BROKEN):
        assert all(line.isprintable() for line in case["expected"]), case["name"]


def test_a_text_that_cannot_be_read_to_its_end_is_one_problem(small, edit):
    """Lists in lists without end stop neither the check of links nor that of marks."""
    deep = "\n".join("    " * n + "- a" for n in range(60))
    edit(TEA, "Te passar till samtal.", f"{deep}\n\n[x](#d6) [y](gone.md) [[zzz]]")
    assert lines(small) == [
        f"{TEA}:73: cannot be read: it is nested too deeply or has too many brackets"
    ]


def test_a_name_too_long_for_a_file_is_a_problem(small, edit):
    """A link to a name of 300 letters is a link to a page that does not exist."""
    edit(TEA, "../index.md", "a" * 300 + ".md")
    assert lines(small) == [f"{TEA}:92: the page `{'a' * 300}.md` does not exist"]


def test_a_translation_cannot_choose_what_it_is_compared_with(small, edit):
    """A Danish text that names itself as the first is still held against the Swedish one."""
    name = "docs/da/method-guide/tea.md"
    edit(name, "primary_language: sv", "primary_language: da")
    edit(name, "          - id: cups\n            text: Stil kopper frem.\n", "")
    assert lines(small) == [
        f"{name}:6: primary_language: is `da` but {TEA}:6 has `sv`",
        f"{name}:25: printables.0.groups.0.items: `cups` is missing; {TEA}:31 has it",
    ]


def test_problems_come_in_file_order(small, edit):
    """All problems of a build stand in one list, file by file and line by line."""
    edit("docs/sv/method-guide/tea.md", "title: Te på träffen", "title: 3")
    edit("docs/sv/method-guide/tea.md", "Te passar", "# Te passar")
    edit("docs/da/method-guide/tea.md", "## Sådan", "# Sådan")
    (small.docs / "glossary.yml").unlink()
    assert [(problem.path, problem.line) for problem in load(small).problems] == [
        ("docs/da/method-guide/tea.md", 75),
        ("docs/glossary.yml", 1),
        ("docs/sv/method-guide/tea.md", 3),
        ("docs/sv/method-guide/tea.md", 73),
    ]


@pytest.mark.parametrize(
    "name", ["docs/sv/method-guide/pot.md", "docs/assets/pot.png", "overrides/assets/pot.svg"]
)
def test_a_link_on_disk_is_a_problem(small, name):
    """A link could publish any file of the computer, so none may lie among texts and looks."""
    path = small.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(FIXTURE / "docs" / "sv" / "index.md")
    assert lines(small) == [f"{name}:1: {SYMLINK}"]


def test_a_linked_folder_is_a_problem_and_is_not_read(small, tmp_path):
    """The texts behind a linked folder are no part of the site."""
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "pot.md").write_text("no front matter")
    (small.docs / "sv" / "starter-pack").symlink_to(tmp_path / "away")
    assert lines(small) == [f"docs/sv/starter-pack:1: {SYMLINK}"]


def test_a_link_to_nowhere_is_a_problem(small):
    """A broken link on disk is a link all the same."""
    (small.docs / "sv" / "pot.md").symlink_to("gone.md")
    assert lines(small) == [f"docs/sv/pot.md:1: {SYMLINK}"]


def test_a_broken_page_is_not_also_missing(small, edit):
    """One mistake in Danish does not make the page look missing there."""
    edit("docs/da/method-guide/tea.md", "id: tea\n", "id: tea\nid: tea\n")
    assert lines(small) == [
        "docs/da/method-guide/tea.md:3: the key `id` stands twice in the same block"
    ]


def test_broken_sources_leave_facts_unchecked(small, edit):
    """One mistake in the register does not become a problem in every chapter."""
    edit("docs/sources.yml", "certainty: high", "certainty: sure")
    assert lines(small) == [
        "docs/sources.yml:11: outside.0.certainty: `sure` is not known here; "
        "write one of `high`, `medium`, `low`"
    ]


def test_the_body_is_checked_though_the_front_matter_is_broken(small, edit):
    """The author can mend both at once."""
    edit("docs/sv/method-guide/tea.md", "title: Te på träffen", "title: 3")
    edit("docs/sv/method-guide/tea.md", "../index.md", "../start.md")
    assert lines(small) == [
        "docs/sv/method-guide/tea.md:3: title: must be text; put quotes round it (you wrote 3)",
        "docs/sv/method-guide/tea.md:92: the page `../start.md` does not exist",
    ]


def test_pages_beside_chapters_need_little(small):
    """A page such as the glossary has an id, a title and a summary, in every language."""
    for language in LANGUAGES:
        text = "---\nid: about\ntitle: T\nsummary: S.\n---\nText.\n"
        (small.docs / language / "about.md").write_text(text)
    record_missing(small)
    library = load(small)
    assert library.problems == []
    assert library.entries["da", "about"].url == "da/about/"


def test_a_chapter_and_a_page_may_not_share_an_id(small):
    """An id names files, so it is unique in a language."""
    for language in LANGUAGES:
        text = "---\nid: tea\ntitle: T\nsummary: S.\n---\nText.\n"
        (small.docs / language / "tea.md").write_text(text)
    assert lines(small) == [
        f"docs/{language}/tea.md:2: id: another chapter is called `tea` already, "
        f"in docs/{language}/method-guide/tea.md"
        for language in sorted(LANGUAGES)
    ]


def test_the_original_may_be_in_any_language(small, edit):
    """A chapter that was written in Danish first is compared with the Danish text."""
    for language in LANGUAGES:
        name = f"docs/{language}/method-guide/tea.md"
        edit(name, "primary_language: sv", "primary_language: da")
    record_missing(small)
    edit("docs/sv/method-guide/tea.md", "role: guides", "role: staff")
    assert lines(small) == [
        "docs/sv/method-guide/tea.md:28: printables.0.groups.0.items.0.role: is `staff` "
        "but docs/da/method-guide/tea.md:28 has `guides`"
    ]


PLACES = (
    "#",
    "#sa-gor-du",
    "tea.md#tea-list",
    "#d6",
    "#from-elsewhere",
    "tea.md#sources-of-this-page",
    "#s%C3%A5",
)


def test_a_link_to_a_place_that_is_there_is_sound(small, edit):
    """Headings, printables, facts and named places of a chapter can be linked to."""
    links = " ".join(f"[x]({target})" for target in PLACES)
    edit(TEA, "Te passar till samtal.", f"Te passar till samtal. {links}\n{{: #så }}")
    assert lines(small) == []


@pytest.mark.parametrize("link", ["method-guide/tea.md#tea-list", "./method-guide/tea.md"])
def test_a_door_leads_to_a_page_or_a_place_in_it(small, edit, link):
    """A door of the home page may lead straight to a printable."""
    for language in LANGUAGES:
        edit(f"docs/{language}/index.md", "link: method-guide/tea.md", f"link: {link}")
    assert lines(small) == []


@pytest.fixture(scope="module")
def workshop_texts(tmp_path_factory):
    """The fixture with a booklet, a binder, a link sheet, worksheets on A4 and A3, and small sheets."""
    return make_workshop(
        tmp_path_factory.mktemp("texts") / "site",
        "booklet",
        "binder",
        "worksheet",
        "pocket",
        "links",
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (
            "booklet",
            "      - kind: chapter\n        id: tea\n",
            "      - kind: chapter\n        id: teas\n",
            "36: printables.0.parts.1.id: no chapter is called `teas`; did you mean `tea`?",
        ),
        (
            "booklet",
            "      - kind: chapter\n        id: tea\n",
            "      - kind: chapter\n        id: tea-list\n",
            "36: printables.0.parts.1.id: no chapter is called `tea-list`",
        ),
        (
            "binder",
            "chapters: [tea]",
            "chapters: [tee]",
            "24: printables.0.tabs.0.chapters.0: no chapter is called `tee`; did you mean `tea`?",
        ),
        (
            "binder",
            "printables: [tea-list]\n        own",
            "printables: [tea-list, tea-lists]\n        own",
            "30: printables.0.tabs.1.printables.1: no printable is called `tea-lists`; "
            "did you mean `tea-list`?",
        ),
        (
            "binder",
            "printables: [tea-list]\n        own",
            "printables: [tea-sheet, tea-leaflet]\n        own",
            "30: printables.0.tabs.1.printables.1: `tea-leaflet` cannot lie in a binder, which holds "
            "checklists, letters, link sheets and worksheets on A4",
        ),
        (
            "binder",
            "printables: [tea-list]\n        own",
            "printables: [tea-map]\n        own",
            "30: printables.0.tabs.1.printables.0: `tea-map` cannot lie in a binder, which takes "
            "A4 only; it is on A3",
        ),
        (
            "binder",
            "printables: [tea-list]\n        own",
            "printables: [tea-pocket]\n        own",
            "30: printables.0.tabs.1.printables.0: `tea-pocket` cannot lie in a binder, which takes "
            "A4 only; it is on A5",
        ),
        (
            "links",
            "chapters: [tea]",
            "chapters: [tea, te]",
            "21: printables.0.lists.0.chapters.1: no chapter is called `te`; did you mean `tea`?",
        ),
        (
            "links",
            "          - links",
            "          - tea-list",
            "25: printables.0.lists.1.chapters.0: no chapter is called `tea-list`",
        ),
    ],
    ids=[
        "chapter",
        "no chapter",
        "chapter behind a tab",
        "printable",
        "leaflet",
        "A3",
        "A5",
        "link",
        "link to paper",
    ],
)
def test_what_is_put_together_must_be_there_and_fit(workshop_texts, name, old, new, told):
    """In each language, at the line where the id stands."""
    found = []
    for language in LANGUAGES:
        path = workshop_texts.docs / language / "starter-pack" / f"{name}.md"
        found.append((path, path.read_text(encoding="utf-8")))
        assert old in found[-1][1]
        path.write_text(found[-1][1].replace(old, new, 1), encoding="utf-8")
    try:
        told_now = lines(workshop_texts)
    finally:
        for path, text in found:
            path.write_text(text, encoding="utf-8")
    assert told_now == [
        f"docs/{language}/starter-pack/{name}.md:{told}" for language in sorted(LANGUAGES)
    ]


def test_a_binder_with_one_tab_is_told_how_many_it_needs(tmp_path):
    """`is empty` would be untrue."""
    project = make_workshop(tmp_path / "site", "binder")
    for language in LANGUAGES:
        path = project.docs / language / "starter-pack" / "binder.md"
        text = path.read_text(encoding="utf-8")
        rest = text[text.index("      - id: lists") : text.rindex("---\n")]
        path.write_text(text.replace(rest, ""), encoding="utf-8")
    assert lines(project) == [
        f"docs/{language}/starter-pack/binder.md:20: printables.0.tabs: has 1 entry; 2 at the least"
        for language in sorted(LANGUAGES)
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("tea-print", "may not end in `-print`: copies to print are called so"),
        ("con", "`con` is no name for a file on Windows; choose another"),
        ("how", "`how` is the name of another place on the page; choose another"),
        ("d6", "`d6` is the name of another place on the page; choose another"),
        (
            "from-elsewhere",
            "`from-elsewhere` is the name of another place on the page; choose another",
        ),
    ],
)
def test_a_printables_name_is_free_for_its_files_and_its_place(small, edit, name, message):
    """Files and links are called by it, and none of them may be taken."""
    for language in LANGUAGES:
        file = f"docs/{language}/method-guide/tea.md"
        edit(file, "id: tea-list", f"id: {name}")
        edit(file, "[[tea-list]]", f"[[{name}]]")
        edit(file, "\n| --- |", "\n| --- |") if name != "how" else edit(
            file, "## ", "## How\n\n## "
        )
    problems = [str(problem) for problem in load(small).problems if ".id" in problem.field]
    assert [problem.split(": ", 2)[2] for problem in problems] == [message] * 3


def test_a_word_is_told_in_chapters_that_stand(small):
    """A chapter that is renamed or gone would leave the word without any explanation."""
    path = small.docs / "glossary.yml"
    path.write_text(
        path.read_text(encoding="utf-8") + "    told_in: [tea, teas]\n", encoding="utf-8"
    )
    assert lines(small) == [
        "docs/glossary.yml:6: terms.0.told_in.1: no chapter is called `teas`; did you mean `tea`?"
    ]


def test_a_chapter_that_cannot_be_read_is_the_only_one_blamed(workshop_texts, tmp_path):
    """Those that name it, or what it has to print, are in order: one slip gives one problem."""
    root = tmp_path / "site"
    shutil.copytree(workshop_texts.root, root)
    path = root / TEA
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("edition: 2026-01-02", "edition: yesterday", 1), encoding="utf-8")
    assert lines(Project(root)) == [
        f"{TEA}:7: edition: must be a date such as 2026-11-23, without quotes (you wrote yesterday)"
    ]


@pytest.mark.parametrize(
    ("heading", "line"),
    [("## Content", 1), ("### Menu {: .wide }", 1), ("## Search title", 1), ("## Meny", None)],
)
def test_a_heading_takes_no_place_that_every_page_has(small, edit, heading, line):
    """The first link of every page leads to `#content`, and must land there."""
    edit(TEA, "Te passar till samtal.", f"## Te\n\n{heading}\n\nTe passar till samtal.")
    found = lines(small)
    assert len(found) == (1 if line else 0)
    for problem in found:
        assert problem.startswith(f"{TEA}:75: `#")
        assert "give the heading another name, such as" in problem
