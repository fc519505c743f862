"""A site's own colours: the fields of ``[colours]`` in ``site.toml``."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from galley.article.front_matter_models import AuthoredValue
from galley.validation import wrong_value

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def _check_colour(value: str) -> str:
    if value and not _COLOUR.fullmatch(value):
        raise wrong_value("a colour written as # and six digits")
    return value.lower()


_Colour = Annotated[str, AfterValidator(_check_colour)]


class ThemeColours(AuthoredValue):
    """The site's own colours in one theme, as ``#0b5c5c``; an empty one is Galley's."""

    accent: _Colour = Field("", examples=["#0b5c5c"])
    signal: _Colour = Field("", examples=["#8a5a00"])
    ink: _Colour = Field("", examples=["#1a1a1a"])
    paper: _Colour = Field("", examples=["#ffffff"])


class Colours(ThemeColours):
    """The site's own colours on light pages.

    Attributes
    ----------
    dark
        Those of dark pages; what is not given there follows from the light ones.
    """

    dark: ThemeColours = Field(ThemeColours(), examples=[{"accent": "#62c6be"}])
