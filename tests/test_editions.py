"""What a municipality gets that prints in its own name, and what becomes of disturbed runs."""

import hashlib
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import termios
import threading
import zipfile

import docx
import pytest
from lxml import html

import readback
from press import editions
from press.editions import make_editions, profiles_in
from press.leftovers import put_in_place
from press.problems import ProblemsFound
from small_site import make_small, make_workshop

PROFILE = """\
municipality: Exempelby & Vänner
unit: Omsorgen
contact:
  - role: Samordnare
    phone: 010-000 00 00
    email: stod@exempelby.example
web: https://exempelby.example/
logo:
  file: logo.svg
  alt: Två träd
colour: "#1F5C3D"
languages: [sv, da, en]
start: 2027-02-01
printables: [tea-list, tea-leaflet, tea-letter, tea-booklet, tea-poster, tea-pocket]
welcome:
  sv: Välkommen till Exempelby.
  da: Velkommen til Exempelby.
  en: Welcome to Exempelby.
"""
SMALL = """\
municipality: By {n}
contact:
  - role: Stöd
    phone: "{n}"
colour: "#1f5c3d"
languages: [sv]
printables: [tea-list]
"""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><!-- made by hand -->'
    '<rect width="30" height="10" fill="#1f5c3d"/></svg>'
)
MANY = 12  # so many that they are spread over two processes
DATES = {
    "sv": ["1 februari 2027", "31 januari 2027", "15 februari 2027"],
    "da": ["1. februar 2027", "31. januar 2027", "15. februar 2027"],
    "en": ["1 February 2027", "31 January 2027", "15 February 2027"],
}


@pytest.fixture(autouse=True)
def one_process(monkeypatch):
    """Make editions in this process, unless a test says otherwise."""
    monkeypatch.setenv("PRESS_PROCESSES", "1")


def profiles(project, **texts):
    """Write profiles into the project's editions/ with a logo beside them; return their paths."""
    folder = project.root / "editions"
    folder.mkdir(exist_ok=True)
    (folder / "logo.svg").write_text(LOGO)
    for name, text in texts.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return [folder / f"{name}.yml" for name in texts]


def files_in(folder):
    """Return the files of a folder by their paths in it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in found}


def identities(folder):
    """Return what shows whether a file was touched: its inode and when it was written."""
    return {name: (p.stat().st_ino, p.stat().st_mtime_ns) for name, p in files_in(folder).items()}


def digests(folder):
    """Return a hash of every file."""
    return {
        name: hashlib.sha256(p.read_bytes()).hexdigest() for name, p in files_in(folder).items()
    }


def said(path):
    """Return the text of a PDF in one line."""
    return " ".join(readback.text(path).split())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """An edition in three languages with five kinds of printables: its project and its folder."""
    project = make_workshop(
        tmp_path_factory.mktemp("edition") / "site", "letter", "booklet", "poster", "pocket"
    )
    (result,) = make_editions(project, profiles(project, exempelby=PROFILE))
    assert result.problems == []
    folder = project.root / "build" / "editions" / "exempelby"
    assert result.files == len(files_in(folder))
    return project, folder


@pytest.fixture
def edition(made):
    """The folder of that edition."""
    return made[1]


@pytest.fixture(params=DATES)
def language(request):
    """Each of the three languages in turn."""
    return request.param


def test_times_become_days_in_each_languages_way_of_writing(edition, language):
    """The first day and every time counted from it stand as dates."""
    text = said(edition / language / "tea-list.pdf")
    assert [date for date in DATES[language] if date not in text] == []


def test_the_foot_of_a_page_carries_the_municipalitys_name(edition, language):
    """A loose sheet tells whose it is."""
    for name in ("tea-list", "tea-booklet"):
        assert f"Exempelby & Vänner · {name} ·" in said(edition / language / f"{name}.pdf")


def test_a_small_sheet_carries_it_on_both_halves(edition, language):
    """They part at the cut."""
    assert said(edition / language / "tea-pocket-print.pdf").count("Exempelby & Vänner ·") == 2


def test_the_cover_carries_name_and_unit(edition, language):
    """The booklet's first page."""
    first = readback.text(edition / language / "tea-booklet.pdf").split("\n\n")[0]
    cover = " ".join(first.split())[:200]
    assert "Exempelby & Vänner Omsorgen" in cover


@pytest.mark.parametrize("name", ["tea-booklet", "tea-leaflet"])
def test_the_contact_box_is_filled_in(edition, language, name):
    """Whom to ask, with telephone, address and page."""
    text = said(edition / language / f"{name}.pdf")
    parts = ["Samordnare", "010-000 00 00", "stod@exempelby.example", "https://exempelby.example/"]
    assert [part for part in parts if part not in text] == []


def test_the_word_of_welcome_stands_in_the_booklet(edition, language):
    """In the reader's own language and no other."""
    text = said(edition / language / "tea-booklet.pdf")
    words = dict(re.findall(r"(\w\w): ((?:V|W).*)", PROFILE))
    assert [code for code, word in words.items() if word in text] == [language]


def test_the_letters_word_file_names_the_sender(edition, language):
    """It is the copy that is changed and sent."""
    document = docx.Document(edition / language / "tea-letter.docx")
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Exempelby & Vänner\nOmsorgen" in text


def test_reading_copies_keep_to_pdf_ua(edition, language):
    """Its own details are no worse to hear than ours."""
    for name in ("tea-leaflet", "tea-booklet", "tea-poster", "tea-letter", "tea-list"):
        assert readback.breaches(edition / language / f"{name}.pdf") == []


def test_the_colour_and_logo_are_the_municipalitys(made, monkeypatch):
    """What is drawn from the profile is drawn with its drawing, sanitised, and its colour."""
    project, _ = made
    jobs = []
    real = editions.Build.make
    monkeypatch.setattr(
        editions.Build, "make", lambda self, *rest: (jobs.append(self.local), real(self, *rest))
    )
    make_editions(project, [project.root / "editions" / "exempelby.yml"])
    local = jobs[0]["sv"]
    assert local["colour"] == "#1f5c3d"
    kept = (project.root / local["logo"]["path"].lstrip("/")).read_text()
    assert "<rect" in kept and "made by hand" not in kept


def test_the_list_names_exactly_the_files_that_are_there(edition):
    """Every link leads to a file and every file has a link."""
    page = html.fromstring((edition / "index.html").read_text(encoding="utf-8"))
    named = [*page.xpath("//a/@href"), *page.xpath("//img/@src")]
    within = {f"#{one}" for one in page.xpath("//@id")}
    assert set(named) - within == set(files_in(edition)) - {"index.html"}


def test_the_list_shows_each_language_and_escapes_names(edition):
    """A section in each language says so to a screen reader."""
    text = (edition / "index.html").read_text(encoding="utf-8")
    page = html.fromstring(text)
    assert page.get("lang") == "sv"
    assert page.xpath("//section/@lang") == ["da", "en"]
    assert "Exempelby &amp; Vänner" in text
    assert "1 februari 2027" in text


def test_the_zip_holds_the_whole_edition(edition):
    """Unpacked it is the folder itself, with its list."""
    with zipfile.ZipFile(edition / "exempelby.zip") as packed:
        inside = {name: packed.read(name) for name in packed.namelist()}
    there = files_in(edition)
    assert sorted(inside) == sorted(set(there) - {"exempelby.zip"})
    assert all(there[name].read_bytes() == data for name, data in inside.items())


def test_nobody_elses_paper_changes(made):
    """Without a municipality a printable is drawn as ever."""
    project, _ = made
    plain = editions.Build(project, editions.check(project))
    plain.make(*plain.desks["sv"].printable("tea-list"))
    text = said(plain.files["print/sv/tea-list.pdf"])
    assert "Exempelby" not in text
    assert "2027" not in text


def test_a_second_run_touches_nothing(made):
    """Up to date is up to date: the same files, never written again."""
    project, folder = made
    before = identities(folder)
    (result,) = make_editions(project, [project.root / "editions" / "exempelby.yml"])
    assert (result.files, result.problems) == (0, [])
    assert identities(folder) == before


@pytest.mark.parametrize(
    ("old", "new", "said_first"),
    [
        ("unit:", "unti:", "editions/exempelby.yml:2: unknown key `unti`"),
        ("municipality", "- municipality", "editions/exempelby.yml:1: must be lines of the form"),
        ("Omsorgen", "Omsorgen 漢", "editions/exempelby.yml:2: the typeface lacks `漢` (U+6F22)"),
        ("Omsorgen", '"\\u6f22"', "editions/exempelby.yml:1: the typeface lacks `漢` (U+6F22)"),
    ],
)
def test_a_broken_profile_touches_nothing_made_before(made, old, new, said_first):
    """The municipality keeps what it has, and reads what to mend."""
    project, folder = made
    before = identities(folder)
    path = project.root / "editions" / "exempelby.yml"
    path.write_text(PROFILE.replace(old, new, 1), encoding="utf-8")
    (result,) = make_editions(project, [path])
    path.write_text(PROFILE, encoding="utf-8")
    assert str(result.problems[0]).startswith(said_first)
    assert result.files == 0
    assert identities(folder) == before
    assert sorted(p.name for p in folder.parent.iterdir()) == ["exempelby"]


def test_a_name_that_does_not_fit_is_told_with_the_place(made):
    """Wide letters: 34 of them fit no cover."""
    project, _ = made
    (path,) = profiles(project, wide=PROFILE.replace("Exempelby & Vänner", "m" * 34, 1))
    (result,) = make_editions(project, [path])
    path.unlink()
    assert not (project.root / "build" / "editions" / "wide").exists()
    told = [str(problem) for problem in result.problems]
    assert all(line.startswith("editions/wide.yml:1: docs/") for line in told)
    assert any("`tea-booklet`" in line and "stands outside the paper" in line for line in told)


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    """A project of one short printable, for runs of many editions."""
    return make_small(tmp_path_factory.mktemp("village") / "site")


@pytest.fixture
def many(village):
    """That project with twelve profiles and nothing made: project and paths."""
    for path in (village.root / "editions").glob("*.yml"):
        path.unlink()
    shutil.rmtree(village.root / "build", ignore_errors=True)
    texts = {f"by-{n:02}": SMALL.format(n=1000 + n) for n in range(MANY)}
    return village, profiles(village, **texts)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """What the twelve editions are when nothing happens: a hash of each file."""
    project = make_small(tmp_path_factory.mktemp("undisturbed") / "site")
    texts = {f"by-{n:02}": SMALL.format(n=1000 + n) for n in range(MANY)}
    make_editions(project, profiles(project, **texts))
    return digests(made_in(project))


def made_in(project):
    """Return the folder of all editions."""
    return project.root / "build" / "editions"


def test_what_somebody_wrote_into_an_edition_does_not_come_back(many):
    """A filled-in form is nobody else's: the next run puts the empty one there; the store is clean."""
    project, (path, *_) = many
    make_editions(project, [path])
    list_ = made_in(project) / "by-00" / "sv" / "tea-list.pdf"
    before = list_.read_bytes()
    list_.write_bytes(before + b"private")
    make_editions(project, [path])
    assert list_.read_bytes() == before
    assert not any(file.read_bytes().endswith(b"private") for file in project.store.rglob("*.pdf"))


def test_a_file_that_was_lost_comes_back(many):
    """An edition is whole or made anew."""
    project, (path, *_) = many
    make_editions(project, [path])
    lost = made_in(project) / "by-00" / "sv" / "tea-list.pdf"
    lost.unlink()
    (result,) = make_editions(project, [path])
    assert result.files == 4
    assert lost.is_file()


def test_a_list_may_count_from_a_day_of_its_own(many):
    """A meeting is not on the first day of the course."""
    project, (path, *_) = many
    path.write_text(SMALL.format(n=1000) + "starts:\n  tea-list: 2027-06-07\n")
    (result,) = make_editions(project, [path])
    assert result.problems == []
    words = said(made_in(project) / "by-00" / "sv" / "tea-list.pdf")
    assert "7 juni 2027" in words
    assert "6 juni 2027" in words
    path.write_text(SMALL.format(n=1000) + "starts:\n  tea-lst: 2027-06-07\n")
    (result,) = make_editions(project, [path])
    (problem,) = result.problems
    assert str(problem).endswith(
        "starts.tea-lst: no printable is called `tea-lst`; did you mean `tea-list`?"
    )


def test_what_is_no_longer_wanted_goes(many):
    """The folder holds the edition and nothing of the one before."""
    project, (path, *_) = many
    path.write_text(SMALL.format(n=1000).replace("[tea-list]", "all"))
    make_editions(project, [path])
    path.write_text(SMALL.format(n=1000))
    make_editions(project, [path])
    assert sorted(files_in(made_in(project) / "by-00")) == [
        "by-00.zip",
        "index.html",
        "sv/tea-list.pdf",
        "sv/tea-list.webp",
    ]


def test_one_broken_profile_stops_no_other(many):
    """A whole region is made but for the one."""
    project, paths = many
    paths[1].write_text("- a\n")
    results = make_editions(project, paths[:3])
    assert [(result.name, result.files, len(result.problems)) for result in results] == [
        ("by-00", 4, 0),
        ("by-01", 0, 1),
        ("by-02", 4, 0),
    ]


def test_an_edition_that_fails_in_its_own_way_is_a_problem(many, monkeypatch):
    """The rest is made, and the run says which was not."""
    project, paths = many
    monkeypatch.setattr(editions, "_work", lambda path: 1 / 0)
    results = make_editions(project, paths[:1])
    assert [str(problem) for problem in results[0].problems] == [
        "editions/by-00.yml:1: the edition could not be made: division by zero"
    ]


def test_broken_texts_are_told_before_anything_is_made(many):
    """The fault is not the municipality's."""
    project, paths = many
    tea = project.docs / "sv" / "method-guide" / "tea.md"
    text = tea.read_text(encoding="utf-8")
    tea.write_text(text.replace("id: cups", "id: cupz"), encoding="utf-8")
    with pytest.raises(ProblemsFound):
        make_editions(project, paths[:1])
    tea.write_text(text, encoding="utf-8")
    assert not made_in(project).exists()


def test_profiles_are_the_yml_files_of_a_folder_in_order(tmp_path):
    """Logos and folders are none."""
    for name in ("b.yml", "a.yml", "a.svg", "c.yaml"):
        (tmp_path / name).touch()
    (tmp_path / "d.yml").mkdir()
    assert [path.name for path in profiles_in(tmp_path)] == ["a.yml", "b.yml"]


def test_two_that_put_the_same_edition_in_place_do_no_harm(tmp_path):
    """Whoever comes last, there is one whole edition and nothing left over."""
    target, faults = tmp_path / "by", []

    def put(own):
        try:
            for n in range(40):
                new = tmp_path / f".new-by-{own}"
                new.mkdir()
                for name in "abc":
                    (new / name).write_text(f"{own} {n}")
                put_in_place(new, target)
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=put, args=(own,)) for own in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert [path.name for path in tmp_path.iterdir()] == ["by"]
    assert len({path.read_text() for path in target.iterdir()}) == 1
    assert len(list(target.iterdir())) == 3


def run(project, **options):
    """Start `press edition --all editions` with two processes, in a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "press.cli", "edition", "--all", "editions"],
        cwd=project.root,
        env={**os.environ, "PRESS_PROCESSES": "2"},
        text=True,
        start_new_session=True,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
    )


def run_until_some_are_made(project):
    """Start a run on a terminal; return it when its bar says that some editions are made, not all."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    process = run(project, stderr=theirs)
    os.close(theirs)
    shown = ""
    while not re.search(rf"\b[1-9]\d*/{MANY}\b", shown):
        shown += os.read(ours, 1000).decode(errors="replace")
    return process, ours


def assert_whole(folder):
    """Fail if one of the editions in folder is not as its ZIP says."""
    found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    for edition in found:
        with zipfile.ZipFile(edition / f"{edition.name}.zip") as packed:
            inside = {*packed.namelist(), f"{edition.name}.zip"}
        assert inside == set(files_in(edition))
    return len(found)


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGINT], ids=["killed", "ctrl-c"])
def test_a_run_that_is_ended_leaves_whole_editions_and_the_next_completes(many, undisturbed, way):
    """What stands is whole, no worker goes on, and in the end all is as if nothing had happened."""
    project, paths = many
    process, terminal = run_until_some_are_made(project)
    if way == signal.SIGKILL:
        process.kill()
    else:
        os.killpg(process.pid, way)
    process.communicate(timeout=60)  # returns when no worker is left: all hold its pipe
    os.close(terminal)
    assert process.returncode == (130 if way == signal.SIGINT else -way)
    assert 1 <= assert_whole(made_in(project)) < MANY

    (made_in(project) / f".new-by-00-{process.pid}").mkdir()
    assert all(result.problems == [] for result in make_editions(project, paths))
    assert sorted(p.name for p in made_in(project).iterdir()) == [path.stem for path in paths]
    assert digests(made_in(project)) == undisturbed


def test_two_runs_at_once_do_no_harm(many, undisturbed):
    """Both end well, every edition is whole, and a third finds nothing to do."""
    project, paths = many
    both = [run(project), run(project)]
    ends = [process.communicate(timeout=120) for process in both]
    assert [(process.returncode, *end[1:]) for process, end in zip(both, ends, strict=True)] == [
        (0, ""),
        (0, ""),
    ]
    assert assert_whole(made_in(project)) == MANY
    assert sorted(p.name for p in made_in(project).iterdir()) == [path.stem for path in paths]
    assert digests(made_in(project)) == undisturbed
    assert [result.files for result in make_editions(project, paths)] == [0] * MANY
