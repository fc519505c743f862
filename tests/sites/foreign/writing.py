"""Notebooks whose Markdown was written for other tools."""

from __future__ import annotations

from parts import Json, markdown, notebook

FILES: dict[str, Json | str | bytes] = {
    "maths.ipynb": notebook(
        markdown(
            "# Maths $\\tau_m$ in a title",
            "",
            "It costs $5 and $10, or \\$3; but $x_1 + y_1$ and $a<b$ are formulas,",
            "as is \\(c>d\\).",
            "",
            "## The heading $\\Delta w < 0$",
            "",
            "| formula | value |",
            "|---|---|",
            "| $\\alpha_{i}$ | $1<2$ |",
            "| $\\lvert x \\rvert$ | \\(y\\) |",
            "",
            "- item $x_a$ and $x_b$",
            "  $$",
            "  \\sum_{i<n} x_i",
            "  $$",
        ),
        markdown(
            "$$",
            "\\begin{aligned}",
            "a &= b \\\\",
            "c &= d",
            "\\end{aligned}",
            "\\label{eq:first}",
            "$$",
            "",
            "\\begin{align}",
            "E &= mc^2 \\label{eq:mass}",
            "\\end{align}",
            "",
            "\\[ {\\rm old} \\over {\\bf new} \\]",
            "",
            "$$\\newcommand{\\hz}{\\,\\mathrm{Hz}} 5\\hz$$",
        ),
        markdown("As \\eqref{eq:first} and $\\eqref{eq:mass}$ say, $$7\\hz$$ inline."),
    ),
}
