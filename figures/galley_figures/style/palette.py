"""Colour by meaning, for light and dark pages.

A drawing is made in the light values. They are all different, so that each stands for its name:
`galley_figures.style.svg` turns ``#0b6663`` into ``var(--fig-restoration, #0b6663)``, and the page
sets the variables from `css_variables`. A colour that is not in the palette is an error there.

>>> colour("restoration")
'#0b6663'
>>> css_variables("dark")["--fig-restoration"]
'#62c6be'
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, cast, get_args

Theme: TypeAlias = Literal["light", "dark"]
Use: TypeAlias = Literal["text", "mark", "fill", "line", "level"]
ColourName: TypeAlias = Literal[
    "paper",
    "ink",
    "ink-soft",
    "ink-muted",
    "hairline",
    "watermark",
    "band",
    "band-strong",
    "restoration",
    "restoration-tint",
    "compensation",
    "compensation-tint",
    "time",
    "time-tint",
    "dose",
    "dose-tint",
    "caution",
    "caution-tint",
    "harm",
    "harm-tint",
    "uncertainty",
    "gain",
    "gain-tint",
    "loss",
    "loss-tint",
    "step-1",
    "step-2",
    "step-3",
    "step-4",
    "step-5",
    "heat-1",
    "heat-2",
    "heat-3",
    "heat-4",
    "heat-5",
    "heat-6",
    "heat-7",
]


@dataclass(frozen=True)
class Colour:
    """One meaning with its two values.

    Attributes
    ----------
    use
        ``text``: 4.5:1 on the page (so it is good for marks too); ``mark``: 3:1; ``fill``: a quiet
        area that text stands on; ``line``: a hairline that carries no meaning of its own;
        ``level``: an area of an ordered scale, on which ink can be read.
    """

    light: str
    dark: str
    use: Use
    meaning: str


PALETTE: Final = MappingProxyType[ColourName, Colour](
    {
        "paper": Colour("#fbf8f1", "#11161e", "fill", "the page itself"),
        "ink": Colour("#1d2733", "#e4e2dc", "text", "words and main lines"),
        "ink-soft": Colour("#465260", "#b9bec6", "text", "second words, axis labels"),
        "ink-muted": Colour("#5a6471", "#98a1ad", "text", "third words, axes, leaders"),
        "hairline": Colour("#d3cec2", "#343d4a", "line", "grid and rules"),
        "watermark": Colour("#ece3cf", "#202833", "line", "behind made-up data; not read as text"),
        "band": Colour("#f2ede1", "#1a212c", "fill", "a quiet area"),
        "band-strong": Colour("#e8e1d1", "#232c39", "fill", "the area beside a quiet one"),
        "restoration": Colour("#0b6663", "#62c6be", "text", "function comes back as it was"),
        "restoration-tint": Colour("#d8eae4", "#14332f", "fill", "area of restoration"),
        "compensation": Colour("#7a3b73", "#d7a0cf", "text", "the goal is reached another way"),
        "compensation-tint": Colour("#efe0ea", "#35213a", "fill", "area of compensation"),
        "time": Colour("#2c5a8c", "#8db7e6", "text", "time windows"),
        "time-tint": Colour("#dce6ef", "#1a2c42", "fill", "area of a time window"),
        "dose": Colour("#586415", "#bcc76c", "text", "amount of training or stimulation"),
        "dose-tint": Colour("#e9ebcf", "#2b3017", "fill", "area of dose"),
        "caution": Colour("#875200", "#f1bb5e", "text", "take care; a warning"),
        "caution-tint": Colour("#f8e6c3", "#3a2b10", "fill", "area of a warning"),
        "harm": Colour("#a1322a", "#f2968a", "text", "worse outcome"),
        "harm-tint": Colour("#f6dfd9", "#3d1f1d", "fill", "area of harm"),
        "uncertainty": Colour("#747e8a", "#7f8a98", "mark", "intervals, and what is not known"),
        "gain": Colour("#5a4ebf", "#b7b5fc", "text", "more or better: strengthening, benefit"),
        "gain-tint": Colour("#e2e3f4", "#292648", "fill", "area of gain"),
        "loss": Colour("#652e0c", "#dc804f", "text", "less: weakening, inhibition"),
        "loss-tint": Colour("#f4ded1", "#3b2417", "fill", "area of loss"),
        "step-1": Colour("#1c8d9e", "#706eae", "mark", "first of five in order, the faintest"),
        "step-2": Colour("#2b7293", "#5d8cdc", "mark", "second of five in order"),
        "step-3": Colour("#0e558e", "#75ace4", "mark", "third of five in order"),
        "step-4": Colour("#282c86", "#a5cde0", "mark", "fourth of five in order"),
        "step-5": Colour("#1e1342", "#cff3ff", "mark", "fifth of five in order, the strongest"),
        "heat-1": Colour("#fbf2d0", "#271414", "level", "lowest level of a map"),
        "heat-2": Colour("#f2dcad", "#3d1d1d", "level", "second level of a map"),
        "heat-3": Colour("#eec58e", "#542623", "level", "third level of a map"),
        "heat-4": Colour("#ecaf72", "#692f29", "level", "middle level of a map"),
        "heat-5": Colour("#e99961", "#7d382b", "level", "fifth level of a map"),
        "heat-6": Colour("#e58356", "#8f422a", "level", "sixth level of a map"),
        "heat-7": Colour("#e16e52", "#9c4f27", "level", "highest level of a map"),
    }
)
"""Every colour a figure may use, by meaning.

``gain`` and ``loss`` are told apart in every kind of sight and in grey. Steps and levels move away
from the page in both themes, so a higher one is darker on light paper and lighter on dark paper.
"""

_NAMES: Final = {entry.light: name for name, entry in PALETTE.items()}

STEPS: Final[tuple[ColourName, ...]] = ("step-1", "step-2", "step-3", "step-4", "step-5")
"""Marks in order, such as groups from the least to the most; `ordered` picks fewer of them."""


def ordered(count: int) -> tuple[ColourName, ...]:
    """Return 1 to 5 of the `STEPS`, as far apart as they can be.

    >>> ordered(3)
    ('step-1', 'step-3', 'step-5')

    Raises
    ------
    ValueError
        If there are not so many steps.
    """
    if not 1 <= count <= len(STEPS):
        raise ValueError(f"a figure has 1 to {len(STEPS)} ordered colours, not {count}")
    if count == 1:
        return STEPS[-1:]
    farthest = len(STEPS) - 1
    return tuple(STEPS[round(farthest * number / (count - 1))] for number in range(count))


def colour(name: ColourName) -> str:
    """Return the value to hand to matplotlib for a meaning.

    Raises
    ------
    ValueError
        If the name is not in `PALETTE`; the message lists the names and guesses the one meant.
    """
    if name in PALETTE:
        return PALETTE[name].light
    legal = get_args(ColourName)
    near = difflib.get_close_matches(str(name), legal, n=1)
    guess = f" Did you mean {near[0]!r}?" if near else ""
    raise ValueError(f"unknown colour {name!r}; the palette has {', '.join(legal)}.{guess}")


def variable(value: str) -> str:
    """Return the CSS value for a drawn colour, its variable with the light value as fall-back.

    Raises
    ------
    ValueError
        If the colour is not in `PALETTE`.
    """
    name = name_of(value)
    return f"var({variable_name(name)}, {colour(name)})"


def name_of(value: str) -> ColourName:
    """Return the meaning of a drawn colour, ``#rrggbb``.

    Raises
    ------
    ValueError
        If the colour is not in `PALETTE`.
    """
    name = _NAMES.get(value.lower())
    if name is None:
        raise ValueError(
            f"colour {value} is not in the palette; "
            "take one with galley_figures.style.palette.colour()"
        )
    return name


def variable_name(name: ColourName) -> str:
    """Return the CSS variable of a meaning, ``--fig-restoration``."""
    return f"--fig-{name}"


def css_variables(theme: Theme) -> dict[str, str]:
    """Return every CSS variable of a theme with its value, in a fixed order.

    Raises
    ------
    ValueError
        If the theme is neither ``light`` nor ``dark``.
    """
    if theme not in get_args(Theme):
        raise ValueError(f"theme must be one of light, dark, not {theme!r}")
    return {
        variable_name(name): cast("str", getattr(entry, theme)) for name, entry in PALETTE.items()
    }


_LINEAR_BELOW: Final = 0.04045  # of sRGB's transfer curve


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: str) -> float:
    channels = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= _LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
