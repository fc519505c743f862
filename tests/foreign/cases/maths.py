"""Maths in every place and spelling that notebooks hold it in; pages bring it as MathML."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import code, markdown, notebook, prose, shown, stored

READ = '<code class="math-failed">'
UNREADABLE = "look for a misspelt command or a bracket without its partner."


def tex(*formulas: str) -> tuple[str, ...]:
    """Return a paragraph for each formula, which is displayed."""
    return tuple(line for formula in formulas for line in ("", f"$${formula}$$"))


BARE = (
    *("align", "align*", "equation", "equation*", "gather", "gather*", "eqnarray", "eqnarray*"),
    *("multline", "multline*", "split", "flalign", "flalign*", "cases", "aligned", "subequations"),
    *("matrix", "pmatrix", "bmatrix", "smallmatrix", "dcases", "rcases", "displaymath", "math"),
)


def bare(name: str) -> tuple[str, ...]:
    return (
        f"A bare {name}:",
        "",
        rf"\begin{{{name}}}",
        r"a_1 &= b_2 \\",
        "c_1 &= d_2",
        rf"\end{{{name}}}",
        "",
    )


CASES: tuple[Case, ...] = (
    Case(
        "inline.ipynb",
        "Formulas in a sentence, in dollars and in brackets",
        prose("# Inline", "", r"Two $a_i b_j$ and $c_k * d_l$, \(e_1\) and \\(f_1\\) and $`g_1`$."),
        shows=(
            "<msub><mi>a</mi><mi>i</mi></msub>",
            "<msub><mi>e</mi><mn>1</mn></msub>",
            "<msub><mi>f</mi><mn>1</mn></msub>",
            "<msub><mi>g</mi><mn>1</mn></msub>",
        ),
        omits=(READ, "<em>"),
        failed_first=True,
    ),
    Case(
        "display.ipynb",
        "Displayed formulas over several lines, whose lines look like Markdown",
        prose(
            "# Display",
            *("", "$$", "- x", "+ y", "> z", "$$"),
            *("", r"\[", "a_1 = 2", r"\]"),
            *("", r"\\[", "a_2 = 3", r"\\]"),
            *("", "```math", "a_3 = 4", "```"),
            *("", "words $$a_4$$ in a sentence"),
        ),
        shows=(
            "<mi>−</mi><mi>x</mi><mo>+</mo><mi>y</mi><mo>&gt;</mo><mi>z</mi>",
            "<msub><mi>a</mi><mn>1</mn></msub>",
            "<msub><mi>a</mi><mn>2</mn></msub>",
            "<msub><mi>a</mi><mn>3</mn></msub>",
            '<span class="equation"><math display="block"',
        ),
        failed_first=True,
    ),
    Case(
        "bare-environments.ipynb",
        "Environments of LaTeX without any dollar sign, with and without a star",
        prose("# Environments", "", *(line for name in BARE for line in bare(name))),
        shows=("<msub><mi>a</mi><mn>1</mn></msub>",),
        omits=(r"\begin{", r"\end{"),
        failed_first=True,
    ),
    Case(
        "environment-in-dollars.ipynb",
        "An environment inside dollar signs, and environments in each other",
        prose(
            "# Both",
            *tex(r"\begin{align}a&=b\\c&=d\end{align}", r"\begin{equation}x=1\end{equation}"),
            *("", r"\begin{equation}\begin{split}a&=b\\&=c\end{split}\end{equation}"),
            *("", r"\begin{equation}\begin{aligned}a&=b\end{aligned}\tag{5.1}\end{equation}"),
        ),
        shows=('<span class="equation__number">(5.1)</span>',),
        omits=(r"\begin{split",),
    ),
    Case(
        "in-lists-and-quotes.ipynb",
        "Displayed formulas inside list items and block quotes",
        prose(
            "# Inside",
            *("", "- item $l_1$", "", "  $$", "  l_2", "  $$", ""),
            *("1. one", r"   \begin{align}", r"   l_3 &= b", r"   \end{align}", "2. two", ""),
            *("> quote", ">", "> $$", "> q_1", "> $$"),
        ),
        shows=(
            "<li>\n<p>item <math",
            '<div class="equation"><math display="block"',
            "<msub><mi>q</mi><mn>1</mn></msub>",
            "<li>two</li>",
        ),
    ),
    Case(
        "in-tables.ipynb",
        "Formulas in the cells of a pipe table, with upright bars in them",
        prose(
            "# Tables",
            *("", "| what | formula |", "|:--|:--|"),
            *("| given | $P(A|B)$ |", r"| norm | $\|x\|$ |", r"| escaped | $P(C\|D)$ |"),
        ),
        shows=(
            '<mi>P</mi><mo stretchy="false" form="prefix">(</mo><mi>A</mi>',
            '<mo stretchy="false" form="prefix">|</mo><mi>B</mi>',
            '<td class="left">norm</td>',
            "∥</mo><mi>x</mi>",
            '<mo stretchy="false" form="prefix">|</mo><mi>D</mi>',
        ),
        omits=("$P(A", "B)$"),
        failed_first=True,
    ),
    Case(
        "in-headings.ipynb",
        "Formulas in the title and in headings: signs where no formula can stand",
        prose(
            r"# Spread of $\alpha$-synuclein and CO$_2$",
            *("", r"## Its rate $\beta_1$", "", "Words."),
            *("", "## Second", "", "## Third", "", "## Fourth"),
        ),
        shows=(
            "Spread of α-synuclein and CO₂</h1>",
            '<h2 id="its-rate-beta-1">Its rate <math',
            '<a href="#its-rate-beta-1">Its rate β₁</a>',
        ),
        omits=(r"\alpha",),
        failed_first=True,
    ),
    Case(
        "in-captions-and-links.ipynb",
        "Formulas in a caption, a link, bold and struck-out text, a note and a definition",
        prose(
            "# Elsewhere",
            *("", "[link $k_1$](https://clinic.example) **bold $k_2$** ~~$k_3$~~ Note[^1]"),
            *("", "[^1]: A note $k_4$.", "", "Term", ": defined $k_5$", ""),
            *("```{table} Words $k_6$", "| a |", "|---|", "| b |", "```"),
        ),
        shows=tuple(f"<msub><mi>k</mi><mn>{n}</mn></msub>" for n in range(1, 7)),
    ),
    Case(
        "in-raw-html.ipynb",
        "Formulas inside raw HTML, which JupyterLab sets too; prices and code stay",
        prose(
            "# HTML",
            *("", "<div>divided $h_1$ and $$h_2$$</div>"),
            *("", r"<table><tr><td>\(h_3\)</td><td>$5 or $10</td></tr></table>"),
            *("", "<center>$$h_{4}$$</center>"),
            *("", r"<p>\begin{align}h_5&amp;=1\end{align}</p>"),
            *("", "<pre>$h_6$</pre>", "", "<code>df$a and df$b</code>", "", "<p>df$a and df$b</p>"),
        ),
        shows=(
            *(f"<msub><mi>h</mi><mn>{n}</mn></msub>" for n in (1, 2, 3, 4, 5)),
            "<td>$5 or $10</td>",
            "<pre>$h_6$</pre>",
            "<p>df$a and df$b</p>",
        ),
        omits=("$h_1$",),
        failed_first=True,
    ),
    Case(
        "emphasis-trap.ipynb",
        "Two underscores and two stars in a line, inside formulas",
        prose(
            "# Traps", "", "From $a_1$ to $b_2$ and $c*$ to $d*$, $_e$ and _$f$_.", *tex("g_1 h_2")
        ),
        shows=("<em><math",),
        omits=("<em>1",),
    ),
    Case(
        "signs-of-html.ipynb",
        "Less, more and ampersand inside formulas",
        prose("# Signs", "", r"If $a<b$ and $x<y>z$ then $n\&m$.", *tex(r"i<j \& k>l")),
        shows=("<mi>a</mi><mo>&lt;</mo><mi>b</mi>", "<mi>&amp;</mi>"),
    ),
    Case(
        "prices.ipynb",
        "Dollar signs that are money and no maths",
        prose(
            "# Prices",
            *("", r"It costs $5 and $10, \$7 and \$8, $1,000 to $2,000, **$5**, US$20, 5$ or 10$."),
        ),
        shows=(
            "costs $5 and $10, $7 and $8, $1,000 to $2,000, <strong>$5</strong>, US$20, 5$ or 10$",
        ),
        failed_first=True,
    ),
    Case(
        "references.ipynb",
        "Equations with labels that other cells refer to, before and after",
        notebook(
            markdown("# References", "", r"See \eqref{eq:late}, $\eqref{eq:p}$ and \ref{eq:r}."),
            markdown(
                r"\begin{align}",
                r"p &= q \label{eq:p} \\",
                r"r &= s \label{eq:r}",
                r"\end{align}",
            ),
            markdown("$$", "k", "$$ (eq:myst)", "", "[](#eq:myst) and {eq}`eq:myst`"),
            markdown(r"\begin{equation}\label{eq:late} l \tag{7} \end{equation}"),
        ),
        shows=(
            'See <a href="#eq:late">(7)</a>, <a href="#eq:p">(1)</a> and <a href="#eq:r">2</a>',
            '<span class="equation__rows"><span class="equation__number" id="eq:p">(1)</span>'
            '<span class="equation__number" id="eq:r">(2)</span></span>',
            '<a href="#eq:myst">(3)</a> and <a href="#eq:myst">(3)</a>',
        ),
        failed_first=True,
    ),
    Case(
        "reference-lost.ipynb",
        "A reference to an equation that nobody wrote",
        prose("# Lost", "", r"See \eqref{eq:nowhere}."),
        shows=('<span class="reference-unknown">eq:nowhere</span>',),
        says={"cross-reference-unknown": "nothing in this article has the label 'eq:nowhere'"},
    ),
    Case(
        "macros.ipynb",
        "Macros defined in one cell, in dollars, bare and in hidden HTML, and used in later ones",
        notebook(
            markdown(
                "# Macros",
                "",
                r"$\newcommand{\R}{\mathbb{R}} \def\sq#1{#1^2} \DeclareMathOperator*{\best}{best}$",
            ),
            markdown(r"\newcommand{\bare}{\beta_3}", r"\newcommand{\opt}[2][x]{#1^{#2}}"),
            markdown('<div style="display:none">', r"$$\newcommand{\hid}{h_9}$$", "</div>"),
            markdown(r"$\let\eps\varepsilon$"),
            markdown(r"$\R$ $\sq{z}$ $\best_x$ $\bare$ $\opt{4}$ $\opt[y]{5}$ $\hid$ $\eps$"),
        ),
        shows=(
            "<mi>ℝ</mi>",
            "<msup><mi>z</mi><mn>2</mn></msup>",
            "<msub><mi>β</mi><mn>3</mn></msub>",
            "<msup><mi>x</mi><mn>4</mn></msup>",
            "<msup><mi>y</mi><mn>5</mn></msup>",
            "<msub><mi>h</mi><mn>9</mn></msub>",
        ),
        omits=(READ, "newcommand"),
        failed_first=True,
    ),
    Case(
        "old-spellings.ipynb",
        "Plain TeX that MathJax forgives: over, choose, rm, bf, cal, mbox, colours, rules",
        prose(
            "# Old",
            *tex(
                r"{a+b \over c}",
                r"{n \choose k} {a \atop b} {a \brack b}",
                r"{\rm x y} {\bf z} {\cal L} {\it w}",
                r"\mbox{if } x \hbox{then} y",
                r"\color{red}{x} {\color{blue} y} \textcolor{red}{z}",
                r"\begin{array}{c|c} a & b \\ \hline c & d \end{array}",
                r"\matrix{a&b\cr c&d} \eqalign{a&=b}",
                r"\underset{x}{\mathrm{argmin}} \; \lvert x \rvert \mid y",
                r"a \buildrel \text{def} \over = b",
                r"\large x",
            ),
        ),
        shows=("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "<mtable>"),
        omits=(READ,),
        failed_first=True,
    ),
    Case(
        "packages.ipynb",
        "Commands of mhchem, siunitx, physics and amsmath",
        prose(
            "# Packages",
            *tex(
                r"\ce{2H+ + SO4^2- -> H2SO4} \ce{A <=>[k_1][k_2] B}",
                r"\SI{5}{\milli\volt} \SI{3}{mV} \si{\meter\per\second\squared} \num{1e5} \ang{45}",
                r"\dv{x}{t} \pdv[2]{u}{y} \ket{a} \abs{x} \norm{x} \qty(x)",
                r"\boxed{x} \fbox{yes} \cancel{x} \operatorname{Var}(x) \argmax_x f",
                r"\dbinom{a}{b} \cfrac{a}{b} \genfrac{}{}{0pt}{}{a}{b} \sideset{_1}{^2}\prod",
                r"\xrightarrow[a]{b} \xRightarrow{c} \substack{a\\b} \prescript{a}{b}{X}",
                r"\begin{align} a &= b \\ \intertext{and} c &= d \end{align}",
                r"\unicode{x263a} \unicode[serif]{945} \bbox[5px]{x} x % a comment",
            ),
        ),
        shows=(
            '<mtext mathvariant="normal">yes</mtext>',
            "⇌",
            "☺",
            '<mi mathvariant="normal">m</mi><mi mathvariant="normal">V</mi>',
        ),
        omits=(READ,),
        failed_first=True,
    ),
    Case(
        "words-in-formulas.ipynb",
        "Texts with accents, formulas and bold words inside a formula",
        prose(
            "# Words",
            *tex(r"\text{caf\'e and } x \text{ if $y$ is \textbf{large}} \texttt{a\_b} \verb|c_d|"),
        ),
        shows=("café", "large", "c_d"),
        omits=(READ,),
        failed_first=True,
    ),
    Case(
        "unclosed.ipynb",
        "A formula whose end was forgotten ends with its paragraph, and that is said",
        prose("# Open", "", "$$", "x = y", "", "The next paragraph, with $z$."),
        shows=("<p>The next paragraph, with <math",),
        says={
            "formula-unreadable": "this formula has no '$$' at its end, so it is taken to end with "
            "its paragraph"
        },
        failed_first=True,
    ),
    Case(
        "unclosed-environment.ipynb",
        "An environment without its end",
        prose("# Open", "", r"\begin{align}", "x &= y", "", "The next paragraph."),
        shows=("<p>The next paragraph.</p>",),
        omits=(r"\begin{align}\nx",),
        says={
            "formula-unreadable": r"this formula has no '\end{align}' at its end, so it is "
            "taken to end with its paragraph"
        },
        failed_first=True,
    ),
    Case(
        "unbalanced.ipynb",
        "A formula with a brace too few stays readable as its source, and that is said",
        prose("# Unbalanced", "", r"Here $\frac{a}{b$ stands."),
        shows=(rf"{READ}\frac{{a}}{{b</code> stands.",),
        says={
            "formula-unreadable": r"this formula could not be read, so readers see its source: "
            r"\frac{a}{b"
        },
    ),
    Case(
        "unknown-command.ipynb",
        "A command that nobody knows: the source is shown, and that is said",
        prose("# Unknown", "", r"Here $\nobodyknows{x}$ stands."),
        says={
            "formula-unreadable": r"this formula could not be read, so readers see its source: "
            r"\nobodyknows{x}"
        },
    ),
    Case(
        "outputs.ipynb",
        "Maths that code has put out: as LaTeX, as Markdown and inside HTML, with earlier macros",
        stored(
            markdown("# Put out", "", r"$\newcommand{\rate}{\lambda_7}$"),
            code("Math()", shown({"text/latex": r"$\displaystyle \frac{a_1}{b_1}$"})),
            code("Latex()", shown({"text/latex": r"\begin{align}c_1&=d_1\\e&=f\end{align}"})),
            code("Markdown()", shown({"text/markdown": r"**Rate** $\rate$ and $$k_1$$"})),
            code("HTML()", shown({"text/html": "<p>Rate $m_1$, cost $5 or $10</p>"})),
            code(
                "Matrix()",
                shown(
                    {
                        "text/latex": r"$\left[\begin{matrix}x & y\end{matrix}\right]$",
                        "image/png": "iVBORw0KGgo=",
                        "text/plain": "Matrix([[x, y]])",
                    }
                ),
            ),
        ),
        shows=(
            '<div class="equation"><math display="block"',
            "<mfrac><msub><mi>a</mi><mn>1</mn></msub>",
            "<msub><mi>c</mi><mn>1</mn></msub>",
            "<msub><mi>λ</mi><mn>7</mn></msub>",
            "<msub><mi>m</mi><mn>1</mn></msub>",
            "cost $5 or $10",
            "<mtr><mtd><mi>x</mi></mtd><mtd><mi>y</mi></mtd></mtr>",
        ),
        omits=("Matrix([", READ),
        failed_first=True,
    ),
)
