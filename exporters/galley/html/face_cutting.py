"""Cutting a font to some of its signs, as WOFF2. The same font and signs give the same bytes.

What this file says decides the bytes, so faces that were kept are cut again when it changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont


def cut_font(original: bytes, points: Iterable[int], features: Iterable[str]) -> bytes:
    """Return the font with these signs and typographic features only; about half a second."""
    # The font's own dates are kept: today's would change the bytes of every build.
    font = TTFont(BytesIO(original), recalcTimestamp=False)
    subsetter = Subsetter(_options(features))
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    return _to_woff2(font)


def _options(features: Iterable[str]) -> Options:
    options = Options()
    options.layout_features = list(features)
    options.hinting = False
    # With whose work it is and under which licence, as the Open Font License asks of copies.
    options.name_IDs = [0, 1, 2, 13, 14]
    options.drop_tables += ["DSIG", "FFTM"]
    return options


def _to_woff2(font: TTFont) -> bytes:
    font.flavor = "woff2"
    target = BytesIO()
    font.save(target, reorderTables=False)
    return target.getvalue()
