"""Our drawings of the model for the web: where each disc, ring and arrow stands.

The same pictures for paper stand in overrides/print/drawings.typ, with the same measures: `TALL` high and
2.16 times as wide. Participants are discs, staff are squares and guides are rings, so that they differ in
grey too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import cos, pi, sin

TALL, WIDE = 200.0, 432.0
_GUIDE, _STAFF, _USER = "guide", "staff", "participant"
# Everybody in one ring: the two guides face each other.
_ALL = (_GUIDE, *(_STAFF, _USER) * 2, _STAFF, _GUIDE, *(_USER, _STAFF) * 2, _USER)


@dataclass(frozen=True)
class Dot:
    """A person, or the number of a meeting. radius in the drawing's own units, as x and y."""

    kind: str
    x: float
    y: float
    radius: float
    number: int = 0


@dataclass
class Drawing:
    """What a drawing holds, from the back to the front. grounds: (x, y, radius across, radius down)."""

    grounds: list[tuple[float, float, float, float]] = field(default_factory=list)
    arrows: list[str] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)

    def group(
        self, x: float, y: float, size: float, who: tuple[str, ...], radius: float, turn: float
    ) -> None:
        """Add a group's circle of chairs on its own ground; turn in turns from the right, clockwise."""
        self.grounds.append(_in_units(x, y, size, size))
        self.people(x, y, size * 0.66, who, radius, turn)

    def people(
        self,
        x: float,
        y: float,
        ring: float,
        who: tuple[str, ...],
        radius: float,
        turn: float = -0.25,
        wide: float = 1.0,
    ) -> None:
        """Add people round a middle, clockwise."""
        for n, kind in enumerate(who):
            angle = 2 * pi * (n / len(who) + turn)
            place = _in_units(x + cos(angle) * ring * wide, y + sin(angle) * ring)
            self.dots.append(Dot(kind, *place, *_in_units(radius)))

    def arrow(self, *points: tuple[float, float]) -> None:
        """Add a curve from the first point to the last, the two between being its handles."""
        start, first, second, end = (
            f"{x:g} {y:g}" for x, y in (_in_units(*point) for point in points)
        )
        self.arrows.append(f"M{start}C{first} {second} {end}")


def _in_units(*shares: float) -> tuple[float, ...]:
    """Return shares of the drawing's height in its own units."""
    return tuple(round(share * TALL, 1) for share in shares)


def _model() -> Drawing:
    """Return the two groups, and the guides who go between them."""
    made = Drawing()
    made.group(0.47, 0.5, 0.42, (_USER,) * 6, 0.06, -0.25)
    made.group(1.69, 0.5, 0.42, (_STAFF,) * 6, 0.06, -0.25)
    for x in (0.995, 1.165):
        made.dots.append(Dot(_GUIDE, *_in_units(x, 0.5, 0.055)))
    made.arrow((0.84, 0.14), (0.96, 0.05), (1.2, 0.05), (1.32, 0.14))
    made.arrow((1.32, 0.86), (1.2, 0.95), (0.96, 0.95), (0.84, 0.86))
    return made


def _loop() -> Drawing:
    """Return the four meetings: there, over, back, and all together in the middle."""
    made = Drawing()
    half = 1 / 14
    made.group(0.27, 0.5, 0.27, (_GUIDE, *(_USER,) * 5, _GUIDE), 0.042, half)
    made.group(1.89, 0.5, 0.27, (_GUIDE, *(_STAFF,) * 5, _GUIDE), 0.042, 0.5 + half)
    made.grounds.append(_in_units(1.08, 0.5, 0.335, 0.335))
    made.people(1.08, 0.5, 0.245, _ALL, 0.042)
    made.arrow((0.41, 0.14), (0.72, -0.03), (1.44, -0.03), (1.755, 0.14))
    made.arrow((1.755, 0.86), (1.44, 1.03), (0.72, 1.03), (0.41, 0.86))
    made.arrow((0.575, 0.5), (0.62, 0.5), (0.66, 0.5), (0.7, 0.5))
    made.arrow((1.585, 0.5), (1.54, 0.5), (1.5, 0.5), (1.46, 0.5))
    for number, (x, y) in enumerate(((0.27, 0.13), (1.89, 0.13), (0.27, 0.87), (1.08, 0.5)), 1):
        made.dots.append(Dot("number", *_in_units(x, y, 0.082), number))
    return made


def _ring() -> Drawing:
    """Return everybody in one ring: the joint meeting."""
    made = Drawing()
    made.grounds.append(_in_units(1.08, 0.5, 0.92, 0.5))
    made.people(1.08, 0.5, 0.36, _ALL, 0.06, wide=1.9)
    return made


DRAWINGS = {"model": _model(), "loop": _loop(), "ring": _ring()}
