"""Elements and attributes that pass on the page of a trusted article: all but page furniture."""

from __future__ import annotations

from galley.html.safety import TAGS

_ACTIVE = (
    "audio button canvas datalist fieldset form iframe input label legend math meter optgroup "
    "option output picture progress script select source style svg template textarea track video"
)
_SVG = (
    "animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend "
    "feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG "
    "feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset filter foreignObject g "
    "image line linearGradient marker mask metadata mpath path pattern polygon polyline "
    "radialGradient rect set stop switch symbol text textPath title tspan use view"
)
_MATHS = (
    "annotation maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom "
    "mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder "
    "munderover semantics"
)
OWN_TAGS = TAGS | frozenset(f"{_ACTIVE} {_SVG} {_MATHS}".split())

_HTML_NAMES = (
    "abbr accept action align allow allowfullscreen alt async autocomplete autofocus autoplay "
    "bgcolor border cellpadding cellspacing checked cite class color cols colspan contenteditable "
    "controls crossorigin datetime decoding default defer dir disabled download draggable enctype "
    "face for form frameborder headers height hidden high href hreflang id inputmode is kind label "
    "lang list loading loop low max maxlength media method min minlength multiple muted name "
    "nomodule novalidate open optimum pattern placeholder playsinline popover popovertarget poster "
    "preload readonly rel required reversed role rows rowspan sandbox scope scrolling selected "
    "shape size sizes slot span spellcheck src srcdoc srclang srcset start step style summary "
    "tabindex target title translate type usemap valign value width wrap"
)
_SVG_NAMES = (
    "accent accentunder alignment-baseline attributeName baseProfile baseline-shift begin by "
    "calcMode clip-path clip-rule clipPathUnits color-interpolation columnalign columnlines "
    "columnspacing cursor cx cy d depth direction display displaystyle dominant-baseline dur dx dy "
    "encoding end fence fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity "
    "font-family font-size font-style font-variant font-weight form fr frame from fx fy "
    "gradientTransform gradientUnits href image-rendering in in2 k1 k2 k3 k4 keyPoints keySplines "
    "keyTimes largeop lengthAdjust letter-spacing linethickness lspace marker-end marker-mid "
    "marker-start markerHeight markerUnits markerWidth mask maskContentUnits maskUnits mathvariant "
    "maxsize minsize mode notation offset opacity operator orient overflow paint-order pathLength "
    "patternContentUnits patternTransform patternUnits pointer-events points preserveAspectRatio "
    "primitiveUnits r refX refY repeatCount repeatDur result rotate rowlines rowspacing rspace rx "
    "ry scriptlevel separator shape-rendering startOffset stdDeviation stop-color stop-opacity "
    "stretchy stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-opacity stroke-width symmetric systemLanguage text-anchor "
    "text-decoration text-rendering textLength to transform transform-origin values "
    "vector-effect version viewBox visibility word-spacing writing-mode x x1 x2 xlink:href "
    "xml:space xmlns xmlns:xlink y y1 y2"
)
OWN_ATTRIBUTES = frozenset(f"{_HTML_NAMES} {_SVG_NAMES}".split())

OWN_SCHEMES = frozenset({"attachment", "blob", "data", "doi", "http", "https", "mailto", "tel"})
