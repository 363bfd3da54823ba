"""ROOM 6: what somebody fills in → what comes of it. The rules of the working tools, without any words.

Each has its twin for the browser, overrides/assets/js/tool-<id>.js; tests/tools/<id>.yml holds both together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from press.tools import capacity, coordination, goals, matching
from press.tools.shape import Input, Result, Rules

# The rules of each tool: (what was filled in, its rules' numbers, today as an ISO day) → what comes of it.
RULES: Mapping[str, Callable[[Input, Rules, str], Result]] = {
    "coordination-diagram": coordination.work_out,
    "loop-goals": goals.work_out,
    "guide-matching": matching.work_out,
    "capacity-board": capacity.work_out,
}
