"""Printables of small sites, set on paper once for all tests here."""

from functools import cache

import pytest

from press.build import Build, check
from press.project import LANGUAGES
from small_site import build_of, make_small, make_workshop


@pytest.fixture(scope="session")
def printed(tmp_path_factory):
    """A build of the fixture site with all its printables made: files by place."""
    project = make_small(tmp_path_factory.mktemp("printed") / "site")
    build = Build(project, check(project))
    build.make_printables()
    assert build.problems == []
    return build


@pytest.fixture(scope="session")
def workshop(tmp_path_factory):
    """Return, for a kind, a build of the workshop with that kind's chapter: files by place."""

    @cache
    def make(*kinds):
        project = make_workshop(tmp_path_factory.mktemp("workshop") / "site", *kinds)
        build = build_of(project)
        build.make_printables()
        assert build.problems == []
        return build

    return make


@pytest.fixture(params=LANGUAGES)
def language(request):
    """Each of the three languages in turn."""
    return request.param
