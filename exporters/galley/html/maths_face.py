"""The face of formulas: STIX Two Math, cut to what formulas in articles print.

A face for maths holds more than letters: brackets and roots in many heights, parts from which
taller ones are built, and a table of distances. Cutting keeps all of that for the signs that stay.

The *maths* face serves nearly every formula. Alphabets of a special cut lie in *alphabet faces*,
which a browser loads only where one of their letters is printed. The space belongs to the first:
browsers take a formula's distances from the face that has it.
"""

from __future__ import annotations

from collections.abc import Iterable

from galley.html.fonts import Face, Span


def _spans(signs: Iterable[str]) -> tuple[Span, ...]:
    """Return the signs as spans, neighbours joined."""
    spans: list[Span] = []
    for point in sorted(map(ord, set(signs))):
        first, last = spans.pop() if spans else (point, point)
        joined = [(first, point)] if point <= last + 1 else [(first, last), (point, point)]
        spans.extend(joined)
    return tuple(spans)


_SIGNS = (
    " \u00a0\u2002\u2003\u2009\u200a\u205f\u2061\u2062\u2063"  # spaces, and signs unseen
    "()[]{}|‖⌈⌉⌊⌋⟨⟩/\\∖√"  # these stretch
    "∏∐∑∫∬∭∮⋀⋁⋂⋃⨀⨁⨂"  # these are larger in display
    "←↑→↓↔↦⇀⇁⇌⇐⇑⇒⇓⇔⟵⟶⟷⟸⟹⟺⎴⎵⏜⏝⏞⏟"
    "!%&',.:;?_^`~¨¯´·ˆˇ˘˙˚˜‾\u0302\u0303\u0305"
    "*+<=>±¬×÷−∓∗∘∙⋅∼≃≅≈≠≡≤≥≪≫≲≳≺≻∝∞⊕⊗⊙⊤⊥∥∣⊢⊨"
    "∀∂∃∄∅∆∇∈∉∋∠∧∨∩∪∴⊂⊃⊆⊇°†‡•…⋮⋯⋱′″‴ℏℓℑℜ"
)
_LETTERS: tuple[Span, ...] = (
    (0x30, 0x39),
    (0x41, 0x5A),
    (0x61, 0x7A),
    (0x391, 0x3A1),  # upright Greek capitals; small Greek stands slanted in formulas
    (0x3A3, 0x3A9),
    (0x210E, 0x210E),  # the slanted h, which Unicode keeps apart
    (0x1D434, 0x1D454),  # slanted Latin
    (0x1D456, 0x1D467),
    (0x1D6FC, 0x1D71B),  # slanted small Greek
)
_BOLD: tuple[Span, ...] = (
    (0x1D400, 0x1D433),
    (0x1D468, 0x1D49B),  # slanted
    (0x1D6A8, 0x1D6E1),  # Greek
    (0x1D71C, 0x1D755),  # Greek, slanted
    (0x1D7CE, 0x1D7D7),  # figures
)
_SCRIPT: tuple[Span, ...] = (
    (0x2102, 0x2102),  # capitals that are older than their alphabets
    (0x210A, 0x210D),
    (0x2110, 0x2110),
    (0x2112, 0x2112),
    (0x2115, 0x2115),
    (0x2119, 0x211B),
    (0x211D, 0x211D),
    (0x2124, 0x2124),
    (0x2128, 0x2128),
    (0x212C, 0x212D),
    (0x212F, 0x2131),
    (0x2133, 0x2134),
    (0x1D49C, 0x1D4CF),  # script
    (0x1D504, 0x1D56B),  # Fraktur, double-struck, bold Fraktur
)
_PLAIN: tuple[Span, ...] = (
    (0x1D5A0, 0x1D5D3),  # without serifs
    (0x1D670, 0x1D6A3),  # of one width
    (0x1D6E2, 0x1D6FA),  # slanted Greek capitals
)


def _face(name: str, spans: Iterable[Span], features: tuple[str, ...] = ()) -> Face:
    return Face(
        name,
        "Galley Maths",
        "ziamath",
        "STIXTwoMath-Regular.ttf",
        tuple(sorted(spans)),
        weights=(400,),
        features=features,
        folder="fonts",
    )


# `dtls`: the dotless i and j that stand below an accent.
MATHS_FACE = _face("maths", (*_spans(_SIGNS), *_LETTERS), features=("dtls",))
ALPHABET_FACES = (
    _face("maths-bold", _BOLD),
    _face("maths-script", _SCRIPT),
    _face("maths-plain", _PLAIN),
)
