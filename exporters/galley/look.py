"""A site's own look: its colours, its type, and files of hers in place of Galley's.

A value that is compared by its digest, so that pages are made anew when it changes, and only then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from galley.colours.scheme import ThemeScheme, scheme_of
from galley.config_colours import Colours
from galley_figures.style.palette import Theme, css_variables


@dataclass(frozen=True, repr=False, eq=False)
class Look:
    """What a site changes of Galley's look.

    Attributes
    ----------
    type
        ``serif`` or ``sans``: what prose and titles are set in.
    templates, styles
        Name (``partials/byline.html.j2``, ``components/figure.css``) → text.
    folder
        How the author calls the folder of the templates, for findings.
    """

    colours: Colours = field(default_factory=Colours)
    type: str = "serif"
    templates: Mapping[str, str] = field(default_factory=dict)
    styles: Mapping[str, str] = field(default_factory=dict)
    folder: str = ""

    @cached_property
    def digest(self) -> str:
        """What the look is known by."""
        own = (sorted(self.templates.items()), sorted(self.styles.items()))
        parts = (self.colours, self.type, own)
        return hashlib.sha256(repr(parts).encode("utf-8", "replace")).hexdigest()

    def __repr__(self) -> str:
        return f"Look({self.digest[:16]})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Look) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def scheme(self, theme: Theme) -> ThemeScheme:
        """Return the colours of a theme."""
        scheme = scheme_of(self.colours)
        return scheme.light if theme == "light" else scheme.dark

    def variables(self, theme: Theme) -> dict[str, str]:
        """Return every style variable of the figures' palette, as the site has it."""
        own = self.scheme(theme).own
        return {name: own.get(name, value) for name, value in css_variables(theme).items()}

    def page_variables(self, theme: Theme) -> dict[str, str]:
        """Return the style variables of pages alone that are not Galley's: accent and signal."""
        own = self.scheme(theme).own
        return {name: value for name, value in own.items() if not name.startswith("--fig-")}

    def paper(self, theme: Theme) -> str:
        """Return the colour of the page."""
        return self.scheme(theme).paper


GALLEYS_LOOK = Look()
"""The look of a site that changes nothing."""
