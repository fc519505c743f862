"""Commands that texmath does not know, as macros of what it knows.

MathJax and LaTeX packages know far more commands than texmath reads. Those that only say in other
words what it reads are respelt here; what needs more than that has a module of its own.
"""

from __future__ import annotations

import re

from galley.article.markdown.macros import Macros

_SIGNS = {
    "AA": "Å",
    "And": r"\&",
    "P": "¶",
    "S": "§",
    "celsius": r"°\mathrm{C}",
    "coloncolonequals": "::=",
    "copyright": "©",
    "degree": "°",
    "indep": r"\perp\!\!\!\perp",
    "independent": r"\perp\!\!\!\perp",
    "ldotp": ".",
    "micro": "µ",
    "ohm": r"\Omega",
    "surd": "√",
    "textasciitilde": r"\sim",
    "textdegree": "°",
    "textmu": "µ",
    "vcentcolon": ":",
}
_OTHER_NAMES = {
    "Bbb": r"\mathbb",
    "cfrac": r"\frac",
    "cr": r"\\",
    "dbinom": r"\binom",
    "defeq": r"\coloneqq",
    "emph": r"\textit",
    "frak": r"\mathfrak",
    "hbox": r"\text",
    "hphantom": r"\phantom",
    "idotsint": r"\int\cdots\int",
    "mathbbm": r"\mathbb",
    "mathbbmss": r"\mathbb",
    "mathnormal": r"\mathit",
    "mathup": r"\mathrm",
    "newline": r"\\",
    "symup": r"\mathrm",
    "tbinom": r"\binom",
    "textnormal": r"\text",
    "textsc": r"\text",
    "textup": r"\text",
    "varliminf": r"\underline{\lim}",
    "varlimsup": r"\overline{\lim}",
    "widebar": r"\overline",
}
_SPACES = {
    "enskip": r"\;",
    "hfill": r"\quad",
    "medspace": r"\:",
    "negthinspace": r"\!",
    "nobreakspace": "~",
    "thickspace": r"\;",
    "thinspace": r"\,",
}
_ONE = {
    "bbox": r"\boxed{#1}",
    "bmatrix": r"\begin{bmatrix}#1\end{bmatrix}",
    "cases": r"\begin{cases}#1\end{cases}",
    "displaylines": r"\begin{gathered}#1\end{gathered}",
    "ensuremath": "{#1}",
    "eqalign": r"\begin{aligned}#1\end{aligned}",
    "fbox": r"\boxed{\text{#1}}",
    "intertext": r"\text{#1}\\",
    "llap": r"\text{#1}",
    "mathclap": "{#1}",
    "mathinner": "{#1}",
    "mathllap": "{#1}",
    "mathrlap": "{#1}",
    "matrix": r"\begin{matrix}#1\end{matrix}",
    "pmatrix": r"\begin{pmatrix}#1\end{pmatrix}",
    "pu": r"\mathrm{#1}",
    "rlap": r"\text{#1}",
    "shortintertext": r"\text{#1}\\",
    "smash": "{#1}",
    "textsubscript": r"{}_{\text{#1}}",
    "textsuperscript": r"{}^{\text{#1}}",
    "url": r"\text{#1}",
    "vcenter": "{#1}",
    "xLeftarrow": r"\overset{#1}{\Leftarrow}",
    "xRightarrow": r"\overset{#1}{\Rightarrow}",
    "xhookrightarrow": r"\overset{#1}{\hookrightarrow}",
    "xleftrightarrow": r"\overset{#1}{\leftrightarrow}",
    "xlongequal": r"\overset{#1}{=}",
    "xmapsto": r"\overset{#1}{\mapsto}",
}
_TWO = {
    "cancelto": r"\cancel{#2}^{#1}",
    "class": "{#2}",
    "colorbox": r"\text{#2}",
    "cssId": "{#2}",
    "enclose": r"\boxed{#2}",
    "href": "{#2}",
    "htmlClass": "{#2}",
    "htmlData": "{#2}",
    "htmlId": "{#2}",
    "htmlStyle": "{#2}",
    "mathtip": "{#1}",
    "nicefrac": "{#1}/{#2}",
    "raisebox": r"\text{#2}",
    "rotatebox": r"\text{#2}",
    "scalebox": r"\text{#2}",
    "sfrac": "{#1}/{#2}",
    "style": "{#2}",
    "textcolor": "{#2}",
    "texttip": "{#1}",
    "underaccent": r"\underset{#1}{#2}",
}
_THREE = {
    "fcolorbox": r"\text{#3}",
    "multicolumn": "{#3}",
    "overunderset": r"\overset{#1}{\underset{#2}{#3}}",
    "prescript": "{}^{#1}_{#2}{#3}",
    "resizebox": r"\text{#3}",
    "sideset": "{}#1{#3}#2",
}
_NOTHING = """
    displaylimits middle nonumber notag strut mathstrut noindent centering par bigskip medskip
    smallskip linebreak break allowbreak nobreak boldmath unboldmath
    tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge
"""
_OPERATORS = """
    Bias Corr Cov Tr Var arginf argmax argmin argsup diag erf erfc rank sgn sign sinc softmax supp
    tr
"""

RESPELT: Macros = {
    rf"\{name}": (count, body)
    for count, bodies in (
        (0, {**_SIGNS, **_OTHER_NAMES, **_SPACES}),
        (0, dict.fromkeys(_NOTHING.split(), "")),
        (0, {name: rf"\operatorname{{{name}}}" for name in _OPERATORS.split()}),
        (1, _ONE),
        (2, _TWO),
        (3, _THREE),
        (4, {"mathchoice": "{#1}"}),
    )
    for name, body in bodies.items()
}

DROPPED = re.compile(
    r"""(?<!\\)%[^\n]*
    |\\(?:tag\*?|label|color|vphantom|require|vspace\*?|leftroot|uproot)\s*\{[^{}]*\}
    |\\definecolor\s*\{[^{}]*\}\s*\{[^{}]*\}\s*\{[^{}]*\}
    |\\(?:hline|hdashline|toprule|midrule|bottomrule|hrule)(?![A-Za-z])
    |\\cline\s*\{[^{}]*\}
    |\\rule\s*(?:\[[^\]]*\])?\s*\{[^{}]*\}\s*\{[^{}]*\}
    |\\(?:raise|lower)\s*-?[\d.]+\s*(?:em|ex|mu|pt|cm|mm)""",
    re.VERBOSE,
)
"""What says nothing that a page could show."""

WITH_OPTION = re.compile(
    r"(\\begin\{(?:array|aligned|gathered|alignedat)\}|\\(?:bbox|cfrac|smash|unicode))\s*\[[^\]]*\]"
)
"""What is read without the option behind it."""

SPACES = re.compile(
    r"\\(?:hskip|kern|mskip|mkern)\s*-?[\d.]+\s*(?:em|ex|mu|pt|cm|mm)"
    r"(?:\s*(?:plus|minus)\s*[\d.]+\s*[a-z]+)*"
    r"|\\hspace\*?\s*\{[^{}]*\}"
)

ENVIRONMENTS = {
    **dict.fromkeys(("subequations", "equation", "displaymath", "math", "center"), ""),
    **dict.fromkeys(("dcases", "rcases"), "cases"),
    **dict.fromkeys(("darray", "tabular"), "array"),
    "bsmallmatrix": "bmatrix",
    "multlined": "multline",
    "psmallmatrix": "pmatrix",
}
"""Environments that are read under another name, or as what is inside them."""
