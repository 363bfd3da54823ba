"""Who leads how many loops for whom: the solver against a count of every way there is."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from press.tools.placing import place

COUNTS = st.lists(st.integers(0, 2), max_size=3)


@st.composite
def exchanges(draw):
    """Some requests and offers, and what each pair of them that may be costs."""
    asked, can = draw(COUNTS), draw(COUNTS)
    pairs = list(itertools.product(range(len(asked)), range(len(can))))
    allowed = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=6)) if pairs else []
    return asked, can, {pair: draw(st.integers(0, 1)) for pair in sorted(allowed)}


def every_way(asked, can, costs):
    """Yield every placing that gives nobody more than they asked for or can do."""
    pairs = sorted(costs)
    for loops in itertools.product(*(range(min(asked[r], can[o]) + 1) for r, o in pairs)):
        way = dict(zip(pairs, loops, strict=True))
        by_request = [sum(n for (r, _o), n in way.items() if r == at) for at in range(len(asked))]
        by_offer = [sum(n for (_r, o), n in way.items() if o == at) for at in range(len(can))]
        if all(a <= b for a, b in zip(by_request + by_offer, asked + can, strict=True)):
            yield way


@given(exchanges())
@settings(max_examples=300, deadline=None)
def test_as_many_loops_as_any_way_places(exchange):
    """No other way places more loops."""
    most = max(sum(way.values()) for way in every_way(*exchange))
    assert sum(place(*exchange).values()) == most


@given(exchanges())
@settings(max_examples=300, deadline=None)
def test_of_the_best_ways_it_is_the_first_in_the_order_of_the_tables(exchange):
    """Most loops, then least cost, then most for the first request from the first offer, and so on."""
    costs = exchange[2]

    def worth(way):
        cost = sum(costs[pair] * n for pair, n in way.items())
        return sum(way.values()), -cost, tuple(way.values())

    best = max(every_way(*exchange), key=worth)
    assert place(*exchange) == {pair: n for pair, n in best.items() if n}


def test_nothing_can_be_placed_where_nothing_may_be():
    """No pair that may be: no loop."""
    assert place([2], [3], {}) == {}


def test_a_whole_region_is_soon_placed():
    """Eighty requests and eighty offers, each of which may be with every second: all are met."""
    costs = {(r, o): (r + o) % 2 for r in range(80) for o in range(80) if (r * o) % 2 == 0}
    placed = place([2] * 80, [2] * 80, costs)
    assert sum(placed.values()) == 160
