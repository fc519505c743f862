"""The attributes of SVG that draw; every other one stays out of what is published.

The page's own parser reads a drawing as HTML, where an attribute that means nothing in SVG may
ask for a file (``src``), take the focus or open a window.
"""

from __future__ import annotations

_GEOMETRY = """
    amplitude azimuth basefrequency bias clippathunits cx cy d diffuseconstant divisor dx dy
    edgemode elevation exponent filterunits fr fx fy gradienttransform gradientunits height in in2
    intercept k1 k2 k3 k4 kernelmatrix kernelunitlength lengthadjust limitingconeangle
    markerheight markerunits markerwidth maskcontentunits maskunits method mode numoctaves offset
    operator order orient pathlength patterncontentunits patterntransform patternunits points
    pointsatx pointsaty pointsatz preservealpha preserveaspectratio primitiveunits r radius refx
    refy result rotate rx ry scale seed side slope spacing specularconstant specularexponent
    spreadmethod startoffset stddeviation stitchtiles surfacescale tablevalues targetx targety
    textlength transform type values version viewbox width x x1 x2 xchannelselector y y1 y2
    ychannelselector z
"""
_LOOKS = """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering direction display dominant-baseline fill
    fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size
    font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal
    glyph-orientation-vertical image-rendering letter-spacing lighting-color marker marker-end
    marker-mid marker-start mask mask-type opacity overflow paint-order shape-rendering stop-color
    stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering
    transform-origin unicode-bidi vector-effect visibility word-spacing writing-mode
"""
_WORDS = """
    aria-describedby aria-hidden aria-label aria-labelledby class id lang requiredextensions
    requiredfeatures role style systemlanguage xml:lang xml:space
"""
DRAWING = frozenset(f"{_GEOMETRY} {_LOOKS} {_WORDS}".split())
"""In small letters; addresses (``href``) are looked at one by one."""

OF_THE_OUTERMOST = frozenset({"filter", "overflow", "transform", "transform-origin", "x", "y"})
"""With these, the outermost element in a page would paint over what stands around it."""
