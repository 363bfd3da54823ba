"""What somebody fills in → what comes of it: the rules of the working tools, without any words.

Each has its twin for the browser, overrides/assets/js/tool-<id>.js; tests/tools/<id>.yml holds both
together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from press.tools import (
    capacity,
    citizen,
    coordination,
    goals,
    loop,
    matching,
    network,
    plan,
    positions,
    readiness,
    wordmirror,
)
from press.tools.shape import Input, Result, Rules

# Of each tool: (what was filled in, the rules' numbers, today as an ISO day) → what comes of it.
RULES: Mapping[str, Callable[[Input, Rules, str], Result]] = {
    "capacity-board": capacity.work_out,
    "citizens-map": citizen.work_out,
    "coordination-diagram": coordination.work_out,
    "guide-matching": matching.work_out,
    "loop-goals": goals.work_out,
    "loop-planner": loop.work_out,
    "network-map": network.work_out,
    "plan-timeline": plan.work_out,
    "readiness-advice": readiness.work_out,
    "two-positions": positions.work_out,
    "word-mirror": wordmirror.work_out,
}
