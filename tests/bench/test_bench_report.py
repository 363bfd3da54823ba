"""The benchmark's report is written part by part."""

from bench.report import write


def test_a_part_leaves_the_others_as_they_stand(tmp_path):
    """Each part is written between marks of its own; what was measured by hand stays last."""
    path = tmp_path / "benchmark.md"
    path.write_text("# Benchmark\n\n## A whole region\n\nBy hand.\n", encoding="utf-8")
    write(path, "web", "The web.")
    write(path, "paper", "Old paper.")
    write(path, "paper", "Paper.")
    assert path.read_text(encoding="utf-8") == (
        "# Benchmark\n\n<!-- paper -->\n\nPaper.\n\n<!-- /paper -->\n\n"
        "<!-- web -->\n\nThe web.\n\n<!-- /web -->\n\n## A whole region\n\nBy hand.\n"
    )
