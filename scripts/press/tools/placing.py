"""Who leads how many loops for whom: as many as can be, then at least cost, then in the tables' order.

The first two are a flow of least cost, worked out by networkx. Several flows may be equally good; of
these the one is taken that gives the first request most from the first offer, then most from the
second, and so on. That one does not depend on the way it was found, so the browser (tool-guide-
matching.js), which has a small algorithm of its own for the flow, comes to the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Pair = tuple[int, int]  # numbers of a request and an offer


def place(asked: Sequence[int], can: Sequence[int], costs: Mapping[Pair, int]) -> dict[Pair, int]:
    """Return how many loops each offer leads for each request; pairs with none are left out.

    asked, can: loops of each request and each offer. costs: of the pairs that may be, for each loop.
    """
    flow = _flow(asked, can, costs)
    return _Residue(asked, can, costs, flow).settled() if flow else {}


def _flow(asked: Sequence[int], can: Sequence[int], costs: Mapping[Pair, int]) -> dict[Pair, int]:
    import networkx as nx  # here, since it takes long to read in and few commands need it

    graph = nx.DiGraph()
    graph.add_nodes_from(("start", "end"))
    for r, n in enumerate(asked):
        graph.add_edge("start", ("request", r), capacity=n)
    for o, n in enumerate(can):
        graph.add_edge(("offer", o), "end", capacity=n)
    for (r, o), cost in costs.items():
        graph.add_edge(("request", r), ("offer", o), weight=cost, capacity=min(asked[r], can[o]))
    found = nx.max_flow_min_cost(graph, "start", "end")
    return {(r, o): n for r, o in costs if (n := found["request", r]["offer", o])}


class _Residue:
    """What of a flow could run otherwise: arcs in twos, each with its way back beside it (number ^ 1)."""

    def __init__(
        self,
        asked: Sequence[int],
        can: Sequence[int],
        costs: Mapping[Pair, int],
        flow: Mapping[Pair, int],
    ) -> None:
        start = len(asked) + len(can)
        self.offers = len(asked)  # the node of the first offer
        self.origin: list[int] = []
        self.target: list[int] = []
        self.left: list[int] = []
        self.cost: list[int] = []
        self.into: list[list[int]] = [[] for _node in range(start + 2)]
        for r, n in enumerate(asked):
            used = sum(flow.get((r, o), 0) for o in range(len(can)))
            self._add(start, r, n, used, 0)
        for o, n in enumerate(can):
            used = sum(flow.get((r, o), 0) for r in range(len(asked)))
            self._add(self.offers + o, start + 1, n, used, 0)
        self.arcs: dict[Pair, int] = {}
        for r, o in sorted(costs):
            self.arcs[r, o] = len(self.origin)
            most = min(asked[r], can[o])
            self._add(r, self.offers + o, most, flow.get((r, o), 0), costs[r, o])
        self.pair_of = {arc: pair for pair, arc in self.arcs.items()}
        self.flow = dict(flow)

    def _add(self, origin: int, target: int, most: int, used: int, cost: int) -> None:
        for a, b, left, price in (
            (origin, target, most - used, cost),
            (target, origin, used, -cost),
        ):
            self.into[b].append(len(self.origin))
            self.origin.append(a)
            self.target.append(b)
            self.left.append(left)
            self.cost.append(price)

    def settled(self) -> dict[Pair, int]:
        """Return the flow as good as this one that goes by the order of the tables."""
        heights = self._heights()
        arcs = range(len(self.origin))
        self.even = [
            heights[self.origin[a]] + self.cost[a] == heights[self.target[a]] for a in arcs
        ]
        way: dict[int, int] | None = None  # to the request in hand; None: to be found anew
        before = -1
        for (r, o), arc in self.arcs.items():
            if r != before:
                way, before = None, r
            if self.left[arc ^ 1]:
                self.left[arc ^ 1], way = 0, None  # what it has got it keeps
            while self.even[arc] and self.left[arc]:
                way = self._ways_to(r) if way is None else way
                if self.offers + o not in way:
                    break
                self._push(arc, r, way)
                way = None
        return {pair: n for pair, n in sorted(self.flow.items()) if n}

    def _heights(self) -> list[int]:
        """Return for each node the least cost of a way there."""
        heights = [0] * len(self.into)
        changed = True
        while changed:
            changed = False
            for arc, left in enumerate(self.left):
                reached = heights[self.origin[arc]] + self.cost[arc]
                if left and reached < heights[self.target[arc]]:
                    heights[self.target[arc]], changed = reached, True
        return heights

    def _ways_to(self, request: int) -> dict[int, int]:
        """Return the arc to take next from each node that can reach a request at no cost."""
        way: dict[int, int] = {}
        reached, todo = {request}, [request]
        for node in todo:
            for arc in self.into[node]:
                if self.left[arc] and self.even[arc] and self.origin[arc] not in reached:
                    reached.add(self.origin[arc])
                    way[self.origin[arc]] = arc
                    todo.append(self.origin[arc])
        return way

    def _push(self, arc: int, request: int, way: Mapping[int, int]) -> None:
        circle, node = [arc], self.target[arc]
        while node != request:
            circle.append(way[node])
            node = self.target[way[node]]
        n = min(self.left[one] for one in circle)
        for one in circle:
            self.left[one] -= n
            self.left[one ^ 1] += n
        self.left[arc ^ 1] = 0
        for one in circle:
            if pair := self.pair_of.get(one & ~1):
                self.flow[pair] = self.flow.get(pair, 0) + (-n if one & 1 else n)
