"""Whether words in a site's colours can be read, and the nearest colour in which they can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from galley.colours.contrast import MARK, TEXT, lowest_contrast, nearest, nearest_of_needs
from galley.colours.scheme import ThemeScheme, scheme_of
from galley.config_colours import Colours
from galley.findings import Finding, Place, Severity
from galley_figures.style.palette import PALETTE, ColourName

RULE = "colour-contrast"

_INKS: tuple[Literal["ink", "accent", "signal"], ...] = ("ink", "accent", "signal")
_NEEDED = {"text": TEXT, "mark": MARK}

PlaceOf = Callable[[tuple[str, ...]], Place]
"""The fields that lead to a value in ``site.toml`` → where it stands."""


def check_colours(colours: Colours, place_of: PlaceOf) -> Iterator[Finding]:
    """Yield what cannot be read in the colours that ``site.toml`` gives, if it gives any."""
    if colours == Colours():
        return
    scheme = scheme_of(colours)
    yield from _check_theme(scheme.light, colours, ("colours",), place_of)
    yield from _check_theme(scheme.dark, colours, ("colours", "dark"), place_of)


def _check_theme(
    scheme: ThemeScheme, colours: Colours, path: tuple[str, ...], place_of: PlaceOf
) -> Iterator[Finding]:
    is_dark = scheme.theme == "dark"
    given = colours.dark if is_dark else colours
    for name in _INKS:
        value = getattr(scheme, name)
        if getattr(given, name) and lowest_contrast(value, scheme.grounds) < TEXT:
            yield _unreadable(name, value, scheme, place_of((*path, name)))
    if given.paper or (is_dark and colours.ink):
        yield from _check_paper(scheme, given.paper, path, place_of)


def _check_paper(
    scheme: ThemeScheme, given: str, path: tuple[str, ...], place_of: PlaceOf
) -> Iterator[Finding]:
    """Yield that the colours which figures have by meaning are lost on a paper."""
    standing = tuple(_standing_on(scheme))
    lost = [each for each in standing if lowest_contrast(each[1], [scheme.paper]) < each[2]]
    if not lost:
        return
    name, value, needed = min(lost, key=lambda each: lowest_contrast(each[1], [scheme.paper]))
    ratio = lowest_contrast(value, [scheme.paper])
    better = nearest_of_needs(scheme.paper, [(value, needed) for _, value, needed in standing])
    place = place_of((*path, "paper") if given else ("colours", "ink"))
    yield Finding(
        RULE,
        Severity.ERROR,
        place,
        f"on the {scheme.theme} paper '{scheme.paper}', the colour '{name}' of figures has a "
        f"contrast of {_shown(ratio)}, and it needs {needed:g}",
        _fix("paper", better, scheme),
    )


def _standing_on(scheme: ThemeScheme) -> Iterator[tuple[ColourName, str, float]]:
    for name, entry in PALETTE.items():
        if entry.use in _NEEDED:
            yield name, scheme.of_figures(name), _NEEDED[entry.use]


def _fix(name: str, better: str, scheme: ThemeScheme) -> str:
    if not better:
        return "Choose a lighter paper." if scheme.theme == "light" else "Choose a darker paper."
    return f'Write {name} = "{better}" under {_heading(scheme)}, the nearest colour that passes.'


def _unreadable(name: str, value: str, scheme: ThemeScheme, place: Place) -> Finding:
    ratio = lowest_contrast(value, scheme.grounds)
    better = nearest(value, scheme.grounds, TEXT)
    return Finding(
        RULE,
        Severity.ERROR,
        place,
        f"{name} = '{value}' on the {scheme.theme} paper '{scheme.paper}' has a contrast of "
        f"{_shown(ratio)}, and words need 4.5",
        _fix(name, better, scheme),
    )


def _heading(scheme: ThemeScheme) -> str:
    return "[colours.dark]" if scheme.theme == "dark" else "[colours]"


def _shown(ratio: float) -> str:
    """Return a ratio without rounding up to what is asked for."""
    return f"{int(ratio * 10) / 10:.1f}"
