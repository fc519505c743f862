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
Use: TypeAlias = Literal["text", "mark", "fill", "line"]
ColourName: TypeAlias = Literal[
    "paper",
    "ink",
    "ink-soft",
    "ink-muted",
    "hairline",
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
]


@dataclass(frozen=True)
class Colour:
    """One meaning with its two values.

    Attributes
    ----------
    use
        ``text``: 4.5:1 on the page (so it is good for marks too); ``mark``: 3:1; ``fill``: a quiet
        area that text stands on; ``line``: a hairline that carries no meaning of its own.
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
    }
)
"""Every colour a figure may use, by meaning."""


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
    wanted = value.lower()
    for name, entry in PALETTE.items():
        if entry.light == wanted:
            return f"var({variable_name(name)}, {entry.light})"
    raise ValueError(
        f"colour {value} is not in the palette; take one with galley_figures.style.palette.colour()"
    )


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
