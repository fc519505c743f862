"""TeX made readable for pandoc, and its MathML made fit for the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from galley.html.maths import chemical, clean_mathml, normalise_tex
from galley.html.tex_groups import group_bounds


@pytest.mark.parametrize(
    ("tex", "normal"),
    [
        (r"{a \over b}", r"{\frac{a}{b}}"),
        (r"{1 \over {2 \over y}}", r"{\frac{1}{{\frac{2}{y}}}}"),
        (r"\left( a \over b \right)", r"\left(\frac{a}{b}\right)"),
        (r"{n \choose k}", r"{\binom{n}{k}}"),
        (r"{a \atop b}", r"{\begin{matrix}a\\b\end{matrix}}"),
        (r"V_{\rm rest}", r"V_{\mathrm{rest}}"),
        (r"{\cal L}", r"{\mathcal{L}}"),
        (r"\bf x", "{𝐱}"),
        (r"\mathbf{W}_\mathbf{0}", "{𝐖}_{𝟎}"),
        (r"\mathbf{\beta}", r"\mathbf{\beta}"),
        (r"\textcolor{red}{x} \color{blue} y", "{x}  y"),
        (r"\hbox{if} \, x", r"\text{if} \, x"),
        (r"x \tag{1} \label{a} \nonumber", "x"),
        (r"a &= b \\ c &= d", r"\begin{aligned}a &= b \\ c &= d\end{aligned}"),
        (r"a \\ b", r"\begin{gathered}a \\ b\end{gathered}"),
        (r"\begin{align} a &= b \end{align}", r"\begin{align} a &= b \end{align}"),
        (r"\begin{dcases} a \end{dcases}", r"\begin{cases} a \end{cases}"),
        (r"\matrix{a & b \cr c & d}", r"\begin{matrix}a & b \\ c & d\end{matrix}"),
        (r"\begin{array}{cc} a \\ \hline b \end{array}", r"\begin{array}{cc} a \\  b \end{array}"),
        (r"37\,\degree C", r"37\,° C"),
        (r"\SI{5}{mg}", r"5\,\mathrm{mg}"),
        (r"\root 3 \of x", r"\sqrt[3]{x}"),
        (r"\unicode{x222B}", "∫"),
        (r"\mathrm{x}", r"\mathrm{x}"),
        (r"\overline{x}", r"\overline{x}"),
        (r"\mathbf{x}^\top\mathbf{y}", r"{𝐱}^\top{𝐲}"),
    ],
)
def test_old_and_odd_spellings(tex: str, normal: str) -> None:
    assert normalise_tex(tex) == normal


def test_references_inside_a_formula_show_the_number() -> None:
    assert normalise_tex(r"x \quad \eqref{a}", {"a": "3"}) == r"x \quad \text{(3)}"


def test_simple_chemical_formulas() -> None:
    assert chemical("H2O") == r"\mathrm{H_{2}O}"
    assert chemical("Ca^2+") == r"\mathrm{Ca^{2+}}"


def test_a_group_ends_at_its_brace_or_at_the_column() -> None:
    tex = r"a & {b c} & d"
    assert group_bounds(tex, tex.index("c")) == (5, 8)
    assert group_bounds(tex, tex.index("d")) == (11, 13)


def test_mathml_loses_styles_and_its_copy_of_the_tex() -> None:
    mathml = (
        '<math display="block" xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mtable><mtr>'
        '<mtd columnalign="right" style="text-align: right; padding-right: 0"><mi>a</mi></mtd>'
        '<mtd columnalign="center" style="text-align: center"><mi mathvariant="bold">𝐛</mi></mtd>'
        "</mtr></mtable>"
        '<annotation encoding="application/x-tex">a &amp; b</annotation></semantics></math>'
    )
    assert clean_mathml(mathml) == (
        '<math display="block" xmlns="http://www.w3.org/1998/Math/MathML">'
        '<mtable displaystyle="true"><mtr><mtd class="right tight">'
        "<mi>a</mi></mtd><mtd><mi>𝐛</mi></mtd></mtr></mtable></math>"
    )


def test_a_frame_and_a_strike_become_classes() -> None:
    assert clean_mathml('<menclose notation="box"><mi>x</mi></menclose>') == (
        '<mrow class="math-box"><mi>x</mi></mrow>'
    )


PIECES = st.sampled_from(
    [
        "{",
        "}",
        r"\over",
        r"\rm",
        r"\mathbf{x}",
        "&",
        r"\\",
        "x",
        r"\left",
        r"\begin{a}",
        r"\ce{",
        "^",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_normalising_never_fails_and_never_runs_away(tex: str) -> None:
    assert len(normalise_tex(tex)) < 100 * len(tex) + 200
