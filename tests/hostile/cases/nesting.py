"""What lies in each other thousands of times: a parser, a renderer or a browser may give up."""

from __future__ import annotations

from tests.corpus.case import Case
from tests.corpus.parts import markdown, output, stored


def _case(name: str, what: str, text: str, **expected: object) -> Case:
    cells = (markdown(text), markdown("The end."))
    shows = {"shows": ("<p>The end.</p>",)}
    return Case(f"{name}.ipynb", what, stored(*cells, title="Nested"), **{**shows, **expected})  # type: ignore[arg-type]


def _output(name: str, what: str, html: str) -> Case:
    cells = (output({"text/html": html}), markdown("The end."))
    return Case(f"{name}.ipynb", what, stored(*cells, title="Nested"), shows=("<p>The end.</p>",))


CASES: tuple[Case, ...] = (
    _case("quotes", "Three thousand quotations", ">" * 3000 + " quoted"),
    _case("brackets", "Ten thousand brackets", "[" * 5000 + "]" * 5000),
    _case("emphasis", "Ten thousand stars and lines", "*" * 5000 + "a" + "_" * 5000),
    _case("lists", "Two thousand lists in one line", "- " * 2000 + "item"),
    _case("elements", "Five thousand open elements", "<div>" * 5000),
    _case("backticks", "Twenty thousand backticks", "`" * 20001 + "a"),
    _case("pictures", "Pictures in the words of pictures", "![" * 5000 + "](x)", leaves=("![",)),
    _case("cells", "A table of a thousand columns", "| a " * 1000 + "|\n" + "|---" * 1000 + "|"),
    _case("directives", "Three hundred notes in each other", ":::{note}\n" * 300, leaves=(":::",)),
    _case(
        "beginnings",
        "Six thousand formulas that begin and never end",
        "a " + "\\begin{align}" * 6000,
        leaves=("\\begin{",),
        failed_first=True,
    ),
    _case("braces", "A formula of five thousand braces", "$" + "{" * 5000 + "}" * 5000 + "$"),
    _case(
        "fractions",
        "Four hundred fractions in each other",
        "$" + "\\frac{1}{" * 400 + "x" + "}" * 400 + "$",
    ),
    _case(
        "powers",
        "Powers of powers",
        "$x" + "^{x" * 1500 + "}" * 1500 + "$ and $x" + "_{x" * 30 + "}" * 30 + "$",
    ),
    _case(
        "half-fractions",
        "Fractions without braces in powers",
        "$x^\\frac" + "{1}{\\frac" * 30 + "{1}{2}" + "}" * 30 + "$",
    ),
    _case(
        "roots",
        "Roots of roots",
        "$" + "\\sqrt{" * 3000 + "}" * 3000 + "$ and $" + "\\sqrt" * 2000 + "x$",
    ),
    _output("output-elements", "An output of five thousand open elements", "<b>" * 5000),
    _output("output-tables", "A thousand tables in each other", "<table><tr><td>" * 1000),
)
