"""From a site's few colours to all that page and figures need, for light and dark. Pure.

Four are enough, and none is needed; each is for light pages, and what is not given is Galley's.

*paper, ink*: page and figures share them, and the greys between them lie where Galley's do: at the
same share of the way from paper to ink. Second and third words are moved on until they have 4.5.
In the dark the two change places: paper takes the hue of the ink and Galley's dark lightness, ink
the hue of the paper and Galley's light one.

*accent, signal*: for the page. Figures keep their colours by meaning, which were chosen together
so that every sight tells them apart. In the dark they keep hue and chroma and take the lightness
of Galley's own, or more where the dark paper asks for it.

``[colours.dark]`` says otherwise for any of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from galley.colours.contrast import TEXT, nearest
from galley.colours.oklch import mixed, oklch
from galley.config_colours import Colours, ThemeColours
from galley_figures.style.palette import PALETTE, ColourName, Theme, css_variables

# Neither paper nor ink is a colour of its own in the dark, only a shade.
_MOST_SHADE = 0.02
_QUIET: tuple[ColourName, ...] = ("ink-soft", "ink-muted")
_GREYS: tuple[ColourName, ...] = (*_QUIET, "hairline", "watermark", "band", "band-strong")
_GALLEYS: Mapping[str, ColourName] = {
    "paper": "paper",
    "ink": "ink",
    "accent": "restoration",
    "signal": "caution",
}


@dataclass(frozen=True)
class ThemeScheme:
    """The colours of one theme.

    Attributes
    ----------
    paper, ink, accent, signal
        Never empty: the site's own, what follows from them, or Galley's.
    own
        Style variable → colour, for those only that are not Galley's.
    """

    theme: Theme
    paper: str
    ink: str
    accent: str
    signal: str
    own: Mapping[str, str] = field(default_factory=dict)

    @property
    def grounds(self) -> tuple[str, str]:
        """What words stand on: the page and its quiet areas."""
        return self.paper, self.of_figures("band")

    def of_figures(self, name: ColourName) -> str:
        """Return a figure's colour on this page."""
        variable = f"--fig-{name}"
        return self.own.get(variable) or css_variables(self.theme)[variable]


@dataclass(frozen=True)
class Scheme:
    """A site's colours for both themes."""

    light: ThemeScheme
    dark: ThemeScheme


@lru_cache(8)
def scheme_of(colours: Colours) -> Scheme:
    """Return all colours that follow from those of ``site.toml``."""
    return Scheme(_theme(colours, "light"), _theme(_darkened(colours), "dark"))


def _darkened(colours: Colours) -> ThemeColours:
    """Return what a site's colours are in the dark."""
    given = colours.dark
    paper = given.paper or _swapped(colours.ink, "paper")
    ink = given.ink or _swapped(colours.paper, "ink")
    ground = paper or PALETTE["paper"].dark
    return ThemeColours(
        paper=paper,
        ink=ink,
        accent=given.accent or _lightened(colours.accent, "accent", ground),
        signal=given.signal or _lightened(colours.signal, "signal", ground),
    )


def _swapped(other: str, name: str) -> str:
    """Return a dark page's paper from the ink of a light one, or its ink from the paper."""
    if not other:
        return ""
    shade, level = oklch(other), oklch(PALETTE[_GALLEYS[name]].dark).lightness
    return replace(shade, lightness=level, chroma=min(shade.chroma, _MOST_SHADE)).hex


def _lightened(value: str, name: str, paper: str) -> str:
    if not value:
        return ""
    level = oklch(PALETTE[_GALLEYS[name]].dark).lightness
    light = replace(oklch(value), lightness=level).hex
    return nearest(light, (paper, _grey("band", "dark", paper, PALETTE["ink"].dark)), TEXT) or light


def _theme(given: ThemeColours, theme: Theme) -> ThemeScheme:
    whole = {name: getattr(given, name) or _galleys(name, theme) for name in _GALLEYS}
    own = {f"--{name}": getattr(given, name) for name in ("accent", "signal")}
    if given.paper or given.ink:
        own |= _shared(whole["paper"], whole["ink"], theme)
    return ThemeScheme(theme, **whole, own={name: value for name, value in own.items() if value})


def _shared(paper: str, ink: str, theme: Theme) -> dict[str, str]:
    """Return what page and figures share."""
    greys = {name: _grey(name, theme, paper, ink) for name in _GREYS}
    for name in _QUIET:
        grounds = (paper, greys["band"])
        greys[name] = nearest(greys[name], grounds, TEXT) or ink
    return {f"--fig-{name}": value for name, value in {"paper": paper, "ink": ink, **greys}.items()}


def _grey(name: ColourName, theme: Theme, paper: str, ink: str) -> str:
    """Return the colour that lies between paper and ink where Galley's own does."""
    start, end, level = (
        oklch(css_variables(theme)[f"--fig-{each}"]).lightness for each in ("paper", "ink", name)
    )
    return mixed(paper, ink, (level - start) / (end - start))


def _galleys(name: str, theme: Theme) -> str:
    return css_variables(theme)[f"--fig-{_GALLEYS[name]}"]
