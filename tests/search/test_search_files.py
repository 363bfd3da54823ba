"""The files that a browser loads, and how many bytes an answer costs."""

import gzip
import json

import pytest

from bench.manypages import many_units
from press.search.ask import Asker
from press.search.files import digit, pack, unpack, write
from press.search.index import make_index
from search.conftest import questions
from small_site import ROOT

SCRIPTS = ("search-words.js", "search-ask.js")
BUDGET = 60_000


def test_postings_come_back():
    """In order, and each worth within a step of what it was."""
    given = [(0, 0, 0.3), (0, 5, 12.0), (1, 63, 1.0), (40, 2, 80.0), (5000, 0, 0.05)]
    found = unpack(pack(given))
    assert [place[:2] for place in found] == [place[:2] for place in given]
    assert all(digit(a[2]) == digit(b[2]) for a, b in zip(given, found, strict=True))


def test_files_are_scripts_with_data(indexes):
    files = write(indexes["sv"])
    for name, text in files.items():
        data = text.removeprefix(f'slinganIndex("{name.removesuffix(".js")}",').removesuffix(")\n")
        assert isinstance(json.loads(data), dict | list)


def test_the_same_texts_give_the_same_files(build, indexes):
    assert write(build.index("da")) == write(indexes["da"])


@pytest.mark.parametrize("pages", [60, 300, 1200])
def test_bytes_to_the_first_hits(indexes, pages):
    """Program, head, shards and the texts of the first eight hits, as a server sends them."""
    real = indexes["sv"].units
    asker = Asker(write(make_index(many_units(real, pages), "sv")))
    small = {name: len(gzip.compress(text.encode(), 9)) for name, text in asker.files.items()}
    program = sum(
        len(gzip.compress((ROOT / "overrides/assets/js" / n).read_bytes(), 9)) for n in SCRIPTS
    )
    costs = {}
    for question in questions("sv"):
        asker.forget()
        answer = asker.ask(question)
        for place, _ in answer.hits[:8]:
            asker.url(place)
        costs[question] = program + sum(small[f"{name}.js"] for name in asker.loaded)
    worst = max(costs, key=lambda question: costs[question])
    assert costs[worst] <= BUDGET, worst
