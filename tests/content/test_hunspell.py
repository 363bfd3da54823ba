"""What the speller says of words, and that it is asked once. The test run needs Hunspell."""

import json
import shutil

import pytest

from press.content import hunspell
from press.content.hunspell import NoSpeller, speller

WORDS = {"sv": ("träff", "traff"), "da": ("møde", "mødde"), "en": ("meeting", "meating")}


@pytest.mark.parametrize("language", WORDS)
def test_each_language_has_a_dictionary(tmp_path, language):
    """A right word is known, a wrong one is not, and what is near is proposed."""
    right, wrong = WORDS[language]
    found = speller(language, tmp_path)
    assert found.unknown({right, wrong}) == {wrong}
    assert right in found.suggestions({wrong})[wrong]


def test_british_english(tmp_path):
    """The dictionary is that of Britain, and apostrophes may be curly."""
    found = speller("en", tmp_path)
    assert found.unknown({"colour", "color", "don’t"}) == {"color"}
    assert "don’t" in found.suggestions(found.unknown({"dno’t"}))["dno’t"]


def test_compounds_are_words(tmp_path):
    """Swedish and Danish put words together as they need them."""
    assert speller("sv", tmp_path).unknown({"vägledarpar", "stafettfråga"}) == set()
    assert speller("da", tmp_path).unknown({"vejlederpar", "stafetspørgsmål"}) == set()


def test_what_was_said_is_kept(tmp_path, monkeypatch):
    """A second run asks nothing, and forgets words that no text has any more."""
    first = speller("sv", tmp_path)
    first.suggestions(first.unknown({"träff", "traff", "borta"}))
    first.keep()
    monkeypatch.setattr(hunspell.Speller, "_ask", lambda *_: pytest.fail("asked again"))
    again = speller("sv", tmp_path)
    assert again.unknown({"träff", "traff"}) == {"traff"}
    assert again.suggestions({"traff"}) == first.suggestions({"traff"})
    again.keep()
    assert speller("sv", tmp_path).good == {"träff"}


@pytest.mark.parametrize(
    "kept", ["", "[]", "{}", '{"of": "another dictionary", "good": ["traff"]}']
)
def test_what_was_kept_may_be_of_no_use(tmp_path, kept):
    """Broken, or said by another dictionary: then everything is asked anew."""
    (tmp_path / "sv.json").write_text(kept, encoding="utf-8")
    assert speller("sv", tmp_path).unknown({"traff"}) == {"traff"}


def test_without_the_program(tmp_path, monkeypatch):
    """A computer without Hunspell is told so, with no traceback."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoSpeller, match="Hunspell is not installed"):
        speller("sv", tmp_path)


def test_without_a_dictionary(tmp_path, monkeypatch):
    """The one that is missing is named."""
    monkeypatch.setattr(hunspell, "_FOLDERS", (str(tmp_path),))
    monkeypatch.delenv("DICPATH", raising=False)
    with pytest.raises(NoSpeller, match="no dictionary da_DK"):
        speller("da", tmp_path)


def test_a_dictionary_may_lie_elsewhere(tmp_path, monkeypatch):
    """DICPATH names folders, as Hunspell reads it."""
    name = speller("sv", tmp_path).dictionary
    for ending in (".dic", ".aff"):
        shutil.copyfile(name.with_suffix(ending), tmp_path / f"sv_SE{ending}")
    monkeypatch.setenv("DICPATH", f"/nowhere:{tmp_path}")
    assert speller("sv", tmp_path).dictionary == tmp_path / "sv_SE"


def test_a_program_that_fails(tmp_path):
    """Hunspell that ends with an error is as good as none."""
    found = speller("sv", tmp_path)
    found.program = "false"
    with pytest.raises(NoSpeller, match="does not work"):
        found.unknown({"traff"})


def test_words_of_the_user_do_not_count(tmp_path, monkeypatch):
    """What somebody taught their own Hunspell is wrong on every other machine."""
    (tmp_path / ".hunspell_sv_SE").write_text("traff\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert speller("sv", tmp_path).unknown({"traff"}) == {"traff"}


def test_what_is_kept_is_readable(tmp_path):
    """Words one a line, so that a person can look."""
    found = speller("sv", tmp_path / "deep" / "folder")
    found.unknown({"träff", "traff"})
    found.keep()
    kept = json.loads(found.kept.read_text(encoding="utf-8"))
    assert (kept["good"], kept["bad"]) == (["träff"], {"traff": None})


def test_what_cannot_be_kept_is_asked_anew(tmp_path):
    """A checkout that nobody may write to is looked at all the same."""
    (tmp_path / "build").write_text("")
    found = speller("en", tmp_path / "build" / "spelling")
    assert found.unknown({"meating"}) == {"meating"}
    found.keep()
    assert (tmp_path / "build").is_file()
