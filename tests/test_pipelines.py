"""The files by which GitHub and GitLab build and publish the site.

Both were held against their JSON schemas by hand (check-jsonschema 0.39); the package is too big to keep.
"""

import os
import re
import subprocess

import pytest
import yaml

from small_site import ROOT

GITHUB = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
STEPS = [step for job in GITHUB["jobs"].values() for step in job["steps"]]
LINES = {
    "github": [line for step in STEPS for line in step.get("run", "").splitlines()],
    "gitlab": GITLAB["pages"]["script"],
}


def test_github_publishes_the_folder_that_is_built():
    """The artifact is the folder that the press writes; the deployment waits for it."""
    upload = next(step for step in STEPS if "upload-pages-artifact" in step.get("uses", ""))
    assert upload["with"]["path"] == "site"
    assert GITHUB["jobs"]["deploy"]["needs"] == "build"
    assert GITHUB["jobs"]["deploy"]["environment"]["name"] == "github-pages"


def test_github_gives_no_more_rights_than_needed():
    """None for the whole; writing only where it is published."""
    assert GITHUB["permissions"] == {}
    rights = {name: job["permissions"] for name, job in GITHUB["jobs"].items()}
    assert rights == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_actions_are_githubs_own_at_a_major_version():
    """No stranger's code is run, and none that changes its ways overnight."""
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert len(used) == 5
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", name)] == []


def test_both_tell_the_build_where_the_pages_will_stand():
    """The press reads PAGES_URL while nobody has set the address."""
    run = next(step for step in STEPS if "run" in step)
    assert run["env"] == {"PAGES_URL": "${{ steps.pages.outputs.base_url }}"}
    assert any(step.get("id") == "pages" for step in STEPS)
    assert GITLAB["pages"]["variables"] == {"PAGES_URL": "$CI_PAGES_URL"}
    assert "PAGES_URL" in (ROOT / "scripts/press/project.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(("host", "folder"), [("github", "site"), ("gitlab", "public")])
def test_their_very_lines_leave_the_site_where_it_is_fetched(tmp_path, host, folder):
    """Run by a shell, with `make` standing in for the build, which other tests make."""
    stand_in = tmp_path / "bin" / "make"
    stand_in.parent.mkdir()
    stand_in.write_text('#!/bin/sh\n[ "$1" = site ] && mkdir site && echo "$PAGES_URL" >site/a\n')
    stand_in.chmod(0o755)
    environ = os.environ | {
        "PATH": f"{stand_in.parent}:{os.environ['PATH']}",
        "PAGES_URL": "https://town.example/slingan",
    }
    for line in LINES[host]:
        subprocess.run(["sh", "-ec", line], cwd=tmp_path, env=environ, check=True)
    assert (tmp_path / folder / "a").read_text() == "https://town.example/slingan\n"
    if host == "gitlab":
        assert GITLAB["pages"]["artifacts"]["paths"] == [folder]


def test_the_targets_they_make_exist():
    """`make site` is the same command that the README gives."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {
        word
        for lines in LINES.values()
        for line in lines
        for word in re.findall(r"make (\w+)", line)
    }
    assert named == {"site"}
    assert re.search(r"^site:", makefile, re.M)
