"""The elements of HTML, old ones too: what else stands in angle brackets is text."""

from __future__ import annotations

_NAMES_TEXT = """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup command content data
    datalist dd del details dfn dialog dir div dl dt element em embed fencedframe fieldset
    figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
    iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee
    math menu menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol
    optgroup option output p param picture plaintext portal pre progress q rb rbc rp rt rtc ruby s
    samp script search section select shadow slot small source spacer span strike strong style sub
    summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var
    video wbr xmp
"""
# Those of drawings and formulas go with the element that holds them.
_OTHERS_TEXT = """
    animate animatemotion animatetransform circle clippath defs desc ellipse feblend fecolormatrix
    filter foreignobject g line lineargradient marker mask metadata mpath path pattern polygon
    polyline radialgradient rect set stop switch symbol text textpath tspan use view
    annotation maction menclose merror mfenced mfrac mglyph mi mlabeledtr mmultiscripts mn mo mover
    mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd
    mtext mtr munder munderover none semantics
"""
_NAMES = frozenset([*_NAMES_TEXT.split(), *_OTHERS_TEXT.split()])


def is_html_tag(name: str) -> bool:
    """Tell whether a name is that of an element; those with a hyphen are scripts' own."""
    return "-" in name or name.lower() in _NAMES
