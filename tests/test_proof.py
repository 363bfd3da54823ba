"""The proofreader: every text, and what is said when something is not there."""

import pytest

from press.build import check
from press.content.wordlist import list_file
from press.project import LANGUAGES
from press.proof import proofread


def proof_of(project):
    return proofread(project, check(project))


def give_lists(project):
    """Make the small project one that is spelled."""
    for name in LANGUAGES:
        (project.root / list_file(name)).write_text("# none\n", encoding="utf-8")


def test_a_site_without_lists_is_not_spelled(small):
    """Nor does it need the speller."""
    assert proof_of(small) == proofread(small, check(small))
    assert proof_of(small).problems == [] and proof_of(small).notes == []


def test_misspelt_words_are_found_everywhere(small, edit):
    """In front matter and in text, each in its own language."""
    give_lists(small)
    edit("docs/sv/method-guide/tea.md", "\n---\n", "\n---\nDet är en kopppp.\n\n")
    edit("docs/en/method-guide/tea.md", "summary: ", "summary: Colorr. ")
    found = [str(one) for one in proof_of(small).problems if "/tea.md" in one.path]
    assert any(one.startswith("docs/en/method-guide/tea.md:4: summary: “Colorr”") for one in found)
    assert any("“kopppp” is in no dictionary" in one for one in found)


def test_what_is_still_to_be_written_is_not_spelled(small, edit):
    """A new chapter's marks are in English in all languages: each is told once, as a mark."""
    give_lists(small)
    edit("docs/sv/method-guide/tea.md", "\n---\n", "\n---\n((write how readers meet this))\n\n")
    edit("docs/da/method-guide/tea.md", "summary: ", "summary: ((write one more sentence)) ")
    found = "".join(map(str, proof_of(small).problems))
    assert "“readers”" not in found and "“sentence”" not in found


def test_without_the_speller_there_is_a_note(small, tmp_path, monkeypatch):
    """One line with what to install, and everything else is still looked at."""
    give_lists(small)
    monkeypatch.setenv("PATH", str(tmp_path))
    proof = proof_of(small)
    assert proof.problems == []
    assert proof.notes == [
        "Spelling was not checked: Hunspell is not installed. "
        "On Debian: apt install hunspell hunspell-sv hunspell-da hunspell-en-gb"
    ]


def test_a_list_that_is_wrong_is_a_problem(small):
    """Whether the speller is there or not."""
    give_lists(small)
    (small.root / list_file("en")).write_text("b\na\n", encoding="utf-8")
    assert "docs/words-en.txt:2" in "".join(map(str, proof_of(small).problems))


def test_nothing_is_to_be_mended_in_our_texts(project):
    """The words we use, and their spelling; this needs Hunspell (scripts/setup.sh gets it)."""
    proof = proof_of(project)
    assert proof.notes == []
    assert list(map(str, proof.problems)) == []


@pytest.mark.parametrize("name", ["names", "en"])
def test_a_list_that_cannot_be_read_is_one_problem(small, edit, name):
    """Not one more for each word that stands in it."""
    edit("docs/en/method-guide/tea.md", "Tea goes with talk.", "Teaa goes with talk.")
    give_lists(small)
    (small.root / list_file(name)).write_bytes(b"Teaa \xff")
    told = [str(problem) for problem in proof_of(small).problems]
    assert [one for one in told if one.startswith((list_file(name), "docs/en/"))] == [
        f"{list_file(name)}:1: has a character that is not UTF-8; save the file as UTF-8"
    ]
