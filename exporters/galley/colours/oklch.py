"""Colours by lightness, chroma and hue as the eye has them: OKLCH, by Björn Ottosson (2020).

https://bottosson.github.io/posts/oklab/ has the matrices. Equal steps of lightness look equal, and
a hue stays the same hue while it becomes lighter; neither holds in sRGB or HSL.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

_TO_CONE = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONE = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
# A channel may be outside by so much and still round to its end.
_SLACK = 0.0005
_HALVINGS = 24

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]


@dataclass(frozen=True)
class Oklch:
    """One colour.

    Attributes
    ----------
    lightness
        0 for black, 1 for white.
    chroma
        0 for grey; the strongest that screens show have about 0.3.
    hue
        In radians.
    """

    lightness: float
    chroma: float
    hue: float

    @property
    def hex(self) -> str:
        """The colour as ``#rrggbb``; where no screen shows it, with as much chroma as one does."""
        most, least = self.chroma, 0.0
        if not _is_shown(_channels(self)):
            for _ in range(_HALVINGS):
                middle = (most + least) / 2
                is_shown = _is_shown(_channels(replace(self, chroma=middle)))
                most, least = (most, middle) if is_shown else (middle, least)
            most = least
        shown = _channels(replace(self, chroma=most))
        return "#" + "".join(f"{_byte(channel):02x}" for channel in shown)


def oklch(value: str) -> Oklch:
    """Return the colour of ``#rrggbb``."""
    red, green, blue = (_linear(int(value[i : i + 2], 16) / 255) for i in (1, 3, 5))
    cones = _times(_TO_CONE, (red, green, blue))
    lightness, a, b = _times(_TO_LAB, tuple(math.cbrt(cone) for cone in cones))
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour on the way from one to the other; share 0 is the one, 1 the other."""
    first, second = oklch(one), oklch(other)
    a, b = (
        (1 - share) * first.chroma * turn(first.hue) + share * second.chroma * turn(second.hue)
        for turn in (math.cos, math.sin)
    )
    lightness = (1 - share) * first.lightness + share * second.lightness
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a)).hex


def _channels(colour: Oklch) -> Triple:
    """Return red, green and blue, linear; below 0 or above 1 where no screen shows it."""
    a, b = colour.chroma * math.cos(colour.hue), colour.chroma * math.sin(colour.hue)
    cones = _times(_FROM_LAB, (colour.lightness, a, b))
    return _times(_FROM_CONE, tuple(cone**3 for cone in cones))


def _is_shown(channels: Triple) -> bool:
    return all(-_SLACK <= channel <= 1 + _SLACK for channel in channels)


def _times(matrix: Matrix, vector: tuple[float, ...]) -> Triple:
    first, second, third = (
        sum(factor * value for factor, value in zip(row, vector, strict=True)) for row in matrix
    )
    return first, second, third


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def _byte(linear: float) -> int:
    inside = min(max(linear, 0.0), 1.0)
    curved = 12.92 * inside if inside <= 0.0031308 else 1.055 * inside ** (1 / 2.4) - 0.055  # noqa: PLR2004 - sRGB
    return round(255 * curved)
