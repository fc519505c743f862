"""Small drawings for the cells of the recovery matrix, each 88 px wide and 80 px high.

One rule in all of them: what works as before the stroke, or stands in for it, wears the column's
colour; what is lost is crossed out; what is not used is dotted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Final

from matplotlib.axes import Axes

from galley_figures.locale.recovery_matrix import LevelKey, WayKey
from galley_figures.style.marks import Point, crosses, dots, limb, ring

WIDTH: Final = 88.0
HEIGHT: Final = 80.0

Pictogram = Callable[[Axes, float, float], None]

# Brain tissue: a patch of dots on a grid. The core is lost, its ring is silenced by the injury.
_CORE: Final = ((44, 33), (37, 45), (51, 45))
_RING: Final = (
    (30, 33),
    (58, 33),
    (37, 21),
    (51, 21),
    (23, 45),
    (65, 45),
    (30, 57),
    (44, 57),
    (58, 57),
)
_FAR: Final = (
    (16, 33),
    (72, 33),
    (23, 21),
    (65, 21),
    (9, 45),
    (79, 45),
    (16, 57),
    (72, 57),
    (23, 69),
    (37, 69),
    (51, 69),
    (65, 69),
    (30, 9),
    (44, 9),
    (58, 9),
)
_TAKING_OVER: Final = ((72, 33), (65, 21), (79, 45), (72, 57), (65, 69))


def draw_pictogram(page: Axes, level: LevelKey, way: WayKey, left: float, top: float) -> None:
    """Draw the picture of a cell with its top left corner at a place on the page."""
    _PICTOGRAMS[level, way](page, left, top)


def _moved(points: Sequence[Point], left: float, top: float) -> list[Point]:
    return [(left + x, top + y) for x, y in points]


def _brain_restored(page: Axes, left: float, top: float) -> None:
    crosses(page, _moved(_CORE, left, top), size=6, colour_name="ink-muted")
    dots(page, _moved(_FAR, left, top), diameter=6, colour_name="uncertainty")
    dots(page, _moved(_RING, left, top), diameter=9, colour_name="restoration")


def _brain_taken_over(page: Axes, left: float, top: float) -> None:
    others = [point for point in _FAR if point not in _TAKING_OVER]
    crosses(page, _moved(_CORE, left, top), size=6, colour_name="ink-muted")
    dots(page, _moved(_RING, left, top), diameter=2.5, colour_name="uncertainty")
    dots(page, _moved(others, left, top), diameter=6, colour_name="uncertainty")
    dots(page, _moved(_TAKING_OVER, left, top), diameter=9, colour_name="compensation")


# Movement: someone seated, seen from the side, reaches for a target.
_HIP: Final = (20, 62)
_LEGS: Final = (_HIP, (44, 62), (44, 78))
_UPRIGHT: Final = (_HIP, (20, 34))
_UPRIGHT_HEAD: Final = (22, 15)
_LEANING: Final = (_HIP, (38, 40))
_LEANING_HEAD: Final = (49, 25)
_TARGET: Final = (82, 33)


def _seated(page: Axes, left: float, top: float, head: Point) -> None:
    limb(page, _moved(_LEGS, left, top), colour_name="uncertainty")
    dots(page, _moved([head], left, top), diameter=17, colour_name="uncertainty")
    ring(page, (left + _TARGET[0], top + _TARGET[1]), 5, colour_name="ink")


def _reach_as_before(page: Axes, left: float, top: float) -> None:
    _seated(page, left, top, _UPRIGHT_HEAD)
    limb(page, _moved(_UPRIGHT, left, top), colour_name="uncertainty", width=9)
    arm = ((20, 36), (45, 45), (71, 35))
    limb(page, _moved(arm, left, top), colour_name="restoration")


def _reach_with_trunk(page: Axes, left: float, top: float) -> None:
    _seated(page, left, top, _LEANING_HEAD)
    limb(page, _moved(_UPRIGHT, left, top), colour_name="uncertainty", width=2, is_dashed=True)
    limb(page, _moved(_LEANING, left, top), colour_name="compensation", width=9)
    arm = ((39, 42), (54, 58), (72, 37))
    limb(page, _moved(arm, left, top), colour_name="uncertainty")


# Everyday task: someone seen from the front lifts a cup; the weak arm is on the left.
_TRUNK: Final = ((44, 43), (44, 66))
_HEAD: Final = (44, 14)
_WEAK_ARM: Final = ((29, 37), (24, 68))
_OTHER_ARM: Final = ((59, 37), (64, 68))
_WEAK_ARM_RAISED: Final = ((29, 37), (12, 50), (26, 29))
_OTHER_ARM_RAISED: Final = ((59, 37), (76, 50), (62, 29))
_CUP: Final = ((-5, -6), (-3.5, 6), (3.5, 6), (5, -6))


def _person(page: Axes, left: float, top: float) -> None:
    dots(page, _moved([_HEAD], left, top), diameter=18, colour_name="uncertainty")
    limb(page, _moved(_TRUNK, left, top), colour_name="uncertainty", width=24)


def _cup(page: Axes, left: float, top: float) -> None:
    limb(page, _moved(_CUP, left, top), colour_name="ink", width=1.5)


def _same_hand(page: Axes, left: float, top: float) -> None:
    _person(page, left, top)
    limb(page, _moved(_OTHER_ARM, left, top), colour_name="uncertainty")
    limb(page, _moved(_WEAK_ARM_RAISED, left, top), colour_name="restoration")
    _cup(page, left + 27, top + 17)


def _other_hand(page: Axes, left: float, top: float) -> None:
    _person(page, left, top)
    weak = _moved(_WEAK_ARM, left, top)
    limb(page, weak, colour_name="uncertainty", width=3, is_dashed=True)
    limb(page, _moved(_OTHER_ARM_RAISED, left, top), colour_name="compensation")
    _cup(page, left + 61, top + 17)


_PICTOGRAMS: Final = MappingProxyType[tuple[LevelKey, WayKey], Pictogram](
    {
        ("brain", "restitution"): _brain_restored,
        ("brain", "compensation"): _brain_taken_over,
        ("movement", "restitution"): _reach_as_before,
        ("movement", "compensation"): _reach_with_trunk,
        ("task", "restitution"): _same_hand,
        ("task", "compensation"): _other_hand,
    }
)
