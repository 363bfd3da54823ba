"""The fixture site's printables, set on paper once for all tests here."""

import pytest

from press.build import Build, check
from press.project import LANGUAGES
from small_site import make_small


@pytest.fixture(scope="session")
def printed(tmp_path_factory):
    """A build of the fixture site with all its printables made: files by place."""
    project = make_small(tmp_path_factory.mktemp("printed") / "site")
    build = Build(project, check(project))
    build.make_printables()
    assert build.problems == []
    return build


@pytest.fixture(params=LANGUAGES)
def language(request):
    """Each of the three languages in turn."""
    return request.param
