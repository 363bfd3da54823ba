"""A chapter's questions on its own paper."""

import readback
from small_site import add_questions, build_of, make_small


def test_a_group_gets_questions_and_no_answers(tmp_path):
    """Every question and every answer to choose, and nothing that tells which one is right."""
    build = build_of(add_questions(make_small(tmp_path / "small")))
    made = build.chapter_pdf(build.desks["en"].chapter("tea"))
    assert build.problems == []
    said = " ".join(readback.text(made).split())
    asked = said.partition("Check yourself")[2].partition("Sources")[0]
    for part in ("How hot is tea & who says <so>?", "Cold.", "Warm.", "Salt.", "Who likes tea?"):
        assert part in asked
    assert asked.count("More than one answer is right.") == 1
    for hidden in ("As the leaflet says.", "It was.", "Some *do*", "Right"):
        assert hidden not in said
